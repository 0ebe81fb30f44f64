"""Where a text gives amounts, and what they are in one unit.

Decides alone which numbers are amounts: a number counts only with a unit, a sign of money or a
thing that is counted, and never as part of a name ("RD-23", "Type 909", "Resolution 1718").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import floor, log10
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.knowledge.cues.units import UnitCues, UnitForms
from generator.model import Comparator
from generator.text.eastern import numerals
from generator.text.phrases import pieces
from generator.text.quantity_grammar import Patterns, amount_patterns
from generator.text.starts import DIGIT, holds_digit, matches_at

LEAD = 48
"""Longest run of comparing words before a number."""
_FIRST_DIGIT = re.compile(rf"[{DIGIT}](?<![0-9].)")
STACKED = 6
"""East Asian scales in one number, at most; bounds the time on hostile text."""
CLOSE = 0.06
"""Two amounts this near (relative) are one amount written twice ("600 km (373 miles)")."""
_MILLION = 1_000_000
_HOURLY = re.compile(r"\s(?:per|an) hour\b")
_BARE_END = re.compile(r"\s?(?:[.,;)](?!\d)|$|(?:and|in|by|with|for)\s)")
_TIMES = {"hours": 3600, "minutes": 60, "seconds": 1}
_TIME_JOINTS = frozenset({"", ",", "and", ", and"})


class QuantityMatch(Struct, frozen=True, kw_only=True):
    """``start`` and ``end`` include comparing words and a converted amount in parentheses."""

    start: int
    end: int
    op: Comparator
    value: float
    unit: str
    value_to: float | None = None


def _digits_of(number: str) -> int:
    return max(1, len(re.sub(r"\D", "", number).lstrip("0") or "0"))


def _rounded(value: float, number: str, factor: float) -> float:
    """A converted value has no more digits than were written, but two at least; others stay as
    written."""
    if factor == 1 or not value:
        return value
    return round(value, max(2, _digits_of(number)) - 1 - floor(log10(abs(value))))


class _Amount(NamedTuple):
    """A number read at a place: its value without unit, its spelling, where it ends."""

    value: float
    spelling: str
    end: int
    scale: str = ""


def _stacked(text: str, number: str, end: int, *, patterns: Patterns) -> _Amount:
    """East Asian numbers stack their scales: 1만5천, 7천687.5."""
    total, spelling, piece = 0.0, number, float(re.sub(r"[^\d.]", "", number))
    for _ in range(STACKED):
        scale = patterns.scale.match(text, end)
        if not scale or scale[0].isascii():  # "1백49m": metres, no million
            break
        total += piece * patterns.scales.get(scale[0].strip().lower(), 1)
        end, piece = scale.end(), 0.0
        rest = patterns.rest.match(text, end)
        if not rest:
            break
        piece, end, spelling = float(rest[0]), rest.end(), spelling + rest[0]
    return _Amount(total + piece, spelling, end, "stacked")


def _number(text: str, number: str, end: int, *, patterns: Patterns) -> _Amount:
    if number.isdecimal():
        read = float(number)
    elif number[0].isdigit():
        read = float(re.sub(r"[^\d.]", "", number))
    elif number[0] in numerals.DIGITS:
        return _Amount(numerals.value(number) or 0.0, number, end)
    elif (spelt := " ".join(number.lower().split())) in patterns.numbers:
        read = float(patterns.numbers[spelt])
    else:
        read = float(sum(patterns.numbers[word] for word in re.split("[-‑ ]", spelt)))
    scale = patterns.scale.match(text, end)
    if scale:
        word = scale[0].strip(" -\n\t").lower()
        if word not in patterns.money:
            if word.isascii():
                return _Amount(read * patterns.scales[word], number, scale.end(), word)
            return _stacked(text, number, end, patterns=patterns)
    return _Amount(read, number, end)


def _unit_at(
    text: str, end: int, *, digits: bool, patterns: Patterns, scale: str = ""
) -> tuple[UnitForms, int] | None:
    found = patterns.unit.match(text, end)
    if not found:
        return None
    form = " ".join(found["unit"].split())
    unit = patterns.exact.get(form) or patterns.units.get(form.lower())
    if patterns.scales.get(scale, 1) >= _MILLION:
        unit = patterns.in_millions.get(form.lower(), unit)
    if unit is None or (form.lower() in patterns.short and not digits):
        return None
    if form.isupper() and len(form) == 1 and text[found.end() :][:1] in {"-", "‑"}:
        return None  # "50 M-77 howitzers"
    return unit, found.end()


def _in_name(text: str, start: int, amount: _Amount | None, *, patterns: Patterns) -> bool:
    """The number belongs to a name: a listed word before it, or, for a small number before a
    counted thing, any capital word."""
    before = text[max(0, start - 24) : start]
    if patterns.listed_name.search(before):
        return True
    if amount is None or amount.value >= 100 or not amount.spelling[0].isdigit():
        return False
    return bool(patterns.any_name.search(before))


def _equal(
    text: str, value: float, unit: tuple[UnitForms, int], *, patterns: Patterns
) -> tuple[int, float | None] | None:
    """Where the same amount in another unit ends, if it follows ("(373 miles)"), and the value
    that the text itself gives in the unit that counts: "372 miles (600 km)" is 600."""
    other = patterns.conversion.match(text, unit[1])
    if not other:
        return None
    amount = _number(text, other["number"], other.end(), patterns=patterns)
    found = _unit_at(text, amount.end, digits=True, patterns=patterns)
    if not found or found[0].to != unit[0].to or found[0] == unit[0]:
        return None
    twin, end = amount.value * found[0].factor, found[1]
    value *= unit[0].factor
    if abs(twin - value) > CLOSE * max(abs(value), abs(twin)):
        return None
    own = amount.value if unit[0].factor != 1 and found[0].factor == 1 else None
    return (end + 1 if text[end : end + 1] in {")", "）"} else end), own


def _compared(text: str, match: QuantityMatch, *, patterns: Patterns) -> QuantityMatch:
    """Take in the comparing words on either side; the outermost before the number decides."""
    start, op = match.start, match.op
    for _ in range(2):
        left = patterns.left.search(text[max(0, start - LEAD) : start])
        if left and left["article"] == "the" and left["word"].lower().endswith("than"):
            break  # "more than the 3,000 tons of": a figure known before
        if not left or _belongs_to_verb(text[: start - len(left[0])], left["word"], patterns):
            break
        start -= len(left[0])
        op = patterns.lefts[" ".join(left["word"].lower().split())]
    end = match.end
    right = patterns.right.match(text, end)
    if right:
        end = right.end()
    if right := right or patterns.right.search(text, match.start, end):
        op = patterns.rights[" ".join(right["word"].lower().split())] if op == "=" else op
    return replace(match, start=start, end=end, op=op)


def _belongs_to_verb(before: str, word: str, patterns: Patterns) -> bool:
    """ "handed over 250": the verb has the word, and the number stands alone."""
    if word.lower() != "over":
        return False
    last = before[-LEAD:].split()[-1:]
    return bool(last) and last[0].lower() in patterns.particle_verbs


class _Reading(NamedTuple):
    """What has been read so far: the first number, its unit, the second number of a range."""

    start: int
    end: int
    amount: _Amount
    unit: UnitForms | None
    second: _Amount | None = None


def _first(text: str, found: re.Match[str], *, patterns: Patterns) -> _Reading:
    """The number and the unit before or after it."""
    start, digits = found.start(), found[0][0].isdigit()
    amount = _number(text, found[0], found.end(), patterns=patterns)
    sign = patterns.before.search(text[max(0, start - 8) : start])
    if sign:
        money = patterns.scale.match(text, found.end()) if digits else None
        word = money[0].strip(" -\n\t").lower() if money else ""
        if money and word.isascii():
            value = float(re.sub(r"[^\d.]", "", found[0])) * patterns.scales[word]
            amount = _Amount(value, found[0], money.end(), word)
        signed = patterns.befores[" ".join(sign[0].lower().split())]
        return _Reading(start=start - len(sign[0]), end=amount.end, amount=amount, unit=signed)
    end = amount.end + (text[amount.end : amount.end + 1] in patterns.and_more)
    after = _unit_at(text, end, digits=digits, patterns=patterns, scale=amount.scale)
    if after:
        return _Reading(start=start, end=after[1], amount=amount, unit=after[0])
    shared = _unit_of_series(text, start, amount, patterns=patterns) if digits else None
    return _Reading(start=start, end=end, amount=amount, unit=shared)


def _is_year(amount: _Amount) -> bool:
    return len(amount.spelling) == 4 and amount.spelling.isdigit() and 1900 <= amount.value <= 2049


def _unit_of_series(
    text: str, start: int, amount: _Amount, *, patterns: Patterns
) -> UnitForms | None:
    """The unit that the next number of a series has for both: "60,000 and 66,000 tonnes"."""
    follow = patterns.series.match(text, amount.end)
    if not follow or _is_year(amount) or _in_name(text, start, amount, patterns=patterns):
        return None
    second = _number(text, follow["number"], follow.end(), patterns=patterns)
    unit = _unit_at(text, second.end, digits=True, patterns=patterns)
    return unit[0] if unit else None


def _opener(text: str, start: int, *, patterns: Patterns) -> re.Match[str] | None:
    """The word that opens a range ("between") before its first number."""
    return patterns.opener.search(text[max(0, start - LEAD) : start])


def _ranged(text: str, read: _Reading, *, patterns: Patterns) -> _Reading:
    """The same with the second number of a range, where one follows."""
    span = patterns.to.match(text, read.end)
    if not span:
        return read
    joined = (span["word"] or "").lower() == "and"
    if joined and _opener(text, read.start, patterns=patterns) is None:
        return read
    if read.unit and _equal(text, read.amount.value, (read.unit, read.end), patterns=patterns):
        return read
    second = _number(text, span["number"], span.end("number"), patterns=patterns)
    after = _unit_at(text, second.end, digits=True, patterns=patterns)
    signed = read.unit is not None and read.unit.to in patterns.signed
    # "From 200 km to 1,000": the unit is told once, and nothing else is counted.
    bare = after is None and span["word"] == "to" and _BARE_END.match(text, second.end) is not None
    bare = bare and _opener(text, read.start, patterns=patterns) is not None
    if read.unit and not signed and not bare and (after is None or after[0].to != read.unit.to):
        return read
    shared = second.scale in patterns.scales and not read.amount.scale
    amount = read.amount
    if shared:
        amount = amount._replace(value=amount.value * patterns.scales[second.scale])
    if second.value <= amount.value:
        return read
    unit, end = (after[0], after[1]) if after and not signed else (read.unit, second.end)
    return read._replace(amount=amount, unit=unit, end=end, second=second)


def _counted(text: str, read: _Reading, *, patterns: Patterns) -> tuple[str, int] | None:
    """The name of the thing counted and where its word ends; None for a bare number or a name."""
    noun = patterns.noun.match(text, read.end)
    if noun is None and (more := patterns.right.match(text, read.end)):
        noun = patterns.noun.match(text, more.end())
    if noun is None or _in_name(text, read.start, read.amount, patterns=patterns):
        return None
    if _is_year(read.amount):
        return None
    return f"count:{patterns.nouns[' '.join(noun['noun'].lower().split())]}", noun.end()


def _read(text: str, found: re.Match[str], *, patterns: Patterns) -> QuantityMatch | None:
    """The amount whose first number is ``found``; None if it is no amount."""
    if found[0][0] in numerals.DIGITS and not numerals.value(found[0]):
        return None
    read = _first(text, found, patterns=patterns)
    read = _ranged(text, read, patterns=patterns)
    start, end, factor, given = read.start, read.end, 1.0, None
    if read.unit:
        if _in_name(text, start, None, patterns=patterns):
            return None
        name, factor = read.unit.to, read.unit.factor
        shown = read.second or read.amount
        equal = _equal(text, shown.value, (read.unit, end), patterns=patterns)
        if equal is not None:
            end, given = equal[0], None if read.second else equal[1]
        hourly = _HOURLY.match(text, end) if name == "km" else None
        if hourly is not None:  # "174 km (108 miles) per hour"
            name, end = "km/h", hourly.end()
    elif counted := _counted(text, read, patterns=patterns):
        name, end = counted
    else:
        return None
    if read.second and (opener := _opener(text, start, patterns=patterns)):
        start -= len(opener[0])
    last = read.second
    match = QuantityMatch(
        start=start,
        end=end,
        op=patterns.and_more.get(text[read.amount.end : read.amount.end + 1], "="),
        value=given or _rounded(read.amount.value * factor, read.amount.spelling, factor),
        unit=name,
        value_to=_rounded(last.value * factor, last.spelling, factor) if last else None,
    )
    return _compared(text, match, patterns=patterns)


def _numbers(text: str, patterns: Patterns) -> Iterable[re.Match[str]]:
    spelt = patterns.spelt.places(text)
    if spelt is None or numerals.held(text):
        return patterns.number.finditer(text)
    if not holds_digit(text):
        return matches_at(patterns.number, text, spelt)
    digits = [digit.start() for digit in _FIRST_DIGIT.finditer(text)]
    return matches_at(patterns.number, text, sorted((*digits, *spelt)) if spelt else digits)


def find(text: str, *, cues: UnitCues) -> tuple[QuantityMatch, ...]:
    """All amounts in reading order; they do not overlap."""
    patterns = amount_patterns(cues)
    matches: list[QuantityMatch] = []
    if not (holds_digit(text) or numerals.held(text)) and patterns.words.isdisjoint(pieces(text)):
        return ()
    floor_at = 0
    for found in _numbers(text, patterns):
        if found.start() < floor_at:
            continue
        match = _read(text, found, patterns=patterns)
        if match:
            match = match if match.start >= floor_at else replace(match, start=floor_at)
            whole = _one_time(text, matches[-1], match) if matches else None
            matches[-1:] = [whole] if whole else [*matches[-1:], match]
            floor_at = match.end
    return tuple(matches)


def _one_time(text: str, first: QuantityMatch, second: QuantityMatch) -> QuantityMatch | None:
    """ "2 hours, 26 minutes and 18 seconds" is one span of time, given in the last of its units."""
    small, large = _TIMES.get(second.unit), _TIMES.get(first.unit)
    ranged = first.value_to is not None or second.value_to is not None
    if small is None or large is None or large <= small or ranged or second.op != "=":
        return None
    if text[first.end : second.start].strip() not in _TIME_JOINTS:
        return None
    value = first.value * large / small + second.value
    return replace(first, end=second.end, value=value, unit=second.unit)
