"""What a text says beyond another one that stands above it.

This module alone decides when a reader would read the same sentence twice: a bottom line below a
title that was made of it, a summary that opens with the bottom line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Analysis, Statement

WORTH = 5
"""Words that must be left for a rest to be worth printing."""
ALIKE = 0.8
"""Share of a text's words that the text above has as well, from which on it says nothing new."""
LONGER = 0.4
"""Share of new words up to which a statement is the one above it over again."""
_WORD = re.compile(r"\w+")
_PUT_IN = re.compile(r"\[[^\]\n]*\]")
"""Days and names that no article says: a short line holds fewer of them than a long one."""


def lead(analysis: Analysis) -> str:
    """The first of bottom line and summary that says more than the title, without what it
    repeats of it at its beginning; empty where none does."""
    texts = (analysis.bluf.text, *(one.text for one in analysis.summary))
    return next(filter(None, (beyond(analysis.title, text) for text in texts)), "")


def beyond(above: str, text: str) -> str:
    """``text``, or the rest of it after the words of ``above``, or nothing."""
    known = _words(above)
    found = list(_WORD.finditer(text))
    own = [one.group().casefold() for one in found]
    if known and own[: len(known)] == known:
        rest = text[found[len(known) - 1].end() :].lstrip(" ,;:")
        return f"… {rest}" if len(own) - len(known) >= WORTH else ""
    said = set(known)
    same = sum(word in said for word in own)
    return "" if same >= ALIKE * len(own) else text


def fresh(statements: Iterable[Statement], *, above: str) -> tuple[Statement, ...]:
    """``statements`` without one that repeats ``above`` word for word, what is put in left aside,
    if two others are left; and without one that says it at somewhat greater length, if three
    are."""
    listed, known = tuple(statements), _words(_PUT_IN.sub("", above))
    for longer, left in ((LONGER, 3), (0.0, 2)):
        others = tuple(
            one for one in listed if not _repeats(_words(_PUT_IN.sub("", one.text)), known, longer)
        )
        if len(others) >= left:
            return others
    return listed


def _repeats(own: list[str], known: list[str], longer: float) -> bool:
    """Whether ``own`` holds all words of ``known`` in their order, and of others no larger share
    than ``longer``."""
    rest = iter(own)
    return len(own) * (1 - longer) <= len(known) and all(word in rest for word in known)


def _words(text: str) -> list[str]:
    return [one.group().casefold() for one in _WORD.finditer(text)]
