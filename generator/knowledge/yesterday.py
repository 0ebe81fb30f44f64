"""The date of an article that says which day its "yesterday" was and leaves the year out.

Decides alone whether such a day and what the article tells besides fix a year, and which.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from generator.knowledge.dating import Evidence, Story, quoted
from generator.model import DateExpression, Sentence
from generator.text.dates.calendar import Interval, anchor_of
from generator.text.dates.expressions import DateMatch
from generator.text.dates.meanings import Calendar, Relative

_BESIDE = re.compile(r" ?[(（,，] ?(?:the )?")
"""Between the two: "yesterday (14 September)"."""
_NEAR = timedelta(days=92)
"""How far before the day the newest thing told may end, for its year to be that of the day."""
_QUOTES = '"“”«»「」『』'


def named_yesterday(story: Story) -> Evidence | None:
    """The day after the one day of the opening that "yesterday" stands beside, in the year of the
    newest date told, which must lie close before it."""
    found = [
        (sentence, said, day)
        for sentence in story.document.sentences
        if story.leads(sentence)
        for said, day in _named(story, sentence)
    ]
    past = [said for said in story.dates if said.last and said.relation != "future"]
    if len(found) != 1 or not past:
        return None
    sentence, said, (month, day, ahead) = found[0]
    newest = max(past, key=lambda one: (one.last or "", one.start))
    last = anchor_of(newest.last or "")
    told = anchor_of(f"{(newest.last or '')[:4]}-{month:02}-{day:02}")
    if last is None or told is None or newest.relation != "past":
        return None
    if newest.precision == "year" or not timedelta() <= told.first - last.first <= _NEAR:
        return None
    written = told.first + timedelta(days=ahead)
    if story.too_early(written):
        return None
    why = f"The newest date told is {quoted(newest)}, and the opening counts from {quoted(said)}."
    ids = tuple(dict.fromkeys((sentence.id, newest.sentence)))
    interval = Interval(first=written, last=written, precision="day")
    return Evidence(interval=interval, why=why, sentences=ids, firm=True)


def _named(story: Story, sentence: Sentence) -> list[tuple[DateExpression, tuple[int, int, int]]]:
    """The days of a sentence that stand beside "yesterday" or "today", in nobody's words: month,
    day, and how many days later the article was written."""
    known = story.of(sentence)
    found = []
    for (first, _), (second, said) in pairwise(known):
        day = _day(second)
        if not isinstance(first.meaning, Relative) or first.meaning.unit != "day" or day is None:
            continue
        between = sentence.text[first.end : second.start]
        quoted_words = any(mark in sentence.text[: first.start] for mark in _QUOTES)
        if -1 <= first.meaning.offset <= 0 and _BESIDE.fullmatch(between) and not quoted_words:
            found.append((said, (*day, -first.meaning.offset)))
    return found


def _day(match: DateMatch) -> tuple[int, int] | None:
    meaning = match.meaning
    if not isinstance(meaning, Calendar) or meaning.first != meaning.last or meaning.first.year:
        return None
    month, day = meaning.first.month, meaning.first.day
    return (month, day) if month and day else None
