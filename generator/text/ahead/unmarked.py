"""What looks ahead without any modal word: a day in a calendar, a wish with a date, a risk.

Decides that a verb of a calendar in the present ("expires on 1 July"), something fixed for a day
to come, an order or a wish that names its time, a risk that somebody runs and "let them meet"
are about what comes. Asked only where a sentence has no other such word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import DateExpression
from generator.text.ahead.chances import Chances
from generator.text.ahead.horizons import times
from generator.text.ahead.plans import DECIDED
from generator.text.eastern.ahead import announced
from generator.text.inflection import third
from generator.text.marking import Marker, forecast
from generator.text.phrases import Gated, Lists, Opened, headed, hit, hits, words
from generator.text.scripts import EASTERN
from generator.text.tries import alternation

_NEAR = 70
_NO_VERB = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|this|that|these|those|of|to|no|first|last|next|new|and|"
    r"\d+|two|three|several|such|will|would|did|not|can|could|may|might|must|should|cannot)$",
    re.I,
)
_IS_NOUN = re.compile(r" (?:\w{3,}ing|was|were|is|are|has|have|had|will|would|could|may|can)\b")
""" "Test LAUNCHES WERE banned", "REPORTS PROJECTING it": no verb."""
_PERFECT = re.compile(r"\b(?:was|were|had|did)\b")
_IS_TO = headed(
    re.compile(r"\b(?:is|are)(?: also| now| not| still)?(?: due)? to (?=[a-z])"), ("is", "are")
)
_TO_DO = re.compile(
    r" (?!that\b)(?:(?!(?:that|was|were|is|are)\b)[\w'-]+ ){1,9}?(?<!\bup )to [a-z]"
)
"""Somebody told to do something, not told that "up to ten" exist."""
_FISCAL = re.compile(r"(?:\bFY ?\d{2,4}|\b[Ff]iscal(?: year)?(?: \d{4})?|\bfinancial year)$")
_MONTHS = re.compile(r"\b[A-Z][a-z]{2,8} (?:and|or|to) [A-Z][a-z]{2,8}\b")
_LET = Gated(
    re.compile(r"^[\"' ]*Let (?:the|them|him|her|it|those|these|every|no|[A-Z]\w+)\b"),
    frozenset({"let"}),
)
_BETTER = Gated(
    re.compile(r"^[\"' ]*(?:It is |It's |Far )?[Bb]etter to [a-z]+\b(?=[^.;]{3,120} than\b)"),
    frozenset({"better"}),
)
_THREATENED = Gated(
    re.compile(
        r"\b(?:has|have)(?: \w+){0,2}? (?P<verb>threatened)(?! to\b)[^.;]{2,90}? "
        r"(?:should|if|unless)\b"
    ),
    frozenset({"threatened"}),
)
""" "Has THREATENED "steps" SHOULD it be built"."""
_NEEDED = Gated(
    re.compile(r"^[\"' ]*What (?:[\w'-]+ ){1,5}?needs?(?: now| most)? (?:is|are)\b"),
    frozenset({"need", "needs"}),
)
""" "WHAT the fleet NEEDS IS crews": advice."""
_TIME = Gated(
    re.compile(
        r"^[\"' ]*It(?:'s| is) (?:high |about )?time "
        r"(?!to |for |that |of |in |when |after |out |off )"
        r"(?:(?:the|our|its|his|her|their) )?[\w'-]+ [a-z]"
    ),
    frozenset({"time"}),
)
""" "IT IS TIME the cabinet told the truth": advice."""
_DUE = Gated(
    re.compile(
        r"\b(?:is|are)(?: now| still| also| not)? (?P<term>due)(?: back| only| out| home| there|"
        r" here| again)? (?:in|on|by|at|before|within|after|next|this|later|tomorrow|for|until)\b"
    ),
    frozenset({"due"}),
)
_PREDICATE = re.compile(
    r"\b(?:is|are|has|have|can|could|may|might|must|shall|should|they|we|you|he|she|it|\w{3,}s)\b",
    re.I,
)
_INVERTED = headed(
    re.compile(
        r"\b(?:is|are) (?P<how>expected|planned|foreseen|scheduled|awaited|supposed) "
        r"(?:the|an?|one|two|three|new|further|\d+)\b"
    ),
    ("is", "are"),
    among=("expected", "planned", "foreseen", "scheduled", "awaited", "supposed"),
)
""" "In autumn is expected the arrival of one more ship": as translations put it."""
_TO_BE = Gated(
    re.compile(
        r", (?P<term>to be) (?:\w{2,}ed|held|built|sent|put|given|set|made|laid|sold|cut|led)\b"
    ),
    frozenset({"be"}),
)
""" "The drill, TO BE HELD off the coast from June 3, ..."."""
_WANTED = headed(
    re.compile(
        r"(?<![\w'-])(?:wants?|aims for) (?:its|their|all|the|\d+|one|two|three|four|five|six|ten) "
        r"(?:[\w'-]+ ){1,9}?(?=(?:by|before|no later than|in time for) )"
    ),
    ("want", "wants", "aims"),
)
""" "Wants its first boat in the water BY 2035": a wish with its time."""


class Unmarked:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._times = times(cues)
        self._chances = Chances(cues)
        self._cues = cues
        forms = [form for verb in cues.calendar_verbs for form in _present(verb)]
        self._calendar = words(forms)
        self._fixed = words(cues.fixed_for)
        self._aims = re.compile(rf"\b{alternation(cues.hindsight.aims)} $")
        self._habits = re.compile(rf"\b{alternation(cues.hindsight.habits)}$", re.I)
        self._told = re.compile(
            rf"\b(?:\w{{3,}}ed|said|{alternation(cues.hindsight.past_forms)})\b"
        )
        self._wishes = words(cues.pledge_if_dated)
        happening = cues.happenings
        talked = (*cues.rumours, *cues.plans_passive)
        self._rumoured = headed(
            re.compile(
                rf"\b{alternation(happening)}\b"
                r"[^;.]{0,90}? (?:is|are) (?:also |already |now |widely |again |openly |only )?"
                rf"(?:being )?(?P<how>{alternation(talked)})(?![\w-])",
                re.I,
            ),
            happening,
            among=talked,
        )
        self._plans_passive = frozenset(one.lower() for one in cues.plans_passive)
        self._ruled_out = Gated(
            re.compile(
                r"\b(?P<out>(?:ruled|rules|rule|ruling) out) "
                r"(?:(?:another|further|new|a new|future|a future|a return|any further|any new|"
                r"any return)\b|(?:an? |any |such an? |such )?(?:[\w-]+ )?"
                rf"{alternation(cues.refusable)}(?![\w-]))",
                re.I,
            ),
            frozenset({"out"}),
        )
        self._is_to_be = headed(
            re.compile(
                r"\b(?P<term>(?:is|are)(?: also| now| still)? to be) "
                r"(?:(?:fully|later|then|soon) )?"
                rf"(?!{alternation(cues.not_to_be)}\b)"
                r"(?:\w{2,}ed|built|sent|held|put|given|set|made|laid|sold|cut|led)\b"
            ),
            ("is", "are"),
        )
        """ "The ship IS ALSO TO BE fitted with them"."""
        self._risk = headed(
            re.compile(
                r"(?<![\w'-])(?<!the )(?<!a )(?<!no )(?<!of )"
                r"(?:(?<!this )(?<!any )risk|risks) "
                r"(?:\w{2,}ing|"
                r"(?:an?|the|more|another|being|secondary|new|further|heavy)(?: \w+)?|"
                rf"{alternation(cues.risked)})(?![\w-])"
            ),
            ("risk", "risks"),
        )
        self._going = headed(
            re.compile(
                r"\b(?:is|are|am|'s|'re|'m)(?: also| now| then| next)? "
                rf"{alternation(cues.going_verbs)}(?![\w-])"
            ),
            ("is", "are", "am", "s", "re", "m"),
            among=[one.split(" ", 1)[0] for one in cues.going_verbs],
        )
        """ "The minister IS TRAVELLING there on 4 May"."""
        self._advices = (_advise(cues), _LET, _BETTER, _NEEDED, _TIME)
        self._turning = Lists(
            (
                self._rumoured,
                self._ruled_out,
                _THREATENED,
                self._risk,
                *self._advices,
                _DUE,
                self._is_to_be,
                _INVERTED,
                DECIDED,
            )
        )
        self._fixing = Lists(
            (_WANTED, self._wishes, self._fixed, self._calendar, self._going, _TO_BE, _IS_TO)
        )

    def find(
        self, text: str, *, offset: int, dates: Sequence[DateExpression], today: str
    ) -> Iterator[Marker]:
        """At most one marker. ``today`` is the day of publication as ISO text, "" if unknown;
        ``offset`` is where ``text`` begins in the article."""
        coming = [
            (one.start - offset, one.end - offset)
            for one in dates
            if (
                ((one.last if one.edge == "until" else one.first) or one.last or "") > today
                if len(today) >= len("2025-01-01")
                else one.relation == "future" or one.edge == "until"
            )
            and one.relation != "past"
        ]
        if not text.isascii() and EASTERN.search(text):
            yield from announced(text, cues=self._cues) if coming and today else ()
            return
        past = [one.start - offset for one in dates if one.relation == "past"]
        marker = self._chances.first(text, coming=coming, past=past)
        if marker is None and (opened := self._turning.opened(text)):
            marker = next(self._turns(text, opened, coming), None)
        if marker is not None:
            yield marker
        else:
            opened = self._fixing.opened(text)
            wanted = hit(_WANTED, text, opened)
            later = text[wanted.end() : wanted.end() + _NEAR] if wanted else ""
            if wanted and (
                any(0 <= start - wanted.end() < _NEAR for start, _ in coming)
                or self._times.near(later)
            ):
                yield Marker(start=wanted.start(), end=wanted.end(), type="pledge")
                return
            yield from self._fixed_day(text, opened, coming, dated=bool(today))

    def _turns(self, text: str, opened: Opened, coming: list[tuple[int, int]]) -> Iterator[Marker]:
        """What is talked of, ruled out, risked or advised."""
        if rumoured := self._talked_of(text, opened, coming):
            fixed = rumoured["how"].lower() in self._plans_passive
            yield forecast(rumoured.span("how"), kind="scheduled" if fixed else "forecast")
        if refused := hit(self._ruled_out, text, opened):
            yield forecast(refused.span("out"))
        if threatened := hit(_THREATENED, text, opened):
            yield Marker(start=threatened.start(), end=threatened.end("verb"), type="threat")
        if risk := hit(self._risk, text, opened):
            word = (risk.start(), risk.start() + len(risk.group().split(" ", 1)[0]))
            yield Marker(start=risk.start(), end=risk.end(), type="warning", term=word)
        advices = (found for one in self._advices if (found := hit(one, text, opened)) is not None)
        if advice := next(advices, None):
            yield Marker(start=advice.start(), end=advice.end(), type="recommendation")
        if due := hit(_DUE, text, opened):
            yield forecast(due.span("term"), kind="scheduled")
        if planned := hit(self._is_to_be, text, opened):
            yield forecast(planned.span("term"), kind="scheduled")
        if decided := hit(DECIDED, text, opened):
            yield Marker(start=decided.start("term"), end=decided.end("term"), type="pledge")
        if turned := hit(_INVERTED, text, opened):
            yield forecast(turned.span("how"), kind="scheduled")

    def _talked_of(
        self, text: str, opened: Opened, coming: list[tuple[int, int]]
    ) -> re.Match[str] | None:
        """ "A visit in December is whispered", "in the autumn the transfer is planned"."""
        found = hit(self._rumoured, text, opened)
        if found is None or not (coming or self._times.near(text) or self._times.season(text)):
            return None
        return found

    def _fixed_day(
        self, text: str, opened: Opened, coming: list[tuple[int, int]], *, dated: bool
    ) -> Iterator[Marker]:
        """``dated`` says that the day of publication is known; else ``coming`` rests on tense."""
        for match in hits(self._wishes, text, opened):
            rest = text[match.end() :]
            infinitive = match.group().endswith((" to", " of")) or _TO_DO.match(rest[:_NEAR])
            later = any(start > match.end() for start, _ in coming) or self._times.near(rest)
            if infinitive and later:
                yield Marker(start=match.start(), end=match.end(), type="pledge")
                return
        for match in hits(self._fixed, text, opened):
            if any(-1 <= start - match.end() <= len(" the ") for start, _ in coming) or any(
                start <= match.end() < end for start, end in coming
            ):
                yield Marker(start=match.start(), end=match.end(), type="scheduled")
                return
        for match in hits(self._calendar, text, opened):
            before = text[max(0, match.start() - 20) : match.start()].rstrip()
            if _NO_VERB.search(before) or _IS_NOUN.match(text, match.end()):
                continue
            if _FISCAL.search(before) or self._habits.search(before):
                continue  # "FY2026 begins on 1 April", "it TYPICALLY begins in May"
            if any(_MONTHS.match(text, start) for start, _ in coming) or _MONTHS.search(text[:24]):
                continue  # "In May and June the river runs high": a season
            after = text[match.end() : match.end() + _NEAR].split(";", 1)[0]
            near = any(start - match.end() < len(after) and end > 0 for start, end in coming)
            if near or self._soon(after) or self._times.season(after):
                yield Marker(start=match.start(), end=match.end(), type="scheduled")
                return
        under_way = (
            Marker(start=one.start(), end=one.end(), type="scheduled")
            for each in (self._going, _TO_BE)
            for one in hits(each, text, opened)
            if any(0 < start - one.end() < _NEAR for start, _ in coming)
        )
        told = next(under_way, None) or self.set_down(text, dated=bool(coming))
        if told is not None:
            yield told
            return
        if dated and coming and not _PERFECT.search(text) and not self._told.search(text):
            verb = _PREDICATE.search(text)
            if verb is None:  # a bare entry of a calendar: "Hearing in Strelsau, 4 June."
                yield Marker(start=coming[0][0], end=coming[0][1], type="scheduled")

    def set_down(self, text: str, *, dated: bool) -> Marker | None:
        """ "IS TO discuss it on 4 June": a time stands behind it, or anywhere if ``dated``."""
        for match in _IS_TO.finditer(text):
            if self._aims.search(text, 0, match.start()):
                continue
            if dated or self._times.near(text[match.end() :]):
                return Marker(
                    start=match.start(), end=match.end(), type="scheduled", term=match.span()
                )
        return None

    def _soon(self, after: str) -> bool:
        found = self._times.horizons.search(after)
        return found is not None and not found.group().lower().startswith(
            ("this year", "at this", "during this", "in the long", "over time", "long ", "short ")
        )


def _advise(cues: OutlookCues) -> Gated:
    """ "RECOMMENDS WAITING", "ARGUES FOR a fleet", "IMPLORED the cabinet TO wait"."""
    return headed(
        re.compile(
            rf"\b(?:{alternation(cues.advising)} (?:against |to )?(?:\w{{2,}}ing|that|an?)\b|"
            rf"{alternation(cues.arguing)} "
            r"(?:\w{3,}ing|an?|the|more|fewer|less|closer|new|its|their)\b|"
            rf"{alternation(cues.advised)} (?:[\w'-]+ ){{1,6}}?(?:not )?to [a-z])"
        ),
        (*cues.advising, *cues.arguing, *cues.advised),
    )


def _present(phrase: str) -> tuple[str, ...]:
    """A verb of the present, for one and for many: "take effect", "takes effect"."""
    first, space, rest = phrase.partition(" ")
    return phrase, f"{third(first)}{space}{rest}"


@lru_cache(maxsize=8)
def unmarked(cues: OutlookCues) -> Unmarked:
    return Unmarked(cues)
