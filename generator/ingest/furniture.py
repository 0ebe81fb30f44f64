"""Lines that are not the article: disclaimers, credits, navigation, scrape damage.

This module alone decides, from patterns in the data, what a WHOLE line or sentence is. It never
looks inside a sentence for a suspicious word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.ingest.captions import is_caption
from generator.ingest.shapes import LONGEST
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.model import RemovalReason
from generator.text.tries import alternation, whole_words

_LONGEST_NAVIGATION = 110
_LONGEST_CAPTION = 300
_STOPS = (".", "。")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OUTER = "（）【】*_-–—|·•#▶▷►▸☞※◆◇■□●○▲△▼▽◀◁>[](){}<>\"'“”‘’「」.,;:!?…~=/×✕✖。！？：，、 \t"
_PLAIN_GROUP = re.compile(r"\(([^*#()]+)\)")
_NESTED = re.compile(r"\([^)]*\(")
_PARTS = re.compile(r"(\*|#|[(|)]|[^*#(|)]+)")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\([^()\s]{1,300}\)")
_ASCII_LETTER = re.compile(r"[a-z]")
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")
_CALLED = re.compile(r"@|\d[ /.-]{0,2}\d.{2,40}?\d[ /.-]{0,2}\d")
"""An address, or digits enough for a telephone."""
_OPENER = re.compile(r"[a-z'&]+")
_EMBLEM = re.compile("[\u2190-\u23ff\u2500-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_ARROWS = re.compile(r"\s*(?:>{2,3}|[»›→▶►])\s*|(?<=^next)\s+[|｜]\s+|(?<=^previous)\s+[|｜]\s+")
_POINTED = re.compile(r"(?:>{2,3}|»|☞|👉) ?[^\W_].{8,}[^.!。！]")
""" ">> Also on Quaywatch: two barges leave": a link, by the sign before it."""
_BAR = re.compile(r"\s[|/]\s")
_PIECE = re.compile(r"\s(?:\s+|[|/]\s|(?<=\u3000))")
_RIGHTS = re.compile(r"\([cC]\) (?=(?:19|20)\d\d\b(?:[-–]\d{4})?,? ?(?:[A-Z]|[.)>]|$))")
"""The sign of copyright as typed, before its year and its owner. "(c)" may also count a list."""
_OWNER = re.compile(r"\W{0,3}\([cC]\) [A-Z][^.!?;:]{1,60}\.?\W{0,3}")
_OWN_VOICE = re.compile(r"\b(?:I|my|we|our)\b")
_LONGEST_SIGNATURE = 70
_SIGNED = re.compile(
    r"[(（\[](?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+, (?:[A-Z][\w.'’-]+ ?){1,4}[)）\]]"
)
"""A writer and a house or a town, in brackets on a line of its own."""
_SLUG = re.compile(
    r"[（(][^\W\d_]{2,16}[・＝=／/,，、][^\W\d_]{2,16}[)）]"
    r"|[（(][^()（）\n]{2,60}\bwww\.[\w./-]{3,40} ?[)）]"
    r"|[A-Z]{2,8}(?:/[A-Z]{1,4}){1,4}|(?:--|—|==) ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4}"
)
"""A desk and its writer in brackets, the initials of a desk ("TIDE/AL/OS"), or a house behind a
dash, on a line of its own."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Pieces between the wild cards. Taking each piece where it is first found is right for
    such patterns, and linear; one regular expression with several ``.*`` would not be."""

    first: re.Pattern[str]
    later: tuple[re.Pattern[str], ...]
    last: re.Pattern[str] | None
    letters: tuple[str, ...]
    """Of these a line must hold one; "" where that is not plain."""

    def holds(self, line: str) -> bool:
        hit = self.first.match(line)
        if hit is None:
            return False
        if self.last is None:
            return hit.end() == len(line) or self.first.fullmatch(line) is not None
        position = hit.end()
        for piece in self.later:
            hit = piece.search(line, position)
            if hit is None:
                return False
            position = hit.end()
        return self.last.search(line, position) is not None


def _pattern(text: str) -> _Pattern:
    pieces = [""]
    fixed = [""]
    depth = 0
    for part in _PARTS.findall(text.lower()):
        if part == "*":
            if depth:
                pieces[-1] += ".{0,80}"
            else:
                pieces.append("")
            continue
        depth += (part == "(") - (part == ")")
        if not depth and part not in {")", "#"}:
            fixed.append(part)
        quoted = {"(": "(?:", ")": ")", "|": "|", "#": r"[\d.,]+"}.get(part)
        pieces[-1] += quoted if quoted is not None else re.escape(part)
    letters = ("",) if "|" in fixed else _letters(text, fixed)
    compiled = [re.compile(piece) for piece in pieces[:-1]]
    if not compiled:
        return _Pattern(re.compile(pieces[0]), (), None, letters)
    return _Pattern(compiled[0], tuple(compiled[1:]), re.compile(f"(?:{pieces[-1]})$"), letters)


def _letters(text: str, fixed: Sequence[str]) -> tuple[str, ...]:
    """The longest of the ``fixed`` parts of a pattern, or the choices of a group if they tell
    more: any line holds " "."""
    parts = [(max(fixed, key=len).strip(),)]
    if _NESTED.search(text) is None:
        parts += [tuple(group.split("|")) for group in _PLAIN_GROUP.findall(text.lower())]
    return max(parts, key=lambda part: (min(map(len, part)), -len(part)))


def core(line: str) -> str:
    """``line`` in lower case without punctuation around it and with single spaces."""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "(c)" in line or "(C)" in line:
        line = _RIGHTS.sub("© ", line)
    if not line.isascii():
        line = _EMBLEM.sub(" ", line)
    return " ".join(line.strip(_OUTER).lower().split()).replace(" :", ":")


def _openers(text: str) -> frozenset[str] | None:
    """The words a line must open with for the pattern to hold; None where that is not plain.
    Lets most lines of an article pass without trying any pattern."""
    text = text.lower()
    close = text.find(")") if text.startswith("(") else -1
    body, follow = (text[1:close], text[close + 1 : close + 2]) if close > 0 else (text, "")
    if "(" in body.split(" ")[0] or (close > 0 and "(" in body):
        return None
    words: set[str] = set()
    for choice in body.split("|") if close > 0 else [body]:
        hit = _OPENER.match(choice)
        if hit is None:
            return None
        tail = choice[hit.end() : hit.end() + 1] or follow
        if tail not in ("", " ", ":", ","):
            return None
        words.add(hit.group())
    return frozenset(words)


class _Group:
    """Several patterns, most of them tried only on lines that open with one of their words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_opener: dict[str, list[_Pattern]] = {}
        self._always: list[_Pattern] = []
        self._foreign: list[_Pattern] = []
        for text in texts:
            openers = _openers(text)
            pattern = _pattern(text)
            for word in openers or ():
                self._by_opener.setdefault(word, []).append(pattern)
            if openers is None:
                group = self._always if _ASCII_LETTER.search(text) else self._foreign
                group.append(pattern)

    def holds(self, inner: str) -> bool:
        """Whether one of them is all of a line, which comes from :func:`core`."""
        if not inner:
            return False
        opener = _OPENER.match(inner)
        patterns = self._by_opener.get(opener.group(), ()) if opener else ()
        foreign = () if inner.isascii() else self._foreign
        for group in (patterns, self._always, foreign):
            for pattern in group:
                for letters in pattern.letters:
                    if letters in inner:
                        if pattern.holds(inner):
                            return True
                        break
        return False


class Furniture:
    """The compiled patterns of one :class:`Boilerplate`."""

    def __init__(self, cues: Boilerplate) -> None:
        self._edge: tuple[tuple[RemovalReason, _Group], ...] = (
            ("disclaimer", _Group((*cues.disclaimers, *cues.editing_notes))),
            ("boilerplate", _Group(cues.credits)),
        )
        self._notes = _Group(cues.house_notes)
        self._updates = frozenset(cues.update_words)
        self._navigation = _Group(cues.navigation)
        self._captions = _Group(cues.captions)
        self._credited = re.compile(
            r"(?!.*\.\s)[^。\n]{6,200}"
            rf"(?:[(（＝=／/][^\s()（）。、，]{{0,12}}{alternation(cues.credited_by)}[)）]?"
            r"|[=＝]\d{1,2}[^\x00-\x7f\d][^。\n]{0,24})"
        )
        """A caption of the East: no full stop, but a credit or the day and place behind a sign."""
        self._edited = _Group(cues.editing_notes)
        self._companions = _Group(cues.companions)
        self._counted = frozenset(cues.counted)
        self._reporting = whole_words(cues.reporting)
        self._dated = _Group(cues.dated_lines)
        self._series = _Group(cues.series)

    def at_edge(self, line: str) -> RemovalReason | None:
        """What a line or sentence near the head or the tail is, if not part of the article."""
        if len(line) > LONGEST:
            return None
        if self._reporting.search(line):
            return None
        inner = core(line)
        for why, patterns in self._edge:
            if why == "disclaimer" and _YEAR.search(line) and self._edited.holds(inner):
                return None  # it says when the talk was held
            if patterns.holds(inner) and (why == "disclaimer" or _names(line)):
                return why
        return "boilerplate" if self.is_note(line) or _signs(line) or _reaches(line) else None

    def of_pieces(self, line: str) -> RemovalReason | None:
        """What a line near the head or the tail is that holds several such lines, parted by wide
        spaces or bars: "News tips: 555-0141   Copyright Harbour Weekly."."""
        if len(line) > LONGEST:
            return None
        return self._all_of(_BAR.split(line)) or self._all_of(_PIECE.split(line))

    def _all_of(self, pieces: Sequence[str]) -> RemovalReason | None:
        pieces = [piece.strip() for piece in pieces]
        if len(pieces) < 2 or not all(pieces):
            return None
        kinds = [
            "navigation" if self.is_navigation(piece) or self.is_series(piece)
            else self.at_edge(piece)
            for piece in pieces
        ]  # fmt: skip
        return kinds[0] if all(kinds) else None

    def is_note(self, line: str) -> bool:
        """A note of the house, or an agency's in brackets on what is new: "(Adds figures)"."""
        if len(line) > LONGEST:
            return False
        inner = core(line)
        bracketed = line[0] in "([" and line[-1] in ")]"
        opener = inner.split(" ", maxsplit=1)[0]
        # a sentence of the text too: "(Updating the radar took three years.)"
        told = opener.endswith("ing") and line[-2:-1] == "."
        return (bracketed and opener in self._updates and not told) or self._notes.holds(inner)

    def is_edited(self, line: str) -> bool:
        """A sentence of the page that says the text was shortened, and not when the talk was."""
        if len(line) > LONGEST or _YEAR.search(line):
            return False
        return self._edited.holds(core(line))

    def is_caption(self, line: str) -> bool:
        """A caption, by its shape or by words of the data."""
        return is_caption(line) or (
            len(line) <= _LONGEST_CAPTION
            and _OWN_VOICE.search(line) is None
            and (self._captions.holds(core(line)) or self._credited.fullmatch(line) is not None)
        )

    def is_companion(self, line: str) -> bool:
        """A sentence that is the page's if the one behind it is: "X is a project of Y."."""
        if len(line) > LONGEST or self._reporting.search(line):
            return False
        return _OWNER.fullmatch(line) is not None or self._companions.holds(core(line))

    def is_dated(self, line: str) -> bool:
        """A sentence of the page about when the article came out."""
        return len(line) <= LONGEST and self._dated.holds(core(line))

    def is_series(self, line: str) -> bool:
        """A line of a letterhead that counts issues: "Policy Note 12"."""
        return len(line) <= _LONGEST_NAVIGATION and self._series.holds(core(line))

    def is_navigation(self, line: str) -> bool:
        if len(line) <= LONGEST and _POINTED.fullmatch(line):
            return True
        if len(line) > (LONGEST if "](" in line else _LONGEST_NAVIGATION):
            return False
        inner = core(line)
        if self._counts(line):
            return True
        if line.rstrip().endswith(_STOPS) and self._reporting.search(line):
            return False  # "Tags: red for mines, the manual says."
        if self._navigation.holds(inner):
            return True
        # "SEE ALSO >>> The tug that would not turn"
        arrow = _ARROWS.search(inner)
        return arrow is not None and self._navigation.holds(_ARROWS.sub(": ", inner, count=1))

    def _counts(self, line: str) -> bool:
        """Buttons with what they counted: ``Like 31 Dislike 4 Comments (12)``."""
        words = _TOKEN.findall(line.lower())
        numbers = sum(word[0].isdigit() for word in words)
        return 1 <= numbers < len(words) and all(
            word[0].isdigit() or word in self._counted for word in words
        )


def _names(line: str) -> bool:
    """Whether a credit really names somebody: ``Editing by hand took three weeks`` does not. A
    mail address, brackets around all of it, and scripts without capitals need no name."""
    bracketed = line[0] in "([（【[" and line[-1] in ")]）】]"
    if bracketed or _MAIL.search(line) or not line[:12].isascii():
        return True
    words: list[str] = _WORD.findall(_MAIL.sub(" ", line))[1:]
    capital = sum(word[0].isupper() for word in words)
    return 2 * capital >= sum(word[0].islower() and len(word) > 3 for word in words)


def _signs(line: str) -> bool:
    """Whether a line is a writer with house or town in brackets, and nothing else."""
    return len(line) <= _LONGEST_SIGNATURE and (
        _SIGNED.fullmatch(line) is not None or _SLUG.fullmatch(line) is not None
    )


def _reaches(line: str) -> bool:
    """Whether a line is nothing but mail addresses and numbers: of telephones, of a register."""
    if len(line) > _LONGEST_SIGNATURE or not any(char.isdigit() or char == "@" for char in line):
        return False
    return not any(char.isalpha() for char in _MAIL.sub("", line)) and bool(_CALLED.search(line))
