"""Whether a weapon that no verb governs is shown: at a parade, in an exhibition, in a picture.

Decides how far the word for the occasion reaches: over the rest of its own sentence, and over the
sentences after it that go on with what came by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge.cues.verbs import VerbCues
from generator.model import Mention
from generator.text.phrases import words
from generator.text.reading import Reading

_REACH = 6
"""Sentences after the one with the occasion that may go on with it."""
_OPENING = 6
_PLACED = re.compile(r"[ ,]{1,2}\(?(?:far |top |bottom )?(?:left|right|cent(?:er|re)|front|back|rear)\b")
"""Where in a picture something stands: "the Dart-3 (left)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the sentences so far opened: ``left`` counts those it still reaches."""

    left: int = 0
    cue: str = ""
    paragraph: int = -1


NO_SCENE = Scene()

class Scenes:
    """The words of one set of verb cues. Stateless; a :class:`Scene` is kept by who reads."""

    def __init__(self, cues: VerbCues) -> None:
        self._single = frozenset(word for word in cues.show_contexts if " " not in word)
        self._several = tuple(
            tuple(phrase.split()) for phrase in cues.show_contexts if " " in phrase
        )
        self._seconds = frozenset(phrase[-1] for phrase in self._several)
        self._arriving = frozenset(cues.arriving)
        self._pictured = words(cues.pictured)
        self._finite = frozenset((*cues.be, *cues.have, *cues.do, *cues.future, *cues.possible))
        self._joining = frozenset((*cues.prepositions, "and", "or"))

    def occasion(self, reading: Reading) -> int | None:
        """The first token of the word for a parade or an exhibition."""
        norms = reading.tokens.norms
        if self._single.isdisjoint(norms) and self._seconds.isdisjoint(norms):
            return None
        for at, word in enumerate(norms):
            if word in self._single or any(
                norms[at : at + len(phrase)] == phrase for phrase in self._several
            ):
                return at
        return None

    def follow(self, reading: Reading, before: Scene) -> Scene:
        """What a sentence leaves open for the next one."""
        at = self.occasion(reading)
        paragraph = reading.sentence.paragraph
        if at is not None:
            return Scene(left=_REACH, cue=reading.tokens.norms[at], paragraph=paragraph)
        near = paragraph - before.paragraph in {0, 1}
        left = before.left - 1 if near and self._goes_on(reading) else 0
        return Scene(left=max(0, left), cue=before.cue, paragraph=paragraph)

    def _goes_on(self, reading: Reading) -> bool:
        return self._fragment(reading) or not self._arriving.isdisjoint(reading.tokens.norms)

    def _fragment(self, reading: Reading) -> bool:
        """A list without a verb: "Six Dart-3s, with a slimmer nose."."""
        if not self._finite.isdisjoint(reading.tokens.norms) or any(
            not item.is_noun and item.form != "gerund" for item in reading.predicates
        ):
            return False
        opening = next((item for item in reading.mentions if item.kind == "weapon"), None)
        if opening is None:
            return False
        first, last = reading.place_of(opening)
        if first > _OPENING:
            return False
        behind = reading.tokens.gap(last).strip() if last < len(reading.tokens) else "."
        return behind != "" or reading.tokens.norms[last] in self._joining

    def shown(self, mention: Mention, reading: Reading, scene: Scene) -> str:
        """The word that says so; empty if the weapon is not shown."""
        first, _ = reading.place_of(mention)
        norms = reading.tokens.norms
        at = self.occasion(reading)
        if at is not None and at < first:
            return norms[at]
        if self._placed(mention, reading):
            return "pictured"
        if at is None and not scene.left:
            return ""
        cue = norms[at] if at is not None else scene.cue
        arrived = not self._arriving.isdisjoint(norms[:first])
        return cue if arrived or (at is None and self._fragment(reading)) else ""

    def _placed(self, mention: Mention, reading: Reading) -> bool:
        """A caption: "the Dart-3 (left)", in a sentence that speaks of a picture."""
        end = mention.end - reading.sentence.start
        text = reading.sentence.text
        placed = _PLACED.match(text, end)
        return placed is not None and self._pictured.search(text) is not None
