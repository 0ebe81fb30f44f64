"""The publishers of the articles and their genres.

This module alone decides which briefings belong to one source: those whose articles name the same
publisher, or none. Whether a source is a state's medium is said by the knowledge base, which must
hold the publisher under that name, or by the genre of its articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.knowledge.entities import Actor
from generator.library import Library
from generator.model import Briefing
from generator.pages.links import Links, published
from generator.pages.views.front_views import SourceRow
from generator.pages.views.knowledge_view import names

STATE_MEDIA = "state-media"
ROWS = 500
"""Publishers with a row."""


def sources(library: Library, *, links: Links) -> tuple[tuple[SourceRow, ...], int]:
    """One row a publisher, those of most briefings first; articles without one stand last. And
    how many publishers are left out."""
    known = _publishers(library)
    groups: defaultdict[str, list[Briefing]] = defaultdict(list)
    for briefing in library.briefings:
        name = _folded(briefing.publisher or "")
        groups[_folded(known[name].name) if name in known else name].append(briefing)
    ranked = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    shown = [*ranked[:ROWS], *(name for name in ranked[ROWS:] if not name)]
    rows = tuple(_row(groups[name], known.get(name), links) for name in shown)
    return rows, len(ranked) - len(rows)


def _row(briefings: list[Briefing], entity: Actor | None, links: Links) -> SourceRow:
    newest = briefings[0]
    name = entity.name if entity else (newest.publisher or "").strip()
    genres = _commonest(one.analysis.genre for one in briefings)
    return SourceRow(
        publisher=name,
        entity=links.entity(entity.id, name) if entity else None,
        state_media=STATE_MEDIA in genres or bool(entity and entity.state_media),
        genres=genres,
        languages=_commonest(one.article.language for one in briefings),
        grades=_commonest(f"{one.reliability}{one.credibility}" for one in briefings),
        briefings=len(briefings),
        newest=links.briefing(newest),
        date=published(newest),
    )


def _publishers(library: Library) -> dict[str, Actor]:
    """Names that stand for one actor alone -> the actor."""
    found: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for one in library.knowledge.actors.values():
        for name in (one.name, *names(one)):
            found[_folded(name)][one.id] = one
    return {name: next(iter(them.values())) for name, them in found.items() if len(them) == 1}


def _commonest(values: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(values)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
