"""What known events that an article still expects say about when it was written.

Decides alone which events are still to come for the writer, and how far off his words put them.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.knowledge.dating import Evidence, Story, event_days, has, quoted
from generator.knowledge.recall import Recalled, recall
from generator.model import Precision
from generator.text.dates.calendar import Interval, add_months, month_end
from generator.text.dates.expressions import DateMatch
from generator.text.dates.meanings import Relative, Weekday


def _span(first: date, last: date) -> Interval | None:
    """The narrowest of day, month and year that holds both days; None if none does."""
    precision: Precision = "year"
    if first == last:
        precision = "day"
    elif (first.year, first.month) == (last.year, last.month):
        precision = "month"
    elif first.year != last.year:
        return None
    return Interval(first=first, last=last, precision=precision)


def _before(days: tuple[date, date], match: DateMatch) -> tuple[date, date] | None:
    """Days on which one writes of an event still to come with these words."""
    first, meaning = days[0], match.meaning
    if isinstance(meaning, Weekday):
        week = first.isoweekday() == meaning.day and days[0] == days[1]
        return (first - timedelta(days=7), first) if week else None
    if not isinstance(meaning, Relative) or meaning.offset < 0:
        return None
    if meaning.unit == "day":
        day = first - timedelta(days=meaning.offset)
        return day, day
    if meaning.unit == "week":
        monday = first - timedelta(days=first.isoweekday() - 1 + 7 * meaning.offset)
        return monday, min(first, monday + timedelta(days=6))
    if meaning.unit == "month":
        month = add_months(first, -meaning.offset)
        return month, min(first, month_end(month.year, month.month))
    if meaning.unit == "year":
        year = first.year - meaning.offset
        return date(year, 1, 1), min(first, date(year, 12, 31))
    return None


def _coming_event(story: Story, recalled: Recalled) -> Evidence | None:
    """A known event that the article still expects, with words that say how far off it is."""
    days = event_days(recalled.event.date or "")
    if days is None or not any(has(s.text, story.cues.planned) for s in recalled.sentences):
        return None
    for sentence in recalled.sentences:
        for match, said in story.of(sentence):
            bounds = _before(days, match)
            interval = _span(*bounds) if bounds else None
            if interval and not story.too_early(interval.last):
                known = f"{recalled.event.name}, {recalled.event.date}"
                why = f"The event expected {quoted(said)} is in the knowledge base: {known}."
                return Evidence(interval=interval, why=why, sentences=(sentence.id,), firm=False)
    return None


def expected(story: Story) -> tuple[date, str] | None:
    """The last day of the first known event that the article still expects, and its name."""
    found = []
    for recalled in recall(story.document, mentions=story.mentions, knowledge=story.knowledge):
        days = event_days(recalled.event.date or "")
        planned = any(
            has(one.text, story.cues.planned) and not story.fresh(one) for one in recalled.sentences
        )
        ahead = any(
            said.relation == "future" for one in recalled.sentences for _, said in story.of(one)
        )
        if days is not None and planned and ahead:
            found.append((days[1], recalled.event.name))
    return min(found, default=None)


def coming_events(story: Story) -> tuple[Evidence, ...]:
    """Evidence of known events still to come."""
    recalled = recall(story.document, mentions=story.mentions, knowledge=story.knowledge)
    return tuple(e for r in recalled if (e := _coming_event(story, r)))
