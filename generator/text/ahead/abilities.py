"""What a thing is, can do or needs as a rule, told with a modal verb.

Decides that "could hold ten cells", "would reach 18,000 km", "may be a decoy" and "the figure may
be high" are about a thing as it is, and about nothing that comes.
"""

from __future__ import annotations

import re

from generator.knowledge.cues.outlook import Hindsight
from generator.text.marking import ADVERBS, behind
from generator.text.phrases import words
from generator.text.tries import alternation

_PLURAL = re.compile(
    rf"{ADVERBS} be [a-z][a-z-]{{2,}}(?<!s)s(?<!ous)(?<!less)(?=[.,;\")]|$| (?:or|and) )"
)
_EITHER = re.compile(r" (?:just )?(?:as (?:well|easily|readily)|equally) be\b")
""" "They could JUST AS WELL BE building steel": of what is."""
_GENERIC = re.compile(r"[\"' ]*(?:An?|Such an?|Any) [^,;.]{2,60}$")
_ABLE = re.compile(rf"{ADVERBS} be able to\b", re.I)
_IRREAL = re.compile(r"\bif\b[^;.]{1,60}?\b(?:was|were)\b")
""" "Would buy you 18,000 km IF there WAS a missile inside"."""
_THERE = re.compile(r"\b[Tt]here $")
_ARE_SOME = re.compile(
    rf"{ADVERBS} be [^,;.]{{1,60}}? (?:that|which|who) (?:[\w-]+ ){{0,2}}?"
    r"(?:has|have|is|are|was|were)\b"
)
""" "THERE may BE more THAT nobody HAS found": of what is."""
_WHICH_IS = re.compile(r"\b(?:that|which|who) (?:is|are) (?:\w+ly |also )?$")
_THAN = re.compile(rf"{ADVERBS} be (?:\w{{2,}}er|(?:more|less) \w+) than\b")
_NEEDS = re.compile(r" (?:normally |usually )?(?:need|require|take|have to)\b")
_RIGHT_AFTER = 70


class Abilities:
    """The cues, compiled."""

    def __init__(self, own: Hindsight) -> None:
        numbers = alternation(own.numbers)
        self._figure = re.compile(rf"[^.;]{{0,30}}?\b(?:\d[\d,.]*|up to|about|some|{numbers})\b")
        self._size = re.compile(
            r" be (?:about |around |roughly |some |at least |over |nearly |almost |between |"
            rf"no more than |up to )*(?:\d|{numbers} )"
        )
        self._every = re.compile(
            rf" [^,;.]{{0,40}}?\bevery (?:\d|{numbers}|{alternation(own.intervals)})"
        )
        self._measured = re.compile(
            rf"[^.;]{{0,60}}?(?<![\w.,])(?:\d[\d,.]*|{numbers})[ -]?"
            rf"{alternation(own.measures)}(?![\w-])",
            re.I,
        )
        self._rate = re.compile(
            rf"{ADVERBS} {alternation(own.firing)} (?:[\w-]+ ){{0,4}}?[\w-]+ (?:an? |per )"
            r"(?:minute|second|hour)\b"
        )
        self._outdoes = behind(own.outdoing)
        self._on_paper = re.compile(rf"[\"' ]*{alternation(own.on_paper)}(?![\w-])", re.I)
        self._identity = re.compile(
            rf"{ADVERBS} be (?:{alternation(own.identity)}(?![\w-])|(?-i:[A-Z]))", re.I
        )
        self._not_identity = words(own.not_identity)
        self._aims = words(own.aims)
        self._figured = re.compile(
            rf"\b{alternation(own.figures)}(?: [\w-]+){{0,2}}[ \"]{{1,2}}$", re.I
        )
        self._amiss = behind(own.amiss, lead="be ")
        self._shows = behind(own.showing)
        self._states = behind(own.states)
        self._alone = re.compile(rf"[^.;,]{{0,60}}(?<!for )\b{alternation(own.alone)}(?=[.;,\"]|$)")
        self._abilities = behind(own.abilities)
        self._at_will = re.compile(
            rf"(?: {alternation(own.making)}\b[^.;,]{{0,40}}|[^.;,]{{0,60}} (?=with ))"
            rf"\b{alternation(own.at_will)}(?![\w-])",
            re.I,
        )

    def able(self, text: str, end: int) -> bool:
        """ "Would BE ABLE TO"."""
        return _ABLE.match(text, end) is not None

    def at_will(self, text: str, end: int) -> bool:
        """ "Could DOUBLE output OVERNIGHT"."""
        return self._at_will.match(text, end) is not None

    def designed(self, text: str, end: int, before: str) -> bool:
        """ "A boat THAT IS expected to CARRY 16 missiles": what it is built for."""
        able = self._abilities.match(text, end) if _WHICH_IS.search(before) else None
        return able is not None and self._figured_after(text, able.end())

    def needed(self, text: str, end: int) -> bool:
        """ "Must be oiled EVERY TWO hours"."""
        return self._every.match(text, end) is not None

    def compared(self, text: str, end: int) -> bool:
        """ "Must be LONGER THAN the old one": of what is."""
        return _THAN.match(text, end) is not None

    def typical(self, text: str, start: int, end: int) -> bool:
        """ "A launcher of this kind can hold EIGHT rockets": any of its kind, with a figure."""
        if text.startswith("would", start) and not _NEEDS.match(text, end):
            return False
        return _GENERIC.match(text[:start]) is not None and self._figured_after(text, end)

    def told(self, text: str, word: str, end: int, *, supposed: bool) -> bool:
        """Whether ``word``, which ends at ``end``, tells what a thing can do, by a figure, by
        comparison or on paper."""
        if word == "should":
            able = _ABLE.match(text, end)
            return self._size.match(text, end) is not None or (
                able is not None and self._abilities.match(text, able.end()) is not None
            )
        if word == "must":
            return False
        if self._outdoes.match(text, end):
            return True
        if word == "will":
            return self._rate.match(text, end) is not None
        if self._on_paper.match(text) or self._on_paper.match(text, end):
            return True
        return (
            word in {"would", "could"}
            and self._measured.match(text, end) is not None
            and (not supposed or _IRREAL.search(text) is not None)
        )

    def guessed(self, text: str, word: str, end: int, before: str) -> bool:
        """Whether it guesses at what something is or can do, as far as the writer can tell."""
        if _EITHER.match(text, end) or (_THERE.search(before) and _ARE_SOME.match(text, end)):
            return True
        ahead = self._not_identity.search(text, end, end + _RIGHT_AFTER)
        if not ahead and (self._identity.match(text, end) or _PLURAL.match(text, end)):
            return word != "must" or self._aims.search(before) is None
        if word == "must":
            return False
        if self._figured.search(before) and (
            self._amiss.match(text, end) or self._shows.match(text, end)
        ):
            return True
        if self._states.match(text, end) or self.compared(text, end):
            return True
        if self._size.match(text, end) and self._measured.match(text, end):
            return True  # "might be 40 METRES deep"
        if word != "could":
            return False
        able = self._abilities.match(text, end)
        return self._alone.match(text, end) is not None or (
            able is not None and self._figured_after(text, able.end())
        )

    def _figured_after(self, text: str, end: int) -> bool:
        return self._figure.match(text, end) is not None
