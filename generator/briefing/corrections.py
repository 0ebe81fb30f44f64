"""Which corrections of an editor met nothing in their article.

Decides only what cannot be: a name that stands nowhere in the article, a sentence that begins so
nowhere, an identity that nothing was read as. Such a line is misspelt or no longer needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor
from generator.model import Analysis
from generator.text.phrases import plain
from generator.text.tokens import fold


def unused(analysis: Analysis, *, knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The key and the value of each such line, in the order of the keys."""
    article = analysis.document.article
    notes = article.notes
    text = _folded(article.text)
    for item in notes.reject:
        if not any(_folded(name) in text for name in _names(item, knowledge)):
            yield "reject", item
    openings = [plain(one.text).strip().lower() for one in analysis.document.sentences]
    for item in notes.reject_outlook:
        if not any(one.startswith(plain(item).strip().lower()) for one in openings):
            yield "reject_outlook", item
    read = {mention.entity for mention in analysis.mentions}
    for item in notes.merge:
        if item not in read:
            yield "merge", item


def _names(item: str, knowledge: KnowledgeBase) -> Iterator[str]:
    """The words that a rejected name, or the identity of an entity, may have in an article."""
    yield item
    yield item.replace("-", " ")
    entity = knowledge.get(item)
    if entity is not None:
        yield entity.name
        yield from (alias.text for alias in entity.aliases)
    if isinstance(entity, Actor):
        yield from (metonym.text for metonym in entity.metonyms)
        yield from (*entity.demonyms.adjective, *entity.demonyms.people)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
