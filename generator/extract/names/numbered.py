"""Bodies that are called by a number or a day: "Office 12", the "91 Bureau", the "3 May Works".

A day inside a name of capitals is unmistakable; a number beside "Office" or "Room" is as often a
door, so it counts where somebody belongs to it, it is said to be a body, or it acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import CAP, UnlistedName, place_words
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import pieces
from generator.text.starts import holds_digit
from generator.text.tokens import fold
from generator.text.tries import alternation

_REACH = 60


class NumberedFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.organisations
        months = alternation(word.title() for word in cues.calendar if not word.endswith("day"))
        plants = alternation(word.title() for word in own.plants)
        heads = alternation(word.title() for word in own.numbered)
        self._heads = frozenset((*own.numbered, *own.plants))
        self._states = place_words(knowledge)
        self._day = re.compile(
            rf"(?<![\w-])(?:{CAP}[ \n]){{0,3}}"
            rf"(?:\d{{1,2}}[ \n]{months}|{months}[ \n]\d{{1,2}})[ \n]"
            rf"(?:{CAP}[ \n]){{0,4}}{plants}\b"
        )
        self._number = re.compile(
            rf"(?<![\w-])(?:Number )?(?:{heads}[ \n](?:No\.[ ]?)?\d{{1,5}}"
            rf"|\d{{1,5}}(?:st|nd|rd|th)?[ \n](?:General[ \n])?{heads})\b"
        )
        arm, unit = alternation(own.unit_words), alternation(own.units)
        head = alternation(own.unit_heads)
        self._units = frozenset((*own.units, *map(str.lower, own.unit_heads)))
        self._unit = re.compile(
            rf"(?<![\w-])\d{{1,4}}(?:st|nd|rd|th)[ \n](?:{arm}[ \n-]){{1,6}}{unit}(?![\w-])"
            rf"|(?<![\w-])(?!The[ \n]){CAP}[ \n](?:{CAP}[ \n]){{0,2}}{head}[ \n]"
            r"(?!(?:19|20)\d\d\b)\d{1,4}(?![\w.,-]*\d|[ \n](?:ships|aircraft|vessels|missiles)\b)"
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
        if not holds_digit(text):
            return
        words = pieces(text)
        if not self._units.isdisjoint(words):
            for match in self._unit.finditer(text):
                yield self._name(sentence, match)
        if self._heads.isdisjoint(words):
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
        if words[0] in {"The", "A", "An"} or fold(words[0]) in self._states:
            skip = len(words.pop(0)) + 1
        return UnlistedName(
            start=sentence.start + match.start() + skip,
            end=sentence.start + match.end(),
            sentence=sentence.id,
            type="organisation",
            name=" ".join(words),
        )
