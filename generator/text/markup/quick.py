"""Markdown as the templates write it, to HTML, without Python-Markdown; or not at all.

Pages of briefings are headings, lists, tables, notes and paragraphs with links, badges and marks
of notes. This module reads those and nothing else: whatever it does not know for certain, in any
line, makes it give up the page, which Python-Markdown then reads. What it does read it gives as
Python-Markdown with the extensions ``tables``, ``footnotes``, ``toc``, ``md_in_html`` and
:mod:`generator.text.markup.rendering` does, byte for byte (``tests/test_quick.py`` compares the
two). Measured at 1,000 briefings: 2 ms a page in place of 18.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique
from msgspec import Struct, field

from generator.text.markup.wording import Wording

_GAP = re.compile(r"\n(?: *\n)+")
_CONTROL = re.compile(r"[\t\r\x00-\x08\x0b-\x1f]")
_DEFINED = re.compile(r"\n {0,3}\[[^\]^\n][^\]\n]*\]:")
"""An address defined apart from its links."""
_HEADING = re.compile(r"(#{1,6}) ([^\n]*[^\n#\s])")
_NOTE = re.compile(r"\[\^([\w-]+)\]: (\S[^\n]*)")
_RULE = re.compile(r"\|(?: (?:---|--:) \|)+")
_RIGHT = ' style="text-align: right;"'
_RAW = re.compile(r"<(figure|div)( [^<>]*)?>.*</\1>", re.DOTALL)
_FOLD = re.compile(r'<details markdown="1">\n<summary>([^<>&*_\[\]\\`\n]+)</summary>')
_FOLD_END = "</details>"
_OPENING = re.compile(
    r"(?!\d+[.)] |[-+*] |[*_-]{3}|={3}|!!!|\?\?\?|:::|/// |~~~|\*\[)"
    r"(?:[^\W_]|[^\x00-\x7f]|[\"'(&*.,;%$+`\\\[]|</?(?:span|mark|small)\b)"
)
"""How a line of prose may begin: no sign of a block, but an inline one."""
_TAG = r"/?(?:span|mark|small|b|i)(?: [\w-]+=\"[\w /.#:%-]*\")*>|br>"
_ADDRESS = r"[^\s<>\"'\\()*`\[\]]*"
_LABEL = r"(?:[^\[\]\\]|\\[`*_{}#])*"
_SIGN = re.compile(
    # A set of characters first, and no look ahead: then the text between signs is passed over by a
    # loop in C. Each branch looks back at which sign it was. That takes half the time.
    r"[\\\[*_`<&>!\x02](?:"
    r"(?<=\\)(?P<escaped>[`*_{}#])"
    r"|(?<=\[)(?:\^(?P<note>[\w-]+)\]"
    rf"|(?P<label>{_LABEL})\]\((?:<(?P<whole>[^\s<>\"'\\*`\[\]]*)>|(?P<address>{_ADDRESS}))\))"
    r"|(?<=\*)(?:\*(?P<strong>(?:[^*\\]|\\[`*_{}#])+)\*\*(?!\*)"
    r"|(?P<em>(?:[^*\\]|\\[`*_{}#])+)\*(?!\*))"
    rf"|(?<=<)(?P<tag>{_TAG})"
    r"|(?<=&)(?P<entity>(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)"
    r"|(?<=`)(?<!``)(?P<code>[\w /.,:;#-]*[\w/.])`(?!`)"
    r"|(?<=[&>])(?P<plain>)|(?<=!)(?!\[)(?P<bang>)"
    r"|(?P<unknown>))"
)
_BREAK = "  \n"
_SHORT = 80
"""Characters of a text that may well stand on other pages too."""
_NAMING = ('id="', 'name="')
_BARE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>")


class _UnknownError(Exception):
    """Something that this module does not read."""


class Quick(Struct, frozen=True, kw_only=True):
    """A page as HTML; ``toc`` as nested tokens of the extension ``toc``."""

    content: str
    title: str | None
    toc: Sequence[Any]
    anchors: frozenset[str]


class _List(Struct):
    items: list[_Item] = field(default_factory=list)

    def __str__(self) -> str:
        return f"<ul>\n{''.join(map(str, self.items))}</ul>"


class _Item(Struct):
    """Of a tight list an item has a text, of a loose one blocks."""

    text: str
    blocks: list[str | _List] = field(default_factory=list)

    def loosen(self) -> None:
        if self.text:
            self.blocks.insert(0, f"<p>{self.text}</p>")
            self.text = ""

    def __str__(self) -> str:
        if not self.blocks:
            return f"<li>{self.text}</li>\n"
        return "<li>\n" + "".join(f"{one}\n" for one in self.blocks) + "</li>\n"


def to_html(
    markdown: str, *, address: Callable[[str], str | None], wording: Wording
) -> Quick | None:
    """The page, or None if it holds anything this module does not read. ``address`` gives what to
    print for the address of a link as written, None if it leads nowhere."""
    if _controlled(markdown) or _DEFINED.search(f"\n{markdown}"):
        return None
    try:
        return _Page(markdown, address, wording).read()
    except _UnknownError:
        return None


class _Page:
    def __init__(
        self, markdown: str, address: Callable[[str], str | None], wording: Wording
    ) -> None:
        self._markdown, self._address, self._wording = markdown, address, wording
        self._addresses: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._cited: set[str] = set()
        self._ids: set[str] = set()
        self._headings: list[Any] = []
        self._title: str | None = None
        self._folded: dict[str, str] = {}  # the notes, within what is folded

    def read(self) -> Quick:
        chunks = []
        for chunk in _chunks(self._markdown.strip("\n")):
            if chunk.startswith("[^"):
                self._define(chunk)
            elif chunk:
                chunks.append(chunk)
        self._numbers = {name: at for at, name in enumerate(self._notes, 1)}
        self._ids.update(f"fn:{name}" for name in self._notes)
        self._ids.update(f"fnref:{name}" for name in self._notes)
        blocks = self._document(chunks)
        if self._notes:
            blocks.append(self._evidence())
        if self._cited != self._notes.keys():
            raise _UnknownError
        return Quick(
            content="\n".join(map(str, blocks)).strip(),
            title=self._title,
            toc=nest_toc_tokens(self._headings),
            anchors=frozenset(self._ids.union(self._named())),
        )

    def _named(self) -> Iterator[str]:
        """Anchors in HTML that stands in the page as it is."""
        for sign in _NAMING:
            for before, after in pairwise(self._markdown.split(sign)):
                if before[-1:].isspace():
                    yield after.partition('"')[0]

    def _define(self, chunk: str) -> None:
        for line in chunk.split("\n"):
            note = _NOTE.fullmatch(line)
            if note is None or note[1] in self._notes:
                raise _UnknownError
            self._notes[note[1]] = note[2]

    def _document(self, chunks: Sequence[str]) -> list[str | _List]:
        blocks: list[str | _List] = []
        outer: list[str | _List] | None = None
        summary = ""
        for chunk in chunks:
            if chunk.startswith("<"):
                fold = _FOLD.fullmatch(chunk)
                if fold and outer is None:
                    outer, blocks, summary, self._folded = blocks, [], fold[1], self._notes
                elif chunk == _FOLD_END and outer is not None:
                    inner = "".join(f"{one}\n" for one in blocks)
                    if not inner:
                        raise _UnknownError
                    outer.append(f"<details>\n<summary>{summary}</summary>\n{inner}</details>")
                    blocks, outer, self._folded = outer, None, {}
                elif outer is None and _raw(chunk):
                    blocks.append(f"{chunk}\n")
                else:
                    self._block(chunk, blocks)
            elif chunk.startswith("#"):
                blocks.append(self._heading(chunk))
            elif chunk.startswith("| "):
                blocks.append(self._table(chunk))
            else:
                self._block(chunk, blocks)
        if outer is not None:
            raise _UnknownError
        return blocks

    def _block(self, chunk: str, blocks: list[str | _List]) -> None:
        """A list, what belongs to the last item of one, or a paragraph."""
        last = blocks[-1] if blocks else None
        if chunk.startswith("- "):
            entry = self._wording.entry
            texts = [self._prose(entry(line, self._folded), "- ") for line in chunk.split("\n")]
            if isinstance(last, _List):
                last.items[-1].loosen()
                last.items.append(_Item("", [f"<p>{texts.pop(0)}</p>"]))
            else:
                last = _List()
                blocks.append(last)
            last.items += [_Item(text) for text in texts]
        elif chunk.startswith("    "):
            lines = chunk.split("\n")
            if not isinstance(last, _List) or not all(line.startswith("    ") for line in lines):
                raise _UnknownError
            item = last.items[-1]
            item.loosen()
            self._block("\n".join(line[4:] for line in lines), item.blocks)
        else:
            if any(not _OPENING.match(line) for line in chunk.split("\n")[1:]):
                raise _UnknownError
            blocks.append(f"<p>{self._prose(chunk.lstrip(' '), '')}</p>")

    def _prose(self, text: str, sign: str) -> str:
        if not text.startswith(sign) or text.endswith(" "):
            raise _UnknownError
        text = text[len(sign) :]
        if not _OPENING.match(text):
            raise _UnknownError
        return self._inline(text)

    def _heading(self, chunk: str) -> str:
        found = _HEADING.fullmatch(chunk)
        if found is None or "[^" in chunk:
            raise _UnknownError
        level, inner = len(found[1]), self._inline(found[2].strip())
        name = " ".join(_MARKUP.sub("", inner).split())
        own = unique(slugify(html.unescape(name), "-"), self._ids)
        self._headings.append({"level": level, "id": own, "name": name})
        if level == 1 and self._title is None:
            self._title = name
        return self._wording.heading(level, own, inner)

    def _table(self, chunk: str) -> str:
        lines = chunk.split("\n")
        if len(lines) < 3 or not _RULE.fullmatch(lines[1]):
            raise _UnknownError
        styles = [_RIGHT if ":" in one else "" for one in lines[1][1:-1].split("|")]
        row = self._wording.row
        head = row("".join(self._cells(lines[0], "th", styles)))
        rows = "".join(row("".join(self._cells(line, "td", styles))) for line in lines[2:])
        return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>"

    def _cells(self, line: str, tag: str, styles: Sequence[str]) -> Iterator[str]:
        if not line.startswith("| ") or not line.endswith(" |") or "\\|" in line:
            raise _UnknownError
        cells = line[1:-1].split("|")
        if len(cells) != len(styles):
            raise _UnknownError
        for cell, style in zip(cells, styles, strict=True):
            yield self._wording.cell(tag, style, self._inline(cell.strip()))

    def _evidence(self) -> str:
        written = (
            self._wording.note(name, self._inline(text)) for name, text in self._notes.items()
        )
        notes = "".join(written)
        return f'<div class="footnote">\n<hr />\n<ol>\n{notes}</ol>\n</div>'

    def _inline(self, text: str) -> str:
        if len(text) < _SHORT and "[" not in text:
            return _without_links(text)
        if _BREAK in text:
            raise _UnknownError
        return _SIGN.sub(self._sign, text)

    def _sign(self, found: re.Match[str]) -> str:
        kind = found.lastgroup
        if kind == "note":
            return self._citation(found["note"])
        if kind in ("address", "whole"):
            label = found["label"]
            if not label or "[" in label:
                raise _UnknownError
            return f'<a href="{self._link(found[kind])}">{self._inline(label)}</a>'
        if kind in ("entity", "tag", "bang"):
            return found[0]
        if kind == "plain":
            return "&amp;" if found[0] == "&" else "&gt;"
        if kind == "escaped":
            return found["escaped"]
        if kind == "code":
            return f"<code>{found['code'].strip()}</code>"
        if kind in ("strong", "em"):
            inner = found[kind]
            if inner[0].isspace() or inner[-1].isspace() or "[^" in inner:
                raise _UnknownError
            return f"<{kind}>{self._inline(inner)}</{kind}>"
        raise _UnknownError

    def _citation(self, name: str) -> str:
        number = self._numbers.get(name)
        if number is None:
            raise _UnknownError
        first = name not in self._cited
        self._cited.add(name)
        return self._wording.citation(name, number, first=first)

    def _link(self, written: str) -> str:
        known = self._addresses.get(written)
        if known is None:
            found = self._address(written) if written else None
            if found is None or _BARE.search(found):
                raise _UnknownError
            known = self._addresses[written] = found
        return known


@lru_cache(maxsize=4096)
def _without_links(text: str) -> str:
    """Inline Markdown that is the same on every page: names, badges, words of a table."""
    if _BREAK in text:
        raise _UnknownError
    return _SIGN.sub(_NOWHERE._sign, text)


def _chunks(markdown: str) -> Sequence[str]:
    """Blocks, parted by lines without a word."""
    if " \n" in markdown:
        return _GAP.split(markdown)
    return [chunk.lstrip("\n") for chunk in markdown.split("\n\n")]


def _controlled(markdown: str) -> bool:
    """Are there control characters? Looking for one takes six times as long."""
    printable = markdown.replace("\n", "").isprintable()
    return not printable and _CONTROL.search(markdown) is not None


def _raw(chunk: str) -> bool:
    """Is it HTML from its first to its last sign, one element that holds no Markdown?"""
    found = _RAW.fullmatch(chunk)
    return (
        found is not None
        and "markdown" not in (found[2] or "")
        and chunk.count(f"<{found[1]}") == chunk.count(f"</{found[1]}") == 1
    )


_NOWHERE = _Page("", lambda _: None, Wording(permalink="", back=""))
"""Of no page: it holds no link and no note."""
