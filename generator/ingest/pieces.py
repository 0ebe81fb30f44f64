"""Pieces of a line that states where an article comes from, each with its place.

Decides what is taken off the ends of a name and how an address is written out, and nothing else.
"""

from __future__ import annotations

import re

from generator.ingest.display import shown
from generator.model import Stated

_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,12}:)|\s+\d{1,4}[-/.]\d|\s+\d{1,2}:\d\d"
                    r"|[,，;；] ?(?=[\u3040-\u9fff\uac00-\ud7a3])")  # fmt: skip
_MAIL = re.compile(r"\s*[\w.+-]{1,64}@[\w.-]{0,200}$")
_QUOTED = re.compile(r"\(?(?:[Tt]he )?[\"“]([^\"“”]{2,60}?)[.,]?[\"”]\.?\)?")
_PLACE = re.compile(r"\s*(?:\([^()]{2,30}\)|\))$")
_LOUD = re.compile(r"((?:[A-Z][A-Z.'’-]* ){1,3}[A-Z][A-Z'’-]+) [A-Z][a-z]")


def own_name(text: str) -> str:
    """The name of a house without what runs on behind it: "Harbour OnlineEditor: Ada Moor", "RNA
    20-09-31"."""
    glued = _GLUED.search(text)
    return text[: glued.start()] if glued is not None else text


def own_writer(text: str) -> str:
    """The name of a writer without the address or the office that runs on behind it: "ADA MOOR
    Ports Editor ada.moor@tide.example"."""
    text = _PLACE.sub("", _MAIL.sub("", text))
    loud = _LOUD.match(text)
    return loud[1] if loud is not None else text


def trimmed(text: str, offset: int) -> Stated | None:
    """What a piece states, without the signs around it; None where nothing is left."""
    bare = text.strip(" *_\t,;，[]【】")
    if (named := _QUOTED.fullmatch(bare)) is not None:
        bare = named[1]
    if len(bare.split()) > 1 and bare.endswith(".") and bare.count(".") == 1:
        bare = bare[:-1]
    if not bare:
        return None
    start = offset + text.index(bare)
    return Stated(start=start, end=start + len(bare), value=shown(bare))


def between(line: str, cut: re.Pattern[str]) -> list[tuple[int, str]]:
    """The parts of ``line`` between the matches of ``cut``, with their places."""
    found, at = [], 0
    for hit in cut.finditer(line):
        found.append((at, line[at : hit.start()]))
        at = hit.end()
    return [*found, (at, line[at:])]


def address(text: str, start: int) -> Stated:
    """An address as stated, with a scheme where the line has none."""
    value = shown(text)
    if not value.lower().startswith(("http://", "https://")):
        value = f"https://{value}"
    return Stated(start=start, end=start + len(text), value=value)
