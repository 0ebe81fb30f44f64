"""The year of an article that tells of an anniversary: of a founding or of a known event.

Decides alone whose anniversary it is, and when it fixes a day.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from generator.knowledge.dating import Evidence, Story, anniversaries, celebrates, has
from generator.knowledge.entities import Actor
from generator.model import Sentence
from generator.text.dates.calendar import Interval, anchor_of
from generator.text.dates.meanings import Calendar, DayOfMonth, Partial
from generator.text.dates.written import spelt

_NEAR = 60
"""Characters between an anniversary and whose it is."""
_OCCASION, _TOUCHING = 40, 6
"""Characters behind an anniversary, and before one of the East, that name its occasion."""
_MOST = 8
"""Anniversaries of a sentence that are looked at; a longer row is a list."""
_AHEAD = 24
"""Characters on either side of it in which a word says that it is yet to come."""
_BEFORE = 40
"""Characters before it in which it is told to lie ahead."""


def anniversary(story: Story) -> Evidence | None:
    """The year of "80th anniversary of" something whose date is known."""
    shape = anniversaries(story.cues)
    for sentence in story.document.sentences:
        for found in islice(shape.finditer(sentence.text), _MOST):
            if not (story.leads(sentence) or story.fresh(sentence)):
                break
            before = sentence.text[max(0, found.start() - _BEFORE) : found.start()]
            behind = sentence.text[found.end() : found.end() + _AHEAD]
            ahead = any(
                has(part, story.cues.anniversaries_ahead) for part in (before[-_AHEAD:], behind)
            )
            if ahead or has(before, story.cues.planned):
                continue
            if any(e.first for _, e in story.of(sentence)):
                continue
            evidence = _of_event(story, sentence, found) or _of_founding(story, sentence, found)
            if evidence:
                return evidence
    return None


def _of_founding(story: Story, sentence: Sentence, found: re.Match[str]) -> Evidence | None:
    if _of_another(story, sentence.text, found):
        return None
    start, end = sentence.start + found.start(), sentence.start + found.end()
    near: list[tuple[int, Actor]] = []
    for mention in story.mentions:
        entity = story.knowledge.actors.get(mention.entity)
        gap = min(abs(mention.start - end), abs(start - mention.end))
        text = story.document.article.text
        beside = {text[mention.end : mention.end + 1], text[mention.start - 1 : mention.start]}
        joined = not beside.isdisjoint("-–/")  # "of the Ruritania-Graustark alliance"
        if mention.sentence == sentence.id and entity and gap <= _NEAR:
            if joined and mention.start >= end:
                return None
            near.append((gap, entity))
    if not near:
        return None
    _, entity = min(near, key=lambda n: (n[0], n[1].id))
    founded = entity.founded.date if entity.founded else ""
    begun = anchor_of(founded)
    if begun is None:
        return None
    year = begun.first.year + int(found[1])
    same_day = begun.precision == "day"
    says_day = any(
        isinstance(match.meaning, Calendar)
        and match.meaning.first == Partial(month=begun.first.month, day=begun.first.day)
        for match, _ in story.of(sentence)
    )
    whole = anchor_of(f"{year:04}")
    if not 1000 < year < 2900 or whole is None or story.too_early(whole.last):
        return None
    why = (
        f"{found[0]} of {entity.name}, founded on {spelt(founded)} (knowledge base), gives {year}."
    )
    first = date(year, begun.first.month, begun.first.day if same_day else 1)
    if says_day and same_day:
        interval = Interval(first=first, last=first, precision="day")
    else:
        interval = Interval(first=date(year, 1, 1), last=date(year, 12, 31), precision="year")
    return Evidence(interval=interval, why=why, sentences=(sentence.id,), firm=True)


def _of_another(story: Story, text: str, found: re.Match[str]) -> bool:
    """Whether words beside an anniversary make it that of a victory, a war or a pact: behind it in
    English, right before it in the East."""
    words = story.cues.occasions
    behind = text[found.end() : found.end() + _OCCASION]
    eastern = found[0].endswith(story.cues.anniversaries_cjk)
    return has(
        text[max(0, found.start() - _TOUCHING) : found.start()] if eastern else behind, words
    )


def _of_event(story: Story, sentence: Sentence, found: re.Match[str]) -> Evidence | None:
    """ "the 12th anniversary of the king's death": of a known event of one day. Where the article
    tells of the same day of the month, it was that day."""
    for recalled in story.recalled:
        begun = anchor_of(recalled.event.date or "")
        if (
            not celebrates(story, sentence.text, found, recalled.event)
            or begun is None
            or begun.precision != "day"
        ):
            continue
        year = begun.first.year + int(found[1])
        day = anchor_of(f"{year}-{begun.first.month:02}-{begun.first.day:02}")
        whole = anchor_of(f"{year}")
        if day is None or whole is None or story.too_early(day.last):
            continue
        told = any(
            isinstance(match.meaning, DayOfMonth)
            and match.meaning.day == begun.first.day
            and said.relation != "future"
            for one in story.document.sentences
            for match, said in story.of(one)
        )
        told_of = f"{recalled.event.name}, {spelt(recalled.event.date)}"
        why = f"{found[0]} of an event in the knowledge base ({told_of}) gives {year}."
        return Evidence(
            interval=day if told else whole, why=why, sentences=(sentence.id,), firm=True
        )
    return None
