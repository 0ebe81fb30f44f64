"""All briefings as data: the tables published with the site.

This module alone decides the shape of ``data/briefings.json`` and its neighbours. A row holds what
one chooses and counts rows by; the places in the article stand in the file of its briefing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.library import Library
from generator.library.ledger import Ledger
from generator.library.outcomes import Record
from generator.model import Briefing, Mention
from generator.pages import data, paths
from generator.pages.data import Json

_PLACES = frozenset({"sentence", "start", "end"})
"""Of a statement that looks ahead: ``evidence`` names the sentence already."""


def briefings(library: Library) -> Json:
    """The file ``data/briefings.json``: the head of each briefing, newest first."""
    return _file("briefings", (_head(one) for one in library.briefings))


def actors(library: Library) -> Json:
    """The file ``data/actors.json``: each actor with the sentences that name it."""
    return _file(
        "actors",
        (
            {
                "id": one.id,
                "name": one.name,
                "type": one.type,
                "known": one.entity is not None,
                "page": paths.actor(one.id),
                "named": _named((link.briefing, link.mentions) for link in one.backlinks),
            }
            for one in library.actors
        ),
    )


def weapons(library: Library) -> Json:
    """The file ``data/weapons.json``: each weapon with what is said of it, where, by whom."""
    return _file(
        "weapons",
        (
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "class": one.weapon_class,
                "owner": list(one.owner),
                "known": one.entity is not None,
                "page": paths.weapon(one.id),
                "named": _named((link.briefing, link.mentions) for link in one.backlinks),
                "status": [
                    {"briefing": entry.briefing.slug, **data.status(entry.status)}
                    for entry in one.status
                ],
                "specs": [
                    {"briefing": entry.briefing.slug, **data.spec(entry.spec)}
                    for entry in one.specs
                ],
            }
            for one in library.weapons
        ),
    )


def events(library: Library) -> Json:
    """The file ``data/events.json``: every event, oldest first, undated last."""
    return _file(
        "events",
        (
            {"briefing": entry.briefing.slug, **data.event(entry.event)}
            for entry in library.timeline
        ),
    )


def outlook(ledger: Ledger) -> Json:
    """The file ``data/outlook.json``: every statement that looks ahead, and what came of it."""
    rows = (
        {
            "briefing": entry.briefing.slug,
            **_foreseen(data.outlook(entry.outlook)),
            "state": entry.state,
            "record": _record(entry.record) if entry.record else None,
            "brier": entry.brier,
        }
        for entry in ledger.entries
    )
    return _file("outlook", rows) | {"day": ledger.day or None, "day_basis": ledger.basis}


def _record(record: Record) -> Json:
    return {key: getattr(record, key) or None for key in ("outcome", "date", "note", "source")}


def _file(name: str, rows: Iterable[Json]) -> Json:
    return {"schema": data.SCHEMA_VERSION, name: [_filled(row) for row in rows]}


def _head(one: Briefing) -> Json:
    analysis = one.analysis
    return {
        "id": one.article.id,
        "slug": one.slug,
        "title": analysis.title,
        "description": one.description,
        "date": data.date(analysis.published),
        "language": one.article.language,
        "genre": analysis.genre,
        "publisher": one.publisher,
        "status": one.status,
        "tags": list(one.tags),
        "actors": [actor.id for actor in analysis.actors],
        "weapons": [weapon.id for weapon in analysis.weapons],
        "page": paths.article(one.slug),
        "data": paths.article_data(one.slug),
    }


def _foreseen(statement: Json) -> Json:
    return {key: value for key, value in statement.items() if key not in _PLACES}


def _filled(row: Json) -> Json:
    """The row without what it does not know: a quarter of a table. Where a key is not there, null
    or an empty list is meant."""
    return {key: _within(value) for key, value in row.items() if not _empty(value)}


def _within(value: object) -> object:
    if isinstance(value, list):
        return [_filled(one) if isinstance(one, dict) else one for one in value]
    return value


def _empty(value: object) -> bool:
    return value is None or value in ("", [])


def _named(links: Iterable[tuple[Briefing, Sequence[Mention]]]) -> Mapping[str, Sequence[str]]:
    """Where a name stands: the sentences by the slug of their briefing."""
    named: dict[str, list[str]] = {}
    for one, mentions in links:
        named.setdefault(one.slug, []).extend(mention.sentence for mention in mentions)
    return {slug: list(dict.fromkeys(ids)) for slug, ids in named.items()}
