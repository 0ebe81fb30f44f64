"""Where a sentence looks ahead, and with what word.

Decides which modal words and turns of phrase are about what comes, and which only look so: the
noun "will", the month, ability, duty, concessions, narrated past. Works on one sentence at a
time, on text from :func:`generator.text.phrases.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.asking import CLAUSE, Asking, Marker, opening, question_from, turned_past
from generator.text.eastern_ahead import SCRIPT, east_asian
from generator.text.hindsight import backwards
from generator.text.phrases import Gated, Lists, Opened, anchors, hits, words
from generator.text.plans import a_noun, defines
from generator.text.tries import alternation

_NEAR = 90
_BEFORE = re.compile(r"([\w'.-]+)[ ,]*$")
_PAST_VERB = re.compile(r"\b(?:was|were|had|did)\b", re.I)
_HEADLINE = re.compile(r"^[A-Z][\w.'-]*(?: [\w.'-]+){0,5}? to ")


class Ahead:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self.asking = Asking(cues)
        certainty = alternation(cues.certainty)
        self.certainty = re.compile(rf" +{certainty}(?![\w-])", re.I)
        self.will = Gated(
            re.compile(r"(?:(?<![\w-])(?:will|won't|shall)|(?<=\w)'ll)(?![\w'-])", re.I),
            frozenset({"will", "won", "shall", "ll"}),
        )
        listed_terms = (*(term for step in cues.estimates for term in step.terms), *cues.likelihood)
        likely = alternation(listed_terms)
        predicate = re.compile(
            r"(?<![\w-])(?:is|are|be|becomes?|seems?|looks?|appears?|remains?|"
            r"(?:calls?|considers?|deems?|judges?|thinks?) (?:it|that|this)) "
            rf"(?:(?:not|also|still|now|very|about|\w+ly) ){{0,2}}(?P<term>{likely})"
            r"(?= *(?:[.,;:]|\(\W{0,3}\d|$|(?:in|within|before|by|this|next|over|during|after|if|"
            r"unless|as|for|given|because|soon|without|until|on|at|anytime|any)\b))",
            re.I,
        )
        self.predicate = Gated(predicate, anchors(listed_terms))
        self.would = Gated(re.compile(r"(?<![\w-])would(?![\w'-])", re.I), frozenset({"would"}))
        self.weak = Gated(
            re.compile(rf"(?<![\w-]){alternation(cues.weak)}(?![\w'-])"), anchors(cues.weak)
        )
        self.pledge_later = Gated(
            re.compile(
                rf"(?<![\w-]){alternation(cues.pledge_verbs)} (?:in|during|at|over|by) "
                r"(?:[\w'-]+ ){1,5}?to(?= [\"\w])",
                re.I,
            ),
            anchors(cues.pledge_verbs),
        )
        self.noun_before = frozenset(cues.noun_will_before)
        self.noun_after = opening(cues.noun_will_after)
        self.past_after = turned_past(cues)
        self.checking = words(cues.checking)
        self.present_after = opening(cues.present_after)
        self.ability_before = re.compile(
            rf"(?<!\w){alternation(cues.ability_before)}[^,;]{{0,40}}$", re.I
        )
        self.ability_after = opening(cues.ability_after)
        self.capability = opening(cues.capability_verbs)
        self.carriers = words(cues.carriers)
        self.concessions = tuple(one.lower() + " " for one in cues.concessions)
        self.narrative = opening(cues.narrative_would)
        self.past_before = frozenset(cues.past_before)
        self.duty = words(cues.duty_subjects)
        self.forecast = words(cues.forecast)
        self.expecting = words(cues.expecting)
        self.scheduled = words(cues.scheduled)
        self.needs_be = frozenset(cues.needs_be)
        self.dated = words(cues.scheduled_if_dated)
        self.pledge = words(cues.pledge)
        self.threat = words(cues.threat)
        self.warning = words(cues.warning)
        self.scheduling = opening(cues.scheduling_verbs)
        self.aims = re.compile(rf"\b{alternation(cues.hindsight.aims)} $", re.I)
        self._backwards = backwards(cues)
        asking = self.asking
        self._modal_lists = frozenset((self.will, self.would, self.weak))
        self._lists = Lists(
            (self.will, self.would, self.weak, self.predicate, self.pledge_later, self.forecast,
             self.expecting, self.scheduled, self.pledge, self.threat, self.warning,
             asking.recommendation, asking.cannot, asking.question, asking.unclear)
        )  # fmt: skip
        self._cues = cues

    def find(
        self, text: str, *, weapons: tuple[tuple[int, int], ...], attributed: bool, heading: bool
    ) -> tuple[Marker, ...]:
        """Every marker of the sentence, in order. ``weapons`` are spans of weapon names."""
        if not text.isascii() and SCRIPT.search(text):
            return east_asian(text, cues=self._cues)
        found: list[Marker] = []
        opened = self._lists.opened(text)
        if opened:
            found = [
                *self._phrases(text, opened, attributed=attributed),
                *self._forecasts(text, opened),
                *self._modals(text, opened, weapons=weapons, attributed=attributed),
                *self.asking.advice(text, opened),
            ]
        if opened or "?" in text:
            found.extend(self.asking.questions(text, opened))
        if heading and not found:
            found.extend(self._headline(text))
        asked = question_from(text)
        ordered = tuple(
            sorted(
                (one for one in found if one.type == "question" or one.start < asked),
                key=lambda marker: (marker.start, -marker.end),
            )
        )
        return self._backwards.clear(text, ordered, attributed=attributed)

    def _phrases(self, text: str, opened: Opened, *, attributed: bool) -> Iterable[Marker]:
        for match in hits(self.scheduled, text, opened):
            if self._lacks_be(text, match) or defines(text, match, self.aims):
                continue
            if not self._is_past(text, match.start(), spare="is are") and not a_noun(text, match):
                yield Marker(
                    start=match.start(), end=match.end(), type="scheduled", term=match.span()
                )
        for match in hits(self.warning, text, opened):
            if _LOWERED.search(text, max(0, match.start() - 30), match.start()):
                continue
            if self._word_before(text, match.start()) not in _NO_WARNING:
                word = match.group().split(" ", 1)[0]
                risk = (match.start(), match.start() + len(word))
                term = risk if word.lower() in {"risk", "risks"} else None
                yield Marker(start=match.start(), end=match.end(), type="warning", term=term)
        for match in hits(self.threat, text, opened):
            kind: OutlookType = "threat" if attributed else "warning"
            yield Marker(start=match.start(), end=match.end(), type=kind)
        for match in hits(self.pledge_later, text, opened):
            yield Marker(start=match.start(), end=match.end(), type="pledge")
        for match in hits(self.pledge, text, opened):
            ready = match.group().lower() == "ready to" and not attributed
            if not ready or _WE_ARE.search(text[max(0, match.start() - 24) : match.start()]):
                yield Marker(start=match.start(), end=match.end(), type="pledge")

    def _forecasts(self, text: str, opened: Opened) -> Iterable[Marker]:
        for match in hits(self.forecast, text, opened):
            if self._lacks_be(text, match) or self._is_past(
                text, match.start(), spare="not" if "likely" in match.group() else ""
            ):
                continue
            if match.group().lower() == "going to" and re.match(
                r" +(?:the|a)\b| +[A-Z]", text[match.end() : match.end() + 5]
            ):
                continue
            if self.past_after.match(text, match.end()):
                continue
            if match.group().lower().endswith("that") and not self.asking.ahead_after(
                text, match.end()
            ):
                continue
            calendar = match.group().lower() == "expected to" and bool(
                self.scheduling.match(text, match.end())
            )
            yield Marker(
                start=match.start(),
                end=match.end(),
                type="scheduled" if calendar else "forecast",
                term=match.span(),
            )
        for match in hits(self.predicate, text, opened):
            yield Marker(
                start=match.start("term"),
                end=match.end("term"),
                type="forecast",
                term=match.span("term"),
            )
        for match in hits(self.expecting, text, opened):
            before = self._word_before(text, match.start())
            if before not in {"to", "the", "would", "not", "a", "as", "will", "of", "can", "than"}:
                yield Marker(
                    start=match.start(), end=match.end(), type="forecast", term=match.span()
                )

    def _modals(
        self, text: str, opened: Opened, *, weapons: tuple[tuple[int, int], ...], attributed: bool
    ) -> Iterable[Marker]:
        if opened.isdisjoint(self._modal_lists):
            return
        conceded = self._conceded_until(text)
        for match in hits(self.will, text, opened):
            word = match.group()
            before = self._word_before(text, match.start())
            if (
                word[0].isupper()
                and match.start() > 2
                and not text[max(0, match.start() - 4) : match.start()]
                .rstrip()
                .endswith(('"', ":"))
            ):
                continue
            if (
                word.lower() == "will"
                and (before in self.noun_before or self.noun_after.match(text, match.end()))
                and before not in {"that"}
            ):
                continue
            if before == "that" and self.noun_after.match(text, match.end()):
                continue
            if (
                word.lower() == "shall"
                and not attributed
                and not re.search(
                    r"\b(?:we|i)\b[^,;]{0,30}$",
                    text[max(0, match.start() - 40) : match.start()],
                    re.I,
                )
            ):
                continue
            if self.past_after.match(text, match.end()) and "by" not in text.lower():
                continue
            yield self._modal(text, match)
        for match in hits(self.would, text, opened):
            if self._tells_would(text, match, attributed=attributed):
                yield self._modal(text, match)
        for match in hits(self.weak, text, opened):
            if match.start() < conceded or self._is_weak_trap(text, match, weapons):
                continue
            yield self._modal(text, match)

    def _modal(self, text: str, match: re.Match[str]) -> Marker:
        end = match.end()
        adverb = self.certainty.match(text, end)
        term = (match.start(), adverb.end() if adverb else end)
        kind: OutlookType = (
            "scheduled"
            if match.group().lower() in {"will", "would"}
            and not text[: term[1]].endswith((" not", " never"))
            and self.scheduling.match(text, term[1])
            else "forecast"
        )
        return Marker(
            start=match.start(), end=end, type=kind, term=term, plain_modal=kind == "forecast"
        )

    def _tells_would(self, text: str, match: re.Match[str], *, attributed: bool) -> bool:
        if self.past_after.match(text, match.end()) or self.narrative.match(text, match.end()):
            return False
        if re.match(r" +(?:like|rather)\b", text[match.end() : match.end() + 8]):
            return False
        if self.checking.search(text):
            return False
        if attributed:
            return True
        hypothetical = re.search(
            r"\b(?:if|were to|unless|such an?|should|any)\b|^Were\b", text, re.I
        )
        refused = text[match.end() :].startswith(" not ")
        return bool(hypothetical) or not (refused or _PAST_VERB.search(text))

    def _is_weak_trap(
        self, text: str, match: re.Match[str], weapons: tuple[tuple[int, int], ...]
    ) -> bool:
        word, end = match.group(), match.end()
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if self.past_after.match(text, end) or _UNDER_WAY.match(text, end):
            return True
        if word != "could" and self.present_after.match(text, end):
            return True
        clause = CLAUSE.split(before)[-1]
        if word == "could":
            if self.ability_after.match(text, end) and not re.search(r"\bif\b", text, re.I):
                return True
            if self.present_after.match(text, end):
                return True
            if self.ability_before.search(clause):
                return True
        if word == "may" and (
            (self.duty.search(clause) and not _IF_BE.search(text, end))
            or re.match(r" +not be \w+ed\b", text[end : end + 30])
        ):
            return True
        if self.capability.match(text, end):
            named = any(
                stop <= match.start() and match.start() - stop < _NEAR for _, stop in weapons
            )
            return named or bool(self.carriers.search(before))
        return False

    def _headline(self, text: str) -> Iterable[Marker]:
        match = _HEADLINE.match(text)
        if match and self.scheduling.match(text, match.end() - 1):
            yield Marker(start=match.end() - 3, end=match.end() - 1, type="scheduled")

    def _conceded_until(self, text: str) -> int:
        """End of a first clause that only concedes something."""
        if not text.lower().startswith(self.concessions):
            return 0
        comma = text.find(",")
        return comma if comma > 0 else 0

    def _word_before(self, text: str, position: int) -> str:
        match = _BEFORE.search(text[max(0, position - 30) : position])
        return match.group(1).lower() if match else ""

    def _lacks_be(self, text: str, match: re.Match[str]) -> bool:
        if match.group().lower() not in self.needs_be:
            return False
        lead = text[max(0, match.start() - 40) : match.start()].lower()
        return _IS.search(lead) is None

    def _is_past(self, text: str, position: int, *, spare: str = "") -> bool:
        lead = text[max(0, position - 40) : position].lower().split()
        for word in reversed(lead[-3:]):
            if word in self.past_before and word not in spare.split():
                return True
            if not word.endswith("ly") and word not in _BETWEEN:
                return False
        return False


_BETWEEN = frozenset({"not", "also", "very", "more", "most", "widely", "still", "then"})
"""Words between a verb of the past and a marker."""
_LOWERED = re.compile(
    r"\b(?:limit|reduc|lower|minimi|mitigat|avoid|avert|cut|eliminat|contain|manag)\w* "
    r"(?:the |any |this |that |its |their |such )?$"
)
""" "Limits the RISK OF a spread": no warning."""
_IF_BE = re.compile(r" be [^.;]{3,80}?\bif\b")
""" "Exporters may be cut off if they deal with him": no leave."""
_NO_WARNING = frozenset({"no", "without", "little", "high", "own"})
_UNDER_WAY = re.compile(
    r" (?:well |also )?be (?!preparing|planning|heading|going|facing|coming|considering|looking|"
    r"moving|seeing|getting|king\b|bring)[a-z]{2,}ing "
    r"(?!up\b|for\b|to\b|in\b|if\b|and\b)[\w\"]"
)
"""A "may be hiding" is about now; "may be preparing to" is not."""
_WE_ARE = re.compile(r"\bwe are(?: \w+)? $", re.I)
_IS = re.compile(r"(?:\b(?:is|are|am|be)|'s|'re|'m)(?: \w+){0,2} *$")


@lru_cache(maxsize=8)
def ahead(cues: OutlookCues) -> Ahead:
    return Ahead(cues)
