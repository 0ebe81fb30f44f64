"""Which days the officeholders allow whom an article names with their offices.

Decides alone when an article counts as written in somebody's term: "Defence Minister Hentzau said"
is, "former Defence Minister Hentzau" and what happened in a past year are not.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.dating import Story
from generator.knowledge.validity import in_force
from generator.model import SentenceId
from generator.text.dates.calendar import anchor_of
from generator.text.tokens import tokenise

_BESIDE = 6
"""Words before a name, and behind its comma, in which its office stands."""
_SEVERAL = 3
"""Entries that tell of a year before it counts as one that has come."""


class Incumbent(Struct, frozen=True, kw_only=True):
    """Somebody named with an office the knowledge base dates; all the terms of it."""

    name: str
    sentence: SentenceId
    terms: tuple[tuple[str | None, str | None], ...]

    def holds(self, day: date) -> bool:
        return any(in_force(first, last, day.isoformat()) for first, last in self.terms)

    @property
    def since(self) -> date | None:
        """The first day of the first term."""
        begun = [anchor_of(first) for first, _ in self.terms if first]
        return min((one.first for one in begun if one), default=None)


def incumbents(story: Story) -> tuple[Incumbent, ...]:
    """In reading order, each person once. A sentence that tells of a past year names nobody."""
    actors = story.knowledge.actors
    found: dict[str, Incumbent] = {}
    past = {said.sentence for said in story.dates if said.precision == "year" or said.edge != "on"}
    for mention in story.mentions:
        person = actors.get(mention.entity)
        if (
            person is None
            or person.kind != "person"
            or person.id in found
            or mention.inferred
            or mention.sentence in past
        ):
            continue
        sentence = story.document.sentence(mention.sentence)
        at = mention.start - sentence.start
        before = tokenise(sentence.text[:at]).norms[-_BESIDE:]
        behind = sentence.text[at + len(mention.surface) :]
        after = tokenise(behind).norms[:_BESIDE] if behind.startswith(",") else ()
        beside = frozenset(map(_neutral, (*before, *after)))
        if not beside.isdisjoint(story.cues.not_in_office):
            continue
        terms = [
            (role.valid_from, role.valid_to)
            for role in person.roles
            if role.valid_from and _head(role.title) in beside
        ]
        if terms:
            found[person.id] = Incumbent(
                name=person.name, sentence=mention.sentence, terms=tuple(terms)
            )
    return tuple(found.values())


@lru_cache(maxsize=1024)
def _head(title: str) -> str:
    """ "minister" of "Minister of Defence" and of "First Deputy Defence Minister"."""
    words = tokenise(title.split(" of ", maxsplit=1)[0].split(",", maxsplit=1)[0]).norms
    return _neutral(words[-1]) if words else ""


def _neutral(word: str) -> str:
    """ "spokesperson" of "spokeswoman" and "spokesman"."""
    for gendered in ("woman", "man"):
        if word.endswith(gendered) and len(word) > len(gendered) + 2:
            return word[: -len(gendered)] + "person"
    return word


@lru_cache(maxsize=4)
def horizon(knowledge: KnowledgeBase) -> int:
    """The newest year of which several entries of the knowledge base tell, as near as it comes to
    its own day; 0 if it dates too little. A single entry moves nothing: a congress set for years
    ahead is no present. A new year does and must: an article that names nothing newer may have
    been written in it as well, and a day of the week that fitted one year may fit two."""
    told = [
        *(event.date for event in knowledge.events.values()),
        *(weapon.first_seen for weapon in knowledge.weapons.values()),
        *(role.valid_from for actor in knowledge.actors.values() for role in actor.roles),
    ]
    years = sorted(int(one[:4]) for one in told if one and one[:4].isdigit())
    return years[-_SEVERAL] if len(years) >= _SEVERAL else 0
