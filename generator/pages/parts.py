"""The parts of a page: what is edited, remembered and kept by itself.

This module alone decides where one part ends and the next begins: each key of the front matter,
the opening before the first ``## `` heading, each ``## `` section.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

OPENING = ""
"""Key of the text between the front matter and the first section."""
WHOLE = "*"
"""Key of a page that is no Markdown and is remembered as one part."""

_HEADING = re.compile(r"##(?!#)[ \t]*([^\n]*)")
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:")
_INDENTED = frozenset(("", " ", "-"))
"""How lines begin that no key begins; a pattern asked of each line took a tenth of the merge."""


def digest(text: str) -> str:
    """Digest of one part, blind to the style of its newlines and to blank lines around it."""
    return hashlib.sha256(_plain(text).strip("\n").encode("utf-8", "replace")).hexdigest()[:12]


def cut(text: str) -> dict[str, str]:
    """The parts of a page in their order: ``title:`` keys, the opening, ``## Summary`` keys.

    A name that comes twice gets a number. No line is lost: joined again the parts hold every
    line of the page but the rules around the front matter and blank lines between parts.
    """
    front, body = _split_front(_plain(text).lstrip("\ufeff"))
    parts: dict[str, list[str]] = {}
    current = parts.setdefault("#:", []) if front else []
    for line in front:
        if line[:1] not in _INDENTED and (key := _KEY.match(line)):
            current = parts.setdefault(_unused(f"{key[1]}:", parts), [])
        current.append(line)
    current = parts[OPENING] = []
    for line in body:
        if line.startswith("##") and (heading := _HEADING.match(line)):
            current = parts.setdefault(_unused(f"## {_title(heading[1])}", parts), [])
        current.append(line)
    cut_up = {key: "\n".join(lines).strip("\n") for key, lines in parts.items()}
    return {key: part for key, part in cut_up.items() if part or key == OPENING}


def shown(key: str) -> str:
    """The name of a part for its editor."""
    if key == OPENING:
        return "Opening"
    return key.removeprefix("## ") if is_body(key) else key.removesuffix(":")


def is_body(key: str | None) -> bool:
    """Is this the key of the opening or of a section?"""
    return key == OPENING or (key is not None and key.startswith("##"))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _split_front(text: str) -> tuple[list[str], list[str]]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return [], lines
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return lines[1:number], lines[number + 1 :]
    return [], lines


def _title(heading: str) -> str:
    """``Summary`` of ``Summary { #summary } ##``."""
    heading = heading.rstrip()
    if heading.endswith("}"):
        heading = heading.rpartition("{")[0]
    return heading.rstrip("# \t")


def _unused(name: str, taken: Mapping[str, object]) -> str:
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name} ({number})"
    return candidate
