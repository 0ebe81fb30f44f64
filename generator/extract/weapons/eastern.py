"""How far a Chinese, Japanese or Korean verb governs a weapon of its sentence."""

from __future__ import annotations

from collections.abc import Collection

from generator.extract.weapons.words import Words
from generator.text.grammar import Predicate
from generator.text.reading import Reading
from generator.text.widths import full_width

_FAR = 60
_CLAUSES = 2
_NEAR = 6


def eastern_cost(
    predicate: Predicate,
    place: tuple[int, int],
    reading: Reading,
    *,
    cues: Words,
) -> float | None:
    """How well the verb governs the weapon at a token range; None if it does not. It may stand on
    either side; two commas away is another clause, and where help is given, no weapon is. A
    deed that only says when ("after the launch") governs nothing."""
    first, last = place
    if reading.text_between(predicate.last, predicate.last + _NEAR).startswith(tuple(cues.moments)):
        return None
    if predicate.frame.type == "supplies" and _gives_help(predicate, reading, cues.help_given):
        return None
    low, high = (last, predicate.first) if last <= predicate.first else (predicate.last, first)
    gap = full_width(reading.text_between(low, high))
    commas = gap.count("，")
    if set(gap) & {"。", "；", ";"} or high - low > _FAR or commas >= _CLAUSES:
        return None
    return 1.0 + 0.05 * (high - low) + 0.5 * commas


def _gives_help(predicate: Predicate, reading: Reading, words: Collection[str]) -> bool:
    """The word for help stands right before or behind the verb."""
    begin = reading.tokens.starts[predicate.first]
    end = reading.tokens.ends[predicate.last - 1]
    near = reading.sentence.text[max(0, begin - _NEAR) : end + _NEAR]
    return any(word in near for word in words)
