"""Figures given for weapons: which quantity is which property of which weapon.

A figure goes to the weapon it stands beside, else to the nearest one before it in the clause,
else to the one weapon that the sentence's subject refers back to. Flown distance, apogee and
range are kept apart, and a figure is compared with the knowledge base, never merged with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.specs import SpecRule
from generator.knowledge.entities import Range
from generator.model import (
    AUTHOR,
    Agreement,
    EntityId,
    Mention,
    Quantity,
    Specification,
)
from generator.text.reading import Reading
from generator.text.tokens import fold
from generator.text.voices import Voices

_REACH = 9
_TOLERANCE = 0.1
_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_EAST_REACH = 16
_APPOSED = 25
_COUNTED = SpecRule(property="quantity", label="Quantity", units=(), words=())
"""The thing counted is the weapon itself: "eighteen launchers"."""


class SpecReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        cues = knowledge.language.specs
        self.rules = cues.rules
        self._elsewhere = frozenset(cues.elsewhere)
        self._compass = frozenset(cues.compass)
        self._definite_words = frozenset(cues.definite)
        self._continuing = frozenset(cues.continuing)
        self._refusing = frozenset(cues.refusing)

    def read(
        self,
        readings: tuple[Reading, ...],
        *,
        quantities: tuple[Quantity, ...],
        reference: Mapping[tuple[int, int], EntityId],
        voices: Voices,
    ) -> dict[EntityId, tuple[Specification, ...]]:
        """Specifications by weapon, in reading order."""
        found: dict[EntityId, list[Specification]] = {}
        by_sentence: dict[str, list[Quantity]] = {}
        for quantity in quantities:
            by_sentence.setdefault(quantity.sentence, []).append(quantity)
        topic: EntityId | None = None
        for reading in readings:
            weapons = [item for item in reading.mentions if (item.start, item.end) in reference]
            named = {
                (item.start, item.end): self._meant(item, reference, reading, topic)
                for item in weapons
            }
            for quantity in by_sentence.get(reading.sentence.id, []):
                counted = next((item for item in weapons if quantity.start <= item.start
                                and item.end <= quantity.end), None)  # fmt: skip
                owner = (
                    named[counted.start, counted.end]
                    if counted is not None
                    else self._owner(quantity, weapons, named, reading, topic)
                )
                if owner is None:
                    continue
                part = self.knowledge.classes.get(owner)
                if topic and part and part.component and (counted or quantity.unit == "km"):
                    owner = topic  # launchers and warheads fly nowhere by themselves
                rule = _COUNTED if counted is not None else self._rule(quantity, reading, owner)
                if rule is None:
                    continue
                holder = voices.holder(reading.sentence.id, quantity.start)
                spec = self._specification(
                    quantity, rule, owner, None if holder == AUTHOR else holder
                )
                if spec not in found.setdefault(owner, []):
                    found[owner].append(spec)
            topic = self._next_topic(weapons, named, reading, topic)
        return {owner: tuple(specs) for owner, specs in found.items()}

    def _meant(
        self,
        item: Mention,
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        topic: EntityId | None,
    ) -> EntityId:
        """ "The missile" is the missile the article speaks of; "a missile" is another."""
        entity = reference[item.start, item.end]
        if item.entity in self.knowledge.classes and _EAST.search(item.surface):
            entity = item.entity  # no article tells what a bare class stands for: the topic does
        weapon = self.knowledge.weapons.get(topic) if topic is not None else None
        if weapon is None or topic is None or entity not in self.knowledge.classes:
            return entity
        if entity not in self.knowledge.class_chain(weapon.weapon_class):
            return entity
        return topic if self._definite(item, reading) else entity

    def _definite(self, item: Mention, reading: Reading) -> bool:
        if _EAST.search(item.surface):
            return True
        words = reading.sentence.text[: item.start - reading.sentence.start].split()
        return any(word.lower() in self._definite_words for word in words[-2:])

    def _next_topic(
        self,
        weapons: list[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        topic: EntityId | None,
    ) -> EntityId | None:
        """What the next sentence's "it" stands for: the first named system; a class only where it
        is new to the article and no part of a weapon."""
        if (
            topic is not None
            and self._continues(reading)
            and not self._another_subject(weapons, reading)
        ):
            return topic
        for item in weapons:
            entity = named[item.start, item.end]
            kind = self.knowledge.classes.get(entity)
            east = topic is not None and _EAST.search(reading.sentence.text) is not None
            if east and item.start - reading.sentence.start > _APPOSED:
                continue  # compared or recalled within the clause, not what it is about
            if kind is None:
                return entity
            before = reading.sentence.text[: item.start - reading.sentence.start].split()
            refused = before[-1:] != [] and before[-1].lower() in self._refusing
            known = topic is not None and topic not in self.knowledge.classes
            if kind.component or refused or (known and _EAST.search(item.surface)):
                continue
            later = [
                named[other.start, other.end]
                for other in weapons
                if 0 <= other.start - item.end <= _APPOSED
                and named[other.start, other.end] not in self.knowledge.classes
            ]
            return later[0] if later else entity
        return topic

    def _owner(
        self,
        quantity: Quantity,
        weapons: list[Mention],
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        topic: EntityId | None,
    ) -> EntityId | None:
        if weapons:
            before = [item for item in weapons if item.end <= quantity.start]
            after = [item for item in weapons if item.start >= quantity.end]
            nearest_after = after[0] if after else None
            if nearest_after is not None:
                gap = reading.sentence.text[
                    quantity.end - reading.sentence.start : nearest_after.start
                    - reading.sentence.start
                ]
                # "a 5,000-ton destroyer", "a 1,000-km-range missile"
                if len(gap.split()) <= 2 and not set(gap) & {",", ";", "(", ")"}:
                    return reference[nearest_after.start, nearest_after.end]
            if before:
                since = reading.sentence.text[
                    before[-1].end - reading.sentence.start : quantity.start
                    - reading.sentence.start
                ]
                # "A Zenda-class hull, it has ten tubes": the pronoun is what came before.
                lead = before[-1].start - reading.sentence.start
                opens = lead <= _APPOSED and len(since.split(",")[0].split()) <= 1
                again = topic is not None and opens and ", it " in since
                return topic if again else reference[before[-1].start, before[-1].end]
            if topic is not None and self._continues(reading):
                return topic
            return reference[after[0].start, after[0].end] if len(after) == 1 else None
        if topic is not None and reading.tokens.norms[:1]:
            east = not reading.sentence.text[:40].isascii() and _EAST.search(reading.sentence.text)
            moves = any(item.frame.intransitive for item in reading.predicates)
            if self._continues(reading) or moves or east:
                return topic
        return None

    def _continues(self, reading: Reading) -> bool:
        """Whether the sentence goes on about what the one before was about."""
        norms = reading.tokens.norms
        return bool(norms) and norms[0] in self._continuing

    def _another_subject(self, weapons: list[Mention], reading: Reading) -> bool:
        """ "The navy fired the Dart-3": a sentence with "the" that turns to another system."""
        named = bool(weapons) and weapons[0].entity not in self.knowledge.classes
        return named and reading.tokens.norms[0] in {"the", "both", "each"}

    def _rule(self, quantity: Quantity, reading: Reading, owner: EntityId) -> SpecRule | None:
        start = quantity.start - reading.sentence.start
        first = reading.tokens.at(start)
        last = reading.tokens.at(quantity.end - 1 - reading.sentence.start) + 1
        before = reading.between(max(0, first - _REACH), first)
        inside = reading.between(first, last)
        behind_it = reading.between(last, last + 2)
        by_compass = behind_it[1:] == ("of",) and behind_it[0] in self._compass
        if by_compass or not self._elsewhere.isdisjoint(behind_it[:1]):
            return None  # "40 km off the coast" is a place, not a range
        after = reading.between(last, last + 5)
        flies = self._flies(owner)
        best: tuple[float, SpecRule] | None = None
        near = reading.sentence.text[max(0, start - _EAST_REACH) : start]
        east = _EAST.search(near) is not None
        behind = reading.sentence.text[start + len(quantity.surface) :][:_EAST_REACH]
        for rule in self.rules:
            if quantity.unit.casefold() not in {unit.casefold() for unit in rule.units}:
                continue
            if (rule.ships and flies) or (rule.missiles and not flies):
                continue
            distance = (
                _east_distance(rule.words, near, behind)
                if east
                else _distance(rule.words, before, inside, after)
            )
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, rule)
        return best[1] if best else None

    def _flies(self, identity: str) -> bool:
        weapon = self.knowledge.weapons.get(identity)
        own = weapon.weapon_class if weapon else identity
        chain = self.knowledge.class_chain(own)
        return not chain or any(self.knowledge.classes[item].flies for item in chain)

    def _specification(
        self, quantity: Quantity, rule: SpecRule, owner: EntityId, holder: str | None
    ) -> Specification:
        agreement, note = self._compare(quantity, rule, owner)
        value = quantity.value_to if quantity.value_to is not None else quantity.value
        value = round(value * rule.factors.get(quantity.unit, 1.0), 6)
        return Specification(
            start=quantity.start,
            end=quantity.end,
            property=rule.property,
            op=quantity.op,
            value=value,
            original=quantity.surface,
            holder=holder,
            evidence=(quantity.sentence,),
            knowledge=agreement,
            knowledge_note=note,
        )

    def _compare(
        self, quantity: Quantity, rule: SpecRule, owner: EntityId
    ) -> tuple[Agreement, str]:
        weapon = self.knowledge.weapons.get(owner)
        if weapon is None or rule.property != "range_km" or not weapon.range_km:
            return "unknown", ""
        note = "; ".join(
            f"{entry.op if entry.op != '=' else ''}{entry.km:g} km ({entry.kind})"
            for entry in weapon.range_km
        )
        agrees = any(_agrees(quantity, entry) for entry in weapon.range_km)
        return ("agrees" if agrees else "differs"), note


def _east_distance(words: tuple[str, ...], near: str, behind: str) -> float | None:
    """Characters between a word and the figure; of two that end together the longer wins."""
    best: float | None = None
    for word in words:
        if word.isascii():
            continue
        at = near.rfind(word)
        if at >= 0:
            gap = len(near) - at - len(word) - 0.1 * len(word)
            best = gap if best is None else min(best, gap)
        after = behind.find(word)
        if after >= 0:
            best = after + 4.0 if best is None else min(best, after + 4.0)
    return best


def _agrees(quantity: Quantity, entry: Range) -> bool:
    close = abs(quantity.value - entry.km) <= _TOLERANCE * max(quantity.value, entry.km)
    if close:
        return True
    if entry.op in {">", ">="}:
        return quantity.value > entry.km
    if quantity.op in {">", ">="}:
        return entry.km > quantity.value
    return False


def _distance(
    words: tuple[str, ...],
    before: tuple[str, ...],
    inside: tuple[str, ...],
    after: tuple[str, ...],
) -> float | None:
    best: float | None = None
    for phrase in words:
        for word in fold(phrase).split()[:1]:
            for position, candidate in enumerate(reversed(before)):
                if candidate == word:
                    best = min(position + 0.0, best if best is not None else 99.0)
                    break
            if word in inside:
                best = min(0.2, best if best is not None else 99.0)
            if word in after:
                behind = after.index(word)
                if after[behind + 1 : behind + 2] != ("of",):  # "with a diameter of 1.6 m"
                    best = min(behind + 0.5, best if best is not None else 99.0)
    return best
