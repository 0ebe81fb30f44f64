"""What a feed says of a briefing.

This module alone decides it, once for all feed formats: the bottom line and the summary with who
says so, the date with what it rests on, and nothing that its page does not say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import AUTHOR, Briefing, PagePath, Statement
from generator.pages import formats, paths
from generator.pages.exports import moments
from generator.pages.exports.addresses import Addresses, plain
from generator.pages.exports.identity import urn
from generator.pages.links import Directory, Links
from generator.pages.views.briefing_view import statement_view
from generator.text.markup.markdown import clean

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One briefing, all texts plain. ``day`` is None where no date is known; ``source`` is the
    address of the original, ``lines`` what stands in the body."""

    id: str
    url: str
    data: str
    source: str | None
    title: str
    description: str
    lines: tuple[str, ...]
    day: str | None
    precision: str | None
    basis: str
    why: str
    tags: tuple[str, ...]
    language: str
    genre: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed: ``page`` is the page it follows, ``own`` the feed itself, ``updated`` a day."""

    id: str
    title: str
    description: str
    author: str
    page: str
    own: str
    updated: str
    entries: tuple[Entry, ...]

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        *,
        title: str,
        description: str,
        path: PagePath,
        author: str,
        page: str,
        own: str,
        built: str | None,
    ) -> Channel:
        """Without a day of building, the feed is as new as its newest entry."""
        entries = tuple(entries)
        return cls(
            id=urn("feed", author, path),
            title=text(title) or UNTITLED,
            description=text(description),
            author=text(author) or UNTITLED,
            page=page,
            own=own,
            updated=moments.day(built) or moments.newest(one.day for one in entries),
            entries=entries,
        )


def entry(briefing: Briefing, directory: Directory, addresses: Addresses) -> Entry:
    analysis = briefing.analysis
    published = analysis.published
    path = paths.article(briefing.slug)
    links = Links(origin=path, directory=directory)
    statements = (analysis.bluf, *analysis.summary) if analysis.bluf.text else analysis.summary
    lines = dict.fromkeys(_line(one, briefing, links) for one in statements)
    return Entry(
        id=urn("report", briefing.article.id),
        url=addresses.page(path),
        data=addresses.page(paths.article_data(briefing.slug)),
        source=plain(briefing.url),
        title=text(analysis.title) or UNTITLED,
        description=text(briefing.description),
        lines=(*lines, dated(briefing)),
        day=moments.day(published.value),
        precision=published.precision,
        basis=published.basis,
        why=text(published.why),
        tags=tuple(dict.fromkeys(filter(None, map(text, briefing.tags)))),
        language=briefing.article.language,
        genre=analysis.genre,
        status=briefing.status,
    )


def dated(briefing: Briefing) -> str:
    """``Date: 10 October 2025 (inferred: the newest event that the article reports).``"""
    published = briefing.analysis.published
    shown = text(formats.date(published.value)) or "not known"
    why = f": {text(published.why).rstrip('.')}" if published.why else ""
    return f"Date: {shown} ({published.basis}{why})."


def text(value: str | None) -> str:
    """As a reader may see it: one line, without invisible characters."""
    return clean(value or "").strip()


def _line(statement: Statement, briefing: Briefing, links: Links) -> str:
    view = statement_view(statement, briefing.analysis, links)
    if view.holder is None or view.named or view.holder.kind == AUTHOR:
        return text(view.text)
    return text(f"{view.text} (according to {view.holder.text})")
