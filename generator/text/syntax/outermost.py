"""Which names of a sentence stand for themselves, and not for a part of a longer name."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Mention


def outermost(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions that no longer actor mention covers ("Ruritanian" in "Ruritanian minister"), in
    reading order. One pass: names of actors nest, they do not cross."""
    mentions = tuple(mentions)
    if len(mentions) < 2:
        return mentions
    reach, longest = -1, 0
    kept: list[Mention] = []
    for item in sorted(mentions, key=lambda one: (one.start, -one.end)):
        size = item.end - item.start
        if item.end <= reach and size < longest:
            continue
        kept.append(item)
        if item.kind == "actor" and item.end > reach:
            reach, longest = item.end, size
    return tuple(kept)
