"""Persons by what they were introduced as, for "the analyst said".

Decides which words introduce somebody: a calling right before the name ("spokeswoman Black"), or
one in an apposition behind it ("Black, a shipping analyst in Zenda,"). Where several were
introduced so, any of them may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.knowledge.cues.claims import ClaimCues
from generator.model import ANONYMOUS, Mention
from generator.text.speech.attribution import Line
from generator.text.speech.cues import compiled

_SURNAME = 2
"""Letters of a surname, at most."""
_LONGEST_CALL = 8
"""Characters of a name that stands for a whole one, and one more."""
_REACH = 60
"""Characters behind a name in which its apposition names a calling, at most."""
_APPOSITION = re.compile(
    r", (?:(?:the|an?|one of the|former|who (?:is|was) (?:the|an?))\b|[^,]{2,40}?'s?(?= ))"
)
_OFFICE = re.compile(
    r"(?<![\w-])(?P<calling>[A-Z]\w+) (?:of|for)(?: (?:the|of|and|[A-Z]\w+)){1,6}$"
)
""" "SECRETARY of State Black"."""
_SPOKE = re.compile(
    r"\b(?P<calling>spokes(?:man|woman|person)|representative)(?: (?:for|of) [^,;:\"]+)?$", re.I
)
""" "A SPOKESMAN for the Zenda Yard", or "a Zenda Yard SPOKESMAN"."""
_PIECE = re.compile(r"[\w-]+|[^\w\s]")


_TITLE = re.compile(r"(?:(?<![\w'’.-])[A-Z][\w'’.-]* ){0,4}(?:[\w'-]+)$")


def _longer(before: str) -> tuple[str, ...]:
    """The calling that ends some words, with one, two and more of the names before it: "spokesman",
    "harbour spokesman", "zenda harbour spokesman"."""
    found = _TITLE.search(before)
    words = found.group().lower().strip("\"'").split() if found is not None else []
    return tuple(" ".join(words[at:]) for at in range(len(words)))


class Introductions:
    """Filled sentence by sentence."""

    def __init__(self, cues: ClaimCues) -> None:
        speech = compiled(cues)
        self._callings, self._leading = speech.callings, speech.leading_callings
        self._stops = frozenset(cues.prepositions)
        self._known: dict[str, set[str]] = {}

    def remember(self, line: Line, persons: Sequence[tuple[int, int, Mention]]) -> None:
        """Take note of the persons of a sentence."""
        callings = self._callings
        if not persons or self._leading.shut(line.outside):
            return
        for start, end, mention in persons:
            before = line.outside[max(0, start - _REACH) : start].rstrip()
            last = before.rsplit(" ", 1)[-1].lower().strip("\"'")
            if self._leading.fullmatch(last):
                for called in _longer(before):
                    self._known.setdefault(called, set()).add(mention.entity)
            office = _OFFICE.search(before)
            if office is not None and callings.fullmatch(office["calling"].lower()):
                self._known.setdefault(office["calling"].lower(), set()).add(mention.entity)
            opened = _APPOSITION.match(line.outside, end)
            if opened is None:
                continue
            for word in _PIECE.findall(line.outside[opened.end() : end + _REACH]):
                lower = word.lower()
                if lower in self._stops or word in ",.;:":
                    break
                if callings.fullmatch(lower):
                    self._known.setdefault(lower, set()).add(mention.entity)

    def voice(self, words: str, body: str) -> None:
        """Take note of a spokesman without a name who spoke for a body, at the end of ``words``."""
        found = _SPOKE.search(words[-_REACH:])
        if found is not None:
            self._known.setdefault(found["calling"].lower(), set()).add(body)

    def unnamed(self, calling: str) -> None:
        """Take note of somebody without a name who spoke as one of a calling."""
        if self._leading.fullmatch(calling):
            self._known.setdefault(calling, set()).add(ANONYMOUS)

    def of(self, calling: str) -> set[str]:
        """Whom "analyst" may mean: all who were introduced so."""
        return self._known.get(calling, set())


def titled(
    phrase: str, persons: Mapping[str, str], introduced: str, titles: frozenset[str]
) -> str | None:
    """ "김 위원장": the one person whose name begins so and who has that title. ``persons`` leads
    from names to identities, ``introduced`` is the text before."""
    return _titled(phrase, persons, introduced) or _addressed(phrase, persons, titles)


def _titled(phrase: str, persons: Mapping[str, str], introduced: str) -> str | None:
    first, _, title = phrase.partition(" ")
    if not title or len(first) > _SURNAME:
        return None
    held = rf" (?:\S{{1,12}} )??\S{{0,8}}{re.escape(title)}"
    found = {
        entity
        for surface, entity in persons.items()
        if surface.startswith(first) and re.search(re.escape(surface) + held, introduced)
    }
    return found.pop() if len(found) == 1 else None


def _addressed(phrase: str, persons: Mapping[str, str], titles: frozenset[str]) -> str | None:
    """ "木原氏", "正恩氏", "金総書記": the one person whose name, written without spaces,
    begins or ends with what stands before the title."""
    for length in range(1, min(len(phrase), _LONGEST_CALL)):
        called, title = phrase[:length], phrase[length:]
        if title in titles:
            found = {
                entity
                for surface, entity in persons.items()
                if surface.startswith(called) or (length > 1 and surface.endswith(called))
            }
            return found.pop() if len(found) == 1 else None
    return None
