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

    ``type`` is what the actor is; ``media`` marks press that can be a source.
    """

    words: tuple[str, ...]
    type: Literal["group", "organisation"] = "group"
    media: bool = False


class ActorCues(Base, frozen=True, kw_only=True):
    spatial: tuple[str, ...]
    motion: tuple[str, ...]
    reaching: tuple[str, ...]
    city_nouns: tuple[str, ...]
    city_parts: tuple[str, ...]
    city_suffixes: tuple[str, ...]
    compass: tuple[str, ...]
    side_blocks: tuple[str, ...]
    acting_nouns: tuple[str, ...]
    offices: dict[str, Office]
    office_prefixes: tuple[str, ...]
    groups: tuple[GroupNoun, ...]
    fixed_groups: tuple[str, ...]
    titles: tuple[str, ...]
    not_names: tuple[str, ...]
    organisation_heads: tuple[str, ...]
    organisation_links: tuple[str, ...]
    affiliations: tuple[str, ...]
    calendar: tuple[str, ...]
    modifiers: tuple[str, ...]
    modified: tuple[str, ...]
    class_blocks: dict[str, tuple[str, ...]]
    model_nouns: tuple[str, ...]
