"""What a name found by its form is, and which lines of an article name nobody who acts.

A heading in capitals, a byline and a writer's biography hold names whose form says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.base import KnowledgeBase
from generator.model import ActorType, Document, Sentence, SentenceId, Span
from generator.text.phrases import plain, words
from generator.text.starts import DIGIT
from generator.text.tokens import fold

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĪĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŘŚŜŞŠŢŤŪŬŮŰŲŴŶŸŹŻŽȘȚ"
CAP = rf"[{CAPITAL}]\w*(?:['’‑-](?!s\b)\w+)*"
"""A word with a capital, its possessive left out."""
RUN_START = re.compile(rf"[{CAPITAL}](?<![\w-].)")
"""The first letter of a word with a capital."""
_JOINED = re.compile(rf"-[{CAPITAL}]")
_ARTICLE = re.compile(r"(?<![\w-])[a-z]{1,2}-")
RUN_OR_NUMBER = re.compile(rf"[{CAPITAL}{DIGIT}](?<![\w-].)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL = frozenset(
    {"of", "for", "and", "the", "in", "to", "a", "an", "on", "at", "as", "by", "with", "from"}
    | {"or", "over", "after", "s", "into", "via", "vs", "amid", "is", "are", "de", "van", "von"}
)
_PARTICULARS = re.compile(r"\bDOB\b|\b[afn]\.?k\.?a\b|\bIMO \d{7}|\bLinked To:|\[[A-Z]{4,}")
"""A line of a list of designated persons is no heading."""
_LONGEST_LINE = 300
_OPENING = frozenset('"“«')
_CLOSING = frozenset('"”»')
_BIOGRAPHY = re.compile(r"^\W*(?:[^\W\d_][\w.'’-]* ){1,5}(?:is|was|are|writes|works|has) ")


class UnlistedName(Span, frozen=True, kw_only=True):
    """A name recognised by form. ``name`` is the full form it stands for; ``again`` marks a
    surname or an abbreviation that stands for a name given before, ``shared`` one that names
    nobody: a surname of two people, a paper that is only read. It still hides the known names
    inside it. ``alone`` marks one word of which nothing is known but that it speaks."""

    sentence: SentenceId
    type: ActorType
    name: str
    again: bool = False
    shared: bool = False
    alone: bool = False


class Body(Struct, frozen=True):
    """The sentences whose names count, and the folded names of writers and publisher."""

    sentences: tuple[Sentence, ...]
    credited: frozenset[str]


class LineReader:
    """Tells sentences from headings, bylines and biographies."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._credits = frozenset(knowledge.language.actors.persons.credits)
        self._offices = words(knowledge.language.genre.houses.official)

    def body(self, document: Document) -> Body:
        article = document.article
        credited: set[str] = set()
        stated = (article.author, article.publisher)
        given = (article.notes.author, article.notes.publisher)
        for credit in (*(one.value for one in stated if one is not None), *filter(None, given)):
            if not self._offices.search(plain(credit)):  # an office acts in its own notice
                credited.update(_names(credit))
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


_SURNAME_FIRST = re.compile(r"[A-Z]{3,14} [A-Z][a-z]{2,14}")
SYLLABLES = re.compile(
    r"(?i:(?:sh|ch|ts|[kgnhbpmr]y|[kgsztdnhbpmrwjfy])?[aiueo]|n(?![aiueo])){2,9}"
)


def _names(line: str) -> Iterator[str]:
    """Folded runs of capitalised words of a credit line, and the line itself."""
    yield fold(" ".join(line.split()))
    for match in re.finditer(rf"[{CAPITAL}][\w'’.-]*(?: [{CAPITAL}][\w'’.-]*)*", line):
        words = match.group().split(" ")
        for first in range(min(3, len(words))):
            yield fold(" ".join(words[first:]).strip("."))


def run_starts(text: str, capital: re.Pattern[str]) -> list[int]:
    """Where a run of capitalised words may begin, in order: at the first letter of one, as
    ``capital`` finds it, or at an Arabic article before one ("al-Salami")."""
    starts = [found.start() for found in capital.finditer(text)]
    if "-" in text:
        more = [
            at
            for hyphen in _JOINED.finditer(text)
            for at in range(max(0, hyphen.start() - 2), hyphen.start())
            if _ARTICLE.fullmatch(text, at, hyphen.start() + 1) is not None
        ]
        if more:
            starts = sorted((*starts, *more))
    return starts


def last_word(text: str) -> str:
    """The run of letters and digits that ends a text, small."""
    text = text.rstrip()
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:].lower()


@lru_cache(maxsize=256)
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


@lru_cache(maxsize=2)
def place_words(knowledge: KnowledgeBase) -> frozenset[str]:
    """Folded single words that name a state, its people or a place."""
    found: set[str] = set()
    for actor in knowledge.actors.values():
        if actor.kind == "state":
            texts = [actor.name, *(alias.text for alias in actor.aliases)]
            texts += [item.text for item in actor.metonyms]
            texts += [*actor.demonyms.adjective, *actor.demonyms.people]
            found.update(fold(text) for text in texts if " " not in text)
    for place in knowledge.places.values():
        texts = [place.name, *(alias.text for alias in place.aliases)]
        found.update(fold(text) for text in texts if " " not in text)
    return frozenset(found)


def surname_first(words: list[tuple[int, int, str]]) -> bool:
    """ "MORITA Kenji" right behind an office: a surname in capitals, both of open syllables."""
    parts = words_of(words)
    written = _SURNAME_FIRST.fullmatch(" ".join(parts)) is not None
    return written and all(map(SYLLABLES.fullmatch, parts))


def words_of(words: list[tuple[int, int, str]]) -> list[str]:
    return [word for _, _, word in words]


def fills_quotation(text: str, start: int, end: int) -> bool:
    """The cutter "Prince Zenda", the paper "East Wind": nobody's name is all of a quotation."""
    return text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING
