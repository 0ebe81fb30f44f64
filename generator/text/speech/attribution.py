"""What a reader of sources hands on: who speaks, by which words, in which sentence."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Literal, NamedTuple

from msgspec import Struct

from generator.model import Mention

TOKEN = re.compile(r"[A-Za-z0-9]++(?=[ ,])|[^\W_]+(?:[.'&/-][^\W_]+)*\.?|\S")
"""A word, or a mark."""
_TOKENS = re.compile(f"({TOKEN.pattern})")

Way = Literal["subject", "inverted", "according", "by", "participle", "quoted", "label", "cjk",
              "gapped"]  # fmt: skip


class Attribution(Struct, frozen=True, kw_only=True):
    """Offsets count from the start of the sentence. ``outlet`` marks a carrier of others' words."""

    holder: str
    cue: tuple[int, int]
    source: tuple[int, int]
    way: Way
    denies: bool = False
    outlet: bool = False
    carrier: tuple[int, int] | None = None
    """Where the words stand that name who passes it on."""


class Voice(Struct, frozen=True, kw_only=True):
    """A part of a sentence (offsets in it) and who speaks in it; nobody by name if ``found`` is
    None."""

    start: int
    end: int
    found: Attribution | None


class Line(NamedTuple):
    """A sentence under reading: plain text, the same with quotations blanked, its actors with
    offsets from the sentence's start."""

    text: str
    outside: str
    actors: tuple[tuple[int, int, Mention], ...]

    def tokens(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The words and marks of a stretch of ``outside`` with their offsets."""
        # Gaps and tokens by turns, and where each ends: half the time of a match a token.
        pieces = _TOKENS.split(self.outside[start:end])
        ends = list(accumulate(map(len, pieces), initial=start))
        return list(zip(ends[1::2], ends[2::2], pieces[1::2], strict=False))

    def only_names(self, span: tuple[int, int] | None) -> bool:
        """Whether a phrase begins and ends with a recognised actor."""
        return span is not None and all(
            any(actor[side] == span[side] for actor in self.actors) for side in (0, 1)
        )
