"""What a figure tells that leaves its word out: "a range of 500 km, the Dart-4 only 300 km",
"射程200公里，红旗-16为40公里".

Decides it where nothing but another weapon's name stands between two figures of one unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.knowledge.cues.specs import SpecRule
from generator.model import EntityId, Quantity
from generator.text.reading import Reading

_LEAD = re.compile(
    r"[\s,，、；;）)]*(?:(?:and|while|but|whereas) )?(?:(?:that|those) of )?(?:(?:the|its|a) )?"
    r"(?:[A-Za-z]+(?:'s)? )?[而则則]?[\"“‘'「『]?",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"[\"”’'」』)）]?(?: ?[（(][^()（）]{1,24}[)）])?"
    r"(?:[级級型]?[一-鿿가-힣]{0,4}?| (?:class|missile|variant))?"
    r" ?(?:(?:is|has|at|only|just|manages|reaches|displaces)\s?){0,2}"
    r"[为為则則仅僅只达達은는이가]{0,2}有?\s?",
    re.IGNORECASE,
)


class Told(Struct, frozen=True, kw_only=True):
    """The figure before, what it told and of which weapon."""

    quantity: Quantity
    rule: SpecRule
    owner: EntityId


def carried(
    quantity: Quantity,
    owner: EntityId,
    before: Told | None,
    named: Mapping[tuple[int, int], EntityId],
    reading: Reading,
) -> SpecRule | None:
    """The rule of the figure before, where this one only goes on with another weapon."""
    if before is None or before.quantity.unit != quantity.unit or before.owner == owner:
        return None
    text, offset = reading.sentence.text, reading.sentence.start
    last, first = before.quantity.end, quantity.start
    between = [at for at in named if last <= at[0] and at[1] <= first]
    if not between or any(named[at] != owner for at in between):
        return None
    lead = text[last - offset : between[0][0] - offset]
    follow = text[between[-1][1] - offset : first - offset]
    fits = _LEAD.fullmatch(lead) is not None and _FOLLOW.fullmatch(follow) is not None
    return before.rule if fits else None
