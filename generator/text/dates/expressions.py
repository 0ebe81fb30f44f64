"""Where a text speaks of dates, and what the words mean before anything is counted from them.

Decides alone which characters are a date: "in May" is, "it may" is not; "on the 14th" is, "the
14th Party Congress" is not. What day is meant is decided by :mod:`generator.text.dates.calendar`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.dates import DateCues, Edge
from generator.text.dates.grammar import Grammar, grammar, latin_words
from generator.text.dates.meanings import (
    Calendar,
    DayOfMonth,
    Direction,
    Hanging,
    Inside,
    Meaning,
    Relative,
    RelativeMonths,
    Stretch,
    Weekday,
)
from generator.text.dates.reading import LEAD, Reader
from generator.text.phrases import pieces
from generator.text.starts import WORD_START, holds_digit, matches_at

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
REACH = 45
"""Characters looked at on either side of a word that a date may hold."""


OWN_SIDE: dict[str, Direction] = {
    "early": "past",
    "late": "future",
    "end": "future",
    "weekend": "unknown",
}


class DateMatch(Struct, frozen=True, kw_only=True):
    """``start`` and ``end`` include the words that belong to the date ("by the end of 2027");
    ``core`` is where the date itself starts. ``direction`` is what its own words say."""

    start: int
    end: int
    core: int
    meaning: Meaning
    edge: Edge = "on"
    direction: Direction = "unknown"


def _triggers(text: str, patterns: Grammar) -> dict[str, list[tuple[int, int]]]:
    """Where the words stand that every date holds, by their kind."""
    found: dict[str, list[tuple[int, int]]] = {}
    digits = holds_digit(text)
    # Looking at every letter is dear, and half of all sentences name no date.
    simple = not digits and text.isascii() and "_" not in text
    latin = pieces(text) if simple else frozenset(latin_words(text))
    scripted = not simple and patterns.script.search(text) is not None
    if scripted or not patterns.latin.isdisjoint(latin):
        lower = text.lower()
        places: Iterable[re.Match[str]]
        if scripted or len(lower) != len(text):
            places = patterns.trigger.finditer(text)
        else:
            words = [
                at
                for at in patterns.heads.places(lower, latin)
                if not at or lower[at - 1] not in _LETTERS
            ]
            numerals = [one.start() for one in patterns.numeral.finditer(text)] if digits else []
            places = matches_at(patterns.trigger, text, sorted((*words, *numerals)))
        for trigger in places:
            kind = patterns.kinds.get(" ".join(trigger[0].split()), "digit")
            found.setdefault(kind, []).append(trigger.span())
    elif digits and (spans := [trigger.span() for trigger in patterns.numeral.finditer(text)]):
        found["digit"] = spans
    return found


def _windows(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of text around those places, merged and cut at white space."""
    start = end = -1
    for left, right in spans:
        low, high = max(0, left - REACH), min(len(text), right + REACH)
        while high < min(len(text), right + 2 * REACH) and not text[high].isspace():
            high += 1
        if low <= end:
            end = max(end, high)
            continue
        if end >= 0:
            yield start, end
        start, end = low, high
    if end >= 0:
        yield start, end


def _readings(
    text: str, triggers: Mapping[str, list[tuple[int, int]]], reader: Reader
) -> Iterator[tuple[int, int, int, Meaning]]:
    """Start, end, rank and meaning of all that can be read as a date around the triggers."""
    plain = text.isascii()
    starts = [start.start() for start in WORD_START.finditer(text)]
    for kinds, rules in reader.patterns.rules:
        spans = [span for kind in kinds for span in triggers.get(kind, ())]
        if not spans:
            continue
        windows = []
        for low, high in _windows(text, sorted(spans)):
            near = starts[bisect_left(starts, low) : bisect_left(starts, high)]
            windows.append((high, near, {text[place] for place in near}))
        for rule in rules:
            if rule.marked and plain:
                continue
            opening = rule.opening if plain else None
            for high, near, signs in windows:
                places = near
                if opening is not None:  # none of its characters, for most rules
                    if opening.isdisjoint(signs):
                        continue
                    places = [place for place in near if text[place] in opening]
                for match in matches_at(rule.pattern, text, places, end=high):
                    meaning = reader.read(rule.name, match)
                    if meaning is not None:
                        yield match.start(), match.end(), rule.rank, meaning


@lru_cache(maxsize=2048)
def find(text: str, *, cues: DateCues) -> tuple[DateMatch, ...]:
    """All dates in reading order; they do not overlap. Offsets count characters of ``text``."""
    patterns = grammar(cues)
    triggers = _triggers(text, patterns)
    if not triggers:
        return ()
    found = list(_readings(text, triggers, Reader(cues, patterns, text, set())))
    found.sort(key=lambda f: (f[0] - f[1], f[2], f[0]))
    taken: list[tuple[int, int, Meaning]] = []
    marks = bytearray(len(text))
    for start, end, _, meaning in found:
        if not any(marks[start:end]):
            marks[start:end] = b"\x01" * (end - start)
            taken.append((start, end, meaning))
    taken.sort(key=lambda t: t[0])
    matches: list[DateMatch] = []
    floor = 0
    for start, end, meaning in taken:
        widened = _widen(text, (start, end), meaning, patterns=patterns, floor=floor)
        if widened:
            matches.append(widened)
            floor = widened.end
    return tuple(matches)


def _widen(
    text: str, core: tuple[int, int], meaning: Meaning, *, patterns: Grammar, floor: int
) -> DateMatch | None:
    """Take in the words around a date that belong to it; None for recurring dates."""
    start, end = core
    if patterns.refused_before.search(text[max(0, start - LEAD) : start]):
        return None
    low = start
    edge: Edge = "on"
    while lead := patterns.before.search(text[max(floor, low - LEAD) : low]):
        if low < start and lead[0].lower().startswith("over"):
            break  # "handed over in 2031"
        low -= len(lead[0])
        edge = next((e for e, shape in patterns.edge if e != "on" and shape.match(lead[0])), edge)
    day = isinstance(meaning, Weekday | Calendar | Relative | DayOfMonth | Inside | Hanging)
    if day and (follow := patterns.after.match(text, end)):
        end = follow.end()
    if edge == "since" and isinstance(meaning, Calendar) and meaning.first != meaning.last:
        edge = "on"
    own: Direction = "unknown"
    if isinstance(meaning, Relative) and meaning.offset:
        own = "past" if meaning.offset < 0 else "future"
    elif isinstance(meaning, Relative):
        own = OWN_SIDE.get(meaning.part or meaning.unit, "present")
    elif isinstance(meaning, Stretch):
        own = "past" if meaning.sign < 0 else "future"
        edge = "until" if meaning.sign > 0 and edge == "on" else edge
    elif isinstance(meaning, Inside) and meaning.offset:
        own = "past" if meaning.offset < 0 else "future"
    elif isinstance(meaning, Weekday | RelativeMonths) and meaning.which:
        own = "past" if meaning.which < 0 else "future"
    return DateMatch(start=low, end=end, core=start, meaning=meaning, edge=edge, direction=own)
