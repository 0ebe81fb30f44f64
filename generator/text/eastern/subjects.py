"""Whose a Chinese verb of speech is that nobody stands right before, and which ones are nobody's.

Decides that a verb behind a comma goes with whoever opens the clauses before it, and that one
inside words that only say when, or inside an attribute, reports nothing.
"""

from __future__ import annotations

import re

from generator.model import Mention
from generator.text.speech.attribution import Line

_COMMA = re.compile(r"[，,]")
_STOP = re.compile(r"[。；：！？;:\"\u0001]")
_AND = re.compile(r"[，,](?:并|又|还|也|同时|进而|随后|接着|其后)*$")
_GIVEN = re.compile(r"(?:随着|鉴于|由于|针对)")
_WHEN = re.compile(r"(?:在|自|自从|当|继|就在|随着|每当)(?!野|任|位)")
_WHEN_ENDS = re.compile(r"(?:之?后|之?前|时|之际|同时|以来|期间|的背景下|的情况下)$")
_ATTRIBUTE_ENDS = re.compile(
    r"的(?:声明|说法|决定|要求|消息|言论|计划|立场|承诺|警告|主张|讲话|报告|做法|行为|举动|新闻|报道|文章|"
    r"指控|指责|观点|看法|协议|原则|条件|目标)"
)
_NO_SUBJECT = ("的", "、", "和", "与", "及", "方面的")
_OPENING = 20
"""Characters of a clause in which its subject ends."""


def in_time_clause(text: str, verb: int) -> bool:
    """Whether the clause around a verb only says when: "在 X 表示 …之后，"."""
    start, end = _clause(text, verb)
    when = _WHEN.match(text, start) and _WHEN_ENDS.search(text, start, end)
    return bool(when or _GIVEN.match(text, start))


def attributive(text: str, verb: int) -> bool:
    """Whether the verb that ends at ``verb`` only describes a noun: "X 宣布不再受约束的声明"."""
    _, end = _clause(text, verb)
    return _ATTRIBUTE_ENDS.search(text, verb, end) is not None


def carried_subject(line: Line, verb: int) -> tuple[int, int, Mention] | None:
    """The actor that opens the last clause that names one before a verb right behind a comma:
    "X 对此不满，并警告称"."""
    text = line.outside
    and_ = _AND.search(text, max(0, verb - 8), verb)
    if and_ is None:
        return None
    end = and_.start()
    while True:
        start, _ = _clause(text, end)
        opening = [one for one in line.actors if start <= one[0] and one[1] <= start + _OPENING]
        found = _subject(text, opening, start)
        if found is not None or start == 0 or _STOP.match(text, start - 1):
            return found
        end = start - 1


def _subject(
    text: str, opening: list[tuple[int, int, Mention]], start: int
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
    return None if found is None or text.startswith(_NO_SUBJECT, found[1]) else found


_TITLE = 8
"""Characters of a title between the names of one run, at most."""


def _clause(text: str, at: int) -> tuple[int, int]:
    start = max((m.end() for m in re.finditer(r"[，,。；：！？;:\"\u0001]", text[:at])), default=0)
    mark = re.compile(r"[，,。；！？;]").search(text, at)
    return start, mark.start() if mark else len(text)
