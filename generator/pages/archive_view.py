"""All briefings by year and month, on a page a year that leads to its neighbours.

This module alone decides which page of the archive a briefing stands on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from generator.library import Library
from generator.model import Briefing
from generator.pages import formats, paths
from generator.pages.briefing_view import card
from generator.pages.front_views import ArchivePage, ArchiveYear, CountView
from generator.pages.links import Links
from generator.pages.views import Link
from generator.text.slugs import slug

UNDATED = "undated"


def years(library: Library) -> tuple[tuple[str, tuple[Briefing, ...]], ...]:
    """Year and its briefings, newest first; last, if there are any, the undated ones."""
    grouped = groupby(library.briefings, key=lambda one: _date(one)[:4] or UNDATED)
    return tuple((year, tuple(members)) for year, members in grouped)


def archive_page(
    number: int, pages: Sequence[tuple[str, tuple[Briefing, ...]]], *, links: Links
) -> ArchivePage:
    """The page of the year at ``number`` of ``pages``."""
    year, briefings = pages[number]
    older = pages[number + 1][0] if number + 1 < len(pages) else None
    newer = pages[number - 1][0] if number else None
    return ArchivePage(
        title=_title(year),
        count=len(briefings),
        months=tuple(
            (_month(key), tuple(card(one, links=links) for one in members))
            for key, members in _by_month(briefings)
        ),
        previous=_link(older, links) if older else None,
        next=_link(newer, links) if newer else None,
    )


def archive_years(
    pages: Sequence[tuple[str, tuple[Briefing, ...]]], *, links: Links
) -> tuple[ArchiveYear, ...]:
    """Every year with its months, each a link to its place on the page of the year."""
    found = []
    for year, briefings in pages:
        page = _link(year, links)
        months = []
        for key, members in _by_month(briefings):
            anchor = Markup(f"#{slug(_month(key))}")
            target = Link(text=_month(key), url=page.url + anchor)
            months.append(CountView(link=target, count=len(members)))
        found.append(ArchiveYear(link=page, count=len(briefings), months=tuple(months)))
    return tuple(found)


def _by_month(briefings: Sequence[Briefing]) -> tuple[tuple[str, tuple[Briefing, ...]], ...]:
    grouped = groupby(briefings, key=lambda one: _date(one)[:7])
    return tuple((key, tuple(members)) for key, members in grouped)


def _date(briefing: Briefing) -> str:
    return briefing.analysis.published.value or ""


def _month(key: str) -> str:
    if not key:
        return "Without a date"
    return f"{key}, month unknown" if len(key) == 4 else formats.date(key)


def _title(year: str) -> str:
    return "Without a date" if year == UNDATED else year


def _link(year: str, links: Links) -> Link:
    return Link(text=_title(year), url=links.page(paths.archive(year)), kind="archive")
