"""From a document to its analysis: the extractors, in the order in which they need each other.

The only place where extractors meet. Each one is handed what it needs; none imports another.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from msgspec import Struct

from generator.extract.actors import ActorReader
from generator.extract.claims import find_claims
from generator.extract.dates import find_dates, resolve_dates
from generator.extract.events import EventReader, relations_of
from generator.extract.gaps import find_gaps
from generator.extract.genre import find_genre, machine_translation_signs
from generator.extract.layers import find_layers
from generator.extract.mentions import Recogniser, not_rejected
from generator.extract.names import BareReader, NameFinder, UnlistedName
from generator.extract.offices import Bodies, OfficeFinder, holders
from generator.extract.outlook import find_outlook
from generator.extract.published import derive_published
from generator.extract.quantities import find_quantities
from generator.extract.reported import reports_first, settle, settle_ahead, settle_findings
from generator.extract.specs import SpecReader
from generator.extract.stand_ins import find_stand_ins
from generator.extract.statements import settle_comments, settle_extracts, settle_statement
from generator.extract.summary import Findings, Summariser
from generator.extract.turns import settle_turns
from generator.extract.weapons import WeaponReader
from generator.knowledge.base import KnowledgeBase
from generator.model import ActorType, Analysis, Document, EntityId, Mention, PassedOver, TitleBasis
from generator.text.reading import Reading, read_all
from generator.text.slugs import name_slug
from generator.text.speech.voices import Voices
from generator.text.syntax.grammar import Grammar

__all__ = ["analyse", "readings_that_lost"]


class _Tools(Struct, frozen=True, eq=False):
    """What is built once for a knowledge base."""

    grammar: Grammar
    recogniser: Recogniser
    names: NameFinder
    bare: BareReader
    offices: OfficeFinder
    weapons: WeaponReader
    specs: SpecReader
    events: EventReader
    actors: ActorReader
    summariser: Summariser


@lru_cache(maxsize=2)
def _recogniser(knowledge: KnowledgeBase) -> Recogniser:
    """By itself: pages of what is analysed already ask for nothing else."""
    return Recogniser(knowledge)


@lru_cache(maxsize=2)
def _tools(knowledge: KnowledgeBase) -> _Tools:
    grammar = Grammar(knowledge.language.verbs)
    return _Tools(
        grammar=grammar,
        recogniser=_recogniser(knowledge),
        names=NameFinder(knowledge),
        bare=BareReader(knowledge),
        offices=OfficeFinder(knowledge),
        weapons=WeaponReader(knowledge, grammar),
        specs=SpecReader(knowledge),
        events=EventReader(knowledge, grammar),
        actors=ActorReader(knowledge),
        summariser=Summariser(knowledge, grammar),
    )


class Recognised(Struct, frozen=True, kw_only=True):
    """Who and what an article names: all mentions, the unlisted names among them (name and type by
    identity), the bodies that go by an office, and every sentence with what it names."""

    mentions: tuple[Mention, ...]
    names: dict[EntityId, tuple[str, ActorType]]
    bodies: Bodies
    readings: tuple[Reading, ...]


def recognise(document: Document, *, knowledge: KnowledgeBase) -> Recognised:
    """The first step of :func:`analyse`: names alone, and nothing of what is said with them."""
    tools = _tools(knowledge)
    unlisted = tools.names.find(document)
    mentions, names = _mentions(tools, document, unlisted, knowledge)
    mentions = not_rejected(mentions, document)
    bodies = tools.offices.find(document, mentions)
    mentions = not_rejected(_merge(mentions, bodies.mentions), document)
    mentions = _merge(mentions, find_stand_ins(document, mentions=mentions, knowledge=knowledge))
    mentions = not_rejected(mentions, document)
    return Recognised(
        mentions=mentions,
        names=names,
        bodies=bodies,
        readings=read_all(document, mentions=mentions, grammar=tools.grammar),
    )


def analyse(document: Document, *, knowledge: KnowledgeBase) -> Analysis:
    """Everything the rules find in a document; the same for the same document and knowledge."""
    tools = _tools(knowledge)
    article, notes, language = document.article, document.article.notes, knowledge.language
    named = recognise(document, knowledge=knowledge)
    mentions, names, readings = named.mentions, named.names, named.readings
    persons = _persons(mentions, names, knowledge)
    genre = notes.genre or find_genre(document, mentions=mentions, knowledge=knowledge)
    cues = language.claims
    claims = settle_turns(
        find_claims(document, mentions=mentions, persons=persons, knowledge=knowledge, genre=genre),
        document,
        mentions=mentions,
        persons=persons,
        unlisted=names.keys(),
        cues=cues,
    )
    claims = settle_statement(
        claims, document, mentions=mentions, persons=persons, cues=cues, genre=genre
    )
    claims = settle_extracts(
        claims, document, mentions=mentions, persons=persons, cues=cues, genre=genre
    )
    claims = settle_comments(claims, document, cues=cues)
    voices = Voices(claims)
    layers = find_layers(document, claims=claims, knowledge=knowledge, genre=genre)
    dates = find_dates(document, language=language)
    published = derive_published(
        document, mentions=mentions, dates=dates, knowledge=knowledge, genre=genre
    )
    dates = resolve_dates(dates, document, published=published, language=language)
    quantities = find_quantities(document, language=language)

    arms = tools.weapons.read(readings, voices=voices)
    specs = tools.specs.read(
        readings, quantities=quantities, reference=arms.reference, kinds=arms.kinds, voices=voices
    )
    weapons = tools.weapons.listed(arms, specs)
    listed = {weapon.id for weapon in weapons}
    told = {(one.start, one.end): weapon.id for weapon in weapons for one in weapon.mentions}
    reference = arms.reference | told
    events = tools.events.read(
        readings,
        dates=dates,
        voices=voices,
        reference={span: item for span, item in reference.items() if item in listed},
        deeds=arms.deeds,
        kinds=arms.kinds,
    )
    layers, claims = settle(layers, claims, reported=reports_first(readings, events=events))
    weapons, events = settle_findings(weapons, events, claims)
    voices = Voices(claims)
    outlook = find_outlook(
        document,
        voices=voices,
        mentions=mentions,
        dates=dates,
        knowledge=knowledge,
        published=published,
    )
    outlook = tuple(
        item
        for item in outlook
        if not any(item.quote.startswith(opening) for opening in notes.reject_outlook)
    )
    claims = settle_ahead(claims, outlook, document)
    voices = Voices(claims)
    acting = frozenset(
        identity for event in events for identity in (*event.actors, *event.recipients)
    )
    actors = tools.actors.read(
        readings,
        unlisted=names,
        bodies=_plain(named.bodies),
        published=published,
        holders=lambda state, office, at: holders(knowledge, state=state, office=office, at=at),
        acting=acting,
        notes=notes,
        publisher=notes.publisher or (article.publisher.value if article.publisher else None),
    )
    summary = tools.summariser.summarise(
        Findings(
            readings=readings,
            events=events,
            voices=voices,
            layers=layers,
            outlook=outlook,
            dates=dates,
            quantities=quantities,
            genre=genre,
            names={actor.id: actor.name for actor in actors},
            persons=persons,
            title=_stated_title(document),
            begins=article.dateline.start if article.dateline is not None else 0,
        )
    )
    title, basis = _title(document, summary.title)
    return Analysis(
        document=document,
        genre=genre,
        mentions=mentions,
        actors=actors,
        weapons=weapons,
        dates=dates,
        quantities=quantities,
        published=published,
        layers=layers,
        claims=claims,
        events=events,
        relations=relations_of(events),
        outlook=outlook,
        title=title,
        title_basis=basis,
        bluf=summary.bluf,
        summary=summary.statements,
        gaps=find_gaps(
            document,
            published=published,
            main=summary.bluf.evidence,
            events=events,
            claims=claims,
            actors=actors,
            weapons=weapons,
            places=any(mention.kind == "place" for mention in mentions)
            or article.dateline is not None,
            calendar=language.actors.calendar,
            withheld=language.claims.withheld,
        ),
        machine_translated=machine_translation_signs(document, language=language)
        if article.language.startswith("en")
        else (),
        unvouched=tools.bare.read(document, mentions=mentions, persons=persons),
    )


def readings_that_lost(analysis: Analysis, *, knowledge: KnowledgeBase) -> tuple[PassedOver, ...]:
    """Listed names that fit the words of an article and were not taken, with the reason."""
    return _recogniser(knowledge).passed_over(analysis.document, analysis.mentions)


def _persons(
    mentions: tuple[Mention, ...],
    unlisted: dict[EntityId, tuple[str, ActorType]],
    knowledge: KnowledgeBase,
) -> frozenset[str]:
    """The people among the entities mentioned."""
    return frozenset(
        entity
        for entity in {mention.entity for mention in mentions}
        for known in [knowledge.actors.get(entity)]
        if (known.kind if known is not None else unlisted.get(entity, ("", ""))[1]) == "person"
    )


def _mentions(
    tools: _Tools,
    document: Document,
    unlisted: tuple[UnlistedName, ...],
    knowledge: KnowledgeBase,
) -> tuple[tuple[Mention, ...], dict[EntityId, tuple[str, ActorType]]]:
    """Known mentions, and the unlisted names that no known name covers.

    A surname that an unlisted person shares is taken from the known one, and a class noun inside
    a name is part of it; an abbreviation defined beside a known name stands for that name.
    """
    spans = [(item.start, item.end) for item in unlisted]
    again = {(item.start, item.end) for item in unlisted if item.again and item.type == "person"}
    listed = tuple(
        item
        for item in tools.recogniser.recognise(document, reserved=unlisted)
        if (item.rule != "surname" or (item.start, item.end) not in again)
        and not (item.kind == "weapon" and _inside(item, spans))
    )
    taken = [item for item in listed if item.kind in {"actor", "weapon", "place"}]
    topics = sorted(
        (item.start, item.end) for item in listed if item.kind in {"event", "instrument"}
    )
    starts = [item.start for item in taken]
    known: dict[str, EntityId] = {}
    names: dict[EntityId, tuple[str, ActorType]] = {}
    extra: list[Mention] = []
    alone: list[UnlistedName] = []
    for name in unlisted:
        before = bisect_left(starts, name.end) - 1
        over = taken[before] if before >= 0 and taken[before].end > name.start else None
        if over is None:
            alone.append(name)
        elif over.kind == "actor" and over.end == name.end and over.start <= name.start:
            known.setdefault(name.name, over.entity)
    for name in alone:
        if name.shared or _inside(name, topics):
            continue
        identity = known.get(name.name)
        if identity is None:
            identity = EntityId(name_slug(name.name))
            if knowledge.get(identity) is not None:
                identity = EntityId(f"{identity}-unlisted")
            names.setdefault(identity, (" ".join(name.name.split()), name.type))
        extra.append(
            Mention(
                start=name.start,
                end=name.end,
                sentence=name.sentence,
                surface=document.article.text[name.start : name.end],
                rule="pattern" if identity in names else "alias",
                kind="actor",
                entity=identity,
                known=identity not in names,
            )
        )
    return _merge(listed, tuple(extra)), names


def _inside(item: Mention | UnlistedName, spans: list[tuple[int, int]]) -> bool:
    """Part of a longer name: the weapons of the Nuclear Weapons Institute are not a weapon, and
    what Security Decision 12 begins with is nobody."""
    place = bisect_left(spans, (item.start + 1,)) - 1
    return place >= 0 and spans[place][0] <= item.start and item.end < spans[place][1]


def _merge(first: tuple[Mention, ...], second: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted((*first, *second), key=lambda item: (item.start, item.end, item.entity)))


def _plain(bodies: Bodies) -> dict[EntityId, tuple[str, ActorType, str | None, str | None]]:
    return {
        identity: (body.name, body.type, body.state, body.office)
        for identity, body in bodies.named.items()
    }


def _title(document: Document, derived: str) -> tuple[str, TitleBasis]:
    if document.article.notes.title:
        return document.article.notes.title, "editor"
    stated = _stated_title(document)
    return (stated, "source") if stated else (derived, "derived")


def _stated_title(document: Document) -> str:
    """The title that stands over the article, or nothing."""
    title = document.article.title
    return " ".join(title.value.split()) if title is not None else ""
