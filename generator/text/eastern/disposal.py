"""Whether a Chinese "将" marks an object ("将六人列为对象"), and no future.

Decides it by the verb that the object is put before: one that makes something into something, or
moves or changes it; or by an object that is counted. What opens like a verb, an adverb or a time
of its own keeps the future.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.text.tries import alternation

_DATED = r"\d+ ?[年月日点點时時]"


_NUMBER = r"(?:[多数數两兩几幾一二三四五六七八九十百千]|\d[\d,.]*[万萬]?)+余?"


def object_ahead(verbs: Iterable[str], openers: Iterable[str], measures: Iterable[str]) -> str:
    """The pattern of what follows a 将 that marks an object; ``openers`` begin no object, and a
    number with one of the words of measure ``measures`` begins one whatever the verb."""
    verbs = tuple(verbs)
    opened = f"(?!{alternation((*verbs, *openers))}|{_DATED})"
    counted = rf"{_NUMBER}{alternation(measures)}(?![会會将將月星小])"
    return rf"(?:{counted}|{opened}[^，。；：,;]{{2,60}}?{alternation(verbs)})"
