"""Which briefings belong together, and why.

This module alone decides it: by the actors and weapons their sentences name, weighed by how rare
those are in the library. Text removed from an article names nothing, so a shared disclaimer or
publisher never relates two briefings.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Briefing, Related

LIMIT = 5
"""Related briefings shown with each."""
COMMON = 150
"""An entity of more briefings than this relates nothing; keeps the work linear (1,000 briefings
with 20 entities each: 0.4 s)."""
_WEIGHT = {"weapon": 2.0, "actor": 1.0, "class": 0.5}
_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    name: str
    kind: str


def related(briefings: Sequence[Briefing]) -> tuple[tuple[Related, ...], ...]:
    """For each briefing, in the same order, the nearest others, nearest first."""
    subjects = [_subjects(briefing) for briefing in briefings]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(subjects):
        for identity in own:
            holders[identity].append(number)
    weight = {
        identity: math.log(1 + len(briefings) / len(numbers))
        for identity, numbers in holders.items()
        if 1 < len(numbers) <= COMMON
    }
    return tuple(
        _nearest(number, briefings, subjects, holders, weight) for number in range(len(briefings))
    )


def _subjects(briefing: Briefing) -> dict[str, _Subject]:
    analysis = briefing.analysis
    found = {a.id: _Subject(name=a.name, kind="actor") for a in analysis.actors if a.mentions}
    for weapon in analysis.weapons:
        if weapon.mentions:
            kind = "weapon" if weapon.kind == "system" else "class"
            found[weapon.id] = _Subject(name=weapon.name, kind=kind)
    return {str(identity): subject for identity, subject in found.items()}


def _nearest(
    number: int,
    briefings: Sequence[Briefing],
    subjects: Sequence[dict[str, _Subject]],
    holders: dict[str, list[int]],
    weight: dict[str, float],
) -> tuple[Related, ...]:
    own = subjects[number]
    score: defaultdict[int, float] = defaultdict(float)
    value = {i: weight[i] * _WEIGHT[s.kind] for i, s in own.items() if i in weight}
    for identity, worth in value.items():
        for other in holders[identity]:
            if other != number:
                score[other] += worth
    # Rounded so that the order of adding cannot change the order of the list.
    ranked = sorted(score, key=lambda other: (-round(score[other], 6), briefings[other].slug))
    chosen: list[Related] = []
    for other in ranked[:LIMIT]:
        shared = sorted(
            (i for i in value if i in subjects[other]), key=lambda i: (-value[i], own[i].name, i)
        )
        chosen.append(
            Related(slug=briefings[other].slug, why=_reason([own[i].name for i in shared]))
        )
    return tuple(chosen)


def _reason(names: Sequence[str]) -> str:
    shown = list(names[:_NAMES_SHOWN])
    more = len(names) - len(shown)
    if more:
        shown.append(f"{more} more")
    listed = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]
    return f"Both name {listed}."
