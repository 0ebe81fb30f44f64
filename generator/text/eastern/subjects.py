"""Whose a Chinese verb of speech is that nobody stands right before, and which ones are nobody's.

Decides that a verb behind a comma goes with whoever opens the clauses before it, and that one
inside words that only say when, or inside an attribute, reports nothing.
"""

from __future__ import annotations

import re

from generator.model import Mention
from generator.text.eastern.words import EasternWords
from generator.text.speech.attribution import Line

_COMMA = re.compile(r"[，,]")
_STOP = re.compile(r"[。；：！？;:\"\u0001]")
_BOUNDS = '，,。；：！？;:"\u0001'
_ENDS = re.compile(r"[，,。；！？;]")
_OPENING = 20
"""Characters of a clause in which its subject ends."""


def in_time_clause(cues: EasternWords, text: str, verb: int) -> bool:
    """Whether the clause around a verb only says when: "在 X 表示 …之后，"."""
    start, end = _clause(text, verb)
    when = cues.when.match(text, start) and cues.when_end.search(text, start, end)
    return bool(when or cues.given.match(text, start))


def attributive(cues: EasternWords, text: str, verb: int) -> bool:
    """Whether the verb that ends at ``verb`` only describes a noun: "X 宣布不再受约束的声明"."""
    _, end = _clause(text, verb)
    return cues.attribute_end.search(text, verb, end) is not None


def carried_subject(cues: EasternWords, line: Line, verb: int) -> tuple[int, int, Mention] | None:
    """The actor that opens the last clause that names one before a verb right behind a comma:
    "X 对此不满，并警告称"."""
    text = line.outside
    manner = cues.before.search(text, max(0, verb - 8), verb)
    verb = manner.start() if manner else verb
    and_ = cues.and_then.search(text, max(0, verb - 8), verb)
    if and_ is None:
        return None
    end = and_.start()
    while True:
        start, _ = _clause(text, end)
        opening = [one for one in line.actors if start <= one[0] and one[1] <= start + _OPENING]
        found = _subject(cues, text, opening, start)
        if found is not None or start == 0 or _STOP.match(text, start - 1):
            return found
        end = start - 1


def _subject(
    cues: EasternWords, text: str, opening: list[tuple[int, int, Mention]], start: int
) -> tuple[int, int, Mention] | None:
    """The last of the names in one run at the beginning of a clause."""
    found: tuple[int, int, Mention] | None = None
    for one in opening:
        if found is None and one[0] > start:
            return None
        if found is not None and one[0] - found[1] > _TITLE:
            break
        if found is not None and _COMMA.search(text, found[1], one[0]):
            break
        found = one
    return None if found is None or text.startswith(cues.no_subject, found[1]) else found


_TITLE = 8
"""Characters of a title between the names of one run, at most."""


def _clause(text: str, at: int) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, at) for mark in _BOUNDS) + 1
    mark = _ENDS.search(text, at)
    return start, mark.start() if mark else len(text)
