"""Who stands behind the words at a place of the article.

Decides which of a sentence's claims a place belongs to: a sentence may carry several voices, so
what stands at an offset is held by the claim that covers it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from generator.model import Claim, SentenceId
from generator.text.reading import by_sentence


def _start(claim: Claim) -> int:
    return claim.start


class Voices:
    """The claims of one article, in reading order, asked by place."""

    __slots__ = ("_by_sentence", "claims")

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims = tuple(claims)
        self._by_sentence = by_sentence(self.claims)

    def of(self, sentence: SentenceId) -> tuple[Claim, ...]:
        """The claims of a sentence, in reading order."""
        return tuple(self._by_sentence.get(sentence, ()))

    def get(self, sentence: SentenceId) -> Claim | None:
        """The claim that a sentence opens with."""
        found = self._by_sentence.get(sentence)
        return found[0] if found else None

    def at(self, sentence: SentenceId, place: int) -> Claim | None:
        """The claim that covers an offset of the article; a word between two parts goes with
        the part before it."""
        found = self._by_sentence.get(sentence)
        if not found:
            return None
        return found[max(0, bisect_right(found, place, key=_start) - 1)]

    def holder(self, sentence: SentenceId, place: int) -> str | None:
        """Who holds what stands at an offset."""
        claim = self.at(sentence, place)
        return claim.holder if claim is not None else None
