"""Shape of ``knowledge/language/specs.yml``: which words make a figure a specification."""

from __future__ import annotations

import msgspec

from generator.knowledge.entities import Base


class SpecRule(Base, frozen=True, kw_only=True):
    """``words`` near a quantity in one of ``units`` make it ``property``; ``ships`` limits the
    rule to ships, ``missiles`` to what flies, ``by`` to weapons of these classes. A value in a
    unit of ``factors`` is multiplied to be in the property's unit."""

    property: str
    units: tuple[str, ...]
    words: tuple[str, ...]
    ships: bool = False
    missiles: bool = False
    by: tuple[str, ...] = ()
    not_by: tuple[str, ...] = ()
    """Classes whose figure it never is: a calibre is of a ship's gun."""
    if_able: str = ""
    """The property it is where the weapon only can: "can fly 500 km" is its range."""
    named: bool = False
    """Whether "its range", "the altitude" by themselves point back to the weapon spoken of."""
    not_after: tuple[str, ...] = ()
    """Words that, right before one of ``words``, make it another thing: "miss distance"."""
    reach: int = 0
    """How many tokens may stand between one of ``words`` and the figure; 0: as far as is looked."""
    ahead: tuple[str, ...] = ()
    """Those of ``words`` that count only before a figure: "of 14 kg", not "14 kg of"."""
    behind: tuple[str, ...] = ()
    """Those that count only behind it: "3 m across", not "came across a 3 m drone"."""
    beside: tuple[str, ...] = ()
    """One of these words must stand in the sentence."""
    barred: tuple[str, ...] = ()
    """None of these words may stand near the figure: what a programme costs is no price."""
    adjective: str = ""
    """The unit that, right before the name of a weapon, tells this of it: "a 12-kg drone"."""
    bare: bool = False
    """Whether the unit alone says what is measured: "Mach 12"."""
    bracketed: bool = False
    """Whether it needs no word in brackets right behind a name: "the Dart-3 (800 km)"."""
    by_unit: bool = False
    """Whether the unit ends the name of the property: ``price_usd``."""
    factors: dict[str, float] = msgspec.field(default_factory=dict)


class SpecCues(Base, frozen=True, kw_only=True, eq=False):
    rules: tuple[SpecRule, ...]
    elsewhere: tuple[str, ...]
    """Words right after a distance that make it a place: "40 km off"."""
    compass: tuple[str, ...]
    """The same before "of": "40 km north of"."""
    definite: tuple[str, ...]
    """Words before a class noun that make it the weapon spoken of."""
    continuing: tuple[str, ...]
    """First words of a sentence that goes on about what the one before was about."""
    stand_ins: tuple[str, ...]
    """Nouns that, after "the" at the head of a sentence, stand for the weapon spoken of."""
    vessels: tuple[str, ...]
    """The same for a ship or an aircraft; beside any other weapon, another thing."""
    rivals: tuple[str, ...]
    """Things with a length or a speed of their own that are no weapon."""
    going_on: tuple[str, ...]
    """Verbs after "and" whose subject is still the weapon that the sentence opens with."""
    hitting: tuple[str, ...]
    """Verbs behind which "away" tells how far the target was."""
    opposing: tuple[str, ...]
    """Verbs between two weapons of which the second is what the first is meant to stop."""
    contrasting: tuple[str, ...]
    """Words and phrases right before a figure that is another's: "against 3,000 tons"."""
    differing: tuple[str, ...]
    """Words right behind a figure that make it a difference: "1.8 tonnes less than"."""
    eastern_differing: tuple[str, ...]
    eastern_parting: tuple[str, ...]
    """Particles behind a word that tells of the figure before it, and of none behind."""
    changing: tuple[str, ...]
    """Verbs before "from 280 km to 1,000 km" that make the second figure the one that holds."""
    eastern_changing: tuple[str, ...]
    """Verbs behind a Chinese figure that no longer holds: "由200公里增至1000公里"."""
    eastern_from: tuple[str, ...]
    """Particles behind a Korean one, before the figure that holds: "200km에서 1000km로"."""
    eastern_leading_on: tuple[str, ...]
    eastern_going_on: tuple[str, ...]
    """Particles behind a figure that lead on to another thing: "사거리 500km로 X에"."""
    offshoots: tuple[str, ...]
    """Nouns between a weapon and a figure that is theirs: "the second batch displaces"."""
    otherwise: tuple[str, ...]
    """Adjectives at the head of a sentence that make "the version" another than the one before."""
    respectively: tuple[str, ...]
    each: tuple[str, ...]
    """Words that give one figure to every weapon of a list."""
    former: tuple[str, ...]
    latter: tuple[str, ...]
    refusing: tuple[str, ...]
    """Words before a class noun that keep it from being what the article is about."""
    able: tuple[str, ...]
    eastern_able: tuple[str, ...]
    """Words that make a distance one that can be flown, not one that was."""
    owning: tuple[str, ...]
    """Words before the name of a property that point back to a weapon: "its range"."""
