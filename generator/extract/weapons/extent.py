"""Where the noun phrase of a weapon begins and ends, and where the clause goes on behind it."""

from __future__ import annotations

from collections.abc import Collection

from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar

_LEAD = 6
_ASIDE = 14
_OWNER = 10
_HEADS = 3
_PARTS = frozenset(",;:()")
_WHO = frozenset({"which", "that", "who"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "their"})


class Extent:
    """``heads`` are nouns behind a name that only say what it is, ``parting`` words that stand in
    no such phrase."""

    def __init__(
        self, grammar: Grammar, *, heads: Collection[str], parting: Collection[str]
    ) -> None:
        self._grammar = grammar
        self._heads = frozenset(heads)
        self._parting = frozenset(parting)

    def begin(self, first: int, reading: Reading) -> int:
        """Where the phrase of a weapon begins: its articles, numbers, names and class nouns."""
        norms, raws = reading.tokens.norms, reading.tokens.raws
        named = {
            at
            for item in reading.mentions
            for at in range(*reading.place_of(item))
            if first - _LEAD <= at < first
        }
        at, start = first, first
        while at and first - at < _LEAD and not set(reading.tokens.gap(at)) & _PARTS:
            word = norms[at - 1]
            if word == "that" and norms[at] in self._grammar.determiners:
                break  # "said that the frigate"
            own = word in self._grammar.determiners or word[:1].isdigit() or at - 1 in named
            own = own or word in self._heads
            if own or (raws[at - 1][:1].isupper() and word not in self._grammar.prepositions):
                start = at - 1
                if word in _ARTICLES:
                    break
            elif (
                word in self._grammar.prepositions
                or word in self._parting
                or word in self._grammar.auxiliaries
                or word.endswith(("ed", "ing", "s"))
                or (norms[at : at + 1] and norms[at] in self._grammar.determiners)
            ):
                break
            at -= 1
        return start

    def end(self, last: int, reading: Reading) -> int:
        """Where it ends, behind the nouns that only say what sort of thing the weapon is."""
        norms = reading.tokens.norms
        end = last
        for at in range(last, min(len(norms), last + _HEADS + 1)):
            if reading.tokens.gap(at) not in {" ", "-"}:
                break
            noun = norms[at] in self._heads or any(
                item.kind == "weapon"
                and reading.place_of(item)[0] <= at < reading.place_of(item)[1]
                for item in reading.mentions
            )
            if noun:
                end = at + 1
            elif (
                norms[at] in self._grammar.prepositions
                or norms[at] in self._grammar.auxiliaries
                or norms[at] in self._grammar.determiners
                or norms[at].endswith(("ed", "ing"))
            ):
                break
        return end

    def over_owner(self, of: int, reading: Reading, pasts: Collection[str]) -> int:
        """Behind whose it is: "a P-3C of the navy HAD circled"."""
        norms = reading.tokens.norms
        for at in range(of + 2, min(len(norms), of + _OWNER)):
            word = norms[at]
            if set(reading.tokens.gap(at)) & _PARTS or word in self._grammar.prepositions:
                return of
            past = word.endswith("ed") and reading.tokens.raws[at].islower()
            if past or word in self._grammar.auxiliaries or word in pasts:
                return at
        return of

    def over_aside(self, end: int, reading: Reading) -> int:
        """Behind ", which" or behind the comma or bracket that closes an aside."""
        norms = reading.tokens.norms
        if norms[end] in _WHO:
            return end + 1
        for at in range(end + 1, min(len(norms), end + _ASIDE)):
            if set(reading.tokens.gap(at)) & {",", ")"}:
                return at
        return len(norms)

    def dated(self, begin: int, reading: Reading) -> bool:
        """ "On Friday the frigate", "Earlier this month the": a few words that say when."""
        norms = reading.tokens.norms
        lead = norms[:begin]
        return (
            len(lead) <= _LEAD
            and (lead[0] in self._grammar.prepositions or lead[0] in self._grammar.adverbs)
            and lead[-1] not in self._grammar.prepositions
            and not any(item.first < begin for item in reading.predicates)
            and not any(reading.place_of(item)[0] < begin for item in reading.mentions)
        )
