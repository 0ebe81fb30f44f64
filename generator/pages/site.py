"""What every page function draws on: the library with its directory, ledger and settings.

This module alone decides what each template gets besides what is its own, and what the head of
each page holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.library import Library
from generator.library.ledger import Ledger, reckon
from generator.model import Page, PagePath
from generator.pages import formats, kept, paths
from generator.pages.front_matter import Value, front_matter
from generator.pages.kept import Kept
from generator.pages.links import Directory, Links
from generator.pages.render import Renderer
from generator.pages.settings import SiteSettings
from generator.pages.views.page_views import SiteView
from generator.problems import Problem

GENERATOR = "briefing-generator"
Planned = Page | Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything a page function draws on."""

    library: Library
    ledger: Ledger
    directory: Directory
    renderer: Renderer
    settings: SiteSettings
    view: SiteView
    kept: Kept

    @classmethod
    def of(cls, library: Library, renderer: Renderer, settings: SiteSettings, kept: Kept) -> Site:
        view = SiteView(
            title=settings.title,
            description=settings.description,
            build_date=formats.date(settings.build_date),
            briefings=len(library.briefings),
            actors=len(library.actors),
            weapons=len(library.weapons),
            events=len(library.timeline),
            outlook=len(library.outlook),
        )
        return cls(
            library=library,
            ledger=reckon(library, build_date=settings.build_date),
            directory=Directory.of(library, folders=settings.directory_urls),
            renderer=renderer,
            settings=settings,
            view=view,
            kept=kept,
        )

    def links(self, origin: PagePath) -> Links:
        return Links(origin=origin, directory=self.directory)

    def page(
        self, path: PagePath, kind: str, head: Mapping[str, Value], **context: object
    ) -> Planned:
        """The page at ``path`` from the template ``<kind>.md.j2``."""
        links = self.links(path)
        template = f"{kind}.md.j2"
        shared = {
            "site": self.view,
            "empty": self.settings.empty,
            "about": links.page(paths.ABOUT),
            "glossary": links.page(paths.GLOSSARY),
        }
        key = kept.key(self.renderer, template, shared=shared, own={"head": head, **context})
        done = None if key is None else self.kept.get(key)
        if done is None:
            text = self.renderer.render(template, **context, **shared)
            if isinstance(text, Problem):
                return text
            front, read = front_matter({**head, "kind": kind, "generator": GENERATOR})
            done = kept.Rendered(front + text, read)
            if key is not None:
                self.kept.put(key, done)
        return Page(path=path, text=done.text, kind=kind, head=done.head)
