"""Verbs that only say that something was done: "CONDUCTED a missile test".

This module alone decides which verb before the noun of a deed carries it.
"""

from __future__ import annotations

from generator.knowledge.cues.verbs import VerbCues
from generator.text.inflection import Form, spellings
from generator.text.tokens import Tokens

_WITHIN = 9
"""Words from the verb to the noun: "carried out its second successful long-range X test"."""


class Carriers:
    """The verbs of ``carrying``, in all their forms."""

    def __init__(self, cues: VerbCues) -> None:
        self._forms: dict[str, Form] = {
            word: form for verb in cues.carrying for form, word in spellings(verb, cues.irregular)
        }
        self._prepositions = frozenset(cues.prepositions) - {"out"}

    def form(self, word: str) -> Form:
        return self._forms[word]

    def before(self, tokens: Tokens, first: int) -> int | None:
        """Token of the verb that carries the noun at ``first``: nothing but the noun's own words
        stands between them."""
        for at in range(first - 1, max(-1, first - 1 - _WITHIN), -1):
            if not set(tokens.gap(at + 1)).isdisjoint(",;:()"):
                return None
            word = tokens.norms[at]
            if word in self._forms:
                return at
            if word in self._prepositions:
                return None
        return None
