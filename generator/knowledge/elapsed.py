"""The year of an article that counts in years from a day it dates, or tells of an exercise that
carries its year in its name.

Decides alone when such a count or name fixes the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.knowledge.cues.dates import DateCues
from generator.knowledge.dating import LEAD, Evidence, Story, has, quoted
from generator.model import DateExpression, Sentence
from generator.text.dates.calendar import add_months, anchor_of
from generator.text.dates.expressions import DateMatch
from generator.text.dates.grammar import alternatives
from generator.text.dates.meanings import Calendar, Weekday
from generator.text.phrases import pieces

_YEARS = frozenset({"year", "years"})
_CLOSE = timedelta(days=45)
"""How far from the anniversary "almost four years to the day" may lie."""
_MOST = 30
"""Dates of a sentence in which one counts; a longer row is a table."""
_SINCE = 12
"""Characters between a count to the month and the month counted from."""
_BEHIND, _AHEAD = 40, 120
"""Characters between the day told and the count, and between the count and the day counted from."""
_NAMED_YEAR = re.compile(
    r"(?<![\w-])[A-Z][\w'’]{1,20}(?: [A-Z][\w'’]{1,20}){0,3}(?: ?[-–/] ?| )(20\d\d)[A-Z]?(?![\w-])"
)


@lru_cache(maxsize=4)
def _count(cues: DateCues) -> re.Pattern[str]:
    numbers = "|".join(map(re.escape, cues.numbers))
    return re.compile(
        rf"(?<!\w)({numbers}|\d{{1,2}})[ -]years?(?: to the (?:day|week|month))? (?:after|since)\b",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """``years`` from the day ``base``, counted in ``sentence`` for the day ``day`` if one stands
    there."""

    sentence: Sentence
    years: int
    day: tuple[DateMatch, DateExpression] | None
    base: DateExpression


def _counts(story: Story) -> Iterator[_Count]:
    for sentence in story.document.sentences:
        if _YEARS.isdisjoint(pieces(sentence.text)):
            continue
        told = story.of(sentence)
        for hit in _count(story.cues).finditer(sentence.text) if 0 < len(told) <= _MOST else ():
            near = [one for one in told if 0 <= hit.start() - one[0].end <= _BEHIND]
            base = [one for one in told if 0 <= one[0].start - hit.end() <= _AHEAD]
            if base:
                yield _Count(
                    sentence=sentence,
                    years=story.cues.numbers.get(hit[1].lower()) or int(hit[1]),
                    day=near[-1] if near else None,
                    base=base[0][1],
                )


def counted_from(story: Story) -> frozenset[int]:
    """Where the days stand from which the article counts in years: they are no news."""
    return frozenset(one.base.start for one in _counts(story))


def counted_years(story: Story) -> Evidence | None:
    """ "On 14 May, four years to the day after the launch on 18 May 2027"."""
    for one in _counts(story):
        if int(one.sentence.id[1:]) <= LEAD * 2 and one.day is not None:
            return _at(story, one.sentence, day=one.day, base=one.base, years=one.years)
    return None


@lru_cache(maxsize=4)
def _to_the_month(cues: DateCues) -> re.Pattern[str]:
    number = "(?:" + "|".join(map(re.escape, cues.numbers)) + r"|\d{1,2})"
    return re.compile(
        rf"(?<!\w)(?P<years>{number})[ -]years? and (?P<months>{number})[ -]months? "
        r"(?:since|after)\b",
        re.IGNORECASE,
    )


def counted_months(story: Story) -> Evidence | None:
    """ "the first in four years and four months since November 2027": the month of the news."""
    numbers = story.cues.numbers
    for sentence in story.document.sentences:
        if _YEARS.isdisjoint(pieces(sentence.text)):
            continue
        for hit in _to_the_month(story.cues).finditer(sentence.text):
            base = [
                said
                for match, said in story.of(sentence)
                if match.end > hit.end() >= match.start - _SINCE
                and said.precision in {"month", "day"}
            ]
            begun = anchor_of(base[0].first) if base and base[0].first else None
            if begun is None:
                continue
            years, months = (
                numbers.get(hit[group].lower()) or int(hit[group]) for group in ("years", "months")
            )
            first = add_months(begun.first, 12 * years + months)
            month = anchor_of(f"{first.year}-{first.month:02}")
            if month is None or _told_later(story, month.last) or story.too_early(month.last):
                return None
            why = f"“{hit.group()}”, from {quoted(base[0])} on, leads to {month.first:%Y-%m}."
            return Evidence(interval=month, why=why, sentences=(sentence.id,), firm=True)
    return None


@lru_cache(maxsize=4)
def _first_in(cues: DateCues) -> re.Pattern[str]:
    number = "(?:" + "|".join(map(re.escape, cues.numbers)) + r"|\d{1,2})"
    return re.compile(
        rf"\bfirst(?: \w{{1,12}}){{0,2}}? in (?:more than|over) ({number}) years\b", re.IGNORECASE
    )


def longer_than(story: Story) -> tuple[date, str] | None:
    """ "the first in more than two years" and "since May 2028": the day from which on the article
    was written, and how it counts."""
    opening = story.document.sentences[: LEAD * 2]
    counts = [hit for one in opening if "years" in one.text
              for hit in _first_in(story.cues).finditer(one.text)]  # fmt: skip
    bases = [said for one in opening for match, said in story.of(one)
             if said.precision in {"month", "day"} and said.edge == "since"]  # fmt: skip
    if len(counts) != 1 or len(bases) != 1 or (base := anchor_of(bases[0].first or "")) is None:
        return None
    years = story.cues.numbers.get(counts[0][1].lower()) or int(counts[0][1])
    return add_months(base.first, 12 * years), f"“{counts[0].group()}” and {quoted(bases[0])}"


def _at(
    story: Story,
    sentence: Sentence,
    *,
    day: tuple[DateMatch, DateExpression],
    base: DateExpression,
    years: int,
) -> Evidence | None:
    meaning = day[0].meaning
    begun = anchor_of(base.first) if base.first and base.precision == "day" else None
    if begun is None or not isinstance(meaning, Calendar) or meaning.first != meaning.last:
        return None
    if meaning.first.year or not meaning.first.day or day[1].relation == "future":
        return None
    around = anchor_of(f"{begun.first.year + years}-{begun.first.month:02}")
    for year in (begun.first.year + years + step for step in (0, -1, 1)):
        found = anchor_of(f"{year}-{meaning.first.month:02}-{meaning.first.day:02}")
        if found is None or around is None or abs(found.first - around.first) > _CLOSE:
            continue
        if _told_later(story, found.first) or story.too_early(found.first):
            return None
        why = f"{quoted(day[1])} is {years} years after {quoted(base)}."
        return Evidence(interval=found, why=why, sentences=(sentence.id,), firm=True, passing=True)
    return None


def named_year(story: Story) -> Evidence | None:
    """ "Quiet Tide-2031B, ended on Sunday", and anywhere "this autumn the drill Quiet Tide-2031":
    an exercise of a day of the week, or of this year, its year in its name."""
    for place, sentence in enumerate(story.document.sentences):
        days = [
            said
            for match, said in story.of(sentence)
            if (
                place < LEAD * 2
                and isinstance(match.meaning, Weekday)
                and match.meaning.which is None
            )
            or said.surface.lower().startswith("this ")
        ]
        hit = _NAMED_YEAR.search(sentence.text) if days else None
        if hit is None or not _exercise(story.cues).search(sentence.text):
            continue
        year = anchor_of(hit[1])
        if year is None or _told_later(story, year.last) or story.too_early(year.last):
            return None
        why = f"The name “{hit.group()}” gives the year of what happens {quoted(days[0])}."
        return Evidence(interval=year, why=why, sentences=(sentence.id,), firm=True)
    return None


@lru_cache(maxsize=4)
def _exercise(cues: DateCues) -> re.Pattern[str]:
    return re.compile(alternatives(cues.exercises), re.IGNORECASE)


def _told_later(story: Story, day: date) -> bool:
    """Whether the article tells of a day behind ``day`` as past."""
    return any(
        said.first > day.isoformat()
        for said in story.told()
        if said.first and not has(said.surface, story.cues.planned)
    )
