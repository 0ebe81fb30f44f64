"""What the templates of the first page, the archive and the list of sources may see.

This module alone decides the names that editors use there; ``docs/templates.md`` is checked
against it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.views.types import CardView, DateView, FigureView, Link, StatusView


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """Something and how many briefings it has."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveView:
    """What the briefings of the twelve months up to ``until`` name most."""

    until: str
    actors: tuple[CountView, ...]
    weapons: tuple[CountView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What a briefing is the first here to say: of ``subject`` a ``status``, a ``figure`` that
    differs from the knowledge base, or an act (``predicate``) that ties it to ``object``."""

    subject: Link
    status: StatusView | None
    figure: FigureView | None
    predicate: str
    object: Link | None
    briefing: Link
    date: DateView


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A publisher and its briefings. ``entity`` is its page, where it is an actor; ``genres`` and
    ``grades`` are what its briefings have, commonest first; ``newest`` is the latest of them."""

    publisher: str
    entity: Link | None
    state_media: bool
    genres: tuple[str, ...]
    languages: tuple[str, ...]
    grades: tuple[str, ...]
    briefings: int
    newest: Link
    date: DateView


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedView:
    """A briefing as one line of a long list."""

    link: Link
    date: DateView
    genre: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A list of briefings, newest first, or one part of it. ``about`` is the page of what has the
    name; ``years`` are pairs of a year and its briefings. A list that is cut has ``parts`` in
    their place; on a part ``period`` says which, ``whole`` leads to them."""

    title: str
    about: Link | None
    count: int
    period: str
    years: tuple[tuple[str, tuple[ListedView, ...]], ...]
    parts: tuple[CountView, ...]
    whole: Link | None
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """A tag with the number of its briefings; the ``kind`` of its link is what has the name."""

    link: Link
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage:
    """The briefings of a year, newest first. ``months`` are pairs of a month and its cards."""

    title: str
    count: int
    months: tuple[tuple[str, tuple[CardView, ...]], ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveYear:
    link: Link
    count: int
    months: tuple[CountView, ...]
