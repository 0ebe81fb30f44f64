"""The kinds of pages and exports: one function each, all listed in :data:`PAGES`.

This module alone decides which files a site has. Adding a kind is one function and one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, TypeVar

from generator.library import ActorDossier, WeaponDossier
from generator.model import Briefing, Page, PagePath
from generator.pages import data, data_tables, exports, formats, paths
from generator.pages.briefing_head import briefing_head
from generator.pages.front_matter import WIDE, Value
from generator.pages.json_text import pretty, to_text
from generator.pages.kinds_by_tag import lists, own_tag, tags
from generator.pages.kinds_by_time import archive_list, archives, periods, timeline
from generator.pages.schema import schema
from generator.pages.site import Planned, Site
from generator.pages.views import (
    archive_view,
    change_view,
    entity_views,
    glossary_view,
    home_view,
    network_view,
    place_views,
    source_view,
)
from generator.pages.views.briefing_view import briefing_view, card
from generator.pages.views.ledger_view import ledger_item, ledger_page
from generator.pages.views.page_views import KnowledgeView, WeaponRow
from generator.pages.views.reading_view import reading_page
from generator.pages.views.types import CardView

UNDATED = "Without a date"
LISTED = 200
"""Briefings on the list of all; the archive has the others."""
DUE = 4
"""Statements on the first page whose time has just passed, and as many whose time comes next."""
ACTOR_TYPES = ("state", "person", "organisation", "group")
_Item = TypeVar("_Item")


def briefings(site: Site) -> Iterator[Planned]:
    others = {one.slug: one for one in site.library.briefings}
    reading = len(site.library.briefings) <= site.settings.readings
    for one in site.library.briefings:
        path = paths.article(one.slug)
        view = briefing_view(one, links=site.links(path), others=others, reading=reading)
        yield site.page(path, "briefing", briefing_head(one), briefing=view)


def readings(site: Site) -> Iterator[Planned]:
    """How each article was read; left out of a large collection, and of every search."""
    if len(site.library.briefings) > site.settings.readings:
        return
    for one in site.library.briefings:
        path = paths.reading(one.slug)
        view = reading_page(one, links=site.links(path))
        head: dict[str, Value] = {
            "title": f"How it was read: {one.analysis.title}",
            "description": "Every name with the rule that found it, and the readings that lost",
            "search": {"exclude": True},
        }
        yield site.page(path, "reading", head, reading=view)


def moved(site: Site) -> Iterator[Planned]:
    """A page at each address that a briefing had before; its own head is the record of it."""
    home = site.links(paths.INDEX)
    for former, slug in site.library.former:
        path, target = paths.article(former), paths.article(slug)
        links = site.links(path)
        one = site.library.briefing(slug)
        head: dict[str, Value] = {
            "title": one.analysis.title,
            "description": "This briefing has moved",
            "id": one.article.id,
            "moved_to": str(home.drawn(target)).removeprefix("./"),
            "search": {"exclude": True},
        }
        yield site.page(path, "moved", head, briefing=links.briefing(one))


def briefing_list(site: Site) -> Iterator[Planned]:
    cards = _cards(site, paths.ARTICLES, site.library.briefings[:LISTED])
    head = {"title": "Briefings", "description": "All briefings, newest first"}
    months = _grouped(cards, lambda one: formats.date(one.date.iso[:7]) or UNDATED)
    yield site.page(
        paths.ARTICLES,
        "articles",
        head,
        months=months,
        more=len(site.library.briefings) - len(cards),
        archive=site.links(paths.ARTICLES).page(paths.ARCHIVES),
    )


def first_page(site: Site) -> Iterator[Planned]:
    links = site.links(paths.INDEX)
    head = {"title": site.settings.title, "description": site.settings.description, **WIDE}
    yield site.page(
        paths.INDEX,
        "index",
        head,
        latest=_cards(site, paths.INDEX, site.library.briefings[: site.settings.latest]),
        active=home_view.active(site.library, links=links),
        changes=change_view.changes(site.library, links=links),
        due=tuple(ledger_item(one, links=links) for one in reversed(site.ledger.due[-DUE:])),
        due_count=len(site.ledger.due),
        ahead=tuple(ledger_item(one, links=links) for one in site.ledger.open[:DUE]),
        strip=home_view.strip(site.library, links=links),
        archive_years=archive_view.archive_years(archive_view.years(site.library), links=links),
        archive=links.page(paths.ARCHIVES),
        network=links.page(paths.RELATIONS),
        places=links.page(paths.PLACES),
        sources=links.page(paths.SOURCES),
        all_briefings=links.page(paths.ARTICLES),
        all_actors=links.page(paths.ACTORS),
        all_weapons=links.page(paths.WEAPONS),
        timeline=links.page(paths.TIMELINE),
        outlook=links.page(paths.OUTLOOK),
    )


def actors(site: Site) -> Iterator[Planned]:
    for one in site.library.actors:
        path = paths.actor(one.id)
        view = entity_views.actor_page(one, links=site.links(path))
        head: dict[str, Value] = {
            "title": one.name,
            "description": f"{one.name}: where briefings name it",
            "tags": own_tag(site, one.name),
            **_aliases(view.knowledge),
            **_feed(one, path),
        }
        yield site.page(path, "actor", head, actor=view)


def actor_list(site: Site) -> Iterator[Planned]:
    links = site.links(paths.ACTORS)
    most = entity_views.most_named(site.library.actors)
    cards = [entity_views.actor_card(one, links=links) for one in most]
    head = {"title": "Actors", "description": "States, people, organisations and groups"}
    groups = _grouped(
        sorted(cards, key=lambda one: ACTOR_TYPES.index(one.type)), lambda one: one.type
    )
    yield site.page(
        paths.ACTORS,
        "actors",
        head,
        groups=groups,
        more=len(site.library.actors) - len(most),
        data=links.page(paths.table("actors")),
    )


def weapons(site: Site) -> Iterator[Planned]:
    for one in site.library.weapons:
        path = paths.weapon(one.id)
        view = entity_views.weapon_page(one, links=site.links(path))
        head: dict[str, Value] = {
            "title": one.name,
            "description": f"{one.name}: what briefings say of it",
            "tags": own_tag(site, one.name),
            **_aliases(view.knowledge),
            **_feed(one, path),
        }
        yield site.page(path, "weapon", head, weapon=view)


def weapon_list(site: Site) -> Iterator[Planned]:
    links = site.links(paths.WEAPONS)
    by_kind: dict[bool, list[WeaponRow]] = {True: [], False: []}
    most = entity_views.most_named(site.library.weapons)
    for one in most:
        by_kind[one.kind == "system"].append(entity_views.weapon_row(one, links=links))
    head = {
        "title": "Weapons",
        "description": "Weapons and classes of weapons named in briefings",
        **WIDE,
    }
    yield site.page(
        paths.WEAPONS,
        "weapons",
        head,
        systems=tuple(by_kind[True]),
        classes=tuple(by_kind[False]),
        range_chart=entity_views.range_chart(site.library.weapons, links=links),
        more=len(site.library.weapons) - len(most),
        data=links.page(paths.table("weapons")),
    )


def outlook(site: Site) -> Iterator[Planned]:
    links = site.links(paths.OUTLOOK)
    head = {"title": "Outlook", "description": "What is foreseen, threatened, promised or due"}
    yield site.page(
        paths.OUTLOOK,
        "outlook",
        head,
        ledger=ledger_page(site.ledger, links=links),
        data=links.page(paths.table("outlook")),
    )
    yield from site.ledger.problems


def relations(site: Site) -> Iterator[Planned]:
    links = site.links(paths.RELATIONS)
    ties, more = network_view.ties(site.library, links=links)
    head = {
        "title": "Network",
        "description": "Who is tied to whom by what articles report",
        **WIDE,
    }
    yield site.page(
        paths.RELATIONS,
        "relations",
        head,
        network=network_view.graph(site.library, links=links),
        ties=ties,
        more=more,
        data=links.page(paths.NETWORK),
    )


def place_list(site: Site) -> Iterator[Planned]:
    links = site.links(paths.PLACES)
    head = {"title": "Places", "description": "Places at which something happened"}
    known = tuple(one for one in site.library.places if one.events)
    most = entity_views.most_named(known)
    yield site.page(
        paths.PLACES,
        "places",
        head,
        places=tuple(place_views.place_card(one, links=links) for one in most),
        more=len(known) - len(most),
        data=links.page(paths.table("events")),
    )


def places(site: Site) -> Iterator[Planned]:
    for one in site.library.places:
        if one.events:
            path = paths.place(one.id)
            head: dict[str, Value] = {
                "title": one.name,
                "description": f"{one.name}: what happened there",
                "tags": own_tag(site, one.name),
            }
            view = place_views.place_page(one, links=site.links(path))
            yield site.page(path, "place", head, place=view)


def glossary(site: Site) -> Iterator[Planned]:
    head = {"title": "Glossary", "description": "Scales, grades, labels and kinds of events"}
    kinds = glossary_view.event_kinds(site.library.knowledge)
    outlook = site.links(paths.GLOSSARY).page(paths.OUTLOOK)
    yield site.page(paths.GLOSSARY, "glossary", head, kinds=kinds, outlook=outlook)


def sources(site: Site) -> Iterator[Planned]:
    head = {
        "title": "Sources",
        "description": "Publishers of the articles and their genres",
        **WIDE,
    }
    links = site.links(paths.SOURCES)
    rows, more = source_view.sources(site.library, links=links)
    data = links.page(paths.table("briefings"))
    yield site.page(paths.SOURCES, "sources", head, sources=rows, more=more, data=data)


def about(site: Site) -> Iterator[Planned]:
    head = {"title": "How to read a briefing", "description": "Terms, grades and evidence"}
    yield site.page(paths.ABOUT, "about", head, schema=site.links(paths.ABOUT).page(paths.SCHEMA))


def data_files(site: Site) -> Iterator[Planned]:
    files: dict[PagePath, dict[str, Any]] = {
        paths.table("briefings"): data_tables.briefings(site.library),
        paths.table("actors"): data_tables.actors(site.library),
        paths.table("weapons"): data_tables.weapons(site.library),
        paths.table("events"): data_tables.events(site.library),
        paths.table("outlook"): data_tables.outlook(site.ledger),
    }
    for slug, one in site.library.addresses():
        files[paths.article_data(slug)] = data.briefing(one)
    for path, value in files.items():
        yield Page(path=path, text=to_text(value), kind="data")
    yield Page(path=paths.SCHEMA, text=pretty(schema()), kind="data")


PAGES: tuple[tuple[str, Callable[[Site], Iterator[Planned]]], ...] = (
    ("index", first_page),
    ("articles", briefing_list),
    ("archives", archive_list),
    ("archive", archives),
    ("briefing", briefings),
    ("reading", readings),
    ("moved", moved),
    ("actors", actor_list),
    ("actor", actors),
    ("weapons", weapon_list),
    ("weapon", weapons),
    ("timeline", timeline),
    ("period", periods),
    ("outlook", outlook),
    ("relations", relations),
    ("places", place_list),
    ("place", places),
    ("glossary", glossary),
    ("sources", sources),
    ("tags", tags),
    ("list", lists),
    ("about", about),
    ("data", data_files),
    ("feed", exports.feeds),
    ("table", exports.csv_tables),
    ("network", exports.relation_network),
    ("stix", exports.stix_bundle),
    ("citation", exports.citations),
)


def _feed(dossier: ActorDossier | WeaponDossier, page: PagePath) -> dict[str, Value]:
    return {"feed": paths.news(page)} if exports.has_news(dossier) else {}


def _aliases(knowledge: KnowledgeView | None) -> dict[str, Value]:
    """For the search, which puts the page of a name above the pages that use it."""
    return {"aliases": knowledge.aliases} if knowledge and knowledge.aliases else {}


def _cards(site: Site, origin: PagePath, briefings: tuple[Briefing, ...]) -> tuple[CardView, ...]:
    links = site.links(origin)
    return tuple(card(one, links=links) for one in briefings)


def _grouped(
    items: Iterable[_Item], name: Callable[[_Item], str]
) -> tuple[tuple[str, tuple[_Item, ...]], ...]:
    return tuple((key, tuple(members)) for key, members in groupby(items, key=name))
