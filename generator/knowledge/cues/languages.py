"""Shape of ``knowledge/language/languages.yml``: how to tell a language and an encoding."""

from __future__ import annotations

from generator.knowledge.entities import Base


class Encoding(Base, frozen=True, kw_only=True):
    """A legacy encoding, tried only on bytes that are not UTF-8. ``letters`` are characters
    frequent in its languages; in honest text at least ``share`` of the characters outside ASCII
    are among them."""

    name: str
    letters: str
    share: float
    mixes: bool = False
    """Its letters stand beside those of ASCII in one word, as in French."""


class Tongue(Base, frozen=True, kw_only=True):
    """A language told by its script (``ranges`` of code points in hexadecimal), by ``letters``
    only it uses, or by ``words``."""

    code: str
    ranges: tuple[str, ...] = ()
    letters: str = ""
    words: tuple[str, ...] = ()


class Languages(Base, frozen=True, kw_only=True, eq=False):
    """Order decides ties: the first wins."""

    default: str
    encodings: tuple[Encoding, ...]
    scripts: tuple[Tongue, ...]
    words: tuple[Tongue, ...]
