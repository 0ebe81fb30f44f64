"""Whom a phrase tells of that stands behind a name and a comma.

Decides that what stands before a verb is no speaker but an apposition: "Black, A LAWYER IN ZENDA,
said", and without its second comma "Black, sister of the ruler and HEAD OF THE PARTY has warned".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.model import Mention
from generator.text.attribution import Line
from generator.text.speech_cues import SpeechCues

_FINITE = re.compile(
    r"\b(?:who|which|that|whose|is|are|was|were|has|have|had|will|would|\w{3,}ed|said|says|met)\b"
)

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


def unclosed(
    cues: SpeechCues,
    line: Line,
    tokens: Sequence[Token],
    first: int,
    *,
    is_person: Callable[[Mention], bool],
) -> tuple[int, int] | None:
    """The person at the head of a sentence whom a phrase behind "and" tells of, where one comma
    alone parts the two."""
    if first < 2 or tokens[first - 1][2].lower() != "and" or not line.actors:
        return None
    start, end, mention = line.actors[0]
    between = line.outside[end + 2 : tokens[first][0]]
    lower = line.outside[end + 2 : end + 3].islower()
    told = line.outside.startswith(", ", end) and lower and "," not in between
    if not told or not is_person(mention) or _FINITE.search(between):
        return None
    lead = line.outside[:start].lower().replace(".", "").split()
    return (start, end) if all(word in cues.titles for word in lead) else None
