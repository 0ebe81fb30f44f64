"""How many, where no list of counted things tells: "up to 400 Darts", "ten 600 mm rockets",
"Dart tanks, 28 of them", and the crew of a ship.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.knowledge.cues.units import UnitCues
from generator.model import Mention, Quantity
from generator.text import quantities
from generator.text.quantity_grammar import amount_patterns
from generator.text.reading import Reading

_BEFORE = 6
_AHEAD = 4
_LEAD = 60
_NEAR = 30
_SIZES = frozenset({"mm", "km", "t", "kg", "m", "count:axles"})
_OF_THE = re.compile(
    r"(?<!\bone)(?<!\bOne)(?<! 1) of "
    r"(?:the|its|their|these|those|his|[A-Z]\w+['’]s)(?: [\w-]+){0,2}$"
    r"| (?:pieces|units|sets|examples) of$"
)
_FURTHER = re.compile(r" (?:more|further|additional|other|new)$")
""" "Two more 6,500-ton ships"."""
_THING = " missiles"
"""Read in place of the name: any counted thing will do."""


class Counting:
    """The units of one knowledge base."""

    def __init__(self, cues: UnitCues) -> None:
        self._cues = cues
        self._numbers = frozenset(word for phrase in cues.numbers for word in phrase.split())
        number = amount_patterns(cues).number.pattern
        self._behind = re.compile(
            rf",? (?P<number>{number})(?= of (?:them|which|these)\b)|, (?P<alone>{number})(?=,)"
        )
        self._crew = re.compile(
            rf"\b(?:(?:crew|complement) of|crewed by) (?:[a-z]+ ){{0,3}}?(?P<number>{number})"
        )

    def counted(
        self, reading: Reading, weapons: Iterable[Mention], given: Iterable[Quantity]
    ) -> Iterator[Quantity]:
        """A quantity for each weapon right behind a number that is in no other quantity."""
        given, weapons = tuple(given), tuple(weapons)
        taken = [(item.start, item.end) for item in given]
        yield from self._crews(reading)
        for item in weapons:
            first, _ = reading.place_of(item)
            behind = self._numbered(item, reading, taken)
            if behind is not None:
                taken.append((behind.start, behind.end))
                yield behind
                continue
            adjective = self._adjective(item, reading, given)
            if adjective is not None:
                if not any(adjective.start == start for start, _ in taken):
                    taken.append((adjective.start, adjective.end))
                    yield adjective
                continue
            lead = reading.between(max(0, first - _BEFORE), first)
            if not any(word.isdigit() or word in self._numbers for word in lead):
                continue
            offset = reading.sentence.start
            begin = max(0, item.start - offset - _LEAD)
            before = reading.sentence.text[begin : item.start - offset].rstrip(" \"“‘'")
            before = _OF_THE.sub("", before)  # "61 of the Korean tanks"
            found = quantities.find(before + _THING, cues=self._cues)
            match = found[-1] if found else None
            if match is None or match.end < len(before) + len(_THING):
                continue
            start = offset + begin + match.start
            if any(start < end and begun < item.start for begun, end in taken):
                continue  # a figure inside the name ("20 240-mm launchers") is another
            if is_name(start, item.end, weapons):
                continue
            taken.append((start, item.end))
            yield Quantity(
                start=start,
                end=item.end,
                sentence=reading.sentence.id,
                surface=reading.sentence.text[start - offset : item.end - offset],
                op=match.op,
                value=match.value,
                unit=match.unit,
                value_to=match.value_to,
            )

    def _crews(self, reading: Reading) -> Iterator[Quantity]:
        """ "A crew of 330": the number needs no word behind it."""
        if not {"crew", "crewed", "complement"} & set(reading.tokens.norms):
            return
        for match in self._crew.finditer(reading.sentence.text):
            one = self._read(reading, match.start("number"), match.end("number"))
            if one is not None:
                yield replace(one, unit="count:crew")

    def _numbered(
        self, item: Mention, reading: Reading, taken: list[tuple[int, int]]
    ) -> Quantity | None:
        """ "Dart tanks, 28 of them", "Dart-3s, six, with a new nose"."""
        match = self._behind.match(reading.sentence.text, item.end - reading.sentence.start)
        if match is None:
            return None
        kind = "number" if match["number"] else "alone"
        one = self._read(reading, match.start(kind), match.end(kind))
        if one is None or any(one.start < end and start < one.end for start, end in taken):
            return None
        return replace(one, start=item.start, surface=self._cut(reading, item.start, one.end))

    def _adjective(
        self, item: Mention, reading: Reading, given: tuple[Quantity, ...]
    ) -> Quantity | None:
        """ "Ten 600 mm rockets": the figure between tells what they are."""
        size = next(
            (
                one
                for one in given
                if one.unit in _SIZES
                and 0 <= item.start - one.end <= _NEAR
                and not set(self._cut(reading, one.end, item.start)) & set(",;(")
            ),
            None,
        )
        if size is None:
            return None
        at = reading.tokens.at(size.start - reading.sentence.start)
        begin = max(0, size.start - reading.sentence.start - _LEAD)
        before = reading.sentence.text[begin : size.start - reading.sentence.start].rstrip()
        before = _FURTHER.sub("", _OF_THE.sub("", before))
        words = reading.tokens.norms[max(0, at - _AHEAD) : at]
        if not any(word.isdigit() or word in self._numbers for word in words):
            return None
        found = quantities.find(before + _THING, cues=self._cues)
        if not found or found[-1].end < len(before) + len(_THING):
            return None
        start = reading.sentence.start + begin + found[-1].start
        return Quantity(
            start=start,
            end=item.end,
            sentence=reading.sentence.id,
            surface=self._cut(reading, start, item.end),
            op=found[-1].op,
            value=found[-1].value,
            unit=found[-1].unit,
            value_to=found[-1].value_to,
        )

    def _read(self, reading: Reading, start: int, end: int) -> Quantity | None:
        """A bare number of the sentence as a count."""
        found = quantities.find(reading.sentence.text[start:end] + _THING, cues=self._cues)
        if len(found) != 1:
            return None
        offset = reading.sentence.start
        return Quantity(
            start=offset + start,
            end=offset + end,
            sentence=reading.sentence.id,
            surface=reading.sentence.text[start:end],
            op=found[0].op,
            value=found[0].value,
            unit=found[0].unit,
            value_to=found[0].value_to,
        )

    def _cut(self, reading: Reading, start: int, end: int) -> str:
        """Characters of the sentence by offsets of the article."""
        offset = reading.sentence.start
        return reading.sentence.text[start - offset : end - offset]


def is_name(start: int, end: int, weapons: Iterable[Mention]) -> bool:
    """ "The 055 destroyers": the number at the head of a figure is the name of a weapon."""
    return any(one.start <= start < one.end < end for one in weapons)
