"""What a sentence is worth to a reader who will read five of them.

Decides the weights, and they are the same for every article: what it reports and names, where it
stands, how it looks ahead, how long it is. Fitted as a logistic regression to the sentences that
analysts chose as best (2,147 sentences of 103 articles, 320 of them chosen) and rounded; by
six-fold cross-validation over articles, five sentences a time, the fit finds 0.76 of those chosen.
"""

from __future__ import annotations

from msgspec import Struct

from generator.extract.summary.findings import Findings
from generator.model import Event, Outlook
from generator.text.reading import Reading
from generator.text.syntax.clauses import word_count

_OPENING = (0.6, 0.45, 0.25, 0.25, 0.25)
"""For the first sentences fit to be printed, in their order."""
_REPORTS_FIRST = 0.9
"""More for the very first one of a piece that reports: it tells the news."""
_ARGUES_LAST = 0.4
"""For the last fifth of a piece that argues: what it comes to."""
_CLOSES = -0.5
"""For the last sentence of a paragraph of several: what is told in passing."""
_JUDGES = 1.0
""" "We judge it unlikely that": the judgement for which an analysis is read."""
_SPEAKS = 0.4
"""For what the two say who speak most in the article."""
_DENIES = 0.4
_EVENT, _DOER = 0.2, 0.35
_WEAPON, _DATED, _COUNTED = 0.6, 0.4, 0.6
_TOPIC = 0.35
"""For each of the three most named actors and weapons of the article."""
_TITLE = 0.4
"""For each word that the title has as well."""
_AHEAD, _ESTIMATE, _WARNING, _ODDS, _PLEDGE = 0.5, 0.3, 0.2, 0.5, 0.4
_LEANING, _QUOTED, _NOT = -0.4, -0.4, -0.5
_BRIEF, _SHORT, _LONG, _FULL = -1.5, -0.7, 0.5, 0.9
_ASKING = -3.0
_ANECDOTE = -0.8
""" "I was there": what the writer did."""
_BRIEF_WORDS, _SHORT_WORDS, _LONG_WORDS, _FULL_WORDS = 14, 20, 28, 40
_MOST_TITLE = 3
_NEGATIVE = frozenset({"not", "no", "never", "neither", "nor", "nobody", "nothing"})
_SIGNS = 4
"""East Asian characters that count as one word."""


class Place(Struct, frozen=True, kw_only=True):
    """Where a unit stands: its sentence, which of the sentence's parts it is, and how many
    sentences fit to be printed come before."""

    index: int
    rank: int
    part: int
    parts: int
    reading: Reading


def worth(
    text: str,
    norms: frozenset[str],
    *,
    place: Place,
    events: list[tuple[float, Event]],
    outlook: Outlook | None,
    leaning: bool,
    judging: bool,
    findings: Findings,
) -> float:
    """What a unit of these folded words weighs; about 4 for a lead, below 1 for filler.
    ``events`` come with what their kind weighs."""
    named = _named(text, place)
    score = _standing(place, findings)
    score += _EVENT * sum(sorted((weight for weight, _ in events), reverse=True)[:2])
    score += _DOER if any(event.actors for _, event in events) else 0.0
    score += _WEAPON if any(kind == "weapon" for kind, _ in named) else 0.0
    score += _TOPIC * len(findings.topics & {entity for _, entity in named})
    score += _DATED if _holds(text, place, findings.dated) else 0.0
    score += _COUNTED if _holds(text, place, findings.counted) else 0.0
    score += _TITLE * _of_title(norms, findings)
    if outlook is not None and outlook.type != "question":
        score += _AHEAD
        score += _ESTIMATE if outlook.percent or outlook.term else 0.0
        score += _ODDS if outlook.percent else 0.0
        score += _WARNING if outlook.type in {"warning", "threat"} else 0.0
        score += _PLEDGE if outlook.type in {"pledge", "threat"} else 0.0
    score += size(word_count(text))
    score += _JUDGES if judging else 0.0
    claims = findings.told(place.reading.sentence.id, text)
    score += _SPEAKS if any(claim.holder in findings.speakers for claim in claims) else 0.0
    score += _DENIES if any(claim.modality == "denied" for claim in claims) else 0.0
    score += _LEANING if leaning else 0.0
    score += _NOT if not norms.isdisjoint(_NEGATIVE) else 0.0
    score += _ANECDOTE if text.startswith("I ") else 0.0
    score += _QUOTED if text[:1] in {'"', "“", "「"} else 0.0
    if text.rstrip().endswith(("?", "!", "？")):
        score += _ASKING
    return score


def size(words: int) -> float:
    """What a unit weighs by its words alone."""
    if words < _SHORT_WORDS:
        return _BRIEF if words < _BRIEF_WORDS else _SHORT
    return _FULL if words > _FULL_WORDS else _LONG if words > _LONG_WORDS else 0.0


def _standing(place: Place, findings: Findings) -> float:
    """What a unit weighs by its place alone."""
    score = _OPENING[place.rank] if place.rank < len(_OPENING) else 0.0
    score += _CLOSES if place.index in findings.closing else 0.0
    if findings.reports:
        return score + (_REPORTS_FIRST if place.rank == 0 else 0.0)
    return score + (_ARGUES_LAST if place.index >= 0.8 * len(findings.readings) else 0.0)


def _named(text: str, place: Place) -> set[tuple[str, str]]:
    return {
        (item.kind, item.entity)
        for item in place.reading.mentions
        if item.kind in {"actor", "weapon"} and (place.parts == 1 or item.surface in text)
    }


def _holds(text: str, place: Place, surfaces: dict[str, list[str]]) -> bool:
    found = surfaces.get(place.reading.sentence.id, ())
    return bool(found) and (place.parts == 1 or any(surface in text for surface in found))


def _of_title(norms: frozenset[str], findings: Findings) -> float:
    """How many words a unit shares with the title."""
    shared = norms & findings.title_words
    words = sum(1 for word in shared if len(word) > 1)
    return min(float(_MOST_TITLE), words + (len(shared) - words) / _SIGNS)
