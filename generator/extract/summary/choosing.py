"""Which sentences stand in the summary: news first, then what comes, then why.

None repeats another, and one that leans on the sentence before it is taken only with it.
"""

from __future__ import annotations

from generator.extract.summary.weighing import Unit

_MOST = 4
_SAME = 0.55


def choose(candidates: list[Unit], lead: Unit) -> list[Unit]:
    """The units to print, the lead among them, in reading order."""
    chosen = [lead]
    pools = (
        (sorted(candidates, key=lambda unit: (-unit.news, unit.index)), 2, 1.0, "news"),
        (sorted(candidates, key=lambda unit: (-unit.ahead, unit.index)), 2, 0.8, "ahead"),
        (sorted(candidates, key=lambda unit: (-unit.cause, unit.index)), 1, 0.4, "cause"),
    )
    for pool, wanted, floor, kind in pools:
        added = 0
        for unit in _freed(pool, kind, chosen):
            if added >= wanted or len(chosen) > _MOST:
                break
            if getattr(unit, kind) < floor or _among(unit, chosen) or _repeats(unit, chosen):
                continue
            if unit.dangling and not _leans_on(unit, chosen):
                continue
            chosen.append(unit)
            added += 1
    if len(chosen) < 3:
        rest = sorted(candidates, key=lambda unit: (-max(unit.news, unit.ahead), unit.index))
        for unit in rest:
            if len(chosen) >= 3:
                break
            if not _among(unit, chosen) and not unit.dangling and not _repeats(unit, chosen):
                chosen.append(unit)
    return sorted(chosen, key=lambda unit: (unit.index, unit.part))


def _freed(pool: list[Unit], kind: str, chosen: list[Unit]) -> list[Unit]:
    """The pool with those first that need no sentence before them, or have it."""
    return sorted(
        pool,
        key=lambda unit: (
            -getattr(unit, kind) + (0.7 if unit.dangling and not _leans_on(unit, chosen) else 0.0),
            unit.index,
        ),
    )


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
