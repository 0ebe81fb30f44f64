"""A briefing as data: the JSON file published beside its page.

This module alone decides the shape of ``data/<slug>.json``; :mod:`generator.pages.data_tables`
makes the tables of all briefings of it, :mod:`generator.pages.schema` describes both and
``docs/data.md`` explains them. Keys are added, never changed in meaning. Texts stand here exactly
as they were read: offsets count code points of the decoded article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model import (
    Actor,
    Analysis,
    Briefing,
    Claim,
    Event,
    Mention,
    Outlook,
    PublicationDate,
    Related,
    Specification,
    StatusClaim,
    Weapon,
)
from generator.pages.formats import plain_number

SCHEMA_VERSION = 2
_CLAIM = ("sentence", "start", "end", "holder", "cue", "modality", "source", "carrier")
UNSAID: Mapping[str, Mapping[str, object]] = {
    "mention": {"inferred": False},
    "actor": {"note": None},
    "status": {"cue": "", "hypothetical": False},
    "spec": {"value_to": None, "knowledge_note": ""},
    "claim": {"source": "", "carrier": ""},
    "related": {"kind": "names"},
}
"""Definition of the schema -> keys that are left out where they say nothing, and what they then
stand for (``default`` in the schema): a tenth of a file."""

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
        "date": date(analysis.published),
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
        "events": [event(one) for one in analysis.events],
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
        "claims": [_claim(claim) for claim in analysis.claims if _says(claim)],
        "outlook": [outlook(item) for item in analysis.outlook],
        "gaps": list(analysis.gaps),
        "machine_translated": list(analysis.machine_translated),
        "related": [_related(near) for near in one.related],
    }


def _related(near: Related) -> Json:
    return _said("related", {"slug": near.slug, "why": near.why, "kind": near.kind})


def date(published: PublicationDate) -> Json:
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


def _says(claim: Claim) -> bool:
    """What no claim covers is reported with no source named: half of all would say only that."""
    return claim.holder is not None or claim.modality != "asserted" or bool(claim.cue)


def _claim(claim: Claim) -> Json:
    return _said("claim", {key: getattr(claim, key) for key in _CLAIM})


def _said(definition: str, value: Json) -> Json:
    """Without what a reader of the schema takes for granted."""
    unsaid = UNSAID[definition]
    return {key: one for key, one in value.items() if key not in unsaid or one != unsaid[key]}


def _mention(mention: Mention) -> Json:
    return _said(
        "mention",
        {
            "sentence": mention.sentence,
            "start": mention.start,
            "end": mention.end,
            "surface": mention.surface,
            "rule": mention.rule,
            "inferred": mention.inferred,
        },
    )


def _actor(actor: Actor) -> Json:
    return _said(
        "actor",
        {
            "id": actor.id,
            "name": actor.name,
            "type": actor.type,
            "known": actor.known,
            "role": actor.role,
            "note": actor.note,
            "mentions": [_mention(mention) for mention in actor.mentions],
        },
    )


def _weapon(weapon: Weapon) -> Json:
    return {
        "id": weapon.id,
        "name": weapon.name,
        "kind": weapon.kind,
        "class": weapon.weapon_class,
        "owner": list(weapon.owner),
        "known": weapon.known,
        "mentions": [_mention(mention) for mention in weapon.mentions],
        "status": [status(one) for one in weapon.status],
        "specs": [spec(one) for one in weapon.specs],
    }


def status(one: StatusClaim) -> Json:
    return _said(
        "status",
        {
            "value": one.value,
            "holder": one.holder,
            "outcome": one.outcome,
            "cue": one.cue,
            "hypothetical": one.hypothetical,
            "evidence": list(one.evidence),
        },
    )


def spec(one: Specification) -> Json:
    return _said(
        "spec",
        {
            "property": one.property,
            "op": one.op,
            "value": plain_number(one.value),
            "value_to": None if one.value_to is None else plain_number(one.value_to),
            "original": one.original,
            "start": one.start,
            "end": one.end,
            "holder": one.holder,
            "evidence": list(one.evidence),
            "knowledge": one.knowledge,
            "knowledge_note": one.knowledge_note,
        },
    )


def event(one: Event) -> Json:
    return {
        "start": one.start,
        "end": one.end,
        "precision": one.precision,
        "date_text": one.date_text,
        "type": one.type,
        "verb": one.verb,
        "actors": list(one.actors),
        "recipients": list(one.recipients),
        "weapons": list(one.weapons),
        "place": one.place,
        "status": one.status,
        "holder": one.holder,
        "text": one.text,
        "evidence": list(one.evidence),
    }


def outlook(item: Outlook) -> Json:
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
