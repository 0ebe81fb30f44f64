"""How much each sentence says: as news, as a cause, and about what comes.

A sentence weighs by what it reports (an event, a date, a figure, named actors, a named source),
hardly by where it stands. Questions, filler and garbled sentences weigh little or are out.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.extract.summary.findings import Findings
from generator.knowledge.language import Language
from generator.model import ANONYMOUS, AUTHOR, Event, Outlook, OutlookType, SentenceId
from generator.text.condense import units, word_count
from generator.text.reading import Reading
from generator.text.tokens import tokenise

_LETTERS = string.ascii_letters.encode()
_STRAY = re.compile(r"[*_#]{2}|\ufffd")
_PRONOUNS = frozenset({"it", "they", "he", "she"})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, or a part of one that stands by itself, with its weights."""

    index: int
    part: int
    sentence: SentenceId
    text: str
    news: float
    cause: float
    ahead: float
    words: frozenset[str]
    dangling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a unit stands: its sentence, and which of the sentence's parts it is."""

    index: int
    part: int
    parts: int
    reading: Reading

    def norms(self, text: str) -> tuple[str, ...]:
        """The folded words of the unit."""
        whole = text == self.reading.sentence.text
        return self.reading.tokens.norms if whole else tokenise(text).norms


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigher:
    """The weights and cue words of one knowledge base. ``vacuous`` and ``causes`` are folded
    phrases between blanks, by their longest words."""

    weights: Mapping[str, float]
    common: frozenset[str]
    vacuous: Mapping[str, tuple[str, ...]]
    causes: Mapping[str, tuple[str, ...]]
    dangling: frozenset[str]

    def candidates(self, findings: Findings) -> list[Unit]:
        """Every sentence or part of one that may be printed, in reading order."""
        ahead = {item.sentence: item for item in findings.outlook}
        result: list[Unit] = []
        for index, reading in enumerate(findings.readings):
            sentence = reading.sentence
            if findings.layers.get(sentence.id) == "rhetoric" or garbled(sentence.display):
                continue
            parts = units(sentence.display)
            for part, text in enumerate(parts):
                if word_count(text) < 5:
                    continue
                result.append(
                    self._unit(
                        text,
                        _Place(index=index, part=part, parts=len(parts), reading=reading),
                        findings,
                        ahead.get(sentence.id),
                    )
                )
        return result

    def _unit(self, text: str, place: _Place, findings: Findings, outlook: Outlook | None) -> Unit:
        reading, sentence = place.reading, place.reading.sentence
        norms = place.norms(text)
        folded = f" {' '.join(norms)} "
        events = findings.reported.get(sentence.id, [])
        if place.parts > 1:
            events = [item for item in events if stands_in(item, folded)]
        news = self._news(text, folded, place, events, findings)
        weight = 0.0
        if outlook is not None:
            weight = _AHEAD[outlook.type]
            weight += 0.3 if outlook.horizon or outlook.condition else 0.0
            weight += 0.6 if outlook.percent else 0.0
            weight += _names(reading) * 0.15
        words = frozenset(norms)
        vacuous = _count(self.vacuous, words, folded)
        cause = 0.6 * _count(self.causes, words, folded)
        if findings.layers.get(sentence.id) == "recommendation":
            cause = 0
        dangling = self._dangles(norms) or _pronoun_leads(norms, reading)
        dangling = dangling and findings.speaker(sentence.id, text) is None
        penalty = 1.2 * vacuous
        return Unit(
            index=place.index,
            part=place.part,
            sentence=sentence.id,
            text=text,
            news=news - penalty - (0.7 if dangling else 0.0),
            cause=(cause + 0.1 * _names(reading) - penalty) if cause else -1.0,
            ahead=(weight - penalty) if weight else -1.0,
            words=words - self.common,
            dangling=dangling,
        )

    def _news(
        self, text: str, folded: str, place: _Place, events: list[Event], findings: Findings
    ) -> float:
        reading = place.reading
        weights = sorted((self._event_weight(item) for item in events), reverse=True)
        score = sum(weight / (rank + 1) for rank, weight in enumerate(weights[:3]))
        sentence = reading.sentence
        if sentence.id in findings.dated:
            score += 0.7
        if sentence.id in findings.counted:
            score += 0.4
        score += min(_names(reading), 4) * 0.15
        claim = findings.voices.get(sentence.id)
        if claim is not None and claim.holder not in {None, AUTHOR, ANONYMOUS}:
            score += 0.4
        elif claim is not None and claim.holder == ANONYMOUS:
            score -= 0.4
        layer = findings.layers.get(sentence.id)
        if layer == "judgement":
            score -= 0.6
        elif layer == "recommendation":
            score -= 1.0
        score += 0.6 / (place.index + 1)
        if text.rstrip().endswith(("?", "!")):
            score -= 3
        if word_count(text) < 8 or text.startswith("I "):
            score -= 0.5
        if " if " in folded[:8] or " unless " in folded:
            score -= 0.5
        return score

    def _event_weight(self, event: Event) -> float:
        weight = self.weights.get(event.type, 1.0)
        if event.status == "planned":
            weight *= 0.8 if event.date_text else 0.5
        elif event.status == "denied":
            weight *= 0.7
        if not event.actors:
            weight *= 0.5
        if event.weapons or event.recipients:
            weight += 0.3
        if event.place:
            weight += 0.2
        return weight

    def _dangles(self, norms: tuple[str, ...]) -> bool:
        words = norms[:2]
        return bool(words) and (words[0] in self.dangling or " ".join(words) in self.dangling)


def weigher(language: Language, *, common: frozenset[str]) -> Weigher:
    """The weights as the cue files give them; ``common`` are words that tell nothing apart."""
    return Weigher(
        weights={frame.type: frame.weight for frame in language.verbs.frames},
        common=common,
        vacuous=_by_word(language.summary.vacuous),
        causes=_by_word(language.summary.causes),
        dangling=frozenset(language.summary.dangling),
    )


def stands_in(event: Event, folded: str) -> bool:
    """Whether an event's verb stands in this part of the sentence."""
    words = tokenise(event.text).norms
    return bool(words) and any(
        f" {' '.join(words[start : start + 3])} " in folded for start in (0, len(words) // 2)
    )


def garbled(text: str) -> bool:
    """Whether a sentence is too damaged to print as a statement: torn quotation marks, stray
    marks, or no letters to speak of."""
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return True
    if text.isascii():  # ten times as fast as asking each character
        letters = len(text) - len(text.encode().translate(None, _LETTERS))
    else:
        letters = sum(map(str.isalpha, text))
    return letters < len(text) * 0.5 or _STRAY.search(text) is not None


def _names(reading: Reading) -> int:
    return len({item.entity for item in reading.mentions if item.kind in {"actor", "weapon"}})


def _pronoun_leads(norms: tuple[str, ...], reading: Reading) -> bool:
    """ "On the 26th it launched ...": a pronoun stands where the actor's name should."""
    words = norms[:8]
    if _PRONOUNS.isdisjoint(words):
        return False
    pronoun = next(at for at, word in enumerate(words) if word in _PRONOUNS)
    named = {
        word
        for item in reading.mentions
        if item.kind in {"actor", "weapon"}
        for word in tokenise(item.surface).norms
    }
    return not any(word in named for word in words[:pronoun])


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
    if words.isdisjoint(phrases):
        return 0
    return sum([
        phrase in folded for word in phrases.keys() & words for phrase in phrases[word]
    ])  # fmt: skip


def _folded(text: str) -> str:
    """Folded words between blanks, in which a phrase between blanks can be looked for."""
    return f" {' '.join(tokenise(text).norms)} "
