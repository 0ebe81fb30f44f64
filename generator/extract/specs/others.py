"""Which figures are of something else than the weapon beside them.

Decides what a contrast, a difference or a second batch takes away from a weapon, and which of the
weapons before a figure cannot be meant by it.
"""

from __future__ import annotations

import re

from generator.knowledge.base import KnowledgeBase
from generator.model import Mention, Quantity
from generator.text.eastern.contrast import set_against
from generator.text.reading import Reading
from generator.text.tries import alternation
from generator.text.widths import full_width

_COMPARED = 5
_LABEL = 4
_FIGURE = 5
_SIZES = frozenset({"t", "kg", "m", "cm", "mm"})
_CLOSELY = re.compile(r"[\"'”’]?(?:\s?[(（]|,\s(?:which|whose|an?|the|itself)\s|'s\s|’s\s)")
"""Behind a weapon that another is compared with: what follows is still said of it."""
_OWN = frozenset({"it", "its", "they", "their", "them"})
_BY = ("由", "从", "從")
_SAME = re.compile(r"^其|[该該此]")
_EACH = re.compile(r"\w.*,\seach\s")
_SET_OFF = re.compile(r"[\"'”’]?(?:,|\s?[(–—])")

_NAMED_OWNER = re.compile(
    r"(?P<name>[가-힣一-龥A-Za-z]+-\d{1,3}[A-Z가-힣]?|[“「『‘'\"][^“”「」『』‘’'\"，。]{1,12}[”」』’'\"])"
    r"(?:의 |的|の)[^。；]{0,50}$"
)
""" A designation or a name in quotation marks that the figure of its clause belongs to."""


class Others:
    """The words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues, verbs = knowledge.language.specs, knowledge.language.verbs
        self._contrasting = frozenset(tuple(phrase.split()) for phrase in cues.contrasting)
        self._classes = knowledge.classes.keys()
        self._made_of = frozenset(knowledge.language.weapons.made_of)
        self._changed = re.compile(
            rf"[一-龥]{{0,4}}?{alternation(cues.eastern_changing)}[加至到为為]|{alternation(cues.eastern_from)}\d"
        )
        self._differing_east = re.compile(rf"[가이]?\s?{alternation(cues.eastern_differing)}")
        self._changing = frozenset(cues.changing)
        self._differing = frozenset(cues.differing)
        self._whole = frozenset(
            (
                *cues.stand_ins,
                *cues.vessels,
                *cues.continuing,
                *cues.offshoots,
                *verbs.be,
                *verbs.have,
                *verbs.pronouns,
                *verbs.adverbs,
                *verbs.prepositions,
                "and",
                *(word for rule in cues.rules for word in rule.words),
            )
        )
        """Words before "weighing" that stand for the weapon, or name what the figure is of."""
        self._offshoots = frozenset(cues.offshoots)
        self._comparing = frozenset(tuple(phrase.split()) for phrase in verbs.comparing)
        self._contrast = verbs.eastern_contrast
        self._openers = frozenset(phrase[0] for phrase in self._comparing)
        self._longest = max(map(len, self._comparing), default=0)
        self._determiners = frozenset(verbs.determiners)
        self._pronouns = frozenset(cues.continuing) - {"the"}
        self._verbs = frozenset((*cues.going_on, *verbs.be, *verbs.have, *verbs.possible))
        self._going_on = self._verbs | frozenset(verbs.future)

    def is_others(self, quantity: Quantity, reading: Reading) -> bool:
        """ "Against 3,000 tons for the first batch", "1.8 tonnes less than": told for contrast."""
        offset = reading.sentence.start
        if self._changed.match(reading.sentence.text, quantity.end - offset):
            return True
        first = reading.tokens.at(quantity.start - offset)
        last = reading.tokens.at(quantity.end - 1 - offset) + 1
        if reading.between(last, last + 1) and reading.tokens.norms[last] in self._differing:
            return not set(reading.tokens.gap(last)) & {",", ";", "."}
        if (
            self._differing_east.match(reading.sentence.text, quantity.end - offset)
            or any(
                item.kind in {"place", "actor"} and item.start == quantity.end + 1
                for item in reading.mentions
                if "-" in quantity.surface and quantity.unit == "km"
            )
            or self._former(first, reading.sentence.text[quantity.end - offset :], reading)
            or self._of_a_name(quantity, reading)
            or self._of_a_part(quantity, first, reading)
            or _at_that(quantity, first, reading)
        ):
            return True
        while first and reading.tokens.norms[first - 1] in self._determiners:
            first -= 1
        return any(
            reading.between(first - size, first) in self._contrasting
            for size in (1, 2)
            if first >= size
        )

    def _former(self, first: int, behind: str, reading: Reading) -> bool:
        """ "Extended from 200 km to 1,000 km": the figure that no longer holds."""
        if reading.between(first - 1, first) != ("from",) or not behind.startswith(" to "):
            return False
        return not self._changing.isdisjoint(reading.between(max(0, first - _COMPARED), first))

    def _of_a_name(self, quantity: Quantity, reading: Reading) -> bool:
        """ "해룡-2의 사거리는", "“闪电”的射程": of a name that is no known weapon."""
        offset = reading.sentence.start
        found = _NAMED_OWNER.search(reading.sentence.text, 0, quantity.start - offset)
        return found is not None and not any(
            item.kind == "weapon" and found.start("name") < item.end - offset
            for item in reading.mentions
            if item.end <= quantity.start
        )

    def _of_a_part(self, quantity: Quantity, first: int, reading: Reading) -> bool:
        """ "A barrel weighing eight tonnes": of the noun before, if it stands for no weapon."""
        norms, at = reading.tokens.norms, first - 2
        if at < 0 or not norms[first - 1].endswith("ing") or quantity.unit not in _SIZES:
            return False
        taken = any(
            item.kind == "weapon" and reading.place_of(item)[1] == at + 1
            for item in reading.mentions
        )
        plain = reading.tokens.gap(at + 1) == " " and norms[at].isalpha()
        return plain and not taken and norms[at] not in self._whole

    def candidates(
        self, before: list[Mention], quantity: Quantity, reading: Reading
    ) -> list[Mention]:
        """The weapons before a figure that it may be of, the last one first in question."""
        left = [
            item
            for item in before
            if not self.compared(item, reading) and not self._only_names(item, reading)
        ]
        text, offset = reading.sentence.text, reading.sentence.start
        while len(left) > 1 and text[: left[-1].start - offset].endswith(_BY):
            left.pop()  # "X可由Y发射，其射程": the range is X's
        for at in range(len(left) - 2, -1, -1):
            if self._aside(left[at], left[-1], quantity, reading):
                return left[: at + 1]
        return left

    def parted(self, owner: Mention, quantity: Quantity, reading: Reading) -> bool:
        """Whether another thing is the subject between a weapon and a figure."""
        offset = reading.sentence.start
        since = full_width(reading.sentence.text[owner.end - offset : quantity.start - offset])
        _, at = reading.place_of(owner)
        first = reading.tokens.at(quantity.start - offset)
        last = reading.tokens.at(quantity.end - 1 - offset) + 1
        if not self._offshoots.isdisjoint(reading.between(at, first)):
            # "the Dart-3, an export version with": the weapon itself, told closer.
            return _CLOSELY.match(since) is None and not self._named_so(at, reading)
        stop = next((n for n in range(last, len(reading.tokens)) if _ends(reading, n)), last)
        if not self._offshoots.isdisjoint(reading.between(last, stop)):
            return True
        if _EACH.search(since) and not owner.surface.endswith("s"):
            return True  # "sixteen drones, each 20 metres long": theirs, not the ship's
        if "；" in since:
            return not _SAME.search(since.rpartition("；")[2])
        if ";" not in since:
            return False
        rest = since.rpartition(";")[2]
        words = rest.lower().split()
        label = "," not in rest and len(words) <= _LABEL
        again = self._pronouns | self._going_on
        return not (label or words[:1] == [] or words[0] in again or _OWN.intersection(words))

    def _named_so(self, at: int, reading: Reading) -> bool:
        """ "The Dart-3 variant": the word belongs to the name."""
        return reading.between(at, at + 1) != () and reading.tokens.norms[at] in self._offshoots

    def _only_names(self, item: Mention, reading: Reading) -> bool:
        """ "A radar engineer": the word only says what sort of thing follows."""
        _, last = reading.place_of(item)
        return (
            item.entity in self._classes
            and last < len(reading.tokens)
            and reading.tokens.norms[last] in self._made_of
            and reading.tokens.gap(last) in {" ", "-"}
        )

    def compared(self, item: Mention, reading: Reading) -> bool:
        """ "Imitating the Dart-3, it has": the figure is not the model's."""
        offset = reading.sentence.start
        begin, end = item.start - offset, item.end - offset
        if set_against(reading.sentence.text, begin, end, cues=self._contrast):
            return True
        first, _ = reading.place_of(item)
        lead = reading.between(max(0, first - _COMPARED), first)
        if self._openers.isdisjoint(lead):
            return False
        found = any(
            lead[start : start + size] in self._comparing
            for size in range(1, self._longest + 1)
            for start in range(max(0, len(lead) - size - 2), len(lead) - size + 1)
        )
        return found and not _CLOSELY.match(
            reading.sentence.text, item.end - reading.sentence.start
        )

    def _aside(self, outer: Mention, inner: Mention, quantity: Quantity, reading: Reading) -> bool:
        """ "The Dart-3, dropped from a Wasp-1, has a range of": the second is only named within
        the commas, and the verb behind them is the first's."""
        text, offset = reading.sentence.text, reading.sentence.start
        if not _SET_OFF.match(text, outer.end - offset):
            return False
        _, last = reading.place_of(inner)
        first = reading.tokens.at(quantity.start - offset)
        closing = next(
            (at for at in range(last, first) if set(reading.tokens.gap(at)) & {",", ")", "–", "—"}),
            None,
        )
        return closing is not None and reading.tokens.norms[closing] in self._going_on


def _at_that(quantity: Quantity, first: int, reading: Reading) -> bool:
    """ "4,000 miles at 14 knots": the speed at which it goes so far."""
    norms = reading.tokens.norms
    if quantity.unit != "km/h" or norms[first - 1 : first] != ("at",):
        return False
    lead = range(max(0, first - _FIGURE), first - 1)
    figure = any(norms[at][:1].isdigit() and reading.tokens.gap(at) == " " for at in lead)
    return figure and not any(
        set(reading.tokens.gap(at)) & {",", ";"} for at in range(first - 2, first + 1)
    )


def _ends(reading: Reading, at: int) -> bool:
    return bool(set(reading.tokens.gap(at)) & {",", ";", ".", ":", "("})
