"""How an article was read, as a page: the text with every mention, then every choice.

This module alone decides which parts of the text lead somewhere. What is told and in which words
is :mod:`generator.explain`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.explain import REMOVED, choices, marked
from generator.model import Briefing, Mention
from generator.pages.links import Links
from generator.pages.views.page_views import ReadingChoice, ReadingPage, ReadingPart
from generator.pages.views.types import Link


def reading_page(briefing: Briefing, *, links: Links) -> ReadingPage:
    """The page of one briefing."""
    return ReadingPage(
        briefing=links.briefing(briefing),
        file=briefing.article.file,
        paragraphs=tuple(_paragraphs(briefing, links)),
        choices=tuple(
            ReadingChoice(heading=heading, lines=tuple(lines))
            for heading, lines in choices(briefing)
            if heading != REMOVED
        ),
    )


def _paragraphs(briefing: Briefing, links: Links) -> Iterator[tuple[ReadingPart, ...]]:
    """The pieces, parted at line breaks; empty lines are left out."""
    line: list[ReadingPart] = []
    for piece in marked(briefing.analysis):
        if piece.style == "removed":  # its words stay out of every page; the tag says why
            continue
        if piece.style in {"tag", "mention"}:
            line.append(_part(piece.text, piece.style, piece.mention, links))
            continue
        for number, text in enumerate(piece.text.split("\n")):
            if number and line:
                yield tuple(line)
                line = []
            if text.strip():
                line.append(ReadingPart(text=text, style=piece.style))
    if line:
        yield tuple(line)


def _part(text: str, style: str, mention: Mention | None, links: Links) -> ReadingPart:
    entity = links.entity(mention.entity, name=text) if mention is not None else Link(text=text)
    if style == "tag":
        text = text.removeprefix("[").removesuffix("]")
    kind = mention.kind if mention is not None else ""
    return ReadingPart(text=text, style=style, url=entity.url, kind=kind)
