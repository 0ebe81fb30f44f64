"""How far the words behind a verb are of its clause: where it ends, and past which asides."""

from __future__ import annotations

from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

_BREAKS = frozenset({"a", "an", "which", "who", "while", "but", "although", "whereas", "so"})
_JOINING = frozenset({"and", "but"})
_ASIDE = 40
_NO_VERBS = frozenset({"including", "during", "following", "according", "regarding", "concerning"})
_RESUMING = frozenset({
    "toward", "towards", "on", "in", "at", "from", "to", "into", "off", "near", "over", "during",
})  # fmt: skip
"""Words with which a clause goes on after an aside."""


def asides(predicate: Predicate, reading: Reading) -> tuple[range, ...]:
    """The words behind a verb that two commas set off, if its clause goes on after them: "fired two
    shells, WHICH ARE HELD TO BE MISSILES, toward the sea on Monday"."""
    found: list[range] = []
    opened = None
    for index, gap in reading.marks(predicate.last + 1, predicate.last + _ASIDE):
        word = reading.tokens.norms[index]
        if not set(gap).isdisjoint(";:()"):
            break
        if not gap.startswith(","):
            continue
        if opened is not None and word in _RESUMING:
            found.append(range(opened, index))
            opened = None
        elif word not in _JOINING:
            opened = index
    return tuple(found)


def clause_end(predicate: Predicate, reading: Reading) -> int:
    """Where the words after a verb stop belonging to it: the next stated verb or a break."""
    aside = asides(predicate, reading)
    for item in reading.predicates:
        if item.first >= predicate.last + 1 and not item.is_noun:
            if any(item.first in words for words in aside):
                continue
            return item.group
    for index, gap in reading.marks(predicate.last, len(reading.tokens)):
        if any(index in words for words in aside):
            continue
        if (";" in gap or ":" in gap) and not in_clock(index, reading):
            return index
        if "," in gap and (
            reading.tokens.norms[index] in _BREAKS or _tells_on(reading.tokens.raws[index])
        ):
            return index
    return len(reading.tokens)


def _tells_on(raw: str) -> bool:
    """ "will hand over four boats, ALIGNING with Zenda's plan": an -ing form behind a comma."""
    return raw.endswith("ing") and raw.islower() and raw not in _NO_VERBS


def in_clock(index: int, reading: Reading) -> bool:
    """Whether a colon before a token stands inside a time: "6:52"."""
    tokens = reading.tokens
    return (
        index > 0
        and tokens.gap(index) == ":"
        and tokens.norms[index].isdigit()
        and tokens.norms[index - 1].isdigit()
    )
