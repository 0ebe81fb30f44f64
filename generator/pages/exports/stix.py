"""The library as a STIX 2.1 bundle: reports, identities, locations and what ties identities.

This module alone decides what of a briefing has a counterpart there. Weapons have none (STIX knows
malware and tools of intruders), so they are labels of their report, and a relation to a weapon is
left to the network. Objects are plain JSON with fixed identities and moments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.knowledge.base import KnowledgeBase
from generator.library import ActorDossier, Backlink, Library, PlaceDossier
from generator.model import ActorType, Briefing, Relation
from generator.pages import paths
from generator.pages.exports import moments
from generator.pages.exports.addresses import Addresses, plain
from generator.pages.exports.entries import UNTITLED, dated, text
from generator.pages.exports.identity import uuid5

Json = dict[str, Any]
CLASSES: Mapping[ActorType, str] = {
    "person": "individual",
    "state": "organization",
    "organisation": "organization",
    "group": "group",
}
"""Kind of actor -> ``identity_class``. A state also has the sector ``government-national``."""
CONFIDENCE: Mapping[str, int] = {"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}
"""Credibility of the report -> confidence, as STIX 2.1 has it in appendix A; 6, which cannot be
judged, gives none."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def bundle(library: Library, *, addresses: Addresses, title: str) -> Json:
    """The whole file: the site itself, then identities, locations, relationships and reports."""
    days = [_day(one) for one in library.briefings]
    site = {
        **_object("identity", "site", title, days=days, creator=None),
        "name": text(title) or UNTITLED,
        "identity_class": "system",
    }
    creator: str = site["id"]
    actors = {str(one.id): _identity(one, creator=creator) for one in library.actors}
    places = {
        str(one.id): location
        for one in library.places
        if (location := _location(one, library.knowledge, creator=creator))
    }
    ties: list[Json] = []
    reports: list[Json] = []
    for briefing in library.briefings:
        own = list(_relationships(briefing, actors, addresses, creator=creator))
        ties += own
        named = [actors[one.id]["id"] for one in briefing.analysis.actors if one.id in actors]
        seen = dict.fromkeys(m.entity for m in briefing.analysis.mentions if m.kind == "place")
        where = [places[one]["id"] for one in seen if one in places]
        refs = [*named, *where, *(one["id"] for one in own)]
        reports.append(_report(briefing, refs, addresses, creator=creator))
    objects = [site, *actors.values(), *places.values(), *ties, *reports]
    return {"type": "bundle", "id": f"bundle--{uuid5('bundle', title)}", "objects": objects}


def _object(kind: str, *name: str, days: Iterable[str | None], creator: str | None) -> Json:
    """What every object has. It is as old as the oldest briefing that names it, and as new as the
    newest."""
    known = sorted(filter(None, days)) or [moments.UNKNOWN]
    common = {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{uuid5(kind, *name)}",
        "created": moments.rfc3339(known[0], milliseconds=True),
        "modified": moments.rfc3339(known[-1], milliseconds=True),
    }
    return common | ({"created_by_ref": creator} if creator else {})


def _identity(actor: ActorDossier, *, creator: str) -> Json:
    found = {
        **_object("identity", actor.id, days=_days(actor.backlinks), creator=creator),
        "name": text(actor.name) or UNTITLED,
        "identity_class": CLASSES[actor.type],
        "labels": ["known" if actor.entity else "not-in-knowledge-base"],
    }
    if actor.type == "state":
        found["sectors"] = ["government-national"]
    if actor.entity and actor.entity.description:
        found["description"] = text(actor.entity.description)
    return found


def _location(place: PlaceDossier, knowledge: KnowledgeBase, *, creator: str) -> Json | None:
    """None unless the knowledge base has its coordinates or its country, of which STIX demands
    one."""
    entity = place.entity
    if entity is None:
        return None
    where: Json = {}
    state = knowledge.actors.get(entity.country or "")
    if state and state.iso2 and _COUNTRY.fullmatch(state.iso2):
        where["country"] = state.iso2
    if (at := entity.coordinates) and abs(at.lat) <= 90 and abs(at.lon) <= 180:
        where |= {"latitude": at.lat, "longitude": at.lon}
    if not where:
        return None
    common = _object("location", place.id, days=_days(place.backlinks), creator=creator)
    return {**common, "name": text(place.name) or UNTITLED, **where}


def _relationships(
    briefing: Briefing, actors: Mapping[str, Json], addresses: Addresses, *, creator: str
) -> Iterator[Json]:
    for one in briefing.analysis.relations:
        if one.subject not in actors or one.object not in actors:
            continue
        name = (briefing.article.id, one.subject, one.predicate, one.object)
        yield {
            **_object("relationship", *name, days=[_day(briefing)], creator=creator),
            "relationship_type": _NO_WORD.sub("-", one.predicate.lower()).strip("-")
            or "related-to",
            "source_ref": actors[one.subject]["id"],
            "target_ref": actors[one.object]["id"],
            "description": _quoted(briefing, one),
            "external_references": [_page(briefing, addresses)],
            **({"labels": [f"holder:{text(one.holder)}"]} if text(one.holder) else {}),
            **_confidence(briefing),
        }


def _report(briefing: Briefing, refs: list[str], addresses: Addresses, *, creator: str) -> Json:
    analysis = briefing.analysis
    day = _day(briefing)
    labels = [
        f"genre:{analysis.genre}",
        f"review:{briefing.status}",
        f"date-basis:{analysis.published.basis}",
        *(f"weapon:{text(one.id)}" for one in analysis.weapons),
        *filter(None, map(text, briefing.tags)),
    ]
    references = [_page(briefing, addresses)]
    if address := plain(briefing.url):
        name = text(briefing.publisher) or text(briefing.article.file) or UNTITLED
        references.append({"source_name": name, "url": address})
    return {
        **_object("report", briefing.article.id, days=[day], creator=creator),
        "name": text(analysis.title) or UNTITLED,
        "description": " ".join(filter(None, (text(analysis.bluf.text), dated(briefing)))),
        "published": moments.rfc3339(day or moments.UNKNOWN, milliseconds=True),
        # A report has to point at something; one that names nobody points at who made it.
        "object_refs": list(dict.fromkeys(refs)) or [creator],
        "labels": list(dict.fromkeys(labels)),
        "external_references": references,
        "lang": briefing.article.language,
        **_confidence(briefing),
    }


def _quoted(briefing: Briefing, relation: Relation) -> str:
    """The sentences a relation rests on, word for word, each with its name."""
    document = briefing.analysis.document
    return " ".join(
        f"{name}: “{text(document.sentence(name).display)}”" for name in relation.evidence
    )


def _page(briefing: Briefing, addresses: Addresses) -> Json:
    return {
        "source_name": "briefing",
        "external_id": text(briefing.article.id),
        "url": addresses.page(paths.article(briefing.slug)),
    }


def _confidence(briefing: Briefing) -> Json:
    value = CONFIDENCE.get(briefing.credibility)
    return {} if value is None else {"confidence": value}


def _day(briefing: Briefing) -> str | None:
    return moments.day(briefing.analysis.published.value)


def _days(links: Iterable[Backlink]) -> list[str | None]:
    return [_day(link.briefing) for link in links]
