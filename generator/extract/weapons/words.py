"""The words of ``knowledge/language/weapons.yml``, ready to be asked for."""

from __future__ import annotations

import msgspec

from generator.knowledge.cues.weapons import WeaponCues


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The lists of the cues under their own names (:class:`WeaponCues`)."""

    linking: frozenset[str]
    carrying: frozenset[str]
    engines: frozenset[str]
    pieces: frozenset[str]
    aids: frozenset[str]
    made_of: frozenset[str]
    former: frozenset[str]
    firing: frozenset[str]
    versions: frozenset[str]
    used_for: frozenset[str]
    moments: frozenset[str]
    describing: frozenset[str]
    plans: frozenset[str]
    receiving: frozenset[str]
    made_for: frozenset[str]
    help_given: frozenset[str]
    parting: frozenset[str]
    speech: frozenset[str]
    against: frozenset[str]
    refusing: frozenset[str]
    achieving: frozenset[str]
    identifying: frozenset[str]
    dubbing: frozenset[str]
    guessing: frozenset[str]
    definite: frozenset[str]
    claiming: frozenset[str]
    aiming: frozenset[str]
    land: frozenset[str]
    drills: frozenset[str]
    victims: frozenset[str]
    in_war: frozenset[str]
    sea: frozenset[str]
    late: frozenset[str]
    going_on: frozenset[str]
    aimed_at: frozenset[str]
    fired_in: frozenset[str]
    fired: frozenset[str]
    towards: frozenset[str]
    letters: dict[str, str]
    """Class of what is designated with letters before a hyphen: ``Q`` of "Q-15"."""

    def class_by_letters(self, surface: str) -> str | None:
        return self.letters.get(surface.partition("-")[0]) if "-" in surface else None


def words_of(cues: WeaponCues) -> Words:
    letters = {letter: one for one, each in cues.designation_letters.items() for letter in each}
    lists = (item.name for item in msgspec.structs.fields(Words) if item.name != "letters")
    return Words(letters=letters, **{name: frozenset(getattr(cues, name)) for name in lists})
