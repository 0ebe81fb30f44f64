"""The one place where article text becomes Markdown.

This module alone decides which characters of foreign text need which form so that they are read
back as themselves and never as markup: ``clean`` first, ``escape`` last, nothing in between. The
table is measured against Python-Markdown and pymdown-extensions with more extensions switched on
than the site uses; a new extension means running ``tests/test_markdown.py`` again.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Literal
from urllib.parse import quote, urlsplit

Context = Literal["inline", "block", "cell", "any", "front matter"]
"""Where the text is put.

``inline``: inside a line of prose. ``block``: at the start of a block. ``cell``: inside a table.
``any``: all three, what templates use, because an expression does not know its place.
``front matter``: a YAML value; the theme prints those as HTML.
"""

# U+200C and U+200D join letters (Persian, emoji); the Arabic number signs are visible.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"[A-Za-z0-9,;'()%]+(?: [A-Za-z0-9,;'()%]+)*")
"""Text that no step changes, unless it opens like a numbered list."""

_EVERYWHERE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "\\": "&#92;",
        "`": "\\`",
        "*": "\\*",
        "_": "\\_",
        "{": "\\{",
        "}": "\\}",
        "#": "\\#",
        # The backslash forms of brackets would open mathematics.
        "[": "&#91;",
        "]": "&#93;",
        "~": "&#126;",
        "^": "&#94;",
        "=": "&#61;",
        "$": "&#36;",
        "@": "&#64;",
    }
)
_COLON = re.compile(r":(?=[\w+-]+:|:|//)")
_PLUS = re.compile(r"\+{2,}")
_WWW = re.compile(r"(?<!\w)(www)\.", re.IGNORECASE)
_BLOCK_SIGN = re.compile(r"( *)([-+!?:/.])")
_BLOCK_NUMBER = re.compile(r"( *\d+)([.)])")


def clean(text: str) -> str:
    """The text as a reader may see it: one line, composed (NFC), without characters that are
    invisible, reorder the line or break the page. Outer spaces are kept as one space."""
    # What is printable holds nothing that is dropped, and no white space but the plain one.
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text
    kept = _DROPPED.sub("", _SPACE.sub(" ", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", kept))


@lru_cache(maxsize=16384)
def escape(text: str, *, context: Context = "any") -> str:
    """``text``, cleaned, in the form that Markdown reads back as exactly that text.

    ``front matter`` values are escaped for HTML and still need a YAML serialiser.
    """
    if context == "front matter":
        # Quotation marks end an attribute; apostrophes do not, and stay readable elsewhere.
        return html.escape(clean(text).strip(), quote=False).replace('"', "&quot;")
    if _PLAIN.fullmatch(text) and not text[:1].isdigit():
        return text
    safe = clean(text).translate(_EVERYWHERE)
    safe = _COLON.sub("&#58;", safe)
    safe = _PLUS.sub(lambda found: "&#43;" * len(found.group()), safe)
    safe = _WWW.sub(r"\1&#46;", safe)
    if context in ("cell", "any"):
        safe = safe.replace("|", "&#124;")
    if context in ("block", "any"):
        safe = _BLOCK_SIGN.sub(_as_entity, safe, count=1) if _BLOCK_SIGN.match(safe) else safe
        safe = _BLOCK_NUMBER.sub(_as_entity, safe, count=1) if _BLOCK_NUMBER.match(safe) else safe
    return safe


def link_target(url: str) -> str | None:
    """The address for ``[text](<...>)``, percent-encoded; None unless it is a whole ``http`` or
    ``https`` address with a host."""
    address = clean(url).strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or parts.username is not None:
        return None
    return quote(address, safe="/:?#=&%.-_,;+()@").replace("&", "&amp;")


def _as_entity(found: re.Match[str]) -> str:
    return f"{found.group(1)}&#{ord(found.group(2))};"
