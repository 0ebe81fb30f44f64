"""Relative links that lead nowhere, before a site builder meets them.

Text of an article cannot look like a link, so every match is a template's or an editor's.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote

from generator.model import Page, PagePath
from generator.problems import Problem

_LINK = re.compile(r"\]\(<?([^()<>\s]+)")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|#")


def dead_links(pages: Iterable[Page], *, exists: Callable[[PagePath], bool]) -> tuple[Problem, ...]:
    """One finding for each link of a page to a file that is neither planned nor there."""
    pages = tuple(pages)
    planned = {page.path for page in pages}
    problems: dict[Problem, None] = {}
    for page in pages:
        if not page.path.endswith(".md"):
            continue
        for link in _LINK.finditer(page.text):
            if _ADDRESS.match(link[1]):
                continue
            named = unquote(link[1].partition("#")[0].partition("?")[0])
            target = PagePath(
                posixpath.normpath(posixpath.join(posixpath.dirname(page.path), named))
            )
            if target not in planned and (target.startswith("../") or not exists(target)):
                problems[_dead(page.path, link[1])] = None
    return tuple(problems)


def _dead(path: PagePath, target: str) -> Problem:
    return Problem(
        code="E_PAGE",
        message=f"links to {target}, which does not exist",
        file=path,
        remedy="mend the link in the page or in its template",
    )
