"""Hackers by the names that firms coin for them: "GlassMagpie", "the group CobaltHeron".

Decides by two capitals in one word, in an article that speaks of hackers, and by a neighbour that
no program and no firm has: who calls it so, what it is, what it did. A tool named so is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.tokens import Tokens
from generator.text.tries import alternation

_COINED = re.compile(r"(?<![\w.@/-])(?:[A-Z][a-z]{2,14}){2,4}(?![\w@/-]|\.\w)")
_REACH = 60


class CoinedFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        own = knowledge.language.actors.coined
        acts = (*own.acts, *knowledge.language.actors.organisations.acts)
        self._trade = frozenset(own.trade)
        kinds = alternation(own.kinds)
        self._before = re.compile(rf"\b{alternation((*own.calling, *own.kinds))}[ \n][\"“]?$")
        self._tool = re.compile(
            rf"\b{alternation(own.tools)}(?:,? (?:called|named|dubbed))?[ \n][\"“]?$"
        )
        self._behind = re.compile(
            rf"[\"”]?(?:['’]s?[ \n]|[ \n](?:has |have |had |also |then )?{alternation(acts)}\b|"
            rf"[ \n]{kinds}\b|,[ \n](?:an?|the|one of the)[ \n](?:[\w'’-]+[ \n]){{0,5}}?{kinds}\b)"
        )
        self._behind_tool = re.compile(
            rf"[\"”]?(?:[ \n]{alternation(own.tools)}\b"
            rf"|,[ \n](?:an?|the)[ \n](?:[\w'’-]+[ \n]){{0,4}}?{alternation(own.tools)}\b)"
        )

    def speaks_of_hackers(self, whole: Tokens) -> bool:
        """Whether an article of these words does; no other names such a group."""
        return not self._trade.isdisjoint(whole.norms)

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Groups of one sentence of an article that speaks of hackers."""
        text = sentence.text
        for match in _COINED.finditer(text):
            before = text[max(0, match.start() - _REACH) : match.start()]
            if self._tool.search(before) or self._behind_tool.match(text, match.end()):
                continue
            if self._before.search(before) or self._behind.match(text, match.end()):
                yield UnlistedName(
                    start=sentence.start + match.start(),
                    end=sentence.start + match.end(),
                    sentence=sentence.id,
                    type="organisation",
                    name=match.group(),
                )
