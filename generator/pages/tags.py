"""What tags there are, and where each one leads.

This module alone decides which spellings are one tag, and that a tag which is the name of an
actor, weapon or place leads to its page: one page for one thing. A page that does not name every
briefing of the tag cannot stand for it, as when an editor gave the tag to an article without the
name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.library import ActorDossier, Library, PlaceDossier, WeaponDossier
from generator.model import Briefing, PagePath
from generator.pages import paths
from generator.text.slugs import slug

Dossier = ActorDossier | WeaponDossier | PlaceDossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """``name`` is its commonest spelling; ``briefings`` are newest first."""

    name: str
    briefings: tuple[Briefing, ...]
    own: PagePath
    """Where its page stands, if it has one."""
    dossier: PagePath | None
    """The page of what has this name."""
    kind: str
    """actor, weapon or place; empty for any other word."""
    told: bool
    """The dossier names every one of the briefings."""

    @property
    def page(self) -> PagePath:
        return self.dossier if self.dossier and self.told else self.own


def tags(library: Library) -> dict[str, Tag]:
    """:func:`key` -> tag, by name."""
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    carried: defaultdict[str, list[Briefing]] = defaultdict(list)
    for one in library.briefings:
        for identity, text in {key(tag): tag for tag in one.tags if tag.strip()}.items():
            spelt[identity][text] += 1
            carried[identity].append(one)
    known: dict[str, tuple[str, PagePath, Dossier]] = {}
    for kind, page, dossier in dossiers(library):
        known.setdefault(key(dossier.name), (kind, page, dossier))
    found = {}
    for identity, spellings in spelt.items():
        held = known.get(identity)
        about = held[2] if held else None
        naming = {link.briefing.slug for link in about.backlinks} if about else set()
        found[identity] = Tag(
            name=about.name if about else min(spellings, key=lambda one: (-spellings[one], one)),
            briefings=tuple(carried[identity]),
            own=paths.tag(identity),
            dossier=held[1] if held else None,
            kind=held[0] if held else "",
            told=all(one.slug in naming for one in carried[identity]),
        )
    return dict(sorted(found.items(), key=lambda item: (item[1].name.casefold(), item[0])))


def key(tag: str) -> str:
    """``Arms control``, ``arms-control`` and ``ARMS  CONTROL`` are one tag. Words that have other
    letters than a file name can hold keep them here, lest they meet."""
    folded = " ".join(tag.split()).casefold()
    return slug(folded) if folded.isascii() else folded


def dossiers(library: Library) -> Iterator[tuple[str, PagePath, Dossier]]:
    """Kind, page and dossier, in the order in which a name is looked up everywhere."""
    for weapon in library.weapons:
        yield "weapon", paths.weapon(weapon.id), weapon
    for actor in library.actors:
        yield "actor", paths.actor(actor.id), actor
    for place in library.places:
        if place.events:
            yield "place", paths.place(place.id), place
