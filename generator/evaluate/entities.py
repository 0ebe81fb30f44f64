"""Which actor or weapon found is which one of the gold, and what is right about a weapon.

Pairs are one to one: by shared surfaces first, then by a surface inside another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.evaluate.sameness import fold
from generator.evaluate.tally import Tally
from generator.model import Actor, Analysis, Weapon

_STATUS_GOLD: dict[str, frozenset[str]] = {
    "displayed": frozenset({"displayed"}),
    "tested": frozenset({"flight-tested", "ground-tested", "used"}),
    "launched": frozenset({"flight-tested", "launched", "displayed", "deployed"}),
    "deployed": frozenset({"deployed"}),
    "claimed": frozenset({"claimed", "planned", "mentioned"}),
    "planned": frozenset({"planned"}),
    "transferred": frozenset({"transferred"}),
    "mentioned": frozenset({"mentioned"}),
    "hypothetical": frozenset({"mentioned"}),
    "used": frozenset({"used"}),
}


def entity_tally(
    found: Sequence[Actor | Weapon], gold: Sequence[Mapping[str, Any]], label: str, what: str
) -> Tally:
    """What of the gold was found, and what was found that the gold lacks."""
    tally = Tally()
    pairs = _pairs(found, gold)
    matched = {id(item) for item, _ in pairs}
    answered = {id(entry) for _, entry in pairs}
    tally.right = len(pairs)
    for entry in gold:
        if id(entry) not in answered and not entry.get("optional"):
            tally.missed += 1
            tally.misses.append(f"{label}: {what} missed: {entry.get('name')}")
    for item in found:
        if id(item) not in matched:
            tally.wrong += 1
            surfaces = sorted({mention.surface for mention in item.mentions})
            tally.misses.append(f"{label}: {what} wrong: {item.name} {surfaces}")
    return tally


def open_set(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    """Whether the actors that no knowledge file lists were found."""
    tally = Tally()
    entries = [entry for entry in gold.get("actors") or [] if entry.get("open_set")]
    answered = {id(entry) for _, entry in _pairs(analysis.actors, entries)}
    for entry in entries:
        tally.mark(
            right=id(entry) in answered,
            miss=f"{label}: unlisted actor missed: {entry.get('name')}",
            instead=False,
        )
    return tally


def weapon_status(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Whether a weapon has a status that the gold gives it."""
    tally = Tally()
    for item, entry in _pairs(analysis.weapons, gold):
        if not isinstance(item, Weapon) or not entry.get("status"):
            continue
        wanted = entry["status"] if isinstance(entry["status"], list) else [entry["status"]]
        allowed = frozenset().union(
            *(_STATUS_GOLD.get(str(value), frozenset()) for value in wanted)
        )
        values = {claim.value for claim in item.status}
        tally.mark(
            right=not values.isdisjoint(allowed),
            miss=f"{label}: status of {item.name}: {sorted(values)} for {wanted}",
        )
    return tally


def specifications(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Whether each figure of the gold is a figure of some weapon, whichever it is."""
    tally = Tally()
    found = [spec for weapon in analysis.weapons for spec in weapon.specs]
    for _, spec, number in _figures(gold):
        value = float(number)
        hit = any(
            abs(item.value - value) < 0.5 or str(spec["value"]) in item.original
            or number in item.original.replace(",", "")
            for item in found
        )  # fmt: skip
        tally.mark(
            right=hit,
            miss=f"{label}: specification missed: {dict(spec)}",
            instead=False,
        )
    return tally


def own_specifications(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Whether each figure of the gold is a figure of the weapon that the gold gives it to.

    What is only found at a weapon to which the gold gives no such figure is wrong as well; what
    is marked optional costs nothing when it is missed."""
    tally = Tally()
    whose = {id(entry): item for item, entry in _pairs(analysis.weapons, gold)}
    entries = {id(item): entry for entry in gold if (item := whose.get(id(entry)))}
    for entry, spec, number in _figures(gold):
        holders = [item for item in analysis.weapons if _gives(item, number)]
        right = any(item is whose.get(id(entry)) for item in holders)
        astray = [
            item.name
            for item in holders
            if all(other != number for _, _, other in _figures([entries.get(id(item), {})]))
        ]
        if not right and spec.get("optional"):
            continue
        beside = f", but of {', '.join(astray)}" if astray else ""
        tally.mark(
            right=right,
            miss=f"{label}: no specification of {entry.get('name')}{beside}: {dict(spec)}",
            instead=bool(astray),
        )
    return tally


def _figures(
    gold: Sequence[Mapping[str, Any]],
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], str]]:
    """Each entry with each of its figures that has a number, and that number without commas."""
    for entry in gold:
        for spec in entry.get("specs") or []:
            number = re.search(r"\d[\d,]*\.?\d*", str(spec.get("value", "")))
            if number is not None:
                yield entry, spec, number.group().replace(",", "")


def _gives(item: Actor | Weapon, number: str) -> bool:
    """Whether a weapon has a figure of this number: as a value in its unit, or as written."""
    written = re.compile(rf"(?<![\d.]){re.escape(number)}(?!\.?\d)")
    return isinstance(item, Weapon) and any(
        abs(spec.value - float(number)) < 0.005 * float(number)
        or written.search(spec.original.replace(",", ""))
        for spec in item.specs
    )


def found_surfaces(item: Actor | Weapon) -> set[str]:
    """Everything an actor or weapon is called in the analysis, folded."""
    return {fold(item.name), *(fold(mention.surface) for mention in item.mentions)}


def _surfaces(entry: Mapping[str, Any]) -> set[str]:
    listed = entry.get("surface") or []
    values = [listed] if isinstance(listed, str) else list(listed)
    return {fold(item) for item in (*values, entry.get("name", ""))} - {""}


def _pairs(
    found: Sequence[Actor | Weapon], gold: Sequence[Mapping[str, Any]]
) -> list[tuple[Actor | Weapon, Mapping[str, Any]]]:
    """Best one-to-one pairs: by shared surfaces, then by a surface inside another."""
    options: list[tuple[int, int, int]] = []
    for left, item in enumerate(found):
        mine = found_surfaces(item)
        for right, entry in enumerate(gold):
            wanted = _surfaces(entry)
            exact = len(mine & wanted) * 10
            named = 25 if fold(entry.get("name", "")) == fold(item.name) else 0
            inside = sum(any(a in b or b in a for b in wanted) for a in mine if len(a) > 3)
            if exact or named or (inside and item.mentions):
                options.append((exact + named + min(inside, 3), left, right))
    pairs: list[tuple[Actor | Weapon, Mapping[str, Any]]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for weight, left, right in sorted(options, key=lambda item: (-item[0], item[1], item[2])):
        weak = weight < 10
        if left in used_left or right in used_right or (weak and _misfit(found[left], gold[right])):
            continue
        used_left.add(left)
        used_right.add(right)
        pairs.append((found[left], gold[right]))
    return pairs


def _misfit(item: Actor | Weapon, entry: Mapping[str, Any]) -> bool:
    """A loose match of surfaces counts only between things of one kind."""
    if isinstance(item, Weapon):
        return False
    return (item.type == "state") != (entry.get("type") == "state")
