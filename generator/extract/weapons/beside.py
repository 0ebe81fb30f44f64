"""Which other mention of a sentence shares what is said: a class noun in apposition, the weapon
before "and", the part before "for"."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.model import Mention
from generator.text.reading import Reading

_JOINED = 5
_CLAUSES = frozenset({"as", "while", "when", "that", "which"})
_APPOSITION = re.compile(r",\s(?:an?|the)\s[\w\s,-]{0,50}")


def apposed_to(mention: Mention, reading: Reading, classes: Collection[str]) -> Mention | None:
    """The class noun that says what a system is and has a clause of its own: "the Dart-3, a
    solid-fuel missile that Ruritania tested", "a missile tested in May"."""
    offset, text = reading.sentence.start, reading.sentence.text
    for later in reading.mentions:
        if later.start < mention.end or later.kind != "weapon":
            continue
        gap = text[mention.end - offset : later.start - offset]
        _, last = reading.place_of(later)
        clause = reading.between(last, last + 1) in {("that",), ("which",)} or any(
            item.first == last and not item.is_noun and item.form in {"past", "participle"}
            for item in reading.predicates
        )
        fits = later.entity in classes and mention.entity not in classes
        return later if fits and clause and _APPOSITION.fullmatch(gap) else None
    return None


def part_of(
    mention: Mention, reading: Reading, classes: Collection[str], determiners: Collection[str]
) -> Mention | None:
    """The class noun right before "for" or "of" that is said of the system after it:
    "launchers for the Dart-3", "a variant of the Dart-3"."""
    first, _ = reading.place_of(mention)
    start = first
    while start and reading.tokens.norms[start - 1] in determiners:
        start -= 1
    if mention.entity in classes or start < 2:
        return None
    if reading.tokens.norms[start - 1] not in {"for", "of"}:
        return None
    at = reading.index_of(mention.start) - 1
    earlier = reading.mentions[at] if at >= 0 else None
    if earlier is None or earlier.entity not in classes:
        return None
    return earlier if reading.place_of(earlier)[1] == start - 1 else None


def joined_to(mention: Mention, reading: Reading) -> Mention | None:
    """The weapon before "and" that shares its verb: "guns and 240 mm launchers"."""
    offset = reading.sentence.start
    for index in range(reading.index_of(mention.start) - 1, -1, -1):
        earlier = reading.mentions[index]
        if earlier.kind == "weapon" and earlier.end <= mention.start:
            gap = reading.sentence.text[earlier.end - offset : mention.start - offset]
            words = gap.replace(",", " ").split()
            joined = "and" in words[:2] and len(words) <= _JOINED
            return earlier if joined and _CLAUSES.isdisjoint(words) else None
    return None
