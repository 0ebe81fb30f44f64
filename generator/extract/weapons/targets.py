"""Whether a weapon is fired at another country's land, which is use and no test."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from generator.extract.weapons.owners import state_of
from generator.extract.weapons.words import Words
from generator.knowledge.base import KnowledgeBase
from generator.model import Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate
from generator.text.syntax.subjects import Subjects

_TARGET = 14
_TARGET_PHRASE = 5
_BEHIND_LIST = 6
"""Tokens behind the last weapon of a list in which its target may stand."""
_AIMED_WITHIN = 12
_IN_WAR = 6
_STRIKING = frozenset({"at", "against"})


def fired_at_another(
    predicate: Predicate,
    reading: Reading,
    *,
    subjects: Subjects,
    owner: str | None,
    knowledge: KnowledgeBase,
    cues: Words,
    prepositions: Collection[str],
) -> bool:
    """Fired at, into or against another country's land: that is no test. Where nobody is said to
    have fired, ``owner`` is the country whose weapon it is."""
    drill = not cues.drills.isdisjoint(reading.tokens.norms)
    if predicate.is_east_asian and not drill:
        doers = {state_of(doer, knowledge) for doer in subjects.of(predicate, reading)}
        return _eastern_target(predicate, reading, doers - {None}, knowledge=knowledge, cues=cues)
    if predicate.is_noun or predicate.is_east_asian or drill:
        return False
    if _victims(predicate, reading, cues) or _in_war(predicate, reading, cues):
        return True
    stop = predicate.last + _TARGET
    for item in reading.mentions:
        if item.kind == "weapon" and predicate.last <= reading.place_of(item)[0] <= stop:
            stop = max(stop, reading.place_of(item)[1] + _BEHIND_LIST)
    targets = [
        country
        for item in reading.mentions
        if predicate.last < reading.place_of(item)[0] <= stop
        and (
            country := _target(
                item, predicate, reading, knowledge=knowledge, cues=cues, prepositions=prepositions
            )
        )
    ]
    if not targets:
        return False
    states = {state_of(doer, knowledge) for doer in subjects.of(predicate, reading)}
    if not states and predicate.passive:
        states = {owner}
    return bool(states) and None not in states and states.isdisjoint(targets)


def _target(
    item: Mention,
    predicate: Predicate,
    reading: Reading,
    *,
    knowledge: KnowledgeBase,
    cues: Words,
    prepositions: Collection[str],
) -> str | None:
    """The country of a name, if what it names is fired at."""
    first, last = reading.place_of(item)
    start = max(predicate.last, first - _TARGET_PHRASE)
    while first > start and set(reading.text_between(start + 1, first)) & {",", ";"}:
        start += 1  # "fired on Sunday, Ruritania said": who says so is not fired at
    before = reading.between(start, first)
    led = next((word for word in reversed(before) if word in prepositions), "")
    if led in {"of", "in"}:  # "at the port of", "at targets in"
        outer = (word for word in reversed(before[:-1]) if word in prepositions and word != led)
        led = next(outer, led)
    if led not in cues.aiming or not cues.sea.isdisjoint(reading.between(last, last + 5)):
        return None
    if item.kind == "actor":
        return state_of(item.entity, knowledge)
    place = knowledge.places.get(item.entity)
    return place.country if place is not None and place.subtype in cues.land else None


def _victims(predicate: Predicate, reading: Reading, cues: Words) -> bool:
    """ "fired at troops", "launched against the city": nobody tests on them."""
    words = reading.between(predicate.last, predicate.last + _TARGET)
    return any(
        word in cues.victims and not _STRIKING.isdisjoint(words[max(0, at - 3) : at])
        for at, word in enumerate(words)
    )


def _in_war(predicate: Predicate, reading: Reading, cues: Words) -> bool:
    """ "Fired twice in anger"."""
    words = reading.between(predicate.last, predicate.last + _IN_WAR)
    return any(lead == "in" and word in cues.in_war for lead, word in pairwise(words))


def _eastern_target(
    predicate: Predicate,
    reading: Reading,
    doers: Collection[str | None],
    *,
    knowledge: KnowledgeBase,
    cues: Words,
) -> bool:
    """A state before "에 발사했다" or behind "向", where another one is named that fires."""
    aimed, place, towards = map(tuple, (cues.aimed_at, cues.fired_in, cues.towards))
    offset, text = reading.sentence.start, reading.sentence.text
    begin = reading.tokens.starts[predicate.first]
    end = reading.tokens.ends[predicate.last - 1]
    named = [item for item in reading.names if item.kind == "actor"]
    for item in named:
        start, stop = item.start - offset, item.end - offset
        if not 0 <= begin - stop <= _AIMED_WITHIN:
            continue
        korean = text.startswith(aimed, stop) and not text.startswith(place, stop)
        korean = korean and text[end : end + 1] in cues.fired
        target = state_of(item.entity, knowledge)
        if target is None or not (korean or text.endswith(towards, 0, start)):
            continue
        return bool(doers) and target not in doers
    return False
