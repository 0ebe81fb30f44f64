"""Amounts carry number, unit and comparison; names and dates with figures are no amounts."""

from __future__ import annotations

import pytest
from chronicle import document, language
from hypothesis import given
from hypothesis import strategies as st
from tables import Row, rows

from generator.extract.quantities import find_quantities
from generator.text.quantities import find

CUES = language().units


@pytest.mark.parametrize("row", rows("quantities", "no-amounts"), ids=str)
def test_these_are_never_amounts(row: Row) -> None:
    """Designations, resolutions, ordinals, years and vague counts are no amounts."""
    (text,) = row.parts
    assert [text[m.start : m.end] for m in find(text, cues=CUES)] == []


@pytest.mark.parametrize("row", rows("quantities", "amounts"), ids=str)
def test_amounts_are_read_whole(row: Row) -> None:
    """The span holds the comparing words; the value is in one unit."""
    text, original, amount = row.parts
    op, number, unit = amount.split(" ")
    value, *value_to = map(float, number.split(".."))
    (found,) = find(text, cues=CUES)
    assert text[found.start : found.end] == original
    assert (found.op, found.value, found.unit) == (op, value, unit)
    assert found.value_to == (value_to[0] if value_to else None)


def test_two_different_amounts_in_brackets_stay_two() -> None:
    """Only the same amount in another unit is taken in."""
    text = "flew 600 km (100 miles above ground)"
    assert [m.value for m in find(text, cues=CUES)] == [600, 161]


def test_a_length_of_time_in_a_date_is_no_amount() -> None:
    """ "two weeks ago" belongs to the dates; "for 12 minutes" is an amount."""
    doc = document("First.", "Two weeks ago it flew for 12 minutes, and in 2024 people saw it.")
    found = find_quantities(doc, language=language())
    assert [(q.surface, q.unit, q.sentence) for q in found] == [("12 minutes", "minutes", "s2")]
    assert doc.article.text[found[0].start : found[0].end] == "12 minutes"


@given(st.text(alphabet="0123456789,.-+ $%()kmto万천and", max_size=100))
def test_any_text_gives_ordered_spans(text: str) -> None:
    """Spans lie in the text, in order, apart from each other."""
    at = 0
    for match in find(text, cues=CUES):
        assert at <= match.start < match.end <= len(text)
        at = match.end
