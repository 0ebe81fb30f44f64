"""Which statements lean on the sentence before them: by a pronoun, a pointing word, a count of
what was told before, an "I" that is nobody whom the article names.

Decides that alone. Whether a name can be put in for the pronoun, :mod:`naming` and the findings
say.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from generator.extract.summary.findings import Findings
from generator.model import AUTHOR, SentenceId
from generator.text.reading import Reading
from generator.text.tokens import Tokens, tokenise

_COUNTED_ON = frozenset({"later", "earlier", "afterwards"})
_OPENING = 4
_CLAUSE = 12
"""Words in which what a sentence speaks of must be named."""
_PERSONAL = frozenset({"he", "she"})
_PRONOUNS = frozenset({"it", "they"}) | _PERSONAL
_SUBJECTS = {("it",), ("they",), ("he",), ("she",)}
_POINTING = frozenset({"that", "this", "those", "these", "such"})
_PRESENT = frozenset({
    "year", "month", "week", "weekend", "morning", "afternoon", "evening", "spring", "summer",
    "autumn", "fall", "winter", "decade", "century", "quarter", "term", "season",
})  # fmt: skip
"""What "this" only says when of: "in this year's budget"."""
_COUNTS = frozenset(
    {"two", "three", "four", "2", "3", "4", "pair", "duo", "trio", "latter", "former"}
)
_AUXILIARIES = frozenset({"will", "would", "have", "are", "were", "may", "could", "should", "can"})
_PARTIES = 3
"""Names beside a count that may be those counted, and who says it."""
_PASSIVE = frozenset({"is", "was", "has", "had"})
_FAR = 8
"""Words in which the "that" of "it was confirmed on Monday that" stands."""


_SELF = re.compile(
    r"(?<![\w.'’-])(?:I(?= [a-z]|['’](?:m|ll|d|ve)\b)|[Mm]y|[Mm]e|[Mm]yself)(?![\w-])"
)
"""A word with which somebody speaks of himself."""
_OF_SELF = frozenset({"i", "my", "me", "myself"})
_NUMBERED = re.compile(r"[A-Z][\w’'-]* $")
"""What stands before the "I" of "World War I" and of "Charles I"."""
_LONGEST_NAME = 30


def speaks_of_nobody(
    text: str, norms: frozenset[str], sentence: SentenceId, findings: Findings
) -> bool:
    """ "I think an attack is unlikely": whether a text, of these folded words, speaks of an "I",
    outside quotation marks, that is neither the author nor a source with a name."""
    if _OF_SELF.isdisjoint(norms):
        return False
    for one in _SELF.finditer(text):
        before = text[: one.start()]
        if before.count('"') % 2 or before.count("“") > before.count("”"):
            continue
        if one.group() == "I" and _NUMBERED.search(before[-_LONGEST_NAME:]):
            continue
        holders = {claim.holder for claim in findings.told(sentence, text)}
        return not any(one == AUTHOR or one in findings.names for one in holders if one)
    return False


class Leaning(Struct, frozen=True, kw_only=True):
    """The cue words of one knowledge base."""

    common: frozenset[str]
    """Prepositions, determiners and auxiliaries."""
    finite: frozenset[str]
    """Forms of verbs that make a clause."""
    dangling: frozenset[tuple[str, ...]]
    """Openings, word by word, that lean on what stands before."""
    standing: frozenset[tuple[str, ...]]
    """Openings of two and three words that only look as if they leaned on something."""
    looking_back: frozenset[tuple[str, ...]]
    """Openings that go back behind the news."""

    def leans(self, tokens: Tokens, reading: Reading, persons: frozenset[str]) -> bool:
        """Whether what a statement of these words speaks of stands in the sentence before."""
        norms = tokens.norms
        if not _COUNTED_ON.isdisjoint(norms[:_OPENING]):
            return True  # "Two hours later the guests went home"
        if self._points(norms) or self._counts(tokens, reading) or self._points_late(tokens):
            return True
        if self._stands(norms):
            return False
        return not self.dangling.isdisjoint((norms[:1], norms[:2], norms[:3])) or self._pronoun(
            norms, reading, persons
        )

    def looks_back(self, norms: tuple[str, ...]) -> bool:
        """ "Last week the mayor ...": whether a statement opens behind the news."""
        return not self.looking_back.isdisjoint((norms[:2], norms[:3]))

    def points_back(self, norms: tuple[str, ...]) -> bool:
        """ "The palace had denied it": whether the first clause acts on what it does not
        name."""
        first = norms[:_CLAUSE]
        return "it" in first and any(
            after == "it" and before in self.finite for before, after in pairwise(first)
        )

    def opens_late(self, text: str, norms: tuple[str, ...]) -> bool:
        """ "Apart from the jets, it has built ships": whether a clause behind an opening phrase
        begins with a pronoun."""
        opening, comma, rest = text.partition(", ")
        words = tokenise(opening).norms
        return (
            bool(comma)
            and not self.common.isdisjoint(norms[:2])
            and self.finite.isdisjoint(words)
            and tokenise(rest[: _OPENING * 4]).norms[:1] in _SUBJECTS
        )

    def _stands(self, norms: tuple[str, ...]) -> bool:
        """Whether what opens there stands for nothing: "it is likely that ...", "it has been
        confirmed that ..."."""
        if norms[:2] in self.standing or norms[:3] in self.standing:
            return True
        told = any(word in self.finite or word.endswith("ed") for word in norms[2:5])
        impersonal = norms[:1] == ("it",) and norms[1:2] and norms[1] in _PASSIVE
        return bool(impersonal) and told and "that" in norms[3:_FAR]

    def _points(self, norms: tuple[str, ...]) -> bool:
        """ "At that height the rocket ...": a pointing word behind the opening preposition."""
        return (
            len(norms) > 2
            and norms[0] in self.common
            and norms[0] not in self.finite
            and norms[1] in _POINTING
            and norms[2] not in _PRESENT
        )

    def _points_late(self, tokens: Tokens) -> bool:
        """ "According to the navy, this is because": a pointing word as the subject behind an
        opening phrase."""
        norms = tokens.norms
        for at in range(2, min(len(norms) - 1, _CLAUSE)):
            if norms[at - 1] in self.finite:
                return False
            if tokens.gap(at).strip() == ",":
                return norms[at] in _POINTING and norms[at + 1] in self.finite
        return False

    def _counts(self, tokens: Tokens, reading: Reading) -> bool:
        """ "Officials say the two leaders agreed": a count of those named before, as the subject
        of what is said."""
        norms, raws = tokens.norms, tokens.raws
        for at in range(1, min(len(norms) - 2, _CLAUSE)):
            if norms[at] != "the" or norms[at + 1] not in _COUNTS or raws[at + 2][:1].isupper():
                continue
            verb = norms[at + 3] if at + 3 < len(norms) else ""
            told = verb in self.finite | _AUXILIARIES or verb.endswith("ed")
            if told and (norms[at - 1] == "that" or norms[at - 1] not in self.common):
                own = {item.entity for item in reading.mentions if item.kind in {"actor", "weapon"}}
                return len(own) < _PARTIES
        return False

    def _pronoun(self, norms: tuple[str, ...], reading: Reading, persons: frozenset[str]) -> bool:
        """ "On the 26th it launched ...", "The ministry said she would ...": a pronoun stands
        where the name should."""
        words = norms[:8]
        if _PRONOUNS.isdisjoint(words):
            return False
        pronoun = next(at for at, word in enumerate(words) if word in _PRONOUNS)
        if words[pronoun] not in _PERSONAL and not self.finite.isdisjoint(words[:pronoun]):
            return False  # "A reactor will come, if it comes"
        named = {
            word
            for item in reading.mentions
            if item.kind in {"actor", "weapon"}
            and (words[pronoun] not in _PERSONAL or item.entity in persons)
            for word in tokenise(item.surface).norms
        }
        return not any(word in named for word in words[:pronoun])
