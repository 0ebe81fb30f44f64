"""What of an article's text is the article, and what the rest states about it.

This module alone decides which paragraphs go and why. Disclaimers, credits and labels count only
near the head and the tail; navigation and scrape damage anywhere, since pages strew them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.ingest.bars import Bars
from generator.ingest.captions import is_under
from generator.ingest.datelines import Datelines
from generator.ingest.days import published
from generator.ingest.display import shown
from generator.ingest.footnotes import Footnotes
from generator.ingest.furniture import Furniture
from generator.ingest.glued import Glued
from generator.ingest.masthead import HEAD, Line, Masthead
from generator.ingest.opening import headings
from generator.ingest.pieces import address
from generator.ingest.postscript import Postscript, is_hashtags
from generator.ingest.preamble import Preamble
from generator.ingest.provenance import Fact, Provenance
from generator.ingest.shapes import LONGEST, is_comment, is_page_number, is_separator
from generator.ingest.sheet import TEXT, Sheet
from generator.ingest.stamps import DAYS, Stamps, in_address
from generator.ingest.tails import foot
from generator.ingest.titles import Titles
from generator.knowledge.language import Language
from generator.model import Paragraph, Removed, Span, Stated
from generator.text.scripts import EASTERN

_HEAD = 6
_TAIL = 8
_FOOT = 3
"""Paragraphs at either end where disclaimers, credits and labels are looked for."""
_ENDS = (".", "!", "?", "。", "！", "？")
_NOTE = 80
"""Characters of the longest line of the page that may follow the name of its house."""
_BEFORE_DATELINE, _OPENING = 10, 4
"""Paragraphs, and those of text among them, where a dateline is looked for: a list of points may
stand before it."""
_REPEAT = 20
"""Characters of the shortest line whose second copy is damage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """``facts`` maps publisher, author, url and date to what is stated."""

    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    title: Stated | None
    facts: Mapping[str, Stated]
    dateline: Stated | None
    holds_text: bool


class Cleaner:
    """The cues of one :class:`Language`, compiled."""

    def __init__(self, language: Language) -> None:
        self._furniture = Furniture(language.boilerplate)
        self._bars = Bars(language.boilerplate, control=self._furniture.is_navigation)
        self._provenance = Provenance(
            language.boilerplate,
            aside=self._bars.is_control,
            stamps=Stamps(
                language.boilerplate,
                eras=language.dates.eras,
                weekdays=language.dates.weekdays | language.dates.weekdays_short,
            ),
        )
        self._datelines = Datelines(language.boilerplate, self._provenance.stamps)
        self._glued = Glued(self._furniture, self._provenance.stamps, language.sentences)
        self._titles = Titles(language.boilerplate, self._provenance, self._furniture)
        self._masthead = Masthead(
            language.boilerplate,
            self._provenance,
            series=self._furniture.is_series,
            trail=self._bars.is_trail,
        )
        self._postscript = Postscript(language.boilerplate)
        self._footnotes = Footnotes(language.boilerplate)
        self._preamble = Preamble(
            self._provenance, bar=self._is_navigation, pieces=self._furniture.of_pieces
        )

    def stands_alone(self, line: str) -> bool:
        """Whether a line never joins its neighbours to a paragraph."""
        signed = self._provenance.opens_byline(line)
        if len(line) > LONGEST or (len(line) > 30 and line[0].islower() and not signed):
            return False
        if is_separator(line) or self._is_navigation(line):
            return True
        if self._provenance.address(line, offset=0):
            return True
        labelled = ":" in line[:40] or "：" in line[:40]
        short = len(line) < 60 and (signed or not line[0].islower())
        return (labelled or short) and bool(self._provenance.facts(line, offset=0))

    def state(self, stated: dict[str, Stated], key: str, value: str, span: Span) -> None:
        """Keep what one key of a front matter says, if it is one we know."""
        meaning = self._provenance.meanings.get(key.lower())
        if meaning is None or meaning == "drop" or meaning in stated:
            return
        if meaning in DAYS:
            date = self._provenance.stamps.read(value, offset=span.start)
            if date is not None:
                stated[meaning] = date
        elif meaning == "url":
            if "." in value and " " not in value:
                stated["url"] = address(value, span.start)
        else:
            stated[meaning] = Stated(start=span.start, end=span.end, value=shown(value))

    def clean(
        self,
        text: str,
        paragraphs: Sequence[Paragraph],
        *,
        front: Span | None,
        stated: Mapping[str, Stated],
    ) -> Clean:
        """Sort the paragraphs of ``text``; ``stated`` holds what its format already told."""
        work = Sheet(text, tuple(paragraphs))
        if front is not None:
            work.removed.append(
                Removed(start=front.start, end=front.end, why="navigation", note="front matter")
            )
        self._afterwards(work)
        self._preamble.menu(work)
        self._everywhere(work)
        self._preamble.take(work)
        self._above(work)
        self._titles.take(work, stated.get("title"))
        self._edges(work)
        self._about(work, stated)
        if work.title is None:
            self._titles.take(work, None)
        for index, note in foot(work).items():
            work.drop(index, "navigation" if note == "links" else "boilerplate", note)
        self._preamble.captions(work)
        self._glued.take(work)
        place = self._dateline(work) or work.day
        facts = {key: value for key, value in stated.items() if key != "title"} | work.facts
        changed = facts.pop("updated", None)
        if "date" in facts:
            facts["date"] = published(
                text,
                facts["date"],
                work.days,
                title=work.title,
                body=work.body(),
                changed=changed,
                label=self._provenance.day_word,
            )
        if "date" not in facts and changed is not None:
            facts["date"] = changed
        if "date" not in facts and "url" in facts:
            link = facts["url"]
            day = in_address(text[link.start : link.end], offset=link.start)
            facts |= {"date": day} if day is not None else {}
        settled = {*work.gone, -1 if work.title_at is None else work.title_at}
        return Clean(
            paragraphs=headings(text, work.paragraphs, gone=frozenset(settled)),
            removed=tuple(sorted(work.removed, key=lambda gone: (gone.start, gone.end))),
            title=work.title or stated.get("title"),
            facts=facts,
            dateline=place,
            holds_text=work.holds_text(),
        )

    def _everywhere(self, work: Sheet) -> None:
        seen: dict[str, int] = {}
        told = -1
        for index, paragraph in enumerate(work.paragraphs):
            if index in work.gone:
                continue
            line, length = work.line(index), paragraph.end - paragraph.start
            told = index if told < 0 and length > TEXT else told
            weight = length if line.isascii() else length + len(EASTERN.findall(line[:LONGEST]))
            if weight >= _REPEAT and index:
                first = seen.setdefault(line, index)
                if first != index or line == work.line(0):
                    work.drop(index, "scrape damage", "repeated line")
                    if 0 <= told < first == index - 1 and not line.endswith(_ENDS):
                        work.drop(first, "boilerplate", "caption")  # and its text for readers aloud
                    continue
            if length > LONGEST:
                continue
            if is_separator(line) or (index and is_page_number(line)):
                work.drop(index, "scrape damage", "rule or page number")
            elif is_hashtags(line):
                work.drop(index, "navigation", "hash tags")
            elif is_comment(line):
                work.drop(index, "navigation", "comment")
            elif (index or len(line) >= _NOTE) and self._is_caption(line):
                _drop_caption(work, index, line)
            elif self._is_navigation(line):
                if index < _HEAD and told < 0:
                    work.keep(self._provenance.facts(line, offset=paragraph.start))
                work.drop(index, "navigation", "")

    def _is_caption(self, line: str) -> bool:
        return not self._provenance.opens_byline(line) and self._furniture.is_caption(line)

    def _is_navigation(self, line: str) -> bool:
        return self._furniture.is_navigation(line) or (
            self._bars.is_bar(line)
            and not any(fact.stated for fact in self._provenance.facts(line, offset=0))
        )

    def _afterwards(self, work: Sheet) -> None:
        """Blocks after the article: comments, links, footnotes."""
        lines = [work.line(index) for index in range(len(work.paragraphs))]
        for index, note in self._postscript.read(lines).items():
            work.drop(index, "navigation" if note == "links" else "boilerplate", note)
        for index in self._footnotes.read(lines):
            if index not in work.gone:
                work.drop(index, "boilerplate", "footnote")

    def _about(self, work: Sheet, stated: Mapping[str, Stated]) -> None:
        """The note on the writer, whom the head may name."""
        author = work.facts.get("author") or stated.get("author")
        live = [index for index in work.live() if index != work.title_at]
        if len(live) < 2:
            return
        lines = [work.line(index) for index in live]
        found = self._postscript.about(lines, (), author=author.value if author else None)
        for at, note in found.items():
            work.drop(live[at], "boilerplate", note)

    def _above(self, work: Sheet) -> None:
        """The letterhead: house, rubric and writer around the title."""
        live = work.live()
        lines = [
            Line(
                index=index,
                text=work.line(index)[:LONGEST],
                start=work.paragraphs[index].start,
                fresh=work.after_blank(index),
            )
            for index in live[: HEAD + 1]
        ]
        after = live[max(HEAD + 1, len(live) - _TAIL) :]
        foot = "\n".join(work.line(index)[:LONGEST] for index in after).casefold()
        for apart in self._masthead.read(lines, foot=foot):
            work.keep(apart.facts)
            work.drop(apart.index, "boilerplate", apart.note)
            if apart.note == "day":
                span = work.paragraphs[apart.index]
                words = shown(work.line(apart.index))
                work.day = Stated(start=span.start, end=span.end, value=words)

    def _edges(self, work: Sheet) -> None:
        live = work.live()
        edge = dict.fromkeys([*live[:_HEAD], *live[-_TAIL:]])
        feet = live[2:][-_FOOT:]
        whole = sum(len(work.line(index)) for index in live)
        for index in edge:
            line = work.line(index)
            if index == work.title_at or (len(line) > TEXT and 2 * len(line) > whole):
                continue  # all of the text in one paragraph, with a word of the page in it
            start = work.paragraphs[index].start
            facts = self._provenance.facts(line, offset=start, first=index == live[0])
            if facts:
                work.keep(facts)
                work.drop(index, "boilerplate", _note(facts))
            elif addresses := self._provenance.address(line, offset=start):
                work.keep(addresses)
                work.drop(index, "boilerplate", "address")
            elif index in feet and (house := self._imprint(work, index)):
                work.keep(house)
                work.drop(index, "boilerplate", "publisher")
            else:
                why = self._furniture.at_edge(line) or self._furniture.of_pieces(line)
                dated = self._dated(line, start)
                if dated is not None and (why is not None or self._furniture.is_dated(line)):
                    work.keep((dated,))
                    work.drop(index, why or "boilerplate", "date")
                elif why is not None:
                    work.drop(index, why, "")

    def _imprint(self, work: Sheet, index: int) -> tuple[Fact, ...]:
        """The house, where its name stands alone below the text and is no point of a list."""
        paragraph = work.paragraphs[index]
        live = work.live()
        above = work.line(max((at for at in live if at < index), default=0))
        below = any(at > index and len(work.line(at)) > _NOTE for at in live)
        if paragraph.kind != "text" or not above.rstrip('"”’*_) ').endswith(_ENDS) or below:
            return ()
        return self._masthead.imprint(work.line(index), offset=paragraph.start)

    def _dated(self, line: str, start: int) -> Fact | None:
        """The day on which a sentence of the line says that the article came out."""
        at = 0
        for part in re.split(r"(?<=[.!?]) ", line) if len(line) <= LONGEST else ():
            if self._furniture.is_dated(part):
                stated = self._provenance.stamps.read(part, offset=start + at)
                return self._provenance.day(part, stated)
            at += len(part) + 1
        return None

    def _dateline(self, work: Sheet) -> Stated | None:
        texts = [
            index
            for index in work.live()[:_BEFORE_DATELINE]
            if index != work.title_at and work.paragraphs[index].kind == "text"
        ]
        for index in texts[:_OPENING]:
            paragraph = work.paragraphs[index]
            found = self._datelines.read(work.text, paragraph)
            if found is None:
                continue
            work.removed.append(
                Removed(
                    start=found.span.start, end=found.span.end, why="boilerplate", note="dateline"
                )
            )
            told = {"publisher": found.publisher, "author": found.author, "date": found.published}
            work.facts = {key: fact for key, fact in told.items() if fact} | work.facts
            return found.stated
        return None


def _drop_caption(work: Sheet, index: int, line: str) -> None:
    """Set a caption apart, and the line above it that is its text without the credit."""
    work.drop(index, "boilerplate", "caption")
    above = index - 1
    if above > 0 and above not in work.gone and is_under(line, work.line(above)):
        work.drop(above, "boilerplate", "caption")


def _note(facts: Sequence[Fact]) -> str:
    meanings = [fact.meaning for fact in facts if fact.meaning != "drop"]
    return ", ".join(dict.fromkeys(meanings)) or "credit"
