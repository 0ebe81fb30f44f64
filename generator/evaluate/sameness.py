"""When two texts are held to be the same: names and surfaces without case, hyphens and spaces;
sentences by the words they share."""

from __future__ import annotations

import re

_SHARED = 0.6


def fold(text: object) -> str:
    """Letters and digits only, lower case."""
    return re.sub(r"[^\w]+", "", str(text).casefold())


def same_sentence(left: str, right: str) -> bool:
    """Whether one holds the other, or both are mostly the same words."""
    first, second = fold(left), fold(right)
    if not first or not second:
        return False
    if first in second or second in first:
        return True
    one = set(re.findall(r"\w+", left.casefold()))
    two = set(re.findall(r"\w+", right.casefold()))
    return len(one & two) / max(1, min(len(one), len(two))) >= _SHARED and (
        len(one & two) / max(len(one), len(two)) >= _SHARED
    )
