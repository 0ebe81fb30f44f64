"""Names that a Chinese, Japanese or Korean sentence only holds against something else.

Decides whether a thing is what another is measured by ("较“X”更高", "X보다") or is said not to be
meant ("不是“X”", "X이 아닌").
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.verbs import EasternContrast
from generator.text.tries import alternation

_NAMING = (
    r"(?:哪怕|任何|甚至|[一这這那该該][枚艘架种種款]|“[^”]{1,12}”|「[^」]{1,12}」"
    r"|[A-Za-z0-9-]{1,8})"
)
""" "One", "this kind of", and a name before what it names: "“X”导弹"."""
_NEAR = 20
_FAR = 24
"""Characters beside the name that are looked at, at most."""
_OPENING = r"[“「『\"《‘']?$"


class _Patterns:
    def __init__(self, cues: EasternContrast) -> None:
        than, with_ = alternation(cues.than), alternation(cues.beside)
        self.than = re.compile(rf"{than}[^，。；、,]{{0,12}}{_OPENING}")
        self.more = re.compile(rf"[^，。；,]{{0,8}}?{alternation(cues.more)}")
        self.beside = re.compile(rf"{with_}[^，。；,]{{0,20}}{_OPENING}")
        self.likened = re.compile(rf"[^，。；,]{{0,8}}?{alternation(cues.likened)}")
        self.denied = re.compile(rf"{alternation(cues.denied)}{_NAMING}{{0,4}}{_OPENING}")
        self.behind = re.compile(
            rf"[”」』\"》’')]?{alternation((*cues.behind, *cues.denied_behind))}"
        )


@lru_cache(maxsize=8)
def _patterns(cues: EasternContrast) -> _Patterns:
    return _Patterns(cues)


def set_against(text: str, start: int, end: int, *, cues: EasternContrast) -> bool:
    """Whether the name at a half-open range of a sentence is only compared with or denied."""
    if text.isascii():
        return False
    words = _patterns(cues)
    near, far = text[max(0, start - _NEAR) : start], text[max(0, start - _FAR) : start]
    return bool(
        words.behind.match(text, end)
        or words.denied.search(near)
        or (words.than.search(near) and words.more.match(text, end))
        or (words.beside.search(far) and words.likened.match(text, end))
    )
