"""Whose a weapon is that the knowledge base does not place: the states its sentence names."""

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
    those who do something with it, else the subjects of the sentence, else its first state."""
    first, _ = reading.place_of(mention)
    states = [
        item
        for item in reading.mentions
        if item.kind == "actor" and _state(item, knowledge) and item.end <= mention.start
    ]
    if not states and not doers:
        return ()
    if not states:
        acting = (state_of(doer, knowledge) for doer in doers)
        return tuple(dict.fromkeys(EntityId(state) for state in acting if state))
    nearest = states[-1]
    gap_first = reading.place_of(nearest)[1]
    words = reading.between(gap_first, first)
    if (
        len(words) <= 3
        and not any(word in prepositions for word in words)
        and (nearest.rule == "demonym" or words[:1] == ("'s",))
    ):
        return (EntityId(_state(nearest, knowledge) or ""),)
    acting = (state_of(doer, knowledge) for doer in doers)
    known = tuple(dict.fromkeys(EntityId(state) for state in acting if state))
    if known:
        return known
    subjects = [item for item in states if not _after_preposition(item, reading, prepositions)]
    chosen = (subjects or states)[:1] if not subjects else _joined(subjects, reading)
    owners = (_state(item, knowledge) for item in chosen)
    return tuple(dict.fromkeys(EntityId(owner) for owner in owners if owner))


def _state(mention: Mention, knowledge: KnowledgeBase) -> str | None:
    return state_of(mention.entity, knowledge)


def state_of(identity: str, knowledge: KnowledgeBase) -> str | None:
    """The state that an actor is or belongs to."""
    actor = knowledge.actors.get(identity)
    if actor is None:
        return None
    return actor.id if actor.kind == "state" else actor.country


def _after_preposition(mention: Mention, reading: Reading, prepositions: Collection[str]) -> bool:
    first, _ = reading.place_of(mention)
    before = reading.between(max(0, first - 2), first)
    return any(word in prepositions for word in before)


def _joined(subjects: list[Mention], reading: Reading) -> list[Mention]:
    """The first subject and those joined to it by "and"."""
    joined = [subjects[0]]
    for item in subjects[1:]:
        gap = reading.sentence.text[
            joined[-1].end - reading.sentence.start : item.start - reading.sentence.start
        ]
        if gap.strip() not in {"and", ",", ", and", "&", "-"}:
            break
        joined.append(item)
    return joined
