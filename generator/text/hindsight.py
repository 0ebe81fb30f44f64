"""Which words of the future only look so: what they say of the present, the past or the rule.

Decides, for a marker found elsewhere, that its sentence guesses at what is ("may be a decoy"),
tells what a thing can do, quotes a law, describes a habit or a purpose, or narrates the past. A
time to come or a condition in the sentence overrules the guesses and abilities, nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import Hindsight, OutlookCues
from generator.text.asking import Marker
from generator.text.horizons import times
from generator.text.phrases import alternation, words

_WEAK = frozenset({"may", "might", "could"})
_WOULD = frozenset({"would"})
_LIKELY = re.compile(r"(?:un)?likely to|(?:most|more|very|highly) likely to", re.I)
_ADVERBS = r"(?: (?:also|well|still|even|just|very|now|simply|in fact|indeed|\w+ly))*"
_PLURAL = re.compile(
    rf"{_ADVERBS} be [a-z][a-z-]{{2,}}(?<!s)s(?<!ous)(?<!less)(?=[.,;\")]|$| (?:or|and) )"
)
_FIGURE = re.compile(r"[^.;]{0,30}?\b(?:\d|up to|about|some|two|three|four|five|six|eight|ten)\b")
_HYPOTHESIS = re.compile(
    r"\b(?:if|unless|were to|provided|as long as|once|should (?:it|the|a|they|any)|without)\b"
    r"|^were\b",
    re.I,
)
_SO_THAT = re.compile(r"\b(?:so(?: that)?|in order that|lest) (?:[\w'-]+ ){1,6}$", re.I)
_HAVE_DONE = re.compile(
    r"\b(?:could|would|might|can|may|should|must)(?: [\w'.-]+){1,6}? have "
    r"(?:been|had|done|gone|seen|known|\w+(?:ed|en|wn|ght|ft|lt|nt|de|ck|ut|et|id))\b",
    re.I,
)
_PAST_CLAUSE = re.compile(
    r"\b(?:before|after|until|till|when|while|because|since|and|but|as)\b (?:[\w'-]+ ){1,5}?"
    r"(?:\w{2,}ed|was|were|had|did|came|went|fell|left|took|lost|began|broke|died)\b",
    re.I,
)
_GENERIC = re.compile(r"[\"' ]*(?:An?|Such an?|Any) [^,;.]{2,60}$")
_INFERRED = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ ){0,2}?(?:likely|probably|possibly|presumably|perhaps) "
    r"(?!to\b)[^.;]{1,90}, which $"
)
"""An inference about what is, and what would follow from it: no more than the inference."""
_ALONE = re.compile(
    r"[^.;,]{0,60}\b(?:(?:by )?(?:themselves|itself|himself|herself)|on (?:their|its) own)"
    r"(?=[.;,\"]|$)"
)
_RIGHT_AFTER = 70


class Backwards:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        own: Hindsight = cues.hindsight
        self._times = times(cues)
        self._identity = re.compile(rf"{_ADVERBS} be {alternation(own.identity)}(?![\w-])", re.I)
        self._not_identity = words(own.not_identity)
        self._aims = words(own.aims)
        self._states = re.compile(rf"{_ADVERBS} {alternation(own.states)}(?![\w-])", re.I)
        self._would_now = re.compile(rf"{_ADVERBS} {alternation(own.would_now)}(?![\w-])", re.I)
        self._habits = re.compile(rf" {alternation(own.habits)}(?![\w-])", re.I)
        self._habit_openings = tuple(one.lower() + " " for one in own.habit_openings)
        self._duties = tuple(one.lower() + " " for one in cues.duty_openings)
        self._abilities = re.compile(rf"{_ADVERBS} {alternation(own.abilities)}(?![\w-])", re.I)
        self._able = re.compile(rf"{_ADVERBS} be able to\b", re.I)
        self._within_reach = words(own.within_reach)
        self._rules = re.compile(
            rf"\b{alternation(own.rules)}\b[^.;]{{0,60}}?\b{alternation(own.rule_verbs)}"
            r"(?: that)?(?= |:|,)[^.;]{0,80}$",
            re.I,
        )
        self._rule_after = re.compile(rf" {alternation(own.rule_after)}(?![\w-])", re.I)
        self._beliefs = re.compile(
            rf"\b{alternation(own.past_beliefs)}\b(?: that)? [^.;]{{0,70}}$", re.I
        )
        self._whether_believed = re.compile(
            r"\b(?:whether|that) [^,;.]{1,40}\b(?:believes?|thinks?)\b[^.;]{0,90}$", re.I
        )
        self._told = words(own.told)
        self._came_true = words(own.came_true)
        self._studies = words(own.studies)
        self._found = re.compile(r"\b(?:found|showed|suggested|concluded|ended)\b", re.I)
        self._unsaid = re.compile(rf" {alternation(own.unsaid)}(?![\w-])", re.I)
        self._asides = words(own.asides)
        self._idle = words(own.idle_questions)
        self._scenes = words(own.scenes)
        self._own_text = re.compile(
            rf"\b(?:we|i)(?: will|'ll) {alternation(own.plans_of_text)}(?![\w-])", re.I
        )
        self._at_will = re.compile(
            rf" {alternation(own.making)}\b[^.;,]{{0,40}}\b{alternation(own.at_will)}(?![\w-])",
            re.I,
        )
        self._past_odds = re.compile(rf"\b{alternation(own.past_odds)}\b[^.;]{{0,40}}$", re.I)

    def clear(
        self, text: str, markers: tuple[Marker, ...], *, attributed: bool
    ) -> tuple[Marker, ...]:
        """The markers that do look ahead."""
        if not markers:
            return markers
        if self._came_true.search(text):
            return tuple(one for one in markers if one.type in {"question", "scheduled"})
        ahead = self._times.near(text) and not self._habit_opening(text)
        supposed = ahead or _HYPOTHESIS.search(text) is not None
        return tuple(
            one
            for one in markers
            if not self._away(text, one, supposed=supposed, ahead=ahead, attributed=attributed)
        )

    def past_odds(self, text: str, start: int) -> bool:
        """Whether odds in figures were those of a time that is over."""
        return self._past_odds.search(text, max(0, start - 60), start) is not None

    def _habit_opening(self, text: str) -> bool:
        return text.lstrip("\"' ").lower().startswith(self._habit_openings)

    def _away(
        self, text: str, marker: Marker, *, supposed: bool, ahead: bool, attributed: bool
    ) -> bool:
        if marker.type == "question":
            return self._idle.search(text) is not None or _HAVE_DONE.search(text) is not None
        word = text[marker.start : marker.end].lower()
        if self._here(text, word, marker.end, attributed=attributed):
            return True
        end = marker.end
        before = text[max(0, marker.start - 120) : marker.start]
        if self._asides.search(text, max(0, marker.start - 24), end + 30):
            return True
        if word in {"may", "must", "shall", "should", "can", "could", "will"} and (
            self._rules.search(before) or (word == "must" and self._rule_after.match(text, end))
        ):
            return True
        if self._habits.match(text, end) and not ahead:
            return True
        opens = text.lstrip("\"' ").lower()
        if word in {"may", "can", "must", "shall"} and opens.startswith(self._duties):
            return True
        if word == "could" and self._habit_opening(text):
            return True
        if word in {"could", "can"} and _GENERIC.match(text[: marker.start]) and not supposed:
            return _FIGURE.match(text, end) is not None
        if word in _WEAK | _WOULD and (
            _SO_THAT.search(before)
            or self._beliefs.search(before)
            or self._whether_believed.search(before)
            or self._unsaid.match(text, end)
            or (self._studies.search(before) and self._found.search(before))
            or (word in _WOULD and _INFERRED.search(before))
        ):
            return True
        if word in _WOULD:
            return self._narrated(text, end, supposed=supposed, attributed=attributed)
        if supposed:
            return False
        if word in _WEAK or word == "must" or _LIKELY.fullmatch(word):
            return self._guess(text, word, end, before)
        return False

    def _here(self, text: str, word: str, end: int, *, attributed: bool) -> bool:
        """What is asked about now, a scene, a plan for the text, or what can be done at will."""
        if word == "should":
            return text.rstrip("\"') ").endswith("?") and self._idle.search(text) is not None
        if word == "about to":
            return self._scenes.search(text) is not None
        if word in {"will", "'ll"}:
            return not attributed and self._own_text.search(text) is not None
        return word == "could" and self._at_will.match(text, end) is not None

    def _guess(self, text: str, word: str, end: int, before: str) -> bool:
        """What something is or can do, as far as the writer can tell."""
        ahead = self._not_identity.search(text, end, end + _RIGHT_AFTER)
        if not ahead and (self._identity.match(text, end) or _PLURAL.match(text, end)):
            return word != "must" or self._aims.search(before) is None
        if word == "must":
            return False
        if self._states.match(text, end) or (word == "could" and _ALONE.match(text, end)):
            return True
        able = self._abilities.match(text, end)
        return word == "could" and able is not None and _FIGURE.match(text, able.end()) is not None

    def _narrated(self, text: str, end: int, *, supposed: bool, attributed: bool) -> bool:
        """A "would" of the past, of a spec sheet, or of an inference."""
        if self._would_now.match(text, end):
            return not self._times.near(text)
        if supposed and not self._habit_opening(text):
            return False
        if self._able.match(text, end) or self._within_reach.search(text, end, end + 120):
            return True
        if self._habit_opening(text):
            return True
        return not attributed and (
            self._told.search(text) is not None or _PAST_CLAUSE.search(text) is not None
        )


@lru_cache(maxsize=8)
def backwards(cues: OutlookCues) -> Backwards:
    return Backwards(cues)
