"""Which mentions make an actor of the briefing, and what each one's role is.

A state known only as the origin of a model ("the Ruritanian Dart-3") or as a place is no actor. The
role of a person is the office the knowledge base dates, else the article's own words; of an undated
article the words go before the knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from generator.extract.actors.roles import RoleReader
from generator.extract.actors.tenures import Tenures
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor as KnownActor
from generator.model import (
    Actor,
    ActorType,
    EditorNotes,
    EntityId,
    Mention,
    PublicationDate,
    SentenceId,
)
from generator.text.dates.written import spelt
from generator.text.reading import Reading

_BEFORE_FROM = 5
"""Words that are looked at before a name for what is left."""
_LONGEST_GAP = 3
_TOWN_REACH = 40
_TOWN = re.compile(r"[A-Z][\w'’-]+, $")
_CLOSED = re.compile(r"\s?(?:[,.;:)\[\]]|$)")

Holders = Callable[[str, str, str], Iterable[tuple[KnownActor, str]]]
"""(state, office, ISO date) -> who held it, with the title."""


class ActorReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        cues = knowledge.language.actors
        self._acting = frozenset(cues.acting_nouns)
        self._spatial = frozenset(cues.spatial)
        self._leaving = frozenset(cues.leaving)
        self._made = frozenset(cues.made_in)
        self._leaning = frozenset(cues.leaning)
        self._flags = frozenset(cues.flags)
        self._nationals = frozenset(cues.nationals)
        self._minister = (*cues.chinese.minister, *(f" {word}" for word in cues.korean.minister))
        self._minister += cues.korean.minister
        self._place_before = cues.chinese.place_before
        self._sides = tuple(self.knowledge.language.claims.east_asian.sides)
        after = cues.korean.place_after
        self._place_after = (*after, *(f" {word}" for word in after), *cues.korean.made_in)
        self._sources = frozenset(cues.sources)
        language = knowledge.language
        self._apart = frozenset(
            (*language.verbs.prepositions, *language.weapons.definite, "a", "an")
        )
        verbs = language.verbs
        self._behind = frozenset((*verbs.prepositions, *verbs.be, *verbs.have, "who", "and"))
        self._counted = self._apart.union(language.verbs.determiners)
        self._things = frozenset(cues.things_of_bodies)
        self._roles = RoleReader(knowledge)
        self._tenures = Tenures(knowledge)

    def read(
        self,
        readings: tuple[Reading, ...],
        *,
        unlisted: Mapping[EntityId, tuple[str, ActorType]],
        bodies: Mapping[EntityId, tuple[str, ActorType, str | None, str | None]],
        published: PublicationDate,
        holders: Holders,
        acting: frozenset[str],
        notes: EditorNotes,
        publisher: str | None = None,
    ) -> tuple[Actor, ...]:
        """Actors in order of first mention.

        ``unlisted`` gives name and type of people and organisations found by form, ``bodies``
        name, type, state and office of those found by office; ``acting`` are identities that
        take part in an event.
        """
        mentions: dict[EntityId, list[Mention]] = {}
        places: dict[SentenceId, Reading] = {}
        for reading in readings:
            places[reading.sentence.id] = reading
            for mention in reading.mentions:
                if mention.kind == "actor" and not self._part_of_more(reading, mention):
                    identity = EntityId(notes.merge.get(mention.entity, mention.entity))
                    mentions.setdefault(identity, []).append(mention)
        result: list[Actor] = []
        for identity, own in mentions.items():
            known = self.knowledge.actors.get(identity)
            printed = known is not None and publisher and self._is_publisher(known, publisher)
            if printed and identity not in acting:
                continue
            note = None
            if known is not None:
                if self._only_origin(known, own, places, acting, unlisted):
                    continue
                name, type_ = known.name, known.kind
                at = published.value
                role = self._tenures.held(known, at) or self._told(type_, own, places)
                role = role or (self._tenures.lasting(known) if at is None else None)
            elif identity in bodies:
                name, type_, state, office = bodies[identity]
                role, note = None, self._holder_note(state, office, published, holders)
            elif identity in unlisted:
                name, type_ = unlisted[identity]
                role = self._told(type_, own, places)
            else:
                continue
            result.append(
                Actor(
                    id=identity,
                    name=name,
                    type=type_,
                    known=known is not None,
                    role=role,
                    mentions=tuple(own),
                    note=note,
                )
            )
        for added in notes.add_actors:
            if all(actor.id != added.id for actor in result):
                result.append(
                    Actor(
                        id=added.id,
                        name=added.name,
                        type=added.type,
                        known=False,
                        role=added.role,
                        mentions=(),
                        note="added by the editor",
                    )
                )
        return tuple(result)

    def _is_publisher(self, known: KnownActor, publisher: str) -> bool:
        names = {known.name, *(alias.text for alias in known.aliases)}
        return publisher.casefold() in {name.casefold() for name in names}

    def _only_origin(
        self,
        known: KnownActor,
        mentions: list[Mention],
        places: Mapping[SentenceId, Reading],
        acting: frozenset[str],
        unlisted: Mapping[EntityId, tuple[str, ActorType]],
    ) -> bool:
        if known.kind != "state" and not known.demonyms.adjective:
            return False
        told = (self._eastern_place, self._of_a_national)
        if all(any(one(places[item.sentence], item) for one in told) for item in mentions):
            return True
        if known.id in acting:
            return False
        for mention in mentions:
            reading = places[mention.sentence]
            if self._owns_company(reading, mention, unlisted):
                continue
            first, last = reading.place_of(mention)
            before = reading.between(max(first - 1, 0), first)
            if before and reading.tokens.gap(first) == "-" and before[0] in self._leaning:
                continue
            following = reading.between(last, last + 3)
            near = min(last + 2, len(reading.tokens) - 1)
            stop = reading.index_of(reading.sentence.start + reading.tokens.ends[near])
            weapon_next = any(
                item.kind == "weapon"
                and reading.place_of(item)[0] >= last
                and self._own_weapon(reading, mention, item)
                for item in reading.mentions[reading.index_of(mention.end) : stop]
            )
            if self._located(reading, mention) or self._seat(reading, mention, unlisted):
                continue
            if following and reading.tokens.gap(last) == "-" and following[0] in self._made:
                continue
            if (weapon_next and mention.rule != "metonym") or (
                known.kind != "state" and mention.surface not in known.demonyms.people
            ):
                continue
            if mention.rule != "demonym" or (
                any(word in self._acting for word in following)
                or mention.surface in known.demonyms.people
                or reading.between(last, last + 1) == ()
            ):
                return False
        return True

    def _own_weapon(self, reading: Reading, mention: Mention, weapon: Mention) -> bool:
        """Whether a state stands before a weapon only to say whose it is: no verb and no article
        between. Without spaces: the weapon right behind the name of a state, which does not call
        the state a side ("X方舰艇")."""
        if not mention.surface.isascii():
            return weapon.start - mention.end <= 1 and not mention.surface.endswith(self._sides)
        _, last = reading.place_of(mention)
        first, _ = reading.place_of(weapon)
        words = reading.between(last, first)
        named = mention.rule == "alias" and "'s" not in words
        apart = self._counted if named else self._apart
        return apart.isdisjoint(words) and not any(
            last <= one.first < first and not one.is_noun for one in reading.predicates
        )

    def _told(
        self, kind: str, mentions: list[Mention], places: Mapping[SentenceId, Reading]
    ) -> str | None:
        """The first words of the article that say who a person is."""
        if kind != "person":
            return None
        for mention in mentions:
            role = self._roles.beside(places[mention.sentence], mention)
            if role:
                return role
        return None

    def _part_of_more(self, reading: Reading, mention: Mention) -> bool:
        """A ministry inside its minister's title, the like-named one of another state, or where
        an unnamed source comes from."""
        known = self.knowledge.actors.get(mention.entity)
        if known is not None and (known.kind == "organisation" or mention.rule == "metonym"):
            _, last = reading.place_of(mention)
            noun = next(iter(reading.tokens.raws[last : last + 1]), "")
            thing = noun.lower() in self._things and known.country is None
            gap = reading.tokens.gap(last) if noun else ""
            if gap in {" ", ". "} and (thing or noun in self._sources):
                return True
        if known is None or known.kind != "organisation" or known.country is None:
            return False
        text = reading.sentence.text
        end = mention.end - reading.sentence.start
        if not mention.surface.isascii() and text.startswith(self._minister, end):
            return True
        for other in reading.mentions:
            if other.kind == "actor" and other.end <= mention.start:
                gap = text[
                    other.end - reading.sentence.start : mention.start - reading.sentence.start
                ]
                state = self.knowledge.actors.get(other.entity)
                if gap in {"", " ", "'s ", "’s "} and state is not None and state.kind == "state":
                    return state.id != known.country
        return False

    def _of_a_national(self, reading: Reading, mention: Mention) -> bool:
        """ "A Ruritanian CITIZEN was held"; not "a Ruritanian NATIONAL holiday"."""
        if mention.rule != "demonym":
            return False
        _, last = reading.place_of(mention)
        words = reading.between(last, last + 2)
        if not words or words[0] not in self._nationals:
            return False
        alone = len(words) == 1 or reading.tokens.gap(last + 1) != " " or words[1] in self._behind
        named = not alone and not reading.tokens.raws[last + 1].islower()
        return alone or named or words[0].endswith("s") or words[1].endswith("ed")

    def _eastern_place(self, reading: Reading, mention: Mention) -> bool:
        """ "撤出俄罗斯", "러시아 철수": the state is only where it happens."""
        if mention.surface.isascii():
            return False
        text = reading.sentence.text
        start, end = mention.start - reading.sentence.start, mention.end - reading.sentence.start
        return text.startswith(self._place_after, end) or text.endswith(
            self._place_before, 0, start
        )

    def _owns_company(
        self,
        reading: Reading,
        mention: Mention,
        unlisted: Mapping[EntityId, tuple[str, ActorType]],
    ) -> bool:
        """ "Ruritania's Zenda Marine Systems": the state tells where it is from."""
        start = mention.end - reading.sentence.start
        for other in reading.mentions[reading.index_of(mention.end) :]:
            gap = reading.sentence.text[start : other.start - reading.sentence.start]
            if len(gap) > _LONGEST_GAP:
                break
            if gap in {"'s ", "’s ", " "}:
                return other.entity in unlisted and unlisted[other.entity][1] == "organisation"
        return False

    def _located(self, reading: Reading, mention: Mention) -> bool:
        """ "built in Ruritania", "pulled its troops from Ruritania": the state is a place here."""
        first, end = reading.place_of(mention)
        before = reading.between(max(0, first - _BEFORE_FROM), first)
        if mention.rule != "alias":
            return False
        closed = _CLOSED.match(reading.sentence.text, mention.end - reading.sentence.start)
        near = before if closed is not None else before[-2:]
        if not self._flags.isdisjoint((*near, *reading.between(end, end + 1))):
            return True
        if not before or self._behind_town(reading, mention):
            return bool(before)
        last = before[-1]
        left = last in self._leaving or (last == "from" and not self._leaving.isdisjoint(before))
        return left or last in self._spatial

    def _seat(
        self,
        reading: Reading,
        mention: Mention,
        unlisted: Mapping[EntityId, tuple[str, ActorType]],
    ) -> bool:
        """ "Grey Gull Traders of Ruritania": the state tells where a company sits."""
        before = reading.mentions[: reading.index_of(mention.start)]
        other = next((item for item in reversed(before) if item.end < mention.start), None)
        if other is None or other.entity not in unlisted:
            return False
        if unlisted[other.entity][1] != "organisation":
            return False
        offset = reading.sentence.start
        gap = reading.sentence.text[other.end - offset : mention.start - offset]
        return gap in {" of ", " of the "}

    def _behind_town(self, reading: Reading, mention: Mention) -> bool:
        """ "Zenda, Ruritania": the words before the comma are no actor, and nothing follows."""
        text, start = reading.sentence.text, mention.start - reading.sentence.start
        town = _TOWN.search(text, max(0, start - _TOWN_REACH), start)
        if town is None or not _CLOSED.match(text, mention.end - reading.sentence.start):
            return False
        return not any(
            one.end == mention.start - 2 and one.kind == "actor" for one in reading.mentions
        )

    def _holder_note(
        self,
        state: str | None,
        office: str | None,
        published: PublicationDate,
        holders: Holders,
    ) -> str | None:
        if state is None or office is None or published.value is None:
            return None
        found = list(holders(state, office, published.value))
        if len(found) != 1:
            return None
        person, title = found[0]
        when = spelt(published.value)
        return (
            f"Not named in the article. Inferred: {person.name} was {title} in {when} "
            "(knowledge base)."
        )
