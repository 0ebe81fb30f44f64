"""How near a word of Chinese, Japanese or Korean stands to a figure that it may name.

Decides which of the words around a figure are told of another one: before a comma, before the
figure ahead of it, or with a particle that leads on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Quantity
from generator.text.reading import Reading

INSIDE = 0.2
"""A word within the figure itself is the nearest."""
COMMA = re.compile(r"[，、；,;]")
_JOINT = re.compile(r"\s?(?:와|과|및|、|和|與|与|・|~|∼|-)?\s?")


def end_of_another(quantity: Quantity, given: Sequence[Quantity], reading: Reading) -> int:
    """Where the figure of that unit before it ends, unless a list joins them: in "고도 93㎞까지
    올라 800㎞를" the altitude is the first alone."""
    ends = (one.end for one in given if one.unit == quantity.unit and one.end <= quantity.start)
    offset = reading.sentence.start
    end = max(ends, default=offset) - offset
    return 0 if _JOINT.fullmatch(reading.sentence.text[end : quantity.start - offset]) else end


def behind_comma(near: str) -> str:
    """What stands right before a figure: in "폭 17m, 높이 39m" the width does not name the second.
    The comma may be the last thing before it ("射程，约300公里")."""
    last = COMMA.split(near)[-1]
    return last if last.strip() else near


def east_distance(
    words: tuple[str, ...], near: str, behind: str, *, inside: str, parting: tuple[str, ...]
) -> float | None:
    """Characters between a word and the figure; of two that end together the longer wins."""
    best: float | None = None
    for word in words:
        if word.isascii():
            continue
        if word in inside:
            best = INSIDE if best is None else min(best, INSIDE)
        at = near.rfind(word)
        if at >= 0 and not near.startswith(parting, at + len(word)):
            gap = len(near) - at - len(word) - 0.1 * len(word)
            best = gap if best is None else min(best, gap)
        after = behind.find(word)
        if after >= 0:
            best = after + 4.0 if best is None else min(best, after + 4.0)
    return best
