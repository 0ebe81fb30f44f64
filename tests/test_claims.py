"""Who stands behind a sentence."""

from __future__ import annotations

import pytest
from drafting import document, knowledge, mentions

from generator.extract.claims import find_claims
from generator.model import Claim, Document, Genre


def read(found: Document, *, genre: Genre = "news") -> tuple[Claim, ...]:
    return find_claims(found, mentions=mentions(found), knowledge=knowledge(), genre=genre)


NOBODY: tuple[str, ...] = (
    "North Korea launched two missiles on Sunday.",
    "The photographs show a new launcher near Pyongyang.",
    "The launch suggests a growing interest in solid fuel.",
    "This means that Moscow has fewer options.",
    "The data indicate a rise in traffic.",
    "Russia added troops along the border.",
    "North Korea revealed a new engine.",
    "The attack claimed twenty lives.",
    "North Korean claims about the engine vary.",
    "Chinese reports of the visit were removed.",
    "Kim Jong Un was told of the accident.",
    "The treaty was announced in Seoul.",
    "The figures found in the report are old.",
    "Moscow and Pyongyang signed a treaty.",
    "Territory claimed by Japan lies to the east.",
    "Kim inspected the yard and observed a drill.",
    "South Korea confirmed two further cases of the disease.",
    "The crew reported to the harbour master.",
    "The ship noted for its speed sank.",
    'The "number one enemy" label appeared in the law.',
    "North Korea will not give in.",
    "The statement came hours after the launch.",
    "Kim's speech lasted an hour.",
    "Demand rose in China.",
    "Tokyo and Seoul maintained their patrols.",
    "Russia continued its offensive.",
    "Seoul proposed a new budget.",
    "Moscow has not commented.",
    "Washington has not said why.",
    "What Kim said in private is unknown.",
    "Neither Seoul nor Washington confirmed the report.",
)


@pytest.mark.parametrize("sentence", NOBODY)
def test_a_sentence_without_a_speaking_source_has_no_holder(sentence: str) -> None:
    """Things do not speak, deeds are not speech, and a name in the content is no source."""
    (claim,) = read(document((sentence,)))
    assert (claim.holder, claim.cue, claim.modality) == (None, "", "asserted")


SOMEBODY: tuple[tuple[str, str, str, str], ...] = (
    # sentence, holder, cue, modality
    ("Kim Jong Un said the fleet would grow.", "kim", "said", "reported"),
    ("Kim Jong Un, the leader of North Korea, said the fleet would grow.", "kim", "said",
     "reported"),
    ("Kim Yo Jong, the powerful sister of leader Kim Jong Un, said talks were over.",
     "kim-sister", "said", "reported"),
    ("On Friday, Moscow said the drill was over.", "russia", "said", "reported"),
    ("Moscow affirms, that the drill is over.", "russia", "affirms", "reported"),
    ("Seoul, meanwhile, called for calm.", "south-korea", "called for", "reported"),
    ("Lavrov told reporters that the plan was ready.", "lavrov", "told", "reported"),
    ("The missile flew 500 kilometres, the Joint Chiefs of Staff said.", "jcs", "said",
     "reported"),
    ("The missile flew 500 kilometres, said the Joint Chiefs of Staff.", "jcs", "said",
     "reported"),
    ("The missile flew 500 kilometres, according to South Korea's Joint Chiefs of Staff.", "jcs",
     "according to", "reported"),
    ("According to the IAEA, the reactor is running.", "iaea", "According to", "reported"),
    ("According to analysts, North Korea needs fuel.", "anonymous", "According to", "reported"),
    ("South Korea's military said it detected a launch.", "south-korea", "said", "reported"),
    ("A spokesman for the Unification Ministry said the line was cut.", "unification-ministry",
     "said", "reported"),
    ("A U.S. official said on condition of anonymity that the plan was ready.", "anonymous",
     "said", "reported"),
    ("Some outsiders have questioned whether Seoul can afford it.", "anonymous",
     "have questioned", "reported"),
    ("Analysts believe the engine is Russian.", "anonymous", "believe", "reported"),
    ("KCNA reported that a new frigate was launched.", "kcna", "reported", "reported"),
    ("KCNA quoted Kim Jong Un as saying the fleet was strong.", "kim", "quoted Kim Jong Un as "
     "saying", "reported"),
    ("Kim Jong Un vowed to expand the fleet, KCNA reported.", "kim", "vowed", "reported"),
    ("The launch was confirmed by the Joint Chiefs of Staff.", "jcs", "confirmed by", "reported"),
    ("The visit was confirmed by both Russian and North Korean state media outlets.",
     "anonymous", "confirmed by", "reported"),
    ("Washington issued a statement on the matter, saying it respects the decision.", "usa",
     "saying", "reported"),
    ('"The line is cut," the Unification Ministry said.', "unification-ministry", "said",
     "reported"),
    ('"The line is cut," said Lavrov, adding that it would stay so.', "lavrov", "said",
     "reported"),
    ('Kim Jong Un: "The fleet is strong."', "kim", ":", "reported"),
    ("Moscow denied that troops had crossed the border.", "russia", "denied", "denied"),
    ("Tehran rejected claims that it sold drones.", "iran", "rejected claims", "denied"),
    ("Seoul is widely regarded as a mediator.", "anonymous", "is widely regarded as", "reported"),
    ("Yonhap said, citing the Joint Chiefs of Staff, that two missiles were fired.", "jcs",
     "citing", "reported"),
    ("The JCS said the missile appeared to be a new type.", "jcs", "said", "hedged"),
    ("The North Koreans said the drill was over.", "north-korea", "said", "reported"),
    ("Kim Yo Jong expressed willingness to improve relations.", "kim-sister", "expressed",
     "reported"),
    ("Moscow announced the establishment of a joint bank.", "russia", "announced", "reported"),
    ("China's foreign ministry spokesperson said the two are neighbours.", "china", "said",
     "reported"),
    ("In a statement on Tuesday, the Treasury Department said it froze the assets.", "treasury",
     "said", "reported"),
    ("The Treasury Department said in a statement that it froze the assets.", "treasury", "said",
     "reported"),
    ("Trump has repeatedly said he wants to meet Kim.", "trump", "said", "reported"),
    ("Beijing accused Washington of raising tensions.", "china", "accused", "reported"),
    ("North Korea's leader, Kim Jong Un, said the fleet was strong.", "kim", "said", "reported"),
    ("Kim Jong Un was quoted by KCNA as saying the ships were ready.", "kim",
     "was quoted by KCNA as saying", "reported"),
    ("The report was denied by Moscow.", "russia", "denied by", "denied"),
    ("The deal was announced by Trump on Friday.", "trump", "announced by", "reported"),
    ("中国外交部表示，双方同意恢复对话。", "china", "表示", "reported"),
    ("합동참모본부에 따르면 미사일은 500km를 비행했다.", "jcs", "에 따르면", "reported"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "holder", "cue", "modality"), SOMEBODY)
def test_a_named_or_unnamed_source_is_the_holder(
    sentence: str, holder: str, cue: str, modality: str
) -> None:
    """Direct, indirect and trailing speech, papers, voices, denial and distance."""
    (claim,) = read(document((sentence,)))
    assert (claim.holder, claim.cue, claim.modality) == (holder, cue, modality)
    assert claim.cue in sentence
    assert claim.source in sentence
    assert claim.source


@pytest.mark.parametrize(
    ("sentence", "cue", "modality"),
    [
        ("The missile reportedly fell into the sea.", "reportedly", "hedged"),
        ("The engine is believed to be Russian.", "is believed to", "hedged"),
        ("The engine is said to be Russian.", "is said to", "hedged"),
        ("He is expected to travel on Monday.", "is expected", "reported"),
    ],
)
def test_words_that_name_no_source_are_laid_to_nobody(
    sentence: str, cue: str, modality: str
) -> None:
    """Somebody says so, but the sentence does not tell who: no source named, never more."""
    (claim,) = read(document((sentence,)))
    assert (claim.holder, claim.cue, claim.modality, claim.source) == (None, cue, modality, "")


def test_an_outlet_that_carries_another_voice_is_kept_as_its_carrier() -> None:
    """The one who speaks holds the claim; the paper is how we know."""
    told, quoted = read(
        document(
            (
                "Kim Jong Un vowed to expand the fleet, KCNA reported.",
                "KCNA quoted Kim Jong Un as saying the fleet was strong.",
            )
        )
    )
    assert (told.holder, told.source, told.carrier) == ("kim", "Kim Jong Un", "KCNA")
    assert (quoted.holder, quoted.source, quoted.carrier) == ("kim", "Kim Jong Un", "KCNA")


def test_a_quotation_keeps_its_speaker_over_sentences() -> None:
    """An open quotation mark carries on, forwards and backwards."""
    claims = read(
        document(
            (
                "“The line is cut.",
                "It will stay cut,” Lavrov said.",
                "“There is no other way.”",
                "The harbour lies to the east.",
            )
        )
    )
    assert [claim.holder for claim in claims] == ["lavrov", "lavrov", "lavrov", None]


def test_a_stray_quotation_mark_ends_with_its_paragraph() -> None:
    """A mark that never closes does not swallow the rest of the article."""
    claims = read(
        document(('Kim Jong Un said "the fleet is strong.',), ("The harbour lies to the east.",))
    )
    assert [claim.holder for claim in claims] == ["kim", None]


def test_he_is_the_person_who_spoke_last() -> None:
    """A pronoun takes the last speaker, and nobody where there was none."""
    claims = read(document(("Lavrov said the plan was ready.", "He added that it was old.")))
    assert [claim.holder for claim in claims] == ["lavrov", "lavrov"]
    (alone,) = read(document(("He said it was old.",)))
    assert (alone.holder, alone.source) == ("anonymous", "He")


def test_the_ministry_is_the_ministry_named_before() -> None:
    """A short form stands for the last name that ends in it."""
    claims = read(
        document(
            ("The Unification Ministry held a briefing.", "The ministry said the line is cut.")
        )
    )
    assert claims[1].holder == "unification-ministry"


@pytest.mark.parametrize(
    ("genre", "sentence", "holder"),
    [
        ("news", "The move shows that Moscow is weak.", None),
        ("official", "The talks should resume.", None),
        ("unknown", "The move clearly shows that Moscow is weak.", None),
        ("commentary", "North Korea held a parade in October.", None),
        ("commentary", "The move shows that Moscow is weak.", "author"),
        ("analysis", "Seoul should invest in shelters.", "author"),
        ("tabloid", "Let that sink in!", "author"),
        ("news", "In my view, the talks were a mistake.", "author"),
        ("news", '"In my view, the talks were a mistake," Lavrov said.', "lavrov"),
        ("commentary", "Moscow said the talks should resume.", "russia"),
    ],
)
def test_the_writer_holds_only_judgements_of_opinion_pieces(
    genre: Genre, sentence: str, holder: str | None
) -> None:
    """In plain news a sentence without a source is nobody's, not the writer's."""
    (claim,) = read(document((sentence,)), genre=genre)
    assert claim.holder == holder


PARTS: tuple[tuple[str, tuple[tuple[str, str | None, str], ...]], ...] = (
    # sentence, its parts with holder and modality
    (
        "Lavrov said the door was open but the room was empty.",
        (("Lavrov said the door was open but the room was empty.", "lavrov", "reported"),),
    ),
    (
        "Moscow denied the sale of tanks but not of trucks.",
        (("Moscow denied the sale of tanks but not of trucks.", "russia", "denied"),),
    ),
    (
        "Moscow denied the shipments, yet investigators say they found 50 containers.",
        (
            ("Moscow denied the shipments", "russia", "denied"),
            ("investigators say they found 50 containers.", "anonymous", "reported"),
        ),
    ),
    (
        "While Moscow says the base is empty, Washington claims it holds two brigades.",
        (
            ("While Moscow says the base is empty", "russia", "reported"),
            ("Washington claims it holds two brigades.", "usa", "reported"),
        ),
    ),
    (
        "Forty died, according to Seoul; only three, according to Pyongyang.",
        (
            ("Forty died, according to Seoul", "south-korea", "reported"),
            ("only three, according to Pyongyang.", "north-korea", "reported"),
        ),
    ),
    (
        '"Nobody crossed the line," said Lavrov, but Washington accused Moscow of lying.',
        (
            ('"Nobody crossed the line," said Lavrov', "lavrov", "reported"),
            ("Washington accused Moscow of lying.", "usa", "reported"),
        ),
    ),
    (
        "Moscow denied that the yard was hit, but satellite images show a crater in the dock.",
        (
            ("Moscow denied that the yard was hit", "russia", "denied"),
            ("satellite images show a crater in the dock.", None, "asserted"),
        ),
    ),
    (
        "Moscow denied the sale but said it had lent two ships.",
        (
            ("Moscow denied the sale", "russia", "denied"),
            ("said it had lent two ships.", "russia", "reported"),
        ),
    ),
)


@pytest.mark.parametrize(("sentence", "parts"), PARTS)
def test_each_part_of_a_sentence_is_laid_to_who_says_it(
    sentence: str, parts: tuple[tuple[str, str | None, str], ...]
) -> None:
    """A contrast inside what one source says parts nothing; a second voice does."""
    found = document((sentence,))
    text = found.article.text
    assert (
        tuple(
            (text[claim.start : claim.end], claim.holder, claim.modality) for claim in read(found)
        )
        == parts
    )


def test_every_sentence_has_one_claim_in_order() -> None:
    """Readers count on a claim for each sentence."""
    found = document(("One ship sank.", "Seoul said two sank."), ("Nobody knows.",))
    assert [claim.sentence for claim in read(found)] == ["s1", "s2", "s3"]


def test_a_huge_sentence_is_read() -> None:
    """Hostile text of hundreds of kilobytes gives an answer."""
    found = document(('Kim, "' * 40_000 + "said " * 40_000 + ", " * 50_000 + " according to.",))
    assert len(read(found)) == 1


CARRIED: tuple[tuple[tuple[str, ...], tuple[str | None, ...]], ...] = (
    # sentences of one paragraph, holder of each
    (
        ("Seoul said the drill was over.", "Pyongyang's reply was short.", "The sea was calm."),
        ("south-korea", None, None),
    ),
    (
        ("Beijing voiced concern.", "North Korea's answer came at once.", "It claimed success."),
        ("china", None, "north-korea"),
    ),
    (("Moscow erred, Seoul said.", "It noted that the treaty was old."), ("south-korea", None)),
    (("Moscow erred.", "It said that the treaty was old."), (None, "russia")),
    (
        ("Seoul issued a statement.", "The statement said the line was dead."),
        (None, "south-korea"),
    ),
    (
        ("Seoul issued a statement.", "Tokyo issued a statement.", "The statement said no."),
        (None, None, "anonymous"),
    ),
    (
        ("‘We do not want war.", "But we are ready,’ Lavrov said."),
        ("lavrov", "lavrov"),
    ),
    (
        ("‘The line is cut,’ said Lavrov.", "‘There is no other way.’", "The harbour is old."),
        ("lavrov", "lavrov", None),
    ),
    (("朝鲜宣布，试验取得成功。", "声明称，今后不会停止。"), ("north-korea", "north-korea")),
    (("中国外交部表示，局势复杂。", "港口位于东部。"), ("china", None)),
    (
        (
            "북한은 시험이 성공했다고 주장했다.",
            "다만 피해는 없었다고 덧붙였다.",
            "항구는 동쪽에 있다.",
        ),
        ("north-korea", "north-korea", None),
    ),
    (("북한은 시험이 성공했다고 주장했다.", "항구에는 배가 있었다."), ("north-korea", None)),
)


@pytest.mark.parametrize(("sentences", "holders"), CARRIED)
def test_a_source_carries_on_only_where_the_words_say_so(
    sentences: tuple[str, ...], holders: tuple[str | None, ...]
) -> None:
    """ "It", "the statement", an open quotation, and a Korean verb of speech without a subject."""
    claims = read(document(sentences))
    assert tuple(claim.holder for claim in claims) == holders


def test_a_companion_is_not_who_speaks_next() -> None:
    """The sentence was about somebody whom no list has; an honest gap beats the wrong person."""
    (_, said) = read(
        document(
            (
                "The governor watched the drill together with Foreign Minister Sergey Lavrov.",
                "He said the crews were ready.",
            )
        )
    )
    assert said.holder == "anonymous"
    (_, said) = read(
        document(
            (
                "Sergey Lavrov watched the drill together with the governor.",
                "He said the crews were ready.",
            )
        )
    )
    assert said.holder == "lavrov"


def test_a_quotation_in_an_opinion_piece_is_not_its_writers() -> None:
    """What stands wholly in quotation marks is held by whoever is named for it, or by nobody."""
    found = read(
        document(("The bans will fail, and the fleet may sail.", '"The sea will cover us all."')),
        genre="commentary",
    )
    assert [claim.holder for claim in found] == ["author", None]
