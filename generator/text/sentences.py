"""Where sentences end. This module alone decides the boundaries inside a paragraph.

A boundary is looked for only at stops, so the cost is that of one regular expression. Semicolons
and colons never end a sentence; a stop inside a number, an address or ``2."0`` never does either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from generator.knowledge.cues.sentences import SentenceRules
from generator.text.scripts import HANGUL_LETTER

CLOSERS = "\"'”’»)\\]}」』】）》〉*_"
OPENERS = "\"'“‘«([{「『【（《〈*_—–-"
QUOTES = frozenset("\"'”’»」』")

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SPACE = re.compile(r"\s+")
_LEAD = re.compile(rf"[\s{re.escape(OPENERS)}]*")
_TOKEN = re.compile(r"(?<![^\s\"“”'‘(\[—–/-])[^\s\"“”'‘(\[—–/-]++$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[ivx]{1,4}|[A-Za-z])")
_CHUNK_END = re.compile(r"\s")
_CLOCK = re.compile(r"\d ?[ap]\.m$")
""" "at 7:37 p.m.The pilots"."""
_LOOK = 48
"""Characters looked at on either side of a stop; keeps the cost linear on hostile text."""


class _Compiled(Struct, frozen=True):
    stop: re.Pattern[str]
    full: frozenset[str]
    titles: frozenset[str]
    numbered: frozenset[str]
    months: frozenset[str]
    short: frozenset[str]
    companies: frozenset[str]
    speaking: frozenset[str]
    units: frozenset[str]
    starters: frozenset[str]
    carry: frozenset[str]


@cache
def _compile(rules: SentenceRules) -> _Compiled:
    def lowered(words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(word.lower() for word in words)

    full = re.escape(rules.full_stops)
    return _Compiled(
        # The mark of a note stands behind the stop: "four tubes.[2] If all of them ...".
        stop=re.compile(rf"([.!?…]+|[{full}][{full}.!?…]*)([{CLOSERS}]*(?:\[\d{{1,3}}\])*)"),
        full=frozenset(rules.full_stops),
        titles=lowered(rules.titles),
        numbered=lowered(rules.numbered),
        months=lowered(rules.months),
        short=lowered(rules.abbreviations),
        companies=lowered(rules.companies),
        speaking=frozenset(rules.speaking),
        units=lowered(rules.units),
        starters=frozenset(rules.starters),
        carry=frozenset(rules.quote_continuations),
    )


def split(
    text: str, *, spans: Sequence[tuple[int, int]], rules: SentenceRules
) -> list[tuple[int, int]]:
    """Half-open spans of the sentences inside each of ``spans``, in order, without the white
    space around them. Every character of a span that is not white space is in one sentence."""
    compiled = _compile(rules)
    found: list[tuple[int, int]] = []
    for start, end in spans:
        begin = start
        for stop in compiled.stop.finditer(text, start, end):
            cut = stop.end()
            if cut >= end:
                break
            if _ends(compiled, text, begin=begin, stop=stop, limit=end):
                _append(found, text, begin, cut)
                begin = cut
        _append(found, text, begin, end)
    return found


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _ends(rules: _Compiled, text: str, *, begin: int, stop: re.Match[str], limit: int) -> bool:
    cut = stop.end()
    mark, close = stop.group(1), stop.group(2)
    after = text[cut]
    if mark[0] in rules.full:
        return not (close and after in rules.carry)
    if not after.isspace():
        return _ends_without_space(rules, text, stop=stop, limit=limit)
    lead = _LEAD.match(text, cut, limit)
    position = lead.end() if lead else cut
    if position >= limit or text[position].islower():
        return False
    return mark != "." or _full_stop(rules, text, begin=begin, stop=stop, position=position)


def _full_stop(
    rules: _Compiled, text: str, *, begin: int, stop: re.Match[str], position: int
) -> bool:
    """Whether the full stop before the word at ``position`` is more than an abbreviation's."""
    start = stop.start()
    token = _TOKEN.search(text[max(begin, start - _LOOK) : start])
    if token is None:
        return True
    first = text[max(begin, start - 2 * _LOOK) : start - len(token.group())]
    if (not first or first.isspace()) and _ENUMERATOR.fullmatch(token.group()):
        return False
    if token.group().lower() in rules.units and first.rstrip()[-1:].isdigit():
        return not text[position].isdigit()
    word = _WORD.match(text, position)
    starter = word is not None and word.group() in rules.starters
    closed = any(sign in QUOTES for sign in stop.group(2))
    if token.group().lower() in rules.companies and word is not None:
        verb = _WORD.match(text, word.end() + 1)
        starter = starter or (verb is not None and verb.group() in rules.speaking)
    return not _abbreviated(
        rules, token.group().lower(), number=text[position].isdigit(), fresh=starter or closed
    )


def _abbreviated(rules: _Compiled, word: str, *, number: bool, fresh: bool) -> bool:
    """Whether a full stop after ``word`` belongs to it. ``number`` tells that a digit follows,
    ``fresh`` that a quotation closes or that the next word is one that opens sentences."""
    if word in rules.titles or (number and word in rules.numbered):
        return True
    if number and word in rules.months:
        return True
    known = word in rules.short or word in rules.months or _ACRONYM.fullmatch(word) is not None
    letter = len(word) == 1 and word.isalpha() and word.isascii()
    return (known or letter) and not fresh


def _ends_without_space(rules: _Compiled, text: str, *, stop: re.Match[str], limit: int) -> bool:
    """``talks.The``: a missing space after a stop, told from numbers, names and addresses."""
    start, cut = stop.span()
    mark, close = stop.group(1), stop.group(2)
    after, before = text[cut], text[start - 1 : start]
    if len(mark) > 1 or not before:
        return False
    if HANGUL_LETTER.match(before):
        return not after.isascii() and after.isalpha()
    if not after.isupper():
        return after in "“‘«" and before.islower() and not close
    if close:
        return any(sign in QUOTES for sign in close) and before.isalpha()
    return _joined(rules, text, start=start, limit=limit)


def _joined(rules: _Compiled, text: str, *, start: int, limit: int) -> bool:
    """Whether the full stop at ``start`` stands between two words run together."""
    word = _WORD.match(text, start + 1, limit)
    if word is None:
        return False
    if text[start - 1].isdigit():  # "on May 21.The mayor"
        return word.group() in rules.starters and not _address(text, start, limit)
    if not (text[start - 1].islower() and text[start - 2 : start - 1].isalpha()):
        clock = _CLOCK.search(text, max(0, start - _LOOK), start)
        return clock is not None and word.group()[1:].islower()
    if word.group() in rules.starters:
        return not _address(text, start, limit)
    token = _TOKEN.search(text[max(0, start - _LOOK) : start])
    titled = token is not None and token.group().lower() in rules.titles
    plain = len(word.group()) > 1 and word.group()[1:].islower()
    return plain and not titled and not _address(text, start, limit)


def _address(text: str, position: int, limit: int) -> bool:
    """Whether the run of characters around ``position`` is an address of the net."""
    left = max(0, position - _LOOK)
    before = _SPACE.split(text[left:position])[-1]
    end = _CHUNK_END.search(text, position, min(limit, position + _LOOK))
    after = text[position : end.start() if end else min(limit, position + _LOOK)]
    run = before + after
    return any(sign in run for sign in ("://", "www.", "@", "/", "_", "="))
