"""Who else "the ministry" and "the leader" may mean: which names, and which states, came since.

Decides that a body is not meant for sure once another state that has such a body has acted, and
that an office means all whom the article names and who can be called so.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, AUTHOR
from generator.text.speech.attribution import Line


class Presence:
    """Filled sentence by sentence."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._sentence = 0
        self._named_in: dict[str, int] = {}
        """Who was named -> in which sentence last, counted from one."""
        self._acted_in: dict[str, int] = {}
        """State -> the last sentence that was about it, or about a body of it."""

    def remember(self, line: Line, holder: str | None, *, about: str | None) -> None:
        """Take note of who is named in a sentence, and of the state that it is ``about``."""
        self._sentence += 1
        for identity in (*(one.entity for _, _, one in line.actors), holder):
            if identity not in {None, ANONYMOUS, AUTHOR}:
                self._named_in[str(identity)] = self._sentence
        state = self._state_of(about) if about is not None else None
        if state is not None:
            self._acted_in[state] = self._sentence

    def _state_of(self, identity: str) -> str | None:
        actor = self._actors.get(identity)
        if actor is None:
            return None
        return identity if actor.kind == "state" else actor.country

    def crossed(self, body: str) -> bool:
        """Whether another state has acted since a body was named: "Zenda's ministry ... Strelsau
        protested. THE MINISTRY said" may be either's, if that state has a body of the kind."""
        own, since = self._state_of(body), self._named_in.get(body, 0)
        actor = self._actors.get(body)
        if own is None or actor is None:
            return False
        others = {state for state, at in self._acted_in.items() if at > since and state != own}
        return bool(others) and (
            actor.kind == "state"
            or any(
                one.country in others and one.subtype == actor.subtype and one.kind == actor.kind
                for one in self._actors.values()
            )
        )

    def called(self, offices: Set[str], *, since: str) -> set[str]:
        """Of those named, the ones who hold one of the ``offices``; whose office is not known, or
        every one where no office is asked for, counts from where ``since`` was named last."""
        floor = self._named_in.get(since, 0)
        found = set()
        for identity, at in self._named_in.items():
            actor = self._actors.get(identity)
            office = (actor.subtype or "").removeprefix("former-") if actor is not None else ""
            if office in offices if offices and office else at >= floor:
                found.add(identity)
        return found
