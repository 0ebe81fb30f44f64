"""A sentence that is too long, without the constituents it can best do without.

Decides which of its constituents go, one whole one after the other: of all ways to bring a
sentence to size the one is taken that loses least.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from generator.text.syntax.clauses import (
    Cutting,
    closed,
    forms,
    has_main_verb,
    plain,
    whole,
    word_count,
)
from generator.text.syntax.constituents import constituents

_STEPS, _WAYS = 3, 6
"""Cuts one after the other, and ways of cutting that are followed up at each step."""
_SHORTEST = 8
"""Words that must stay."""
_TOLD = 2.0
"""More for each word lost that tells what the article is about."""
_WHEN = 8.0
"""More for the only words that tell when."""


def trimmed(
    text: str, *, cutting: Cutting, limit: int, telling: frozenset[str] = frozenset()
) -> str | None:
    """``text`` without whole constituents, in at most ``limit`` words; None where no cut leaves a
    whole sentence. ``telling`` are folded words that are better kept."""
    told = _stands(text, forms(text), cutting)
    ways = [(0.0, text)]
    for _ in range(_STEPS):
        further = {
            shorter: cost + price
            for cost, longer in reversed(ways)
            for price, shorter in _cuts(longer, cutting, telling, told=told)
        }
        ways = sorted((cost, one) for one, cost in further.items())
        fitting = [one for _, one in ways if word_count(one) <= limit]
        if fitting:
            return fitting[0]
        ways = ways[:_WAYS]
    return None


@lru_cache(maxsize=32)
def _cuts(
    text: str, cutting: Cutting, telling: frozenset[str], *, told: bool
) -> tuple[tuple[float, str], ...]:
    """What one cut leaves, each with what it costs; ``told`` where the verb of the whole sentence
    is one that the lists have, which must then stay. Kept: a bottom line is asked for in fewer and
    fewer words, and two cuts of three are made again."""
    found: list[tuple[float, str]] = []
    for weight, begin, end in constituents(text, cutting):
        words = [plain(word) for word in text[begin:end].split()]
        kept = text[:begin].rstrip(",;:-–— ")
        if end < len(text):
            kept = f"{kept} {text[end:].lstrip()}" if kept else text[end:].lstrip()
        left = forms(kept)
        if len(left) < _SHORTEST or not closed(kept):
            continue
        if told and not _stands(kept, left, cutting):
            continue
        lost = len(telling & {*words} - {*map(plain, left)})
        undated = not cutting.times.isdisjoint(words) and cutting.times.isdisjoint(map(plain, left))
        found.append((weight * len(words) + _TOLD * lost + _WHEN * undated, kept))
    return tuple(found)


def _stands(kept: str, left: Sequence[str], cutting: Cutting) -> bool:
    """Whether what is left has a verb of its own; one in "-ed" right behind a name
    or a plural is."""
    if whole(kept, cutting) and has_main_verb(left, cutting):
        return True
    words = kept.split()
    return plain(left[0]) not in cutting.openers and any(
        word.islower()
        and word.endswith("ed")
        and (before[:1].isupper() or before.endswith("s"))
        and before[-1:].isalnum()
        for before, word in pairwise(words)
    )
