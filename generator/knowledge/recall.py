"""Which known events the sentences of an article point to.

Decides alone when the cues of :class:`KnownEvent` are met: all elements of one cue set stand in
one sentence, or in two sentences of one paragraph that follow each other. An element is met by a
mention of the entity of that identity, or by the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import KnownEvent
from generator.model import Document, Mention, Sentence
from generator.text.phrases import pieces

DEPTH = 120
"""Sentences looked at; what comes later in a very long text dates nothing."""
_WORD = re.compile(r"\w+")
_NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """An event and the sentence or two that point to it."""

    event: KnownEvent
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=4096)
def _shape(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Elements:
    """The elements of all cues of dated events. ``folded`` leads to their folded words,
    ``anchored`` from a word to the elements that hold it; ``others`` have no word to look for."""

    folded: Mapping[str, str]
    anchored: Mapping[str, tuple[str, ...]]
    words: frozenset[str]
    """Those that are anchored."""
    others: tuple[str, ...]
    events: Mapping[str, tuple[str, ...]]
    """From an element to the dated events with a cue that holds it."""

    def among(self, whole: str, words: frozenset[str], entities: Iterable[str]) -> Iterator[str]:
        """The elements that a folded text of these words holds or that are mentioned in it."""
        named = (element for element in entities if element in self.folded)
        near = (element for word in self.words & words for element in self.anchored[word])
        for element in dict.fromkeys((*named, *near, *self.others)):
            if element in entities or self.folded[element] in whole:
                yield element


def _words(sentence: Sentence) -> frozenset[str]:
    """The folded words of a sentence."""
    text = sentence.text
    return pieces(text) if text.isascii() else frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=2)
def _elements(knowledge: KnowledgeBase) -> _Elements:
    elements = {
        element: element.casefold()
        for event in knowledge.events.values()
        if event.date is not None
        for cue in event.cues
        for element in cue
    }
    anchored: dict[str, list[str]] = {}
    others: list[str] = []
    for element, word in elements.items():
        runs = _WORD.findall(word) if word.isascii() else []
        if runs:  # words in other letters need no bounds, and may stand inside a run
            anchored.setdefault(max(runs, key=len), []).append(element)
        else:
            others.append(element)
    events: dict[str, dict[str, None]] = {}
    for event in knowledge.events.values():
        for element in (element for cue in event.cues for element in cue):
            if event.date is not None:
                events.setdefault(element, {})[event.id] = None
    return _Elements(
        folded=elements,
        anchored={word: tuple(found) for word, found in anchored.items()},
        words=frozenset(anchored),
        others=tuple(others),
        events={element: tuple(found) for element, found in events.items()},
    )


def _met(
    element: str,
    word: str,
    folded: tuple[str, ...],
    whole: str,
    entities: Mapping[str, set[int]],
) -> frozenset[int]:
    """Indexes of the sentences that hold the element; ``whole`` is all of them in one."""
    found = entities.get(element, _NOWHERE)
    if word in whole:
        shape = _shape(word)
        found = found | {i for i, text in enumerate(folded) if word in text and shape.search(text)}
    return frozenset(found)


def _places(cue: Iterable[frozenset[int]], pairs: frozenset[int]) -> set[tuple[int, ...]]:
    """The sentences where all elements are met, or else the pairs of sentences."""
    sets = list(cue)
    if not sets or not all(sets):
        return set()
    if together := frozenset.intersection(*sets):
        return {(i,) for i in together}
    near = frozenset.intersection(*(s | {i - 1 for i in s} for s in sets)) & pairs
    return {(i, i + 1) for i in near}


def recall(
    document: Document, *, mentions: tuple[Mention, ...], knowledge: KnowledgeBase
) -> tuple[Recalled, ...]:
    """The dated events that the article points to, once for each place that does, by place."""
    sentences = document.sentences[:DEPTH]
    folded = tuple(sentence.text.casefold().replace("’", "'") for sentence in sentences)
    whole = "\n".join(folded)
    index = {sentence.id: i for i, sentence in enumerate(sentences)}
    entities: dict[str, set[int]] = {}
    for mention in mentions:
        if mention.sentence in index:
            entities.setdefault(mention.entity, set()).add(index[mention.sentence])
    pairs = frozenset(
        i for i, (one, two) in enumerate(pairwise(sentences)) if one.paragraph == two.paragraph
    )
    elements = _elements(knowledge)
    words = frozenset().union(*map(_words, sentences))
    seen: dict[str, frozenset[int]] = {
        element: _met(element, elements.folded[element], folded, whole, entities)
        for element in elements.among(whole, words, entities)
    }
    found: list[tuple[tuple[int, ...], str, Recalled]] = []
    pointed = (event for element in seen for event in elements.events[element])
    for identity in dict.fromkeys((*pointed, *entities)):
        event = knowledge.events.get(identity)
        if event is None or event.date is None:
            continue
        places: set[tuple[int, ...]] = {(i,) for i in entities.get(event.id, ())}
        for cue in event.cues:
            if all(element in seen for element in cue):
                places |= _places([seen[element] for element in cue], pairs)
        found.extend(
            (place, event.id, Recalled(event=event, sentences=tuple(sentences[i] for i in place)))
            for place in places
        )
    return tuple(recalled for _, _, recalled in sorted(found, key=lambda f: f[:2]))
