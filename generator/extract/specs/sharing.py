"""Figures told of several weapons together: "both have", "respectively", "the latter".

Decides which figure is whose where a list of weapons stands before one figure or a list of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention, Quantity
from generator.text.reading import Reading

_LIST = re.compile(
    r"[\"'”’」』]?(?:,|,?\s+and|\s+or|/|和|与|與|及|、|와|과|·|및)\s*(?:the\s+|an?\s+)?[\"'“‘「『]?"
)
_FIGURES = re.compile(r"\s?(?:,\s|,?\s?and\s|和|与|與|、|와\s|과\s|및\s)")
_PAIR = 2
_DIGIT_END = re.compile(r"\d$")

Pair = tuple[EntityId, ...]


class Sharing:
    """The words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues, verbs = knowledge.language.specs, knowledge.language.verbs
        self._respectively = frozenset(cues.respectively)
        self._each = frozenset(cues.each)
        self._former = frozenset(cues.former)
        self._latter = frozenset(cues.latter)
        verb = (*cues.going_on, *verbs.be, *verbs.have, *verbs.possible, *verbs.future)
        plural = {word for word in verb if not word.endswith("s")}
        bases = {word.removesuffix("s") for word in cues.going_on if word.endswith("s")}
        self._plural = frozenset(plural | bases | {word.removesuffix("e") for word in bases})

    def owners(
        self,
        quantity: Quantity,
        given: Sequence[Quantity],
        weapons: Sequence[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        *,
        before: Pair,
    ) -> Pair:
        """Whose a figure is by a list of weapons before it; empty where no list tells. ``before``
        are the two that the sentence before named together."""
        one = self._one_of_two(quantity, weapons, named, reading, before)
        if one is not None:
            return (one,)
        if len(weapons) < _PAIR:
            return ()
        group, end = _last_list(quantity, weapons, named, reading)
        if len(group) < _PAIR or quantity.unit.startswith("count:missiles"):
            return ()
        figures = _run(quantity, given, reading)
        if len(figures) == len(group):
            told = self._says(self._respectively, reading)
            bare = _DIGIT_END.search(figures[0].surface) is not None
            return (group[figures.index(quantity)],) if told or bare else ()
        told = self._says(self._each, reading) or self._plural_verb(end, quantity, reading)
        return group if len(figures) == 1 and told else ()

    def told_in_turn(self, quantity: Quantity, given: Sequence[Quantity], reading: Reading) -> bool:
        """ "An altitude and a range of 2,802 and 933 km respectively": not two of one property."""
        return self._says(self._respectively, reading) and len(_run(quantity, given, reading)) > 1

    def pair(
        self,
        weapons: Sequence[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
    ) -> Pair:
        """The two systems that a sentence names together, for "the former" in the next one."""
        groups = [group for group, _ in _lists(weapons, named, reading) if len(group) == _PAIR]
        return groups[0] if len(groups) == 1 else ()

    def _one_of_two(
        self,
        quantity: Quantity,
        weapons: Sequence[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        before: Pair,
    ) -> EntityId | None:
        """The weapon that "the former" or "the latter" right before a figure stands for."""
        start = quantity.start - reading.sentence.start
        text = reading.sentence.text[:start]
        places = {word: text.rfind(word) for word in (*self._former, *self._latter)}
        word = max(places, key=lambda one: places[one])
        if places[word] < 0:
            return None
        at = reading.sentence.start + places[word]
        if any(at <= item.start < quantity.start for item in weapons):
            return None
        ahead = [item for item in weapons if item.end <= at]
        pair = self.pair(ahead, named, reading) or before
        return None if len(pair) != _PAIR else pair[0 if word in self._former else 1]

    def _says(self, words: frozenset[str], reading: Reading) -> bool:
        if not words.isdisjoint(reading.tokens.norms):
            return True
        text = reading.sentence.text
        return not text.isascii() and any(not one.isascii() and one in text for one in words)

    def _plural_verb(self, end: int, quantity: Quantity, reading: Reading) -> bool:
        """Whether the verb behind a list, or behind what is told of it in commas, is plural."""
        at = reading.tokens.at(end - 1) + 1
        stop = reading.tokens.at(quantity.start - reading.sentence.start)
        return at < stop and reading.tokens.norms[at] in self._plural


def _lists(
    weapons: Sequence[Mention], named: Mapping[tuple[int, int], EntityId], reading: Reading
) -> list[tuple[Pair, int]]:
    """The runs of weapons that "and" or commas join, each with its end in the sentence."""
    found: list[tuple[Pair, int]] = []
    offset, text = reading.sentence.start, reading.sentence.text
    for item in weapons:
        entity = named[item.start, item.end]
        if found:
            group, end = found[-1]
            gap = text[end : item.start - offset]
            if entity == group[-1] and not gap.strip(" \"'”’"):
                found[-1] = group, item.end - offset  # "the Dart-3 and Dart-4 missiles"
                continue
            if entity not in group and _LIST.fullmatch(gap):
                found[-1] = (*group, entity), item.end - offset
                continue
        found.append(((entity,), item.end - offset))
    return found


def _last_list(
    quantity: Quantity,
    weapons: Sequence[Mention],
    named: Mapping[tuple[int, int], EntityId],
    reading: Reading,
) -> tuple[Pair, int]:
    before = [item for item in weapons if item.end <= quantity.start]
    return _lists(before, named, reading)[-1] if before else ((), 0)


def _run(quantity: Quantity, given: Sequence[Quantity], reading: Reading) -> list[Quantity]:
    """The figures of one unit that stand in a list with this one."""
    offset, text = reading.sentence.start, reading.sentence.text
    run: list[Quantity] = []
    for one in given:
        joined = (
            run
            and one.unit == run[-1].unit
            and _FIGURES.fullmatch(text[run[-1].end - offset : one.start - offset])
        )
        if not joined:
            if quantity in run:
                break
            run = []
        run.append(one)
    return run
