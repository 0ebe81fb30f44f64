"""Who speaks in an interview."""

from __future__ import annotations

import pytest
from workbench import analysed, holders

INTERVIEW = """An expert told us what he thinks of the summer.

Q: Will Pyongyang wait?

Chung Min-ho: I do not think so. The Hwasong-20 has not been tested.

It may be tested in June.

Q: What about Russia?

Chung: Moscow may deliver jets. "We are ready," Kim Jong Un said last week.

The talk was held in Busan.
"""


@pytest.mark.parametrize(
    "text",
    [
        "The missile is new.\n\nBackground: it was shown in May.\n\nRange: 1,000 km.\n\nCrew: 4.",
        "Ambassador: one.\n\nGeneral: none.\n\nStaff: forty.\n\nThe embassy is small.",
        "Kim Jong Un: a life.\n\nHe was born in Pyongyang.\n\nHe rules alone.",
    ],
)
def test_a_heading_with_a_colon_is_no_speaker(text: str) -> None:
    """Nobody is said to have said it."""
    assert {holder for holder in holders(text).values() if holder not in {None, "author"}} == set()


def test_each_answer_is_laid_to_who_gives_it() -> None:
    """A turn goes on over its paragraphs; what names another source keeps it; behind the last
    turn nobody is taken to speak."""
    found = holders(INTERVIEW)
    assert found["The Hwasong-20 has not been tested."] == "chung-min-ho"
    assert found["It may be tested in June."] == "chung-min-ho"
    assert found["Q: What about Russia?"] == "anonymous"
    assert found["Chung: Moscow may deliver jets."] == "chung-min-ho"
    assert found['"We are ready," Kim Jong Un said last week.'] == "kim-jong-un"
    assert found["The talk was held in Busan."] is None


def test_a_briefing_is_laid_to_who_stands_at_the_lectern() -> None:
    """A calling or a form of address opens a turn; the source is the label, and no cue is made
    up."""
    found = analysed(
        "QUESTION: Did the drone fail?\n\nSPOKESWOMAN: It flew for an hour.\n\n"
        "QUESTION: And the second one?\n\nMR. HALE: We have seen no second one. It may exist."
    )
    spoken = {
        found.document.article.text[claim.start : claim.end]: (
            claim.holder,
            claim.source,
            claim.cue,
        )
        for claim in found.claims
    }
    assert spoken["SPOKESWOMAN: It flew for an hour."] == ("anonymous", "SPOKESWOMAN", "")
    assert spoken["It may exist."] == ("anonymous", "MR. HALE", "")


LABELS = """Tide & Timber spoke on 3 March with Dr Solveig Aune, once of the Norwegian navy.

Q: Do you believe the pictures?

A: I believe the hull. Moscow denies helping.

Q: And the reactor?

A: Nobody has seen one.

Q: When will we know?

A: Not before 2030.
"""

UNLABELLED = """Jens Aaberg led the fleet for six years. We talked to Admiral Aaberg in Bergen.

How many cables are there?

Four. The Russians know the timetable better than I do.

Is anyone guarding them?

A ship passes now and then.

And if one is cut?

Then Svalbard goes silent.

The interview was shortened.
"""


def test_an_answer_without_a_name_is_the_guest_s() -> None:
    """Whom the opening says the talk was with answers; another source keeps what it says."""
    found = holders(LABELS)
    assert found["A: Nobody has seen one."] == "solveig-aune"
    assert found["Moscow denies helping."] == "russia"
    assert found["Q: And the reactor?"] == "anonymous"


def test_questions_in_paragraphs_of_their_own_are_answered_by_the_guest() -> None:
    """A question claims nothing; what stands behind the last answer is the writer's."""
    found = holders(UNLABELLED)
    assert found["The Russians know the timetable better than I do."] == "jens-aaberg"
    assert found["Then Svalbard goes silent."] == "jens-aaberg"
    assert found["Is anyone guarding them?"] == "author"
    assert found["The interview was shortened."] is None


def test_questions_without_a_guest_are_nobody_s_interview() -> None:
    """An article that asks and answers itself says nothing of who speaks."""
    text = UNLABELLED.replace("We talked to Admiral Aaberg in Bergen.", "He lives in Bergen.")
    assert holders(text)["Then Svalbard goes silent."] is None


def test_a_statement_printed_in_full_is_its_issuer_s() -> None:
    """Without a genre only where the words hand over and nobody else speaks."""
    text = (
        "A spokesman for the Russian Defence Ministry issued the following statement on Friday: "
        "The drill is over. All troops are back."
    )
    assert holders(text)["All troops are back."] == "russian-defence-ministry"
    assert holders(text + " Poland said it had seen none.")["All troops are back."] is None


COMMENTARY = """Pyongyang, March 16 (KCNA) -- Rodong Sinmun on the 15th \
carried a commentary by Ri Hak Chol. It reads in part:

The enemies are beside themselves with fright.

This is a sheer lie cooked up by idle hands.
"""


def test_a_commentary_printed_in_part_is_its_writer_s() -> None:
    """In an official bulletin, without any quotation marks; elsewhere nobody is taken to speak."""
    lie = "This is a sheer lie cooked up by idle hands."
    assert holders(COMMENTARY)[lie] == "ri-hak-chol"
    elsewhere = COMMENTARY.replace("(KCNA)", "").replace("carried a", "had a")
    assert holders(elsewhere)[lie] is None


def test_a_family_name_again_and_again_is_the_person_of_that_name() -> None:
    """A label that no mention claims, where one person alone is called so."""
    text = (
        "Rear Admiral (ret.) Chiu Pei-ling ran the desk for a year.\n\nQ: What was new?\n\n"
        "Chiu: Two things. The coast guard gave the orders.\n\nQ: Is it coming?\n\n"
        "Chiu: Not this year."
    )
    assert holders(text)["The coast guard gave the orders."] == "chiu-pei-ling"


CONFERENCE = """Press Conference by Defense Minister Koizumi, March 10

NHK: What was the purpose of the flight?

Minister: The aircraft approached our airspace. We scrambled fighters.

NHK: Has anybody replied?

Minister: Not yet. We protested.

Kyodo: Will the drill go ahead?

Minister: It goes ahead as planned.
"""


def test_a_minister_who_answers_by_his_office_is_the_one_of_the_heading() -> None:
    """What an outlet asks at the head of a paragraph is not his."""
    found = holders(CONFERENCE)
    assert found["We scrambled fighters."] == "shinjiro-koizumi"
    assert found["NHK: Has anybody replied?"] != "shinjiro-koizumi"
    assert found["Kyodo: Will the drill go ahead?"] != "shinjiro-koizumi"


def test_a_body_that_answers_again_and_again_is_that_body() -> None:
    """Where nothing else stands before a colon; a word that names nobody is no speaker."""
    text = (
        "기자: 반응이 있었습니까?\n\n통일부: 아직 없습니다. 지켜보고 있습니다.\n\n"
        "기자: 조치를 검토합니까?\n\n통일부: 검토한 바 없습니다.\n\n"
        "기자: 복구됐습니까?\n\n통일부: 복구되지 않았습니다."
    )
    assert holders(text)["지켜보고 있습니다."] == "south-korean-unification-ministry"
    assert holders(text.replace("통일부", "참고"))["지켜보고 있습니다."] is None


ASKED = """

Q: Will Pyongyang wait?

A: The Hwasong-20 has not been tested. It may be tested in June.

Q: What about Russia?

A: Moscow may deliver jets. "We are ready," Kim Jong Un said last week.

Q: And China?

A: Beijing will not stop it.
"""
LIFE = "Solvor Vasshaug spent eleven years in a ministry before she took over the desk."


@pytest.mark.parametrize(
    "opening",
    [
        "Kim Jong Un spent eleven years at school before he took over the army.",
        f"{LIFE} Henrik Dahl heads the archive that he founded.",
        "Solvor Vasshaug spent two hours with Henrik Dahl. He talked to her by video.",
        "Red Lantern spent eleven years on the shelf. The series is back.",
        "North Korea spent eleven years on the missile. Her neighbours watched.",
        "The Radstad Centre spent eleven years on its study. Her director answers.",
        "Radstad Centre spent eleven years on the study. Her director answers.",
        "Unlike Professor Solvor Vasshaug, the ministry saw it. Her book is out.",
        "Solvor Vasshaug interviewed an officer. She asked for his name.",
        "The missile is new. It was shown in May.",
    ],
)
def test_an_answer_is_nobodys_where_the_opening_is_not_about_one_stranger(opening: str) -> None:
    """An officeholder is the subject and not the guest; of two, either may answer."""
    found = holders(opening + ASKED)
    assert found["A: Beijing will not stop it."] == "anonymous"


def test_without_labels_nobody_is_introduced() -> None:
    """What stands below the opening is the article's own."""
    found = holders(f"{LIFE} Her study is new.\n\nThe Hwasong-20 has not been tested.")
    assert found["The Hwasong-20 has not been tested."] is None


@pytest.mark.parametrize(
    ("opening", "guest"),
    [
        (f"{LIFE} Her study counts launchers. The conversation was held by video.", "vasshaug"),
        ("Solvor Vasshaug heads the arms desk at Radstad. She wrote a book.", "vasshaug"),
        ("Solvor Vasshaug has studied Kim Jong Un for years. Her book is out.", "vasshaug"),
        ("Tebor Ranwick flew transports over the pole. He now counts missiles.", "ranwick"),
        ("Ingrid Ranwick is one of the few who read the signals. Her files fill a cellar.", "wick"),
        (
            "The summer is tense.\n\nTebor Ranwick was born on an island. His book is out.",
            "ranwick",
        ),
        ("Prof. Solvor Vasshaug heads the arms desk at Radstad. She wrote a book.", "vasshaug"),
        ("Tebor Ranwick, a former inspector, has seen the yard. He spoke slowly.", "ranwick"),
    ],
)
def test_answers_are_of_the_one_whom_the_opening_introduces(opening: str, guest: str) -> None:
    """A stranger, the subject of a sentence, whom "she" or "he" takes up; what names another
    source keeps it, and the questions are nobody's."""
    found = holders(opening + ASKED)
    assert str(found["A: Beijing will not stop it."]).endswith(guest)
    assert str(found["It may be tested in June."]).endswith(guest)
    assert found['"We are ready," Kim Jong Un said last week.'] == "kim-jong-un"
    assert found["Q: And China?"] == "anonymous"


def test_answers_are_not_the_interviewers() -> None:
    """ "He spoke with contributing editor Moor" names who asked; behind one labelled answer of his
    the answers marked "A:" are his too."""
    opening = (
        "Retired Vice Adm. Toru Hentzau commanded the Harbour District. He spoke with Quarterly "
        "contributing editor Lena Moor in Zenda on 3 February 2026.\n\n"
    )
    talk = "Q: Was it stripped?\n\nA: Many men did not return.\n\nQ: Is there a bloc?\n\nA: No.\n"
    found = holders(opening + talk)
    assert found["A: Many men did not return."] == "toru-hentzau"
    found = holders(opening + "Quarterly: Alarmed?\n\nHentzau: I am not.\n\n" + talk)
    assert found["Hentzau: I am not."] == "toru-hentzau"
    assert found["A: Many men did not return."] == "toru-hentzau"


def test_an_interviewer_with_a_name_is_laid_nothing() -> None:
    """Whoever the introduction calls an anchor asks; the summary prints no lead-up to a question,
    and no label before an answer."""
    found = analysed(
        "Professor Rupert Hentzau, an expert on ships, joins anchor Flavia Moor in Zenda.\n\n"
        "Moor: The North launched the missile while Japan and the U.S. met. Why now?\n\n"
        "Hentzau: North Korea wanted to show that its missiles can reach the ports of Japan.\n\n"
        "Moor: The council will hold a meeting on the launch in June. What will come of it?\n\n"
        "Hentzau: The council will repeat its warning, and China is not likely to go along.\n"
    )
    assert "flavia-moor" not in {one.holder for one in found.claims}
    printed = " ".join(one.text for one in (found.bluf, *found.summary))
    assert "Moor:" not in printed
    assert "Hentzau:" not in printed
    assert "North launched" not in printed
