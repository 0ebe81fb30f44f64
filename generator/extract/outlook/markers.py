"""Which words of a part of a sentence look ahead.

Gathers what each reader of such words finds and decides what of it counts here: nothing of speech
that is over, nothing inside a condition, no figure of odds that is past, no vow of long ago.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from generator.extract.outlook.parts import Part
from generator.knowledge.cues.outlook import OutlookCues
from generator.model import DateExpression
from generator.text.ahead.backshift import backshift
from generator.text.ahead.conditions import condition_spans
from generator.text.ahead.hindsight import backwards
from generator.text.ahead.horizons import dates_told
from generator.text.ahead.intent import is_bygone
from generator.text.ahead.likelihood import stated_odds
from generator.text.ahead.markers import ahead
from generator.text.ahead.unmarked import unmarked
from generator.text.marking import Marker
from generator.text.phrases import LONGEST, Gated, headed, plain, words
from generator.text.tries import alternation

_UNSAID = headed(
    re.compile(
        r"\b(?:declined|refused) to (?:say|comment)\b|"
        r"\b(?:would|did) not(?:, \w+,)? (?:say|disclose|specify|reveal)\b",
        re.I,
    ),
    ("declined", "refused", "would", "did"),
    among=("say", "comment", "disclose", "specify", "reveal"),
)
_AS_HE = re.compile(r", (?:as|while|after) (?!long\b|soon\b|if\b)[^,;:\"]{3,70} $")
_ENTRY = re.compile(r" ?[:–—] | - ")
""" "June 2023: the yard says it will ...": an entry of a chronology."""
_STALE = timedelta(days=300)
"""A vow dated so long before publication is history."""
_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_CAN = re.compile(r" +(can|could|will)\b")
_URGES = re.compile(r"\b(?:urges|calls (?:up)?on)\b")
""" "The government URGES": in the present its own word; "urged" only tells of one."""
_URGED = re.compile(r"(?:should|must|ought(?: not)? to|needs? to)", re.I)
_YEAR = re.compile(r"\d{4}")
_CLAUSE = 80
_CALL_ON = re.compile(r"call(?:s|ed|ing)? (?:up)?on")
_TO_DO = re.compile(r"\b(?:to|for|not) [a-z]")
""" "CALLED ON all sides TO talk"; not "called on the prime minister": a visit."""
_AND_THEN = re.compile(r"\band (?:also |again |once again )?$")
_ED = re.compile(r"\w{3,}ed\b")
_OF_THAT = re.compile(r"\b(?:a|an|the|its|their|that|this|his|her|our) $")
_PACT_OF = re.compile(r"(?<!the summer )(?<!the spring )\b[a-z]{3,} of $")
_CONCEDES = re.compile(
    r"[\"' ]*(?:While|Although|Though|Even though|Whereas|Since|Because|Given that) [^;:]{3,160}?, "
)
""" "WHILE it must be ready by May, he sees it sail in June": the main clause looks ahead."""
_CONCEDES_THERE = re.compile(
    r"(?:\bthat|[;,]|\band|\bbut) (?:while|although|though|even though) [^,;:]{3,160}, "
)
""" "He said that WHILE it may fail, it will sail"."""
_VOWS = frozenset({"pledge", "threat", "recommendation", "warning"})


class Found(Struct, frozen=True):
    """The words of one part that look ahead, at least one, and half-open spans of what they hang
    on; all in the part."""

    markers: tuple[Marker, ...]
    conditions: tuple[tuple[int, int], ...]


class Markers:
    """The readers of one set of cues; stateless between articles."""

    def __init__(self, cues: OutlookCues) -> None:
        self._cues = cues
        self._ahead = ahead(cues)
        self._backshift = backshift(cues)
        self._hindsight = backwards(cues)
        self._unmarked = unmarked(cues)
        self._advice = words(cues.advice_by_actor)
        self._warning = words(cues.warning_verbs)
        self._bygone = words(cues.bygone)
        self._denied = re.compile(rf"\b{alternation(cues.hindsight.denying)} that [^,;]*$")

    def find(self, part: Part, *, today: str) -> Found | None:
        """None where nothing looks ahead. ``today`` is the day of publication, empty if unknown."""
        if self._is_over(part):
            return None
        markers, conditions = self._said(part)
        odds = stated_odds(part.text)
        if odds is not None and self._hindsight.past_odds(part.text, odds.start, odds.end):
            return None
        if odds is not None and not markers:
            conditions = conditions or condition_spans(part.text, cues=self._cues)
            span = (odds.start, odds.end)
            markers = [Marker(start=odds.start, end=odds.end, type="forecast", term=span)]
        if not markers and not part.heading:
            markers = list(
                self._unmarked.find(
                    part.text, offset=part.sentence.start, dates=part.dates, today=today
                )
            )
            if markers and not conditions:
                conditions = condition_spans(part.text, cues=self._cues)
            # "if it WANTS TO sleep in peace": on a condition nobody promises.
            markers = [
                one for one in markers if one.type != "pledge" or not _within(one, conditions)
            ]
        elif not any(one.type in {"scheduled", "question"} for one in markers):
            first = self._unmarked.set_down(part.text, dated=False)
            if first is not None and first.start < markers[0].start:
                markers.insert(0, first)
        if len(markers) > 1:
            markers = [one for one in markers if not self._beside(part.text, one)] or markers
            conceded = _CONCEDES.match(part.text)
            main = conceded.end() if conceded is not None else 0
            aside = [one.span() for one in _CONCEDES_THERE.finditer(part.text, main)]
            markers = [
                one for one in markers if one.start >= main and not _within(one, aside)
            ] or markers
        if not markers or _is_history(part, markers, today):
            return None
        return Found(tuple(markers), conditions)

    def hangs(self, part: Part) -> bool:
        """Whether a part holds a condition, on which the next words hang."""
        return bool(condition_spans(part.text, cues=self._cues))

    def _beside(self, text: str, marker: Marker) -> bool:
        """Whether it stands beside what the sentence says, or is denied there."""
        before = max(0, marker.start - _CLAUSE)
        return (
            _as_another(text, marker) or self._denied.search(text, before, marker.start) is not None
        )

    def _is_over(self, part: Part) -> bool:
        """Whether it is told as said at another time, or as left unsaid."""
        if part.attributed and part.claim is not None:
            return is_bygone(part.text, part.claim, self._bygone)
        return _UNSAID.search(part.text) is not None

    def _said(self, part: Part) -> tuple[list[Marker], tuple[tuple[int, int], ...]]:
        """Markers outside conditions, and the conditions."""
        text, cue = part.text, part.cue
        found = self._ahead.find(
            text,
            weapons=part.weapons,
            attributed=part.attributed,
            heading=part.heading,
            told=_without(text, part) if part.attributed else "",
        )
        if part.attributed:
            found = (*found, *self._told(part, cue))
        advice = _urged(text, part, self._advice)
        warned = part.attributed and _holds(self._warning, cue)
        if not (found or advice or warned or "only " in text or "Only " in text):
            return [], ()
        conditions = condition_spans(text, cues=self._cues)
        markers = [
            marker
            for marker in found
            if marker.type == "question" or not _within(marker, conditions)
        ]
        if advice is not None and not any(marker.type == "question" for marker in markers):
            now = _URGES.search(text, *advice)
            term = now.span() if now is not None else None
            markers.insert(
                0, Marker(start=advice[0], end=advice[1], type="recommendation", term=term)
            )
        return markers or [*_only_way(text, conditions, warning=cue if warned else "")], conditions

    def _told(self, part: Part, cue: str) -> tuple[Marker, ...]:
        """What stands in the past only because it is told: "said a test WAS LIKELY next month"."""
        gone = [one.start - part.sentence.start for one in part.dates if one.relation == "past"]
        coming = any(one.relation == "future" for one in part.dates)
        found = tuple(self._backshift.find(part.text, cue=cue, past=gone, coming=coming))
        return self._hindsight.clear(part.text, found, attributed=True)


def _within(marker: Marker, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= marker.start < end for start, end in spans)


@lru_cache(maxsize=1024)
def _holds(pattern: Gated, cue: str) -> bool:
    """Whether words of speech, of which there are few, hold one of a list."""
    return pattern.search(cue) is not None


@lru_cache(maxsize=8)
def markers_of(cues: OutlookCues) -> Markers:
    return Markers(cues)


def _is_history(part: Part, markers: Sequence[Marker], today: str) -> bool:
    """A vow or a "would" that the sentence itself dates long before publication."""
    text, dates, day = part.text, part.dates, _day(today)
    if dates and _is_entry(part, min(dates, key=_start), day):
        return True
    told = all(
        marker.type in _VOWS
        or plain(text[marker.start : marker.end]).lower() in {"would", "could", "might"}
        for marker in markers
    )
    if not told or not dates:
        return False
    if day is None:  # "promised IN 1985 to build": a year alone dates what is history
        return all(one.relation == "past" and one.precision == "year" for one in dates)
    first = min(dates, key=_start)
    opens = first.start - part.sentence.start <= len("In the summer of ")
    since = _day(first.last)
    if opens and since is not None and since < day - _STALE and first.relation == "past":
        return True  # "In 2021 the congress promised ... within five years"
    at = min(marker.start for marker in markers)
    near = [
        one
        for one in dates
        if ";" not in text[at : one.start - part.sentence.start]
        and not _names(part, one)
        # "The systems ordered IN 2018 WOULD come": the date is that of the order.
        and (one.relation != "past" or text[one.end - part.sentence.start : at] != " ")
    ]
    urged = any(
        marker.type == "recommendation" and _URGED.fullmatch(text, marker.start, marker.end)
        for marker in markers
    )
    if urged and not part.attributed:
        return False  # "both OUGHT TO revive the pact of 2018": whoever writes advises now
    if urged:  # "must be mended before it sails in April": the April to come, whichever was read
        near = [
            one
            for one in near
            if one.start - part.sentence.start < at or _YEAR.search(one.surface) is not None
        ]
    lasts = [_day(one.last) for one in near]
    return bool(near) and all(last is not None and last < day - _STALE for last in lasts)


def _is_entry(part: Part, first: DateExpression, day: date | None) -> bool:
    """Whether a part opens with a day long gone, as the entries of a chronology do."""
    last = _day(first.last)
    return (
        first.relation == "past"
        and part.text[: first.start - part.sentence.start].strip("\"'*• ") == ""
        and _ENTRY.match(part.text, first.end - part.sentence.start) is not None
        and (day is None or last is None or last < day - _STALE)
    )


def _urged(text: str, part: Part, advice: Gated) -> tuple[int, int] | None:
    """Where the speaker advises: by the words of speech, or by a verb joined to them ("condemned
    the launch AND URGED the North")."""
    if not part.attributed:
        return None
    cue = part.cue
    at = max(text.lower().find(cue), 0)
    if advice.search(cue) is not None and (
        _CALL_ON.fullmatch(cue) is None or _TO_DO.search(text, at + len(cue))
    ):
        return at, at + len(cue)
    for match in advice.finditer(text, at + len(cue)):
        if _AND_THEN.search(text, 0, match.start()) and _ED.search(match.group()):
            return match.span()
    return None


def _names(part: Part, one: DateExpression) -> bool:
    """ "A 2018 ACCORD", "the pact of 2018": a date that names a thing."""
    start, end = one.start - part.sentence.start, one.end - part.sentence.start
    named = _OF_THAT.search(part.text, 0, start) is not None
    return (named and part.text[end : end + 2].strip().isalpha()) or (
        one.precision == "year" and _PACT_OF.search(part.text, 0, start) is not None
    )


def _as_another(text: str, marker: Marker) -> bool:
    """ "..., the sources said, AS THE MINISTER VOWED to go on": beside what the sentence says."""
    vow = marker.type in {"pledge", "threat"} and marker.term is None
    return vow and _AS_HE.search(text, max(0, marker.start - 80), marker.start) is not None


def _without(text: str, part: Part) -> str:
    """A text with blanks for the days on which it was said, or that are past."""
    dates = part.dates
    if dates and part.claim is not None:
        at = part.sentence.start
        start = max(text.find('"'), 0) if part.claim.cue else 0
        dates = dates_told(
            part.sentence.text[:LONGEST], dates, offset=at, cue=part.claim.cue, marker=start
        )
    for one in dates:
        if one.relation == "past":
            first, last = one.start - part.sentence.start, one.end - part.sentence.start
            text = text[:first] + " " * len(text[first:last]) + text[last:]
    return text


def _only_way(
    text: str, conditions: tuple[tuple[int, int], ...], *, warning: str
) -> Iterator[Marker]:
    """ "Only by addressing the cause CAN the knot be untied": advice without another word; and
    "if the money is late, she WARNED, the contract lapses"."""
    if warning and conditions and _PAST.search(text) is None:
        at = max(text.lower().find(warning), 0)
        yield Marker(start=at, end=at + len(warning), type="warning")
    for start, end in conditions:
        turned = _CAN.match(text, end)
        if turned and text[start : start + 5].lower() == "only ":
            span = turned.span(1)
            yield Marker(start=start, end=span[1], type="recommendation", term=span)


def _start(one: DateExpression) -> int:
    return one.start


def _day(value: str | None) -> date | None:
    if not value:
        return None
    parts = [int(part) for part in value.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
