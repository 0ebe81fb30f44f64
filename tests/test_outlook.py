"""What looks ahead, what kind of statement it is, and whose."""

from __future__ import annotations

import pytest
from drafting import UNDATED, document, knowledge, mentions
from msgspec.structs import replace
from workbench import analysed

from generator.extract.claims import find_claims
from generator.extract.outlook import find_outlook
from generator.model import (
    DateExpression,
    Document,
    Genre,
    Horizon,
    Outlook,
    PublicationDate,
)
from generator.text.speech.voices import Voices


def read(
    found: Document,
    *,
    genre: Genre = "news",
    dates: tuple[DateExpression, ...] = (),
    published: PublicationDate = UNDATED,
) -> tuple[Outlook, ...]:
    known = mentions(found)
    claims = find_claims(found, mentions=known, knowledge=knowledge(), genre=genre)
    return find_outlook(
        found,
        voices=Voices(claims),
        mentions=known,
        dates=dates,
        knowledge=knowledge(),
        published=published,
    )


NOT_AHEAD: tuple[tuple[str, str], ...] = (
    # the noun, the month, the name
    ("noun will", "The test was a show of the political will of the leadership."),
    ("noun will", "He praised the indomitable will of the troops."),
    ("noun will", "Soldiers were kept there against their will."),
    ("willingness", "Observers doubt its willingness."),
    ("name", "The minister met Will Scharf at the airport."),
    ("month", "In May the navy launched a second frigate."),
    ("month", "The May summit produced a joint statement."),
    # the past
    ("may have", "The missile may have failed shortly after launch."),
    ("could have", "A short circuit could have caused the fire."),
    ("might have", "Engineers might have used a Russian engine."),
    ("would have", "Without the sanctions, output would have doubled."),
    ("should have", "The council should have acted sooner."),
    ("must have", "The crew must have seen the flash."),
    ("was expected", "The visit was expected to last three days but was cut short."),
    ("was set to", "He was set to speak but fell ill."),
    ("likely past", "The debris was likely part of the second stage."),
    ("likely have", "The two countries are likely to have exchanged data last year."),
    ("narrated would", "He would later become head of the army."),
    ("habit", "His father would often inspect the yard at night."),
    ("could not", "Rescuers could not reach the site for two days."),
    ("could not", "The report could not be independently verified."),
    ("could be seen", "Smoke could be seen over the harbour."),
    ("so that could", "The bridge was closed so that trucks could unload."),
    # ability and figures
    ("capable", "The missile is capable of striking targets 2,000 km away."),
    ("could reach", "With a lighter warhead the missile could reach Guam."),
    ("could carry", "The Hwasong-20 could carry several warheads."),
    ("can", "The launcher can fire eight rockets in a minute."),
    ("can only", "They can only trade with each other."),
    # how things are now
    ("concession", "Although the country may appear isolated, its trade has grown."),
    ("concession", "While the army may be large, its equipment is old."),
    ("may already", "The reactor may already be running."),
    ("now", "The visit holds far-reaching implications for the alliance."),
    ("now", "Experts are closely following the construction work."),
    ("adjective", "The general is the likely successor to the minister."),
    ("adjective", "Fuel shortages are a likely cause of the delay."),
    ("adjective", "The anticipated visit drew reporters from many countries."),
    ("potential", "The drills cover potential threats from the sea."),
    ("preparing for", "Their actions show that they are preparing for the worst."),
    ("impossible", "It is impossible for the ministry to decide alone."),
    ("unclear past", "It remains unclear who ordered the attack."),
    ("unclear past", "It was unclear how many people were hurt."),
    ("noted", "It should be noted that the figures were revised twice."),
    ("due to", "Flights were cancelled due to heavy snow."),
    ("plans noun", "Satellite images showed work on its plans to the north."),
    ("if past", "The guards asked if the visitors carried telephones."),
    # duties
    ("shall", "All Member States shall seize and dispose of such items."),
    ("must", "All property of the designated persons must be blocked and reported."),
    ("may not", "These items may not be exported without a licence."),
    ("must", "U.S. persons must report such transfers within ten days."),
    ("law", "Every citizen shall defend the motherland."),
    # hooks
    ("question past", "Did the leader really miss his own parade?"),
    ("question now", "Guess who is back in town?"),
    ("quoted past", "The ministry said on Tuesday that it had sent two ships."),
    ("expected as", "As expected, the parade began at midnight."),
    ("needed", "The aid was necessary to keep the hospital open."),
    ("under way", "The yard may be hiding a second hull."),
    ("any that", "Beijing opposes any move that could raise tensions."),
    ("if confirmed", "If confirmed, it would be the first such launch in two years."),
    ("duty", "Under the agreement, Seoul must notify the North of drills."),
    ("gerund", "Buses travelling to the border were stopped."),
    ("used for", "The network earns money that could be used for weapons."),
    ("now", "Worshippers may now gather in public."),
    ("refusal past", "Tokyo wanted to talk, but Pyongyang would not listen."),
    ("chinese fact", "朝鲜10日举行了阅兵式。"),
)


@pytest.mark.parametrize(("trap", "sentence"), NOT_AHEAD)
def test_modal_words_that_do_not_look_ahead_stay_out(trap: str, sentence: str) -> None:
    """The past, ability, duty, concession and the noun "will" are no outlook."""
    found = read(document((sentence,)), genre="commentary")
    assert not found, f"{trap}: read as {found[0].type} through {found[0].term!r}"


NOT_AHEAD_EITHER: tuple[tuple[str, str], ...] = (
    ("bygone", "Lavrov said at the time that the talks would fail."),
    ("bygone", "Seoul had warned that the North would test an engine."),
    ("bygone", "Analysts had said the deal would collapse."),
    ("question now", "Is the photograph genuine?"),
    ("question past", "But has anyone in the ministry listened?"),
    ("question past", "And who was in the car?"),
    ("question past", "Why did the guards not fire?"),
    ("noun will", "Is there the will to act?"),
    ("present", "The minister may be right."),
    ("present", "Critics may be wrong about the engine, which flew twice."),
    ("present", "The pilots may not know the route."),
    ("guess", "The crew might have used a spare part."),
    ("past guess", "Analysts believe the launcher may have come from Russia."),
    ("now", "The leader may want a bigger share of the credit."),
    ("now", "The hull may contain parts made abroad."),
    ("ability", "The radar can track forty targets at once."),
    ("ability", "The pier can now take larger ships."),
    ("past plan", "The navy was to be given two frigates, but the money ran out."),
    ("past plan", "The hall, which was to be opened in May, burned down in April."),
    ("narrated", "She would often walk home along the quay."),
    ("refused", "The guards would not open the gate."),
    ("chinese guess", "专家说，导弹可能使用了新发动机。"),
    ("chinese guess", "这枚导弹可能已经部署。"),
    ("chinese bygone", "他当时说，朝鲜可能再次试射。"),
    ("chinese object", "士兵将导弹运到了海边。"),
    ("chinese rank", "上将金某出席了仪式。"),
    ("korean guess", "엔진은 지난해 만들었을 가능성이 있다고 전문가가 말했다."),
    ("korean fact", "북한은 어제 미사일을 발사했다고 발표했다."),
    ("korean bygone", "장관은 당시 북한이 곧 발사할 것이라고 말했다."),
    ("korean seems", "미사일은 동해에 떨어진 것으로 보인다."),
    ("weather", "The river froze early this winter."),
    ("rank", "Deputy minister Will Harlow left the hall."),
    ("permission", "Visitors may take photographs inside the hall."),
    ("ability past", "By noon the crews could see the wreck."),
    ("explained", "That may explain why the pier was empty."),
    ("reported need", "The yard needed new cranes last year."),
    ("bygone", "In 1994 the experts said then that the regime would fall."),
    ("question now", "How many people live in the town?"),
    ("question past", "Who paid for the ship?"),
    ("question past", "Have the neighbours noticed?"),
    ("doubt past", "It is unclear who fired the shot."),
    ("adjective", "The probable cause was a leak."),
    ("object", "He signed his will in the morning."),
    ("chinese meeting", "会议讨论了合作问题。"),
    ("chinese near", "演习持续了将近三天。"),
    ("japanese fact", "北朝鮮はミサイルを発射した。"),
    ("korean plan noun", "북한은 지난달 공장을 지었다."),
    ("korean can", "이 열차는 시속 200km로 달릴 수 있다."),
)


@pytest.mark.parametrize(("trap", "sentence"), NOT_AHEAD_EITHER)
def test_what_was_said_then_what_is_and_what_was_asked_stay_out(trap: str, sentence: str) -> None:
    """Bygone forecasts, guesses about facts, questions about the past, generals named 将."""
    found = read(document((sentence,)), genre="commentary")
    assert not found, f"{trap}: read as {found[0].type} through {found[0].term!r}"


AHEAD: tuple[tuple[Genre, str, str, str | None, str | None], ...] = (
    # genre, sentence, type, term, holder
    # wire
    ("news", "Lavrov will visit Pyongyang next week, the ministry said.", "scheduled", "will",
     "anonymous"),
    ("news", "Kim Jong Un is expected to attend a summit in Moscow in September.", "scheduled",
     "expected to", None),
    ("news", "Analysts say Pyongyang may conduct another nuclear test.", "forecast", "may",
     "anonymous"),
    ("news", "Seoul said it would resume loudspeaker broadcasts.", "pledge", "would",
     "south-korea"),
    ("news", "Washington plans to send a second carrier group to the region.", "scheduled",
     "plans to", None),
    ("news", "The two sides agreed to expand cooperation in shipbuilding.", "pledge", "agreed to",
     None),
    ("news", "Kim vowed to accelerate the production of warheads, KCNA reported.", "pledge",
     "vowed to", "kim"),
    ("news", "South Korea's military warned that Pyongyang could launch a satellite soon.",
     "warning", "could", "south-korea"),
    ("news", "Beijing urged all parties to exercise restraint.", "recommendation", None, "china"),
    ("news", "The council is scheduled to vote on the draft on Thursday.", "scheduled",
     "scheduled to", None),
    ("news", "The IAEA said it expects the reactor to start up within months.", "forecast",
     "expects", "iaea"),
    ("news", "Trump said he would meet Kim again if the North stops testing.", "scheduled",
     "would", "trump"),
    ("news", '"The exercise will take place as planned," the Joint Chiefs of Staff said.',
     "scheduled", "will", "jcs"),
    ("news", "It remains to be seen whether the truce holds.", "question", "remains to be seen",
     None),
    ("news", "It is unclear whether Lavrov will meet Kim Jong Un.", "question", "is unclear", None),
    ("news", "The two leaders are to hold talks on Saturday.", "scheduled", "are to hold", None),
    ("news", "The frigate is due to enter service next year.", "scheduled", "due to enter", None),
    ("news", "North Korea is preparing to launch a reconnaissance satellite, Yonhap reported.",
     "forecast", "preparing to", "yonhap"),
    ("news", "Officials warned of grave consequences for the region.", "warning", None,
     "anonymous"),
    # state media
    ("state-media", '"The enemies will pay a dear price for their provocation," Kim Yo Jong said.',
     "threat", "will", "kim-sister"),
    ("state-media", 'Kim Yo Jong said the South "will pay a price" for the leaflets.', "threat",
     "will", "kim-sister"),
    ("state-media", "Our army will mercilessly annihilate the aggressors.", "threat", "will",
     None),
    ("state-media", 'Kim Jong Un said: "We will never give up our nuclear weapons."', "pledge",
     "will never", "kim"),
    ("state-media", "Pyongyang threatened to turn the base into ashes.", "threat", None,
     "north-korea"),
    ("state-media", 'Moscow said it "will not tolerate" any strike on the plant.', "threat",
     "will not", "russia"),
    ("state-media", "Kim Jong Un pledged that his country will continue to support Russia.",
     "pledge", "will", "kim"),
    ("state-media", "Tehran said it would respond with all necessary measures.", "threat",
     "would", "iran"),
    # official
    ("official", "The United States remains committed to the defense of its allies.", "pledge",
     "remains committed to", None),
    ("official", "The Secretary will travel to Seoul and Tokyo from May 4 to May 9.", "scheduled",
     "will", None),
    ("official", "We will continue to use every tool to disrupt these networks.", "pledge",
     "will", None),
    ("official", "The ministers called on Pyongyang to return to dialogue.", "recommendation",
     None, "anonymous"),
    ("official", "The Treasury Department said it will continue to target such networks.",
     "pledge", "will", "treasury"),
    # think tank
    ("analysis", "We assess that Pyongyang will almost certainly test the engine again.",
     "forecast", "almost certainly", "author"),
    ("analysis", "A seventh nuclear test is unlikely in the near term.", "forecast", "unlikely",
     "author"),
    ("analysis", "It is very likely that the yard will launch a third hull by the end of 2027.",
     "forecast", "very likely", "author"),
    ("analysis", "There is a roughly even chance that talks resume this year.", "forecast",
     "roughly even chance", "author"),
    ("analysis", "The chance of a launch this month is no more than one in five.", "forecast",
     "no more than one in five", "author"),
    ("analysis", "We see a 30 percent chance that the deal will collapse.", "forecast",
     "30 percent chance", "author"),
    ("analysis", "Washington should keep its extended deterrence credible.", "recommendation",
     "should", "author"),
    ("analysis", "Policymakers need to prepare for a collapse of the treaty.", "recommendation",
     "need to", "author"),
    ("analysis", "Such a transfer would mark a turning point.", "forecast", "would", "author"),
    ("analysis", "Unless export controls are tightened, the programme will grow.", "forecast",
     "will", "author"),
    ("analysis", "There is a risk of miscalculation along the border.", "warning", None, "author"),
    ("analysis", "Deployment could trigger an arms race in the region.", "warning", "could",
     "author"),
    ("analysis", "The engine is not likely to be ready before 2028.", "forecast",
     "not likely to", "author"),
    ("analysis", "A limited strike is more likely than a full invasion and could come soon.",
     "forecast", "could", "author"),
    ("analysis", "It is highly unlikely that sanctions will be lifted.", "forecast",
     "highly unlikely", "author"),
    # commentary
    ("commentary", "It is necessary to return to the negotiating table.", "recommendation",
     "necessary", "author"),
    ("commentary", "Relying solely on pressure cannot solve the problem.", "recommendation",
     "cannot", "author"),
    ("commentary", "Only through dialogue can lasting peace be achieved; the sides must talk.",
     "recommendation", "must", "author"),
    ("commentary", "The final outcome remains unknown.", "question", "remains unknown",
     "author"),
    ("commentary", "Neighbouring states are full of uncertainty about the future.", "question",
     "full of uncertainty", "author"),
    ("commentary", "If the sides fail to agree, tensions will rise further.", "forecast", "will",
     "author"),
    ("commentary", "Moscow will inevitably seek more shells.", "forecast", "will inevitably",
     "author"),
    ("commentary", "This alliance may become a burden for Beijing.", "forecast", "may", "author"),
    # tabloid
    ("tabloid", "The consequences could be terrifying!", "warning", "could", "author"),
    ("tabloid", "This could be huge!", "forecast", "could", "author"),
    ("tabloid", "Will the despot dare to press the button?", "question", "Will", "author"),
    ("tabloid", "Is this the start of a new alliance, or just theatre?", "question", None,
     "author"),
    ("tabloid", "Kim is heading to Moscow on his armoured train.", "scheduled", "heading to",
     "author"),
    # sanctions notice
    ("official", "The listing takes effect on 1 January 2027.", "scheduled", "takes effect on",
     None),
    ("official", "Further designations are expected in the coming weeks.", "forecast",
     "expected in", None),
    # "have" with a thing
    ("analysis", "The transfer could have serious repercussions.", "forecast", "could", "author"),
    ("analysis", "Seoul will have to decide soon.", "forecast", "will", "author"),
    ("analysis", "Whether the ship will carry the missile remains unclear.", "question",
     "remains unclear", "author"),
    ("analysis", "The hull will likely be launched in March.", "forecast", "likely", "author"),
    ("commentary", "Only by addressing the cause can the knot be untied.", "recommendation",
     "can", None),
    ("news", "North Korea has vowed not to give up its arsenal.", "pledge", "has vowed",
     "north-korea"),
    ("news", "Another launch cannot be ruled out.", "forecast", "cannot be ruled out", None),
    # East Asian
    ("news", "中国外交部表示将继续推动对话。", "pledge", "将", "china"),
    ("news", "专家认为朝鲜可能再次试射导弹。", "forecast", "可能", "anonymous"),
    ("news", "북한이 추가 발사를 할 것으로 보인다.", "forecast", "것으로 보인다", None),
)  # fmt: skip


@pytest.mark.parametrize(("genre", "sentence", "kind", "term", "holder"), AHEAD)
def test_a_statement_that_looks_ahead_is_found_with_its_kind_term_and_holder(
    genre: Genre, sentence: str, kind: str, term: str | None, holder: str | None
) -> None:
    """Type, likelihood word as written, and whose statement it is."""
    found = read(document((sentence,)), genre=genre)
    assert [(one.type, one.term, one.holder) for one in found] == [(kind, term, holder)]
    assert found[0].quote == sentence


KINDS: tuple[tuple[Genre, str, str, str | None], ...] = (
    # genre, sentence, type, holder where the table means to say it
    ("news", "The congress, to be held in early March, has a long agenda.", "scheduled", None),
    ("news", "The submarine is expected to be delivered in about two years.", "scheduled", None),
    ("news", "The frigate will begin sea trials next March.", "scheduled", None),
    ("news", "The council will vote on the draft on Friday.", "scheduled", None),
    ("news", "Delegates will convene in Geneva next week.", "scheduled", None),
    ("news", "The treaty will expire in February 2031.", "scheduled", None),
    ("news", "The reactor is expected to be completed by 2030.", "scheduled", None),
    ("news", "The ministers agreed at a dinner to share radar data.", "pledge", None),
    ("news", "The two armies agreed in a phone call to reopen the hotline.", "pledge", None),
    (
        "state-media",
        "Kim Jong Un stressed that North Korea will further raise the output of shells.",
        "pledge",
        "kim",
    ),
    (
        "state-media",
        "Kim Jong Un said the country will never bargain over its arms.",
        "pledge",
        "kim",
    ),
    ("news", "Lavrov said Russia will further deepen ties with the North.", "pledge", "lavrov"),
    ("news", "Beijing said China will continue to buy the coal.", "pledge", "china"),
    ("news", "Lavrov said Russia will face a hard winter.", "forecast", "lavrov"),
    (
        "news",
        'Trump warned that Tehran "will pay a heavy price" for the strike.',
        "threat",
        "trump",
    ),
    (
        "news",
        "The White House has warned Pyongyang will pay a price if it sells shells.",
        "threat",
        "anonymous",
    ),
    ("commentary", "Otherwise, all of us will pay the bill.", "warning", "author"),
    ("commentary", "Otherwise, the talks will fail.", "warning", "author"),
    ("commentary", "Doing nothing will one day cost us dearly.", "warning", "author"),
    ("commentary", "The security of the region will deteriorate.", "warning", "author"),
    ("analysis", "A hasty deal would embolden the hardliners.", "warning", "author"),
    (
        "analysis",
        "If the second boat is ready, the navy would need to be able to track it.",
        "forecast",
        "author",
    ),
    ("analysis", "If talks fail, allies would have to think again.", "forecast", "author"),
    ("commentary", "And who would pay for the inspectors?", "question", "author"),
    ("commentary", "Will the sister stand at his side?", "question", "author"),
    ("commentary", "But will anyone in the capital listen?", "question", "author"),
    ("tabloid", "What will the tyrant do next?", "question", "author"),
    ("analysis", "The chance of a launch is one in four.", "forecast", "author"),
    ("analysis", "We see two chances in five that the vote fails.", "forecast", "author"),
    ("news", "韩国政府宣布，将制裁两家公司。", "scheduled", "anonymous"),
    ("news", "会议将于下月在北京举行。", "scheduled", None),
    ("news", "俄罗斯总统计划明年访问平壤。", "scheduled", None),
    ("news", "朝鲜绝不会放弃核武器。", "pledge", None),
    ("news", "有关各方应当保持克制。", "recommendation", None),
    ("news", "谈判能否恢复，仍是未知数。", "question", None),
    ("news", "如果继续试射，局势就会恶化。", "forecast", None),
    ("news", "敌人将为此付出代价。", "threat", None),
    ("news", "地区可能陷入战争。", "warning", None),
    ("news", "朝鲜下一步会不会试射？", "question", None),
    ("news", "분석가들은 북한이 곧 위성을 발사할 것이라고 내다봤다.", "forecast", "anonymous"),
    ("news", "정부는 두 기관을 제재하기로 했다.", "scheduled", None),
    ("news", "정상회담은 다음 달 열릴 예정이다.", "scheduled", None),
    ("news", "북한이 응할지는 미지수다.", "question", None),
    ("news", "각국은 자제해야 한다.", "recommendation", None),
    ("news", "북한은 핵을 절대 포기하지 않겠다고 밝혔다.", "pledge", "north-korea"),
    ("news", "적들은 대가를 치르게 될 것이다.", "threat", None),
    ("news", "긴장이 높아질 것으로 예상된다.", "forecast", None),
    ("news", "The navy intends to commission the ship in late May.", "pledge", None),
    ("news", "Officials expect the bridge to reopen soon.", "forecast", "anonymous"),
    ("news", "The parade will be held on Sunday.", "scheduled", None),
    ("news", "The envoy is due to arrive on Monday.", "scheduled", None),
    ("news", "Moscow will send a delegation, Lavrov said.", "pledge", "lavrov"),
    ("state-media", "Our people will defend every inch of the land.", "pledge", None),
    (
        "state-media",
        '"We will strengthen our deterrent," Kim Yo Jong said.',
        "pledge",
        "kim-sister",
    ),
    ("state-media", "Those who provoke us will face destruction.", "threat", None),
    ("official", "The Treasury Department said it will publish the list.", "pledge", "treasury"),
    ("analysis", "Production is likely to double.", "forecast", "author"),
    ("analysis", "The regime could, in time, collapse.", "forecast", "author"),
    ("analysis", "Planners must prepare for both outcomes.", "recommendation", "author"),
    ("analysis", "Whether the pact survives remains an open question.", "question", "author"),
    ("analysis", "Unless Beijing objects, the drills will go on.", "forecast", "author"),
    ("commentary", "A misstep may trigger a new arms race.", "warning", "author"),
    ("tabloid", "Could this be the end of the road for the tyrant?", "question", "author"),
    ("news", "Tehran promised not to enrich further.", "pledge", "iran"),
    ("news", "Beijing called for talks without conditions.", "recommendation", "china"),
    ("news", "Experts fear the dam could burst.", "warning", "anonymous"),
    ("news", "一旦谈判破裂，局势将会失控。", "warning", None),
    ("news", "朝鲜有望在明年发射卫星。", "forecast", None),
    ("news", "中方表示将继续推动对话。", "pledge", None),
    ("news", "必须停止挑衅行为。", "recommendation", None),
    ("news", "회담이 열리면 긴장이 완화될 수 있다고 전망했다.", "forecast", None),
    ("news", "한국은 훈련을 계속할 방침이라고 밝혔다.", "scheduled", None),
    ("news", "무력 충돌이 우려된다.", "warning", None),
    ("news", "日本は来年、衛星を打ち上げる予定だ。", "scheduled", None),
)


@pytest.mark.parametrize(("genre", "sentence", "kind", "holder"), KINDS)
def test_the_kind_of_statement_is_told_by_who_wills_what(
    genre: Genre, sentence: str, kind: str, holder: str | None
) -> None:
    """A dated act of an institution is scheduled, a vow a pledge, harm a warning."""
    (found,) = read(document((sentence,)), genre=genre)
    assert (found.type, found.holder) == (kind, holder)


ODDS: tuple[tuple[str, tuple[int, int] | None, str | None], ...] = (
    ("High confidence attaches to the judgement that talks will resume.", None, None),
    ("We have moderate confidence that talks will resume.", None, None),
    ("Talks will resume in one in five schools.", None, None),
    ("There is a realistic possibility that talks will resume.", (40, 50), "PHIA"),
    ("On the PHIA yardstick it is unlikely that talks will resume.", (25, 35), "PHIA"),
    ("On the PHIA yardstick it is highly likely that talks will resume.", (80, 90), "PHIA"),
    ("We put the probability that talks will resume at 30 percent.", (30, 30), "stated odds"),
    ("There is a one-in-three chance that talks will resume.", (33, 33), "stated odds"),
    ("There is one chance in ten that talks will resume.", (10, 10), "stated odds"),
    ("There is less than a 10 percent chance that talks will resume.", (0, 10), "stated odds"),
    ("The chance that talks will resume is no more than one in five.", (0, 20), "stated odds"),
    ("Talks are likely to resume but unlikely to succeed.", (55, 80), "ICD 203"),
    ("Talks are unlikely to resume and a war is very likely to follow.", (20, 45), "ICD 203"),
)


@pytest.mark.parametrize(("sentence", "percent", "scale"), ODDS)
def test_the_scale_is_the_one_the_article_uses(
    sentence: str, percent: tuple[int, int] | None, scale: str | None
) -> None:
    """Confidence is no likelihood; a British term brings its own yardstick; odds are odds."""
    (found,) = read(document((sentence,)), genre="analysis")
    assert (found.percent, found.scale) == (percent, scale)


PERCENT: tuple[tuple[str, tuple[int, int] | None, str | None], ...] = (
    ("Talks may resume.", None, None),
    ("Talks might resume.", None, None),
    ("Talks could resume.", None, None),
    ("Talks are expected to resume.", None, None),
    ("Talks are set to resume.", None, None),
    ("Talks will possibly resume.", None, None),
    ("Talks are not likely to resume.", None, None),
    ("Talks are more likely to resume than before.", None, None),
    ("Talks are highly likely to resume.", None, None),
    ("Talks are less likely to fail.", None, None),
    ("Talks will fail 30 percent faster.", None, None),
    ("Talks are likely to resume.", (55, 80), "ICD 203"),
    ("Talks will likely resume.", (55, 80), "ICD 203"),
    ("Talks will probably resume.", (55, 80), "ICD 203"),
    ("Talks are very likely to resume.", (80, 95), "ICD 203"),
    ("Talks are unlikely to resume.", (20, 45), "ICD 203"),
    ("Talks are very unlikely to resume.", (5, 20), "ICD 203"),
    ("Talks will almost certainly resume.", (95, 99), "ICD 203"),
    ("Talks are almost certain to resume.", (95, 99), "ICD 203"),
    ("There is a remote chance that talks will resume.", (1, 5), "ICD 203"),
    ("There is a 60 percent chance that talks will resume.", (60, 60), "stated odds"),
    ("There is a 20 to 30 percent probability that talks will fail.", (20, 30), "stated odds"),
    ("There is at least a 70% chance that talks will resume.", (70, 100), "stated odds"),
    ("The chances that talks will resume are no more than one in five.", (0, 20), "stated odds"),
    ("The odds that talks will resume are 50-50.", (50, 50), "stated odds"),
)


@pytest.mark.parametrize(("sentence", "percent", "scale"), PERCENT)
def test_only_scale_terms_and_stated_odds_carry_a_percentage(
    sentence: str, percent: tuple[int, int] | None, scale: str | None
) -> None:
    """ "may" is never a number; "likely" is one only under the scale that says so."""
    (found,) = read(document((sentence,)), genre="analysis")
    assert (found.percent, found.scale) == (percent, scale)


CONDITIONS: tuple[tuple[str, str | None], ...] = (
    ("It is unclear if the talks will resume.", None),
    ("Seoul will decide whether to attend.", None),
    ("China will react as if nothing had happened.", None),
    ("Moscow has provided fuel and will send more.", None),
    ("If the North tests again, Seoul will respond.", "If the North tests again"),
    ("Seoul will respond if the North tests again.", "if the North tests again"),
    ("Prices will rise unless the port reopens.", "unless the port reopens"),
    ("Should talks fail, the region could slide into war.", "Should talks fail"),
    ("The region could slide into war should talks fail.", "should talks fail"),
    ("As long as the sanctions stand, trade will suffer.", "As long as the sanctions stand"),
    ("The deal will hold provided that both sides comply.", "provided that both sides comply"),
    ("In the event of an attack, allies will consult.", "In the event of an attack"),
    (
        "The sides must talk; only through dialogue can peace be kept.",
        "only through dialogue",
    ),
    ("Without fuel, the fleet will stay in port.", "Without fuel"),
)


@pytest.mark.parametrize(("sentence", "condition"), CONDITIONS)
def test_the_condition_is_the_clause_verbatim(sentence: str, condition: str | None) -> None:
    """From its opening word to the end of its clause; "unclear if" is none."""
    (found,) = read(document((sentence,)), genre="commentary")
    assert found.condition == condition


HORIZONS: tuple[tuple[str, str | None], ...] = (
    ("The alliance will hold.", None),
    ("The alliance will hold in the short term.", "in the short term"),
    ("The yard will launch a ship next week.", "next week"),
    ("The yard will launch a ship by the end of 2027.", "by the end of 2027"),
    ("More tests are likely in the coming months.", "in the coming months"),
    ("Talks are expected to resume within three weeks.", "within three weeks"),
    ("The treaty will expire in February 2026.", "in February 2026"),
)


@pytest.mark.parametrize(("sentence", "horizon"), HORIZONS)
def test_the_horizon_is_the_time_as_written(sentence: str, horizon: str | None) -> None:
    """Words without a resolved date stay words."""
    (found,) = read(document((sentence,)), genre="analysis")
    assert (found.horizon.text if found.horizon else None) == horizon
    assert found.horizon is None or (found.horizon.start, found.horizon.end) == (None, None)


def _dated(sentence: str, surface: str, first: str, last: str, relation: str) -> DateExpression:
    start = sentence.index(surface)
    return DateExpression(
        start=start,
        end=start + len(surface),
        sentence="s1",  # type: ignore[arg-type]
        surface=surface,
        first=first,
        last=last,
        precision="day",
        relation=relation,  # type: ignore[arg-type]
    )


def test_a_resolved_date_gives_the_horizon_its_days() -> None:
    """ "by" closes the time and leaves its beginning open; "in" gives both."""
    by = "The yard will launch a ship by the end of 2027."
    (found,) = read(
        document((by,)),
        dates=(_dated(by, "the end of 2027", "2027-12-01", "2027-12-31", "future"),),
    )
    assert found.horizon == Horizon(text="by the end of 2027", start=None, end="2027-12-31")
    week = "The yard will launch a ship next week."
    (found,) = read(
        document((week,)),
        dates=(_dated(week, "next week", "2026-01-05", "2026-01-11", "future"),),
    )
    assert found.horizon == Horizon(text="next week", start="2026-01-05", end="2026-01-11")


def test_a_vow_dated_years_before_publication_is_history() -> None:
    """A pledge is outlook only while it still lies ahead."""
    vow = "Kim vowed in 2018 to dismantle the site."
    published = PublicationDate(value="2026-01-10", precision="day", basis="stated", why="dateline")
    past = _dated(vow, "2018", "2018-01-01", "2018-12-31", "past")
    assert not read(document((vow,)), dates=(past,), published=published)
    assert read(document(("Kim vowed to dismantle the site.",)), published=published)


def test_an_editor_can_reject_a_sentence_by_its_opening() -> None:
    """A correction beside the article persists."""
    found = document(("The alliance will hold.", "Prices will rise."))
    notes = replace(found.article.notes, reject_outlook=("The alliance",))
    kept = read(replace(found, article=replace(found.article, notes=notes)))
    assert [one.quote for one in kept] == ["Prices will rise."]


def test_every_quote_is_the_slice_it_claims_to_be() -> None:
    """Offsets count from the start of the article, through curly quotes and line breaks."""
    found = document(
        ("“We  will\nnever bow,” Kim said.", "The North’s army will parade next week."),
        ("It’ll be huge!",),
    )
    items = read(found, genre="tabloid")
    assert len(items) == 3
    for item in items:
        assert found.article.text[item.start : item.end] == item.quote


def test_a_huge_sentence_is_read() -> None:
    """Hostile text of hundreds of kilobytes gives an answer."""
    found = document(("will " * 40_000 + "if " * 40_000 + '" ' * 20_000 + " " * 50_000 + "x.",))
    assert len(read(found)) <= 1


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("The yard will close, and the crane will be sold.", [("forecast", "The yard will close")]),
        (
            "The navy will hold a drill in May, and the mayor should close the harbour.",
            [("scheduled", "The navy will hold"), ("recommendation", "the mayor should")],
        ),
        (
            "If the ice holds, the fleet may sail; the crews must rest first.",
            [("forecast", "If the ice holds"), ("recommendation", "the crews must")],
        ),
        (
            "届时力量对比很可能被改写，各国应尽早补上短板。",
            [("forecast", "届时力量对比"), ("recommendation", "各国应尽早")],
        ),
        ("The ministers should meet and should sign.", [("recommendation", "The ministers")]),
        ("The fleet may sail, but could face delays.", [("forecast", "The fleet may sail")]),
        ("It may strengthen the fleet, and it could trigger a race.", [("forecast", "It may")]),
        ("國防部長承諾，年底前將再撥交60枚導彈。", [("pledge", "國防部長承諾")]),
    ],
)
def test_clauses_of_different_kinds_are_statements_of_their_own(
    text: str, items: list[tuple[str, str]]
) -> None:
    """Clauses that differ in kind are told apart, each quoted as it stands; a clause without a
    subject of its own and clauses of one kind stay together."""
    found = analysed(text, date="2026-03-10").outlook
    assert [one.type for one in found] == [kind for kind, _ in items]
    for one, (_, opening) in zip(found, items, strict=True):
        assert one.quote.startswith(opening)
        assert text[one.start : one.end] == one.quote
