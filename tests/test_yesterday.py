"""The date of an article whose opening says which day "yesterday" was."""

from __future__ import annotations

import pytest
from workbench import analysed

STORM = "Yesterday (September 14), the harbour board said that a storm had sunk two boats."
QUAY = "Nobody else spoke of it, and the quay was closed to all but the crew that lay there."


def _value(first: str, rest: str) -> str | None:
    return analysed(f"Storm hits the quay\n\n{first}\n\n{rest} {QUAY}").published.value


@pytest.mark.parametrize(
    ("first", "rest", "value"),
    [
        (STORM, "It was the worst it had seen.", None),  # no year at all
        (STORM, "It has bought no ship since 2026.", None),  # a year alone may be long over
        (STORM, "In January 2026 it ordered two ships.", "2026-01"),  # too far back
        (STORM, "In October 2026 it scrapped two ships.", "2026-10"),  # behind the day
        (STORM, "It means to buy two ships in August 2026.", "2026-09-14"),  # ahead
        (
            STORM.replace("Yesterday (September 14)", "On September 14"),
            "In July 2026 it ordered a ship.",
            "2026-09-14",
        ),
        (
            '"Yesterday (September 14) it rained," he said.',
            "In July 2026 it ordered a ship.",
            "2026-09-14",
        ),
        (
            STORM,
            "Yesterday (September 12) it ordered one. In July 2026 it ordered a ship.",
            "2026-09-14",
        ),
    ],
)
def test_without_a_date_close_before_it_yesterday_dates_nothing(
    first: str, rest: str, value: str | None
) -> None:
    """A year alone, one too far back or ahead, a quotation or a second such day: the article is
    dated by the newest event it tells of, if by anything."""
    assert _value(first, rest) == value


@pytest.mark.parametrize(
    ("first", "value"),
    [
        (STORM, "2026-09-15"),
        (STORM.replace("Yesterday (September 14)", "Today (14 September)"), "2026-09-14"),
    ],
)
def test_a_date_close_before_the_day_gives_its_year(first: str, value: str) -> None:
    """The article was written the day after the one that it calls yesterday."""
    assert _value(first, "In the first half of 2026 it ordered two ships.") == value
