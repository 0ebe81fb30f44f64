"""All relations of all briefings: the picture of the network and its table.

This module alone decides how relations add up: the same act between the same two is one line,
however many articles tell it.
"""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from generator.library import Library, RelationEntry
from generator.pages import charts
from generator.pages.links import Links
from generator.pages.views.page_views import TieView
from generator.pages.views.relation_views import kind_of

ROWS = 300
"""Lines of the table; the data hold all."""


def ties(library: Library, *, links: Links) -> tuple[tuple[TieView, ...], int]:
    """The lines of the table, those told most often first, and how many are left out."""
    found: dict[tuple[str, str, str], list[RelationEntry]] = {}
    for entry in library.relations:
        one = entry.relation
        found.setdefault((one.subject, one.predicate, one.object), []).append(entry)
    name = links.directory.name
    ranked = sorted(
        found,
        key=lambda key: (-len(found[key]), name(key[0]).casefold(), name(key[2]).casefold(), key),
    )
    rows = tuple(
        TieView(
            subject=links.entity(key[0]),
            predicate=links.directory.event_label(key[1]),
            object=links.entity(key[2]),
            count=len(found[key]),
            briefing=links.briefing(found[key][0].briefing),
        )
        for key in ranked[:ROWS]
    )
    return rows, len(ranked) - len(rows)


def graph(library: Library, *, links: Links) -> Markup:
    counts: Counter[tuple[str, str]] = Counter()
    for entry in library.relations:
        counts[entry.relation.subject, entry.relation.object] += 1
    members = {
        identity: charts.Member(
            name=links.directory.name(identity),
            url=links.entity_drawn(identity),
            kind=kind_of(identity, links),
        )
        for pair in counts
        for identity in pair
    }
    return charts.network(members, counts)
