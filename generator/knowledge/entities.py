"""What a knowledge file may say: one type for each folder of ``knowledge/``.

The names of the fields are the keys an editor writes. Unknown keys are refused. Identities are
file names without the ending; references to other entities are such identities.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Confidence = Literal["certain", "likely"]
ActorKind = Literal["state", "person", "organisation", "group"]


class Base(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common strictness of all knowledge types."""


class Alias(Base, omit_defaults=True):
    """A name as it may stand in an article. In a file a plain string is the same as
    ``{text: ...}``.

    ``weak`` aliases never link alone: ``rule`` names the reading that must hold
    (``metonym``, ``surname``, ``role``, ``north-south``, ``context``, ``jcs`` ...).
    ``case: exact`` asks for the very letters (``US``), ``case: any`` for none.
    """

    text: str
    lang: str = "en"
    weak: bool = False
    rule: str | None = None
    style: str | None = None
    case: Literal["exact", "name", "any"] | None = None
    scheme: str | None = None
    contested: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    extract: bool = True
    """False: never extract this name ("do not extract"); it only explains itself."""


class Entity(Base):
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


class Metonym(Base):
    """A capital, seat or building that stands for a government."""

    text: str
    kind: Literal["capital", "seat", "building"] = "capital"
    valid_from: str | None = None
    valid_to: str | None = None


class Demonyms(Base):
    adjective: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    """First halves of compounds, with their hyphen: ``Sino-``."""


class Role(Base):
    """An office held. ``office`` is a key of ``knowledge/language/roles.yml``."""

    title: str
    org: str | None = None
    office: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()
    note: str = ""


class Founding(Base):
    """A founding date, which dates anniversaries ("the 80th anniversary of ...")."""

    date: str
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()


class Actor(Entity):
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


class Range(Base):
    km: float
    op: Literal["=", ">", "<", ">=", "<=", "~"] = "="
    kind: Literal["claimed", "observed", "estimated", "stated", "planned"] = "stated"
    confidence: Confidence = "likely"
    sources: tuple[str, ...] = ()
    note: str = ""


class Weapon(Entity):
    country: str | None = None
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


class WeaponClass(Entity):
    """A kind of weapon (``ballistic missile``). ``flies`` tells missiles and rockets, which are
    launched in a test, from ships, which are launched at a yard."""

    parent: str | None = None
    definition: str = ""
    short: str | None = None
    flies: bool = False
    plural: str | None = None


class Coordinates(Base):
    lat: float
    lon: float


class Place(Entity):
    subtype: str | None = None
    country: str | None = None
    coordinates: Coordinates | None = None
    metonym_of: str | None = None
    parent: str | None = None
    naming_dispute: str | None = None


class KnownEvent(Entity):
    subtype: str | None = None
    date: str | None = None
    """ISO date, month or year, or ``start/end``."""
    recurring: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    cues: tuple[tuple[str, ...], ...] = ()
    """Each tuple is a set of words or entity identities that together point to this event."""
    plover: str | None = None


class Instrument(Entity):
    """A treaty, law, resolution or agreement."""

    subtype: str | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
    status: str | None = None


class Source(Base):
    id: str
    title: str
    url: str | None = None
    date: str | None = None
    seen: bool = True
    tier: str | None = None


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
