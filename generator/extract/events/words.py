"""Which words of the sentence belong to an event: where its clause ends, what is printed of it."""

from __future__ import annotations

from generator.text.grammar import Predicate
from generator.text.reading import Reading

_BREAKS = frozenset({"a", "an", "which", "who", "while", "but", "although", "whereas", "so"})
_MOST_WORDS = 24


def words(predicate: Predicate, reading: Reading) -> str:
    """The source's words from the subject, if it stands before the verb in its clause, to
    the end of the clause."""
    tokens = reading.tokens
    first = predicate.group
    if first < predicate.first and tokens.norms[first] == "to":
        first = predicate.first
    for index in range(predicate.group - 1, max(-1, predicate.group - 14), -1):
        if any(item.first <= index < item.last for item in reading.predicates):
            break
        starts = [
            reading.place_of(item)[0]
            for item in reading.mentions
            if item.kind in {"actor", "weapon"} and reading.place_of(item)[1] == index + 1
        ]
        if starts:
            first = min(starts)
        if index and set(tokens.gap(index)) & {",", ";", ":", "(", ")"}:
            break
    last = predicate.last
    while last < len(tokens) and last - first < _MOST_WORDS:
        gap = tokens.gap(last)
        if set(gap) & {";", ":", "(", ")"}:
            break
        if "," in gap and not _continues(last, reading):
            break
        last += 1
    text = " ".join(reading.words(first, last).split())
    return text + '"' if text.count('"') % 2 else text


def clause_end(predicate: Predicate, reading: Reading) -> int:
    """Where the words after a verb stop belonging to it: the next stated verb or a break."""
    for item in reading.predicates:
        if item.first >= predicate.last + 1 and not item.is_noun:
            return item.group
    for index in range(predicate.last, len(reading.tokens)):
        gap = reading.tokens.gap(index) if index else ""
        if ";" in gap or ":" in gap:
            return index
        if "," in gap and reading.tokens.norms[index] in _BREAKS:
            return index
    return len(reading.tokens)


def _continues(index: int, reading: Reading) -> bool:
    """Whether the words after a comma go on with a list of names."""
    ahead = [reading.place_of(item)[0] for item in reading.mentions]
    word = reading.tokens.norms[index]
    step = 1 if word in {"and", "or"} else 0
    return any(index + step <= start <= index + step + 1 for start in ahead) and not any(
        index <= item.first <= index + 4 and not item.is_noun for item in reading.predicates
    )
