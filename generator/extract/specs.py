"""Figures given for weapons: which quantity is which property of which weapon.

A figure goes to the weapon it stands beside, else to the nearest one before it in the clause,
else to the one weapon that the sentence's subject refers back to. Flown distance, apogee and
range are kept apart, and a figure is compared with the knowledge base, never merged with it.
"""

from __future__ import annotations

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
    SentenceId,
    Specification,
)
from generator.text.reading import Reading
from generator.text.tokens import fold

_REACH = 9
_TOLERANCE = 0.1
_CONTINUING = frozenset({"it", "the", "this", "its", "both", "they", "each", "that"})


class SpecReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.rules = knowledge.language.specs.rules

    def read(
        self,
        readings: tuple[Reading, ...],
        *,
        quantities: tuple[Quantity, ...],
        reference: Mapping[tuple[int, int], EntityId],
        holders: Mapping[SentenceId, str | None],
    ) -> dict[EntityId, tuple[Specification, ...]]:
        """Specifications by weapon, in reading order."""
        found: dict[EntityId, list[Specification]] = {}
        by_sentence: dict[str, list[Quantity]] = {}
        for quantity in quantities:
            by_sentence.setdefault(quantity.sentence, []).append(quantity)
        last_weapon: EntityId | None = None
        for reading in readings:
            weapons = [item for item in reading.mentions if (item.start, item.end) in reference]
            for quantity in by_sentence.get(reading.sentence.id, []):
                owner = self._owner(quantity, weapons, reference, reading, last_weapon)
                if owner is None:
                    continue
                rule = self._rule(quantity, reading, owner)
                if rule is None:
                    continue
                holder = holders.get(reading.sentence.id)
                spec = self._specification(
                    quantity, rule, owner, None if holder == AUTHOR else holder
                )
                if spec not in found.setdefault(owner, []):
                    found[owner].append(spec)
            if weapons:
                last_weapon = reference[weapons[-1].start, weapons[-1].end]
        return {owner: tuple(specs) for owner, specs in found.items()}

    def _owner(
        self,
        quantity: Quantity,
        weapons: list[Mention],
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        last_weapon: EntityId | None,
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
                return reference[before[-1].start, before[-1].end]
            return reference[after[0].start, after[0].end] if len(after) == 1 else None
        if last_weapon is not None and reading.tokens.norms[:1]:
            first = reading.tokens.norms[0]
            if first in _CONTINUING or any(item.frame.intransitive for item in reading.predicates):
                return last_weapon
        return None

    def _rule(self, quantity: Quantity, reading: Reading, owner: EntityId) -> SpecRule | None:
        start = quantity.start - reading.sentence.start
        first = reading.tokens.at(start)
        last = reading.tokens.at(quantity.end - 1 - reading.sentence.start) + 1
        before = reading.between(max(0, first - _REACH), first)
        inside = reading.between(first, last)
        after = reading.between(last, last + 4)
        flies = self._flies(owner)
        best: tuple[float, SpecRule] | None = None
        for rule in self.rules:
            units = {unit.casefold() for unit in rule.units}
            if quantity.unit.casefold() not in units:
                continue
            if (rule.ships and flies) or (rule.missiles and not flies):
                continue
            distance = _distance(rule.words, before, inside, after)
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
        if rule.property == "payload_kg" and quantity.unit == "t":
            value *= 1000
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
                best = min(after.index(word) + 0.5, best if best is not None else 99.0)
    return best
