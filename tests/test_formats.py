"""Dates and spans of days as a reader sees them."""

from __future__ import annotations

import pytest

from generator.pages import formats

SPANS = [
    ("2031-02-01", "2031-02-27", "1 to 27 February 2031"),
    ("2032-02-01", "2032-02-28", "1 to 28 February 2032"),
    ("2031-02-02", "2031-02-28", "2 to 28 February 2031"),
    ("2031-12-02", "2032-01-31", "2 December 2031 to 31 January 2032"),
    ("2031-12", "2032-01", "December 2031 to January 2032"),
    ("9999-12-01", "9999-12-31", "December 9999"),
    ("2031-02-01", "someday", "1 February 2031 to someday"),
    ("2031-02-01", None, "1 February 2031"),
    (None, "2031", "2031"),
    (None, None, ""),
    ("2031-02-01", "2031-02-28", "February 2031"),
    ("2032-02-01", "2032-02-29", "February 2032"),
    ("2032-01-01", "2032-06-30", "January to June 2032"),
    ("2031-12-01", "2032-01-31", "December 2031 to January 2032"),
    ("2028-01-01", "2028-12-31", "2028"),
    ("2020-01-01", "2029-12-31", "2020 to 2029"),
]


@pytest.mark.parametrize(("start", "end", "shown"), SPANS)
def test_a_span_has_the_shortest_name_that_says_the_same(
    start: str | None, end: str | None, shown: str
) -> None:
    """Whole months and years by their names, whatever is a day less by its days."""
    assert formats.period(start, end) == shown
