"""Sentences, dates and names of GUM, the corpus of Georgetown University, beside the project's.

Decides what a found date and a found sentence are worth. Names count as in re3d.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.outside.floor import capitals
from benchmarks.outside.gum_text import NAMED, Text, days_of, load
from benchmarks.outside.reading import marked, read
from benchmarks.outside.scoring import Marked, Score, meets, score, table
from generator.model import Analysis

DATE_FLOOR = ("0.69", "0.65", "0.61", "0.88")
"""Found, right, exact, precision of a reader of 120 lines without knowledge, on the same data."""
SENTENCE_FLOOR = {"news": "0.976", "speech": "0.997", "interview": "0.978"}
"""Best of eight splitters measured on the same data; its texts were set from the word lists by
another rule, so differences in the third place mean nothing."""
RUNS = "runs of capitals, any"
_Dated = tuple[tuple[int, int], str | None, str | None]
"""Where a found date stands, its first and last day."""


@dataclass(slots=True)
class DateScore:
    """``found`` of ``gold`` annotated dates are touched, ``right`` with a range that overlaps,
    ``exact`` with the same range; ``true`` of ``mine`` found dates touch an annotated one."""

    gold: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0
    mine: int = 0
    true: int = 0
    dated: int = 0
    """Those of ``mine`` that carry days. The corpus marks nothing else: each of its dates has
    bounds, and "in recent years", "a few hours ago" or "that day" is never marked."""
    dated_true: int = 0

    def cells(self) -> tuple[str, ...]:
        shares = [
            count / self.gold if self.gold else 0.0
            for count in (self.found, self.right, self.exact)
        ]
        shares.append(self.true / self.mine if self.mine else 0.0)
        shares.append(self.dated_true / self.dated if self.dated else 0.0)
        return tuple(f"{share:.2f}" for share in shares)


def count_dates(text: Text, analysis: Analysis, into: DateScore) -> None:
    """A date line that ingest takes off the body is the date the article states."""
    mine: list[_Dated] = [
        ((item.start, item.end), item.first, item.last) for item in analysis.dates
    ]
    stated = analysis.document.article.published
    if stated is not None:
        span, days = (stated.start, stated.end), days_of(stated.value[:10])
        if days and not any(meets(span, one[0], exact=False) for one in mine):
            mine.append((span, *days))
    into.mine += len(mine)
    hits = [any(meets(one[0], gold[:2], exact=False) for gold in text.dates) for one in mine]
    into.true += sum(hits)
    into.dated += sum(one[1] is not None for one in mine)
    into.dated_true += sum(hit for one, hit in zip(mine, hits, strict=True) if one[1] is not None)
    for start, end, first, last in text.dates:
        touching = [one for one in mine if meets(one[0], (start, end), exact=False)]
        into.gold += 1
        into.found += bool(touching)
        into.right += any(
            begin is not None and until is not None and begin <= last and first <= until
            for _, begin, until in touching
        )
        into.exact += any((begin, until) == (first, last) for _, begin, until in touching)


def count_sentences(text: Text, analysis: Analysis) -> tuple[Score, Score]:
    """Beginnings of sentences, and whole sentences.

    Titles, date lines and furniture, which ingest takes off the body on purpose, are no
    sentences of the article and left aside.
    """
    found = []
    for sentence in analysis.document.sentences:
        body = sentence.text
        start = sentence.start + len(body) - len(body.lstrip())
        found.append((start, start + len(body.strip())))
    gold = {one for one in text.sentences if any(meets(one, own, exact=False) for own in found)}
    return (
        _agree({start for start, _ in found}, {start for start, _ in gold}),
        _agree(set(found), gold),
    )


def _agree(found: set[int] | set[tuple[int, int]], gold: set[int] | set[tuple[int, int]]) -> Score:
    both = len(found & gold)
    return Score(found=len(found), gold=len(gold), right_found=both, right_gold=both)


def fair(text: Text, found: Iterable[Marked]) -> list[Marked]:
    """Without what has no type here, and without names inside a description that touch no
    annotated name: the corpus does not say whether they are names."""
    kept = []
    for one in found:
        span = (one.start, one.end)
        marks = any(meets(span, (name.start, name.end), exact=False) for name in text.names)
        inside = any(start <= one.start and one.end <= end for start, end in text.described)
        if one.types[0] in {*NAMED.values(), "untyped"} and (marks or not inside):
            kept.append(one)
    return kept


def report(folder: Path) -> str:
    """The three tables of GUM."""
    texts = load(folder)
    return "\n\n".join(_tables(texts))


def _tables(texts: Iterable[Text]) -> Iterator[str]:
    starts: dict[str, Score] = {}
    wholes: dict[str, Score] = {}
    days: dict[str, DateScore] = {}
    kinds = ("any", *NAMED.values())
    found = {kind: {"strict": Score(), "overlap": Score()} for kind in (*kinds, RUNS)}
    counted: dict[str, int] = {}
    marks: dict[str, int] = {}
    for text in texts:
        analysis = read(text.text, name=text.name, date=text.date)
        begin, whole = count_sentences(text, analysis)
        marks[text.genre] = marks.get(text.genre, 0) + len(text.sentences)
        counted[text.genre] = counted.get(text.genre, 0) + 1
        starts.setdefault(text.genre, Score()).add(begin)
        wholes.setdefault(text.genre, Score()).add(whole)
        count_dates(text, analysis, days.setdefault(text.genre, DateScore()))
        count_dates(text, analysis, days.setdefault("all", DateScore()))
        if text.names:
            mine = fair(text, marked(analysis))
            plain = fair(text, capitals(text.text))
            for kind in kinds:
                for way, one in score(
                    mine, text.names, kind=None if kind == "any" else kind
                ).items():
                    found[kind][way].add(one)
            for way, one in score(plain, text.names, kind=None).items():
                found[RUNS][way].add(one)
    genres = sorted(starts)
    yield "GUM: sentences\n" + table(
        ("genre", "texts", "sentences", "left aside", "beginnings F1", "best splitter", "whole F1"),
        (
            (
                genre,
                str(counted[genre]),
                str(starts[genre].gold),
                str(marks[genre] - starts[genre].gold),
                f"{starts[genre].f1:.3f}",
                SENTENCE_FLOOR.get(genre, ""),
                f"{wholes[genre].f1:.3f}",
            )
            for genre in genres
        ),
    )
    head = ("genre", "dates", "found", "right", "exact", "precision", "of those with days")
    rows = [(genre, str(days[genre].gold), *days[genre].cells()) for genre in (*genres, "all")]
    yield "GUM: dates\n" + table(head, (*rows, ("floor", "370", *DATE_FLOOR, "")))
    yield "GUM: named persons, organisations, places\n" + table(
        ("type", "gold", "strict P", "R", "F1", "overlap P", "R", "F1"),
        (
            (kind, str(ways["strict"].gold), *ways["strict"].cells(), *ways["overlap"].cells())
            for kind, ways in found.items()
        ),
    )
