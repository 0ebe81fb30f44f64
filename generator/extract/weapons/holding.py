"""Whether the frame of a word holds in its sentence, and whether a weapon is what it was done with.

Decides by the words around it alone, whatever weapon is asked about.
"""

from __future__ import annotations

from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_INSTRUMENT = 14
_AGENT = 6
_UNLIKE = 10
_PLACED = 3
_OVER = frozenset({"over", "into", "past"})


def is_instrument(predicate: Predicate, first: int, reading: Reading) -> bool:
    """ "was struck with Dart-3 drones": the word itself may end in "with"."""
    if predicate.frame.instrument is not None and _wields(predicate, first, reading):
        return True
    return predicate.lemma.endswith(" with") and 0 <= first - predicate.last <= _AGENT


def _wields(predicate: Predicate, first: int, reading: Reading) -> bool:
    """ "attacked the city with Dart-3 drones", "was hit by a Dart-3": it was done with them."""
    if predicate.is_noun or not predicate.last <= first <= predicate.last + _INSTRUMENT:
        return False
    near = reading.between(max(predicate.last, first - 3), first)
    return (
        "with" in near
        or "using" in near
        or (predicate.passive and first - predicate.last <= _AGENT and "by" in near)
    )


def right_behind(start: int, first: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether at most one word that is neither an article nor part of a name ("two", "grey") stands
    between a verb and a weapon: "approached a hall holding the Dart-3" is not the Dart-3."""
    if first - start > _AGENT or set(reading.text_between(start, first)) & {",", ";", "(", ":"}:
        return False
    named = {
        at
        for item in reading.mentions
        for at in range(*reading.place_of(item))
        if start <= at < first
    }
    rest = [
        word
        for at, word in enumerate(reading.between(start, first), start)
        if word not in grammar.determiners and at not in named
    ]
    plain = not rest or (len(rest) == 1 and not rest[0].endswith("ing"))
    return plain and grammar.prepositions.isdisjoint(rest)


def holds(predicate: Predicate, reading: Reading) -> bool:
    """Whether the words that a frame asks for are there, and those that forbid it are not."""
    frame = predicate.frame
    habit = predicate.lemma == "use" and predicate.group == predicate.first
    if barred(predicate, reading) or (habit and _behind(predicate, reading) == ("to",)):
        return False  # "used to be tested"
    if frame.unlike and not set(frame.unlike).isdisjoint(
        reading.between(max(0, predicate.group - _UNLIKE), predicate.group)
    ):
        return False
    if frame.lasting and predicate.form in {"third", "base"} and predicate.group == predicate.first:
        return not _OVER.isdisjoint(reading.between(predicate.last, predicate.last + 3))
    if frame.unless and any(
        word in frame.unless for word in reading.between(predicate.last, predicate.last + 4)
    ):
        return False
    if not frame.near or (frame.at_place and _hits_place(predicate, reading)):
        return True
    if frame.weapon == "used":
        return not set(reading.tokens.norms).isdisjoint(frame.near)
    near = reading.between(max(0, predicate.group - 6), predicate.last + 8)
    return not set(near).isdisjoint(frame.near)


def _behind(predicate: Predicate, reading: Reading) -> tuple[str, ...]:
    return reading.between(predicate.last, predicate.last + 1)


def barred(predicate: Predicate, reading: Reading) -> bool:
    """Whether a word of its sentence forbids the frame: no "imitating" where a target is struck."""
    words = predicate.frame.barred
    return bool(words) and not set(reading.tokens.norms).isdisjoint(words)


def for_purpose(predicate: Predicate, reading: Reading) -> bool:
    """ "Deployed destroyers TO INTERCEPT missiles": what a weapon is there for."""
    return "to" in reading.between(predicate.group, predicate.first) and any(
        item.kind == "weapon" and reading.place_of(item)[1] == predicate.group
        for item in reading.mentions
    )


def _hits_place(predicate: Predicate, reading: Reading) -> bool:
    """ "Struck the port of Strelsau": a place right behind the verb."""
    return any(
        item.kind == "place" and 0 <= reading.place_of(item)[0] - predicate.last <= _PLACED
        for item in reading.mentions
    ) and not set(reading.text_between(predicate.last, predicate.last + 1)) & {",", ";", "("}
