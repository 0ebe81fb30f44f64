"""Where a line that states where an article comes from falls into parts.

This module alone decides the cuts: at bars, dots and wide spaces, before a label and before words
that say where a writer's account is kept, around dashes and commas beside a stamp, and, where a
clock or a label shows that the line is no headline, around the stamp itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.ingest.pieces import between
from generator.ingest.stamps import DAYS, Stamps
from generator.knowledge.cues.boilerplate import LabelMeaning
from generator.text.scripts import EASTERN
from generator.text.tries import alternation

_PARTS = re.compile(r"(?:[^|·•›»>\s　]++|[^\S　](?![^\S　]))++")
_DASH = re.compile(r" [-–—] ")
_STAMPED = 140
_CLOCKED = re.compile(r"\d[:：]\d\d|\d ?[時시时点]")
_AROUND = " ,，()（）[]【】\t　"


_MARKED = re.compile(r"[\d:：]")
_GENERIC = re.compile(r"[a-z]|(?:Date|Time|Text|Link)\b")

Parts = list[tuple[int, str]]


class Cutter:
    """Asks ``stamps`` where a line says when."""

    def __init__(
        self,
        stamps: Stamps,
        *,
        labels: Mapping[str, LabelMeaning],
        openers: Iterable[str],
        origins: Iterable[str],
        writers: str,
    ) -> None:
        """``labels`` stand before a colon, ``openers`` before a writer, ``origins`` before the
        place from which an account writes. ``writers`` is the pattern of a writer with his title,
        in a script without capitals."""
        self._stamps = stamps
        self._labels = frozenset(labels)
        self._dates = frozenset(word for word, means in labels.items() if means in DAYS)
        self._byline = re.compile(rf"\W{{0,3}}{alternation(openers)}\s+\S", re.IGNORECASE)
        origin, label = alternation(origins), alternation(labels)
        self._inner = re.compile(rf"[ \t]+(?={label}\s?[:：]\s?\S|{origin})", re.IGNORECASE)
        self._eastern = re.compile(
            rf"[ \t]+(?={label}\s?[:：]\s?\S|{origin})|\s?[/／]\s|】\s?(?=【)"
            rf"|[ =](?={writers}[\])】]?(?:\s+\S{{1,64}}@\S{{1,64}})?\s*$)",
            re.IGNORECASE,
        )

    def parts(self, line: str) -> Parts:
        """The parts of a line between bars, dots and wide spaces, and before labels."""
        found: Parts = []
        for part in _PARTS.finditer(line):
            found += self._inside(part.group(), part.start())
        if len(found) == 1 and len(line) <= _STAMPED:
            found = self._before_stamp(line) or found
        return [(start, text) for start, text in found if text.strip()]

    def _inside(self, line: str, start: int) -> Parts:
        """The pieces of one part before its labels, writers and origins."""
        eastern = not line.isascii() and EASTERN.search(line) is not None
        if not eastern and ":" not in line:
            return [(start, line)]
        found: Parts = []
        at = 0
        for cut in (self._eastern if eastern else self._inner).finditer(line):
            before = line[at : cut.start()]
            plain = not _MARKED.search(before) and _GENERIC.match(line, cut.end()) is not None
            if (plain and before.strip()) or before.strip().casefold() in self._labels:
                continue  # "Event date: 3 March 2031", "기자명 오민지 기자"
            found.append((start + at, line[at : cut.start()]))
            at = cut.end()
        return [*found, (start + at, line[at:])]

    def around_stamp(self, line: str, parts: Parts) -> Parts:
        """``parts`` with the stamp of the line as a part of its own; empty where it has none, or
        it is one already."""
        if len(line) > _STAMPED:
            return []
        for index, (start, text) in enumerate(parts):
            span = None if self._stamps.alone(text) else self._stamps.span(text)
            if span is None:
                continue
            if text[: span[0]].strip(" :：").casefold() in self._dates:
                continue  # "Published: 3 March 2031, 10:30" is one part
            cut = [(0, span[0]), span, (span[1], len(text))]
            pieces = [(a, text[a:b]) for a, b in cut if text[a:b].strip(_AROUND)]
            if len(pieces) == 1:
                continue
            return [
                *parts[:index],
                *(piece for at, own in pieces for piece in self._inside(own, start + at)),
                *parts[index + 1 :],
            ]
        return []

    def is_clocked(self, line: str) -> bool:
        """Whether a line names an hour."""
        return _CLOCKED.search(line) is not None

    def _before_stamp(self, line: str) -> Parts:
        """The parts of "Institute - Brief 6 - 3 March 2031" and of "By X, 3 March 2031"."""
        if self._stamps.alone(line):
            return []
        parts = between(line, _DASH)
        if len(parts) == 1 and self._byline.match(line):
            # "By X, Harbour Times, March 3, 2031": the stamp holds a comma itself.
            commas = [
                at for at, sign in enumerate(line[:-1]) if sign == "," and line[at + 1] == " "
            ]
            cut = next((at for at in commas if self._stamps.alone(line[at + 2 :])), None)
            if cut is not None:
                bounds = [*(at for at in commas if at < cut), cut]
                starts = [0, *(at + 2 for at in bounds)]
                parts = [(a, line[a:b]) for a, b in zip(starts, [*bounds, len(line)], strict=True)]
        dated = any(self._stamps.alone(text) for _, text in parts)
        return parts if len(parts) > 1 and dated else []
