"""Parts of the theme's frame that all pages of one folder share, written once a build.

Header, tabs and navigation are the same on every briefing: the theme's templates for them took half
the time of a page. The theme asks with ``kept(...)`` (``theme/main.html``); without this plugin
there is no such function, and it writes them anew.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class Frame:
    """Of one build: a function for templates."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, int, str], tuple[str, ...]] = {}

    def __call__(
        self,
        name: str,
        write: Callable[[], str],
        page: Page | None,
        nav: Navigation,
        own: str = "",
    ) -> str:
        """What ``write()`` gives, or gave for another page from whose folder the same relative
        addresses lead to the same pages. ``own`` is the only text in it that belongs to the page; a
        page that the navigation names is always written."""
        if page is None or any(item.active for item in nav.items):
            return write()
        key = (name, page.url.count("/"), posixpath.dirname(page.url.rstrip("/")))
        parts = self._parts.get(key)
        if parts is not None:
            return own.join(parts)
        text = write()
        if not own:
            self._parts[key] = (text,)
        elif text.count(own) == 1:
            self._parts[key] = tuple(text.split(own))
        return text
