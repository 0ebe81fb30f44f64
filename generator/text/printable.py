"""Foreign text on a terminal or in a log: visible, and never an instruction to either."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def printable(text: str) -> str:
    """Control, direction and invisible characters as ``\\x1b``; newlines and tabs stay."""
    return _HIDDEN.sub(_visible, text)


def one_entry(text: str) -> str:
    """As :func:`printable`, with every further line set in, so that none can pass for an entry
    of its own."""
    return printable(text).replace("\n", "\n    ")


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
