"""The kinds of events this site knows, for the glossary."""

from __future__ import annotations

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.verbs import Frame
from generator.pages.views.page_views import EventKind

WORDS = 6
"""Words shown for each kind."""


def event_kinds(knowledge: KnowledgeBase) -> tuple[EventKind, ...]:
    """Each kind once, by its name, with the first words that report it."""
    words: dict[str, dict[str, None]] = {}
    first: dict[str, Frame] = {}
    for frame in knowledge.language.verbs.frames:
        first.setdefault(frame.type, frame)
        words.setdefault(frame.type, {}).update(dict.fromkeys((*frame.verbs, *frame.nouns)))
    kinds = (
        EventKind(
            code=code,
            label=frame.label,
            plover=frame.plover or "",
            words=tuple(words[code])[:WORDS],
        )
        for code, frame in first.items()
    )
    return tuple(sorted(kinds, key=lambda one: (one.label.casefold(), one.code)))
