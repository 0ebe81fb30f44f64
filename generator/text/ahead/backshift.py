"""What the past tense of reported speech still says of what comes.

Decides that "said a test WAS LIKELY next month" looks ahead, because the verb follows the tense of
"said" and not the time of the test; a day gone by behind it makes it the past after all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.ahead.horizons import times
from generator.text.marking import BEHIND_PREDICATE, Marker, forecast
from generator.text.phrases import alone, pieces
from generator.text.tries import alternation

_SAID = re.compile(r"\w+ed|said|told|wrote|thought|felt|made clear|let it be known", re.I)
_TENSE = frozenset({"was", "were", "did", "wasn", "weren", "didn", "planned", "intended", "hoped",
                    "aimed", "seemed", "appeared", "looked", "remained"})  # fmt: skip
_BE = (
    r"(?:was|were|wasn't|weren't|seemed|appeared|looked|remained|"
    r"(?:did not|didn't) (?:seem|appear|look))"
    r"(?: (?:not|also|still|now|very|more|less|most|to be|"
    r"(?!likely|apparently|probably)\w+ly)){0,3} +"
)
_BREAK = re.compile(
    r";|\bbut\b(?! that\b)|\b(?:originally|initially|once|had|until then|when|while)\b"
)
_FAILED = re.compile(r"\bbut\b[^.;]{0,80}?\b(?:had|failed|never|did not|didn't)\b")
_BARE = re.compile(r"[a-z]+\b(?<!ed)(?<!ing)")


class Backshift:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._times = times(cues)
        tied = [one for one in cues.forecast if one.endswith((" to", " for"))]
        fixed = [one for one in cues.scheduled if not one.startswith(("is ", "are ", "to be "))]
        self._scheduled = frozenset(one.lower() for one in fixed)
        self._tied = re.compile(
            rf"\b(?:{_BE}(?P<term>{alternation((*tied, *fixed))})"
            rf"|(?P<meant>(?:planned|intended|hoped|aimed) to))(?![\w-])",
            re.I,
        )
        degrees = (*cues.scale_terms, *cues.likelihood, *cues.possible)
        self._predicate = re.compile(
            rf"\b{_BE}(?P<term>{alternation(degrees)})(?![\w-])"
            rf"{BEHIND_PREDICATE}",
            re.I,
        )
        self._verb = re.compile(
            r"\b(?:is|are|be|been|as|has|have|\w{3,}ed|"
            rf"{alternation(cues.hindsight.past_forms)})\b(?![^;]*\b(?:and|but|that) (?:\w+ )?$)"
        )
        """ "Said it LAUNCHED two INTENDED TO press others": what they are for."""
        self._was_to = re.compile(r"\b(?:was|were)(?P<term>(?: also| now| not)? to) (?=[a-z])")

    def find(self, text: str, *, cue: str, past: Sequence[int], coming: bool) -> Iterator[Marker]:
        """Markers behind the words of speech ``cue``. ``past`` are places of days gone by in
        ``text``; ``coming`` says that it names a day to come."""
        if _SAID.fullmatch(cue.rsplit(" ", 1)[-1]) is None or _TENSE.isdisjoint(pieces(text)):
            return
        said = alone(cue, re.I).search(text)
        if said is None:
            return
        told = said.end()
        for match in self._tied.finditer(text, told):
            group = "term" if match["term"] else "meant"
            word = match[group].lower()
            if group == "meant" and (
                _BARE.match(text, match.end() + 1) is None
                or self._verb.search(text, told, match.start())
            ):
                continue
            planned = group == "meant" or word in self._scheduled
            if self._open(text, told, match.end(), past):
                yield forecast(match.span(group), kind="scheduled" if planned else "forecast")
        for match in self._predicate.finditer(text, told):
            later = coming or match["term"].lower() == "imminent"
            that = text.find(" that ", told, match.start())
            if not later and not self._times.near(text[max(that, told) :]):
                continue
            if self._open(text, told, match.end(), past):
                yield forecast(match.span("term"))
        for match in self._was_to.finditer(text, told):
            later = coming or self._times.near(text[match.end() :])
            if later and self._open(text, told, match.end(), past):
                yield forecast(match.span("term"), kind="scheduled")

    def _open(self, text: str, told: int, end: int, past: Sequence[int]) -> bool:
        """Whether nothing says that it was over when it was told."""
        if any(at >= end for at in past) or _BREAK.search(text, told, end):
            return False
        return _FAILED.search(text, end) is None


@lru_cache(maxsize=8)
def backshift(cues: OutlookCues) -> Backshift:
    return Backshift(cues)
