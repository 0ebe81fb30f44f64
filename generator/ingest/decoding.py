"""Which characters a file's bytes are. This module alone decides the encoding.

A byte order mark decides; then UTF-8, since text in another encoding is almost never valid UTF-8;
then the old encoding whose frequent characters (data) are really frequent in the result. What
fits nothing is refused rather than turned into wrong letters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from generator.knowledge.cues.languages import Encoding, Languages
from generator.problems import Problem

LIMIT = 1_000_000
"""Characters of the longest article."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: the first two bytes are the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"%PDF-",
    b"\x7fELF",
    b"MZ\x90",
    b"BZh",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"RIFF",
    b"Rar!",
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
_MOST_DAMAGE = 200
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]|\x1b\([JI]")
_META = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w.-]{2,20})", re.I)
_NEWLINES = re.compile(r"\r\n?")
_MIXED = re.compile(r"[A-Za-z](?=[^\x00-\x7f])|[^\x00-\x7f](?=[A-Za-z])")
_STRAY_1252 = frozenset("éèêëàâäáãåæçíìîïñóòôöõøœúùûü’‘“”„–—…€£")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` has ``\\n`` for every newline and no byte order mark."""

    text: str
    encoding: str


def decode(raw: bytes, *, file: str, languages: Languages) -> Decoded | Problem:
    """Characters of ``raw``, or ``E_ENCODING`` or ``E_TOO_LARGE``."""
    if len(raw) > 4 * LIMIT + 4:
        return _too_large(file)
    found = _decode(raw, languages)
    if found is None:
        return _no_text(file, "its bytes are no text in an encoding that can be told")
    text, encoding = found
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = _NEWLINES.sub("\n", text)
    if len(text) > LIMIT:
        return _too_large(file)
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if controls > 8 and controls * 50 > len(sample):
        return _no_text(file, f"holds {controls} control characters and so is no text")
    return Decoded(text, encoding)


def _no_text(file: str, why: str) -> Problem:
    return Problem(
        code="E_ENCODING", file=file, message=why, remedy="save the article as text in UTF-8"
    )


def _too_large(file: str) -> Problem:
    return Problem(
        code="E_TOO_LARGE",
        file=file,
        message=f"more than {LIMIT:,} characters",
        remedy="split it or leave it out",
    )


def _decode(raw: bytes, languages: Languages) -> tuple[str, str] | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strict_or_mended(raw[len(mark) :], encoding)
    if raw.startswith(_MAGIC):
        return None
    text = _strict(raw, "utf-8")
    if b"\x00" in raw:
        return _wide(raw) or ((text, "utf-8") if text is not None else None)
    if text is None:
        return _legacy(raw, languages) or _mended_utf8(raw)
    japanese = _strict(raw, "iso2022_jp_2") if _ISO_2022_JP.search(raw) else None
    return (text, "utf-8") if japanese is None else (japanese, "iso-2022-jp")


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict_or_mended(raw: bytes, encoding: str) -> tuple[str, str]:
    text = _strict(raw, encoding)
    if text is not None:
        return text, encoding
    return raw.decode(encoding, errors="replace"), f"{encoding}, damaged"


def _wide(raw: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark, told by NULs in every other byte; None where that is not clear."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if half == 0 or max(even, odd) < 0.6 * half or min(even, odd) > 0.02 * half:
        return None
    text = _strict(raw, encoding)
    return (text, encoding) if text is not None else None


def _legacy(raw: bytes, languages: Languages) -> tuple[str, str] | None:
    """The old encoding whose frequent letters make up most of their expected share."""
    sample = raw[:_SAMPLE]
    if _only_cut(raw):
        return raw.decode("utf-8", errors="replace"), "utf-8, damaged"
    stray = sample.decode("utf-8", errors="replace")
    bad = stray.count("\ufffd")
    good = sum(1 for sign in stray if sign > "\x7f") - bad
    hint = _META.search(raw[:4096])
    hinted = hint.group(1).decode("ascii", errors="replace").lower() if hint else ""
    best: tuple[float, str, str] | None = None
    for candidate in languages.encodings:
        if good >= bad:
            break
        text = _strict(raw, candidate.name)
        if text is None:
            continue
        score = _score(text[:_SAMPLE], candidate)
        if _same(hinted, candidate.name):
            score *= 1.5
        if score >= 1.0 and (best is None or score > best[0]):
            best = (score, text, candidate.name)
    return (best[1], best[2]) if best else None


def _only_cut(raw: bytes) -> bool:
    """Whether the one fault of the UTF-8 is that the last character is not whole."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return False
    return True


def _same(hinted: str, name: str) -> bool:
    try:
        return bool(hinted) and codecs.lookup(hinted).name == codecs.lookup(name).name
    except LookupError:
        return False


def _score(text: str, candidate: Encoding) -> float:
    """Share of frequent characters among those outside ASCII, in units of the least share."""
    foreign = [sign for sign in text if sign > "\x7f"]
    if not foreign:
        return 0.0
    if not candidate.mixes and 3 * len(_MIXED.findall(text)) > len(foreign):
        return 0.0
    letters = frozenset(candidate.letters)
    return sum(sign in letters for sign in foreign) / len(foreign) / candidate.share


def _mended_utf8(raw: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few stray bytes: plausible cp1252 signs are read so, others are marked
    U+FFFD. None where the damage is more than the text."""
    pieces: list[str] = []
    position, damage = 0, 0
    while position < len(raw):
        if damage == _MOST_DAMAGE:
            return None
        try:
            pieces.append(raw[position:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            damage += 1
            pieces.append(raw[position : position + error.start].decode("utf-8"))
            first, last = position + error.start, position + error.end
            # One stray byte between ASCII is a sign of cp1252; several are something else.
            lone = (
                last - first == 1
                and raw[max(0, first - 1) : first].isascii()
                and raw[last : last + 1].isascii()
            )
            sign = raw[first:last].decode("cp1252", errors="replace") if lone else "\ufffd"
            pieces.append(sign if sign in _STRAY_1252 else "\ufffd")
            position = last
    if damage * 6 > len(raw):
        return None
    return "".join(pieces), "utf-8, damaged"
