"""What a reading rule may look at: one sentence, what was found in it so far, and the article
around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.extract.mentions.context import CLOSING, OPENING, PAIR_WORDS, Context
from generator.extract.mentions.rules import Rules
from generator.knowledge.names import Name
from generator.model import EntityId, Mention, Sentence
from generator.text.slugs import slug
from generator.text.tokens import Tokens, fold, tokenise

__all__ = ["CLOSING", "NEAR", "NEAR_WEAPON", "OPENING", "PAIR_WORDS", "TYPES", "View", "has_words"]


TYPES = frozenset({"type", "class", "model"})
"""Words beside the name of a type: "of the type Zenda", "the Zenda class"."""

NEAR_NAME = 4
NEAR_WEAPON = 6
NEAR = 12
"""Words to either side in which a name looks for support; a weapon's stand close by,
what a person is closer still."""


class View(Struct, frozen=True, kw_only=True):
    """``first`` and ``stop`` bound the sentence in the article's ``tokens``; ``found`` grows while
    the sentence is read, ``before`` holds the mentions of the sentences before it. ``reserved``
    are the names known by their form, start to end."""

    rules: Rules
    tokens: Tokens
    sentence: Sentence
    context: Context
    first: int
    stop: int
    before: Sequence[Mention]
    found: Sequence[Mention]
    reserved: Mapping[int, int]

    def near(self, words: Iterable[str], first: int, last: int, reach: int) -> bool:
        """Whether one of ``words`` stands within ``reach`` tokens of a token range."""
        window = self.tokens.norms[max(self.first, first - reach) : first]
        window += self.tokens.norms[last : min(self.stop, last + reach)]
        inside = set(window)
        return any(has_words(word, inside) for word in words)

    def quotes(self, first: int, last: int) -> bool:
        """Whether a token range is all that quotation marks hold."""
        text, start, end = self.tokens.text, self.tokens.starts[first], self.tokens.ends[last - 1]
        return start > 0 and text[start - 1] in OPENING and text[end : end + 1] in {*CLOSING}

    def names_at(self, index: int) -> tuple[tuple[int, tuple[Name, ...]], ...]:
        """All names that begin at a token, the longest first, with the index after their last
        token."""
        return self.context.names_at(self.rules, self.tokens, index)

    def names_class(self, index: int) -> bool:
        """Whether a class noun ("missile") begins at a token, right after the one before."""
        if self.tokens.gap(index) != " ":
            return False
        return any(
            name.is_class for _, names in self.rules.topics.at(self.tokens, index) for name in names
        )

    def mention(self, name: Name, first: int, last: int, *, inferred: bool = False) -> Mention:
        """A token range as a mention of that name; a full stop that belongs to it is taken in."""
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        if name.text.endswith(".") and self.tokens.text[end : end + 1] == ".":
            end += 1
        return Mention(
            start=start,
            end=end,
            sentence=self.sentence.id,
            surface=self.tokens.text[start:end],
            rule=name.rule,
            kind=name.kind,
            entity=name.entity,
            inferred=inferred,
        )

    def unlisted(self, start: int, end: int, identity: str = "") -> Mention:
        """Characters of the article as a weapon that nobody lists, named by its form."""
        surface = self.tokens.text[start:end]
        return Mention(
            start=start,
            end=end,
            sentence=self.sentence.id,
            surface=surface,
            rule="pattern",
            kind="weapon",
            entity=EntityId(identity or slug(surface)),
            known=False,
        )


def has_words(phrase: str, words: Iterable[str]) -> bool:
    """Whether all words of a phrase are among ``words``."""
    inside = words if isinstance(words, (set, frozenset)) else set(words)
    parts = phrase.replace("-", " ").split() if phrase.isascii() else tokenise(phrase).norms
    return all(fold(part) in inside for part in parts)
