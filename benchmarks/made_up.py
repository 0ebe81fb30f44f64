"""Articles and names for measuring, made up: as many as wanted, and the same in every run.

An article is sentences of the project's own articles, drawn and numbered anew, so that no two are
alike: a cache that helps with the same article twice must not flatter the figures.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import product
from pathlib import Path

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor, Alias

ROOT = Path(__file__).resolve().parent.parent
CHARACTERS = 4000
"""Length of a made-up article."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NUMBER = re.compile(r"\b([A-Z]\w*[ -])?\d{1,3}\b")
"""A number, with the name it belongs to: else 1,000 articles name 900 weapons that nobody built."""
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FIRST = ("Zar", "Vel", "Mur", "Ost", "Kel", "Bra", "Dun", "Fen", "Gol", "Hev")
_LAST = ("anko", "imir", "ovan", "uste", "erin", "alda", "ythe", "orro", "ubek", "ilva")


def articles(count: int) -> tuple[str, ...]:
    """Distinct English articles of about :data:`CHARACTERS` characters."""
    chance = random.Random(0)
    folders = (ROOT / "seeds", ROOT / "tests/eval/development")
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    pool = [
        sentence.rstrip(".!?")
        for text in texts
        for sentence in _SENTENCE.split(text)
        if 20 < len(sentence) < 600 and not _EAST_ASIAN.search(sentence)
    ]
    return tuple(_article(pool, chance) for _ in range(count))


def _article(pool: list[str], chance: random.Random) -> str:
    text = ""
    while len(text) < CHARACTERS:
        sentence = _NUMBER.sub(
            lambda found: found[0] if found[1] else str(chance.randrange(1, 32)),
            chance.choice(pool),
        )
        end = f" near Hill {chance.randrange(10**6)}." if chance.random() < 0.5 else "."
        text += sentence + end + (" " if chance.random() < 0.75 else "\n\n")
    return text


def with_aliases(knowledge: KnowledgeBase, count: int) -> KnowledgeBase:
    """The knowledge with ``count`` invented names of invented persons, five to a person."""
    parts = [first + last for first, last in product(_FIRST, _LAST)]
    names = [f"{one} {two} {three}" for one, two, three in product(parts, parts, _FIRST)][:count]
    people = {
        f"made-up-{at}": Actor(
            id=f"made-up-{at}",
            name=names[at],
            kind="person",
            aliases=tuple(Alias(text=name) for name in names[at + 1 : at + 5]),
        )
        for at in range(0, count, 5)
    }
    return replace(knowledge, actors={**knowledge.actors, **people})
