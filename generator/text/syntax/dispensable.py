"""What opens a sentence that is whole without it, and the day on which something was said.

Decides that an opening tells neither when nor on what condition, and that nothing leans on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.text.syntax.clauses import Cutting, forms, has_verb, plain
from generator.text.syntax.tails import TELLING

_DAY = 1.3
"""What a word of a day weighs on which something was said."""
_ANSWER = ("in", "response", "to")
_LEANING = ("it", "he", "she", "they", "its", "his", "her", "their", "this", "that", "there")
"""Words with which a main clause goes on with what its opening names."""
_BEFORE_DAYS = ("on", "last", "late", "early")


def opening_parts(parts: list[str], cutting: Cutting) -> int:
    """How many parts open a sentence: one, or a list that ends in "and ...": "With its ships, its
    boats, and its planes, the navy ..."; 0 where nothing follows."""
    for count in range(2, len(parts) - 1):
        if has_verb(forms(parts[count]), cutting) or plain(parts[count].split()[0]) in TELLING:
            break
        if plain(parts[count].split(" ", 1)[0]) in cutting.words.joining and parts[count].endswith(
            ", "
        ):
            return count + 1
    return int(len(parts) > 1)


def opens(opening: str, main: str, cutting: Cutting) -> bool:
    """ "In a parade of many hours, the leader showed ...": what opens a sentence and tells neither
    when nor on what condition."""
    words = forms(opening)
    following = plain(main.split(" ", 1)[0])
    return (
        opening.rstrip().endswith(",")
        and plain(words[0]) in cutting.words.setting
        and not any(plain(word) in cutting.times or word[:1].isdigit() for word in words)
        and following not in {"it", "he", "she", "they", "and", "or", "but", *TELLING}
        and not has_verb(words, cutting)
    )


def concedes(parts: list[str], cutting: Cutting) -> bool:
    """ "While the talks may have failed, the yard builds on", "In response to what the south said,
    the north sailed": whether a clause of its own opens a sentence that is whole without it."""
    if len(parts) < 2 or not parts[0].rstrip().endswith(","):
        return False
    words, main = forms(parts[0]), forms(parts[1])
    grants = plain(words[0]) in (*cutting.words.reasons, "following")
    answers = tuple(map(plain, words[:3])) == _ANSWER
    leans = plain(main[0]) in {*_LEANING, *cutting.words.joining, *TELLING}
    clause = has_verb(words, cutting) and not cutting.takes_back(words[1:])
    return (grants or answers) and clause and not leans and has_verb(main, cutting)


def when_said(text: str, cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """ "The council said LAST MONDAY that the boat sank": the day on which something was said."""
    words = text.split(" ")
    for place in range(2, len(words) - 1):
        if words[place + 1] != "that" or not words[place][:1].isupper():
            continue
        begin = place - (words[place - 1] in _BEFORE_DAYS)
        if plain(words[place]) in cutting.times and not cutting.speech.isdisjoint(
            map(plain, words[:begin])
        ):
            start = len(" ".join(words[:begin]))
            yield _DAY, start, start + 1 + len(" ".join(words[begin : place + 1]))
