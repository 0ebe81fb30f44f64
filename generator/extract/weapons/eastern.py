"""How far a Chinese, Japanese or Korean verb governs a weapon of its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from generator.extract.weapons.words import Words
from generator.model import Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate
from generator.text.widths import full_width

_FAR = 60
_CLAUSES = 2
_NEAR = 6
_OBJECT = 12
_HEAD = 8
_TAIL = 4
_ASIDE = 30
_OPENING = ' “「『‘"《'
_BRACKET = re.compile(r"^ ?[(（][^()（）]{1,20}[)）]")


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
    behind = reading.text_between(predicate.last, predicate.last + _NEAR)
    if behind.lstrip().startswith(tuple(cues.moments)):
        return None
    if predicate.last <= first and behind.startswith(tuple(cues.plans)):
        return None  # "发射计划、经改良的火箭": the plan is another thing
    if for_another(last, reading, cues) or _behind_its_object(predicate, first, reading):
        return None
    if predicate.frame.type == "develops" and _receives(last, reading, cues):
        return None
    if predicate.frame.type == "supplies" and _gives_help(predicate, reading, cues.help_given):
        return None
    if last <= predicate.first and _of_what_follows(last, predicate, reading, cues):
        return None
    low, high = (last, predicate.first) if last <= predicate.first else (predicate.last, first)
    gap = full_width(reading.text_between(low, high))
    commas = gap.count("，")
    if set(gap) & {"。", "；", ";"} or high - low > _FAR or commas >= _CLAUSES:
        return None
    return 1.0 + 0.05 * (high - low) + 0.5 * commas


def _of_what_follows(last: int, predicate: Predicate, reading: Reading, cues: Words) -> bool:
    """ "X함을 보냈으며, 공군이 도입하는 'Y'": a Korean verb that describes the weapon behind it
    says nothing of one before the comma."""
    end = reading.tokens.ends[predicate.last - 1]
    tail = reading.sentence.text[end : end + _TAIL]
    ending = next((one for one in cues.describing if tail.startswith(one)), "")
    gap = full_width(reading.text_between(last, predicate.first))
    behind = [reading.place_of(item)[0] for item in reading.mentions if item.kind == "weapon"]
    near = any(0 <= at - predicate.last <= _HEAD for at in behind)
    return bool(ending) and bool(set(gap) & {"，", ","}) and near


def _receives(last: int, reading: Reading, cues: Words) -> bool:
    """ "X에 탑재될": what another weapon is put on."""
    end = reading.tokens.ends[last - 1]
    return reading.sentence.text.startswith(tuple(cues.receiving), end)


def _gives_help(predicate: Predicate, reading: Reading, words: Collection[str]) -> bool:
    """The word for help stands right before or behind the verb."""
    begin = reading.tokens.starts[predicate.first]
    end = reading.tokens.ends[predicate.last - 1]
    near = reading.sentence.text[max(0, begin - _NEAR) : end + _NEAR]
    return any(word in near for word in words)


def fires_itself(predicate: Predicate, reading: Reading, cues: Words) -> bool:
    """Whether a verb is one of firing: a ship or an aircraft beside it fires, and is not fired."""
    word = reading.words(predicate.first, predicate.last) if predicate.is_east_asian else ""
    return any(part in word for part in cues.firing)


def for_another(last: int, reading: Reading, cues: Words) -> bool:
    """The weapon that ends before a token is only what something else is for: "ICBM용 엔진"."""
    end = reading.tokens.ends[last - 1]
    return _BRACKET.sub("", reading.sentence.text[end : end + _ASIDE]).startswith(
        tuple(cues.used_for)
    )


def likeness(first: int, reading: Reading, cues: Words) -> bool:
    """The weapon at a token is only what another one is like: "X版“Y”"."""
    before = reading.sentence.text[: reading.tokens.starts[first]].rstrip(_OPENING)
    return before.endswith(tuple(cues.versions))


def _behind_its_object(predicate: Predicate, first: int, reading: Reading) -> bool:
    """ "从发射导弹的X郡到“Y”基地": a Chinese verb and its object that only describe what
    follows them say nothing of a weapon behind that."""
    for item in reading.mentions:
        begin, end = reading.place_of(item)
        if item.kind != "weapon" or not predicate.last <= begin < first:
            continue
        near = begin - predicate.last <= _OBJECT
        described = reading.between(end, end + 1) == ("的",) and first - end > _HEAD
        if near and described:
            return True
    return False


def nearer(
    predicate: Predicate, mention: Mention, reading: Reading, flies: Callable[[str], bool]
) -> bool:
    """Whether an East Asian verb of firing has a weapon that flies closer by than this one."""
    if not predicate.is_east_asian:
        return False

    def gap(item: Mention) -> int:
        first, last = reading.place_of(item)
        return max(predicate.first - last, first - predicate.last)

    own = gap(mention)
    return any(
        item.kind == "weapon" and item != mention and gap(item) < own and flies(item.entity)
        for item in reading.mentions
    )
