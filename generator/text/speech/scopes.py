"""How far each voice of a sentence reaches.

Decides where a sentence passes from one voice to another: only at a semicolon or a joining word
("but", "while", ", and") behind which somebody else begins to speak, or behind which the writer
answers what a source denied or finished saying. Without such a place the sentence is one, held
as a whole; a contrast may stand inside what one source says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.claims import ClaimCues
from generator.text.phrases import BLANK, Gated, words
from generator.text.speech.attribution import Attribution, Line
from generator.text.speech.cues import compiled
from generator.text.tries import alternation

_GAP = 40
"""Characters between a joining word and its speaker, at most ("but on Friday analysts")."""
_LEAD = 12
"""Characters before "according to" that make a lead-in, and no words of the source."""
_OPENING = 3
"""Words before the noun that opens a clause, at most."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_OWNER = 3
"""Words within which the owner of an office is named ("but Mr Black's lawyer, ...")."""
_TITLE = 6
"""Words of what somebody is, before the name in commas."""
_CUTS = 24
"""Joining words looked at in one sentence."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_COUNTED = re.compile(
    r"\w+ (?:(?:about|some|only|up to|at least|more than) )?\d\S*(?: [\w-]+){0,3}"
)
_CLOSED = re.compile(r"[ ,;:\"'.)\u0001]*$")


class Cut(Struct, frozen=True):
    """A place where the voice may change: one part ends at ``end``, the next begins at
    ``start``. ``strong`` parts statements, a bare "and" only joins."""

    end: int
    start: int
    strong: bool


class Scope(Struct, frozen=True):
    """A part of a sentence (offsets in it) and every attribution whose cue stands in it."""

    start: int
    end: int
    found: tuple[Attribution, ...]


class Scopes:
    """The joining words of one set of cues."""

    def __init__(self, cues: ClaimCues) -> None:
        speech = compiled(cues)
        self._stops = speech.breaks | speech.subordinators
        self._leads = speech.prepositions | frozenset(cues.lead_ins)
        self._unnamed = speech.unnamed
        self._apart = frozenset(cues.apart)
        self._contrasts = words(cues.contrasts)
        self._refusing = words(cues.no_contrasts)
        self._and: Gated = words(cues.additions)
        self._closing = words((*cues.naming, *cues.putting, *cues.counting))
        self._intending = words(cues.intention)
        self._conceding = re.compile(rf"{alternation(cues.concessions)}(?![\w-])", re.IGNORECASE)
        self._answering = words(cues.answering)
        self._pictures = words(cues.pictures)
        self._showing = words(cues.showing)

    def of(self, line: Line, found: Sequence[Attribution]) -> tuple[Scope, ...]:
        """The parts of a sentence in order; a single one where one voice holds all of it."""
        outside = line.outside
        whole = Scope(0, len(outside), tuple(found))
        cuts = self._cuts(line, found) if found else []
        if not cuts:
            return (whole,)
        parts: list[Scope] = []
        start, end = 0, cuts[0].end
        here = [one for one in found if one.cue[0] < cuts[0].start]
        for index, cut in enumerate(cuts):
            limit = cuts[index + 1].end if index + 1 < len(cuts) else len(outside)
            inside = [one for one in found if cut.start <= one.cue[0] < limit]
            later = [one for one in found if one.cue[0] >= cut.start]
            speaks = self._speaks(line, cut, inside, later, before=bool(here))
            if speaks or self._answers(line, cut, limit, here, inside):
                parts.append(Scope(start, end, tuple(here)))
                start, here = cut.start, inside
            else:
                here = [*here, *inside]
            end = limit
        parts.append(Scope(start, len(outside), tuple(here)))
        return tuple(parts)

    def _cuts(self, line: Line, found: Sequence[Attribution]) -> list[Cut]:
        outside = line.outside
        cuts = [
            Cut(_left(outside, match.start()), match.end(), True)
            for match in self._contrasts.finditer(outside)
            if match.start()
            and not self._refusing.match(outside, match.start())
            and (match.group().lower() not in self._apart or _marked(outside, match.start()))
        ]
        cuts += [
            Cut(_left(outside, match.start()), match.end(), False)
            for match in self._and.finditer(outside)
            if _marked(outside, match.start())
        ]
        cuts += [
            Cut(outside.rfind(",", 0, one.source[0]), one.source[0], True)
            for one in found
            if one.way == "gapped"
        ]
        at = outside.find(";")
        while at >= 0 and len(cuts) <= _CUTS:
            cuts.append(Cut(at, at + 1, True))
            at = outside.find(";", at + 1)
        if self._conceding.match(outside):
            # "While Strelsau says X, Zenda claims Y": the main clause begins at a comma.
            for one in found:
                comma = outside.rfind(",", 0, one.source[0])
                if one.way == "subject" and comma > 0 and self._near(outside, comma + 1, one):
                    cuts.append(Cut(comma, comma + 1, True))
                    break
        kept: list[Cut] = []
        for cut in sorted(cuts, key=lambda one: (one.end, one.start))[:_CUTS]:
            if kept and cut.end <= kept[-1].start:
                continue  # "; but": one place
            kept.append(cut)
        return kept

    def _near(self, outside: str, start: int, one: Attribution) -> bool:
        """Whether the speaker is what the clause that begins at ``start`` opens with."""
        gap = outside[start : one.source[0]].strip()
        if one.source[0] < start or len(gap) > _GAP:
            return False
        words = [word.lower() for word in _WORD.findall(gap)]
        titled = any(one in _ARTICLES for one in words[:1]) or any(
            one.endswith(("'s", "s'")) for one in words[:_OWNER]
        )
        if gap.endswith(",") and titled and len(words) <= _TITLE:
            return True  # "but a spokesman, Black, denied it"
        # "but on Friday, analysts": what ends in a comma must be a lead-in, and no clause.
        leads = not gap.endswith(",") or words[:1] == [] or words[0] in self._leads
        return leads and not any(word in self._stops for word in words)

    def _speaks(
        self,
        line: Line,
        cut: Cut,
        inside: Sequence[Attribution],
        later: Sequence[Attribution],
        *,
        before: bool,
    ) -> bool:
        """Whether somebody of its own speaks behind a cut."""
        for one in inside:
            if one.way == "gapped" and 0 <= one.source[0] - cut.start <= 1:
                return True
            if one.way == "subject" and self._near(line.outside, cut.start, one):
                return True
            shared = one.way == "subject" and one.source[0] < cut.start
            if shared and (cut.strong or one.denies):
                return True  # "Strelsau denied it but SAID ...": the same speaker again
            if one.way == "label" or not (cut.strong and before):
                continue
            behind = one.way in {"inverted", "according", "by", "quoted"}
            if behind or finished(line, one, cut.start):
                return True
        if inside or not (cut.strong and before) or not later:
            return False
        # "Strelsau counted two, but A, and B, Zenda said": the speaker stands behind all of it.
        return finished(line, later[0], cut.start) and later[0].way != "subject"

    def _answers(
        self,
        line: Line,
        cut: Cut,
        limit: int,
        here: Sequence[Attribution],
        inside: Sequence[Attribution],
    ) -> bool:
        """Whether the writer speaks again behind a cut: pictures show something, or what the
        source denied, or had finished saying, is set against something else."""
        if inside or not here or not cut.strong:
            return False
        rest = line.outside[cut.start : limit]
        if '"' in rest or BLANK in rest or len(rest.split()) < 3:
            return False
        if self._answering.match(rest, len(rest) - len(rest.lstrip())):
            return True  # "Zenda says so, but there is no evidence of it"
        other = self._unnamed.search(rest, 0, _GAP)
        opens = other is not None and len(rest[: other.start()].split()) < _OPENING
        if opens and _marked(line.outside, cut.end + 1):
            return True  # ", but prosecutors have found no proof": somebody else does something
        seen = self._pictures.search(rest, 0, _GAP)
        if seen is not None and self._showing.search(rest, seen.end(), seen.end() + _GAP):
            return True
        return all(
            one.denies
            or finished(line, one, 0)
            or self._is_said(line.outside[one.cue[0] : cut.end])
            for one in here
        )

    def _is_said(self, words: str) -> bool:
        """Whether what a verb brings ends with its clause: "CALLED it a plot; the talks went on",
        "HOPES to sign; the text is open", "CLAIMED 500 kilograms; the data say otherwise"."""
        if self._closing.match(words):
            return True
        verb = self._intending.match(words)
        committed = verb is not None and (
            verb.group().endswith(" to") or words.startswith(" to ", verb.end())
        )
        return committed or _COUNTED.fullmatch(words) is not None


def finished(line: Line, one: Attribution, start: int) -> bool:
    """Whether what a source says stands before its cue: "..., said Black", "..., Black said"."""
    first = min(one.source[0], one.cue[0])
    if first - start <= _LEAD:
        return False
    before = line.outside[start:first].rstrip()
    after = line.outside[max(one.source[1], one.cue[1]) :].lstrip(" ")
    if one.way == "inverted":
        return True
    if one.way == "according":
        return True
    return one.way == "subject" and before.endswith((",", '"', BLANK)) and not after[:1].isalpha()


def _marked(outside: str, at: int) -> bool:
    """Whether a comma, a semicolon or a quotation mark stands before a place."""
    return outside[:at].rstrip().endswith((",", '"', ";"))


def _left(outside: str, at: int) -> int:
    """Where the part before a joining word ends."""
    closed = _CLOSED.search(outside, max(0, at - 8), at)
    mark = outside.find('"', closed.start(), at) if closed is not None else -1
    if mark >= 0:
        return mark + 1
    return len(outside[:at].rstrip(" ,"))


@lru_cache(maxsize=8)
def scopes(cues: ClaimCues) -> Scopes:
    return Scopes(cues)
