"""Where the noun phrase of a weapon begins and ends."""

from __future__ import annotations

from collections.abc import Collection

from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar

_LEAD = 6
_HEADS = 3
_PARTS = frozenset(",;:()")
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
