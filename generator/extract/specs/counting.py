"""How many of a named weapon: a number before a name that no list of counted things has
("up to 400 Darts")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.knowledge.cues.units import UnitCues
from generator.model import Mention, Quantity
from generator.text import quantities
from generator.text.reading import Reading

_BEFORE = 4
_LEAD = 60
_THING = " missiles"
"""Read in place of the name: any counted thing will do."""


class Counting:
    """The units of one knowledge base."""

    def __init__(self, cues: UnitCues) -> None:
        self._cues = cues
        self._numbers = frozenset(word for phrase in cues.numbers for word in phrase.split())

    def counted(
        self, reading: Reading, weapons: Iterable[Mention], given: Iterable[Quantity]
    ) -> Iterator[Quantity]:
        """A quantity for each weapon right behind a number that is in no other quantity."""
        taken = [(item.start, item.end) for item in given]
        for item in weapons:
            first, _ = reading.place_of(item)
            lead = reading.between(max(0, first - _BEFORE), first)
            if not any(word.isdigit() or word in self._numbers for word in lead):
                continue
            offset = reading.sentence.start
            begin = max(0, item.start - offset - _LEAD)
            before = reading.sentence.text[begin : item.start - offset].rstrip(" \"“‘'")
            found = quantities.find(before + _THING, cues=self._cues)
            match = found[-1] if found else None
            if match is None or match.end < len(before) + len(_THING):
                continue
            start = offset + begin + match.start
            if any(start < end and begun < item.end for begun, end in taken):
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
