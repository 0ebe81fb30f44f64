"""The words of a law, a leave, a duty or a habit.

Decides that "the treaty provides that neither side MAY", "no ship MAY enter", "MUST be reported"
and "every winter the crews WOULD" tell of a rule, and of nothing that comes.
"""

from __future__ import annotations

import re

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.inflection import third
from generator.text.phrases import words
from generator.text.tries import alternation

_EVERY = re.compile(
    r" [^.;,]{3,80}? (?:every|each) (?:\w+ )?(?:spring|summer|autumn|winter|day|night|morning|"
    r"evening|week|month|year|season|Sunday|Monday|Saturday|Friday)\b"
)
""" "We WOULD drill it EVERY SPRING"."""
_NO_ONE_MAY = re.compile(r"(?:^|[,;:\"] *)No (?:[\w-]+ ){1,3}$")

_STANDING = re.compile(
    r" [^.;]{0,80}?\b(?:at (?:all times|any time|a moment's notice)|round the clock)\b"
)
""" "The crews MUST be able to sail AT ANY TIME"."""
_WHOEVER = re.compile(
    r"(?:^|[,;:\"] *)(?:Each|Every|Whoever|Anyone who|Anybody who) [^,;.]{2,60} $",
    re.I,
)
""" "EVERY pilot MUST fly 40 hours": whoever it is."""
_ANY_ONE = re.compile(r"(?:^|[,;:\"] *)An? (\w+) $", re.I)
""" "A sentry MUST know the password": anybody in that role."""
_ONLY_IF = re.compile(
    r" (?:be [\w-]+ only|only be [\w-]+) (?:with|after|by|under|on|upon|if|where|when|subject|to)\b"
)
""" "Goods MAY be exported ONLY WITH consent"."""

_BREACH = re.compile(
    r"(?:^|[;:\"] *)(?:Any )?"
    r"(?:[Vv]iolations?|[Bb]reach(?:es)?|[Nn]on-?compliance|[Ff]ailure to comply)"
    r"(?: (?:of|with) [^,;.]{2,60})? $"
)
""" "VIOLATIONS MAY result in penalties": what the law says to everybody."""


class Customs:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        own = cues.hindsight
        self._habits = re.compile(rf" {alternation(own.habits)}(?![\w-])", re.I)
        self._usual = words(own.habits)
        self._habit_openings = tuple(one.lower() + " " for one in own.habit_openings)
        self._roles = frozenset((*own.people, *cues.duty_subjects))
        self._duties = tuple(one.lower() + " " for one in cues.duty_openings)
        self._rule_openings = tuple(
            one.lower() + stop for one in own.rule_openings for stop in (" ", ",")
        )
        self._rules = re.compile(
            rf"\b{alternation(own.rules)}\b[^.;]{{0,60}}?\b{alternation(own.rule_verbs)}"
            r"(?: that)?(?= |:|,)[^.;]{0,80}$",
            re.I,
        )
        self._by_rule = re.compile(
            r"[\"' ]*(?:under|according to|in line with|pursuant to|as required by) [^,;]{0,60}?"
            rf"\b{alternation(own.rules)}s?\b[^,;]{{0,40}}, ",
            re.I,
        )
        self._rule_after = re.compile(rf" {alternation(own.rule_after)}(?![\w-])", re.I)
        self._permitted = re.compile(rf" (?:not |only |also )*be {alternation(own.permitted)}\b")
        self._permits = words(own.permits)

    def opens(self, text: str) -> bool:
        """Whether a sentence opens with a time at which something was done again and again."""
        return text.lstrip("\"' ").lower().startswith(self._habit_openings)

    def rule(self, text: str, word: str, end: int, before: str, *, ahead: bool) -> bool:
        """Whether a modal word, with ``before`` in front of it, is that of a law, a leave, a duty
        or a habit."""
        if word in {"may", "can"} and not ahead and _ONLY_IF.match(text, end):
            return True
        if word in {"may", "can", "could", "will"} and _BREACH.search(before):
            return True
        if word in {"must", "should"} and (
            _STANDING.match(text, end) or (not ahead and self._whoever(before))
        ):
            return True
        if word == "may" and (
            self._permitted.match(text, end)
            or self._permits.search(text, end)
            or _NO_ONE_MAY.search(before)
        ):
            return True
        if word in {"may", "must", "shall", "should", "can", "could", "will"} and (
            self._rules.search(before) or (word == "must" and self._rule_after.match(text, end))
        ):
            return True
        if not ahead and (
            self._habits.match(text, end) or (word == "may" and self._usual.search(text))
        ):
            return True
        opens = text.lstrip("\"' ").lower()
        if opens.startswith(self._rule_openings) and not ahead:
            return True
        if word in {"may", "can", "must", "shall"} and (
            opens.startswith(self._duties) or self._by_rule.match(text)
        ):
            return True
        if word == "would" and not ahead and _EVERY.match(text, end):
            return True
        return word == "could" and self.opens(text)

    def _whoever(self, before: str) -> bool:
        """Whether what stands before a verb is anybody of a kind, and nobody in particular."""
        one = _ANY_ONE.search(before)
        plural = None if one is None else third(one[1].lower())
        return plural in self._roles or _WHOEVER.search(before) is not None
