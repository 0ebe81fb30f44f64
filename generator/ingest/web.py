"""The article inside an HTML page: the one module that knows trafilatura.

The text it yields *is* the article's text; offsets count in it. trafilatura is imported on first
use, since plain-text sites never need it. It gives up silently on a few thousand nested
elements; the standard library's parser, which does not build a tree, then reads the words.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from generator.model import Paragraph, ParagraphKind

_LOOKS_HTML = re.compile(
    r"\s{0,200}(?:<!doctype html|<html|<head\b|<body\b|<p>|<p [^<>]{1,200}>|<article\b)",
    re.IGNORECASE,
)
_DEPTH_LIMIT = 1_000
_OPENING = re.compile(r"<(/?)(?:div|span|p|section|article|font|table|td|tr|ul|li|b|i)\b", re.I)
_SPACE = re.compile(r"\s+")
_KINDS: dict[str, ParagraphKind] = {
    "head": "heading",
    "p": "text",
    "item": "list",
    "quote": "quote",
    "code": "text",
}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "tr",
        "td",
        "br",
        "ul",
        "ol",
        "table",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "footer",
        "aside",
        "svg",
        "form",
        "button",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# Without bounds a date is sought relative to the clock, and the answer would change by the day.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}


@dataclass(frozen=True, slots=True)
class WebPage:
    """``text`` has one block a paragraph, with a blank line between them."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None


def looks_html(text: str) -> bool:
    return _LOOKS_HTML.match(text) is not None


def read_page(source: str) -> WebPage:
    """The article of a page; its text is empty where the page holds none."""
    if not _too_deep(source):
        page = _extracted(source)
        if page is not None and page.text:
            return page
    reader = _Words()
    reader.feed(source)
    reader.close()
    reader.flush()
    return _page(reader.blocks)


def _too_deep(source: str) -> bool:
    depth = 0
    for hit in _OPENING.finditer(source):
        depth += -1 if hit.group(1) else 1
        if depth > _DEPTH_LIMIT:
            return True
    return False


def _extracted(source: str) -> WebPage | None:
    import lxml.html  # type: ignore[import-untyped]  # noqa: PLC0415 - needed for HTML only
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    source = source.encode("utf-8", errors="replace").decode("utf-8").replace("\x00", "")
    try:
        tree = lxml.html.document_fromstring(
            source.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except lxml.etree.LxmlError:
        return None
    for hidden in tree.xpath("//body//*[@hidden or @aria-hidden='true']"):
        hidden.drop_tree()
    settings = copy.deepcopy(DEFAULT_CONFIG)
    # Below its 250 characters trafilatura runs headings and paragraphs of a flash into one block.
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "20")
    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
        config=settings,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    blocks: list[tuple[str, ParagraphKind]] = []
    _walk(found.body, blocks)
    page = _page(blocks)
    return WebPage(
        text=page.text,
        paragraphs=page.paragraphs,
        title=_folded(found.title),
        author=_folded(found.author),
        publisher=_folded(found.sitename),
        url=_folded(found.url),
        date=_folded(found.date),
    )


def _folded(value: str | None) -> str | None:
    return _SPACE.sub(" ", value).strip() or None if value else None


def _walk(body: Any, blocks: list[tuple[str, ParagraphKind]]) -> None:
    """Blocks of trafilatura's tree, without recursion; a block inside a block is part of it."""
    stack = [body]
    while stack:
        element = stack.pop()
        kind = _KINDS.get(element.tag) if isinstance(element.tag, str) else None
        inner = any(child.tag in _KINDS for child in element)
        if kind is not None and not (inner and kind == "quote"):
            blocks.append(("".join(element.itertext()), kind))
            continue
        if element.text and element.text.strip():
            blocks.append((element.text, "text"))
        stack.extend(reversed(list(element)))


def _page(blocks: list[tuple[str, ParagraphKind]]) -> WebPage:
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    position = 0
    for raw, kind in blocks:
        block = _SPACE.sub(" ", raw).strip()
        if not block:
            continue
        paragraphs.append(Paragraph(start=position, end=position + len(block), kind=kind))
        pieces.append(block)
        position += len(block) + 2
    return WebPage(text="\n\n".join(pieces), paragraphs=tuple(paragraphs))


class _Words(HTMLParser):
    """The words between tags, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, ParagraphKind]] = []
        self._pieces: list[str] = []
        self._kind: ParagraphKind = "text"
        self._muted = ""
        self._depth = 0

    def flush(self) -> None:
        self.blocks.append(("".join(self._pieces), self._kind))
        self._pieces, self._kind = [], "text"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.flush()
            self._kind = "heading" if tag in _HEADINGS else "list" if tag == "li" else "text"
        if self._muted == tag and tag in ("p", "li"):
            self._muted = ""  # these close themselves
        if self._muted:
            self._depth += tag == self._muted
        elif tag in _SILENT or (tag in _BLOCKS and tag != "br" and _unseen(dict(attrs))):
            self._muted, self._depth = tag, 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag == self._muted:
            self._depth -= 1
            if self._depth == 0:
                self._muted = ""

    def handle_data(self, data: str) -> None:
        if not self._muted:
            self._pieces.append(data)


def _unseen(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
