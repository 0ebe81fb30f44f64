"""Whether a plain "will" tells of what is fixed or planned.

Decides it by what is done and when: an act of a calendar or of an office with a time to come, a
transfer that nobody merely expects, what follows "then" in a programme. What somebody judges or
doubts, and what befalls a thing, stays a forecast.
"""

from __future__ import annotations

import re

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import DateExpression
from generator.text.ahead.horizons import times
from generator.text.phrases import words
from generator.text.tries import alternation

_REFUSED = re.compile(r" (?:not|never)\b")
_ADVERBS = r"(?: (?:also|still|now|soon|then|first|later|again|next|\w+ly))*"
_FAR = 120
_BEHIND = 30
_BEFORE = 60
_SOURCE = 40
_SUPPOSED = re.compile(r"[\"' ]*(?:If|Were|Should|Unless|Had|Without|In case|In the event)\b")
_DOING = re.compile(r"\b(?:before|after|until|once) (?:\w{2,}ing\b|(?:the|its|their|his|her) )")
""" "Will undergo trials BEFORE JOINING the fleet": a time."""
_BATCH = re.compile(
    r"\b(?:batch|batches|tranche|shipments?|consignment|deliver(?:y|ies)|"
    r"first (?:of|two|three|four|five|six|\d+))\b[^,;.]{0,60}$"
)
_REACHES = re.compile(rf"{_ADVERBS} (?:reach|get to|come to) (?:the|its|their|[A-Z])\b")
""" "The first BATCH will REACH the island before May": a delivery."""
_IF = re.compile(r"\b(?:if|unless|provided|should it|should they)\b", re.I)
_NEXT = re.compile(r"[\"' ]*(?:then|thereafter|afterwards|subsequently|after that),? ", re.I)
_THEN = re.compile(r" (?:then|subsequently|afterwards) ")
_VERB = re.compile(rf"{_ADVERBS} [\"a-z]")
WILL = frozenset({"will", "would", "'ll", "shall", "won't"})
JUDGED = re.compile(
    r"\b(?:assess|judge|estimate|believe|expect|predict|forecast|doubt|doubtful|think|reckon|fear|"
    r"hope|assume|presume|speculate|unlikely|likely|chance|possibility|(?<!as )possible|plausible|"
    r"suspect|guess|convinced|in (?:my|our|his|her|their|[\w-]+'s) (?:own )?"
    r"(?:view|opinion|judge?ment|reading|estimation))(?:e?s|ed|d)?\b",
    re.I,
)


class Planned:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._estimates = words((*cues.scale_terms, *cues.hedges, *cues.confidence))
        self._as_planned = words(cues.as_planned)
        self._dated = words(cues.scheduled_if_dated)
        self._events = words(cues.scheduled_events)
        fixed = (*cues.dated_acts, *cues.calendar_verbs)
        acts = (*fixed, *cues.handing_over)
        self._fixed = re.compile(rf" *{alternation(fixed)}(?![\w-])", re.I)
        self._acts = re.compile(rf"{_ADVERBS} +{alternation(acts)}(?![\w-])", re.I)
        self._handing = re.compile(rf"{_ADVERBS} +{alternation(cues.handing_over)}(?![\w-])", re.I)
        self._unplanned = re.compile(rf"{_ADVERBS} +{alternation(cues.unplanned)}(?![\w-])", re.I)
        self._known = re.compile(
            rf"{_ADVERBS} be (?!{alternation(cues.befallen)}\b)"
            rf"(?:\w{{3,}}ed|{alternation(cues.hindsight.participles)}) (?:(?:at|in|from|with) "
            r"(?:(?:the|its|a) )?(?:[a-z]+ (?:of (?:the )?)?)?[A-Z]|"
            r"by (?:(?:the|its|an?) )?(?:[a-z]+ ){0,4}[A-Z]|"
            r"under (?:the|an?|its|this) (?:[\w-]+ ){0,3}(?:agreement|contract|deal|plan|program|"
            r"programme|accord|treaty|pact|scheme)\b)"
        )
        idle = alternation((*cues.no_acts, *cues.comes_about))
        self._comes_about = re.compile(rf"{_ADVERBS} +{idle}(?![\w-])", re.I)
        self._done_to = re.compile(
            rf"{_ADVERBS}(?: never)? +be (?:\w+ly |first |again )?"
            rf"(?!{alternation(cues.befallen)}\b)"
            rf"(?:\w{{3,}}ed|{alternation(cues.hindsight.participles)})(?![\w-])"
        )
        self._programme = re.compile(
            rf"{_ADVERBS} +{alternation(cues.programme_verbs)}(?![\w-])", re.I
        )
        self._event_first = re.compile(
            rf"\b{alternation(cues.scheduled_events)}(?:, (?:which|scheduled|due|planned|set|to be)"
            r" [^,;]{2,90},)? $",
            re.I,
        )
        self._guessers = words(cues.guessers)
        self._times = times(cues)

    def as_planned(self, text: str, start: int, end: int | None = None) -> bool:
        """ "On schedule", whoever says so."""
        stop = len(text) if end is None else end
        return self._as_planned.search(text, start, stop) is not None

    def guesses(self, source: str) -> bool:
        """Whether ``source`` names somebody who foresees things and fixes none."""
        return self._guessers.search(source) is not None

    def judged(self, text: str, start: int, end: int, *, source: str, cue: str) -> bool:
        """Whether somebody judges, doubts or estimates what the marker says, or speaks who fixes
        nothing."""
        if (
            JUDGED.search(text, 0, start) is not None
            or self._estimates.search(text, max(0, start - _BEFORE), end + _BEHIND) is not None
            or self.guesses(source)
        ):
            return True
        if self._guessed_behind(text, end):
            return True
        return text[start:end].lower() in WILL and JUDGED.search(cue) is not None

    def says(
        self,
        text: str,
        start: int,
        end: int,
        *,
        source: str,
        cue: str,
        dates: tuple[DateExpression, ...],
        offset: int,
    ) -> bool:
        """Whether the "will" or "expected to" at ``start`` names an act or event of a plan.
        ``source`` and ``cue`` are the words for who says so, ``dates`` those of the sentence, which
        begins at ``offset``."""
        word = text[start:end].lower()
        if _REFUSED.match(text, end) or self.judged(text, start, end, source=source, cue=cue):
            return False
        if word in WILL and self.as_planned(text, end, end + _FAR):
            return True
        going = word == "going to"
        if not (going or self._dated.search(word)) or _SUPPOSED.match(text):
            return False
        if word.startswith((*WILL, "expected")) and any(
            _on_a_day(one, offset + end) for one in dates
        ):
            return not (self._unplanned.match(text, end) or JUDGED.match(text, end + 1))
        if word in WILL or going:
            acts = (
                self._acts.match(text, end) is not None
                or self._is_done(text, end)
                or (_REACHES.match(text, end) and _BATCH.search(text, 0, start)) is not None
            )
        else:
            acts = self._fixed.match(text, end) is not None
        if word == "will" and self._of_an_event(text, start, end):
            return True
        window = _without_past(text[end : end + _FAR], dates, offset + end)
        if acts:
            if self._unplanned.match(text, end):
                return False
        elif word == "will" and self._arranged(text, end):
            return _IF.search(text) is None
        elif not self._events.search(window):
            return False
        behind = any(one.relation != "past" and one.start - offset >= end for one in dates)
        if behind or self._times.near(window):
            return True
        return acts and word in WILL and self._fixed_without_day(text, end, window, dates)

    def _fixed_without_day(
        self, text: str, end: int, window: str, dates: tuple[DateExpression, ...]
    ) -> bool:
        """Whether the act of a "will" that ends at ``end`` has its time before it, by a season or
        by another act, or is one that needs none."""
        if self._times.season(window) or _DOING.search(window):
            return True
        if self._times.near(text[max(0, end - _BEFORE) : end]):
            return True
        if any(one.relation == "future" for one in dates):
            return True
        if _IF.search(text) is not None:
            return False
        return bool(
            self._handing.match(text, end)
            or _NEXT.match(text)
            or _THEN.match(text, end)
            or self._arranged(text, end)
        )

    def _is_done(self, text: str, end: int) -> bool:
        """Whether somebody does what stands behind the "will", or has it done: it neither befalls a
        thing nor comes about."""
        if self._unplanned.match(text, end) or _IF.search(text) is not None:
            return False
        if self.is_done_to(text, end):
            return True
        return _VERB.match(text, end) is not None and not self._comes_about.match(text, end)

    def near(self, text: str, end: int, *, dates: tuple[DateExpression, ...]) -> bool:
        """Whether the time is closer than a year, or that of a plan, or there is none."""
        exact = any(one.precision in {"day", "month"} and one.relation != "past" for one in dates)
        return exact or self.as_planned(text, end) or not self._times.near(text)

    def is_done_to(self, text: str, end: int) -> bool:
        """ "Will |BE EXPANDED": somebody does it; not "will be seen"."""
        return self._done_to.match(text, end) is not None

    def _of_an_event(self, text: str, start: int, end: int) -> bool:
        """ "The drill will |INVOLVE a landing": its programme."""
        told = self._programme.match(text, end) is not None and _IF.search(text) is None
        return told and self._event_first.search(text, 0, start) is not None

    def _arranged(self, text: str, end: int) -> bool:
        """ "Will be built AT Strelsau BY Orlok Works": where or by whom is known."""
        return self._known.match(text, end) is not None and not self._unplanned.match(text, end)

    def _guessed_behind(self, text: str, end: int) -> bool:
        """ "..., experts PREDICT"."""
        told = JUDGED.search(text, end)
        return (
            told is not None
            and self._guessers.search(text, max(end, told.start() - _SOURCE)) is not None
        )


def _without_past(window: str, dates: tuple[DateExpression, ...], at: int) -> str:
    """``window``, which begins at ``at`` of the article, with blanks for days gone by."""
    for one in dates:
        if one.relation == "past" and one.start >= at:
            low, high = one.start - at, one.end - at
            window = window[:low] + " " * len(window[low:high]) + window[high:]
    return window


def _on_a_day(one: DateExpression, at: int) -> bool:
    """Whether a date is a day to come, for sure or as it stands behind ``at``: what will be on a
    day is fixed for it."""
    fixed = one.precision == "day" and one.edge in {"on", "since"}
    return fixed and (one.relation == "future" or (one.relation != "past" and one.start >= at))
