"""Where and when it happened, and whether it did."""

from __future__ import annotations

import re

from generator.extract.events.words import clause_end
from generator.model import AUTHOR, Claim, DateExpression, EventStatus, Mention, Precision
from generator.text.grammar import Predicate
from generator.text.reading import Reading

_LOCATING = frozenset({
    "in", "at", "near", "to", "from", "off", "into", "around", "on", "over", "visit", "visiting",
    "visited",
})  # fmt: skip
_ASIDE = 60
_OTHER = 80
_OPENING = 5
_ZONE = re.compile(r"\b(?:GMT|UTC)\b")


def place(predicate: Predicate, reading: Reading) -> str | None:
    """The place after the verb in its clause, else the last one before it that no comma parts."""
    places = [item for item in reading.mentions if item.kind == "place"]
    limit = clause_end(predicate, reading)
    after = [
        item
        for item in places
        if predicate.last <= reading.place_of(item)[0] < min(limit, predicate.last + 14)
        and _located(item, reading)
    ]
    if after:
        return after[0].entity
    before = [
        item
        for item in places
        if reading.place_of(item)[1] <= predicate.group
        and _located(item, reading)
        and (
            reading.place_of(item)[1] <= _OPENING
            or not set(reading.text_between(reading.place_of(item)[1], predicate.group))
            & {",", ";"}
        )
    ]
    return before[-1].entity if before else None


def when(
    predicate: Predicate, reading: Reading, dates: list[DateExpression]
) -> tuple[str | None, str | None, Precision | None, str | None]:
    """First day, last day, precision and words of the date nearest to the verb, with those joined
    to it by "and" or "to"; a date in brackets is far."""
    offset = reading.sentence.start
    dates = [date for date in dates if not _elsewhere(reading.sentence.text, date.start - offset)]
    if not dates:
        return None, None, None, None
    at = offset + reading.tokens.starts[predicate.first]

    def far(date: DateExpression) -> int:
        aside = reading.sentence.text[: date.start - offset].rstrip().endswith("(")
        distance = date.start - at if date.start >= at else at - date.end + 10
        return distance + (_ASIDE if aside else 0) + (_OTHER if other_clause(date) else 0)

    def other_clause(date: DateExpression) -> bool:
        """Whether another verb stands before the date, which then belongs to that verb."""
        if date.start >= at:
            return False
        start = reading.tokens.at(date.start - offset)
        return any(not item.is_noun and item.last <= start for item in reading.predicates)

    nearest = min(dates, key=far)
    joined = [nearest]
    for date in dates:
        if date is nearest:
            continue
        low, high = sorted((date, nearest), key=lambda item: item.start)
        between = reading.sentence.text[low.end - offset : high.start - offset]
        if len(between) <= 30 and (" and " in between or "to" in between.split()):
            joined.append(date)
    joined.sort(key=lambda item: item.start)
    text = reading.sentence.text[joined[0].start - offset : joined[-1].end - offset]
    firsts = [item.first for item in joined if item.first]
    lasts = [item.last for item in joined if item.last]
    if len(firsts) != len(joined) or len(lasts) != len(joined):
        return None, None, None, " ".join(text.split())
    return min(firsts), max(lasts), nearest.precision, " ".join(text.split())


def _elsewhere(text: str, at: int) -> bool:
    """ "6:52 a.m. (2152 GMT on Tuesday)": the day in another zone is not the day of the deed."""
    opening = text.rfind("(", max(0, at - _ASIDE), at)
    return opening >= 0 and _ZONE.search(text, opening, at) is not None


def status(predicate: Predicate, claim: Claim | None) -> EventStatus:
    """Denied and planned by the mood of the verb; reported where a source stands behind it."""
    if predicate.mood == "negated" or (claim is not None and claim.modality == "denied"):
        return "denied"
    if predicate.mood != "stated":
        return "planned"
    if claim is not None and (
        claim.modality in {"reported", "hedged"} or claim.holder not in {None, AUTHOR}
    ):
        return "reported"
    return "happened"


def _located(mention: Mention, reading: Reading) -> bool:
    first, _ = reading.place_of(mention)
    before = reading.between(max(0, first - 2), first)
    return any(word in _LOCATING for word in before)
