"""Shape of ``knowledge/language/boilerplate.yml``: lines around an article, not of it."""

from __future__ import annotations

from typing import Literal

from generator.knowledge.entities import Base

LabelMeaning = Literal["url", "publisher", "author", "date", "title", "drop"]


class Label(Base, frozen=True, kw_only=True):
    """Words that open a line ``Label: value`` and what the value states."""

    means: LabelMeaning
    words: tuple[str, ...]


class Boilerplate(Base, frozen=True, kw_only=True, eq=False):
    """``disclaimers``, ``credits`` and ``navigation`` hold patterns for whole lines: ``*`` stands
    for any words, ``(a|b)`` for either, ``#`` for a
    number; case, spacing and outer punctuation do not matter.
    Disclaimers and credits count only near the head or the tail of an article."""

    disclaimers: tuple[str, ...]
    credits: tuple[str, ...]
    navigation: tuple[str, ...]
    labels: tuple[Label, ...]
    byline: tuple[str, ...]
    """Words that open a line naming the writer."""
    reporting: tuple[str, ...]
    """Words of report: what holds one is no disclaimer and no credit."""
    prose: tuple[str, ...]
    """Verbs that make a line a sentence, whatever word it opens with."""
    months: dict[str, int]
    stamp_words: tuple[str, ...]
    """Words that may stand beside a date in a line that only says when."""
    kickers: tuple[str, ...]
    """Words in capitals before a dash that name no place."""
    small_words: tuple[str, ...]
    """Words that stay lower-case inside a name or title."""
