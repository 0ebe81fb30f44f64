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
PLAIN = 1000
"""Length of a plain report."""
_TRADES = ("mill", "brewery", "fish market", "tannery", "ferry", "quarry", "rope yard", "bakery")
_MONTHS = ("January", "March", "May", "June", "August", "October", "December")
_REPORTED = (
    "The council of {town} said that the {trade} would open in {month}.",
    "The {trade} in {town} will take on {number} people by the end of {month}.",
    "The mayor of {town} promised to mend the road to the {trade} within {number} weeks.",
    "Owners expect that trade with {town} will grow by {number} percent next year.",
    "If the river rises again, the {trade} could close until {month}.",
    "{town} should lower its dues, the guild of the {trade} wrote.",
    "The {trade} burnt down on {number} occasions, and {town} fears that it may burn again.",
    "It is likely that {town} and {town} will share the {trade} from {month} on.",
    "Some {number} families signed the letter to {town} about the {trade}.",
    "Whether {town} will pay for the {trade} is an open question.",
)
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


def reports(count: int) -> tuple[str, ...]:
    """Distinct plain English reports of about :data:`PLAIN` characters on made-up towns and their
    trades. Nearly every sentence looks ahead, and hardly a name is one that somebody knows."""
    chance = random.Random(0)
    return tuple(_report(chance) for _ in range(count))


def _report(chance: random.Random) -> str:
    def town() -> str:
        return (chance.choice(_FIRST) + chance.choice(_LAST)).capitalize()

    day = f"{chance.randrange(1, 29)} {chance.choice(_MONTHS)} {chance.randrange(2021, 2027)}"
    text = f"{town()} plans a new {chance.choice(_TRADES)}\n\nThe Plain Report, {day}\n\n"
    while len(text) < PLAIN:
        sentence = chance.choice(_REPORTED).format(
            town=town(),
            trade=chance.choice(_TRADES),
            month=chance.choice(_MONTHS),
            number=chance.randrange(2, 90),
        )
        text += sentence + (" " if chance.random() < 0.75 else "\n\n")
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
