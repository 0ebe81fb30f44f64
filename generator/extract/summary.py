"""The bottom line, the summary and the title: what an article comes down to.

Sentences are weighed by what they report (an event, a date, a figure, named actors, a named
source), not by where they stand; hooks, questions, filler and garbled sentences are out. The
words printed are the source's own, cut at clause bounds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.knowledge.base import KnowledgeBase
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    DateExpression,
    Event,
    Genre,
    Layer,
    Mention,
    Outlook,
    OutlookType,
    Quantity,
    SentenceId,
    Statement,
    TitleBasis,
)
from generator.text.condense import Cutting, condense, finish, headline, units, word_count
from generator.text.grammar import Grammar, inflect
from generator.text.reading import Reading
from generator.text.tokens import fold, tokenise

_BLUF_WORDS = 35
_STATEMENT_WORDS = 40
_MOST = 4
_SAME = 0.55
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
class Findings:
    """What other extractors found, as far as the choice of sentences needs it."""

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    claims: Mapping[SentenceId, Claim]
    layers: Mapping[SentenceId, Layer]
    outlook: tuple[Outlook, ...]
    dates: tuple[DateExpression, ...]
    quantities: tuple[Quantity, ...]
    genre: Genre
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    title: str
    title_basis: TitleBasis
    bluf: Statement
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
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


class Summariser:
    """The weights and cue words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar) -> None:
        self.knowledge = knowledge
        cues = knowledge.language.summary
        verbs = {
            form
            for frame in knowledge.language.verbs.frames
            for verb in frame.verbs
            for form in _forms(verb.split()[0], knowledge.language.verbs.irregular)
        }
        verbs |= set(grammar.auxiliaries)
        self.cutting = Cutting(
            lead_ins=frozenset(cues.lead_ins),
            connectives=frozenset(cues.connectives),
            openers=frozenset(cues.clause_openers),
            verbs=frozenset(verbs),
        )
        self._cues = cues
        self._stops = (frozenset(grammar.prepositions) - {"to", "of"}) | {"and", "or", "while"}
        self._vacuous = _padded(cues.vacuous)
        self._causes = _padded(cues.causes)
        self._weights = {frame.type: frame.weight for frame in knowledge.language.verbs.frames}
        self._common = frozenset(grammar.prepositions) | grammar.determiners | grammar.auxiliaries

    def summarise(self, findings: Findings) -> Summary:
        candidates = self._candidates(findings)
        if not candidates:
            return self._empty(findings)
        standing = [unit for unit in candidates if not unit.dangling and unit.part == 0]
        lead = max(standing or candidates, key=lambda unit: (unit.news, -unit.index))
        chosen = self._choose(candidates, lead)
        statements = tuple(self._statement(unit, findings, _STATEMENT_WORDS) for unit in chosen)
        bluf = self._statement(lead, findings, _BLUF_WORDS, brackets=False)
        title = headline(lead.text, cutting=self.cutting, stops=self._stops)
        return Summary(
            title=title, title_basis="derived", bluf=bluf, statements=_distinct(statements)
        )

    # -- candidates -----------------------------------------------------------------------------

    def _candidates(self, findings: Findings) -> list[_Unit]:
        ahead = {item.sentence: item for item in findings.outlook}
        result: list[_Unit] = []
        for index, reading in enumerate(findings.readings):
            sentence = reading.sentence
            if findings.layers.get(sentence.id) == "rhetoric" or garbled(sentence.display):
                continue
            parts = units(sentence.display)
            for part, text in enumerate(parts):
                if word_count(text) < 5:
                    continue
                result.append(self._unit(text, index, part, len(parts), reading, findings, ahead))
        return result

    def _unit(
        self,
        text: str,
        index: int,
        part: int,
        parts: int,
        reading: Reading,
        findings: Findings,
        ahead: Mapping[SentenceId, Outlook],
    ) -> _Unit:
        sentence = reading.sentence
        folded = " " + " ".join(tokenise(text).norms) + " "
        events = [item for item in findings.events if sentence.id in item.evidence]
        if parts > 1:
            events = [item for item in events if self._within(item, folded)]
        news = self._news(text, folded, index, events, reading, findings)
        outlook = ahead.get(sentence.id)
        weight = 0.0
        if outlook is not None:
            weight = _AHEAD[outlook.type]
            weight += 0.3 if outlook.horizon or outlook.condition else 0.0
            weight += 0.6 if outlook.percent else 0.0
            weight += self._names(reading) * 0.15
        vacuous = sum(phrase in folded for phrase in self._vacuous)
        cause = 0.6 * sum(phrase in folded for phrase in self._causes)
        if findings.layers.get(sentence.id) == "recommendation":
            cause = 0
        dangling = self._dangles(text) or self._pronoun_leads(text, reading)
        penalty = 1.2 * vacuous
        return _Unit(
            index=index,
            part=part,
            sentence=sentence.id,
            text=text,
            news=news - penalty - (0.7 if dangling else 0.0),
            cause=(cause + 0.1 * self._names(reading) - penalty) if cause else -1.0,
            ahead=(weight - penalty) if weight else -1.0,
            words=frozenset(tokenise(text).norms) - self._common,
            dangling=dangling,
        )

    def _news(
        self,
        text: str,
        folded: str,
        index: int,
        events: list[Event],
        reading: Reading,
        findings: Findings,
    ) -> float:
        weights = sorted((self._event_weight(item) for item in events), reverse=True)
        score = sum(weight / (rank + 1) for rank, weight in enumerate(weights[:3]))
        sentence = reading.sentence
        if any(item.sentence == sentence.id for item in findings.dates):
            score += 0.7
        if any(item.sentence == sentence.id for item in findings.quantities):
            score += 0.4
        score += min(self._names(reading), 4) * 0.15
        claim = findings.claims.get(sentence.id)
        if claim is not None and claim.holder not in {None, AUTHOR, ANONYMOUS}:
            score += 0.4
        layer = findings.layers.get(sentence.id)
        if layer == "judgement":
            score -= 0.6
        elif layer == "recommendation":
            score -= 1.0
        score += 0.6 / (index + 1)
        if text.rstrip().endswith(("?", "!")):
            score -= 3
        if word_count(text) < 8:
            score -= 0.5
        if " if " in folded[:8] or " unless " in folded:
            score -= 0.5
        return score

    def _event_weight(self, event: Event) -> float:
        weight = self._weights.get(event.type, 1.0)
        if event.status == "planned":
            weight *= 0.8 if event.date_text else 0.5
        elif event.status == "denied":
            weight *= 0.7
        if event.weapons or event.recipients:
            weight += 0.3
        if event.place:
            weight += 0.2
        return weight

    def _names(self, reading: Reading) -> int:
        return len({item.entity for item in reading.mentions if item.kind in {"actor", "weapon"}})

    def _dangles(self, text: str) -> bool:
        words = tokenise(text).norms[:2]
        return bool(words) and (
            words[0] in self._cues.dangling or " ".join(words) in self._cues.dangling
        )

    def _pronoun_leads(self, text: str, reading: Reading) -> bool:
        """ "On the 26th it launched ...": a pronoun stands where the actor's name should."""
        words = tokenise(text).norms[:8]
        pronoun = next((at for at, word in enumerate(words) if word in _PRONOUNS), None)
        if pronoun is None:
            return False
        named = {
            word
            for item in reading.mentions
            if item.kind in {"actor", "weapon"}
            for word in tokenise(item.surface).norms
        }
        return not any(word in named for word in words[:pronoun])

    # -- choice -----------------------------------------------------------------------------------

    def _choose(self, candidates: list[_Unit], lead: _Unit) -> list[_Unit]:
        chosen = [lead]
        pools = (
            (sorted(candidates, key=lambda unit: (-unit.news, unit.index)), 2, 1.0, "news"),
            (sorted(candidates, key=lambda unit: (-unit.ahead, unit.index)), 2, 0.8, "ahead"),
            (sorted(candidates, key=lambda unit: (-unit.cause, unit.index)), 1, 0.4, "cause"),
        )
        for pool, wanted, floor, kind in pools:
            added = 0
            for unit in self._freed(pool, kind, chosen):
                if added >= wanted or len(chosen) > _MOST:
                    break
                if getattr(unit, kind) < floor or unit in chosen or self._repeats(unit, chosen):
                    continue
                if unit.dangling and not self._leans_on(unit, chosen):
                    continue
                chosen.append(unit)
                added += 1
        if len(chosen) < 3:
            rest = sorted(candidates, key=lambda unit: (-max(unit.news, unit.ahead), unit.index))
            for unit in rest:
                if len(chosen) >= 3:
                    break
                if unit not in chosen and not unit.dangling and not self._repeats(unit, chosen):
                    chosen.append(unit)
        return sorted(chosen, key=lambda unit: (unit.index, unit.part))

    def _freed(self, pool: list[_Unit], kind: str, chosen: list[_Unit]) -> list[_Unit]:
        """The pool with those first that need no sentence before them, or have it."""
        return sorted(
            pool,
            key=lambda unit: (
                -getattr(unit, kind)
                + (0.7 if unit.dangling and not self._leans_on(unit, chosen) else 0.0),
                unit.index,
            ),
        )

    def _leans_on(self, unit: _Unit, chosen: list[_Unit]) -> bool:
        return any(
            (other.index == unit.index and other.part == unit.part - 1)
            or (other.index == unit.index - 1 and unit.part == 0)
            for other in chosen
        )

    def _repeats(self, unit: _Unit, chosen: list[_Unit]) -> bool:
        for other in chosen:
            smaller = min(len(unit.words), len(other.words)) or 1
            if len(unit.words & other.words) / smaller > _SAME:
                return True
        return False

    # -- printing ----------------------------------------------------------------------------------

    def _statement(
        self, unit: _Unit, findings: Findings, limit: int, *, brackets: bool = True
    ) -> Statement:
        text = condense(unit.text, cutting=self.cutting, limit=limit, brackets=brackets)
        if brackets and word_count(text) > limit:
            text = condense(unit.text, cutting=self.cutting, limit=limit, brackets=False)
        claim = findings.claims.get(unit.sentence)
        holder = claim.holder if claim is not None else None
        if claim is not None and holder not in {None, AUTHOR} and claim.cue:
            text = self._keep_cue(text, unit, claim, limit)
        layer = findings.layers.get(unit.sentence)
        reported = self._reports(text, unit, findings)
        if holder == AUTHOR and layer in {"judgement", "recommendation"} and not reported:
            text = self._as_view(text, findings)
        return Statement(text=text, evidence=(unit.sentence,), holder=holder)

    def _within(self, event: Event, folded: str) -> bool:
        """Whether an event's verb stands in this part of the sentence."""
        words = tokenise(event.text).norms
        return bool(words) and any(
            f" {' '.join(words[start : start + 3])} " in folded for start in (0, len(words) // 2)
        )

    def _reports(self, text: str, unit: _Unit, findings: Findings) -> bool:
        """Whether the words printed report something done, whatever else the sentence argues."""
        printed = f" {' '.join(tokenise(text).norms)} "
        return any(
            unit.sentence in event.evidence
            and event.status in {"happened", "reported"}
            and event.actors
            and self._within(event, printed)
            for event in findings.events
        )

    def _keep_cue(self, text: str, unit: _Unit, claim: Claim, limit: int) -> str:
        """Who says it must not be cut away with the tail."""
        if fold(claim.cue) in fold(text) or fold(claim.cue) not in fold(unit.text):
            return text
        whole = condense(unit.text, cutting=self.cutting, limit=limit * 3, brackets=False)
        return whole if fold(claim.cue) in fold(whole) else finish(unit.text)

    def _as_view(self, text: str, findings: Findings) -> str:
        """A judgement with its holder before it; a sentence in the first person says it
        itself."""
        words = tokenise(text).norms
        if {"we", "i", "our", "my"} & set(words):
            return text
        first = text.split(" ", 1)[0]
        plain = fold(first)
        names = {
            tokenise(mention.surface).norms[0]
            for reading in findings.readings
            for mention in reading.mentions
            if tokenise(mention.surface).norms
        }
        if plain in names:
            return self._cues.author_view + text
        lowered = first[:1].lower() + first[1:]
        common = plain in self._common or any(
            f" {lowered} " in reading.sentence.display for reading in findings.readings
        )
        if common:
            return self._cues.author_view + lowered + text[len(first) :]
        return self._cues.author_label + text

    def _empty(self, findings: Findings) -> Summary:
        if not findings.readings:
            nothing = Statement(text=self._cues.open_bluf, evidence=())
            return Summary(
                title="Untitled article", title_basis="derived", bluf=nothing, statements=()
            )
        first = findings.readings[0].sentence
        text = condense(first.display, cutting=self.cutting, limit=_BLUF_WORDS)
        claim = findings.claims.get(first.id)
        statement = Statement(
            text=text, evidence=(first.id,), holder=claim.holder if claim else None
        )
        title = headline(first.display, cutting=self.cutting, stops=self._stops)
        return Summary(title=title, title_basis="derived", bluf=statement, statements=(statement,))


def garbled(text: str) -> bool:
    """Whether a sentence is too damaged to print as a statement: torn quotation marks, stray
    marks, or no letters to speak of."""
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return True
    letters = sum(char.isalpha() for char in text)
    return letters < len(text) * 0.5 or bool(re.search(r"[*_#]{2}|\ufffd", text))


def _padded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Folded phrases between blanks, to be looked for in a folded text."""
    return tuple(f" {' '.join(tokenise(phrase).norms)} " for phrase in phrases)


def _forms(verb: str, irregular: Mapping[str, str]) -> set[str]:
    return set(inflect(verb, dict(irregular)).values())


def _distinct(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    seen: dict[str, Statement] = {}
    for statement in statements:
        seen.setdefault(statement.text, statement)
    return tuple(seen.values())
