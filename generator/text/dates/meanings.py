"""What the words of a date can mean before anything is counted: one type for each way to say when.

Decides alone what is kept of the words; which days they are is asked of
:mod:`generator.text.dates.calendar`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.knowledge.cues.dates import Part, Unit

Direction = Literal["past", "present", "future", "unknown"]

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""How many days a month can have."""


class Partial(Struct, frozen=True, kw_only=True):
    """A day, month or year with None for what is not said. ``day`` 0 is the month's last."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Calendar(Struct, frozen=True, kw_only=True):
    """A place in the calendar. Both ends share the year that is missing, if it is."""

    first: Partial
    last: Partial
    weekday: int | None = None


class Weekday(Struct, frozen=True, kw_only=True):
    """``which``: -1 last, 0 this, 1 next, None not said. Monday is 1."""

    day: int
    which: int | None = None


class DayOfMonth(Struct, frozen=True, kw_only=True):
    day: int


class Relative(Struct, frozen=True, kw_only=True):
    """A unit counted from the article's day; ``part`` is the part of it that is meant."""

    unit: Unit
    offset: int
    part: Part | None = None


class RelativeMonths(Struct, frozen=True, kw_only=True):
    """Months of the year counted from the article's year or month: "last March"."""

    months: tuple[int, int]
    which: int


class Stretch(Struct, frozen=True, kw_only=True):
    """``count`` units up to the article's day (-1) or from it (1); None is no number."""

    unit: Unit
    count: int | None
    sign: Literal[-1, 1]


class Open(Struct, frozen=True, kw_only=True):
    """A date that hangs on another one, or whose number is vague."""

    why: str


class Inside(Struct, frozen=True, kw_only=True):
    """A place in the month or year ``offset`` away from the article's: "the 14th of last month",
    "December last year". ``weekday`` is one of the week that far away."""

    unit: Literal["week", "month", "year"]
    offset: int
    first: Partial = Partial()
    last: Partial = Partial()
    weekday: int | None = None


class Hanging(Struct, frozen=True, kw_only=True):
    """Counted from another date of the text: "the following day", "two weeks earlier"; with an
    ``event`` from the day on which that took place ("the day after the TEST")."""

    unit: Unit
    offset: int
    event: str = ""


Meaning = (
    Calendar | Weekday | DayOfMonth | Relative | RelativeMonths | Stretch | Inside | Hanging | Open
)


def given(digits: str | None) -> int | None:
    """A number, if the words of a date have one."""
    return int(digits) if digits else None


def days_between(
    year: int | None, month: int, day: int | None, month2: int, day2: int | None
) -> Calendar | None:
    """Both ends; None for a day that no such month has."""
    if (day or 0) > LONGEST[month - 1] or (day2 or 0) > LONGEST[month2 - 1]:
        return None
    early = year - 1 if year and month2 < month else year
    return Calendar(
        first=Partial(year=early, month=month, day=day),
        last=Partial(year=year, month=month2, day=day2),
    )


def one_day(year: int, month: int, day: int) -> Calendar | None:
    return days_between(year, month, day, month, day)


def on_weekday(found: Calendar | None, weekday: int | None) -> Calendar | None:
    if found is None or weekday is None:
        return found
    return Calendar(first=found.first, last=found.last, weekday=weekday)


def stands_alone(text: str, span: tuple[int, int], beside: tuple[str, str] | None) -> bool:
    """Whether words in a script without spaces are a date and no part of longer ones: ``beside``
    are the signs one of which must stand before and behind them, if there is any."""
    if beside is None:
        return True
    before, behind = text[: span[0]].rstrip()[-1:], text[span[1] :].lstrip()[:1]
    return (not beside[0] or not before or before in beside[0]) and (
        not beside[1] or not behind or behind in beside[1]
    )
