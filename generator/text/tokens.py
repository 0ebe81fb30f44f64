"""Words with their offsets, folded for comparison.

Decides what a word is for the matching of names: a run of letters, a run of digits, or a single
East Asian character (those scripts put no space between words). A letter run and a digit run
are always two tokens, so that ``Dart-20``, ``Dart 20`` and ``Dart20`` read alike.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

EAST_ASIAN = "\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
EAST_ASIAN_SIGN = re.compile(f"[{EAST_ASIAN}]")
_LAST_LATIN = "\u024f"
# The first alternative is the second for most words, at half the price: a set of ASCII letters is
# looked up in a table, a class beyond them asked letter by letter.
_LETTER = rf"[^\W\d_{EAST_ASIAN}]"
_TOKEN = re.compile(rf"([A-Za-z]++(?!{_LETTER})|{_LETTER}+|['’‘]s\b|\d+|[{EAST_ASIAN}])")
_PLAIN_TOKEN = re.compile(r"([A-Za-z]+|['’‘]s\b|[0-9]+)")
_FOREIGN = re.compile(r"[^\x00-\x7f‘’“”–—…\u00a0]")
"""What may be a letter or a digit beyond ASCII."""

_OWNED = frozenset({"’s", "‘s"})
"""The second with the wrong mark, as some type it."""
_WORDS_MEET = re.compile(r"\w\w")

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_GAP_TABLE = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), "’": "'", "‘": "'", "\u00a0": " ", "\t": " ", "\n": " "}
)


class Tokens(Struct, frozen=True):
    """Parallel columns, one entry a token; offsets count from the start of the text given."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    norms: tuple[str, ...]
    raws: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.norms)

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it, folded by :func:`fold_gap`."""
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return gap if gap == " " else fold_gap(gap)

    def at(self, offset: int) -> int:
        """Index of the first token that ends after ``offset``."""
        return bisect_right(self.ends, offset)

    def _tears(self, index: int, offset: int) -> bool:
        """Whether a cut before the token of that index goes through it or makes words end that
        would go on: the "'s" of "'sx" is none."""
        if index < len(self.starts) and self.starts[index] < offset:
            return True
        if not offset or self.text[offset - 1].isspace():
            return False
        return _WORDS_MEET.match(self.text, offset - 1) is not None

    def part(self, start: int, end: int) -> Tokens:
        """The tokens of a stretch of the text, as if it had been cut by itself."""
        first, last = bisect_right(self.ends, start), bisect_right(self.ends, end)
        text = self.text[start:end]
        if self._tears(first, start) or self._tears(last, end):
            return tokenise(text)
        return Tokens(
            text=text,
            starts=tuple([at - start for at in self.starts[first:last]]),
            ends=tuple([at - start for at in self.ends[first:last]]),
            norms=self.norms[first:last],
            raws=self.raws[first:last],
        )


def is_latin(text: str) -> bool:
    """Whether all letters of a text are Latin ones."""
    return text.isascii() or all(char <= _LAST_LATIN for char in text if char.isalpha())


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Case, width and accents folded away: ``Pukguksŏng`` and ``PUKGUKSONG`` are one word."""
    if word.isascii():
        return word.lower().replace("’", "'")
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain).replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=4096)
def fold_gap(gap: str) -> str:
    """Dashes to ``-``, quotes to ``'``, white space to at most one space."""
    if gap == " ":
        return gap
    if "\n\n" in gap:
        return "\n"
    return re.sub(" +", " ", gap.translate(_GAP_TABLE))


@lru_cache(maxsize=4096)
def tokenise(text: str) -> Tokens:
    """Cut ``text`` into tokens; everything between them is a gap.

    Kept for texts met again: an article and its sentences are cut by several extractors
    (measured: 190 calls for an article of 2.5 kB, 40 different texts).
    """
    # Gaps and tokens by turns, and where each ends: no match is made an object of.
    plain = text.isascii() or _FOREIGN.search(text) is None
    pieces = (_PLAIN_TOKEN if plain else _TOKEN).split(text)
    bounds = tuple(accumulate(map(len, pieces)))
    raws = tuple(pieces[1::2])
    if not plain:
        norms = tuple(map(fold, raws))
    elif "’s" in text or "‘s" in text:
        norms = tuple(["'s" if raw in _OWNED else raw.lower() for raw in raws])
    else:
        norms = tuple(map(str.lower, raws))
    return Tokens(
        text=text,
        starts=bounds[:-1:2],
        ends=bounds[1::2],
        norms=norms,
        raws=raws,
    )
