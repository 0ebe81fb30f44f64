"""The index of names: which entities a run of words may name.

A trie over folded tokens. It decides what counts as the same spelling (case rule, hyphens,
spaces, line breaks, curly quotes) and where a name may end; it does not decide between readings,
which needs the sentence and belongs to the recogniser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from generator.model import EntityId, MentionKind, MentionRule
from generator.text.scripts import FIRST_LETTER, HANGUL_LETTER
from generator.text.tokens import Tokens, fold

Layer = Literal["name", "topic"]
"""``name``: actors, weapons, places. ``topic``: events, instruments, class nouns, which never
hide a name inside them."""

_LOOSE_GAPS = frozenset({"", " ", "-", "'", "' ", "- ", " -", ". "})
_JOINS = frozenset({"-", " -"})
""" "Kim Jong-un", and "Kim Jong -un" as a machine puts it."""
_ACRONYM = 5


class Name(Struct, frozen=True, kw_only=True):
    """One spelling of one entity. ``needs`` and ``blocked_by`` are folded words that must, or
    must not, stand near a weak alias."""

    text: str
    entity: EntityId
    kind: MentionKind
    rule: MentionRule
    reading: str
    """``plain`` links by itself; else the name of the rule that must agree (``metonym``...)."""
    case: Literal["exact", "name", "any"]
    raws: tuple[str, ...]
    gaps: tuple[str, ...]
    needs: tuple[str, ...] = ()
    blocked_by: tuple[str, ...] = ()
    in_article: bool = False
    valid_from: str | None = None
    valid_to: str | None = None
    is_class: bool = False
    alone: bool = False
    not_before: tuple[str, ...] = ()


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node]
    names: list[Name]


class NameIndex:
    """All names of one layer. Built once, then only read."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._root: dict[str, _Node] = {}
        self._size = 0
        for name in names:
            self._add(name)

    def __len__(self) -> int:
        return self._size

    def _add(self, name: Name) -> None:
        level = self._root
        node: _Node | None = None
        for token in map(fold, name.raws):
            node = level.get(token)
            if node is None:
                node = level[token] = _Node({}, [])
            level = node.next
        if node is not None:
            node.names.append(name)
            self._size += 1

    def starts(self, tokens: Tokens) -> list[int]:
        """Indices at which some name may begin. Most words begin none, so this is asked once for
        an article and :meth:`at` only there (measured: one word in five)."""
        norms = tokens.norms
        last = len(norms) - 1
        root = self._root
        return [
            index
            for index, word in enumerate(norms)
            if word in root
            and ((node := root[word]).names or (index < last and norms[index + 1] in node.next))
        ]

    def at(self, tokens: Tokens, index: int) -> Iterator[tuple[int, tuple[Name, ...]]]:
        """All names that begin at a token, the longest first, with the index after their last
        token."""
        level = self._root
        found: list[tuple[int, list[Name]]] = []
        position = index
        norms = tokens.norms
        while position < len(norms):
            node = level.get(norms[position])
            if node is None:
                break
            position += 1
            if node.names:
                found.append((position, node.names))
            if not node.next:
                break
            level = node.next
        for end, names in reversed(found):
            if not _ends_cleanly(tokens, index, end) or _is_counter(tokens, index):
                continue
            fitting = tuple([name for name in names if _spelled(name, tokens, index, end)])
            if fitting:
                yield end, fitting

    def lookup(self, words: Sequence[str]) -> Name | None:
        """The first plain name made of exactly these folded words."""
        level = self._root
        node: _Node | None = None
        for word in words:
            node = level.get(word)
            if node is None:
                return None
            level = node.next
        names = node.names if node is not None else []
        return next((name for name in names if name.reading == "plain"), None)


def _spelled(name: Name, tokens: Tokens, start: int, end: int) -> bool:
    if name.not_before and tokens.text.startswith(name.not_before, tokens.ends[end - 1]):
        return False
    if name.alone and start and tokens.ends[start - 1] == tokens.starts[start]:
        return False
    for offset in range(1, end - start):
        gap = tokens.gap(start + offset)
        wanted = name.gaps[offset - 1]
        if gap != wanted and (gap not in _LOOSE_GAPS or wanted not in _LOOSE_GAPS):
            return False
        torn = gap == " " and not wanted and tokens.raws[start + offset] >= FIRST_LETTER
        if torn and not 1 < offset < end - start - 1:
            return False  # "...에서 해궁" does not hold "서해"
        # A full stop inside a name counts only where the name has one ("U.S. Navy").
        if gap == ". " and wanted != ". ":
            return False
    if name.case != "any":
        for offset, raw in enumerate(name.raws):
            given = tokens.raws[start + offset]
            if given == raw or given.replace("’", "'") == raw:
                continue
            # The later parts of a hyphenated given name are written small: Kim Yo-jong.
            syllable = offset > 0 and given.islower() and tokens.gap(start + offset) in _JOINS
            # "boats of type 094", "project 955": a number makes the name ("Dart-3s" is a plural).
            small = name.case == "name" and raw.istitle() and given == raw.lower() and len(raw) > 1
            if small and any(map(str.isdigit, name.raws)):
                continue
            if not (syllable and name.case == "name") and not _case_fits(raw, given, name.case):
                return False
    return True


def _case_fits(wanted: str, given: str, case: str) -> bool:
    if not wanted[0].isupper():
        return case != "exact" or wanted == given or given.isupper()
    if case == "exact" or (wanted.isupper() and 1 < len(wanted) < _ACRONYM - 1):
        return wanted == given
    return given[0].isupper()


def _ends_cleanly(tokens: Tokens, start: int, end: int) -> bool:
    """A designation never stops before a digit, letter or ``-``digit that belongs to it."""
    last = tokens.ends[end - 1]
    glued = start and tokens.ends[start - 1] == tokens.starts[start]
    if glued and _latin(tokens.raws[start] + tokens.raws[start - 1]):
        return False
    if not tokens.raws[end - 1].isdigit():
        # RD-23 is not "RD"; R-7 is not "R".
        if end < len(tokens) and tokens.raws[end].isdigit() and _latin(tokens.raws[end - 1]):
            gap = tokens.text[last : tokens.starts[end]]
            return gap not in {"", "-", "‑", "–"} or len(tokens.raws[end - 1]) > _ACRONYM
        return True
    if end >= len(tokens):
        return True
    gap = tokens.gap(end)
    following = tokens.raws[end]
    if gap == "":
        # "KN-23s" is the plural, "KN-23A" another missile.
        return not following.isascii() or following in {"'s", "s"}
    if gap in {"-", "."}:
        designator = following.isdigit() or (len(following) <= 2 and following[:1].isupper())
        return not designator
    return True


def _is_counter(tokens: Tokens, index: int) -> bool:
    """Whether a name in hangul would begin right behind a figure, with its word of measure."""
    figure = index > 0 and tokens.ends[index - 1] == tokens.starts[index]
    return (
        figure
        and tokens.raws[index - 1].isdigit()
        and HANGUL_LETTER.match(tokens.raws[index]) is not None
    )


def _latin(word: str) -> bool:
    return word.isascii()
