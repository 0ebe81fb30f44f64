"""What a page puts in front of an article: a stamp or a menu glued to the first line, a list of
other articles, and captions of the pictures above the text.

This module alone decides how far such things reach. A list of points that the article takes up
again is its own, and so is a first paragraph without a credit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from generator.ingest.provenance import Fact, Provenance
from generator.ingest.shapes import LONGEST
from generator.ingest.sheet import Sheet
from generator.ingest.stamps import DAYS
from generator.model import RemovalReason, Stated
from generator.text.tokens import EAST_ASIAN, tokenise

_STAMP = re.compile(
    r"(?P<label>[^\W\d_]{2,12}[:：]?\s)?\s{0,2}"
    r"(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])\s?(?P<month>\d{1,2})(?P<dom>(?P=sign)\s?\d{1,2})?\b\.?"
    r"(?:[T\s]{1,2}\d{1,2}:\d\d(?::\d\d)?(?:Z|\s?(?:[AaPp]\.?[Mm]\.?)?))?[\s|,]{1,3}(?=[^\W\d_]|[\"“'‘「\[【])"
)
""" "date 2031-03-04 Two barges ...": a stamp right before the first words."""
_TWICE = re.compile(r"[A-Z][a-z]{2,8} (\d{1,2}, \d{4}) ?[A-Z][a-z]{2,8}\.? \1")
""" "January 19, 2031Jan 19, 2031": the day on which the page was looked at."""
_WEATHER = re.compile(r"[-−]?\d{1,2}(?:\.\d)? ?°? ?[CF]|[-−]?\d{1,2} ?[°℃℉]")
_GLUED = re.compile(
    r"(?P<title>[A-Z][^.!?\n]{12,150}?) (?:by |Staff Writers,? )"
    r"(?:[A-Z][\w.'’-]*,? ){2,8}\((?P<house>[A-Z]{2,8})\)"
    r"(?P<day> [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}) (?=[A-Z\"“])"
)
""" "Two barges leave by Ada Moor Strelsau (RNA) Mar 4, 2031 The fleet ...": a head run into the
first paragraph."""
_WIDE = re.compile(r"\s{3,}")
_CREDIT = re.compile(
    r"[^\n.!?]{10,280}[.!?] ?(?:[(\[][A-Z][\w.&'’-]*(?:[ /][A-Z][\w.&'’-]*){0,3}[)\]]|[A-Z]{2,7})"
)
"""One sentence, and a name behind its stop, alone in brackets or in capitals."""
_HOUSE = re.compile(
    r"(?:[A-Z][\w.&'’-]* ){0,4}[A-Z][\w.&'’-]*(?: ?/ ?| [Vv]ia )"
    r"[A-Z][\w.&'’-]*(?:[ /][A-Z][\w.&'’-]*){0,3}"
    r"|/ ?Courtesy of [A-Z][\w.&'’ -]{1,40}"
)
"""A line of two houses: "Tide via HARBOUR WIRE", "Ada Moor/Harbour Wire"."""
_SENTENCE = re.compile(r"[^\n.!?]{10,280}[.!?]?")
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,4}|[ap]\.m|No|vs)\.(?= )")
_PAIR = re.compile(f"(?=([{EAST_ASIAN}]{{2}}))")
_OPENING, _TEXTS = 3, 2
_MONTHS = 12
_LEAST = 4
"""Points of the shortest list of other articles."""
_TELLING = 4
"""Letters of the shortest word that tells what a line is about."""
_BODY = 4000
_LONG = 60
_SHARED = 2
_STOPS = (".", "!", "。", "！", ".”", '."')


class Preamble:
    """Asks the provenance what a date is, and ``bar`` what a menu is."""

    def __init__(
        self,
        provenance: Provenance,
        *,
        bar: Callable[[str], bool],
        pieces: Callable[[str], RemovalReason | None],
    ) -> None:
        """``pieces`` says what a line is all parts of which are the page's."""
        self._provenance = provenance
        self._bar = bar
        self._pieces = pieces

    def take(self, work: Sheet) -> None:
        """Set apart a stamp glued to the first line, and what stands above it."""
        self._others(work)
        self._neighbours(work)
        for index in work.live()[:_OPENING]:
            if why := self._pieces(work.line(index)):
                start = work.paragraphs[index].start
                work.keep(self._provenance.facts(work.line(index), offset=start))
                work.drop(index, why, "")
        for index in work.live()[:_OPENING]:
            if _TWICE.fullmatch(work.line(index)[:LONGEST]):
                work.drop(index, "navigation", "clock")
        for index in work.live()[:1]:
            self._stamp(work, index)
        above, below = (*work.live()[:2], None, None)[:2]
        if above is not None and _WEATHER.fullmatch(work.line(above)):
            work.drop(above, "navigation", "weather")
            if below is not None and self._provenance.is_name(work.line(below)[:LONGEST]):
                work.drop(below, "navigation", "weather")
            for index in work.live()[:1]:  # the day on which the weather was so
                if self._provenance.stamps.alone(work.line(index)[:LONGEST]):
                    work.drop(index, "navigation", "clock")
        for index in work.live()[:1]:
            self._head(work, index)

    def captions(self, work: Sheet) -> None:
        """Captions above the text that end in their credit or stand on a line of credit."""
        live = [index for index in work.live() if index != work.title_at]
        texts = [index for index in live if len(work.line(index)) >= _LONG]
        for index, below in pairwise(live[: _OPENING + 1]):
            line = work.line(index)
            if len(line) > LONGEST or work.paragraphs[index].kind != "text":
                continue
            if sum(other > index for other in texts) < _TEXTS:
                continue
            plain = _ABBREVIATED.sub("-", line)
            credited = below == index + 1 and _HOUSE.fullmatch(work.line(below)) is not None
            if " via " in line and _HOUSE.fullmatch(line):
                work.drop(index, "boilerplate", "credit")
            elif _CREDIT.fullmatch(plain) or (credited and _SENTENCE.fullmatch(plain)):
                work.drop(index, "boilerplate", "caption")
                if credited:
                    work.drop(below, "boilerplate", "credit")

    def _stamp(self, work: Sheet, index: int) -> None:
        line = work.line(index)
        hit = _STAMP.match(line[:LONGEST])
        if hit is None:
            return
        label = (hit["label"] or "").strip(" :：").casefold()
        dated = self._provenance.meanings.get(label) in DAYS
        if not (dated if label else hit["dom"]):
            return
        start = work.paragraphs[index].start
        stated = self._provenance.stamps.read(hit.group(), offset=start) or _month(hit, start)
        if stated is None or len(line) - hit.end() < _TELLING:
            return
        work.keep((Fact("date", stated),))
        work.cut(index, hit.end(), "boilerplate", "date")
        if self._bar(work.line(index)):
            work.drop(index, "navigation", "")

    def _head(self, work: Sheet, index: int) -> None:
        """A title, a writer and a dateline that run into the first paragraph."""
        start = work.paragraphs[index].start
        hit = _GLUED.match(work.line(index)[:LONGEST])
        day = (
            self._provenance.stamps.read(hit["day"], offset=start + hit.start("day"))
            if hit
            else None
        )
        if hit is None or day is None:
            return
        title, house = (
            Stated(start=start + hit.start(part), end=start + hit.end(part), value=hit[part])
            for part in ("title", "house")
        )
        work.keep((Fact("title", title), Fact("publisher", house), Fact("date", day)))
        work.cut(index, hit.end(), "boilerplate", "title, dateline")

    def menu(self, work: Sheet) -> None:
        """ "Home|World|Video   Log in   Two barges leave": a bar and the title on one line."""
        index = next(iter(work.live()), None)
        line = work.line(index) if index is not None else ""
        if index is None or len(line) > LONGEST:
            return
        cuts = [hit.end() for hit in _WIDE.finditer(line)]
        for end in reversed(cuts):
            pieces = [piece for piece in _WIDE.split(line[:end].strip()) if piece]
            rest = line[end:]
            title = len(rest.split()) >= _LEAST and not self._bar(rest)
            if title and all(self._bar(piece) for piece in pieces):
                work.cut(index, end, "navigation", "menu")
                return

    def _neighbours(self, work: Sheet) -> None:
        """Titles of the pieces before and after this one, each above its day."""
        live, pairs = work.live(), 0
        while 2 * pairs + 2 < len(live) and self._is_dated(work, live[2 * pairs :]):
            pairs += 1
        titles, rest = live[: 2 * pairs : 2], live[2 * pairs :]
        if pairs < _TEXTS or len(rest) < _TEXTS:
            return
        body = telling(" ".join(work.line(index) for index in rest[1:])[:_BODY])
        shared = [len(telling(work.line(index)) & body) for index in (*titles, rest[0])]
        if shared[-1] >= _SHARED > max(shared[:-1]):
            for index in live[: 2 * pairs]:
                work.drop(index, "navigation", "links")

    def _is_dated(self, work: Sheet, live: list[int]) -> bool:
        """Whether a title stands above a day that stands alone."""
        title, day = (work.line(index)[:LONGEST] for index in live[:2])
        return len(title.split()) >= _LEAST and self._provenance.stamps.alone(day)

    def _others(self, work: Sheet) -> None:
        """A list of titles above the article, most of which it never comes back to."""
        live = work.live()
        points: list[int] = []
        for index in live:
            if work.paragraphs[index].kind != "list":
                break
            points.append(index)
        rest = live[len(points) :]
        if len(points) < _LEAST or len(rest) < _TEXTS:
            return
        if any(work.line(index).rstrip().endswith(_STOPS) for index in points):
            return
        body = telling(" ".join(work.line(index) for index in rest)[:_BODY])
        apart = sum(len(telling(work.line(index)) & body) < _SHARED for index in points)
        if 2 * apart > len(points):
            for index in points:
                work.drop(index, "navigation", "links")


def _month(hit: re.Match[str], start: int) -> Stated | None:
    """The month that a label dates by: "date 2031-03"."""
    year, month = hit["year"], int(hit["month"])
    if hit["dom"] or not 1 <= month <= _MONTHS:
        return None
    return Stated(
        start=start + hit.start("year"), end=start + hit.end("month"), value=f"{year}-{month:02}"
    )


def telling(text: str) -> set[str]:
    """The words that tell what a text is about, folded."""
    words = {word for word in tokenise(text).norms if len(word) >= _TELLING}
    return words if text.isascii() else words | set(_PAIR.findall(text))
