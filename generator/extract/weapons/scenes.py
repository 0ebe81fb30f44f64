"""Whether a weapon that no verb governs is shown: at a parade, in an exhibition, in a picture.

Decides how far the word for the occasion reaches: over the rest of its own sentence, and over the
sentences after it that go on with what came by.
"""

from __future__ import annotations

import re

from msgspec import Struct

from generator.extract.weapons.holding import holds
from generator.knowledge.cues.verbs import VerbCues
from generator.model import Mention
from generator.text.phrases import words
from generator.text.reading import Reading
from generator.text.scripts import EASTERN

_REACH = 6
"""Sentences after the one with the occasion that may go on with it."""
_OPENING = 6
_WITHIN = 12
_HEAD = 2
_ITEMS = 12
"""Sentences after which a list no longer tells what was shown."""
_NEAR = 4
_FEW = 3
"""The same after a verb of showing alone."""
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_PLACED = re.compile(
    r"[ ,]{1,2}\(?(?:far |top |bottom )?(?:left|right|cent(?:er|re)|front|back|rear)\b"
)
"""Where in a picture something stands: "the Dart-3 (left)"."""


class Scene(Struct, frozen=True, kw_only=True):
    """What the sentences so far opened: ``left`` counts those it still reaches, ``since`` those
    since it was spoken of."""

    left: int = 0
    since: int = 1000
    cue: str = ""
    paragraph: int = -1


NO_SCENE = Scene()


class Scenes:
    """The words of one set of verb cues. Stateless; a :class:`Scene` is kept by who reads."""

    def __init__(self, cues: VerbCues) -> None:
        self._single = frozenset(word for word in cues.show_contexts if " " not in word)
        several = [tuple(phrase.split()) for phrase in cues.show_contexts if " " in phrase]
        self._seconds = frozenset(phrase[-1] for phrase in several)
        self._several: dict[str, list[tuple[str, ...]]] = {}
        for phrase in several:
            self._several.setdefault(phrase[0], []).append(phrase)
        self._firsts = self._single | self._several.keys()
        self._arriving = frozenset(cues.arriving)
        self._parading = frozenset(cues.parading)
        self._listing = frozenset(cues.listing)
        self._pictured = words(cues.pictured)
        self._finite = frozenset((*cues.be, *cues.have, *cues.do, *cues.future, *cues.possible))
        self._absent = frozenset((*cues.negations, *cues.absent))
        self._joining = frozenset((*cues.prepositions, *_RELATIVE, "and", "or"))

    def occasion(self, reading: Reading) -> int | None:
        """The first token of the word for a parade or an exhibition."""
        norms = reading.tokens.norms
        if self._single.isdisjoint(norms) and self._seconds.isdisjoint(norms):
            return None
        for at, word in enumerate(norms):
            if word in self._firsts and (
                word in self._single
                or any(norms[at : at + len(phrase)] == phrase for phrase in self._several[word])
            ):
                return at
        return None

    def passes(self, at: int, reading: Reading) -> bool:
        """ "At the parade flew the Dart-3": such a verb tells of no deed there."""
        return reading.tokens.norms[at] in self._parading

    def follow(self, reading: Reading, before: Scene) -> Scene:
        """What a sentence leaves open for the next one."""
        at = self.occasion(reading)
        paragraph = reading.sentence.paragraph
        if at is not None:
            return Scene(left=_REACH, cue=reading.tokens.norms[at], since=0, paragraph=paragraph)
        shown = next(
            (
                item
                for item in reading.predicates
                if item.frame.type == "displays" and item.mood == "stated" and holds(item, reading)
            ),
            None,
        )
        if shown is not None:
            cue = reading.words(shown.first, shown.last)
            return Scene(left=_FEW, cue=cue, since=0, paragraph=paragraph)
        near = paragraph - before.paragraph in {0, 1}
        item = self.is_item(reading)
        goes_on = near and (item or self._arrives(reading, len(reading.tokens)))
        return Scene(
            left=max(0, before.left - 1) if goes_on else 0,
            cue=before.cue,
            since=0 if item and before.since < _ITEMS else before.since + 1,
            paragraph=paragraph,
        )

    def _arrives(self, reading: Reading, stop: int) -> bool:
        """Whether the words before a token go on with what came by."""
        norms = reading.tokens.norms
        near = norms[max(0, stop - _WITHIN) : stop]
        return not (
            self._arriving.isdisjoint(near) and self._listing.isdisjoint(norms[: min(stop, _HEAD)])
        )

    def is_item(self, reading: Reading) -> bool:
        """Something listed without a verb: "Six Dart-3s, with a slimmer nose."."""
        weapons = [item for item in reading.mentions if item.kind == "weapon"]
        if not weapons:
            return False
        norms = reading.tokens.norms
        first, last = reading.place_of(weapons[0])
        if first > _OPENING:
            return False
        for item in weapons[1:]:
            begin, end = reading.place_of(item)
            last = end if begin == last else last
        size = len(norms)
        behind = reading.tokens.gap(last).strip(" \"'”’") if last < size else "."
        if behind == "" and norms[last] not in self._joining:
            return False
        stop = next((at for at in range(last, size) if norms[at] in _RELATIVE), size)
        resumes = next((at for at in range(stop, size) if "," in reading.tokens.gap(at)), size)
        return self._finite.isdisjoint((*norms[:stop], *norms[resumes:])) and not any(
            not item.is_noun
            and item.form != "gerund"
            and (item.group < item.first or item.first < first)
            for item in reading.predicates
            if item.first < stop
        )

    def shown(self, mention: Mention, reading: Reading, scene: Scene) -> str:
        """The word that says so; empty if the weapon is not shown."""
        first, last = reading.place_of(mention)
        norms = reading.tokens.norms
        around = (*norms[max(0, first - _NEAR) : first], *norms[last : last + _NEAR])
        if not self._absent.isdisjoint(around):
            return ""
        if norms[0] in self._absent and ";" not in reading.text_between(1, first):
            return ""  # "Gone from the parade were"
        at = self.occasion(reading)
        if at is not None and at < first:
            return norms[at]
        if self._placed(mention, reading):
            return "pictured"
        if EASTERN.search(reading.sentence.text):
            return ""  # how such a list goes on is known of English only
        if at is None and scene.since < _ITEMS and self.is_item(reading):
            return scene.cue
        if at is None and not scene.left:
            return ""
        if at is None:
            return scene.cue if self._arrives(reading, first) else ""
        told = self._arriving | self._listing
        return "" if told.isdisjoint((*norms[:first], *norms[last:at])) else norms[at]

    def _placed(self, mention: Mention, reading: Reading) -> bool:
        """A caption: "the Dart-3 (left)", in a sentence that speaks of a picture."""
        end = mention.end - reading.sentence.start
        text = reading.sentence.text
        placed = _PLACED.match(text, end)
        return placed is not None and self._pictured.search(text) is not None
