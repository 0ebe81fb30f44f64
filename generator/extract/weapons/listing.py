"""Which weapons of an article are worth listing, and how each one is told.

A system always counts; a class noun only if something is said to happen to it, or if it is given
a figure of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from generator.extract.weapons.reference import class_of
from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention, StatusClaim, Weapon, WeaponStatus

_LADDER: tuple[WeaponStatus, ...] = (
    "used",
    "transferred",
    "deployed",
    "flight-tested",
    "ground-tested",
    "launched",
    "displayed",
    "planned",
    "claimed",
    "mentioned",
)


class Entry(Struct):
    """What gathers for one weapon while the sentences are read."""

    identity: EntityId
    mentions: list[Mention] = field(default_factory=list)
    status: list[StatusClaim] = field(default_factory=list)
    owners: list[EntityId] = field(default_factory=list)
    described: str | None = None
    """The class noun beside a name that is not listed ("destroyer")."""


def worth_listing(found: Sequence[Weapon], knowledge: KnowledgeBase) -> tuple[Weapon, ...]:
    """The weapons to print, in their order."""
    return tuple(
        weapon
        for weapon in found
        if _listed(weapon, knowledge) and not _restates(weapon, found, knowledge)
    )


def as_weapon(entry: Entry, knowledge: KnowledgeBase) -> Weapon:
    """What gathered for one weapon, told."""
    system = knowledge.weapons.get(entry.identity)
    weapon_class = knowledge.classes.get(entry.identity)
    status = tuple(sorted(entry.status, key=lambda item: _LADDER.index(item.value)))
    telling = tuple(
        item for item in status if item.value != "mentioned" or item.hypothetical or item.cue
    )
    if system is not None:
        own = knowledge.classes.get(system.weapon_class)
        name, kind = system.name, "system"
        class_name: str | None = (own.short or own.name) if own else system.weapon_class
        owners: tuple[EntityId, ...] = (EntityId(system.country),) if system.country else ()
        if system.operators:
            owners = tuple(entry.owners)
    elif weapon_class is not None:
        name, kind = weapon_class.plural or weapon_class.name, "class"
        class_name, owners = weapon_class.name, tuple(entry.owners)
    else:
        name, kind = entry.mentions[0].surface, "system"
        own = knowledge.classes.get(entry.described or "")
        class_name, owners = (own.short or own.name) if own else None, tuple(entry.owners)
    return Weapon(
        id=entry.identity,
        name=name,
        kind="class" if kind == "class" else "system",
        weapon_class=class_name,
        owner=owners,
        known=system is not None or weapon_class is not None,
        mentions=tuple(entry.mentions),
        status=telling or status[:1],
    )


def _restates(weapon: Weapon, others: Sequence[Weapon], knowledge: KnowledgeBase) -> bool:
    """A wider word ("missiles") after a narrower one it covers names nothing new."""
    if weapon.id not in knowledge.classes:
        return False
    for other in others:
        own = class_of(other.id, knowledge)
        if other is weapon or own is None or other.id == weapon.id or not _listed(other, knowledge):
            continue
        if weapon.id not in knowledge.class_chain(own):
            continue
        if other.mentions[0].start < weapon.mentions[0].start and not weapon.specs:
            return True
        shared = {one.value for one in weapon.status} & {one.value for one in other.status}
        if other.kind == "system" and shared and _widest(weapon.id, knowledge):
            return True
    return False


def _widest(identity: str, knowledge: KnowledgeBase) -> bool:
    """ "missiles", right below "weapons": the systems named later say which."""
    parent = knowledge.classes[identity].parent
    return parent is not None and knowledge.classes[parent].parent is None


def _listed(weapon: Weapon, knowledge: KnowledgeBase) -> bool:
    """A system always counts; a class noun only if something is said to happen to it, and
    "weapons" alone never."""
    own = knowledge.classes.get(weapon.id)
    values = {item.value for item in weapon.status}
    if own is not None and own.parent is None:
        return False
    figured = any(spec.property != "quantity" for spec in weapon.specs)
    if own is not None and own.component:
        return figured or bool(values & {"displayed", "transferred", "used"})
    if own is not None and own.implies is not None:
        return own.implies in values
    return (
        weapon.kind == "system"
        or figured
        or any(item.value != "mentioned" or item.hypothetical for item in weapon.status)
    )
