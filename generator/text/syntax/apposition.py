"""Whom a phrase tells of that stands behind a name and a comma.

Decides that what stands before a verb is no speaker but an apposition: "Black, A LAWYER IN ZENDA,
said", and without its second comma "Black, sister of the ruler and HEAD OF THE PARTY has warned".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.model import Mention
from generator.text.speech.attribution import Line
from generator.text.speech.cues import SpeechCues

_FINITE = re.compile(
    r"\b(?:who|which|that|whose|is|are|was|were|has|have|had|will|would|said|says|met)\b"
)
_APPOSED = re.compile(r"(?:an?|the|once|formerly|former|now|then|one of|himself|herself|and) ")
_RELATIVE = re.compile(r"(?:who|whose|which) ")
_TWICE = 2
"""Insertions behind a name that one look to the left does not pass over."""
_DESCRIBED = re.compile(r"(?:\w{3,}(?:ed|ing)|clad|sister|brother|son|daughter|wife|head)$")
_OPENS = re.compile(r"(?:^|[\",\u0001] *)(?P<lead>(?:[\w'.-]+ ){0,5})$")
_REACH = 6
"""Words of an apposition in which a calling stands, at most."""

_WHOSE = frozenset({"his", "her", "its", "their"})

Token = tuple[int, int, str]
"""Start, end and form of a word."""


def closed(
    cues: SpeechCues, line: Line, tokens: Sequence[Token], first: int
) -> tuple[int, int] | None:
    """The name that a phrase between commas tells of; ``first`` is its first token."""
    if first < 2 or tokens[first][2] not in {"a", "an"} or tokens[first - 1][2] != ",":
        return None
    end = tokens[first - 1][0]
    for start, finish, _ in line.actors:
        if finish != end:
            continue
        lead = line.outside[:start].rstrip()
        word = lead.rsplit(" ", 1)[-1].lower()
        opens = not lead or lead.endswith((",", ";", '"')) or word in cues.breaks
        return (start, finish) if opens else None
    return None


def told_twice(cues: SpeechCues, line: Line, last: int) -> tuple[int, int] | None:
    """ "BLACK, a sailor and once the envoy in Zenda, who had seen it, said": the name with which a
    sentence opens, if all between it and the comma at ``last`` tells of it."""
    if not line.actors or line.outside[last : last + 1] != ",":
        return None
    start, end, _ = line.actors[0]
    lead = line.outside[:start].lower().split()
    pieces = line.outside[end:last].split(", ")
    if len(pieces) < _TWICE + 1 or pieces[0] or not cues.titles.issuperset(lead):
        return None
    told = all(
        _RELATIVE.match(piece) or (_APPOSED.match(piece) and _FINITE.search(piece) is None)
        for piece in pieces[1:]
    )
    return (start, end) if told else None


def unclosed(
    cues: SpeechCues,
    line: Line,
    tokens: Sequence[Token],
    first: int,
    *,
    is_person: Callable[[Mention], bool],
) -> tuple[int, int] | None:
    """The person with whom a clause opens, where one comma alone parts the name from what is told
    of it: a calling, what he wears or does."""
    last = tokens[-1][1]
    for start, end, mention in line.actors:
        if end > tokens[first][0]:
            return None
        told = line.outside[end + 2 : last]
        if not line.outside.startswith(", ", end) or "," in told or not is_person(mention):
            continue
        words = told.split()
        described = bool(words) and (
            _DESCRIBED.match(words[0]) is not None
            or any(cues.callings.fullmatch(word.lower()) for word in words[:_REACH])
        )
        opens = _OPENS.search(line.outside[:start])
        lead = opens.group("lead").lower().replace(".", "").split() if opens else [""]
        titled = all(word in cues.titles or cues.callings.fullmatch(word) for word in lead)
        if described and opens is not None and titled and _FINITE.search(told) is None:
            return start, end
    return None


def named_behind(
    cues: SpeechCues,
    line: Line,
    span: tuple[int, int],
    *,
    is_person: Callable[[Mention], bool],
    sure: bool,
) -> tuple[int, int] | None:
    """ "According to his deputy, RUPERT BLACK, the": the name behind somebody of one person;
    ``sure`` where the words before the comma can be nobody else."""
    whose = line.outside[slice(*span)].split(" ", 1)[0].lower()
    if not (sure or whose in _WHOSE or whose.endswith(("'s", "s'"))):
        return None
    for start, end, mention in line.actors:
        titles = line.outside[span[1] + 2 : start].lower().split()
        behind = start >= span[1] + 2 and line.outside.startswith(", ", span[1])
        if behind and cues.titles.issuperset(titles):
            closes = line.outside[end : end + 1] in {",", ".", ";", ")", ""}
            return (start, end) if closes and is_person(mention) else None
    return None
