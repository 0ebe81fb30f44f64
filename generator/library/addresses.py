"""Who keeps a slug that two briefings want, and where a slug leads that a briefing had before.

This module alone decides it: the briefing with the smallest article identity keeps the slug, the
others get the start of their own identity appended. Neither the order of the files nor the number
of rivals changes an address that was given before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.model import ArticleId, Briefing, Slug
from generator.text.slugs import slug

RESERVED = frozenset(
    {"briefings", "actors", "weapons", "events", "outlook", "schema", "index", "stix"}
)
"""Data files over all briefings stand beside those of the single ones."""


def give_addresses(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """The same briefings, each with a slug of its own."""
    taken = set(RESERVED)
    given: list[Briefing] = []
    for briefing in sorted(briefings, key=lambda one: (one.slug, one.article.id, one.article.file)):
        wanted = slug(briefing.slug)
        own, size = wanted, 6
        while own in taken:
            identity = slug(f"{briefing.article.id}-{briefing.article.text_sha256}", limit=200)
            own, size = f"{wanted}-{identity[:size].strip('-')}", size + 1
        taken.add(own)
        given.append(briefing if own == briefing.slug else replace(briefing, slug=Slug(own)))
    return tuple(given)


def former_addresses(
    known: Mapping[Slug, ArticleId], briefings: Iterable[Briefing]
) -> tuple[tuple[Slug, Slug], ...]:
    """Each slug that led to an article before and leads to none now, with the slug that the
    article has today. A new briefing under an old slug keeps it."""
    today = {one.article.id: one.slug for one in briefings}
    used = set(today.values())
    return tuple(
        (slug, today[article])
        for slug, article in sorted(known.items())
        if slug not in used and article in today
    )
