"""Traditional Chinese characters read as the simplified ones, each in its place.

Decides that one list of words serves both ways of writing, and how a listed simplified name is
written in the traditional way. Nothing changes its place, and what a reader is shown is never the
text from here.
"""

from __future__ import annotations

from functools import lru_cache

from generator.text.scripts import HAN_OR_KANA


@lru_cache(maxsize=8)
def _table(pairs: tuple[str, ...]) -> dict[int, int]:
    return {ord(pair[0]): ord(pair[1]) for pair in pairs}


def traditional_letters(pairs: tuple[str, ...], keeps: tuple[str, ...]) -> dict[int, str]:
    """The traditional character of each simplified one, for ``str.translate``: the first listed;
    not of those that traditional text ``keeps``."""
    found: dict[int, str] = {}
    for pair in pairs:
        if pair[1] not in keeps:
            found.setdefault(ord(pair[1]), pair[0])
    return found


def simplified(text: str, pairs: tuple[str, ...]) -> str:
    """The same number of characters; each pair is a traditional character and its simplified."""
    if text.isascii() or HAN_OR_KANA.search(text) is None:
        return text
    return text.translate(_table(pairs))
