"""Where the paragraphs of plain text begin and end.

Scraped text comes in two habits that look alike: one paragraph a line, and lines broken at some
seventy columns. Lengths of lines tell them apart, for the article as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.display import INVISIBLE
from generator.model import Paragraph, Repair

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"[*•·▪◦‣●■-][ \t]+(?=\S)(?!\d{1,3} ?-$)")
_NUMBERED = re.compile(r"\d{1,2}[.)][ \t]+(?=\S)")
_TERMINAL = (".", "!", "?", ":", "。", "！", "？", "”", '"', "」", "…", ")")
_WRAP_RANGE = (40, 110)


@dataclass(frozen=True, slots=True)
class Layout:
    """Paragraphs in order, marks that are not shown, and nothing else."""

    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it."""

    start: int
    end: int
    fresh: bool
    """Nothing stands between the line and the blank line or start before it."""
    indented: bool


def lines(text: str) -> list[Line]:
    """The lines that hold something to see."""
    found: list[Line] = []
    previous = 0
    for hit in _LINE.finditer(text):
        line = hit.group()
        bare = line.strip()
        if not bare or (not bare.isascii() and INVISIBLE.fullmatch(bare)):
            continue
        start = hit.start() + line.index(bare)
        fresh = not found or text.count("\n", previous, hit.start()) != 1
        found.append(Line(start, start + len(bare), fresh, line[:1].isspace()))
        previous = hit.end()
    return found


def wrap_width(rows: list[Line], text: str) -> int | None:
    """The width at which the article's lines are broken; None where each line is a paragraph."""
    pairs = [(row, after) for row, after in pairwise(rows) if not after.fresh]
    if len(pairs) < 3:
        return None
    inner = [row for row, _ in pairs]
    running = sum(text[after.start].islower() for _, after in pairs)
    if running * 5 < 2 * len(pairs):
        return None
    lengths = sorted(row.end - row.start for row in inner)
    median = lengths[len(lengths) // 2]
    least, most = _WRAP_RANGE
    if not least <= median <= most:
        return None
    if max(row.end - row.start for row in rows) > 1.4 * median + 10:
        return None
    return median


def plain(text: str, *, alone: Callable[[str], bool]) -> Layout:
    """Paragraphs of plain text. ``alone`` names lines that never join their neighbours."""
    rows = lines(text)
    width = wrap_width(rows, text)
    paragraphs: list[Paragraph] = []
    marks: list[Repair] = []
    before: Line | None = None
    lone_before: bool | None = None
    for row in rows:
        line = text[row.start : row.end]
        bullet = _BULLET.match(text, row.start, row.end)
        listed = bullet is not None or _NUMBERED.match(text, row.start, row.end) is not None
        near = before is not None and not row.fresh
        lone = near and alone(line)
        if near and before is not None and lone_before is None:
            lone_before = alone(text[before.start : before.end])
        if (
            before is not None
            and not listed
            and not lone
            and not lone_before
            and _joins(text, before, row, width=width)
        ):
            last = paragraphs.pop()
            paragraphs.append(Paragraph(start=last.start, end=row.end, kind=last.kind))
        else:
            start = bullet.end() if bullet else row.start
            if bullet:
                marks.append(Repair(start=row.start, end=start, text=""))
            paragraphs.append(
                Paragraph(start=start, end=row.end, kind="list" if listed else "text")
            )
        before, lone_before = row, lone if near else None
    return Layout(tuple(paragraphs), tuple(marks))


def _joins(text: str, before: Line, row: Line, *, width: int | None) -> bool:
    if row.fresh:
        return False
    ended = text[before.start : before.end].endswith(_TERMINAL)
    lower = text[row.start].islower()
    if width is None:
        return lower and not ended and before.end - before.start > 15
    if row.indented and not before.indented:
        return False
    short = before.end - before.start < 0.65 * width
    return lower or not short or not ended
