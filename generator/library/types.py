"""What all briefings together say, in the shapes that pages read.

This module alone decides what is linked across briefings: where an entity is named, what is
claimed of it, what happened when, what is foreseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge import entities
from generator.knowledge.base import KnowledgeBase
from generator.library.outcomes import Resolution
from generator.model import (
    ActorType,
    Briefing,
    Claim,
    EntityId,
    Event,
    Mention,
    Outlook,
    Relation,
    Sentence,
    Slug,
    Specification,
    StatusClaim,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A sentence of a briefing that names an entity, with every mention of it there."""

    briefing: Briefing
    sentence: Sentence
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    briefing: Briefing
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookEntry:
    briefing: Briefing
    outlook: Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    briefing: Briefing
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationEntry:
    briefing: Briefing
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    briefing: Briefing
    status: StatusClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationEntry:
    briefing: Briefing
    spec: Specification


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDossier:
    """``entity`` is None for an actor the knowledge base does not hold."""

    id: EntityId
    name: str
    type: ActorType
    entity: entities.Actor | None
    backlinks: tuple[Backlink, ...]
    events: tuple[TimelineEntry, ...] = ()
    statements: tuple[ClaimEntry, ...] = ()
    outlook: tuple[OutlookEntry, ...] = ()
    notes: tuple[str, ...] = ()
    relations: tuple[RelationEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponDossier:
    id: EntityId
    name: str
    kind: str
    weapon_class: str | None
    owner: tuple[EntityId, ...]
    entity: entities.Weapon | entities.WeaponClass | None
    backlinks: tuple[Backlink, ...]
    status: tuple[StatusEntry, ...] = ()
    specs: tuple[SpecificationEntry, ...] = ()
    events: tuple[TimelineEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDossier:
    id: EntityId
    name: str
    entity: entities.Place | None
    backlinks: tuple[Backlink, ...]
    events: tuple[TimelineEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Every list stands in one fixed order, whatever the order of the input.

    ``briefings``: newest first, undated ones last, then by slug; each has a slug of its own and
    its related briefings. ``timeline``: oldest first, undated last. Dossiers by name.
    """

    briefings: tuple[Briefing, ...]
    actors: tuple[ActorDossier, ...]
    weapons: tuple[WeaponDossier, ...]
    places: tuple[PlaceDossier, ...]
    timeline: tuple[TimelineEntry, ...]
    outlook: tuple[OutlookEntry, ...]
    relations: tuple[RelationEntry, ...]
    knowledge: KnowledgeBase
    resolutions: tuple[Resolution, ...] = ()
    """What an editor recorded about statements of ``outlook``, in the order of the file."""
    former: tuple[tuple[Slug, Slug], ...] = ()
    """Slugs that briefings had before, each with the slug of today; none is in use again."""

    def briefing(self, slug: Slug) -> Briefing:
        """The briefing with that slug; :exc:`KeyError` if there is none."""
        for briefing in self.briefings:
            if briefing.slug == slug:
                return briefing
        raise KeyError(slug)

    def addresses(self) -> Iterator[tuple[Slug, Briefing]]:
        """Every slug that leads to a briefing: those of today, then those of before."""
        for briefing in self.briefings:
            yield briefing.slug, briefing
        for former, slug in self.former:
            yield former, self.briefing(slug)
