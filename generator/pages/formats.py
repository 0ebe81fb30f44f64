"""Numbers, dates and units as a reader sees them.

This module alone decides how a normalised value is written out; it never rounds and never adds
precision.
"""

from __future__ import annotations

import datetime

from generator.text.dates.calendar import month_end
from generator.text.dates.written import MONTHS

UNITS = {
    "km": "km",
    "kg": "kg",
    "t": "t",
    "kn": "kN",
    "kt": "kt",
    "mach": "Mach",
    "m": "m",
    "mm": "mm",
    "h": "h",
    "min": "min",
    "s": "s",
    "kmh": "km/h",
    "knots": "knots",
    "percent": "%",
    **{code: code.upper() for code in ("usd", "eur", "gbp", "krw", "cny", "rub", "jpy")},
}
"""Last part of a property's name (``range_km``) -> the unit as printed."""


def number(value: float) -> str:
    """``15000.0`` -> ``15,000``; ``0.5`` -> ``0.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def property_name(name: str) -> tuple[str, str]:
    """``range_km`` -> ``("range", "km")``; ``warheads`` -> ``("warheads", "")``."""
    words, _, last = name.rpartition("_")
    if words and last in UNITS:
        return words.replace("_", " "), UNITS[last]
    return name.replace("_", " "), ""


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


def deadline(start: str | None, end: str | None) -> str:
    """A horizon, whose start may be open: ``by 31 December 2027``."""
    if start is None and end is not None:
        return f"by {date(end)}"
    if end is None and start is not None:
        return f"from {date(start)}"
    return period(start, end)


def interval(start: str | None, end: str | None) -> str | None:
    """An ISO 8601 interval: ``2026-03-01/2026-03-31``, an open end as ``..``, one day alone."""
    if start == end:
        return start
    return f"{start or '..'}/{end or '..'}"


def shortened(text: str, *, limit: int) -> str:
    """``text`` cut between words, with an ellipsis, if it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    return text[: limit + 1].rsplit(" ", 1)[0][:limit].rstrip(" ,;:-–—") + "…"


def month_number(day: str) -> int:
    """The months before that of an ISO day or month, counted from the year 0."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def month_of(number: int) -> str:
    """The ISO month of a :func:`month_number`."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def plain_number(value: float) -> int | float:
    """Without the ``.0`` of a whole number."""
    return int(value) if value == int(value) else value
