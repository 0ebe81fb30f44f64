"""What the search reads of the site: which sections, in which words, and what narrows a search.

Material's search plugin has cut the pages into sections; here it is decided which of them are
searched. A statement stands on its briefing, in its evidence, in dossiers and in lists: it is
searched once, where it is at home, or every list would be found before the article.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import Literal, TypedDict

from generator.pages import formats

Engine = Literal["material", "pagefind"]

_TYPES = {"briefing": "Briefing", "actor": "Actor", "weapon": "Weapon", "place": "Place"}
"""Kinds of pages that are searched whole -> the word for them in results. Of any other page, a
list of what stands elsewhere, only title and description are."""
_TEXTS = ("about", "glossary")
"""Kinds that are no list: searched whole, without a word for them."""
_OTHER = "Page"
_NOT_SEARCHED = ("reading",)
"""Kinds that show an article a second time."""
_REPEATED = frozenset(
    {
        *("bottom-line", "actors", "weapons", "timeline"),
        *("who-claims-what", "source-and-gaps", "related-briefings"),
    }
)
"""Sections of a briefing that repeat its evidence or name other briefings."""
_SAID, _EVIDENCE = ("summary", "outlook"), "evidence"
_OWN = frozenset({"", "what-the-knowledge-base-says"})
"""Sections of a dossier that say more than the briefings it was gathered from."""
FACETS = {
    "type": "Type",
    "actor": "Actor",
    "weapon": "Weapon",
    "genre": "Genre",
    "year": "Year",
}
"""What a search can be narrowed by -> the word beside the choice, in the order of the choices."""

_HEADING = re.compile(r'(<h([12]) id="?([^" >]*)"?[^>]*>)')
_REFERENCE = re.compile(r"<sup>\d+</sup>")
_PLACE_IN_SOURCE = re.compile(r" s\d+, characters \d+-\d+\s*")
_BACK = re.compile(r"\s*\u21a9\ufe0e?")
_QUOTE = re.compile("\u201c([^<>]+)\u201d")
_ITEM = re.compile(r"<li>(?:(?!<li>).)*?</li>", re.DOTALL)
_LETTERS = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]"
"""Scripts written without a space between words, and Korean, whose words carry endings."""
_HYPHEN = re.compile(r"[-‐‑–/](?<=\w[-‐‑–/])(?=\w)")
_LETTER = re.compile(_LETTERS)
_BESIDE = re.compile(rf"(?<={_LETTERS})(?=\w)|(?<=\w)(?={_LETTERS})")
SEAM = "\u2060 "
"""Written between the parts of a word for Pagefind, which cuts words at spaces only; the script
of the site takes it out again. A zero-width space would be the sign for it, and is dropped."""

EVERY = "zzeverypage"
"""A word of every page: Pagefind fetches its whole index to list pages without a word."""


class Section(TypedDict, total=False):
    """A section as Material's ``search_index.json`` holds it; title and text are HTML."""

    location: str
    title: str
    text: str
    tags: Sequence[str]
    boost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedPage:
    """A page as MkDocs holds it."""

    url: str
    source: str
    """``articles/x.md``."""
    meta: Mapping[str, object]
    under: Mapping[str, str] = field(default_factory=dict)
    """Anchor of a heading -> anchor of the heading of the second rank that it stands below."""

    @property
    def kind(self) -> str:
        return self.text("kind")

    def text(self, key: str) -> str:
        """A value of the front matter as plain text; empty if it has none."""
        value = self.meta.get(key)
        return "" if value is None else html.unescape(str(value))

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.meta.get(key)
        return tuple(html.unescape(str(one)) for one in value) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a result says of its page, and what narrows a search to it."""

    kind: str
    date: str
    """ISO, to sort by; empty if unknown."""
    shown: str
    """The date as a reader sees it, with its basis unless that is plain."""
    facets: tuple[tuple[str, str], ...]
    """Keys of :data:`FACETS` with a value each; a key may stand several times."""
    names: tuple[str, ...]
    """Other names of what the page is about: who types one means this page."""


def cards(pages: Iterable[SearchedPage]) -> dict[str, Card]:
    """Address of a page -> its card."""
    known = {page.source: page for page in pages}
    return {page.url: _card(page, known) for page in known.values()}


def _card(page: SearchedPage, known: Mapping[str, SearchedPage]) -> Card:
    kind = _TYPES.get(page.kind, _OTHER)
    date = page.text("date") if page.kind == "briefing" else ""
    basis = page.text("date_basis")
    shown = formats.date(date)
    if kind == _TYPES["briefing"] and not shown:
        shown = "undated"
    elif shown and basis not in ("stated", "editor"):
        shown = f"{shown} ({basis})" if basis else shown
    return Card(
        kind=kind,
        date=date,
        shown=shown,
        facets=tuple(dict.fromkeys(_facets(page, kind, date, known))),
        names=page.texts("aliases"),
    )


def _facets(
    page: SearchedPage, kind: str, date: str, known: Mapping[str, SearchedPage]
) -> Iterator[tuple[str, str]]:
    yield "type", kind
    if page.kind in ("actor", "weapon"):
        yield page.kind, page.text("title")
    if page.kind != "briefing":
        return
    for key in ("actor", "weapon"):
        for name in page.texts(f"{key}s"):
            dossier = known.get(f"{key}s/{name}.md")
            yield key, dossier.text("title") if dossier else name
    if genre := page.text("genre"):
        yield "genre", genre.replace("-", " ")
    if date:
        yield "year", date[:4]


def readable(content: str, kind: str) -> str:
    """The HTML of a page without the parts of which :func:`searched` keeps nothing, for whoever
    cuts it into sections: reading HTML is two fifths of a build in which nothing changed."""
    if not kind or kind in _TEXTS:
        return content
    parts = _HEADING.split(content)
    kept = [parts[0]]
    # Each heading of the first two ranks is followed by its rank, its anchor and its text.
    for tag, rank, anchor, text in zip(*(parts[at::4] for at in range(1, 5)), strict=True):
        if rank == "1":
            dossier = kind in _TYPES and kind != "briefing"
            kept.append(tag + (text if dossier else text.partition("</h1>")[0] + "</h1>"))
        elif anchor not in _REPEATED if kind == "briefing" else kind in _TYPES and anchor in _OWN:
            kept.append(tag + text)
    return "".join(kept)


def searched(sections: Iterable[Section], pages: Mapping[str, SearchedPage]) -> tuple[Section, ...]:
    """The sections worth searching, in their order and without what only a reader of the page
    needs; ``pages`` by address. A page that is not there is left as it is."""
    kept: list[Section] = []
    said = ""
    """Outlook and summary of the briefing at hand, whose sentences its evidence would repeat."""
    for section in sections:
        url, _, anchor = section["location"].partition("#")
        page = pages.get(url)
        if page is None:
            kept.append(section)
            continue
        if not anchor:
            said = ""
        text = _text(section, page, anchor)
        if text is None:
            continue
        if page.kind == "briefing" and page.under.get(anchor) in _SAID:
            said += text
        elif page.kind == "briefing" and anchor == _EVIDENCE:
            text = _ITEM.sub(partial(_unless_said, said=said), text)
        found = Section(location=section["location"], title=section["title"], text=text)
        if "boost" in section:
            found["boost"] = section["boost"]
        kept.append(found)
    return tuple(kept)


def _unless_said(item: re.Match[str], *, said: str) -> str:
    quote = _QUOTE.search(item.group())
    return "" if quote and quote.group(1) in said else item.group()


def _text(section: Section, page: SearchedPage, anchor: str) -> str | None:
    """What is searched of a section; None if it is not."""
    if page.kind in _NOT_SEARCHED:
        return None
    root = page.under.get(anchor, anchor)
    text = _cleaned(section.get("text", ""))
    if page.kind == "briefing":
        if root in _REPEATED:
            return None
        if anchor == _EVIDENCE:  # from the first note on: what comes before names files
            return text[max(text.find("<ol>"), 0) :]
        return text if anchor else _opening(page)
    if page.kind in _TYPES:
        return text if root in _OWN else None
    if page.kind and page.kind not in _TEXTS:
        return None if anchor else _opening(page)
    return text


def _opening(page: SearchedPage) -> str:
    """What the article says, of whom and what, and who published it, in place of the tables."""
    said = (
        page.text("description"),
        ", ".join(page.texts("about")),
        page.text("source_publisher"),
        page.text("source_author"),
    )
    return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in said if one)


def _cleaned(text: str) -> str:
    """Without the numbers of notes and their places in the source: a search for 20 is not meant
    to find character 20."""
    text = _PLACE_IN_SOURCE.sub("", _REFERENCE.sub("", text))
    return _BACK.sub("", text)


def to_json(
    config: Mapping[str, object],
    sections: Iterable[Section],
    found: Mapping[str, Card],
    *,
    engine: Engine,
) -> str:
    """The ``search_index.json`` that the site's script reads: with Pagefind, no section."""
    if engine == "pagefind":
        return _json({"config": {**config, "engine": engine, "facets": FACETS}, "docs": []})
    held = tuple(sections)
    used = {one["location"].partition("#")[0] for one in held}
    pages = {
        url: [card.kind, card.date, card.shown, card.facets, card.names]
        for url, card in found.items()
        if url in used
    }
    return _json(
        {
            "config": {**config, "engine": engine, "facets": FACETS, "pages": pages},
            "docs": [{**one, "text": parted(one["text"], seam="\u200b")} for one in held],
        }
    )


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_html(
    sections: Iterable[Section], found: Mapping[str, Card], *, language: str
) -> Iterator[tuple[str, str]]:
    """Address and text of each page, made for Pagefind alone: no navigation, no scripts."""
    for url, group in groupby(sections, key=lambda one: one["location"].partition("#")[0]):
        yield url, "".join(_page(tuple(group), found.get(url), language))


def _page(sections: Sequence[Section], card: Card | None, language: str) -> Iterator[str]:
    yield f'<html lang="{html.escape(language)}"><body>'
    if card is not None:
        yield _hidden("meta", "card", _sealed((card.kind, card.shown, card.names)))
        yield _hidden("meta", "all", EVERY)
        yield _hidden("sort", "date", card.date or "0")
        for key, value in card.facets:
            yield _hidden("filter", key, value)
    dossier = card is not None and card.kind != _TYPES["briefing"] and card.kind != _OTHER
    for section in sections:
        anchor = section["location"].partition("#")[2]
        title, text = parted(section["title"]), parted(section["text"])
        if anchor:
            yield f'<h2 id="{html.escape(anchor)}">{title}</h2>{text}'
        else:
            # A name is looked for on its own page first, under every spelling.
            weight = ' data-pagefind-weight="5"' if dossier else ""
            yield f"<h1>{title}</h1><div{weight}>{text}</div>"
    yield "</body></html>"


def _hidden(what: str, key: str, value: str) -> str:
    return f'<meta data-pagefind-{what}="{key}[content]" content="{html.escape(value)}">'


def _sealed(value: object) -> str:
    """As one word that nobody types: Pagefind reads what it carries along too, and words that
    stand there are no longer found side by side in the text (measured with 1.5.2)."""
    return base64.b64encode(json.dumps(value, ensure_ascii=False).encode()).decode()


def parted(text: str, *, seam: str = SEAM) -> str:
    """HTML with ``seam`` inside words: behind a hyphen, so that ``Type-20`` is found as two words,
    and between Han characters, kana and hangul, so that ``导弹`` is found inside a longer run."""
    if '="' not in text:  # no tag that holds more than its name, so nothing in one is touched
        return _seamed(text, seam)
    parts = re.split(r"(<[^<>]*>)", text)
    return "".join(one if at % 2 else _seamed(one, seam) for at, one in enumerate(parts))


def _seamed(text: str, seam: str) -> str:
    if not text.isascii() or "-" in text or "/" in text:
        text = _HYPHEN.sub(lambda found: found[0] + seam, text)
    return text if text.isascii() or not _LETTER.search(text) else _BESIDE.sub(seam, text)
