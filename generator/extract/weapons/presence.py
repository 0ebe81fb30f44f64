"""Whether a weapon that no frame word governs stands somewhere or is at work.

Decides by the part the weapon has in its clause: who does something where ships and aircraft do it,
what is parked, carried on deck or kept at a base, and what a unit is armed with. The verb of a
ship's deed may be any verb that is not listed as idle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from generator.extract.weapons.clauses import counted_object
from generator.extract.weapons.company import Company
from generator.extract.weapons.extent import Extent
from generator.knowledge.cues.weapons import AtWork
from generator.model import Mention
from generator.text.inflection import all_forms
from generator.text.reading import Reading
from generator.text.scripts import EASTERN
from generator.text.syntax.grammar import Grammar

_AGENT = 9
_CLAUSE = 6
_ABOARD = 12
_PLACE = 4
_WITH_UNIT = 7
_BESIDE = 4
_PAST = ("ed", "ing", "met", "saw", "flew")
_PARTS = frozenset(",;:()")
_DEFINITE = frozenset({"the", "this", "that", "its"})


class Presence:
    """The words of one language. ``platform`` tells ships and aircraft, ``vessel`` ships, ``chain``
    the class of a weapon and the wider ones."""

    def __init__(
        self,
        cues: AtWork,
        grammar: Grammar,
        *,
        platform: Callable[[str], bool],
        vessel: Callable[[str], bool],
        chain: Callable[[str], tuple[str, ...]],
    ) -> None:
        self._grammar = grammar
        self._platform, self._vessel, self._chain = platform, vessel, chain
        self._irregular = {
            **grammar.cues.irregular,
            **{one.split()[0]: one.partition(" ")[2] for one in cues.irregular},
        }
        self._pasts = frozenset(forms.split()[0] for forms in self._irregular.values())
        self._participles = frozenset(forms.split()[1] for forms in self._irregular.values())
        self._units = frozenset(cues.units)
        self._ended = frozenset(cues.ended)
        self._fleets = frozenset(cues.fleets)
        self._equipping = frozenset(cues.equipping)
        self._arming = self._forms(cues.arming)
        self._having = self._forms(cues.having)
        self._placed = frozenset(cues.placed)
        self._postures = self._forms(cues.postures)
        self._staying = self._forms(cues.staying)
        self._figures = frozenset(cues.figures)
        self._circlers = frozenset(cues.circlers)
        self._circling = self._forms(cues.circling)
        self._idle = self._forms(cues.idle)
        self._done_to = self._forms(cues.done_to)
        self._meeting = self._forms(cues.meeting)
        self._guarding = self._forms(cues.guarding)
        self._not_agents = frozenset(cues.not_agents)
        self._leaving = frozenset(cues.leaving)
        self._decks = frozenset(cues.decks)
        self._owning, self._already = frozenset(cues.owning), frozenset(cues.already)
        self._counts = frozenset(cues.counts)
        self._watched = frozenset(cues.watched)
        self._movements = frozenset(cues.movements)
        self._situated = tuple(tuple(phrase.split()) for phrase in cues.situated)
        self._where = frozenset(cues.where)
        self._groups = frozenset(cues.groups)
        self._away = frozenset(cues.away)
        self._open = (
            grammar.modals
            | grammar.moods.intending
            | grammar.moods.negations
            | grammar.moods.conditionals
        )
        self._extent = Extent(grammar, heads=(*cues.heads, *cues.groups), parting=self._open)
        self._company = Company(cues, self._extent, platform)

    def _forms(self, verbs: Iterable[str]) -> frozenset[str]:
        return all_forms(verbs, self._irregular)

    def cue(self, mention: Mention, reading: Reading, kind: str) -> str:
        """The words that say so; empty if none do. ``kind`` is the weapon or its class."""
        tokens = self._grammar.told_apart(reading.tokens)
        if tokens is not reading.tokens:
            reading = replace(reading, tokens=tokens)
        norms = tokens.norms
        first, last = reading.place_of(mention)
        gone = not self._ended.isdisjoint(norms[max(0, first - _CLAUSE) : last + _CLAUSE])
        if gone or not self._away.isdisjoint(norms) or EASTERN.search(reading.sentence.text):
            return ""
        if reading.tokens.norms[last : last + 1] == ("'s",):
            return ""
        begin, end = self._extent.begin(first, reading), self._extent.end(last, reading)
        unit = ""
        if norms[end : end + 1] and norms[end] in self._units and reading.tokens.gap(end) == " ":
            unit, end = norms[end], end + 1
            if self._settled(begin, end, reading):
                return unit
        elif norms[begin - 2 : begin - 1] and norms[begin - 1 : begin] == ("of",):
            unit = norms[begin - 2] if begin > 1 and norms[begin - 2] in self._units else ""
            if unit:
                begin = self._extent.begin(begin - 2, reading)
                if unit in self._fleets and self._settled(begin, first, reading):
                    return unit
        behind = self._behind(end, reading)
        if behind and self._settled(begin, end, reading):
            return behind
        found = self._led(begin, reading, kind) or self._subject(begin, end, reading, kind)
        if found or not self._platform(kind):
            return found
        for start, stop, closed in self._company.ranges(begin, end, reading):
            settled = self._settled(start, stop, reading)
            found = found or (self._behind(stop, reading) if settled else "")
            found = found or self._led(start, reading, kind)
            found = found or self._subject(start, stop, reading, kind, closed=closed)
        return found

    def _settled(self, begin: int, end: int, reading: Reading) -> bool:
        """Whether nothing in a phrase or before it leaves open what is said of it."""
        start = max(0, begin - _CLAUSE)
        while start < begin and set(reading.text_between(start + 1, begin)) & {",", ";"}:
            start += 1
        norms = reading.tokens.norms
        told = self._open.isdisjoint(norms[start:end]) and not (
            norms[end : end + 1] and norms[end] in self._done_to  # "the battery promised to"
        )
        return told and self._grammar.moods.noun(norms, begin, end)[0] == "stated"

    def _stated(self, at: int, reading: Reading) -> bool:
        """Whether a verb is told as done."""
        group = self._grammar.group_start(reading.tokens, at)
        norms = reading.tokens.norms
        return self._grammar.moods.verb(norms, group, norms[group:at])[0] == "stated"

    def _behind(self, end: int, reading: Reading) -> str:
        """ "At sea", "on deck" right behind it."""
        norms = reading.tokens.norms
        return next(
            (" ".join(one) for one in self._situated if norms[end : end + len(one)] == one), ""
        )

    def _led(self, begin: int, reading: Reading, kind: str) -> str:
        """What leads to the phrase: "armed with", "escorted by", "aboard", "hosts"."""
        norms = reading.tokens.norms
        at = begin - 1
        while at > 0 and norms[at] in self._grammar.adverbs:
            at -= 1
        if at < 0:
            return ""
        word, before = norms[at], norms[at - 1] if at else ""
        if word == "with" and before in self._equipping:
            told = self._stated(at - 1, reading) and self._settled(at - 1, at, reading)
            return f"{before} with" if told else ""
        if word in self._owning and self._owned(at, begin, reading):
            return word
        noun = before in self._grammar.determiners or before in self._grammar.prepositions
        put = word in self._placed and word.endswith("ed")  # "had parked a Dart-3"
        if (word in self._having or put) and not noun and self._stated(at, reading):
            return word
        return self._beside(at, begin, reading, noun=noun) if self._platform(kind) else ""

    def _beside(self, at: int, begin: int, reading: Reading, *, noun: bool) -> str:
        """What leads to a ship or an aircraft: "escorted by", "aboard"."""
        norms = reading.tokens.norms
        word, before = norms[at], norms[at - 1] if at else ""
        if word in self._arming and before not in self._grammar.determiners:
            return word if self._stated(at, reading) else ""
        if word in {"by", "of"} and before in self._movements and self._settled(at, begin, reading):
            return f"{before} {word}"
        if word == "by":
            return self._agent(at, reading)
        if word in self._meeting and at and not noun and word.endswith(_PAST):
            return word if self._stated(at, reading) else ""
        if word in {"with", "alongside"} and not self._meeting.isdisjoint(
            word for word in reading.between(max(0, at - _BESIDE), at) if word.endswith(_PAST)
        ):
            return f"… {word}"
        if word == "aboard" or (word == "board" and before == "on"):
            return "aboard" if self._settled(at, begin, reading) else ""
        if word == "of" and before in self._decks:
            return before if self._settled(at, begin, reading) else ""
        if word == "from":
            near = reading.between(max(0, at - _ABOARD), at)
            left = next((one for one in reversed(near) if one in self._leaving), "")
            return f"{left} from" if left and self._open.isdisjoint(near) else ""
        was = word in self._grammar.moods.be and norms[0] == "among"
        listed = was and not self._groups.isdisjoint(norms[1:at])
        return f"among … {word}" if listed else ""

    def _agent(self, by: int, reading: Reading) -> str:
        """ "Escorted part of the way by two frigates"."""
        norms = reading.tokens.norms
        deed = next((one for one in reading.predicates if one.is_noun and one.last == by), None)
        if deed is not None:
            return f"{norms[by - 1]} by" if deed.mood == "stated" else ""
        for at in range(by - 1, max(-1, by - _AGENT), -1):
            word = norms[at]
            if set(reading.tokens.gap(at + 1)) & _PARTS:
                return ""
            if word in self._participles or (
                word.endswith("ed") and reading.tokens.raws[at].islower()
            ):
                done = word not in self._not_agents and self._stated(at, reading)
                return f"{word} by" if done else ""
        return ""

    def _owned(self, at: int, begin: int, reading: Reading) -> bool:
        """ "Ruritania has eight Dart-3s", "already has Dart-3s": whoever is named has them."""
        norms = reading.tokens.norms
        lead = at - (norms[at - 1] in self._already)
        there = lead < at or norms[at + 1] in self._already
        counted = norms[begin][:1].isdigit() or norms[begin] in self._counts
        named = any(
            item.kind == "actor" and reading.place_of(item)[1] == lead for item in reading.mentions
        )
        return named and (there or counted) and self._open.isdisjoint(norms[max(0, at - 4) : at])

    def _subject(
        self, begin: int, end: int, reading: Reading, kind: str, *, closed: bool = False
    ) -> str:
        """What is said of a phrase that opens its clause; behind one that is ``closed`` the comma
        only ends an aside."""
        verb = self._verb(end, reading, closed=closed)
        if verb is None:
            return ""
        start, at = verb
        norms = reading.tokens.norms
        chain, word = norms[start:at], norms[at]
        mood = self._grammar.moods.verb(norms, start, chain)[0]
        if mood == "planned" and word in self._staying and self._stands(at, reading):
            return reading.words(start, at + 1)  # "will remain in Zenda"
        if mood != "stated":
            return ""
        be = not self._grammar.moods.be.isdisjoint(chain)
        if word in self._placed and (be or self._grammar.moods.have.isdisjoint(chain)):
            placed = self._somewhere(at + 1, reading)
            if placed or be or word not in self._pasts:
                return reading.words(start, at + 1) if placed else ""
        if not self._opens(begin, reading):
            return ""
        if be and self._behind(at, reading):
            return reading.words(start, at + 1)
        if be and word in self._where:
            return reading.words(start, at + 1) if self._at_place(at + 1, reading) else ""
        if self._stands(at, reading) or (word in self._arming and not be):
            return word
        if word in self._guarding and word.endswith("ing") and be:
            return reading.words(start, at + 1)
        if word in self._circling and not self._circlers.isdisjoint(self._chain(kind)):
            return word
        seen = be and word in self._watched and self._platform(kind)
        circling = "".join(reading.between(at + 1, at + 2)).endswith("ing")
        if seen and (circling or self._somewhere(at + 1, reading)):
            return reading.words(start, at + 1 + circling)
        acting = self._platform(kind) and self._single(begin, reading, kind)
        return reading.words(start, at + 1) if acting and self._done(chain, at, reading) else ""

    def _opens(self, begin: int, reading: Reading) -> bool:
        """Whether a phrase opens its clause."""
        lead = reading.tokens.norms[begin - 1] if begin else ""
        return (
            not begin
            or bool(set(reading.tokens.gap(begin)) & _PARTS)
            or lead in self._grammar.cues.subordinators
            or lead in {"and", "but"}
            or lead in self._grammar.cues.telling
            or self._extent.dated(begin, reading)
        )

    def _verb(self, end: int, reading: Reading, *, closed: bool) -> tuple[int, int] | None:
        """Where the auxiliaries of the verb behind a phrase begin, and the verb."""
        norms = reading.tokens.norms
        if norms[end : end + 1] == ("of",):
            end = self._extent.over_owner(end, reading, self._pasts)
        start = end
        if end < len(norms) and set(reading.tokens.gap(end)) & _PARTS and not closed:
            helped = norms[end] in self._grammar.auxiliaries  # "a ship, the Zenda, is"
            start = end if helped else self._extent.over_aside(end, reading)
        at = start
        while at < len(norms) and (
            norms[at] in self._grammar.auxiliaries
            or norms[at] in self._grammar.adverbs
            or norms[at] in self._grammar.moods.negations
            or norms[at].endswith("ly")
        ):
            if set(reading.tokens.gap(at)) & _PARTS and at > start:
                return None
            at += 1
        return (start, at) if at < len(norms) else None

    def _stands(self, at: int, reading: Reading) -> bool:
        """ "Sits on the ridge", "remains in Zenda"."""
        norms = reading.tokens.norms
        if norms[at] not in self._postures or not self._somewhere(at + 1, reading):
            return False
        staying = norms[at] in self._staying and norms[at + 1 : at + 2] != ("there",)
        placed = self._behind(at + 1, reading) or self._at_place(at + 1, reading)
        return bool(placed) or not staying

    def _done(self, chain: tuple[str, ...], at: int, reading: Reading) -> bool:
        """Whether a verb tells in the past or as going on what its subject does."""
        word = reading.tokens.norms[at]
        if word in self._idle or reading.between(at + 1, at + 2) == ("by",):
            return False
        be = not self._grammar.moods.be.isdisjoint(chain)
        past = word.endswith("ed") or word in self._pasts
        if be:
            return word.endswith("ing")
        if not self._grammar.moods.have.isdisjoint(chain):
            return past or word in self._participles
        return past and (word not in self._done_to or counted_object(at, reading, self._grammar))

    def _somewhere(self, at: int, reading: Reading) -> bool:
        """Whether words that lead to a place follow: no number, and no figure of speech."""
        words = reading.between(at, at + _PLACE + 1)
        words = words[1:] if words[:1] and words[0] in self._grammar.adverbs else words
        if words[:1] == ("with",):  # "has stood with the 91st Brigade"
            return not self._units.isdisjoint(reading.between(at, at + _WITH_UNIT))
        if not words or words[0] not in self._where:
            return False
        return words[0] == "there" or (len(words) > 1 and self._figures.isdisjoint(words))

    def _at_place(self, at: int, reading: Reading) -> bool:
        """Whether a place or a state is named right behind a preposition."""
        return any(
            (item.kind in {"place", "actor"} or self._platform(item.entity))
            and at <= reading.place_of(item)[0] < at + _PLACE
            for item in reading.mentions
        )

    def _single(self, begin: int, reading: Reading, kind: str) -> bool:
        """Whether single ships or aircraft are meant: "the F-35 won" speaks of the type."""
        if self._vessel(kind):
            return True
        norms = reading.tokens.norms
        return begin < len(norms) and norms[begin] not in _DEFINITE
