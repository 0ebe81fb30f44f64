"""The words of ``knowledge/language/weapons.yml``, ready to be asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields

from generator.knowledge.cues.weapons import WeaponCues


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The lists of the cues under their own names (:class:`WeaponCues`)."""

    linking: frozenset[str]
    carrying: frozenset[str]
    engines: frozenset[str]
    parting: frozenset[str]
    speech: frozenset[str]
    against: frozenset[str]
    refusing: frozenset[str]
    identifying: frozenset[str]
    definite: frozenset[str]
    claiming: frozenset[str]
    aiming: frozenset[str]
    land: frozenset[str]
    sea: frozenset[str]


def words_of(cues: WeaponCues) -> Words:
    return Words(**{item.name: frozenset(getattr(cues, item.name)) for item in fields(Words)})
