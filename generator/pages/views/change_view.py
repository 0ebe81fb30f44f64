"""What changed: what a briefing of the newest time is the first here to say.

This module alone decides what counts as a change: something said to have happened to a weapon with
a name of its own, a figure that differs from the knowledge base, an act that ties two names. A bare
mention, something hypothetical and a briefing without a date change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.library import Library
from generator.library.ledger import first_day
from generator.model import Briefing
from generator.pages.links import Links, published
from generator.pages.views import statements
from generator.pages.views.front_views import ChangeView
from generator.pages.views.home_view import newest_time

SHOWN = 8
"""Changes on the first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    briefing: Briefing
    order: tuple[str, ...]
    """Kind, identities and value: where changes of one briefing stand among each other, and what
    makes two of them the same."""
    view: ChangeView


def changes(library: Library, *, links: Links) -> tuple[ChangeView, ...]:
    """Changes of the newest time, newest briefing first."""
    _, since = newest_time(library)
    first: dict[tuple[str, ...], _Change] = {}
    for change in (*_weapons(library, links), *_ties(library, links)):
        earlier = first.get(change.order)
        if earlier is None or _when(change) < _when(earlier):
            first[change.order] = change
    new = [one for one in first.values() if since < _day(one.briefing)]
    new.sort(key=lambda one: one.order)
    new.sort(key=_when, reverse=True)
    return tuple(one.view for one in new[:SHOWN])


def _weapons(library: Library, links: Links) -> Iterator[_Change]:
    for dossier in (one for one in library.weapons if one.kind == "system"):
        name = links.entity(dossier.id, dossier.name)
        for said in dossier.status:
            if said.status.hypothetical or said.status.value == "mentioned":
                continue
            yield from _change(
                said.briefing,
                ("1", dossier.id, said.status.value),
                ChangeView(
                    subject=name,
                    status=statements.status(said.status, own=said.briefing, links=links),
                    figure=None,
                    predicate="",
                    object=None,
                    briefing=links.briefing(said.briefing),
                    date=published(said.briefing),
                ),
            )
        for given in dossier.specs:
            if given.spec.knowledge != "differs":
                continue
            yield from _change(
                given.briefing,
                ("0", dossier.id, given.spec.property, given.spec.op, str(given.spec.value)),
                ChangeView(
                    subject=name,
                    status=None,
                    figure=statements.figure(
                        given.spec, weapon=name, own=given.briefing, links=links
                    ),
                    predicate="",
                    object=None,
                    briefing=links.briefing(given.briefing),
                    date=published(given.briefing),
                ),
            )


def _ties(library: Library, links: Links) -> Iterator[_Change]:
    for entry in library.relations:
        one = entry.relation
        if one.object in links.directory.weapons:
            continue  # told by the status of the weapon
        yield from _change(
            entry.briefing,
            ("2", one.subject, one.predicate, one.object),
            ChangeView(
                subject=links.entity(one.subject),
                status=None,
                figure=None,
                predicate=links.directory.event_label(one.predicate),
                object=links.entity(one.object),
                briefing=links.briefing(entry.briefing),
                date=published(entry.briefing),
            ),
        )


def _change(briefing: Briefing, order: tuple[str, ...], view: ChangeView) -> Iterable[_Change]:
    return (_Change(briefing=briefing, order=order, view=view),) if _day(briefing) else ()


def _when(change: _Change) -> tuple[str, str]:
    return _day(change.briefing), change.briefing.slug


def _day(briefing: Briefing) -> str:
    value = briefing.analysis.published.value
    return first_day(value) if value else ""
