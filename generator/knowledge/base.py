"""The knowledge base that extractors ask.

Holds every entity by identity and kind, the language cues, and the index of names. Built once
for a run; never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.knowledge.entities import (
    Actor,
    AnyEntity,
    Instrument,
    KnownEvent,
    Place,
    Source,
    Weapon,
    WeaponClass,
)
from generator.knowledge.language import Language


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KnowledgeBase:
    """Identities are unique over all kinds, so one mention names one thing."""

    actors: Mapping[str, Actor]
    weapons: Mapping[str, Weapon]
    classes: Mapping[str, WeaponClass]
    places: Mapping[str, Place]
    events: Mapping[str, KnownEvent]
    instruments: Mapping[str, Instrument]
    sources: Mapping[str, Source]
    language: Language
    _chains: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)
    _platforms: dict[str, bool] = field(default_factory=dict, init=False, repr=False)

    def get(self, identity: str) -> AnyEntity | None:
        """The entity of that identity, of whatever kind."""
        for group in (
            self.actors,
            self.weapons,
            self.classes,
            self.places,
            self.events,
            self.instruments,
        ):
            if identity in group:
                return group[identity]
        return None

    def flies(self, identity: str) -> bool:
        """Whether a weapon or class of that identity flies; one that is not listed counts so."""
        weapon = self.weapons.get(identity)
        own = weapon.weapon_class if weapon else identity
        chain = self.class_chain(own)
        return not chain or any(self.classes[item].flies for item in chain)

    def cruises(self, identity: str) -> bool:
        """Whether a weapon or class of that identity flies and comes back."""
        weapon = self.weapons.get(identity)
        chain = self.class_chain(weapon.weapon_class if weapon else identity)
        flying = next((self.classes[item] for item in chain if self.classes[item].flies), None)
        return flying is not None and flying.cruises

    def is_platform(self, identity: str) -> bool:
        """Whether a weapon or class of that identity is a ship or an aircraft."""
        if identity not in self._platforms:
            weapon = self.weapons.get(identity)
            chain = self.class_chain(weapon.weapon_class if weapon else identity)
            if not chain:
                return False
            self._platforms[identity] = any(
                self.classes[item].vessel or self.classes[item].platform for item in chain
            )
        return self._platforms[identity]

    def class_chain(self, identity: str) -> tuple[str, ...]:
        """A weapon class and its parents, from the narrowest up; kept, as each is asked for a
        hundred times an article."""
        if identity not in self.classes:
            return ()
        if identity not in self._chains:
            chain: list[str] = []
            current: str | None = identity
            while current is not None and current in self.classes and current not in chain:
                chain.append(current)
                current = self.classes[current].parent
            self._chains[identity] = tuple(chain)
        return self._chains[identity]
