"""Sentences of the page that were glued to paragraphs of the article.

This module alone decides how far such sentences are followed: from the end of the last paragraphs
inwards, and in the first paragraphs only for a note that the text was shortened.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.ingest.furniture import Furniture
from generator.ingest.sheet import Sheet
from generator.ingest.stamps import Stamps
from generator.knowledge.cues.sentences import SentenceRules
from generator.model import RemovalReason, Removed
from generator.text.sentences import split

_LAST = 3
_FIRST = 4
"""Paragraphs at either end whose last sentences are looked at."""


class Glued:
    """Looks for such sentences with the patterns of ``furniture``."""

    def __init__(self, furniture: Furniture, stamps: Stamps, rules: SentenceRules) -> None:
        self._furniture = furniture
        self._stamps = stamps
        self._rules = rules

    def take(self, work: Sheet) -> None:
        """Set them apart, and keep the date that one of them states."""
        for index in self._paragraphs(work, work.live()[:_FIRST]):
            start, end = self._sentences(work, index)[-1]
            if self._furniture.is_edited(work.text[start:end]):
                self._drop(work, index, [Removed(start=start, end=end, why="disclaimer",
                                                 note="last sentence")])  # fmt: skip
        for index in self._paragraphs(work, work.live()[-_LAST:][::-1]):
            if found := self._tail(work, index):
                self._drop(work, index, found)
                if index not in work.gone:
                    return

    def _paragraphs(self, work: Sheet, indices: list[int]) -> Iterator[int]:
        for index in indices:
            if index != work.title_at and work.paragraphs[index].kind != "heading":
                yield index

    def _sentences(self, work: Sheet, index: int) -> list[tuple[int, int]]:
        paragraph = work.paragraphs[index]
        spans = [(paragraph.start, paragraph.end)]
        return list(split(work.text, spans=spans, rules=self._rules))

    def _tail(self, work: Sheet, index: int) -> list[Removed]:
        """The last sentences that are the page's, back to front. A companion goes with the one
        beside it, on either side."""
        found: list[Removed] = []
        beside: list[tuple[int, int]] = []
        last = self._sentences(work, index)[-1][1]
        for start, end in reversed(self._sentences(work, index)):
            sentence = work.text[start:end]
            why = self._why(sentence) or (self._why(work.text[start:last]) if beside else None)
            if why is None and self._furniture.is_companion(sentence):
                beside.append((start, end))
                continue
            if why is None:
                break
            if self._furniture.is_dated(sentence):
                stated = self._stamps.read(sentence, offset=start)
                if stated is not None:
                    work.facts.setdefault("date", stated)
            found += [_last(one, why) for one in (*beside, (start, end))]
            beside = []
        if not any(any(map(str.isalpha, work.text[one.start : one.end])) for one in found):
            return found  # an end mark vouches for nobody: "He would be well advised to go. -0-"
        return found + [_last(one, found[-1].why) for one in beside]

    def _why(self, sentence: str) -> RemovalReason | None:
        why = self._furniture.at_edge(sentence)
        if why is None and self._furniture.is_navigation(sentence):
            return "navigation"
        if why is None and self._furniture.is_dated(sentence):
            return "boilerplate"
        return why or self._furniture.of_pieces(sentence)

    def _drop(self, work: Sheet, index: int, found: list[Removed]) -> None:
        if len(found) == len(self._sentences(work, index)):
            work.drop(index, found[-1].why, "")
        else:
            work.removed.extend(found)


def _last(sentence: tuple[int, int], why: RemovalReason) -> Removed:
    return Removed(start=sentence[0], end=sentence[1], why=why, note="last sentence")
