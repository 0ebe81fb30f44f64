"""The timeline: on one page while that can be read, else on a page for each year or month.

This module alone decides which page an event stands on, and where: the newest first, what has no
date by that of its article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.library import Library, TimelineEntry
from generator.pages import by_period, paths
from generator.pages.links import Links
from generator.pages.views import statements
from generator.pages.views.front_views import ArchiveYear, CountView
from generator.pages.views.types import EventView, Link, TimelinePage

WHOLE = 1500
"""Events of a timeline on one page, which is then some 600 kB of HTML; beyond, it is cut."""
PART = 500
"""Events of a year on one page; beyond, each of its months has one. No page has more."""

Part = tuple[str, tuple[TimelineEntry, ...]]


def parts(library: Library) -> tuple[Part, ...]:
    """The pages of a timeline that is cut, newest first: ``2025``, ``2025-03``, ``undated``, each
    with its events. None for one that is not."""
    if len(library.timeline) <= WHOLE:
        return ()
    return by_period.parts(newest_first(library.timeline), date=_date, long=PART)


def years(library: Library, *, links: Links) -> tuple[tuple[str, tuple[EventView, ...]], ...]:
    """Year and its events, for the timeline on one page."""
    by_year = by_period.grouped(newest_first(library.timeline), date=_date, length=4)
    return tuple((year, _views(events, links)) for year, events in by_year)


def newest_first(entries: Iterable[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """By their date, where only an end is known by that; those without a date last, by the date of
    their article. What is of one day keeps its order."""
    by_date = sorted(entries, key=_date, reverse=True)
    undated = (one for one in by_date if not _date(one))
    return (
        *(one for one in by_date if _date(one)),
        *sorted(undated, key=lambda one: one.briefing.analysis.published.value or "", reverse=True),
    )


def part_page(number: int, found: Sequence[Part], *, links: Links) -> TimelinePage:
    """The page of the part at ``number``."""
    key, events = found[number]
    return TimelinePage(
        title=by_period.title(key),
        events=_views(events[:PART], links),
        left=max(0, len(events) - PART),
        previous=_link(found[number + 1][0], links) if number + 1 < len(found) else None,
        next=_link(found[number - 1][0], links) if number else None,
    )


def contents(found: Sequence[Part], *, links: Links) -> tuple[ArchiveYear, ...]:
    """Every year with its months where they have pages."""
    listed: list[ArchiveYear] = []
    for year, members in groupby(found, key=lambda part: by_period.year(part[0])):
        pages = tuple(members)
        months = tuple(
            CountView(link=_link(key, links), count=len(events)) for key, events in pages
        )
        whole = len(pages) == 1 and "-" not in pages[0][0]
        listed.append(
            ArchiveYear(
                link=months[0].link if whole else Link(text=by_period.title(year)),
                count=sum(len(events) for _, events in pages),
                months=() if whole else months,
            )
        )
    return tuple(listed)


def drawn(month: str, found: Sequence[Part], *, links: Links) -> Markup:
    """Where a picture finds the events of a month: ``2025-03``."""
    keys = {key for key, _ in found}
    for key in (month, month[:4]):
        if key in keys:
            return links.drawn(paths.timeline(key))
    return links.drawn(paths.TIMELINE) + Markup(f"#{month[:4]}")


def _views(entries: Sequence[TimelineEntry], links: Links) -> tuple[EventView, ...]:
    return tuple(
        statements.event(
            entry.event, own=entry.briefing, links=links, briefing=links.briefing(entry.briefing)
        )
        for entry in entries
    )


def _date(entry: TimelineEntry) -> str:
    return entry.event.start or entry.event.end or ""


def _link(key: str, links: Links) -> Link:
    return Link(text=by_period.title(key), url=links.page(paths.timeline(key)), kind="timeline")
