"""What a name found by its form is, and which lines of an article name nobody who acts.

A heading in capitals, a byline and a writer's biography hold names whose form says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.base import KnowledgeBase
from generator.model import ActorType, Document, Sentence, SentenceId, Span
from generator.text.tokens import fold

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĪĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŘŚŜŞŠŢŤŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL = frozenset(
    {"of", "for", "and", "the", "in", "to", "a", "an", "on", "at", "as", "by", "with", "from"}
    | {"or", "over", "after", "s", "into", "via", "vs", "amid", "is", "are", "de", "van", "von"}
)
_PARTICULARS = re.compile(r"\bDOB\b|\ba\.?k\.?a\b")
"""A line of a list of designated persons is no heading."""
_LONGEST_LINE = 300
_BIOGRAPHY = re.compile(r"^\W*(?:[^\W\d_][\w.'’-]* ){1,5}(?:is|was|are|writes|works|has) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedName(Span):
    """A name recognised by form. ``name`` is the full form it stands for; ``again`` marks a
    surname or an abbreviation that stands for a name given before, ``shared`` one that names
    nobody: a surname of two people, a paper that is only read. It still hides the known names
    inside it."""

    sentence: SentenceId
    type: ActorType
    name: str
    again: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences whose names count, and the folded names of writers and publisher."""

    sentences: tuple[Sentence, ...]
    credited: frozenset[str]


class LineReader:
    """Tells sentences from headings, bylines and biographies."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._credits = frozenset(knowledge.language.actors.persons.credits)

    def body(self, document: Document) -> Body:
        article = document.article
        credited: set[str] = set()
        for stated in (article.author, article.publisher):
            if stated is not None:
                credited.update(_names(stated.value))
        for given in (article.notes.author, article.notes.publisher):
            if given is not None:
                credited.update(_names(given))
        kept: list[Sentence] = []
        for sentence in document.sentences:
            if in_capitals(sentence.text) and not _PARTICULARS.search(sentence.text):
                words = _WORD.findall(sentence.text)
                if any(fold(word) in self._credits for word in words):
                    credited.update(_names(sentence.text[:_LONGEST_LINE]))
                continue
            kept.append(sentence)
        last = document.sentences[-3:]
        kept = [
            sentence
            for sentence in kept
            if not (sentence in last and self._biography(sentence, credited))
        ]
        return Body(tuple(kept), frozenset(credited))

    def _biography(self, sentence: Sentence, credited: set[str]) -> bool:
        match = _BIOGRAPHY.match(sentence.text[:120])
        if match is None:
            return False
        return any(name in credited for name in _names(match.group()))


def _names(line: str) -> Iterator[str]:
    """Folded runs of capitalised words of a credit line, and the line itself."""
    yield fold(" ".join(line.split()))
    for match in re.finditer(rf"[{CAPITAL}][\w'’.-]*(?: [{CAPITAL}][\w'’.-]*)*", line):
        words = match.group().split(" ")
        for first in range(min(3, len(words))):
            yield fold(" ".join(words[first:]).strip("."))


def in_capitals(text: str) -> bool:
    """Two words at least and none small but the linking ones: a heading or a line of credit.
    A sentence that is quoted speech or a list ends as sentences do."""
    if len(text) > _LONGEST_LINE:
        return False
    capitals = 0
    for match in _WORD.finditer(text):  # most sentences are told by their second word
        word = match.group()
        if word[:1].isupper():
            capitals += 1
        elif fold(word) not in _SMALL:
            return False
    return capitals >= 2
