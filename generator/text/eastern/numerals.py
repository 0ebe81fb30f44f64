"""Amounts whose number is written out in Chinese characters: "三百公里", "一点二万吨".

Decides alone which characters are a number and its value. "数百", "两三百", "百余" and "千米" name
none, and a number without a unit behind it is not read.
"""

from __future__ import annotations

import re

_ONES = {one: n for n, one in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_ALL = "".join((*_ONES, *_TENS, *_MYRIADS))
DIGITS = frozenset(_ALL)
SHAPE = rf"(?:[{''.join(_ONES)}十廿卅][{_ALL}]{{0,8}}(?:[点點][{''.join(_ONES)}]{{1,3}}[万萬]?)?)"
"""A number; which of them are one, :func:`value` tells."""
NOT_BEHIND = rf"(?<![{_ALL}\d第每数數几幾点點])(?<![{_ALL}][、，,])"
_HELD = re.compile(f"[{_ALL}]")


def held(text: str) -> bool:
    """Whether such a number may stand in a text."""
    return not text.isascii() and _HELD.search(text) is not None


def value(written: str) -> float | None:
    """What a number of :data:`SHAPE` comes to; None for "两三百", which is no number."""
    whole, point, rest = re.sub("點", "点", written).partition("点")
    factor = 1
    if point and rest[-1] in _MYRIADS:
        factor, rest = _MYRIADS[rest[-1]], rest[:-1]
    read = _whole(whole)
    if read is None or not point:
        return read
    return (read + float("0." + "".join(str(_ONES[one]) for one in rest))) * factor


def _whole(written: str) -> float | None:
    if len(written) > 1 and all(one in _ONES for one in written):
        places = len(written) > 2 or "〇" in written or "零" in written  # "三五公里" is a guess
        return float("".join(str(_ONES[one]) for one in written)) if places else None
    total, part, one, last, myriad = 0, 0, None, 10, 0
    for letter in written:
        if letter in _ONES:
            if one:
                return None
            one = _ONES[letter]
            last = last if one else 10  # "一百零五", and not "一百五"
        elif letter in "廿卅":
            part, one, last = part + _TENS[letter], None, 10
        elif letter in _TENS:
            last = _TENS[letter]
            part, one = part + (1 if one is None else one) * last, None
        else:
            last = _MYRIADS[letter]
            whole, part, one = part + (one or 0), 0, None
            total = total + whole * last if last < myriad else (total + whole) * last  # "五万亿"
            myriad = last
    return float(total + part + (one or 0) * (last // 10))  # "两万三" is 23,000
