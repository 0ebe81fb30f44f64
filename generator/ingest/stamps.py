"""Dates as publishers print them beside an article. This module alone decides which stated dates
are read; dates inside the running text are not its business.

``03/04/2026`` is two days in two countries, so only its year is read, where no weekday beside it
fits one of them alone; ``03.04.2026`` is one. A date that does not exist is not read at all.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from generator.knowledge.cues.boilerplate import Boilerplate, LabelMeaning
from generator.model import Stated
from generator.text.tries import alternation

DAYS: tuple[LabelMeaning, ...] = ("date", "updated")
_LONGEST = 120
_ISO = re.compile(r"(?<![\d.])(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)")
_CJK = re.compile(
    r"(?<!\d)(?:\d{1,3}[（(])?(\d{4})[)）]? ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?"
)
""" Before the year that of an era may stand: "주체120(2031)년 3월 4일"."""
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d-])")
_PATH = re.compile(r"(?<=/)(\d{4})([/-])(\d{2})\2(\d{2})(?=[/-])")
_REST = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"\d+(?:[^\W\d_]+)?|[^\W\d_]+")
_GAP = re.compile(r"[\s.,:：()（）]{0,3}")
_REACH = 40
"""Characters on either side of a date among which the clock and the day of the week stand."""
_GLUED = re.compile(r"(?<=[\uac00-\ud7a3])(?=\d{4})")
"""Between a Korean label and its date: "입력2031.03.04."."""
_DIGITS = re.compile(r"\d\d")
_CLOCK = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|[ap]m|[年月日월일년时時分시분]*)|\d{0,2}[tz]\d{0,2}|[년월일]"
)


def month_names(cues: Boilerplate) -> str:
    """The months as a group of a regular expression."""
    return alternation(cues.months)


def _iso(year: int, month: int, day: int | None) -> str | None:
    if not (1900 <= year <= 2100 and 1 <= month <= 12):
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = (following - datetime.timedelta(days=1)).day
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= last else None


def in_address(text: str, *, offset: int) -> Stated | None:
    """The day that a path of an address is made of: ``/2031/03/04/``. Digits without strokes are
    as often the number of an article."""
    hit = _PATH.search(text)
    if hit is None:
        return None
    return _stated(hit, _iso(int(hit[1]), int(hit[3]), int(hit[4])), offset)


class Stamps:
    """The months and words of one :class:`Boilerplate`."""

    def __init__(
        self, cues: Boilerplate, *, eras: Mapping[str, int], weekdays: Mapping[str, int]
    ) -> None:
        """``eras`` leads from the name of an era to the year before its first one, ``weekdays``
        from the name of a weekday to its number, from 1 for Monday."""
        self._weekdays = {name.casefold(): number for name, number in weekdays.items()}
        month = month_names(cues)
        self._eras = dict(eras)
        names = alternation(eras)
        self._of_era = re.compile(
            rf"({names})\s?(\d{{1,3}})(?:[（(]\d{{4}}[)）])?[.年년]\s?(\d{{1,2}})[.月월]\s?(\d{{1,2}})(?!\d)[日일]?"
        )
        self._of_named_era = re.compile(
            rf"\b({names})\s(\d{{1,3}}),?\s({month})\.?\s(\d{{1,2}})(?!\d)", re.IGNORECASE
        )
        self._named = {name.casefold(): before for name, before in eras.items()}
        self._months = {name.lower(): number for name, number in cues.months.items()}
        labels = (word for label in cues.labels if label.means in DAYS for word in label.words)
        words = (word for words in (cues.stamp_words, cues.months, eras, labels) for word in words)
        self._words = frozenset(word.lower() for word in words)
        self._patterns: tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...] = (
            (_ISO, (1, 3, 4)),
            (_CJK, (1, 2, 3)),
            (
                re.compile(
                    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ -](?:of |de )?({month})\b\.?,?"
                    r"(?: de)?[ -](\d{4})"
                    r"(?!\d)",
                    re.IGNORECASE,
                ),
                (3, 2, 1),
            ),
            (
                re.compile(
                    rf"\b({month})\b\.? ?(\d{{1,2}})(?:st|nd|rd|th)?,? +"
                    # the year of another era before the common one: "Era 113 (2024)"
                    r"(?:[A-Z][a-z]+ \d{1,3} \()?(\d{4})(?!\d)\)?",
                    re.IGNORECASE,
                ),
                (3, 1, 2),
            ),
            (re.compile(rf"\b({month})\b\.?,? +(\d{{4}})(?!\d)", re.IGNORECASE), (2, 1, 0)),
        )

    def read(self, text: str, *, offset: int) -> Stated | None:
        """The first date in ``text`` (which begins at ``offset`` of the article), as ISO text."""
        text = text[:_LONGEST]
        for pattern, order in self._patterns:
            hit = pattern.search(text)
            if hit is not None:
                year, month, day = (hit.group(group) if group else "" for group in order)
                number = self._months.get(month.lower()) or int(month)
                return _stated(hit, _iso(int(year), number, int(day) if day else None), offset)
        era = self._of_era.search(text)
        if era is not None:
            year = self._eras[era[1]] + int(era[2])
            return _stated(era, _iso(year, int(era[3]), int(era[4])), offset)
        era = self._of_named_era.search(text)
        if era is not None:
            year = self._named[era[1].casefold()] + int(era[2])
            month_ = self._months[era[3].lower()]
            return _stated(era, _iso(year, month_, int(era[4])), offset)
        hit = _NUMERIC.search(text)
        if hit is None:
            return None
        first, second, numeric = int(hit.group(1)), int(hit.group(3)), int(hit.group(4))
        value = f"{numeric:04}" if 1900 <= numeric <= 2100 else None
        dotted = hit.group(2) == "."  # the day goes first wherever such dates are written
        if first > 12 or first == second or (dotted and second <= 12):
            value = _iso(numeric, second, first)
        elif second > 12:
            value = _iso(numeric, first, second)
        else:
            value = self._by_weekday(text, numeric, first, second) or value
        return _stated(hit, value, offset)

    def _by_weekday(self, text: str, year: int, first: int, second: int) -> str | None:
        """The one of both days that fits the weekday beside it: "Sat, 05/02/2026"."""
        named = {self._weekdays.get(word.casefold()) for word in _PIECE.findall(text)} - {None}
        if len(named) != 1:
            return None
        fitting = {
            value
            for value in (_iso(year, first, second), _iso(year, second, first))
            if value and datetime.date.fromisoformat(value).isoweekday() in named
        }
        return fitting.pop() if len(fitting) == 1 else None

    def span(self, text: str) -> tuple[int, int] | None:
        """Where the first date of ``text`` stands, with the clock and the day of the week beside
        it; None where none does."""
        text = text.replace(".m.", "m  ")  # "6:12 a.m."
        stated = self.read(text, offset=0)
        if stated is None:
            return None
        start, end = stated.start, stated.end
        for token in _PIECE.finditer(text[:_LONGEST], end, min(end + _REACH, len(text))):
            gap = _GAP.fullmatch(text, end, token.start())
            if gap is None or not self._tells_time(token.group().lower()):
                break
            end = token.end()
        while end < len(text) and text[end] in ")）":
            end += 1
        for token in reversed(list(_PIECE.finditer(text, max(0, start - _REACH), start))):
            gap = _GAP.fullmatch(text, token.end(), start)
            if gap is None or not self._tells_time(token.group().lower()):
                break
            start = token.start()
        return start, end

    def alone(self, text: str) -> bool:
        """Whether ``text`` says when, and nothing else (``Updated: 14 March 2024, 09:00``)."""
        if len(text) > _LONGEST or _DIGITS.search(text) is None:
            return False
        span = self.span(text)
        if span and _REST.search(text[: span[0]] + " " + text[span[1] :]) is None:
            return True
        bare = _GLUED.sub(" ", _CJK.sub(" ", text.replace(".m.", "m")))
        return all(self._tells_time(token.lower()) for token in _REST.findall(bare))

    def _tells_time(self, token: str) -> bool:
        return token in self._words or _CLOCK.fullmatch(token) is not None

    def among_names(self, text: str, stated: Stated, *, offset: int) -> bool:
        """Whether all around the date are a few names: ``Example Wire, 10 March 2026``."""
        rest = text[: stated.start - offset] + text[stated.end - offset :]
        tokens = _REST.findall(rest)
        return 1 <= len(tokens) <= 6 and all(
            token[0].isupper() or self._tells_time(token.lower()) for token in tokens
        )


def _stated(hit: re.Match[str], value: str | None, offset: int) -> Stated | None:
    if value is None:
        return None
    return Stated(start=offset + hit.start(), end=offset + hit.end(), value=value)
