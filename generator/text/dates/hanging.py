"""Dates that hang on another date or on an event of the text.

Decides from which day "the following day", "two weeks earlier" and "the day after the test" are
counted, and that they stay open where two days are named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache

from msgspec.structs import replace

from generator.knowledge.cues.dates import DateCues
from generator.model import DateExpression, Document
from generator.text.dates.calendar import Interval, anchor_of, resolve
from generator.text.dates.expressions import DateMatch
from generator.text.dates.meanings import Hanging, Relative

_LEAD = 5
"""Sentences of the opening, where the event of the article is told."""
_BESIDE = 70
"""Characters between an event and its day, at most."""
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|warned|added|according|statement|confirmed|denied|"
    r"called|condemned|urged|published|released)\b[^,;]{0,30}$"
)
"""Words of speech right before a day: it is theirs, not the event's."""
_COMES = re.compile(r"\b(?:c[ao]mes?|coming|follow(?:s|ed|ing)?)\b[^,;.]{0,20}$")
""" "The launch came two days after a test": the day that is told is that of the launch."""


def hung(
    expressions: tuple[DateExpression, ...],
    known: Mapping[tuple[int, int], DateMatch],
    document: Document,
    *,
    cues: DateCues,
) -> tuple[DateExpression, ...]:
    """ "The following day", counted from the one day that stands before it in its sentence, else
    in the sentence before in the same paragraph. Where two stand there it stays open."""
    done: list[DateExpression] = []
    for expression in expressions:
        match = known.get((expression.start, expression.end))
        meaning = match.meaning if match else None
        if not isinstance(meaning, Hanging):
            done.append(expression)
            continue
        base = None
        if not meaning.event:
            base = _base(expression, done, document, unit=meaning.unit)
        elif not _comes(expression, document):
            base = _event_day(meaning.event, expressions, document, cues=cues)
        found = None
        if base is not None and base.first is not None and (at := anchor_of(base.first)):
            step = Relative(unit=meaning.unit, offset=meaning.offset)
            found = resolve(step, anchor=at, direction="unknown")
            if found and meaning.unit == "week" and meaning.offset and match and _counts(match):
                day = at.first + timedelta(weeks=meaning.offset)
                found = Interval(first=day, last=day, precision="day")
        if found is None or base is None:
            done.append(expression)
            continue
        done.append(
            replace(
                expression,
                first=found.first.isoformat(),
                last=found.last.isoformat(),
                precision=found.precision,
                relation=base.relation if meaning.offset <= 0 else expression.relation,
                why=f'Counted from "{" ".join(base.surface.split())}".',
            )
        )
    return tuple(done)


def _comes(expression: DateExpression, document: Document) -> bool:
    sentence = document.sentence(expression.sentence)
    return _COMES.search(sentence.text, 0, expression.start - sentence.start) is not None


def _counts(match: DateMatch) -> bool:
    """Whether the words give a number ("two weeks earlier"), so that a day to the day is meant."""
    return match.direction == "unknown" and isinstance(match.meaning, Hanging)


_COARSE: dict[str, tuple[str, ...]] = {"month": ("day", "month"), "year": ("day", "month", "year")}


def _base(
    expression: DateExpression, before: list[DateExpression], document: Document, *, unit: str
) -> DateExpression | None:
    """The only date that ``expression`` can count from; None where there is none or a choice."""
    here = document.sentence(expression.sentence)
    number = int(expression.sentence[1:])
    near = [here.id]
    if number > 1 and document.sentences[number - 2].paragraph == here.paragraph:
        near.append(document.sentences[number - 2].id)
    enough = _COARSE.get(unit, ("day",))
    for identity in near:
        there = [
            one
            for one in before
            if one.sentence == identity
            and one.first
            and one.precision in enough
            and (one.precision != "day" or one.first == one.last)
            and one.relation != "future"
        ]
        if there:
            days = {(one.first, one.last) for one in there}
            return there[-1] if len(days) == 1 else None
    return _above(before, document, number) if unit == "day" else None


def _above(before: list[DateExpression], document: Document, number: int) -> DateExpression | None:
    """The one day of the paragraph above, for the first sentence of a paragraph."""
    here = document.sentences[number - 1]
    if number < 2 or document.sentences[number - 2].paragraph == here.paragraph:
        return None
    above = document.sentences[number - 2].paragraph
    near = [
        one
        for one in before
        if document.sentence(one.sentence).paragraph == above
        and one.precision == "day"
        and one.first == one.last
    ]
    alone = len({(one.first, one.last) for one in near}) == 1 and near[-1].relation != "future"
    return near[-1] if alone else None


@lru_cache(maxsize=64)
def _named(event: str, cues: DateCues) -> re.Pattern[str] | None:
    """Any word for the same kind of event, in any form."""
    group = next((one for one in cues.counted_from if event in one), None)
    if group is None:
        return None
    western = "|".join(re.escape(word.removesuffix("e")) for word in group if word.isascii())
    eastern = "|".join(re.escape(word) for word in group if not word.isascii())
    return re.compile(rf"(?i:\b(?:{western})(?:e|s|es|d|ed|ing|ings)?\b)|(?:{eastern})")


def _event_day(
    event: str, dates: tuple[DateExpression, ...], document: Document, *, cues: DateCues
) -> DateExpression | None:
    """The date of the one day on which such an event is told to have happened: in the opening,
    else in the whole article. None where there are two."""
    named = _named(event, cues)
    if named is None:
        return None
    told = [
        one
        for one in dates
        if one.first
        and one.first == one.last
        and one.precision == "day"
        and one.edge == "on"
        and one.relation != "future"
        and _beside(one, document, named, cues.told_behind)
    ]
    opening = [one for one in told if int(one.sentence[1:]) <= _LEAD]
    for among in (opening, told):
        if among:
            return among[0] if len({one.first for one in among}) == 1 else None
    return None


def _beside(
    one: DateExpression, document: Document, named: re.Pattern[str], words: tuple[str, ...]
) -> bool:
    sentence = document.sentence(one.sentence)
    start, end = one.start - sentence.start, one.end - sentence.start
    if _SAID.search(sentence.text, max(0, start - 60), start):
        return False
    if sentence.text[end : end + 12].lstrip().startswith(words):
        return False  # "조선중앙통신이 1일 보도했다"
    low, high = max(0, start - _BESIDE), min(len(sentence.text), end + _BESIDE)
    return named.search(sentence.text, low, high) is not None
