"""What happened, who did it, to whom, with what, where and when.

Decides what makes an event: a frame word with an actor on its subject side (or a weapon in its
place), and with the object its frame asks for.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.extract.events.assured import Assured
from generator.extract.events.circumstances import (
    alleged,
    compares,
    is_to_come,
    said_behind,
    status,
    when,
)
from generator.extract.events.doubles import ATTACK, one_deed, only_reports, repeats
from generator.extract.events.eastern import Arms, EasternDeeds
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
from generator.extract.events.spoken_days import without_telling
from generator.extract.events.themselves import speaking_of_himself
from generator.extract.events.whom import Whom
from generator.extract.events.words import Wording
from generator.knowledge.base import KnowledgeBase
from generator.model import Claim, DateExpression, EntityId, Event
from generator.text.reading import Reading, by_sentence
from generator.text.speech.voices import Voices
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.subjects import Subjects

__all__ = ["EventReader", "relations_of"]


_COPULA = 4
_COMMISSIONED = "commissions"


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
        self._eastern = EasternDeeds(knowledge, grammar, kind=self._type)

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
        arms = Arms(reference=reference, deeds=deeds, kinds=kinds)
        dated = by_sentence(dates)
        found: list[Event] = []
        printed: set[str] = set()
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
                told = self._eastern.read if predicate.is_east_asian else self._event
                event = told(predicate, reading, own, claim, arms)
                if event is not None and not repeats(event, predicate, found[before:]):
                    found.append(event)
            again = reading.sentence.display in printed
            printed.add(reading.sentence.display)
            # A page may print its opening twice.
            found[before:] = [] if again else one_deed(found[before:])
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
        arms: Arms,
    ) -> Event | None:
        frame = predicate.frame
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
        kind = self._type(predicate, used, arms.kinds)
        to = to if kind == frame.type or kind != _COMMISSIONED else ()  # launched AT a yard
        own = self._wording.dates(predicate, reading, dates)
        own = without_telling(own, predicate, claim, reading)
        own = [one for one in own if self._assured.dates(one, predicate, reading)]
        own = [one for one in own if not compares(one, reading, self._cues)]
        start, end, precision, text = when(predicate, reading, own)
        if start is None and self._realised.habitual(predicate, reading):
            return None
        holder = claim.holder if claim is not None else None
        coming = is_to_come(start, own)
        told_how = status(predicate, claim, reading, self._cues, coming=coming)
        if coming and precision != "day" and told_how in {"happened", "reported"}:
            start = end = precision = text = None  # "has announced it for the first half of 2032"
        # Who speaks of reports did not make them.
        holder = (
            None if told_how == "reported" and alleged(predicate, reading, self._cues) else holder
        )
        return Event(
            start=start,
            end=end,
            precision=precision,
            date_text=text,
            type=ATTACK if in_earnest and frame.fires else kind,
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

    def _type(
        self,
        predicate: Predicate,
        used: tuple[EntityId, ...],
        kinds: Mapping[EntityId, str],
    ) -> str:
        """A ship is launched too, but that is another kind of event."""
        other = predicate.frame.ground_type
        known = [kinds.get(one, one) for one in used]
        if other is None or not used or any(self.knowledge.flies(one) for one in known):
            return predicate.frame.type
        listed = {*self.knowledge.classes, *self.knowledge.weapons}
        if listed.issuperset(known) and not any(self.knowledge.is_platform(one) for one in known):
            return predicate.frame.type  # "a launching drill of artillery"
        return other
