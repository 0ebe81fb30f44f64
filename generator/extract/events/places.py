"""Where it happened."""

from __future__ import annotations

from generator.extract.events.assured import Assured
from generator.extract.events.extent import clause_end
from generator.model import Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

_LOCATING = frozenset({
    "in", "at", "near", "to", "from", "off", "into", "around", "on", "over", "visit", "visiting",
    "visited",
})  # fmt: skip
_IN = frozenset({"in", "at", "near"})
_SPOKEN = frozenset({
    "threatens", "condemns", "requests", "accuses", "rejects", "announces", "supports",
})  # fmt: skip
_SENT = frozenset({"ambassador", "ambassadors", "envoy", "envoys", "delegate", "representative"})
_OPENING = 5
_ASUNDER = frozenset({"after", "before", "when", "while", "as", "because", "since"})


def place(predicate: Predicate, reading: Reading, assured: Assured) -> str | None:
    """The place after the verb in its clause, else the last one before it that no comma parts."""
    places = [
        item
        for item in reading.mentions
        if item.kind == "place"
        and _located(item, reading)
        and assured.shares_clause(*reading.place_of(item), predicate, reading)
    ]
    limit = clause_end(predicate, reading)
    after = [
        item
        for item in places
        if predicate.last <= reading.place_of(item)[0] < min(limit, predicate.last + 14)
        and not _of_the_object(item, predicate, reading)
    ]
    if after:
        return after[0].entity
    before = [
        item
        for item in places
        if reading.place_of(item)[1] <= predicate.group
        and (
            reading.place_of(item)[1] <= _OPENING
            or not set(reading.text_between(reading.place_of(item)[1], predicate.group))
            & {",", ";"}
        )
        and not _in_another_clause(reading.place_of(item)[1], predicate, reading)
    ]
    return before[-1].entity if before else None


def _of_the_object(item: Mention, predicate: Predicate, reading: Reading) -> bool:
    """ "threatened a withdrawal FROM the base": what is said or asked is not done there."""
    first = reading.place_of(item)[0]
    spoken = predicate.frame.type in _SPOKEN
    return spoken and _IN.isdisjoint(reading.between(max(0, first - 2), first))


def _in_another_clause(at: int, predicate: Predicate, reading: Reading) -> bool:
    """ "the arrival in Strelsau came a day after Ruritania summoned": the place is the other's."""
    return any(
        at <= one.first < predicate.group and not one.is_noun and one.group != predicate.group
        for one in reading.predicates
    ) or not _ASUNDER.isdisjoint(reading.between(at, predicate.group))


def _located(mention: Mention, reading: Reading) -> bool:
    first, last = reading.place_of(mention)
    if reading.between(last, last + 1) == ("'s",):
        return False  # "over Strelsau's balloons"
    before = reading.between(max(0, first - 2), first)
    if before[-1:] == ("to",) and before[0] in _SENT:
        return False  # "the ambassador to Strelsau attended"
    return any(word in _LOCATING for word in before)
