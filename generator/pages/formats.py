"""Numbers, dates and units as a reader sees them.

This module alone decides how a normalised value is written out; it never rounds and never adds
precision.
"""

from __future__ import annotations

from generator.text.dates import written

date, period = written.date, written.period

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
