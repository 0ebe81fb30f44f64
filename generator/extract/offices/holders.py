"""Who held an office of a state on a day."""

from __future__ import annotations

from collections.abc import Iterable

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor
from generator.text.tokens import fold


def holders(
    knowledge: KnowledgeBase, *, state: str, office: str, at: str
) -> Iterable[tuple[Actor, str]]:
    """People who held an office of a state on an ISO date (or in an ISO month or year), with the
    title. Dates compare as text, cut to the shorter precision."""
    titles = {fold(title) for title in knowledge.language.actors.offices[office].titles}
    for actor in knowledge.actors.values():
        if actor.kind != "person" or actor.country != state:
            continue
        for role in actor.roles:
            matches = role.office == office or any(
                fold(role.title).startswith(title) for title in titles
            )
            if matches and _within(role.valid_from, role.valid_to, at):
                yield actor, role.title
                break


def _within(first: str | None, last: str | None, at: str) -> bool:
    def cut(value: str) -> tuple[str, str]:
        size = min(len(value), len(at))
        return value[:size], at[:size]

    if first is None:
        return False
    lower, here = cut(first)
    if here < lower:
        return False
    if last is None:
        return True
    upper, here = cut(last)
    return here <= upper
