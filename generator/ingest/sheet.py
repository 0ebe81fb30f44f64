"""The paragraphs of one article while they are sorted into text and frame.

This module alone decides what is remembered of a paragraph that goes; nothing is ever cut out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.ingest.provenance import Fact
from generator.model import Paragraph, RemovalReason, Removed, Stated
from generator.text.scripts import EASTERN

_LETTER = re.compile(r"[^\W\d_]")
TEXT = 120
"""Characters of a paragraph below which a line of the page is no longer one of its head."""
_LEAST = 12
"""Letters of the shortest text worth a briefing ("Breaking" is none); East Asian ones count
three."""


@dataclass(slots=True)
class Sheet:
    """What is known so far of one article."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    gone: set[int] = field(default_factory=set)
    removed: list[Removed] = field(default_factory=list)
    facts: dict[str, Stated] = field(default_factory=dict)
    days: list[Stated] = field(default_factory=list)
    """All days of publication that are stated, as they were found."""
    title: Stated | None = None
    title_at: int | None = None
    day: Stated | None = None
    """A day without its year that stands alone in the head."""

    def line(self, index: int) -> str:
        paragraph = self.paragraphs[index]
        return self.text[paragraph.start : paragraph.end]

    def after_blank(self, index: int) -> bool:
        """Whether a blank line stands before the paragraph."""
        if not index:
            return True
        between = self.text[self.paragraphs[index - 1].end : self.paragraphs[index].start]
        return between.count("\n") > 1

    def drop(self, index: int, why: RemovalReason, note: str) -> None:
        paragraph = self.paragraphs[index]
        self.gone.add(index)
        self.removed.append(Removed(start=paragraph.start, end=paragraph.end, why=why, note=note))

    def cut(self, index: int, length: int, why: RemovalReason, note: str) -> None:
        """Let the paragraph begin behind its first ``length`` characters."""
        old = self.paragraphs[index]
        end = old.start + length
        self.removed.append(Removed(start=old.start, end=end, why=why, note=note))
        rest = Paragraph(start=end, end=old.end, kind=old.kind)
        self.paragraphs = (*self.paragraphs[:index], rest, *self.paragraphs[index + 1 :])

    def keep(self, facts: Sequence[Fact]) -> None:
        """What lines of the frame state; what was stated first stays, unless a date
        behind it is the same one to the month or day."""
        for fact in facts:
            if fact.stated is None:
                continue
            if fact.meaning == "date":
                self.days.append(fact.stated)
            if fact.meaning == "title":
                self.title = self.title or fact.stated
            else:
                held = self.facts.setdefault(fact.meaning, fact.stated)
                if fact.meaning == "date" and fact.stated.value.startswith(f"{held.value}-"):
                    self.facts["date"] = fact.stated  # "03/04/2031" tells the year alone

    def live(self) -> list[int]:
        return [i for i in range(len(self.paragraphs)) if i not in self.gone]

    def body(self) -> int:
        """Where the first paragraph of text begins."""
        for index in self.live():
            line = self.line(index)
            if index != self.title_at and len(line) + 2 * len(EASTERN.findall(line[:TEXT])) >= TEXT:
                return self.paragraphs[index].start
        return len(self.text)

    def holds_text(self) -> bool:
        """Whether more than a word or two is left besides the title."""
        letters = 0
        for index in self.live():
            if index == self.title_at:
                continue
            for hit in _LETTER.finditer(self.line(index)):
                letters += 3 if hit.group() > "\u2e7f" else 1
                if letters >= _LEAST:
                    return True
        return False
