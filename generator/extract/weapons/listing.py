"""Which weapons of an article are worth listing, and how each one is told.

A system always counts; a class noun only if something is said to happen to it, or if it is given
a figure of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

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


_LEADING_UP = 2
_DONE = frozenset({"used", "transferred", "flight-tested"})
"""What is told of "missiles" is news even behind the name of one that was only mentioned."""


class Entry(Struct):
    """What gathers for one weapon while the sentences are read."""

    identity: EntityId
    mentions: list[Mention] = field(default_factory=list)
    status: list[StatusClaim] = field(default_factory=list)
    owners: list[EntityId] = field(default_factory=list)
    described: str | None = None
    """The class noun beside a name that is not listed ("destroyer")."""


def worth_listing(
    found: Sequence[Weapon], knowledge: KnowledgeBase, former: frozenset[str] = frozenset()
) -> tuple[Weapon, ...]:
    """The weapons to print, in their order; ``former`` are the sentences that look back."""
    by_name = {one.short or one.name: one.id for one in knowledge.classes.values()}
    listed = [weapon for weapon in found if _listed(weapon, knowledge)]
    kinds = {
        one.id: class_of(one.id, knowledge) or by_name.get(one.weapon_class or "") for one in listed
    }
    kept: dict[EntityId, Weapon] = {one.id: one for one in listed}
    for weapon in listed:
        now = [one for one in listed if not _looked_back_on(one, weapon, former)]
        said = _said_closer(weapon, now, kinds, knowledge)
        if said is None:
            continue
        del kept[weapon.id]
        heir = kept.get(said[0].id) if len(said) == 1 else None
        if heir is not None:
            own = sorted((*heir.mentions, *weapon.mentions), key=lambda item: item.start)
            kept[heir.id] = replace(heir, mentions=tuple(own), specs=(*heir.specs, *weapon.specs))
    return tuple(kept.values())


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
        named = (item for item in entry.mentions if not item.inferred)
        name, kind = next(named, entry.mentions[0]).surface, "system"
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


def _said_closer(
    weapon: Weapon,
    others: Sequence[Weapon],
    kinds: Mapping[EntityId, str | None],
    knowledge: KnowledgeBase,
) -> Sequence[Weapon] | None:
    """The narrower words beside which a wider one ("missiles") names nothing new. If it is one, and
    something is said to happen to both, the figures of the wider word are its own. None if the
    wider word stands for itself. ``kinds`` are the classes of what is listed."""
    if weapon.id not in knowledge.classes:
        return None
    said = [
        other
        for other in others
        if other is not weapon
        and (own := kinds[other.id]) is not None
        and weapon.id in knowledge.class_chain(own)
    ]
    introduced = _introduced(weapon, others, kinds, knowledge)
    if introduced is not None and not _counts(weapon) - _counts(introduced):
        return (introduced,)
    before = [other for other in said if other.mentions[0].start < weapon.mentions[0].start]
    values = {one.value for one in weapon.status}
    news = _DONE & _told(weapon) - {value for other in before for value in _told(other)}
    if before and not weapon.specs and not (news and all(one.kind == "system" for one in before)):
        return before
    same = [
        other
        for other in said
        if values & {one.value for one in other.status}
        and not _only_held(weapon, other)
        and not (weapon.owner and other.owner and set(weapon.owner).isdisjoint(other.owner))
    ]
    widest = _widest(weapon.id, knowledge)
    told = [one for one in same if values & {item.value for item in one.status} - {"mentioned"}]
    if len(told) == 1 and told[0].kind == "class" and _side_by_side(weapon, told[0]):
        return None
    if len(told) == 1 and (told[0].kind == "class" or widest):
        more = told[0].kind == "system" and bool(_counts(weapon) - _counts(told[0]))
        return None if more else told
    return () if widest and any(one.kind == "system" for one in same) else None


def _introduced(
    weapon: Weapon,
    others: Sequence[Weapon],
    kinds: Mapping[EntityId, str | None],
    knowledge: KnowledgeBase,
) -> Weapon | None:
    """The one system of its sort that a class noun leads up to: "a monster drone", and in the next
    sentences its name."""
    named = [
        other
        for other in others
        if other.kind == "system"
        and (own := kinds[other.id]) is not None
        and (
            weapon.id in knowledge.class_chain(own)
            or (not other.known and own in knowledge.class_chain(weapon.id))
        )
    ]
    last = max(int(item.sentence[1:]) for item in weapon.mentions)
    if len(named) != 1 or _only_held(weapon, named[0]):
        return None
    if not _told(weapon) & _told(named[0]):
        return None
    gap = int(named[0].mentions[0].sentence[1:]) - last
    return named[0] if 0 < gap <= _LEADING_UP else None


def _looked_back_on(closer: Weapon, weapon: Weapon, former: frozenset[str]) -> bool:
    """Whether the narrower word comes later, and only where the article looks back: what was fired
    last year does not say what is fired now."""
    if closer is weapon or closer.mentions[0].start < weapon.mentions[0].start:
        return False
    told = [one for one in closer.status if one.cue != "comparison"]
    return bool(told) and all(former.issuperset(one.evidence) for one in told)


def _only_held(weapon: Weapon, closer: Weapon) -> bool:
    """Whether that the one is the other is only what somebody says: the article itself tells that a
    missile was fired, and an agency that it was a Dart-3."""
    stated = {one.value for one in weapon.status if one.holder is None} & _DONE
    held = [one for one in closer.status if one.value in stated]
    system = closer.kind == "system"
    return system and bool(held) and all(one.holder is not None for one in held)


def _told(weapon: Weapon) -> set[str]:
    """What is said to have happened to a weapon."""
    return {one.value for one in weapon.status if one.value != "mentioned" and not one.hypothetical}


def _side_by_side(wider: Weapon, closer: Weapon) -> bool:
    """ "Several missile tests, including cruise missiles": one sentence has both, and the wider
    word is more than its example."""
    first = {item.sentence: item.start for item in reversed(wider.mentions)}
    return any(first.get(item.sentence, item.start) < item.start for item in closer.mentions)


def _counts(weapon: Weapon) -> set[float]:
    """How many there are: "34 aircraft" are more than the one that is named among them."""
    return {one.value for one in weapon.specs if one.property == "quantity"}


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
