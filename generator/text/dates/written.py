"""How a date is written out for a reader.

This module alone holds the names of the months as pages print them; those that articles use are
words of ``knowledge/language/dates.yml``.
"""

from __future__ import annotations

import datetime

from generator.text.dates.calendar import month_end

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


def date(iso: str | None) -> str:
    """``2025-10-11`` -> ``11 October 2025``; a month or a year stays one; None is empty.
    What is no ISO date is given back as it is."""
    if not iso:
        return ""
    year, *rest = iso.split("-")
    try:
        numbers = [int(part) for part in rest]
        words = [MONTHS[numbers[0] - 1]] if numbers else []
    except (ValueError, IndexError):
        return iso
    if len(numbers) == 2:
        words.insert(0, str(numbers[1]))
    return " ".join((*words, year))


def period(start: str | None, end: str | None) -> str:
    """Both ends when they differ: ``10 to 11 October 2025``; whole months and years by their own
    names, which say the same: ``January to June 2032``, ``2028``."""
    if not start or not end or start == end:
        return date(start or end)
    if _whole_months(start, end):
        start, end = start[:7], end[:7]
        if start.endswith("-01") and end.endswith("-12"):
            start, end = start[:4], end[:4]
        return period(start, end)
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])} to {date(end)}"
    if start[:4] == end[:4] and len(start) == len(end):
        return f"{date(start).rsplit(' ', 1)[0]} to {date(end)}"
    return f"{date(start)} to {date(end)}"


def _whole_months(start: str, end: str) -> bool:
    try:
        last = datetime.date.fromisoformat(end)
    except ValueError:
        return False
    whole = len(start) == len(end) == 10 and start.endswith("-01")
    return whole and last == month_end(last.year, last.month)


def spelt(value: str | None) -> str:
    """A date of the knowledge base: a day, month or year, or two with a stroke between them."""
    start, _, end = (value or "").partition("/")
    return period(start, end or start)
