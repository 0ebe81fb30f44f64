"""Persons by what they were introduced as, for "the analyst said".

Decides which words introduce somebody: a calling right before the name ("spokeswoman Black"), or
one in an apposition behind it ("Black, a shipping analyst in Zenda,"). Where several were
introduced so, the one that spoke last is meant, else nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.cues.claims import ClaimCues
from generator.model import ANONYMOUS, Mention
from generator.text.attribution import Line
from generator.text.speech_cues import compiled

_REACH = 60
"""Characters behind a name in which its apposition names a calling, at most."""
_APPOSITION = re.compile(
    r", (?:(?:the|an?|one of the|former|who (?:is|was) (?:the|an?))\b|[^,]{2,40}?'s?(?= ))"
)
_OFFICE = re.compile(
    r"(?<![\w-])(?P<calling>[A-Z]\w+) (?:of|for)(?: (?:the|of|and|[A-Z]\w+)){1,6}$"
)
""" "SECRETARY of State Black"."""
_PIECE = re.compile(r"[\w-]+|[^\w\s]")


class Introductions:
    """Filled sentence by sentence."""

    def __init__(self, cues: ClaimCues) -> None:
        self._callings = compiled(cues).callings
        self._stops = frozenset(cues.prepositions)
        self._known: dict[str, set[str]] = {}

    def remember(self, line: Line, persons: Sequence[tuple[int, int, Mention]]) -> None:
        """Take note of the persons of a sentence."""
        callings = self._callings
        if not persons or callings.shut(line.outside):
            return
        for start, end, mention in persons:
            before = line.outside[max(0, start - _REACH) : start].rstrip()
            last = before.rsplit(" ", 1)[-1].lower().strip("\"'")
            if callings.fullmatch(last):
                self._known.setdefault(last, set()).add(mention.entity)
            office = _OFFICE.search(before)
            if office is not None and callings.fullmatch(office["calling"].lower()):
                self._known.setdefault(office["calling"].lower(), set()).add(mention.entity)
            opened = _APPOSITION.match(line.outside, end)
            if opened is None:
                continue
            for word in _PIECE.findall(line.outside[opened.end() : end + _REACH]):
                lower = word.lower()
                if lower in self._stops or word in ",.;:":
                    break
                if callings.fullmatch(lower):
                    self._known.setdefault(lower, set()).add(mention.entity)

    def unnamed(self, calling: str) -> None:
        """Take note of somebody without a name who spoke as one of a calling."""
        if self._callings.fullmatch(calling):
            self._known.setdefault(calling, set()).add(ANONYMOUS)

    def of(self, phrase: str, *, last: str | None) -> str | None:
        """Whom "the analyst" means."""
        calling = phrase.lower().rstrip(".").removeprefix("the ")
        found = self._known.get(calling, set())
        if last in found and ANONYMOUS not in found:
            return last
        return next(iter(found)) if len(found) == 1 else None
