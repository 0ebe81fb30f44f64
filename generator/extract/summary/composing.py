"""A bottom line in English for an article that is not: put together from the event it reports.

Decides when that is safe. The event must be whole - who did it, with which listed weapon or with
whom, on which day, and by whose account - and the only one of its sentence; nothing in the
sentence may make it doubtful; and every name must have one that is written in Latin letters.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.extract.summary.findings import Findings
from generator.extract.summary.weighing import Unit
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.summary import Composing
from generator.model import AUTHOR, Event, Statement
from generator.text.dates.written import day
from generator.text.tokens import is_latin

_MOST_NAMES = 3


class Composer(Struct, frozen=True, kw_only=True):
    """The sentences of ``knowledge/language/summary.yml`` and the names of one knowledge base."""

    cues: Composing
    knowledge: KnowledgeBase

    def line(self, unit: Unit, findings: Findings) -> Statement | None:
        """The event of a sentence in other letters, in English; None where it is not safe."""
        events = findings.reported.get(unit.sentence, [])
        if len(events) != 1 or is_latin(unit.text) or self._open(unit.text, events[0].verb):
            return None
        event = events[0]
        template = self.cues.deeds.get(event.type)
        if template is None or event.status not in {"happened", "reported"}:
            return None
        names = self._names(event, findings)
        claims = findings.voices.of(unit.sentence)
        if names is None or event.start is None or event.start != event.end or len(claims) != 1:
            return None
        told = {*event.actors, *event.recipients, claims[0].holder}
        if {item.entity for item in findings.actors_in(unit.sentence)} - told:
            return None  # somebody else acts in the sentence, and the day may be that of his deed
        text = template.format(**names) + self.cues.when.format(day=day(event.start))
        claim = claims[0]
        if claim.holder not in {None, AUTHOR}:
            source = self._name(claim.holder or "", findings)
            if claim.modality != "reported" or not source:
                return None
            text += self.cues.source.format(source=source)
        elif claim.modality != "asserted":
            return None
        return Statement(text=text + ".", evidence=(unit.sentence,), holder=claim.holder)

    def _open(self, text: str, verb: str) -> bool:
        """Whether a sentence leaves open if its verb was done: by a word of doubt, or because the
        verb is no verb there ("the missile tested by", "after the test")."""
        if any(doubt in text for doubt in self.cues.doubts):
            return True
        rest = text.partition(verb)[2]
        if rest.startswith(self.cues.finishing):
            return False
        return not rest or rest.startswith(self.cues.attributive)

    def _names(self, event: Event, findings: Findings) -> Mapping[str, str] | None:
        """What a sentence of this kind names, or nothing where one of them cannot be named."""
        groups = {"actors": event.actors, "weapons": event.weapons, "others": event.recipients}
        found = {
            group: [self._name(identity, findings) for identity in members]
            for group, members in groups.items()
        }
        wanted = self.cues.deeds[event.type]
        systems = all(identity in self.knowledge.weapons for identity in event.weapons)
        if not systems or any(
            (not names and f"{{{group}}}" in wanted)
            or (names and f"{{{group}}}" not in wanted)
            or not all(names)
            or len(names) > _MOST_NAMES
            for group, names in found.items()
        ):
            return None
        return {group: _listed(names, self.cues.joint) for group, names in found.items()}

    def _name(self, identity: str, findings: Findings) -> str:
        """A name in Latin letters, or nothing."""
        entity = self.knowledge.get(identity)
        name = findings.names.get(identity) or (entity.name if entity is not None else "")
        return name if is_latin(name) else ""


def _listed(names: list[str], joint: str) -> str:
    return joint.join(filter(None, (", ".join(names[:-1]), *names[-1:])))
