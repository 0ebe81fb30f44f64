"""Whose a figure is.

Decides for the weapon it stands beside, else for the nearest one before it in the clause, else for
the one that the sentence goes on about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from generator.extract.specs.others import Others
from generator.extract.specs.properties import Properties
from generator.extract.specs.spoken_of import Continuing
from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention, Quantity
from generator.text.phrases import words
from generator.text.reading import Reading
from generator.text.scripts import EASTERN

_APPOSED = 25
_OPENING = 4
_OPPOSED = 3
_BESIDE = 2
_OF_WHAT_FOLLOWS = frozenset({"with", "at", "weighing", "measuring", "displacing", "costing"})
"""First words of a phrase whose figures are of the weapon behind its comma."""
_EAST_BESIDE = 4
_EAST_APPOSED = 12
_DOING = re.compile(r"[内內外]")
""" "Within 300 km it can jam the Wasp": the reach of something else."""
_OF_WHICH = re.compile(r"\s(?:for|of)\s(?:the|its|their)\s[\"'“‘]?")
_ITS_OWN = frozenset({"the", "a", "an"})
_ANOTHER = frozenset({"it", "they", "he", "she", "than"})
_NEW_CLAUSE = re.compile(r"(?:,\s(?:and|but)|;)\s")
_PARTING = frozenset(",;()，；（）、")


class Owning:
    """The words of one knowledge base."""

    def __init__(
        self, knowledge: KnowledgeBase, properties: Properties, continuing: Continuing
    ) -> None:
        cues = knowledge.language.specs
        self._knowledge = knowledge
        self._leading_on = cues.eastern_leading_on
        self._eastern_on = cues.eastern_going_on
        self._properties = properties
        self._continuing = continuing
        self.others = Others(knowledge)
        verbs = knowledge.language.verbs
        self._finite = frozenset((*verbs.possible, *verbs.future, *verbs.be, *verbs.have))
        joining = ("and", "or", "but", "while", "whereas", *verbs.prepositions)
        self._apart = self._finite | set(joining)
        self._rivals = frozenset(cues.rivals)
        self._offshoots = frozenset(cues.offshoots)
        self._contrasted = words(cues.contrasting)
        self._opposing = frozenset(cues.opposing)
        self._verbs = frozenset(cues.going_on)

    def owner(
        self,
        quantity: Quantity,
        weapons: list[Mention],
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        *,
        topic: EntityId | None,
        alone: EntityId | None,
    ) -> EntityId | None:
        """``topic`` is what the sentence may go on about, ``alone`` the one weapon of the article
        so far: "its range" is the range of that one, however long ago it was named."""
        around = next(
            (i for i in weapons if i.start <= quantity.start and quantity.end <= i.end), None
        )
        if around is not None:
            return reference[around.start, around.end]
        if not weapons:
            return self._unnamed(quantity, reading, topic=topic, alone=alone)
        before = [item for item in weapons if item.end <= quantity.start]
        before = self.others.candidates(before, quantity, reading)
        measures = {
            reference[item.start, item.end]
            for item in weapons
            if self.others.compared(item, reading)
        }
        before = [  # "this missile reaches farther than the Dart-3": it is not the Dart-3
            item
            for item in before
            if (meant := reference[item.start, item.end]) == item.entity or meant not in measures
        ]
        after = [item for item in weapons if item.start >= quantity.end]
        if after:
            offset = reading.sentence.start
            gap = reading.sentence.text[quantity.end - offset : after[0].start - offset]
            # "80 km for the Dart-3"; "a 5,000-ton destroyer", "a 1,000-km-range missile"
            if _OF_WHICH.fullmatch(gap) or self._adjoining(quantity, gap):
                return reference[after[0].start, after[0].end]
        if self.others.is_others(quantity, reading):
            return None
        if before:
            return self._behind(quantity, before, reference, reading, topic)
        on = reading.sentence.text.startswith(self._eastern_on)  # "该级艇水下排水量…，可携带“X”"
        if topic is not None and (on or self._continuing.continues(reading, topic)):
            return topic
        if topic is not None and after and reference[after[0].start, after[0].end] == topic:
            text = reading.sentence.text
            if EASTERN.search(text) is not None:
                return topic  # "길이 110m, ...의 이 잠수함은"
        one = len({reference[item.start, item.end] for item in after}) == 1
        one = one and (len(after) == 1 or not _OF_WHAT_FOLLOWS.isdisjoint(reading.tokens.norms[:1]))
        if (
            one
            and self._leading(quantity, after[0], reading)
            and not _over_there(quantity, after[0], reading)
        ):
            return reference[after[0].start, after[0].end]
        return None

    def _behind(
        self,
        quantity: Quantity,
        before: list[Mention],
        reference: Mapping[tuple[int, int], EntityId],
        reading: Reading,
        topic: EntityId | None,
    ) -> EntityId | None:
        """Whose a figure is that stands behind a weapon of its sentence."""
        offset = reading.sentence.start
        since = reading.sentence.text[before[-1].end - offset : quantity.start - offset]
        subject = self._going_on(before, quantity, reading)
        if self.others.parted(subject or before[-1], quantity, reading):
            return None
        if subject is not None:
            return reference[subject.start, subject.end]
        # "A Zenda-class hull, it has ten tubes": the pronoun is what came before.
        opens = before[-1].start - offset <= _APPOSED and len(since.split(",")[0].split()) <= 1
        again = topic is not None and opens and ", it " in since
        return topic if again else reference[before[-1].start, before[-1].end]

    def _unnamed(
        self,
        quantity: Quantity,
        reading: Reading,
        *,
        topic: EntityId | None,
        alone: EntityId | None,
    ) -> EntityId | None:
        """Whose a figure is of a sentence that names no weapon."""
        if self.others.is_others(quantity, reading):
            return None
        if topic is not None and reading.tokens.norms[:1]:
            text = reading.sentence.text
            east = not text[:40].isascii() and EASTERN.search(text)
            moves = any(item.frame.intransitive for item in reading.predicates)
            first = reading.tokens.at(quantity.start - reading.sentence.start)
            own = reading.tokens.norms[0] in _ITS_OWN and "that" not in reading.between(0, first)
            moves = moves and not own  # "the object was sighted"; not "an envoy said that it fell"
            if self._continuing.continues(reading, topic) or moves or east:
                return topic
        if alone is not None and self._properties.points_back(quantity, reading):
            return alone
        return None

    def _adjoining(self, quantity: Quantity, gap: str) -> bool:
        """Whether a figure belongs to the weapon right behind it; what is counted has its noun."""
        words = gap.split()
        if set(gap) & _PARTING or quantity.unit.startswith("count:"):
            return False
        if EASTERN.search(gap):
            return len(gap) <= _EAST_BESIDE and not gap.startswith(self._leading_on)
        return len(words) <= _BESIDE and self._apart.isdisjoint(words)

    def _leading(self, quantity: Quantity, item: Mention, reading: Reading) -> bool:
        """ "With a length of 23 metres, the Dart-3": a figure before the weapon of the sentence,
        but not one of a "Dart-3 depot", none of what "it" stands for, and none of another subject:
        "a barge 90 m long is moored beside the Dart-3"."""
        first, last = reading.place_of(item)
        between = reading.between(
            reading.tokens.at(quantity.end - 1 - reading.sentence.start), first
        )
        offset = reading.sentence.start
        gap = reading.sentence.text[quantity.end - offset : item.start - offset]
        offshoot = not self._offshoots.isdisjoint(reading.between(0, first))
        offshoot = offshoot or not self._finite.isdisjoint(between)
        apart = offshoot or _NEW_CLAUSE.search(gap) is not None or not _ANOTHER.isdisjoint(between)
        return not apart and self._rivals.isdisjoint(reading.between(last, last + 1))

    def _going_on(
        self, before: list[Mention], quantity: Quantity, reading: Reading
    ) -> Mention | None:
        """ "The frigate carries 32 missiles and has a speed of 29 knots", "...; it weighs": the
        weapon the sentence opens with, where the verb before the figure is still about it."""
        first = before[0]
        if len(before) == 1 or reading.place_of(first)[0] > _OPENING:
            return None
        words = reading.between(
            reading.place_of(before[-1])[1],
            reading.tokens.at(quantity.start - reading.sentence.start),
        )
        apart = reading.between(reading.place_of(first)[1], reading.place_of(before[-1])[0])
        if not self._opposing.isdisjoint(apart[-_OPPOSED:]):
            return first
        for lead, verb in pairwise(words):
            if verb in self._verbs and lead in {"and", "it", "but"}:
                return first
        return None

    def whole(
        self,
        quantity: Quantity,
        weapons: list[Mention],
        named: Mapping[tuple[int, int], EntityId],
        reading: Reading,
    ) -> EntityId | None:
        """The system before a part of it, or behind it in its clause: "the Dart-3 carries a 2-ton
        warhead", "a 2-ton warhead for the Dart-3"."""
        text, offset = reading.sentence.text, reading.sentence.start
        before = [item for item in weapons if item.end <= quantity.start]
        after = [
            item
            for item in weapons
            if item.start >= quantity.end
            and not _NEW_CLAUSE.search(text, quantity.end - offset, item.start - offset)
            and not self._contrasted.search(text, quantity.end - offset, item.start - offset)
        ]
        systems = [named[item.start, item.end] for item in (*reversed(before), *after)]
        return next((one for one in systems if one not in self._knowledge.classes), None)


def _over_there(quantity: Quantity, item: Mention, reading: Reading) -> bool:
    """ "사거리 400km 개량형이 나오면 Dart-3": here a figure in another clause is of what
    was spoken of, and not of the weapon that comes later."""
    offset = reading.sentence.start
    gap = reading.sentence.text[quantity.end - offset : item.start - offset]
    far = len(gap) > _EAST_APPOSED or (len(gap) > _EAST_BESIDE and _DOING.search(gap) is not None)
    return far and EASTERN.search(gap) is not None
