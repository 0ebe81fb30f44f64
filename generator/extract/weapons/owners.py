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
    parting: Collection[str],
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
            and not any(word in prepositions or word in parting for word in words)
            and (
                nearest.rule == "demonym"
                or words[:1] == ("'s",)
                or _attributive(nearest, first, reading, prepositions)
            )
        ):
            return (EntityId(_state(nearest, knowledge) or ""),)
    acting = (state_of(doer, knowledge) for doer in doers)
    return tuple(dict.fromkeys(EntityId(state) for state in acting if state))


def _attributive(
    state: Mention, first: int, reading: Reading, prepositions: Collection[str]
) -> bool:
    """ "The US destroyer Zenda"; but "gave Ruritania drones" names who got them."""
    begin, end = reading.place_of(state)
    kinds = {
        at
        for item in reading.mentions
        if item.kind == "weapon"
        for at in range(*reading.place_of(item))
    }
    given = any(item.last == begin and not item.is_noun for item in reading.predicates)
    plain = all(reading.tokens.gap(at) in {" ", "-"} for at in range(end, first + 1))
    governed = reading.between(begin - 1, begin) if begin else ()
    given = given or any(word in prepositions for word in governed)
    return not given and plain and kinds.issuperset(range(end, first))


def _state(mention: Mention, knowledge: KnowledgeBase) -> str | None:
    return state_of(mention.entity, knowledge)


def state_of(identity: str, knowledge: KnowledgeBase) -> str | None:
    """The state that an actor is or belongs to."""
    actor = knowledge.actors.get(identity)
    if actor is None:
        return None
    return actor.id if actor.kind == "state" else actor.country
