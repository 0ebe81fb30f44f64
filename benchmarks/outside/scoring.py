"""What a found span is worth beside annotated ones, and how a table is written.

Decides the two measures of this package. *Strict*: the same characters. *Overlap*: at least one
character in common; precision counts found spans that touch an annotated one, recall annotated
spans that a found one touches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_EDGES = ' \t\r\n.,;:!?"“”()[]'
"""Trimmed at both ends, save the full stop of an abbreviation (``U.S.``)."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Marked:
    """Characters ``start`` to ``end`` of a text, and the types they may be read as: the first is
    the one that is charged when none of them is right."""

    start: int
    end: int
    types: tuple[str, ...]


@dataclass(slots=True)
class Score:
    """Counts over texts. ``right_found`` of ``found`` is precision, ``right_gold`` of ``gold``
    recall."""

    found: int = 0
    gold: int = 0
    right_found: int = 0
    right_gold: int = 0

    @property
    def precision(self) -> float:
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Score) -> None:
        self.found += other.found
        self.gold += other.gold
        self.right_found += other.right_found
        self.right_gold += other.right_gold

    def cells(self) -> tuple[str, str, str]:
        """Precision, recall, F1 as they stand in a table."""
        return f"{self.precision:.2f}", f"{self.recall:.2f}", f"{self.f1:.2f}"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without leading article, closing possessive and punctuation around it.

    The full stop of an abbreviation stays, so ``the U.S.'s`` becomes ``U.S.``
    """
    while start < end and text[start] in _EDGES:
        start += 1
    article = _ARTICLE.match(text, start, end)
    if article:
        start = article.end()
    while end > start and text[end - 1] in _EDGES and not _abbreviated(text[start:end]):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive and possessive.start():
        end = start + possessive.start()
    return start, end


def _abbreviated(surface: str) -> bool:
    return bool(re.search(r"(?:\b\w\.){2,}$|\b(?:Jr|Sr|Co|Inc|Ltd|Corp)\.$", surface))


def score(found: Iterable[Marked], gold: Iterable[Marked], *, kind: str | None) -> dict[str, Score]:
    """``strict`` and ``overlap`` for one text; ``kind`` None leaves the types aside.

    A found span of several types counts under each one that is right, and is charged under its
    first type only where none is.
    """
    found, gold = tuple(found), tuple(gold)
    return {
        "strict": _count(found, gold, kind=kind, exact=True),
        "overlap": _count(found, gold, kind=kind, exact=False),
    }


def _count(
    found: Sequence[Marked], gold: Sequence[Marked], *, kind: str | None, exact: bool
) -> Score:
    wanted = {(item.start, item.end) for item in gold if kind in {None, item.types[0]}}
    mine: dict[tuple[int, int], bool] = {}
    for item in found:
        span = (item.start, item.end)
        if kind is None or kind in item.types:
            right = any(meets(span, other, exact=exact) for other in wanted)
            if right or (kind in {None, item.types[0]} and not _excused(item, gold, exact=exact)):
                mine[span] = mine.get(span, False) or right
    return Score(
        found=len(mine),
        gold=len(wanted),
        right_found=sum(mine.values()),
        right_gold=sum(any(meets(one, other, exact=exact) for one in mine) for other in wanted),
    )


def _excused(item: Marked, gold: Iterable[Marked], *, exact: bool) -> bool:
    """Whether one of the other types a span may be read as is right."""
    return any(
        other.types[0] in item.types[1:]
        and meets((item.start, item.end), (other.start, other.end), exact=exact)
        for other in gold
    )


def meets(one: tuple[int, int], other: tuple[int, int], *, exact: bool) -> bool:
    """Whether two spans are the same, or touch."""
    if exact:
        return one == other
    return one[0] < other[1] and other[0] < one[1]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Markdown, columns aligned, so that it can be pasted into the page on quality."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(head))]
    cells = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    cells.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(cells)
