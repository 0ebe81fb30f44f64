"""The theme's frame around a page, written once for all pages of a kind in a folder.

Most pages of a site differ in a few places of their frame: title, description and address, what
``partials/site-head.html`` says, and the table of contents. The theme's templates took as long for
the rest as a page takes to be read. So the frame of the first such page is written with marks in
those places (``marks``, which the theme's own partials ask for), and of each other page only what
belongs there. Whatever else a theme prints of a page would be that of the first one.
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence

from jinja2 import Environment, TemplateNotFound, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

TEMPLATE = "framed.html"
"""Of the theme: ``{{ framed() }}``. A theme without it is asked for each page in full."""
KINDS = frozenset({"briefing", "actor", "weapon", "place", "archive", "period", "reading", "list"})
"""Kinds of pages of which there are many."""
_WHOLE = "main.html"
_PARTIALS = {"head": "partials/site-head.html", "contents": "partials/toc-items.html"}
"""What belongs to a page and takes a template."""
_MARK = re.compile("\x02([a-z]+)\x03")
_CONTENT = "<h1 \x02content\x03"  # a page without a heading gets one from the theme
_ONCE = ("content", "head")
"""What stands in a frame once, or the frame is not understood."""
_USED = ("tabbed-set",)
"""What of a page's text changes its frame."""

_Key = tuple[object, ...]


class Frame:
    """Of one build: a function for templates."""

    def __init__(self, env: Environment, shorten: Callable[[str], str]) -> None:
        self._env, self._shorten = env, shorten
        self._outlines: dict[_Key, Sequence[str]] = {}
        self._entered: frozenset[str] | None = None
        env.globals["framed"] = self.__call__
        try:
            env.get_template(TEMPLATE)
            self._asked = True
        except TemplateNotFound:
            self._asked = False

    def fits(self, page: Page, head: Mapping[str, object] | None) -> bool:
        """Is it a page that only the generator has had a hand in?"""
        return (
            self._asked
            and head is not None
            and head.get("kind") in KINDS
            and page.meta == head
            and not page.edit_url
            and not any(sign in (page.content or "") for sign in _USED)
        )

    @pass_context
    def __call__(self, context: Context) -> str:
        """The whole page."""
        page = context["page"]
        if self._entered is None:
            self._entered = _entered(context["nav"])
        key = _key(page, self._entered)
        if key not in self._outlines:
            self._outlines[key] = self._outline(context, page)
        outline = self._outlines[key]
        if not outline or any(item.active for item in context["nav"].items):
            return self._env.get_template(_WHOLE).render(context.get_all())
        own = {
            "title": str(page.meta["title"]),
            "description": str(page.meta.get("description")),
            "canonical": page.canonical_url or "",
            "start": page.toc.items[0].id if page.toc.items else "",
            "content": page.content or "",
        }
        for name, partial in _PARTIALS.items():
            text = self._env.get_template(partial).render(context.get_all())
            own[name] = self._shorten(text)
        return "".join(own[part] if at % 2 else part for at, part in enumerate(outline))

    def _outline(self, context: Context, page: Page) -> Sequence[str]:
        """The frame, cut at its marks: every second part names what belongs there."""
        first = copy.copy(page)
        first.meta = {**page.meta, "title": _mark("title"), "description": _mark("description")}
        first.canonical_url = _mark("canonical") if page.canonical_url else page.canonical_url
        first.content = _CONTENT
        start, rest = page.toc.items[:1], page.toc.items[1:]
        first.toc = TableOfContents([*map(_renamed, start), *rest])
        own = {"page": first, "marks": {name: _mark(name) for name in _PARTIALS}}
        text = self._env.get_template(_WHOLE).render({**context.get_all(), **own})
        parts = _MARK.split(self._shorten(text.replace(_CONTENT, _mark("content"))))
        names = parts[1::2]
        return parts if all(names.count(name) == 1 for name in _ONCE) else ()


def _entered(nav: Navigation) -> frozenset[str]:
    """Folders of the first rank into which the navigation leads, not only to their first page."""
    addresses = [(page.url or "").strip("/") for page in nav.pages]
    return frozenset(one.partition("/")[0] for one in addresses if "/" in one)


def _key(page: Page, entered: frozenset[str]) -> _Key:
    """What a frame depends on: the folder, from which the same relative addresses lead to the same
    pages, and which of its parts a page has. Folders within a folder into which the navigation does
    not lead are alike: each list of a long dossier has one for itself."""
    first = page.toc.items[0] if page.toc.items else None
    folder = posixpath.dirname(page.url.rstrip("/"))
    top = folder.partition("/")[0]
    if top not in entered:
        folder = top
    return (
        page.url.count("/"),
        folder,
        page.meta["kind"],
        repr(page.meta.get("hide")),
        "description" in page.meta,
        first and (first.level, bool(first.children)),
        len(page.toc.items) > 1,
    )


def _mark(name: str) -> str:
    return f"\x02{name}\x03"


def _renamed(link: AnchorLink) -> AnchorLink:
    found = AnchorLink(link.title, _mark("start"), link.level)
    found.children = link.children
    return found
