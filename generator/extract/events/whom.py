"""To whom a deed without a weapon is done: the name that is its object, and no other in reach.

Decides how far a noun phrase goes, and which preposition behind a word leads to its object.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import EntityId, Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.joined import heads

_OBJECT = "object"
_VISITS = "visits"
"""Envoys sent TO VISIT somebody are sent to him."""
_PHRASE = 9
"""Words from the start of a noun phrase to the name that heads it, at most."""
_REACH = 18
_BEFORE = 12
_JOINTS = frozenset({"and", ",", ", and", "and the", ", the", ", and the", "&"})
_IN_FIGURES = frozenset({".", ","})
_LATER = frozenset({
    "to", "pursuant", "today", "yesterday", "tomorrow", "tonight", "late", "early", "next",
    "alone", "face", "there", "here", "abroad", "instead", "too", "either", "many",
    "earlier", "overnight",
})  # fmt: skip
_PASSED = frozenset({"in", "at", "on", "near", "during", "after", "before", "from", "by", "about"})
"""Prepositions whose phrase may stand before the one that leads to the object: "held talks IN
Strelsau with Ruritania"."""


class Whom:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._prepositions = grammar.prepositions
        self._adverbs = grammar.adverbs | grammar.determiners
        self._stops = (
            frozenset(grammar.cues.subordinators)
            | grammar.auxiliaries
            | grammar.pronouns
            | frozenset({"and", "or", "but", "than", "not"})
        ) - grammar.prepositions

    def of(
        self, predicate: Predicate, reading: Reading, *, actors: tuple[EntityId, ...]
    ) -> tuple[EntityId, ...]:
        """The identities in reading order, without those who act themselves."""
        ways = predicate.frame.to_whom
        found: list[Mention] = []
        if _OBJECT in ways:
            behind = () if predicate.passive else self._phrase(predicate.last, predicate, reading)
            found = [*behind] or (self._subject(predicate, reading) if predicate.passive else [])
        if not found:
            found = self._led(predicate, reading, ways)
        named = dict.fromkeys(item.entity for item in found)
        return tuple(one for one in named if one not in actors)

    def _phrase(self, start: int, predicate: Predicate, reading: Reading) -> list[Mention]:
        """The actors that head the noun phrase at a token: "the Ruritanian minister HENTZAU", "the
        army of" none; a possessor stands for what it owns ("ZENDA's fleet") if nobody else does."""
        owner: list[Mention] = []
        verbs = {
            one.first
            for one in reading.predicates
            if not one.is_noun and (one.first > start or one.frame.type != _VISITS)
        }
        named = [*self._actors(reading, start)]
        ahead = iter(heads(named, reading))
        item = next(ahead, None)
        at = start
        while item is not None and at < len(reading.tokens) and at - start <= _PHRASE:
            first, last = reading.place_of(item)
            if at == first:
                if reading.between(last, last + 1) != ("'s",):
                    if not predicate.is_noun and self._describes(last, reading):
                        break
                    if last < len(reading.tokens) and reading.tokens.gap(last) in {"-", "‑"}:
                        break  # "support for Ruritania-Zenda engagement"
                    return [item, *self._joined(item, ahead, reading)]
                owner = owner or [item]
                at, item = last + 1, next(ahead, None)
                continue
            if not self._inside(at, start, reading) or at in verbs:
                break
            at += 1
        return [] if predicate.frame.symmetric else owner

    def _inside(self, at: int, start: int, reading: Reading) -> bool:
        """Whether a token may stand in a noun phrase before its head."""
        word = reading.tokens.norms[at]
        if word in self._stops or word in self._prepositions:
            return False
        return at == start or not set(reading.tokens.gap(at)) - set(" -'")

    def _describes(self, last: int, reading: Reading) -> bool:
        """ "backed Ruritania sanctions": a name right before a noun tells only which one."""
        tokens = reading.tokens
        if last >= len(tokens) or tokens.gap(last) != " " or not tokens.raws[last].islower():
            return False
        word = tokens.norms[last]
        return not (
            word in self._stops
            or word in self._prepositions
            or word in self._adverbs
            or word in _LATER
            or word.endswith(("ly", "ing", "ed"))
        )

    def _actors(self, reading: Reading, start: int) -> Iterator[Mention]:
        for item in reading.names:
            if item.kind == "actor" and item.rule != "demonym":
                first, last = reading.place_of(item)
                inner = first > 0 and reading.tokens.gap(first) == "-"
                if first >= start and not inner and not _leads_compound(last, reading):
                    yield item

    def _joined(
        self, item: Mention, ahead: Iterator[Mention], reading: Reading
    ) -> Iterator[Mention]:
        """The names that "and" and commas join to one. A list ends in "and": "met Zenda, Hentzau
        said" is none."""
        listed: list[Mention] = []
        last = reading.place_of(item)[1]
        for other in ahead:
            gap = " ".join(reading.text_between(last, reading.place_of(other)[0]).split())
            if gap not in _JOINTS:
                break
            listed.append(other)
            last = reading.place_of(other)[1]
            if "and" in gap or gap == "&":
                yield from listed
                listed = []

    def _led(self, predicate: Predicate, reading: Reading, ways: tuple[str, ...]) -> list[Mention]:
        """The names behind the first preposition that leads to the object."""
        norms = reading.tokens.norms
        through = True
        for at in range(predicate.last, min(len(norms), predicate.last + _REACH)):
            word = norms[at]
            gap = reading.tokens.gap(at)
            if at > predicate.last and gap not in _IN_FIGURES and set(gap) - set(" -'$€£¥"):
                break
            if word in ways:
                found = self._phrase(at + 1, predicate, reading)
                if found or (through and word != "to"):
                    return found
                if word == "to":
                    continue  # "expressed willingness TO improve relations with Ruritania"
            if word in self._prepositions:
                through = word in _PASSED
                if not through and at > predicate.last and word != "of":
                    break
            elif word in self._stops or word == "to":
                break
        return []

    def _subject(self, predicate: Predicate, reading: Reading) -> list[Mention]:
        """The subject of a passive: the names before it that no preposition governs."""
        found: list[Mention] = []
        for item in self._actors(reading, max(0, predicate.group - _BEFORE)):
            first, last = reading.place_of(item)
            if last > predicate.group:
                break
            lead = reading.between(max(0, first - 2), first)
            if lead[-1:] and (
                lead[-1] in self._prepositions
                or (len(lead) == 2 and lead[0] in self._prepositions and lead[1] == "the")
            ):
                continue
            if "," in reading.text_between(last, predicate.group) and not found:
                continue
            found.append(item)
        return found


def _leads_compound(last: int, reading: Reading) -> bool:
    """ "over a Ruritania-led drill": the drill is the object, not the state."""
    tokens = reading.tokens
    return last < len(tokens) and tokens.gap(last) == "-" and tokens.raws[last].islower()
