"""Date expressions in sentences: the words, and the days they cover."""

from __future__ import annotations

import pytest
from tables import Row, alone, rows

from generator.model import DateExpression


def _found(sentence: str, date: str) -> tuple[DateExpression, ...]:
    analysis = alone(sentence, date)
    start = analysis.document.article.text.index(sentence)
    return tuple(one for one in analysis.dates if start <= one.start < start + len(sentence))


def unmet(row: Row) -> list[str]:
    """What of ``row`` does not hold."""
    if row.parts[0] == "none":
        return [f"date {one.surface!r}" for one in _found(row.parts[1], row.date)]
    found = list(_found(row.parts[0], row.date))
    faults = []
    for wish in row.parts[1].split(" ; "):
        words, _, days = wish.partition(" = ")
        one = next((item for item in found if words in item.surface), None) or next(
            (item for item in found if item.surface in words), None
        )
        if one is None:
            faults.append(f"missed {words!r} among {[item.surface for item in found]}")
            continue
        found.remove(one)
        if days == "?":
            continue
        first, _, last = days.partition("..")
        if (one.first, one.last) != (first, last or first):
            faults.append(f"{one.surface!r} is {one.first}..{one.last} for {days}")
    return faults + [f"more: {item.surface!r}" for item in found]


@pytest.mark.parametrize("row", rows("dates", "no-dates"), ids=str)
def test_numbers_and_names_are_no_dates(row: Row) -> None:
    """Resolutions, rooms, models, measures and names stay what they are."""
    assert unmet(row) == []


@pytest.mark.parametrize("row", rows("dates", "dates"), ids=str)
def test_a_date_covers_the_days_its_words_mean(row: Row) -> None:
    """Every expression is found whole and covers the days a reader would mark."""
    assert unmet(row) == []
