"""A report with a judgement at its end stays a report."""

from __future__ import annotations

import pytest
from workbench import analysed

OPINION = (
    " It is clearly a mistake to ignore this. Undoubtedly the region should return to dialogue. "
    "This shows that pressure alone will essentially never work, and nobody should pretend it does."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "This clearly shows that North Korea tested the Hwasong-18 to frighten its neighbours.",
        "North Korea's missile tests undoubtedly show that the regime is afraid.",
    ],
)
def test_a_judgement_stays_a_judgement(sentence: str) -> None:
    """A sentence whose main verb judges is a judgement, whatever event it mentions."""
    assert analysed(sentence + OPINION).layers["s1"] == "judgement"


def test_a_report_with_a_judging_end_is_a_fact_without_a_holder() -> None:
    """The main verb states an event; the participle at the end only comments on it."""
    text = (
        "North Korea held a military parade in Pyongyang on October 10, clearly demonstrating its "
        "undoubted strength to the world."
    )
    found = analysed(text + OPINION)
    assert found.layers["s1"] == "fact"
    assert found.claims[0].holder is None
