"""The parts of a sentence between commas, and whether words make a clause.

Decides what counts as a verb that carries one, and when what is left of a sentence still does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.summary import CutWords
from generator.text.scripts import EASTERN

_PART = re.compile(
    r"(?<=[,;:])\s+|(?<=[,;:][\"”])\s+|\s+[-–—]+\s+|(?<=[、；])|(?<=;)(?=[\u4e00-\u9fff])"
)
_PLAIN_PART = re.compile(r"\s(?:(?<=[,;:]\s)|(?<=[,;:]\"\s))\s*|\s+[-]+\s+")
"""The same in ASCII, entered at white space only."""
QUOTES = {"“": "”", "「": "」", "『": "』"}
"""Opening and closing marks of quotations that have two."""
_MARKS = ",.;:\"'“”’()"
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "this", "these"})
"""What shows that the word in "-ed" before it is a verb: "opened its yard"."""
_OPENINGS = frozenset({
    "if", "although", "though", "while", "when", "as", "because", "since", "after", "before",
    "once", "until", "unless",
})  # fmt: skip
"""Words of a clause that stands before another."""
RELATIVES = frozenset({"that", "which", "who", "whose", "whom", "what", "where", "how"})


class Cutting(Struct, frozen=True, kw_only=True, eq=False):
    """Folded word lists that steer the cuts; see ``knowledge/language/summary.yml``. Told apart by
    identity, so that cuts can be kept by them."""

    words: CutWords
    """The small words of the language."""
    lead_ins: frozenset[str]
    connectives: frozenset[str]
    openers: frozenset[str]
    verbs: frozenset[str]
    announcing: frozenset[str] = frozenset()
    """Words by which a sentence speaks of itself: "version", "takeaway"."""
    announcing_with: frozenset[str] = frozenset()
    """What else may stand beside these."""
    links: frozenset[str] = frozenset()
    """What links a sentence to the one before it, between two commas: "however"."""
    speech: frozenset[str] = frozenset()
    """Verbs that close an attribution: ", officials said"."""
    stops: frozenset[str] = frozenset()
    """Prepositions before which a clause that is too long may be cut."""
    unfinished: frozenset[str] = frozenset()
    """Words nothing may end in: "the", "at least"."""
    taking_back: frozenset[str] = frozenset()
    """Words whose loss turns the meaning: "without", "unless"."""
    taking_back_alone: frozenset[str] = frozenset()
    """Those that do so only where no noun follows: "which is FALSE", but "false names"."""
    taking_back_deeds: frozenset[str] = frozenset()
    """Those that do so only before a verb: "BEFORE it failed", but "before the summer"."""
    finite: frozenset[str] = frozenset()
    """Verb forms that make a clause whole (past, third person, auxiliaries)."""
    counting: frozenset[str] = frozenset()
    """Words that count off some of those named: "MANY operating abroad"."""
    clause_open_ends: tuple[str, ...] = ()
    """What no Chinese clause may end in that is the last one left."""
    clause_turns: tuple[str, ...] = ()
    """What opens a Chinese clause that takes back the one before."""
    times: frozenset[str] = frozenset()
    """Words that tell when: weekdays, months, "today"."""
    measures: frozenset[str] = frozenset()
    """Units of length, behind which a direction belongs: "340 km WEST"."""

    def takes_back(self, words: Sequence[str]) -> bool:
        """Whether folded words hold one whose loss would turn the meaning."""
        for at, word in enumerate(words):
            if word not in self.taking_back:
                continue
            after = words[at + 1 :]
            if word in self.taking_back_alone and after:
                noun = after[0] not in self.stops | self.unfinished | self.verbs
                if noun and after[0].isalpha():
                    continue
            if word in self.taking_back_deeds and not any(
                one in self.finite or one.endswith("ing") for one in after
            ):
                continue
            return True
        return False

    def announces(self, words: Sequence[str]) -> bool:
        """Whether folded words only say that something follows: "short version of what
        follows"."""
        own = set(words)
        return not own.isdisjoint(self.announcing) and own <= self.announcing | self.announcing_with


@lru_cache(maxsize=256)
def word_count(text: str) -> int:
    """Words; East Asian text counts two characters as one word."""
    dense = 0 if text.isascii() else len(EASTERN.findall(text))
    return dense // 2 if dense > len(text) // 3 else len(text.split())


def plain(word: str) -> str:
    """A word of running text as the lists have it."""
    return word.casefold().strip(_MARKS)


@lru_cache(maxsize=512)
def forms(text: str) -> tuple[str, ...]:
    """The words of running text as the lists have them; those with a capital stay as they are, so
    that "May" and the "States" of a name are no verbs. Kept: the same parts of a sentence are asked
    about again for each cut that is weighed."""
    return tuple(
        [word.strip(_MARKS) if word[:1].isupper() else plain(word) for word in text.split()]
    )


def closed(text: str) -> bool:
    """Whether no quotation and no bracket stays open."""
    pairs = {**QUOTES, "(": ")", "[": "]"}
    return text.count('"') % 2 == 0 and all(
        text.count(opening) <= text.count(closing) for opening, closing in pairs.items()
    )


def parts_of(text: str) -> list[str]:
    """Comma parts, with lists ("a, b, and c") and quotations kept whole."""
    pieces: list[str] = []
    begin = 0
    for match in (_PLAIN_PART if text.isascii() else _PART).finditer(text):
        piece = text[begin : match.start()]
        if piece.count('"') % 2 or piece.count("“") > piece.count("”"):
            continue
        if piece.count("(") > piece.count(")"):
            continue
        pieces.append(text[begin : match.end()])
        begin = match.end()
    pieces.append(text[begin:])
    return pieces


def whole(text: str, cutting: Cutting) -> bool:
    """Whether what is left still holds a verb and is no mere opening clause."""
    words = forms(text)
    opening = words[0].casefold() if words else ""
    if opening in _OPENINGS and "," not in text.rstrip(","):
        return False
    return len(words) >= 4 and has_verb(words, cutting)


def has_verb(words: Sequence[str], cutting: Cutting) -> bool:
    """Whether folded words hold a verb that makes a clause: not "to be", not a bare noun form."""
    wanted = cutting.finite or cutting.verbs
    return any(
        (word in wanted and (at == 0 or words[at - 1] != "to"))
        or (at > 0 and word.endswith("ed") and following in _DETERMINERS)
        for at, (word, following) in enumerate(zip(words, (*words[1:], ""), strict=False))
    )


def has_main_verb(words: Sequence[str], cutting: Cutting) -> bool:
    """Whether a verb stands outside the clauses that only tell which: "the missile that flew"."""
    told = 0
    for at, word in enumerate(map(plain, words)):
        if at and word in RELATIVES:
            told += 1
        elif word in cutting.finite and (at == 0 or plain(words[at - 1]) != "to"):
            if not told:
                return True
            told -= 1
    return False
