"""Lines that say when a page was looked at, copied or printed, which is not when it came out.

Decides alone which words before a day make it that of the visit: "Accessed 12 March 2031".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.ingest.stamps import Stamps
from generator.text.tries import alternation

_LONGEST = 140
_BEFORE = r"\W{0,4}(?:(?:first|last|date|time|page|text|article|copy|web|this|the|was|of) ){0,4}?"
_SIGNS = ":：,()"
_SMALL = frozenset({"", "on", "at", "of", "by", "from", "via", "as", "the", "original", "a"})
_PLACE = re.compile(r"[A-Z]|\S+\.\S")
_REST = re.compile(r"[\s.()\[\]（）【】|]*")


class Visits:
    """``words`` are those that open such a line."""

    def __init__(self, words: Iterable[str], stamps: Stamps) -> None:
        self._stamps = stamps
        # A word of a script without spaces may touch the day.
        opens = rf"{_BEFORE}{alternation(words)}(?:(?<=[^\x00-\x7f])|(?!\w))"
        self._word = re.compile(opens, re.IGNORECASE)

    def holds(self, line: str) -> bool:
        """Whether a line opens with such a word and ends in a day, with nothing but small words
        and names of places of the net between them."""
        hit = self._word.match(line) if len(line) <= _LONGEST else None
        span = self._stamps.span(line) if hit is not None else None
        if hit is None or span is None:
            return False
        between = line[hit.end() : max(hit.end(), span[0])].split()
        if not all(word.strip(_SIGNS) in _SMALL or _PLACE.match(word) for word in between):
            return False
        rest = line[span[1] :]
        return _REST.fullmatch(rest) is not None or self.holds(rest.lstrip(" ,;|"))
