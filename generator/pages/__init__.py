"""The whole site as a value: :func:`plan`.

Pure: the same library, templates and settings give the same pages, byte for byte. Both doors pour
out what it returns.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.library import Library
from generator.model import Page
from generator.pages.kept import Kept, Nothing
from generator.pages.kinds import PAGES
from generator.pages.render import compiled
from generator.pages.settings import EmptySentences, SiteSettings
from generator.pages.site import Site
from generator.pages.trial import trial
from generator.problems import Problem

__all__ = ["PAGES", "EmptySentences", "SiteSettings", "plan"]


def plan(
    library: Library,
    templates: Mapping[str, str],
    *,
    settings: SiteSettings,
    kept: Kept | None = None,
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every file below ``briefings/``, by path, and what kept others from being planned.

    ``templates`` maps the file names of ``templates/`` to their texts. A page whose template
    fails is left out; each fault is reported once, however many pages it hits. ``kept`` holds
    pages of earlier plans, and changes nothing in the result.
    """
    renderer = compiled(templates)
    site = Site.of(library, renderer, settings, kept or Nothing())
    pages: dict[str, Page] = {}
    problems: dict[Problem, None] = dict.fromkeys((*renderer.problems, *trial(renderer)))
    for _, kind in PAGES:
        for planned in kind(site):
            if isinstance(planned, Problem):
                problems[planned] = None
            elif planned.path in pages:
                problems[_collision(planned)] = None
            else:
                pages[planned.path] = planned
    return tuple(pages[path] for path in sorted(pages)), tuple(problems)


def _collision(page: Page) -> Problem:
    return Problem(
        code="E_DUPLICATE",
        message=f"two {page.kind} pages want the address {page.path}",
        file=page.path,
        remedy="give one of them another identity",
    )
