"""Question: when was the article published, or as near as it can honestly be said?

Decides alone what may date an article. In order: the editor's word, a stated date, and what the
text reports: dates with a year, anniversaries of what has a founding date, and known events
reported as fresh or as still to come. Office holders never date an article. Where these disagree
or say too little the date stays unknown: a wrong date is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.dates import DateCues
from generator.knowledge.entities import Actor, Weapon
from generator.knowledge.recall import Recalled, recall
from generator.model import (
    DateExpression,
    Document,
    Mention,
    Precision,
    PublicationDate,
    Sentence,
    SentenceId,
)
from generator.text.calendar import (
    Calendar,
    DayOfMonth,
    Interval,
    Partial,
    Relative,
    Weekday,
    add_months,
    anchor_of,
    month_end,
    resolve,
)
from generator.text.date_grammar import alternatives
from generator.text.dates import DateMatch, find

LEAD = 3
"""Sentences of the opening, where news is told."""
FRESH = timedelta(days=45)
"""How long after the event that gives the year another day may still belong to the story."""
APART = timedelta(days=92)
"""Evidence further apart than this disagrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """Days on which the newest thing reported happened, or on which the article was written."""

    interval: Interval
    why: str
    sentences: tuple[SentenceId, ...]
    firm: bool
    """The article's own words fix it, not only what is known of an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """The article with its sentences' dates, read once."""

    document: Document
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    knowledge: KnowledgeBase

    @property
    def cues(self) -> DateCues:
        return self.knowledge.language.dates

    def meanings(self, sentence: Sentence) -> tuple[tuple[DateMatch, DateExpression], ...]:
        """What each date of the sentence means, beside what was found for it."""
        at = {(e.start, e.end): e for e in self.dates if e.sentence == sentence.id}
        pairs = []
        for match in find(sentence.text, cues=self.cues):
            said = at.get((sentence.start + match.start, sentence.start + match.end))
            if said:
                pairs.append((match, said))
        return tuple(pairs)

    def fresh(self, sentence: Sentence) -> bool:
        return _has(sentence.text, self.cues.recency)

    def leads(self, sentence: Sentence) -> bool:
        return int(sentence.id[1:]) <= LEAD


def _has(text: str, words: Iterable[str]) -> bool:
    return re.search(alternatives(words), text) is not None


def _iso(day: date, precision: Precision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


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


def _event_days(text: str) -> tuple[date, date] | None:
    """First and last day of a knowledge date; None for what still lasts."""
    start, _, end = text.partition("/")
    first, last = anchor_of(start), anchor_of(end or start)
    if first is None or last is None or text.endswith("/"):
        return None
    return first.first, last.last


def _quoted(expression: DateExpression) -> str:
    return f'"{" ".join(expression.surface.split())}"'


def _stated_in_text(story: _Story) -> _Evidence | None:
    """The newest day or month with its year that is reported as just happened."""
    past = [
        (date.fromisoformat(e.last), e)
        for e in story.dates
        if e.first and e.last and e.edge == "on" and e.relation in {"past", "unknown", "present"}
    ]
    if not past:
        return None
    newest, said = max(past, key=lambda p: (p[0], -p[1].start))
    if said.precision == "year" or said.first is None:
        return None
    first = date.fromisoformat(said.first)
    if (newest - first).days > 31:
        return None
    sentence = story.document.sentence(said.sentence)
    lead = [
        day
        for day, e in past
        if story.leads(story.document.sentence(e.sentence)) and e.precision != "year"
    ]
    told = story.leads(sentence) and not _has(sentence.text, story.cues.background)
    if not (told or story.fresh(sentence) or any(newest - day <= FRESH for day in lead)):
        return None
    if _too_early(story, newest):
        return None
    precision: Precision = "day" if said.precision == "day" else "month"
    return _Evidence(
        interval=Interval(first=newest, last=newest, precision=precision),
        why=f"The newest event reported is dated {_quoted(said)}.",
        sentences=(said.sentence,),
        firm=True,
    )


def _too_early(story: _Story, day: date) -> bool:
    """Whether the article names something that did not exist on that day."""
    for identity in {mention.entity for mention in story.mentions}:
        entity = story.knowledge.get(identity)
        known = None
        if isinstance(entity, Weapon):
            known = entity.first_seen
        elif isinstance(entity, Actor) and entity.founded:
            known = entity.founded.date
        if known and (since := anchor_of(known)) and since.first > day:
            return True
    return False


def _anniversary(story: _Story) -> _Evidence | None:
    """The year of "80th anniversary of" something whose founding date is known."""
    words, east = story.cues.anniversaries, "|".join(map(re.escape, story.cues.anniversaries_cjk))
    shape = re.compile(
        rf"(?<!\d)(\d{{1,3}})(?:(?:st|nd|rd|th)\s(?:\w{{1,20}}\s){{0,2}}?{alternatives(words)}|\s?(?:{east}))"
    )
    for sentence in story.document.sentences:
        if not (story.leads(sentence) or story.fresh(sentence)):
            continue
        for found in shape.finditer(sentence.text):
            evidence = _anniversary_at(story, sentence, found)
            if evidence:
                return evidence
    return None


def _anniversary_at(
    story: _Story, sentence: Sentence, found: re.Match[str]
) -> _Evidence | None:
    start, end = sentence.start + found.start(), sentence.start + found.end()
    near: list[tuple[int, Actor, str]] = []
    for mention in story.mentions:
        entity = story.knowledge.actors.get(mention.entity)
        gap = min(abs(mention.start - end), abs(start - mention.end))
        if mention.sentence == sentence.id and entity and entity.founded and gap <= 60:
            near.append((gap, entity, entity.founded.date))
    if not near or any(e.first for _, e in story.meanings(sentence)):
        return None
    _, entity, founded = min(near, key=lambda n: (n[0], n[1].id))
    begun = anchor_of(founded)
    if begun is None:
        return None
    year = begun.first.year + int(found[1])
    same_day = begun.precision == "day"
    says_day = any(
        isinstance(match.meaning, Calendar)
        and match.meaning.first == Partial(month=begun.first.month, day=begun.first.day)
        for match, _ in story.meanings(sentence)
    )
    ahead = _has(sentence.text[max(0, found.start() - 40) : found.start()], story.cues.planned)
    if ahead or not 1000 < year < 2900:
        return None
    why = f"{found[0]} of what was founded on {founded} ({entity.name}, knowledge base) gives {year}"
    first = date(year, begun.first.month, begun.first.day if same_day else 1)
    if says_day and same_day:
        interval = Interval(first=first, last=first, precision="day")
    else:
        interval = Interval(first=date(year, 1, 1), last=date(year, 12, 31), precision="year")
    return _Evidence(interval=interval, why=why, sentences=(sentence.id,), firm=True)


def _agreement(story: _Story, recalled: Recalled, last: date) -> DateExpression | bool | None:
    """The date beside the event that names its day; False if one names another day."""
    verdict: bool | None = None
    for sentence in recalled.sentences:
        for match, said in story.meanings(sentence):
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


def _recent_event(story: _Story, recalled: Recalled) -> _Evidence | None:
    """A known event that the article reports as fresh."""
    days = _event_days(recalled.event.date or "")
    if days is None or (days[1] - days[0]).days > 31 or _too_early(story, days[1]):
        return None
    agreed = _agreement(story, recalled, days[1])
    if agreed is None:
        agreed = _day_elsewhere(story, recalled, days[1])
    if agreed is False:
        return None
    texts = [sentence.text for sentence in recalled.sentences]
    planned = any(_has(text, story.cues.planned) for text in texts)
    background = any(_has(text, story.cues.background) for text in texts)
    dated = any(e.first for s in recalled.sentences for _, e in story.meanings(s))
    fresh = any(story.fresh(sentence) for sentence in recalled.sentences)
    if not isinstance(agreed, DateExpression) and (planned or dated or background or not fresh):
        return None
    known = f"{recalled.event.name}, {recalled.event.date}"
    ids = tuple(sentence.id for sentence in recalled.sentences)
    if isinstance(agreed, DateExpression):
        if agreed.sentence not in ids:
            ids = (*ids, agreed.sentence)
        why = f"{_quoted(agreed)} and the event reported agree with the knowledge base: {known}."
        interval = Interval(first=days[1], last=days[1], precision="day")
        return _Evidence(interval=interval, why=why, sentences=ids, firm=True)
    why = f"An event reported as recent is in the knowledge base: {known}."
    interval = Interval(first=days[1].replace(day=1), last=days[1], precision="month")
    return _Evidence(interval=interval, why=why, sentences=ids, firm=False)


def _day_elsewhere(story: _Story, recalled: Recalled, last: date) -> DateExpression | None:
    """A day in the sentence right after the event's own, for news told in two sentences."""
    following = int(recalled.sentences[-1].id[1:])
    if following >= len(story.document.sentences):
        return None
    after = Recalled(event=recalled.event, sentences=(story.document.sentences[following],))
    found = _agreement(story, after, last)
    return found if isinstance(found, DateExpression) else None


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


def _coming_event(story: _Story, recalled: Recalled) -> _Evidence | None:
    """A known event that the article still expects, with words that say how far off it is."""
    days = _event_days(recalled.event.date or "")
    if days is None or not any(_has(s.text, story.cues.planned) for s in recalled.sentences):
        return None
    for sentence in recalled.sentences:
        for match, said in story.meanings(sentence):
            bounds = _before(days, match)
            interval = _span(*bounds) if bounds else None
            if interval and not _too_early(story, interval.last):
                known = f"{recalled.event.name}, {recalled.event.date}"
                why = f"The event expected {_quoted(said)} is in the knowledge base: {known}."
                return _Evidence(interval=interval, why=why, sentences=(sentence.id,), firm=False)
    return None


def _partial_days(story: _Story) -> list[tuple[DateMatch, DateExpression]]:
    """Days without a year that are not ahead, the dateline's first."""
    return [
        (match, said)
        for sentence in story.document.sentences
        for match, said in story.meanings(sentence)
        if isinstance(match.meaning, Calendar)
        and match.meaning.first.day
        and match.meaning.first == match.meaning.last
        and not said.first
        and said.relation != "future"
        and said.edge in {"on", "after"}
    ]


def _sharpened(story: _Story, base: _Evidence) -> _Evidence:
    """The newest day without a year that fits the evidence for the year."""
    best = base
    dateline = story.document.article.dateline
    partial = _partial_days(story)
    days = [(match.meaning, _quoted(said), said.sentence) for match, said in partial]
    if dateline:
        text = story.document.article.text[dateline.start : dateline.end]
        first = story.document.sentences[:1]
        days += [(m.meaning, f'"{text}"', s.id) for m in find(text, cues=story.cues) for s in first]
    for meaning, surface, sentence in days:
        if not isinstance(meaning, Calendar) or meaning.first.day is None or meaning.first.year:
            continue
        if base.interval.precision == "year":
            found = resolve(
                Calendar(
                    first=Partial(
                        year=base.interval.first.year,
                        month=meaning.first.month,
                        day=meaning.first.day,
                    ),
                    last=Partial(
                        year=base.interval.first.year,
                        month=meaning.last.month,
                        day=meaning.last.day,
                    ),
                ),
                anchor=base.interval,
                direction="unknown",
            )
        else:
            found = resolve(meaning, anchor=base.interval, direction="unknown")
        if found is None:
            continue
        same = base.interval.precision != "day" and found.last <= base.interval.last + FRESH
        if found.last >= base.interval.first and (
            same or found.last <= base.interval.last + FRESH
        ):
            newer = best.interval.precision != "day" or found.last > best.interval.last
            if newer:
                best = _Evidence(
                    interval=found,
                    why=f"{base.why.rstrip('.')}; the newest event reported is dated {surface}.",
                    sentences=tuple(dict.fromkeys((*base.sentences, sentence))),
                    firm=True,
                )
    return best


def _infer(story: _Story) -> PublicationDate:
    recalled = recall(story.document, mentions=story.mentions, knowledge=story.knowledge)
    candidates = [
        evidence
        for evidence in (_stated_in_text(story), _anniversary(story))
        if evidence is not None
    ]
    firm = [_sharpened(story, evidence) for evidence in candidates]
    known = [e for r in recalled if (e := _recent_event(story, r))]
    coming = [e for r in recalled if (e := _coming_event(story, r))]
    pool = [*firm, *(_sharpened(story, e) for e in known if e.firm), *(e for e in known if not e.firm)]
    if not pool:
        return _from_coming(story, coming)
    exact = [e for e in pool if e.interval.precision != "year"] or pool
    newest = max(exact, key=lambda e: (e.firm, e.interval.last) if e.firm else (False, e.interval.last))
    later = [e for e in exact if e.interval.first > newest.interval.last + APART]
    earlier = [e for e in exact if e.interval.last < newest.interval.first - APART]
    ahead = [e for e in coming if e.interval.last < newest.interval.first]
    if later or ahead or (earlier and not newest.firm):
        other = (later or ahead or earlier)[0]
        return _unknown(f"The evidence disagrees: {newest.why} {other.why}", newest.sentences)
    return _inferred(newest)


def _from_coming(story: _Story, coming: list[_Evidence]) -> PublicationDate:
    if coming:
        first = max(e.interval.first for e in coming)
        last = min(e.interval.last for e in coming)
        if first > last:
            return _unknown(f"The evidence disagrees: {coming[0].why} {coming[-1].why}", ())
        narrow = min(coming, key=lambda e: (e.interval.last - e.interval.first).days)
        return _inferred(narrow)
    partial = _partial_days(story)
    if partial:
        said = partial[0][1]
        why = f"The text names {_quoted(said)} without a year, and nothing in it fixes the year."
        return _unknown(why, (said.sentence,))
    return _unknown("No date is stated and none of the events reported fixes one.", ())


def _inferred(evidence: _Evidence) -> PublicationDate:
    precision = evidence.interval.precision
    return PublicationDate(
        value=_iso(evidence.interval.last, precision),
        precision=precision,
        basis="inferred",
        why=evidence.why,
        evidence=evidence.sentences,
    )


def _unknown(why: str, evidence: tuple[SentenceId, ...]) -> PublicationDate:
    return PublicationDate(value=None, precision=None, basis="unknown", why=why, evidence=evidence)


def _given(story: _Story) -> PublicationDate | None:
    """The editor's date, or the one the article states."""
    article = story.document.article
    if article.notes.date and (noted := anchor_of(article.notes.date)):
        return PublicationDate(
            value=article.notes.date,
            precision=noted.precision,
            basis="editor",
            why="The editor's notes on the article give it.",
        )
    if article.published and (stated := anchor_of(article.published.value)):
        words = article.text[article.published.start : article.published.end]
        why = f'The article states it: "{" ".join(words.split())}".'
        return PublicationDate(
            value=article.published.value, precision=stated.precision, basis="stated", why=why
        )
    if article.dateline:
        text = article.text[article.dateline.start : article.dateline.end]
        for match in find(text, cues=story.cues):
            meaning = match.meaning
            if isinstance(meaning, Calendar) and meaning.first.year and meaning.first.day:
                day = date(meaning.first.year, meaning.first.month or 1, meaning.first.day)
                why = f'The dateline states it: "{" ".join(text.split())}".'
                return PublicationDate(
                    value=day.isoformat(), precision="day", basis="stated", why=why
                )
    return None


def derive_published(
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    dates: tuple[DateExpression, ...],
    knowledge: KnowledgeBase,
) -> PublicationDate:
    """The article's date: its publication, else that of the newest event it reports.

    ``dates`` are those of ``find_dates``, not yet counted from any article date.
    """
    story = _Story(document=document, mentions=mentions, dates=dates, knowledge=knowledge)
    return _given(story) or _infer(story)
