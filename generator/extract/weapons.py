"""Which weapons an article names, what is said to have happened to each, and whose they are.

The status of a weapon comes from the word that governs it: the verb whose object or passive
subject it is, or the noun it forms a compound with. What is shown is "displayed", never
"tested"; what may or might happen is marked hypothetical and never counts as done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.knowledge.base import KnowledgeBase
from generator.model import (
    AUTHOR,
    EntityId,
    Mention,
    SentenceId,
    StatusClaim,
    Weapon,
    WeaponStatus,
)
from generator.text.grammar import Grammar, Predicate
from generator.text.reading import Reading

Outcome = Literal["success", "failure"]

_COMPOUND = 4
_FAR = 18
_APPOSED = 6
_REMEMBERED = 4
_EAST_ASIAN_FAR = 60
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NONE = frozenset({"no", "neither", "nor"})
_ENGINES = frozenset({"engine", "engines", "motor", "motors"})
_LINKING = frozenset({"of", "for", "involving", "with", "including"})
_CARRYING = frozenset({"carrying", "carry", "carries", "fitted", "tipped", "equipped", "capable",
                       "armed"})  # fmt: skip
_AGAINST = frozenset({"against", "counter", "countering", "intercept", "from", "than", "versus"})
_LADDER: tuple[WeaponStatus, ...] = (
    "used",
    "transferred",
    "deployed",
    "flight-tested",
    "ground-tested",
    "displayed",
    "planned",
    "claimed",
    "mentioned",
)


@dataclass(slots=True)
class _Entry:
    """What gathers for one weapon while the sentences are read."""

    identity: EntityId
    mentions: list[Mention] = field(default_factory=list)
    status: list[StatusClaim] = field(default_factory=list)
    owners: list[EntityId] = field(default_factory=list)


class WeaponReader:
    """The rules for one knowledge base. Stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar) -> None:
        self.knowledge = knowledge
        self.grammar = grammar
        cues = knowledge.language.verbs
        self._comparing = tuple(tuple(phrase.split()) for phrase in cues.comparing)
        self._success = frozenset(cues.success)
        self._failure = tuple(tuple(phrase.split()) for phrase in cues.failure)
        self._shows = frozenset(word for word in cues.show_contexts if " " not in word)

    def read(
        self, readings: tuple[Reading, ...], *, holders: Mapping[SentenceId, str | None]
    ) -> tuple[tuple[Weapon, ...], dict[tuple[int, int], EntityId]]:
        """The weapons in order of first mention, and for every weapon mention (by its offsets)
        the weapon it refers to, "the missile" included."""
        entries: dict[EntityId, _Entry] = {}
        reference: dict[tuple[int, int], EntityId] = {}
        recent: list[EntityId] = []
        for reading in readings:
            weapons = [item for item in reading.mentions if item.kind == "weapon"]
            for mention in weapons:
                if self._describes_system(mention, weapons, reading):
                    continue
                identity = self._refers_to(mention, reading, recent)
                reference[mention.start, mention.end] = identity
                entry = entries.setdefault(identity, _Entry(identity))
                entry.mentions.append(mention)
                if identity in recent:
                    recent.remove(identity)
                recent.append(identity)
                self._note_status(entry, mention, reading, holders.get(reading.sentence.id))
                self._note_owner(entry, mention, reading)
        weapons_found = [self._weapon(entry) for entry in entries.values()]
        kept = tuple(
            weapon
            for weapon in weapons_found
            if self._listed(weapon) and not self._restates(weapon, weapons_found)
        )
        return kept, reference

    # -- what a mention refers to -----------------------------------------------------------

    def _describes_system(self, mention: Mention, weapons: list[Mention], reading: Reading) -> bool:
        """A class noun beside a designation only says what the system is."""
        if mention.entity not in self.knowledge.classes:
            return False
        for other in weapons:
            if other.entity in self.knowledge.classes:
                # "intercontinental ballistic missile (ICBM)": the letters repeat the words.
                gap = reading.sentence.text[
                    other.end - reading.sentence.start : mention.start - reading.sentence.start
                ]
                if other.entity == mention.entity and gap.strip() == "(":
                    return True
                continue
            first, last = sorted((mention, other), key=lambda item: item.start)
            gap = reading.sentence.text[
                first.end - reading.sentence.start : last.start - reading.sentence.start
            ]
            words = gap.replace("-", " ").split()
            if not gap.strip(" -\"'“”‘’"):
                return True
            if len(words) <= 2 and not set(gap) & {",", ";", "."} and "and" not in words:
                other_class = self._class_of(other.entity)
                chain = self.knowledge.class_chain(other_class) if other_class else ()
                own = self.knowledge.class_chain(mention.entity)
                if mention.entity in chain or other_class in own or not chain:
                    return True
        return False

    def _refers_to(self, mention: Mention, reading: Reading, recent: list[EntityId]) -> EntityId:
        if mention.entity not in self.knowledge.classes:
            return mention.entity
        own_class = self.knowledge.classes[mention.entity]
        first, _ = reading.place_of(mention)
        before = reading.between(max(0, first - 2), first)
        if own_class.parent is None or not any(word in _DEFINITE for word in before):
            return mention.entity
        for identity in reversed(recent[-_REMEMBERED:]):
            own = self._class_of(identity)
            if (
                own
                and identity != mention.entity
                and mention.entity in self.knowledge.class_chain(own)
            ):
                return identity
        return mention.entity

    def _class_of(self, identity: str) -> str | None:
        if identity in self.knowledge.classes:
            return identity
        weapon = self.knowledge.weapons.get(identity)
        return weapon.weapon_class if weapon else None

    # -- status -----------------------------------------------------------------------------

    def _note_status(
        self, entry: _Entry, mention: Mention, reading: Reading, holder: str | None
    ) -> None:
        claim = self._status(mention, reading, None if holder == AUTHOR else holder)
        for index, known in enumerate(entry.status):
            if (known.value, known.holder, known.hypothetical) == (
                claim.value,
                claim.holder,
                claim.hypothetical,
            ):
                if claim.evidence[0] not in known.evidence:
                    entry.status[index] = StatusClaim(
                        value=known.value,
                        holder=known.holder,
                        evidence=(*known.evidence, *claim.evidence),
                        outcome=known.outcome or claim.outcome,
                        cue=known.cue,
                        hypothetical=known.hypothetical,
                    )
                return
        entry.status.append(claim)

    def _status(self, mention: Mention, reading: Reading, holder: str | None) -> StatusClaim:
        evidence = (reading.sentence.id,)
        first, last = reading.place_of(mention)
        if self._compared(reading, first):
            return StatusClaim(
                value="mentioned", holder=holder, evidence=evidence, cue="comparison"
            )
        implied = self.knowledge.classes.get(mention.entity)
        if implied is not None and implied.implies is not None:
            mood = self.grammar.noun_mood(reading.tokens.norms, first)
            return StatusClaim(
                value=implied.implies if mood == "stated" else "mentioned",
                holder=holder,
                evidence=evidence,
                cue=mention.surface,
            )
        flies = self._flies(mention.entity)
        predicate = self._governor(mention, reading)
        if predicate is None:
            words = set(reading.tokens.norms)
            if words & self._shows and self._shown_at(reading, first):
                cue = sorted(words & self._shows)[0]
                return StatusClaim(value="displayed", holder=holder, evidence=evidence, cue=cue)
            return StatusClaim(value="mentioned", holder=holder, evidence=evidence)
        frame = predicate.frame
        if reading.between(max(0, first - 2), first)[-1:] and any(
            word in _NONE for word in reading.between(max(0, first - 2), first)
        ):
            cue = reading.words(predicate.first, predicate.last)
            return StatusClaim(
                value="mentioned", holder=holder, evidence=evidence, cue=f"not {cue}"
            )
        value = frame.weapon if flies else (frame.ground_weapon or frame.weapon)
        if value in {"flight-tested", "ground-tested"} and self._only_engine(reading, first, last):
            value = "ground-tested"
        cue = reading.words(predicate.first, predicate.last)
        hypothetical = predicate.mood in {"possible", "conditional", "obliged"}
        if hypothetical:
            words_before = reading.words(predicate.group, predicate.last)
            cue = f"{predicate.modal} … {cue}" if predicate.modal else words_before
            value = "mentioned"
        elif predicate.mood == "negated":
            value, cue = "mentioned", f"not {cue}"
        elif predicate.mood == "planned" and value != "claimed":
            value = "planned"
        return StatusClaim(
            value=value or "mentioned",
            holder=holder,
            evidence=evidence,
            outcome=self._outcome(predicate, reading) if value == "flight-tested" else None,
            cue=cue,
            hypothetical=hypothetical,
        )

    def _flies(self, identity: str) -> bool:
        own = self._class_of(identity)
        chain = self.knowledge.class_chain(own) if own else ()
        return own is None or any(self.knowledge.classes[item].flies for item in chain)

    def _compared(self, reading: Reading, first: int) -> bool:
        before = reading.between(max(0, first - 5), first)
        for phrase in self._comparing:
            size = len(phrase)
            for start in range(len(before) - size, -1, -1):
                if before[start : start + size] == phrase and len(before) - start - size <= 2:
                    return True
        after = reading.between(first, first + 6)
        return "like" in after[1:3] and "-like" in reading.text_between(first + 1, first + 5)

    def _shown_at(self, reading: Reading, first: int) -> bool:
        words = reading.between(0, first)
        return any(word in self._shows for word in words)

    def _only_engine(self, reading: Reading, first: int, last: int) -> bool:
        around = (*reading.between(max(0, first - 4), first), *reading.between(last, last + 3))
        return any(word in _ENGINES for word in around)

    def _outcome(self, predicate: Predicate, reading: Reading) -> Outcome | None:
        if predicate.frame.outcome:
            return predicate.frame.outcome
        near = reading.between(max(0, predicate.group - 4), predicate.last + 12)
        for phrase in self._failure:
            size = len(phrase)
            if any(near[i : i + size] == phrase for i in range(len(near) - size + 1)):
                return "failure"
        if any(word in self._success for word in near):
            return "success"
        return None

    def _governor(self, mention: Mention, reading: Reading) -> Predicate | None:
        best: tuple[float, Predicate] | None = None
        first, last = reading.place_of(mention)
        for predicate in reading.predicates:
            if predicate.frame.weapon is None or not self._holds(predicate, reading):
                continue
            cost = self._cost(predicate, first, last, reading)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, predicate)
        return best[1] if best else None

    def _holds(self, predicate: Predicate, reading: Reading) -> bool:
        frame = predicate.frame
        near = reading.between(max(0, predicate.group - 6), predicate.last + 8)
        if frame.unless and any(
            word in frame.unless for word in reading.between(predicate.last, predicate.last + 4)
        ):
            return False
        return not frame.near or any(
            word in frame.near
            for word in (near if frame.weapon != "used" else reading.tokens.norms)
        )

    def _cost(self, predicate: Predicate, first: int, last: int, reading: Reading) -> float | None:
        """How well a frame word governs the weapon at a token range; None if it does not."""
        if predicate.is_east_asian:
            low, high = (
                (last, predicate.first) if last <= predicate.first else (predicate.last, first)
            )
            gap = reading.text_between(low, high)
            broken = set(gap) & {"。", "；", ";"} or high - low > _EAST_ASIAN_FAR
            return None if broken else 1.0 + 0.05 * (high - low) + 0.5 * gap.count("，")
        if predicate.is_noun:
            return self._noun_cost(predicate, first, last, reading)
        if last <= predicate.group:
            gap = reading.text_between(last, predicate.group)
            between = reading.between(last, predicate.group)
            if ";" in gap or len(between) > 25:
                return None
            subject_like = predicate.passive or predicate.frame.intransitive
            reduced = (
                predicate.form in {"past", "participle"} and len(between) <= 1 and "," not in gap
            )
            if reduced or (subject_like and self._heads_subject(reading, first, last, predicate)):
                return (
                    1.0
                    + 0.1 * len(between)
                    + (1.0 if self._verb_between(reading, last, predicate.group) else 0)
                )
            return None
        if predicate.last <= first:
            if predicate.passive or predicate.frame.intransitive:
                return None
            between = reading.between(predicate.last, first)
            gap = reading.text_between(predicate.last, first)
            if (
                any(word in _CARRYING for word in between[-4:])
                and predicate.frame.type != "displays"
            ):
                return None
            if len(between) > _FAR or ";" in gap or any(word in _AGAINST for word in between[-3:]):
                return None
            cost = 1.0 + 0.1 * len(between)
            if ", which" in gap or ", who" in gap or ", but" in gap:
                cost += 2
            if self._verb_between(reading, predicate.last, first):
                cost += 1
            return cost
        return None

    def _heads_subject(self, reading: Reading, first: int, last: int, predicate: Predicate) -> bool:
        """Whether a weapon at a token range can be the subject of a verb after it: it stands
        right before the verb, or it opens the clause."""
        between = reading.between(last, predicate.group)
        others = any(
            last <= reading.place_of(item)[0] < predicate.group
            and item.kind == "weapon"
            and item.entity not in self.knowledge.classes
            for item in reading.mentions
        )
        nearby = reading.between(max(0, first - 3), first)
        governed = next(
            (word for word in reversed(nearby) if word not in self.grammar.determiners), ""
        )
        if (
            len(between) <= _APPOSED
            and not others
            and not self._prepositions(between)
            and governed not in self.grammar.prepositions
        ):
            return True
        opening = first
        while opening and not set(reading.tokens.gap(opening)) & {",", ";", ":"}:
            opening -= 1
            if opening == 0:
                break
        lead = reading.between(opening, first)
        return len(lead) <= _APPOSED - 1 and not any(
            word in self.grammar.prepositions
            or word in self.grammar.pronouns
            or word in self.grammar.modals
            for word in lead
        )

    def _noun_cost(
        self, predicate: Predicate, first: int, last: int, reading: Reading
    ) -> float | None:
        if predicate.first >= last:
            gap = reading.text_between(last, predicate.first)
            between = reading.between(last, predicate.first)
            clean = not set(gap) & {",", ";", ":", "("}
            if len(between) <= _COMPOUND and clean and not self._prepositions(between):
                return 0.2 + 0.1 * len(between)
            return None
        if predicate.last <= first:
            between = reading.between(predicate.last - 1, first)
            linked = any(word in _LINKING for word in between[:3])
            if any(word in _CARRYING for word in between):
                return None
            gap = reading.text_between(predicate.last, first)
            if not linked or ";" in gap or len(between) > 16:
                return None
            return 0.8 + 0.1 * len(between)
        # "test missile" and the like: the word is part of the name of the weapon.
        return None

    def _prepositions(self, words: tuple[str, ...]) -> bool:
        return any(word in self.grammar.prepositions for word in words)

    def _verb_between(self, reading: Reading, first: int, last: int) -> bool:
        return any(
            first <= item.first < last and not item.is_noun and item.form in {"past", "third"}
            for item in reading.predicates
        )

    # -- owners -----------------------------------------------------------------------------

    def _note_owner(self, entry: _Entry, mention: Mention, reading: Reading) -> None:
        if entry.owners or entry.identity in self.knowledge.weapons:
            return
        first, _ = reading.place_of(mention)
        states = [
            item
            for item in reading.mentions
            if item.kind == "actor" and self._state(item) and item.end <= mention.start
        ]
        if not states:
            return
        nearest = states[-1]
        gap_first = reading.place_of(nearest)[1]
        words = reading.between(gap_first, first)
        if (
            len(words) <= 3
            and not self._prepositions(words)
            and (nearest.rule == "demonym" or words[:1] == ("'s",))
        ):
            entry.owners.append(EntityId(self._state(nearest) or ""))
            return
        subjects = [item for item in states if not self._after_preposition(item, reading)]
        chosen = (subjects or states)[:1] if not subjects else self._joined(subjects, reading)
        for item in chosen:
            owner = EntityId(self._state(item) or "")
            if owner and owner not in entry.owners:
                entry.owners.append(owner)

    def _state(self, mention: Mention) -> str | None:
        actor = self.knowledge.actors.get(mention.entity)
        if actor is None:
            return None
        return actor.id if actor.kind == "state" else actor.country

    def _after_preposition(self, mention: Mention, reading: Reading) -> bool:
        first, _ = reading.place_of(mention)
        before = reading.between(max(0, first - 2), first)
        return any(word in self.grammar.prepositions for word in before)

    def _joined(self, subjects: list[Mention], reading: Reading) -> list[Mention]:
        """The first subject and those joined to it by "and"."""
        joined = [subjects[0]]
        for item in subjects[1:]:
            gap = reading.sentence.text[
                joined[-1].end - reading.sentence.start : item.start - reading.sentence.start
            ]
            if gap.strip() not in {"and", ",", ", and", "&", "-"}:
                break
            joined.append(item)
        return joined

    # -- the result -------------------------------------------------------------------------

    def _weapon(self, entry: _Entry) -> Weapon:
        system = self.knowledge.weapons.get(entry.identity)
        weapon_class = self.knowledge.classes.get(entry.identity)
        status = tuple(sorted(entry.status, key=lambda item: _LADDER.index(item.value)))
        telling = tuple(
            item for item in status if item.value != "mentioned" or item.hypothetical or item.cue
        )
        if system is not None:
            own = self.knowledge.classes.get(system.weapon_class)
            name, kind = system.name, "system"
            class_name = (own.short or own.name) if own else system.weapon_class
            owners: tuple[EntityId, ...] = (EntityId(system.country),) if system.country else ()
        elif weapon_class is not None:
            name, kind = weapon_class.plural or weapon_class.name, "class"
            class_name, owners = weapon_class.name, tuple(entry.owners)
        else:
            name, kind = entry.mentions[0].surface, "system"
            class_name, owners = None, tuple(entry.owners)
        return Weapon(
            id=entry.identity,
            name=name,
            kind="class" if kind == "class" else "system",
            weapon_class=class_name,
            owner=owners,
            known=system is not None or weapon_class is not None,
            mentions=tuple(entry.mentions),
            status=telling or status[:1],
        )

    def _restates(self, weapon: Weapon, others: list[Weapon]) -> bool:
        """A wider word ("missiles") after a narrower one it covers names nothing new."""
        if weapon.id not in self.knowledge.classes:
            return False
        for other in others:
            own = self._class_of(other.id)
            if other is weapon or own is None or other.id == weapon.id or not self._listed(other):
                continue
            if other.mentions[0].start < weapon.mentions[0].start and (
                weapon.id in self.knowledge.class_chain(own)
            ):
                return True
        return False

    def _listed(self, weapon: Weapon) -> bool:
        """A system always counts; a class noun only if something is said to happen to it, and
        "weapons" alone never."""
        own = self.knowledge.classes.get(weapon.id)
        values = {item.value for item in weapon.status}
        if own is not None and own.parent is None:
            return False
        if own is not None and own.component:
            return bool(values & {"displayed", "ground-tested", "transferred"})
        if own is not None and own.implies is not None:
            return own.implies in values
        return weapon.kind == "system" or any(
            item.value != "mentioned" or item.hypothetical for item in weapon.status
        )
