"""What is said to have happened to a weapon.

What is shown is "displayed", never "tested"; what may or might happen is marked hypothetical and
never counts as done; a weapon that is only compared with is "mentioned".
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.weapons.carried_on import CarriedOn
from generator.extract.weapons.comparisons import Comparisons, comparisons
from generator.extract.weapons.eastern import fires_itself, nearer
from generator.extract.weapons.governing import Governors
from generator.extract.weapons.holding import for_purpose
from generator.extract.weapons.meaning import able, only_meant
from generator.extract.weapons.presence import Presence
from generator.extract.weapons.reference import class_of
from generator.extract.weapons.scenes import NO_SCENE, Scene, Scenes
from generator.extract.weapons.targets import fired_at_another
from generator.extract.weapons.words import words_of
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.verbs import Frame
from generator.model import Mention, StatusClaim, WeaponStatus
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.subjects import Subjects

_SEVERAL = 2
_DEEDS = frozenset({"flight-tested", "ground-tested", "used", "deployed", "launched"})
_REFUSED_NEAR, _REFUSED_WITHIN = 2, 8
"""Words before a weapon among which "no" denies what is said of it; more in "no gun, rocket or".
"""
Outcome = Literal["success", "failure"]


class StatusRules(Struct, frozen=True, kw_only=True):
    """The rules of one knowledge base. ``failure`` are phrases cut into words."""

    knowledge: KnowledgeBase
    grammar: Grammar
    governors: Governors
    subjects: Subjects
    comparisons: Comparisons
    success: frozenset[str]
    failure: tuple[tuple[str, ...], ...]
    scenes: Scenes
    carried_on: CarriedOn
    presence: Presence
    stand_ins: frozenset[str]
    """Nouns that stand for a weapon: "the system"."""

    def status(
        self,
        mention: Mention,
        reading: Reading,
        holder: str | None,
        kind: str | None = None,
        *,
        scene: Scene = NO_SCENE,
        system: str | None = None,
    ) -> StatusClaim:
        """What one sentence says about a weapon; ``holder`` is None if it names no source.
        ``kind`` is the class that the article gives a weapon which is not listed, ``scene`` what
        the sentences before have opened, ``system`` the weapon meant."""
        evidence = (reading.sentence.id,)
        if reading.runs_on:
            return StatusClaim(value="mentioned", holder=holder, evidence=evidence)
        first, last = reading.place_of(mention)
        told = reading.between(last, last + 1) == ("which",)  # what it did itself stands behind
        if not told and self.comparisons.only(mention, reading):
            return StatusClaim(
                value="mentioned", holder=holder, evidence=evidence, cue="comparison"
            )
        implied = self.knowledge.classes.get(mention.entity)
        if implied is not None and implied.implies is not None:
            moods, tokens = self.grammar.moods, reading.tokens
            if mention.surface.isascii():
                mood, _ = moods.noun(tokens.norms, first, last)
            else:
                mood = moods.east_asian_noun(tokens, first, last)
            return StatusClaim(
                value=implied.implies if mood == "stated" else "mentioned",
                holder=holder,
                evidence=evidence,
                cue=mention.surface,
            )
        predicate = self.governors.governor(mention, reading, kind)
        if predicate is None:
            cue = self.scenes.shown(mention, reading, scene)
            if cue:
                return StatusClaim(value="displayed", holder=holder, evidence=evidence, cue=cue)
            if system is not None and system not in self.knowledge.classes:
                present = self.present(mention, reading, holder, kind)
                if present is not None:
                    return present
            return StatusClaim(value="mentioned", holder=holder, evidence=evidence)
        claim = self._governed(predicate, mention, reading, holder, kind or mention.entity)
        passing = claim.value == "deployed" and self.scenes.passes(predicate.first, reading)
        cue = self.scenes.shown(mention, reading, scene) if passing else ""
        return replace(claim, value="displayed", cue=cue) if cue else claim

    def present(
        self, mention: Mention, reading: Reading, holder: str | None, kind: str | None
    ) -> StatusClaim | None:
        """That a weapon stands somewhere or is at work, where no frame word governs it."""
        cue = self.presence.cue(mention, reading, kind or mention.entity)
        evidence = (reading.sentence.id,)
        return (
            StatusClaim(value="deployed", holder=holder, evidence=evidence, cue=cue)
            if cue
            else None
        )

    def further(
        self, mention: Mention, reading: Reading, holder: str | None, kind: str | None = None
    ) -> tuple[StatusClaim, ...]:
        """What the later verbs of the sentence say of the same weapon."""
        if len(reading.predicates) < _SEVERAL:
            return ()
        if self.comparisons.only(mention, reading):
            return ()
        predicate = self.governors.governor(mention, reading, kind)
        if predicate is None:
            return ()
        own = kind or mention.entity
        fitting = {
            item.first: item
            for item in reversed((*self.carried_on.further(predicate, mention, reading),))
            if self.governors.fits(item, own, reading)
            and not (
                self.governors.platform(own) and fires_itself(item, reading, self.governors.cues)
            )
        }
        return tuple(
            self._governed(item, mention, reading, holder, own)
            for _, item in sorted(fitting.items())
        )

    def _governed(
        self,
        predicate: Predicate,
        mention: Mention,
        reading: Reading,
        holder: str | None,
        kind: str,
    ) -> StatusClaim:
        """The status as the word that governs the weapon gives it, weakened by its mood."""
        evidence = (reading.sentence.id,)
        first, _ = reading.place_of(mention)
        frame = predicate.frame
        before = reading.between(max(0, first - _REFUSED_WITHIN), first)
        reach = len(before) if before[-1:] in {("or",), ("nor",)} else _REFUSED_NEAR
        if not self.governors.cues.refusing.isdisjoint(before[-reach:]):
            cue = reading.words(predicate.first, predicate.last)
            return StatusClaim(
                value="mentioned", holder=holder, evidence=evidence, cue=f"not {cue}"
            )
        value = self._value(predicate, mention, reading, kind)
        if able(predicate, reading, self.stand_ins):
            value = "mentioned"
        cue = reading.words(predicate.first, predicate.last)
        hypothetical = (
            predicate.mood in {"possible", "conditional", "obliged"}
            or (frame.adverse and for_purpose(predicate, reading))
            or (
                value in _DEEDS
                and only_meant(predicate, reading, grammar=self.grammar, cues=self.governors.cues)
            )
        )
        if frame.adverse and (hypothetical or predicate.mood == "planned"):
            return StatusClaim(value="mentioned", holder=holder, evidence=evidence)
        if hypothetical:
            words_before = reading.words(predicate.group, predicate.last)
            cue = f"{predicate.modal} … {cue}" if predicate.modal else words_before
            value = "mentioned"
        elif predicate.mood == "negated" and not (value == "planned" and self._late(reading)):
            value, cue = "mentioned", f"not {cue}"
        elif predicate.mood == "planned" and (
            value != "claimed" or predicate.modal in self.grammar.moods.future
        ):
            value = "planned"
        return StatusClaim(
            value=value or "mentioned",
            holder=holder,
            evidence=evidence,
            outcome=self._outcome(predicate, reading) if value == "flight-tested" else None,
            cue=cue,
            hypothetical=hypothetical,
        )

    def _late(self, reading: Reading) -> bool:
        """ "Construction of the Zenda was delayed": it is still to be built."""
        return not self.governors.cues.late.isdisjoint(reading.tokens.norms)

    def _value(
        self, predicate: Predicate, mention: Mention, reading: Reading, kind: str
    ) -> WeaponStatus | None:
        """What the word says of a weapon of that kind, whatever its mood."""
        frame = predicate.frame
        if frame.weapon is None:
            return frame.instrument
        told = predicate.mood == "stated" and predicate.form in {"past", "participle"}
        if told and frame.done and "being" not in reading.between(predicate.group, predicate.first):
            return frame.done
        if self._untold(frame, kind):
            return None
        flying = self._flies(kind)
        if flying and (frame.intransitive or frame.adverse) and frame.outcome is None:
            flying = not self.knowledge.cruises(kind)
        value = frame.weapon if flying else (frame.ground_weapon or frame.weapon)
        if value == "flight-tested" and self._fired_at_another(predicate, mention, reading):
            value = "used"
        if value == "launched" and not self.knowledge.is_platform(kind):
            value = "ground-tested"  # "launched rocket artillery": fired, and no ship
        if value == "ground-tested" and nearer(predicate, mention, reading, self._flies):
            return None  # "fired a missile, the last step to a nuclear force"
        if value == "planned" and self._claimed(predicate, reading):
            value = "claimed"
        flown = frame.ground_weapon == "flight-tested"  # the verb itself says so
        ran = value in {"flight-tested", "ground-tested"} and not flown
        first, last = reading.place_of(mention)
        return "ground-tested" if ran and self._only_engine(reading, first, last) else value

    def _only_engine(self, reading: Reading, first: int, last: int) -> bool:
        around = (*reading.between(max(0, first - 4), first), *reading.between(last, last + 3))
        return not self.governors.cues.engines.isdisjoint(around)

    def _untold(self, frame: Frame, kind: str) -> bool:
        """ "The Zenda crossed the strait": of a missile a test, of a ship none; what a Zenda is
        nobody says. Nor whether "they sent the Zenda" hands it over."""
        unknown = class_of(kind, self.knowledge) is None
        crossing = frame.intransitive and frame.ground_weapon == "deployed"
        return unknown and (crossing or frame.platforms is False)

    def _flies(self, identity: str) -> bool:
        own = class_of(identity, self.knowledge)
        chain = self.knowledge.class_chain(own) if own else ()
        return own is None or any(self.knowledge.classes[item].flies for item in chain)

    def _claimed(self, predicate: Predicate, reading: Reading) -> bool:
        """ "claims to have developed": a capability that nobody else has seen."""
        before = reading.between(max(0, predicate.group - 2), predicate.group)
        perfect = reading.between(predicate.group, predicate.group + 2) == ("to", "have")
        return perfect and not self.governors.cues.claiming.isdisjoint(before)

    def _fired_at_another(self, predicate: Predicate, mention: Mention, reading: Reading) -> bool:
        system = self.knowledge.weapons.get(mention.entity)
        return fired_at_another(
            predicate,
            reading,
            subjects=self.subjects,
            owner=system.country if system is not None else None,
            knowledge=self.knowledge,
            cues=self.governors.cues,
            prepositions=self.grammar.prepositions,
        )

    def _outcome(self, predicate: Predicate, reading: Reading) -> Outcome | None:
        if predicate.frame.outcome:
            return predicate.frame.outcome
        near = reading.between(max(0, predicate.group - 4), predicate.last + 12)
        for phrase in self.failure:
            size = len(phrase)
            if any(
                near[i : i + size] == phrase
                and self.grammar.moods.possible.isdisjoint(near[max(0, i - 3) : i])
                for i in range(len(near) - size + 1)
            ):
                return "failure"
        if any(word in self.success for word in near):
            return "success"
        return None


def status_rules(knowledge: KnowledgeBase, grammar: Grammar) -> StatusRules:
    """The rules as the verb cues give them."""
    cues = knowledge.language.verbs
    words = words_of(knowledge.language.weapons)
    kin = frozenset(tuple(phrase.split()) for phrase in cues.kin)

    def chain(kind: str) -> tuple[str, ...]:
        return knowledge.class_chain(class_of(kind, knowledge) or kind)

    return StatusRules(
        knowledge=knowledge,
        grammar=grammar,
        governors=Governors(
            grammar=grammar,
            cues=words,
            classes=knowledge.classes.keys(),
            kin=kin,
            followers=frozenset(cues.followers),
            platform=knowledge.is_platform,
            cruises=knowledge.cruises,
            chain=chain,
        ),
        subjects=Subjects(grammar),
        comparisons=comparisons(knowledge, words, kin=kin),
        success=frozenset(cues.success),
        failure=tuple(tuple(phrase.split()) for phrase in cues.failure),
        scenes=Scenes(cues),
        carried_on=CarriedOn(knowledge, grammar, words),
        stand_ins=frozenset(knowledge.language.weapons.stand_in_classes),
        presence=Presence(
            knowledge.language.weapons.at_work,
            grammar,
            platform=lambda kind: knowledge.is_platform(kind) or knowledge.cruises(kind),
            vessel=lambda kind: any(knowledge.classes[one].vessel for one in chain(kind)),
            chain=chain,
        ),
    )


def add_status(known: list[StatusClaim], claim: StatusClaim) -> None:
    """The same thing said again by the same holder is one claim with more evidence."""
    for index, was in enumerate(known):
        if (was.value, was.holder, was.hypothetical) == (
            claim.value,
            claim.holder,
            claim.hypothetical,
        ):
            if claim.evidence[0] not in was.evidence:
                known[index] = StatusClaim(
                    value=was.value,
                    holder=was.holder,
                    evidence=tuple(dict.fromkeys((*was.evidence, *claim.evidence))),
                    outcome=was.outcome or claim.outcome,
                    cue=was.cue,
                    hypothetical=was.hypothetical,
                )
            return
    known.append(claim)
