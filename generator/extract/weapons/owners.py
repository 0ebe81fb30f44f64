"""Whose a weapon is that the knowledge base does not place, or places with several states."""

from __future__ import annotations

from collections.abc import Collection

from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention
from generator.text.reading import Reading


def owners_of(
    mention: Mention,
    reading: Reading,
    *,
    knowledge: KnowledgeBase,
    prepositions: Collection[str],
    doers: tuple[EntityId, ...] = (),
) -> tuple[EntityId, ...]:
    """The state before the weapon that owns it (demonym or possessive), else the states of
    those who do something with it. A state that only stands in the sentence owns nothing."""
    first, _ = reading.place_of(mention)
    states = [
        item
        for item in reading.mentions
        if item.kind == "actor" and _state(item, knowledge) and item.end <= mention.start
    ]
    if states:
        nearest = states[-1]
        words = reading.between(reading.place_of(nearest)[1], first)
        if (
            len(words) <= 3
            and not any(word in prepositions for word in words)
            and (nearest.rule == "demonym" or words[:1] == ("'s",))
        ):
            return (EntityId(_state(nearest, knowledge) or ""),)
    acting = (state_of(doer, knowledge) for doer in doers)
    return tuple(dict.fromkeys(EntityId(state) for state in acting if state))


def _state(mention: Mention, knowledge: KnowledgeBase) -> str | None:
    return state_of(mention.entity, knowledge)


def state_of(identity: str, knowledge: KnowledgeBase) -> str | None:
    """The state that an actor is or belongs to."""
    actor = knowledge.actors.get(identity)
    if actor is None:
        return None
    return actor.id if actor.kind == "state" else actor.country
