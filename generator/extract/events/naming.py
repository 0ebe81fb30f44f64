"""Which names of a sentence stand for themselves, and not for a part of a longer name."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Mention


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that no longer actor mention covers ("DPRK" in "DPRK foreign minister")."""
    items = list(mentions)
    return [
        item
        for item in items
        if not any(
            other.kind == "actor"
            and other.start <= item.start
            and item.end <= other.end
            and other.end - other.start > item.end - item.start
            for other in items
        )
    ]
