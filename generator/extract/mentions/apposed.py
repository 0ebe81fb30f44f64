"""Weapons by name that only what is told of them makes weapons.

Decides where a run of capitals is the name of what a class noun of its sentence tells: before the
comma of an apposition ("the Zenda, a submarine"), behind it ("its newest drone, the Zenda,"),
before "is" ("the Zenda is a drone") and behind "of the type".
"""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.mentions.rules import SystemWords
from generator.extract.mentions.view import TYPES, View

_APPOSED = 9
_LONGEST = 3
_TYPED = 4
_ASIDE = frozenset({"which", "has", "been", "was", "is"})
_IS = frozenset({"is", "was"})
_STOPS = frozenset(",.;:)—–")

Run = tuple[int, int]


def told_name(
    view: View,
    place: Run,
    words: SystemWords,
    *,
    nameless: bool,
    run_ending: Callable[[View, int], int | None],
    numbered: Callable[[View, int, int], bool],
) -> Run | None:
    """The tokens of the name that the class noun at ``place`` tells of; ``nameless`` says that its
    single systems go by a number only. None if none is told of."""
    first, last = place
    behind = _typed(view, last) or _named_behind(view, last)
    if behind is not None:
        return behind
    if not _ends_phrase(view, last, words):
        return None
    start = _opening(view, first)
    if start <= view.first:
        return None
    stop = start
    if "," in view.tokens.gap(start):
        if view.tokens.norms[start] not in words.apposing:
            return None
    elif view.tokens.norms[start - 1] in _IS and view.tokens.norms[start] in words.apposing:
        stop = start - 1
    else:
        return None
    stop = _before_brackets(view, stop)
    run = run_ending(view, stop) if stop > view.first else None
    if run is None or (run == view.first and stop == start and not _closed(view, last, words)):
        return None
    if numbered(view, run, stop):
        return run, stop
    led = run > view.first and view.tokens.norms[run - 1] == "the"
    if led and (stop == start or not nameless):
        return run, stop
    sure = not nameless and _closed(view, last, words) and _stands_free(view, run, words)
    return (run, stop) if sure else None


def _before_brackets(view: View, stop: int) -> int:
    """ "The Zenda (Z-31), a destroyer": the number on the hull is no name."""
    tokens = view.tokens
    if ")" not in tokens.gap(stop):
        return stop
    at = stop - 1
    while at > view.first and stop - at < _LONGEST and "(" not in tokens.gap(at):
        at -= 1
    return at if "(" in tokens.gap(at) else stop


def _opening(view: View, first: int) -> int:
    """Where the noun phrase of a class noun begins: behind a comma or "is"."""
    tokens = view.tokens
    start = first
    while start > view.first and first - start < _APPOSED:
        if "," in tokens.gap(start) or tokens.norms[start - 1] in _IS:
            break
        if tokens.gap(start).strip(" -"):
            return view.first
        start -= 1
    return start


def _ends_phrase(view: View, last: int, words: SystemWords) -> bool:
    """Whether a class noun is the last word of its phrase."""
    tokens = view.tokens
    if last >= view.stop or tokens.gap(last) != " " or tokens.norms[last] in words.heads:
        return True
    return tokens.norms[last].endswith(("ed", "ing")) or _closed(view, last, words)


def _closed(view: View, last: int, words: SystemWords) -> bool:
    """Whether what is told ends or goes on as such: "the Zenda, a drone that", but not "in Zenda a
    drone hit"."""
    tokens = view.tokens
    if last >= view.stop or set(tokens.gap(last)) & _STOPS:
        return True
    return tokens.norms[last] in words.telling or tokens.raws[last][:1].isdigit()


def _stands_free(view: View, run: int, words: SystemWords) -> bool:
    """Whether nothing before a name makes it a place: "in Zenda, a drone"."""
    tokens = view.tokens
    if run == view.first or "," in tokens.gap(run):
        return True
    lead = tokens.norms[run - 1]
    if lead == "of":
        return run - 2 >= view.first and tokens.norms[run - 2] in words.deeds
    return lead not in words.heads


def _typed(view: View, last: int) -> Run | None:
    """ "Boats of the type Zenda", "boats of the Zenda type"."""
    norms = view.tokens.norms
    at = last
    if norms[at : at + 1] != ("of",) or at + 1 >= view.stop:
        return None
    at += 1 + (norms[at + 1 : at + 2] == ("the",))
    while at < view.stop and at - last < _TYPED and view.tokens.raws[at].islower():
        at += 1
    end = _capitals(view, at)
    end += end < view.stop and view.tokens.raws[end].isdigit() and view.tokens.gap(end) == "-"
    typed = end > at and end < view.stop and norms[end] in TYPES
    return (at, end) if typed else None


def _named_behind(view: View, last: int) -> Run | None:
    """ "Its newest drone, the Zenda,": nothing but the name up to the next comma or stop."""
    tokens = view.tokens
    if last + 1 >= view.stop or tokens.gap(last) != ", ":
        return None
    end = _capitals(view, last + 1)
    if end < view.stop and tokens.raws[end].isdigit() and tokens.gap(end) in {" ", "-"}:
        end += 1
    numbered = tokens.norms[last] in {"a", "an"} and tokens.raws[end - 1].isdigit()
    if end == last + 1 or not (numbered or tokens.norms[last] == "the"):
        return None
    after = tokens.text[tokens.ends[end - 1] : tokens.ends[end - 1] + 1]
    return (last + 1, end) if after in _STOPS or not after else None


def _capitals(view: View, start: int) -> int:
    """Where the capitals end that begin at a token."""
    tokens = view.tokens
    end = start
    while end < view.stop and end - start < _LONGEST and tokens.raws[end][:1].isupper():
        if end > start and tokens.gap(end) not in {" ", "-"}:
            break
        end += 1
    return end


def behind_comma(view: View, last: int, words: SystemWords) -> int | None:
    """Where the words of naming begin: behind "which has been", where a comma and one of the words
    of naming alone lead on ("the boat, which has been named the Zenda")."""
    tokens = view.tokens
    start = last
    while start < view.stop and tokens.norms[start] in _ASIDE and start - last < len(_ASIDE):
        start += 1
    led = start < view.stop and tokens.norms[start] in words.christening
    whole = not any(set(tokens.gap(at)) & set(",;.(") for at in range(last + 1, start + 1))
    return start if led and whole and last < view.stop and tokens.gap(last) == ", " else None
