"""A sentence that is too long, without the constituents it can best do without.

Decides what may go, one whole constituent after the other: an aside between subject and verb, what
opens or closes the sentence, a second deed, the clause that tells which. Of all ways to bring a
sentence to size the one is taken that loses least. What turns the meaning ("unless", "without")
and what the words kept need ("the waters OFF THE CAPE", "provide them WITH") never goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from generator.text.syntax.clauses import (
    RELATIVES,
    Cutting,
    closed,
    forms,
    has_main_verb,
    has_verb,
    parts_of,
    plain,
    whole,
    word_count,
)
from generator.text.syntax.tails import ARTICLES, JOINING, SPANS, TELLING, left_off, tells_on

_STEPS, _WAYS = 3, 6
"""Cuts one after the other, and ways of cutting that are followed up at each step."""
_SHORTEST = 8
"""Words that must stay."""
_TAIL, _ASIDE, _OPENING, _PHRASE, _DEED, _WHICH = 0.8, 0.5, 0.9, 1.1, 1.1, 1.3
"""What a word of each kind of constituent weighs."""
_NAMED_BEHIND = 2.5
"""... and what it weighs behind a colon, where what was announced is named."""
_INSIDE = 1.5
"""More for a cut that no comma shows."""
_TOLD = 2.0
"""More for each word lost that tells what the article is about."""
_REACH = 10
"""Words between a verb and its preposition."""
_SHORT = 3
"""Letters of "is", "was", "has", which are no nouns."""
_WHEN = 5.0
"""More for the only words that tell when."""
_NAMED = 6
"""Words before a clause in which the article of its noun stands."""
_DEFINITE = frozenset(
    {"the", "its", "their", "his", "her", "our", "this", "that", "those", "these"}
)
_OPENERS = frozenset({"in", "at", "amid", "during", "with", "under", "for", "after", "following"})
_BINDING = {
    "from": ("prevent", "stop", "keep", "bar", "ban", "exclud", "protect", "differ", "remov"),
    "at": ("point", "aim", "fir", "shot", "shoot", "threw", "look", "direct"),
    "for": (
        "mistak", "mistook", "blam", "exchang", "substitut", "swap", "call", "ask", "account",
        "responsib", "wait", "vote", "accus", "stand", "prepar", "look", "search",
    ),
}  # fmt: skip
"""Stems of words that are not whole without a preposition: "mistook it FOR a raid"."""
_NEVER_BEFORE = frozenset({
    "as", "by", "with", "between", "including", "about", "into", "onto", "upon", "over", "within",
})  # fmt: skip
"""Prepositions that belong to the word before them more often than not."""
_ON_THE_WAY = frozenset({"through", "to", "across", "toward", "towards", "from"})
_REASONS = frozenset({"because", "while", "whereas", "although", "though"})
_SINCE = frozenset({"after", "before"})
_PRONOUNS = frozenset({"it", "him", "her", "them", "us"})
"""Behind these stands what belongs to the verb: "drove it OFF"."""


def trimmed(
    text: str, *, cutting: Cutting, limit: int, telling: AbstractSet[str] = frozenset()
) -> str | None:
    """``text`` without whole constituents, in at most ``limit`` words; None where no cut leaves a
    whole sentence. ``telling`` are folded words that are better kept."""
    told = _stands(text, forms(text), cutting)
    ways = [(0.0, text)]
    for _ in range(_STEPS):
        further = {
            shorter: cost + price
            for cost, longer in reversed(ways)
            for price, shorter in _cuts(longer, cutting, telling, told=told)
        }
        ways = sorted((cost, one) for one, cost in further.items())
        fitting = [one for _, one in ways if word_count(one) <= limit]
        if fitting:
            return fitting[0]
        ways = ways[:_WAYS]
    return None


def _cuts(
    text: str, cutting: Cutting, telling: AbstractSet[str], *, told: bool = True
) -> Iterator[tuple[float, str]]:
    """What one cut leaves, each with what it costs; ``told`` where the verb of the whole sentence
    is one that the lists have, which must then stay."""
    for weight, begin, end in _constituents(text, cutting):
        words = [plain(word) for word in text[begin:end].split()]
        kept = text[:begin].rstrip(",;:-–— ")
        if end < len(text):
            kept = f"{kept} {text[end:].lstrip()}" if kept else text[end:].lstrip()
        left = forms(kept)
        if len(left) < _SHORTEST or not closed(kept):
            continue
        if told and not _stands(kept, left, cutting):
            continue
        lost = len(telling & {*words} - {*map(plain, left)})
        undated = not cutting.times.isdisjoint(words) and cutting.times.isdisjoint(map(plain, left))
        yield weight * len(words) + _TOLD * lost + _WHEN * undated, kept


def _stands(kept: str, left: list[str], cutting: Cutting) -> bool:
    """Whether what is left has a verb of its own; one in "-ed" right behind a name
    or a plural is."""
    if whole(kept, cutting) and has_main_verb(left, cutting):
        return True
    words = kept.split()
    return plain(left[0]) not in cutting.openers and any(
        word.islower()
        and word.endswith("ed")
        and (before[:1].isupper() or before.endswith("s"))
        and before[-1:].isalnum()
        for before, word in pairwise(words)
    )


def _constituents(text: str, cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """Stretches of a sentence that may go, each with what a word of it weighs."""
    parts = parts_of(text)
    at = [0, *accumulate(map(len, parts))]
    for count in left_off(parts, cutting):
        colon = parts[count - 1].rstrip().endswith(":")
        yield (_NAMED_BEHIND if colon else _TAIL), at[count], len(text)
    yield from _asides(parts, at, cutting)
    if len(parts) > 1 and _opens(parts[0], parts[1], cutting):
        yield _OPENING, 0, at[1]
    yield from _series(parts, at, cutting)
    yield from _inside(text, cutting)


def _asides(parts: list[str], at: list[int], cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """ "The minister, a former general, said": what two commas set off before a verb; and "named
    two men, and identified two ships, for": a second deed before what both were done for."""
    for first in range(1, len(parts) - 1):
        before = forms(parts[first - 1])
        words = forms(parts[first])
        if words[0] == "and" and _past(words[1], cutting) and _leads(parts[first + 1], cutting):
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
            if any(plain(one.split(" ", 1)[0]) in JOINING for one in between):
                break  # "the ministers of A, of B, and of C, met"
            if _told_on(parts[last], cutting) and _is_aside(words, cutting):
                yield _ASIDE, at[first], at[last]
                break


def _told_on(part: str, cutting: Cutting) -> bool:
    """Whether a part goes on with the verb of its sentence: "said", "on the islands would"."""
    words = forms(part)
    phrase = words[0] in cutting.stops and TELLING.isdisjoint(words) and has_verb(words, cutting)
    return phrase or tells_on(part, cutting)


def _past(word: str, cutting: Cutting) -> bool:
    return word in cutting.finite and not word.endswith("s")


def _leads(part: str, cutting: Cutting) -> bool:
    first = plain(part.split(" ", 1)[0])
    return (first in cutting.stops and first not in _ON_THE_WAY) or first == "according"


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
        verb = rest[-1][1:] if rest[-1][:1] == ["and"] else []
        if listed and verb and verb[0] in cutting.verbs | cutting.finite and not _nouns(rest[:-1]):
            yield _DEED, at[first], len(parts) and at[-1]


def _nouns(heads: list[list[str]]) -> bool:
    """Whether an item of a list opens as a noun does."""
    return any(head[0] in _DEFINITE | ARTICLES or head[0][:1].isdigit() for head in heads)


def _is_aside(words: list[str], cutting: Cutting) -> bool:
    """Words without a verb, but in a clause that tells of one of them."""
    which = next((at for at, word in enumerate(words) if word in TELLING), len(words))
    return bool(words) and (
        words[0].endswith(("ing", "ed"))
        or (words[0] in cutting.finite and words[1:2] != [] and words[1] in cutting.stops)
        or not has_verb(words[:which], cutting)
    )


def _opens(opening: str, main: str, cutting: Cutting) -> bool:
    """ "In a parade of many hours, the leader showed ...": what opens a sentence and tells neither
    when nor on what condition."""
    words = forms(opening)
    following = plain(main.split(" ", 1)[0])
    return (
        opening.rstrip().endswith(",")
        and plain(words[0]) in _OPENERS
        and not any(plain(word) in cutting.times or word[:1].isdigit() for word in words)
        and following not in {"it", "he", "she", "they", "and", "or", "but", *TELLING}
        and not has_verb(words, cutting)
    )


def _inside(text: str, cutting: Cutting) -> Iterator[tuple[float, int, int]]:
    """Where a sentence may end before a preposition, a second verb or a clause that tells which."""
    words = text.split(" ")
    folded = [forms(word)[0] if word else "" for word in words]
    at = [0, *accumulate(len(word) + 1 for word in words)]
    bare = (cutting.stops, cutting.unfinished, _PRONOUNS)
    for cut in range(len(words) - 2, _SHORTEST - 1, -1):
        last, comma = folded[cut - 1], words[cut - 1].endswith((",", ";", ":"))
        if any(last in one for one in bare) or _wants(folded, cut, cutting):
            continue
        if not comma and words[cut - 1].islower() and last.endswith(("ing", "ed", "ly")):
            continue
        weight = _weight(words, folded, cut, cutting)
        if comma and (folded[cut] not in cutting.stops or folded[cut] in _ON_THE_WAY):
            continue
        if weight and _all_of_it(words, folded, cut, cutting):
            yield weight + _INSIDE / (len(words) - cut), at[cut] - 1, len(text)


def _wants(folded: list[str], cut: int, cutting: Cutting) -> bool:
    """Whether a verb stands before the cut; "base" and "test" are as often nouns."""
    last, before = folded[cut - 1], folded[cut - 2]
    return last in cutting.verbs and (last in cutting.finite or before in cutting.verbs | {"to"})


def _all_of_it(words: list[str], folded: list[str], cut: int, cutting: Cutting) -> bool:
    """Whether all that stands behind is of the phrase that begins there: no verb of what stands
    before it, no clause of its own behind a comma."""
    clause = folded[cut] in TELLING | _REASONS | {"and"} or _since(folded, cut)
    for place in range(cut + 1, len(words)):
        if folded[place] in RELATIVES or folded[place] in _SINCE:
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


def _since(folded: list[str], cut: int) -> bool:
    """ "two days after", "hours before": a time counted from something else."""
    return any(span in SPANS and of in _SINCE for span, of in pairwise(folded[cut : cut + 3]))


def _weight(words: list[str], folded: list[str], cut: int, cutting: Cutting) -> float:
    """What each word of a stretch that begins there weighs; 0 where none may be cut off."""
    word, following = folded[cut], folded[cut + 1]
    if _since(folded, cut):
        return _PHRASE
    if not cutting.taking_back.isdisjoint(folded[cut:]):
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
        return _WHICH if clause and not _definite(words, cut) else 0.0
    if word in _REASONS:
        return _TAIL
    if word == "to" and plain(words[cut - 1]) in cutting.times:
        return _PHRASE  # "on Monday TO STRENGTHEN his hold"
    over = word == "over" and following in _DEFINITE  # "over the sea", and no "over 300"
    means = word == "by" and following.endswith("ing")  # "by selling coal", and no "owned by"
    if word not in cutting.stops or (word in _NEVER_BEFORE and not over and not means):
        return 0.0
    if words[cut - 1].islower() and folded[cut - 2] in _DEFINITE | {"as"}:
        return 0.0  # "the waters OFF the cape", "described as crucial IN"
    if folded[cut - 1] in cutting.measures:
        return 0.0  # "340 km WEST OF the cape", "16 meters ACROSS"
    bound = _BINDING.get(word, ())
    if bound and any(one.startswith(bound) for one in folded[max(0, cut - _REACH) : cut]):
        return 0.0
    return _PHRASE


def _definite(words: list[str], cut: int) -> bool:
    """ "the missile that": whether the clause tells which one of what is known is meant."""
    for word in reversed(words[max(0, cut - _NAMED) : cut]):
        folded = plain(word)
        if folded in ARTICLES or folded[:1].isdigit():
            return False
        if folded in _DEFINITE:
            return True
    return False
