"""A briefing as its template sees it.

This module alone decides the order inside the sections and which sentences the page quotes:
those that a printed statement rests on, in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

from markupsafe import Markup

from generator.model import (
    Actor,
    Analysis,
    Briefing,
    Claim,
    Event,
    Mention,
    OutlookType,
    Sentence,
    SentenceId,
    Slug,
    Span,
    Statement,
    Weapon,
)
from generator.pages import paths, repetition
from generator.pages.links import Links, published
from generator.pages.views import statements
from generator.pages.views.types import (
    ActorView,
    BriefingView,
    CardView,
    ClaimGroup,
    Evidence,
    FigureView,
    Link,
    OutlookView,
    RelatedView,
    RemovedView,
    SentenceView,
    SourceView,
    StatementView,
    WeaponView,
)
from generator.text.markup.markdown import link_target

ACTS = 3
SURFACES = 3
"""Other names shown with an actor or weapon."""
_OFTEN = 3
"""Mentions of an actor that the article is about, whatever it tells of him."""
PASSING = 2
"""Actors in no event, without office and without a word of theirs, that stand in the table of all;
of more a list tells in brief, so that whoever does or says something can be seen."""
MENTIONS_CITED = 3
"""Footnotes shown with an actor or weapon; its page and the data list every mention."""


def briefing_view(
    briefing: Briefing, *, links: Links, others: Mapping[Slug, Briefing], reading: bool = False
) -> BriefingView:
    """``reading``: there is a page that shows how the article was read."""
    analysis = briefing.analysis
    weapons = tuple(_weapon(weapon, briefing, links) for weapon in analysis.weapons)
    outlook = [statements.outlook(item, own=briefing, links=links) for item in analysis.outlook]
    date = published(briefing)
    bottom_line = statement_view(analysis.bluf, analysis, links) if analysis.bluf.text else None
    told = repetition.fresh(analysis.summary, above=analysis.bluf.text)
    summary = tuple(statement_view(one, analysis, links) for one in told)
    actors = tuple(_actor(actor, analysis, links) for actor in analysis.actors)
    passing = _passing(actors)
    events = tuple(
        statements.event(one, own=briefing, links=links)
        for one in sorted(analysis.events, key=lambda one: (one.start is None, one.start or ""))
    )
    claims = _claims(briefing, links)
    cited: list[Evidence] = [date.evidence]
    if bottom_line:
        cited.append(bottom_line.evidence)
    cited += [one.evidence for one in summary]
    cited += [one.evidence for one in actors]
    cited += [one.evidence for one in weapons if not one.status]
    cited += [one.evidence for weapon in weapons for one in weapon.status]
    cited += [one.evidence for weapon in weapons for one in weapon.figures]
    cited += [one.evidence for one in outlook]
    cited += [one.evidence for one in events]
    cited += [group.evidence for group in claims]
    return BriefingView(
        title=analysis.title,
        title_basis=analysis.title_basis,
        date=date,
        status=briefing.status,
        source=_source(briefing, links),
        bottom_line=bottom_line,
        summary=summary,
        actors=tuple(one for one in actors if one not in passing),
        passing=passing,
        weapons=weapons,
        figures=tuple(figure for weapon in weapons for figure in weapon.figures),
        outlook=_by_type(outlook),
        events=events,
        claims=claims,
        gaps=analysis.gaps,
        related=tuple(
            RelatedView(
                link=links.briefing(others[near.slug]),
                date=published(others[near.slug]),
                why=near.why,
                kind=near.kind,
            )
            for near in briefing.related
            if near.slug in others
        ),
        tags=links.own_tags(briefing.tags),
        sentences=_quoted(briefing, cited),
        data=Link(
            text=paths.article_data(briefing.slug).rpartition("/")[2],
            url=links.page(paths.article_data(briefing.slug)),
        ),
        id=briefing.article.id,
        bibtex=links.page(paths.bibtex(briefing.slug)),
        reading=links.page(paths.reading(briefing.slug)) if reading else Markup(""),
    )


def card(briefing: Briefing, *, links: Links) -> CardView:
    """The briefing as one entry of a list."""
    analysis = briefing.analysis
    return CardView(
        link=links.briefing(briefing),
        date=published(briefing),
        genre=analysis.genre,
        publisher=briefing.publisher or "",
        bottom_line=analysis.bluf.text,
        lead=repetition.lead(analysis),
        outlook=len(analysis.outlook),
        actors=links.entities(_most_named(analysis.actors)),
        weapons=links.entities(_most_named(analysis.weapons)),
        status=briefing.status,
    )


def sentence_view(sentence: Sentence) -> SentenceView:
    return SentenceView(id=sentence.id, text=sentence.display, place=_place(sentence))


def _most_named(entities: Iterable[Actor | Weapon], limit: int = 4) -> list[str]:
    ranked = sorted(entities, key=lambda one: (-len(one.mentions), one.name))
    return [one.id for one in ranked[:limit]]


def statement_view(statement: Statement, analysis: Analysis, links: Links) -> StatementView:
    return StatementView(
        text=statement.text,
        evidence=tuple(statement.evidence),
        holder=links.holder(statement.holder),
        named=statements.names_holder(statement, analysis),
    )


def _cited_mentions(mentions: Iterable[Mention]) -> Evidence:
    return tuple(dict.fromkeys(mention.sentence for mention in mentions))[:MENTIONS_CITED]


_UNDONE = ("planned", "denied")


def _actor(actor: Actor, analysis: Analysis, links: Links) -> ActorView:
    label = links.directory.event_label
    acts = _labelled([one for one in analysis.events if actor.id in one.actors], label)
    meets = _labelled([one for one in analysis.events if actor.id in one.recipients], label)
    return ActorView(
        name=links.entity(actor.id, actor.name),
        type=actor.type,
        known=actor.known,
        role=actor.role or "",
        acts=acts[:ACTS],
        meets=tuple(one for one in meets if one not in acts)[:ACTS],
        says=sum(claim.holder == actor.id for claim in analysis.claims),
        note=actor.note or "",
        mentions=len(actor.mentions),
        inferred=bool(actor.mentions) and all(mention.inferred for mention in actor.mentions),
        surfaces=_surfaces(actor),
        evidence=_cited_mentions(actor.mentions),
    )


def _passing(actors: Sequence[ActorView]) -> tuple[ActorView, ...]:
    """Those that the article only names, and not often, if they are many; the known ones first."""
    only = [
        one
        for one in actors
        if one.mentions < _OFTEN and not (one.role or one.acts or one.meets or one.says or one.note)
    ]
    return tuple(sorted(only, key=lambda one: not one.known)) if len(only) > PASSING else ()


def _labelled(events: list[Event], label: Callable[[str], str]) -> tuple[str, ...]:
    """The kinds of events, each once; one that is only planned or only denied says so."""
    kinds: dict[str, set[str]] = {}
    for event in events:
        kinds.setdefault(label(event.type), set()).add(event.status)
    return tuple(_marked(kind, statuses) for kind, statuses in kinds.items())


def _marked(kind: str, statuses: set[str]) -> str:
    undone = next((one for one in _UNDONE if statuses == {one}), "")
    return f"{kind} ({undone})" if undone else kind


def _weapon(weapon: Weapon, briefing: Briefing, links: Links) -> WeaponView:
    name = links.entity(weapon.id, weapon.name)
    figures: tuple[FigureView, ...] = tuple(
        statements.figure(spec, weapon=name, own=briefing, links=links) for spec in weapon.specs
    )
    return WeaponView(
        name=name,
        kind=weapon.kind,
        weapon_class=class_name(weapon.weapon_class, links),
        owners=links.entities(weapon.owner),
        known=weapon.known,
        mentions=len(weapon.mentions),
        surfaces=_surfaces(weapon),
        status=tuple(
            statements.status(claim, own=briefing, links=links) for claim in weapon.status
        ),
        figures=figures,
        evidence=_cited_mentions(weapon.mentions),
    )


def _surfaces(entity: Actor | Weapon) -> tuple[str, ...]:
    seen: dict[str, str] = {entity.name.casefold(): ""}
    for mention in entity.mentions:
        seen.setdefault(mention.surface.casefold(), mention.surface)
    return tuple(surface for surface in seen.values() if surface)[:SURFACES]


def class_name(weapon_class: str | None, links: Links, *, whole: bool = False) -> str:
    """``ICBM`` -> the short form where the knowledge base has one, else the name; the ``whole`` of
    it is the name with the short form in brackets."""
    if weapon_class is None:
        return ""
    classes = links.directory.library.knowledge.classes
    known = classes.get(weapon_class)
    if known is None and whole:  # an analysis calls it by its short form
        known = next((one for one in classes.values() if one.short == weapon_class), None)
    if known is None:
        return weapon_class
    if whole and known.short and known.short.casefold() != known.name.casefold():
        return f"{known.name} ({known.short})"
    return known.short or known.name


def _by_type(outlook: Iterable[OutlookView]) -> tuple[tuple[str, tuple[OutlookView, ...]], ...]:
    groups: dict[str, list[OutlookView]] = {kind: [] for kind in get_args(OutlookType)}
    for item in outlook:
        groups[item.type].append(item)
    return tuple((kind, tuple(items)) for kind, items in groups.items() if items)


def _claims(briefing: Briefing, links: Links) -> tuple[ClaimGroup, ...]:
    """Named holders in the order they first speak, then nobody in particular: what is plain
    report before what judges or looks ahead."""
    layers = briefing.analysis.layers
    groups: dict[tuple[str | None, bool], list[Claim]] = {}
    for claim in briefing.analysis.claims:
        judged = claim.holder is None and layers.get(claim.sentence, "fact") != "fact"
        groups.setdefault((claim.holder, judged), []).append(claim)
    return tuple(
        ClaimGroup(
            holder=links.holder(holder),
            judged=judged,
            claims=statements.claims(
                ((one, briefing) for one in groups[holder, judged]), briefing=lambda _: None
            ),
            evidence=tuple(dict.fromkeys(one.sentence for one in groups[holder, judged])),
        )
        for holder, judged in sorted(groups, key=lambda group: (group[0] is None, group[1]))
    )


def _quoted(briefing: Briefing, cited: Iterable[Evidence]) -> tuple[SentenceView, ...]:
    wanted = {SentenceId(identity) for evidence in cited for identity in evidence}
    sentences = briefing.analysis.document.sentences
    return tuple(sentence_view(one) for one in sentences if one.id in wanted)


def _place(span: Span) -> str:
    return f"characters {span.start}-{span.end}"


def _source(briefing: Briefing, links: Links) -> SourceView:
    article = briefing.article
    address = link_target(briefing.url) if briefing.url else None
    return SourceView(
        file=article.file,
        publisher=briefing.publisher or "",
        author=briefing.author or "",
        url=Markup(address or ""),
        genre=briefing.analysis.genre,
        genre_page=links.page(paths.genre(briefing.analysis.genre)),
        language=article.language,
        reliability=briefing.reliability,
        credibility=briefing.credibility,
        statement=briefing.sourcing,
        removed=tuple(
            RemovedView(
                length=one.end - one.start,
                why=f"{one.why} ({one.note})" if one.note else one.why,
                place=_place(one),
            )
            for one in article.removed
        ),
        machine_translated=briefing.analysis.machine_translated,
    )
