"""Which single words are the surname of somebody: right behind a title in small letters, and before
what only a person is followed by ("professor Hentzau of Zenda College").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import CAPITAL, UnlistedName, place_words
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import headed
from generator.text.tokens import fold
from generator.text.tries import alternation


class SurnameFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.persons
        verbs = alternation((*own.verbs, *own.shared_verbs))
        self._titled = headed(
            re.compile(
                rf"(?<![\w-]){alternation(own.surname_after)}[ \n]"
                rf"(?P<name>[{CAPITAL}][a-zà-ÿ]{{3,14}})(?=,|[ \n]of[ \n](?:the[ \n])?[{CAPITAL}]"
                rf"|[ \n]{verbs}\b)"
            ),
            own.surname_after,
        )
        self._nobody = (
            place_words(knowledge)
            | frozenset(map(fold, (*own.never, *cues.not_names, *own.nouns, *cues.titles)))
            | frozenset((*own.given, *cues.calendar, *cues.organisation_heads))
            | frozenset((*cues.organisations.companies, *cues.organisations.common))
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Persons of one sentence, in reading order."""
        for match in self._titled.finditer(sentence.text):
            if fold(match["name"]) not in self._nobody:
                yield UnlistedName(
                    start=sentence.start + match.start("name"),
                    end=sentence.start + match.end("name"),
                    sentence=sentence.id,
                    type="person",
                    name=match["name"],
                )
