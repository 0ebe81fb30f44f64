"""With what character each shape of a date can begin in plain text.

Decides where a shape is tried at all: of the twenty places in a stretch of text where a word
begins, a shape that begins with a month is tried at two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.knowledge.cues.dates import DateCues

_DIGITS = tuple("0123456789")
_THE = ("the",)


def openings(cues: DateCues) -> Mapping[str, frozenset[str]]:
    """For each shape the characters in ASCII that a match of it may begin with; a shape that is
    not listed may begin with any."""
    months = (*cues.months, *cues.months_short)
    weekdays = (*cues.weekdays, *cues.weekdays_short)
    parts = [form for forms in cues.parts.values() for form in forms]
    counts = (*_DIGITS, *cues.numbers, *cues.vague_numbers)
    between = ("between",)
    first: Mapping[str, Iterable[str]] = {
        "iso": _DIGITS,
        "slashed": _DIGITS,
        "month_day": (*weekdays, *months),
        "day_month": (*weekdays, *_DIGITS),
        "month": (*parts, *cues.fractions, *months),
        "year_part": (*parts, *cues.fractions, *cues.seasons),
        "era": cues.eras,
        "decade": (*_THE, *parts, *_DIGITS),
        "years": _DIGITS,
        "which_part": parts,
        "which": cues.which,
        "fraction_which": cues.fractions,
        "ago": counts,
        "stretch": (*_THE, *cues.stretch_past, *cues.stretch_future),
        "within": cues.within,
        "fixed": cues.relative,
        "unanchored": cues.unanchored,
        "weekday": cues.weekdays,
        "day_of_month": _THE,
        "between_days": between,
        "between_months": between,
        "between_years": between,
        "between_thirds": between,
        "of_a_year": (*_DIGITS, *months),
        "of_a_month": _THE,
        "of_a_week": (*cues.weekdays, *cues.which),
        "era_day": cues.eras,
        "from_event": (*_DIGITS, *_THE, "a", *cues.numbers),
    }
    return {
        name: frozenset(case for word in words for case in (word[0].lower(), word[0].upper()))
        for name, words in first.items()
    }


def counted(cues: DateCues) -> tuple[str, ...]:
    """What stands at the end of "三天前", "사흘 전" and the like: it tells that a date is there."""
    sides = (*cues.cjk_ago, *cues.cjk_from_now)
    gaps = ("", " ")
    units = (*cues.cjk_units, *cues.cjk_days)
    ends = (f"{unit}{gap}{side}" for unit in units for gap in gaps for side in sides)
    opens = (f"{side}{number}" for side in cues.counted_sides for number in cues.cjk_numbers)
    return (*ends, *(one for one in opens if not one[0].isascii()))
