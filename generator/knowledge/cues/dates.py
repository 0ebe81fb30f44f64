"""What ``knowledge/language/dates.yml`` may say: the words of dates.

Compared by identity, so that patterns built from one value can be cached for it.
"""

from __future__ import annotations

from typing import Literal

from generator.knowledge.entities import Base

Unit = Literal["hour", "day", "week", "weekend", "month", "year", "decade", "century"]
Part = Literal["early", "mid", "late", "end"]
Edge = Literal["on", "before", "after", "since", "until"]
Words = tuple[str, ...]


class Offset(Base, frozen=True, kw_only=True, omit_defaults=True):
    """A word counted from the article's day: ``yesterday`` is one ``day`` back."""

    unit: Unit
    offset: int
    part: Part | None = None


class DateCues(Base, frozen=True, kw_only=True, eq=False):
    """The words; what each list does is said beside it in the file."""

    months: dict[str, int]
    months_short: dict[str, int]
    ambiguous_months: Words
    month_openers: Words
    not_after_ambiguous: Words
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    not_weekday_after: Words
    not_weekday_before: Words
    recurring: Words
    units: dict[Unit, Words]
    numbers: dict[str, int]
    vague_numbers: Words
    relative: dict[str, Offset]
    not_possessive: Words
    nowadays: Words
    happenings: Words
    which: dict[str, int]
    stretch_past: Words
    stretch_future: Words
    ago: Words
    from_now: Words
    anchored_elsewhere: dict[str, int]
    unanchored: dict[str, Offset]
    unanchored_beside: dict[str, tuple[str, str]]
    """For words that may be part of others: the signs that may stand before and behind them."""
    counted_from: tuple[tuple[str, ...], ...]
    counted_sides: dict[str, int]
    parts: dict[Part, Words]
    fractions: dict[str, tuple[int, int]]
    seasons: dict[str, tuple[int, int]]
    range_words: Words
    edges: dict[Edge, Words]
    within: Words
    day_parts: Words
    day_parts_after: Words
    year_openers: Words
    year_openers_weak: Words
    year_determiners: Words
    not_before_year: Words
    decade_marks: Words
    after_day_of_month: Words
    day_of_month_openers: Words
    eras: dict[str, int]
    cjk_year: Words
    cjk_month: Words
    cjk_day: Words
    cjk_not_day: Words
    cjk_decade: Words
    cjk_parts: dict[str, tuple[int, int]]
    cjk_thirds: dict[str, tuple[int, int]]
    cjk_weekdays: dict[str, int]
    cjk_numbers: dict[str, int]
    cjk_days: dict[str, int]
    cjk_units: dict[str, Unit]
    cjk_ago: Words
    cjk_from_now: Words
    zones: dict[str, int]
    home_zone: str = "UTC"
    """From the project's ``theatre.yml``."""
    future: Words
    past: Words
    not_past: Words
    fixed_for: Words
    since_after: Words
    opens_last: Words
    clause_breaks: Words
    anniversaries: Words
    anniversaries_cjk: Words
    looks_back_on: Words
    anniversaries_ahead: Words
    occasions: Words
    copyright: Words
    recency: Words
    not_in_office: Words
    planned: Words
    counted: Words
    told_behind: tuple[str, ...]
    """Words of report right behind a day, which is theirs and not the deed's."""
    told_before: tuple[str, ...]
    """Words of report right before a day of the week, on which the news was told."""
    day_labels: tuple[str, ...]
    """Words of a label, before a colon, whose day is not that of the article."""
    soonest: tuple[str, ...]
    """Words before a date that may lie ahead in any tense."""
    late: tuple[str, ...]
    """Words in a day of the week that put it at its end: the news may come on the next day."""
    since_behind: tuple[str, ...]
    """Words right behind a date from which something is counted."""
    last_time: tuple[str, ...]
    """Words of the time before the one that is news."""
    background: Words
    exercises: Words
