"""Shape of ``knowledge/language/actors.yml``: how names, offices and groups are read."""

from __future__ import annotations

from typing import Literal

from generator.knowledge.entities import Base


class Office(Base, frozen=True, kw_only=True):
    """An office and the titles it goes by. ``top`` marks the one who stands for the state."""

    titles: tuple[str, ...]
    top: bool = False


class GroupNoun(Base, frozen=True, kw_only=True):
    """A noun that, with a state before it, names a body of people.

    ``type`` is what the actor is; ``media`` marks press that can be a source, ``abroad`` what
    stands in another country, whose name is part of its own.
    """

    words: tuple[str, ...]
    type: Literal["group", "organisation"] = "group"
    media: bool = False
    abroad: bool = False


class PersonCues(Base, frozen=True, kw_only=True):
    """Words by which a person's name is known in scripts with capital letters."""

    nouns: tuple[str, ...]
    single: tuple[str, ...]
    verbs: tuple[str, ...]
    shared_verbs: tuple[str, ...]
    honorifics: tuple[str, ...]
    kin: tuple[str, ...]
    lives: tuple[str, ...]
    near: tuple[str, ...]
    surname_after: tuple[str, ...]
    relations: tuple[str, ...]
    before_office: tuple[str, ...]
    doing: tuple[str, ...]
    particles: tuple[str, ...]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    never: tuple[str, ...]
    given: tuple[str, ...]
    east_asian: tuple[str, ...]
    two_syllables: str
    """Regular expression of a given name of two syllables, written as one word."""
    credits: tuple[str, ...]


class CoinedCues(Base, frozen=True, kw_only=True):
    """How hackers are known by a coined name: ``trade`` are words of the article, ``calling`` and
    ``kinds`` stand before the name, ``kinds`` and ``acts`` behind it; ``tools`` are no groups."""

    trade: tuple[str, ...]
    calling: tuple[str, ...]
    kinds: tuple[str, ...]
    acts: tuple[str, ...]
    tools: tuple[str, ...]


class OrganisationCues(Base, frozen=True, kw_only=True):
    """Words by which an organisation's name is known, beside ``organisation_heads``."""

    plural_heads: tuple[str, ...]
    legal_forms: tuple[str, ...]
    foreign_links: tuple[str, ...]
    companies: tuple[str, ...]
    common: tuple[str, ...]
    weak: tuple[str, ...]
    sure: tuple[str, ...]
    tailed: tuple[str, ...]
    acts: tuple[str, ...]
    belongs: tuple[str, ...]
    bare: tuple[str, ...]
    citing: tuple[str, ...]
    """Before one word that names a company or an institute: "according to X,"."""
    company_before: tuple[str, ...]
    vessels: tuple[str, ...]
    company_after: tuple[str, ...]
    with_article: tuple[str, ...]
    kinds: tuple[str, ...]
    kinds_or_people: tuple[str, ...]
    kinds_quoted: tuple[str, ...]
    units_quoted: tuple[str, ...]
    legal_before: tuple[str, ...]
    kinds_alone: tuple[str, ...]
    kinds_after: tuple[str, ...]
    kinds_called: tuple[str, ...]
    makers: tuple[str, ...]
    behind_its: tuple[str, ...]
    produces: tuple[str, ...]
    marks: tuple[str, ...]
    made: tuple[str, ...]
    domains: tuple[str, ...]
    plants: tuple[str, ...]
    sites: tuple[str, ...]
    numbered: tuple[str, ...]
    units: tuple[str, ...]
    """Units in small letters behind a number: "the 91st coastal brigade"."""
    unit_words: tuple[str, ...]
    unit_heads: tuple[str, ...]
    """The same before a number: "Carrier Strike Group 9"."""
    serving: tuple[str, ...]
    military: tuple[str, ...]
    ordinals: tuple[str, ...]
    belongings: tuple[str, ...]
    called: tuple[str, ...]
    beside: tuple[str, ...]
    bare_acts: tuple[str, ...]
    never: tuple[str, ...]


class BareCues(Base, frozen=True, kw_only=True):
    """Words that tell a name nothing vouches for from other capitalised words, and that hint at
    what it is. Fields with ``_before`` and ``_after`` are words beside the name."""

    openers: tuple[str, ...]
    never: tuple[str, ...]
    things: tuple[str, ...]
    calendar: tuple[str, ...]
    links: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    place_before: tuple[str, ...]
    place_between: tuple[str, ...]
    place_hints: tuple[str, ...]
    place_after: tuple[str, ...]
    person_after: tuple[str, ...]
    body_before: tuple[str, ...]
    body_after: tuple[str, ...]


class ChineseCues(Base, frozen=True, kw_only=True):
    """Fields of single characters are written as one string."""

    surnames: str
    double_surnames: tuple[str, ...]
    titles: tuple[str, ...]
    verbs: tuple[str, ...]
    before_verbs: tuple[str, ...]
    company_after: tuple[str, ...]
    follows: tuple[str, ...]
    not_given: str
    sounds: str
    never: tuple[str, ...]
    organisations: tuple[str, ...]
    not_in_body: tuple[str, ...]
    units: tuple[str, ...]
    """Ends of a unit's name behind its number, and ``unit_words`` what may stand between."""
    unit_words: tuple[str, ...]
    papers: tuple[str, ...]
    employers: tuple[str, ...]
    borders: str
    common: tuple[str, ...]
    minister: tuple[str, ...]
    place_before: tuple[str, ...]
    kinds: tuple[str, ...]
    groups: tuple[str, ...]
    """Ends of a firm's name that begins with its state: "中国航天科技集团"."""
    quoted_organisations: tuple[str, ...]
    given: str


class Romanisation(Base, frozen=True, kw_only=True):
    """Latin letters for hangul. ``initials`` (19), ``open`` and ``closed`` vowels (21: without and
    with a final) and ``finals`` (27) stand in Unicode's order."""

    initials: tuple[tuple[str, ...], ...]
    open: tuple[tuple[str, ...], ...]
    closed: tuple[tuple[str, ...], ...]
    finals: tuple[tuple[str, ...], ...]
    syllables: dict[str, tuple[str, ...]]
    surnames: dict[str, tuple[str, ...]]
    not_beside: tuple[str, ...]


class KoreanCues(Base, frozen=True, kw_only=True):
    """``surnames``, ``foreign`` and ``chinese`` are strings of syllables."""

    surnames: str
    double_surnames: tuple[str, ...]
    titles: tuple[str, ...]
    before: tuple[str, ...]
    particles: tuple[str, ...]
    not_in_name: tuple[str, ...]
    not_in_role: tuple[str, ...]
    home: tuple[str, ...]
    bodies: tuple[str, ...]
    never: tuple[str, ...]
    unions: tuple[str, ...]
    """Right behind the name of a body: its union."""
    organisations: tuple[str, ...]
    common: tuple[str, ...]
    minister: tuple[str, ...]
    place_after: tuple[str, ...]
    made_in: tuple[str, ...]
    kinds: tuple[str, ...]
    firms: tuple[str, ...]
    """What a firm is, right before its name; ``not_firms`` are no names."""
    not_firms: tuple[str, ...]
    honours: tuple[str, ...]
    courtesy: tuple[str, ...]
    rare_surnames: str
    units: tuple[str, ...]
    foreign: str
    chinese: str
    chinese_surnames: str
    japanese_surnames: tuple[str, ...]
    romanisation: Romanisation


class OtherThing(Base, frozen=True, kw_only=True):
    """Class nouns that behind one of the words ``after`` mean another thing throughout the
    article."""

    nouns: tuple[str, ...]
    after: tuple[str, ...]


class Writing(Base, frozen=True, kw_only=True):
    """The state at home in a way of writing: whose bodies need no name of a state before them.
    With ``words``, two different ones of them must stand in the article."""

    language: str
    state: str
    words: tuple[str, ...] = ()


class BodyCues(Base, frozen=True, kw_only=True):
    """What stands beside a body in a script without spaces and tells whose it is."""

    compounds: tuple[str, ...]
    not_compounds: tuple[str, ...]
    not_after: tuple[str, ...]
    own: tuple[str, ...]
    acting: tuple[str, ...]


class CapitalCues(Base, frozen=True, kw_only=True):
    """What stands around a capital that means the government, in scripts without spaces."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class JapaneseCues(Base, frozen=True, kw_only=True):
    surnames: tuple[str, ...]
    offices: tuple[str, ...]
    foreign_offices: tuple[str, ...]
    of_states: str
    not_foreign: tuple[str, ...]
    titles: tuple[str, ...]
    not_names: str


class RussianCues(Base, frozen=True, kw_only=True):
    titles: tuple[str, ...]
    verbs: tuple[str, ...]
    never: tuple[str, ...]


class ActorCues(Base, frozen=True, kw_only=True, eq=False):
    native_capitals: CapitalCues
    native_bodies: BodyCues
    writings: tuple[Writing, ...] = ()
    """Filled from ``theatre.yml``."""
    spatial: tuple[str, ...]
    leaving: tuple[str, ...]
    leaning: tuple[str, ...]
    made_in: tuple[str, ...]
    motion: tuple[str, ...]
    reaching: tuple[str, ...]
    city_nouns: tuple[str, ...]
    city_parts: tuple[str, ...]
    seats: tuple[str, ...]
    ship_prefixes: tuple[str, ...]
    flags: tuple[str, ...]
    nationals: tuple[str, ...]
    minds: tuple[str, ...]
    namesakes: tuple[str, ...]
    class_blocks_after: tuple[str, ...]
    city_suffixes: tuple[str, ...]
    side_blocks: tuple[str, ...]
    acting_nouns: tuple[str, ...]
    offices: dict[str, Office]
    office_prefixes: tuple[str, ...]
    appointing: tuple[str, ...]
    indefinite: tuple[str, ...]
    sources: tuple[str, ...]
    things_of_bodies: tuple[str, ...]
    generic_nouns: tuple[str, ...]
    groups: tuple[GroupNoun, ...]
    spellings: tuple[tuple[str, str], ...]
    surname_endings: tuple[str, ...]
    """Ways in which one ending of a surname is written: a person known with one is with all."""
    titles: tuple[str, ...]
    not_names: tuple[str, ...]
    organisation_heads: tuple[str, ...]
    organisation_links: tuple[str, ...]
    calendar: tuple[str, ...]
    modifiers: tuple[str, ...]
    modified: tuple[str, ...]
    class_blocks: dict[str, tuple[str, ...]]
    class_others: tuple[OtherThing, ...]
    persons: PersonCues
    coined: CoinedCues
    organisations: OrganisationCues
    bare: BareCues
    chinese: ChineseCues
    korean: KoreanCues
    japanese: JapaneseCues
    russian: RussianCues
