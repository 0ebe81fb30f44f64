"""Shape of ``knowledge/language/weapons.yml``: how a sentence ties a weapon to what is said."""

from __future__ import annotations

from generator.knowledge.entities import Base


class WeaponCues(Base, frozen=True, kw_only=True):
    linking: tuple[str, ...]
    """Words that lead from a noun to the weapon it is about: "of"."""
    carrying: tuple[str, ...]
    """Words after which a weapon only rides along: "carrying"."""
    engines: tuple[str, ...]
    parting: tuple[str, ...]
    """Words that part a weapon from a noun after it."""
    speech: tuple[str, ...]
    """Verbs after which "that" opens a clause."""
    against: tuple[str, ...]
    """Words after which a weapon is not what the verb is about."""
    refusing: tuple[str, ...]
    """Words that deny the weapon itself: "no missile"."""
    identifying: tuple[str, ...]
    """Words that may join a class noun to the system it is."""
    definite: tuple[str, ...]
    merchant: tuple[str, ...]
    """Words before the word for a ship that make it no warship."""
    claiming: tuple[str, ...]
    """Verbs before "to have" that make a capability no more than a claim."""
    aiming: tuple[str, ...]
    """Words between a weapon and what it is fired at."""
    land: tuple[str, ...]
    """Kinds of places that are fired at."""
    sea: tuple[str, ...]
    """Words after a country that make it its waters, where missiles are tested."""
