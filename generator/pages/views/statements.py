"""Single statements as views: a status, a figure, an outlook, an event, a claim.

This module alone decides what of a statement is shown wherever it is shown, on the page of its
briefing as in a dossier. A status is passed on as it is, never raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.ingest.display import display
from generator.model import (
    Analysis,
    Briefing,
    Claim,
    Event,
    Horizon,
    Outlook,
    Sentence,
    Span,
    Specification,
    Statement,
    StatusClaim,
)
from generator.pages import formats
from generator.pages.links import Links
from generator.pages.views.types import (
    ClaimView,
    DateView,
    EventView,
    FigureView,
    Link,
    OutlookView,
    StatusView,
)
from generator.pages.views.unnamed import words_of

CLAIM_LENGTH = 400
"""Characters of a sentence shown in the table of claims; the footnote holds all of it."""


def names_holder(statement: Statement, analysis: Analysis) -> bool:
    """Whether a statement's own words name its holder."""
    return any(
        name in statement.text
        for actor in analysis.actors
        if actor.id == statement.holder
        for name in (actor.name, *(mention.surface for mention in actor.mentions))
    )


def told(statement: Statement, analysis: Analysis) -> str:
    """A statement with its holder, as the page prints it, for text without links."""
    holder = next((one.name for one in analysis.actors if one.id == statement.holder), None)
    if holder is None or names_holder(statement, analysis):
        return statement.text
    return f"{statement.text} (according to {holder})"


def status(
    claim: StatusClaim, *, own: Briefing, links: Links, briefing: Link | None = None
) -> StatusView:
    return StatusView(
        value=claim.value,
        hypothetical=claim.hypothetical,
        outcome=claim.outcome or "",
        holder=links.holder(claim.holder, words=words_of(claim.holder, claim.evidence, own=own)),
        cue=claim.cue,
        evidence=tuple(claim.evidence),
        briefing=briefing,
    )


def figure(
    spec: Specification,
    *,
    weapon: Link,
    own: Briefing,
    links: Links,
    briefing: Link | None = None,
) -> FigureView:
    name, unit = formats.property_name(spec.property)
    return FigureView(
        weapon=weapon,
        property=name,
        op=spec.op,
        amount=formats.number(spec.value)
        if spec.value_to is None
        else f"{formats.number(spec.value)} to {formats.number(spec.value_to)}",
        unit=unit,
        original=spec.original,
        holder=links.holder(
            spec.holder, words=words_of(spec.holder, spec.evidence, own=own, span=spec)
        ),
        agreement=spec.knowledge,
        note=spec.knowledge_note,
        evidence=tuple(spec.evidence),
        briefing=briefing,
        article_date=_written(own) if briefing else "",
    )


def quoted(item: Outlook, *, own: Briefing) -> str:
    """The quotation as printed, repairs included; the data keep the exact slice."""
    sentence = own.analysis.document.sentence(item.sentence)
    return _words(item, own=own, sentence=sentence)


def _words(item: Span, *, own: Briefing, sentence: Sentence) -> str:
    """A stretch of a sentence as displayed: all of it, or the part that one of several says."""
    if (item.start, item.end) == (sentence.start, sentence.end):
        return sentence.display
    article = own.article
    return display(
        article.text, item.start, item.end, repairs=article.repairs, removed=article.removed
    )


def outlook(
    item: Outlook, *, own: Briefing, links: Links, briefing: Link | None = None
) -> OutlookView:
    horizon = item.horizon
    return OutlookView(
        type=item.type,
        quote=quoted(item, own=own),
        holder=links.holder(
            item.holder, words=words_of(item.holder, item.evidence, own=own, span=item)
        ),
        condition=item.condition or "",
        term=item.term or "",
        percent=f"{item.percent[0]} to {item.percent[1]}" if item.percent else "",
        scale=item.scale or "",
        horizon=horizon.text if horizon else "",
        horizon_dates=_dates(horizon) if horizon else "",
        evidence=tuple(item.evidence),
        briefing=briefing,
    )


def _dates(horizon: Horizon) -> str:
    """Empty where the words of the article say as much: ``in 2028``."""
    dates = formats.deadline(horizon.start, horizon.end)
    return "" if dates in horizon.text else dates


def _time(item: Event) -> str:
    """When it happened; a beginning alone in the precision it was told in."""
    length = {"year": 4, "month": 7}.get(item.precision or "", 10)
    if item.start and not item.end:
        word = "from" if item.status == "planned" else "since"
        return f"{word} {formats.date(item.start[:length])}"
    if item.end and not item.start:
        return f"by {formats.date(item.end)}"
    return formats.period(item.start, item.end)


def event(item: Event, *, own: Briefing, links: Links, briefing: Link | None = None) -> EventView:
    document = own.analysis.document
    text = item.text or (document.sentence(item.evidence[0]).display if item.evidence else "")
    return EventView(
        date=DateView(
            iso=item.start or "",
            text=_time(item),
            basis=item.precision or "unknown",
        ),
        date_text=item.date_text or "",
        type=item.type,
        label=links.directory.event_label(item.type),
        text=text,
        status=item.status,
        holder=links.holder(item.holder, words=words_of(item.holder, item.evidence, own=own)),
        actors=links.entities(item.actors),
        recipients=links.entities(item.recipients),
        weapons=links.entities(item.weapons),
        place=links.place(item.place) if item.place else None,
        evidence=tuple(item.evidence),
        briefing=briefing,
        article_date=_written(own) if briefing else "",
    )


def claim(item: Claim, *, own: Briefing, briefing: Link | None = None) -> ClaimView:
    sentence = own.analysis.document.sentence(item.sentence)
    return ClaimView(
        text=formats.shortened(_words(item, own=own, sentence=sentence), limit=CLAIM_LENGTH),
        cue=item.cue,
        modality=item.modality,
        source=item.source,
        carrier=item.carrier,
        evidence=(item.sentence,),
        briefing=briefing,
        article_date=_written(own) if briefing else "",
    )


def claims(
    items: Iterable[tuple[Claim, Briefing]], *, briefing: Callable[[Briefing], Link | None]
) -> tuple[ClaimView, ...]:
    """Claims in their order, each with the briefing it is of; two parts of one sentence that the
    same words lay to one holder are one, with "…" for what another says between them."""
    views: list[ClaimView] = []
    last: tuple[object, ...] = ()
    for item, own in items:
        view = claim(item, own=own, briefing=briefing(own))
        told = (own.slug, item.sentence, item.holder, item.cue, item.source, item.modality)
        if views and told == last:
            text = formats.shortened(f"{views[-1].text} … {view.text}", limit=CLAIM_LENGTH)
            views[-1] = replace(views[-1], text=text)
        else:
            views.append(view)
        last = told
    return tuple(views)


def _written(briefing: Briefing) -> str:
    return formats.date(briefing.analysis.published.value)
