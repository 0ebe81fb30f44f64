"""Who an interview introduces: "Anna Moor spent eleven years at sea before she took over the desk".

Decides that alone, and only above turns that are labelled: nothing else vouches for such a name,
which may be that of a ship.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from generator.extract.names.form import CAP, UnlistedName, place_words
from generator.knowledge.base import KnowledgeBase
from generator.model import Document, Sentence
from generator.text.speech.labels import LABEL, TURNS
from generator.text.tokens import fold
from generator.text.tries import alternation

_OPENING = 4
"""Sentences in which an introduction names its subject."""
_TAKEN_UP = re.compile(r"\b(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is)\b")


class IntroducedFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.persons
        self._subject = re.compile(
            rf"(?P<name>{CAP}(?: {CAP}){{1,2}}) (?:also |long |first |once )?"
            rf"{alternation(own.lives)}(?![\w-])"
        )
        self._labels = frozenset(knowledge.language.claims.turn_labels)
        self._never = frozenset((*own.never, *cues.not_names, *cues.calendar))
        self._never |= frozenset((*cues.organisation_heads, *cues.organisations.companies))
        self._never |= place_words(knowledge)

    def find(self, document: Document) -> tuple[UnlistedName, ...]:
        """The persons that the first sentences of a labelled interview have as their subject, each
        taken up by "she" or "he"."""
        first = document.sentences[: _OPENING + 1]
        found = [
            name
            for sentence, after in zip_longest(first[:_OPENING], first[1:])
            if sentence is not None and (name := self._named(sentence, after)) is not None
        ]
        return tuple(found) if found and self._labelled(document.sentences) else ()

    def _named(self, sentence: Sentence, after: Sentence | None) -> UnlistedName | None:
        match = self._subject.match(sentence.text)
        if match is None or not self._never.isdisjoint(map(fold, match["name"].split())):
            return None
        near = (sentence.text[match.end() :], after.text if after is not None else "")
        if not any(map(_TAKEN_UP.search, near)):
            return None
        return UnlistedName(
            start=sentence.start,
            end=sentence.start + match.end("name"),
            sentence=sentence.id,
            type="person",
            name=match["name"],
        )

    def _labelled(self, sentences: Sequence[Sentence]) -> bool:
        labels = (LABEL.match(sentence.text) for sentence in sentences)
        turns = sum(one is not None and one["label"].lower() in self._labels for one in labels)
        return turns >= TURNS
