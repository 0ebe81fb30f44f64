"""Whether what is foretold is a warning: harm, a penalty, something worse than before.

Decides it by the words of speech, by words of harm and of what somebody is exposed to, and by
those that open or close a warning.
"""

from __future__ import annotations

import re

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.marking import ADVERBS, CLAUSE, Marker, behind
from generator.text.phrases import Gated, anchors, words
from generator.text.tries import alternation

_WARNED = re.compile(r",\"? (?:[\w'-]+ ){1,6}?(?:warned|cautioned|warns|cautions|warn|caution)\b")
"""Words of speech behind what was said, by somebody who is no holder."""
_WARNING = re.compile(
    r"\b(?:warn(?:ed|s|ing)?|cautioned|cautioning|cautions)(?: [\w'-]+){0,3}?"
    r"(?: that|(?= (?:it|they|this|the|a|an|such|any|its|their)\b))[^,;.:\"]{1,90}$"
)
""" "Called it rash, WARNING IT |could end in war"."""


def _clause_start(text: str, at: int) -> int:
    """Where the clause of a marker begins: harm told before it is not foretold."""
    return max((bound.end() for bound in CLAUSE.finditer(text, 0, at)), default=0)


class Harms:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._verbs = words(cues.warning_verbs)
        self._harm = words(cues.harm)
        self._does = re.compile(
            rf"{ADVERBS} {alternation(cues.harm_verbs)}(?![\w-])"
            rf"(?! (?:(?:an?|the|more|much|some) )?(?:(?:new|lively|fresh|wide) )?"
            rf"{alternation(cues.harmless)}(?![\w-]))",
            re.I,
        )
        self._penalties = behind(cues.penalties)
        self._exposed = Gated(
            re.compile(
                rf"\b{alternation(cues.exposing)} (?:[\w'-]+,? ){{0,5}}?"
                rf"{alternation(cues.exposed_to)}(?![\w-])"
            ),
            anchors(cues.exposed_to),
        )
        self._worries = words(cues.worries)
        self._worse = re.compile(
            rf"\b(?:will|would|can|could|may) only {alternation(cues.only_worse)}(?![\w-])", re.I
        )
        self._otherwise = tuple(one.lower() for one in cues.warning_openings)

    def harms(self, text: str, end: int) -> bool:
        """Whether the verb behind a marker that ends at ``end`` does harm."""
        return self._does.match(text, end) is not None

    def warns(self, text: str, marker: Marker, *, cue: str) -> bool:
        """Whether the forecast of ``marker`` warns. ``cue`` are the words of speech."""
        start, end = marker.start, marker.end
        may = text[start:end].lower() == "may"
        return bool(
            self._verbs.search(cue)
            or self._harm.search(text, _clause_start(text, start))
            or self._exposed.search(text, end)
            or self.harms(text, end)
            or (may and self._penalties.match(text, end))
            or self._worse.search(text, max(0, start - 1))
            or text.lstrip("\"' ").lower().startswith(self._otherwise)
            or _WARNED.search(text)
            or _WARNING.search(text, 0, start)
            or self._worries.search(text, 0, start)
        )
