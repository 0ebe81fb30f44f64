"""Names in Russian text, in a basic way: a title or a verb of saying beside two or three
capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)?"
_NAME = rf"{_WORD}(?: (?:[А-ЯЁ]\.|{_WORD})){{1,2}}"


class RussianFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        own = knowledge.language.actors.russian
        titles = "|".join(sorted(map(re.escape, own.titles), key=len, reverse=True))
        verbs = "|".join(own.verbs)
        place = r"(?:[ \n](?!\b[А-ЯЁ][а-яё]+[ \n][А-ЯЁ])[А-Яа-яЁё]+){0,2}"
        self._never = frozenset(own.never)
        self._patterns = (
            re.compile(rf"(?<!\w)(?i:{titles}){place}[ \n](?P<name>{_NAME})"),
            re.compile(rf"(?<!\w)(?P<name>{_NAME}),?[ \n](?:{verbs})\b"),
            re.compile(rf"(?<!\w)(?:{verbs})[ \n](?P<name>{_NAME})"),
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        for pattern in self._patterns:
            for match in pattern.finditer(sentence.text):
                name = match.group("name")
                if any(word.lower() in self._never for word in name.split(" ")):
                    continue
                yield UnlistedName(
                    start=sentence.start + match.start("name"),
                    end=sentence.start + match.end("name"),
                    sentence=sentence.id,
                    type="person",
                    name=name,
                )
