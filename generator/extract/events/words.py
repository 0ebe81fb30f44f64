"""Which words of the sentence belong to an event: where its clause ends, what is printed of it."""

from __future__ import annotations

from generator.text.grammar import Predicate
from generator.text.reading import Reading
from generator.text.tokens import tokenise

_BREAKS = frozenset({"a", "an", "which", "who", "while", "but", "although", "whereas", "so"})
_JOINING = frozenset({"and", "but"})
_STARTERS = frozenset(
    {"the", "a", "an", "'s", "and", "of", "by", "with", "its", "their", "in", "to"}
)
_MOST_WORDS = 26
_ADJECTIVES = 5
_LONGEST_SUBJECT = 14
_CARRIERS = frozenset({
    "has", "have", "had", "is", "are", "was", "were", "will", "would", "may", "might", "could",
    "can", "should", "must", "did", "does", "do", "also",
})  # fmt: skip
"""Words that open the verb of a new clause after its subject."""
_NEAR = 8


def words(predicate: Predicate, reading: Reading, *, led: bool) -> str:
    """The source's words from the verb, or from the noun with its adjectives, to the end of its
    clause. Where no actor is found for a page to print before them (``led`` is false), they
    begin with the weapon that is the subject. Words cut for length end in an ellipsis."""
    tokens = reading.tokens
    first = _noun_start(predicate, reading) if predicate.is_noun else predicate.group
    if predicate.carried is not None:
        first = predicate.carried
    if first < predicate.first and tokens.norms[first] == "to":
        first = predicate.first
    if predicate.passive or predicate.frame.receiving:
        first = _clause_start(first, reading)
    elif not led:
        first = _subject_start(first, reading)
    last = predicate.last
    while last < len(tokens) and last - first < _MOST_WORDS:
        between = tokens.gap(last)
        gap = set(between)
        if gap & {";", ":", "(", ")", "—"} and not _in_clock(last, reading):
            break
        # A comma without a space stands inside a number.
        if "," in gap and between != "," and not _continues(last, reading):
            break
        if tokens.norms[last] in _JOINING and _new_clause(last + 1, reading):
            break
        last += 1
    cut = last < len(tokens) and last - first >= _MOST_WORDS
    text = _shown(first, last, reading)
    if text.count('"') % 2:
        text += '"'
    return f"{text} …" if cut else text


def _noun_start(predicate: Predicate, reading: Reading) -> int:
    """First of the adjectives before a noun: after the owner, an article or a comma."""
    tokens = reading.tokens
    ends = {reading.place_of(item)[1] for item in reading.mentions if item.kind == "actor"}
    first = predicate.first
    while first and predicate.first - first < _ADJECTIVES:
        before = tokens.norms[first - 1]
        if first in ends or before in _STARTERS or set(tokens.gap(first)) - set(" -'’"):
            break
        first -= 1
    return first


def _subject_start(first: int, reading: Reading) -> int:
    starts = [
        reading.place_of(item)[0]
        for item in reading.mentions
        if item.kind == "weapon" and 0 <= first - reading.place_of(item)[1] <= _NEAR
    ]
    return min(starts, default=first)


def _clause_start(first: int, reading: Reading) -> int:
    """Where the clause of a passive begins: its subject is what it was done to."""
    start = first
    while start and first - start < _LONGEST_SUBJECT:
        gap = reading.tokens.gap(start)
        if gap.strip(" '-’") and gap != ",":
            break
        start -= 1
    return start


def _new_clause(index: int, reading: Reading) -> bool:
    """Whether a stated verb, or a name followed by one, begins right after "and" or "but"."""
    subjects = [
        reading.place_of(item)[1]
        for item in reading.mentions
        if item.kind == "actor" and reading.place_of(item)[0] in {index, index + 1}
    ]
    begins = {index, *subjects, *(end + 1 for end in subjects)}
    norms = reading.tokens.norms
    if any(norms[end : end + 1] and norms[end] in _CARRIERS for end in subjects):
        return True
    return any(
        item.group in begins and item.form in {"past", "third", "gerund"} and not item.is_noun
        for item in reading.predicates
    )


def _shown(first: int, last: int, reading: Reading) -> str:
    """The words as displayed, if the repairs of the sentence left its words alone."""
    sentence = reading.sentence
    if sentence.display != sentence.text:
        shown = tokenise(sentence.display)
        if shown.norms == reading.tokens.norms and first < last:
            return sentence.display[shown.starts[first] : shown.ends[last - 1]]
    return " ".join(reading.words(first, last).split())


def clause_end(predicate: Predicate, reading: Reading) -> int:
    """Where the words after a verb stop belonging to it: the next stated verb or a break."""
    for item in reading.predicates:
        if item.first >= predicate.last + 1 and not item.is_noun:
            return item.group
    for index in range(predicate.last, len(reading.tokens)):
        gap = reading.tokens.gap(index) if index else ""
        if (";" in gap or ":" in gap) and not _in_clock(index, reading):
            return index
        if "," in gap and reading.tokens.norms[index] in _BREAKS:
            return index
    return len(reading.tokens)


def _in_clock(index: int, reading: Reading) -> bool:
    """Whether a colon before a token stands inside a time: "6:52"."""
    tokens = reading.tokens
    return (
        index > 0
        and tokens.gap(index) == ":"
        and tokens.norms[index].isdigit()
        and tokens.norms[index - 1].isdigit()
    )


def _continues(index: int, reading: Reading) -> bool:
    """Whether the words after a comma go on with a list of names."""
    ahead = [reading.place_of(item)[0] for item in reading.mentions]
    word = reading.tokens.norms[index]
    step = 1 if word in {"and", "or"} else 0
    return any(index + step <= start <= index + step + 1 for start in ahead) and not any(
        index <= item.first <= index + 4 and not item.is_noun for item in reading.predicates
    )
