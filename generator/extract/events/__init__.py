"""What happened, who did it, to whom, with what, where and when.

Decides what makes an event: a frame word with an actor on its subject side (or a weapon in its
place), and with the object its frame asks for.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.extract.events.assured import Assured
from generator.extract.events.circumstances import alleged, said_behind, status, when
from generator.extract.events.doubles import ATTACK, one_deed, only_reports, repeats
from generator.extract.events.holding import holds, only_meant, only_pictured, told_as_done
from generator.extract.events.objects import (
    Deeds,
    aimed,
    handed,
    leads,
    objects,
    owning,
    recipients,
    weapons,
)
from generator.extract.events.places import place
from generator.extract.events.realised import Realised
from generator.extract.events.relations import relations_of
from generator.extract.events.spoken_days import without_speech, without_telling
from generator.extract.events.themselves import speaking_of_himself
from generator.extract.events.whom import Whom
from generator.extract.events.words import Wording
from generator.knowledge.base import KnowledgeBase
from generator.model import Claim, DateExpression, EntityId, Event
from generator.text.eastern.roles import eastern_roles
from generator.text.reading import Reading, by_sentence
from generator.text.speech.voices import Voices
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.subjects import Subjects

__all__ = ["EventReader", "relations_of"]


_COPULA = 4
_UNREAD = (-1, "mentioned")


class _Arms(Struct, frozen=True, kw_only=True):
    reference: Mapping[tuple[int, int], EntityId]
    deeds: Deeds
    kinds: Mapping[EntityId, str]


class EventReader:
    """The rules of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar) -> None:
        self.knowledge = knowledge
        self._cues = grammar.cues
        self._subjects = Subjects(grammar)
        self._made_of = frozenset(knowledge.language.weapons.made_of)
        self._failed = frozenset({"fail", "fails", "failed", "failing"})
        self._whom = Whom(grammar)
        self._assured = Assured(grammar)
        self._realised = Realised(grammar)
        self._wording = Wording(grammar)
        self._eastern = eastern_roles(grammar.cues.east_asian_roles)

    def read(
        self,
        readings: tuple[Reading, ...],
        *,
        dates: tuple[DateExpression, ...],
        voices: Voices,
        reference: Mapping[tuple[int, int], EntityId],
        deeds: Deeds,
        kinds: Mapping[EntityId, str],
    ) -> tuple[Event, ...]:
        """Events in reading order; one report of an event is one entry. ``reference``, ``deeds``
        and ``kinds`` tell what was read of the weapons."""
        arms = _Arms(reference=reference, deeds=deeds, kinds=kinds)
        dated = by_sentence(dates)
        found: list[Event] = []
        for reading in readings:
            own = dated.get(reading.sentence.id, [])
            before = len(found)
            for predicate in reading.predicates:
                if not predicate.frame.event or not holds(predicate, reading, self._cues):
                    continue
                if only_reports(predicate, reading, self._cues) or only_meant(predicate, reading):
                    continue
                if only_pictured(predicate, reading, self._cues):
                    continue
                if not self._realised.holds(predicate, reading):
                    continue
                if predicate.mood in {"possible", "conditional", "obliged"}:
                    continue  # what may or should happen is outlook, not an event
                if predicate.mood == "negated" and not self._denied(predicate, reading):
                    continue
                at = reading.sentence.start + reading.tokens.starts[predicate.first]
                claim = voices.at(reading.sentence.id, at)
                if claim is not None and said_behind(predicate, claim, reading):
                    claim = None
                event = self._event(predicate, reading, own, claim, arms)
                if event is not None and not repeats(event, predicate, found[before:]):
                    found.append(event)
            found[before:] = one_deed(found[before:])
        return tuple(found)

    def _denied(self, predicate: Predicate, reading: Reading) -> bool:
        """Only of a weapon is it news that something was not done, and not that somebody refrained
        from doing it."""
        if predicate.frame.object != "weapon":
            return False
        bare = predicate.form == "gerund" and predicate.group == predicate.first
        norms = reading.tokens.norms
        if predicate.group and norms[predicate.group - 1] in self._failed:
            return False  # "failed to launch" tells of an attempt
        moods = self._subjects.grammar.moods
        return not bare or moods.denies(norms, predicate.group)

    def _event(
        self,
        predicate: Predicate,
        reading: Reading,
        dates: list[DateExpression],
        claim: Claim | None,
        arms: _Arms,
    ) -> Event | None:
        frame = predicate.frame
        if predicate.is_east_asian:
            return self._eastern_event(predicate, reading, dates, claim, arms)
        if predicate.is_state and self._unsaid(predicate, reading):
            return None
        actors = self._subjects.of(predicate, reading)
        actors = self._assured.subjects(predicate, reading, actors)
        actors = actors or speaking_of_himself(predicate, claim, reading, self.knowledge)
        found = [
            item
            for item in objects(predicate, reading)
            if reading.place_of(item)[1] <= predicate.group
            or self._assured.shares_clause(*reading.place_of(item), predicate, reading)
        ]
        wanted = predicate.frame.object
        used, in_earnest = weapons(
            predicate,
            reading,
            found,
            reference=arms.reference,
            deeds=arms.deeds,
            made_of=self._made_of,
        )
        if wanted == "weapon":
            found = aimed(found, predicate, reading, named=bool(used))
            to = recipients(found, actors=actors, claim=claim)
        else:
            to = self._whom.of(predicate, reading, actors=actors)
        if frame.giver:
            actors, to = handed(predicate, reading, actors=actors, recipients=to)
        if frame.platforms is not None:
            is_platform = self.knowledge.is_platform
            used = tuple(
                item for item in used if is_platform(arms.kinds.get(item, item)) is frame.platforms
            )
        if not reading.leads_on(predicate):
            return None
        if used and (frame.intransitive or leads(predicate, reading)):
            actors = owning(predicate, reading, actors)
        armed = wanted == "weapon" or frame.instrument is not None
        told = predicate.is_noun is False or told_as_done(predicate, reading, self._cues)
        if not actors and not (armed and told and used):
            return None
        if wanted == "weapon" and not used:
            return None
        if wanted == "actor" and not to and not (frame.symmetric and len(actors) > 1):
            return None
        own = self._wording.dates(predicate, reading, dates)
        own = without_telling(own, predicate, claim, reading)
        own = [one for one in own if self._assured.dates(one, predicate, reading)]
        start, end, precision, text = when(predicate, reading, own)
        if start is None and self._realised.habitual(predicate, reading):
            return None
        holder = claim.holder if claim is not None else None
        told_how = status(predicate, claim, reading, self._cues, coming=_is_to_come(start, own))
        # Who speaks of reports did not make them.
        holder = (
            None if told_how == "reported" and alleged(predicate, reading, self._cues) else holder
        )
        return Event(
            start=start,
            end=end,
            precision=precision,
            date_text=text,
            type=ATTACK if in_earnest and frame.fires else self._type(predicate, used, arms.kinds),
            verb=predicate.lemma,
            actors=actors,
            recipients=to,
            weapons=used,
            place=place(predicate, reading, self._assured),
            status=told_how,
            holder=holder,
            evidence=(reading.sentence.id,),
            text=self._wording.of(predicate, reading, led=bool(actors) and not frame.receiving),
        )

    def _unsaid(self, predicate: Predicate, reading: Reading) -> bool:
        """ "systems ON DUTY shot it down": a state that only describes, behind no "are"."""
        before = reading.between(max(0, predicate.first - _COPULA), predicate.first)
        return self._subjects.grammar.copulas.isdisjoint(before)

    def _eastern_event(
        self,
        predicate: Predicate,
        reading: Reading,
        dates: list[DateExpression],
        claim: Claim | None,
        arms: _Arms,
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
            and not said[0] <= item.start - reading.sentence.start < said[1]
        ]
        ends = [tokens.ends[item.last - 1] for item in reading.predicates if item.last]
        begin = tokens.starts[predicate.first]
        parts = self._eastern.read(
            reading.sentence.text,
            names,
            offset=reading.sentence.start,
            verb=(begin, tokens.ends[predicate.last - 1]),
            after=max((end for end in ends if end <= begin), default=0),
        )
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
            if not self._eastern.since(
                reading.sentence.text, (date.start - offset, date.end - offset), begin
            )
        ]
        if claim is not None and claim.cue:  # "と14日に発表した": no day of the deed
            low = offset + reading.sentence.text.rfind(claim.cue)
            dates = [one for one in dates if not low <= one.start < low + len(claim.cue)]
        if claim is not None and at >= 0:
            teller = self.knowledge.actors.get(holder or "")
            cue = reading.sentence.text.find(claim.cue, said[1]) if claim.cue else -1
            dates = without_speech(
                dates,
                reading.sentence,
                said[1],
                clocks=self.knowledge.language.claims.east_asian.chinese_clocks,
                late=teller is not None and teller.state_media,
                inside=said[1] <= begin < cue,
            )
        before = [date for date in dates if date.end <= offset + begin]
        start, end, precision, text = when(predicate, reading, before or dates)
        return Event(
            start=start,
            end=end,
            precision=precision,
            date_text=text,
            type=self._type(predicate, used, {}),
            verb=predicate.lemma,
            actors=actors,
            recipients=to,
            weapons=used,
            place=next((one for one in (*parts.places, *parts.recipients) if one in located), None),
            status=status(predicate, claim, reading, self._cues, coming=_is_to_come(start, dates)),
            holder=holder,
            evidence=(reading.sentence.id,),
            text=reading.sentence.text[parts.start : parts.end].strip(),
        )

    def _type(
        self,
        predicate: Predicate,
        used: tuple[EntityId, ...],
        kinds: Mapping[EntityId, str],
    ) -> str:
        """A ship is launched too, but that is another kind of event."""
        other = predicate.frame.ground_type
        if (
            other is None
            or not used
            or any(self.knowledge.flies(kinds.get(item, item)) for item in used)
        ):
            return predicate.frame.type
        return other


def _is_to_come(start: str | None, dates: list[DateExpression]) -> bool:
    return any(one.relation == "future" and one.first == start for one in dates if start)


def _weapons_in(reading: Reading, start: int, end: int, arms: _Arms) -> tuple[EntityId, ...]:
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


def _says(predicate: Predicate, cue: str, reading: Reading) -> bool:
    word = reading.words(predicate.first, predicate.last)
    return predicate.is_east_asian and (word in cue or cue in word)
