"""Damage done by scraping that is mended for display: this module alone writes repairs.

A repair never guesses a word. It drops marks that carry no meaning, decodes HTML entities,
takes out a quotation mark that tore a number apart, and reads anew what is UTF-8 that somebody
took for Windows-1252.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.model import Repair

_HINT = re.compile(r"[*_&<`\]\x1b\ufffd\xad\u200b]|\d\.[\"“”]\d|[\xc2-\xf4][^\x00-\x7f]")
_STARS = re.compile(r"\*{2,}|_{2,}")
_TORN = re.compile(r"\.[\"“”](?=\d)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24}\d{0,2});")
_TAG = re.compile(
    r"</?(?:br|p|b|i|u|em|strong|span|div|a|sup|sub|h[1-6]|li|ul|ol|img|blockquote|td|tr|th|table"
    r"|tbody|font|center|hr|figure|figcaption|small|big)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\ufffd\xad\u200b]+")
_TERMINAL = re.compile(r"\x1b\[[0-9;]{0,20}[A-Za-z]")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\)")
_LINK = re.compile(
    r"(\[)([^\[\]\n]{1,300})(\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,500}(?: \"[^\"\n]{0,200}\")?\))"
)
_BYTES = {
    byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0)
}
"""How Windows-1252 reads the bytes that go on a character of UTF-8; what it lacks is itself."""
_AS_BYTE = {char: byte for byte, char in _BYTES.items()}
_FOLLOW = "".join(map(re.escape, _BYTES.values()))
_MISREAD = re.compile(rf"(?:[\xc2-\xf4][{_FOLLOW}]{{1,3}})+")
_CLOSING = "\xe2\u20ac"
"""Begins U+201D, whose last byte Windows-1252 does not know, so that it is lost on the way."""
_TICKS = re.compile(r"`+")
_EMPHASIS = re.compile(r"(?<![\w*])(\*)(?=[^\s*])[^*\n]{1,400}?(?<=[^\s*])(\*)(?![\w*])")


def repairs(text: str, *, markdown: bool) -> tuple[Repair, ...]:
    """Repairs of ``text``, in order and without overlaps."""
    if _HINT.search(text) is None:
        return ()
    found = sorted(
        [*_plain(text), *_misread(text), *(_markdown(text) if markdown else ())],
        key=lambda mend: (mend.start, -mend.end),
    )
    kept: list[Repair] = []
    for mend in found:
        if not kept or mend.start >= kept[-1].end:
            kept.append(mend)
    return tuple(kept)


def _plain(text: str) -> Iterator[Repair]:
    # Looking for a plain string first costs a hundredth of looking for the pattern.
    if "**" in text or "__" in text:
        for hit in _STARS.finditer(text):
            if _meaningless(text, hit.start(), hit.end()):
                yield Repair(start=hit.start(), end=hit.end(), text="")
    for hit in _TORN.finditer(text):
        if text[hit.start() - 1 : hit.start()].isdigit():
            yield Repair(start=hit.end() - 1, end=hit.end(), text="")
    for signs, pattern in (
        (("\ufffd", "\xad", "\u200b"), _NOTHING),
        (("\x1b",), _TERMINAL),
    ):
        if any(sign in text for sign in signs):
            for hit in pattern.finditer(text):
                yield Repair(start=hit.start(), end=hit.end(), text="")
    for hit in _ENTITY.finditer(text):
        decoded = html.unescape(hit.group())
        if decoded != hit.group():
            yield Repair(start=hit.start(), end=hit.end(), text=decoded)
    for hit in _TAG.finditer(text):
        yield Repair(start=hit.start(), end=hit.end(), text=" " if "br" in hit.group() else "")


def _misread(text: str) -> Iterator[Repair]:
    for hit in _MISREAD.finditer(text):
        read = _read_anew(hit.group())
        if read is not None:
            yield Repair(start=hit.start(), end=hit.end(), text=read)


def _read_anew(misread: str) -> str | None:
    """The characters whose UTF-8 this is; None if it is none."""
    if misread == _CLOSING:
        return "”"
    try:
        return bytes(_AS_BYTE.get(char, ord(char)) for char in misread).decode()
    except (UnicodeDecodeError, ValueError):
        return None


def _meaningless(text: str, start: int, end: int) -> bool:
    """Whether stars or underscores are marks: ``2**10`` and ``snake__case`` keep theirs."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] == "*":
        return not (before.isdigit() and after.isdigit())
    return before.isalnum() != after.isalnum()


def _markdown(text: str) -> Iterator[Repair]:
    for hit in _IMAGE.finditer(text):
        yield Repair(start=hit.start(), end=hit.end(), text="")
    for hit in _LINK.finditer(text):
        yield Repair(start=hit.start(1), end=hit.end(1), text="")
        yield Repair(start=hit.start(3), end=hit.end(3), text="")
    for hit in _TICKS.finditer(text):
        yield Repair(start=hit.start(), end=hit.end(), text="")
    for hit in _EMPHASIS.finditer(text):
        yield Repair(start=hit.start(1), end=hit.end(1), text="")
        yield Repair(start=hit.start(2), end=hit.end(2), text="")
