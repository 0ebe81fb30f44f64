"""Which events tie two entities together."""

from __future__ import annotations

from generator.model import Event, Relation


def relations_of(events: tuple[Event, ...]) -> tuple[Relation, ...]:
    """Who is tied to whom by what was done; plans and denials make no relation."""
    found: dict[tuple[str, str, str], Relation] = {}
    for event in events:
        if event.status in {"planned", "denied"}:
            continue
        for subject in event.actors:
            for target in (*event.recipients, *event.weapons):
                key = (subject, event.type, target)
                known = found.get(key)
                evidence = event.evidence if known is None else known.evidence + event.evidence
                found[key] = Relation(
                    subject=subject,
                    predicate=event.type,
                    object=target,
                    holder=event.holder,
                    evidence=tuple(dict.fromkeys(evidence)),
                )
    return tuple(found.values())
