"""Addresses are safe for file systems, browsers and links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.slugs import name_slug, slug


@pytest.mark.parametrize("text", ["hwasong-20", "2025-10-10-parade", "a"])
def test_a_slug_is_its_own_slug(text: str) -> None:
    """What is an address already is not changed."""
    assert slug(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong Un’s café", "kim-jong-uns-cafe"),
        ("Straße über Øre", "strasse-uber-ore"),
        ("火星-20 tested", "20-tested"),
        ("one火two", "one-two"),
        ("../../etc/passwd", "etc-passwd"),
        ("index", "index-page"),
        ("CON", "con-page"),
        ("com1", "com1-page"),
        ("  --  a  --  ", "a"),
    ],
)
def test_words_become_an_address(text: str, expected: str) -> None:
    """Latin letters and digits stay, everything else parts words."""
    assert slug(text) == expected


def test_long_titles_are_cut_between_words() -> None:
    """A cut address ends in a whole word if there is one."""
    assert slug("alpha beta gamma", limit=12) == "alpha-beta"
    assert slug("a" * 100) == "a" * 80


def test_foreign_titles_differ() -> None:
    """Two titles without a Latin letter do not meet."""
    assert slug("火星") != slug("화성")
    assert slug("火星") == slug("火星")


@given(st.text(), st.integers(min_value=10, max_value=80))
def test_every_text_gives_a_safe_address(text: str, limit: int) -> None:
    """Lower-case ASCII words and hyphens, never empty, never much over the limit."""
    made = slug(text, limit=limit)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= limit + len("-page")
    assert slug(made, limit=limit + 5) == made


def test_names_with_the_same_number_differ() -> None:
    """Of two names in other letters the number alone is no address; Latin letters are one."""
    assert name_slug("제6여단") != name_slug("제6사단")
    assert name_slug("제6여단").endswith("-6")
    assert name_slug("LIG넥스원") == "lig"
    assert name_slug("6-20") == "6-20"
