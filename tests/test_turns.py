"""Who speaks in an interview."""

from __future__ import annotations

import pytest

from tests.workbench import analysed

INTERVIEW = """An expert told us what he thinks of the summer.

Q: Will Pyongyang wait?

Chung Min-ho: I do not think so. The Hwasong-20 has not been tested.

It may be tested in June.

Q: What about Russia?

Chung: Moscow may deliver jets. "We are ready," Kim Jong Un said last week.

The talk was held in Busan.
"""


def holders(text: str) -> dict[str, str | None]:
    found = analysed(text)
    return {
        sentence.text: claim.holder
        for sentence, claim in zip(found.document.sentences, found.claims, strict=True)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The missile is new.\n\nBackground: it was shown in May.\n\nRange: 1,000 km.\n\nCrew: 4.",
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
