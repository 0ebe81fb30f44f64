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
from generator.text.eastern import nested
from generator.text.eastern.roles import eastern_roles
from generator.text.reading import Reading
from generator.text.scripts import HANGUL, KANA
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.tries import alternation

_UNREAD = (-1, "mentioned")
_QUOTATION = re.compile('“[^“”]{1,300}”|「[^「」]{1,300}」|『[^『』]{1,300}』|"[^"]{1,300}"')
_PAUSE = re.compile(r"[，；。]|, ")
_FINAL = re.compile(f"[{KANA}{HANGUL}]")
_COMMISSIONED, _FAILED = "commissions", "launch-fails"
_ANSWERED = 10
_REST = 60
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
        failing = alternation(grammar.cues.eastern_failing)
        self._failing = re.compile(rf"[^。！？.!?]{{0,{_REST}}}?{failing}")
        self._meanwhile = re.compile(alternation(grammar.cues.eastern_meanwhile))

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
        begin = tokens.starts[predicate.first]
        # "X deployed it, and announced so": who speaks only behind his deed did it himself.
        himself = (
            claim is not None
            and bool(claim.cue)
            and said[1] <= begin
            and _PAUSE.search(reading.sentence.text, begin, reading.sentence.text.find(claim.cue))
            is not None
            and _FINAL.search(reading.sentence.text) is None
        )
        if himself:
            said = (0, 0)
        names = [
            item
            for item in reading.names
            if item.kind in {"actor", "place"}
            and (himself or item.entity != holder)
            and not _in_quotation(item, predicate, reading)
            and not said[0] <= item.start - reading.sentence.start < said[1]
        ]
        ends = [tokens.ends[item.last - 1] for item in reading.predicates if item.last]
        parts = self._roles.read(
            reading.sentence.text,
            names,
            offset=reading.sentence.start,
            verb=(begin, tokens.ends[predicate.last - 1]),
            after=max((end for end in ends if end <= begin), default=0),
            goal=frame.object != "weapon" and not frame.symmetric,
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
            used = _weapons_in(reading, parts.inner, parts.end, arms) if parts.inner else ()
            used = used or _weapons_in(reading, parts.start, parts.end, arms)
        if frame.object == "weapon" and not used:
            return None
        if not actors and not used:
            return None
        kind = self._type(predicate, reading, self._kind(predicate, used, arms.kinds))
        if kind is None:
            return None
        if frame.object == "actor" and len({*actors, *to}) < (2 if frame.symmetric else 1):
            return None
        dates = self._days(predicate, reading, dates, claim, said)
        if parts.inner:  # "試みた5月から": a day that another verb describes
            whole = reading.sentence
            dates = [
                one for one in dates if not nested.described(whole.text, one.start - whole.start)
            ]
        before = [date for date in dates if date.end <= reading.sentence.start + begin]
        start, end, precision, text = when(predicate, reading, before or dates)
        told = nested.TOLD.search(reading.sentence.text, parts.start, begin)
        how = status(predicate, claim, reading, self._cues, coming=is_to_come(start, dates))
        return Event(
            start=start,
            end=end,
            precision=precision,
            date_text=text,
            type=kind,
            verb=predicate.lemma,
            actors=actors,
            recipients=to,
            weapons=used,
            place=next((one for one in (*parts.places, *parts.recipients) if one in located), None),
            status="reported" if told and how == "happened" else how,
            holder=holder,
            evidence=(reading.sentence.id,),
            text=reading.sentence.text[told.end() if told else parts.start : parts.end].strip(),
        )

    def _type(self, predicate: Predicate, reading: Reading, kind: str) -> str | None:
        """None where the launch of a ship only tells when something else happened."""
        if kind != _COMMISSIONED:
            return kind
        behind = reading.tokens.ends[predicate.last - 1]
        if self._failing.match(reading.sentence.text, behind):
            return _FAILED
        return None if self._meanwhile.match(reading.sentence.text, behind) else kind

    def _days(
        self,
        predicate: Predicate,
        reading: Reading,
        dates: list[DateExpression],
        claim: Claim | None,
        said: tuple[int, int],
    ) -> list[DateExpression]:
        """The dates that may be the deed's. ``said`` is where the name of who speaks stands."""
        # The day of a deed stands before its verb; behind the verb stands the day of the report.
        offset, begin = reading.sentence.start, reading.tokens.starts[predicate.first]
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
        stated = _spoken_day(dates, claim, reading)
        dates = [date for date in dates if date not in stated]
        if claim is not None and said[1] and not stated:
            teller = self._knowledge.actors.get(claim.holder or "")
            cue = reading.sentence.text.find(claim.cue, said[1]) if claim.cue else -1
            dates = without_speech(
                dates,
                reading.sentence,
                said[1],
                clocks=self._knowledge.language.claims.east_asian.chinese_clocks,
                late=teller is not None and teller.state_media,
                inside=said[1] <= begin < cue,
            )
        return [
            date
            for date in dates
            if _in_clause(date, begin, reading) and not _of_another(date, begin, reading)
        ]

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


def _spoken_day(
    dates: list[DateExpression], claim: Claim | None, reading: Reading
) -> list[DateExpression]:
    """ "발사했다고 13일 밝혔다": the day right before the verb of speech."""
    if claim is None or not claim.cue:
        return []
    rest = reading.sentence.text[dates[-1].end - reading.sentence.start :] if dates else ""
    return dates[-1:] if rest.lstrip().startswith(claim.cue) else []


def _of_another(date: DateExpression, begin: int, reading: Reading) -> bool:
    """ "21일 진수식에서 넘어진 배를 진수했다": the day of a deed that tells which ship."""
    at = date.end - reading.sentence.start
    text, tokens = reading.sentence.text, reading.tokens
    ends = [
        tokens.ends[one.last - 1]
        for one in reading.predicates
        if one.is_east_asian and one.frame.event and at <= tokens.starts[one.first] < begin
    ]
    return bool(ends) and nested.WHICH.search(text, min(ends), begin) is not None


def _says(predicate: Predicate, cue: str, reading: Reading) -> bool:
    word = reading.words(predicate.first, predicate.last)
    return predicate.is_east_asian and (word in cue or cue in word)
