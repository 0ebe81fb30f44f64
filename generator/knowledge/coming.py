"""What known events that an article still expects or looks back on say about when it was written.

Decides alone which events are still to come for the writer, how far off his words put them, and
which October his "last October" is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.knowledge.dating import Evidence, Story, event_days, has, quoted
from generator.knowledge.entities import KnownEvent
from generator.knowledge.recall import Recalled
from generator.model import DateExpression, Precision, Sentence
from generator.text.dates.calendar import Interval, add_months, anchor_of, month_end
from generator.text.dates.expressions import DateMatch
from generator.text.dates.meanings import Calendar, Inside, Relative, RelativeMonths, Weekday
from generator.text.dates.written import spelt


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
                known = f"{recalled.event.name}, {spelt(recalled.event.date)}"
                why = f"The event expected {quoted(said)} is in the knowledge base: {known}."
                return Evidence(interval=interval, why=why, sentences=(sentence.id,), firm=False)
    return None


def expected(story: Story) -> tuple[date, str] | None:
    """The last day of the first known event that the article still expects, and its name."""
    found = []
    for recalled in story.recalled:
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
    return tuple(e for r in story.recalled if (e := _coming_event(story, r)))


def looked_back(story: Story, days: Iterable[tuple[DateMatch, DateExpression]]) -> Evidence | None:
    """ "the Spear-9, shown last October": the newest of ``days``, which have no year, in the time
    in which one says so of the one known event of that weapon and month."""
    found = {
        (window, event.id): (event, said)
        for sentence in story.document.sentences
        for match, said in story.of(sentence)
        if (month := _month_back(match)) is not None
        for event in _events_named(story, sentence)
        if (window := _window(event, *month)) is not None
    }
    if len({window for window, _ in found}) != 1:
        return None
    ((first, last), _), (event, said) = next(iter(found.items()))
    told: list[tuple[date, DateExpression]] = []
    for match, day in days:
        if not isinstance(match.meaning, Calendar):
            continue
        at = match.meaning.first
        for year in range(first.year, last.year + 1):
            one = anchor_of(f"{year}-{at.month:02}-{at.day:02}")
            if one is not None and first <= one.first <= last:
                told.append((one.first, day))
    newest = max(told, key=lambda one: one[0], default=None)
    if newest is None:
        return _only_year(story, first, last, event, said)
    if story.too_early(newest[0]):
        return None
    if any(one.first > newest[0].isoformat() for one in story.told() if one.first):
        return None
    why = (
        f"{quoted(said)} is that of {event.name}, {spelt(event.date)} (knowledge base); "
        f"the newest event reported is dated {quoted(newest[1])}."
    )
    interval = Interval(first=newest[0], last=newest[0], precision="day")
    ids = tuple(dict.fromkeys((said.sentence, newest[1].sentence)))
    return Evidence(interval=interval, why=why, sentences=ids, firm=True, passing=True)


def _only_year(
    story: Story, first: date, last: date, event: KnownEvent, said: DateExpression
) -> Evidence | None:
    """The year in which one writes "May last year" of a known event; firm where the sentence names
    its place beside its weapon."""
    later = any(one.first > last.isoformat() for one in story.told() if one.first)
    named = {one.entity for one in story.mentions if one.sentence == said.sentence}
    if first.year != last.year or later or story.too_early(last):
        return None
    why = f"{quoted(said)} is that of {event.name}, {spelt(event.date)} (knowledge base)."
    interval = Interval(first=first, last=last, precision="year")
    firm = event.place in named
    return Evidence(interval=interval, why=why, sentences=(said.sentence,), firm=firm)


def _month_back(match: DateMatch) -> tuple[int, bool] | None:
    """The month of "last October", and whether it is of the year before: "October last year"."""
    meaning = match.meaning
    if isinstance(meaning, RelativeMonths) and meaning.which == -1:
        return (meaning.months[0], False) if meaning.months[0] == meaning.months[1] else None
    if isinstance(meaning, Inside) and (meaning.unit, meaning.offset) == ("year", -1):
        month = meaning.first.month
        return (month, True) if month and month == meaning.last.month else None
    return None


def _events_named(story: Story, sentence: Sentence) -> list[KnownEvent]:
    """The known events of the weapons that a sentence names."""
    named = {
        one.entity for one in story.mentions
        if one.sentence == sentence.id and one.entity in story.knowledge.weapons
    }  # fmt: skip
    if not named:
        return []
    events = story.knowledge.events.values()
    return [event for event in events if named & set(event.participants)]


def _window(event: KnownEvent, month: int, last_year: bool) -> tuple[date, date] | None:
    """When one says "last October" (or "October last year") of an event of that month."""
    days = event_days(event.date or "")
    if days is None or {days[0].month, days[1].month} != {month}:
        return None
    if last_year:
        return date(days[0].year + 1, 1, 1), date(days[0].year + 1, 12, 31)
    first = add_months(days[0], 1)
    return first, add_months(first, 12) - timedelta(days=1)
