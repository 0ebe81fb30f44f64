"""Half-width punctuation among Chinese and Japanese characters, read as the full-width marks.

Decides which "," ":" and ";" part clauses of East Asian text, and which belong to a number, a clock
or Latin words. Nothing changes its place, and what a reader is shown is never the text from here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.scripts import HAN, HANGUL_LETTER, KANA

_MARK = re.compile(
    rf"(?<=[{KANA}{HAN}”」』》）])[,:;]|[,:;](?= ?[“「『《（]?[{KANA}{HAN}])"
    r"|(?<=[\"\u0001])[,;](?=[^\x00-\x7f])"
)
_FULL = {",": "，", ":": "：", ";": "；"}
_LONGEST = 4000


def full_width(text: str) -> str:
    """The same number of characters, "总统说,这" as "总统说，这"; Korean writes its own so."""
    if text.isascii() or not ("," in text or ":" in text or ";" in text):
        return text
    return _widened(text) if len(text) <= _LONGEST else _all_full(text)


@lru_cache(maxsize=64)
def _widened(text: str) -> str:
    return _all_full(text)


def _all_full(text: str) -> str:
    if HANGUL_LETTER.search(text) is not None:
        return text
    return _MARK.sub(lambda mark: _FULL[mark.group()], text)
