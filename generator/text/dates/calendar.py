"""What the words of a date mean, and the days they cover.

Decides alone how an open date (no year, a weekday, "two weeks ago") becomes an interval of days
when the day, month or year it counts from is known, and when it must stay open.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.dates import Part, Unit
from generator.model import Precision
from generator.text.dates.meanings import (
    Calendar,
    Direction,
    Hanging,
    Inside,
    Meaning,
    Open,
    Partial,
    Relative,
    RelativeMonths,
    Stretch,
    Weekday,
)

FIRST_YEAR, LAST_YEAR = 1000, 2999


class Interval(Struct, frozen=True, kw_only=True):
    """Inclusive days."""

    first: date
    last: date
    precision: Precision
    why: str = ""


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def partial_days(at: Partial, year: int) -> tuple[date, date] | None:
    """First and last day of ``at`` in that year; None for a day that does not exist."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if at.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if at.day is None:
        return date(year, at.month, 1), month_end(year, at.month)
    end = month_end(year, at.month)
    if at.day > end.day:
        return None
    day = end if at.day == 0 else date(year, at.month, at.day)
    return day, day


def precision_of(meaning: Calendar, first: date, last: date) -> Precision:
    if meaning.first.day is not None and meaning.last.day is not None:
        thirds = first.month == last.month and first.day in {1, 11, 21} and last > first
        return "month" if thirds and meaning.last.day in {0, 10, 20} else "day"
    return "year" if meaning.first.month is None and meaning.last.month is None else "month"


def in_year(meaning: Calendar, year: int) -> Interval | None:
    """The interval when the missing year is ``year``; None if no such day exists."""
    first_year = meaning.first.year or year
    last_year = meaning.last.year or first_year
    first, last = partial_days(meaning.first, first_year), partial_days(meaning.last, last_year)
    if first and last and last[1] < first[0] and meaning.last.year is None:
        last = partial_days(meaning.last, last_year + 1)
    if not first or not last or last[1] < first[0]:
        return None
    return Interval(
        first=first[0], last=last[1], precision=precision_of(meaning, first[0], last[1])
    )


def stated(meaning: Meaning) -> Interval | None:
    """The interval of a date that carries its own year."""
    if isinstance(meaning, Calendar) and meaning.first.year is not None:
        found = in_year(meaning, meaning.first.year)
        if found is None:
            return None
        why = "The year is stated."
        single = meaning.weekday is not None and found.first == found.last
        if single and found.first.isoweekday() != meaning.weekday:
            why = "The year is stated; the weekday named is not that of this date."
        return Interval(first=found.first, last=found.last, precision=found.precision, why=why)
    return None


def _distance(interval: Interval, anchor: Interval, direction: Direction) -> float:
    """Days between the interval and the anchor; what lies ahead counts double unless said."""
    if interval.first <= anchor.last and interval.last >= anchor.first:
        return 0
    if interval.last < anchor.first:
        gap = (anchor.first - interval.last).days
        return gap + 10_000 if direction == "future" else gap
    gap = (interval.first - anchor.last).days
    return gap if direction == "future" else gap * 2 + (10_000 if direction == "past" else 0)


def _nearest(meaning: Calendar, anchor: Interval, direction: Direction) -> Interval | None:
    years = range(anchor.first.year - 1, anchor.last.year + 2)
    choices = [found for year in years if (found := in_year(meaning, year))]
    if meaning.weekday:
        choices = [c for c in choices if c.first.isoweekday() == meaning.weekday]
    return min(choices, key=lambda c: (_distance(c, anchor, direction), c.first), default=None)


def add_months(day: date, months: int) -> date:
    """The first of the month that lies ``months`` away; clamped to the years dates know."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 10)
    return date(index // 12, index % 12 + 1, 1)


def day_beside(iso: str, step: int) -> str:
    """The ISO day ``step`` days away; the first and the last day that there are stay."""
    return _shift(date.fromisoformat(iso), step).isoformat()


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _unit_interval(unit: Unit, offset: int, anchor: Interval) -> Interval | None:
    """The unit ``offset`` away from that of the anchor; None if the anchor is too coarse."""
    at = anchor.first
    if unit in {"day", "hour", "week", "weekend"}:
        if anchor.precision != "day":
            return None
        if unit in {"day", "hour"}:
            day = _shift(at, offset if unit == "day" else 0)
            return Interval(first=day, last=day, precision="day")
        monday = _shift(at, 7 * offset - (at.isoweekday() - 1))
        first = _shift(monday, 5) if unit == "weekend" else monday
        return Interval(first=first, last=_shift(monday, 6), precision="day")
    if unit == "month":
        if anchor.precision == "year":
            return None
        first = add_months(at, offset)
        return Interval(first=first, last=month_end(first.year, first.month), precision="month")
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    start = (at.year // years + offset) * years if years > 1 else at.year + offset
    if not FIRST_YEAR <= start <= LAST_YEAR - years:
        return None
    return Interval(first=date(start, 1, 1), last=date(start + years - 1, 12, 31), precision="year")


def _part(whole: Interval, part: Part, anchor: Interval) -> Interval:
    """The part of a unit: "earlier this month" ends and "later this year" begins at the anchor."""
    here = whole.first <= anchor.first and anchor.last <= whole.last
    first, last = whole.first, whole.last
    third = ((last - first).days + 1) // 3
    if part == "early":
        last = anchor.last if here else first + timedelta(days=third - 1)
    elif part == "late":
        first = anchor.first if here else last - timedelta(days=third - 1)
    elif part == "mid":
        first, last = first + timedelta(days=third), last - timedelta(days=third)
    else:
        first = date(last.year, last.month, 1) if whole.precision == "year" else last
    return Interval(first=first, last=last, precision=whole.precision)


def _stretch(meaning: Stretch, anchor: Interval) -> Interval | None:
    count = (meaning.count or 0) * meaning.sign
    if meaning.unit in {"day", "hour", "week", "weekend"}:
        if anchor.precision != "day":
            return None
        days = {"day": count, "hour": -(-abs(count) // 24) * meaning.sign}.get(
            meaning.unit, count * 7
        )
        far, precision = _shift(anchor.first, days), "day"
    else:
        if meaning.unit == "month" and anchor.precision == "year":
            return None
        months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[meaning.unit]
        near = anchor.first if meaning.sign < 0 else anchor.last
        month = add_months(near, count * months)
        far = min(near.replace(day=1), month) if meaning.sign < 0 else month
        far = date(far.year, far.month, min(near.day, monthrange(far.year, far.month)[1]))
        precision = "month" if meaning.unit == "month" else "year"
    first, last = (far, anchor.last) if meaning.sign < 0 else (anchor.first, far)
    return Interval(
        first=first, last=last, precision="day" if precision == "day" else _coarse(precision)
    )


def _coarse(name: str) -> Precision:
    return "month" if name == "month" else "year"


def _weekday(meaning: Weekday, anchor: Interval, direction: Direction) -> date | None:
    if anchor.precision != "day":
        return None
    back = (anchor.first.isoweekday() - meaning.day) % 7
    if meaning.which == -1:
        return _shift(anchor.first, -(back or 7))
    if meaning.which == 1 or (direction == "future" and meaning.which is None):
        ahead = -back % 7
        return _shift(anchor.first, ahead or (7 if meaning.which == 1 else 0))
    if meaning.which == 0 and direction != "past":
        return _shift(anchor.first, -back % 7)
    return _shift(anchor.first, -back)


def _day_of_month(day: int, anchor: Interval, direction: Direction) -> date | None:
    if anchor.precision == "year":
        return None
    steps = (0, 1, 2) if direction == "future" else (0, -1, -2)
    for step in steps:
        month = add_months(anchor.first, step)
        days = partial_days(Partial(year=month.year, month=month.month, day=day), month.year)
        if days is None:
            continue
        if direction == "future" and days[0] >= anchor.first:
            return days[0]
        if direction != "future" and days[0] <= anchor.last:
            return days[0]
    return None


def resolve(meaning: Meaning, *, anchor: Interval, direction: Direction) -> Interval | None:
    """The interval counted from ``anchor``; None where the anchor does not say enough.

    A date without a year is the nearest fitting one, and among those the one in ``direction``.
    """
    if found := stated(meaning):
        return found
    if isinstance(meaning, Calendar):
        return None if anchor.precision == "year" else _nearest(meaning, anchor, direction)
    if isinstance(meaning, Relative):
        whole = _unit_interval(meaning.unit, meaning.offset, anchor)
        gone = meaning.unit == "weekend" and not meaning.offset and direction == "past"
        if gone and whole and whole.first > anchor.last:
            whole = _unit_interval("weekend", -1, anchor)
        return _part(whole, meaning.part, anchor) if whole and meaning.part else whole
    if isinstance(meaning, RelativeMonths):
        if anchor.precision == "year":
            return None
        months = Calendar(
            first=Partial(month=meaning.months[0]), last=Partial(month=meaning.months[1])
        )
        # In January the winter that began a year ago is still going on.
        ends = [found for y in range(-2, 2) if (found := in_year(months, anchor.first.year + y))]
        if meaning.which == 0:
            return min(ends, key=lambda c: _distance(c, anchor, "unknown"))
        if meaning.which < 0:
            over = [c for c in ends if c.last < anchor.first]
            return max(over, key=lambda c: c.first, default=None)
        return min((c for c in ends if c.first > anchor.last), key=lambda c: c.first, default=None)
    if isinstance(meaning, Stretch):
        return None if meaning.count is None else _stretch(meaning, anchor)
    if isinstance(meaning, Inside):
        return _inside(meaning, anchor)
    if isinstance(meaning, Open | Hanging):
        return None
    day = (
        _weekday(meaning, anchor, direction)
        if isinstance(meaning, Weekday)
        else _day_of_month(meaning.day, anchor, direction)
    )
    return Interval(first=day, last=day, precision="day") if day else None


def _inside(meaning: Inside, anchor: Interval) -> Interval | None:
    """The place in the week, month or year that lies so far away."""
    whole = _unit_interval(meaning.unit, meaning.offset, anchor)
    if whole is None:
        return None
    if meaning.weekday:
        day = _shift(whole.first, meaning.weekday - 1)
        return Interval(first=day, last=day, precision="day")
    month = whole.first.month if meaning.unit == "month" else None
    ends = [Partial(month=end.month or month, day=end.day) for end in (meaning.first, meaning.last)]
    return in_year(Calendar(first=ends[0], last=ends[1]), whole.first.year)


@lru_cache(maxsize=1024)
def anchor_of(value: str) -> Interval | None:
    """The interval of an ISO day, month or year; None for anything else."""
    pieces = value.split("-")
    if not 1 <= len(pieces) <= 3 or not all(p.isascii() and p.isdigit() for p in pieces):
        return None
    numbers = [int(p) for p in pieces]
    at = Partial(
        year=numbers[0],
        month=numbers[1] if len(numbers) > 1 else None,
        day=numbers[2] if len(numbers) > 2 else None,
    )
    if (at.month is not None and not 1 <= at.month <= 12) or at.day == 0:
        return None
    return in_year(Calendar(first=at, last=at), numbers[0])
