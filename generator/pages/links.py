"""Names of things as links from one page.

This module alone decides which names lead somewhere: an entity only where it has a page, a holder
only where it is an entity.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.library import Library
from generator.model import ANONYMOUS, AUTHOR, Briefing, PagePath
from generator.pages import paths, tags
from generator.pages.formats import date
from generator.pages.views.types import DateView, Link
from generator.text.markup.markdown import link_target


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """What has a page: identity -> name. Built once for a library."""

    actors: dict[str, str]
    weapons: dict[str, str]
    places: dict[str, str]
    library: Library
    tags: dict[str, tags.Tag]
    folders: bool = True
    """Whether built pages stand in folders of their own."""

    @classmethod
    def of(cls, library: Library, *, folders: bool = True) -> Directory:
        return cls(
            actors={one.id: one.name for one in library.actors},
            weapons={one.id: one.name for one in library.weapons},
            places={one.id: one.name for one in library.places if one.events},
            library=library,
            tags=tags.tags(library),
            folders=folders,
        )

    def event_label(self, kind: str) -> str:
        """What a kind of event is called, as ``knowledge/language/verbs.yml`` has it."""
        for frame in self.library.knowledge.language.verbs.frames:
            if frame.type == kind:
                return frame.label
        return kind

    def name(self, identity: str) -> str:
        """The name of any entity; the identity itself if nobody knows it."""
        if identity in self.actors:
            return self.actors[identity]
        if identity in self.weapons:
            return self.weapons[identity]
        entity = self.library.knowledge.get(identity)
        return entity.name if entity else identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Links as written on the page ``origin``."""

    origin: PagePath
    directory: Directory

    def entity(self, identity: str, name: str = "") -> Link:
        text = name or self.directory.name(identity)
        if identity in self.directory.weapons:
            return Link(text=text, url=self.page(paths.weapon(identity)), kind="weapon")
        if identity in self.directory.actors:
            return Link(text=text, url=self.page(paths.actor(identity)), kind="actor")
        return Link(text=text)

    def place(self, identity: str) -> Link:
        """A place; it has a page only where it has events."""
        name = self.directory.places.get(identity)
        if name is None:
            return Link(text=self.directory.name(identity))
        return Link(text=name, url=self.page(paths.place(identity)), kind="place")

    def tag(self, name: str) -> Link:
        """A tag and where it leads; a word that no briefing is filed under leads nowhere."""
        found = self.directory.tags.get(tags.key(name))
        return Link(text=found.name, url=self.page(found.page)) if found else Link(text=name)

    def own_tags(self, names: Iterable[str]) -> tuple[Link, ...]:
        """The tags that lead to a list of their own, not to the page of what has that name."""
        held = ((name, self.directory.tags.get(tags.key(name))) for name in names)
        return tuple(self.tag(name) for name, one in held if one and one.page == one.own)

    def entities(self, identities: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.entity(identity) for identity in dict.fromkeys(identities))

    def holder(self, holder: str | None, *, words: str = "") -> Link | None:
        """None where no source is named, so that a template has to say so; ``words`` are those
        of the article for a source that it does not name."""
        if holder is None:
            return None
        if holder == AUTHOR:
            return Link(text="the article’s author", kind=AUTHOR)
        if holder == ANONYMOUS:
            told = f": “{words}”" if words else ""
            return Link(text=f"an unnamed source{told}", kind=ANONYMOUS)
        return self.entity(holder)

    def briefing(self, briefing: Briefing) -> Link:
        return Link(
            text=briefing.analysis.title,
            url=self.page(paths.article(briefing.slug)),
            kind="briefing",
        )

    def source(self, identity: str) -> Link:
        """A source of the knowledge base; its address leaves the site, its kind
        is the tier that the knowledge base gives it."""
        source = self.directory.library.knowledge.sources.get(identity)
        if source is None:
            return Link(text=identity)
        address = link_target(source.url) if source.url else None
        return Link(text=source.title, url=Markup(address or ""), kind=source.tier or "")

    def drawn(self, target: PagePath) -> Markup:
        """The address of a page as pictures need it."""
        return paths.site_link(self.origin, target, folders=self.directory.folders)

    def entity_drawn(self, identity: str) -> Markup:
        """As :meth:`drawn`, for an entity; empty where it has no page."""
        if identity in self.directory.weapons:
            return self.drawn(paths.weapon(identity))
        if identity in self.directory.actors:
            return self.drawn(paths.actor(identity))
        return Markup("")

    def page(self, target: PagePath) -> Markup:
        return paths.link(self.origin, target)


def published(briefing: Briefing) -> DateView:
    """The date of a briefing with what it rests on."""
    stated = briefing.analysis.published
    return DateView(
        iso=stated.value or "",
        text=date(stated.value),
        basis=stated.basis,
        why=stated.why,
        evidence=tuple(stated.evidence),
    )
