"""Question: which dates does the article name, and which days are they?

Decides alone whether a date lies behind or ahead of the article (tense, or comparison once the
article's date is known) and says in one sentence what each resolution rests on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.knowledge.cues.dates import DateCues
from generator.knowledge.language import Language
from generator.model import DateExpression, Document, PublicationDate, Sentence
from generator.text.dates.calendar import Interval, anchor_of, resolve, stated
from generator.text.dates.expressions import DateMatch, find
from generator.text.dates.grammar import alternatives
from generator.text.dates.hanging import hung
from generator.text.dates.meanings import (
    Calendar,
    DayOfMonth,
    Direction,
    Hanging,
    Open,
    Stretch,
    Weekday,
)
from generator.text.reading import RUN_ON
from generator.text.starts import WORD_START, matches_at
from generator.text.tries import alternation

NEAR = 40
"""Characters between a clock time and the date it belongs to, at most."""
AROUND = 400
"""Characters to either side of a date in which its tense is looked for, in text without stops."""


class _Tense(Struct, frozen=True, kw_only=True):
    cue: re.Pattern[str]
    heads: frozenset[str]
    """First words of the cues but for those in "-ed", small."""
    fixed: re.Pattern[str]
    since: re.Pattern[str]
    opens: re.Pattern[str]
    breaks: re.Pattern[str]
    clock: re.Pattern[str]


@lru_cache(maxsize=8)
def _tense(cues: DateCues) -> _Tense:
    zones = alternation(cues.zones)
    words = (*_MODALS, *cues.future, *cues.past)
    firsts = (WORD_START.match(word.lower()) for word in words)
    return _Tense(
        heads=frozenset(first.group() for first in firsts if first is not None),
        cue=re.compile(
            rf"(?P<future>{_MODAL} be [a-z]{{2,20}}ed(?![a-z])|{alternatives(cues.future)})"
            rf"|(?P<past>{alternatives(cues.past)}|"
            rf"(?<![A-Za-z])(?<!\bbe )(?<!\bis )(?<!\bare ){_ATTRIBUTIVE}"
            rf"(?!{alternatives(cues.not_past)})"
            r"[A-Za-z]{2,20}ed(?![A-Za-z]))"
        ),
        fixed=re.compile(rf"{alternatives(cues.fixed_for)}\s{{1,3}}(?:the\s)?$"),
        since=re.compile(alternatives(cues.since_after)),
        opens=re.compile(rf"{alternatives(cues.opens_last)}[.\"')”’]{{0,3}}\s*$"),
        breaks=re.compile(alternation(cues.clause_breaks)),
        clock=re.compile(
            r"(?<![\d.])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s{0,2}"
            rf"(?P<half>[ap]\.?m\.?)?\s{{0,2}}\(?(?P<zone>{zones})(?![A-Za-z])"
        ),
    )


_ATTRIBUTIVE = "".join(
    rf"(?<!\b{word} )"
    for word in ("the", "a", "an", "its", "their", "his", "her", "our", "of", "with", "for", "no")
)
""" "The ARMED drone" has no verb."""
_MODALS = ("is", "are", "to", "will", "shall", "would", "must", "should", "may", "might", "could",
           "can")  # fmt: skip
_MODAL = rf"(?<![A-Za-z])(?:(?:is |are )?to|{'|'.join(_MODALS[3:])})"
_TO_DO = re.compile(r"\bto [a-z]+\b(?: [\w'-]+){0,12} ?$")
"""An infinitive before a deadline: "ordered the yard to finish it by October 10"."""
_ABLE = re.compile(r"\b(?:that|which)\s(?:can|could|would)\b", re.IGNORECASE)
"""What a thing can do says nothing of when: "showed a missile that could reach us on Sunday"."""


def _nearest_cue(text: str, at: int, tense: _Tense) -> Direction:
    """The tense word closest before ``at``, or else the first after it."""
    found: Direction = "unknown"
    places = [
        word.start()
        for word in WORD_START.finditer(text)
        if (letters := word.group()).endswith("ed") or letters.lower() in tense.heads
    ]
    for match in matches_at(tense.cue, text, places):
        if match.end() > at and found != "unknown":
            break
        if match[0] == "May" and match.start():
            continue  # the month
        if found == "past" and _ABLE.search(text, max(0, match.start() - 8), match.end()):
            continue
        found = "future" if match["future"] else "past"
        if match.end() > at:
            break
    return found


def direction_of(text: str, match: DateMatch, *, cues: DateCues) -> Direction:
    """Behind or ahead, by the date's own words, then its clause, then its sentence."""
    if match.direction != "unknown":
        return match.direction
    if len(text) > RUN_ON:
        low = max(0, match.start - AROUND)
        text = text[low : match.end + AROUND]
        match = replace(match, start=match.start - low, end=match.end - low, core=match.core - low)
    tense = _tense(cues)
    if tense.fixed.search(text, max(0, match.core - 40), match.core):
        return "future"
    if tense.since.match(text, match.end) and tense.opens.search(
        text, max(match.end, len(text) - 20)
    ):
        return "future"  # "FROM the 10th they HOLD a drill"
    left, right = 0, len(text)
    for stop in tense.breaks.finditer(text):
        if stop.end() <= match.start:
            left = stop.end()
        elif stop.start() >= match.end:
            right = stop.start()
            break
    deadline = match.edge == "until" and text[match.start : match.start + 3].lower() == "by "
    if deadline and _TO_DO.search(text[left : match.start]):
        return "future"
    blank = text[: match.start] + " " * (match.end - match.start) + text[match.end :]
    found = _nearest_cue(blank[left:right], match.start - left, tense)
    if found == "unknown" and (left, right) != (0, len(text)):
        found = _nearest_cue(blank, match.start, tense)
    return found


def _clock_note(text: str, match: DateMatch, *, cues: DateCues) -> str:
    """A sentence where a clock time in another zone falls on another day at home."""
    home = cues.zones[cues.home_zone]
    low, high = max(0, match.start - NEAR), min(len(text), match.end + NEAR)
    near = text[low:high]
    if not any(zone in near for zone in cues.zones):
        return ""
    for clock in _tense(cues).clock.finditer(text, low, high):
        hour = int(clock["hour"])
        if clock["half"]:
            hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
        local = hour + home - cues.zones[clock["zone"]]
        if not 0 <= local < 24:
            day = "the day after" if local >= 24 else "the day before"
            minute = clock["minute"] or "00"
            return (
                f" {hour:02}:{minute} {clock['zone']} is {local % 24:02}:{minute} "
                f"{cues.home_zone} on {day}."
            )
    return ""


def _why_open(match: DateMatch) -> str:
    """What is missing, for a date that cannot be resolved from its own words."""
    meaning = match.meaning
    if isinstance(meaning, Open):
        return meaning.why
    if isinstance(meaning, Hanging):
        return "It counts from another date of the text."
    if isinstance(meaning, Stretch) and meaning.count is None:
        return "The words give no number of days."
    if isinstance(meaning, Calendar):
        return "The year is not stated."
    if isinstance(meaning, DayOfMonth):
        return "The month and the year are not stated."
    return "It counts from the article's date, which is not known well enough."


def _expression(sentence: Sentence, match: DateMatch, *, cues: DateCues) -> DateExpression:
    found = stated(match.meaning)
    why = (found.why if found else _why_open(match)) + _clock_note(sentence.text, match, cues=cues)
    return DateExpression(
        start=sentence.start + match.start,
        end=sentence.start + match.end,
        sentence=sentence.id,
        surface=sentence.text[match.start : match.end],
        first=found.first.isoformat() if found else None,
        last=found.last.isoformat() if found else None,
        precision=found.precision if found else None,
        relation=direction_of(sentence.text, match, cues=cues),
        edge=match.edge,
        why=why,
    )


def find_dates(document: Document, *, language: Language) -> tuple[DateExpression, ...]:
    """Every date of the document. One without a year, or counted from the article's date, has
    ``first`` and ``last`` None and says why."""
    cues = language.dates
    return tuple(
        _expression(sentence, match, cues=cues)
        for sentence in document.sentences
        for match in find(sentence.text, cues=cues)
    )


def _basis(match: DateMatch, published: PublicationDate, direction: Direction) -> str:
    """The sentence that says what a resolved date counts from."""
    date = f"the article's date, {published.value} ({published.basis})"
    if isinstance(match.meaning, Calendar):
        side = {"past": "before ", "future": "after "}.get(direction, "to ")
        return f"The year is not stated; it is the one nearest {side}{date}."
    if isinstance(match.meaning, DayOfMonth):
        return f"The month is not stated; it is the one nearest {date}."
    if isinstance(match.meaning, Weekday):
        return f"The weekday is the one nearest {date}."
    return f"Counted from {date}."


def _relation(interval: Interval, anchor: Interval, said: Direction) -> Direction:
    if interval.last < anchor.first:
        return "past"
    if interval.first > anchor.last:
        return "future"
    return "present" if said == "unknown" or interval.precision == "day" else said


def resolve_dates(
    expressions: tuple[DateExpression, ...],
    document: Document,
    *,
    published: PublicationDate,
    language: Language,
) -> tuple[DateExpression, ...]:
    """The same dates, the open ones counted from the article's date as far as it is known, and
    those that hang on another date of the text from that one.

    An article date of month precision carries "this month" and "the 14th", never "yesterday".
    """
    known: dict[tuple[int, int], DateMatch] = {}
    for identity in {e.sentence for e in expressions}:
        sentence = document.sentence(identity)
        for match in find(sentence.text, cues=language.dates):
            known[sentence.start + match.start, sentence.start + match.end] = match
    anchor = anchor_of(published.value) if published.value else None
    if anchor is not None:
        expressions = _counted(expressions, known, anchor=anchor, published=published)
    return hung(expressions, known, document, cues=language.dates)


def _counted(
    expressions: tuple[DateExpression, ...],
    known: Mapping[tuple[int, int], DateMatch],
    *,
    anchor: Interval,
    published: PublicationDate,
) -> tuple[DateExpression, ...]:
    """The dates that the article's own day carries."""
    resolved: list[DateExpression] = []
    for expression in expressions:
        match_at = known.get((expression.start, expression.end))
        if match_at is None:
            resolved.append(expression)
            continue
        found = resolve(match_at.meaning, anchor=anchor, direction=expression.relation)
        if found is None:
            resolved.append(expression)
            continue
        why = expression.why
        if expression.first is None:
            note = why.removeprefix(_why_open(match_at))
            why = _basis(match_at, published, expression.relation) + note
        within = _relation(found, anchor, expression.relation)
        resolved.append(
            replace(
                expression,
                first=found.first.isoformat(),
                last=found.last.isoformat(),
                precision=found.precision,
                relation=within,
                why=why,
            )
        )
    return tuple(resolved)
