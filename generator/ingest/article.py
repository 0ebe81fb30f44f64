"""From bytes to an :class:`Article`: the order in which everything else in this folder is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.ingest.cleaning import Cleaner
from generator.ingest.damage import repairs
from generator.ingest.decoding import decode
from generator.ingest.display import VISIBLE, display
from generator.ingest.identity import article_id
from generator.ingest.layout import Layout, plain
from generator.ingest.markdown import blocks, front_matter
from generator.ingest.tongue import language_of
from generator.ingest.web import WebPage, looks_html, read_page
from generator.ingest.yaml_nodes import scalars
from generator.knowledge.language import Language
from generator.model import Article, EditorNotes, Repair, Span, Stated
from generator.problems import Problem

Format = Literal["text", "markdown", "html"]
_FORMATS: dict[str, Format] = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What the format alone tells. ``stated`` maps meanings (title, url ...) to values."""

    text: str
    layout: Layout
    front: Span | None = None
    stated: Mapping[str, Stated] = field(default_factory=dict)


def read_article(
    raw: bytes, *, file: str, language: Language, notes: EditorNotes
) -> Article | Problem:
    """The article in ``raw``, or the reason why there is none. ``file`` is the path below the
    project (``seeds/x.txt``); its ending chooses the format."""
    ending = file.rsplit(".", 1)[-1].lower() if "." in file else ""
    kind = _FORMATS.get(ending)
    if kind is None:
        return Problem(
            code="E_FORMAT",
            file=file,
            message=f"no article format: .{ending}",
            remedy="save it as .txt, .md or .html",
        )
    decoded = decode(raw, file=file, languages=language.languages)
    if isinstance(decoded, Problem):
        return decoded
    cleaner = _cleaner(language)
    if kind == "text" and looks_html(decoded.text):
        kind = "html"
    source = _source(decoded.text, kind, cleaner)
    clean = cleaner.clean(
        source.text, source.layout.paragraphs, front=source.front, stated=source.stated
    )
    mends = _merged(source.layout.marks, repairs(source.text, markdown=kind == "markdown"))
    article = Article(
        id=article_id(file),
        file=file,
        encoding=decoded.encoding,
        text=source.text,
        text_sha256=hashlib.sha256(source.text.encode("utf-8", errors="replace")).hexdigest(),
        language=notes.language or language_of(source.text, languages=language.languages),
        paragraphs=clean.paragraphs,
        removed=clean.removed,
        repairs=mends,
        title=_readable(clean.title, source.text, mends),
        publisher=clean.facts.get("publisher"),
        author=clean.facts.get("author"),
        url=clean.facts.get("url"),
        published=clean.facts.get("date"),
        dateline=clean.dateline,
        notes=notes,
    )
    if not clean.holds_text or VISIBLE.search(source.text) is None:
        return Problem(
            code="E_EMPTY",
            file=file,
            message="holds no sentence that is the article's own",
            remedy="save the article's text into it, or delete it",
        )
    return article


_CLEANERS: dict[int, tuple[Language, Cleaner]] = {}


def _cleaner(language: Language) -> Cleaner:
    """The compiled cues. Cue files hold mappings and so have no hash: the object itself is the
    key, and the last one asked for is kept, since compiling costs as much as an article."""
    held = _CLEANERS.get(id(language))
    if held is None or held[0] is not language:
        _CLEANERS.clear()
        held = _CLEANERS[id(language)] = (language, Cleaner(language))
    return held[1]


def _source(text: str, kind: Format, cleaner: Cleaner) -> _Source:
    if kind == "html":
        page = read_page(text)
        return _Source(text=page.text, layout=Layout(page.paragraphs), stated=_page_facts(page))
    if kind == "text":
        return _Source(text=text, layout=plain(text, alone=cleaner.stands_alone))
    front = front_matter(text)
    stated: dict[str, Stated] = {}
    if front is not None:
        inner = text[front[1].start : front[1].end]
        for key, value, span in scalars(inner, offset=front[1].start):
            cleaner.state(stated, key, value, span)
    start = front[0].end if front else 0
    return _Source(
        text=text,
        layout=blocks(text, start=start, alone=cleaner.stands_alone),
        front=front[0] if front else None,
        stated=stated,
    )


def _page_facts(page: WebPage) -> dict[str, Stated]:
    """Values of the page's head, with their place in the text where they also stand there."""
    found: dict[str, Stated] = {}
    for meaning, value in (
        ("title", page.title),
        ("author", page.author),
        ("publisher", page.publisher),
        ("url", page.url),
        ("date", page.date),
    ):
        if value:
            start = max(page.text.find(value), 0)
            end = start + len(value) if page.text.startswith(value, start) else start
            found[meaning] = Stated(start=start, end=end, value=value)
    return found


def _readable(title: Stated | None, text: str, mends: tuple[Repair, ...]) -> Stated | None:
    """The title as it reads after repairs; the mark of a file's start is no title."""
    if title is None or title.start == title.end:
        return title
    words = display(text, title.start, title.end, repairs=mends, removed=()).strip("*_# ")
    same = words or title.value
    return Stated(start=title.start, end=title.end, value=same)


def _merged(marks: tuple[Repair, ...], mends: tuple[Repair, ...]) -> tuple[Repair, ...]:
    """All repairs in order; a mark of structure wins over a repair that overlaps it."""
    if not marks:
        return mends
    merged: list[Repair] = []
    for mend in sorted([*marks, *mends], key=lambda item: (item.start, item.end)):
        if not merged or mend.start >= merged[-1].end:
            merged.append(mend)
    return tuple(merged)
