"""File names of pages.

This module alone decides how words become part of an address: lower-case ASCII letters, digits
and single hyphens, nothing that a file system or a browser treats specially.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Latin letters that do not decompose into a base letter and a mark."""
_GAP = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"['’ʼ]")
_RESERVED = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)[0-9]")
"""``index`` is the page of a folder; the others are no file names on Windows."""


def slug(text: str, *, limit: int = 80) -> str:
    """``text`` as an address part of at most ``limit`` characters, cut between words.

    Text without any Latin letter or digit gives ``x-`` and eight digits of its hash, so the
    result is never empty and two such titles do not meet.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    words = _GAP.sub("-", _APOSTROPHE.sub("", bare)).strip("-")
    if len(words) > limit:
        words = words[: limit + 1].rsplit("-", 1)[0][:limit].strip("-")
    if not words:
        return "x-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{words}-page" if _RESERVED.fullmatch(words) else words


def name_slug(name: str) -> str:
    """As :func:`slug`; where only digits would be left of a name in other letters, these are told
    apart by their hash: the 6th brigade and the 6th division are two."""
    address = slug(name)
    letters = "".join(char for char in name if not char.isascii())
    bare = address.replace("-", "").isdigit() and letters
    return f"{slug(letters)}-{address}" if bare else address
