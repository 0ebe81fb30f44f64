"""Days whose number is written out in Chinese characters: "十月二十三日", "廿三日".

Decides alone which of these are a day: "三日" and "十日" are as often a length of time and stand
only behind their month, "二十三号" is as often the number of a ship. No day of the lunar calendar
is read.
"""

from __future__ import annotations

import re

from generator.text.dates.meanings import LONGEST, Calendar, DayOfMonth, Meaning, Partial

_ONES = "一二三四五六七八九"
_YEAR_DIGITS = "〇一二三四五六七八九"
_TENS = {"三十": 30, "卅": 30, "二十": 20, "廿": 20, "十": 10}
_MONTHS = {("十" if n > 9 else "") + ("", *_ONES)[n % 10]: n for n in range(1, 13)}
_DAYS = {one: n for n, one in enumerate(_ONES, 1)} | {
    ten + rest: at + n
    for ten, at in _TENS.items()
    for n, rest in enumerate(("", *_ONES))
    if at + n < 32
}
_DIGITS = {ord(one): str(n) for n, one in enumerate(_YEAR_DIGITS)} | {ord("零"): "0", ord("○"): "0"}
NUMERALS = "一二三四五六七八九十廿卅百千"
TRIGGERS = (
    *(f"{month}月" for month in _MONTHS),
    *(f"{day}日" for day, n in _DAYS.items() if n > 10),
)
"""One of them stands in every such day."""


MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
DAY = "|".join(sorted(_DAYS, key=len, reverse=True))


def number(written: str) -> int:
    """The number of a day or a month, in digits or as :data:`DAY` has it."""
    return _DAYS.get(written) or int(written)


def shape() -> str:
    """The pattern of such a day, with ``year``, ``month`` and ``day``."""
    bare = "|".join(sorted((d for d, n in _DAYS.items() if n > 10), key=len, reverse=True))
    # "星期二十三日" is Tuesday the 13th; "第二十三日" counts days from something.
    free = rf"(?<![{NUMERALS}\d第期周週拜数數近约約历曆])"
    length = r"(?![间間内內来來余餘之以本后後前]|为期|为限)"
    return (
        rf"{free}(?:(?:(?P<year>[12]\d{{3}}|[一二][{_YEAR_DIGITS}零○]{{3}})年|(?<![去前明后後昨]年))"
        rf"(?P<month>{MONTH})月(?P<day>{DAY})[日号號]"
        rf"|(?<![了共达達逾续續年月])(?P<only>{bare})日){length}"
    )


def read(match: re.Match[str]) -> Meaning | None:
    """What a match of :func:`shape` means; None where there is no such day."""
    month = _MONTHS[match["month"]] if match["month"] else None
    day = _DAYS[match["day"] or match["only"]]
    if month is None:
        return DayOfMonth(day=day)
    if day > LONGEST[month - 1]:
        return None
    year = int((match["year"] or "").translate(_DIGITS) or 0) or None
    at = Partial(year=year, month=month, day=day)
    return Calendar(first=at, last=at)
