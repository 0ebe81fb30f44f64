"""Relations as pages show them: a line with its sentence, a picture, and accounts side by side.

This module alone decides which neighbours a picture shows first, and what counts as one account.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from markupsafe import Markup

from generator.library import (
    Backlink,
    RelationEntry,
    SpecificationEntry,
    StatusEntry,
    TimelineEntry,
    WeaponDossier,
)
from generator.model import SentenceId, Slug
from generator.pages import charts
from generator.pages.links import Links, published
from generator.pages.views import list_views, statements
from generator.pages.views.briefing_view import sentence_view
from generator.pages.views.page_views import AccountView, RelationSource, RelationView
from generator.pages.views.unnamed import words_of

_Account = tuple[Slug, str | None]
_Entry = TypeVar("_Entry")
_ByAccount = defaultdict[_Account, list[_Entry]]
WORDS = 3
"""Kinds of acts named at one neighbour."""
TOLD = 3
"""Sentences repeated of one relation, the newest."""


def relations(
    entries: Sequence[RelationEntry], *, links: Links
) -> tuple[tuple[RelationView, ...], int]:
    """A line for each thing done, that of the newest briefing first, and how many are left out.
    What one sentence says is done to several stands in one line, and so does what several
    sentences say of the same."""
    sentences: dict[tuple[str, str, str, str | None, SentenceId | None], list[RelationEntry]] = {}
    for entry in entries:
        one = entry.relation
        first = one.evidence[0] if one.evidence else None
        key = (entry.briefing.slug, one.subject, one.predicate, one.holder, first)
        sentences.setdefault(key, []).append(entry)
    lines: dict[tuple[str, str, frozenset[str]], list[list[RelationEntry]]] = {}
    for members in sentences.values():
        one = members[0].relation
        objects = frozenset(entry.relation.object for entry in members)
        lines.setdefault((one.subject, one.predicate, objects), []).append(members)
    shown = tuple(
        _line(told, links) for told in islice(lines.values(), list_views.told(len(lines)))
    )
    return shown, len(lines) - len(shown)


def _line(told: Sequence[Sequence[RelationEntry]], links: Links) -> RelationView:
    one = told[0][0].relation
    return RelationView(
        subject=links.entity(one.subject),
        predicate=links.directory.event_label(one.predicate),
        objects=links.entities(entry.relation.object for entry in told[0]),
        told=tuple(_source(members[0], links) for members in told[:TOLD]),
        more=max(0, len(told) - TOLD),
    )


def _source(entry: RelationEntry, links: Links) -> RelationSource:
    one, briefing = entry.relation, entry.briefing
    sentence = None
    if one.evidence:
        whole = sentence_view(briefing.analysis.document.sentence(one.evidence[0]))
        sentence = replace(whole, text=_words_of(entry) or whole.text)
    return RelationSource(
        sentence=sentence,
        holder=links.holder(one.holder, words=words_of(one.holder, one.evidence, own=briefing)),
        briefing=links.briefing(briefing),
        date=published(briefing),
    )


def _words_of(entry: RelationEntry) -> str:
    """The part of the sentence that tells of the act; empty where no event is told by itself."""
    one = entry.relation
    return next(
        (
            event.text
            for event in entry.briefing.analysis.events
            if event.type == one.predicate
            and one.subject in event.actors
            and one.object in (*event.recipients, *event.weapons)
            and one.evidence[0] in event.evidence
        ),
        "",
    )


def graph(identity: str, name: str, relations: Sequence[RelationEntry], *, links: Links) -> Markup:
    """The picture of an entity among those it is tied to, most often tied first."""
    acting: defaultdict[str, Counter[str]] = defaultdict(Counter)
    receiving: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in relations:
        one = entry.relation
        if one.subject == one.object:
            continue
        if one.subject == identity:
            receiving[one.object][one.predicate] += 1
        else:
            acting[one.subject][one.predicate] += 1
    return charts.ego(
        name,
        kind_of(identity, links),
        acting=_neighbours(acting, links),
        receiving=_neighbours(receiving, links),
    )


def kind_of(identity: str, links: Links) -> str:
    return "weapon" if identity in links.directory.weapons else "actor"


def mentions_chart(name: str, backlinks: Iterable[Backlink]) -> Markup:
    """How often briefings name it, by their date. A year alone counts where all is in years."""
    counts: Counter[str] = Counter()
    for link in backlinks:
        counts[link.briefing.analysis.published.value or ""] += len(link.mentions)
    undated = counts.pop("", 0)
    return charts.over_time(name, counts, what="Mentions", undated=undated)


def accounts(
    dossier: WeaponDossier, *, links: Links, limit: int
) -> tuple[tuple[AccountView, ...], int]:
    """What each holder says in each briefing, newest briefing first, those unnamed last in it, and
    how many accounts are left out. A bare mention says nothing."""
    status: _ByAccount[StatusEntry] = defaultdict(list)
    figures: _ByAccount[SpecificationEntry] = defaultdict(list)
    events: _ByAccount[TimelineEntry] = defaultdict(list)
    briefings = {link.briefing.slug: link.briefing for link in dossier.backlinks}
    order: dict[_Account, None] = {}
    for said in dossier.status:
        if said.status.value != "mentioned":
            key = (said.briefing.slug, said.status.holder)
            status[key].append(said)
            order[key] = None
    for given in dossier.specs:
        key = (given.briefing.slug, given.spec.holder)
        figures[key].append(given)
        order[key] = None
    for told in dossier.events:
        key = (told.briefing.slug, told.event.holder)
        if told.event.start:
            events[key].append(told)
            order[key] = None
    place = {slug: number for number, slug in enumerate(briefings)}
    ordered = sorted(
        (key for key in order if key[0] in place),
        key=lambda key: (place[key[0]], key[1] is None, key[1] or ""),
    )
    name = links.entity(dossier.id, dossier.name)
    shown = tuple(
        AccountView(
            holder=links.holder(key[1]),
            briefing=links.briefing(briefings[key[0]]),
            date=published(briefings[key[0]]),
            status=tuple(
                statements.status(one.status, own=one.briefing, links=links) for one in status[key]
            ),
            figures=tuple(
                statements.figure(one.spec, weapon=name, own=one.briefing, links=links)
                for one in figures[key]
            ),
            events=tuple(
                statements.event(one.event, own=one.briefing, links=links) for one in events[key]
            ),
        )
        for key in ordered[:limit]
    )
    return shown, len(ordered) - len(shown)


def _neighbours(found: dict[str, Counter[str]], links: Links) -> tuple[charts.Neighbour, ...]:
    ranked = sorted(
        found, key=lambda one: (-found[one].total(), links.directory.name(one).casefold(), one)
    )
    return tuple(
        charts.Neighbour(
            name=links.directory.name(one),
            url=links.entity_drawn(one),
            words=_words(found[one], links),
            kind=kind_of(one, links),
        )
        for one in ranked
    )


def _words(predicates: Counter[str], links: Links) -> str:
    """``Meeting (2), Visit``: the commonest acts first."""
    ranked = sorted(predicates, key=lambda one: (-predicates[one], one))
    return ", ".join(
        links.directory.event_label(one) + (f" ({predicates[one]})" if predicates[one] > 1 else "")
        for one in ranked[:WORDS]
    ) + (", …" if len(ranked) > WORDS else "")
