"""Names that do nothing themselves: beside a noun that does the deed, or said again in brackets."""

from __future__ import annotations

from generator.model import Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_LINKS = frozenset({
    "and", "or", "but", "while", "when", "then", "who", "which", "that", "to", "not", "he", "she",
    "it", "they", "'s", "because", "if", "him", "her", "them", "also", "where",
})  # fmt: skip
"""Before an -ing form these are no noun that does it."""


def of_noun(predicate: Predicate, reading: Reading, grammar: Grammar) -> bool:
    """ "inspected a plant producing tanks": the noun right before an -ing form does it."""
    at = predicate.first
    if predicate.form != "gerund" or predicate.group != at or not at:
        return False
    while at > 1 and reading.tokens.norms[at - 1].endswith("ly"):
        at -= 1  # "firms directly supporting the army"
    if any(item.kind == "actor" and reading.place_of(item)[1] == at for item in reading.mentions):
        return False
    word = reading.tokens.norms[at - 1]
    helping = word in grammar.prepositions or word in grammar.adverbs or word in _LINKS
    verbal = any(item.last == at and not item.is_noun for item in reading.predicates)
    parted = "," in reading.tokens.gap(at) or verbal
    return not parted and not helping and word.isalpha() and not word.endswith("ly")


def bracketed(item: Mention, reading: Reading) -> bool:
    """ "the leader of the Republic of Ruritania (ROR), inspected": the letters say it again."""
    return reading.sentence.text[: item.start - reading.sentence.start].endswith("(")
