"""Whether a weapon is only named for what another is like, or comes from."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from generator.extract.weapons.eastern import likeness
from generator.extract.weapons.words import Words
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.verbs import EasternContrast
from generator.model import Mention
from generator.text.eastern.contrast import set_against
from generator.text.nicknames import is_nickname
from generator.text.reading import Reading

_NEAR = 5


class Comparisons(Struct, frozen=True, kw_only=True, eq=False):
    """The rules for one knowledge base. ``phrases`` are cut into words, ``openers`` are their first
    words; ``kin`` leads from a variant to its family."""

    cues: Words
    eastern: EasternContrast
    phrases: tuple[tuple[str, ...], ...]
    openers: frozenset[str]
    kin: Collection[tuple[str, ...]]
    classes: Collection[str]
    determiners: frozenset[str]
    origins: tuple[str, ...]

    def only(self, mention: Mention, reading: Reading) -> bool:
        """Whether nothing is said of the weapon itself."""
        first, _ = reading.place_of(mention)
        offset = reading.sentence.start
        begin, end = mention.start - offset, mention.end - offset
        if set_against(reading.sentence.text, begin, end, cues=self.eastern):
            return True
        before = reading.between(max(0, first - _NEAR), first)
        for phrase in () if self.openers.isdisjoint(before) else self.phrases:
            size = len(phrase)
            for start in range(len(before) - size, -1, -1):
                if before[start : start + size] == phrase and len(before) - start - size <= 2:
                    return True
        if self._kin_of_another(reading, first) or likeness(first, reading, self.cues):
            return True
        after = reading.between(first, first + 6)
        like = "like" in after[1:3] and "-like" in reading.text_between(first + 1, first + 5)
        return like or is_nickname(reading.sentence.text, begin, end, origins=self.origins)

    def _kin_of_another(self, reading: Reading, first: int) -> bool:
        """ "the Dart-4, a variant of the Dart-3": the Dart-3 is only what the other comes from."""
        start = first
        while start and reading.tokens.norms[start - 1] in self.determiners:
            start -= 1
        if reading.between(start - 2, start) not in self.kin:
            return False
        return any(
            item.kind == "weapon"
            and item.entity not in self.classes
            and reading.place_of(item)[1] <= start
            for item in reading.mentions
        )


def comparisons(
    knowledge: KnowledgeBase, words: Words, *, kin: Collection[tuple[str, ...]]
) -> Comparisons:
    """The rules as the verb cues give them."""
    cues = knowledge.language.verbs
    return Comparisons(
        cues=words,
        eastern=cues.eastern_contrast,
        phrases=tuple(tuple(phrase.split()) for phrase in cues.comparing),
        openers=frozenset(phrase.split()[0] for phrase in cues.comparing),
        kin=kin,
        classes=knowledge.classes.keys(),
        determiners=frozenset(cues.determiners),
        origins=knowledge.language.weapons.origin_endings,
    )
