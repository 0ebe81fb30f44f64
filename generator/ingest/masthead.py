"""The lines above an article's text: the house, its rubric, the title, who wrote it.

This module alone decides which short lines before the first paragraph of text belong to the
letterhead of a publisher and not to the article, and which of them is left to be the title. A
name counts as a house's only by its form (words such as "Weekly" or "Institute" in the data) or
because the foot of the page repeats it; otherwise the line stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.ingest.bodies import EDITION, Bodies, house_name
from generator.ingest.display import shown
from generator.ingest.provenance import Fact, Provenance
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.model import Stated
from generator.text.scripts import EASTERN
from generator.text.tries import alternation, whole_words

HEAD = 14
"""Lines of the longest letterhead."""
_BAR, _BAR_WORDS, _BAR_KNOWN = 4, 3, 2
"""Entries of a navigation bar, at least; words of one; and how many must be known rubrics."""
_TEXT = 60
"""Characters of the shortest line that is text if it ends like a sentence."""
_LONG_TEXT = 200
_HOUSE_WORDS = 8
_IMPRINT = 5
_PARTS = re.compile(r"[|·•›»>/]|\s[–—-]\s(?=(?:[A-Z]\w+ ){0,2}(?:Desk|Newsroom|Edition)$)")
"""What parts a letterhead; a dash does so before a desk: "The Wire - Asia Desk"."""
_DESK = re.compile(r"(?:[A-Z]\w+ ){0,2}(?:Desk|Newsroom|Edition)")
_BRIEF = 3  # words of the longest name that a line of sections alone shows to be a paper's
_ARROW = re.compile(r"[>›»]")
_STOPS = (".", "!", "?", "。", "！", "？", '."', ".”", "।", ".)")
_WORD = re.compile(r"[^\W\d_][\w'’&-]*")
_SMALL = r"(?:de|van|von|der|bin|al|el|la|du|da)"
_NAME = (
    r"(?:(?:Dr|Prof|Lt|Col|Gen|Adm)\.? )?[A-Z][\w'’-]{0,30}"
    rf"(?: (?:[A-Z]\.|{_SMALL}|[A-Z][\w'’-]{{1,30}})){{1,3}}"
)
_NAMES = re.compile(rf"{_NAME}(?:(?:, and |, | and | & ){_NAME}){{0,4}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the head: its index, its text, its place in the article."""

    index: int
    text: str
    start: int
    fresh: bool = False
    """A blank line stands before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A line that is not the article's, what it is, and what it states."""

    index: int
    note: str
    facts: tuple[Fact, ...] = ()


class Masthead:
    """The cues of one :class:`Boilerplate` about houses, rubrics and writers."""

    def __init__(
        self,
        cues: Boilerplate,
        provenance: Provenance,
        *,
        series: Callable[[str], bool],
        trail: Callable[[str], bool],
    ) -> None:
        """``series`` says whether a line counts issues, ``trail`` whether it leads from section
        to section."""
        self._provenance = provenance
        self._series = series
        self._trail = trail
        self._bodies = Bodies(cues, provenance)
        self._rubrics = frozenset(word.casefold() for word in (*cues.rubrics, *cues.kickers))
        self._sections = frozenset(word.casefold() for word in cues.sections)
        self._roles = whole_words(cues.writer_roles)
        self._no_writer = whole_words(cues.no_writer)
        self._reports = re.compile(
            rf"({_NAME}) {alternation(cues.reports_from)} [A-Z][\w ,'’-]{{1,40}}"
        )

    def read(self, lines: Sequence[Line], *, foot: str) -> tuple[Apart, ...]:
        """What of ``lines``, the first paragraphs of an article, stands apart from it. ``foot``
        is the text of the last paragraphs."""
        head = self._head(lines)
        if not head:
            return ()
        facts = {one.index: self._provenance.facts(one.text, offset=one.start) for one in head}
        notes = {one.index: self._note(one.text, stated=bool(facts[one.index])) for one in head}
        apart = {at: Apart(index=at, note=note) for at, note in notes.items() if note}
        plain = [one for one in head if one.index not in apart and not facts[one.index]]
        framed = len(plain) < len(head)
        titled = any(fact.meaning == "title" for told in facts.values() for fact in told)
        house = self._house_line(plain, foot=foot, framed=framed, titled=titled)
        if house is None and (house := self._grouped(head, plain, facts)) is not None:
            above = [one for one in plain if one is not house and one in head[: _blank(head)]]
            apart |= {one.index: Apart(index=one.index, note="letterhead") for one in above}
            plain = [one for one in plain if one.index not in apart]
        house = house or self._heading_body(head, plain, facts)
        if house is None:
            apart |= {
                one.index: Apart(index=one.index, note="letterhead", facts=self._named(one))
                for one in head if notes[one.index] == "letterhead"
            }  # fmt: skip
        if house is not None:
            stated = house_name(house.text, house.start)
            apart[house.index] = Apart(
                index=house.index, note="publisher", facts=(Fact("publisher", stated),)
            )
            plain = [one for one in plain if one is not house]
        for one in plain[1:]:
            writer = self._writer(one, framed=framed or house is not None)
            if not writer and self._is_bureau(one.text):
                apart[one.index] = Apart(index=one.index, note="letterhead")
            elif writer:
                apart[one.index] = Apart(index=one.index, note="author", facts=writer)
        return tuple(apart.values())

    def _note(self, text: str, *, stated: bool) -> str:
        """What a line of the head is by itself; "" where that does not show."""
        if self._is_section(text):
            return "rubric"
        if stated:
            return ""
        if self._is_day(text):
            return "day"
        if _ARROW.search(text) is None and (self._series(text) or self._is_letterhead(text)):
            return "letterhead"
        return "trail" if self._trail(text) else ""

    def imprint(self, line: str, *, offset: int) -> tuple[Fact, ...]:
        """The paper whose name alone closes a page."""
        bare = line.strip(" *_()[]-–—")
        words = _WORD.findall(bare)
        if not 1 < len(words) <= _HOUSE_WORDS or bare.endswith(_STOPS) or ":" in bare:
            return ()
        named = len(words) <= _IMPRINT and self._provenance.is_paper(bare)
        named = named and self._provenance.is_name(bare)
        if not named and not self._bodies.is_office(bare):
            return ()
        if not bare.isascii() or any(map(str.isdigit, bare)):
            return ()
        return (Fact("publisher", house_name(line, offset)),)

    def _head(self, lines: Sequence[Line]) -> list[Line]:
        """The lines before the first text; none where no text follows them."""
        head: list[Line] = []
        for one in lines[: HEAD + 1]:
            ended = one.text.rstrip("*_ ").endswith(_STOPS)
            size = len(one.text) + len(EASTERN.findall(one.text[:_LONG_TEXT]))
            if size >= _LONG_TEXT or (ended and size >= _TEXT):
                return head
            head.append(one)
        return []

    def _is_section(self, text: str) -> bool:
        parts = [part.strip() for part in re.split(r"[|·•›»>/&]| and ", text)]
        known = sum(map(self._is_rubric, parts))
        bar = len(parts) >= _BAR and all(
            part[:1].isupper() and part.count(" ") < _BAR_WORDS and part[-1:].isalnum()
            for part in parts
        )  # "News | Showbiz | Puzzles | Log in"
        return known == len(parts) or (bar and known >= _BAR_KNOWN)

    def _is_letterhead(self, text: str) -> bool:
        """ "Press Office / Notice 12 / For immediate release": a count or a rubric among parts that
        are all names."""
        parts = [part.strip() for part in _PARTS.split(text)]
        known = [self._series(part) or self._is_rubric(part) for part in parts]
        desk = any(map(_DESK.fullmatch, parts))
        return (
            1 < len(parts) <= _HOUSE_WORDS
            and any(known)
            and all(
                told
                or (self._provenance.is_name(part) and (desk or self._provenance.is_house(part)))
                for told, part in zip(known, parts, strict=True)
            )
        )

    def _named(self, line: Line) -> tuple[Fact, ...]:
        """The one house among the parts of a letterhead."""
        parts = [part.strip() for part in _PARTS.split(line.text)]
        desk = any(map(_DESK.fullmatch, parts))
        houses = [
            part for part in parts
            if (desk or self._provenance.is_house(part)) and self._provenance.is_name(part)
            and not self._series(part) and not self._is_rubric(part)
        ]  # fmt: skip
        if len(parts) < 2 or len(houses) != 1:
            return ()
        start = line.start + line.text.index(houses[0])
        return (Fact("publisher", house_name(houses[0], start)),)

    def _is_bureau(self, text: str) -> bool:
        """ "Joint Staff Office, Ministry of Ports": a body within a body."""
        parts = text.strip(" *_").split(", ")
        return len(parts) == 2 and all(
            self._provenance.is_house(part) and self._provenance.is_name(part) for part in parts
        )

    def _is_day(self, text: str) -> bool:
        """ "April 22": a day without a year, which tells no more than a dateline does."""
        return self._provenance.stamps.alone(text) and any(map(str.isalpha, text))

    def _is_rubric(self, text: str) -> bool:
        bare = EDITION.sub("", text).strip(" :|*_#[]")
        return bare.casefold() in self._rubrics or _DESK.fullmatch(bare) is not None

    def _house_line(
        self, plain: Sequence[Line], *, foot: str, framed: bool, titled: bool
    ) -> Line | None:
        """The line that names the house: before the title, which a label may have ``titled``, or
        a newspaper's right under it."""
        for one, after in zip(plain[:2], (*plain[1:], None), strict=False):
            under = framed and one is not plain[0] and self._provenance.is_paper(one.text)
            if after is None and not (under or titled or (framed and one.text.isupper())):
                return None
            below = titled or self._titled(plain[plain.index(one) + 1 :])
            alone = below and self._bodies.alone(one.text)
            if alone or self._names_house(one.text, foot=foot, framed=framed):
                return one
        return None

    def _titled(self, below: Sequence[Line]) -> bool:
        """Whether a line further down is a title: words enough, and not all of them a name."""
        return any(
            len(one.text.split()) > _IMPRINT
            and (not self._provenance.is_name(one.text) or any(map(str.isdigit, one.text)))
            for one in below
        )

    def _grouped(
        self, head: Sequence[Line], plain: Sequence[Line], facts: Mapping[int, tuple[Fact, ...]]
    ) -> Line | None:
        """The house of a letterhead that a blank line parts from the title below it."""
        head = head[head.index(plain[0]) :] if plain else head
        group = self._group(head, facts)
        inside = [one for one in plain if one in group]
        after = [one for one in plain if one not in group]
        if not group or not inside or not after or after[0] is not head[len(group)]:
            return None
        first = inside[0]
        named = self._is_short_name(first.text) or self._bodies.is_office(first.text)
        under = after[0].text.rstrip()
        title = not under.endswith(_STOPS) and len(under) <= 150
        title = title and under.casefold().strip(" :") not in self._sections
        return first if named and title else None

    def _heading_body(
        self, head: Sequence[Line], plain: Sequence[Line], facts: Mapping[int, tuple[Fact, ...]]
    ) -> Line | None:
        """The body that speaks in the first line of a statement ("Compact Council")."""
        head = head[head.index(plain[0]) :] if plain else head
        group = self._group(head, facts)
        if not group or not plain or plain[0] is not group[0]:
            return None
        first = plain[0]
        body = self._is_short_name(first.text) and self._provenance.is_house(first.text)
        return first if body else None

    def _group(self, head: Sequence[Line], facts: Mapping[int, tuple[Fact, ...]]) -> Sequence[Line]:
        """The lines above the first blank one, if they say when, and not by whom."""
        group = head[: _blank(head)]
        stated = {fact.meaning for one in group for fact in facts[one.index]}
        dated = "date" in stated or any(self._provenance.stamps.alone(one.text) for one in group)
        first = head[0].text if head else ""
        brief = first.startswith("The ") or len(_WORD.findall(first)) <= _BRIEF
        dated = dated or (brief and any(self._is_section(one.text) for one in group[1:]))
        return group if len(group) > 1 and dated and "author" not in stated else ()

    def _is_short_name(self, text: str) -> bool:
        """A few capitalised words with no verb among them: a headline in capitals has one."""
        words = _WORD.findall(text)
        verbs = [word for word in words[1:] if word.endswith(("s", "ed", "ing"))]
        return (
            0 < len(words) <= _HOUSE_WORDS - 2
            and self._provenance.is_name(text)
            and not text.rstrip().endswith((*_STOPS, ":"))
            and (not verbs or self._provenance.is_house(text))
        )

    def _names_house(self, text: str, *, foot: str, framed: bool) -> bool:
        bare = EDITION.sub("", text).strip(" *_#|")
        words = _WORD.findall(bare)
        if not words or len(words) > _HOUSE_WORDS or bare.endswith(_STOPS) or ":" in bare:
            return False
        if not self._provenance.is_name(bare):
            return False
        if len(words) > 1 and bare.casefold() in foot:
            return True
        # A headline may end in "Post" or "Review" too: it has more words, or a verb among them.
        brief = len(words) <= 3 or bare.startswith("The ") or bare.isupper()
        if self._provenance.is_paper(bare) and brief and len(words) <= 6:
            return True
        return bare.isupper() and framed and self._provenance.is_house(bare)

    def _tells(self, text: str) -> bool:
        """ "Vice Director of the Board, Makes Press Statement": a headline, and no two offices."""
        part = text.rpartition(", ")[2]
        if part == text or self._roles.search(part):
            return False
        first = part.split(" ", 1)[0]
        return first.endswith("s") and " " in part and not self._provenance.is_house(first)

    def _writer(self, line: Line, *, framed: bool) -> tuple[Fact, ...]:
        """ "Ada Lindqvist reports from Strelsau", "Ada Lindqvist, Ports Correspondent", or names
        alone in a letterhead."""
        text = line.text.strip(" *_")
        offset = line.start + line.text.index(text)
        reports = self._reports.fullmatch(text)
        if reports is not None:
            return (_author(reports.group(1), offset),)
        if len(text) > 120 or self._sections & {w.casefold() for w in _WORD.findall(text)}:
            return ()
        if self._provenance.is_nobody(text):
            return (Fact("drop", None),)
        called = _NAMES.fullmatch(text) and self._no_writer.search(text) is None
        if framed and called and not self._provenance.is_house(text):
            return (_author(text, offset),)
        name, comma, rest = text.partition(", ")
        if not comma or not _NAMES.fullmatch(name) or text.endswith(_STOPS):
            return ()
        if self._provenance.is_house(name) or self._tells(rest):
            return ()
        if self._provenance.is_house(rest) and self._provenance.is_name(rest):
            at = offset + len(name) + len(comma)
            house = Stated(start=at, end=at + len(rest), value=shown(rest))
            return (_author(name, offset), Fact("publisher", house))
        return (_author(name, offset),) if self._roles.search(rest) else ()


def _blank(head: Sequence[Line]) -> int:
    """How many lines stand before the first blank one."""
    return next((at for at, one in enumerate(head) if at and one.fresh), len(head))


def _author(name: str, start: int) -> Fact:
    return Fact("author", Stated(start=start, end=start + len(name), value=shown(name)))
