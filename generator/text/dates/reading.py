"""The meaning of one match of a date pattern.

Decides alone when a match is refused: a bare number that is no year, "the 14th" of something that
is not a month, a month name that is another word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.knowledge.cues.dates import DateCues, Part, Unit
from generator.text.dates.compound import READERS as COMPOUND
from generator.text.dates.grammar import Grammar
from generator.text.dates.meanings import (
    Calendar,
    DayOfMonth,
    Hanging,
    Meaning,
    Open,
    Partial,
    Relative,
    RelativeMonths,
    Stretch,
    Weekday,
    days_between,
    given,
    on_weekday,
    one_day,
    stands_alone,
)

LEAD = 45  # longest run of words before a date that can belong to it
NAME_AFTER = re.compile(r" [A-Z][a-z]")
ORDINAL_OF = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) of $"
)
YEAR_CHAIN = re.compile(r"(?:,?\s(?:and|or|to)|,)\s$")
THIRDS: dict[Part, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 0),
                                       "end": (21, 0)}  # fmt: skip
FOURS: dict[Part, tuple[int, int]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "end": (12, 12),
}


class Reader(Struct, frozen=True):
    """Reads the meaning of a pattern's match; a method a pattern, None refuses."""

    cues: DateCues
    patterns: Grammar
    text: str
    years_read: set[int]
    """Where years already accepted end, so that "2006, 2009 and 2013" is three."""

    def read(self, name: str, m: re.Match[str]) -> Meaning | None:
        """What the match of the shape ``name`` means; None where it is no date."""
        compound = COMPOUND.get(name)
        found: Meaning | None
        found = compound(m, self.cues) if compound else getattr(self, name)(m)
        return found

    def _month(self, name: str) -> int:
        name = name.rstrip(".").capitalize()
        return self.cues.months.get(name) or self.cues.months_short[name]

    def _weekday(self, name: str | None) -> int | None:
        if not name:
            return None
        name = name.rstrip(".").capitalize()
        return self.cues.weekdays.get(name) or self.cues.weekdays_short.get(name)

    def _unit(self, form: str) -> Unit:
        return next(unit for unit, forms in self.cues.units.items() if form.lower() in forms)

    def _part(self, form: str) -> Part:
        form = _folded(form)
        return next(part for part, forms in self.cues.parts.items() if form in forms)

    def _year(self, m: re.Match[str]) -> int | None:
        if m["era"]:
            return self.cues.eras[_by_fold(m["era"], self.cues.eras)] + int(m["number"])
        return given(m["year"] or m["tight"])

    def _fraction(self, form: str) -> tuple[int, int]:
        return self.cues.fractions[_by_fold(form, self.cues.fractions)]

    def _count(self, form: str | None) -> int | None:
        if form is None:
            return 1
        return int(form) if form.isdigit() else self.cues.numbers.get(_folded(form))

    def _before(self, at: int) -> str:
        return self.text[max(0, at - LEAD) : at]

    def iso(self, m: re.Match[str]) -> Meaning | None:
        return one_day(int(m["year"]), int(m["month"]), int(m["day"]))

    def slashed(self, m: re.Match[str]) -> Meaning | None:
        a, b = int(m["a"]), int(m["b"])
        dotted = m.group()[len(m["a"])] == "." and 1 <= a <= 31 and 1 <= b <= 12
        if dotted:  # with full stops the day goes first wherever such dates are written
            return one_day(int(m["year"]), b, a)
        if not (a and b) or max(a, b) > 31 or (a <= 12 and b <= 12 and a != b) or min(a, b) > 12:
            return None
        return one_day(int(m["year"]), min(a, b), max(a, b))

    def month_day(self, m: re.Match[str]) -> Meaning | None:
        month, year = self._month(m["month"]), self._year(m)
        month2 = self._month(m["month2"]) if m["month2"] else month
        named = NAME_AFTER.match(self.text, m.end()) and not (year or m["weekday"])
        if named and self._before(m.start()).endswith(("the ", "The ", "'s ", "’s ")):
            return None  # "the March 16 Factory"
        if m["day2"] and (month2, int(m["day2"])) <= (month, int(m["day"])) and not year:
            return (
                None
                if not m["month2"]
                else days_between(None, month, int(m["day"]), month2, int(m["day2"]))
            )
        found = days_between(year, month, int(m["day"]), month2, int(m["day2"] or m["day"]))
        return on_weekday(found, self._weekday(m["weekday"]))

    def day_month(self, m: re.Match[str]) -> Meaning | None:
        name, year = m["month"].rstrip("."), self._year(m)
        vague = name in self.cues.ambiguous_months and not year
        if vague and self.patterns.not_after_ambiguous.match(self.text, m.end()):
            return None
        month = self._month(name)
        first = self._month(m["month0"]) if m["month0"] else month
        found = days_between(year, first, int(m["day"]), month, int(m["day2"] or m["day"]))
        return on_weekday(found, self._weekday(m["weekday"]))

    def month(self, m: re.Match[str]) -> Meaning | None:
        name, year = m["month"].rstrip("."), given(m["year"])
        said = year or m["part"] or m["fraction"] or m["month2"]
        vague = name.capitalize() in self.cues.ambiguous_months and not said
        if vague and not self.patterns.month_opener.search(self._before(m.start("month"))):
            return None
        if not said and self._a_name(m):
            return None
        month = self._month(name)
        if m["month2"]:
            last = self._month(m["month2"])
            early = year - 1 if year and last < month else year
            return Calendar(
                first=Partial(year=early, month=month), last=Partial(year=year, month=last)
            )
        if m["fraction"]:
            low, high = self._fraction(m["fraction"])
            if (low, high) not in {(1, 6), (7, 12)}:
                return None
            days = (1, 15) if low == 1 else (16, 0)
        elif m["part"]:
            first, last_part = self._part(m["part"]), self._part(m["part2"] or m["part"])
            days = (THIRDS[first][0], THIRDS[last_part][1])
        else:
            at = Partial(year=year, month=month)
            return Calendar(first=at, last=at)
        return Calendar(
            first=Partial(year=year, month=month, day=days[0]),
            last=Partial(year=year, month=month, day=days[1]),
        )

    def _a_name(self, m: re.Match[str]) -> bool:
        """ "Analyst April Summers", "the Fourth of July": a month inside a name."""
        before = self._before(m.start("month"))
        if ORDINAL_OF.search(before):
            return True
        follows = NAME_AFTER.match(self.text, m.end("month")) is not None
        opened = self.patterns.month_opener.search(before) is not None
        return follows and not opened and (not before.strip() or before[-2:-1].isalpha())

    def year_part(self, m: re.Match[str]) -> Meaning | None:
        year = int(m["year"])
        if self.patterns.year_refused.match(self.text, m.end()):
            return None
        if m["part"]:
            low, high = FOURS[self._part(m["part"])]
        elif m["fraction"]:
            low, high = self._fraction(m["fraction"])
        else:
            low, high = self.cues.seasons[_by_fold(m["season"], self.cues.seasons)]
        return Calendar(
            first=Partial(year=year, month=low),
            last=Partial(year=year + (high < low), month=high),
        )

    def era(self, m: re.Match[str]) -> Meaning | None:
        start = self.cues.eras[_by_fold(m["era"], self.cues.eras)]
        at = Partial(year=given(m["year"]) or int(m["number"]) + start)
        return Calendar(first=at, last=at)

    def cjk(self, m: re.Match[str]) -> Meaning | None:
        at = Partial(year=given(m["year"]), month=int(m["month"]), day=given(m["day"]))
        return days_between(at.year, at.month or 0, at.day, at.month or 0, at.day)

    def cjk_year(self, m: re.Match[str]) -> Meaning | None:
        year = int(m["year"])
        last = year + 9 if m["decade"] else year
        return Calendar(first=Partial(year=year), last=Partial(year=last))

    def cjk_day(self, m: re.Match[str]) -> Meaning | None:
        return DayOfMonth(day=int(m["day"]))

    def decade(self, m: re.Match[str]) -> Meaning | None:
        year = int(m["year"])
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (9, 9)}.get(
            self._part(m["part"]) if m["part"] else "", (0, 9)
        )
        return Calendar(first=Partial(year=year + low), last=Partial(year=year + high))

    def years(self, m: re.Match[str]) -> Meaning | None:
        year, before = int(m["year"]), self._before(m.start())
        if self.patterns.year_refused.match(self.text, m.end()) and not m["year2"]:
            return None
        last = year
        if m["year2"]:
            last = int(m["year2"]) if len(m["year2"]) == 4 else year // 100 * 100 + int(m["year2"])
            if not year < last <= year + 300:
                return None
        follows = self.text[m.end() : m.end() + 2]
        thing = follows[:1] in {" ", "\n"} and follows[1:2].isalpha()
        modern = 1900 <= year <= 2049
        bracketed = modern and before.endswith("(") and follows[:1] in {")", ","}
        plain = modern and not (thing and follows[1:2].islower())
        if not (
            self.patterns.year_opener.search(before)
            or (plain and self.patterns.year_opener_weak.search(before))
            or bracketed
            or (modern and m["year2"] and not before.rstrip().endswith(("no", "No.")))
            or (modern and thing and self.patterns.year_determiner.search(before))
            or (
                (chain := YEAR_CHAIN.search(before))
                and m.start() - len(chain[0]) in self.years_read
            )
        ):
            return None
        self.years_read.add(m.end())
        return Calendar(first=Partial(year=year), last=Partial(year=last))

    def which_part(self, m: re.Match[str]) -> Meaning | None:
        offset = self.cues.which[_by_fold(m["which"], self.cues.which)]
        return Relative(unit=self._unit(m["unit"]), offset=offset, part=self._part(m["part"]))

    def which(self, m: re.Match[str]) -> Meaning | None:
        which = self.cues.which[_by_fold(m["which"], self.cues.which)]
        if m["unit"]:
            unit = self._unit(m["unit"])
            if unit == "hour" or m["unit"].lower().endswith("s"):
                return None
            if unit == "day" and which == 0:
                return Relative(unit=unit, offset=0)
            if _folded(m["which"]).startswith("the ") and which != 0:
                return Stretch(unit=unit, count=1, sign=-1 if which < 0 else 1)
            if (
                _folded(m["which"]) in self.cues.stretch_past
                and which < 0
                and m["which"].lower() != "last"
            ):
                return Stretch(unit=unit, count=1, sign=-1)
            return None if unit == "day" else Relative(unit=unit, offset=which)
        if m["season"]:
            months = self.cues.seasons[_by_fold(m["season"], self.cues.seasons)]
            return RelativeMonths(months=months, which=which)
        if m["month"]:
            month = self._month(m["month"])
            return RelativeMonths(months=(month, month), which=which)
        return Weekday(day=self._weekday(m["weekday"]) or 1, which=which)

    def fraction_which(self, m: re.Match[str]) -> Meaning | None:
        which = self.cues.which[_by_fold(m["which"], self.cues.which)]
        if self._unit(m["unit"]) != "year":
            return None
        return RelativeMonths(months=self._fraction(m["fraction"]), which=which)

    def ago(self, m: re.Match[str]) -> Meaning | None:
        unit, count = self._unit(m["unit"]), self._count(m["count"])
        if unit == "hour" or count is None:  # "an hour later" is a clock, and no day
            return None if unit == "hour" else Open(why="The words give no number of days.")
        if m["else"]:
            if self.text.startswith(" than", m.end()):
                return None
            sign = self.cues.anchored_elsewhere[_by_fold(m["else"], self.cues.anchored_elsewhere)]
            return Hanging(unit=unit, offset=sign * count)
        return Relative(unit=unit, offset=count if m["now"] else -count)

    def stretch(self, m: re.Match[str]) -> Meaning | None:
        if self.text.startswith(" of ", m.end()):
            return None  # "the last five months of her life"
        plural = m["unit"].lower().endswith("s")
        if not m["count"] and not plural:
            return None
        count = self._count(m["count"]) if m["count"] else None
        return Stretch(unit=self._unit(m["unit"]), count=count, sign=-1 if m["past"] else 1)

    def within(self, m: re.Match[str]) -> Meaning | None:
        return Stretch(unit=self._unit(m["unit"]), count=self._count(m["count"]), sign=1)

    def fixed(self, m: re.Match[str]) -> Meaning | None:
        word = _by_fold(m["fixed"], self.cues.relative)
        owns = word in self.cues.not_possessive and self.text[m.end() : m.end() + 2] in {"'s", "’s"}
        if owns and not self.patterns.happening.match(self.text, m.end() + 2):
            return None
        near = self.text[max(0, m.start() - LEAD) : m.end() + LEAD // 2]
        if word in self.cues.not_possessive and self.patterns.nowadays.search(near):
            return None
        told = self.cues.relative[word]
        return Relative(unit=told.unit, offset=told.offset, part=told.part)

    def unanchored(self, m: re.Match[str]) -> Meaning | None:
        words = _by_fold(" ".join(m.group().split()), self.cues.unanchored)
        found = self.cues.unanchored[words]
        if not stands_alone(self.text, m.span(), self.cues.unanchored_beside.get(words)):
            return None
        if words.endswith((" before", " after")) and self.text[m.end() : m.end() + 1] == " ":
            return Open(why="It counts from another event of the text.")
        return Hanging(unit=found.unit, offset=found.offset)

    def weekday(self, m: re.Match[str]) -> Meaning | None:
        if self.patterns.not_weekday.search(self._before(m.start())):
            return None
        if self.patterns.not_weekday_before.match(self.text, m.end()):
            return None
        return Weekday(day=self._weekday(m["weekday"]) or 1)

    def day_of_month(self, m: re.Match[str]) -> Meaning | None:
        opened = self.patterns.day_opener.search(self._before(m.start()))
        after = self.patterns.day_closer.match(self.text, m.end())
        named = after and "month" in after[0]
        return DayOfMonth(day=int(m["day"])) if (opened and after) or named else None


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _by_fold(words: str, table: Mapping[str, object]) -> str:
    folded = _folded(words)
    if folded in table:  # nearly always; going through them all took longer than the pattern
        return folded
    return next(key for key in table if key.lower() == folded)
