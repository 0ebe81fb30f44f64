"""How a stretch of the source reads on a page. This module alone decides what characters are
dropped for display; offsets are never touched by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.model import Removed, Repair

# Control, direction, zero-width (but U+200C and U+200D, which spell words and emoji), filler,
# interlinear, tag, private and non-characters, lone surrogates and the replacement character.
_DROPPED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffd\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_BLANK = "\\s\x1c-\x1f\x85\u115f\u1160\u2800\u3164\uffa0"
_ODD = re.compile(f"[{_DROPPED}]")
_FOLD = re.compile(f"[{_BLANK}]+")
_STACK = re.compile(
    r"([\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})"
    r"[\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
INVISIBLE = re.compile(f"[{_BLANK}{_DROPPED}\u200c\u200d]*")
VISIBLE = re.compile(f"[^{_BLANK}{_DROPPED}\u200c\u200d]")


def shown(text: str) -> str:
    """``text`` without characters that cannot be seen, in NFC, on one line."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _STACK.sub(r"\1", _ODD.sub("", text)))
        return _FOLD.sub(" ", text).strip()
    if not text.isprintable():
        text = _ODD.sub("", text)
    return " ".join(text.split())


def display(
    text: str, start: int, end: int, *, repairs: Sequence[Repair], removed: Sequence[Removed]
) -> str:
    """The slice after repairs and without removed spans. Both may lie anywhere and must be in
    order; of overlapping ones the first wins."""
    edits = sorted(
        [
            *(
                (gone.start, gone.end, "")
                for gone in removed
                if start < gone.end and gone.start < end
            ),
            *(
                (mend.start, mend.end, mend.text)
                for mend in repairs
                if start <= mend.start and mend.end <= end
            ),
        ]
    )
    if not edits:
        return shown(text[start:end])
    pieces: list[str] = []
    position = start
    for first, last, replacement in edits:
        if first < position and pieces:
            continue
        pieces += (text[position : max(first, position)], replacement)
        position = max(position, min(last, end))
    pieces.append(text[position:end])
    return shown("".join(pieces))
