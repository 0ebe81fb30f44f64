"""The questions an article leaves open, so that a reader knows what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Actor,
    Claim,
    Event,
    PublicationDate,
    SentenceId,
    Weapon,
)
from generator.text.phrases import Gated, words
from generator.text.written_dates import MONTHS

_DONE = frozenset(
    {"displayed", "launched", "ground-tested", "flight-tested", "deployed", "transferred", "used"}
)
"""What is said to have happened to a weapon, so that a reader asks which one it was."""
_LOCATIVE = re.compile(r"\b(?:in|at|near|off|from|outside) (?:the )?(?P<name>[A-Z][a-z]+)")
_CALENDAR = frozenset(
    {*MONTHS, *(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))}
)
_FEW = 2
_ENOUGH = 6
"""Statements below which a share says nothing."""
_LONGEST = 1000
"""Characters of a sentence that are read."""


@lru_cache(maxsize=8)
def _kept_back(withheld: tuple[str, ...]) -> Gated:
    return words(withheld)


def find_gaps(
    *,
    published: PublicationDate,
    main: Iterable[SentenceId],
    events: tuple[Event, ...],
    claims: tuple[Claim, ...],
    actors: tuple[Actor, ...],
    weapons: tuple[Weapon, ...],
    places: bool = False,
    withheld: Iterable[str] = (),
) -> tuple[str, ...]:
    """One line a gap, opened by its question. ``main`` are the sentences of the bottom line;
    ``places`` tells that some place is named in a sentence that reports an event, ``withheld``
    are the words for sources whose names an article keeps back."""
    lead = set(main)
    central = [event for event in events if lead & set(event.evidence)]
    gaps: list[str] = []
    unnamed = [actor.name for actor in actors if actor.note and "Not named" in actor.note]
    unnamed += [
        actor.name
        for actor in actors
        if actor.type == "person"
        and not actor.known
        and actor.note is None
        and any(mention.rule == "role" for mention in actor.mentions)
    ]
    if unnamed:
        gaps.append(f"Who: {_list(unnamed)} not named")
    kept_back = _kept_back(tuple(withheld))
    silent = sum(
        claim.holder == ANONYMOUS
        and claim.source != claim.cue
        and kept_back.search(claim.source) is not None
        for claim in claims
    )
    if silent >= _FEW:
        gaps.append(f"Who: {silent} statements rest on unnamed sources")
    classes = [
        weapon.name
        for weapon in weapons
        if weapon.kind == "class"
        and any(status.value in _DONE and not status.hypothetical for status in weapon.status)
    ]
    if classes:
        gaps.append(f"With what: no designation is given for {_list(classes)}")
    if published.value is None:
        gaps.append("When: the date of publication is not stated")
    vague = [
        event.date_text
        for event in central
        if event.date_text and not event.start and not event.end
    ]
    if vague and published.value is None:
        gaps.append(f"When: “{vague[0]}” cannot be resolved without the article's date")
    elif vague:
        gaps.append(f"When: no day is given for “{vague[0]}”")
    elif central and all(event.date_text is None for event in central):
        gaps.append("When: no date is given for the main event")
    if events and not places and all(event.place is None for event in events):
        gaps.append("Where: not stated")
    named = [claim for claim in claims if claim.holder not in {None, AUTHOR, ANONYMOUS}]
    if claims and not named:
        gaps.append("Source: no source is named for any statement")
    bare = sum(claim.holder is None for claim in claims)
    own = any(claim.holder == AUTHOR for claim in claims)  # then the writer answers for the rest
    if named and not own and len(claims) >= _ENOUGH and bare * 2 > len(claims):
        gaps.append(f"Source: {bare} of {len(claims)} statements name no source")
    return tuple(gaps)


def is_located(sentence: str) -> bool:
    """Whether a sentence says where: "at the Strelsau yard", listed or not. Days and months stand
    behind the same words."""
    return any(
        match.group("name") not in _CALENDAR for match in _LOCATIVE.finditer(sentence[:_LONGEST])
    )


def _list(items: list[str]) -> str:
    unique = list(dict.fromkeys(items))
    if len(unique) == 1:
        return unique[0]
    return ", ".join(unique[:-1]) + " and " + unique[-1]
