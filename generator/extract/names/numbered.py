"""Bodies that are called by a number or a day: "Office 12", the "91 Bureau", the "3 May Works".

A day inside a name of capitals is unmistakable; a number beside "Office" or "Room" is as often a
door, so it counts where somebody belongs to it, it is said to be a body, or it acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import CAP, UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import pieces
from generator.text.starts import DIGIT
from generator.text.tries import alternation

_REACH = 60
_NUMBER = re.compile(rf"[{DIGIT}]")


class NumberedFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.organisations
        months = alternation(word.title() for word in cues.calendar if not word.endswith("day"))
        plants = alternation(word.title() for word in own.plants)
        heads = alternation(word.title() for word in own.numbered)
        self._heads = frozenset((*own.numbered, *own.plants))
        self._day = re.compile(
            rf"(?<![\w-])(?:{CAP}[ \n]){{0,3}}"
            rf"(?:\d{{1,2}}[ \n]{months}|{months}[ \n]\d{{1,2}})[ \n]"
            rf"(?:{CAP}[ \n]){{0,4}}{plants}\b"
        )
        self._number = re.compile(
            rf"(?<![\w-])(?:Number )?(?:{heads}[ \n](?:No\.[ ]?)?\d{{1,5}}"
            rf"|\d{{1,5}}(?:st|nd|rd|th)?[ \n]{heads})\b"
        )
        belongs = alternation((*own.belongs, *own.beside, *own.serving))
        self._belongs = re.compile(rf"\b{belongs}[ \n](?:the[ \n])?[\"“«]?$")
        self._called = re.compile(rf"\b{alternation(own.called)}[ \n](?:the[ \n])?[\"“«]?$")
        self._acts = re.compile(rf",?[ \n](?:(?:also|has|have|had)[ \n])?{alternation(own.acts)}\b")
        kinds = (*own.kinds, *own.kinds_called, *own.numbered, "arm", "branch", "wing")
        self._is = re.compile(
            rf"[\"”»]?,[ \n](?:an?|the|its|one[ \n]of[ \n]the)[ \n](?:[\w'’-]+[ \n]){{0,4}}?"
            rf"{alternation(kinds)}\b"
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Bodies of one sentence, in reading order."""
        text = sentence.text
        if not _NUMBER.search(text) or self._heads.isdisjoint(pieces(text)):
            return
        for match in self._day.finditer(text):
            yield self._name(sentence, match)
        for match in self._number.finditer(text):
            before = text[max(0, match.start() - _REACH) : match.start()]
            if (
                self._belongs.search(before)
                or self._called.search(before)
                or self._acts.match(text, match.end())
                or self._is.match(text, match.end())
            ):
                yield self._name(sentence, match)

    def _name(self, sentence: Sentence, match: re.Match[str]) -> UnlistedName:
        words = match.group().split()
        skip = 0
        if words[0] in {"The", "A", "An"}:
            skip = len(words.pop(0)) + 1
        return UnlistedName(
            start=sentence.start + match.start() + skip,
            end=sentence.start + match.end(),
            sentence=sentence.id,
            type="organisation",
            name=" ".join(words),
        )
