"""Dates of briefings as the moments that exchange formats ask for.

This module alone decides them: midnight UTC of the day, of the first day of the month or year.
The precision and what the date rests on go beside it, wherever a format has room.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

UNKNOWN = "1970-01-01"
"""Stands where a format demands a moment and none is known; it sorts last among the newest."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: str | None) -> str | None:
    """``2025-10`` -> ``2025-10-01``; None for what is no date."""
    if not value:
        return None
    try:
        return date.fromisoformat(value + "-01-01"[len(value) - 4 :]).isoformat()
    except ValueError:
        return None


def newest(days: Iterable[str | None]) -> str:
    """The last of these days, :data:`UNKNOWN` if there is none."""
    return max(filter(None, days), default=UNKNOWN)


def rfc3339(day: str, *, milliseconds: bool = False) -> str:
    """``2025-10-10T00:00:00Z``."""
    return f"{day}T00:00:00{'.000' if milliseconds else ''}Z"


def rfc822(day: str) -> str:
    """``Fri, 10 Oct 2025 00:00:00 GMT``, in English on every machine."""
    on = date.fromisoformat(day)
    month = _MONTHS[on.month - 1]
    return f"{_DAYS[on.weekday()]}, {on.day:02} {month} {on.year:04} 00:00:00 GMT"
