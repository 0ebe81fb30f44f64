"""With which others a ship or aircraft does what is said: those joined to it, the group it is of.

Decides by place alone: "the Zenda and the Strelsau", "the Zenda together with the Strelsau",
"a task group including the Zenda".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extract.weapons.clauses import offset_of
from generator.extract.weapons.extent import Extent
from generator.knowledge.cues.weapons import AtWork
from generator.model import Mention
from generator.text.reading import Reading

_LEAD = 4
_MOST = 6


class Company:
    """``platform`` tells ships and aircraft."""

    def __init__(self, cues: AtWork, extent: Extent, platform: Callable[[str], bool]) -> None:
        self._extent, self._platform = extent, platform
        self._together = tuple(tuple(phrase.split()) for phrase in cues.together)
        self._counted_in = tuple(tuple(phrase.split()) for phrase in cues.counted_in)
        self._groups = frozenset(cues.groups)

    def ranges(self, begin: int, end: int, reading: Reading) -> Iterator[tuple[int, int, bool]]:
        """The wider phrases that a phrase is part of, and whether the comma behind one of them only
        closes it."""
        first, last = begin, end
        for _ in range(_MOST):
            wider = self._after(last, reading)
            if wider is None:
                break
            last = wider
        for _ in range(_MOST):
            earlier = self._before(first, reading)
            if earlier is None:
                break
            first = earlier
        if (first, last) != (begin, end):
            yield first, last, False
        group = self._group(first, reading)
        if group is not None:
            yield group, last, True

    def _after(self, last: int, reading: Reading) -> int | None:
        """Where the next one of a list ends."""
        behind = self._joint(last, reading)
        if behind is None:
            return None
        found = self._named(behind, behind + _LEAD, reading)
        return None if found is None else self._extent.end(reading.place_of(found)[1], reading)

    def _joint(self, last: int, reading: Reading) -> int | None:
        """Behind what joins the next one."""
        if last >= len(reading.tokens):
            return None
        gap = reading.tokens.gap(last)
        words = next(
            (one for one in self._together if reading.between(last, last + len(one)) == one), ()
        )
        if words and gap in {" ", ", "}:
            return last + len(words)
        return last if gap == ", " else None

    def _before(self, first: int, reading: Reading) -> int | None:
        """Where the one before begins, of which this one is the next."""
        for item in reversed(reading.mentions[: reading.index_of(offset_of(first, reading))]):
            if item.kind != "weapon" or not self._platform(item.entity):
                continue
            end = self._extent.end(reading.place_of(item)[1], reading)
            if end <= first and self._joint(end, reading) == first:
                return self._extent.begin(reading.place_of(item)[0], reading)
            return None
        return None

    def _group(self, first: int, reading: Reading) -> int | None:
        """Where "a task group including" begins."""
        for phrase in self._counted_in:
            at = first - len(phrase)
            if at < 1 or reading.between(at, first) != phrase:
                continue
            head = reading.tokens.norms[at - 1] in self._groups
            named = self._named(at - 1, at, reading)
            if head or named is not None:
                return self._extent.begin(at - 1, reading)
        return None

    def _named(self, begin: int, stop: int, reading: Reading) -> Mention | None:
        """The first ship or aircraft in a token range, if nothing but its own words leads to it."""
        for item in reading.mentions[reading.index_of(offset_of(begin, reading)) :]:
            place = reading.place_of(item)[0]
            if place >= stop:
                return None
            if item.kind == "weapon" and self._platform(item.entity):
                return item if self._extent.begin(place, reading) <= begin else None
        return None
