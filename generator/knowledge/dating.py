"""What the knowledge base says about when an article was written.

Decides alone what an anniversary, a known event reported as fresh, or one still expected proves
about the day, month or year of the article. Each piece of evidence carries its reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.entities import Actor, KnownEvent, Weapon
from generator.knowledge.recall import Recalled, recall
from generator.model import (
    DateExpression,
    Document,
    Mention,
    Sentence,
    SentenceId,
)
from generator.text.dates.calendar import Interval, anchor_of
from generator.text.dates.expressions import DateMatch, find
from generator.text.dates.grammar import alternatives
from generator.text.dates.meanings import Calendar, DayOfMonth, Partial, Weekday
from generator.text.dates.written import spelt

LEAD = 3
"""Sentences of the opening, where news is told."""


_PAUSE = re.compile(r"[,.;:()]")
_LABEL = 24
"""Characters before a date in which its label stands."""
_BEHIND = 60
"""Characters behind an anniversary in which whose it is stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Days on which the newest thing reported happened, or on which the article was written."""

    interval: Interval
    why: str
    sentences: tuple[SentenceId, ...]
    firm: bool
    """The article's own words fix it, not only what is known of an event."""
    passing: bool = False
    """Of a day that is only told of: a piece that argues came out later."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Story:
    """An article with its dates and what each of them means, read once. Without slots, so that
    what an article with a stated date never asks for is worked out when it is asked for."""

    document: Document
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    knowledge: KnowledgeBase
    meanings: Mapping[SentenceId, tuple[tuple[DateMatch, DateExpression], ...]]
    youngest: date | None
    """The latest day on which something named in the article began to exist."""

    @property
    def cues(self) -> DateCues:
        return self.knowledge.language.dates

    @cached_property
    def recalled(self) -> tuple[Recalled, ...]:
        """The known events to which the article points."""
        return recall(self.document, mentions=self.mentions, knowledge=self.knowledge)

    def of(self, sentence: Sentence) -> tuple[tuple[DateMatch, DateExpression], ...]:
        return self.meanings.get(sentence.id, ())

    def told(self) -> tuple[DateExpression, ...]:
        """Dates with a year that are not ahead; "as early as 2031" may be."""
        return tuple(
            said for said in self.dates
            if said.first and said.relation != "future"
            and (said.relation == "past" or not has(said.surface, self.cues.soonest))
        )  # fmt: skip

    def dateline_day(self) -> Partial | None:
        """The one day that the dateline names, if it leaves the year out."""
        line = self.document.article.dateline
        words = self.document.article.text[line.start : line.end] if line is not None else ""
        days = [one.meaning.first for one in find(words, cues=self.cues)
                if isinstance(one.meaning, Calendar)]  # fmt: skip
        alone = len(days) == 1 and days[0].day and days[0].month and not days[0].year
        return days[0] if alone else None

    def labelled(self, said: DateExpression) -> bool:
        """Whether a label says what day it is, and not of the article: "Closing date: 5 June"."""
        before = self.document.article.text[max(0, said.start - _LABEL) : said.start].rstrip()
        return before.endswith((":", "：")) and has(before, self.cues.day_labels)

    def fresh(self, sentence: Sentence) -> bool:
        return has(sentence.text, self.cues.recency)

    def leads(self, sentence: Sentence) -> bool:
        return int(sentence.id[1:]) <= LEAD

    def too_early(self, day: date) -> bool:
        """Whether the article names something that did not exist on that day."""
        return self.youngest is not None and self.youngest > day


def read_story(
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    dates: tuple[DateExpression, ...],
    knowledge: KnowledgeBase,
) -> Story:
    """The story with the meaning of every date in it."""
    by_place = {(e.start, e.end): e for e in dates}
    meanings = {}
    for identity in dict.fromkeys(e.sentence for e in dates):
        sentence = document.sentence(identity)
        found = find(sentence.text, cues=knowledge.language.dates)
        spans = [(m, (sentence.start + m.start, sentence.start + m.end)) for m in found]
        meanings[identity] = tuple((m, by_place[at]) for m, at in spans if at in by_place)
    begun: list[date] = []
    for named in {mention.entity for mention in mentions}:
        entity = knowledge.get(named)
        known = entity.first_seen if isinstance(entity, Weapon) else None
        if isinstance(entity, Actor) and entity.founded:
            known = entity.founded.date
        if known and (since := anchor_of(known)):
            begun.append(since.first)
    return Story(
        document=document,
        mentions=mentions,
        dates=dates,
        knowledge=knowledge,
        meanings=meanings,
        youngest=max(begun, default=None),
    )


def has(text: str, words: tuple[str, ...]) -> bool:
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternatives(words))


def event_days(text: str) -> tuple[date, date] | None:
    """First and last day of a knowledge date; None for what still lasts."""
    start, _, end = text.partition("/")
    first, last = anchor_of(start), anchor_of(end or start)
    if first is None or last is None or text.endswith("/"):
        return None
    return first.first, last.last


def quoted(expression: DateExpression) -> str:
    return f"“{' '.join(expression.surface.split())}”"


@lru_cache(maxsize=4)
def _anniversaries(words: tuple[str, ...], east_asian: tuple[str, ...]) -> re.Pattern[str]:
    east = "|".join(map(re.escape, east_asian))
    return re.compile(
        rf"(\d(?<!\d.)\d{{0,2}})(?:(?:st|nd|rd|th)\s(?:\w{{1,20}}\s){{0,2}}?"
        rf"{alternatives(words)}|\s?(?:{east}))"
    )


def anniversaries(cues: DateCues) -> re.Pattern[str]:
    """Where an anniversary is named: "80th anniversary", its number first."""
    return _anniversaries(cues.anniversaries, cues.anniversaries_cjk)


def _agreement(story: Story, recalled: Recalled, last: date) -> DateExpression | bool | None:
    """The date beside the event that names its day; False if one names another day."""
    verdict: bool | None = None
    for sentence in recalled.sentences:
        for match, said in story.of(sentence):
            meaning = match.meaning
            if isinstance(meaning, DayOfMonth):
                hit = meaning.day == last.day
            elif isinstance(meaning, Calendar) and meaning.first.day and not meaning.first.year:
                hit = (meaning.first.month, meaning.first.day) == (last.month, last.day)
            else:
                continue
            if hit:
                return said
            verdict = False
    return verdict


def _recent_event(story: Story, recalled: Recalled) -> Evidence | None:
    """A known event that the article reports as fresh."""
    days = event_days(recalled.event.date or "")
    if days is None or (days[1] - days[0]).days > 31 or story.too_early(days[1]):
        return None
    agreed = _agreement(story, recalled, days[1])
    if agreed is None:
        agreed = _day_elsewhere(story, recalled, days[1])
    if agreed is False:
        return None
    texts = [sentence.text for sentence in recalled.sentences]
    if _remembered(story, recalled, texts, days[1]):
        return None
    planned = any(has(text, story.cues.planned) for text in texts)
    background = any(has(text, story.cues.background) for text in texts)
    dated = any(e.first for s in recalled.sentences for _, e in story.of(s))
    fresh = any(story.fresh(sentence) for sentence in recalled.sentences)
    if not isinstance(agreed, DateExpression) and (planned or dated or background or not fresh):
        return None
    known = f"{recalled.event.name}, {spelt(recalled.event.date)}"
    ids = tuple(sentence.id for sentence in recalled.sentences)
    if isinstance(agreed, DateExpression):
        if agreed.sentence not in ids:
            ids = (*ids, agreed.sentence)
        why = f"{quoted(agreed)} and the event reported agree with the knowledge base: {known}."
        interval = Interval(first=days[1], last=days[1], precision="day")
        return Evidence(interval=interval, why=why, sentences=ids, firm=True)
    why = f"An event reported as recent is in the knowledge base: {known}."
    interval = Interval(first=days[1].replace(day=1), last=days[1], precision="month")
    return Evidence(interval=interval, why=why, sentences=ids, firm=False)


def celebrates(story: Story, text: str, found: re.Match[str], event: KnownEvent) -> bool:
    """Whether an anniversary is that of a known event: the words of one of its cues stand right
    behind. A parade on the anniversary of something else has its word behind the comma."""
    behind = _PAUSE.split(text[found.end() : found.end() + _BEHIND])[0].casefold()
    for cue in event.cues:
        words = [element for element in cue if story.knowledge.get(element) is None]
        if words and all(word.casefold() in behind for word in words):
            return True
    return False


def _remembered(story: Story, recalled: Recalled, texts: list[str], day: date) -> bool:
    """Whether a known event is only looked back on: as an anniversary, as the time before, or in
    the body of a piece that opens with the news of another day of the week."""
    shape = anniversaries(story.cues)
    if any(celebrates(story, text, hit, recalled.event) for text in texts
           for hit in islice(shape.finditer(text), 8)):  # fmt: skip
        return True
    if any(has(text, story.cues.last_time) for text in texts):
        return True
    if any(map(story.leads, recalled.sentences)):
        return False
    opening = [
        match.meaning.day
        for sentence in story.document.sentences[:LEAD]
        for match, said in story.of(sentence)
        if isinstance(match.meaning, Weekday)
        and match.meaning.which is None
        and said.relation != "future"
    ]
    return bool(opening) and day.isoweekday() not in opening


def day_of_its_weapon(story: Story) -> Evidence | None:
    """The one known event whose weapon the article names and whose day, without its year, the
    opening does: "a missile on November 29", and below it the name of the missile."""
    named = {one.entity for one in story.mentions if one.entity in story.knowledge.weapons}
    days = [
        (sentence, said, (match.meaning.first.month, match.meaning.first.day))
        for sentence in story.document.sentences[:LEAD]
        for match, said in story.of(sentence)
        if isinstance(match.meaning, Calendar)
        and match.meaning.first.day
        and match.meaning.first == match.meaning.last
        and not said.first
        and said.relation != "future"
        and said.edge == "on"
        and not has(sentence.text, story.cues.last_time)
    ]
    if not days or not named:
        return None
    found = [
        (event, at, said, sentence)
        for event in story.knowledge.events.values()
        if named & set(event.participants)
        and (at := anchor_of(event.date or "")) is not None
        and at.precision == "day"
        for sentence, said, day in days
        if day == (at.first.month, at.first.day) and not story.too_early(at.first)
    ]
    if len({event.id for event, *_ in found}) != 1:
        return None
    event, at, said, sentence = found[0]
    why = (
        f"{quoted(said)} and a weapon named agree with the knowledge base: "
        f"{event.name}, {spelt(event.date)}."
    )
    return Evidence(interval=at, why=why, sentences=(sentence.id,), firm=True)


def _day_elsewhere(story: Story, recalled: Recalled, last: date) -> DateExpression | None:
    """A day in the sentence right after the event's own, for news told in two sentences."""
    following = int(recalled.sentences[-1].id[1:])
    if following >= len(story.document.sentences):
        return None
    after = Recalled(event=recalled.event, sentences=(story.document.sentences[following],))
    found = _agreement(story, after, last)
    return found if isinstance(found, DateExpression) else None


def known_events(story: Story) -> tuple[Evidence, ...]:
    """Evidence of known events reported as fresh."""
    return tuple(e for r in story.recalled if (e := _recent_event(story, r)))
