"""Which names found by their form are those of a body the knowledge has, with its state or the
letters of its owner before them, or a legal form behind: "RURITANIAN Harbour Guard", "Zenda CO.".

Such a name is left to the knowledge, which reads the state and the body apart.
"""

from __future__ import annotations

from generator.knowledge.base import KnowledgeBase
from generator.text.tokens import tokenise

_LONGEST_STATE = 5
_LONGEST_FORM = 2


class ListedBodies:
    """The bodies of one knowledge base by their folded words."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        own = knowledge.language.actors.organisations
        self._forms = frozenset((form,) for form in own.legal_forms)
        self._bodies: dict[tuple[str, ...], set[str | None]] = {}
        self._states: dict[tuple[str, ...], str] = {}
        self._owners: dict[tuple[str, ...], str] = {}
        for actor in knowledge.actors.values():
            texts = (actor.name, *(one.text for one in actor.aliases if one.extract))
            if actor.kind == "state":
                for text in (*texts, *actor.demonyms.adjective):
                    self._states[tokenise(text).norms] = actor.id
            elif actor.kind == "organisation":
                weak = {one.text for one in actor.aliases if one.weak}
                for text in texts:
                    if text not in weak and text[0].isascii():
                        country = actor.country
                        self._bodies.setdefault(tokenise(text).norms, set()).add(country)
                        if country is not None and len(text.split()) == 1:
                            self._owners[tokenise(text).norms] = country

    def holds(self, name: str) -> bool:
        """Whether a name is that of a listed body and something around it. The state in front must
        be the one that the body belongs to, if it belongs to any."""
        words = tokenise(name).norms
        ends = [len(words)]
        while len(ends) <= _LONGEST_FORM and words[ends[-1] - 1 : ends[-1]] in self._forms:
            ends.append(ends[-1] - 1)
        for end in ends:
            if end < len(words) and words[:end] in self._bodies:
                return True
            for size in range(1, min(_LONGEST_STATE, end)):
                state = self._states.get(words[:size]) or self._owners.get(words[:size])
                rest = words[size:end]
                rest = rest[1:] if rest[:1] in {("'s",), ("based",)} else rest
                countries = self._bodies.get(rest)
                if state is not None and countries and not countries.isdisjoint({state, None}):
                    return True
        return False
