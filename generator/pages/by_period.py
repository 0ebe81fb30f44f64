"""Long lists cut by date into pages of a year, and a long year into its months.

This module alone decides where a list is cut, so that the timeline and the lists of briefings are
cut alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from generator.model import Briefing
from generator.pages import formats

UNDATED = "undated"
_Entry = TypeVar("_Entry")


def parts(
    entries: Sequence[_Entry], *, date: Callable[[_Entry], str], long: int
) -> tuple[tuple[str, tuple[_Entry, ...]], ...]:
    """``2025``, ``2025-03``, ``undated`` or ``undated-2``, each with its entries, in their order. A
    year of more than ``long`` entries is cut into months, what has no date into pages of so many.
    ``date`` is ISO, short or empty."""
    found: dict[str, tuple[_Entry, ...]] = {}
    for year, members in grouped(entries, date=date, length=4):
        if year == UNDATED:
            cut = _numbered(members, long)
        else:
            months = len(members) > long
            cut = grouped(members, date=date, length=7) if months else [(year, members)]
        # The entries of a year whose month is unknown stand among those of the year's months.
        for key, own in cut:
            found[key] = (*found.get(key, ()), *own)
    return tuple(found.items())


def grouped(
    entries: Sequence[_Entry], *, date: Callable[[_Entry], str], length: int
) -> list[tuple[str, tuple[_Entry, ...]]]:
    """Neighbours whose dates begin with the same ``length`` characters: a year (4), a month (7)."""
    by_start = groupby(entries, key=lambda entry: date(entry)[:length] or UNDATED)
    return [(key, tuple(members)) for key, members in by_start]


def published(briefing: Briefing) -> str:
    """The date by which a briefing is filed: ISO, short or empty."""
    return briefing.analysis.published.value or ""


def title(key: str) -> str:
    """``March 2025``; what has no date says so."""
    if year(key) != UNDATED:
        return formats.date(key)
    number = key.removeprefix(f"{UNDATED}-")
    return "Without a date" + ("" if number == UNDATED else f", page {number}")


def year(key: str) -> str:
    """``2025`` of ``2025-03``, ``undated`` of ``undated-2``."""
    return UNDATED if key.startswith(UNDATED) else key[:4]


def _numbered(entries: tuple[_Entry, ...], long: int) -> list[tuple[str, tuple[_Entry, ...]]]:
    starts = range(0, len(entries), long)
    return [
        (f"{UNDATED}-{number}" if number > 1 else UNDATED, entries[start : start + long])
        for number, start in enumerate(starts, 1)
    ]
