"""Names that the knowledge base lacks, caught by their form and their neighbours.

A person after a title or before an appositive, an organisation by its head noun. Only what the
form makes plain is taken; a bare capitalised word is never a name by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.base import KnowledgeBase
from generator.model import ActorType, Document, Sentence, SentenceId, Span
from generator.text.tokens import fold

_WORD = r"[A-ZÀ-Þ][a-zà-ÿŏŭ]+(?:[A-Z][a-z]+)?(?:[-'’](?!s\b)[A-Za-zà-ÿ]+)*"
_INITIAL = r"(?:[A-Z]\.)"
_PERSON = rf"{_WORD}(?: (?:{_INITIAL}|{_WORD})){{1,3}}"
_CAPITALS = re.compile(
    rf"(?:{_WORD}|[A-Z]{{2,6}})(?: (?:of|for|and|the|on|&|in) (?:the )?(?=[A-Z])| (?=[A-Z]))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedName(Span):
    """A name recognised by form. ``name`` is the full form it stands for."""

    sentence: SentenceId
    type: ActorType
    name: str


class NameFinder:
    """The patterns of one knowledge base's cues."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        self._heads = frozenset(cues.organisation_heads)
        self._links = frozenset(cues.organisation_links)
        self._not_names = frozenset(cues.not_names)
        self._calendar = frozenset(cues.calendar)
        titles = "|".join(
            sorted((re.escape(title) for title in cues.titles), key=len, reverse=True)
        )
        offices = sorted(
            {title for office in cues.offices.values() for title in office.titles},
            key=len,
            reverse=True,
        )
        titles += "|" + "|".join(re.escape(title) for title in offices)
        self._titled = re.compile(rf"\b(?i:{titles})\.? (?P<name>{_PERSON})")
        nouns = "|".join(
            sorted(
                (re.escape(title) for title in cues.titles if len(title) > 3), key=len, reverse=True
            )
        )
        self._appositive = re.compile(
            rf"(?P<name>{_PERSON}), (?:(?i:a|an|the|who)\b )?(?:[\w'’-]+ ){{0,5}}?(?:{nouns})\b"
        )
        speech = r"(?:said|says|told|wrote|added|argued|noted|warned|stressed|explained|tweeted)"
        self._speaker = re.compile(
            rf"(?P<name>{_PERSON}),? {speech}\b|\b{speech} (?P<name2>{_PERSON})\b"
        )

    def find(self, document: Document) -> tuple[UnlistedName, ...]:
        """Unlisted names in reading order, the same span once."""
        found: dict[tuple[int, int], UnlistedName] = {}
        for sentence in document.sentences:
            for name in self._organisations(sentence):
                found.setdefault((name.start, name.end), name)
        for sentence in document.sentences:
            for name in self._persons(sentence):
                if not any(
                    other.start < name.end and name.start < other.end for other in found.values()
                ):
                    found[name.start, name.end] = name
        self._repeat(document, found)
        return tuple(found[key] for key in sorted(found))

    def _persons(self, sentence: Sentence) -> Iterator[UnlistedName]:
        for pattern in (self._titled, self._appositive, self._speaker):
            for match in pattern.finditer(sentence.text):
                group = "name" if match.group("name") else "name2"
                trimmed = self._trim_person(match.group(group))
                if trimmed is None:
                    continue
                offset, text = trimmed
                start = sentence.start + match.start(group) + offset
                yield UnlistedName(
                    start=start,
                    end=start + len(text),
                    sentence=sentence.id,
                    type="person",
                    name=text,
                )

    def _trim_person(self, text: str) -> tuple[int, str] | None:
        """Drop capitalised words that are no part of a name; None if no name is left."""
        words = text.split(" ")
        offset = 0
        while words and (fold(words[0]) in self._not_names or fold(words[0]) in self._calendar):
            offset += len(words.pop(0)) + 1
        while words and (fold(words[-1]) in self._not_names or fold(words[-1]) in self._calendar):
            words.pop()
        if len(words) < 2 or any(fold(word) in self._heads for word in words):
            return None
        if any(fold(word) in self._not_names or fold(word) in self._calendar for word in words):
            return None
        return offset, " ".join(words)

    def _organisations(self, sentence: Sentence) -> Iterator[UnlistedName]:
        position = 0
        text = sentence.text
        while True:
            match = _CAPITALS.search(text, position)
            if match is None:
                return
            start, end = match.span()
            while True:
                more = _CAPITALS.match(text, end)
                if more is None:
                    break
                end = more.end()
            position = end
            name = self._organisation(text[start:end])
            if name is not None:
                offset, value = name
                yield UnlistedName(
                    start=sentence.start + start + offset,
                    end=sentence.start + start + offset + len(value),
                    sentence=sentence.id,
                    type="organisation",
                    name=value,
                )

    def _organisation(self, run: str) -> tuple[int, str] | None:
        """The part of a run of capitalised words that is an organisation's name."""
        words = run.strip().split(" ")
        offset = 0
        while words and (fold(words[0]) in self._links or fold(words[0]) in {"the", "a", "an"}):
            offset += len(words.pop(0)) + 1
        while words and fold(words[-1]) in self._links:
            words.pop()
        folded = [fold(word) for word in words]
        heads = [index for index, word in enumerate(folded) if word in self._heads]
        if len(words) < 2 or not heads:
            return None
        last = heads[-1]
        if last + 1 < len(words) and folded[last + 1] in {"of", "for", "on"}:
            last = len(words) - 1
        kept = words[: last + 1]
        named = [w for w in kept if fold(w) not in self._heads | self._links and w[0].isupper()]
        if len(kept) < 2 or not named:
            return None
        return offset, " ".join(kept)

    def _repeat(self, document: Document, found: dict[tuple[int, int], UnlistedName]) -> None:
        """Later bare surnames and repeated full names of the people found."""
        people = {name.name: name for name in found.values() if name.type == "person"}
        if not people:
            return
        surnames: dict[str, set[str]] = {}
        for full in people:
            parts = full.split(" ")
            east_asian = "-" in parts[-1]
            surnames.setdefault(parts[0] if east_asian else parts[-1], set()).add(full)
        for sentence in document.sentences:
            for full in people:
                for match in re.finditer(rf"\b{re.escape(full)}\b", sentence.text):
                    self._note(found, sentence, match, full)
            for surname, owners in surnames.items():
                if len(owners) != 1 or len(surname) < 2:
                    continue
                full = next(iter(owners))
                for match in re.finditer(rf"\b{re.escape(surname)}\b(?![ -][A-Z])", sentence.text):
                    after_first = sentence.start + match.start() > people[full].start
                    before = sentence.text[: match.start()].rstrip().rsplit(" ", 1)[-1]
                    titled = not before[:1].isupper() or fold(before.strip(".,")) in self._not_names
                    if after_first and (titled or match.start() == 0):
                        self._note(found, sentence, match, full)

    @staticmethod
    def _note(
        found: dict[tuple[int, int], UnlistedName],
        sentence: Sentence,
        match: re.Match[str],
        full: str,
    ) -> None:
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(s < end and start < e for s, e in found):
            return
        found[start, end] = UnlistedName(
            start=start, end=end, sentence=sentence.id, type="person", name=full
        )
