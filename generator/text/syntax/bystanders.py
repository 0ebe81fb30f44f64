"""Names before a verb that are not its subject.

Decides which names a preposition, another verb or a hyphen keeps from doing what the verb says,
titles and appositions included: "flanked by Minister HENTZAU", "RURITANIA-backed rebels".
"""

from __future__ import annotations

from generator.model import Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_PARTICLES = frozenset({"around", "beyond", "inside", "off", "outside", "throughout"})
"""Prepositions before a name only: "roared off", "turned around"."""
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "those"})
_NO_PARTICIPLES = frozenset({
    "morning", "evening", "spring", "during", "nothing", "anything", "everything", "meeting",
    "hearing", "briefing", "building", "king",
})  # fmt: skip
_STEPS = 7
"""Words from a name back to the preposition: "of the former Ruritanian defence minister"."""
_PHRASE = 5
"""Words of a subject that is no listed name: "the civil aviation authority"."""
_OTHERS = 4
_TOLD = 3
"""Words from "said" to such a subject: "said ON MONDAY the rebels"."""
_THAT = frozenset({"that", "who", "which"})


class Bystanders:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._bodies = frozenset(grammar.cues.bodies)
        # "After Ruritania fired": these may open a clause, in which the name acts.
        clausal = frozenset(grammar.cues.subordinators)
        self._governing = (grammar.prepositions | _PARTICLES) - clausal
        self._weekdays = frozenset(grammar.cues.weekdays)
        self._departments = frozenset(grammar.cues.departments)
        self._posts = frozenset(grammar.cues.posts) | self._departments
        self._others = frozenset(grammar.cues.others)
        self._spoken = frozenset(grammar.cues.spoken)

    def labels(self, item: Mention, reading: Reading) -> bool:
        """ "Ruritania-backed rebels": the name only tells what sort they are; but "drones that are
        Ruritania-launched" are launched by it."""
        last = reading.place_of(item)[1]
        tokens = reading.tokens
        if last >= len(tokens) or not tokens.raws[last].islower():
            return False
        if tokens.norms[last] == "'s":
            # "Ruritania's Western allies": others do it
            return not self._others.isdisjoint(reading.between(last + 1, last + _OTHERS))
        return tokens.gap(last).endswith(("-", "‑")) and not any(
            one.first == last and one.frame.object == "weapon" for one in reading.predicates
        )

    def governed(self, mention: Mention, reading: Reading) -> bool:
        """Whether a preposition stands before the name's noun phrase, or before the one that it
        is set beside: "a sister of the leader, HENTZAU, said"."""
        first, last = reading.place_of(mention)
        norms, tokens = reading.tokens.norms, reading.tokens
        at = first - 1
        if at < 0:
            return False
        beside = self._set_beside(first, last, reading)
        if "," in tokens.gap(first) and not beside:
            return False
        whose = {
            place
            for one in reading.mentions
            if one.rule == "demonym" or self._of_post(one, reading)
            for place in range(*reading.place_of(one))
        }
        owned = False
        for _ in range(_STEPS):
            if at < 0:
                return False
            gap = tokens.gap(at + 1)
            if ";" in gap or ("," in gap and not (beside and at + 1 == first)):
                return False
            word = norms[at]
            office = word == "of" and norms[first - 1] in self._departments
            if word in self._governing and not (office and norms[at - 1 : at] != ()):
                return self._holds(at, reading)
            if word == "and":
                return self._pair(at, reading)
            if word in self._grammar.moods.be and at + 1 == first:
                return norms[last : last + 1] not in {(one,) for one in _THAT}
            passed = word in self._grammar.determiners or word in self._posts or at in whose
            passed = passed or office
            if not (passed or owned or word in {"'s", "s"}):
                return beside and any(
                    one.last == at + 1 and not one.is_noun for one in reading.predicates
                )
            owned = word in {"'s", "s"}
            at -= 1
        return False

    def _of_post(self, mention: Mention, reading: Reading) -> bool:
        """ "the Defence Staff spokesman": a body whose post follows at once."""
        last = reading.place_of(mention)[1]
        post = reading.between(last, last + 1)
        return (
            mention.kind == "actor"
            and bool(post)
            and post[0] in self._posts
            and reading.tokens.gap(last) == " "
        )

    def _set_beside(self, first: int, last: int, reading: Reading) -> bool:
        """ "the Ruritanian ambassador, HENTZAU, ...": a name between commas that only says again
        who was meant, and no subject behind an opening phrase."""
        tokens = reading.tokens
        if tokens.gap(first).strip() != "," or last >= len(tokens):
            return False
        closed = tokens.gap(last).lstrip().startswith(",") or tokens.norms[last] == "to"
        opening = tokens.norms[0] in self._grammar.prepositions
        return closed and not opening and tokens.norms[first - 1] in self._posts

    def _holds(self, at: int, reading: Reading) -> bool:
        """Whether a preposition keeps the name from acting: not in "ministers OF", and not in "a
        statement BY"."""
        before = reading.tokens.norms[at - 1 : at] if at else ()
        if not before:
            return True
        word = reading.tokens.norms[at]
        if word == "of":
            return before[0] not in self._bodies
        return not (word == "by" and before[0] in self._spoken)

    def _pair(self, at: int, reading: Reading) -> bool:
        for item in reading.mentions:
            if item.kind == "actor" and reading.place_of(item)[1] == at:
                return self.governed(item, reading)
        return False

    def is_object(self, mention: Mention, predicate: Predicate, reading: Reading) -> bool:
        """Whether a verb stands right before the name (a determiner may come between), and is none
        that hands on what the name did ("warning Ruritania had fired")."""
        first, last = reading.place_of(mention)
        norms = reading.tokens.norms
        while first and norms[first - 1] in self._grammar.determiners:
            if norms[first - 1] == "that":
                return False  # "reported that Ruritania had tested"
            first -= 1
        if not first:
            return False
        if norms[first - 1] in self._grammar.telling and last == predicate.group:
            return False
        if self._participle(first - 1, reading):
            return True
        return any(item.last == first and not item.is_noun for item in reading.predicates)

    def _participle(self, at: int, reading: Reading) -> bool:
        """Whether a token is an -ing form that governs the name behind it: "the zone SEPARATING
        Ruritania and Zenda"."""
        word = reading.tokens.norms[at]
        return (
            word.endswith("ing")
            and word not in _NO_PARTICIPLES
            and reading.tokens.raws[at].islower()
            and reading.tokens.gap(at + 1) == " "
        )

    def unlisted(self, predicate: Predicate, reading: Reading) -> bool:
        """ "Ruritania said on Monday THE REBELS sank": right before the verb stands who did it,
        with an article and without a listed name."""
        tokens = reading.tokens
        norms = tokens.norms
        at = predicate.group - 1
        if self._capital(at, reading):
            return True
        while at >= 0 and predicate.group - at <= _PHRASE and norms[at] not in _ARTICLES:
            word = norms[at]
            if tokens.gap(at + 1) not in {" ", "-"} or self._parts(word):
                return False
            at -= 1
        if at < 0 or norms[at] not in _ARTICLES or at + 1 == predicate.group:
            return False
        if tokens.gap(at + 1) != " " or any(
            item.kind == "actor" and at < reading.place_of(item)[1] <= predicate.group
            for item in reading.mentions
        ):
            return False
        if not at:
            return True
        gap, before = tokens.gap(at), norms[at - 1]
        if before == "and":
            return at > 1 and "," in tokens.gap(at - 1)
        told = not self._grammar.telling.isdisjoint(norms[max(0, at - _TOLD) : at])
        return "," in gap or told or before in self._grammar.moods.clauses

    def _capital(self, at: int, reading: Reading) -> bool:
        """ "since CONGRESS passed a bill": a capitalised word that is no listed name, right behind
        the word with which its clause begins."""
        tokens = reading.tokens
        if at < 2 or not tokens.raws[at][:1].isupper() or not tokens.raws[at][1:].islower():
            return False
        if tokens.gap(at + 1) != " " or tokens.gap(at) != " " or tokens.norms[at] in self._weekdays:
            return False
        opened = tokens.norms[at - 1] in self._grammar.moods.clauses | self._grammar.telling
        return opened and not any(
            reading.place_of(item)[0] <= at < reading.place_of(item)[1] for item in reading.mentions
        )

    def _parts(self, word: str) -> bool:
        grammar = self._grammar
        return (
            word in grammar.prepositions
            or word in grammar.auxiliaries
            or word in grammar.pronouns
            or word in {"and", "or", "'s", "but", "while", "when"}
        )
