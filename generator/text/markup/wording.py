"""How the HTML of a page that is read quickly is worded: as Python-Markdown does, or in brief.

In brief, what HTML lets a writer leave out is left out of tables, notes and headings: end tags,
quotation marks around a value, names of characters. So is what a script of the site puts back for
whoever can use it (``mkdocs_plugin/marks.py``): the mark at a heading that leads to itself, and
the way back from a note to its first citation, which were a tenth of a briefing. An entry of a
folded list that says only what its note quotes is the mark of the note alone, another twentieth;
where scripts are off, it leads to the words. Browsers read the same; paragraphs and lists keep
their end tags, since the search cuts pages there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_ENTRY = re.compile(r"- ([^<\[*`]+)\[\^([\w-]+)\]")
"""Plain words and one note."""


class Wording(Struct, frozen=True, kw_only=True):
    """``permalink`` and ``back``: the titles of links that Markdown makes itself."""

    permalink: str
    back: str
    brief: bool = False

    def heading(self, level: int, anchor: str, inner: str) -> str:
        if self.brief:
            return f"<h{level} id={anchor}>{inner}</h{level}>"
        link = f'<a class="headerlink" href="#{anchor}" title="{self.permalink}">&para;</a>'
        return f'<h{level} id="{anchor}">{inner}{link}</h{level}>'

    def row(self, cells: str) -> str:
        return f"<tr>\n{cells}" if self.brief else f"<tr>\n{cells}</tr>\n"

    def cell(self, tag: str, style: str, inner: str) -> str:
        # Without its end an empty cell would hold the end of the line, and be empty no more.
        end = "" if self.brief and inner else f"</{tag}>"
        return f"<{tag}{style}>{inner}{end}\n"

    def entry(self, line: str, notes: Mapping[str, str]) -> str:
        """An entry of a list as Markdown; ``notes`` by name if it is folded, else none. The script
        finds the words between the first and the last quotation mark of the note."""
        said = _ENTRY.fullmatch(line) if self.brief and notes else None
        if said is None:
            return line
        words, name = said.groups()
        before, quoted, after = notes.get(name, "").partition(f"“{words}”")
        return f"- [^{name}]" if quoted and not before and "”" not in after else line

    def note(self, name: str, inner: str) -> str:
        if self.brief:
            return f"<li id=fn:{name}><p>{inner}</p></li>\n"
        return (
            f'<li id="fn:{name}">\n<p>{inner}&#160;<a class="footnote-backref" '
            f'href="#fnref:{name}" title="{self.back}">&#8617;</a></p>\n</li>\n'
        )

    def citation(self, name: str, number: int, *, first: bool) -> str:
        """``first`` of its note: the one to which the note leads back."""
        if self.brief:
            return f"<sup><a href=#fn:{name}>{number}</a></sup>"
        own = f' id="fnref:{name}"' if first else ""
        return f'<sup{own}><a class="footnote-ref" href="#fn:{name}">{number}</a></sup>'
