"""The forecast ledger: which statements about the future are open, due, undated or resolved.

This module alone decides it. Nothing resolves itself: a statement whose time has passed is due,
and stays so until an editor records what came of it. A record is scored only where the writer
gave a likelihood.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.library.outcomes import Record, Resolution
from generator.library.types import Library, OutlookEntry
from generator.model import Briefing, Outlook
from generator.problems import Problem

LedgerState = Literal["open", "due", "undated", "resolved"]
DayBasis = Literal["build", "newest", "unknown"]

_REACHED: dict[str, float] = {"happened": 1.0, "did not happen": 0.0}
"""What a record counts as in a score; ``partly`` and ``unclear`` are not scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """``probability`` is the midpoint of the band, 0 to 1; ``brier`` is set only with both a
    probability and an outcome that either came or did not."""

    briefing: Briefing
    outlook: Outlook
    state: LedgerState
    record: Record | None = None
    probability: float | None = None
    brier: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Mean Brier score of a holder's statements: 0 is perfect, 0.25 what "50 %" always gets."""

    holder: str | None
    statements: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """``due``: longest overdue first; ``open``: nearest end first; ``undated`` in the order of
    the briefings; ``resolved``: newest record first. ``score`` is None where nothing is scored."""

    day: str
    basis: DayBasis
    due: tuple[LedgerEntry, ...]
    open: tuple[LedgerEntry, ...]
    undated: tuple[LedgerEntry, ...]
    resolved: tuple[LedgerEntry, ...]
    entries: tuple[LedgerEntry, ...] = ()
    """All of them in the order of ``Library.outlook``."""
    score: Score | None = None
    scores: tuple[Score, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def reckon(library: Library, *, build_date: str | None) -> Ledger:
    """The ledger at ``build_date``, or without one at the date of the newest briefing."""
    day, basis = reckoning_day(library, build_date=build_date)
    records, problems = _settle(library)
    states: dict[LedgerState, list[LedgerEntry]] = {
        "open": [],
        "due": [],
        "undated": [],
        "resolved": [],
    }
    entries: list[LedgerEntry] = []
    for number, entry in enumerate(library.outlook):
        record = records.get(number)
        state: LedgerState = "resolved" if record else _state(entry.outlook, day)
        probability = midpoint(entry.outlook)
        reached = _REACHED.get(record.outcome) if record else None
        entries.append(
            LedgerEntry(
                briefing=entry.briefing,
                outlook=entry.outlook,
                state=state,
                record=record,
                probability=probability,
                brier=None
                if probability is None or reached is None
                else round((probability - reached) ** 2, 6),
            )
        )
        states[state].append(entries[-1])
    resolved = sorted(
        states["resolved"], key=lambda one: one.record.date if one.record else "", reverse=True
    )
    total, by_holder = _scores(resolved)
    return Ledger(
        day=day,
        basis=basis,
        due=tuple(sorted(states["due"], key=_end)),
        open=tuple(sorted(states["open"], key=_end)),
        undated=tuple(states["undated"]),
        resolved=tuple(resolved),
        entries=tuple(entries),
        score=total,
        scores=by_holder,
        problems=problems,
    )


def reckoning_day(library: Library, *, build_date: str | None) -> tuple[str, DayBasis]:
    """The day from which "due" and "the last twelve months" count, and what it is. The first day
    of a month or year that is all an article gives: later would be a guess."""
    if build_date:
        return build_date, "build"
    dates = [one.analysis.published.value for one in library.briefings]
    newest = max((first_day(value) for value in dates if value), default="")
    return newest, "newest" if newest else "unknown"


def midpoint(outlook: Outlook) -> float | None:
    """The middle of the likelihood band, 0 to 1; None where the writer gave no likelihood."""
    return sum(outlook.percent) / 200 if outlook.percent else None


def _state(outlook: Outlook, day: str) -> LedgerState:
    end = outlook.horizon.end if outlook.horizon else None
    if end is None:
        # What has only a beginning is never over.
        return "open" if outlook.horizon and outlook.horizon.start else "undated"
    return "due" if day and _last_day(end) < day else "open"


def _end(entry: LedgerEntry) -> str:
    end = entry.outlook.horizon.end if entry.outlook.horizon else None
    return _last_day(end) if end else "9999"


def first_day(value: str) -> str:
    """The earliest day that an ISO date, month or year can mean."""
    return (value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10]


def _last_day(value: str) -> str:
    """Compared as text only, so that the 31st of any month will do."""
    return value + "-12-31" if len(value) == 4 else value + "-31" if len(value) == 7 else value


def _settle(library: Library) -> tuple[dict[int, Record], tuple[Problem, ...]]:
    """Position in ``library.outlook`` -> what is recorded of it."""
    records: dict[int, Record] = {}
    problems: list[Problem] = []
    texts = [_texts(entry) for entry in library.outlook] if library.resolutions else []
    for one in library.resolutions:
        opening = _plain(one.record.sentence)
        hits = [
            number
            for number, entry in enumerate(library.outlook)
            if any(text.startswith(opening) for text in texts[number]) and _narrowed(entry, one)
        ]
        sentences = {
            (library.outlook[n].briefing.slug, library.outlook[n].outlook.sentence): n for n in hits
        }
        if not hits:
            problems.append(
                _finding(
                    one,
                    "W_OUTCOME_UNUSED",
                    "no statement about the future begins like this",
                    "copy the first words of the sentence as the outlook page shows it",
                )
            )
        elif len(sentences) > 1:
            slugs = ", ".join(sorted({slug for slug, _ in sentences})[:3])
            problems.append(
                _finding(
                    one,
                    "E_OUTCOMES",
                    f"{len(sentences)} sentences begin like this ({slugs})",
                    "copy more words, or name its 'briefing'",
                )
            )
        elif any(number in records for number in hits):
            problems.append(
                _finding(
                    one,
                    "E_OUTCOMES",
                    "an earlier record holds for this statement already",
                    "keep one of the two",
                )
            )
        else:
            records |= dict.fromkeys(hits, one.record)
    return records, tuple(problems)


def _texts(entry: OutlookEntry) -> tuple[str, str]:
    sentence = entry.briefing.analysis.document.sentence(entry.outlook.sentence)
    return _plain(sentence.display), _plain(entry.outlook.quote)


def _plain(text: str) -> str:
    """Blind to case, quotation marks and dots at the end, and to how it is spaced."""
    bare = text.translate({ord(mark): None for mark in "\"'“”‘’«»"}).casefold()
    return " ".join(bare.split()).rstrip(".… ")


def _narrowed(entry: OutlookEntry, one: Resolution) -> bool:
    if one.record.type and one.record.type != entry.outlook.type:
        return False
    wanted = one.record.briefing
    file = entry.briefing.article.file
    return wanted in {"", entry.briefing.slug, file, file.rpartition("/")[2]}


def _finding(one: Resolution, code: str, message: str, remedy: str) -> Problem:
    return Problem(
        code=code, message=message, file=one.file, line=one.line, field="sentence", remedy=remedy
    )


def _scores(entries: Iterable[LedgerEntry]) -> tuple[Score | None, tuple[Score, ...]]:
    scored: defaultdict[str | None, list[float]] = defaultdict(list)
    for entry in entries:
        if entry.brier is not None:
            scored[entry.outlook.holder].append(entry.brier)
    every = [value for values in scored.values() for value in values]
    if not every:
        return None, ()
    by_holder = tuple(
        Score(holder=holder, statements=len(values), mean=_mean(values))
        for holder, values in sorted(
            scored.items(), key=lambda item: (-len(item[1]), item[0] or "")
        )
    )
    return Score(holder=None, statements=len(every), mean=_mean(every)), by_holder


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
