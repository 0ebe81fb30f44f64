"""Whether something holds on a day: an office, a name, a seat of government."""

from __future__ import annotations


def in_force(first: str | None, last: str | None, at: str) -> bool:
    """Whether ``at`` lies between two ISO dates, each of them a day, a month or a year. Two dates
    of unequal precision are compared by the shorter; None is an open end."""
    return (first is None or _cut(first, at) <= _cut(at, first)) and (
        last is None or _cut(at, last) <= _cut(last, at)
    )


def _cut(date: str, other: str) -> str:
    return date[: len(other)]
