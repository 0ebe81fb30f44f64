"""Which single words name somebody: a surname right behind a title in small letters, before what
only a person is followed by ("professor Hentzau of Zenda College"); a company or an institute right
behind "according to", unless the article knows a longer name that holds the word.
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
        self._cited = headed(
            re.compile(
                rf"(?<![\w-])(?i:{alternation(cues.organisations.citing)})[ \n]"
                rf"(?P<name>[{CAPITAL}][\w-]{{3,20}})(?=[,.;]|$)"
            ),
            cues.organisations.citing,
        )
        self._no_body = (
            place_words(knowledge)
            | frozenset(map(fold, (*cues.not_names, *own.nouns, *cues.titles)))
            | frozenset((*own.given, *cues.calendar, *cues.organisation_heads))
            | frozenset((*cues.organisations.common, *cues.organisations.never))
        )
        self._nobody = (
            place_words(knowledge)
            | frozenset(map(fold, (*own.never, *cues.not_names, *own.nouns, *cues.titles)))
            | frozenset((*own.given, *cues.calendar, *cues.organisation_heads))
            | frozenset((*cues.organisations.companies, *cues.organisations.common))
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Persons of one sentence, in reading order, and who is cited by one word."""
        for match in self._cited.finditer(sentence.text):
            if fold(match["name"]) not in self._no_body:
                yield UnlistedName(
                    start=sentence.start + match.start("name"),
                    end=sentence.start + match.end("name"),
                    sentence=sentence.id,
                    type="organisation",
                    name=match["name"],
                    alone=True,
                )
        for match in self._titled.finditer(sentence.text):
            if fold(match["name"]) not in self._nobody:
                yield UnlistedName(
                    start=sentence.start + match.start("name"),
                    end=sentence.start + match.end("name"),
                    sentence=sentence.id,
                    type="person",
                    name=match["name"],
                )
