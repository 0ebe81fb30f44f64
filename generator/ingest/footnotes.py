"""Numbered notes below an article that only name a source.

This module alone decides which of them go: those of a run that the marks in the text above vouch
for. A note that tells something in a sentence of its own stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.shapes import is_separator
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.text.tries import whole_words

_LONGEST = 600
_LEAST = 2
"""Notes of the shortest run, and marks in the text that must lead to one."""
_NOTE = re.compile(r"\[?(?P<number>\d{1,3})[\].)]{0,2}\s(?P<text>\S.*)", re.DOTALL)
_MARK = re.compile(r"(?<=[a-z.,;:!?)\"”’])\[?(\d{1,3})\]?(?![\d.,]\d|\d|[%°])(?=[\s\"”’—–-]|$)")
_QUOTED = re.compile(r"[“\"][^”\"\n]{3,300}[”\"]")
_STOP = re.compile(r"(?<=\w{4}[.!?]|\w{3}\)\.) ")
_CITES = re.compile(r"(?:See|Cf\.|Ibid|Id\.|Op\. cit|https?:|www\.|Author(?:s|'s|’s)? interview)")


class Footnotes:
    """Tells by the verbs of one :class:`Boilerplate` whether a note tells something."""

    def __init__(self, cues: Boilerplate) -> None:
        self._prose = whole_words(cues.prose)

    def read(self, lines: Sequence[str]) -> tuple[int, ...]:
        """Which of ``lines`` are such notes."""
        notes: dict[int, int] = {}
        for index in range(len(lines) - 1, -1, -1):
            hit = _NOTE.fullmatch(lines[index]) if len(lines[index]) <= _LONGEST else None
            number = int(hit["number"]) if hit else 0
            below = min(notes.values(), default=0)
            if number and (not below or number == below - 1):
                notes[index] = number
                if number == 1:
                    break
            elif len(lines[index]) > _LONGEST or (notes and not is_separator(lines[index])):
                return ()
        if len(notes) < _LEAST or min(notes.values()) != 1:
            return ()
        above = "\n".join(lines[: min(notes)])
        marks = {int(mark[1]) for mark in _MARK.finditer(above)} & set(notes.values())
        if len(marks) < max(_LEAST, len(notes) // 2):
            return ()
        return tuple(sorted(index for index in notes if not self._tells(lines[index])))

    def _tells(self, line: str) -> bool:
        hit = _NOTE.fullmatch(line)
        text = _QUOTED.sub("-", hit["text"]) if hit else line
        if _CITES.match(text):
            return False
        return self._prose.search(_STOP.split(text, maxsplit=1)[0]) is not None
