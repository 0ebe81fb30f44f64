"""Where a sentence looks ahead, and with what word.

Decides which modal words and turns of phrase are about what comes, and which only look so: the
noun "will", the month, ability, duty, concessions, narrated past. Works on one sentence at a
time, on text from :func:`generator.text.phrases.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.phrases import alternation, words

_NEAR = 90
_BEFORE = re.compile(r"([\w'.-]+)[ ,]*$")
_CLAUSE = re.compile(r"[,;:—–]| - ")
_ALTERNATIVE = re.compile(r"\bor\b", re.I)
_PAST_VERB = re.compile(r"\b(?:was|were|had|did)\b", re.I)
_HEADLINE = re.compile(r"^[A-Z][\w.'-]*(?: [\w.'-]+){0,5}? to ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words that look ahead. ``term`` is what they say about likelihood, if anything;
    ``plain_modal`` is a bare modal verb, which says nothing about the kind of statement."""

    start: int
    end: int
    type: OutlookType
    term: tuple[int, int] | None = None
    plain_modal: bool = False


def _opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of ``phrases`` at the place where it is asked for, after a space."""
    return re.compile(rf" *{alternation(phrases)}(?![\w-])", re.I)


class Ahead:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        certainty = alternation(cues.certainty)
        self.certainty = re.compile(rf" +{certainty}(?![\w-])", re.I)
        self.will = re.compile(r"(?:(?<![\w-])(?:will|won't|shall)|(?<=\w)'ll)(?![\w'-])", re.I)
        likely = alternation(
            (*(term for step in cues.estimates for term in step.terms), *cues.likelihood)
        )
        self.predicate = re.compile(
            r"(?<![\w-])(?:is|are|be|seems?|looks?|appears?|remains?) "
            rf"(?:(?:not|also|still|now|very|\w+ly) ){{0,2}}(?P<term>{likely})(?= *(?:[.,;:]|$|(?:in|within|"
            r"before|by|this|next|over|during|after|if|unless|as|for|given|because|soon|without|"
            r"until|on|at|anytime|any)\b))",
            re.I,
        )
        self.would = re.compile(r"(?<![\w-])would(?![\w'-])", re.I)
        self.weak = re.compile(rf"(?<![\w-]){alternation(cues.weak)}(?![\w'-])")
        self.noun_before = frozenset(cues.noun_will_before)
        self.noun_after = _opening(cues.noun_will_after)
        self.past_after = re.compile(
            rf" *{alternation(cues.past_after)}(?![\w-]| to\b)", re.I
        )
        self.checking = words(cues.checking)
        self.duty_openings = tuple(one.lower() + " " for one in cues.duty_openings)
        self.present_after = _opening(cues.present_after)
        self.ability_before = re.compile(
            rf"(?<!\w){alternation(cues.ability_before)}[^,;]{{0,40}}$", re.I
        )
        self.ability_after = _opening(cues.ability_after)
        self.capability = _opening(cues.capability_verbs)
        self.carriers = words(cues.carriers)
        self.concessions = tuple(one.lower() + " " for one in cues.concessions)
        self.narrative = _opening(cues.narrative_would)
        self.past_before = frozenset(cues.past_before)
        self.duty = words(cues.duty_subjects)
        self.remarks = _opening(cues.remarks)
        self.forecast = words(cues.forecast)
        self.expecting = words(cues.expecting)
        self.scheduled = words(cues.scheduled)
        self.needs_be = frozenset(cues.needs_be)
        self.dated = words(cues.scheduled_if_dated)
        self.recommendation = words(cues.recommendation)
        self.expectation = _opening(cues.expectation_should)
        self.cannot = words(cues.cannot_solve)
        self.pledge = words(cues.pledge)
        self.threat = words(cues.threat)
        self.warning = words(cues.warning)
        self.question = words(cues.question)
        self.unclear = words(cues.unclear)
        self.open_subjects = words(cues.open_subjects)
        self.question_ahead = words(cues.question_ahead)
        self.question_past = _opening(cues.question_past)
        self.scheduling = _opening(cues.scheduling_verbs)
        listed: tuple[tuple[OutlookType, tuple[str, ...]], ...] = (
            ("scheduled", cues.east_asian.scheduled),
            ("recommendation", cues.east_asian.recommendation),
            ("question", cues.east_asian.question),
            ("forecast", cues.east_asian.forecast),
        )
        self.east_asian = tuple(
            (kind, re.compile("|".join(map(re.escape, phrases)))) for kind, phrases in listed
        )
        self.inverted_should = re.compile(
            r"(?<![\w-])should (?:the|a|an|any|another|its|their|his|this|that|these|those|such|it|"
            r"they|he|she|talks|negotiations|tensions|relations|deterrence|diplomacy|sanctions|"
            r"(?-i:[A-Z])[\w.]+)(?![\w-])",
            re.I,
        )

    def find(
        self, text: str, *, weapons: tuple[tuple[int, int], ...], attributed: bool, heading: bool
    ) -> tuple[Marker, ...]:
        """Every marker of the sentence, in order. ``weapons`` are spans of weapon names."""
        if not text.isascii() and not _HAS_LATIN.search(text):
            return self._east_asian(text)
        found = [
            *self._phrases(text, attributed=attributed),
            *self._modals(text, weapons=weapons, attributed=attributed),
            *self._advice(text),
            *self._questions(text),
        ]
        if heading and not found:
            found.extend(self._headline(text))
        if not found:
            found.extend(self._east_asian(text))
        return tuple(sorted(found, key=lambda marker: (marker.start, -marker.end)))

    def _phrases(self, text: str, *, attributed: bool) -> Iterable[Marker]:
        for match in self.scheduled.finditer(text):
            if self._lacks_be(text, match):
                continue
            if not self._is_past(text, match.start(), spare="is are") and not self._a_noun(
                text, match
            ):
                yield Marker(
                    start=match.start(), end=match.end(), type="scheduled", term=match.span()
                )
        for match in self.forecast.finditer(text):
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
            if match.group().lower().endswith("that") and not self._ahead_after(text, match.end()):
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
        for match in self.predicate.finditer(text):
            yield Marker(
                start=match.start("term"),
                end=match.end("term"),
                type="forecast",
                term=match.span("term"),
            )
        for match in self.expecting.finditer(text):
            before = self._word_before(text, match.start())
            if before not in {"to", "the", "would", "not", "a", "as", "will", "of", "can", "than"}:
                yield Marker(
                    start=match.start(), end=match.end(), type="forecast", term=match.span()
                )
        for match in self.warning.finditer(text):
            if self._word_before(text, match.start()) not in {
                "no",
                "without",
                "little",
                "high",
                "own",
            }:
                yield Marker(start=match.start(), end=match.end(), type="warning")
        for match in self.threat.finditer(text):
            kind: OutlookType = "threat" if attributed else "warning"
            yield Marker(start=match.start(), end=match.end(), type=kind)
        for match in self.pledge.finditer(text):
            if match.group().lower() == "ready to" and not attributed:
                if not re.search(r"\bwe are(?: \w+)? $", text[: match.start()][-24:], re.I):
                    continue
            yield Marker(start=match.start(), end=match.end(), type="pledge")

    def _modals(
        self, text: str, *, weapons: tuple[tuple[int, int], ...], attributed: bool
    ) -> Iterable[Marker]:
        conceded = self._conceded_until(text)
        for match in self.will.finditer(text):
            word = match.group()
            before = self._word_before(text, match.start())
            if (
                word[0].isupper()
                and match.start() > 2
                and not text[: match.start()].rstrip().endswith(('"', ":"))
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
            if word.lower() == "shall" and not re.search(
                r"\b(?:we|i)\b[^,;]{0,30}$", text[: match.start()], re.I
            ):
                continue
            if self.past_after.match(text, match.end()) and "by" not in text.lower():
                continue
            yield self._modal(text, match)
        for match in self.would.finditer(text):
            if self._tells_would(text, match, attributed=attributed):
                yield self._modal(text, match)
        for match in self.weak.finditer(text):
            if match.start() < conceded or self._is_weak_trap(text, match, weapons):
                continue
            yield self._modal(text, match)

    def _modal(self, text: str, match: re.Match[str]) -> Marker:
        end = match.end()
        adverb = self.certainty.match(text, end)
        term = (match.start(), adverb.end() if adverb else end)
        kind: OutlookType = (
            "scheduled"
            if (match.group().lower() in {"will", "would"} and self.scheduling.match(text, term[1]))
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
        hypothetical = re.search(r"\b(?:if|were to|unless|such an?|should|any)\b", text, re.I)
        refused = text[match.end() :].startswith(" not ")
        return bool(hypothetical) or not (refused or _PAST_VERB.search(text))

    def _is_weak_trap(
        self, text: str, match: re.Match[str], weapons: tuple[tuple[int, int], ...]
    ) -> bool:
        word, end = match.group(), match.end()
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if self.past_after.match(text, end):
            return True
        if word != "could" and self.present_after.match(text, end):
            return True
        clause = _CLAUSE.split(before)[-1]
        if word == "could":
            if self.ability_after.match(text, end) and not re.search(r"\bif\b", text, re.I):
                return True
            if self.present_after.match(text, end):
                return True
            if self.ability_before.search(clause):
                return True
        if word == "may" and (
            self.duty.search(clause) or re.match(r" +not be \w+ed\b", text[end : end + 30])
        ):
            return True
        if self.capability.match(text, end):
            named = any(
                stop <= match.start() and match.start() - stop < _NEAR for _, stop in weapons
            )
            return named or bool(self.carriers.search(before))
        return False

    def _advice(self, text: str) -> Iterable[Marker]:
        inverted = {match.start() for match in self.inverted_should.finditer(text)}
        for match in self.recommendation.finditer(text):
            word = match.group().lower()
            if match.start() in inverted or self.past_after.match(text, match.end()):
                continue
            if self.remarks.match(text, match.end()):
                continue
            clause = _CLAUSE.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
            if word in {"must", "should", "need to", "needs to"} and self._on_duty(clause, text):
                continue
            if word in {"time to", "time for"} and not re.search(
                r"\b(?:is|it's) (?:now |high |also )?$", clause
            ):
                continue
            if word in {"need to", "needs to"} and re.search(
                r"\b(?:the|a|no|not|n't|its|their|if) *$", clause
            ):
                continue
            if word.startswith(("necessary", "essential", "crucial", "vital", "imperative")) and (
                not re.search(
                    r"\b(?:it is|it's|is|are|it remains|be) (?:also |still |absolutely |now |therefore )?$",
                    clause,
                )
                or re.search(r"\b(?:if|as|was|were|not) *$", clause)
            ):
                continue
            if word == "should" and self.expectation.match(text, match.end()):
                yield Marker(
                    start=match.start(), end=match.end(), type="forecast", term=match.span()
                )
                continue
            term_end = match.end()
            head = re.match(r"\w+", word)
            if (
                word.endswith((" to", " for", " that"))
                and head
                and word.split()[0] in {"necessary", "essential", "imperative", "vital", "crucial"}
            ):
                term_end = match.start() + head.end()
            yield Marker(
                start=match.start(),
                end=match.end(),
                type="recommendation",
                term=(match.start(), term_end),
            )
        for match in self.cannot.finditer(text):
            word_end = (
                match.end()
                if " " not in match.group()
                else match.start() + match.group().index(" ")
            )
            yield Marker(
                start=match.start(),
                end=match.end(),
                type="recommendation",
                term=(match.start(), word_end),
            )

    def _on_duty(self, clause: str, text: str) -> bool:
        if text.lower().startswith(self.duty_openings):
            return True
        found = None
        for found in self.duty.finditer(clause):
            pass
        return found is not None and len(clause[found.end() :].split()) <= 6

    def _questions(self, text: str) -> Iterable[Marker]:
        bare = text.rstrip("\"') ")
        if bare.endswith("?"):
            start = max(bare.rfind(mark, 0, -1) for mark in (".", "!", "?")) + 1
            asked = bare[start:]
            ahead = self.question_ahead.search(asked)
            if ahead and not self.question_past.match(asked.lstrip(" \"'")):
                yield Marker(start=start, end=len(bare), type="question")
        for match in self.question.finditer(text):
            yield Marker(start=match.start(), end=match.end(), type="question")
        for match in self.unclear.finditer(text):
            subject = text[max(0, match.start() - 110) : match.start()]
            if self.open_subjects.search(subject) or _ASKED.search(subject) or self._ahead_after(text, match.end()):
                yield Marker(start=match.start(), end=match.end(), type="question")

    def _ahead_after(self, text: str, position: int) -> bool:
        rest = text[position : position + 160]
        coming = re.search(r"\b(?:will|would|could|can|might|may|should|next|to \w+)\b", rest)
        past = re.search(r"\b(?:had|have|was|were|did|has)\b", rest)
        return coming is not None and (past is None or coming.start() < past.start())

    def _headline(self, text: str) -> Iterable[Marker]:
        match = _HEADLINE.match(text)
        if match and self.scheduling.match(text, match.end() - 1):
            yield Marker(start=match.end() - 3, end=match.end() - 1, type="scheduled")

    def _east_asian(self, text: str) -> tuple[Marker, ...]:
        for kind, pattern in self.east_asian:
            match = pattern.search(text)
            if match:
                term = match.span() if kind in {"forecast", "recommendation"} else None
                return (Marker(start=match.start(), end=match.end(), type=kind, term=term),)
        return ()

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
            if not word.endswith("ly") and word not in {
                "not",
                "also",
                "very",
                "more",
                "most",
                "widely",
                "still",
                "then",
            }:
                return False
        return False

    def _a_noun(self, text: str, match: re.Match[str]) -> bool:
        """ "its plans to", "a plan to": named, not declared here."""
        if not match.group().lower().startswith(("plan to", "plans to", "aims to")):
            return False
        before = self._word_before(text, match.start())
        return (
            before in self.noun_before
            or before.endswith("'s")
            or before
            in {
                "those",
                "these",
                "ambitious",
                "new",
                "such",
                "to",
                "secret",
                "detailed",
                "with",
                "into",
                "on",
            }
        )


_IS = re.compile(r"(?:\b(?:is|are|am|be)|'s|'re|'m)(?: \w+){0,2} *$")
_ASKED = re.compile(r"\b(?:whether|how|when|what|who)\b.{0,80}?\b(?:will|would|could|can|might)\b", re.I)
_HAS_LATIN = re.compile(r"[A-Za-z]{3}")


@lru_cache(maxsize=8)
def ahead(cues: OutlookCues) -> Ahead:
    return Ahead(cues)
