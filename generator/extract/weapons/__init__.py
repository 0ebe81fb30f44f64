"""Which weapons an article names, what is said to have happened to each, and whose they are.

Decides the walk through the article: each mention is led to its weapon, and what its sentence says
is gathered there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.weapons.carried_on import NO_TOPIC, Topic
from generator.extract.weapons.families import families
from generator.extract.weapons.holding import for_purpose
from generator.extract.weapons.hulls import Hulls
from generator.extract.weapons.listing import Entry, as_weapon, worth_listing
from generator.extract.weapons.owners import owners_of
from generator.extract.weapons.reference import (
    class_of,
    describes_system,
    named_together,
    refers_to,
    repeated_in_brackets,
    told_to_be,
)
from generator.extract.weapons.scenes import NO_SCENE, Scene
from generator.extract.weapons.status import add_status, status_rules
from generator.knowledge.base import KnowledgeBase
from generator.model import (
    EntityId,
    Mention,
    Specification,
    StatusClaim,
    Weapon,
    WeaponStatus,
)
from generator.text.reading import Reading
from generator.text.speech.voices import Voices
from generator.text.syntax.grammar import Grammar
from generator.text.syntax.subjects import Subjects
from generator.text.tokens import tokenise

__all__ = ["Arms", "WeaponReader"]


_GUESSED_WITHIN = 7
_UNDONE = frozenset({"mentioned", "planned", "claimed"})


class Arms(Struct, frozen=True, kw_only=True):
    """What an article says of weapons: ``weapons`` are all it names, in the order of their first
    mention (:meth:`WeaponReader.listed` chooses of them). By the offsets of their mentions: in
    ``reference`` the weapon it refers to, "the missile" included; in ``deeds`` the first token of
    the word that says what happens to it and what that comes to, None if no word does. ``kinds``
    are the classes that the article gives weapons which are not listed; ``former`` the sentences
    that look back on an earlier time."""

    weapons: tuple[Weapon, ...]
    reference: dict[tuple[int, int], EntityId]
    deeds: dict[tuple[int, int], tuple[int, WeaponStatus] | None]
    kinds: dict[EntityId, str]
    former: frozenset[str] = frozenset()


class WeaponReader:
    """The rules for one knowledge base. Stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar) -> None:
        self._knowledge = knowledge
        self._grammar = grammar
        self._status = status_rules(knowledge, grammar)
        self._cues = self._status.governors.cues
        self._hulls = Hulls(knowledge)
        self._sorts = knowledge.language.weapons.stand_in_classes
        self._families = families(knowledge)
        self._subjects = Subjects(grammar)
        self._parting = self._cues.parting | self._cues.speech | grammar.auxiliaries

    def read(self, readings: tuple[Reading, ...], *, voices: Voices) -> Arms:
        """The weapons in order of first mention, and what every mention of one stands for."""
        deeds: dict[tuple[int, int], tuple[int, WeaponStatus] | None] = {}
        entries: dict[EntityId, Entry] = {}
        reference: dict[tuple[int, int], EntityId] = {}
        recent: list[EntityId] = []
        several: frozenset[str] = frozenset()
        scene, topic = NO_SCENE, NO_TOPIC
        for reading in readings:
            weapons = [item for item in reading.mentions if item.kind == "weapon"]
            described = self._described(weapons, reading, entries)
            for mention in weapons:
                holder = voices.holder(reading.sentence.id, mention.start)
                system = described.get((mention.start, mention.end))
                if system is not None:
                    reference[mention.start, mention.end] = system
                    outer = repeated_in_brackets(mention, reading)
                    if outer is not None:
                        deeds[mention.start, mention.end] = deeds.get((outer.start, outer.end))
                        continue
                    kind: str | None = system if system in self._knowledge.weapons else None
                    kind = kind or (entries[system].described if system in entries else None)
                    told = self._status.status(
                        mention, reading, holder, kind, scene=scene, system=system
                    )
                    deeds[mention.start, mention.end] = self._deed(mention, reading, told, kind)
                    if told.value != "mentioned":
                        add_status(entries.setdefault(system, Entry(system)).status, told)
                    continue
                identity = refers_to(
                    mention,
                    reading,
                    recent,
                    self._knowledge,
                    self._cues,
                    several=several,
                    kinds={one: entries[one].described for one in recent},
                    sorts=self._sorts,
                )
                reference[mention.start, mention.end] = identity
                entry = entries.setdefault(identity, Entry(identity))
                told = self._note(entry, mention, reading, holder, scene)
                aside = told.cue == "comparison" or self._guessed(mention, reading)
                if identity in self._knowledge.classes or not aside:
                    if identity in recent:
                        recent.remove(identity)
                    recent.append(identity)
                deeds[mention.start, mention.end] = self._deed(
                    mention, reading, told, entry.described
                )
            self._note_told(reading, reference, recent, entries=entries, voices=voices)
            if any(item.entity not in self._knowledge.classes for item in weapons):
                several = named_together(weapons, reading, self._knowledge)
            self._note_pronoun(reading, topic, entries, voices)
            named = [(item, reference[item.start, item.end]) for item in weapons]
            topic = self._status.carried_on.topic(reading, named, topic)
            scene = self._status.scenes.follow(reading, scene)
        known = (entry for entry in entries.values() if entry.mentions)
        return Arms(
            weapons=tuple(as_weapon(entry, self._knowledge) for entry in known),
            reference=reference,
            deeds=deeds,
            kinds={one.identity: one.described for one in entries.values() if one.described},
            former=self._former(readings),
        )

    def _former(self, readings: tuple[Reading, ...]) -> frozenset[str]:
        """The sentences that look back."""
        whole = "\n".join([reading.sentence.text for reading in readings])
        words = [word for word in self._cues.former if word in whole]
        return frozenset(
            reading.sentence.id
            for reading in readings
            if any(word in reading.sentence.text for word in words)
        )

    def _described(
        self,
        weapons: Sequence[Mention],
        reading: Reading,
        entries: dict[EntityId, Entry],
    ) -> dict[tuple[int, int], EntityId]:
        """The class nouns that only say what a system is, by their offsets; what they and the
        names themselves tell of systems that are not listed goes to ``entries``."""
        described = {
            (item.start, item.end): system
            for item in weapons
            if (system := describes_system(item, reading, self._knowledge, self._cues))
        }
        for item in weapons:
            system = described.get((item.start, item.end))
            if system is not None and system not in self._knowledge.weapons:
                entries.setdefault(system, Entry(system)).described = item.entity
            if not item.known and not item.inferred:
                entry = entries.setdefault(item.entity, Entry(item.entity))
                entry.described = entry.described or self._told_by_name(item, reading)
        for one, other in pairwise(weapons):
            if not other.known and self._introduces(one, other, reading):
                entries.setdefault(other.entity, Entry(other.entity)).described = one.entity
        return described

    def listed(
        self, arms: Arms, specs: Mapping[EntityId, tuple[Specification, ...]]
    ) -> tuple[Weapon, ...]:
        """Those worth listing, by what is said of them and by the figures they are given."""
        told = (
            replace(item, specs=specs[item.id]) if item.id in specs else item
            for item in arms.weapons
        )
        return worth_listing(tuple(told), self._knowledge, arms.former)

    def _introduces(self, one: Mention, other: Mention, reading: Reading) -> bool:
        """ "The Zenda-class destroyer Hentzau", "destroyer named Hentzau": the noun tells what both
        names are."""
        _, last = reading.place_of(one)
        first, _ = reading.place_of(other)
        gap, words = reading.text_between(last, first), set(reading.between(last, first))
        named = words <= self._cues.identifying and bool(words & self._cues.dubbing)
        beside = gap in {" ", ", the "} or (named and "," not in gap)
        return one.entity in self._knowledge.classes and beside

    def _deed(
        self, mention: Mention, reading: Reading, told: StatusClaim, kind: str | None
    ) -> tuple[int, WeaponStatus] | None:
        if told.cue == "comparison":
            return None
        predicate = self._status.governors.governor(mention, reading, kind)
        return (predicate.first, told.value) if predicate is not None else None

    def _note(
        self,
        entry: Entry,
        mention: Mention,
        reading: Reading,
        holder: str | None,
        scene: Scene,
    ) -> StatusClaim:
        entry.mentions.append(mention)
        told = self._status.status(
            mention, reading, holder, entry.described, scene=scene, system=entry.identity
        )
        add_status(entry.status, told)
        for more in self._status.further(mention, reading, holder, entry.described):
            add_status(entry.status, more)
        listed = self._knowledge.weapons.get(entry.identity)
        unowned = not entry.owners and (listed is None or bool(listed.operators))
        if unowned and not reading.runs_on:
            found = owners_of(
                mention,
                reading,
                knowledge=self._knowledge,
                prepositions=self._grammar.prepositions,
                parting=self._parting,
                doers=self._doers(mention, reading),
            )
            having = (listed.country, *listed.operators) if listed is not None else found
            entry.owners += [state for state in found if state in having]
        return told

    def _note_told(
        self,
        reading: Reading,
        reference: Mapping[tuple[int, int], EntityId],
        recent: Sequence[EntityId],
        *,
        entries: dict[EntityId, Entry],
        voices: Voices,
    ) -> None:
        """ "The missile was a Dart-3": what was said of the missile so far, whoever says this now
        says of the Dart-3."""
        classes = self._knowledge.classes
        for mention in reading.mentions:
            if mention.kind != "weapon":
                continue
            noun = told_to_be(mention, reading, classes) if mention.entity not in classes else None
            if noun is None:
                continue
            kind = class_of(mention.entity, self._knowledge)
            chain = self._knowledge.class_chain(kind) if kind else ()
            own = reference.get((noun.start, noun.end))
            meant = own if own in classes else next(
                (one for one in reversed(recent) if one in classes and one in chain), None
            )  # fmt: skip
            if meant is None or meant not in entries or (kind and meant not in chain):
                continue
            holder = voices.holder(reading.sentence.id, mention.start)
            for claim in entries[meant].status:
                if claim.value not in _UNDONE and not claim.hypothetical:
                    evidence = dict.fromkeys((*claim.evidence, reading.sentence.id))
                    told = replace(claim, holder=holder, evidence=tuple(evidence))
                    add_status(entries[mention.entity].status, told)

    def _guessed(self, mention: Mention, reading: Reading) -> bool:
        """ "Appears to have been a Dart-type rocket": "the rocket" that was fired is no Dart."""
        first, last = reading.place_of(mention)
        before = reading.between(max(0, first - _GUESSED_WITHIN), first)
        guessing = self._cues.guessing
        return not guessing.isdisjoint((*before, *reading.between(last, last + 1)))

    def _told_by_name(self, mention: Mention, reading: Reading) -> str | None:
        """The class that a designation or a navy's letters tell, or its listed family."""
        family = tokenise(mention.surface).norms[:1]
        lettered = self._cues.class_by_letters(mention.surface)
        _, last = reading.place_of(mention)
        noun = "".join(reading.between(last, last + 1))
        if lettered and not {lettered}.issubset(self._sorts.get(noun, {lettered})):
            return None  # "the A-192 gun" is no aircraft
        return (
            lettered
            or self._hulls.told(mention, reading)
            or (self._families.get(family[0]) if family else None)
        )

    def _note_pronoun(
        self,
        reading: Reading,
        topic: Topic,
        entries: dict[EntityId, Entry],
        voices: Voices,
    ) -> None:
        """What a sentence says of the weapons that its "it" or "they" stands for."""
        if not topic.weapons or reading.runs_on:
            return
        for mention in self._status.carried_on.subject(reading, topic):
            entry = entries.get(mention.entity)
            told = entry and self._status.present(
                mention, reading, voices.holder(reading.sentence.id, mention.start), entry.described
            )
            if entry is not None and told:
                add_status(entry.status, told)
        if not reading.predicates:
            return
        for mention in self._status.carried_on.pronoun(reading, topic):
            entry = entries.get(mention.entity)
            if entry is None:
                continue
            holder = voices.holder(reading.sentence.id, mention.start)
            told = self._status.status(mention, reading, holder, entry.described)
            further = self._status.further(mention, reading, holder, entry.described)
            for claim in (told, *further):
                if claim.cue:
                    add_status(entry.status, claim)

    def _doers(self, mention: Mention, reading: Reading) -> tuple[EntityId, ...]:
        """Who did what the word that governs a weapon says."""
        predicate = self._status.governors.governor(mention, reading)
        if predicate is None:
            return ()
        subject_itself = (
            reading.place_of(mention)[0] < predicate.group
            and not predicate.passive
            and not predicate.is_noun
            and not predicate.is_east_asian
        )
        if not subject_itself and (predicate.frame.watched or predicate.frame.adverse):
            return ()  # "the ministry detected nine warships"
        if not subject_itself:
            return self._subjects.of(predicate, reading)
        if not for_purpose(predicate, reading):
            return ()
        # "Ruritania SENT ships to track a submarine": whose the ships are, that verb says.
        first, _ = reading.place_of(mention)
        sent = [
            item
            for item in reading.predicates
            if item.last <= first and not item.is_noun and not item.passive
        ]
        return self._subjects.of(sent[-1], reading) if sent else ()
