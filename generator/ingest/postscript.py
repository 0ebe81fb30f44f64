"""What follows an article on its page: readers' comments, lists of links, notes on the writer.

This module alone decides how far such a block reaches. It is opened by a line that says what
follows ("3 Comments", "Related articles") and ends with the page or with the next line of text;
it never takes more than the smaller part of an article.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.ingest.furniture import core
from generator.ingest.preamble import telling
from generator.ingest.shapes import is_separator
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.text.tries import whole_words

_LONGEST = 600
"""Characters of the longest paragraph inside such a block."""
_SHARE = 0.35
"""Part of an article's characters that comments at its end may fill."""
_LINK, _TITLE = 130, 4
"""Characters of the longest link, and words of the shortest title."""
_TOLD, _SHARED = 250, 2
"""Characters of the longest line that tells of another article, and telling words that one which
goes on with this article shares with it."""
_HEADING = 60
_NUMBER = re.compile(r"\d[\d.,]*")
_MARK = re.compile(r"\[\d{1,3}\]")
_LOUD = re.compile(r"(?:[A-Z][A-Z.'’-]+ ){2,4}is (?:an? |the )?(?P<what>[^\n]{3,400})")
""" "ADA LINDQVIST is Ports Correspondent of ...": a name in capitals and an office."""
_PERSON = (
    r"(?!(?:The|An?|This|That|These|Its|His|Her|Their|Our) )"
    r"(?:[A-Z][\w.'’-]{0,30} ){1,3}(?P<surname>[A-Z][\w'’-]{1,30})"
)
""" "The North is expected to test it, analysts say" presents nobody."""
_BIO = re.compile(
    rf"{_PERSON} (?:is|was|serves as|works as) (?P<what>[^.\n]{{3,200}})"
    r"(?:\.?|\. (?:(?:He|She|They) (?:is|was|has|had|holds|also|previously|can)|His|Her"
    r"|Their|Follow|Contact|The views|Views"
    r"|[A-Z][\w'’-]+ (?:is|was|has))\b[^:\n\"“]{1,400})"
)
_ROLE = re.compile(rf"{_PERSON}, (?P<what>[^.,:;\n]{{3,60}})")
""" "Ada Moor is a ports columnist of ...", "Ada Moor, columnist": who wrote, below the text."""
_HASHTAGS = re.compile(r"(?:#[\w'’-]{2,60}#?[\s,]{0,3}){1,30}")


class Postscript:
    """The lines that open such blocks, from one :class:`Boilerplate`."""

    def __init__(self, cues: Boilerplate) -> None:
        self._comments = frozenset(map(core, cues.comment_heads))
        self._links = frozenset(map(core, cues.link_heads))
        self._subject = tuple(f"{core(opening)} " for opening in cues.link_openings)
        self._writer = frozenset(map(core, cues.writer_heads))
        self._reporting = whole_words(cues.reporting)
        self._roles = tuple(map(str.casefold, cues.writer_roles))

    def read(self, lines: Sequence[str]) -> dict[int, str]:
        """Which of ``lines``, the paragraphs of an article, are no part of it, and what each is."""
        found: dict[int, str] = {}
        whole = sum(map(len, lines))
        rest = [0] * (len(lines) + 1)
        short = [True] * (len(lines) + 1)
        for index in range(len(lines) - 1, -1, -1):
            rest[index] = rest[index + 1] + len(lines[index])
            short[index] = short[index + 1] and len(lines[index]) <= _LONGEST
        for index, line in enumerate(lines):
            if index in found or len(line) > _LINK or not index:
                continue
            head = _head(line)
            if head in self._comments and rest[index] <= _SHARE * whole and short[index]:
                return found | dict.fromkeys(range(index, len(lines)), "readers' comments")
            if head in self._links or self._opens_links(line, head):
                found[index] = "links"
                if rest[index] <= _SHARE * whole and self._is_apart(lines, index):
                    return found | dict.fromkeys(range(index, len(lines)), "links")
                after = index + 1
                while after < len(lines) and self._is_link(lines, after):
                    found[after] = "links"
                    after += 1
                titled = any(len(above.split()) >= _TITLE for above in lines[:index])
                if after < len(lines) and not titled:
                    found.pop(after - 1)  # nothing stands above: the last one is the title
            elif head in self._writer and rest[index] <= _SHARE * whole:
                found[index] = "about the author"
                if index + 1 < len(lines) and len(lines[index + 1]) <= _LONGEST:
                    found[index + 1] = "about the author"
        return found | self.about(lines, found, author=None)

    def _is_apart(self, lines: Sequence[str], at: int) -> bool:
        """Whether most lines below such a head never come back to what the text tells of."""
        below = [line for line in lines[at + 1 :] if len(line.split()) >= _TITLE]
        if any(len(line) > _TOLD for line in below):
            return False
        body = telling(" ".join(lines[:at]))
        apart = sum(len(telling(line) & body) < _SHARED for line in below)
        return 3 * apart >= 2 * len(below) > 0

    def _is_link(self, lines: Sequence[str], at: int) -> bool:
        """Whether a line below such a head is one of the links: a title, or what tells of it below
        a title that a rule parts from the one before."""
        line = lines[at]
        if _head(line) in self._comments:
            return False
        told = len(line) <= _LONGEST and is_separator(lines[at - 2])
        return told or (len(line) <= _LINK and not line.rstrip().endswith((".", "。")))

    def _opens_links(self, line: str, head: str) -> bool:
        """ "READ MORE ON THE HARBOUR": the subject of the links is in their heading."""
        titled = len(line) <= _HEADING and not line.rstrip().endswith((".", ":", "!", "?", "。"))
        return titled and head.startswith(self._subject)

    def about(
        self, lines: Sequence[str], gone: Collection[int], *, author: str | None
    ) -> dict[int, str]:
        """Footnotes and the note on the writer, from the end backwards. ``author`` is the writer as
        the page names him."""
        found: dict[int, str] = {}
        names = [name.strip() for name in re.split(r",| and | & ", author or "") if " " in name]
        for index in range(len(lines) - 1, max(0, len(lines) - 40), -1):
            line = lines[index]
            if index in gone:
                continue
            mark = _MARK.match(line)
            if mark and any(mark.group() in before for before in lines[:index]):
                found[index] = "footnote"
            elif index >= len(lines) - 3 and len(line) <= _LONGEST:
                named = line.strip("*_ ").startswith(tuple(f"{name} " for name in names))
                if named or self._presents(line) or self._is_bio(lines, index):
                    found[index] = "about the author"
            elif index < len(lines) - 6:
                break
        return found

    def _is_bio(self, lines: Sequence[str], at: int) -> bool:
        """Whether a line says what somebody does whom no paragraph above it names, and reports
        nothing; no text follows it."""
        line = lines[at].strip("*_ ")
        hit = _BIO.fullmatch(line) or _ROLE.fullmatch(line)
        if hit is None or not any(role in hit["what"].casefold() for role in self._roles):
            return False
        if self._reporting.search(line) or any(len(below) > _LINK for below in lines[at + 1 :]):
            return False
        return not any(hit["surname"] in before for before in lines[:at] if len(before) > _LINK)

    def _presents(self, line: str) -> bool:
        hit = _LOUD.match(line)
        return hit is not None and any(role in hit["what"].casefold() for role in self._roles)


def _head(line: str) -> str:
    """A line as the lists of heads have it, without what it counts."""
    return _NUMBER.sub("", core(line)).strip(" ()")


def is_hashtags(line: str) -> bool:
    """A line of nothing but hash tags."""
    return len(line) <= 500 and line.startswith("#") and _HASHTAGS.fullmatch(line) is not None
