"""Who spoke before, for "he", "it", "the ministry" and "the paper".

Decides what of a sentence is remembered for the next ones: the person and the body that spoke
last, or the only person named; the outlets of the article; and the last word of each name, by
which a short form takes it up.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, Mention
from generator.text.attribution import Line
from generator.text.phrases import ends_in
from generator.text.speech_cues import compiled
from generator.text.topics import Topics


class Antecedents:
    """What one article has said so far, read in order. ``heads`` leads from the last word of a
    name to whom it names."""

    def __init__(self, *, cues: ClaimCues, actors: Mapping[str, Actor]) -> None:
        self._cues = compiled(cues)
        self._actors = actors
        self.person: str | None = None
        self.other: str | None = None
        self.heads: dict[str, str] = {}
        self._unlisted_persons: set[str] = set()
        self._outlets: list[str] = []
        self.topics = Topics(cues=cues, actors=actors)

    def remember(self, line: Line, holder: str | None) -> None:
        for begin, _, mention in line.actors:
            outlet = self.is_outlet(mention.entity) or (
                not mention.known and ends_in(self._cues.outlets, mention.surface)
            )
            if outlet and mention.entity not in self._outlets:
                self._outlets.append(mention.entity)
            if not mention.known and self._is_person(mention, line.text[:begin][-4:]):
                self._unlisted_persons.add(mention.entity)
        named = [one for one in line.actors if self._kind(one[2].entity) == "person"]
        persons = [mention.entity for _, _, mention in named]
        if holder is not None and holder != ANONYMOUS:
            if self._kind(holder) == "person":
                self.person = holder
                self.other = None
            else:
                self.other = holder
        elif len(set(persons)) == 1:
            along = all(self._cues.came_along(line.outside[:start]) for start, _, _ in named)
            self.person = None if along else persons[0]
        elif len(set(persons)) > 1:
            self.person = None
        for start, end, mention in line.actors:
            self.heads[line.text[start:end].rsplit(" ", 1)[-1].lower()] = mention.entity
        self.topics.remember(line, holder)

    def outlet(self) -> str | None:
        """The outlet that spoke last, else the only one there is."""
        last = self.other
        if last is not None and (last not in self._actors or self.is_outlet(last)):
            return last
        return self._outlets[0] if len(self._outlets) == 1 else None

    def _kind(self, identity: str) -> str | None:
        actor = self._actors.get(identity)
        if actor is None:
            return "person" if identity in self._unlisted_persons else None
        return actor.kind

    def _is_person(self, mention: Mention, before: str) -> bool:
        """Whether a name that no entity claims is a person's: two words or more, none a body's,
        no article before it."""
        if before.lower() == "the ":
            return False
        named = (
            mention.rule in {"pattern", "surname"}
            and self._cues.bodies.search(mention.surface) is None
        )
        return named and (" " in mention.surface or mention.rule == "surname")

    def is_outlet(self, identity: str) -> bool:
        actor = self._actors.get(identity)
        return actor is not None and (
            actor.state_media or actor.subtype in self._cues.outlet_subtypes
        )
