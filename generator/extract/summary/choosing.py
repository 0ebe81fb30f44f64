"""Which sentences stand in the summary: those worth most, among them what comes and why.

None repeats another, and one that leans on the sentence before it is taken only with it.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.extract.summary.weighing import Unit

_MOST, _FEWEST = 5, 3
_SAME = 0.55
_WORTH = 0.8
"""What a statement beyond the fewest must weigh."""
_FILLER = -1.8
"""What weighs less is not printed even where little else is left."""
_AHEAD = 0.8
_NEARLY = 0.6
"""By how much a statement that tells why may weigh less than the one it replaces."""


def choose(candidates: list[Unit], lead: Unit) -> list[Unit]:
    """The units to print, the lead among them, in reading order."""
    chosen = [lead]
    ranked = sorted(candidates, key=lambda unit: (-unit.worth, unit.index, unit.part))
    if lead.ahead < _AHEAD:
        _add(chosen, [unit for unit in ranked if unit.ahead >= _AHEAD], most=2, least=_FILLER)
    _add(chosen, ranked, most=_MOST, least=_WORTH)
    if len(chosen) < _FEWEST:
        _add(chosen, ranked, most=_FEWEST, least=_FILLER)
    _explain(chosen, ranked)
    return sorted(chosen, key=lambda unit: (unit.index, unit.part))


def _explain(chosen: list[Unit], ranked: list[Unit]) -> None:
    """Give the place of the weakest statement to one that tells why, if none does and one is
    nearly as strong; the lead, the only look ahead and what carries another keep theirs."""
    if len(chosen) < _FEWEST or any(unit.cause > 0 for unit in chosen):
        return
    ahead = [unit for unit in chosen if unit.ahead >= _AHEAD]
    weaker = [
        unit
        for unit in chosen[1:]
        if ahead != [unit] and not any(one.dangling and _leans_on(one, [unit]) for one in chosen)
    ]
    if not weaker:
        return
    weakest = min(weaker, key=lambda unit: unit.worth)
    rest = [unit for unit in chosen if unit is not weakest]
    for unit in ranked:
        if unit.worth < weakest.worth - _NEARLY:
            return
        if unit.cause > 0 and not unit.dangling and not _repeats(unit, rest):
            chosen[chosen.index(weakest)] = unit
            return


def _add(chosen: list[Unit], pool: Iterable[Unit], *, most: int, least: float) -> None:
    """Fill up to ``most`` with what is worth at least so much and neither repeats nor leans."""
    waiting: list[Unit] = []
    for unit in pool:
        if len(chosen) >= most:
            return
        if unit.worth < least or _among(unit, chosen) or _repeats(unit, chosen):
            continue
        if unit.dangling and not _leans_on(unit, chosen):
            waiting.append(unit)
            continue
        chosen.append(unit)
        # What it carries can stand now.
        for other in [one for one in waiting if _leans_on(one, [unit])][: most - len(chosen)]:
            waiting.remove(other)
            if not _repeats(other, chosen):
                chosen.append(other)


def _among(unit: Unit, chosen: list[Unit]) -> bool:
    return any(unit is other for other in chosen)


def _leans_on(unit: Unit, chosen: list[Unit]) -> bool:
    return any(
        (other.index == unit.index and other.part == unit.part - 1)
        or (other.index == unit.index - 1 and unit.part == 0)
        for other in chosen
    )


def _repeats(unit: Unit, chosen: list[Unit]) -> bool:
    for other in chosen:
        smaller = min(len(unit.words), len(other.words)) or 1
        if len(unit.words & other.words) / smaller > _SAME:
            return True
    return False
