"""The year of a dateline that leaves it out, from the day of the week that the opening names.

Decides alone whether a dateline's day and a day of the week fix a year, and which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.knowledge.coming import expected
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.dating import LEAD, Evidence, Story, has, quoted
from generator.knowledge.elapsed import longer_than
from generator.knowledge.incumbents import horizon, incumbents
from generator.model import DateExpression, Sentence
from generator.text.dates.calendar import anchor_of
from generator.text.dates.meanings import Partial, Weekday

_COUNT = 45
"""Characters before a year among which a count is looked for."""
_NTH = re.compile(r"\d(?:st|nd|rd|th) ")
_ZONED = re.compile(r"\(\d{1,2}:?\d{2} ?[A-Z]{1,4}(?:,| on)? ?$")
_NEAR = 2
"""Years behind the newest year told in which the article may have been written."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A day of the week of the opening. ``late``: at its end, so that the news may be of the next
    day."""

    sentence: Sentence
    said: DateExpression
    day: int
    late: bool

    def fits(self, day: date) -> bool:
        following = self.day % 7 + 1
        return day.isoweekday() == self.day or (self.late and day.isoweekday() == following)


def day_of_the_week(story: Story) -> Evidence | None:
    """The day of a dateline without a year, in the year in which it is the day of the week that
    the opening names: the year in which the opening counts ("the ninth launch of 2031"), or else
    the first one not before the newest year of which the article tells."""
    named_day = story.dateline_day()
    if named_day is None:
        return None
    opening = [
        (sentence, match, said)
        for sentence in story.document.sentences[: LEAD * 2]
        for match, said in story.of(sentence)
    ]
    years = {
        said.first[:4]
        for sentence, match, said in opening
        if said.precision == "year" and said.first and said.relation != "future"
        and _counts(sentence.text[max(0, match.start - _COUNT) : match.start], story.cues)
    }  # fmt: skip
    named = [
        _Named(sentence, said, match.meaning.day, late=has(said.surface, story.cues.late))
        for sentence, match, said in opening
        if isinstance(match.meaning, Weekday) and match.meaning.which is None
        and not _elsewhere(sentence.text, match.start)
    ]  # fmt: skip
    if not years:
        return _first_fit(story, named_day, named)
    day = anchor_of(f"{years.pop()}-{named_day.month:02}-{named_day.day:02}")
    if years or day is None or story.too_early(day.first):
        return None
    fits = [one for one in named if one.day == day.first.isoweekday()]
    if not fits:
        return None
    year, told = day.first.year, quoted(fits[0].said)
    why = f"The opening counts in {year}, where the dateline's day fits {told}."
    return Evidence(interval=day, why=why, sentences=(fits[0].sentence.id,), firm=True)


def _first_fit(story: Story, day: Partial, named: list[_Named]) -> Evidence | None:
    """A day falls on the same day of the week every fifth, sixth or eleventh year. The year is the
    one that fits between the newest thing told or named and the newest the knowledge base tells
    of, in the terms of the officeholders named. The first sentence must name one day of the week
    only: news told on the day it comes, or on the one before ("late on Sunday")."""
    line = story.document.article.dateline
    texts = [one for one in story.document.sentences if line and one.start >= line.end]
    lead = [one for one in named if texts and one.sentence.id == texts[0].id]
    if len({one.day for one in lead}) != 1:
        return None
    holding = incumbents(story)
    told = [(date.fromisoformat(said.first), said.sentence) for said in story.told() if said.first]
    bounds = [(day_, f"The newest year told is {day_.year}", where) for day_, where in told]
    bounds += [(one.since, f"{one.name} held that office from {one.since.year} on", one.sentence)
               for one in holding if one.since]  # fmt: skip
    first = texts[0].id
    if story.youngest is not None:
        bounds.append((story.youngest, f"What it names began in {story.youngest.year}", first))
    if (counted := longer_than(story)) is not None:
        bounds.append((counted[0], f"It says {counted[1]}", first))
    if not bounds:
        return None
    newest, reason, witness = max(bounds)
    before = expected(story)
    end = max(newest.year + _NEAR, horizon(story.knowledge) + 1)
    fits = [
        found
        for year in range(newest.year, end + 1)
        if (found := anchor_of(f"{year}-{day.month:02}-{day.day:02}")) is not None
        and lead[0].fits(found.first)
        and all(one <= found.first for one, _, _ in bounds)
        and (before is None or found.first <= before[0])
        and not story.too_early(found.first)
        and all(one.holds(found.first) for one in holding)
    ]
    if len(fits) != 1:
        return None
    if before is not None and before[0].year - fits[0].first.year <= 1:
        reason = f"{reason}, and {before[1]} is still to come"
    where = "next falls" if not lead[0].late else "next falls on or right after"
    why = f"{reason}; the dateline's day {where} {quoted(lead[0].said)} in {fits[0].first.year}."
    ids = tuple(dict.fromkeys((lead[0].sentence.id, witness)))
    return Evidence(interval=fits[0], why=why, sentences=ids, firm=True)


def _elsewhere(text: str, at: int) -> bool:
    """Whether a day of the week is that of another zone: "6:52 a.m. (2152 GMT Monday)"."""
    return _ZONED.search(text, max(0, at - _COUNT), at) is not None


def _counts(before: str, cues: DateCues) -> bool:
    """Whether words in front of a year count what happened in it."""
    return has(before, cues.counted) or _NTH.search(before) is not None
