"""How an article opens: its title, its dateline, and which short lines are headings.

This module alone decides when a first line is a title (short, no full stop, text follows) and
when the words before a dash are a dateline (place in front, and an agency, a date or both).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.ingest.display import shown
from generator.ingest.stamps import Stamps
from generator.model import Paragraph, Span, Stated

_STOPS = (".", "。", ";", "；", ":", "：", ",", "，", "、", "।", '."', ".”", ".'", ".)")
_TITLE_WORDS = 18
_TITLE_SIGNS = 48
"""Characters of the longest title in a script without spaces."""
_KICKER = 32
_HEADING_WORDS = 10
_HEADING_SIGNS = 30
_LONG_WORD = re.compile(r"[^\s]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_DATELINE_LIMIT = 110
_REPORTER = r"(?:[（(](?:记者|記者)[\s:：]?(?P<{0}>[^()（）\n]{{1,24}})[)）])?[\s　:：]*"
_BY_DAY = (
    r"[\[【(（]?(?P<place>[^\s，。,.()（）]{2,16}?)(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)[\]】)）]?"
)
_BY_HOUSE = r"[\[【(（]?(?P<house>[^\s，。,.()（）\d]{2,12}?)(?:讯|訊|电|電)[\]】)）]?"
_BY_CITY = (
    r"[(（\[](?P<city>[^()（）=\n]{1,16})=(?P<wire>[^()（）\n]{1,16})[)）\]]"
    r"(?:\s*(?P<third>[^=\n]{2,16}?)\s*(?:기자|특파원)\s*=)?\s*"
)
_ASIAN_DATELINE = re.compile(
    f"{_BY_DAY}{_REPORTER.format('first')}"
    f"|{_BY_HOUSE}(?=[（(\\s　]){_REPORTER.format('second')}"
    f"|{_BY_CITY}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` covers the words and the dash after them."""

    stated: Stated
    span: Span
    publisher: Stated | None = None
    published: Stated | None = None
    author: Stated | None = None


def is_title(text: str, *, followed: bool) -> bool:
    """Whether a first line that stands alone is the article's title."""
    return followed and _short(text, words=_TITLE_WORDS, signs=_TITLE_SIGNS)


def is_kicker(text: str, *, following: str) -> bool:
    """Whether a first line is a word or two in capitals above a title that is not in capitals."""
    if len(text) > _KICKER or not text.isupper() or following.isupper():
        return False
    words = following[:400].split()
    return len(text.split()) <= 3 < len(words) and is_title(following, followed=True)


def is_heading(text: str, *, following: str) -> bool:
    """Whether a short line inside an article heads the text after it."""
    return (
        _short(text, words=_HEADING_WORDS, signs=_HEADING_SIGNS)
        and text[-1] not in '!?！？"”'
        and not text[0].islower()
        and any(map(str.isalpha, text))
        and len(following) > len(text) + 10
        and not _short(following, words=_HEADING_WORDS, signs=_HEADING_SIGNS)
    )


def _short(text: str, *, words: int, signs: int) -> bool:
    text = shown(text[:400]).strip("*_# ")
    if not text or len(text) > 300 or text.endswith(_STOPS):
        return False
    wide = len(_WIDE.findall(text))
    if wide * 2 > len(text):
        return len(text) <= signs
    return len(_LONG_WORD.findall(text)) <= words


def dateline(
    text: str,
    span: Span,
    *,
    months: str,
    kickers: frozenset[str],
    stamps: Stamps,
    wires: Sequence[str] = (),
) -> Dateline | None:
    """The dateline with which the paragraph opens, if it opens with one. ``wires`` are the last
    signs of the names of agencies in scripts without spaces."""
    head = text[span.start : min(span.end, span.start + _DATELINE_LIMIT)]
    asian = _ASIAN_DATELINE.match(head)
    if asian is not None and asian.end() < span.end - span.start:
        found = _asian(text, span.start, asian, wires)
        if found is not None:
            return found
    match = _western(months).match(head)
    if match is None:
        return None
    return _named_place(text, span, match, kickers=kickers, stamps=stamps)


def _named_place(
    text: str, span: Span, found: re.Match[str], *, kickers: frozenset[str], stamps: Stamps
) -> Dateline | None:
    agency, date, place = found.group("agency"), found.group("date"), found.group("place")
    city = place.split(",")[0]
    loud = city.isupper() and len(city) >= 4
    lone = "," in place or (len(place) >= 6 and found.group("dash") != ":")
    if city in kickers or not (date or (loud and (agency or lone))):
        return None
    publisher = (
        _slice(text, span.start + found.start("agency"), span.start + found.end("agency"))
        if agency
        else None
    )
    published = stamps.read(date, offset=span.start + found.start("date")) if date else None
    return _dateline(text, span.start, found.end(), publisher=publisher, published=published)


def _asian(text: str, start: int, found: re.Match[str], wires: Sequence[str]) -> Dateline | None:
    """Agency, reporter and place of an East Asian dateline; None where nothing in front of a bare
    "讯" is an agency."""
    publisher = None
    if found.group("wire"):
        publisher = _slice(text, start + found.start("wire"), start + found.end("wire"))
    else:
        group = "house" if found.group("house") else "place"
        words = found.group(group)
        cut = max((words.find(w) + len(w) for w in wires if words.find(w) > 0), default=0)
        whole = max((len(w) for w in wires if words.startswith(w) and len(w) > 1), default=0)
        if cut or whole:
            begin = start + found.start(group)
            publisher = _slice(text, begin, begin + (cut or whole))
        elif group == "house":
            return None
    writer = next((g for g in ("first", "second", "third") if found.group(g)), None)
    author = None
    if writer:
        begin, finish = found.span(writer)
        while found.string[begin].isspace():
            begin += 1
        author = _slice(text, start + begin, start + finish)
    return _dateline(text, start, found.end(), publisher=publisher, published=None, author=author)


def _dateline(
    text: str,
    start: int,
    length: int,
    *,
    publisher: Stated | None,
    published: Stated | None,
    author: Stated | None = None,
) -> Dateline:
    words = text[start : start + length].rstrip(" \t\n-–—=:　")
    stated = Stated(start=start, end=start + len(words), value=shown(words))
    span = Span(start=start, end=start + length)
    return Dateline(
        stated=stated, span=span, publisher=publisher, published=published, author=author
    )


def _slice(text: str, start: int, end: int) -> Stated:
    return Stated(start=start, end=end, value=shown(text[start:end]))


@cache
def _western(months: str) -> re.Pattern[str]:
    word = r"[A-Z][^\W\d]['’.\w/-]{0,20}"
    return re.compile(
        rf"(?P<place>{word}(?:(?: |, ){word}){{0,4}}?),?(?:\s{{1,2}}|(?=--|—))"
        rf"(?:(?P<date>(?:(?:{months})\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s(?:{months})\.?)"
        rf"(?:,?\s(?:{word}\s\d{{1,3}}\s\(\d{{4}}\)|\d{{4}}))?),?\s{{0,2}})?"
        r"(?:[(\[](?P<agency>[A-Z][\w .&'’/-]{0,40})[)\]]\s{0,2})?"
        r"(?P<dash>--+(?=\s{0,3})|(?:—|–|-|:)(?=\s))\s{0,3}(?=[\"“'‘(\[]?[A-Z0-9])",
    )


def headings(
    text: str, paragraphs: Sequence[Paragraph], *, gone: frozenset[int]
) -> tuple[Paragraph, ...]:
    """The paragraphs with short lines that head the next one marked as headings."""
    marked = list(paragraphs)
    for index, paragraph in enumerate(paragraphs[:-1]):
        after = paragraphs[index + 1]
        if paragraph.kind != "text" or after.kind == "heading" or index in gone:
            continue
        if paragraph.end - paragraph.start > 120 or index + 1 in gone:
            continue
        following = text[after.start : min(after.end, after.start + 400)]
        if is_heading(text[paragraph.start : paragraph.end], following=following):
            marked[index] = Paragraph(start=paragraph.start, end=paragraph.end, kind="heading")
    return tuple(marked)
