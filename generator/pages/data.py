"""Briefings as data: the JSON files published with the site.

This module alone decides the shape of ``briefings/data/``; :mod:`generator.pages.schema` describes
it and ``docs/data.md`` explains it. Keys are added, never changed in meaning. Texts stand here
exactly as they were read: offsets count code points of the decoded article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.library import Library
from generator.library.ledger import Ledger
from generator.library.outcomes import Record
from generator.model import (
    Actor,
    Analysis,
    Briefing,
    Event,
    Mention,
    Outlook,
    PublicationDate,
    Specification,
    StatusClaim,
    Weapon,
)
from generator.pages import paths
from generator.pages.formats import plain_number

SCHEMA_VERSION = 1
_CLAIM = ("sentence", "start", "end", "holder", "cue", "modality", "source", "carrier")

Json = dict[str, Any]


def briefing(one: Briefing) -> Json:
    """The file ``data/<slug>.json``."""
    analysis = one.analysis
    return {
        "schema": SCHEMA_VERSION,
        "id": one.article.id,
        "slug": one.slug,
        "title": analysis.title,
        "title_basis": analysis.title_basis,
        "description": one.description,
        "date": _date(analysis.published),
        "language": one.article.language,
        "status": one.status,
        "tags": list(one.tags),
        "source": _source(one),
        "sentences": _sentences(analysis),
        "bluf": {"text": analysis.bluf.text, "evidence": list(analysis.bluf.evidence)},
        "summary": [
            {"text": s.text, "evidence": list(s.evidence), "holder": s.holder}
            for s in analysis.summary
        ],
        "actors": [_actor(actor) for actor in analysis.actors],
        "weapons": [_weapon(weapon) for weapon in analysis.weapons],
        "events": [_event(event) for event in analysis.events],
        "relations": [
            {
                "subject": r.subject,
                "predicate": r.predicate,
                "object": r.object,
                "holder": r.holder,
                "evidence": list(r.evidence),
            }
            for r in analysis.relations
        ],
        "claims": [{key: getattr(claim, key) for key in _CLAIM} for claim in analysis.claims],
        "outlook": [_outlook(item) for item in analysis.outlook],
        "gaps": list(analysis.gaps),
        "machine_translated": list(analysis.machine_translated),
        "related": [{"slug": near.slug, "why": near.why} for near in one.related],
    }


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
                    {"briefing": entry.briefing.slug, **_status(entry.status)}
                    for entry in one.status
                ],
                "specs": [
                    {"briefing": entry.briefing.slug, **_spec(entry.spec)} for entry in one.specs
                ],
            }
            for one in library.weapons
        ),
    )


def events(library: Library) -> Json:
    """The file ``data/events.json``: every event, oldest first, undated last."""
    return _file(
        "events",
        ({"briefing": entry.briefing.slug, **_event(entry.event)} for entry in library.timeline),
    )


def outlook(ledger: Ledger) -> Json:
    """The file ``data/outlook.json``: every statement that looks ahead, and what came of it."""
    rows = (
        {
            "briefing": entry.briefing.slug,
            **_outlook(entry.outlook),
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
    return {"schema": SCHEMA_VERSION, name: list(rows)}


def _head(one: Briefing) -> Json:
    analysis = one.analysis
    return {
        "id": one.article.id,
        "slug": one.slug,
        "title": analysis.title,
        "description": one.description,
        "date": _date(analysis.published),
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


def _date(published: PublicationDate) -> Json:
    return {
        "value": published.value,
        "precision": published.precision,
        "basis": published.basis,
        "why": published.why,
        "evidence": list(published.evidence),
    }


def _source(one: Briefing) -> Json:
    article = one.article
    return {
        "file": article.file,
        "text_sha256": article.text_sha256,
        "encoding": article.encoding,
        "publisher": one.publisher,
        "author": one.author,
        "url": one.url,
        "genre": one.analysis.genre,
        "reliability": one.reliability,
        "credibility": one.credibility,
        "statement": one.sourcing,
        "removed": [
            {
                "start": part.start,
                "end": part.end,
                "quote": article.text[part.start : part.end],
                "why": part.why,
            }
            for part in article.removed
        ],
    }


def _sentences(analysis: Analysis) -> list[Json]:
    return [
        {
            "id": sentence.id,
            "start": sentence.start,
            "end": sentence.end,
            "layer": analysis.layers.get(sentence.id, "fact"),
        }
        for sentence in analysis.document.sentences
    ]


def _mention(mention: Mention) -> Json:
    return {
        "sentence": mention.sentence,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "rule": mention.rule,
        "inferred": mention.inferred,
    }


def _named(links: Iterable[tuple[Briefing, Sequence[Mention]]]) -> list[Json]:
    """Where a name stands, an entry a briefing; the places in the sentences are in its file."""
    named: dict[str, list[str]] = {}
    for one, mentions in links:
        named.setdefault(one.slug, []).extend(mention.sentence for mention in mentions)
    return [
        {"briefing": slug, "mentions": len(ids), "sentences": list(dict.fromkeys(ids))}
        for slug, ids in named.items()
    ]


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "known": actor.known,
        "role": actor.role,
        "note": actor.note,
        "mentions": [_mention(mention) for mention in actor.mentions],
    }


def _weapon(weapon: Weapon) -> Json:
    return {
        "id": weapon.id,
        "name": weapon.name,
        "kind": weapon.kind,
        "class": weapon.weapon_class,
        "owner": list(weapon.owner),
        "known": weapon.known,
        "mentions": [_mention(mention) for mention in weapon.mentions],
        "status": [_status(status) for status in weapon.status],
        "specs": [_spec(spec) for spec in weapon.specs],
    }


def _status(status: StatusClaim) -> Json:
    return {
        "value": status.value,
        "holder": status.holder,
        "outcome": status.outcome,
        "cue": status.cue,
        "hypothetical": status.hypothetical,
        "evidence": list(status.evidence),
    }


def _spec(spec: Specification) -> Json:
    return {
        "property": spec.property,
        "op": spec.op,
        "value": plain_number(spec.value),
        "value_to": None if spec.value_to is None else plain_number(spec.value_to),
        "original": spec.original,
        "start": spec.start,
        "end": spec.end,
        "holder": spec.holder,
        "evidence": list(spec.evidence),
        "knowledge": spec.knowledge,
        "knowledge_note": spec.knowledge_note,
    }


def _event(event: Event) -> Json:
    return {
        "start": event.start,
        "end": event.end,
        "precision": event.precision,
        "date_text": event.date_text,
        "type": event.type,
        "verb": event.verb,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "weapons": list(event.weapons),
        "place": event.place,
        "status": event.status,
        "holder": event.holder,
        "text": event.text,
        "evidence": list(event.evidence),
    }


def _outlook(item: Outlook) -> Json:
    horizon = item.horizon
    return {
        "sentence": item.sentence,
        "quote": item.quote,
        "start": item.start,
        "end": item.end,
        "type": item.type,
        "holder": item.holder,
        "condition": item.condition,
        "term": item.term,
        "percent": list(item.percent) if item.percent else None,
        "scale": item.scale,
        "horizon": {"text": horizon.text, "start": horizon.start, "end": horizon.end}
        if horizon
        else None,
        "evidence": list(item.evidence),
    }
