"""Names that the knowledge lacks, caught by their form."""

from __future__ import annotations

import pytest
from workbench import Case, analysed, cases, document, knowledge

from generator.extract.names import NameFinder, UnlistedName

FINDER = NameFinder(knowledge())
PLAIN = "The weather over the whole of the coast stayed grey and cold for most of the day."


def read(text: str) -> tuple[tuple[str, UnlistedName], ...]:
    doc = document(text)
    return tuple((doc.article.text[name.start : name.end], name) for name in FINDER.find(doc))


def found(text: str) -> dict[str, tuple[str, str]]:
    """Surface -> type and full name, without what names nobody."""
    return {surface: (name.type, name.name) for surface, name in read(text) if not name.shared}


@pytest.mark.parametrize(
    "text",
    [
        "The Morning Calm lasted.",
        "Ambassador NATO Summit was a headline.",
        "Harbour Bridge, a national monument, was closed.",
        "On Monday Morning the sun rose.",
        "Blue Skies and Green Fields were painted.",
        "He said However nothing.",
        "“Never Again,” the crowd said.",
        "According to Monday reports, nothing happened.",
        "The general said nothing.",
        "The Ministry said nothing.",
        "A university opened.",
        "The Party met once again in the capital.",
        "President of the club.",
        "Analysts said nothing.",
        "In Total Silence they said goodbye.",
        "the minister said on Tuesday",
        "The carrier George Washington sailed into Yokosuka on Monday.",
        "The destroyer Choi Young joined the drill, officials said.",
        "Crews of the submarine Ahn Mu and the frigate Lee Sun waited.",
        "Troops took part in exercise Ulchi Freedom Shield, the army said.",
        "He cited the Nuclear Non-Proliferation Treaty (NPT) and the Northern Limit Line (NLL).",
        "The intercontinental ballistic missile (ICBM) flew for an hour, he said.",
        "The report ran in the New York Times on Sunday.",
        "The Pacific Ocean, the Indian Ocean and the South China Sea are far away, he said.",
        "Air Defence Systems were deployed near the coast, officials said.",
        "The Iron Dome and David's Sling intercepted most rockets, said the army.",
        "New Zealand said it would join. Papua New Guinea said it would not.",
        "The United States said that Operation Southern Spear had begun.",
        "It happened near Camp Humphreys and Osan Air Base, the military said.",
        "The Mar-a-Lago Accord was signed, the neighbours said.",
        "On Liberation Day, the Democratic People's Republic of Korea said nothing.",
        "The Year of the Dragon began, and Chinese New Year was quiet, residents said.",
        "A Type 055 destroyer and a Virginia-class submarine were seen.",
        "The Treaty on Comprehensive Strategic Partnership was ratified.",
        "Kim Il Sung Square was empty on Tuesday, residents said.",
        "Foreign Minister said on Monday that talks will go on.",
        "The Party Congress will open in January, the Party Central Committee said.",
        "The Sea of Japan, Lake Chuhung and Wonsan Bay were searched, the coast guard said.",
        "The S-400 Triumf and the Su-57 Felon were shown, state media said.",
        "The Nimitz-class carrier Theodore Roosevelt arrived on Friday.",
        "The Jeju Forum drew many guests to the island in May.",
        "The Geneva Conventions, the Six-Party Talks and the Agreed Framework failed.",
        "Northrop Grumman said it would build more.",
        "The prize is called the Nelson Mandela Prize, and James Street is long.",
        "He won the Robert Koch award.",
        "The frigate HMS Harlan Institute sailed, and HMS Ocean followed it.",
        "Our Nuclear Forces are ready, he said; the Armed Forces agreed.",
        "The Soviet Union fell, and the Cold War ended in Europe, historians said.",
        "Sunni Arabs said no. It is based in Virginia Beach, the release said.",
        "Trains from Camp Pendleton, Fort Bragg and St. Petersburg were late, he said.",
        "The company said on Monday that the Russian firm and the British bank had agreed.",
        "The group Tuesday claimed it; the Moscow-based think tank said no.",
        "A spokesman for the ministry and a spokesman for North Korea declined.",
        "“It was quiet.” Tuesday said nothing. “No,” Parliament said. “Stop,” Samsung said.",
        "“Stop,” the NATO note said. “We will,” he said. “Fine,” Analysts said. “Go,” Moscow said.",
        "Hamhung, a port with a shipyard, slept, and so did the Tokyo company.",
        "The exercise called Silver Lantern and a storm that a broker called historic passed.",
        "A daily Telegraph would be too much, she said.",
        "The bank of the Ruritan was muddy, and the operator pressed Enter.",
        "The carrier strike group Nimitz left, said the navy.",
        "Prices rose in May, said the ministry. By May, it said, they had doubled.",
        "He drove a Kamaz truck and a Toyota Hilux through the mud.",
        "The engine was a Rotax, the tyres were Michelin, and the radio was a Motorola.",
        "According to the 12 March Declaration, both sides would stop.",
        "The Second Congress ended on the Third Street of the town.",
        "The hull was photographed at Berth 7 of the Nakdong quay.",
        "The firm line taken by the cabinet surprised many.",
        "He was made by fate a soldier and by Lent a monk.",
        "The plan bears the mark of a compromise.",
        "The company town of Rason grew.",
        "The letter bears the signature of nobody.",
        "The tanker flew the flag of Panama and was registered in Palau.",
        "Passport 75 4418207 was issued in Cyprus; nationality Belize.",
        "Executive Order 13810 and General License 44 remain in force.",
        "The Hangzhou-made camera and the Shenzhen-made modem were sold openly.",
        "The drone, called Black Kite, crashed.",
        "The Golden Week holidays emptied the offices.",
        "It lies near Hill 266, Route 1 and Tunnel No. 4.",
        "The reactor is of the VVER type, the missile of the Scud family.",
        "The hackers used RustyBadger malware and the SilkFerret backdoor on a LinkedIn account.",
        "The hackers sent a PowerPoint file through GitHub.",
        "He praised GlassWorks for its windows.",
        "The Group 7 countries met, and the Fleet 2030 plan was dropped.",
        "The 3rd division of the league was won on the 5th army day.",
        "Countries such as these agree, and analysts like the plan.",
    ],
)
def test_a_capitalised_word_is_no_name_by_itself(text: str) -> None:
    """Only what the form makes plain is taken; ships, places, treaties and days are not."""
    assert found(text) == {}


@pytest.mark.parametrize(
    "line",
    [
        "By Daniel Orrey and Mina Holt",
        "(Reporting by Daniel Orrey; Editing by Tom Baskerville)",
        "Daniel Orrey, Northern Institute",
        "Minister Daniel Orrey Warns of Great Danger",
        "Daniel Orrey, specially for the Harbour Gazette",
    ],
)
def test_bylines_and_headings_name_nobody(line: str) -> None:
    """A line of capitals is a heading or a credit; a name counts where a sentence uses it."""
    assert found(f"{line}\n\n{PLAIN}") == {}


def test_a_writer_is_no_actor_in_the_note_about_the_writer() -> None:
    """The biography under a piece is about the byline."""
    text = f"By Daniel Orrey\n\n{PLAIN}\n\nDaniel Orrey is a fellow at the Northern Institute."
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Gen. Park Min-seok spoke first.", "Park Min-seok"),
        ("Professor Maria Ortega disagreed.", "Maria Ortega"),
        ("Analyst John Q. Doe wrote it.", "John Q. Doe"),
        ("Jane Roe, an analyst at a bank, disagreed.", "Jane Roe"),
        ("“It is over,” said Hugo Brandt.", "Hugo Brandt"),
        ("Hugo Brandt said it was over.", "Hugo Brandt"),
        ("Lawmaker Choi Eun-ji asked why.", "Choi Eun-ji"),
        ("Jean-Luc O'Neill said it was over.", "Jean-Luc O'Neill"),
        ("Rear Adm. Torvald Lindqvist saluted.", "Torvald Lindqvist"),
        ("The former negotiator Ilse Vandamme was not surprised.", "Ilse Vandamme"),
        ("Ilse Vandamme, a former U.S. negotiator, was not surprised.", "Ilse Vandamme"),
        ("Ilse Vandamme, who runs the office, was not surprised.", "Ilse Vandamme"),
        ("Ilse Vandamme, 61, was not surprised.", "Ilse Vandamme"),
        ("Ilse Vandamme, Belgium's foreign minister, was not surprised.", "Ilse Vandamme"),
        ("Ilse Vandamme, under secretary of defence for policy, flew in.", "Ilse Vandamme"),
        ("“No,” scoffed ex-navy engineer Barry Thistle, and left.", "Barry Thistle"),
        ("Retired general Ansel Whitcombe attended.", "Ansel Whitcombe"),
        ("KIM Yong-rok, director of the bureau, was sanctioned.", "KIM Yong-rok"),
        ("Chief Cabinet Secretary Haruto Minamida told reporters.", "Haruto Minamida"),
        ("Mayor Minamida Haruto ordered a shelter opened.", "Minamida Haruto"),
        ("Prime Minister Tran Van Duc attended.", "Tran Van Duc"),
        ("Ursula van der Meer, president of the council, condemned it.", "Ursula van der Meer"),
        ("Mohammad bin Rashid met the visitors in May.", "Mohammad bin Rashid"),
        ("Defence chief Siobhán MacGregor agreed.", "Siobhán MacGregor"),
        ("Joseph Bexley of the Harlan Institute thinks so.", "Joseph Bexley"),
        ("Captain Ri Jong Hwa of the trawler was arrested.", "Ri Jong Hwa"),
        (
            "Experts such as Bruce Kellerman doubt it, and by Victor Moss it was denied.",
            "Victor Moss",
        ),
        ("Russian Deputy Foreign Minister Arkady Rudin arrived.", "Arkady Rudin"),
        ("Chinese Foreign Ministry spokesman Guo Yulin said China was watching.", "Guo Yulin"),
        ("Pham Duc-ho, a welder, heard it first.", "Pham Duc-ho"),
        ("Sgt. Maria del Carmen Ruiz was hurt.", "Maria del Carmen Ruiz"),
        ("Abdullah Al-Rashid, a Kuwaiti shipbroker, paid.", "Abdullah Al-Rashid"),
        ("“It is over,” Hentzau said, and left.", "Hentzau"),
        ("“It is over,” said Hentzau, whose crew was lost.", "Hentzau"),
        ("Ilse Vandamme, a retired captain now at sea again, was not surprised.", "Ilse Vandamme"),
        ("Ilse Vandamme (Institute of Border Studies) doubts it.", "Ilse Vandamme"),
        ("Ilse Vandamme at the Elphin Risk Exchange told reporters.", "Ilse Vandamme"),
        ("It was a company run by Ilse Vandamme.", "Ilse Vandamme"),
        ("Vice Minister of Industry and Trade Ilse Vandamme signed.", "Ilse Vandamme"),
        ("Vice Minister MORITA Kenji protested.", "MORITA Kenji"),
        ("Vice-Minister for Foreign Affairs KISHIDA Naoki protested.", "KISHIDA Naoki"),
        (
            "Secretary for Trade and Foreign Intelligence Ilse K. Vandamme signed.",
            "Ilse K. Vandamme",
        ),
        ("Its head, Ruritanian national Ilse Vandamme, rented it.", "Ilse Vandamme"),
        ("Ilse Vandamme, a Ruritanian citizen living in Strelsau, ran it.", "Ilse Vandamme"),
        (
            "Under Secretary of the Treasury for Terror and Financial Crime Anna Moor left.",
            "Anna Moor",
        ),
        ("Prime Minister-designate Ilse Vandamme signed.", "Ilse Vandamme"),
        ("They jailed him and his partner, Ilse Vandamme.", "Ilse Vandamme"),
        ("She met her counterpart Ilse Vandamme.", "Ilse Vandamme"),
        ("According to Zoh Min-ho of the bureau, it was late.", "Zoh Min-ho"),
        ("Xie Lanzhou of the bureau agreed.", "Xie Lanzhou"),
        ("Kim Se Dal (a.k.a. Kin Shidal) was named.", "Kim Se Dal"),
        ("Anna May argues that the index fell.", "Anna May"),
        ("They are: KIM, Se Dal (a.k.a. KIM, Se-dal), Dandong, China.", "KIM, Se Dal"),
        ("They are: RYU, Yong Dal, Beijing, China; DOB 1970.", "RYU, Yong Dal"),
        ("The planning minister, Imad Farouqi, agreed.", "Imad Farouqi"),
        ("Gennady Pavlovich Truskov met the envoy.", "Gennady Pavlovich Truskov"),
        ("Tserendorjiin Oyuun met the guests.", "Tserendorjiin Oyuun"),
        ("An official of the trade ministry, Dulamsuren Bold, confirmed it.", "Dulamsuren Bold"),
        ("A deputy head of the section called Ho Jong Man met them.", "Ho Jong Man"),
        ("Senzaku Amagawa of the opposition asked why.", "Senzaku Amagawa"),
        ("Speaking for the boats, Hidetaka Okabe asked for help.", "Hidetaka Okabe"),
        ("Witnesses Arvo Tamm and Lys Kask described a drone.", "Lys Kask"),
        ("Two engineers, Arvo Tamm and Lys Kask, flew in.", "Lys Kask"),
        ("Director-General Sato Kenjaro of the bureau flew in.", "Sato Kenjaro"),
        ("With him was So Myong Il, director of the academy.", "So Myong Il"),
        ("According to a note by Janus Crewe, the tubes were empty.", "Janus Crewe"),
        ("Analysts such as Mikkel Strand-Larsen doubt it.", "Mikkel Strand-Larsen"),
        ("Son Kyong Sik said no.", "Son Kyong Sik"),
        ("Colonel R. Hentzau left the port.", "R. Hentzau"),
        ("Son Mark Reed said no.", "Mark Reed"),
    ],
)
def test_people_are_found_by_title_or_speech(text: str, surface: str) -> None:
    """A title before, an occupation after, or a verb of saying beside the name."""
    assert found(text).get(surface) == ("person", surface)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He works at the Harlan Institute.", "Harlan Institute"),
        ("She joined the University of Leeds in May.", "University of Leeds"),
        ("It was built by Orion Shipyard in 2020.", "Orion Shipyard"),
        ("The Center for Naval Studies published it.", "Center for Naval Studies"),
        ("The 3rd report of the Baltic Research Foundation came.", "Baltic Research Foundation"),
        ("Anna Moor of the Harlan Institute left.", "Harlan Institute"),
        ("The yard of Halden Ocean was closed.", "Halden Ocean"),
        ("Halden Marine Systems is the rival bidder.", "Halden Marine Systems"),
        ("The order went to Ostra Heavy Industries.", "Ostra Heavy Industries"),
        ("Gulf Star Shipping Co. owns the tanker.", "Gulf Star Shipping Co"),
        ("Brenner Optik GmbH sold the lenses.", "Brenner Optik GmbH"),
        ("The 22nd Missile Brigade took part.", "22nd Missile Brigade"),
        ("A source told the Harbour Post that it failed.", "Harbour Post"),
        ("The Harbour Herald reported it first.", "Harbour Herald"),
        ("A source told the Patriot-News that it failed.", "Patriot-News"),
        ("He advises the Halifax Maritime Forum.", "Halifax Maritime Forum"),
        ("Brandt, a fellow at the Lisbon Arms Control Forum, agreed.", "Lisbon Arms Control Forum"),
        (
            "South Korea's Ministry of Trade, Industry and Energy agreed.",
            "Ministry of Trade, Industry and Energy",
        ),
        ("Congress ought to act now.", "Congress"),
        ("It names SOBAEK TRADING COMPANY, based in a harbour.", "SOBAEK TRADING COMPANY"),
        ("The Diet passed the budget.", "Diet"),
        ("A visit to the Nuclear Weapons Institute would tell.", "Nuclear Weapons Institute"),
        ("Gree General Corporation and Poong Corporation were listed.", "Poong Corporation"),
    ],
)
def test_organisations_are_found_by_their_head_noun(text: str, surface: str) -> None:
    """An institute, a university, a yard: the noun says what the capitals name."""
    assert found(text).get(surface) == ("organisation", surface)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        (
            "Elphin Brightway Trading Co., Ltd. (Brightway) paid. Brightway did not answer.",
            "Brightway",
            "Elphin Brightway Trading Co., Ltd",
        ),
        (
            "The Harlan Institute for Arms Control (HIAC) counts 50. The HIAC may be wrong.",
            "HIAC",
            "Harlan Institute for Arms Control",
        ),
        (
            "The HIAC (Harlan Institute for Arms Control) counts 50. The HIAC may be wrong.",
            "HIAC",
            "Harlan Institute for Arms Control",
        ),
        (
            "It named Ryonmu General Corporation (RGC). Then RGC moved on.",
            "RGC",
            "Ryonmu General Corporation",
        ),
        (
            "It named Ryonmu General Corporation(RGC). Then RGC moved on.",
            "RGC",
            "Ryonmu General Corporation",
        ),
    ],
)
def test_a_defined_abbreviation_holds_through_the_article(text: str, short: str, full: str) -> None:
    """In both directions of the brackets."""
    assert found(text)[short] == ("organisation", full)
    assert sum(surface == short for surface, _ in read(text)) == 2


@pytest.mark.parametrize(
    ("text", "surface", "full"),
    [
        (
            "The OFAC-sanctioned Pelin Orsa Trading Corporation left.",
            "Pelin Orsa Trading Corporation",
            "Pelin Orsa Trading Corporation",
        ),
    ],
)
def test_what_was_done_to_a_firm_is_no_part_of_its_name(text: str, surface: str, full: str) -> None:
    """Before the name, joined to the letters of whoever did it."""
    assert found(text)[surface][1] == full


def test_a_ship_is_no_body() -> None:
    """Whatever stands beside its name: somewhere it stands behind the word for a ship."""
    assert found("The owner of the Pelin Orsa left. The tanker Pelin Orsa sailed.") == {}


def test_lines_that_run_together_name_nobody() -> None:
    """As where a page lost the link between two headlines."""
    assert found("The leader Tal MirovTal Mirov spoke of it.") == {}


def test_an_abbreviation_of_a_known_body_names_that_body() -> None:
    """The definition joins the two, though the knowledge lacks the short form."""
    text = "The Korea Institute for National Unification (KNU) warned. Later the KNU said more."
    analysis = analysed(text)
    entities = {item.surface: str(item.entity) for item in analysis.mentions}
    assert entities["KNU"] == entities["Korea Institute for National Unification"]


def test_letters_that_speak_are_a_body() -> None:
    """One that nobody spells out; letters that do nothing, or describe the next noun, are not."""
    assert found("“We will,” ZRA said. A TEL moved, and the TEL crew said no.") == {
        "ZRA": ("organisation", "ZRA")
    }


def test_an_abbreviation_that_does_not_fit_defines_nothing() -> None:
    """Brackets hold other things as well."""
    assert "TEL" not in found("The Harlan Institute (TEL) counts 50. The TEL moved.")


def test_a_surname_stands_for_the_person_named_before() -> None:
    """Once the full name is known, its last word is enough; in Korean names the first."""
    western = found("Hugo Brandt said it was over. Later Brandt left.")
    assert western["Brandt"] == ("person", "Hugo Brandt")
    korean = found("Gen. Park Min-seok spoke first. Then Park left.")
    assert korean["Park"] == ("person", "Park Min-seok")
    chinese = found("Former officer Fu Qianlin agreed. Fu said more.")
    assert chinese["Fu"] == ("person", "Fu Qianlin")
    capitals = found("Director KIM Yong-rok was sanctioned. KIM Yong-rok denied it.")
    assert capitals == {"KIM Yong-rok": ("person", "KIM Yong-rok")}


def test_a_surname_that_is_a_month_needs_a_verb() -> None:
    """ "May notes" is she, "in May" is the month."""
    text = "Anna May argues that prices fell. In May they rose. May notes that May was warm."
    assert [surface for surface, name in read(text) if name.name == "Anna May"] == [
        "Anna May",
        "May",
    ]


def test_a_speaker_of_one_word_is_left_to_the_longer_name() -> None:
    """Whoever or whatever bears the word in full is meant, wherever it stands."""
    text = "“No,” Hentzau said. Count Rupert Hentzau left. “Yes,” Zenda said. Zenda Motors fell."
    assert {name.name for _, name in read(text)} == {"Rupert Hentzau", "Zenda Motors"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"I saw it," said Danylo. He had come from Kharkiv.', "person"),
        ('"It was loud," Kestrel said, using a call sign.', "person"),
        ('Quantor fell silent. "We sell paint," Quantor said in a statement.', "organisation"),
        ('"Our drones work," Quantor said. Shares in Quantor fell by a tenth.', "organisation"),
    ],
)
def test_a_speaker_of_one_word_is_a_company_by_what_stands_beside_it(text: str, kind: str) -> None:
    """Somewhere in the article; without such a sign it is taken for a person."""
    assert {one for one, _ in found(text).values()} == {kind}


def test_other_names_stand_for_the_same_person() -> None:
    """A list of designated persons gives them right behind the first."""
    text = 'They are: KIM, Se Dal (a.k.a. "KIN, Shidal"; a.k.a. "KIM, Sedal"), Dandong, China.'
    assert {surface: full for surface, (_, full) in found(text).items()} == {
        "KIM, Se Dal": "KIM, Se Dal",
        "KIN, Shidal": "KIM, Se Dal",
        "KIM, Sedal": "KIM, Se Dal",
    }


def test_another_name_in_brackets_stands_for_the_same_company() -> None:
    """In a sentence too, and not only in a list."""
    text = "It blacklisted Sable Shipping Company (a.k.a. Grey Gull) on Friday."
    assert {surface: full for surface, (_, full) in found(text).items()} == {
        "Sable Shipping Company": "Sable Shipping Company",
        "Grey Gull": "Sable Shipping Company",
    }


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The shipbuilder Zenda Forge won.", "Zenda Forge"),
        ("It was bought from security company Blackelm.", "Blackelm"),
        ("It was bought through a broker called Elphin-Resurs.", "Elphin-Resurs"),
        ("He runs the Zenda-Vostok consultancy.", "Zenda-Vostok"),
        ("Blue Elm, a consultancy in Strelsau, closed.", "Blue Elm"),
        ("Blue Elm, the Denver-based law firm, closed.", "Blue Elm"),
        ("A spokesman for Blue Elm declined.", "Blue Elm"),
        ("An analyst at Blue Elm declined.", "Blue Elm"),
        ("Anna Moor, who heads the Zenda Cable Watch, declined.", "Zenda Cable Watch"),
        ("Companies such as Blue Elm left.", "Blue Elm"),
        ("Anna Moor, who reads signs for the Zenda Forum, noted it.", "Zenda Forum"),
        ("A captain at the Zenda Safety Forum declined.", "Zenda Safety Forum"),
        ("Blue Elm’s chief executive, Anna Moor, declined.", "Blue Elm"),
        ("The Strelsau-based Institute for Tides agreed.", "Institute for Tides"),
        ("He is an expert of the center “Elphin-Analitika”.", "Elphin-Analitika"),
        ("It is registered to ZENDA TRADE CO., LTD, of Strelsau.", "ZENDA TRADE CO., LTD"),
        ("Strelmet, a maker of gyroscopes in Zenda, denied it.", "Strelmet"),
        ("It went to Elphin Denki, a Zenda maker of sonar.", "Elphin Denki"),
        ("The unit bears the mark of Halden Micro, a supplier of motors.", "Halden Micro"),
        ("The valves carried the logo of Halden Hydraulik.", "Halden Hydraulik"),
        ("The seals were made by Halden Rubberworks.", "Halden Rubberworks"),
        ("The weekly Zenda Vestnik reported it.", "Zenda Vestnik"),
        ("Elphoptik, which makes lenses in Zenda, denied it.", "Elphoptik"),
        ("The radar was delivered by Zenda-based Retia Elphin.", "Retia Elphin"),
        ("A hacking crew dubbed “Grey Lynx” stole the plans.", "Grey Lynx"),
        ("Defectors call it the “Number 8 Office”.", "Number 8 Office"),
        ("He served in Unit 529 for years.", "Unit 529"),
        ("Executives at Elphin Composite refused to comment.", "Elphin Composite"),
        ("A Zenda-based group Tidal Notes, run by an engineer, closed.", "Tidal Notes"),
        ("A small Zenda company, Elphin Marine, makes the racks.", "Elphin Marine"),
        ("The freighter is operated by Elphin-Trans, which denied it.", "Elphin-Trans"),
        (
            "He read it at the Zenda Institute of Peripheral Strategy.",
            "Zenda Institute of Peripheral Strategy",
        ),
        ("A court fined him, and the bank Zenda-Kapital paid.", "Zenda-Kapital"),
        ("Imagery from the provider Halden shows a roof.", "Halden"),
        ("Its parent, Zenda Vostok, declined.", "Zenda Vostok"),
        ("A little-known company in Zenda called Elphin Acoustic won.", "Elphin Acoustic"),
        ("A group calling itself Free Elphberg claimed it.", "Free Elphberg"),
        ("The Elphberg design bureau drew the hull.", "Elphberg"),
        ("A court fined a director of Trans Zenda Routes.", "Trans Zenda Routes"),
        ("The Zenda Seismic Array (ZESAR) measured a tremor.", "Zenda Seismic Array"),
        (
            "Workers of the Zenda Ryonha General Machinery Plant cheered.",
            "Zenda Ryonha General Machinery Plant",
        ),
        ("The Zenda Tractor Factory built it.", "Zenda Tractor Factory"),
        ("The engines come from the 7 April Works, officials said.", "7 April Works"),
        (
            "The January 18 General Machinery Factory was visited.",
            "January 18 General Machinery Factory",
        ),
        ('A unit called the "91 Office" broke in.', "91 Office"),
        ("He worked for Room 37 until 2009.", "Room 37"),
        ("Bureau 129, the hacking arm of the agency, was blamed.", "Bureau 129"),
        ("The Third Fleet was placed on alert.", "Third Fleet"),
        ("Its commander leads the Fleet Operations Command.", "Fleet Operations Command"),
        ("Zenda Shipping Pte. Ltd. chartered the tanker.", "Zenda Shipping Pte. Ltd"),
        ("The agency named Gull Star Shipping FZE as the owner.", "Gull Star Shipping FZE"),
        ("The hackers, whom a firm calls GlassMagpie, sent files.", "GlassMagpie"),
        ("Phishing by the group CobaltHeron began in May.", "CobaltHeron"),
        ("RustRivets, a hacking crew, stole the malware.", "RustRivets"),
        (
            "The 520th separate coastal missile brigade was moved.",
            "520th separate coastal missile brigade",
        ),
        ("British Carrier Strike Group 25 reached the port.", "Carrier Strike Group 25"),
        ("Task Force 71 sailed east.", "Task Force 71"),
        ("The 131 General Bureau runs the mine.", "131 General Bureau"),
        ("The navy's Supply Command denied it.", "Supply Command"),
        ("The Yellow Sea Courier reported the launch.", "Yellow Sea Courier"),
        (
            "The Defence Research and Development Organisation tested it.",
            "Defence Research and Development Organisation",
        ),
        ("Rubikon, an elite drone unit, was seen.", "Rubikon"),
        ("Two regiments stand there, according to Zenda Watch.", "Zenda Watch"),
    ],
)
def test_organisations_are_found_by_what_they_are_said_to_be(text: str, surface: str) -> None:
    """Their own words need say nothing."""
    assert found(text)[surface] == ("organisation", surface)


def test_works_are_a_place_where_something_only_happens_there() -> None:
    """A power plant, and a factory that somebody is near, act in nothing."""
    assert found("They stood near the Zenda Tractor Factory.") == {}
    assert found("Smoke rose over the Zenda Power Plant, and the mill was shut.") == {}


def test_a_door_with_a_number_is_no_body() -> None:
    """ "Office 12" needs somebody who belongs to it, or a noun that says what it is."""
    assert found("He waited in Room 37 of the hotel, behind Office 12.") == {}


def test_a_list_of_designated_parties_names_them() -> None:
    """The words in capitals that begin an entry, with their other names and whom they serve."""
    text = (
        "The following were added:\n\n"
        "HENTZAU, Rupert Ivanovich (Cyrillic: ХЕНЦАУ, Руперт; a.k.a. HENZAU, Rup); DOB 1970\n\n"
        "ZENDA LAMP COMPANY (a.k.a. ZLC; f.k.a. STRELSAU LAMP TRUST), Strelsau [NPX]\n\n"
        "GREY HERON 9 (f.k.a. OLD GULL 6) Bulk Carrier; IMO 9000011 (Linked To: GULL S.A.)\n\n"
        "Rupert Hentzau told the court that he dealt in lamps."
    )
    assert {surface: full for surface, (_, full) in found(text).items()} == {
        "HENTZAU, Rupert Ivanovich": "Rupert Hentzau",
        "ХЕНЦАУ, Руперт": "Rupert Hentzau",
        "HENZAU, Rup": "Rupert Hentzau",
        "ZENDA LAMP COMPANY": "ZENDA LAMP COMPANY",
        "ZLC": "ZENDA LAMP COMPANY",
        "STRELSAU LAMP TRUST": "ZENDA LAMP COMPANY",
        "GREY HERON 9": "GREY HERON 9",
        "OLD GULL 6": "GREY HERON 9",
        "GULL S.A.": "GULL S.A.",
        "Rupert Hentzau": "Rupert Hentzau",
    }


def test_a_surname_is_nobody_before_its_owner() -> None:
    """What comes first cannot refer back."""
    assert "Brandt" not in found("Brandt left. Hugo Brandt said it was over.")


def test_a_title_and_a_surname_name_whoever_is_named_in_full() -> None:
    """Before or behind the full name; with two owners the surname stays by itself."""
    text = "“It is paper,” laughs Senzaku Amagawa, a former admiral. Mr. Amagawa warns of more."
    assert found(text)["Amagawa"] == ("person", "Senzaku Amagawa")


def test_a_shared_surname_stands_for_nobody() -> None:
    """Two people of one surname cannot be told apart by it."""
    both = found("Hugo Brandt said yes. Anna Brandt said no. Then Brandt left.")
    assert "Brandt" not in both


def test_a_surname_shared_with_a_known_person_is_left_open() -> None:
    """After both were named in full it is neither; before the known one it is the unlisted."""
    text = "Kim Min-dal said yes. Kim left. Kim Jong Un said no. Then Kim left again."
    analysis = analysed(text)
    kims = [str(item.entity) for item in analysis.mentions if item.surface == "Kim"]
    assert kims == ["kim-min-dal"]


def test_a_place_that_shares_a_surname_is_left_alone() -> None:
    """A capitalised word after the surname makes it part of another name."""
    names = found("Hugo Brandt said yes. The Brandt Line divides the world.")
    assert set(names) == {"Hugo Brandt"}


@pytest.mark.parametrize("case", cases("names"), ids=str)
def test_names_of_other_scripts_are_read_as_the_case_says(case: Case) -> None:
    """Expectations are ``person: name``, ``organisation: name`` or ``nobody``, and no more."""
    names = found(case.text)
    lines = [line.partition(":") for line in case.expected if line != "nobody"]
    expected = {(kind.strip(), name.strip()) for kind, _, name in lines}
    assert {(kind, surface) for surface, (kind, _) in names.items()} == expected


@pytest.mark.parametrize(
    ("text", "surname", "full"),
    [
        (
            "Police arrested Oleg Dementyev, 41. Mr. Dementyev denies it.",
            "Dementyev",
            "Oleg Dementyev",
        ),
        ("Police arrested Xie Tianlei, 41. Mr. Xie denies it.", "Xie", "Xie Tianlei"),
        ("Analyst Park Sang-min said so. Dr. Park doubts it.", "Park", "Park Sang-min"),
        ("Colonel Kim Chol-ho came. Colonel Kim left.", "Kim", "Kim Chol-ho"),
    ],
)
def test_a_titled_surname_is_the_person_whose_surname_it_is(
    text: str, surname: str, full: str
) -> None:
    """Names that begin with the surname are called again by their first word."""
    assert found(text)[surname] == ("person", full)


@pytest.mark.parametrize(
    "text",
    [
        "Thieves drained millions from Kaldvik, an Estonian-registered crypto exchange.",
        "Kaldvik, a Norwegian shipbroker, said so.",
    ],
)
def test_a_firm_is_told_by_its_trade(text: str) -> None:
    """What stands behind the comma makes one word a firm."""
    assert found(text)["Kaldvik"][0] == "organisation"


def test_what_fills_a_quotation_is_no_person() -> None:
    """The ship's title is a part of its name."""
    assert found('The fleet lost its flagship, "Prince Zenda", who sank last autumn.') == {}
