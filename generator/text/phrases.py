"""Lists of words as one regular expression, and text made fit to be searched for them.

Decides that a phrase matches whatever its white space, apostrophes and quotation marks look
like, and that nothing which searches may move an offset: :func:`plain` keeps the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.text.starts import Heads, matches_at
from generator.text.tries import alternation

_SPACES = dict.fromkeys("\t\n\r\f\v\u00a0\u2007\u202f\u3000\u2028\u2029", " ")
_APOSTROPHES = dict.fromkeys("’‘ʼ＇`", "'")
_QUOTES = dict.fromkeys("“”„‟«»「」『』＂", '"')
_DASHES = dict.fromkeys("‐‑−", "-")
_PLAIN = {**_SPACES, **_APOSTROPHES, **_QUOTES, **_DASHES}
_TABLE = str.maketrans(_PLAIN)

_OPENING = frozenset("“„«「『")
_CLOSING = frozenset("”»」』")
BLANK = "\u0001"
"""Stands for each character of a quotation in :func:`outside_quotes`."""

LONGEST = 4000
"""A sentence longer than this is damage; it is read only so far."""

NEVER = re.compile(r"(?!)")
_PIECE = re.compile(r"\w+")
_SMALL_PIECE = re.compile(r"[0-9_a-z]+")
"""The same in small ASCII text, four times as fast."""
_MARK = re.compile('["＂“„«「『”»」』]')
_BEFORE_STRAIGHT = " \n\t([-—–\u00a0,:：，"
_FAR = 1 << 30
_SHORT = 40
"""Text not longer than this is searched at once."""


def plain(text: str) -> str:
    """The same number of characters with straight quotes, plain spaces and hyphens."""
    return _plain(text) if len(text) <= LONGEST else _straight(text)


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    # Every reader of a sentence asks for it; measured at a tenth of the time of all of them.
    return _straight(text)


def _straight(text: str) -> str:
    if text.isascii():
        return text.translate(_TABLE)
    # Beyond ASCII a table costs 60 ns a character, a search for each of the marks 10 ns a text.
    for mark, straight in _PLAIN.items():
        if mark in text:
            text = text.replace(mark, straight)
    return text


@lru_cache(maxsize=4)
def squeezed(text: str) -> str:
    """A text made plain, in small letters and with single blanks: to look up phrases in a whole
    article, which several readers do."""
    return " ".join(plain(text).lower().split())


@lru_cache(maxsize=256)
def _index(text: str) -> tuple[str, frozenset[str]]:
    # Kept for the sentences of an article, which one reader after the other goes through.
    lower = text.lower()
    return lower, frozenset((_SMALL_PIECE if lower.isascii() else _PIECE).findall(lower))


def pieces(text: str) -> frozenset[str]:
    """The runs of letters and digits of a text, in small letters."""
    if len(text) <= LONGEST:
        return _index(text)[1]
    return frozenset(_PIECE.findall(text.lower()))


def anchors(phrases: Iterable[str]) -> frozenset[str] | None:
    """For each phrase the longest run of letters that any match of it must hold; None if a phrase
    has none, so that nothing can be ruled out by looking at words."""
    found: set[str] = set()
    for phrase in phrases:
        runs = _PIECE.findall(phrase.lower())
        if not runs:
            return None
        found.add(max(runs, key=len))
    return frozenset(found)


class Gated:
    """A pattern that is tried only on a text which holds one of its words, and there only where
    one of its first words stands.

    Looking words up in a set costs about a hundredth of running an alternation of a hundred
    phrases over a sentence, and most sentences hold none of most lists.
    """

    __slots__ = ("anchors", "heads", "pattern")

    def __init__(
        self,
        pattern: re.Pattern[str],
        among: frozenset[str] | None,
        heads: Heads | None = None,
    ) -> None:
        self.pattern = pattern
        self.anchors = among
        self.heads = heads
        """First word of a phrase -> the anchors of the phrases that begin with it."""

    def shut(self, text: str) -> bool:
        """Whether ``text`` cannot match."""
        return (
            self.anchors is not None
            and len(text) > _SHORT
            and self.anchors.isdisjoint(pieces(text))
        )

    def search(self, text: str, start: int = 0, end: int = _FAR) -> re.Match[str] | None:
        if not _SHORT < len(text) <= LONGEST:
            return self.pattern.search(text, start, end)
        lower, present = _index(text)
        if self.anchors is not None and self.anchors.isdisjoint(present):
            return None
        heads = self.heads
        if heads is None or len(lower) != len(text):
            return self.pattern.search(text, start, end)
        match = self.pattern.match
        for place in heads.places(lower, present):
            if start <= place < end and (found := match(text, place, end)):
                return found
        return None

    def finditer(self, text: str, start: int = 0) -> Iterable[re.Match[str]]:
        if not _SHORT < len(text) <= LONGEST:
            return self.pattern.finditer(text, start)
        lower, present = _index(text)
        if self.anchors is not None and self.anchors.isdisjoint(present):
            return ()
        heads = self.heads
        if heads is None or len(lower) != len(text):  # "İ" grows when made small
            return self.pattern.finditer(text, start)
        places = heads.places(lower, present)
        return matches_at(self.pattern, text, places, start) if places else ()

    def places(self, text: str) -> list[int] | None:
        """Where a match may begin, in order; None if that is not known."""
        if self.heads is None or len(text) > LONGEST:
            return None
        lower, present = _index(text)
        if len(lower) != len(text):
            return None
        return self.heads.places(lower, present)

    def findall(self, text: str) -> list[str]:
        return [match.group() for match in self.finditer(text)]

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)


class Lists:
    """Several patterns, told apart by one look at the words of a text."""

    __slots__ = ("_always", "_by_word", "_words")

    def __init__(self, patterns: Iterable[Gated]) -> None:
        always: set[Gated] = set()
        by_word: dict[str, set[Gated]] = {}
        for pattern in patterns:
            if pattern.anchors is None:
                always.add(pattern)
            for word in pattern.anchors or ():
                by_word.setdefault(word, set()).add(pattern)
        self._always = frozenset(always)
        self._by_word = {word: self._always | found for word, found in by_word.items()}
        self._words = frozenset(by_word)

    def opened(self, text: str) -> Opened:
        """The patterns of which ``text`` holds a word; no other can match."""
        words = self._words & pieces(text)
        if not words:
            return self._always
        first, *others = map(self._by_word.__getitem__, words)
        return first.union(*others) if others else first


Opened = frozenset[Gated]


def hits(pattern: Gated, text: str, opened: Opened) -> Iterable[re.Match[str]]:
    """The matches of one of several patterns in a text that :meth:`Lists.opened` has seen."""
    return pattern.finditer(text) if pattern in opened else ()


def hit(pattern: Gated, text: str, opened: Opened, start: int = 0) -> re.Match[str] | None:
    """The first of :func:`hits` from a place on."""
    return pattern.search(text, start) if pattern in opened else None


def words(phrases: Iterable[str], *, exact: bool = False) -> Gated:
    """Pattern for whole words of any of ``phrases``; never matches where there are none."""
    listed = tuple(phrases)
    if not listed:
        return Gated(NEVER, frozenset())
    flags = 0 if exact else re.IGNORECASE
    pattern = re.compile(rf"(?<![\w'-]){alternation(listed)}(?![\w-])", flags)
    return Gated(pattern, anchors(listed), _heads(listed))


@lru_cache(maxsize=1024)
def alone(phrase: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Where one phrase of an article stands as whole words; kept, since to compile it takes longer
    than to look for it in a hundred sentences, and words of speech come again."""
    return re.compile(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", flags)


def headed(
    pattern: re.Pattern[str], phrases: Iterable[str], *, among: Iterable[str] | None = None
) -> Gated:
    """A pattern whose matches begin with one of ``phrases``, whatever is refused before them.
    ``among`` names phrases of which every match also holds one, where they are rarer."""
    listed = tuple(phrases)
    needed = anchors(listed if among is None else among)
    return Gated(pattern, needed, _heads(listed))


def _heads(phrases: Iterable[str]) -> Heads | None:
    """First word -> anchors of the phrases that begin with it; None if one begins with no word."""
    found: dict[str, frozenset[str]] = {}
    for phrase in phrases:
        first = _PIECE.match(phrase.lower())
        anchor = anchors((phrase,))
        if first is None or anchor is None:
            return None
        found[first.group()] = found.get(first.group(), frozenset()) | anchor
    return Heads(found)


def ends_in(pattern: Gated, phrase: str) -> bool:
    """Whether the phrase's last words are one of the pattern's."""
    end = len(phrase.rstrip(" ."))
    if pattern.anchors is not None and pattern.anchors.isdisjoint(pieces(phrase)):
        return False
    return any(found.end() == end for found in pattern.finditer(phrase))


_ENTITY = re.compile(
    r"&(?P<name>quot|ldquo|rdquo|laquo|raquo|apos|lsquo|rsquo|#0?34|#0?39|#822[01]);"
)
_DECODED = {"quot": '"', "#34": '"', "#034": '"', "ldquo": "“", "#8220": "“", "rdquo": "”",
            "#8221": "”", "laquo": "«", "raquo": "»"}  # fmt: skip


def unescaped(text: str) -> str:
    """The same number of characters with quotation marks that stand as HTML entities made marks;
    an opening mark keeps its word beside it, a closing one its sentence."""
    if "&" not in text:
        return text

    def mark(match: re.Match[str]) -> str:
        sign = _DECODED.get(match["name"], "'")
        opens = match.end() < len(text) and text[match.end()].isalnum()
        return sign.rjust(len(match.group())) if opens else sign.ljust(len(match.group()))

    return _ENTITY.sub(mark, text)


_SPEECH_OPENS = re.compile(r"['‘](?=\w)(?<![^\s(\u2014\u2013].)")
_SPEECH_CLOSES = re.compile(r"(?<=[,.?!…])['’](?=$|[\s)\u2014\u2013.,;])")


def speech_marks(text: str, *, inside: bool = False) -> str:
    """The same characters with single quotation marks around speech made double.

    Single marks count only in pairs of which the second stands behind a comma, a stop or a mark
    of question or exclamation: anything else may be an apostrophe. A curly opening mark at the
    very beginning may stay open, and ``inside`` lets the closing one stand alone.
    """
    if "'" not in text and "’" not in text and "‘" not in text:
        return text
    closing = [match.start() for match in _SPEECH_CLOSES.finditer(text)]
    marks: dict[int, str] = {}
    floor = 0
    if inside and closing and not any(char in text[: closing[0]] for char in '“"'):
        marks[closing[0]] = "”"
        floor = closing[0] + 1
    for match in _SPEECH_OPENS.finditer(text):
        if match.start() < floor:
            continue
        end = next((one for one in closing if one > match.start()), None)
        if end is None:
            if match.start() == 0 and match.group() == "‘":
                marks[0] = "“"
            break
        marks[match.start()], marks[end] = "“", "”"
        floor = end + 1
    if not marks:
        return text
    return "".join(marks.get(index, char) for index, char in enumerate(text))


def outside_quotes(text: str, *, inside: bool = False) -> tuple[str, bool]:
    """``text`` with every character of quoted speech blanked, and whether it ends in a quote.

    ``inside`` says that a quotation is open where the text begins. A straight mark opens only
    before a word and after white space or a bracket, so an inch mark or a stray one does not.
    """
    if not inside and '"' not in text and text.isascii():
        return text, False
    found: list[str] = []
    last = 0
    for mark in _MARK.finditer(text):
        index, char = mark.start(), mark.group()
        straight = char in '"＂'
        if inside:
            if char in _CLOSING or straight:
                found.append(BLANK * (index - last))
                found.append('"')
                inside, last = False, index + 1
            continue
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        # No space stands before a quotation in Chinese, and none after it in Korean.
        opens = before in _BEFORE_STRAIGHT and after != " "
        if char in _OPENING or (straight and opens):
            found.append(text[last:index])
            found.append('"')
            inside, last = True, index + 1
    if not last and not inside:
        return text, False
    found.append(BLANK * (len(text) - last) if inside else text[last:])
    return "".join(found), inside
