"""The Latin spellings that a name written in hangul may take.

Decides which spellings exist; the letters are ``korean.romanisation`` of
``knowledge/language/actors.yml``. Revised Romanisation, McCune-Reischauer without its marks, the
spelling of the northern press and the habits of passports differ by letter, not by syllable, so
each syllable is spelled from its parts (Unicode 15.0, section 3.12, Hangul syllable
decomposition).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from generator.knowledge.cues.actors import Romanisation
from generator.knowledge.entities import Actor

_FIRST, _LAST = "가", "힣"
_VOWELS, _FINALS = 21, 28
_GIVEN_NAMES = range(2, 4)
"""Syllables of a full name behind which a given name of one or two is left."""


def spellings(name: str, letters: Romanisation) -> Iterator[str]:
    """Full names, surname first, the given name in parts and in one ("Han Byol Chol", "Han
    Byolchol"). Empty for a name that is not all hangul, or whose surname has no entry."""
    if len(name) not in _GIVEN_NAMES or not all(_FIRST <= letter <= _LAST for letter in name):
        return
    surname = letters.surnames.get(name[0], ())
    given = [_syllable(letter, letters) for letter in name[1:]]
    for family, *parts in product(surname, *given):
        yield " ".join(part.capitalize() for part in (family, *parts))
        if len(parts) > 1:
            yield f"{family.capitalize()} {''.join(parts).capitalize()}"


def _syllable(letter: str, letters: Romanisation) -> tuple[str, ...]:
    initial, vowel, final = _parts(letter)
    ends = letters.finals[final - 1] if final else ("",)
    vowels = letters.closed[vowel] if final else letters.open[vowel]
    regular = {
        begin + middle + end
        for begin in letters.initials[initial]
        for middle in vowels
        for end in ends
    }
    return tuple(sorted(regular | set(letters.syllables.get(letter, ()))))


def _parts(letter: str) -> tuple[int, int, int]:
    """Places of initial, vowel and final in Unicode's order; 0 is no final."""
    place = ord(letter) - ord(_FIRST)
    return place // (_VOWELS * _FINALS), place // _FINALS % _VOWELS, place % _FINALS


def romanised(
    actors: Mapping[str, Actor], letters: Romanisation, *, listed: frozenset[str]
) -> Iterator[tuple[Actor, str]]:
    """Each person written in hangul with each spelling that is nobody else's. ``listed`` are the
    spellings, folded, that some file gives: they stay with whom they name."""
    found: dict[str, str] = {}
    for actor in actors.values():
        if actor.kind != "person" or not actor.extract:
            continue
        own = actor.name.split()[0].casefold()
        native = [alias.text for alias in actor.aliases if alias.lang == "ko" and not alias.weak]
        for name in native:
            if own not in letters.surnames.get(name[0], ()):
                continue  # a foreigner, written by sound
            for text in spellings(name, letters):
                if text.casefold() not in listed:
                    found[text] = actor.id if found.get(text, actor.id) == actor.id else ""
    for text, identity in found.items():
        if identity:
            yield actors[identity], text
