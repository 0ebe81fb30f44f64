"""Datelines: the place, the day, the agency and the reporter in front of a first paragraph.

This module alone decides when the words before a dash are a dateline (place in front, and an
agency, a date or both) and when a paragraph opens as East Asian agencies open theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.display import shown
from generator.ingest.stamps import Stamps, month_names
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.model import Span, Stated
from generator.text.tries import alternation

_LIMIT = 110
"""Characters of a paragraph in which a dateline ends."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` covers the words and the dash after them."""

    stated: Stated
    span: Span
    publisher: Stated | None = None
    published: Stated | None = None
    author: Stated | None = None


class Datelines:
    """The cues of one language, compiled."""

    def __init__(self, cues: Boilerplate, stamps: Stamps) -> None:
        self._stamps = stamps
        self._kickers = frozenset(cues.kickers)
        self._wires = cues.wires
        self._western = _western(month_names(cues))
        self._stamped = _stamped(month_names(cues))
        self._slashed = _slashed(month_names(cues))
        self._asian = _asian(cues)

    def read(self, text: str, span: Span) -> Dateline | None:
        """The dateline with which the paragraph at ``span`` opens, if it opens with one."""
        head = text[span.start : min(span.end, span.start + _LIMIT)]
        asian = self._asian.match(head)
        if asian is not None and asian.end() < span.end - span.start:
            found = self._of_agency(text, span.start, asian)
            if found is not None:
                return found
        bracket = _AGENCY.match(head) or _DISPATCH.match(head)
        named = bracket[bracket.lastgroup or 0] if bracket is not None else ""
        if bracket is not None and not named.isdigit() and named.upper() not in self._kickers:
            begin, end = bracket.span(bracket.lastgroup or 0)
            house = _slice(text, span.start + begin, span.start + end)
            return _dateline(text, span.start, bracket.end(), publisher=house, published=None)
        stamped = self._stamped.match(head)
        if stamped is not None and (found := self._of_stamp(text, span.start, stamped)):
            return found
        slashed = self._slashed.match(head)
        if slashed is not None and slashed["place"].split(",")[0].isupper():
            return self._of_place(text, span.start, slashed)
        match = self._western.match(head)
        return self._of_place(text, span.start, match) if match is not None else None

    def _of_place(self, text: str, start: int, found: re.Match[str]) -> Dateline | None:
        group = "wire" if found.groupdict().get("wire") else "agency"
        agency, date, place = found.group(group), found.group("date"), found.group("place")
        city = place.split(",")[0]
        loud = city.isupper() and len(city) >= 4
        dash = found.groupdict().get("dash")
        lone = "," in place or (len(place) >= 6 and dash != ":")
        if not dash and not (date and agency):
            return None  # "Zenda, Nov. 12 (RNA) The fleet ..." has no dash; nothing shorter goes
        if city in self._kickers or not (date or (loud and (agency or lone))):
            return None
        publisher = (
            _slice(text, start + found.start(group), start + found.end(group)) if agency else None
        )
        published = self._stamps.read(date, offset=start + found.start("date")) if date else None
        return _dateline(text, start, found.end(), publisher=publisher, published=published)

    def _of_stamp(self, text: str, start: int, found: re.Match[str]) -> Dateline | None:
        """ "STRELSAU (Harbour Wire - 15th April, 2031)": the day stands in the brackets."""
        published = self._stamps.read(found["day"], offset=start + found.start("day"))
        if published is None or not found["place"].split(",")[0].isupper():
            return None
        house = _slice(text, start + found.start("agency"), start + found.end("agency"))
        return _dateline(text, start, found.end(), publisher=house, published=published)

    def _of_agency(self, text: str, start: int, found: re.Match[str]) -> Dateline | None:
        """Agency, reporter and place; None where nothing in front of a bare mark of a dispatch is
        an agency."""
        publisher = None
        if found.group("desk"):
            begin, end = found.span("desk")
            return _dateline(
                text,
                start,
                found.end(),
                publisher=_slice(text, start + begin, start + end),
                published=self._stamps.read(found["when"], offset=start + found.start("when")),
            )
        agency = next((g for g in ("framed", "wire") if found.group(g)), None)
        if agency:
            publisher = _slice(text, start + found.start(agency), start + found.end(agency))
        elif not any(map(found.group, ("fourth", "fifth", "run"))):
            # A reporter's paper, or a city and an agency that nothing parts, names no publisher.
            group = "house" if found.group("house") else "place"
            end = self._agency_end(found.group(group))
            if end:
                begin = start + found.start(group)
                publisher = _slice(text, begin, begin + end)
            elif group == "house":
                return None
        writers = ("first", "second", "third", "fourth", "fifth")
        writer = next((g for g in writers if found.group(g)), None)
        author = None
        if writer:
            begin, finish = found.span(writer)
            while found.string[begin].isspace():
                begin += 1
            author = _slice(text, start + begin, start + finish)
        return _dateline(
            text, start, found.end(), publisher=publisher, published=None, author=author
        )

    def _agency_end(self, words: str) -> int:
        """Characters of the agency that the words begin with; 0 where they begin with none."""
        cut = max((words.find(w) + len(w) for w in self._wires if words.find(w) > 0), default=0)
        whole = (len(w) for w in self._wires if words.startswith(w) and len(w) > 1)
        return cut or max(whole, default=0)


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


_AGENCY = re.compile(
    r"[(\[](?P<agency>[A-Z][\w.&'’]{1,20}(?:[ /][A-Z][\w.&'’]{1,20}){0,2})[)\]]\s?(?:--|—|–|-)\s"
    r"(?=[\"“'‘]?[A-Z0-9])"
    r"|\((?P<loud>[A-Z]{3,10})\)\s(?=[A-Z][a-z’']+\s)"
)
""" "(RNA) — The fleet ...": an agency alone, where a page has cut off the place."""
_DISPATCH = re.compile(
    r"[(\[](?P<agency>[A-Z][\w .&'’-]{2,40}?)(?:,? reporters? [^()\[\],\n]{3,50})?"
    r", [A-Z][\w .'’-]{2,30}, \d{1,2}(?:st|nd|rd|th)?(?: [a-z ]{3,40})?[)\]]\s{0,2}(?=[\"“]?[A-Z])"
)
""" "(Reef News Agency reporter Ada Moor, Strelsau, 4th) The ...": as Eastern agencies open, in
translation."""


def _stamped(months: str) -> re.Pattern[str]:
    word = r"[A-Z][^\W\d]['’.\w/-]{0,20}"
    return re.compile(
        rf"(?P<place>{word}(?:(?: |, ){word}){{0,2}}),? "
        r"\((?P<agency>[A-Z][^(),\n]{1,50}?) ?"
        rf"(?:[-–—]|,) ?(?P<day>(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{months})"
        rf"|(?:{months})\.? \d{{1,2}}),? \d{{4}})\)"
        r" ?(?:--|—|–|-|:)? ?(?=[\"“'‘]?[A-Z0-9])"
    )


def _slashed(months: str) -> re.Pattern[str]:
    """ "STRELSAU, March 3. /RNA/. The fleet ..." and "STRELSAU. March 3 (Ruritax) - ..."."""
    word = r"[A-Z][^\W\d]['’.\w/-]{0,20}"
    return re.compile(
        rf"(?P<place>[A-Z][^\W\d][\w'’/-]{{0,20}}(?:(?: |, ){word}){{0,3}}?)[,.]\s"
        rf"(?P<date>(?:(?:{months})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{months}))(?:,?\s\d{{4}})?)"
        r"(?:[.,]?\s?/(?P<agency>[A-Z][\w .&'’-]{0,40})/[.,]?"
        r"|\s\((?P<wire>[A-Z][\w .&'’-]{0,40})\)\s?[-–—])\s"
        r"(?=[\"“'‘(\[]?[A-Z0-9])",
    )


def _western(months: str) -> re.Pattern[str]:
    word = r"[A-Z][^\W\d]['’.\w/-]{0,20}"
    return re.compile(
        rf"(?P<place>{word}(?:(?: |, ){word}){{0,4}}?)(?: \[{word}\])?,?(?:\s{{1,2}}|(?=--|—))"
        rf"(?:(?P<date>(?:(?:{months})\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s(?:{months})\.?)"
        rf"(?:,?\s(?:{word}\s\d{{1,3}}\s\(\d{{4}}\)|\d{{4}}))?),?\s{{0,2}})?"
        r"(?:[(\[](?P<agency>[A-Z][\w .&'’/-]{0,40})[)\]]\s{0,2})?"
        r"(?:(?P<dash>--+(?=\s{0,3})|(?<=[A-Z]{3})—(?=[A-Z][a-z])|(?:—|–|-|:)(?=\s)|(?<=[)\]]\s)[—–-]|(?<=[)\]])—(?=[A-Z\"“]))\s{0,3}|(?<=[)\]]\s))"
        r"(?=[\"“'‘(\[]?[A-Z0-9])",
    )


def _asian(cues: Boilerplate) -> re.Pattern[str]:
    """Four ways to open: place, day and mark; agency and mark; "(<city>=<agency>) <name> =";
    "【<city> <agency>】", "【<paper> <reporter>】" or "〔<reporter>／<city>〕"."""
    dispatch, reporters = alternation(cues.dispatches), alternation(cues.reporters)

    def reporter(group: str) -> str:
        return rf"(?:[（(]{reporters}[\s:：]?(?P<{group}>[^()（）\n]{{1,24}})[)）])?[\s　:：]*"

    by_day = (
        r"[\[【(（]?(?P<place>[^\s，。,.()（）]{2,16}?)(?:\d{1,2}月)?\d{1,2}日"
        rf"{dispatch}[\]】)）]?"
    )
    by_house = rf"[\[【(（]?(?P<house>[^\s，。,.()（）\d]{{2,12}}?){dispatch}[\]】)）]?"
    by_city = (
        r"[(（\[](?P<city>[^()（）=\n]{1,16})=(?P<wire>[^()（）\n]{1,16})[)）\]]"
        rf"(?:\s*(?P<third>[^=\n]{{2,16}}?)\s*{alternation(cues.writer_titles)}\s*=)?\s*"
    )
    by_frame = (
        rf"【(?:[^【】\n=＝]{{2,12}}?[=＝ 　]?(?P<framed>{alternation(cues.framed_wires)})"
        rf"|(?P<run>[^【】\n]{{2,16}}?{alternation(cues.framed_endings)})"
        rf"|[^【】\n]{{0,24}}?{reporters}[\s　:：]*(?P<fourth>[^【】\n]{{2,24}}))】[\s　]*"
        rf"|〔[^〔〕\n]{{0,24}}?{reporters}[\s　:：]*(?P<fifth>[^〔〕／/\n]{{2,24}})"
        rf"(?:[／/][^〔〕\n]{{2,12}})?〕[\s　]*"
    )
    by_stamp = (
        rf"[\[【(（](?P<desk>[^\s()（）【】\d]{{2,12}})[\s,，·]{{1,2}}"
        rf"(?P<when>\d{{4}}[\d年月日./-]{{4,8}})(?:\s?{dispatch})?[\]】)）]\s*"
    )
    return re.compile(
        rf"{by_stamp}|{by_frame}|{by_day}{reporter('first')}|"
        rf"{by_house}(?=[（(\s　]){reporter('second')}|{by_city}"
    )
