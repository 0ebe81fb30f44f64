"""What an article leaves open is said, and nothing that it answers."""

from __future__ import annotations

import pytest
from workbench import analysed

COMPLETE = (
    "SEOUL, Oct. 11, 2025 (Yonhap) -- North Korea tested the Hwasong-18 near Pyongyang on Oct. 10, "
    "2025, the South Korean Joint Chiefs of Staff said. The missile flew about 1,000 kilometers "
    "before it landed in the sea, the military said on Saturday."
)


@pytest.mark.parametrize("question", ["Who", "With what", "When", "Where", "Source"])
def test_an_answered_question_is_no_gap(question: str) -> None:
    """A report that says who, what, when, where and by whom leaves none of them open."""
    gaps = analysed(COMPLETE).gaps
    assert [gap for gap in gaps if gap.startswith(f"{question}:")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the dock was empty. The navy said on Friday that nothing had changed.",
        "Analysts said the dock was empty. Analysts said the crane had moved. "
        "The foreign ministry said that it had no comment.",
        "I think the dock is empty. I doubt the crane has moved. It was grey. It was cold. "
        "The tide was low. The gate was shut. The South Korean military said it saw nothing.",
    ],
)
def test_a_source_that_can_be_found_or_is_the_writer_is_no_gap(text: str) -> None:
    """One unnamed voice, a whole calling and the writer's own view leave no source open."""
    gaps = analysed(text).gaps
    assert [gap for gap in gaps if "unnamed sources" in gap or "name no source" in gap] == []


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (
            "North Korea tested several cruise missiles. The tests went on through the night.",
            "With what: no designation is given for cruise missiles",
        ),
        (
            "North Korea tested the Hwasong-18 last week. Officials were said to be pleased.",
            "When: “last week” cannot be resolved without the article's date",
        ),
        (
            "North Korea tested the Hwasong-18. It was the third test of the type in the open air.",
            "Where: not stated",
        ),
        (
            "The DPRK foreign minister visited Russia. The minister stayed for three days there.",
            "Who: DPRK foreign minister not named",
        ),
        (
            "North Korea tested the Hwasong-18. It was the third test of the type in the open air.",
            "Source: no source is named for any statement",
        ),
        (
            "Two officials said the dock was empty. One of them said the crane had moved.",
            "Who: 2 statements rest on unnamed sources",
        ),
        (
            "The ship left the dock. It turned north. It passed two islands. The crane was moved. "
            "The gate was shut. Japan's defence ministry said it was watching.",
            "Source: 5 of 6 statements name no source",
        ),
    ],
)
def test_an_open_question_is_named(text: str, gap: str) -> None:
    """Each question that stays open stands in the list, opened by its word."""
    assert gap in analysed(text).gaps
