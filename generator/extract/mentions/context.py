"""What the whole article says, gathered before any weak name is read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from generator.extract.mentions.rules import Rules
from generator.knowledge.names import Name
from generator.model import Document
from generator.text.tokens import Tokens, tokenise

_ROMAN = frozenset("IVX")
OPENING = '"“‘«「『'
CLOSING = '"”’»」』'
PAIR_WORDS = frozenset({"and", "or", "&"})
_OPENING = frozenset(OPENING)
_APPOSED = 120
"""Characters from a name to one in what is told of it, at most."""
_SISTER_OF = re.compile(
    r"[\w'’. -]{4,40}, (?:the |an? )?(?:[\w'’.-]+ ){1,6}?of (?:[\w'’.-]+ ){0,6}"
)
""" "Anna Black, the sister of the ruler |Carl Black, said": the Black of the next sentences is
Anna."""


class Context(Struct, frozen=True):
    """``starts`` and ``topic_starts`` are the tokens at which a name or a topic may begin,
    ``words`` are all folded words, ``plain`` the sure mentions of each entity, ``full_names``
    the offsets and persons of each folded surname, ``date`` the article's own as ISO text,
    ``home`` the state at home in its way of writing or at its dateline, ``states`` those of which
    the state itself or a body or person is named, ``other_things`` the class nouns that mean
    something else in it."""

    words: frozenset[str]
    starts: tuple[int, ...]
    topic_starts: tuple[int, ...]
    plain: Counter[str]
    full_names: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    date: str | None = None
    home: str | None = None
    states: set[str] = field(default_factory=set)
    other_things: frozenset[str] = frozenset()
    borne: dict[str, bool] = field(default_factory=dict)
    """By surname whether somebody unknown bears it."""
    _named: dict[int, tuple[tuple[int, tuple[Name, ...]], ...]] = field(default_factory=dict)

    def names_at(
        self, rules: Rules, tokens: Tokens, index: int
    ) -> tuple[tuple[int, tuple[Name, ...]], ...]:
        """What :meth:`NameIndex.at` finds, looked up once (measured: asked four times)."""
        if index not in self._named:
            self._named[index] = tuple(rules.names.at(tokens, index))
        return self._named[index]


def gather(document: Document, tokens: Tokens, rules: Rules) -> Context:
    """Counts the names that link by themselves, and where persons stand with their full names."""
    article = document.article
    stated = article.published.value if article.published else None
    named = rules.names.starts(tokens)
    context = Context(
        words=frozenset(tokens.norms),
        starts=tuple(sorted({*named, *_other_starts(tokens, rules)})),
        topic_starts=tuple(rules.topics.starts(tokens)),
        plain=Counter(),
        date=article.notes.date or stated,
        home=_home(document, rules),
        other_things=_other_things(tokens, rules),
    )
    for sentence in document.sentences:
        reached, stop = tokens.at(sentence.start), tokens.at(sentence.end)
        for index in within(named, reached, stop):
            if index < reached:
                continue
            for end, names in context.names_at(rules, tokens, index):
                plain = [name for name in names if name.reading in {"plain", "demonym"}]
                if plain and end <= stop:
                    for name in plain:
                        context.plain[name.entity] += 1
                        actor = rules.knowledge.actors.get(name.entity)
                        if actor is not None and (actor.country or actor.kind == "state"):
                            context.states.add(actor.country or actor.id)
                        _note_full_name(context, name, tokens, index, rules)
                    reached = end
                    break
    return context


def _other_things(tokens: Tokens, rules: Rules) -> frozenset[str]:
    """ "Storage tanks" somewhere: no tank of the article is armoured."""
    norms = tokens.norms
    words = set(norms)
    return frozenset(
        noun
        for one in rules.class_others
        if not words.isdisjoint(one.nouns) and not words.isdisjoint(one.after)
        if any(b in one.nouns and a in one.after for a, b in pairwise(norms))
        for noun in one.nouns
    )


def _home(document: Document, rules: Rules) -> str | None:
    """The state whose bodies the article may name without it."""
    text = document.article.text
    for one in rules.writings:
        if one.language == document.article.language and (
            not one.words or sum(word in text for word in one.words) > 1
        ):
            return one.state
    line = document.article.dateline
    return _seated(tokenise(line.value), rules) if line is not None else None


def _seated(tokens: Tokens, rules: Rules) -> str | None:
    """The one state in which a dateline lies."""
    states: set[str | None] = set()
    for index in rules.names.starts(tokens):
        for _, names in rules.names.at(tokens, index):
            for name in names:
                place = rules.knowledge.places.get(name.entity)
                actor = rules.knowledge.actors.get(name.entity)
                if place is not None:
                    states.add(place.country)
                elif actor is not None and actor.kind == "state":
                    states.add(actor.id)
    return states.pop() if len(states) == 1 else None


def within(starts: Sequence[int], first: int, stop: int) -> Sequence[int]:
    """Those of the sorted indices that lie in a range."""
    return starts[bisect_left(starts, first) : bisect_left(starts, stop)]


def _other_starts(tokens: Tokens, rules: Rules) -> Iterator[int]:
    """Designations of known families, and halves of pairs ("North and South")."""
    norms, raws = tokens.norms, tokens.raws
    families = rules.families
    letters = rules.systems.letters
    ships, prefixes = rules.ships, rules.ship_prefixes
    if not families.keys().isdisjoint(norms):
        yield from (index for index, word in enumerate(norms) if word in families)
    if not ships.isdisjoint(norms):
        after = [index for index, word in enumerate(norms[:-1], 1) if word in ships]
        yield from after
        yield from (
            index + 1 for index in after if norms[index] == "the" and index + 1 < len(norms)
        )
        yield from (
            index
            for index, start in enumerate(tokens.starts)
            if tokens.text[start - 1 : start] in _OPENING and raws[index][0].isupper()
        )
    if not prefixes.isdisjoint(raws):
        yield from (index for index, raw in enumerate(raws[:-1], 1) if raw in prefixes)
    if not letters.isdisjoint(raws):
        yield from (index for index, raw in enumerate(raws[:-1]) if raw in letters)
    numbers = [
        index
        for index, raw in enumerate(raws[1:])
        if (first := raw[0]) in _ROMAN or first.isdigit()
    ]
    for index in numbers:
        if norms[index + 1] not in families and is_model(tokens, index):
            yield index
    if not PAIR_WORDS.isdisjoint(norms):
        for index, norm in enumerate(norms[1:]):
            if norm in PAIR_WORDS and raws[index][0].isupper():
                yield index


def is_model(tokens: Tokens, index: int) -> bool:
    """A capitalised word, a hyphen, and a number or a Roman numeral: "Dart-V"."""
    if index + 2 >= len(tokens) or tokens.gap(index + 1) != "-":
        return False
    word, number = tokens.raws[index], tokens.raws[index + 1]
    roman = number.isupper() and len(number) <= 4 and set(number) <= set("IVX")
    return word[:1].isupper() and word.isascii() and len(word) > 2 and (number.isdigit() or roman)


def _note_full_name(context: Context, name: Name, tokens: Tokens, index: int, rules: Rules) -> None:
    actor = rules.knowledge.actors.get(name.entity)
    if actor is None or actor.kind != "person" or len(name.raws) < 2:
        return
    offset = tokens.starts[index]
    for surname in rules.surnames.get(name.entity, ()):
        noted = context.full_names.setdefault(surname, [])
        if noted and noted[-1][1] != name.entity:
            since = tokens.text[max(noted[-1][0], offset - _APPOSED) : offset]
            if noted[-1][0] >= offset - _APPOSED and _SISTER_OF.fullmatch(since):
                continue
        noted.append((offset, name.entity))
