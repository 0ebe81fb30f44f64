"""How likely the writer says something is.

Decides which words are the term of likelihood and whether a percentage may stand beside it: only
for a term of the scale in the cue file, used without "not" or "more", or for odds in figures.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.phrases import LONGEST, Gated, pieces, words
from generator.text.tries import alternation

STATED = "stated odds"
_HEDGED = 60
"""Characters between a plain "will" and the word that says how likely."""
_TAIL = re.compile(
    r"[^,;:\"]{1,160}, "
    r"(?P<hedge>probably|possibly|perhaps|maybe|presumably|most likely|very likely) "
    r"(?:as (?:soon|early|late)|in|on|at|by|with|within|before|after|during|around|from|this|next|"
    r"later|towards?)\b"
)
""" "Will talk soon, MAYBE IN the fall": how likely, said behind the verb."""
_OPENING = re.compile(
    r"[\"' ]*(?P<hedge>Perhaps|Maybe|Possibly|Presumably|Most likely|Very likely) "
    r"(?:not long after|soon|one day|later|in|within|by|before|after|next|this|at)\b"
    r"[^,;:\"]{0,40}, [^,;:\"]{1,60}$"
)
""" "PERHAPS in May, they will see it": how likely, said at the head."""
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "hundred": 100}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
_BOUND = (
    r"(?:(?P<bound>no (?:more|better|greater|higher) than|at most|less than|under|below|up to|"
    r"at least|more than|over|better than|no less than|above|about|around|roughly|some) +)?"
)
_CHANCE = r"(?:chance|chances|probability|likelihood|odds|risk)"
_SHARE = ("%", "percent", "per cent")
_ODDS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        _SHARE,
        re.compile(
            rf"{_BOUND}(?:an? )?(?P<low>{_NUMBER})(?: ?(?:-|–|to|and) ?(?P<high>{_NUMBER}))? ?"
            rf"(?:%|percent|per cent)[ -]+{_CHANCE}\b",
            re.I,
        ),
    ),
    (
        _SHARE,
        re.compile(
            rf"\b{_CHANCE}\b[^.;%]{{0,70}}?(?:at|to be|is|are|as|of|was put at) +"
            rf"(?:between +)?{_BOUND}(?P<low>{_NUMBER})"
            rf"(?: ?(?:-|–|to|and) ?(?P<high>{_NUMBER}))? ?(?:%|percent\b|per cent\b)",
            re.I,
        ),
    ),
    (
        ("in ", "in-", "of ", "of-"),
        re.compile(
            rf"\b{_BOUND}(?:an? )?(?P<part>{_NUMBER})[ -](?:in|out of)[ -](?:an? )?"
            rf"(?P<whole>{_NUMBER})\b(?! \w*(?:years|months|days))",
            re.I,
        ),
    ),
    (
        ("chance",),
        re.compile(
            rf"\b{_BOUND}(?P<part>{_NUMBER}) chances? (?:in|out of) (?:an? )?"
            rf"(?P<whole>{_NUMBER})\b",
            re.I,
        ),
    ),
    (("50", "fifty"), re.compile(r"\b(?P<even>50[-/]50|fifty-fifty)\b", re.I)),
)
"""Patterns, each with signs of which every match holds one."""
_RATED = re.compile(r"\b(?:put|rate|place|gauge)(?:s|d)? (?:it |that |this |[\w' ]{1,30} )?at $")
""" "Which we RATE AT one in four", "I'd PUT IT AT one in twenty"."""
_FIGURES = frozenset({*_NUMBERS, "fifty"})
_DIGIT = re.compile(r"\d")
_EXPECTS = re.compile(r" (?:\w+ly |also |still )?(?P<verb>expect|anticipate|predict|bet|guess)\b")
""" "I WOULD EXPECT": the verb is the estimate."""
_HINTS = frozenset(
    {"chance", "chances", "probability", "likelihood", "odds", "risk", "50", "fifty"}
    | {"put", "puts", "rate", "rates", "rated", "place", "gauge", "gauged"}
    | {"likely", "unlikely", "likeliest", "probable", "probably", "probabilities"}
)
"""Every pattern needs one of these beside its figures."""
_UPPER = (
    "no more",
    "no better",
    "no greater",
    "no higher",
    "at most",
    "less than",
    "under",
    "below",
    "up to",
)
_LOWER = ("at least", "more than", "over", "better than", "no less", "above")


class Likelihood(Struct, frozen=True, kw_only=True):
    """A term and, where the scale allows, its percentages."""

    start: int
    end: int
    percent: tuple[int, int] | None = None
    scale: str | None = None


class _Scale:
    def __init__(self, cues: OutlookCues, *, british: bool) -> None:
        steps = cues.yardstick.estimates if british else cues.estimates
        self.name = cues.yardstick.scale if british else cues.scale
        self.percent = {term: step.percent for step in steps for term in step.terms}
        self.terms = words((*self.percent, *cues.likelihood))
        self.negations = re.compile(rf"{alternation(cues.comparatives)}(?: \w+)? *$", re.I)


@lru_cache(maxsize=8)
def _scale(cues: OutlookCues, *, british: bool) -> _Scale:
    return _Scale(cues, british=british)


@lru_cache(maxsize=8)
def _marks(cues: OutlookCues) -> Gated:
    return words(cues.yardstick.marks)


def british_scale(text: str, *, cues: OutlookCues) -> bool:
    """Whether an article's words of likelihood follow the other scale of the cue file: it names
    that scale or uses a term that no other scale has."""
    marks = _marks(cues)
    lower = text.lower()
    if marks.anchors is not None and not any(word in lower for word in marks.anchors):
        return False
    return marks.pattern.search(text) is not None


def read_likelihood(
    text: str,
    *,
    near: tuple[int, int] | None,
    cues: OutlookCues,
    british: bool = False,
    hedge: Gated | None = None,
) -> Likelihood | None:
    """The term of the statement whose marker stands at ``near``; None where it has none. A word
    of ``hedge`` beside a plain "will" or "would" is the term in its stead."""
    odds = stated_odds(text)
    if odds is not None:
        return odds
    scale = _scale(cues, british=british)
    for match in scale.terms.finditer(text):
        if near is not None and not near[0] - 25 <= match.start() <= near[1] + 25:
            continue
        if near is None or _attributive(text, match, near):
            continue
        term = re.sub(" +", " ", match.group().lower())
        start, end = match.span()
        following = re.match(r" to\b", text[end:])
        if following:
            end += following.end()
        if near[0] <= match.start() and near[1] > end and following is None:
            end = match.end()
        negated = scale.negations.search(text[max(0, start - 20) : start])
        if negated:
            start -= len(text[max(0, start - 20) : start]) - negated.start()
            return Likelihood(start=start, end=end)
        percent = scale.percent.get(term)
        return Likelihood(
            start=start, end=end, percent=percent, scale=scale.name if percent else None
        )
    if near is None:
        return None
    hedged = _hedged(text, near, hedge)
    if hedged is not None:
        return Likelihood(start=hedged[0], end=hedged[1])
    verb = _EXPECTS.match(text, near[1])
    if verb and text[near[0] : near[1]].lower() in {"will", "would", "'d"}:
        return Likelihood(start=near[0], end=verb.end())
    return Likelihood(start=near[0], end=near[1])


def _hedged(text: str, near: tuple[int, int], hedge: Gated | None) -> tuple[int, int] | None:
    """The word beside or behind a plain "will" that says how likely it is."""
    word = text[near[0] : near[1]].lower()
    if hedge is not None and word in {"will", "would", "'ll", "'d"}:
        for match in hedge.finditer(text):
            between = text[min(match.end(), near[1]) : max(match.start(), near[0])]
            if len(between) <= _HEDGED and not re.search(r"[,;:.]", between):
                return match.span()
        opened = _OPENING.match(text, 0, near[0])
        if opened is not None:
            return opened.span("hedge")
    tail = _TAIL.match(text, near[1]) if word in {"will", "would", "'ll", "'d"} else None
    return tail.span("hedge") if tail is not None else None


def _attributive(text: str, match: re.Match[str], near: tuple[int, int]) -> bool:
    """ "the likely successor": an adjective before its noun."""
    if near[0] <= match.start() < near[1]:
        return False
    before = re.search(
        r"\b(?:the|a|an|its|their|his|her|most|of)( most)? *$", text[: match.start()][-15:], re.I
    )
    return bool(before) and re.match(r" (?:to|that)\b", text[match.end() :]) is None


def _value(word: str) -> float:
    return float(_NUMBERS.get(word.lower(), 0) or word)


def stated_odds(text: str) -> Likelihood | None:
    """Odds in figures beside a word for chance, as percentages; None where there are none."""
    if len(text) < LONGEST and _HINTS.isdisjoint(pieces(text)):
        return None
    if _DIGIT.search(text) is None and _FIGURES.isdisjoint(pieces(text)):
        return None
    lower = text.lower()
    for needed, pattern in _ODDS:
        if not any(sign in lower for sign in needed):
            continue
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("even"):
            low = high = 50.0
        elif groups.get("part"):
            whole = _value(groups["whole"])
            part = _value(groups["part"])
            if not 0 < part < whole or not (
                re.search(rf"\b{_CHANCE}\b|likel|probab", text, re.I)
                or _RATED.search(text, 0, match.start())
            ):
                continue
            low = high = 100 * part / whole
        else:
            low = _value(groups["low"])
            high = _value(groups["high"]) if groups.get("high") else low
        if not 0 <= low <= high <= 100:
            continue
        bound = (groups.get("bound") or "").lower()
        if bound.startswith(_UPPER):
            low = 0
        elif bound.startswith(_LOWER):
            high = 100
        start = min(match.start(name) for name, value in groups.items() if value)
        return Likelihood(
            start=start, end=match.end(), percent=(round(low), round(high)), scale=STATED
        )
    return None
