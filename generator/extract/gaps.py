"""The questions an article leaves open, so that a reader knows what is not there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Actor,
    Claim,
    Document,
    Event,
    PublicationDate,
    SentenceId,
    Weapon,
)
from generator.text.phrases import Gated, words

_DONE = frozenset(
    {"displayed", "launched", "ground-tested", "flight-tested", "deployed", "transferred", "used"}
)
"""What is said to have happened to a weapon, so that a reader asks which one it was."""
_LOCATIVE = re.compile(r"\b(?:in|at|near|off|from|outside) (?:the )?(?P<name>[A-Z][a-z]+)")
_FEW = 2
_ENOUGH = 6
"""Statements below which a share says nothing."""
_LONGEST = 1000
"""Characters of a sentence that are read."""


@lru_cache(maxsize=8)
def _kept_back(withheld: tuple[str, ...]) -> Gated:
    return words(withheld)


def find_gaps(
    document: Document,
    *,
    published: PublicationDate,
    main: Iterable[SentenceId],
    events: tuple[Event, ...],
    claims: tuple[Claim, ...],
    actors: tuple[Actor, ...],
    weapons: tuple[Weapon, ...],
    places: bool,
    calendar: Collection[str],
    withheld: Iterable[str],
) -> tuple[str, ...]:
    """One line a gap, opened by its question. ``main`` are the sentences of the bottom line;
    ``places`` tells that the article names some place, ``calendar`` are days and months in small
    letters, ``withheld`` the words for sources whose names an article keeps back."""
    lead = set(main)
    placed = places or any(_is_located(document.sentence(one).text, calendar) for one in lead)
    central = [event for event in events if lead & set(event.evidence)]
    return (
        *_who(actors, claims, tuple(withheld)),
        *_with_what(weapons),
        *_when(central, published),
        *_where(events, placed=placed),
        *_by_whom(claims),
    )


def _who(
    actors: Iterable[Actor], claims: Iterable[Claim], withheld: tuple[str, ...]
) -> Iterator[str]:
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
        yield f"Who: {_list(unnamed)} not named"
    kept_back = _kept_back(withheld)
    silent = sum(
        claim.holder == ANONYMOUS
        and claim.source != claim.cue
        and kept_back.search(claim.source) is not None
        for claim in claims
    )
    if silent >= _FEW:
        yield f"Who: {silent} statements rest on unnamed sources"


def _with_what(weapons: Iterable[Weapon]) -> Iterator[str]:
    classes = [
        weapon.name
        for weapon in weapons
        if weapon.kind == "class"
        and any(status.value in _DONE and not status.hypothetical for status in weapon.status)
    ]
    if classes:
        yield f"With what: no designation is given for {_list(classes)}"


def _when(central: Sequence[Event], published: PublicationDate) -> Iterator[str]:
    """Of the publication, and of the ``central`` events: those of the bottom line."""
    if published.value is None:
        yield "When: the date of publication is not stated"
    vague = [
        event.date_text
        for event in central
        if event.date_text and not event.start and not event.end
    ]
    if vague and published.value is None:
        yield f"When: “{vague[0]}” cannot be resolved without the article's date"
    elif vague:
        yield f"When: no day is given for “{vague[0]}”"
    elif central and all(event.date_text is None for event in central):
        yield "When: no date is given for the main event"


def _where(events: Sequence[Event], *, placed: bool) -> Iterator[str]:
    if events and not placed and all(event.place is None for event in events):
        yield "Where: not stated"


def _by_whom(claims: Sequence[Claim]) -> Iterator[str]:
    named = [claim for claim in claims if claim.holder not in {None, AUTHOR, ANONYMOUS}]
    if claims and not named:
        yield "Source: no source is named for any statement"
    bare = sum(claim.holder is None for claim in claims)
    own = any(claim.holder == AUTHOR for claim in claims)  # then the writer answers for the rest
    if named and not own and len(claims) >= _ENOUGH and bare * 2 > len(claims):
        yield f"Source: {bare} of {len(claims)} statements name no source"


def _is_located(sentence: str, calendar: Collection[str]) -> bool:
    """Whether a sentence says where: "at the Strelsau yard", listed or not. Days and months stand
    behind the same words."""
    places = (match.group("name").lower() for match in _LOCATIVE.finditer(sentence[:_LONGEST]))
    return any(place not in calendar for place in places)


def _list(items: list[str]) -> str:
    unique = list(dict.fromkeys(items))
    if len(unique) == 1:
        return unique[0]
    return ", ".join(unique[:-1]) + " and " + unique[-1]
