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
from generator.pages import formats, paths
from generator.pages.front_matter import Value, front_matter
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

    @classmethod
    def of(cls, library: Library, renderer: Renderer, settings: SiteSettings) -> Site:
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
        )

    def links(self, origin: PagePath) -> Links:
        return Links(origin=origin, directory=self.directory)

    def page(
        self, path: PagePath, kind: str, head: Mapping[str, Value], **context: object
    ) -> Planned:
        """The page at ``path`` from the template ``<kind>.md.j2``."""
        links = self.links(path)
        text = self.renderer.render(
            f"{kind}.md.j2",
            **context,
            site=self.view,
            empty=self.settings.empty,
            about=links.page(paths.ABOUT),
            glossary=links.page(paths.GLOSSARY),
        )
        if isinstance(text, Problem):
            return text
        front, read = front_matter({**head, "kind": kind, "generator": GENERATOR})
        return Page(path=path, text=front + text, kind=kind, head=read)
