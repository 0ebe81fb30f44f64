"""The year of a dateline that leaves it out, from the day of the week that the opening names.

Decides alone whether a dateline's day and a day of the week fix a year, and which; and which day
is meant where a day of the week, or a dateline, completes what another date leaves open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.knowledge.coming import expected
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.dating import LEAD, Evidence, Story, has, quoted
from generator.knowledge.elapsed import longer_than
from generator.knowledge.incumbents import horizon, incumbents
from generator.model import DateExpression, Sentence
from generator.text.dates.calendar import Interval, anchor_of
from generator.text.dates.meanings import Partial, Weekday

_COUNT = 45
"""Characters before a year among which a count is looked for."""
_NTH = re.compile(r"\d(?:st|nd|rd|th) ")
_ZONED = re.compile(r"\(\d{1,2}:?\d{2} ?[A-Z]{1,4}(?:,| on)? ?$")
_NUMBER = re.compile(r"\d+")
_TOLD = timedelta(days=4)
"""How long after the event the news of it may be told, for its day of the week to say when."""
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


def fits_opening(story: Story, day: date, *, named_only: bool = False) -> bool:
    """Whether a day may be that of a dateline whose first sentence names a day of the week: news is
    told on the day it comes, or on the next one. ``named_only`` where it must name one."""
    line = story.document.article.dateline
    texts = [one for one in story.document.sentences if line is None or one.start >= line.end][:1]
    named = {
        match.meaning.day
        for sentence in texts
        for match, said in story.of(sentence)
        if isinstance(match.meaning, Weekday) and match.meaning.which is None
        and said.relation != "future" and not _elsewhere(sentence.text, match.start)
    }  # fmt: skip
    before = day - timedelta(days=1)
    if not named:
        return not named_only
    return not named.isdisjoint({day.isoweekday(), before.isoweekday()})


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


def told_later(story: Story, event: Evidence | None) -> Evidence | None:
    """The newest event reported, or the day of the week behind it on which the opening says that
    it was told: "said on Monday" of what happened "on Saturday, 15 March 2031"."""
    if event is None or event.interval.precision != "day":
        return event
    words = story.cues.told_before
    told = [
        (sentence, said, match.meaning.day)
        for sentence in story.document.sentences[:LEAD]
        for match, said in story.of(sentence)
        if isinstance(match.meaning, Weekday) and match.meaning.which is None
        and sentence.text[: match.start].rstrip().removesuffix(" on").endswith(words)
    ]  # fmt: skip
    if len({day for _, _, day in told}) != 1:
        return event
    sentence, said, day = told[0]
    later = timedelta(days=(day - event.interval.last.isoweekday()) % 7)
    if not timedelta() < later <= _TOLD:
        return event
    at = event.interval.last + later
    return Evidence(
        interval=Interval(first=at, last=at, precision="day"),
        why=f"{event.why.rstrip('.')}, and the opening tells of it {quoted(said)}.",
        sentences=tuple(dict.fromkeys((*event.sentences, sentence.id))),
        firm=True,
    )


def day_of_numbers(story: Story, words: str, year: int) -> date | None:
    """The day of a stamp that may be two days ("04/11/2031"), if the dateline names one of them
    or the day before it."""
    own, numbers = story.dateline_day(), {int(one) for one in _NUMBER.findall(words)[:2]}
    told = anchor_of(f"{year}-{own.month:02}-{own.day:02}") if own is not None else None
    days = [told.first + timedelta(days=after) for after in (0, 1)] if told is not None else []
    return next((day for day in days if {day.month, day.day} == numbers), None)


def _elsewhere(text: str, at: int) -> bool:
    """Whether a day of the week is that of another zone: "6:52 a.m. (2152 GMT Monday)"."""
    return _ZONED.search(text, max(0, at - _COUNT), at) is not None


def _counts(before: str, cues: DateCues) -> bool:
    """Whether words in front of a year count what happened in it."""
    return has(before, cues.counted) or _NTH.search(before) is not None
