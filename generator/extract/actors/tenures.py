"""Which office the knowledge base gives a person: at a day, or in an article without one."""

from __future__ import annotations

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor
from generator.knowledge.incumbents import horizon
from generator.knowledge.validity import in_force

_LASTING = 8
"""Years."""


class Tenures:
    """The dated offices of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._newest = horizon(knowledge)

    def held(self, person: Actor, at: str | None) -> str | None:
        """The title of the office at an ISO date."""
        if person.kind != "person" or at is None:
            return None
        held = (
            role.title
            for role in person.roles
            if role.valid_from is not None and in_force(role.valid_from, role.valid_to, at)
        )
        return next(held, None)

    def lasting(self, person: Actor) -> str | None:
        """The only office, still held, and held for so long by the newest year the knowledge
        tells of that an article of which nobody knows the day is likely younger."""
        if person.kind != "person" or len(person.roles) != 1:
            return None
        (role,) = person.roles
        began = (role.valid_from or "")[:4]
        lasting = began.isdigit() and self._newest - int(began) >= _LASTING
        return role.title if role.valid_to is None and lasting else None
