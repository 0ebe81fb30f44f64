"""Tables of single sentences in case files: how they are read, and what a sentence is read in.

A file is Markdown that an editor can write: ``date:`` is the article's date, ``##`` heads a class
of difficulty, and each ``-`` is a sentence with what is expected, parted by `` | ``. Every sentence
is analysed alone, as the second paragraph of a report that says nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench import CASES, analysed

from generator.model import Analysis

BODY = (
    "Two barges left the port of Strelsau overnight, the harbour office said, and their lights "
    "were off.",
    "The harbour master, who has run the port alone for most of his life, was not told of it. He "
    "saw the empty quay from his window.",
    "Fishermen found oil and a coil of rope at the northern quay. Nobody was hurt.",
)
"""Plain report without any date, publisher or author."""
LEAD = "The harbour was calm, and the pier was empty."
TAIL = "The harbour master was not told of it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table: the parts between the bars, and under which heading they stand."""

    file: str
    heading: str
    date: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file}: {self.heading}: {' | '.join(self.parts)}"


def rows(topic: str, *names: str) -> tuple[Row, ...]:
    """The rows of ``tests/cases/<topic>/<name>.md``, in the order of the files."""
    found: list[Row] = []
    for name in names:
        heading, date = "", ""
        for line in (CASES / topic / f"{name}.md").read_text("utf-8").splitlines():
            if line.startswith("## "):
                heading = line[3:].strip()
            elif line.startswith("date:"):
                date = line[5:].strip()
            elif line.startswith("- "):
                parts = tuple(part.strip() for part in line[2:].split(" | "))
                found.append(Row(file=name, heading=heading, date=date, parts=parts))
    assert found, topic
    return tuple(found)


@lru_cache(maxsize=512)
def alone(sentence: str, date: str) -> Analysis:
    """The analysis of a report that holds ``sentence`` and nothing else of interest."""
    return analysed(f"{LEAD}\n\n{sentence}\n\n{TAIL}\n", date)


def body(text: str) -> str:
    """``text`` with ``...`` on a line of its own replaced by :data:`BODY`."""
    return re.sub(r"(?m)^\.\.\.$", "\n\n".join(BODY).replace("\\", r"\\"), text)
