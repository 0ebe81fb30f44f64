"""What the tests of the extractors share: the real knowledge, documents from plain text, cases.

A case file is Markdown that an editor can write. ``#`` heads the file and ``##`` each case; the
lines that begin with ``>`` are the article (an empty ``>`` parts paragraphs), ``date: ...`` is the
editor's date of it, and each ``-`` is one expectation. Everything else is explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.extract import analyse
from generator.ingest import read_article, to_document
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.parse import parse_knowledge
from generator.model import Analysis, Document, EditorNotes, Mention
from generator.problems import Problem
from generator.text.syntax.grammar import Grammar

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """The project's own knowledge, read once for a run of the tests."""
    folder = ROOT / "knowledge"
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.yml"))
    }
    parsed, problems = parse_knowledge(files)
    assert parsed is not None, [str(item) for item in problems]
    return parsed


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    return Grammar(knowledge().language.verbs)


def document(text: str, *, notes: EditorNotes | None = None) -> Document:
    """``text`` as if it were a seed."""
    language = knowledge().language
    article = read_article(
        text.encode(), file="seeds/case.txt", language=language, notes=notes or EditorNotes()
    )
    assert not isinstance(article, Problem), str(article)
    return to_document(article, language=language)


@lru_cache(maxsize=512)
def analysed(text: str, date: str | None = None) -> Analysis:
    """The analysis of ``text``; ``date`` is the article's date as an editor would give it."""
    return analyse(document(text, notes=EditorNotes(date=date)), knowledge=knowledge())


def holders(text: str) -> dict[str, str | None]:
    """The holder of each sentence that makes a claim."""
    found = analysed(text)
    return {found.document.sentence(claim.sentence).text: claim.holder for claim in found.claims}


def named(analysis: Analysis, surface: str) -> tuple[Mention, ...]:
    """Mentions that touch any occurrence of ``surface``."""
    text = analysis.document.article.text
    places = [match.span() for match in re.finditer(re.escape(surface), text)]
    assert places, f"{surface!r} does not stand in the text"
    return tuple(
        mention
        for mention in analysis.mentions
        if any(mention.start < end and start < mention.end for start, end in places)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One ``##`` block. ``title`` is shown when the case fails."""

    file: str
    title: str
    text: str
    date: str | None
    expected: tuple[str, ...]

    def analysis(self) -> Analysis:
        return analysed(self.text, self.date)

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"


def cases(topic: str, *, folder: Path = CASES) -> tuple[Case, ...]:
    """All cases of ``tests/cases/<topic>``, in the order of the files and in the files."""
    return tuple(
        case
        for path in sorted((folder / topic).glob("*.md"))
        for case in _blocks(path.stem, path.read_text("utf-8"))
    )


def _blocks(stem: str, text: str) -> Iterator[Case]:
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, *lines = block.splitlines()
        article = "\n".join(line[1:].strip() for line in lines if line.startswith(">"))
        dates = [line[5:].strip() for line in lines if line.startswith("date:")]
        expected = tuple(line[2:].strip() for line in lines if line.startswith("- "))
        assert article, f"{stem}: {title}: no article"
        assert expected, f"{stem}: {title}: nothing is expected"
        yield Case(
            file=stem,
            title=title.strip(),
            text=article,
            date=dates[0] if dates else None,
            expected=expected,
        )
