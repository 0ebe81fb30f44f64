"""Which events tie two entities together."""

from __future__ import annotations

from generator.model import EntityId, Event, Relation, SentenceId

_ATTACKS, _USES = "attacks", "uses"
"""What somebody attacks with, he uses."""


def relations_of(events: tuple[Event, ...]) -> tuple[Relation, ...]:
    """Who is tied to whom by what was done; plans and denials make no relation."""
    evidence: dict[tuple[EntityId, str, EntityId], dict[SentenceId, None]] = {}
    holders: dict[tuple[EntityId, str, EntityId], str | None] = {}
    for event in events:
        if event.status in {"planned", "denied"}:
            continue
        for subject in event.actors:
            for target in (*event.recipients, *event.weapons):
                armed = event.type == _ATTACKS and target in event.weapons
                key = (subject, _USES if armed else event.type, target)
                evidence.setdefault(key, {}).update(dict.fromkeys(event.evidence))
                holders[key] = event.holder
    return tuple(
        Relation(
            subject=key[0],
            predicate=key[1],
            object=key[2],
            holder=holders[key],
            evidence=tuple(sentences),
        )
        for key, sentences in evidence.items()
    )
