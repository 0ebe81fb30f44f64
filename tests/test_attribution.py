"""How often the source of a sentence is found, and found right: a table with its figures.

The sentences are written for this table in the manner of news annotated for attribution: direct,
indirect and mixed speech, beliefs, papers, unnamed sources, and sentences that only look so.
"""

from __future__ import annotations

from drafting import document, knowledge, mentions

from generator.extract.claims import find_claims

NOBODY: tuple[str, ...] = (
    "The frigate left the harbour before dawn with its lights off.",
    "Workers repaired the pier that the storm had damaged.",
    "The engine failed twice during the second stage.",
    "North Korea opened a new greenhouse farm near the border.",
    "The report runs to three hundred pages.",
    "Washington has not commented on the photographs.",
    "Pyongyang did not say how many rounds were fired.",
    "Neither ministry would comment.",
    "The claim went unanswered for a week.",
    "A statement was promised for Friday, but none has come.",
    "Satellite pictures show two new roofs at the site.",
    "The silence says much about the state of the alliance.",
    "The announcement surprised the markets.",
    "Moscow's warning came too late.",
    "Soldiers told to hold the bridge held it.",
    "The agreement called for four inspections a year.",
    "The war claimed four hundred lives.",
    "Russia noted a small rise in exports.",
    "China reported growth of five percent.",
    "South Korea added two ships to the patrol.",
    "Kim was asked to leave the room.",
    "Iran maintained its output.",
    "The chart illustrates a decline in fuel imports.",
    "Seoul's decision, announced last week, takes effect in June.",
    "What Beijing said in private remains a secret.",
    "If Moscow says no, the plan is dead.",
    "The word appears nowhere in the treaty.",
    "Japan describes two stages of alert in its handbook.",
    "The museum's \"hall of victory\" closed for repairs.",
    "Tokyo's reply was short.",
)  # fmt: skip

SOMEBODY: tuple[tuple[str, str], ...] = (
    ("Seoul said on Monday that two rockets had been fired.", "south-korea"),
    ("The talks have failed, Moscow said.", "russia"),
    ("The talks, Moscow said, have failed.", "russia"),
    ('"The talks have failed," Lavrov said.', "lavrov"),
    ('"The talks have failed," said Lavrov.', "lavrov"),
    ('"The talks," Lavrov said, "have failed."', "lavrov"),
    ("'The talks have failed,' said Lavrov.", "lavrov"),
    ("‘The talks have failed,’ Lavrov told reporters.", "lavrov"),
    ("Lavrov called the offer \"a trap for fools\" and left.", "lavrov"),
    ("Trump described the letter as \"very warm\".", "trump"),
    ("Tehran dismissed the charge as \"baseless\".", "iran"),
    ("Pyongyang denounced the drill as a rehearsal for invasion.", "north-korea"),
    ("Beijing urged restraint on all sides.", "china"),
    ("Japan protested, saying the rocket had crossed its waters.", "japan"),
    ("According to Tokyo, the rocket fell outside its waters.", "japan"),
    ("The rocket fell outside Japanese waters, according to the Joint Chiefs of Staff.", "jcs"),
    ("The rocket flew 300 km, the Joint Chiefs of Staff (JCS) in Seoul said.", "jcs"),
    ("The rocket flew 300 km, the JCS said in a text message to reporters.", "jcs"),
    ("In a statement, the Unification Ministry said the hotline was dead.", "unification-ministry"),
    ("The Unification Ministry on Thursday said the hotline was dead.", "unification-ministry"),
    ("A Unification Ministry official said the hotline was dead.", "anonymous"),
    ("A spokeswoman for the Treasury Department said the fine was final.", "treasury"),
    ("Moscow has made its position clear: the base stays.", "russia"),
    ("Washington made clear that the offer stands.", "usa"),
    ("Kim Jong Un, dressed in a leather coat, said the yard had done well.", "kim"),
    ("Kim Jong Un instructed the yard to work faster.", "kim"),
    ("KCNA said Kim Jong Un praised the builders.", "kcna"),
    ("KCNA quoted Kim Jong Un as saying the builders had done well.", "kim"),
    ("Kim Jong Un was quoted as saying the builders had done well.", "kim"),
    ("Yonhap reported that the minister would resign.", "yonhap"),
    ("Reuters, citing two officials, reported that the minister would resign.", "anonymous"),
    ("The IAEA concluded that the plant was idle.", "iaea"),
    ("The IAEA found the plant idle and said so in its report.", "iaea"),
    ("Analysts say the engine looks Russian.", "anonymous"),
    ("Some analysts believe that the engine is Russian.", "anonymous"),
    ("Sceptics note that the engine has never flown.", "anonymous"),
    ("Skeptics doubt the engine works.", "anonymous"),
    ("Two diplomats said the vote would be delayed.", "anonymous"),
    ("A person familiar with the talks said they were over.", "anonymous"),
    ("Residents said they heard two blasts.", "anonymous"),
    ("Critics argue that the law goes too far.", "anonymous"),
    ("Experts have questioned whether the photograph is genuine.", "anonymous"),
    ("Retired admiral John Harlow believes that the hull is too short.", "anonymous"),
    ("Historian Ann Okafor points out that the date is wrong.", "anonymous"),
    ('"It is a toy," scoffed retired pilot Ben Marlow.', "anonymous"),
    ('"It is a toy," jokes retired pilot Ben Marlow.', "anonymous"),
    ("The drill was said by Pyongyang to be routine.", "north-korea"),
    ("The strike was confirmed by Tehran.", "iran"),
    ("Moscow denied that the crew had been paid.", "russia"),
    ("Russia's defence ministry rejected claims that the crew had been paid.", "russia"),
    ("Seoul and Washington said the drill would go ahead.", "south-korea"),
    ("Trump insisted the deal was alive.", "trump"),
    ("Trump has long argued that the allies pay too little.", "trump"),
    ("Lavrov warned against new sanctions.", "lavrov"),
    ("Kim Yo Jong accused the South of sending balloons.", "kim-sister"),
    ("Kim Yo Jong, the leader's sister, accused the South of sending balloons.", "kim-sister"),
    ("China hopes the sides will talk.", "china"),
    ("China's position is fair, Beijing insisted.", "china"),
    ("The United Nations said food was short.", "un"),
    ("North Korea launched a rocket at noon, and it claimed a full success.", "north-korea"),
    ("The North Korean leader said the harvest was good.", "anonymous"),
    ("Iranian officials said the tanker was empty.", "anonymous"),
    ("South Korean officials said the tanker was empty.", "anonymous"),
    ("The tanker was empty, officials in Tehran said.", "anonymous"),
    ("Moscow threatened to cut the gas.", "russia"),
    ("Beijing voiced concern about the drill.", "china"),
    ("Tokyo lodged a protest, calling the launch \"unforgivable\".", "japan"),
    ("The launch was reported by KCNA on Sunday.", "kcna"),
    ('Kim Jong Un: "The fleet must grow."', "kim"),
    ('Lavrov told reporters: "The fleet must grow."', "lavrov"),
    ("Trump wrote that the meeting had gone well.", "trump"),
    ("Trump tweeted that the meeting had gone well.", "trump"),
    ("Washington estimates that four hundred rounds were fired.", "usa"),
    ("Washington assessed the launch as a failure and said so.", "usa"),
    ("Russia has repeatedly denied buying shells.", "russia"),
    ("Seoul's military said it was watching the border.", "south-korea"),
    ("Seoul, for its part, demanded an apology.", "south-korea"),
    ("On Tuesday Tokyo announced a ban on exports.", "japan"),
    ("While Moscow stayed silent, Beijing said it regretted the vote.", "china"),
    ("After the vote, Washington said it was pleased.", "usa"),
    ("Although Seoul and Tokyo had warned of it, analysts said the test was a surprise.",
     "anonymous"),
    ("The Kremlin's critics say the treaty is empty.", "anonymous"),
    ("中国外交部指出，有关各方应保持冷静。", "china"),
    ("朝鲜宣布，试验取得成功。", "north-korea"),
    ("专家认为，这款发动机来自俄罗斯。", "anonymous"),
    ("북한은 시험이 성공했다고 주장했다.", "north-korea"),
    ("합동참모본부는 미사일 두 발을 포착했다고 밝혔다.", "jcs"),
    ("전문가들은 엔진이 러시아제라고 분석했다.", "anonymous"),
    ("합동참모본부에 따르면 미사일은 동해에 떨어졌다.", "jcs"),
    ("据专家介绍，这款发动机来自俄罗斯。", "anonymous"),
)  # fmt: skip

PRECISION, RECALL = 0.95, 0.93
"""Floors: of the sources named, how many are right; of the sources there are, how many named."""


def found(sentence: str) -> str | None:
    read = document((sentence,))
    (claim,) = find_claims(read, mentions=mentions(read), knowledge=knowledge(), genre="news")
    return claim.holder


def test_sources_are_named_rightly_and_seldom_missed() -> None:
    """A wrong source is worse than none; both are counted over the whole table."""
    table = [(sentence, None) for sentence in NOBODY] + list(SOMEBODY)
    assert len(table) >= 120
    answers = [(sentence, wanted, found(sentence)) for sentence, wanted in table]
    named = [answer for answer in answers if answer[2] is not None]
    right = sum(wanted == got for _, wanted, got in named)
    wrong = [answer for answer in answers if answer[1] != answer[2]]
    assert right / len(named) >= PRECISION, wrong
    assert right / len(SOMEBODY) >= RECALL, wrong
