"""Dossiers as their templates see them.

This module alone decides how many sentences of how many briefings an entity's page repeats, so
that the page of a state that every article names stays readable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from typing import TypeVar

from markupsafe import Markup

from generator.knowledge.entities import Weapon
from generator.library import (
    ActorDossier,
    Backlink,
    PlaceDossier,
    SpecificationEntry,
    StatusEntry,
    TimelineEntry,
    WeaponDossier,
)
from generator.pages import charts, paths
from generator.pages.links import Links, published
from generator.pages.views import list_views, relation_views, statements, timeline_view
from generator.pages.views.briefing_view import class_name, sentence_view
from generator.pages.views.knowledge_view import actor_knowledge, weapon_knowledge
from generator.pages.views.page_views import (
    ActorPage,
    BacklinkView,
    EntityCard,
    RestView,
    WeaponPage,
    WeaponRow,
)
from generator.pages.views.types import EventView, StatusView

SENTENCES = 4
"""Sentences repeated of one briefing; the others are in the briefing itself."""
COMPARED = list_views.SHOWN
"""Accounts and figures of a weapon at most, the newest: they are read side by side, and stand
together nowhere else. Of other lists see :func:`generator.pages.views.list_views.told`."""
ROWS = 500
"""Actors, weapons or places in the list of all, which is then some 200 kB."""
_Dossier = TypeVar("_Dossier", ActorDossier, WeaponDossier, PlaceDossier)
_Entry = TypeVar("_Entry")
REACH = "range_km"
REACH_LABEL = "Range"
FIGURES = 6
"""Ranges of articles shown with a weapon of the catalogue; its page has all."""


def actor_page(dossier: ActorDossier, *, links: Links) -> ActorPage:
    relations, untold = relation_views.relations(dossier.relations, links=links)
    named = list_views.naming(dossier)
    return ActorPage(
        name=dossier.name,
        type=dossier.type,
        knowledge=actor_knowledge(dossier.entity, links) if dossier.entity else None,
        notes=dossier.notes,
        backlinks=backlink_views(dossier.backlinks, links),
        events=event_views(dossier.events, links),
        statements=statements.claims(
            ((entry.claim, entry.briefing) for entry in _newest(dossier.statements)),
            briefing=links.briefing,
        ),
        outlook=tuple(
            statements.outlook(
                entry.outlook,
                own=entry.briefing,
                links=links,
                briefing=links.briefing(entry.briefing),
            )
            for entry in _newest(dossier.outlook)
        ),
        relations=relations,
        graph=relation_views.graph(dossier.id, dossier.name, dossier.relations, links=links),
        mentions_chart=relation_views.mentions_chart(dossier.name, dossier.backlinks),
        briefings=len(named),
        mentions=_mentions(dossier.backlinks),
        rest=rest(
            links,
            briefings=beyond(named),
            events=beyond(dossier.events),
            statements=beyond(dossier.statements),
            outlook=beyond(dossier.outlook),
            relations=untold,
        ),
    )


def weapon_page(dossier: WeaponDossier, *, links: Links) -> WeaponPage:
    name = links.entity(dossier.id, dossier.name)
    accounts, older = relation_views.accounts(dossier, links=links, limit=COMPARED)
    relations, untold = relation_views.relations(dossier.relations, links=links)
    named = list_views.naming(dossier)
    return WeaponPage(
        name=dossier.name,
        kind=dossier.kind,
        weapon_class=class_name(dossier.weapon_class, links, whole=True),
        owners=links.entities(dossier.owner),
        knowledge=weapon_knowledge(dossier.entity, links) if dossier.entity else None,
        status=_status(dossier.status[:COMPARED], links),
        figures=tuple(
            statements.figure(
                entry.spec,
                weapon=name,
                own=entry.briefing,
                links=links,
                briefing=links.briefing(entry.briefing),
            )
            for entry in _by_property(dossier.specs[:COMPARED])
        ),
        backlinks=backlink_views(dossier.backlinks, links),
        events=event_views(dossier.events, links),
        accounts=accounts,
        relations=relations,
        graph=relation_views.graph(dossier.id, dossier.name, dossier.relations, links=links),
        mentions_chart=relation_views.mentions_chart(dossier.name, dossier.backlinks),
        briefings=len(named),
        mentions=_mentions(dossier.backlinks),
        rest=rest(
            links,
            briefings=beyond(named),
            events=beyond(dossier.events),
            relations=untold,
            figures=max(0, len(dossier.specs) - COMPARED),
            accounts=older,
        ),
    )


def rest(links: Links, **left: int) -> RestView:
    """What a page at the origin of ``links`` leaves out, by list."""
    return RestView(
        **left,
        list=links.page(paths.listing(links.origin)) if left.get("briefings") else Markup(""),
        timeline=links.page(paths.TIMELINE),
        events_data=links.page(paths.table("events")),
        outlook_data=links.page(paths.table("outlook")),
        relations_data=links.page(paths.NETWORK),
        weapons_data=links.page(paths.table("weapons")),
    )


def event_views(events: Sequence[TimelineEntry], links: Links) -> tuple[EventView, ...]:
    """The newest events, the newest first; those without a date are the last."""
    ordered = timeline_view.newest_first(events)
    return tuple(
        statements.event(
            entry.event, own=entry.briefing, links=links, briefing=links.briefing(entry.briefing)
        )
        for entry in _newest(ordered)
    )


def most_named(dossiers: Sequence[_Dossier]) -> tuple[_Dossier, ...]:
    """Those that most sentences name, in their own order, as many as a list can show."""
    if len(dossiers) <= ROWS:
        return tuple(dossiers)
    ranked = sorted(dossiers, key=lambda one: -len(one.backlinks))
    kept = {one.id for one in ranked[:ROWS]}
    return tuple(one for one in dossiers if one.id in kept)


def actor_card(dossier: ActorDossier, *, links: Links) -> EntityCard:
    return EntityCard(
        link=links.entity(dossier.id, dossier.name),
        type=dossier.type,
        known=dossier.entity is not None,
        description=dossier.entity.description if dossier.entity else "",
        owners=links.entities([dossier.entity.country])
        if dossier.entity and dossier.entity.country
        else (),
        briefings=_briefings(dossier.backlinks),
        mentions=_mentions(dossier.backlinks),
        status=(),
    )


def weapon_row(dossier: WeaponDossier, *, links: Links) -> WeaponRow:
    name = links.entity(dossier.id, dossier.name)
    held = weapon_knowledge(dossier.entity, links).ranges if dossier.entity else ()
    figures: dict[tuple[str, float], SpecificationEntry] = {}
    for entry in dossier.specs:
        if entry.spec.property == REACH:
            figures.setdefault((entry.spec.op, entry.spec.value), entry)
    return WeaponRow(
        link=name,
        weapon_class=class_name(dossier.weapon_class, links),
        known=dossier.entity is not None,
        owners=links.entities(dossier.owner),
        status=_status(_different(dossier.status), links),
        claimed=tuple(
            statements.figure(
                entry.spec,
                weapon=name,
                own=entry.briefing,
                links=links,
                briefing=links.briefing(entry.briefing),
            )
            for entry in list(figures.values())[:FIGURES]
        ),
        held=tuple(one for one in held if one.label == REACH_LABEL),
        briefings=_briefings(dossier.backlinks),
        mentions=_mentions(dossier.backlinks),
    )


def range_chart(dossiers: Iterable[WeaponDossier], *, links: Links) -> Markup:
    """The picture of all ranges, of articles and of the knowledge base."""
    return charts.ranges(
        [
            charts.Reaching(
                name=dossier.name,
                url=links.entity_drawn(dossier.id),
                figures=(*_claimed(dossier, links), *_held(dossier)),
            )
            for dossier in dossiers
        ]
    )


def _by_property(entries: Sequence[SpecificationEntry]) -> list[SpecificationEntry]:
    """Ranges first, then the figure most often given, so that what is compared stands together."""
    counts = Counter(entry.spec.property for entry in entries)
    return sorted(
        entries,
        key=lambda one: (
            one.spec.property != REACH,
            -counts[one.spec.property],
            one.spec.property,
        ),
    )


def _claimed(dossier: WeaponDossier, links: Links) -> Iterable[charts.Reach]:
    for entry in dossier.specs:
        if entry.spec.property == REACH:
            holder = links.holder(entry.spec.holder)
            words = f"article, {holder.text if holder else 'no source named'}"
            spec = entry.spec
            yield charts.Reach(
                km=spec.value, to=spec.value_to, op=spec.op, origin="article", words=words
            )


def _held(dossier: WeaponDossier) -> Iterable[charts.Reach]:
    if isinstance(dossier.entity, Weapon):
        for one in dossier.entity.range_km:
            words = f"knowledge base, {one.kind}"
            yield charts.Reach(km=one.km, to=one.km_to, op=one.op, origin="knowledge", words=words)


def _status(entries: Iterable[StatusEntry], links: Links) -> tuple[StatusView, ...]:
    return tuple(
        statements.status(
            entry.status, own=entry.briefing, links=links, briefing=links.briefing(entry.briefing)
        )
        for entry in entries
    )


def _different(entries: Iterable[StatusEntry]) -> tuple[StatusEntry, ...]:
    """One entry for each thing said; what is hypothetical never stands for what is not."""
    kinds = {(one.status.hypothetical, one.status.value): one for one in entries}
    return tuple(kinds[kind] for kind in sorted(kinds))


def backlink_views(backlinks: tuple[Backlink, ...], links: Links) -> tuple[BacklinkView, ...]:
    """The sentences that name something, by briefing, of the newest briefings."""
    by_briefing = groupby(backlinks, key=lambda link: link.briefing.slug)
    told = islice(by_briefing, list_views.told(_briefings(backlinks)))
    return tuple(
        BacklinkView(
            briefing=links.briefing(group[0].briefing),
            date=published(group[0].briefing),
            sentences=tuple(sentence_view(link.sentence) for link in group[:SENTENCES]),
            more=max(0, len(group) - SENTENCES),
        )
        for group in (list(members) for _, members in told)
    )


def _newest(entries: Sequence[_Entry]) -> Sequence[_Entry]:
    return entries[: list_views.told(len(entries))]


def beyond(entries: Sequence[object]) -> int:
    """How many of them the page of a name leaves out."""
    return len(entries) - list_views.told(len(entries))


def _briefings(backlinks: Iterable[Backlink]) -> int:
    return len({link.briefing.slug for link in backlinks})


def _mentions(backlinks: Iterable[Backlink]) -> int:
    return sum(len(link.mentions) for link in backlinks)
