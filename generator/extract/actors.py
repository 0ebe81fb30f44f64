"""Which mentions make an actor of the briefing, and what each one's role is.

A state known only as the origin of a model ("the Israeli Harop") is no actor. The role of a
person is the office the knowledge base dates; without a date only an office still held counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

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
from generator.text.reading import Reading

Holders = Callable[[str, str, str], Iterable[tuple[KnownActor, str]]]
"""(state, office, ISO date) -> who held it, with the title."""


class ActorReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        cues = knowledge.language.actors
        self._acting = frozenset(cues.acting_nouns)
        self._spatial = frozenset(cues.spatial)

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
                if mention.kind == "actor":
                    identity = EntityId(notes.merge.get(mention.entity, mention.entity))
                    mentions.setdefault(identity, []).append(mention)
        result: list[Actor] = []
        for identity, own in mentions.items():
            known = self.knowledge.actors.get(identity)
            if known is not None and publisher and self._is_publisher(known, publisher):
                continue
            if known is not None:
                if self._only_origin(known, own, places, acting):
                    continue
                role = self._role(known, published)
                result.append(
                    Actor(
                        id=identity,
                        name=known.name,
                        type=known.kind,
                        known=True,
                        role=role,
                        mentions=tuple(own),
                    )
                )
            elif identity in bodies:
                name, type_, state, office = bodies[identity]
                note = self._holder_note(state, office, published, holders)
                result.append(
                    Actor(
                        id=identity,
                        name=name,
                        type=type_,
                        known=False,
                        role=None,
                        mentions=tuple(own),
                        note=note,
                    )
                )
            elif identity in unlisted:
                name, type_ = unlisted[identity]
                result.append(
                    Actor(
                        id=identity,
                        name=name,
                        type=type_,
                        known=False,
                        role=None,
                        mentions=tuple(own),
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
    ) -> bool:
        if known.kind != "state" or known.id in acting:
            return False
        for mention in mentions:
            reading = places[mention.sentence]
            _, last = reading.place_of(mention)
            following = reading.between(last, last + 3)
            weapon_next = any(
                item.kind == "weapon" and 0 <= reading.place_of(item)[0] - last <= 2
                for item in reading.mentions
            )
            if self._located(reading, mention) or (weapon_next and mention.rule != "metonym"):
                continue
            if mention.rule != "demonym" or (
                any(word in self._acting for word in following)
                or mention.surface in known.demonyms.people
                or reading.between(last, last + 1) == ()
            ):
                return False
        return True

    def _located(self, reading: Reading, mention: Mention) -> bool:
        """ "built in Germany": the state is a place here."""
        first, _ = reading.place_of(mention)
        before = reading.between(max(0, first - 1), first)
        return mention.rule == "alias" and bool(before) and before[0] in self._spatial

    def _role(self, known: KnownActor, published: PublicationDate) -> str | None:
        """The office at the article's date; without a date, one still held and long-lasting."""
        if known.kind != "person" or not known.roles:
            return None
        if published.value is None:
            open_ended = [role for role in known.roles if role.valid_to is None]
            return open_ended[0].title if len(known.roles) == 1 and open_ended else None
        at = published.value
        held = [
            role.title
            for role in known.roles
            if role.valid_from is not None
            and role.valid_from[: len(at)] <= at[: len(role.valid_from)]
            and (role.valid_to is None or at[: len(role.valid_to)] <= role.valid_to[: len(at)])
        ]
        return held[0] if held else None

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
        when = published.value
        return (
            f"Not named in the article. Inferred: {person.name} was {title} in {when} "
            "(knowledge base)."
        )
