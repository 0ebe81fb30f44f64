"""What Chinese, Japanese and Korean sentences tell: deeds whose parts particles mark.

Decides which names, dates and arms stand in the clause of a deed, and which in a quotation or
another clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from generator.extract.events.circumstances import is_to_come, status, when
from generator.extract.events.objects import Deeds
from generator.extract.events.spoken_days import without_speech
from generator.knowledge.base import KnowledgeBase
from generator.model import Claim, DateExpression, EntityId, Event, Mention
from generator.text.eastern.roles import eastern_roles
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_UNREAD = (-1, "mentioned")
_QUOTATION = re.compile('“[^“”]{1,300}”|「[^「」]{1,300}」|『[^『』]{1,300}』|"[^"]{1,300}"')
_PAUSE = re.compile(r"[，；。]|, ")
_ANSWERED = 10
_MARKS = 4
"""Characters besides a name that may stand between marks with it."""


class Arms(Struct, frozen=True, kw_only=True):
    """What was read of the weapons: by offsets what a mention stands for and what happened to it,
    and the classes of those that are not listed."""

    reference: Mapping[tuple[int, int], EntityId]
    deeds: Deeds
    kinds: Mapping[EntityId, str]


class EasternDeeds:
    """The rules for one knowledge base. ``kind`` tells the type of an event by the deed and the
    weapons, of which it is given their classes."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        grammar: Grammar,
        *,
        kind: Callable[[Predicate, tuple[EntityId, ...], Mapping[EntityId, str]], str],
    ) -> None:
        self._kind = kind
        self._knowledge = knowledge
        self._cues = grammar.cues
        self._roles = eastern_roles(grammar.cues.east_asian_roles)
        self._responses = grammar.cues.east_asian_roles.korean_responses

    def read(
        self,
        predicate: Predicate,
        reading: Reading,
        dates: list[DateExpression],
        claim: Claim | None,
        arms: Arms,
    ) -> Event | None:
        """The same in a language that tells the parts by particles. Who reports is none of them:
        no word stands between what is reported and its reporter."""
        frame, tokens = predicate.frame, reading.tokens
        if (
            claim is not None
            and claim.cue
            and any(_says(item, claim.cue, reading) for item in reading.predicates)
        ):
            claim = None  # the deed itself is the word of speech: who condemns, acts
        holder = claim.holder if claim is not None else None
        at = reading.sentence.text.find(claim.source) if claim is not None and claim.source else -1
        said = (at, at + len(claim.source)) if claim is not None and at >= 0 else (0, 0)
        names = [
            item
            for item in reading.names
            if item.kind in {"actor", "place"}
            and item.entity != holder
            and not _in_quotation(item, predicate, reading)
            and not said[0] <= item.start - reading.sentence.start < said[1]
        ]
        ends = [tokens.ends[item.last - 1] for item in reading.predicates if item.last]
        begin = tokens.starts[predicate.first]
        parts = self._roles.read(
            reading.sentence.text,
            names,
            offset=reading.sentence.start,
            verb=(begin, tokens.ends[predicate.last - 1]),
            after=max((end for end in ends if end <= begin), default=0),
        )
        if self._answered(reading.sentence.text, tokens.ends[predicate.last - 1]):
            whole = reading.sentence
            names = [item for item in names if whole.text.startswith("의", item.end - whole.start)]
            dates = []
        acting = {item.entity for item in names if item.kind == "actor"}
        located = {item.entity for item in names if item.kind == "place"}
        actors = tuple(one for one in parts.actors if one in acting)
        to = tuple(one for one in parts.recipients if one in acting)
        used: tuple[EntityId, ...] = ()
        if frame.object == "weapon":
            used = _weapons_in(reading, parts.start, parts.end, arms)
        if frame.object == "weapon" and not used:
            return None
        if not actors and not used:
            return None
        if frame.object == "actor" and len({*actors, *to}) < (2 if frame.symmetric else 1):
            return None
        # The day of a deed stands before its verb; behind the verb stands the day of the report.
        offset = reading.sentence.start
        dates = [
            date
            for date in dates
            if not self._roles.since(
                reading.sentence.text, (date.start - offset, date.end - offset), begin
            )
        ]
        if claim is not None and claim.cue:  # "と14日に発表した": no day of the deed
            low = offset + reading.sentence.text.rfind(claim.cue)
            dates = [one for one in dates if not low <= one.start < low + len(claim.cue)]
        if claim is not None and at >= 0:
            teller = self._knowledge.actors.get(holder or "")
            cue = reading.sentence.text.find(claim.cue, said[1]) if claim.cue else -1
            dates = without_speech(
                dates,
                reading.sentence,
                said[1],
                clocks=self._knowledge.language.claims.east_asian.chinese_clocks,
                late=teller is not None and teller.state_media,
                inside=said[1] <= begin < cue,
            )
        dates = [date for date in dates if _in_clause(date, begin, reading)]
        before = [date for date in dates if date.end <= offset + begin]
        start, end, precision, text = when(predicate, reading, before or dates)
        return Event(
            start=start,
            end=end,
            precision=precision,
            date_text=text,
            type=self._kind(predicate, used, arms.kinds),
            verb=predicate.lemma,
            actors=actors,
            recipients=to,
            weapons=used,
            place=next((one for one in (*parts.places, *parts.recipients) if one in located), None),
            status=status(predicate, claim, reading, self._cues, coming=is_to_come(start, dates)),
            holder=holder,
            evidence=(reading.sentence.id,),
            text=reading.sentence.text[parts.start : parts.end].strip(),
        )

    def _answered(self, text: str, end: int) -> bool:
        """Whether somebody only answers the deed whose Korean noun ends there."""
        behind = text[end : end + _ANSWERED]
        return behind[:1] in {" ", "에", "를", "을"} and any(
            word in behind for word in self._responses
        )


def _weapons_in(reading: Reading, start: int, end: int, arms: Arms) -> tuple[EntityId, ...]:
    """The weapons with which something is done in a stretch of the sentence, each once."""
    low, high = reading.sentence.start + start, reading.sentence.start + end
    return tuple(
        dict.fromkeys(
            arms.reference[item.start, item.end]
            for item in reading.mentions
            if item.kind == "weapon"
            and (item.start, item.end) in arms.reference
            and arms.deeds.get((item.start, item.end), _UNREAD) is not None
            and low <= item.start < high
        )
    )


def _in_quotation(item: Mention, predicate: Predicate, reading: Reading) -> bool:
    """ "A condemned it as "a farce that B made up"": who acts inside a quotation does not do what
    is told outside. A name alone may stand between marks."""
    begin = reading.tokens.starts[predicate.first]
    at = item.start - reading.sentence.start
    for match in _QUOTATION.finditer(reading.sentence.text):
        low, high = match.span()
        if low <= at < high:
            return not low <= begin < high and high - low > item.end - item.start + _MARKS
    return False


def _in_clause(date: DateExpression, begin: int, reading: Reading) -> bool:
    """Whether a date behind a deed stands before the next comma."""
    at = date.start - reading.sentence.start
    return at < begin or _PAUSE.search(reading.sentence.text, begin, at) is None


def _says(predicate: Predicate, cue: str, reading: Reading) -> bool:
    word = reading.words(predicate.first, predicate.last)
    return predicate.is_east_asian and (word in cue or cue in word)
