"""What a template may see: one frozen type for each thing it prints.

This module alone decides the names that editors use in ``templates/``; ``docs/templates.md`` is
checked against it. Every text is a plain string that the renderer escapes. An address
(:class:`Link` ``url``) is made by the generator and may be printed inside ``(...)`` of a link.
``evidence`` is a tuple of sentence names (``s3``) for the macro ``cite``.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

Evidence = tuple[str, ...]
NOWHERE = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``url`` is empty where there is no page to go to."""

    text: str
    url: Markup = NOWHERE
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """``iso`` may be short (``2025-10``) and is empty when unknown; ``text`` is for reading."""

    iso: str
    text: str
    basis: str
    why: str = ""
    evidence: Evidence = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """``named``: the text itself names its holder, so that it need not be named again."""

    text: str
    evidence: Evidence
    holder: Link | None
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """``surfaces``: what the article calls it, where that differs from the name. ``acts`` are
    the kinds of events it takes part in, ``meets`` those it is the object of; ``says`` is how many
    statements are given to it."""

    name: Link
    type: str
    known: bool
    role: str
    acts: tuple[str, ...]
    meets: tuple[str, ...]
    says: int
    note: str
    mentions: int
    inferred: bool
    surfaces: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """``holder`` is None where the article names no source. ``value`` is a status of the data
    contract; ``hypothetical`` means that the article does not say it happened."""

    value: str
    hypothetical: bool
    outcome: str
    holder: Link | None
    cue: str
    evidence: Evidence
    briefing: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """``op`` is ``=``, ``>``, ``<``, ``>=``, ``<=`` or ``~``; ``amount`` is the number as text;
    ``note`` is what the knowledge base holds, ``article_date`` is empty on the
    page of the article itself."""

    weapon: Link
    property: str
    op: str
    amount: str
    unit: str
    original: str
    holder: Link | None
    agreement: str
    note: str
    evidence: Evidence
    briefing: Link | None = None
    article_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponView:
    """``surfaces``: what the article calls it, where that differs from the name."""

    name: Link
    kind: str
    weapon_class: str
    owners: tuple[Link, ...]
    known: bool
    mentions: int
    surfaces: tuple[str, ...]
    status: tuple[StatusView, ...]
    figures: tuple[FigureView, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookView:
    """``percent`` is ``55 to 80`` or empty; ``scale`` names what the numbers rest on."""

    type: str
    quote: str
    holder: Link | None
    condition: str
    term: str
    percent: str
    scale: str
    horizon: str
    horizon_dates: str
    evidence: Evidence
    briefing: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """``article_date`` is for an event that has no date of its own; empty on the page of a
    briefing."""

    date: DateView
    date_text: str
    type: str
    label: str
    text: str
    status: str
    holder: Link | None
    actors: tuple[Link, ...]
    recipients: tuple[Link, ...]
    weapons: tuple[Link, ...]
    place: Link | None
    evidence: Evidence
    briefing: Link | None = None
    article_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """``article_date`` is the date of the article; empty on the page of a briefing."""

    text: str
    cue: str
    modality: str
    source: str
    carrier: str
    evidence: Evidence
    briefing: Link | None = None
    article_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """All claims of one holder; ``holder`` is None where no source is named, and then ``judged``
    tells what is no plain report: a judgement, advice, an expectation."""

    holder: Link | None
    judged: bool
    claims: tuple[ClaimView, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedView:
    """The words themselves stay out of every page; the data file holds them."""

    length: int
    why: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """``kind``: ``names`` (both name the same), ``text`` (both hold largely one text) or
    ``address`` (both come from one address)."""

    link: Link
    date: DateView
    why: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    id: str
    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """``url`` is empty unless it is a whole web address."""

    file: str
    publisher: str
    author: str
    url: Markup
    genre: str
    genre_page: Markup
    language: str
    reliability: str
    credibility: str
    statement: str
    removed: tuple[RemovedView, ...]
    machine_translated: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A briefing as lists show it. ``lead`` is what its bottom line, or else its summary, says
    beyond the title; empty where they say no more. ``outlook`` counts."""

    link: Link
    date: DateView
    genre: str
    publisher: str
    bottom_line: str
    lead: str
    outlook: int
    actors: tuple[Link, ...]
    weapons: tuple[Link, ...]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingView:
    """``passing`` are actors that the article names in no event, if they are many: the known ones
    first, and none of them in ``actors``. ``tags`` are those with a list of their own."""

    title: str
    title_basis: str
    date: DateView
    status: str
    source: SourceView
    bottom_line: StatementView | None
    summary: tuple[StatementView, ...]
    actors: tuple[ActorView, ...]
    passing: tuple[ActorView, ...]
    weapons: tuple[WeaponView, ...]
    figures: tuple[FigureView, ...]
    outlook: tuple[tuple[str, tuple[OutlookView, ...]], ...]
    events: tuple[EventView, ...]
    claims: tuple[ClaimGroup, ...]
    gaps: tuple[str, ...]
    related: tuple[RelatedView, ...]
    tags: tuple[Link, ...]
    sentences: tuple[SentenceView, ...]
    data: Link
    id: str
    bibtex: Markup
    reading: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """The events of a year or month, newest first; of very many ``left`` are left out."""

    title: str
    events: tuple[EventView, ...]
    left: int
    previous: Link | None
    next: Link | None
