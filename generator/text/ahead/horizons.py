"""By when: the time words of a statement that looks ahead.

Decides which of a sentence's time expressions belongs to its marker and how far its words reach.
Days come only from a date that was resolved elsewhere; words alone stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import DateExpression, Horizon
from generator.text.dates.calendar import day_beside
from generator.text.phrases import Gated, alone, anchors, pieces, plain, words
from generator.text.starts import Heads
from generator.text.tries import alternation

_YEAR = re.compile(r"\b(?:19|20)\d\ds?\b")
_REFUSED = re.compile(r"[\w']+ (?:not|never)\b|won't\b|cannot\b", re.I)
_END = re.compile(r"\b(?:end|close) of\b")
_SAID_THAT = re.compile(r"\b(?:that|it|he|she|they|we|will|would|to)\b|[,;:\"]", re.I)
"""Words that open what is said: a date behind them is part of it."""
_SAID_FAR = 60
_SEASONS = frozenset({"spring", "summer", "autumn", "winter", "quarter", "half", "year"})
_NEW_CLAUSE = re.compile(r"[;:]| (?:and|but) ")
_OF_THEN = re.compile(
    r"'s (?:[\w-]+ )?(?:test|tests|launch|launches|firing|attack|strike|announcement|statement|"
    r"remarks|report|flight|incident|move|decision)\b"
)
""" "SUNDAY'S TEST": a thing of that day, no time to come."""
_FISCAL = re.compile(r"\b(?:fiscal|financial|school|academic)(?: year)? $", re.I)
""" "For FISCAL 2021": whose first day differs from state to state."""
_BEHIND = 50
_COMPARED = re.compile(
    r"\b(?:than|(?:surpass|exceed|outstrip|beat|top)(?:es|s|ed)?|(?:rise|increase|jump|drop|fall|up|down|"
    r"cut|growth) from|compared (?:with|to)|following|like|unlike|recalling|echoing)\b[^,;]{0,40}$"
)
""" "A rise FROM THIS YEAR'S budget", "FOLLOWING visits in 2019": what it is measured by."""


_NO_TIMES = (
    (
        re.compile(r"\b(?:first|only|biggest|largest|worst|lowest|highest|longest)\b[^,;.]*$"),
        re.compile(
            r"(?:in|for) (?:over |more than |nearly |almost )?[\w-]+ (?:years|months|decades)\b"
        ),
    ),
    (re.compile(r"\b[Ee]arlier $"), re.compile(r"this |on ")),
    (re.compile(r"\b(?:approv|pass|adopt|ratif|endors|review)\w* $"), re.compile(r"by ")),
)
""" "The FIRST of its kind IN 36 YEARS", "APPROVED BY the Congress": what stands before, and how the
words begin."""


class Times:
    """Patterns for times to come, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self.horizons = words(cues.horizons)
        prepositions = alternation(cues.horizon_prepositions)
        # "handed OVER IN March": of the verb.
        self.lead = re.compile(
            rf"(?:(?<![\w'-])(?!over (?:in|on|by|at|to|from|before|after)\b){prepositions} +)+$",
            re.I,
        )
        months = (
            "January|February|March|April|May|June|July|August|September|October|November|December"
        )
        number = "one|two|three|four|five|six|seven|eight|nine|ten|twelve"
        self.time = re.compile(
            r"\b(?:by|before|until|in|on|from|after|through|no later than|as early as|as soon as|"
            r"no earlier than|not before) (?:the )?"
            r"(?:(?:early|late|mid|end of|middle of|beginning of)[ -])?"
            rf"(?:(?:{months})(?: \d{{1,2}}\b)?(?:,? (?:19|20)\d\d)?"
            r"|20[2-9]0s|(?:19|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
            r"|\b(?:by|before|until) (?:the )?(?:(?:end|middle|close) of the )?"
            r"(?:first|second|third|fourth|last) (?:quarter|half)\b"
            rf"|\b(?:next|this|this coming|coming|late|early|mid) (?:{months})\b"
            r"|\b(?:within|over|in|during) (?:about |roughly |around |some )?"
            r"(?:the )?(?:next |coming )?"
            rf"(?:(?:\d{{1,3}}|{number}) (?:to|or) )?(?:\d{{1,3}}|a|{number}|several|few|a few)[ -]"
            r"(?:hours?|days?|weeks?|months?|years?|decades?)(?: time)?\b"
            r"|\b(?i:by|before|until|till|at|towards?) (?:the )?(?:end|close|middle|start) of "
            r"(?:the|this|next) (?:[a-z]+ )?(?:week|month|quarter|year|decade)\b"
            r"|\b[Ww]ithin (?:this|the) (?:week|month|quarter|year|decade)\b"
            r"|\bin the (?:hours|days|weeks|months|years) (?:after|following|before|ahead of) "
            r"(?:the |its )?[\w'-]+(?: [A-Z][\w'-]*){0,4}"
        )

        events = anchors(cues.horizon_events)
        opens = ("by", "before", "until", "after", "during", "ahead", "this", "next")
        self.events = Gated(
            re.compile(
                r"(?<![\w'-])(?:by|before|until|after|during|ahead of|this|next) "
                rf"(?:the (?:next |coming )?|its )?{alternation(cues.horizon_events)}(?![\w-])",
                re.I,
            ),
            events,
            Heads(dict.fromkeys(opens, events)) if events is not None else None,
        )
        self.seasons = re.compile(
            r"\b(?:in|by|before|until|over) (?:the )?"
            r"(?:(?:early|late|coming|next|end of the|end of) )?"
            r"(?:spring|summer|autumn|winter)\b(?! of (?:19|20)\d\d)"
            r"|\b(?:in|by|before|until|during) (?:the )?(?:end of the )?"
            r"(?:first|second|third|fourth|last) (?:quarter|half)\b"
            r"|\b(?:in )?(?:the )?(?:next|coming|current|this) "
            r"(?:fiscal|financial|calendar|academic) year\b",
            re.I,
        )
        self.eastern = re.compile(alternation(cues.east_asian.horizons))
        self.calendar = frozenset(
            f"{months}|quarter|half|year|years|month|months|week|weeks|day|days|hour|hours|decade|decades|monday|"
            "tuesday|wednesday|thursday|friday|saturday|sunday".lower().split("|")
        )

    def season(self, text: str) -> bool:
        """Whether ``text`` names a season or a quarter, which may be past as well as to come."""
        return not _SEASONS.isdisjoint(pieces(text)) and self.seasons.search(text) is not None

    def worded(self, text: str) -> Iterator[re.Match[str]]:
        """Times named by month, day or number."""
        if self.calendar.isdisjoint(pieces(text)) and _YEAR.search(text) is None:
            return iter(())
        return self.time.finditer(text)

    def near(self, text: str) -> bool:
        """Whether ``text`` names a time at all."""
        return bool(
            next(self.worded(text), None) or self.horizons.search(text) or self.events.search(text)
        )

    def named(self, text: str) -> Iterator[re.Match[str]]:
        """Times named by an event ("before the election"), or in East Asian words."""
        yield from self.events.finditer(text)
        if not _SEASONS.isdisjoint(pieces(text)):
            yield from self.seasons.finditer(text)
        if not text.isascii():
            yield from self.eastern.finditer(text)


@lru_cache(maxsize=8)
def times(cues: OutlookCues) -> Times:
    return Times(cues)


def _spans(
    text: str, *, offset: int, dates: tuple[DateExpression, ...], patterns: Times
) -> list[tuple[int, int, DateExpression | None]]:
    """Times to come in ``text``, each with the date that resolves it."""
    spans: list[tuple[int, int, DateExpression | None]] = []
    for one in dates:
        if one.relation == "past":
            continue
        start, end = one.start - offset, one.end - offset
        low = max(0, start - _BEHIND)
        if _OF_THEN.match(text, end) or _COMPARED.search(text, low, start + len("from ")):
            continue
        if any(
            words_.match(text, start) and before.search(text, low, start)
            for before, words_ in _NO_TIMES
        ):
            continue
        fiscal = _FISCAL.search(text, max(0, start - _BEHIND), start)
        start = fiscal.start() if fiscal else start
        lead = patterns.lead.search(text[:start][-40:])
        if lead:
            start -= len(text[:start][-40:]) - lead.start()
        spans.append((start, end, None if fiscal else one))
    past = [(one.start - offset, one.end - offset) for one in dates if one.relation == "past"]
    for found in (
        patterns.horizons.finditer(text),
        patterns.worded(text),
        patterns.named(text),
    ):
        for match in found:
            if any(start < match.end() and match.start() < end for start, end in past):
                continue
            low = max(0, match.start() - _BEHIND)
            if _COMPARED.search(text, low, match.start() + len("from ")) or any(
                words_.match(text, match.start()) and before.search(text, low, match.start())
                for before, words_ in _NO_TIMES
            ):
                continue
            overlap = next((s for s in spans if s[0] < match.end() and match.start() < s[1]), None)
            if overlap is None:
                spans.append((match.start(), match.end(), None))
            else:
                spans.remove(overlap)
                spans.append(
                    (min(overlap[0], match.start()), max(overlap[1], match.end()), overlap[2])
                )
    return spans


def _place(span: tuple[int, int, DateExpression | None]) -> int:
    return span[0]


def horizon(
    raw: str,
    *,
    offset: int,
    dates: tuple[DateExpression, ...],
    patterns: Times,
    marker: int,
) -> Horizon | None:
    """The time words nearest after the marker, else the last before it in its clause.

    ``raw`` is the sentence, ``offset`` its start in the article, ``marker`` counts in ``raw``.
    """
    text = plain(raw)
    spans = _spans(text, offset=offset, dates=dates, patterns=patterns)
    after = [span for span in spans if span[0] >= marker]
    before = [
        span
        for span in spans
        if span[1] <= marker and _NEW_CLAUSE.search(text, span[1], marker) is None
    ]
    if not after and not before:
        return None
    start, end, expression = min(after, key=_place) if after else max(before, key=_place)
    words_ = raw[start:end]
    if expression is None:
        return Horizon(text=words_)
    refused = _REFUSED.match(text, marker) is not None
    first, last = _bounds(expression, plain(words_).lower(), refused=refused)
    return Horizon(text=words_, start=first, end=last)


def _bounds(
    expression: DateExpression, words_: str, *, refused: bool
) -> tuple[str | None, str | None]:
    """First and last day of the time that ``words_`` leave for it: "before 2029" ends with 2028,
    "as early as 2026" begins with 2026, what will not happen "until 2028" may from then on."""
    first, last = expression.first, expression.last
    if first is None or last is None:
        return first, last
    if expression.edge == "before" or words_.startswith("before "):
        return None, last if _END.search(words_) else day_beside(first, -1)
    if expression.edge == "until" or words_.startswith(("by ", "until ", "no later")):
        waits = refused and words_.startswith(("until ", "till "))
        return (first, None) if waits else (None, last)
    if expression.edge == "after" or words_.startswith("after "):
        return day_beside(last, 1), None
    return (first, None) if expression.edge == "since" else (first, last)


def dates_told(
    raw: str, dates: tuple[DateExpression, ...], *, offset: int, cue: str, marker: int
) -> tuple[DateExpression, ...]:
    """``dates``, those past that belong to the words of speech ``cue`` and not to what is said:
    "said ON TUESDAY that it would", "ON MONDAY the ministry said it would"."""
    if not cue or not dates:
        return dates
    text = plain(raw)
    said = [
        (match.start(), match.end())
        for match in alone(plain(cue)).finditer(text)
        if not match.start() <= marker < match.end()
    ]

    def told(one: DateExpression) -> bool:
        start, end = one.start - offset, one.end - offset
        for begin, stop in said:
            if stop <= start <= stop + _SAID_FAR and not stop <= marker < start:
                if _SAID_THAT.search(text, stop, start) is None:
                    return True
            elif end <= begin < stop <= marker and one.edge == "on" and one.precision != "year":
                parted = text[stop:].lstrip().startswith(",")
                if not parted and _NEW_CLAUSE.search(text, end, begin) is None:
                    return True
        return False

    return tuple(replace(one, relation="past") if told(one) else one for one in dates)
