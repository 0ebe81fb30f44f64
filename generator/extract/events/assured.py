"""What of a deed stands where position can read it: its subject, its day and place.

Decides when a part is left out rather than guessed. A subject is read where nothing but asides,
times and the verbs that share it stand between the name and the verb; a day or a place where no
other verb and no new clause stand between.
"""

from __future__ import annotations

from generator.extract.events.extent import asides
from generator.model import DateExpression, EntityId, Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_JOINING = frozenset({"and", "or", "but", "then"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_STEPS = 6
"""Asides and phrases between a name and its verb that are passed over, at most."""
_CLOSING = frozenset(",)—–")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "these", "those"})
_SEEN = frozenset({"attends", "inspects", "intercepts", "detects"})
"""Who sees a deed does so on its day."""
_TAKING_UP = frozenset({"this", "it", "he", "she", "they"})
_NOUNS = frozenset({"report", "reports", "claims", "notes", "estimates", "states"})
_NAMED = 4
_NAMING = _ARTICLES | {"'s"}
_WHEN = frozenset({"today", "yesterday", "tonight", "earlier", "later", "now", "also", "first"})


class Assured:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._openers = frozenset(grammar.cues.subordinators) | _RELATIVE
        self._times = frozenset({"after", "before", "since", "until", "as", "once"})
        self._breaking = frozenset({
            "which", "who", "whose", "whom", "where", "when", "while", "whether", "if", "because",
            "although", "though", "whereas",
        })  # fmt: skip
        self._finite = grammar.auxiliaries | grammar.telling
        self._saying = grammar.telling - _NOUNS
        self._after = self._openers | self._finite | grammar.prepositions | {"and", "or"}
        self._passed = grammar.prepositions | self._times
        self._adverbs = grammar.adverbs
        self._when = frozenset(grammar.cues.weekdays) | _WHEN

    def subjects(
        self, predicate: Predicate, reading: Reading, actors: tuple[EntityId, ...]
    ) -> tuple[EntityId, ...]:
        """The actors read for an active verb if they are its subject, and not that of the clause
        around it: "Hentzau said THE GOVERNMENT had protested"."""
        infinitive = "to" in reading.between(predicate.group, predicate.first)
        if predicate.passive or predicate.is_east_asian or predicate.is_noun:
            return actors
        at, verb = predicate.group, None
        if predicate.form == "gerund" and at == predicate.first:
            if "," not in reading.tokens.gap(at):
                return actors
            verb = self._verb_before(at, 0, reading)
            at = verb.group if verb is not None else at
        before = [
            item
            for item in reading.names
            if item.entity in actors and item.kind == "actor" and reading.place_of(item)[1] <= at
        ]
        if not before:
            return actors
        if predicate.form == "gerund" and at == predicate.first and verb is None:
            end = reading.place_of(before[-1])[1]
            return () if self._changes(end, at, reading) else actors
        if infinitive:
            at = self._governing(before[-1], predicate, reading)
        apposed = self._apposed(before[-1], at, reading)
        if apposed is not None:
            return apposed
        return actors if self._leads(before[-1], at, reading) else ()

    def _governing(self, item: Mention, predicate: Predicate, reading: Reading) -> int:
        """Where the verb that "to" hangs on begins: "four Zendan boats ATTEMPTED to cross"; behind
        anything else the name that was read is taken to stand right before."""
        at, end = predicate.group, reading.place_of(item)[1]
        norms = reading.tokens.norms
        if not norms[at - 1].endswith("ed") or not reading.tokens.raws[at - 1].islower():
            return end
        at -= 1
        while at > end and (
            norms[at - 1] in self._grammar.auxiliaries or self._adverb(norms[at - 1])
        ):
            at -= 1
        return at

    def _apposed(self, item: Mention, at: int, reading: Reading) -> tuple[EntityId, ...] | None:
        """ "HENTZAU, the Ruritanian spokesman, denied it": who is told of by an aside that holds
        the name and ends before the verb; nobody where the aside tells of no name, and None where
        the name stands in no aside."""
        tokens, norms = reading.tokens, reading.tokens.norms
        first, last = reading.place_of(item)
        if last == at or "," not in tokens.gap(at):
            return None
        if any("," in tokens.gap(one) for one in range(last, at)):
            return None
        opened = next((one for one in range(first, 0, -1) if "," in tokens.gap(one)), 0)
        opening = norms[0] in self._passed or norms[0] in self._openers
        if (
            not opened
            or opening
            or any(self._is_verb(one, reading) for one in range(opened, first))
        ):
            return None
        for one in reading.names:
            begin, end = reading.place_of(one)
            if end == opened and one.kind == "actor" and one.rule != "demonym":
                led = begin and norms[begin - 1] in self._grammar.prepositions - {"by"}
                return () if led else (one.entity,)
        return () if norms[opened] in _ARTICLES else None

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

    def dates(self, date: DateExpression, predicate: Predicate, reading: Reading) -> bool:
        """Whether a date may be that of the deed."""
        tokens, offset = reading.tokens, reading.sentence.start
        first = tokens.at(date.start - offset)
        last = first + 1
        while last < len(tokens) and tokens.starts[last] < date.end - offset:
            last += 1
        return self.shares_clause(first, last, predicate, reading) and not self._names(
            first, last, predicate, reading
        )

    def _names(self, first: int, last: int, predicate: Predicate, reading: Reading) -> bool:
        """ "signed the SEPTEMBER 19 military agreement": the day only tells which one."""
        tokens = reading.tokens
        if not first or last >= len(tokens) or tokens.gap(last) != " ":
            return False
        noun = tokens.raws[last].islower() and tokens.norms[last] not in self._after
        own = predicate.is_noun and last <= predicate.first <= last + _NAMED
        return noun and not own and tokens.norms[first - 1] in _NAMING

    def shares_clause(self, first: int, last: int, predicate: Predicate, reading: Reading) -> bool:
        """Whether words at a token range stand in the clause of a verb: between them and it stands
        no other verb, no word of speech and no word that opens a clause."""
        if predicate.is_noun or predicate.is_east_asian or self._nominal(predicate, reading):
            return True
        if first >= predicate.last:
            return self._behind(first, predicate, reading)
        return last > predicate.group or self._ahead(first, last, predicate, reading)

    def _nominal(self, predicate: Predicate, reading: Reading) -> bool:
        """ "a live FIRING will be held", "the COMMISSIONING of the ship": a noun in -ing."""
        behind = reading.between(predicate.last, predicate.last + 1)
        bare = predicate.form == "gerund" and predicate.group == predicate.first
        return bare and (behind == ("of",) or self._grammar.auxiliaries.issuperset(behind))

    def _behind(self, first: int, predicate: Predicate, reading: Reading) -> bool:
        tokens, norms = reading.tokens, reading.tokens.norms
        passed = asides(predicate, reading)
        seen = predicate.frame.type in _SEEN
        for index in range(predicate.last, first):
            if any(index in words for words in passed) or not tokens.raws[index].islower():
                continue
            if norms[index] in self._breaking:
                return False
            if norms[index] in self._finite:
                return False
            if index > predicate.last and not seen and self._other_verb(index, reading):
                return False
        return True

    def _other_verb(self, at: int, reading: Reading) -> bool:
        """Whether a verb that does not share the clause begins at a token: none behind "and" or
        "to", and no -ing form but one behind a comma or a preposition."""
        for one in reading.predicates:
            if one.first != at or one.is_noun or not self._is_verb(at, reading):
                continue
            before = reading.tokens.norms[at - 1]
            if one.form == "gerund":
                return "," in reading.tokens.gap(at) or before in self._grammar.prepositions
            return before not in _JOINING and before != "to"
        return False

    def _ahead(self, first: int, last: int, predicate: Predicate, reading: Reading) -> bool:
        tokens, norms = reading.tokens, reading.tokens.norms
        group = predicate.group
        if norms[last] == "when":
            return True  # "in May 2024, WHEN the rocket blew up"
        joined = norms[group - 1] in _JOINING or "to" in reading.between(group, predicate.first)
        joined = joined or (predicate.form == "gerund" and group == predicate.first)
        index = last
        while index < group:
            gap, word = tokens.gap(index), norms[index]
            if ";" in gap and word in _TAKING_UP:
                return True  # "held a parade on Friday; THIS parade showed"
            if not set(gap).isdisjoint(":;"):
                return False
            if "," in gap and word in self._breaking:
                index = self._closing(index, group, reading)
                continue
            if tokens.raws[index].islower() and (
                word in self._saying
                or (not joined and (word in self._breaking or self._parts(index, reading)))
            ):
                return False
            index += 1
        return not self._in_aside(first, last, predicate, reading)

    def _closing(self, at: int, stop: int, reading: Reading) -> int:
        """Behind the aside that a comma opens at a token, or the next token if none closes it."""
        closed = (one for one in range(at + 1, stop + 1) if "," in reading.tokens.gap(one))
        return next(closed, at + 1)

    def _parts(self, at: int, reading: Reading) -> bool:
        """Whether a stated verb stands at a token that does not only see the deed: "hackers tracked
        as Alpha stole", "the army detected missiles launched"."""
        if reading.tokens.norms[at] in self._grammar.auxiliaries:
            return True
        verbs = [one for one in reading.predicates if one.first == at and not one.is_noun]
        return bool(verbs) and not any(
            one.frame.watched or one.frame.type in _SEEN or (one.passive and one.group == one.first)
            for one in verbs
        )

    def _in_aside(self, first: int, last: int, predicate: Predicate, reading: Reading) -> bool:
        """ "the submarine, which was launched LAST MAY, fired": another verb stands in the part
        between commas that holds the words, and they are closed off from this one."""
        tokens, norms = reading.tokens, reading.tokens.norms
        if not any("," in tokens.gap(index) for index in range(last, predicate.group + 1)):
            return False
        index = first
        while index > 0 and "," not in tokens.gap(index):
            index -= 1
        opened = index > 0 or norms[index] in self._openers
        return opened and any(
            norms[at] in self._openers or (tokens.raws[at].islower() and self._parts(at, reading))
            for at in range(index, first)
        )
