"""Other spellings of a word: the British and the American.

This module alone decides which words of a name are respelled, and keeps their capitals; the
pairs are words of ``knowledge/language/actors.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def pairs_of(listed: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """Each word of a pair leads to the other."""
    return {one: other for pair in listed for one, other in (pair, reversed(pair))}


def respelled(words: tuple[str, ...], pairs: Mapping[str, str]) -> tuple[str, ...] | None:
    """The words with each one that has another spelling written so; None if none has."""
    other = tuple(_other(word, pairs) for word in words)
    return other if other != words else None


def _other(word: str, pairs: Mapping[str, str]) -> str:
    other = pairs.get(word.casefold())
    if other is None:
        return word
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other
