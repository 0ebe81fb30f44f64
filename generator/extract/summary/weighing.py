"""Which sentences may be printed at all, and what each of them weighs.

Decides what is filler and what is garbled; cuts sentences into the parts that stand by themselves.
What a part is worth, :mod:`worth` says, and what leans on the sentence before it, :mod:`leaning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.summary.conceding import Conceding, argued
from generator.extract.summary.findings import Findings
from generator.extract.summary.leaning import Leaning, speaks_of_nobody
from generator.extract.summary.origins import bared, unlabelled
from generator.extract.summary.unfit import Unfit, asked, is_deck, is_heading, unfit
from generator.extract.summary.worth import Place, size, worth
from generator.knowledge.language import Language
from generator.model import ANONYMOUS, AUTHOR, Event, Outlook, OutlookType, SentenceId
from generator.text.condense import units
from generator.text.reading import Reading
from generator.text.speech.labels import comment_label
from generator.text.syntax.clauses import word_count
from generator.text.tokens import tokenise
from generator.text.trappings import opens_with

_SHORTEST = 5
"""Words of the shortest statement."""
_STOPPED = 0.6
"""Share of sentences with a stop from which a line without one is no sentence."""
_HEADING = re.compile(r"[^:.]{3,80}: (?:what|who|how|why|where|when)\b")
""" "Rubber and diesel: what rolled through the square": a line above a piece, and no statement."""
_SPOKEN_TO = 0.8
"""What a sentence loses that speaks to the reader."""
_REPORTED, _MOST_REPORTED = 0.6, 2.4
_ONLY_AHEAD, _SETS_SCENE = -0.6, -1.0
_OPENINGS = 4
"""Sentences among which a line under the first picture stands."""
_SCENE = 6
"""Words of a sentence in which it says that it only sets the scene."""
_OPENS = 0.8
"""What the first sentence of a report gains as the bottom line, if it gives a date."""
_ASKED = 3.0
"""What a question of an interviewer loses."""
_GIST = 2.5
"""What a sentence gains that the piece itself calls its gist ("Bottom line.")."""
_AFTER_VERB = -0.6
"""What it loses as the bottom line where "it" stands for something told before."""
_GRANTED = 0.8
_FILLER = 1.2
"""What each phrase of filler takes away."""
_AHEAD: dict[OutlookType, float] = {
    "scheduled": 1.6,
    "warning": 1.6,
    "threat": 1.6,
    "pledge": 1.5,
    "forecast": 1.4,
    "recommendation": 1.0,
    "question": 0.2,
}
"""How much a statement of each kind says about what comes; a question says least."""


class Unit(Struct, frozen=True, kw_only=True):
    """A sentence, or a part of one that stands by itself, with its weights."""

    index: int
    part: int
    sentence: SentenceId
    text: str
    worth: float
    leads: float
    """What the unit is worth as the bottom line."""
    cause: float
    ahead: float
    words: frozenset[str]
    dangling: bool
    conceded: bool
    """Whether the piece only grants it, or tells what others argue."""


class Weigher(Struct, frozen=True, kw_only=True):
    """The weights and cue words of one knowledge base. ``vacuous`` and ``causes`` are folded
    phrases between blanks, by their longest words."""

    weights: Mapping[str, float]
    common: frozenset[str]
    vacuous: Mapping[str, tuple[str, ...]]
    causes: Mapping[str, tuple[str, ...]]
    finite: frozenset[str]
    """Forms of verbs that make a clause."""
    unfit: Unfit
    leaning: Leaning
    conceding: Conceding
    reader: Mapping[str, tuple[str, ...]]
    judging: Mapping[str, tuple[str, ...]]
    scenes: Mapping[str, tuple[str, ...]]
    gist: frozenset[str]
    adding: frozenset[str]
    """Words that add something to what was said before, and so do not lead."""
    heralds: tuple[str, ...]
    asks: tuple[str, ...]
    answers: tuple[str, ...]
    comment: re.Pattern[str]

    def candidates(self, findings: Findings) -> list[Unit]:
        """Every sentence or part of one that may be printed, in reading order."""
        ahead = {item.sentence: item for item in findings.outlook}
        result: list[Unit] = []
        rank = 0
        called = False
        stopped = sum(not one.sentence.display[-1:].isalnum() for one in findings.readings)
        stops = stopped >= _STOPPED * len(findings.readings)
        questions = asked([one.sentence for one in findings.readings])
        for index, reading in enumerate(findings.readings):
            sentence = reading.sentence
            gist, called = called, " ".join(reading.tokens.norms) in self.gist
            last = index + 1 == len(findings.readings)
            if findings.layers.get(sentence.id) == "rhetoric" or sentence.end <= findings.begins:
                continue
            if sentence.id in questions or self.unfit.holds(
                sentence.display, last=last, opens=index < _OPENINGS
            ):
                continue
            near = findings.readings[max(0, index - 1) : index + 2]
            if stops and not last and is_deck(sentence, [one.sentence for one in near]):
                continue
            opens = not index or near[0].sentence.paragraph != sentence.paragraph
            text = bared(index, reading, labels=self.answers, comment=self.comment, opens=opens)
            text = unlabelled(text, findings.voices.get(sentence.id))
            parts = self._wholes(units(text))
            before = len(result)
            for part, text in enumerate(parts):
                if word_count(text) < _SHORTEST or is_heading(text, self.finite):
                    continue
                if text.rstrip(" .:").lower().endswith(self.heralds) and _laid(findings):
                    continue
                place = Place(index=index, rank=rank, part=part, parts=len(parts), reading=reading)
                unit = self._unit(text, place, findings, ahead.get(sentence.id))
                result.append(replace(unit, leads=unit.leads + _GIST) if gist else unit)
            rank += len(result) > before
        return result

    def _wholes(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Parts that stand by themselves: "the mayor of A; the mayor of B; and that of C agreed"
        is one."""
        if len(parts) < 2 or parts[-1].split(" ", 1)[0].casefold() not in {"and", "or"}:
            return parts
        words = tokenise(parts[0]).norms
        told = any(word in self.finite or word.endswith("ed") for word in words)
        return parts if told else ("; ".join(parts),)

    def _unit(self, text: str, place: Place, findings: Findings, outlook: Outlook | None) -> Unit:
        reading, sentence = place.reading, place.reading.sentence
        whole = text == sentence.text
        tokens = reading.tokens if whole else tokenise(text)
        norms = tokens.norms
        folded = f" {' '.join(norms)} "
        events = findings.reported.get(sentence.id, [])
        if place.parts > 1:
            events = [item for item in events if stands_in(item, folded)]
        words = frozenset(norms)
        penalty = _FILLER * _count(self.vacuous, words, folded)
        penalty += _SPOKEN_TO * min(1, _count(self.reader, words, folded))
        penalty += _FILLER if text.endswith(":") or _HEADING.match(text) else 0.0
        penalty += _ASKED if opens_with(text, self.asks) else 0.0
        cause = 0.6 * _count(self.causes, words, folded)
        if findings.layers.get(sentence.id) == "recommendation":
            cause = 0
        dangling = speaks_of_nobody(text, words, sentence.id, findings) or (
            self.leaning.leans(tokens, reading, findings.persons)
            and findings.speaker(sentence.id, text) is None
            and findings.meant(sentence.id, text) is None
        )
        conceded = self.conceding.holds(place.index, norms, findings)
        scene = _count(self.scenes, words, f" {' '.join(norms[:_SCENE])} ") > 0
        value = worth(
            text,
            words,
            place=place,
            events=[(self._event_weight(item), item) for item in events],
            outlook=outlook,
            leaning=dangling,
            judging=_count(self.judging, words, folded) > 0,
            findings=findings,
        )
        return Unit(
            index=place.index,
            part=place.part,
            sentence=sentence.id,
            text=text,
            worth=value - penalty - (_GRANTED if conceded else 0.0),
            leads=value
            + argued(sentence.id, text, findings, conceded=conceded)
            - min(0.0, size(word_count(text)))
            - 2 * penalty
            + self._reports(events)
            + self._only_ahead(outlook, findings)
            + (
                self._opens(events, findings, sentence.id)
                if place.rank == 0 and findings.reports and not penalty and not scene
                else 0.0
            )
            + (_SETS_SCENE if scene else 0.0)
            + (0.0 if words.isdisjoint(self.adding) else _ONLY_AHEAD)
            + (_AFTER_VERB if self.leaning.points_back(norms) else 0.0)
            + (_AFTER_VERB if self.leaning.looks_back(norms) else 0.0)
            + (2 * _AFTER_VERB if self.leaning.opens_late(text, norms) else 0.0),
            cause=(cause + 0.1 * _names(reading) - penalty) if cause else -1.0,
            ahead=(_ahead(outlook) - penalty) if outlook is not None else -1.0,
            words=words - self.common,
            dangling=dangling,
            conceded=conceded,
        )

    @staticmethod
    def _opens(events: list[Event], findings: Findings, sentence: SentenceId) -> float:
        """What the first sentence of a report gains as the bottom line: it tells the news, if it
        tells what somebody did, or when, or who says so."""
        told = any(event.actors for event in events)
        named = any(one.holder not in {None, AUTHOR} for one in findings.voices.of(sentence))
        return _OPENS * (told + named + 2 * (sentence in findings.dated))

    def _reports(self, events: list[Event]) -> float:
        """What the bottom line gains by telling what somebody did."""
        done = [
            item
            for item in events
            if item.status in {"happened", "reported"} and (item.actors or item.recipients)
        ]
        weight = sum(self.weights.get(item.type, 1.0) for item in done[:2])
        dated = any(item.precision == "day" for item in done)
        return min(_MOST_REPORTED, _REPORTED * weight) + (_REPORTED if dated else 0.0)

    def _only_ahead(self, outlook: Outlook | None, findings: Findings) -> float:
        """What it loses by telling only what may come, unless that is what the piece is for."""
        if outlook is None or findings.genre == "analysis" or outlook.percent is not None:
            return 0.0
        if outlook.type == "recommendation":
            return 0.0
        return 2 * _ONLY_AHEAD if outlook.condition else _ONLY_AHEAD

    def _event_weight(self, event: Event) -> float:
        weight = self.weights.get(event.type, 1.0)
        if event.status == "planned":
            weight *= 0.8 if event.date_text else 0.5
        elif event.status == "denied":
            weight *= 0.7
        return weight if event.actors else weight * 0.5


def _ahead(outlook: Outlook) -> float:
    """How much a statement says about what comes."""
    weight = _AHEAD[outlook.type]
    weight += 0.3 if outlook.horizon or outlook.condition else 0.0
    return weight + (0.6 if outlook.percent else 0.0)


def weigher(
    language: Language,
    *,
    common: frozenset[str],
    finite: frozenset[str],
    unfinished: frozenset[str],
) -> Weigher:
    """The weights as the cue files give them; ``common`` are words that tell nothing apart."""
    return Weigher(
        weights={frame.type: frame.weight for frame in language.verbs.frames},
        common=common,
        finite=finite,
        unfit=unfit(language.summary, stops=unfinished, finite=finite),
        vacuous=_by_word(language.summary.vacuous),
        causes=_by_word(language.summary.causes),
        leaning=Leaning(
            common=common,
            finite=finite,
            dangling=_word_by_word(language.summary.dangling),
            standing=_word_by_word(language.summary.standing),
            looking_back=_word_by_word(language.summary.looking_back),
        ),
        conceding=Conceding(
            openings=_word_by_word(language.summary.conceding),
            turns=frozenset(language.summary.turns),
            others=frozenset(language.summary.others),
        ),
        reader=_by_word(language.summary.reader),
        judging=_by_word(language.summary.judging),
        scenes=_by_word(language.summary.scenes),
        gist=frozenset(map(str.strip, map(_folded, language.summary.gist))),
        adding=frozenset(language.summary.adding),
        heralds=language.summary.heralds,
        asks=language.summary.asks,
        answers=language.summary.answers,
        comment=comment_label(language.claims.comment_labels),
    )


def _word_by_word(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def stands_in(event: Event, folded: str) -> bool:
    """Whether an event's verb stands in this part of the sentence."""
    words = tokenise(event.text).norms
    return bool(words) and any(
        f" {' '.join(words[start : start + 3])} " in folded for start in (0, len(words) // 2)
    )


def _names(reading: Reading) -> int:
    return len({item.entity for item in reading.mentions if item.kind in {"actor", "weapon"}})


def _laid(findings: Findings) -> bool:
    """Whether most of an article is laid to somebody whom it names, as a printed statement is."""
    holders = [
        claim.holder for item in findings.readings for claim in findings.voices.of(item.sentence.id)
    ]
    named = sum(holder not in {None, ANONYMOUS, AUTHOR} for holder in holders)
    return 2 * named > len(holders)


def _by_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Folded phrases by their longest words: few of them can stand in a sentence."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in map(_folded, phrases):
        if words := phrase.split():
            word = max(words, key=len)
            found[word] = (*found.get(word, ()), phrase)
    return found


def _count(phrases: Mapping[str, tuple[str, ...]], words: frozenset[str], folded: str) -> int:
    """How many of the phrases stand in a text; ``words`` are its folded words."""
    count = 0
    for word in phrases.keys() & words:
        for phrase in phrases[word]:
            count += phrase in folded
    return count


def _folded(text: str) -> str:
    """Folded words between blanks, in which a phrase between blanks can be looked for."""
    return f" {' '.join(tokenise(text).norms)} "
