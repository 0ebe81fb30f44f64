"""What of a deed stands where position can read it: its verb, its subject, its day and place.

Decides when a part is left out rather than guessed. A subject is read where nothing but asides,
times and the verbs that share it stand between the name and the verb; a day or a place where no
other verb and no new clause stand between; an infinitive, an -ing form and a simple present where
something says that it came about.
"""

from __future__ import annotations

from generator.model import EntityId, Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_JOINING = frozenset({"and", "or", "but", "then"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_STEPS = 6
"""Asides and phrases between a name and its verb that are passed over, at most."""
_CLOSING = frozenset(",)—–")
_WHEN = frozenset({"today", "yesterday", "tonight", "earlier", "later", "now", "also", "first"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "these", "those"})


class Assured:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._openers = frozenset(grammar.cues.subordinators) | _RELATIVE
        self._times = frozenset({"after", "before", "since", "until", "as", "once"})
        self._passed = grammar.prepositions | self._times
        self._adverbs = grammar.adverbs
        self._when = frozenset(grammar.cues.weekdays) | _WHEN
        self._finite = grammar.auxiliaries | grammar.telling

    def subject(
        self, predicate: Predicate, reading: Reading, actors: tuple[EntityId, ...]
    ) -> bool:
        """Whether the actors read for an active verb are its subject, and not that of the clause
        around it: "Hentzau said THE GOVERNMENT had protested"."""
        finite = predicate.form in {"past", "participle", "third", "base"}
        infinitive = "to" in reading.between(predicate.group, predicate.first)
        if predicate.passive or predicate.is_east_asian or infinitive:
            return True
        at = predicate.group
        if predicate.form == "gerund" and at == predicate.first:
            if "," not in reading.tokens.gap(at):
                return True
            verb = self._verb_before(at, 0, reading)
            finite, at = verb is not None, verb.group if verb is not None else at
        if not finite:
            return True
        before = [
            item
            for item in reading.names
            if item.entity in actors
            and item.kind == "actor"
            and reading.place_of(item)[1] <= at
        ]
        return not before or self._leads(before[-1], at, reading)

    def _leads(self, item: Mention, at: int, reading: Reading) -> bool:
        """Whether a walk back from a verb over asides, times and the verbs that share its subject
        ends at the name."""
        end = reading.place_of(item)[1]
        tokens, norms = reading.tokens, reading.tokens.norms
        closed, aside = True, False
        for step in range(_STEPS):
            while at > end and not tokens.gap(at).strip() and self._adverb(norms[at - 1]):
                at -= 1
            if at <= end:
                return True
            if norms[at - 1] in _RELATIVE:
                return step == 0 or at - 1 == end
            if closed and not _CLOSING.isdisjoint(tokens.gap(at)):
                opened = self._opening(at, end, reading)
                if opened is None:
                    return True
                at, closed, aside = opened, False, True
                continue
            closed = True
            if norms[at - 1] in _JOINING:
                verb = self._verb_before(at - 1, end, reading)
                if verb is None:
                    return not self._changes(end, at - 1, reading)
                at = verb.group
                continue
            start = self._phrase(at, end, reading)
            if start <= end or (start - 1 == end and norms[end] == "and"):
                return not step or not self._of_relative(item, reading)
            if aside and "," in tokens.gap(start):
                at, closed = start, False  # an aside within an aside
                continue
            parted = tokens.gap(start).strip(" '-\"“”")
            if not parted and norms[start - 1] in self._passed:
                at = start - 1
                continue
            verb = self._verb_before(start, end, reading)
            if parted or not step or verb is None or verb.last != start:
                return False
            at = verb.group
        return False

    def _verb_before(self, at: int, end: int, reading: Reading) -> Predicate | None:
        verbs = [
            one
            for one in reading.predicates
            if end <= one.group and one.last <= at and not one.is_noun and one.form != "gerund"
            if "to" not in reading.between(one.group, one.first)
        ]
        return verbs[-1] if verbs else None

    def _of_relative(self, item: Mention, reading: Reading) -> bool:
        """ "an attack that RURITANIA blames on Zenda sank": the name is the subject of an aside."""
        first = reading.place_of(item)[0]
        norms = reading.tokens.norms
        return (
            first > 1
            and norms[first - 1] in _RELATIVE
            and norms[first - 2] not in self._grammar.telling
        )

    def _adverb(self, word: str) -> bool:
        adverb = word in self._adverbs or word in self._when or word.endswith("ly")
        return adverb and word not in self._grammar.prepositions

    def _opening(self, at: int, end: int, reading: Reading) -> int | None:
        """Where the aside that closes before a token opened, None if it opened at the name."""
        mark = "," if "," in reading.tokens.gap(at) else "("
        dash = "—–" if mark == "(" else ""
        for index in range(at - 1, end, -1):
            gap = reading.tokens.gap(index)
            if mark in gap or not set(dash).isdisjoint(gap):
                return index
        return None

    def _phrase(self, at: int, end: int, reading: Reading) -> int:
        """First token of the noun phrase right before a verb."""
        norms, tokens = reading.tokens.norms, reading.tokens
        start = at
        while start > end:
            word = norms[start - 1]
            if start < at and tokens.gap(start).strip(" '-\"“”’‘"):
                break
            if (
                word in self._grammar.prepositions
                or word in self._finite
                or word in self._openers
                or self._is_verb(start - 1, reading)
            ):
                break
            start -= 1
            if word in _ARTICLES:
                beside = start == end and "," not in tokens.gap(start)
                return end + 1 if beside else start
        return start

    def _is_verb(self, at: int, reading: Reading) -> bool:
        """ "Ruritania-launched drones" holds none."""
        return reading.tokens.gap(at) not in {"-", "‑"} and any(
            one.first == at and not one.is_noun for one in reading.predicates
        )

    def _changes(self, first: int, last: int, reading: Reading) -> bool:
        """Whether a new subject stands between: behind a verb of speech, a conjunction, or a
        comma and an article."""
        norms = reading.tokens.norms
        return any(
            norms[index] in self._grammar.telling
            or norms[index] in self._openers - self._times
            or ("," in reading.tokens.gap(index) and norms[index] in _ARTICLES)
            for index in range(first, last)
        )
