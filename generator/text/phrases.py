"""Lists of words as one regular expression, and text made fit to be searched for them.

Decides that a phrase matches whatever its white space, apostrophes and quotation marks look
like, and that nothing which searches may move an offset: :func:`plain` keeps the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACES = dict.fromkeys("\t\n\r\f\v\u00a0\u2007\u202f\u3000\u2028\u2029", " ")
_APOSTROPHES = dict.fromkeys("’‘ʼ＇`", "'")
_QUOTES = dict.fromkeys("“”„‟«»「」『』＂", '"')
_DASHES = dict.fromkeys("‐‑−", "-")
_TABLE = str.maketrans({**_SPACES, **_APOSTROPHES, **_QUOTES, **_DASHES})

_OPENING = frozenset("“„«「『")
_CLOSING = frozenset("”»」』")
BLANK = "\u0001"
"""Stands for each character of a quotation in :func:`outside_quotes`."""

LONGEST = 4000
"""A sentence longer than this is damage; it is read only so far."""

NEVER = re.compile(r"(?!)")


def plain(text: str) -> str:
    """The same number of characters with straight quotes, plain spaces and hyphens."""
    return text.translate(_TABLE)


def alternation(phrases: Iterable[str]) -> str:
    """Source of a group that matches any of ``phrases``, the longest first.

    A space stands for any run of spaces; text must come from :func:`plain`.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in ordered) + ")"


def words(phrases: Iterable[str], *, exact: bool = False) -> re.Pattern[str]:
    """Pattern for whole words of any of ``phrases``; never matches where there are none."""
    listed = tuple(phrases)
    if not listed:
        return NEVER
    flags = 0 if exact else re.IGNORECASE
    return re.compile(rf"(?<![\w'-]){alternation(listed)}(?![\w-])", flags)


def outside_quotes(text: str, *, inside: bool = False) -> tuple[str, bool]:
    """``text`` with every character of quoted speech blanked, and whether it ends in a quote.

    ``inside`` says that a quotation is open where the text begins. A straight mark opens only
    before a word and after white space or a bracket, so an inch mark or a stray one does not.
    """
    found: list[str] = []
    for index, char in enumerate(text):
        straight = char in '"＂'
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        if inside:
            if char in _CLOSING or straight:
                inside = False
                found.append('"')
            else:
                found.append(BLANK)
        elif char in _OPENING or (straight and before in " \n\t([-—–\u00a0," and after != " "):
            inside = True
            found.append('"')
        else:
            found.append(char)
    return "".join(found), inside
