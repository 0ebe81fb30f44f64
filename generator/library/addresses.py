"""Who keeps a slug that two briefings want.

This module alone decides it: the briefing with the smallest article identity keeps the slug, the
others get the start of their own identity appended. Neither the order of the files nor the number
of rivals changes an address that was given before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model import Briefing, Slug
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
