"""All briefings by year and month, on a page a year, or a month, that leads to its neighbours.

This module alone decides which page of the archive a briefing stands on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from generator.library import Library
from generator.model import Briefing
from generator.pages import by_period, formats, paths
from generator.pages.links import Links
from generator.pages.views.briefing_view import card
from generator.pages.views.front_views import ArchivePage, ArchiveYear, CountView
from generator.pages.views.types import Link
from generator.text.slugs import slug

LONG = 300
"""Briefings of a year on one page, which is then some 500 kB of HTML; beyond, it is cut."""


def years(library: Library) -> tuple[tuple[str, tuple[Briefing, ...]], ...]:
    """The pages, newest first: ``2025``, or ``2025-03`` of a year that is cut, each with its
    briefings; last, if there are any, the undated ones."""
    return by_period.parts(library.briefings, date=by_period.published, long=LONG)


def archive_page(
    number: int, pages: Sequence[tuple[str, tuple[Briefing, ...]]], *, links: Links
) -> ArchivePage:
    """The page at ``number`` of ``pages``."""
    year, briefings = pages[number]
    older = pages[number + 1][0] if number + 1 < len(pages) else None
    newer = pages[number - 1][0] if number else None
    return ArchivePage(
        title=by_period.title(year),
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
    """Every year with its months, each a link to its page, or to its place on that of the year."""
    found = []
    for year, members in groupby(pages, key=lambda page: by_period.year(page[0])):
        parts = tuple(members)
        page = _link(parts[0][0], links)
        if year == by_period.UNDATED and len(parts) > 1:
            months = tuple(CountView(link=_link(key, links), count=len(own)) for key, own in parts)
            count = sum(len(own) for _, own in parts)
            found.append(ArchiveYear(link=page, count=count, months=months))
            continue
        if len(parts) > 1 or "-" in parts[0][0]:
            anchor = Markup(f"#{slug(year)}")
            page = Link(text=year, url=links.page(paths.ARCHIVES) + anchor, kind="archive")
        months = tuple(
            CountView(link=_month_link(key, month, links), count=len(own))
            for key, briefings in parts
            for month, own in _by_month(briefings)
        )
        count = sum(len(briefings) for _, briefings in parts)
        found.append(ArchiveYear(link=page, count=count, months=months))
    return tuple(found)


def _month_link(key: str, month: str, links: Links) -> Link:
    anchor = Markup(f"#{slug(_month(month))}")
    return Link(text=_month(month), url=links.page(paths.archive(key)) + anchor)


def _by_month(briefings: Sequence[Briefing]) -> tuple[tuple[str, tuple[Briefing, ...]], ...]:
    grouped = groupby(briefings, key=lambda one: by_period.published(one)[:7])
    return tuple((key, tuple(members)) for key, members in grouped)


def _month(key: str) -> str:
    if not key:
        return "Without a date"
    return f"{key}, month unknown" if len(key) == 4 else formats.date(key)


def _link(key: str, links: Links) -> Link:
    return Link(text=by_period.title(key), url=links.page(paths.archive(key)), kind="archive")
