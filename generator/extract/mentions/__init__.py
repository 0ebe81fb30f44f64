"""Who and what is named, where, and by which rule.

Decides which mentions stand in the end: those of all sentences, without what an editor rejects. It
does not decide which mentions make an actor or a weapon of the briefing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.extract.mentions.context import gather, within
from generator.extract.mentions.passed_over import passed_over
from generator.extract.mentions.rules import compile_rules
from generator.extract.mentions.sentence import read_sentence
from generator.extract.mentions.systems import classes_of_ships, systems_again
from generator.knowledge.base import KnowledgeBase
from generator.model import Document, EntityId, Mention, PassedOver, Span
from generator.text.slugs import name_slug
from generator.text.tokens import fold, tokenise

__all__ = ["Recogniser", "not_rejected"]

_OWNER = re.compile(r"([A-Z][\w. ]{1,40})['’]s? (?=[\w. ]{3})")


class Recogniser:
    """The name indexes and reading rules of one knowledge base. Stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._rules = compile_rules(knowledge)
        self._states = {
            fold(text): EntityId(actor.id)
            for actor in knowledge.actors.values()
            if actor.kind == "state"
            for text in (actor.name, *(alias.text for alias in actor.aliases if not alias.weak))
        }

    def recognise(
        self, document: Document, *, reserved: Iterable[Span] = ()
    ) -> tuple[Mention, ...]:
        """All mentions in reading order; names and topics may overlap, names never do, but that the
        state is named inside "Ruritania's Harbour Ministry".

        ``reserved`` are names known by their form: a known name inside one counts only if it
        covers all of it ("Strelsau" in "Strelsau National University" does not).
        """
        held = {span.start: span.end for span in reserved}
        order = sorted(held)
        tokens = tokenise(document.article.text)
        context = gather(document, tokens, self._rules)
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
        mentions = self._with_states(mentions)
        mentions += classes_of_ships(document, mentions, self._rules.systems)
        again = systems_again(document, mentions, self._rules.bounds)
        spans = {(item.start, item.end) for item in again}
        mentions = [item for item in mentions if (item.start, item.end) not in spans] + again
        mentions += self._owners(mentions)
        return tuple(sorted(mentions, key=lambda item: (item.start, item.end, item.entity)))

    def _with_states(self, mentions: list[Mention]) -> list[Mention]:
        """A state right before its body is part of the body's name, where no space parts words:
        "日本防卫省"."""
        kept: list[Mention] = []
        for item in mentions:
            last = kept[-1] if kept else None
            actor = self._rules.knowledge.actors.get(item.entity)
            joined = (
                last is not None
                and last.end == item.start
                and actor is not None
                and actor.kind == "organisation"
                and actor.country == last.entity
                and not item.surface.isascii()
            )
            if last is not None and joined:
                surface = last.surface + item.surface
                kept[-1] = replace(item, start=last.start, surface=surface)
            else:
                kept.append(item)
        return kept

    def _owners(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The states in whose name a body is named: "|Ruritania|'s Harbour Ministry"."""
        found: list[Mention] = []
        for mention in mentions:
            owner = _OWNER.match(mention.surface) if mention.kind == "actor" else None
            state = self._states.get(fold(owner[1])) if owner is not None else None
            if owner is not None and state is not None and state != mention.entity:
                end = mention.start + owner.end(1)
                found.append(
                    replace(mention, end=end, surface=owner[1], rule="alias", entity=state)
                )
        return found

    def passed_over(
        self, document: Document, mentions: Sequence[Mention]
    ) -> tuple[PassedOver, ...]:
        """The listed names that fit the words of a document and are not among its mentions."""
        return passed_over(document, mentions, rules=self._rules)


def not_rejected(mentions: tuple[Mention, ...], document: Document) -> tuple[Mention, ...]:
    """Without what the notes of the article reject: an identity, or the words as written."""
    notes = document.article.notes
    if not notes.reject:
        return mentions
    rejected = {form for item in notes.reject for form in (fold(item), name_slug(item))}
    return tuple(
        mention
        for mention in mentions
        if fold(mention.surface) not in rejected and mention.entity not in rejected
    )
