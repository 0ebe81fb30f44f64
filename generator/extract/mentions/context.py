"""What the whole article says, gathered before any weak name is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.extract.mentions.rules import Rules
from generator.knowledge.names import Name
from generator.model import Document
from generator.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Context:
    """``words`` are all folded words, ``plain`` the sure mentions of each entity, ``full_names``
    the offsets and persons of each folded surname, ``date`` the article's own as ISO text."""

    words: frozenset[str]
    plain: Counter[str]
    full_names: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    date: str | None = None


def gather(document: Document, tokens: Tokens, rules: Rules) -> Context:
    """Counts the names that link by themselves, and where persons stand with their full names."""
    article = document.article
    stated = article.published.value if article.published else None
    context = Context(
        words=frozenset(tokens.norms), plain=Counter(), date=article.notes.date or stated
    )
    for sentence in document.sentences:
        index, stop = tokens.at(sentence.start), tokens.at(sentence.end)
        while index < stop:
            step = 1
            for end, names in rules.names.at(tokens, index):
                plain = [name for name in names if name.reading in {"plain", "demonym"}]
                if plain and end <= stop:
                    for name in plain:
                        context.plain[name.entity] += 1
                        _note_full_name(context, name, tokens.starts[index], rules)
                    step = end - index
                    break
            index += step
    return context


def _note_full_name(context: Context, name: Name, offset: int, rules: Rules) -> None:
    actor = rules.knowledge.actors.get(name.entity)
    if actor is None or actor.kind != "person" or len(name.raws) < 2:
        return
    for surname in rules.surnames.get(name.entity, ()):
        context.full_names.setdefault(surname, []).append((offset, name.entity))
