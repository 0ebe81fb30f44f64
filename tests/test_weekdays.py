"""The year of a dateline without one, from the day of the week in the opening."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from workbench import analysed, knowledge

from generator.knowledge.incumbents import horizon

STORM = "The navy said on Thursday that a storm had sunk two boats."
QUAY = "Nobody else spoke of it, and the quay was closed to all but the crew that lay there."


def _value(first: str, *rest: str) -> str | None:
    text = f"Storm hits the quay\n\nOSTIA, Nov 19 (Meridian) - {first}\n\n{' '.join(rest)} {QUAY}"
    return analysed(text).published.value


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        (STORM, "It was the worst it had seen."),  # no year at all
        (STORM, "It has bought no ship since 2018."),  # such a Thursday in 2020 and in 2026
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


@pytest.mark.parametrize(
    "rest",
    [
        "It has bought no ship since 2018, former spokesperson Mao Ning said.",
        "It has bought no ship since 2018, South Korean Defence Minister Ahn Gyu-back said. The US "
        "President, Barack Obama, praised it.",  # no day lies in both terms
    ],
)
def test_an_office_no_longer_held_or_held_at_another_time_gives_none(rest: str) -> None:
    """Former holders and terms that exclude each other fix no year."""
    assert _value(STORM, rest) is None


@pytest.mark.parametrize(
    ("first", "rest", "expected"),
    [
        (STORM, "China's Foreign Ministry spokesperson Mao Ning praised it.", "2026-11-19"),
        (STORM, "It bought none since 2013. President Park Geun-hye praised it.", "2015-11-19"),
        (STORM.replace("Thursday", "Tuesday"), "President Moon Jae-in praised it.", "2019-11-19"),
    ],
)
def test_the_terms_of_officeholders_bound_the_year(first: str, rest: str, expected: str) -> None:
    """The dateline's day is that day of the week only once in the terms of those named."""
    assert _value(first, rest) == expected


def test_a_day_told_behind_the_weekday_forbids_its_year() -> None:
    """The article is no older than the latest day it tells of."""
    sold = "In 2025 it bought two ships. On December 3, 2026 it sold both."
    assert _value(STORM, sold) == "2026-12-03"


@pytest.mark.parametrize(
    "rest",
    [
        "It has bought no ship since 2021.",
        "It has bought no ship since 2024.",
        "It is the third storm of 2026.",
    ],
)
def test_the_weekday_of_the_first_sentence_gives_the_year(rest: str) -> None:
    """19 November is a Thursday in 2026, and not again before 2037."""
    assert _value(STORM, rest) == "2026-11-19"


@pytest.mark.parametrize(
    ("first", "rest", "expected"),
    [
        # late on the 18th, or on the 19th: such days come in 2025 and in 2026
        (STORM.replace("on Thursday", "late on Wednesday"), "It bought none since 2024.", None),
        (
            STORM.replace("on Thursday", "late on Wednesday"),
            "It is its first loss in more than two years, and since May 2024.",
            "2026-11-19",
        ),
        (STORM, "It bought none since 2024. The council will meet on Friday.", "2026-11-19"),
        (STORM, "It bought none since 2024. It may buy two as early as 2027.", "2026-11-19"),
        (
            STORM.replace("a storm", "a storm in the exercise Quiet Tide 2026"),
            "It may buy two as early as 2028.",
            "2026-11-19",
        ),
    ],
)
def test_late_days_counts_and_plans(first: str, rest: str, expected: str | None) -> None:
    """What comes late in a day may be told on the next; a count in years leaves one of two years,
    and what is planned or a later day of the week takes none away."""
    assert _value(first, rest) == expected


@pytest.mark.parametrize(("entries", "moved"), [(0, False), (1, False), (2, False), (3, True)])
def test_one_event_set_for_years_ahead_moves_no_year(entries: int, moved: bool) -> None:
    """What the knowledge base tells of a new year counts when several entries tell of it."""
    known = knowledge()
    event = next(iter(known.events.values()))
    ahead = {f"congress-{n}": msgspec.structs.replace(event, date="2041") for n in range(entries)}
    grown = replace(known, events={**known.events, **ahead})
    assert (horizon(grown) == 2041) is moved
    assert moved or horizon(grown) == horizon(known)
