"""The timeline: on one page while that can be read, else on a page for each year or month.

This module alone decides which page an event stands on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from generator.library import Library, TimelineEntry
from generator.pages import formats, paths, statements
from generator.pages.front_views import ArchiveYear, CountView
from generator.pages.links import Links
from generator.pages.views import EventView, Link, TimelinePage

UNDATED = "undated"
WHOLE = 1500
"""Events of a timeline on one page, which is then some 600 kB of HTML; beyond, it is cut."""
PART = 500
"""Events of a year on one page; beyond, each of its months has one."""

Part = tuple[str, tuple[TimelineEntry, ...]]


def parts(library: Library) -> tuple[Part, ...]:
    """The pages of a timeline that is cut, oldest first: ``2025``, ``2025-03``, ``undated``, each
    with its events. None for one that is not."""
    if len(library.timeline) <= WHOLE:
        return ()
    found: list[Part] = []
    for year, events in _grouped(library.timeline, 4):
        found += _grouped(events, 7) if len(events) > PART and year != UNDATED else [(year, events)]
    # The events of a year whose month is unknown stand among those of the year's months.
    merged: dict[str, tuple[TimelineEntry, ...]] = {}
    for key, events in found:
        merged[key] = (*merged.get(key, ()), *events)
    return tuple(merged.items())


def years(library: Library, *, links: Links) -> tuple[tuple[str, tuple[EventView, ...]], ...]:
    """Year and its events, for the timeline on one page."""
    return tuple((year, _views(events, links)) for year, events in _grouped(library.timeline, 4))


def part_page(number: int, found: Sequence[Part], *, links: Links) -> TimelinePage:
    """The page of the part at ``number``."""
    key, events = found[number]
    return TimelinePage(
        title=_title(key),
        events=_views(events, links),
        previous=_link(found[number - 1][0], links) if number else None,
        next=_link(found[number + 1][0], links) if number + 1 < len(found) else None,
    )


def contents(found: Sequence[Part], *, links: Links) -> tuple[ArchiveYear, ...]:
    """Every year, newest first and undated last, with its months where they have pages."""
    listed: list[ArchiveYear] = []
    for year, members in groupby(found, key=lambda part: part[0][:4]):
        pages = tuple(members)
        months = tuple(
            CountView(link=_link(key, links), count=len(events)) for key, events in pages
        )
        whole = len(pages) == 1 and len(pages[0][0]) != 7
        listed.append(
            ArchiveYear(
                link=months[0].link if whole else Link(text=year),
                count=sum(len(events) for _, events in pages),
                months=() if whole else months,
            )
        )
    dated = [one for one in listed if one.link.text != _title(UNDATED)]
    return (*reversed(dated), *(one for one in listed if one not in dated))


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


def _grouped(entries: Sequence[TimelineEntry], length: int) -> list[Part]:
    grouped = groupby(entries, key=lambda entry: (entry.event.start or "")[:length] or UNDATED)
    return [(key, tuple(members)) for key, members in grouped]


def _title(key: str) -> str:
    return "Without a date" if key == UNDATED else formats.date(key)


def _link(key: str, links: Links) -> Link:
    return Link(text=_title(key), url=links.page(paths.timeline(key)), kind="timeline")
