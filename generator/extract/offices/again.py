"""A title that stands alone later: "the minister said" after Defence Minister X.

It is read only if exactly one person of the article was given that title before, right beside
the name, and no other state or office is named with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention, Sentence
from generator.text.tokens import Tokens, tokenise

_LONGEST_TITLE = 6
_AFTER = {",", ".", ";", ":", ")", "?", "!"}


class TitleMemory:
    """Titles given so far in one article, and to whom."""

    def __init__(self, nouns: frozenset[str], frame: frozenset[str], tokens: Tokens) -> None:
        self._nouns = nouns
        self._frame = frame
        self._tokens = tokens
        self._given: dict[str, set[tuple[EntityId, bool]]] = {}

    @staticmethod
    def words(knowledge: KnowledgeBase) -> frozenset[str]:
        """Last words of titles that can stand alone."""
        cues = knowledge.language.actors
        last = {
            tokenise(title).norms[-1] for office in cues.offices.values() for title in office.titles
        }
        nouns = last | frozenset(cues.persons.nouns)
        return frozenset(nouns - frozenset(cues.persons.honorifics) - frozenset(cues.generic_nouns))

    def read(
        self, sentence: Sentence, people: list[Mention], *, taken: list[Mention]
    ) -> Iterator[Mention]:
        """Bare titles of a sentence; then the titles it gives are remembered."""
        if self._given:
            yield from self._bare(sentence, {item.start for item in taken}, taken)
        for mention in people:
            first = self._tokens.at(mention.start)
            start = max(self._tokens.at(sentence.start), first - 1)
            for word in self._tokens.norms[start:first]:
                if word in self._nouns and self._tokens.gap(first) in {" ", ". ", "\n"}:
                    self._given.setdefault(word, set()).add((mention.entity, mention.known))
            self._appositive(sentence, mention)

    def _appositive(self, sentence: Sentence, mention: Mention) -> None:
        tokens = self._tokens
        index, stop = tokens.at(mention.end - 1) + 1, tokens.at(sentence.end)
        if index >= stop or tokens.gap(index) != ", ":
            return
        for position in range(index, min(index + _LONGEST_TITLE, stop)):
            if position > index and tokens.gap(position) not in {" ", "'", "", "-"}:
                return
            word = tokens.norms[position]
            if word in self._nouns:
                self._given.setdefault(word, set()).add((mention.entity, mention.known))
                return
            if word in self._frame:
                return

    def _bare(
        self, sentence: Sentence, starts: set[int], taken: list[Mention]
    ) -> Iterator[Mention]:
        tokens = self._tokens
        first, stop = tokens.at(sentence.start) + 1, tokens.at(sentence.end)
        if self._given.keys().isdisjoint(tokens.norms[first:stop]):
            return
        ends = {item.end for item in taken}
        for index in range(first, stop):
            word = tokens.norms[index]
            holders = self._given.get(word)
            if holders is None or len(holders) != 1 or not self._definite(sentence, index):
                continue
            if tokens.starts[index] in starts or tokens.ends[index] in ends:
                continue
            (entity, known) = next(iter(holders))
            yield Mention(
                start=tokens.starts[index],
                end=tokens.ends[index],
                sentence=sentence.id,
                surface=tokens.raws[index],
                rule="role",
                kind="actor",
                entity=entity,
                known=known,
                inferred=True,
            )

    def _definite(self, sentence: Sentence, index: int) -> bool:
        """ "the minister said": the article before it, and no noun after it."""
        tokens = self._tokens
        if tokens.norms[index - 1] != "the" or tokens.gap(index) != " ":
            return False
        if not tokens.raws[index].islower():
            return False
        if index + 1 >= len(tokens) or tokens.starts[index + 1] >= sentence.end:
            return True
        gap = tokens.gap(index + 1)
        if gap[:1] in _AFTER:
            return True
        following = tokens.norms[index + 1]
        return gap in {" ", "\n"} and following in self._frame and following != "of"
