"""Other spellings of a word: the British and the American.

This module alone decides which words of a name are respelled, and keeps their capitals; the
pairs are words of ``knowledge/language/actors.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_STEM = 3
"""Letters before an ending."""


def pairs_of(listed: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """Each word of a pair leads to the other."""
    return {one: other for pair in listed for one, other in (pair, reversed(pair))}


def respelled(words: tuple[str, ...], pairs: Mapping[str, str]) -> tuple[str, ...] | None:
    """The words with each one that has another spelling written so; None if none has."""
    other = tuple(_other(word, pairs) for word in words)
    return other if other != words else None


def ended_otherwise(words: tuple[str, ...], endings: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words with the last one in each other way of writing its ending: Zendasky, Zendaskiy."""
    *first, last = words
    own = max((one for one in endings if last.endswith(one)), key=len, default=None)
    if own is None or len(last) < len(own) + _STEM:
        return
    for ending in endings:
        if ending != own:
            yield (*first, last.removesuffix(own) + ending)


def _other(word: str, pairs: Mapping[str, str]) -> str:
    other = pairs.get(word.casefold())
    if other is None:
        return word
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other
