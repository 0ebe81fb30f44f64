"""Which property of a weapon a figure gives, by the words around it, and how it stands to what the
knowledge base holds."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec import Struct

from generator.extract.specs.eastern import (
    COMMA,
    INSIDE,
    behind_comma,
    east_distance,
    end_of_another,
)
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.specs import SpecRule
from generator.knowledge.entities import Range, WeaponClass
from generator.model import Agreement, EntityId, Quantity, Specification
from generator.text.quantities import CLOSE
from generator.text.reading import Reading
from generator.text.scripts import EASTERN
from generator.text.tokens import fold
from generator.text.tries import alternation

_REACH = 12
_EAST_REACH = 16
_EAST_CLAUSE = 40
_BEHIND = 5
_TOLERANCE = 0.1
_BARE = 50.0
"""A unit that needs no word loses against every word."""
_BARRED = 10
_BESIDE = 5
_BRACKET = 80
_CLAUSE = 24
_ADJECTIVES = re.compile(r" (?:[a-z]+ ){1,2}")
_CONVERTED = 12
_ADJOINING = re.compile(r"[ -+\--~“‘‑]*[^\x00-\x7f，、；]{0,2}[ “]?")
"""Between a figure told as an adjective and its noun: no comma, and of other scripts a particle."""


class Choice(Struct, frozen=True, kw_only=True):
    """``word`` is the token behind the figure that tells what it is; it tells of no later one:
    "35 metres long and 3 metres in diameter"."""

    rule: SpecRule
    word: int | None = None


class Properties:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.specs
        self._knowledge = knowledge
        self._rules = cues.rules
        self._by_unit: dict[str, list[tuple[SpecRule, tuple[str, ...]]]] = {}
        """The rules that fit a unit, each with the first words of its phrases."""
        for rule in cues.rules:
            firsts = dict.fromkeys(
                word for phrase in rule.words for word in fold(phrase).split()[:1]
            )
            for unit in {unit.casefold() for unit in rule.units}:
                self._by_unit.setdefault(unit, []).append((rule, tuple(firsts)))
        self._elsewhere = frozenset(cues.elsewhere)
        self._compass = frozenset(cues.compass)
        self._able = frozenset(cues.able)
        self._parting = cues.eastern_parting
        self._eastern_able = re.compile(alternation(cues.eastern_able))
        self._possible = {rule.property: rule for rule in cues.rules}
        self._owning = frozenset(cues.owning)
        verbs = knowledge.language.verbs
        self._joining = frozenset((*verbs.prepositions, *verbs.determiners, *verbs.be, "and", "or"))
        self._named = frozenset(
            word for rule in cues.rules for word in rule.words if word.isascii() and rule.named
        )

    def choose(
        self,
        quantity: Quantity,
        reading: Reading,
        owner: EntityId,
        *,
        kind: str | None = None,
        told: Set[int] = frozenset(),
        given: Sequence[Quantity] = (),
    ) -> Choice | None:
        """The rule whose unit fits and whose word stands nearest; None if no word is there.
        ``kind`` is the class of an owner that is not listed, ``told`` are the words that tell of
        earlier figures, and ``given`` all figures of the sentence."""
        start = quantity.start - reading.sentence.start
        first = reading.tokens.at(start)
        last = reading.tokens.at(quantity.end - 1 - reading.sentence.start) + 1
        lead = max(0, first - _REACH)
        before = tuple(
            "" if lead + at in told else word
            for at, word in enumerate(reading.between(lead, first))
        )
        within = before[-1:] == ("within",) and quantity.unit == "km"
        if self._is_place(reading.between(last, last + 4), within=within):
            return None
        after = _until_comma(reading, last)
        lineage = self._lineage(owner, kind)
        fitting = (
            (rule, firsts)
            for rule, firsts in self._by_unit.get(quantity.unit.casefold(), ())
            if self._fits(rule, lineage) and _allowed(rule, reading, {*before[-_BARRED:], *after})
        )
        since = end_of_another(quantity, given, reading)
        near = behind_comma(reading.sentence.text[max(0, start - _EAST_REACH, since) : start])
        behind = reading.sentence.text[start + len(quantity.surface) :][:_EAST_REACH]
        behind = COMMA.split(behind)[0]
        east = EASTERN.search(near.strip() or quantity.surface) is not None
        inside = reading.between(first, last)
        bracketed = _in_brackets(quantity, reading)
        best: tuple[float, SpecRule] | None = None
        word: int | None = None
        for rule, firsts in fitting:
            at: int | None = None
            if east:
                distance = east_distance(
                    rule.words, near, behind, inside=quantity.surface, parting=self._parting
                )
            else:
                distance, at = _distance(rule, firsts, before, inside, after)
            if rule.reach and distance is not None and distance >= rule.reach:
                continue
            if distance is None and (rule.bare or (rule.bracketed and bracketed)):
                distance = _BARE
            if distance is not None and (best is None or distance < best[0]):
                best, word = (distance, rule), None if at is None else last + at
        if best is None:
            retry = since and self.choose(quantity, reading, owner, kind=kind, told=told)
            return retry or None
        rule = best[1]
        lead_in = (*before, *_clause_before(reading, first)) if rule.if_able else ()
        able = not self._able.isdisjoint(lead_in)
        if east and rule.if_able:
            rest = COMMA.split(reading.sentence.text[start : start + _EAST_CLAUSE])[0]
            able = able or self._eastern_able.search(near + rest) is not None
        if rule.if_able and able:
            rule = self._possible[rule.if_able]  # "can fly 500 km": it has not flown them
        return Choice(rule=rule, word=word)

    def adjective(
        self, quantity: Quantity, owner: EntityId, reading: Reading, *, kind: str | None
    ) -> Choice | None:
        """ "A 12-kg drone", "at 208 tonnes the Dart-3": what it weighs, whatever flies; of a ship
        what it displaces."""
        lineage = self._lineage(owner, kind)
        vessel = any(one.vessel for one in lineage)
        fitting = (
            one
            for one in self._rules
            if (vessel or not one.ships) and (not one.missiles or self._fits(one, lineage))
        )
        rule = next((one for one in fitting if one.adjective == quantity.unit), None)
        part = self._knowledge.classes.get(owner)
        if rule is None or (part is not None and part.component):
            return None
        end, text, offset = quantity.end, reading.sentence.text, reading.sentence.start
        beside = any(
            item.kind == "weapon"
            and item.start > end
            and _ADJOINING.fullmatch(text, end - offset, item.start - offset)
            and (
                item.start - end <= _BESIDE or self._bare(text[end - offset : item.start - offset])
            )
            for item in reading.mentions
        )
        weighed = vessel and not rule.ships and quantity.unit != "m"
        return Choice(rule=rule) if beside and not weighed else None

    def _bare(self, gap: str) -> bool:
        """Whether nothing but a word or two tells closer what has the figure: "a 16ft military
        drone"."""
        return _ADJECTIVES.fullmatch(gap) is not None and self._joining.isdisjoint(gap.split())

    def _lineage(self, owner: EntityId, kind: str | None) -> tuple[WeaponClass, ...]:
        """The class of a weapon and the wider ones; empty if nobody says what it is."""
        weapon = self._knowledge.weapons.get(owner)
        own = weapon.weapon_class if weapon is not None else owner
        chain = self._knowledge.class_chain(own) or self._knowledge.class_chain(kind or owner)
        told = tuple(self._knowledge.classes[one] for one in chain)
        return () if told and told[0].parent is None else told  # a "weapon" may be anything

    def _fits(self, rule: SpecRule, lineage: tuple[WeaponClass, ...]) -> bool:
        """Whether a rule is meant for weapons of that lineage; any rule may be for an unknown."""
        if not {one.id for one in lineage}.isdisjoint(rule.not_by):
            return False
        if rule.by:
            return not {one.id for one in lineage}.isdisjoint(rule.by)
        if not lineage:
            return True
        if rule.ships:
            return any(one.vessel for one in lineage)
        return not rule.missiles or any(
            one.flies or (one.platform and not one.component) for one in lineage
        )

    def _is_place(self, behind: tuple[str, ...], *, within: bool) -> bool:
        """ "40 km off the coast", "40 km north of", "40 km away from", "within 40 km of": a place,
        not a range."""
        if within and behind[:1] == ("of",):
            return True
        at = next((at for at, word in enumerate(behind) if word not in self._compass), 0)
        by_compass = at > 0 and behind[at] == "of"  # "north-northwest of"
        away = behind[1:2] == ("from",)
        return by_compass or away or not self._elsewhere.isdisjoint(behind[:1])

    def points_back(self, quantity: Quantity, reading: Reading) -> bool:
        """ "put its range at 500 km", "put the maximum altitude at 90 km": the owner of the
        figure was named before."""
        first = reading.tokens.at(quantity.start - reading.sentence.start)
        before = reading.between(max(0, first - _REACH), first)
        for at, word in enumerate(before):
            if word in self._named:
                return not self._owning.isdisjoint(before[max(0, at - 2) : at])
        return False

    def compare(self, quantity: Quantity, rule: SpecRule, owner: EntityId) -> tuple[Agreement, str]:
        """How a range stands to those the knowledge base holds, and which those are."""
        weapon = self._knowledge.weapons.get(owner)
        if weapon is None or rule.property != "range_km" or not weapon.range_km:
            return "unknown", ""
        note = "; ".join(
            f"{entry.op if entry.op != '=' else ''}{entry.km:,g} km ({entry.kind})"
            for entry in weapon.range_km
        )
        agrees = any(_agrees(quantity, entry) for entry in weapon.range_km)
        return ("agrees" if agrees else "differs"), note


def _in_brackets(quantity: Quantity, reading: Reading) -> bool:
    """ "The Dart-3 (20 tonnes, 800 km)": a figure in brackets right behind a name."""
    start = quantity.start - reading.sentence.start
    head, opened, since = reading.sentence.text[:start].rpartition("(")
    if not opened or ")" in since or len(since) > _BRACKET:
        return False
    place = reading.sentence.start + len(head)
    return any(
        item.kind == "weapon" and 0 <= place - item.end <= _BESIDE for item in reading.mentions
    )


def _agrees(quantity: Quantity, entry: Range) -> bool:
    low, high = quantity.value, quantity.value_to or quantity.value
    if low * (1 - _TOLERANCE) <= entry.km <= high * (1 + _TOLERANCE):
        return True
    if abs(low - entry.km) <= _TOLERANCE * max(low, entry.km):
        return True
    if entry.op in {">", ">="}:
        return high > entry.km
    if quantity.op in {">", ">="}:
        return entry.km > low
    return False


def _allowed(rule: SpecRule, reading: Reading, near: Set[str]) -> bool:
    """Whether the words a rule asks for are there, and none that forbids it."""
    if rule.beside and set(rule.beside).isdisjoint(reading.tokens.norms):
        return False
    return near.isdisjoint(rule.barred)


def _clause_before(reading: Reading, first: int) -> tuple[str, ...]:
    """The words before a figure up to a comma."""
    at = first
    while at and first - at < _CLAUSE and not set(reading.tokens.gap(at)) & {",", ";", ":"}:
        at -= 1
    return reading.between(at, first)


def _until_comma(reading: Reading, last: int) -> tuple[str, ...]:
    """The few words behind a figure that may tell what it is: what follows a comma tells of the
    next one."""
    words: list[str] = []
    for at in range(last, min(last + _BEHIND, len(reading.tokens))):
        if at and set(reading.tokens.gap(at)) & {",", ";", "(", ":"}:
            break
        words.append(reading.tokens.norms[at])
    return tuple(words)


def _distance(
    rule: SpecRule,
    firsts: tuple[str, ...],
    before: tuple[str, ...],
    inside: tuple[str, ...],
    after: tuple[str, ...],
) -> tuple[float | None, int | None]:
    """Tokens between a word of the rule and the figure, and the place of the word if it stands
    behind."""
    best: float | None = None
    place: int | None = None
    for word in firsts:
        if word in before and word not in rule.behind:
            position = before[::-1].index(word)
            leading = before[: len(before) - position - 1][-1:]
            barred = bool(leading) and leading[0] in rule.not_after
            if not barred and (best is None or position < best):
                best, place = float(position), None
        if word in inside and (best is None or best > INSIDE):
            best, place = INSIDE, None
        if word in after and word not in rule.ahead:
            behind = after.index(word)
            of = after[behind + 1 : behind + 2] == ("of",)  # "with a diameter of 1.6 m"
            if not of and (best is None or behind + 0.5 < best):
                best, place = behind + 0.5, behind
    return best, place


def told_already(spec: Specification, known: list[Specification]) -> bool:
    """Whether a figure is told already: the same, or right behind it in another unit
    ("1,800 to 2,500 km (1,120-1,550 miles)")."""
    if spec in known:
        return True
    last = known[-1] if known else None
    return (
        last is not None
        and spec.property == last.property
        and 0 <= spec.start - last.end <= _CONVERTED
        and abs(spec.value - last.value) <= CLOSE * max(spec.value, last.value)
    )
