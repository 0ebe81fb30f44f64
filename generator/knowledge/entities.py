"""What a knowledge file may say: one type for each folder of ``knowledge/``.

The names of the fields are the keys an editor writes. Unknown keys are refused. Identities are
file names without the ending; references to other entities are such identities.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model import WeaponStatus

Confidence = Literal["certain", "likely"]
ActorKind = Literal["state", "person", "organisation", "group"]


RULES: dict[str, str] = {
    "metonym": "The capital or seat is read as the government.",
    "surname": "A full name of the same person stands earlier in the article.",
    "role": "The words name an office, held by the person at the article's date.",
    "north-south": "Two states share a name and a point of the compass tells them apart.",
    "pair": "The words name both of two states, and each of them is linked.",
    "shared-name": "Several states share the name; it links only where the words around decide.",
    "institution": "The nearest state named before it is the one the institution belongs to.",
    "expanded": "A strong name of the same entity stands in the article.",
    "participant": "A participant or party of the entry stands in the same sentence.",
    "dated": "The article's date lies between valid_from and valid_to.",
    "context": "The words of ``needs`` and ``blocked_by`` decide.",
}
"""Readings that a weak alias may ask for, and when each holds. ``needs``, ``blocked_by`` and the
dates of the alias must agree under every rule."""


class Base(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common strictness of all knowledge types."""


class Alias(Base, frozen=True, kw_only=True, omit_defaults=True):
    """A name as it may stand in an article. In a file a plain string is the same as
    ``{text: ...}``.

    ``weak`` aliases never link alone: ``rule`` names the reading that must hold, a key of
    :data:`RULES`. An entity's own name is a strong alias unless a weak alias repeats it.
    ``case: exact`` asks for the very letters (``US``), ``case: any`` for none.

    ``needs`` are words or phrases of which at least one must stand in the same sentence
    (with ``within: article`` anywhere in the article); ``blocked_by`` are words or phrases
    none of which may stand in the same sentence. ``valid_from`` and ``valid_to`` bound the
    date of the article.

    In scripts without spaces, ``alone`` asks that no letter of the script stands right before
    the name, and ``not_before`` are letters that make it another word right behind it.
    ``style: initial`` is the letter that stands for a state before its bodies.
    """

    text: str
    lang: str = "en"
    weak: bool = False
    rule: str | None = None
    style: str | None = None
    case: Literal["exact", "name", "any"] | None = None
    contested: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    needs: tuple[str, ...] = ()
    blocked_by: tuple[str, ...] = ()
    within: Literal["sentence", "article"] = "sentence"
    alone: bool = False
    not_before: tuple[str, ...] = ()
    extract: bool = True
    """False: never extract this name ("do not extract"); it only explains itself."""


class Entity(Base, frozen=True, kw_only=True):
    """What every kind of entity has."""

    id: str
    name: str
    aliases: tuple[Alias, ...] = ()
    description: str = ""
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()
    wikidata: str | None = None
    notes: str = ""
    extract: bool = True


class Metonym(Base, frozen=True, kw_only=True):
    """A capital, seat or building that stands for a government."""

    text: str
    kind: Literal["capital", "seat", "building", "ministry", "legislature"] = "capital"
    valid_from: str | None = None
    valid_to: str | None = None


class Demonyms(Base, frozen=True, kw_only=True):
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    """First halves of compounds, with their hyphen: ``Sino-``."""


class Role(Base, frozen=True, kw_only=True):
    """An office held. ``office`` is a key of ``knowledge/language/actors.yml``."""

    title: str
    org: str | None = None
    office: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()
    note: str = ""


class Founding(Base, frozen=True, kw_only=True):
    """A founding date, which dates anniversaries ("the 80th anniversary of ...")."""

    date: str
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()


class Actor(Entity, frozen=True, kw_only=True):
    kind: ActorKind
    subtype: str | None = None
    official_name: str | None = None
    country: str | None = None
    """Identity of the state the actor belongs to."""
    iso2: str | None = None
    iso3: str | None = None
    plover: str | None = None
    capital: str | None = None
    demonyms: Demonyms = Demonyms()
    metonyms: tuple[Metonym, ...] = ()
    roles: tuple[Role, ...] = ()
    status: str | None = None
    parent: str | None = None
    head: str | None = None
    founded: Founding | None = None
    lists: dict[str, str] = {}
    state_media: bool = False
    valid_from: str | None = None
    valid_to: str | None = None


class Range(Base, frozen=True, kw_only=True):
    """One figure and who stands behind it: figures never overwrite each other. ``km_to`` closes
    a span such as 1,200 to 1,500."""

    km: float
    km_to: float | None = None
    op: Literal["=", ">", "<", ">=", "<=", "~"] = "="
    kind: Literal["claimed", "observed", "estimated", "stated", "planned"] = "stated"
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()
    note: str = ""


class Weapon(Entity, frozen=True, kw_only=True):
    country: str | None = None
    """The state that makes it, and has it where ``operators`` is empty."""
    operators: tuple[str, ...] = ()
    """Other states that have it: whose one is meant, only the article can tell."""
    weapon_class: str = msgspec.field(name="class")
    subclass: str | None = None
    designations: dict[str, str] = {}
    family: str | None = None
    variant_of: str | None = None
    propulsion: str | None = None
    stages: int | None = None
    range_km: tuple[Range, ...] = ()
    intercept_altitude_km: tuple[Range, ...] = ()
    payload: str | None = None
    basing: str | None = None
    status: str | None = None
    first_seen: str | None = None
    first_tested: str | None = None
    first_successful_test: str | None = None
    last_tested: str | None = None


class WeaponClass(Entity, frozen=True, kw_only=True):
    """A kind of weapon (``ballistic missile``). ``flies`` tells missiles and rockets, which are
    launched in a test, from ships, which are launched at a yard."""

    parent: str | None = None
    definition: str = ""
    short: str | None = None
    flies: bool = False
    vessel: bool = False
    """A kind of ship, whose single ships have names."""
    cruises: bool = False
    """It flies and comes back (a drone): a flight of it is no test."""
    platform: bool = False
    """A kind of aircraft: like a ship it is sent somewhere and stays its owner's."""
    component: bool = False
    """Part of a weapon (warhead, engine): listed only where it is shown, tested or handed over
    by itself."""
    implies: WeaponStatus | None = None
    """Status that the words themselves state ("nuclear test": ground-tested)."""
    plural: str | None = None


class Coordinates(Base, frozen=True, kw_only=True):
    lat: float
    lon: float


class Place(Entity, frozen=True, kw_only=True):
    subtype: str | None = None
    country: str | None = None
    coordinates: Coordinates | None = None
    metonym_of: str | None = None
    parent: str | None = None
    naming_dispute: str | None = None


class KnownEvent(Entity, frozen=True, kw_only=True):
    subtype: str | None = None
    date: str | None = None
    """ISO date, month or year; ``start/end``; ``start/`` for what still lasts."""
    recurring: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    cues: tuple[tuple[str, ...], ...] = ()
    """Each tuple is a set of words and entity identities which together, in one sentence or one
    article, point to this event and so lend it their date (``[south-korea, cuba, diplomatic
    relations]``). Words match in any case; an identity matches any name of that entity."""
    plover: str | None = None


class Instrument(Entity, frozen=True, kw_only=True):
    """A treaty, law, resolution or agreement."""

    subtype: str | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
    status: str | None = None


class Source(Base, frozen=True, kw_only=True):
    id: str
    title: str
    url: str | None = None
    date: str | None = None
    seen: bool = True
    """False: background knowledge that nobody opened; it never makes a fact certain."""
    tier: str | None = None
    note: str = ""


class GazetteerState(Base, frozen=True, kw_only=True):
    """A state of which little is known here. It loads as an :class:`Actor` of kind state, and
    its capital as a :class:`Place`."""

    id: str
    name: str
    iso2: str
    iso3: str
    wikidata: str | None = None
    aliases: tuple[Alias, ...] = ()
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    """Name of the capital as written, or the identity of a place that has its own file."""


class Gazetteer(Base, frozen=True, kw_only=True):
    """``gazetteer.yml``: light entries by identity, and what they all rest on."""

    sources: tuple[str, ...]
    states: dict[str, GazetteerState]
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}


AnyEntity = Actor | Weapon | WeaponClass | Place | KnownEvent | Instrument

FOLDERS: dict[str, type[Entity]] = {
    "actors": Actor,
    "weapons": Weapon,
    "classes": WeaponClass,
    "places": Place,
    "events": KnownEvent,
    "instruments": Instrument,
}
"""Folder of ``knowledge/`` -> what its files hold."""
