"""A page's HTML cut into the sections that are searched, for pages that the generator planned.

Material's search plugin reads the HTML of a page tag by tag. Of a page of the generator it is known
how it is made, so that three patterns do: measured at 200 briefings, a fifth of the time. What
comes out is what Material's plugin gives, but for white space and marks of notes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.pages.search import Section, readable

CUT = frozenset({"briefing", "actor", "weapon", "place", "archive", "period", "reading"})
"""Kinds of pages of which there are many."""

_HEADING = re.compile(r'<h[1-6] id="?([^" >]*)"?[^>]*>(.*?)</h[1-6]>', re.DOTALL)
_LEFT_OUT = re.compile(
    r"(?=[<&])(?:<figure\b.*?</figure>|<sup\b.*?</sup>"
    r"|(?:&#160;)?<a (?:class=\"?(?:headerlink|footnote-backref)\b|href=#fnref:).*?</a>)",
    re.DOTALL,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|&[^<]*")
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})


def sections(content: str, *, kind: str, url: str) -> Iterator[Section]:
    """The parts of a page that are read, the first without an anchor."""
    _, *parts = _HEADING.split(_LEFT_OUT.sub("", readable(content, kind)))
    for at in range(0, len(parts), 3):
        anchor, title, text = parts[at : at + 3]
        yield Section(
            location=f"{url}#{anchor}" if at else url, title=_searched(title), text=_searched(text)
        )


def _searched(content: str) -> str:
    return " ".join(_TAG.sub(_sign, content).split())


def _sign(found: re.Match[str]) -> str:
    if not found[2]:
        return html.escape(html.unescape(found[0]), quote=False)
    return f"<{found[1]}{found[2]}>" if found[2] in _KEPT else ""
