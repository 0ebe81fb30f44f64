"""Whether a Chinese "将" marks an object ("将六人列为对象"), and no future.

Decides it by the verb that the object is put before: one that makes something into something, or
moves or changes it. What opens like a verb, an adverb or a time of its own keeps the future.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.text.tries import alternation

_DATED = r"\d+ ?[年月日点點时時]"


_COUNTED = r"[多数數两兩几幾一二三四五六七八九十百\d]+余?[个個艘架枚套支批辆輛座门門名]"


def object_ahead(verbs: Iterable[str], openers: Iterable[str], counted: Iterable[str]) -> str:
    """The pattern of what follows a 将 that marks an object; ``openers`` begin no object, and
    behind an object that is counted one of the verbs ``counted`` does as well."""
    verbs = tuple(verbs)
    opened = f"(?!{alternation((*verbs, *openers))}|{_DATED})"
    some = rf"{_COUNTED}[^，。；：,;]{{1,60}}?{alternation(counted)}"
    return rf"(?:{opened}[^，。；：,;]{{2,60}}?{alternation(verbs)}|{some})"
