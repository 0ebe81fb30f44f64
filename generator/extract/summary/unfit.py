"""What is no statement: text too damaged to print, and words without a verb."""

from __future__ import annotations

import re
import string
from collections.abc import Set as AbstractSet

from generator.text.tokens import is_latin, tokenise

_CELLS = 2
"""Bars of the shortest row of a table."""
_LETTERS = string.ascii_letters.encode()
_STRAY = re.compile("\ufffd|[*_#]{2}")


def is_heading(text: str, finite: AbstractSet[str]) -> bool:
    """Whether neither a stop nor a verb (folded forms in ``finite``) makes words a sentence."""
    if not text[-1:].isalnum() or not is_latin(text):
        return False
    # "launches" is a verb or a noun; what shows a sentence is "was", "has" or a past form.
    return not any(
        word.endswith("ed") or (word in finite and (word[-1:] != "s" or len(word) < 4))
        for word in tokenise(text).norms
    )


def torn(text: str, *, last: bool, stops: AbstractSet[str]) -> bool:
    """Whether a sentence without a stop breaks off: in one of the words ``stops`` or, where it is
    the ``last`` of its article, anywhere ("as the ministry is cer")."""
    if not text[-1:].isalnum():
        return False
    words = tokenise(text).norms if is_latin(text) else ()
    return last or (bool(words) and words[-1] in stops)


def garbled(text: str) -> bool:
    """Whether a sentence is too damaged to print as a statement: torn quotation marks, stray
    marks, or no letters to speak of."""
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return True
    if text.count(" | ") >= _CELLS:
        return True  # a row of a table
    if text.isascii():  # ten times as fast as asking each character
        letters = len(text) - len(text.encode().translate(None, _LETTERS))
    else:
        letters = sum(map(str.isalpha, text))
    return letters < len(text) * 0.5 or _STRAY.search(text) is not None
