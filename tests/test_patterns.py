"""Patterns are entered only where they can match, and find there what they would find anyway."""

from __future__ import annotations

import re

import pytest
from tables import rows
from workbench import knowledge

from generator.extract.names.form import RUN_START, run_starts
from generator.text.dates.grammar import grammar
from generator.text.tries import alternation

DATES = tuple(row.parts[0] for row in rows("dates", "dates") if row.parts[0].isascii())
FOLDED = ("US", "us officials", "UN", "unit", "IAEA", "iaea", "analysts")


def test_shapes_of_dates_begin_as_said() -> None:
    """No shape of a date matches at a character that is not listed for it."""
    matched = set()
    for kinds, rules in grammar(knowledge().language.dates).rules:
        assert kinds
        for rule in rules:
            for text in DATES:
                for found in rule.pattern.finditer(text):
                    assert rule.opening is None or text[found.start()] in rule.opening, rule.name
                    matched.add(rule.name)
    assert len(matched) > 20


@pytest.mark.parametrize("flags", [0, re.IGNORECASE], ids=["case", "any case"])
@pytest.mark.parametrize(
    "phrases", [FOLDED, ("IAEA", "UN", "analysts", "anonymous US sources", "US sources")], ids=str
)
def test_the_longest_phrase_matches(phrases: tuple[str, ...], flags: int) -> None:
    """An alternation finds the longest of its phrases, also where two differ but for case."""
    pattern = re.compile(alternation(phrases), flags)
    for text in (*phrases, *(phrase.upper() for phrase in phrases if flags)):
        fitting = [
            phrase for phrase in phrases if re.match(re.escape(phrase), text, flags) is not None
        ]
        found = pattern.match(text)
        assert found is not None
        assert len(found.group()) == max(map(len, fitting))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no run here", []),
        ("a well-known e-mail", []),
        ("Anna Moor", ["Anna", "Moor"]),
        ("said al-Salami and a-Moor", ["al-Salami", "a-Moor"]),
        ("pre-Moor anti-X", []),
    ],
)
def test_a_run_begins_at_a_capital_or_an_article(text: str, words: list[str]) -> None:
    """An article of one letter or two before a hyphen begins a name; longer words do not."""
    assert [text[start:].split(maxsplit=1)[0] for start in run_starts(text, RUN_START)] == words
