"""Dates of the knowledge base, written out."""

from __future__ import annotations

import pytest

from generator.text.dates.written import spelt


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("", ""),
        ("since the war", "since the war"),
        ("1948", "1948"),
        ("2024-01", "January 2024"),
        ("1945-10-10", "10 October 1945"),
        ("2024-01-14/2024-01-18", "14 to 18 January 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-01/2024-03", "January to March 2024"),
    ],
)
def test_a_date_is_spelt_out(value: str | None, words: str) -> None:
    """In its own precision; what is no date stays as it is."""
    assert spelt(value) == words
