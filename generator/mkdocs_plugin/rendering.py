"""How a page becomes HTML: read at once, from a copy, or by MkDocs.

Pages of the generator are read by :mod:`generator.text.markup.quick` as long as Markdown is set up
as that module reads it. Any other page is rendered by MkDocs, and kept from build to build. A link
that leads nowhere is always left to MkDocs, which warns of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc
from mkdocs.utils import get_relative_url
from msgspec import structs

from generator.disk.rendered import Heading, Html, Rendered, headings
from generator.pages.sections import CUT
from generator.text.markup import quick
from generator.text.markup.wording import Wording

EXTENSION = "generator.text.markup.rendering"
_NEEDED = {"footnotes", "md_in_html", "tables", "toc", EXTENSION}
_HARMLESS = {"admonition", "fenced_code", "pymdownx.tabbed"}
"""Extensions of whose signs no page that is read quickly holds one."""
_BRIEF = CUT | {"list"}
"""Kinds of pages that the theme's search does not read: of a list it is told to leave it out."""
_ANCHORS = dict[File, dict[str, str]]
_SHARED = dict[str, tuple[File, str, str]]
"""A link as written -> its page, its anchor, and the address to print."""


class Rendering:
    """Of one build."""

    def __init__(self, config: MkDocsConfig, cache: Path) -> None:
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        self._rendered = Rendered(cache, _setup(config))
        self.wording = _wording(config)
        self._shared: dict[str, _SHARED] = {}

    def finish(self) -> None:
        """Forget what no page needed."""
        self._rendered.keep_used()

    def render(
        self,
        page: Page,
        render: Callable[[MkDocsConfig, Files], None],
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        """As :meth:`mkdocs.structure.pages.Page.render`, which is ``render``."""
        if not self._quickly(page, files):
            self._kept_or_made(page, render, config, files)

    def _quickly(self, page: Page, files: Files) -> bool:
        if self.wording is None:
            return False
        links = _Links(page.file, files, self._shared)
        wording = self.wording
        if page.meta.get("kind") in _BRIEF:  # else the theme's search would miss the end tags
            wording = structs.replace(wording, brief=True)
        html = quick.to_html(page.markdown or "", address=links.address, wording=wording)
        if html is None:
            return False
        page.content, page._title_from_render = html.content, html.title
        page.toc = get_toc(list(html.toc))
        page.present_anchor_ids = set(html.anchors)
        page.links_to_anchors = links.anchors
        return True

    def _kept_or_made(
        self,
        page: Page,
        render: Callable[[MkDocsConfig, Files], None],
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        def address(path: str) -> str | None:
            file = _target(files, path)
            return None if file is None else file.url

        key = self._rendered.key(
            page.markdown or "", path=page.file.src_uri, url=page.url, address=address
        )
        html = self._rendered.get(key) if key else None
        if html is None:
            render(config, files)
            if key:
                self._rendered.put(key, _kept(page))
            return
        page.content, page._title_from_render = html.content, html.title
        page.toc = TableOfContents(_toc(html.toc))
        if html.toc:
            # As MkDocs does after reading a page; its type for the entries lacks the attribute.
            page.toc.items[0].active = True  # type: ignore[attr-defined]
        page.present_anchor_ids = set(html.anchors)
        page.links_to_anchors = {}
        for path, anchor, link in html.links:
            target = files.get_file_from_path(path)
            if target is not None:
                page.links_to_anchors.setdefault(target, {})[anchor] = link


class _Links:
    """The links of a page, as MkDocs reads them. Pages of a folder write the same links to other
    pages alike: working them out each time took a quarter of the time of a page."""

    def __init__(self, file: File, files: Files, shared: dict[str, _SHARED]) -> None:
        self._file, self._files = file, files
        self._folder = posixpath.dirname(file.src_uri)
        index = file.name == "index"  # its address is that of the folder
        self._known: _SHARED = {} if index else shared.setdefault(self._folder, {})
        self.anchors: _ANCHORS = {}

    def address(self, written: str) -> str | None:
        """What to print for a link; None for one that MkDocs would warn of or might change."""
        known = self._known.get(written)
        if known is None or known[0].url.startswith(self._file.url):
            known = self._worked_out(written)
            if known is None:
                return written if _foreign(written) else None
            if not known[0].url.startswith(self._file.url):
                self._known[written] = known
        target, anchor, printed = known
        if anchor:
            self.anchors.setdefault(target, {}).setdefault(anchor, written)
        return printed

    def _worked_out(self, written: str) -> tuple[File, str, str] | None:
        """None for a link that leads out of the site, or nowhere."""
        try:
            scheme, host, path, query, anchor = urlsplit(written)
        except ValueError:
            return None
        if scheme or host or written.startswith("/"):
            return None
        if not path:
            return self._file, anchor, written
        named = unquote(path)
        target = _target(self._files, posixpath.normpath(posixpath.join(self._folder, named)))
        if target is None:
            return None
        address = get_relative_url(target.url, self._file.url)
        return target, anchor, urlunsplit(("", "", address, query, anchor))


def _foreign(written: str) -> bool:
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return bool(parts.scheme or parts.netloc)


def _target(files: Files, path: str) -> File | None:
    file = files.get_file_from_path(path)
    return None if file is None or file.inclusion is InclusionLevel.EXCLUDED else file


def _wording(config: MkDocsConfig) -> Wording | None:
    """None if Markdown is set up in another way than pages are read quickly."""
    told: dict[str, dict[str, Any]] = {
        name: value for name, value in config.mdx_configs.items() if value
    }
    toc, notes = told.pop("toc", {}), told.pop("footnotes", {})
    known = set(config.markdown_extensions) <= _NEEDED | _HARMLESS and told.keys() <= _HARMLESS
    if not known or not set(config.markdown_extensions) >= _NEEDED:
        return None
    if toc.keys() != {"permalink", "permalink_title"} or toc["permalink"] is not True:
        return None
    if notes.keys() != {"BACKLINK_TITLE"}:
        return None
    permalink, back = toc["permalink_title"], notes["BACKLINK_TITLE"]
    return Wording(permalink=permalink, back=back) if _plain(permalink, back) else None


def _plain(*values: object) -> bool:
    """Are they texts that stand in an attribute as they are?"""
    return all(isinstance(one, str) and not set(one) & set('&<>"{}%\n') for one in values)


def _setup(config: MkDocsConfig) -> str:
    """Everything besides a page and its links that decides its HTML."""
    packages = ("briefing-generator", "markdown", "pymdown-extensions", "mkdocs")
    return repr(
        (
            [(name, version(name)) for name in packages],
            config.markdown_extensions,
            config.mdx_configs,
            config.use_directory_urls,
        )
    )


def _kept(page: Page) -> Html:
    return Html(
        content=page.content or "",
        title=page._title_from_render,
        toc=headings(page.toc),
        anchors=frozenset(page.present_anchor_ids or ()),
        links=tuple(
            (file.src_uri, anchor, link)
            for file, links in (page.links_to_anchors or {}).items()
            for anchor, link in links.items()
        ),
    )


def _toc(entries: Iterable[Heading]) -> list[AnchorLink]:
    found = []
    for one in entries:
        link = AnchorLink(one.title, one.id, one.level)
        link.children = _toc(one.children)
        found.append(link)
    return found
