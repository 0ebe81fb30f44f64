"""The blocks of a Markdown article and the marks that make them.

Only the block structure that news articles use is read: headings, lists, quotations, fences,
front matter. Marks become repairs with empty text, so that offsets still count the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.ingest.layout import Layout, lines
from generator.model import Paragraph, ParagraphKind, Repair, Span

_FRONT = re.compile(r"\s{0,20}---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}[ \t]+")
_HEADING_END = re.compile(r"[ \t]+#{1,10}$")
_UNDERLINE = re.compile(r"=+|-+")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_ITEM = re.compile(r"[-*+][ \t]+(?=\S)")
_NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+(?=\S)")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*[\w+-]{0,20}[ \t]*")


def front_matter(text: str) -> tuple[Span, Span] | None:
    """Spans of the whole front matter and of the YAML in it."""
    hit = _FRONT.match(text)
    if hit is None:
        return None
    return Span(start=0, end=hit.end()), Span(start=hit.start(1), end=hit.end(1))


def blocks(text: str, *, start: int, alone: Callable[[str], bool]) -> Layout:
    """Paragraphs of the Markdown text after ``start``."""
    paragraphs: list[Paragraph] = []
    marks: list[Repair] = []
    closed = True
    for row in lines(text):
        if row.start < start:
            continue
        position, end = row.start, row.end
        kind: ParagraphKind = "text"
        quote = _QUOTE.match(text, position, end)
        if quote:
            kind, position = "quote", quote.end()
        heading = _HEADING.match(text, position, end)
        item = _ITEM.match(text, position, end)
        numbered = _NUMBERED.match(text, position, end)
        if heading:
            kind, position = "heading", heading.end()
            tail = _HEADING_END.search(text, max(position, end - 12), end)
            if tail:
                marks.append(Repair(start=tail.start(), end=end, text=""))
                end = tail.start()
        elif item or numbered:
            kind = "list"
            position = item.end() if item else position
        if position > row.start:
            marks.append(Repair(start=row.start, end=position, text=""))
        line = text[position:end]
        if _FENCE.fullmatch(line):
            marks.append(Repair(start=position, end=end, text=""))
            closed = True
            continue
        if not line.strip():
            closed = True
            continue
        last = paragraphs[-1] if paragraphs else None
        under = last is not None and not row.fresh and last.kind == "text" and not closed
        if under and last is not None and _UNDERLINE.fullmatch(line):
            paragraphs[-1] = Paragraph(start=last.start, end=last.end, kind="heading")
            marks.append(Repair(start=position, end=end, text=""))
            closed = True
            continue
        lone = kind == "heading" or alone(line)
        joins = (
            last is not None
            and not row.fresh
            and not closed
            and not lone
            and not (item or numbered)
            and (kind == last.kind or (kind == "text" and last.kind in ("list", "quote")))
        )
        if joins and last is not None:
            paragraphs[-1] = Paragraph(start=last.start, end=end, kind=last.kind)
        else:
            paragraphs.append(Paragraph(start=position, end=end, kind=kind))
        closed = lone
    return Layout(tuple(paragraphs), tuple(sorted(marks, key=lambda mark: mark.start)))
