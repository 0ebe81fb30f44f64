"""The types that flow from an article's bytes to a printed page.

This module alone decides what an analysis may say and in what shape. Every type is
frozen. Offsets always count code points of :attr:`Article.text`, the decoded and
newline-normalised seed before any cleaning, so that ``article.text[start:end]`` is
exactly what a reader finds in the file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Literal, NewType

from msgspec import Struct, field

ArticleId = NewType("ArticleId", str)
"""Stable identity of an article; survives a change of its title."""
EntityId = NewType("EntityId", str)
"""Name of an entity's file in ``knowledge/`` and of its page: ``kim-jong-un``."""
SentenceId = NewType("SentenceId", str)
"""``s1``, ``s2``, ... in reading order."""
Slug = NewType("Slug", str)
"""File name of a page without its ending."""
PagePath = NewType("PagePath", str)
"""Path of a page or data file below ``briefings/``, with forward slashes."""

RemovalReason = Literal["boilerplate", "scrape damage", "navigation", "disclaimer"]
ParagraphKind = Literal["text", "heading", "list", "quote"]
Precision = Literal["day", "month", "year"]
DateBasis = Literal["stated", "inferred", "editor", "unknown"]
TitleBasis = Literal["source", "editor", "derived"]
Genre = Literal[
    "news", "state-media", "official", "commentary", "analysis", "tabloid", "flash", "unknown"
]
Layer = Literal["fact", "judgement", "recommendation", "rhetoric"]
ActorType = Literal["person", "state", "organisation", "group"]
MentionRule = Literal["alias", "metonym", "demonym", "surname", "role", "pattern"]
BareType = Literal["person", "organisation", "place"]
MentionKind = Literal["actor", "weapon", "place", "event", "instrument"]
WeaponStatus = Literal[
    "claimed",
    "planned",
    "displayed",
    "launched",
    "ground-tested",
    "flight-tested",
    "deployed",
    "transferred",
    "used",
    "mentioned",
]
EventStatus = Literal["happened", "reported", "planned", "denied"]
Modality = Literal["asserted", "reported", "hedged", "denied"]
OutlookType = Literal[
    "forecast", "warning", "recommendation", "pledge", "threat", "scheduled", "question"
]
Comparator = Literal["=", ">", "<", ">=", "<=", "~"]
Agreement = Literal["agrees", "differs", "unknown"]
ReviewStatus = Literal["draft", "reviewed"]
RelatedKind = Literal["names", "text", "address"]

AUTHOR = "author"
"""Holder of a claim that the article's own writer makes."""
ANONYMOUS = "anonymous"
"""Holder of a claim that the article gives to a source it does not name."""


class Span(Struct, frozen=True, kw_only=True):
    """Half-open range of code points in an article's text."""

    start: int
    end: int


class Removed(Span, frozen=True, kw_only=True):
    """Text that stays in the seed and out of every page, with the reason."""

    why: RemovalReason
    note: str = ""


class Repair(Span, frozen=True, kw_only=True):
    """Damage mended for display only: ``text`` is shown in place of the span."""

    text: str


class Stated(Span, frozen=True, kw_only=True):
    """A value read off the article, normalised, with the characters that carry it."""

    value: str


class Paragraph(Span, frozen=True, kw_only=True):
    kind: ParagraphKind = "text"


class AddedActor(Struct, frozen=True, kw_only=True):
    """An actor that the editor adds by hand."""

    id: EntityId
    name: str
    type: ActorType
    role: str | None = None


class EditorNotes(Struct, frozen=True, kw_only=True):
    """What ``seeds/<name>.yml`` says: facts the article lacks, and corrections.

    ``reject`` holds entity identities or surfaces never to be extracted from this article;
    ``reject_outlook`` holds openings of sentences that are no outlook; ``merge`` maps an
    identity to the one it really is.
    """

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    genre: Genre | None = None
    reliability: str | None = None
    credibility: str | None = None
    status: ReviewStatus = "draft"
    tags: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    reject_outlook: tuple[str, ...] = ()
    merge: Mapping[str, str] = field(default_factory=dict)
    add_actors: tuple[AddedActor, ...] = ()


class Article(Struct, frozen=True, kw_only=True):
    """One seed, decoded. ``file`` is its path below the project with forward slashes."""

    id: ArticleId
    file: str
    encoding: str
    text: str
    text_sha256: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...] = ()
    repairs: tuple[Repair, ...] = ()
    title: Stated | None = None
    publisher: Stated | None = None
    author: Stated | None = None
    url: Stated | None = None
    published: Stated | None = None
    """Publication date as ISO text of day, month or year precision."""
    dateline: Stated | None = None
    """Place or date words before the first sentence (``STRELSAU, Oct. 11 (RNA) --``)."""
    notes: EditorNotes = field(default_factory=EditorNotes)


class Sentence(Span, frozen=True, kw_only=True):
    """One sentence. ``text`` is the raw slice, ``display`` the slice after repairs and with
    white space folded. ``paragraph`` indexes :attr:`Article.paragraphs`."""

    id: SentenceId
    paragraph: int
    text: str
    display: str


class Document(Struct, frozen=True, kw_only=True):
    """An article cut into sentences. Sentences tile the body: they do not overlap, stand in
    reading order and leave out only white space and removed spans."""

    article: Article
    sentences: tuple[Sentence, ...]

    def sentence(self, sentence_id: SentenceId) -> Sentence:
        """The sentence with that identity; :exc:`IndexError` if there is none."""
        return self.sentences[int(sentence_id[1:]) - 1]


class Mention(Span, frozen=True, kw_only=True):
    """Characters that name an entity, and the rule that says so.

    ``inferred`` marks a link that needs more than the words (an office holder at a date).
    """

    sentence: SentenceId
    surface: str
    rule: MentionRule
    kind: MentionKind
    entity: EntityId
    known: bool = True
    inferred: bool = False


class BareName(Span, frozen=True, kw_only=True):
    """Capitalised words that name something the article does not introduce and the knowledge
    lacks. Nothing is built on one. ``type`` is a guess from its neighbours, None without any."""

    sentence: SentenceId
    surface: str
    type: BareType | None


class Actor(Struct, frozen=True, kw_only=True):
    id: EntityId
    name: str
    type: ActorType
    known: bool
    role: str | None
    mentions: tuple[Mention, ...]
    note: str | None = None
    """An inference about the actor, worded as one: who held the office at the time."""


class StatusClaim(Struct, frozen=True, kw_only=True):
    """What is said to have happened to a weapon. ``holder`` is None where no source is named."""

    value: WeaponStatus
    holder: str | None
    evidence: tuple[SentenceId, ...]
    outcome: Literal["success", "failure", "unknown"] | None = None
    cue: str = ""
    hypothetical: bool = False


class Specification(Span, frozen=True, kw_only=True):
    """A figure the article gives for a weapon; ``original`` is the slice it was read from.
    ``value_to`` closes a range ("between 350 and 400 km")."""

    property: str
    op: Comparator
    value: float
    original: str
    holder: str | None
    evidence: tuple[SentenceId, ...]
    value_to: float | None = None
    knowledge: Agreement = "unknown"
    knowledge_note: str = ""


class Weapon(Struct, frozen=True, kw_only=True):
    id: EntityId
    name: str
    kind: Literal["system", "class"]
    weapon_class: str | None
    owner: tuple[EntityId, ...]
    known: bool
    mentions: tuple[Mention, ...]
    status: tuple[StatusClaim, ...]
    specs: tuple[Specification, ...] = ()


class DateExpression(Span, frozen=True, kw_only=True):
    """A date as written. ``first`` and ``last`` are ISO dates (inclusive) or None where the
    words cannot be resolved honestly; ``why`` says what the resolution rests on."""

    sentence: SentenceId
    surface: str
    first: str | None
    last: str | None
    precision: Precision | None
    relation: Literal["past", "present", "future", "unknown"] = "unknown"
    edge: Literal["on", "before", "after", "since", "until"] = "on"
    why: str = ""


class Quantity(Span, frozen=True, kw_only=True):
    """A number with its unit and comparator. ``value`` is in ``unit`` (SI or the unit named);
    ``value_to`` closes a range."""

    sentence: SentenceId
    surface: str
    op: Comparator
    value: float
    unit: str
    value_to: float | None = None


class PublicationDate(Struct, frozen=True, kw_only=True):
    """When the article was published, or as near as it can honestly be said."""

    value: str | None
    precision: Precision | None
    basis: DateBasis
    why: str
    evidence: tuple[SentenceId, ...] = ()


class Event(Struct, frozen=True, kw_only=True):
    start: str | None
    end: str | None
    precision: Precision | None
    date_text: str | None
    type: str
    verb: str
    actors: tuple[EntityId, ...]
    recipients: tuple[EntityId, ...]
    weapons: tuple[EntityId, ...]
    place: str | None
    status: EventStatus
    holder: str | None
    evidence: tuple[SentenceId, ...]
    text: str = ""
    """Clean-cut words of the source that state the event."""


class Relation(Struct, frozen=True, kw_only=True):
    subject: EntityId
    predicate: str
    object: EntityId
    holder: str | None
    evidence: tuple[SentenceId, ...]


class Claim(Span, frozen=True, kw_only=True):
    """Who stands behind a sentence, or behind a part of one in which several speak.

    ``holder`` is an entity, ``author`` or ``anonymous``; None where no source is named and the
    words are plain report. ``source`` holds the words that name the holder, ``carrier`` those of
    an outlet or another speaker that passes the holder's words on, if the sentence names one
    ("KCNA quoted Black as saying"). The claims of a
    sentence do not overlap and leave out only the words that join its parts ("but", "while").
    """

    sentence: SentenceId
    holder: str | None
    cue: str
    modality: Modality
    source: str = ""
    carrier: str = ""


class Horizon(Struct, frozen=True, kw_only=True):
    text: str
    start: str | None = None
    end: str | None = None


class Outlook(Span, frozen=True, kw_only=True):
    """A statement that looks ahead; ``quote`` is its sentence, or the part of it that one of
    several voices says. ``percent`` is set only where the writer used a term of
    ``scale`` or gave odds; "may", "might" and "could" never carry one."""

    sentence: SentenceId
    quote: str
    type: OutlookType
    holder: str | None
    condition: str | None
    term: str | None
    percent: tuple[int, int] | None
    scale: str | None
    horizon: Horizon | None
    evidence: tuple[SentenceId, ...]


class Statement(Struct, frozen=True, kw_only=True):
    """One printed sentence and the sentences of the article that carry it."""

    text: str
    evidence: tuple[SentenceId, ...]
    holder: str | None = None


class Related(Struct, frozen=True, kw_only=True):
    """Another briefing and why: both name the same, or both articles hold one text or come from
    one address."""

    slug: Slug
    why: str
    kind: RelatedKind = "names"


class Analysis(Struct, frozen=True, kw_only=True):
    """All that the extractors found in one document, in reading order."""

    document: Document
    genre: Genre
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    weapons: tuple[Weapon, ...]
    dates: tuple[DateExpression, ...]
    quantities: tuple[Quantity, ...]
    published: PublicationDate
    layers: Mapping[SentenceId, Layer]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    outlook: tuple[Outlook, ...]
    title: str
    title_basis: TitleBasis
    bluf: Statement
    summary: tuple[Statement, ...]
    gaps: tuple[str, ...]
    machine_translated: tuple[str, ...] = ()
    """Words of the article that suggest machine translation."""
    unvouched: tuple[BareName, ...] = ()
    """Names beside the mentions, for an editor to add or to reject; no page prints them."""


class PassedOver(Span, frozen=True, kw_only=True):
    """Listed names that fit the words and were not taken, all for the same reason. ``settled`` if
    another reading of the words was; where none was, the words are open."""

    sentence: SentenceId
    surface: str
    entities: tuple[EntityId, ...]
    why: str
    settled: bool


class Briefing(Struct, frozen=True, kw_only=True):
    """An analysis with everything a page needs besides the other briefings."""

    analysis: Analysis
    slug: Slug
    description: str
    publisher: str | None
    author: str | None
    url: str | None
    reliability: str
    credibility: str
    sourcing: str
    """The sourcing statement: how many claims, attributed to whom, how many unattributed."""
    tags: tuple[str, ...]
    status: ReviewStatus
    related: tuple[Related, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    @property
    def article(self) -> Article:
        return self.analysis.document.article


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A planned file below ``briefings/``. ``text`` ends in a newline."""

    path: PagePath
    text: str
    kind: str
    head: Mapping[str, object] | None = dataclasses.field(default=None, compare=False, repr=False)
    """What the front matter of ``text`` says to who reads it as YAML; None if that is not known."""
