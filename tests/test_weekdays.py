"""The year of a dateline without one, from the day of the week in the opening."""

from __future__ import annotations

import pytest
from workbench import analysed

STORM = "The navy said on Thursday that a storm had sunk two boats."
QUAY = "Nobody else spoke of it, and the quay was closed to all but the crew that lay there."


def _value(first: str, *rest: str) -> str | None:
    text = f"Storm hits the quay\n\nOSTIA, Nov 19 (Meridian) - {first}\n\n{' '.join(rest)} {QUAY}"
    return analysed(text).published.value


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        (STORM, "It was the worst it had seen."),  # no year at all
        (STORM, "It has bought no ship since 2021."),  # the next such Thursday is five years off
        (STORM, "It means to buy two by 2025."),  # a year ahead is not told
        (STORM.replace("Thursday", "Saturday"), "It has bought no ship since 2024."),
        (STORM.replace(".", " on Wednesday."), "It has bought no ship since 2024."),
        (
            STORM.replace("on Thursday ", ""),
            "It has bought no ship since 2024. It met on Thursday.",
        ),
    ],
)
def test_a_weekday_that_fits_no_near_year_or_two_days_gives_none(first: str, rest: str) -> None:
    """Where the years told, the first sentence or a second weekday leave a doubt, none is given."""
    assert _value(first, rest) is None


def test_a_day_told_behind_the_weekday_forbids_its_year() -> None:
    """The article is no older than the latest day it tells of."""
    sold = "In 2025 it bought two ships. On December 3, 2026 it sold both."
    assert _value(STORM, sold) == "2026-12-03"


@pytest.mark.parametrize(
    "rest", ["It has bought no ship since 2024.", "It is the third storm of 2026."]
)
def test_the_weekday_of_the_first_sentence_gives_the_year(rest: str) -> None:
    """19 November is a Thursday in 2026, and not again before 2037."""
    assert _value(STORM, rest) == "2026-11-19"
