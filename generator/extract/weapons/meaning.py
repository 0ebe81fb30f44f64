"""Whether a verb tells what was done with a weapon, or only what it does as a rule or is for."""

from __future__ import annotations

from collections.abc import Collection

from generator.extract.weapons.words import Words
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_WHICH = frozenset({"which", "that"})


def able(predicate: Predicate, reading: Reading, stand_ins: Collection[str]) -> bool:
    """ "A launcher that fires rockets out to 80 km", "it fires 40 mm shells": what a weapon does as
    a rule. ``stand_ins`` are nouns that stand for one: "the system fires"."""
    if predicate.form != "third":
        return False
    last = predicate.group
    lead = reading.tokens.norms[last - 1] if last else ""
    if lead == "it" or predicate.frame.type != "launches":
        return lead == "it"
    if lead in stand_ins:
        return True
    last -= lead in _WHICH
    return any(
        item.kind == "weapon" and reading.place_of(item)[1] == last for item in reading.mentions
    )


def only_meant(predicate: Predicate, reading: Reading, *, grammar: Grammar, cues: Words) -> bool:
    """ "A system to intercept missiles", "threats to use the bomb": what "to" leads to is done only
    behind a word that says so ("went on to test", "the first to fire")."""
    group = reading.between(predicate.group, predicate.first)
    if predicate.mood != "stated" or "to" not in group or "have" in group:
        return False
    norms, at = reading.tokens.norms, predicate.group - 1
    while at > 0 and (norms[at] in grammar.adverbs or norms[at].endswith("ly")):
        at -= 1
    return cues.achieving.isdisjoint(reading.between(max(0, at), predicate.group))
