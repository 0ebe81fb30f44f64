"""Kinds of pages that cut the collection by time: the archive, the timeline.

This module alone decides the heads of these pages; which there are, ``archive_view`` and
``timeline_view`` say.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import paths
from generator.pages.front_matter import WIDE
from generator.pages.site import Planned, Site
from generator.pages.views import archive_view, timeline_view


def archive_list(site: Site) -> Iterator[Planned]:
    pages = archive_view.years(site.library)
    years = archive_view.archive_years(pages, links=site.links(paths.ARCHIVES))
    head = {"title": "Archive", "description": "All briefings by year and month"}
    yield site.page(paths.ARCHIVES, "archives", head, years=years)


def archives(site: Site) -> Iterator[Planned]:
    pages = archive_view.years(site.library)
    for number, (year, _) in enumerate(pages):
        path = paths.archive(year)
        links = site.links(path)
        view = archive_view.archive_page(number, pages, links=links)
        head = {"title": f"Archive: {view.title}", "description": f"Briefings: {view.title}"}
        yield site.page(path, "archive", head, archive=view, index=links.page(paths.ARCHIVES))


def timeline(site: Site) -> Iterator[Planned]:
    links = site.links(paths.TIMELINE)
    found = timeline_view.parts(site.library)
    head = {"title": "Timeline", "description": "Events of all briefings by their own date", **WIDE}
    yield site.page(
        paths.TIMELINE,
        "timeline",
        head,
        years=() if found else timeline_view.years(site.library, links=links),
        parts=timeline_view.contents(found, links=links),
    )


def periods(site: Site) -> Iterator[Planned]:
    found = timeline_view.parts(site.library)
    for number, (key, _) in enumerate(found):
        path = paths.timeline(key)
        links = site.links(path)
        view = timeline_view.part_page(number, found, links=links)
        head = {"title": f"Timeline: {view.title}", "description": f"Events: {view.title}", **WIDE}
        yield site.page(
            path,
            "period",
            head,
            period=view,
            index=links.page(paths.TIMELINE),
            data=links.page(paths.table("events")),
        )
