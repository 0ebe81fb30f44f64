"""How many of a weapon in Chinese, Japanese and Korean: a number and a word of measure.

Decides it by place alone: right before the weapon in Chinese ("24套“X”火箭炮"), right behind it and
its class noun in Korean and Japanese ("X 4대").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from generator.knowledge.cues.units import UnitCues
from generator.model import Comparator, Mention, Quantity
from generator.text.reading import Reading
from generator.text.tries import alternation

_REACH = 24
ALONE = "count:alone"
"""Unit of a count with no noun beside it."""


class NativeCounting:
    """The words of one knowledge base."""

    def __init__(self, cues: UnitCues) -> None:
        self._numbers = cues.native_numbers
        self._signs: Mapping[str, Comparator] = {
            word: sign
            for sign, words in cues.before_number.items()
            for word in words
            if not word.isascii()
        }
        self._afters: Mapping[str, Comparator] = {
            word: sign
            for sign, words in cues.after_number.items()
            for word in words
            if not word.isascii()
        }
        sign = f"(?P<sign>{alternation(self._signs)})?"
        number = rf"(?P<number>\d[\d,]{{0,8}}|{alternation(self._numbers)})(?P<more>[多余餘여])?"
        measure = f"{alternation(cues.measures)}"
        self._before = re.compile(
            rf"{sign}(?<![\d.一二两兩三四五六七八九十数數几幾第首]){number}{measure}(?!次)[^\s，。、；：,.\dもはがをにで]{{0,6}}?[“「『‘]?$"
        )
        self._behind = re.compile(
            rf"[”」』’]? ?(?:[号號호급형]|[^\s，。、；：,.\d“「]{{0,8}})? ?{sign} ?{number}"
            rf" ?{measure}"
            r"(?=[^\w]|[를을가이의로와과도씩등은는만까はがをのにでと]|$)"
        )

        self._crew = re.compile(
            rf"{alternation(cues.native_crews)}(?:[은는约約は])? ?{sign}{number} ?[여]? ?[명人名]"
        )
        # "现已部署46枚，", "2030년까지 20기를": the weapon spoken of, where no noun stands beside.
        self._alone = re.compile(
            rf"(?<![\d.一二两兩三四五六七八九十数數几幾第首제每])"
            rf"(?:(?<=[一-鿿，、（])|(?<=[{cues.native_joints}] ))"
            rf"{sign}{number} ?{measure}(?=[，。；,)）]|[를을](?= )| ?{alternation(self._afters)})"
        )
        self._after = re.compile(f" ?(?P<after>{alternation(self._afters)})")

    def alone(
        self, reading: Reading, weapons: Iterable[Mention], given: Iterable[Quantity]
    ) -> Iterator[Quantity]:
        """A count with no noun beside it: of the weapon that the sentence goes on about."""
        text, offset = reading.sentence.text, reading.sentence.start
        if text.isascii():
            return
        taken = [(item.start, item.end) for item in (*given, *weapons)]
        for match in self._crew.finditer(text):
            yield self._read(reading, match, match.end(), unit="count:crew")
        for match in self._alone.finditer(text):
            first, last = offset + match.start(), offset + match.end()
            if any(a < last and first < b for a, b in taken):
                continue
            after = self._after.match(text, match.end())
            end = match.end() if after is None else after.end()
            one = self._read(reading, match, end, unit=ALONE)
            yield one if after is None else replace(one, op=self._afters[after["after"]])

    def _read(self, reading: Reading, match: re.Match[str], end: int, *, unit: str) -> Quantity:
        """The number of a match as an amount that ends at a place of the sentence."""
        number, offset = match["number"], reading.sentence.start
        return Quantity(
            start=offset + match.start(),
            end=offset + end,
            sentence=reading.sentence.id,
            surface=reading.sentence.text[match.start() : end],
            op=">" if match["more"] else self._signs.get(match["sign"] or "", "="),
            value=float(self._numbers.get(number) or int(number.replace(",", ""))),
            unit=unit,
        )

    def counted(
        self, reading: Reading, weapons: Iterable[Mention], given: Iterable[Quantity]
    ) -> Iterator[Quantity]:
        """A quantity for each weapon with a number and a word of measure beside it."""
        text, offset = reading.sentence.text, reading.sentence.start
        if text.isascii():
            return
        taken = [(item.start, item.end) for item in given]
        for item in weapons:
            start, end = item.start - offset, item.end - offset
            lead = text[max(0, start - _REACH) : start]
            match = self._before.search(lead)
            if match is not None:
                first, last = start - len(lead) + match.start(), end
                if any(a < offset + end and offset + start < b for a, b in taken):
                    last = start  # the name holds a figure of its own: "36门240毫米火箭炮"
            else:
                match = self._behind.match(text, end, end + _REACH)
                if match is None:
                    continue
                first, last = start, match.end()
            if any(
                a < offset + last and offset + first < b and not (item.start <= a and b <= item.end)
                for a, b in taken
            ):
                continue  # a figure inside the name is another: "20mm 포 30문"
            taken.append((offset + first, offset + last))
            number = match["number"]
            value = self._numbers.get(number) or int(number.replace(",", ""))
            yield Quantity(
                start=offset + first,
                end=offset + last,
                sentence=reading.sentence.id,
                surface=text[first:last],
                op=">" if match["more"] else self._signs.get(match["sign"] or "", "="),
                value=float(value),
                unit="count:missiles",
            )
