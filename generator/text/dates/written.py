"""How a date is written out for a reader.

This module alone holds the names of the months as pages print them; those that articles use are
words of ``knowledge/language/dates.yml``.
"""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(iso: str) -> str:
    """``2025-10-11`` -> ``11 October 2025``; ``iso`` is a valid ISO date of a day."""
    year, month, number = iso.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"
