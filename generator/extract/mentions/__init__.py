"""Who and what is named, where, and by which rule.

Decides which mentions stand in the end: those of all sentences, without what an editor rejects. It
does not decide which mentions make an actor or a weapon of the briefing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.extract.mentions.context import gather, within
from generator.extract.mentions.passed_over import PassedOver, passed_over
from generator.extract.mentions.rules import compile_rules
from generator.extract.mentions.sentence import read_sentence
from generator.extract.mentions.systems import systems_again
from generator.knowledge.base import KnowledgeBase
from generator.model import Document, Mention, Span
from generator.text.tokens import fold, tokenise

__all__ = ["PassedOver", "Recogniser"]


class Recogniser:
    """The name indexes and reading rules of one knowledge base. Stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._rules = compile_rules(knowledge)

    def recognise(
        self, document: Document, *, reserved: Iterable[Span] = ()
    ) -> tuple[Mention, ...]:
        """All mentions in reading order; names and topics may overlap, names never do.

        ``reserved`` are names known by their form: a known name inside one counts only if it
        covers all of it ("Strelsau" in "Strelsau National University" does not).
        """
        held = {span.start: span.end for span in reserved}
        order = sorted(held)
        tokens = tokenise(document.article.text)
        context = gather(document, tokens, self._rules)
        rejected = {fold(item) for item in document.article.notes.reject}
        mentions: list[Mention] = []
        for sentence in document.sentences:
            mentions += read_sentence(
                sentence,
                rules=self._rules,
                tokens=tokens,
                context=context,
                before=mentions,
                reserved={
                    start: held[start] for start in within(order, sentence.start, sentence.end)
                },
            )
        mentions += systems_again(document, mentions)
        return tuple(
            mention
            for mention in sorted(mentions, key=lambda item: (item.start, item.end, item.entity))
            if not rejected
            or (fold(mention.surface) not in rejected and mention.entity not in rejected)
        )

    def passed_over(
        self, document: Document, mentions: Sequence[Mention]
    ) -> tuple[PassedOver, ...]:
        """The listed names that fit the words of a document and are not among its mentions."""
        return passed_over(document, mentions, rules=self._rules)
