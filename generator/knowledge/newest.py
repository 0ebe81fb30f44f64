"""The newest day or month that an article gives with its year, as what it reports.

This module alone decides which of the days that an article tells of is its news, and not its
history.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.knowledge.dating import LEAD, Evidence, Story, has, quoted
from generator.knowledge.elapsed import counted_from
from generator.model import DateExpression, Precision
from generator.text.dates.calendar import Interval
from generator.text.dates.meanings import Calendar, Weekday

_PAUSE = re.compile(r"[,;:()]")
_CLAUSE = 60
"""Characters before a month among which its clause is read."""
FRESH = timedelta(days=45)
"""How long after the event that gives the year another day may still belong to the story."""


def newest_day(story: Story) -> Evidence | None:
    """The newest day or month with its year that is reported as just happened."""
    bases = counted_from(story)
    past = [
        (date.fromisoformat(e.last), e)
        for e in story.dates
        if e.start not in bases
        and e.first
        and e.last
        and e.edge == "on"
        and e.relation in {"past", "unknown", "present"}
        and not story.document.article.text.startswith(story.cues.since_behind, e.end)
        and not story.labelled(e)
    ]
    if not past:
        return None
    newest, said = max(past, key=lambda p: (p[0], -p[1].start))
    if said.precision == "year" or said.first is None:
        return None
    if said.precision == "month" and (_other_day(story, said) or _behind(story, said)):
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
    years = {
        e.last[:4] for _, e in story.of(sentence) if e.first and e.last and e.relation != "future"
    }
    if len(years) > 1:  # "built in 2019 and repaired on 4 May 2021": a history, not news
        return None
    told = story.leads(sentence) and not has(sentence.text, story.cues.background)
    if not (told or story.fresh(sentence) or any(newest - day <= FRESH for day in lead)):
        return None
    if story.too_early(newest):
        return None
    precision: Precision = "day" if said.precision == "day" else "month"
    return Evidence(
        interval=Interval(first=newest, last=newest, precision=precision),
        why=f"The newest event reported is dated {quoted(said)}.",
        sentences=(said.sentence,),
        firm=True,
        passing=True,
    )


def _behind(story: Story, month: DateExpression) -> bool:
    """ "after its failed launch in April 2031": words of its clause look back on it."""
    sentence = story.document.sentence(month.sentence)
    before = sentence.text[: month.start - sentence.start]
    clause = _PAUSE.split(before)[-1][-_CLAUSE:]
    return has(clause, story.cues.looks_back_on)


def _other_day(story: Story, month: DateExpression) -> bool:
    """Whether the opening tells its news of a day that need not be in ``month``: "said on Friday"
    behind "the launch of April 2031"; of two sentences, the later one's month may well be news."""
    own = date.fromisoformat(month.first).month if month.first else 0
    for sentence in story.document.sentences[:LEAD]:
        for match, said in story.of(sentence):
            meaning = match.meaning
            if said.relation == "future" or said.start == month.start:
                continue
            if isinstance(meaning, Weekday) and meaning.which is None:
                return True
            if said.sentence != month.sentence or not isinstance(meaning, Calendar):
                continue
            if meaning.first.day and not meaning.first.year:
                return meaning.first.month != own
    return False
