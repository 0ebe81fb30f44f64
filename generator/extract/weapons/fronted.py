"""A participle before the subject: "Launched in May, the Dart-3", "rolling by came the Dart-4"."""

from __future__ import annotations

from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_TITLE = 6
"""Words of the subject before the name: "the 5,000-ton guided missile destroyer"."""


def fronted(predicate: Predicate, first: int, reading: Reading, grammar: Grammar) -> bool | None:
    """Whether the weapon that begins at ``first`` is the subject of whom such a participle tells;
    None if the word is none."""
    if (
        predicate.form not in {"past", "participle"}
        or predicate.group != predicate.first
        or not grammar.adverbs.issuperset(reading.between(0, predicate.first))
    ):
        return None
    tokens = reading.tokens
    comma = predicate.last
    while comma < len(tokens) and ", " not in tokens.gap(comma):
        comma += 1
    if comma >= min(first + 1, len(tokens)):
        return None
    between = reading.between(comma, first)
    begun = not between or between[0] in grammar.determiners
    return (
        begun
        and len(between) <= _TITLE
        and not any(", " in tokens.gap(at) for at in range(comma + 1, first + 1))
        and grammar.prepositions.isdisjoint(between)
        and not any(comma <= one.first < first and not one.is_noun for one in reading.predicates)
    )


def inverted(predicate: Predicate, first: int, reading: Reading, grammar: Grammar) -> float | None:
    """How well "rolling across the square came", "bringing up the rear," governs the weapon that
    begins at ``first``; None if it does not."""
    frame = predicate.frame
    if not frame.intransitive or predicate.form != "gerund" or frame.type != "displays":
        return None
    between = reading.between(predicate.last, first)
    came = not grammar.moods.be.isdisjoint(between) or "came" in between
    plain = grammar.determiners.issuperset(between)
    return 1.0 + 0.1 * len(between) if came or plain else None
