"""A sentence with its words, its frame words and the names in it, side by side.

Made once for each sentence and handed to every extractor that asks who did what.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from msgspec import Struct, field

from generator.model import Document, Mention, Sentence, SentenceId
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.outermost import outermost
from generator.text.tokens import Tokens, tokenise

RUN_ON = 3000
"""Characters beyond which a "sentence" is text without stops: its names are read, but nobody can
say what governs what (and asking grows with the square of its length)."""
_TOWARD = 14


class Reading(Struct, frozen=True, kw_only=True, eq=False):
    """``tokens`` count from the start of the sentence; mentions keep article offsets. Told apart by
    identity, so that answers about one can be kept."""

    sentence: Sentence
    tokens: Tokens
    predicates: tuple[Predicate, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Mention, ...]
    """The mentions that stand for themselves (:func:`outermost`)."""
    _places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _marks: list[tuple[tuple[int, str], ...]] = field(default_factory=list)

    @property
    def runs_on(self) -> bool:
        """Text without stops: whose a figure is and what is done to what, nobody can say."""
        return len(self.sentence.text) > RUN_ON

    def place_of(self, mention: Mention) -> tuple[int, int]:
        """First token of a mention and the index after its last."""
        span = mention.start, mention.end
        place = self._places.get(span)
        if place is None:  # kept: each mention is asked about some ten times
            first = self.tokens.at(mention.start - self.sentence.start)
            last = _behind(self.tokens, mention.end - self.sentence.start)
            place = self._places[span] = first, max(last, first + 1)
        return place

    def marks(self, first: int, stop: int) -> Iterator[tuple[int, str]]:
        """The tokens of a range before which more than a blank stands, each with what does. What
        looks for the end of a clause looks here: a sentence has three or four commas, not thirty.
        """
        if not self._marks:
            text, ends = self.tokens.text, self.tokens.ends
            places = enumerate(zip(ends, self.tokens.starts[1:], strict=False), 1)
            marked = [at for at, (end, start) in places if text[end:start] != " "]
            self._marks.append(tuple([(at, self.tokens.gap(at)) for at in marked]))
        return (mark for mark in self._marks[0] if first <= mark[0] < stop)

    def index_of(self, offset: int) -> int:
        """Index of the first mention that begins at an offset of the article or after it. What
        asks only for neighbours starts here: one hostile sentence may name thousands."""
        return bisect_left(self.mentions, offset, key=_start)

    def between(self, first: int, last: int) -> tuple[str, ...]:
        """Folded words of a token range."""
        return self.tokens.norms[first:last]

    def leads_on(self, predicate: Predicate) -> bool:
        """Whether the name that a frame asks for after its word is there. A place may be one that
        is not listed: a capital after "to"."""
        kinds = predicate.frame.toward
        last = min(predicate.last + _TOWARD, len(self.tokens))
        if not kinds or any(
            item.kind in kinds
            and item.rule != "demonym"
            and predicate.last <= self.place_of(item)[0] < last
            for item in self.mentions
        ):
            return True
        norms, raws = self.tokens.norms, self.tokens.raws
        weapons = {self.place_of(item)[0] for item in self.mentions if item.kind == "weapon"}
        return "place" in kinds and any(
            raws[at + step][:1].isupper() and at + step not in weapons
            for at in range(predicate.last, last)
            if norms[at] in {"to", "into", "onto"}
            for step in range(1, min(4, last - at))
        )

    def text_between(self, first: int, last: int) -> str:
        """Characters from the end of the token before ``first`` to the start of ``last``."""
        if last <= 0 or first > len(self.tokens):
            return ""
        start = self.tokens.ends[first - 1] if first else 0
        end = self.tokens.starts[last] if last < len(self.tokens) else len(self.sentence.text)
        return self.sentence.text[start:end]

    def words(self, first: int, last: int) -> str:
        """The raw characters of a token range."""
        if first >= last:
            return ""
        return self.sentence.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]


def _behind(tokens: Tokens, end: int) -> int:
    """Index after the last token that begins before an offset: the stop of "U.S." is no token."""
    return bisect_left(tokens.starts, end)


def _start(mention: Mention) -> int:
    return mention.start


class _Placed(Protocol):
    @property
    def sentence(self) -> SentenceId: ...


_P = TypeVar("_P", bound=_Placed)


def by_sentence(items: Iterable[_P]) -> dict[SentenceId, list[_P]]:
    """What stands in each sentence that holds any, in the order given."""
    found: dict[SentenceId, list[_P]] = {}
    for item in items:
        found.setdefault(item.sentence, []).append(item)
    return found


def read_all(
    document: Document, *, mentions: tuple[Mention, ...], grammar: Grammar
) -> tuple[Reading, ...]:
    """A reading of every sentence, in order."""
    named = by_sentence(mentions)
    readings: list[Reading] = []
    whole = tokenise(document.article.text)
    for sentence in document.sentences:
        tokens = whole.part(sentence.start, sentence.end)
        own = tuple(named.get(sentence.id, ()))
        ends = {
            _behind(tokens, mention.end - sentence.start)
            for mention in own
            if mention.kind == "actor" and mention.rule != "demonym"
        }
        weapons = {
            tokens.at(mention.end - 1 - sentence.start) + 1
            for mention in own
            if mention.kind == "weapon"
        }
        bounded = len(sentence.text) <= RUN_ON
        predicates = (
            grammar.predicates(tokens, name_ends=ends, weapon_ends=weapons) if bounded else ()
        )
        readings.append(
            Reading(
                sentence=sentence,
                tokens=tokens,
                predicates=_free(predicates, own, sentence, tokens),
                mentions=own,
                names=outermost(own),
            )
        )
    return tuple(readings)


def _free(
    predicates: tuple[Predicate, ...],
    mentions: tuple[Mention, ...],
    sentence: Sentence,
    tokens: Tokens,
) -> tuple[Predicate, ...]:
    """Frame words inside the name of a weapon ("multiple launch rocket system") do not count; an
    English one at its end does ("nuclear test")."""
    weapons = [item for item in mentions if item.kind == "weapon" and not item.inferred]
    if not weapons:
        return predicates
    kept: list[Predicate] = []
    for item in predicates:
        start = sentence.start + tokens.starts[item.first]
        end = sentence.start + tokens.ends[item.last - 1]
        inside = any(
            one.start <= start
            and end <= one.end - (not item.is_east_asian)
            and one.end - one.start > end - start
            for one in weapons
        )
        if not inside:
            kept.append(item)
    return tuple(kept)
