"""Stretches of a sentence that it can do without, and what each one is worth.

Decides what may go: an aside between subject and verb, what opens or closes the sentence, a second
deed, the clause that tells which. What turns the meaning ("unless", "without") and what the words
kept need ("the waters OFF THE CAPE", "provide them WITH") never goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from generator.text.syntax.clauses import (
    RELATIVES,
    Cutting,
    forms,
    has_verb,
    parts_of,
    plain,
)
from generator.text.syntax.dispensable import concedes, opening_parts, opens, when_said
from generator.text.syntax.tails import TELLING, left_off, tells_on

_TAIL, _ASIDE, _OPENING, _PHRASE, _DEED, _WHICH = 0.8, 0.5, 0.9, 1.1, 1.1, 1.3
"""What a word of each kind of constituent weighs."""
_DASHED = 0.4
_DASHES = ("–", "—", " -", " --")
_NAMED_BEHIND = 2.5
"""... and what it weighs behind a colon, where what was announced is named."""
_INSIDE = 1.5
"""More for a cut that no comma shows."""
_REACH = 10
"""Words between a verb and its preposition."""
_SHORT = 3
"""Letters of "is", "was", "has", which are no nouns."""
_NAMED = 6
"""Words before a clause in which the article of its noun stands."""
_RELATING = frozenset({"that", "which", "who"})
_NP, _CLAUSE = 12, 24
"""Words of a subject up to the clause that tells of it, and of that clause, at most."""
_SHORTEST = 8
"""Words before the first place inside a clause at which one may be cut off."""


def constituents(text: str, cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """Stretches of a sentence that may go, each with what a word of it weighs."""
    parts = parts_of(text)
    at = [0, *accumulate(map(len, parts))]
    for count in left_off(parts, cutting):
        colon = parts[count - 1].rstrip().endswith(":")
        yield (_NAMED_BEHIND if colon else _TAIL), at[count], len(text)
    yield from _asides(parts, at, cutting)
    opening = opening_parts(parts, cutting)
    if opening and opens("".join(parts[:opening]), parts[opening], cutting):
        yield _OPENING, 0, at[opening]
    elif concedes(parts, cutting):
        yield _OPENING, 0, at[1]
    yield from _series(parts, at, cutting)
    yield from _weekdays(parts, at, cutting)
    yield from when_said(text, cutting)
    yield from _of_subject(text, cutting)
    yield from _inside(text, cutting)


def _of_subject(text: str, cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """ "A boat THAT SANK IN MAY has been raised": what is told of a subject nobody knows yet."""
    words = text.split(" ")
    folded = [plain(word) for word in words]
    if folded[0] not in cutting.words.articles and not folded[0][:1].isdigit():
        return
    which = next((at for at, word in enumerate(folded[:_NP]) if word in _RELATING), 0)
    if not which or folded[which + 1 : which + 2] == [""]:
        return
    if any(word.endswith((",", ";", ":")) for word in words[: which + 1]):
        return
    if which + 1 >= len(folded) or folded[which + 1] not in cutting.finite:
        return
    for at in range(which + 2, min(len(words), which + _CLAUSE)):
        if words[at - 1].endswith((",", ";", ":")) or folded[at] in RELATIVES:
            return
        if folded[at] in cutting.words.helping:
            begin = len(" ".join(words[:which])) + 1
            yield _WHICH + _INSIDE / (at - which), begin, len(" ".join(words[:at])) + 1
            return


def _asides(parts: list[str], at: list[int], cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """ "The minister, a former general, said": what two commas set off before a verb; and "named
    two men, and identified two ships, for": a second deed before what both were done for."""
    yield from _dashed(parts, at, cutting)
    for first in range(1, len(parts) - 1):
        before = forms(parts[first - 1])
        words = forms(parts[first])
        joined = words[0] == "and" and len(words) > 1  # no "the will, and, said Black, the way"
        if joined and _past(words[1], cutting) and _leads(parts[first + 1], cutting):
            yield _DEED, at[first] - 1, at[first + 1] - 1
        clause = max((at for at, word in enumerate(before) if word in RELATIVES), default=-1) + 1
        if not parts[first - 1].rstrip().endswith(",") or has_verb(before[clause:], cutting):
            continue
        if not clause and _leads(parts[first - 1], cutting):
            continue  # "According to Black, the minister, who left, said"
        if not clause and first > 1 and not _leads(parts[first - 2], cutting):
            continue  # "Black, 51, who fled in May, says": all that stands between goes
        for last in range(first + 1, len(parts)):
            between = parts[first:last]
            if not between[-1].rstrip().endswith(",") or any(";" in one for one in between):
                break
            listing = words[0].endswith("ing") and not any(
                has_verb(forms(one), cutting) for one in between[1:]
            )  # "Its attack, involving ships, boats, and drones, failed"
            if not listing and any(
                plain(one.split(" ", 1)[0]) in cutting.words.joining for one in between
            ):
                break  # "the ministers of A, of B, and of C, met"
            if _told_on(parts[last], cutting) and _is_aside(words, cutting):
                yield _ASIDE, at[first], at[last]
                break


def _dashed(parts: list[str], at: list[int], cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """ "a new ship — the frigate Zenda — on Monday": what two dashes set off."""
    dashes = [place for place, part in enumerate(parts) if part.rstrip().endswith(_DASHES)]
    for first, last in pairwise(dashes):
        inside = "".join(parts[first + 1 : last + 1])
        rest = parts[last + 1] if last + 1 < len(parts) else ""
        if not tells_on(rest, cutting) and not has_verb(
            forms("".join(parts[: first + 1])), cutting
        ):
            continue  # "During a visit to the yard - the oldest - he said"
        if not inside.rstrip(" -–—").endswith((",", ";", ":")):
            yield _DASHED, at[first + 1], at[last + 1]


def _told_on(part: str, cutting: Cutting) -> bool:
    """Whether a part goes on with the verb of its sentence: "said", "on the islands would"."""
    words = forms(part)
    phrase = words[0] in cutting.stops and TELLING.isdisjoint(words) and has_verb(words, cutting)
    return phrase or tells_on(part, cutting)


def _past(word: str, cutting: Cutting) -> bool:
    return word in cutting.finite and not word.endswith("s")


def _leads(part: str, cutting: Cutting) -> bool:
    first = plain(part.split(" ", 1)[0])
    return (
        first in cutting.stops and first not in cutting.words.on_the_way
    ) or first == "according"


def _weekdays(
    parts: list[str], at: list[int], cutting: Cutting
) -> Iterator[tuple[float, int, int]]:
    """ "on Sunday, July 5," -> "on July 5,": a weekday beside the date that tells as much."""
    for place, (part, following) in enumerate(pairwise(parts)):
        words, after = part.split(), following.split()
        if len(words) > 1 and len(after) > 1 and after[1][:1].isdigit() and after[0][:1].isupper():
            day = plain(words[-1])
            if words[-1][:1].isupper() and {day, plain(after[0])} <= cutting.times:
                end = at[place + 1]
                yield _TAIL, end - len(part) + part.rindex(words[-1]), end


def _series(parts: list[str], at: list[int], cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """ "firms that place workers, launder coins, and buy parts": where only the first of several
    things done can stay."""
    heads = [forms(part)[:2] for part in parts]
    for first in range(1, len(parts)):
        opening = [plain(word) for word in parts[first - 1].split()]
        if TELLING.isdisjoint(opening) and "to" not in opening:
            continue
        rest = heads[first:]
        listed = all(
            head and (head[0] == "and" or len(parts[first + place].split()) > 1)
            for place, head in enumerate(rest)
        )
        verb = rest[-1][1:] if rest[-1][:1] == ("and",) else ()
        if (
            listed
            and verb
            and verb[0] in cutting.verbs | cutting.finite
            and not _nouns(rest[:-1], cutting)
        ):
            yield _DEED, at[first], len(parts) and at[-1]


def _nouns(heads: Sequence[Sequence[str]], cutting: Cutting) -> bool:
    """Whether an item of a list opens as a noun does."""
    return any(
        head[0] in (*cutting.words.definite, *cutting.words.articles) or head[0][:1].isdigit()
        for head in heads
    )


def _is_aside(words: Sequence[str], cutting: Cutting) -> bool:
    """Words without a verb, but in a clause that tells of one of them."""
    which = next((at for at, word in enumerate(words) if word in TELLING), len(words))
    return bool(words) and (
        words[0].endswith(("ing", "ed"))
        or (words[0] in cutting.finite and words[1:2] != [] and words[1] in cutting.stops)
        or not has_verb(words[:which], cutting)
    )


def _inside(text: str, cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """Where a sentence may end before a preposition, a second verb or a clause that tells which."""
    words = text.split(" ")
    folded = [forms(word)[0] if word else "" for word in words]
    at = [0, *accumulate(len(word) + 1 for word in words)]
    for cut, weight in _endings(words, folded, cutting):
        if _all_of_it(words, folded, cut, cutting):
            yield weight + _INSIDE / (len(words) - cut), at[cut] - 1, len(text)


def endings(words: list[str], cutting: Cutting) -> Iterator[int]:
    """Places before which a sentence of these words may end, the last first, if what stands before
    them is a clause."""
    folded = [forms(word)[0] if word else "" for word in words]
    for cut, _ in _endings(words, folded, cutting):
        yield cut


def _endings(words: list[str], folded: list[str], cutting: Cutting) -> Iterator[tuple[int, float]]:
    bare = (cutting.stops, cutting.unfinished, cutting.words.objects)
    for cut in range(len(words) - 2, _SHORTEST - 1, -1):
        last, comma = folded[cut - 1], words[cut - 1].endswith((",", ";", ":"))
        if any(last in one for one in bare) or _wants(folded, cut, cutting):
            continue
        if last in cutting.words.spans and folded[cut] in cutting.words.since:
            continue  # "a day BEFORE the vote"
        if not comma and words[cut - 1].islower() and last.endswith(("ing", "ed", "ly")):
            continue
        if comma and (folded[cut] not in cutting.stops or folded[cut] in cutting.words.on_the_way):
            continue
        if weight := _weight(words, folded, cut, cutting):
            yield cut, weight


def _wants(folded: list[str], cut: int, cutting: Cutting) -> bool:
    """Whether a verb stands before the cut; "base" and "test" are as often nouns."""
    last, before = folded[cut - 1], folded[cut - 2]
    led = before in cutting.verbs or before == "to" or before.endswith("ly")  # "fully move ON"
    return last in cutting.verbs and (last in cutting.finite or led)


def _all_of_it(words: list[str], folded: list[str], cut: int, cutting: Cutting) -> bool:
    """Whether all that stands behind is of the phrase that begins there: no verb of what stands
    before it, no clause of its own behind a comma."""
    clause = folded[cut] in {*TELLING, *cutting.words.reasons, "and"} or _since(
        folded, cut, cutting
    )
    for place in range(cut + 1, len(words)):
        if folded[place] in RELATIVES or folded[place] in cutting.words.since:
            clause = True
        if not clause and _verb(words, folded, place, cutting):
            return False
        if words[place - 1].endswith((",", ";", ":")):
            rest = folded[place:]
            second = rest[0] == "and" and (rest[1:] and rest[1] not in cutting.stops)
            if rest[0] in {"but", "while", "although"} or words[place - 1][-1] in ";:":
                return False
            verb = any(_verb(words, folded, at, cutting) for at in range(place, len(words)))
            if verb and not (second and folded[cut] in TELLING):
                return False
    return True


def _verb(words: list[str], folded: list[str], at: int, cutting: Cutting) -> bool:
    """Whether a word there is a finite verb: no plural noun."""
    if folded[at] not in cutting.finite or folded[at - 1] == "to":
        return False
    if folded[at].endswith(("en", "wn")) or folded[at + 1 : at + 2] == ["by"]:
        return False  # "coins stolen in May", "boats sold by"
    before = folded[at - 1]  # "shipping shells", "nine ships", "the objects,"
    noun = before in cutting.unfinished or before.endswith("ing") or not words[at][-1:].isalnum()
    return not (folded[at].endswith("s") and noun and len(folded[at]) > _SHORT)


def _since(folded: list[str], cut: int, cutting: Cutting) -> bool:
    """ "two days after", "hours before": a time counted from something else."""
    return any(
        span in cutting.words.spans and of in cutting.words.since
        for span, of in pairwise(folded[cut : cut + 3])
    )


def _weight(words: list[str], folded: list[str], cut: int, cutting: Cutting) -> float:
    """What each word of a stretch that begins there weighs; 0 where none may be cut off."""
    word, following = folded[cut], folded[cut + 1]
    if _since(folded, cut, cutting):
        return _PHRASE
    if cutting.takes_back(folded[cut:]):
        return 0.0
    if word == "and":
        series = any(
            words[at - 1].endswith(",")
            and (_past(folded[at], cutting) or folded[at].endswith("ed"))
            for at in range(1, cut)
        )
        return _DEED if _past(following, cutting) and not series else 0.0
    if word in TELLING - {"where"}:
        clause = word != "that" or following in cutting.finite
        return _WHICH if clause and not _definite(words, cut, cutting) else 0.0
    if word == "to" and plain(words[cut - 1]) in cutting.times:
        return _PHRASE  # "on Monday TO STRENGTHEN his hold"
    over = (
        word == "over" and following in cutting.words.definite
    )  # "over the sea", and no "over 300"
    means = word == "by" and following.endswith("ing")  # "by selling coal", and no "owned by"
    if word not in cutting.stops or (word in cutting.words.never_before and not over and not means):
        return 0.0
    if words[cut - 1].islower() and folded[cut - 2] in (*cutting.words.definite, "as"):
        return 0.0  # "the waters OFF the cape", "described as crucial IN"
    if folded[cut - 1] in cutting.measures:
        return 0.0  # "340 km WEST OF the cape", "16 meters ACROSS"
    ends = zip(folded[cut:], words[cut + 1 :], strict=False)
    figure = any(one == "to" and after[:1].isdigit() for one, after in ends)
    kinds = (word, "to") if figure else (word,)  # "bringing the number IN the country TO 12"
    bound = tuple(stem for kind in kinds for stem in cutting.words.binding.get(kind, ()))
    held = bound and any(one.startswith(bound) for one in folded[max(0, cut - _REACH) : cut])
    return 0.0 if held else _PHRASE


def _definite(words: list[str], cut: int, cutting: Cutting) -> bool:
    """ "the missile that": whether the clause tells which one of what is known is meant."""
    for word in reversed(words[max(0, cut - _NAMED) : cut]):
        folded = plain(word)
        if folded in cutting.words.articles or folded[:1].isdigit():
            return False
        if folded in cutting.words.definite:
            return True
    return False
