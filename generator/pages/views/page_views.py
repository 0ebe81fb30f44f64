"""What the templates of dossiers and lists may see, made of the small things of ``views``.

This module alone decides the names that editors use there; ``docs/templates.md`` is checked
against it.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.views.types import (
    NOWHERE,
    ClaimView,
    DateView,
    EventView,
    FigureView,
    Link,
    OutlookView,
    SentenceView,
    StatusView,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """What an editor recorded of a statement about the future. ``source`` has an address only
    where it is a whole web address."""

    outcome: str
    date: str
    note: str
    source: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """A statement of the ledger. ``probability`` is the midpoint of its band in percent, empty
    where the writer gave no likelihood."""

    statement: OutlookView
    state: str
    record: RecordView | None
    probability: str
    brier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """``mean`` Brier score of the scored statements of a holder, or of all."""

    holder: Link | None
    statements: int
    mean: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage:
    """``basis`` says what ``day`` is: ``build``, ``newest`` (briefing) or ``unknown``. Lists are
    cut to a readable length; the counts are whole."""

    day: str
    basis: str
    due: tuple[LedgerView, ...]
    open: tuple[LedgerView, ...]
    undated: tuple[tuple[str, tuple[LedgerView, ...]], ...]
    resolved: tuple[LedgerView, ...]
    due_count: int
    open_count: int
    undated_count: int
    resolved_count: int
    score: ScoreView | None
    scores: tuple[ScoreView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """One line of what the knowledge base says."""

    label: str
    value: str
    links: tuple[Link, ...] = ()
    confidence: str = ""
    sources: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    title: str
    organisation: Link | None
    since: str
    until: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeView:
    """``kind`` says how the figure came about: claimed, observed, estimated, stated, planned."""

    label: str
    op: str
    amount: str
    unit: str
    kind: str
    confidence: str
    note: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeView:
    """``contested`` are those of ``aliases`` about which the knowledge base records a dispute. The
    ``kind`` of a source is its tier: ``primary``, ``secondary``, ``reference`` ..."""

    description: str
    notes: str
    confidence: str
    facts: tuple[FactView, ...]
    roles: tuple[RoleView, ...]
    ranges: tuple[RangeView, ...]
    aliases: tuple[str, ...]
    contested: tuple[str, ...]
    spellings: tuple[str, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BacklinkView:
    """The sentences of one briefing that name the entity."""

    briefing: Link
    date: DateView
    sentences: tuple[SentenceView, ...]
    more: int
    """Further sentences that name it and are not repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestView:
    """How much of each list a page leaves out, and where the whole list stands. ``list`` leads to
    all briefings; it is empty where the page itself has them."""

    briefings: int = 0
    events: int = 0
    statements: int = 0
    outlook: int = 0
    relations: int = 0
    figures: int = 0
    accounts: int = 0
    list: Markup
    timeline: Markup
    events_data: Markup
    outlook_data: Markup
    relations_data: Markup
    weapons_data: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationSource:
    """What a sentence says of a relation, and who says so in it."""

    sentence: SentenceView | None
    holder: Link | None
    briefing: Link
    date: DateView


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """Who does what to whom, with the newest sentences that say so; ``more`` are left out.
    ``predicate`` is in words; ``objects`` are all that one sentence names."""

    subject: Link
    predicate: str
    objects: tuple[Link, ...]
    told: tuple[RelationSource, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """What one holder says of a weapon in one briefing."""

    holder: Link | None
    briefing: Link
    date: DateView
    status: tuple[StatusView, ...]
    figures: tuple[FigureView, ...]
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    name: str
    type: str
    knowledge: KnowledgeView | None
    notes: tuple[str, ...]
    backlinks: tuple[BacklinkView, ...]
    events: tuple[EventView, ...]
    statements: tuple[ClaimView, ...]
    outlook: tuple[OutlookView, ...]
    relations: tuple[RelationView, ...]
    graph: Markup
    mentions_chart: Markup
    briefings: int
    mentions: int
    rest: RestView


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponPage:
    name: str
    kind: str
    weapon_class: str
    owners: tuple[Link, ...]
    knowledge: KnowledgeView | None
    status: tuple[StatusView, ...]
    figures: tuple[FigureView, ...]
    accounts: tuple[AccountView, ...]
    relations: tuple[RelationView, ...]
    graph: Markup
    mentions_chart: Markup
    backlinks: tuple[BacklinkView, ...]
    events: tuple[EventView, ...]
    briefings: int
    mentions: int
    rest: RestView


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCard:
    """An actor or weapon as the lists of them show it."""

    link: Link
    type: str
    known: bool
    description: str
    owners: tuple[Link, ...]
    briefings: int
    mentions: int
    status: tuple[StatusView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponRow:
    """A weapon as the catalogue shows it: ``claimed`` are ranges of articles, ``held`` those of
    the knowledge base."""

    link: Link
    weapon_class: str
    known: bool
    owners: tuple[Link, ...]
    status: tuple[StatusView, ...]
    claimed: tuple[FigureView, ...]
    held: tuple[RangeView, ...]
    briefings: int
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TieView:
    """One kind of act between two, told by ``count`` statements; ``briefing`` is the newest."""

    subject: Link
    predicate: str
    object: Link
    count: int
    briefing: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """A place at which something happened or is planned."""

    name: str
    country: Link | None
    description: str
    naming_dispute: str
    aliases: tuple[str, ...]
    known: bool
    events: tuple[EventView, ...]
    backlinks: tuple[BacklinkView, ...]
    rest: RestView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """``events`` and ``briefings`` say how many."""

    link: Link
    country: Link | None
    events: int
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPart:
    """A run of the article, or what was made of it. ``style``: text, mention or tag; ``kind`` of
    a mention: actor, weapon, place, event or instrument."""

    text: str
    style: str
    url: Markup = NOWHERE
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoice:
    """A heading and the lines under it; no line where nothing was found."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """How an article was read: its paragraphs in parts, then every choice."""

    briefing: Link
    file: str
    paragraphs: tuple[tuple[ReadingPart, ...], ...]
    choices: tuple[ReadingChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """``plover`` is the category of the PLOVER scheme, empty where it has none for the kind."""

    code: str
    label: str
    plover: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The whole site, for every template: ``site.title``, ``site.briefings`` (how many)."""

    title: str
    description: str
    build_date: str
    briefings: int
    actors: int
    weapons: int
    events: int
    outlook: int
