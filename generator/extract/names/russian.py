"""Names in Russian text, in a basic way: a title or a verb of saying beside two or three
capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.tries import alternation

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)?"
_NAME = rf"{_WORD}(?: (?:[А-ЯЁ]\.|{_WORD})){{1,2}}"


class RussianFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        own = knowledge.language.actors.russian
        titles = alternation(own.titles)
        verbs = alternation(own.verbs)
        between = rf"(?:[ \n](?!{_WORD}[ \n]{_WORD}(?:[ \n][а-яё]|[,.:;]|$))[А-Яа-яЁё-]+){{0,6}}"
        self._never = own.never
        self._patterns = (
            re.compile(rf"(?<!\w)(?i:{titles}){between}[ \n](?P<name>{_NAME})"),
            re.compile(rf"(?<!\w)(?P<name>{_NAME}),?[ \n]{verbs}\b"),
            re.compile(rf"(?<!\w){verbs}[ \n](?P<name>{_NAME})"),
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Persons of one sentence; the same one may come twice."""
        for pattern in self._patterns:
            for match in pattern.finditer(sentence.text):
                start, end = match.span("name")
                words = match.group("name").split(" ")
                while len(words) > 2 and words[0].lower().startswith(self._never):
                    start += len(words[0]) + 1
                    words = words[1:]
                if any(word.lower().startswith(self._never) for word in words):
                    continue
                yield UnlistedName(
                    start=sentence.start + start,
                    end=sentence.start + end,
                    sentence=sentence.id,
                    type="person",
                    name=" ".join(words),
                )
