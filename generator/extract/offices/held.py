"""Whether an office is said of somebody named beside it, and is nobody by itself: "Anna Moor, the
Ruritanian minister,", "named Ruritania's minister", "Ruritania's minister is Anna Moor".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.model import Mention
from generator.text.tokens import Tokens

_LONGEST = 5
"""Words of an office, its owner left out."""
_TOWN = 4


class OfficeWords(Struct, frozen=True, kw_only=True):
    """``prefixes`` may stand in an office; no name and its office go on over one of ``frame``."""

    appointing: frozenset[str]
    prefixes: frozenset[str]
    being: frozenset[str]
    frame: frozenset[str]


class HeldOffice:
    """The mentions of one sentence, whose tokens are ``first`` to ``stop``."""

    def __init__(
        self,
        words: OfficeWords,
        *,
        tokens: Tokens,
        first: int,
        stop: int,
        mentions: Sequence[Mention],
        is_person: Callable[[Mention], bool],
        is_state: Callable[[Mention], bool],
    ) -> None:
        self._words = words
        self._tokens = tokens
        self._first = first
        self._stop = stop
        self._ending = {mention.end: mention for mention in mentions}
        self._starting = {mention.start: mention for mention in mentions}
        self._is_person = is_person
        self._is_state = is_state

    def somebody_s(self, begin: int, last: int) -> bool:
        """``begin`` is the first token of the office, or of the state before it; ``last`` the one
        after it."""
        return self._after_a_name(begin) or self._given(begin) or self._named_next(last)

    def _after_a_name(self, begin: int) -> bool:
        """ "Rupert Hentzau, Ruritania's defence minister": the title of the one just named."""
        position, tokens = begin, self._tokens
        while position > self._first and tokens.gap(position) in {" ", "", "'"}:
            before = tokens.norms[position - 1]
            if before in self._words.frame or begin - position >= _LONGEST:
                return False
            position -= 1
        if position <= self._first or tokens.gap(position) != ", ":
            return False
        mention = self._ending.get(tokens.ends[position - 1])
        return mention is not None and self._is_person(mention)

    def _given(self, begin: int) -> bool:
        """ "named Ruritania's defence minister", "as defence minister": what somebody becomes."""
        position, tokens = begin, self._tokens
        while position > self._first and begin - position < _LONGEST:
            word = tokens.norms[position - 1]
            if word in self._words.appointing:
                return tokens.gap(position) == " "
            owner = self._ending.get(tokens.ends[position - 1])
            small = word in {"'s", "the", "a", "an"} or word in self._words.prefixes
            if owner is not None and self._is_state(owner):
                position = tokens.at(owner.start)
                continue
            if not small:
                return False
            position -= 1
        return False

    def _named_next(self, last: int) -> bool:
        """ "Ruritania's minister is Rupert Hentzau", "the President of Ruritania, Rupert Hentzau,",
        "the ambassador to Strelsau Rupert Hentzau": the one who is named next."""
        tokens, position = self._tokens, last
        stop = min(self._stop, last + 2 * _LONGEST)
        leading = tokens.norms[position : position + 1]
        if leading in {("of",), ("to",)}:
            position += 1 + (tokens.norms[position + 1 : position + 2] == ("the",))
            owner = self._starting.get(tokens.starts[position]) if position < stop else None
            if leading == ("to",) and owner is None:
                return self._behind_capitals(position, stop)
            if owner is None or not self._is_state(owner):
                return False
            position = tokens.at(owner.end - 1) + 1
            if position < stop and tokens.gap(position) in {" ", ", "}:
                return self._person_at(position)
        begin = position
        while position < stop and tokens.norms[position] in self._words.being:
            position += 1
        return begin < position < stop and self._person_at(position)

    def _behind_capitals(self, position: int, stop: int) -> bool:
        """Whether a person follows a town of few words: "to New Strelsau Rupert Hentzau"."""
        raws = self._tokens.raws
        for at in range(position, min(stop, position + _TOWN)):
            if not raws[at][:1].isupper() or self._tokens.gap(at) != " ":
                return False
            if at > position and self._person_at(at):
                return True
        return False

    def _person_at(self, index: int) -> bool:
        mention = self._starting.get(self._tokens.starts[index])
        return mention is not None and self._is_person(mention)
