"""All briefings together: addresses, backlinks, dossiers, timeline, outlook, related briefings.

:func:`assemble` alone decides the order in which everything is listed; the order of its input
changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.knowledge.base import KnowledgeBase
from generator.library import dossiers
from generator.library.addresses import give_addresses
from generator.library.copies import copies
from generator.library.related import related
from generator.library.types import (
    ActorDossier,
    Backlink,
    ClaimEntry,
    Library,
    OutlookEntry,
    PlaceDossier,
    RelationEntry,
    SpecificationEntry,
    StatusEntry,
    TimelineEntry,
    WeaponDossier,
)
from generator.model import Briefing, Related

__all__ = [
    "ActorDossier",
    "Backlink",
    "ClaimEntry",
    "Library",
    "OutlookEntry",
    "PlaceDossier",
    "RelationEntry",
    "SpecificationEntry",
    "StatusEntry",
    "TimelineEntry",
    "WeaponDossier",
    "assemble",
]


def assemble(briefings: Sequence[Briefing], knowledge: KnowledgeBase) -> Library:
    """Link everything to everything. Identities of articles must differ."""
    by_slug = give_addresses(briefings)
    dated = sorted(by_slug, key=lambda one: one.analysis.published.value or "", reverse=True)
    ordered = tuple(
        replace(briefing, related=(*same, *_others(near, same)))
        for briefing, same, near in zip(dated, copies(dated), related(dated), strict=True)
    )
    timeline = tuple(
        sorted(
            (
                TimelineEntry(briefing=briefing, event=event)
                for briefing in ordered
                for event in briefing.analysis.events
            ),
            key=_moment,
        )
    )
    relations = tuple(
        RelationEntry(briefing=briefing, relation=relation)
        for briefing in ordered
        for relation in briefing.analysis.relations
    )
    return Library(
        briefings=ordered,
        actors=dossiers.actors(ordered, knowledge, timeline, relations),
        weapons=dossiers.weapons(ordered, knowledge, timeline, relations),
        places=dossiers.places(ordered, knowledge, timeline),
        timeline=timeline,
        outlook=tuple(
            OutlookEntry(briefing=briefing, outlook=item)
            for briefing in ordered
            for item in briefing.analysis.outlook
        ),
        relations=relations,
        knowledge=knowledge,
    )


def _others(near: Iterable[Related], same: Collection[Related]) -> Iterator[Related]:
    slugs = {one.slug for one in same}
    return (one for one in near if one.slug not in slugs)


def _moment(entry: TimelineEntry) -> tuple[bool, str, str, str, str]:
    """Undated last; a month before its days; then by briefing and place in it."""
    event = entry.event
    evidence = event.evidence[0].zfill(9) if event.evidence else ""
    return (
        event.start is None,
        event.start or "",
        event.end or event.start or "",
        entry.briefing.slug,
        evidence,
    )
