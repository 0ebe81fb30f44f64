"""The facts of all briefings the other way round: one dossier an entity.

This module alone decides what an entity's page can draw on. Only what an article's own sentences
name gets a dossier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.knowledge.base import KnowledgeBase
from generator.library.types import (
    ActorDossier,
    Backlink,
    ClaimEntry,
    OutlookEntry,
    PlaceDossier,
    RelationEntry,
    SpecificationEntry,
    StatusEntry,
    TimelineEntry,
    WeaponDossier,
)
from generator.model import Actor, Briefing, EntityId, Mention, Weapon
from generator.text.reading import by_sentence


def actors(
    briefings: Sequence[Briefing],
    knowledge: KnowledgeBase,
    timeline: Sequence[TimelineEntry],
    relations: Sequence[RelationEntry],
) -> tuple[ActorDossier, ...]:
    """A dossier for each actor of any briefing, by name."""
    found: dict[EntityId, ActorDossier] = {}
    links: defaultdict[str, list[Backlink]] = defaultdict(list)
    notes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for briefing in briefings:
        for actor in briefing.analysis.actors:
            found.setdefault(actor.id, _new_actor(actor, knowledge))
            links[actor.id].extend(backlinks(briefing, actor.mentions))
            if actor.note:
                notes[actor.id][actor.note] = None
    events: defaultdict[str, list[TimelineEntry]] = defaultdict(list)
    for entry in timeline:
        for identity in dict.fromkeys((*entry.event.actors, *entry.event.recipients)):
            events[identity].append(entry)
    tied = _tied(relations)
    statements: defaultdict[str, list[ClaimEntry]] = defaultdict(list)
    outlook: defaultdict[str, list[OutlookEntry]] = defaultdict(list)
    for briefing in briefings:
        for claim in briefing.analysis.claims:
            statements[claim.holder or ""].append(ClaimEntry(briefing=briefing, claim=claim))
        for item in briefing.analysis.outlook:
            outlook[item.holder or ""].append(OutlookEntry(briefing=briefing, outlook=item))
    whole = (
        replace(
            dossier,
            backlinks=tuple(links[identity]),
            notes=tuple(notes[identity]),
            events=tuple(events[identity]),
            statements=tuple(statements[identity]),
            outlook=tuple(outlook[identity]),
            relations=tuple(tied[identity]),
        )
        for identity, dossier in found.items()
    )
    return tuple(sorted(whole, key=lambda dossier: (dossier.name.casefold(), dossier.id)))


def weapons(
    briefings: Sequence[Briefing],
    knowledge: KnowledgeBase,
    timeline: Sequence[TimelineEntry],
    relations: Sequence[RelationEntry],
) -> tuple[WeaponDossier, ...]:
    """A dossier for each weapon and weapon class of any briefing, by name."""
    found: dict[EntityId, WeaponDossier] = {}
    links: defaultdict[str, list[Backlink]] = defaultdict(list)
    status: defaultdict[str, list[StatusEntry]] = defaultdict(list)
    specs: defaultdict[str, list[SpecificationEntry]] = defaultdict(list)
    events: defaultdict[str, list[TimelineEntry]] = defaultdict(list)
    for briefing in briefings:
        for weapon in briefing.analysis.weapons:
            found.setdefault(weapon.id, _new_weapon(weapon, knowledge))
            links[weapon.id].extend(backlinks(briefing, weapon.mentions))
            status[weapon.id].extend(
                StatusEntry(briefing=briefing, status=one) for one in weapon.status
            )
            specs[weapon.id].extend(
                SpecificationEntry(briefing=briefing, spec=one) for one in weapon.specs
            )
    tied = _tied(relations)
    for entry in timeline:
        for identity in dict.fromkeys(entry.event.weapons):
            events[identity].append(entry)
    whole = (
        replace(
            dossier,
            backlinks=tuple(links[identity]),
            status=tuple(status[identity]),
            specs=tuple(specs[identity]),
            events=tuple(events[identity]),
            relations=tuple(tied[identity]),
        )
        for identity, dossier in found.items()
    )
    return tuple(sorted(whole, key=lambda dossier: (dossier.name.casefold(), dossier.id)))


def places(
    briefings: Sequence[Briefing], knowledge: KnowledgeBase, timeline: Sequence[TimelineEntry]
) -> tuple[PlaceDossier, ...]:
    """A dossier for each place that a sentence names or an event has, by name."""
    links: defaultdict[EntityId, list[Backlink]] = defaultdict(list)
    names: dict[EntityId, str] = {}
    for briefing in briefings:
        by_place: defaultdict[EntityId, list[Mention]] = defaultdict(list)
        for mention in briefing.analysis.mentions:
            if mention.kind == "place":
                by_place[mention.entity].append(mention)
                names.setdefault(mention.entity, mention.surface)
        for identity, mentions in by_place.items():
            links[identity].extend(backlinks(briefing, tuple(mentions)))
    events: defaultdict[EntityId, list[TimelineEntry]] = defaultdict(list)
    for entry in timeline:
        if entry.event.place:
            events[EntityId(entry.event.place)].append(entry)
    dossiers = []
    for identity in dict.fromkeys((*links, *events)):
        entity = knowledge.get(identity)
        place = knowledge.places.get(identity)
        name = entity.name if entity else names.get(identity, str(identity))
        dossiers.append(
            PlaceDossier(
                id=identity,
                name=place.name if place else name,
                entity=place,
                backlinks=tuple(links[identity]),
                events=tuple(events[identity]),
            )
        )
    return tuple(sorted(dossiers, key=lambda dossier: (dossier.name.casefold(), dossier.id)))


def backlinks(briefing: Briefing, mentions: Sequence[Mention]) -> tuple[Backlink, ...]:
    """One backlink a sentence, in reading order."""
    document = briefing.analysis.document
    links = [
        Backlink(briefing=briefing, sentence=document.sentence(identity), mentions=tuple(own))
        for identity, own in by_sentence(mentions).items()
    ]
    return tuple(sorted(links, key=lambda link: link.sentence.start))


def _tied(relations: Sequence[RelationEntry]) -> defaultdict[str, list[RelationEntry]]:
    """Each relation under both of its ends, once where both are one."""
    found: defaultdict[str, list[RelationEntry]] = defaultdict(list)
    for entry in relations:
        for identity in dict.fromkeys((entry.relation.subject, entry.relation.object)):
            found[identity].append(entry)
    return found


def _new_actor(actor: Actor, knowledge: KnowledgeBase) -> ActorDossier:
    return ActorDossier(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        entity=knowledge.actors.get(actor.id),
        backlinks=(),
    )


def _new_weapon(weapon: Weapon, knowledge: KnowledgeBase) -> WeaponDossier:
    return WeaponDossier(
        id=weapon.id,
        name=weapon.name,
        kind=weapon.kind,
        weapon_class=weapon.weapon_class,
        owner=weapon.owner,
        entity=knowledge.weapons.get(weapon.id) or knowledge.classes.get(weapon.id),
        backlinks=(),
    )
