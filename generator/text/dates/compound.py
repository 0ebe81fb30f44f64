"""Dates of two pieces: "December last year", "between 3 and 5 March", "去年12月", "3월 3∼5일".

Decides alone which pieces stand together as one date. Each shape has a reader; both are looked
up by name where the single dates are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.knowledge.cues.dates import DateCues, Offset, Unit
from generator.text.dates import han
from generator.text.dates.meanings import (
    LONGEST,
    Calendar,
    Hanging,
    Inside,
    Meaning,
    Partial,
    Relative,
    days_between,
    given,
)
from generator.text.tries import alternation

_S = r"\s{1,3}"
_GAP = r"\s{0,2}"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:19|20|21)\d\d"
_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""First and last month of a third of a year."""
_TO = r"(?:[-‐‑–—~～∼〜至到]|부터|から)"

KINDS: Mapping[str, frozenset[str]] = {
    "between_days": frozenset({"month"}),
    "between_months": frozenset({"month"}),
    "between_years": frozenset({"digit"}),
    "between_thirds": frozenset({"digit"}),
    "of_a_year": frozenset({"month"}),
    "of_a_month": frozenset({"digit", "unit"}),
    "of_a_week": frozenset({"weekday"}),
    "era_day": frozenset({"era"}),
    "eastern_joined": frozenset({"fixed"}),
    "eastern_range": frozenset({"digit"}),
    "eastern_part": frozenset({"digit"}),
    "eastern_count": frozenset({"counted", "digit"}),
    "eastern_written": frozenset({"han"}),
    "from_event": frozenset({"unit", "fixed"}),
    "eastern_from_event": frozenset({"counted", "digit", "fixed"}),
}
"""The kinds of word of which each shape must hold one."""


def shapes(cues: DateCues, *, month: str, ordinal: str) -> tuple[tuple[str, str], ...]:
    """Name and source of every shape; ``month`` and ``ordinal`` are those of single dates."""
    y, m, d = (alternation(marks) for marks in (cues.cjk_year, cues.cjk_month, cues.cjk_day))
    not_day = f"(?!{alternation(cues.cjk_not_day)})"
    base = alternation(
        word for word, at in cues.relative.items() if not word.isascii() and _holds(at)
    )
    part = alternation((*cues.cjk_parts, *cues.cjk_thirds))
    which = alternation(word for word in ("last", "this", "next"))
    counted = alternation((*cues.cjk_numbers, *cues.cjk_days))
    weekday = alternation(cues.weekdays)
    day = f"(?:{_DAY}|{han.DAY})"
    listed = [word for group in cues.counted_from for word in group]
    sides = [word for word in cues.counted_sides if not word.isascii()]
    number = rf"(?:(?P<digits>\d{{1,3}})|(?P<word>{counted}))"
    unit = alternation(
        form for kind in ("day", "week", "month", "year") for form in cues.units[kind]
    )
    return (
        (
            "from_event",
            rf"(?i:(?P<count>\d{{1,3}}|the|a|{alternation(cues.numbers)}){_S}(?P<unit>{unit}){_S}"
            rf"(?P<side>after|before){_S}(?:(?:the|its|his|her|their|that|this|a|an){_S})?"
            rf"(?:[\w'’-]{{1,20}}{_S}){{0,2}}?(?P<event>{alternation(filter(str.isascii, listed))})"
            r"(?:s|d|ed)?)"
            r"(?!\w)",
        ),
        (
            "eastern_from_event",
            rf"(?P<event>{alternation(w for w in listed if not w.isascii())}){_GAP}"
            rf"(?:(?P<first>{alternation(sides)}){_GAP}(?:第)?)?{number}{_GAP}"
            rf"(?P<unit>{alternation(cues.cjk_units)})?{_GAP}(?P<side>{alternation(sides)})?",
        ),
        (
            "between_days",
            rf"[Bb]etween{_S}(?P<day>{_DAY}){ordinal}?{_S}and{_S}(?P<day2>{_DAY}){ordinal}?{_S}"
            rf"(?:of{_S})?(?P<month>{month})(?:,?{_S}(?P<year>{_YEAR})(?!\d))?",
        ),
        (
            "between_months",
            rf"[Bb]etween{_S}(?:(?P<day>{_DAY}){_S})?(?P<month>{month})(?:{_S}(?P<dayb>{_DAY}))?"
            rf"(?:,?{_S}(?P<year0>{_YEAR}))?{_S}and{_S}(?:(?P<day2>{_DAY}){_S})?"
            rf"(?:(?P<month2>{month})(?:{_S}(?P<day2b>{_DAY})(?!\d))?|(?P<day2c>{_DAY})(?![\d:.]))"
            rf"(?:,?{_S}(?P<year>{_YEAR})(?!\d))?",
        ),
        (
            "between_years",
            rf"[Bb]etween{_S}(?P<year>{_YEAR}){_S}and{_S}(?P<year2>{_YEAR})(?![\d%])(?!{_S}"
            rf"{alternation(cues.not_before_year)}\b)",
        ),
        (
            "between_thirds",
            rf"[Bb]etween{_S}(?:the{_S})?(?:(?P<third>early|mid|late)[\s-]{{1,2}}|(?P<month>{month})"
            rf",?{_S})(?P<year>{_YEAR}){_S}and{_S}(?:the{_S})?(?:(?P<third2>early|mid|late)"
            rf"[\s-]{{1,2}}|(?P<month2>{month}),?{_S})(?P<year2>{_YEAR})(?!\d)",
        ),
        (
            "of_a_year",
            rf"(?:(?P<day>{_DAY}){ordinal}?{_S}(?:of{_S})?)?(?P<month>{month})"
            rf"(?:{_S}(?P<dayb>{_DAY})(?!\d))?,?{_S}(?:of{_S})?(?P<which>{which}){_S}year(?!\w)",
        ),
        (
            "of_a_month",
            rf"the{_S}(?P<day>{_DAY}){ordinal}{_S}of{_S}(?P<which>{which}){_S}month(?!\w)",
        ),
        (
            "of_a_week",
            rf"(?:(?P<weekday>{weekday}){_S}(?:of{_S})?(?P<which>{which}){_S}week"
            rf"|(?P<which2>{which}){_S}week{_S}(?:on{_S})?(?P<weekday2>{weekday}))(?!\w)",
        ),
        (
            "era_day",
            rf"(?P<era>{alternation(cues.eras)}){_GAP}(?P<number>\d{{1,3}})\.{_GAP}(?P<month>1[0-2]|0?[1-9])"
            rf"\.{_GAP}(?P<day>{_DAY})(?!\d)\.?",
        ),
        (
            "eastern_joined",
            rf"(?P<base>{base})(?:的|の)?{_GAP}(?:(?P<month>1[0-2]|0?[1-9]|{han.MONTH}){_GAP}{m}"
            rf"(?:{_GAP}(?P<day>{day}){_GAP}{d}{not_day})?|(?P<only>{day}){_GAP}{d}{not_day}"
            rf"|(?P<weekday>{alternation(cues.cjk_weekdays)})|(?P<part>{part})(?!め))",
        ),
        (
            "eastern_range",
            rf"(?:(?<!\d)(?P<year>{_YEAR}){_GAP}{y}{_GAP})?(?<!\d)(?P<month>1[0-2]|0?[1-9]){_GAP}{m}"
            rf"{_GAP}(?P<day>{_DAY}){_GAP}{d}?{_GAP}{_TO}{_GAP}(?:(?P<month2>1[0-2]|0?[1-9]){_GAP}{m}"
            rf"{_GAP})?(?P<day2>{_DAY}){_GAP}{d}{not_day}",
        ),
        ("eastern_written", han.shape()),
        ("eastern_part", rf"(?<!\d)(?P<year>{_YEAR}){_GAP}{y}{_GAP}(?P<part>{part})(?!め)"),
        (
            "eastern_count",
            rf"(?:(?P<digits>\d{{1,3}})|(?<![{han.NUMERALS}])(?P<word>{counted}))"
            rf"{_GAP}(?P<unit>{alternation(cues.cjk_units)})?{_GAP}(?:(?P<ago>{alternation(cues.cjk_ago)})(?![했한해하합])|(?P<now>{alternation(cues.cjk_from_now)}))",
        ),
    )


def _holds(at: Offset) -> bool:
    return at.unit in {"week", "month", "year"} and at.part is None


def _month(cues: DateCues, name: str) -> int:
    name = name.rstrip(".").capitalize()
    return cues.months.get(name) or cues.months_short[name]


def _calendar(
    year: int | None, first: tuple[int, int | None], last: tuple[int, int | None]
) -> Calendar | None:
    """Both ends as (month, day); None where such a day does not exist or the ends are turned."""
    if first[0] == last[0] and (first[1] or 0) > (last[1] or 31):
        return None
    return days_between(year, *first, *last)


def _between_days(m: re.Match[str], cues: DateCues) -> Meaning | None:
    month = _month(cues, m["month"])
    return _calendar(given(m["year"]), (month, int(m["day"])), (month, int(m["day2"])))


def _between_months(m: re.Match[str], cues: DateCues) -> Meaning | None:
    month = _month(cues, m["month"])
    later = _month(cues, m["month2"]) if m["month2"] else month
    day, day2 = m["day"] or m["dayb"], m["day2"] or m["day2b"] or m["day2c"]
    if (day is None) != (day2 is None) or (m["day2c"] and not m["dayb"]):
        return None
    year = given(m["year"])
    if m["year0"] and year:
        return Calendar(
            first=Partial(year=int(m["year0"]), month=month, day=given(day)),
            last=Partial(year=year, month=later, day=given(day2)),
        )
    return _calendar(year, (month, given(day)), (later, given(day2)))


def _between_years(m: re.Match[str], _: DateCues) -> Meaning | None:
    first, last = int(m["year"]), int(m["year2"])
    if not first < last <= first + 300:
        return None
    return Calendar(first=Partial(year=first), last=Partial(year=last))


def _between_thirds(m: re.Match[str], cues: DateCues) -> Meaning | None:
    """ "Between late 2022 and February 2025"."""
    low = _THIRDS[m["third"]][0] if m["third"] else _month(cues, m["month"])
    high = _THIRDS[m["third2"]][1] if m["third2"] else _month(cues, m["month2"])
    first, last = (int(m["year"]), low), (int(m["year2"]), high)
    if not first < last:
        return None
    return Calendar(
        first=Partial(year=first[0], month=first[1]), last=Partial(year=last[0], month=last[1])
    )


def _of_a_year(m: re.Match[str], cues: DateCues) -> Meaning | None:
    month, day = _month(cues, m["month"]), given(m["day"] or m["dayb"])
    if day and day > LONGEST[month - 1]:
        return None
    at = Partial(month=month, day=day)
    return Inside(unit="year", offset=cues.which[m["which"]], first=at, last=at)


def _of_a_month(m: re.Match[str], cues: DateCues) -> Meaning | None:
    at = Partial(day=int(m["day"]))
    return Inside(unit="month", offset=cues.which[m["which"]], first=at, last=at)


def _of_a_week(m: re.Match[str], cues: DateCues) -> Meaning | None:
    """ "Tuesday last week", "Friday of next week"."""
    which, weekday = m["which"] or m["which2"], m["weekday"] or m["weekday2"]
    return Inside(unit="week", offset=cues.which[which], weekday=cues.weekdays[weekday])


def _era_day(m: re.Match[str], cues: DateCues) -> Meaning | None:
    at = (int(m["month"]), int(m["day"]))
    return _calendar(cues.eras[m["era"]] + int(m["number"]), at, at)


def _months_of(part: str, cues: DateCues) -> tuple[int, int] | None:
    return cues.cjk_parts.get(part)


def _eastern_joined(m: re.Match[str], cues: DateCues) -> Meaning | None:
    base = cues.relative[m["base"]]
    if base.unit == "week":
        weekday = cues.cjk_weekdays.get(m["weekday"] or "")
        return Inside(unit="week", offset=base.offset, weekday=weekday) if weekday else None
    if m["weekday"]:
        return None
    if base.unit == "month":
        if m["month"]:
            return None
        if m["only"]:
            at = Partial(day=han.number(m["only"]))
            return Inside(unit="month", offset=base.offset, first=at, last=at)
        days = cues.cjk_thirds.get(m["part"])
        if days is None:
            return None
        low, high = Partial(day=days[0]), Partial(day=days[1])
        return Inside(unit="month", offset=base.offset, first=low, last=high)
    if base.unit != "year" or m["only"]:
        return None
    if m["part"]:
        months = _months_of(m["part"], cues)
        if months is None:
            return None
        first, last = Partial(month=months[0]), Partial(month=months[1])
        return Inside(unit="year", offset=base.offset, first=first, last=last)
    at = Partial(month=han.number(m["month"]), day=han.number(m["day"]) if m["day"] else None)
    if at.day and at.day > LONGEST[(at.month or 1) - 1]:
        return None
    return Inside(unit="year", offset=base.offset, first=at, last=at)


def _eastern_range(m: re.Match[str], _: DateCues) -> Meaning | None:
    month = int(m["month"])
    later = int(m["month2"] or month)
    return _calendar(given(m["year"]), (month, int(m["day"])), (later, int(m["day2"])))


def _eastern_part(m: re.Match[str], cues: DateCues) -> Meaning | None:
    year, months = int(m["year"]), _months_of(m["part"], cues)
    if months is None:
        return None
    return Calendar(
        first=Partial(year=year, month=months[0]),
        last=Partial(year=year + (months[1] < months[0]), month=months[1]),
    )


def _eastern_count(m: re.Match[str], cues: DateCues) -> Meaning | None:
    """ "三天前" counts from the article's day."""
    counted = _eastern_counted(m, cues)
    if counted is None:
        return None
    unit, count = counted
    return Relative(unit=unit, offset=-count if m["ago"] else count)


def _eastern_counted(m: re.Match[str], cues: DateCues) -> tuple[Unit, int] | None:
    """The unit and how many of it, of which a word such as "사흘" says both."""
    unit = cues.cjk_units.get(m["unit"] or "")
    if m["word"] in cues.cjk_days and not unit:
        return "day", cues.cjk_days[m["word"]]
    if unit is None:
        return None
    return unit, int(m["digits"]) if m["digits"] else cues.cjk_numbers[m["word"]]


def _from_event(m: re.Match[str], cues: DateCues) -> Meaning | None:
    """ "Two days after the launch": hangs on the day of that event."""
    word = m["count"].lower()
    count = int(word) if word.isdigit() else cues.numbers.get(word, 1)
    unit = next((kind for kind, forms in cues.units.items() if m["unit"].lower() in forms), None)
    if unit is None or m.string.endswith(" to ", 0, m.start()):  # "two years TO the day after"
        return None
    side = cues.counted_sides[m["side"].lower()]
    return Hanging(unit=unit, offset=side * count, event=m["event"].lower())


def _eastern_from_event(m: re.Match[str], cues: DateCues) -> Meaning | None:
    """ "발사 하루 전", "发射前一天": counted from the launch, and not from the article's day."""
    side = m["first"] or m["side"]
    counted = _eastern_counted(m, cues)
    if counted is None or side is None or (m["first"] and m["side"]):
        return None
    unit, count = counted
    return Hanging(unit=unit, offset=cues.counted_sides[side] * count, event=m["event"])


READERS: Mapping[str, Callable[[re.Match[str], DateCues], Meaning | None]] = {
    "between_days": _between_days,
    "between_months": _between_months,
    "between_years": _between_years,
    "between_thirds": _between_thirds,
    "of_a_year": _of_a_year,
    "of_a_month": _of_a_month,
    "of_a_week": _of_a_week,
    "era_day": _era_day,
    "eastern_joined": _eastern_joined,
    "eastern_range": _eastern_range,
    "eastern_part": _eastern_part,
    "eastern_count": _eastern_count,
    "eastern_written": lambda match, _: han.read(match),
    "from_event": _from_event,
    "eastern_from_event": _eastern_from_event,
}
