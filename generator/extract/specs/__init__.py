"""Figures given for weapons: which quantity is which property of which weapon.

A figure goes to the weapon it stands beside, else to the nearest one before it in the clause,
else to the one weapon that the sentence's subject refers back to. Flown distance, apogee and
range are kept apart, and a figure is compared with the knowledge base, never merged with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.specs.counting import Counting, is_name
from generator.extract.specs.elliptic import Told, carried
from generator.extract.specs.native_counting import ALONE, NativeCounting
from generator.extract.specs.owning import Owning
from generator.extract.specs.properties import Properties, told_already
from generator.extract.specs.sharing import Sharing
from generator.extract.specs.spoken_of import Continuing, SpokenOf
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.specs import SpecRule
from generator.model import (
    AUTHOR,
    EntityId,
    Mention,
    Quantity,
    Specification,
)
from generator.text.reading import Reading, by_sentence
from generator.text.scripts import EASTERN
from generator.text.speech.voices import Voices
from generator.text.tries import alternation

_CHANGED = 6
_TYPE = 3
_AFAR = frozenset({"km", "km/h", "mach", "hours", "min", "minutes", "seconds"})
"""Launchers and warheads fly nowhere by themselves."""
_OF_THE_WHOLE = _AFAR | {"t", "kg", "kt", "USD", "EUR", "KRW"}
_QUOTE = re.compile(r" ?[“「『‘'\"]")
_COUNTED = SpecRule(property="quantity", units=(), words=())
"""The thing counted is the weapon itself: "eighteen launchers"."""


class _Scene(Struct, frozen=True, kw_only=True):
    """One sentence and what it may speak of: ``topic`` is what the article does, ``meant`` what
    the sentence may go on about, ``alone`` the one weapon of the article so far."""

    reading: Reading
    given: list[Quantity]
    weapons: list[Mention]
    named: Mapping[tuple[int, int], EntityId]
    topic: EntityId | None
    meant: EntityId | None
    alone: EntityId | None
    kinds: Mapping[EntityId, str]


class SpecReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        cues = knowledge.language.specs
        self._properties = Properties(knowledge)
        self._counting = Counting(knowledge.language.units)
        self._native = NativeCounting(knowledge.language.units)
        self._definite_words = frozenset(cues.definite)
        self._pointing = tuple(word for word in cues.definite if not word.isascii())
        words = (word for rule in cues.rules for word in rule.words if not word.isascii())
        self._figured = re.compile(rf"(?:的|의 |の)?{alternation(words)}")
        self._continuing = Continuing(knowledge)
        self._changing = frozenset(cues.changing)
        self._sharing = Sharing(knowledge)
        self._owning = Owning(knowledge, self._properties, self._continuing)

    def read(
        self,
        readings: tuple[Reading, ...],
        *,
        quantities: tuple[Quantity, ...],
        reference: Mapping[tuple[int, int], EntityId],
        kinds: Mapping[EntityId, str],
        voices: Voices,
    ) -> dict[EntityId, tuple[Specification, ...]]:
        """Specifications by weapon, in reading order; ``kinds`` are the classes that the article
        gives weapons which are not listed."""
        found: dict[EntityId, list[Specification]] = {}
        figures = by_sentence(quantities)
        topic: EntityId | None = None
        spoken_of: SpokenOf | None = None
        together: tuple[EntityId, ...] = ()
        so_far: set[EntityId] = set()
        knowledge = self.knowledge
        for reading in readings:
            weapons = [item for item in reading.mentions if (item.start, item.end) in reference]
            named = {
                (item.start, item.end): self._meant(item, reference, reading, topic, kinds)
                for item in weapons
            }
            if reading.runs_on:
                spoken_of, topic, together = None, None, ()
                continue
            meant = self._continuing.meant(reading, spoken_of)
            so_far |= {one for one in named.values() if knowledge.flies(one)}
            alone = topic if self._continuing.alone(topic, so_far) else None
            if EASTERN.search(reading.sentence.text):
                meant = alone = topic  # no pronoun is needed there to go on about the same
            carried_on = False
            given = [
                one
                for one in figures.get(reading.sentence.id, [])
                if not (one.unit.startswith("count:") and is_name(one.start, one.end, weapons))
            ]
            given = [*given, *self._counting.counted(reading, weapons, given)]
            given += self._native.counted(reading, weapons, given)
            given += self._native.alone(reading, weapons, given)
            told: set[int] = set()
            before: Told | None = None
            scene = _Scene(
                reading=reading,
                given=given,
                weapons=weapons,
                named=named,
                topic=topic,
                meant=meant,
                alone=alone,
                kinds=kinds,
            )
            for quantity in given:
                holder = voices.holder(reading.sentence.id, quantity.start)
                shared = self._sharing.owners(
                    quantity, given, weapons, named, reading, before=together
                )
                for owner, rule in self._figures(quantity, shared, scene, told, before):
                    before = Told(quantity=quantity, rule=rule, owner=owner)
                    spec = self._specification(
                        self._changed(quantity, reading),
                        rule,
                        owner,
                        None if holder == AUTHOR else holder,
                    )
                    carried_on |= owner == meant and owner not in named.values()
                    if not told_already(spec, found.setdefault(owner, [])):
                        found[owner].append(spec)
            # "A copy of the Dart-3, called Wasp-1": what follows is told of the Wasp.
            compared = self._owning.others.compared
            weapons = [one for one in weapons if not compared(one, reading)] or weapons
            together = self._sharing.pair(weapons, named, reading) or (
                together if not weapons else ()
            )
            topic = self._continuing.topic(weapons, named, reading, topic, kinds=kinds)
            spoken_of = self._continuing.after(
                reading, weapons=weapons, named=named, before=spoken_of, carried=carried_on
            )
        return {owner: tuple(specs) for owner, specs in found.items()}

    def _changed(self, quantity: Quantity, reading: Reading) -> Quantity:
        """ "Raised from 280 km to 1,000 km": the second figure is the one that holds."""
        if quantity.value_to is None or not quantity.surface.startswith("from "):
            return quantity
        first = reading.tokens.at(quantity.start - reading.sentence.start)
        lead = reading.between(max(0, first - _CHANGED), first)
        if self._changing.isdisjoint(lead):
            return quantity
        return replace(quantity, value=quantity.value_to, value_to=None)

    def _figures(
        self,
        quantity: Quantity,
        shared: tuple[EntityId, ...],
        scene: _Scene,
        told: set[int],
        before: Told | None,
    ) -> Iterator[tuple[EntityId, SpecRule]]:
        """Whose a figure is and what it tells of each; ``shared`` are those of whom a list tells
        it, ``told`` gains the word that says so."""
        for item in scene.weapons:
            tubes = quantity.unit == "count:launch cells" and item.end < quantity.end
            if quantity.start <= item.start and item.end <= quantity.end and not tubes:
                yield self._counted(quantity, scene.named[item.start, item.end], scene)
                return
        if not shared and self._sharing.told_in_turn(quantity, scene.given, scene.reading):
            return
        words: set[int] = set()
        owners = shared or (
            self._owning.owner(
                quantity,
                scene.weapons,
                scene.named,
                scene.reading,
                topic=scene.meant,
                alone=scene.alone,
            ),
        )
        for owner in owners:
            figure = self._figure(quantity, owner, scene, told, words)
            if figure is None and owner is not None:
                rule = carried(quantity, owner, before, scene.named, scene.reading)
                figure = None if rule is None else (owner, rule)
            if figure is not None:
                yield figure
        told |= words

    def _figure(
        self,
        quantity: Quantity,
        owner: EntityId | None,
        scene: _Scene,
        told: set[int],
        words: set[int],
    ) -> tuple[EntityId, SpecRule] | None:
        """What a figure tells of its owner, or of the whole that its owner is a part of; the word
        that says so goes to ``words``."""
        reading, weapons, named = scene.reading, scene.weapons, scene.named
        if owner is None or self._continuing.beside(quantity, owner, reading):
            return None
        if quantity.unit == ALONE:
            return owner, _COUNTED
        part = self.knowledge.classes.get(owner)
        east = scene.meant is not None and EASTERN.search(reading.sentence.text) is not None
        if part and part.component and (east or quantity.unit in _OF_THE_WHOLE):
            whole = self._owning.whole(quantity, weapons, named, reading) or scene.topic
            if whole is None and quantity.unit in _AFAR:
                return None
            owner = whole or owner
        chosen = self._properties.choose(
            quantity, reading, owner, kind=scene.kinds.get(owner), told=told, given=scene.given
        )
        if chosen is None:
            chosen = self._properties.adjective(
                quantity, owner, reading, kind=scene.kinds.get(owner)
            )
        if chosen is None:
            return None
        if chosen.word is not None:
            words.add(chosen.word)
        return owner, chosen.rule

    def _counted(
        self, quantity: Quantity, owner: EntityId, scene: _Scene
    ) -> tuple[EntityId, SpecRule]:
        """ "Eighteen launchers" counts them; "it carries ten warheads" is a figure of what does."""
        part = self.knowledge.classes.get(owner)
        if part is None or not part.component:
            return owner, _COUNTED
        whole = self._owning.whole(quantity, scene.weapons, scene.named, scene.reading)
        if whole is not None:
            kind = scene.kinds.get(whole)
            carried = self._properties.choose(quantity, scene.reading, whole, kind=kind)
            if carried is not None:
                return whole, carried.rule
        meant = scene.meant
        east = EASTERN.search(scene.reading.sentence.text) is not None
        its = meant is not None and (east or self._continuing.continues(scene.reading, meant))
        return (meant if its and meant is not None else owner), _COUNTED

    def _meant(
        self,
        item: Mention,
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        topic: EntityId | None,
        kinds: Mapping[EntityId, str],
    ) -> EntityId:
        """ "The missile" is the missile the article speaks of; "a missile" is another."""
        entity = reference[item.start, item.end]
        lead = reading.sentence.text[: item.start - reading.sentence.start]
        if entity in self.knowledge.classes and lead.endswith(" whose "):
            whole = [one for one in reference if one[1] == item.start - len(", whose ")]
            return reference[whole[0]] if whole else entity  # "the Dart-3, whose glide vehicle"
        native = item.entity in self.knowledge.classes and EASTERN.search(item.surface)
        pointed = lead.rstrip().endswith(self._pointing)  # "이 전투기", "该驱逐舰"
        if native and not pointed and not self._beside(item, entity, reading):
            # No article tells what a bare class stands for: the topic does.
            entity = self._of_the_sentence(item, reference, reading, kinds) or item.entity
        if topic is None or entity not in self.knowledge.classes:
            return entity
        if entity not in self._chain(topic, kinds):
            return entity
        return topic if self._definite(item, reading) else entity

    def _of_the_sentence(
        self,
        item: Mention,
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        kinds: Mapping[EntityId, str],
    ) -> EntityId | None:
        """ "可携带“X”导弹，导弹射程约300公里": the one weapon of that class named before it, where
        a figure's word stands right behind."""
        if not self._figured.match(reading.sentence.text, item.end - reading.sentence.start):
            return None
        named = {
            reference[one.start, one.end]
            for one in reading.mentions
            if one.end <= item.start and (one.start, one.end) in reference
        }
        held = [one for one in named if item.entity in self._chain(one, kinds)]
        return held[0] if len(held) == 1 else None

    def _chain(self, entity: EntityId, kinds: Mapping[EntityId, str]) -> tuple[str, ...]:
        """The class of a system and the wider ones; empty for a class."""
        weapon = self.knowledge.weapons.get(entity)
        own = weapon.weapon_class if weapon is not None else kinds.get(entity)
        return () if own is None else self.knowledge.class_chain(own)

    def _beside(self, item: Mention, entity: EntityId, reading: Reading) -> bool:
        """A class noun right behind the name of what it is, or before it in quotation marks:
        "火星-18型导弹", "잠수함 '이X함'"."""
        text, offset = reading.sentence.text, reading.sentence.start
        return any(
            other.entity == entity
            and (
                0 <= item.start - other.end <= _TYPE
                or _QUOTE.fullmatch(text, item.end - offset, other.start - offset) is not None
            )
            for other in reading.mentions
            if other.start != item.start
        )

    def _definite(self, item: Mention, reading: Reading) -> bool:
        if EASTERN.search(item.surface):
            return True
        words = reading.sentence.text[: item.start - reading.sentence.start].split()
        return any(word.lower() in self._definite_words for word in words[-2:])

    def _specification(
        self, quantity: Quantity, rule: SpecRule, owner: EntityId, holder: str | None
    ) -> Specification:
        agreement, note = self._properties.compare(quantity, rule, owner)
        factor = rule.factors.get(quantity.unit, 1.0)
        last = quantity.value_to
        return Specification(
            start=quantity.start,
            end=quantity.end,
            property=f"{rule.property}_{quantity.unit.lower()}" if rule.by_unit else rule.property,
            op=quantity.op,
            value=round(quantity.value * factor, 6),
            value_to=None if last is None else round(last * factor, 6),
            original=quantity.surface,
            holder=holder,
            evidence=(quantity.sentence,),
            knowledge=agreement,
            knowledge_note=note,
        )
