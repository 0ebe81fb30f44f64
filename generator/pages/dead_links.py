"""Relative links that lead nowhere, before a site builder meets them.

Below the head of a page text of an article cannot look like a link, so every match is a template's
or an editor's; the head is data, and no link there is followed.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from generator.model import Page, PagePath
from generator.problems import Problem

_LINK = re.compile(r"\]\(<?([^()<>\s]+)")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/")
_HEAD = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]*(.*?)[ \t#]*$|^(.+)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_IDENTITY = re.compile(r"""<[^<>]*?\s(?:id|name)=["']([^"'<>]+)["']""")
_NOTE = re.compile(r"^\[\^([^\]\n]+)\]:", re.MULTILINE)
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = re.compile(r"\[\^[^\]]*\]|<[^<>]*>|(?<!\\)[*`]")


def dead_links(pages: Iterable[Page], *, exists: Callable[[PagePath], bool]) -> tuple[Problem, ...]:
    """One finding for each link of a page to a file that is neither planned nor there, and for
    each to a place that a planned page lacks."""
    pages = tuple(pages)
    planned = {page.path: page for page in pages}
    places: dict[PagePath, frozenset[str]] = {}
    problems: dict[Problem, None] = {}
    for page in pages:
        if not page.path.endswith(".md"):
            continue
        for link in dict.fromkeys(_LINK.findall(_body(page.text))):
            if _ADDRESS.match(link):
                continue
            path, _, place = link.partition("#")
            target = page.path
            if named := unquote(path.partition("?")[0]):
                folder = posixpath.dirname(page.path)
                target = PagePath(posixpath.normpath(posixpath.join(folder, named)))
            if target not in planned:
                if target.startswith("../") or not exists(target):
                    problems[_dead(page.path, f"{link}, which does not exist")] = None
            elif place and target.endswith(".md"):
                if target not in places:
                    places[target] = anchors(planned[target].text)
                if unquote(place) not in places[target]:
                    problems[_dead(page.path, f"{link}, but {target} has no such place")] = None
    return tuple(problems)


def anchors(text: str) -> frozenset[str]:
    """What may stand behind the ``#`` of a link to this page: the names that Python-Markdown
    gives to headings and notes, and those that its HTML has."""
    body = _body(text)
    found = set(_IDENTITY.findall(body)) | {f"fn:{name}" for name in _NOTE.findall(body)}
    for heading in _HEADING.finditer(body):
        plain = _MARKUP.sub("", _LINKED.sub(r"\1", heading[1] or heading[2] or ""))
        # Adds the name it gives to the names that are taken.
        unique(slugify(html.unescape(plain.replace("\\", "")), "-"), found)
    return frozenset(found)


def _body(text: str) -> str:
    return _HEAD.sub("", text, count=1) if text.startswith("---\n") else text


def _dead(path: PagePath, what: str) -> Problem:
    return Problem(
        code="E_PAGE",
        message=f"links to {what}",
        file=path,
        remedy="mend the link in the page or in its template",
    )
