"""The date of an article whose opening says which day "yesterday" was."""

from __future__ import annotations

import pytest
from workbench import analysed

STORM = "Yesterday (September 14), the harbour board said that a storm had sunk two boats."
QUAY = "Nobody else spoke of it, and the quay was closed to all but the crew that lay there."


def _value(first: str, rest: str) -> str | None:
    return analysed(f"Storm hits the quay\n\n{first}\n\n{rest} {QUAY}").published.value


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        (STORM, "It was the worst it had seen."),  # no year at all
        (STORM, "It has bought no ship since 2026."),  # a year alone may be long over
        (STORM, "In January 2026 it ordered two ships."),  # too far back
        (STORM, "In October 2026 it scrapped two ships."),  # behind the day
        (STORM, "It means to buy two ships in August 2026."),  # ahead
        (
            STORM.replace("Yesterday (September 14)", "On September 14"),
            "In July 2026 it ordered a ship.",
        ),
        ('"Yesterday (September 14) it rained," he said.', "In July 2026 it ordered a ship."),
        (STORM, "Yesterday (September 12) it ordered one. In July 2026 it ordered a ship."),
    ],
)
def test_without_a_date_close_before_it_the_day_gives_no_year(first: str, rest: str) -> None:
    """A year alone, one too far back or ahead, a quotation or a second such day give none."""
    assert _value(first, rest) != "2026-09-15"


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
