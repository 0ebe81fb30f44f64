"""Which mentions make an actor, and what the article says each person is."""

from __future__ import annotations

import pytest
from workbench import analysed


def actors(text: str, date: str | None = None) -> dict[str, str | None]:
    """Identity -> role."""
    return {str(actor.id): actor.role for actor in analysed(text, date).actors}


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Germany's Halden Marine Systems is the rival bidder.", "germany"),
        ("The engine was built in Germany by hand.", "germany"),
        ("要求部队撤出俄罗斯。会谈没有结果，大家都离开了。", "russia"),
        ("군대의 러시아 철수를 요구했다. 회담은 끝났다.", "russia"),
        ("러시아제 레이더가 쓰였다. 날씨는 맑았다.", "russia"),
        ("ロシア製のレーダーが使われた。天気は寒かった。", "russia"),
        ("The troops left Russia in the spring.", "russia"),
        ("He wants the brigade withdrawn from Russia at once.", "russia"),
        ("A Whitehall source said so on Friday.", "united-kingdom"),
        ("The ship bears the name of an anti-Japanese guerrilla leader.", "japan"),
        ("Pro-Russian militias held the bridge.", "russia"),
        ("The Kremlin man drank toasts.", "russia"),
        (
            "The owner is Grey Gull of Majuro, Marshall Islands, and nobody answers.",
            "marshall-islands",
        ),
        ("The tanker flew the flag of Panama when it was seen.", "panama"),
        ("Grey Gull is a general cargo ship, Togo flag.", "togo"),
        ("The Lisbon consultancy Blue Elm counted them.", "portugal"),
        ("韩国国防部长金某在会上讲话，大家都很高兴。", "chinese-defence-ministry"),
        ("越南国防部发言人阮某表示，一切正常，大家都很高兴。", "chinese-defence-ministry"),
        ("Grey Gull Carriers of the Marshall Islands paid for the hull.", "marshall-islands"),
        ("Solvane Shipping Ltd of the Marshall Islands paid for it.", "marshall-islands"),
        ("The register gave no flag (falsely claimed Togo).", "togo"),
        ("The US Typhon system stayed on the island.", "united-states"),
        ("One European diplomat saw the report.", "europeans"),
        ("The EU sanctions lapsed, and the new EU Exit rules came.", "european-union"),
        ("A retired South Korean army colonel counted nine launches.", "south-korean-army"),
        ("미사일은 일본의 배타적경제수역 밖에 떨어졌다.", "japan"),
        ("훈련은 부산의 항구에서 열렸다. 위원장은 없었다.", "south-korean-navy"),
        ("China's navy and North Korea met; the Navy said so.", "south-korean-navy"),
    ],
)
def test_a_place_or_an_origin_is_no_actor(text: str, identity: str) -> None:
    """Where something is, comes from, or whose title it is part of."""
    assert identity not in actors(text)


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Germany said it would bid.", "germany"),
        ("The guns came from Russia as a gift.", "russia"),
        ("俄罗斯表示，不会同意。会谈没有结果，大家都离开了。", "russia"),
        ("韩国国防部发言人表示，一切正常，大家都很高兴。", "south-korean-defence-ministry"),
        ("중국 외교부 대변인은 우려를 표했다. 회담은 끝났다.", "chinese-foreign-ministry"),
        ("한국 국방부는 확인했다. 회담은 끝났다.", "south-korean-defence-ministry"),
        ("The U.S. brought two B-1B bombers to the region.", "united-states"),
        ("Japan flew P-3C patrol aircraft over the sea.", "japan"),
        ("The deployment by Russia of the S-400 would be a threat.", "russia"),
        ("Europeans agreed with the plan.", "europeans"),
        ("The European Union sanctioned the ship.", "european-union"),
        ("The Chinese navy sent two ships.", "pla-navy"),
        ("China's navy sent two ships.", "pla-navy"),
        ("They were met by fighters of the air force of Japan.", "japan-air-self-defense-force"),
        ("The ministry of defence of South Korea denied this.", "south-korean-defence-ministry"),
        ("The ships belong to the Pacific Fleet of Russia.", "russian-pacific-fleet"),
        ("The Pacific Fleet sailed with two other fleets.", "pacific-fleet"),
        ("The Western Air Defense Force scrambled jets.", "western-air-defense-force"),
        ("The Black Sea Fleet lost a ship.", "black-sea-fleet"),
        ("미 해군 구축함이 부산에 도착했다. 회담은 끝났다.", "us-navy"),
    ],
)
def test_who_acts_is_an_actor(text: str, identity: str) -> None:
    """The state, and the ministry of the state that stands before it."""
    assert identity in actors(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Nobody new.
        ("The CEO said so. The ICBM flew.", []),
        ("A director of Asia Research left.", []),
        ("Six Type 22 boats left port.", []),
        ("Ms Oduya-Lind said its time had come.", ["Oduya-Lind"]),
        ("Its owner, Viktor Petrov, denied it.", ["Viktor Petrov"]),
        ("Its owner, Dao Minh, fled.", ["Dao Minh"]),
        # A body and the persons listed behind it.
        (
            "It was seen by Ri Song Nam, the Academy of Naval Science, and Choe Kwang Chol.",
            ["Ri Song Nam", "Academy of Naval Science", "Choe Kwang Chol"],
        ),
        (
            "The Ministry of Trade, Industry and Energy said so.",
            ["Ministry of Trade, Industry and Energy"],
        ),
        # Companies.
        ("The director of OOO Zarubin-Trans spoke.", ["Zarubin-Trans"]),
        ("Kestrel-Vega denies that any of its staff went there.", ["Kestrel-Vega"]),
        ("KZBT tells everyone that the boat is late.", ["KZBT"]),
        ("Its owner, Talmira Marine, denied the report.", ["Talmira Marine"]),
        ("Its charterer, Brockhaven Bulk, is silent.", ["Brockhaven Bulk"]),
        ("He is a specialist at Fjordlys Analysis in Oslo.", ["Fjordlys Analysis"]),
        ("Oslo-based Sunrise Signal Research counted nine launches.", ["Sunrise Signal Research"]),
        ("The edition “Vostochny Kurier” informs.", ["Vostochny Kurier"]),
        ("Solvane Shipping Ltd of Dubai bought it.", ["Solvane Shipping Ltd"]),
        # Persons.
        ("Colonel (ret.) Elin Sorvik saw it.", ["Elin Sorvik"]),
        ("Skipper Barry “Ace” Holt warned them. Holt left.", ["Barry Holt"]),
        ("军事观察员罗毅明认为，没有损失。大家同意他的看法。", ["罗毅明"]),
        ("다나카 겐지 방위성 보도관은 확인했다고 말했다.", ["다나카 겐지"]),
        # One party of a list, by all its names.
        (
            "3. TALIM PRECISION CO., LTD. a.k.a: (1) Ta Li Mu (2) TLPC.",
            ["TALIM PRECISION CO., LTD."],
        ),
        ("1. RUDOLF, Black. a.k.a: (1) RUDOLPH, Noir (2) HENTZAU, Ru.", ["RUDOLF, Black"]),
    ],
)
def test_unlisted_actors_by_the_words_beside_them(text: str, names: list[str]) -> None:
    """Those that the knowledge lacks, and no others."""
    found = analysed(text).actors
    assert [actor.name for actor in found if not actor.known] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What somebody becomes or is called is nobody else.
        ("He will tap Hugo Brandt as Japan's defence minister.", ["Hugo Brandt", "Japan"]),
        ("Hugo Brandt was named Japan's new foreign minister.", ["Hugo Brandt", "Japan"]),
        ("Japan's new foreign minister is Hugo Brandt.", ["Japan", "Hugo Brandt"]),
        ("The President of Japan, Hugo Brandt, left.", ["Japan", "Hugo Brandt"]),
        ("Hugo Brandt is new to the Cabinet is what they say.", ["Hugo Brandt"]),
        # An audience does nothing.
        ("The international community must act.", []),
        # A listed body with its state before it, or with its legal form.
        (
            "The DPRK Reconnaissance General Bureau did it.",
            ["North Korea", "Reconnaissance General Bureau"],
        ),
        ("The U.S. Federal Bureau of Investigation did it.", ["United States", "FBI"]),
        ("Hanwha Ocean Co. said no.", ["Hanwha Ocean"]),
        # The body of another state of the same name is another one.
        (
            "The Russian Federal Bureau of Investigation did it.",
            ["Russian Federal Bureau of Investigation"],
        ),
        # One company, and the rank of a person behind a body.
        (
            "Brockhaven Shipbuilding & Marine Engineering did it.",
            ["Brockhaven Shipbuilding & Marine Engineering"],
        ),
        ("Joint Chiefs of Staff Chairman Gen. Hugo Brandt left.", ["Hugo Brandt"]),
        # Companies with two words of their trade, and no person among them.
        (
            "Neither Grey Gannet Shipping SA, the owner, nor its manager, Solvane Crewing, spoke.",
            ["Grey Gannet Shipping SA", "Solvane Crewing"],
        ),
        ("The bid of Takane Kinzoku K.K., a family firm, won.", ["Takane Kinzoku K.K."]),
        (
            "Talmira Brockhaven Data Services has nine employees.",
            ["Talmira Brockhaven Data Services"],
        ),
        ("Activist group United Against Dumping (UAD) left. UAD won.", ["United Against Dumping"]),
        # A typographic apostrophe, and the letters of a state.
        ("Russia’s defence ministry denied it.", ["Russia", "Ministry of Defence of Russia"]),
        ("The Ministry of Defense of the DPRK denied it.", ["Ministry of National Defence (DPRK)"]),
        # A developer may be a company; an exhibition and the seat of a college are nobody.
        ("Said game developer Talmira Sky, it left. Developer Hugo Brandt left.", ["Hugo Brandt"]),
        ("He saw the Talmira International Aerospace & Defense Exhibition.", []),
        ("Hugo Brandt, a professor at King's College London, left.", ["Hugo Brandt"]),
        (
            "They hit Belgian citizens Talat Mirov and Etibar Eyyor, and others.",
            ["Belgium", "Talat Mirov", "Etibar Eyyor"],
        ),
        # Somebody of whom his state knows nothing; a flag that a ship was given.
        ("A Belgian national was held on board. A Belgian citizen left.", []),
        ("The ship had been reflagged to Gabon in May.", []),
        ("Belgian national forces held the ship.", ["Belgium"]),
        ("They listed Belgian citizen Tsai Ming Yuan.", ["Tsai Ming Yuan"]),
        # A surname before the full name of somebody listed.
        ("Pompeo saw it. It was Secretary of State Mike Pompeo.", ["Mike Pompeo"]),
        # Apostrophes that a page lost, and a name in other letters behind it.
        ("The Democratic Peoples Republic of Korea left.", ["North Korea"]),
        ("Deputy Director Jo Yong Won (Cho Yo’ng-wo’n) left.", ["Jo Yong Won"]),
        # A premier who is not the one named before; the plain surname is.
        (
            "Kim Jong Un left. Prime Minister Kim met Hugo Brandt. Kim smiled.",
            ["Kim Jong Un", "Kim", "Hugo Brandt"],
        ),
        # A department and the person behind it; a unit in quotation marks; a seat in brackets.
        ("The Zenda Department for Trade Oleg Mirov left.", ["Zenda Department for Trade"]),
        ('In the "Talmira" detachment nobody slept.', ["Talmira"]),
        ("Hugo Brandt (KZB, Berlin) left.", ["Hugo Brandt"]),
        ("It is what U.N. sanctions monitors saw.", []),
        # Where a thing comes from.
        ("The drone, a Chinese-made toy, fell. A US-based pilot left.", []),
        # Korean names of words that mean something else.
        (
            "They named (Hugo Brandt, Jong In Chol, Son Kyong Sik) there.",
            ["Hugo Brandt", "Jong In Chol", "Son Kyong Sik"],
        ),
        # A surname behind a title in small letters.
        ("So says professor Brandt of Kestrel College.", ["Brandt", "Kestrel College"]),
        ("They met the senator Tuesday, the mayor of Talmira and captain Nobody else.", []),
        # The next holder of an office.
        ("Anna Moor left, replacing Shigeyuki Mito.", ["Anna Moor", "Shigeyuki Mito"]),
        ("佐藤太郎外相が話した。その後、佐藤外相は帰国した。", ["佐藤太郎"]),
        ("A researcher at the Oslo-based Fjord Institute left.", ["Fjord Institute"]),
    ],
)
def test_who_acts(text: str, names: list[str]) -> None:
    """The actors in reading order."""
    assert [actor.name for actor in analysed(text).actors] == names


@pytest.mark.parametrize(
    ("text", "identity", "role"),
    [
        (
            "Hugo Brandt, a former State Department negotiator, left.",
            "hugo-brandt",
            "former State Department negotiator",
        ),
        (
            "South Korean defence minister Hugo Brandt left.",
            "hugo-brandt",
            "South Korean defence minister",
        ),
        ("Rear Adm. Hugo Brandt left.", "hugo-brandt", "Rear Adm."),
        ("“No,” scoffed ex-RAF engineer Hugo Brandt, 61.", "hugo-brandt", "ex-RAF engineer"),
        (
            "Hugo Brandt, chairman of the Harlan Institute, left.",
            "hugo-brandt",
            "chairman of the Harlan Institute",
        ),
        (
            "They met Belgium's foreign minister Hugo Brandt.",
            "hugo-brandt",
            "Belgium's foreign minister",
        ),
        ("Hugo Brandt, a former U.S. negotiator, left.", "hugo-brandt", "former U.S. negotiator"),
        ("U.S. Ambassador Hugo Brandt left.", "hugo-brandt", "U.S. Ambassador"),
        # A verb before an office is no part of it.
        ("They oust Belgium's President Hugo Brandt.", "hugo-brandt", "Belgium's President"),
        (
            "He will appoint former Justice Minister Hugo Brandt.",
            "hugo-brandt",
            "former Justice Minister",
        ),
        ("They left, quoting analyst Hugo Brandt.", "hugo-brandt", "analyst"),
        ("On Monday Energy Minister Hugo Brandt left.", "hugo-brandt", "Energy Minister"),
        # Nor is the owner of the person who owns the office.
        (
            "It was Japan's former US President Hugo Brandt's idea.",
            "hugo-brandt",
            "former US President",
        ),
        # An office of several fields is given whole.
        (
            "Trade and Industry Minister Hugo Brandt left.",
            "hugo-brandt",
            "Trade and Industry Minister",
        ),
        (
            "Hugo Brandt, Minister of Economy, Trade and Industry, left.",
            "hugo-brandt",
            "Minister of Economy, Trade and Industry",
        ),
        (
            "Joint Chiefs of Staff Chairman Gen. Hugo Brandt left.",
            "hugo-brandt",
            "Joint Chiefs of Staff Chairman Gen.",
        ),
        ("Japan and Foreign Minister Hugo Brandt agreed.", "hugo-brandt", "Foreign Minister"),
        ("The US Secretary of state Hugo Brandt left.", "hugo-brandt", "US Secretary of state"),
        (
            "We met Hugo Brandt, our senior analyst at the bank.",
            "hugo-brandt",
            "senior analyst at the bank",
        ),
        # What somebody else will be, or what he is to somebody.
        ("They see Hugo Brandt, as defence minister, leave.", "hugo-brandt", None),
        ("He met his counterpart Hugo Brandt.", "hugo-brandt", None),
        ("“No,” said Hugo Brandt.", "hugo-brandt", None),
        ("Mr. Brandt said no. Mr. Hugo Brandt left.", "hugo-brandt", None),
        ("Hugo Brandt said no, the minister left.", "hugo-brandt", None),
        ("Hugo Brandt said no. Hugo Brandt, a welder, left.", "hugo-brandt", "welder"),
    ],
)
def test_a_role_is_the_article_s_own_words(text: str, identity: str, role: str | None) -> None:
    """A slice of the sentence right beside the name, or nothing."""
    assert actors(text)[identity] == role


def test_the_knowledge_tells_the_office_of_a_dated_article() -> None:
    """The office at the article's date goes before the words beside the name."""
    dated = actors("Analyst Kim Jong Un smiled at the crowd.", "2024-01-20")
    assert dated["kim-jong-un"] == "Supreme leader"


def test_an_undated_article_goes_by_its_own_words() -> None:
    """An office of today says nothing about an article of an unknown day."""
    undated = actors("Economic Security Minister Sanae Takaichi and Minoru Kihara smiled.")
    assert undated["sanae-takaichi"] == "Economic Security Minister"
    assert undated["minoru-kihara"] is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("选举前海港党议员林翰表示，一切正常，大家都很高兴。", "海港党议员"),
        ("日前中国外交部发言人林翰表示，一切正常，大家都很高兴。", "中国外交部发言人"),
        ("中国外交部发言人林翰表示，一切正常，大家都很高兴。", "中国外交部发言人"),
        ("前海港党议员林翰表示，一切正常，大家都很高兴。", "前海港党议员"),
        ("海港党前议员林翰表示，一切正常，大家都很高兴。", "海港党前议员"),
        ("이성찬 합참 공보실장은 브리핑에서 밝혔다. 회담은 끝났다.", "합참 공보실장"),
        ("군사 전문가 박용하는 새 엔진이라고 했다. 회담은 끝났다.", "군사 전문가"),
    ],
)
def test_a_role_in_other_scripts(text: str, role: str) -> None:
    """The title before a Chinese name, and before or after a Korean one."""
    people = [actor for actor in analysed(text).actors if actor.type == "person"]
    assert [actor.role for actor in people] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Rear Adm. Hugo Brandt, chief of the bureau, said that Anna Moor, a welder, left.",
        "Foreign Ministry spokeswoman Anna Moor said no; Gen. Hugo Brandt, 61, agreed.",
    ],
)
def test_a_role_stands_in_the_text(text: str) -> None:
    """Every role is found character by character in its article."""
    found = [actor.role for actor in analysed(text).actors if actor.type == "person"]
    assert len(found) == 2
    assert all(role is not None and role in text for role in found)
