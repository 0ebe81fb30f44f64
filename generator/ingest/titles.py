"""Which line of an article is its title.

This module alone decides it: the line that repeats the title stated elsewhere, else the first line
that is left above the text, short and without a full stop. What only names a part of the text
("Introduction") is a heading of it and never the title.
"""

from __future__ import annotations

import re

from generator.ingest.display import shown
from generator.ingest.furniture import Furniture
from generator.ingest.masthead import HEAD
from generator.ingest.opening import is_kicker, is_title
from generator.ingest.pieces import trimmed
from generator.ingest.preamble import telling
from generator.ingest.provenance import Fact, Provenance
from generator.ingest.shapes import LONGEST, is_slug
from generator.ingest.sheet import Sheet
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.model import Paragraph, Stated
from generator.text.scripts import EASTERN
from generator.text.tries import whole_words

_ENDS = (".", "!", "?", "。", "！", "？", "।")
_NAMES = 5
"""Words of the longest line that is taken for the name of a house or a section."""
_LABEL, _LABELS = 2, 4
_RUN_ON = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
_JOIN, _MANY = 3, 3
"""Letters before the capital of such a join, and joins of a whole menu."""
_PARAGRAPHS, _SHARED = 12, 2
_HEADLINE = 8
"""Words of a line written as a name that is sooner a headline in capitals."""
_TWICE, _ABOVE = 3, 80
"""Telling words of a title that shows twice, and characters of the longest line above it."""
_BY_SIGNS = re.compile(r"\s(?:[-–—|·»]|::)\s")
_NEAR, _BETWEEN = 10, 2
_BODY = 40
"""Characters of the shortest line that is text without a full stop."""


class Titles:
    """The words of one :class:`Boilerplate` that stand above a title or head a part of a text."""

    def __init__(self, cues: Boilerplate, provenance: Provenance, furniture: Furniture) -> None:
        self._provenance = provenance
        self._furniture = furniture
        self._kickers = frozenset(cues.kickers)
        self._rubrics = frozenset(word.casefold() for word in cues.rubrics)
        self._sections = frozenset(word.casefold() for word in cues.sections)
        self._offices = whole_words(cues.offices)
        self._heads = frozenset(line.casefold() for line in cues.part_heads)

    def take(self, work: Sheet, stated: Stated | None) -> None:
        """Find the title of ``work``, and drop what stands above it; ``stated`` is the one that
        the format told."""
        live = work.live()
        if stated is not None:
            for index in live[:4]:
                if shown(work.line(index)[:LONGEST]).casefold() == stated.value.casefold():
                    self._entitle(work, index, stated.value)
                    return
            return
        live = self._below_double(work, live)
        live = self._below_page_title(work, live)
        titled = any(
            is_title(line, followed=True) and _tells(line)
            for line in (work.line(at)[:LONGEST] for at in live[1:3])
        )
        if len(live) > 2 and titled and _is_foreign(work.line(live[0]), _below(work, live)):
            work.drop(live[0], "navigation", "")
            live = live[1:]
        live = self._below_kickers(work, live)
        if not live:
            return
        index, rest = live[0], live[1:]
        line, kind = work.line(index), work.paragraphs[index].kind
        if self._provenance.facts(line, offset=0, first=True) or self._heads_part(line):
            return
        followed = any(self._is_body(work.line(after)) for after in rest[: HEAD + 2])
        framed = index + 1 in work.gone or bool(
            rest and self._provenance.facts(work.line(rest[0]), offset=0)
        )
        short = kind == "text" and is_title(line, followed=followed, framed=framed)
        if (kind == "heading" and rest) or short:
            self._entitle(work, index, shown(line))

    def _below_double(self, work: Sheet, live: list[int]) -> list[int]:
        """A title that shows twice above the text: what stands over the first is the page's."""
        doubled = {work.line(at) for at in work.gone if at < 2 * _NEAR}
        for place, index in enumerate(live[:_NEAR]):
            line = work.line(index)
            credited = self._furniture.at_edge(line) is not None
            if line in doubled and is_title(line, followed=True) and _tells(line) and not credited:
                for above in live[:place]:
                    start = work.paragraphs[above].start
                    work.keep(self._provenance.facts(work.line(above), offset=start))
                    work.drop(above, "navigation", "")
                return live[place:]
            if len(line) > _ABOVE:
                break
        return live

    def _below_page_title(self, work: Sheet, live: list[int]) -> list[int]:
        """ "Two barges leave - The Harbour Times | Ports" above "Two barges leave": the name of the
        page, which names the house behind the title; a day between them is that of the visit
        where another one follows."""
        place = 1
        while place < len(live) - 1 and place <= _BETWEEN and self._days(work, live[place]):
            place += 1
        if len(live) < place + 2:
            return live
        line, own = work.line(live[0])[:LONGEST], _letters(work.line(live[place])[:LONGEST])
        for sign in _BY_SIGNS.finditer(line):
            if own and _letters(line[: sign.start()]) == own:
                house = _BY_SIGNS.split(line[sign.end() :])[0]
                if self._provenance.is_name(house):
                    start = work.paragraphs[live[0]].start + sign.end()
                    work.keep((Fact("publisher", trimmed(house, start)),))
                work.drop(live[0], "navigation", "page title")
                dated = any(self._days(work, at) for at in live[place + 1 : place + 1 + HEAD])
                for between in live[1:place]:
                    if not dated:
                        work.keep(self._days(work, between))
                    work.drop(between, "navigation", "")
                return live[place:]
        return live

    def _days(self, work: Sheet, index: int) -> tuple[Fact, ...]:
        """The days of publication that a line states."""
        facts = self._provenance.facts(work.line(index), offset=work.paragraphs[index].start)
        return tuple(fact for fact in facts if fact.meaning in {"date", "updated"})

    def _below_kickers(self, work: Sheet, live: list[int]) -> list[int]:
        while len(live) > 2 and not any(map(str.isalpha, work.line(live[0])[:LONGEST])):
            if self._days(work, live[0]) or not is_title(work.line(live[1]), followed=True):
                break
            work.drop(live[0], "navigation", "")
            live = live[1:]
        if len(live) > 1 and _is_torn(work.line(live[0])):
            work.drop(live[0], "scrape damage", "")
            live = live[1:]
        if len(live) > 2 and self._names_section(work.line(live[0])[:LONGEST].strip(" :|")):
            following = work.line(live[1])
            body = any(self._is_body(work.line(after)) for after in live[2:5])
            if is_title(following, followed=body):
                work.drop(live[0], "boilerplate", "kicker")
                live = live[1:]
        if len(live) > 2 and is_kicker(work.line(live[0]), following=work.line(live[1])):
            work.drop(live[0], "boilerplate", "kicker")
            live = live[1:]
        while len(live) > 2 and (is_slug(work.line(live[0])) or self._run_on(work, live)):
            work.drop(live[0], "navigation", "")
            live = live[1:]
        if len(live) > 2 and self._is_remark(work.line(live[0]), work.line(live[1])):
            work.drop(live[0], "boilerplate", "kicker")
            live = live[1:]
        while len(live) > 3 and self._is_office(work, live):
            work.drop(live[0], "boilerplate", "letterhead")
            live = live[1:]
        while len(live) > 3 and self._is_house(work, live):
            work.drop(live[0], "boilerplate", "letterhead")
            live = live[1:]
        while len(live) > 2:
            line = work.line(live[0])
            linked = self._provenance.address(line, offset=work.paragraphs[live[0]].start)
            if not linked and not self._furniture.is_note(line):
                break
            work.keep(linked)
            work.drop(live[0], "boilerplate", "address" if linked else "")
            live = live[1:]
        return live

    def _names_section(self, line: str) -> bool:
        """ "REPORT", "The Harbour — INTERVIEWS"."""
        last = _BY_SIGNS.split(line)[-1]
        return line.upper() in self._kickers or (
            last != line and last.isupper() and last.casefold() in self._rubrics
        )

    def _run_on(self, work: Sheet, live: list[int]) -> bool:
        """ "HarboursRuritania", above a title: names of sections run together; where they are many,
        above anything, and before the beginning of the title that the next line repeats."""
        line, following = work.line(live[0])[:LONGEST], work.line(live[1])
        joins = list(_RUN_ON.finditer(line))
        if " " not in line and len(joins) >= _MANY:
            return True
        cut = line.rstrip(".… ")
        if cut != line.rstrip() and joins:
            own = cut[joins[-1].start() + _JOIN :]
            return len(own) > _JOIN and following.startswith(own)
        return (
            len(line.split()) <= _LABELS
            and _RUN_ON.search(line) is not None
            and is_title(work.line(live[1]), followed=True)
            and len(work.line(live[1]).split()) > _LABELS
        )

    def _is_remark(self, line: str, following: str) -> bool:
        """ "(Editorial from the Harbour Times)": a line in brackets above a title."""
        bracketed = line[0] in "([" and line[-1] in ")]" and line[1:-1].isprintable()
        inner = line[1:-1]
        return bracketed and not set(inner) & set("()[]") and is_title(following, followed=True)

    def _is_office(self, work: Sheet, live: list[int]) -> bool:
        """ "Deputy Prime Minister", above a title: the office of whoever speaks."""
        line = work.line(live[0])[:LONGEST]
        if len(line.split()) > _NAMES or not self._provenance.is_name(line):
            return False
        below = [work.line(at)[:LONGEST] for at in live[1:_PARAGRAPHS]]
        titled = any(
            is_title(one, followed=True)
            and len(one.split()) > _NAMES
            and not self._provenance.is_name(one)
            for one in below
        )
        return titled and self._offices.search(line) is not None

    def _is_house(self, work: Sheet, live: list[int]) -> bool:
        """Whether a line of names above a headline is not of the article, which never takes up any
        of its words and all the more those of the headline: "Zenda High School Sports"."""
        line, following = work.line(live[0]), work.line(live[1])
        if len(line.split()) > _NAMES or any(map(str.isdigit, line)):
            return False
        if self._provenance.facts(line, offset=0) or not self._provenance.is_name(line):
            return False
        cased = any(map(str.isascii, line))
        brief = len(following.split()) < _HEADLINE
        if cased and brief and self._provenance.is_name(following):
            return False
        if not is_title(following, followed=True):
            return False
        text = _below(work, live[1:])
        body, own, told = (telling(part) for part in (text, line, following))
        # "State" in the name of a section may be the text's "state media".
        apart = not own & told and 2 * len(own & body) <= len(own)
        return apart and len(told & body) >= _SHARED

    def _heads_part(self, line: str) -> bool:
        if line.strip(" *_#:?？").casefold().replace("’", "'") in self._heads:
            return True
        words = line.strip(" *_#:").casefold().split()
        if line[0] == "[" and line[-1] == "]" and len(words) <= _LABEL:
            return True  # "[Anchor]": who speaks
        return 0 < len(words) <= 3 and all(word in self._sections for word in words)

    def _is_body(self, line: str) -> bool:
        if self._provenance.facts(line, offset=0):
            return False
        return len(line) >= _BODY or line.rstrip('"”’』」)*_ ').endswith(_ENDS)

    def _entitle(self, work: Sheet, index: int, value: str) -> None:
        paragraph = work.paragraphs[index]
        heading = Paragraph(start=paragraph.start, end=paragraph.end, kind="heading")
        work.paragraphs = (*work.paragraphs[:index], heading, *work.paragraphs[index + 1 :])
        work.title = Stated(start=paragraph.start, end=paragraph.end, value=_bare(value) or value)
        work.title_at = index
        for other in work.live():
            if other > index and work.line(other) == work.line(index):
                work.drop(other, "scrape damage", "repeated line")


def _tells(line: str) -> bool:
    """Whether a line is more than the name of a section or of a button."""
    return len(telling(line)) >= _TWICE


def _bare(title: str) -> str:
    """A title without the marks of its line: ". Two barges leave"."""
    title = title.strip("*_# ")
    return title[1:].lstrip() if title[:2] in {". ", "| ", "- ", "• ", "> "} else title


def _is_torn(line: str) -> bool:
    """ "Harbour Wire - Ministry of Ports)": the end of a line that a page has torn."""
    return len(line) <= _ABOVE and line.endswith(")") and "(" not in line


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line)).casefold()


def _is_foreign(line: str, below: str) -> bool:
    """A line in East Asian signs above a text without any."""
    signs = len(EASTERN.findall(line[:LONGEST]))
    return 3 * signs > len(line) and not EASTERN.search(below)


def _below(work: Sheet, live: list[int]) -> str:
    """The first paragraphs below the first of ``live``."""
    return " ".join(work.line(at)[:LONGEST] for at in live[1:][:_PARAGRAPHS])
