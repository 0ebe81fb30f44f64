"""Which weapon a sentence that names none goes on about: "it", "its range", "the boat".

Decides from one sentence to the next within a paragraph, and for nobody where something else may
be meant: a ship, a site or a company beside the weapon, or a second weapon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from itertools import takewhile

from msgspec import Struct

from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention, Quantity
from generator.text.reading import Reading
from generator.text.scripts import EASTERN

_LIST = re.compile(r"[\"'”’]?(?:,|,?\s+and|\s+or|/)\s*(?:the\s+|an?\s+)?[\"'“‘]?")
_APPOSED = 25
_PART = frozenset(",(–—")
_OPENING = 4
_NOUN_WITHIN = 4
_BESIDE = 6
_SAID_WITHIN = 16


class SpokenOf(Struct, frozen=True, kw_only=True):
    """What the sentence before was about. ``paragraph`` is where it stood."""

    entity: EntityId
    paragraph: int


class Continuing:
    """The words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.specs
        self._knowledge = knowledge
        self._pronouns = frozenset(cues.continuing)
        self._rivals = frozenset(cues.rivals)
        self._vessels = frozenset(cues.vessels)
        self._stand_ins = frozenset(cues.stand_ins)
        self._others = frozenset((*cues.otherwise, *cues.offshoots)) - self._stand_ins
        self._refusing = frozenset(cues.refusing)
        self._hitting = frozenset(cues.hitting)
        self._all_rivals = self._rivals | self._vessels
        self._prepositions = frozenset(knowledge.language.verbs.prepositions)
        self._telling = frozenset(knowledge.language.verbs.telling)

    def meant(self, reading: Reading, spoken_of: SpokenOf | None) -> EntityId | None:
        """The weapon that a sentence may be about without naming it."""
        if spoken_of is None or reading.sentence.paragraph - spoken_of.paragraph not in {0, 1}:
            return None
        return spoken_of.entity

    def continues(self, reading: Reading, entity: EntityId) -> bool:
        """Whether a sentence opens with a word for that weapon: a pronoun, or "the" with a noun
        that such a weapon goes by."""
        norms = reading.tokens.norms
        at = self._said_at(reading)
        if norms[at : at + 1] == () or norms[at] not in self._pronouns:
            return False
        if norms[at] != "the":
            return True
        words = norms[at + 1 : at + 1 + _NOUN_WITHIN]
        head = tuple(takewhile(lambda word: word not in self._prepositions, words))
        if not self._others.isdisjoint(head):
            return False  # "the second batch", "the naval version": another thing
        for word in head:
            if word in self._stand_ins:
                return True
            if word in self._vessels:
                return self._knowledge.is_platform(entity)
        return False

    def _said_at(self, reading: Reading) -> int:
        """Where what a sentence tells begins: behind "Hentzau said", "with" or "according to"."""
        norms = reading.tokens.norms
        if norms[0:1] and norms[0] in self._pronouns:
            return 0
        if norms[:1] and norms[0] in self._prepositions and norms[1:2] in {("its",), ("their",)}:
            return 1
        stop = min(len(norms), _SAID_WITHIN)
        if norms[:2] == ("according", "to"):
            return next((at for at in range(2, stop) if "," in reading.tokens.gap(at)), 0)
        for at in range(1, stop):
            if norms[at - 1] in self._telling and reading.tokens.gap(at) == " ":
                return at + (norms[at] == "that")
        return 0

    def after(
        self,
        reading: Reading,
        *,
        weapons: list[Mention],
        named: Mapping[tuple[int, int], EntityId],
        before: SpokenOf | None,
        carried: bool,
    ) -> SpokenOf | None:
        """What the next sentence may go on about; ``carried`` says that a figure of this one went
        to what was spoken of before."""
        paragraph = reading.sentence.paragraph
        meant = self.meant(reading, before)
        if meant is not None and (carried or (not weapons and self.continues(reading, meant))):
            return SpokenOf(entity=meant, paragraph=paragraph)
        entity = self._only(weapons, named) or self._subject(weapons, named, reading)
        if entity is None or (
            self._subject(weapons, named, reading) is None and self._rival(reading, weapons, entity)
        ):
            return None
        return SpokenOf(entity=entity, paragraph=paragraph)

    def alone(self, entity: EntityId | None, named: Set[EntityId]) -> bool:
        """Whether the weapons named so far are all one, told by its name and by its class."""
        if entity is None:
            return False
        chain = self._lineage(entity)
        return all(one in chain or entity in self._lineage(one) for one in named)

    def _lineage(self, entity: EntityId) -> tuple[str, ...]:
        weapon = self._knowledge.weapons.get(entity)
        return (entity, *self._knowledge.class_chain(weapon.weapon_class if weapon else entity))

    def topic(
        self,
        weapons: list[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        topic: EntityId | None,
        *,
        kinds: Mapping[EntityId, str],
    ) -> EntityId | None:
        """What the next sentence's "it" stands for: the first named system; a class only where it
        is new to the article and no part of a weapon."""
        if (
            topic is not None
            and self.continues(reading, topic)
            and not self._another_subject(weapons, reading)
        ):
            return topic
        for item in weapons:
            entity = named[item.start, item.end]
            kind = self._knowledge.classes.get(entity)
            east = topic is not None and EASTERN.search(reading.sentence.text) is not None
            if east and item.start - reading.sentence.start > _APPOSED:
                continue  # compared or recalled within the clause, not what it is about
            missile = topic is not None and not self._is_ship(topic, kinds)
            if east and missile and self._is_ship(entity, kinds):
                continue  # a missile is still what "its range" is told of
            if kind is None:
                return None if self._one_of_several(item, weapons, named, reading) else entity
            before = reading.sentence.text[: item.start - reading.sentence.start].split()
            refused = before[-1:] != [] and before[-1].lower() in self._refusing
            known = topic is not None and topic not in self._knowledge.classes
            if kind.component or refused or (known and EASTERN.search(item.surface)):
                continue
            later = [
                named[other.start, other.end]
                for other in weapons
                if 0 <= other.start - item.end <= _APPOSED
                and named[other.start, other.end] not in self._knowledge.classes
            ]
            return later[0] if later else entity
        return topic

    def _is_ship(self, entity: EntityId, kinds: Mapping[EntityId, str]) -> bool:
        return self._knowledge.is_platform(kinds.get(entity, entity))

    def _one_of_several(
        self,
        item: Mention,
        weapons: list[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
    ) -> bool:
        """ "The Dart-3 and the Dart-4": what follows may be about either."""
        others = [other for other in weapons if other.start >= item.end]
        if not others or named[others[0].start, others[0].end] in self._knowledge.classes:
            return False
        offset = reading.sentence.start
        gap = reading.sentence.text[item.end - offset : others[0].start - offset]
        return named[others[0].start, others[0].end] != named[item.start, item.end] and (
            _LIST.fullmatch(gap) is not None
        )

    def _another_subject(self, weapons: list[Mention], reading: Reading) -> bool:
        """ "The navy fired the Dart-3": a sentence with "the" that turns to another system."""
        named = bool(weapons) and weapons[0].entity not in self._knowledge.classes
        return named and reading.tokens.norms[0] in {"the", "both", "each"}

    def beside(self, quantity: Quantity, owner: EntityId, reading: Reading) -> bool:
        """Whether a figure stands right beside a thing that is no weapon: "a freighter 96 metres
        long", "a 96-metre tanker", "the Zenda 7, a 900-tonne vessel" where no Zenda is known."""
        if EASTERN.search(reading.sentence.text) or quantity.unit == "count:axles":
            return False
        tokens, norms = reading.tokens, reading.tokens.norms
        first = tokens.at(quantity.start - reading.sentence.start)
        last = tokens.at(quantity.end - 1 - reading.sentence.start) + 1
        near = (*reading.between(max(0, first - 1), first), *reading.between(last, last + 1))
        afar = reading.between(last, last + 1) == ("away",)
        if afar and not self._hitting.isdisjoint(reading.between(max(0, first - _BESIDE), first)):
            return False
        rivals = self._rivals if self._knowledge.is_platform(owner) else self._all_rivals
        if norms[first - 1 : first] in {("a",), ("an",)} and _PART & set(tokens.gap(first - 1)):
            named = {
                reading.place_of(item)[1] for item in reading.mentions if item.kind == "weapon"
            }
            rivals = rivals if first - 1 in named else self._all_rivals
        taken = {
            word
            for item in reading.mentions
            if item.kind == "weapon" and abs(reading.place_of(item)[0] - first) <= _BESIDE
            for word in reading.between(*reading.place_of(item))
        }
        return any(word in rivals and word not in taken for word in near)

    def _rival(self, reading: Reading, weapons: list[Mention], entity: EntityId) -> bool:
        rivals = self._rivals if self._knowledge.is_platform(entity) else self._all_rivals
        at = [index for index, word in enumerate(reading.tokens.norms) if word in rivals]
        covered = {index for item in weapons for index in range(*reading.place_of(item))}
        return any(index not in covered for index in at)

    def _only(
        self, weapons: list[Mention], named: Mapping[tuple[int, int], EntityId]
    ) -> EntityId | None:
        """The one weapon of a sentence; its class nouns and parts are not counted."""
        systems: dict[EntityId, None] = {}
        classes: dict[EntityId, None] = {}
        for item in weapons:
            entity = named[item.start, item.end]
            kind = self._knowledge.classes.get(entity)
            if kind is None:
                systems[entity] = None
            elif not kind.component and kind.parent is not None:
                classes[entity] = None
        if len(systems) == 1:
            return next(iter(systems))
        return next(iter(classes)) if not systems and len(classes) == 1 else None

    def _subject(
        self,
        weapons: list[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
    ) -> EntityId | None:
        """The weapon that a sentence opens with; none of a pair."""
        for item in weapons:
            first, last = reading.place_of(item)
            lead = reading.between(0, first)
            if first > _OPENING or not self._prepositions.isdisjoint(lead):
                return None
            if not self._all_rivals.isdisjoint(lead):
                return None
            if any(
                other.kind == "actor" and other.rule != "demonym" and other.start < item.start
                for other in reading.mentions[:_OPENING]
            ):
                return None
            entity = named[item.start, item.end]
            kind = self._knowledge.classes.get(entity)
            if kind is not None and (kind.component or kind.parent is None):
                continue
            following = reading.between(last, last + 1)
            paired = following in {("and",), ("or",)} and any(
                named[other.start, other.end] != entity and reading.place_of(other)[0] <= last + 4
                for other in weapons
                if other.start >= item.end
            )
            return None if paired else entity
        return None
