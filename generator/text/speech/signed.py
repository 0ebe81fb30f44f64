"""Whose statement an article prints, by the lines at its head.

Decides that "Statement by Foreign Minister Rosa Black on the strait", "Spokesperson Rosa Black's
remarks" and a name under the bare rubric "Press statement" name the one who makes it. Where the
text goes on to speak of that person, it tells of a statement and prints none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.claims import ClaimCues
from generator.text.phrases import plain
from generator.text.tries import alternation

_HEAD = 900
"""Characters in which the lines at the head of an article stand."""
_LINES = 7
_LONGEST = 240
"""Characters of the longest line at the head."""
_NAME = r"(?:(?:[A-Z][\w.'-]*|of|for|the|and|to),? ){0,18}?[A-Z][\w-]*[\w']"
_ENDS = (
    r"(?= (?:on|regarding|concerning|about|at|following|after|in|with|ahead|during|before|over|"
    r"upon|to (?:an?|the|questions?))\b|,|:| \(|$)"
)


class _Patterns:
    def __init__(self, cues: ClaimCues) -> None:
        listed = cues.signed_papers
        cased = (str.lower, str.capitalize, str.title, str.upper)
        paper = alternation({case(one) for one in listed for case in cased})
        lead = r"(?:[\w'-]+ ){0,5}?"
        self.by = re.compile(
            rf"{lead}{paper}(?: (?:to|at|before|in) [^,:]{{2,60}}?)? (?:by|of|from|BY|OF) "
            rf"(?P<who>{_NAME}){_ENDS}"
        )
        self.own = re.compile(rf"(?P<who>{_NAME})'s? (?:[\w'-]+ ){{0,3}}?{paper}\b")
        self.rubric = re.compile(rf"{lead}{paper}")
        self.under = re.compile(rf"(?P<who>{_NAME})(?:,|$)")


@lru_cache(maxsize=8)
def _patterns(cues: ClaimCues) -> _Patterns:
    return _Patterns(cues)


@lru_cache(maxsize=1)
def signatory(text: str, cues: ClaimCues) -> tuple[int, int] | None:
    """Where the lines at the head of an article name who makes the statement that it prints: his
    title and name. None if they name nobody so, and where the text speaks of him. The last answer
    is kept: cutting the article, its genre and its speaker all ask."""
    patterns = _patterns(cues)
    end = seen = 0
    rubric = False
    for line in text[:_HEAD].split("\n"):
        start, end = end, end + len(line) + 1
        bare = plain(line).strip(" *_#")
        seen += bool(bare)
        if seen > _LINES or len(bare) > _LONGEST:
            return None
        found = patterns.by.match(bare) or patterns.own.match(bare)
        if found is None and rubric:
            found = patterns.under.match(bare)
        rubric = rubric or patterns.rubric.fullmatch(bare) is not None
        if found is not None and " " not in found["who"]:
            rubric = True  # "Spokesperson's press briefing"
        elif found is not None:
            name = found["who"].removesuffix("'").rsplit(" ", 1)[-1]
            last = text.rstrip().rfind("\n")  # a signature may stand there
            if name.casefold() in text[end : last if last > end else len(text)].casefold():
                return None
            start += plain(line).find(bare)
            return start + found.start("who"), start + found.end("who")
    return None
