"""What is new, as the first page shows it: the most active names and the strip of events.

This module alone decides what counts as the newest time: the twelve months up to the newest
briefing, whatever day the site is built on.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.library import ActorDossier, Library, WeaponDossier
from generator.library.ledger import first_day, reckoning_day
from generator.pages import charts, formats
from generator.pages.links import Links
from generator.pages.views import timeline_view
from generator.pages.views.front_views import ActiveView, CountView

LISTED = 8
"""Names of each kind."""


def active(library: Library, *, links: Links) -> ActiveView:
    """Who and what the briefings of the newest twelve months name most."""
    day, start = newest_time(library)
    return ActiveView(
        until=formats.date(day),
        actors=_most(library.actors, start, links),
        weapons=_most(library.weapons, start, links),
    )


def newest_time(library: Library) -> tuple[str, str]:
    """The day up to which the newest time runs, and the one after which it begins."""
    day, _ = reckoning_day(library, build_date=None)
    return day, f"{int(day[:4]) - 1:04}{day[4:]}" if day else ""


def _most(
    dossiers: Sequence[ActorDossier] | Sequence[WeaponDossier], start: str, links: Links
) -> tuple[CountView, ...]:
    counts: list[tuple[int, int, str, CountView]] = []
    for dossier in dossiers:
        named = [
            link
            for link in dossier.backlinks
            if (value := link.briefing.analysis.published.value) and first_day(value) > start
        ]
        if named:
            briefings = len({link.briefing.slug for link in named})
            mentions = sum(len(link.mentions) for link in named)
            view = CountView(link=links.entity(dossier.id, dossier.name), count=briefings)
            counts.append((-briefings, -mentions, dossier.id, view))
    return tuple(view for *_, view in sorted(counts, key=lambda one: one[:3])[:LISTED])


def strip(library: Library, *, links: Links) -> Markup:
    """The strip of events; a month leads to its place on the timeline."""
    found = timeline_view.parts(library)
    dots: list[charts.Dot] = []
    undrawn = 0
    for entry in library.timeline:
        event = entry.event
        if event.status == "denied":
            continue
        if event.start is None or len(event.start) < 7:
            undrawn += 1
            continue
        dots.append(
            charts.Dot(
                month=event.start[:7],
                label=links.directory.event_label(event.type),
                planned=event.status == "planned",
                url=timeline_view.drawn(event.start[:7], found, links=links),
            )
        )
    return charts.strip(dots, undrawn=undrawn)
