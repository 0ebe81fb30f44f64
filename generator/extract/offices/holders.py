"""Who held an office of a state on a day."""

from __future__ import annotations

from collections.abc import Iterable

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor
from generator.knowledge.validity import in_force
from generator.text.tokens import fold


def holders(
    knowledge: KnowledgeBase, *, state: str, office: str, at: str
) -> Iterable[tuple[Actor, str]]:
    """People who held an office of a state on an ISO date (or in an ISO month or year), with the
    title. A role without a beginning proves nothing."""
    titles = {fold(title) for title in knowledge.language.actors.offices[office].titles}
    for actor in knowledge.actors.values():
        if actor.kind != "person" or actor.country != state:
            continue
        for role in actor.roles:
            matches = role.office == office or any(
                fold(role.title).startswith(title) for title in titles
            )
            dated = role.valid_from is not None
            if matches and dated and in_force(role.valid_from, role.valid_to, at):
                yield actor, role.title
                break
