"""Which parts at the end of a sentence can be left off without breaking what stays.

Decides what opens a part of its own, and what goes on with the words before it: an item of a list,
the verb behind an aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.text.syntax.clauses import (
    RELATIVES,
    Cutting,
    forms,
    has_verb,
    parts_of,
    plain,
    whole,
    word_count,
)

TELLING = RELATIVES - {"what", "how"}
"""Words of a clause that tells of a noun."""
_LIST_ITEM = 7
_CLAUSE, _PREDICATE = 12, 5
_SUBJECT = 4
"""Words of a subject up to its verb."""


def left_off(parts: Sequence[str], cutting: Cutting) -> list[int]:
    """How many of the comma parts of a sentence can stay, the most first."""
    found: list[int] = []
    for count in range(len(parts) - 1, 0, -1):
        following = parts[count].strip()
        kept = "".join(parts[:count]).strip()
        if not (
            _may_start_tail(following, cutting)
            or _spliced(following, cutting)
            or _told_next(kept, following, cutting)
            or _second(parts[count:], cutting)
            or _enumerates(kept, following, cutting)
        ):
            continue
        if not whole(kept, cutting) or _leads_in(kept, cutting):
            break
        if plain(kept.rsplit(" ", 1)[-1]) in cutting.words.joining:
            break  # "left the port and, as the navy said, fired": the aside hangs on the "and"
        if "not only" in kept.casefold() and _but(parts[count:]):
            continue
        if kept.endswith(":") and following[:1].isupper() and _is_clause(parts[count:], cutting):
            continue
        if _only_joins(parts[count - 1], cutting) or speaks_on(kept.split(), cutting):
            continue
        rest = parts[count:]
        if not (
            _hangs(parts[count - 1], rest, cutting)
            or _goes_on(rest, cutting)
            or _resumes(parts[:count], following, cutting)
            or _listed(parts[:count], following, cutting)
        ):
            found.append(count)
    return found


def _but(rest: Sequence[str]) -> bool:
    """Whether what "not only" opened is still to come."""
    return any(" but " in f" {part.casefold()}" for part in rest)


def _is_clause(rest: Sequence[str], cutting: Cutting) -> bool:
    """ "The king must know one thing: If THE DAM BREAKS, ...": whether a colon hands over to a
    sentence, which is what was to be said."""
    return whole("".join(rest), cutting)


def _only_joins(part: str, cutting: Cutting) -> bool:
    """ "on the other hand,", "and - bizarrely -": words that only lead on to what is cut off."""
    words = part.casefold().strip(" ,;:-–—")
    return words in cutting.lead_ins or (words.endswith("ly") and " " not in words)


def speaks_on(kept: Sequence[str], cutting: Cutting) -> bool:
    """ "The minister said the boat": whether what somebody said breaks off before its verb."""
    words = [plain(word) for word in kept]
    said = next((at for at, word in enumerate(words) if word in {"said", "says"}), None)
    if said is None or has_verb(words[said + 1 :], cutting):
        return False
    return said + 1 < len(words) and words[said + 1] not in cutting.stops | cutting.times


def _second(rest: Sequence[str], cutting: Cutting) -> bool:
    """ "and the skeptics, which foretold an end, are silent", "and that the boats - all ten - are":
    a second clause whose verb stands behind an aside."""
    return (
        len(rest) > 2
        and plain(rest[0].split(" ", 1)[0]) in {"and", "but"}
        and (plain(rest[1].split(" ", 1)[0]) in TELLING or rest[0].startswith("and that "))
        and any(has_verb(forms(part), cutting) for part in rest[2:])
    )


def _listed(kept: Sequence[str], following: str, cutting: Cutting) -> bool:
    """ "four men, three firms, and one vessel involved in": whether what is cut off is the last
    item of a list that what is kept begins."""
    words = forms(kept[-1])
    return (
        plain(following.split(" ", 1)[0]) in {"and", "or"}
        and len(kept) > 1
        and plain(words[0]) not in cutting.openers.union(cutting.words.joining)
        and not has_verb(words, cutting)
    )


def _goes_on(rest: Sequence[str], cutting: Cutting) -> bool:
    """ "the KN-1, a missile of the army, and the KN-2", "put the ship, a freighter, at the pier":
    whether what is cut off goes on with what stands before the aside."""
    if plain(rest[0].split(" ", 1)[0]) not in cutting.words.articles:
        return False
    if len(rest) > 1 and plain(rest[1].strip().split(" ", 1)[0]) in cutting.words.placing:
        return True
    return any(
        words[0] in cutting.words.joining and not has_verb(words[:_CLAUSE], cutting)
        for words in (forms(part) for part in rest[1:])
        if words
    )


def _hangs(part: str, rest: Sequence[str], cutting: Cutting) -> bool:
    """ "and the skeptics, which ...", "hours after the paper, citing ...": the subject of a clause
    whose verb comes after an aside."""
    words = forms(part)
    aside = plain(rest[0].split(" ", 1)[0]) not in cutting.words.joining
    verb = aside and any(tells_on(one, cutting) for one in rest[1:])
    last = max(
        (at for at, word in enumerate(words) if word in RELATIVES.union(cutting.words.subordinate)),
        default=-1,
    )
    unclosed = last >= 0 and not has_verb(words[last + 1 :], cutting)
    if unclosed and (
        verb or (words[last] in RELATIVES and words[last - 1] not in cutting.words.placing)
    ):
        return True
    if not words or has_verb(words, cutting):
        return False
    if verb:
        return True
    if words[0] in cutting.words.articles:
        return plain(rest[0].strip().split(" ", 1)[0]) in cutting.words.placing
    if words[0] in cutting.words.joining:
        return len(rest) > 1 and plain(rest[0].split(" ", 1)[0]) in TELLING
    return words[0] in cutting.words.subordinate or _apart(part, cutting)


def tells_on(part: str, cutting: Cutting) -> bool:
    """Whether a part goes on with the verb of its sentence: "said", "later said"."""
    words = forms(part)
    adverb = len(words) > 1 and words[0].endswith("ly")
    return bool(words) and words[adverb] in cutting.finite


def _resumes(kept: Sequence[str], following: str, cutting: Cutting) -> bool:
    """ "the missiles, whose range is 40 km, on the islands would ...": whether the verb of the
    sentence stands behind the aside that what is kept would end in."""
    words = forms(following)
    verb = next((at for at, word in enumerate(words) if word in cutting.finite), 0)
    if (
        len(kept) < 2
        or words[0] not in cutting.words.placing
        or not TELLING.union(cutting.words.subordinate).isdisjoint(words[:verb])
    ):
        return False
    aside = not TELLING.isdisjoint(map(plain, kept[-1].split()))
    return verb > 0 and aside and not has_verb(forms(" ".join(kept[:-1])), cutting)


def _may_start_tail(part: str, cutting: Cutting) -> bool:
    """A part that can be left off: it opens a clause of its own, not a list item."""
    first = part.split(" ", 1)[0].casefold().strip("\"'“”")
    if first in {"and", "or"}:
        second = part.split(" ")[1:3]
        return (
            word_count(part) > _LIST_ITEM
            and bool(second)
            and (
                has_verb([word.casefold() for word in part.split()[1:_CLAUSE]], cutting)
                or _predicate(part.split()[1:_PREDICATE])
            )
        )
    return first in cutting.openers or _participle(part, cutting) or _apart(part, cutting)


def _participle(part: str, cutting: Cutting) -> bool:
    """ "giving the navy ...", "strolling past ...": but "jamming gear" is a thing; and "many
    operating in the harbour"."""
    first, _, rest = part.partition(" ")
    word = rest.split(" ", 1)[0]
    if plain(first) in cutting.counting:
        return word.islower() and word.endswith(("ing", "ed"))
    return plain(first).endswith("ing") and (
        not word[:1].islower()
        or plain(word) in cutting.stops | cutting.unfinished
        or plain(first) in cutting.verbs
    )


def _predicate(words: Sequence[str]) -> bool:
    """ "and on Thursday opened ...": a second thing done, and no item of a list."""
    at = 2 if words and words[0].casefold() in {"on", "in", "at"} else 0
    return len(words) > at and words[at].islower() and words[at].endswith("ed")


def _apart(part: str, cutting: Cutting) -> bool:
    """ "two days after Northland threatened": when it was, as told by something else."""
    words = [plain(word) for word in part.split()[:_PREDICATE]]
    if words and words[0] in cutting.words.demonstratives:
        return False  # "it comes 25 days after"
    counted = any(word in cutting.words.spans for word in words[:-1])
    return counted and any(word in cutting.words.time_after for word in words[1:])


def _enumerates(kept: str, following: str, cutting: Cutting) -> bool:
    """Whether a colon ends what is kept and what follows only counts up; where somebody speaks,
    the colon is what the speech begins with."""
    return (
        kept.endswith(":")
        and following[:1] not in {'"', "“"}
        and not any(plain(word) in cutting.speech for word in kept.split())
    )


def _leads_in(kept: str, cutting: Cutting) -> bool:
    """ "Seen as an answer to what both agreed on,": words without a subject of their own, which
    the clause behind the comma has."""
    opening, *others = parts_of(kept)
    first = plain(opening.split(" ", 1)[0])
    leads = first in cutting.finite or first.endswith(("ed", "ing"))
    return leads and not any(has_verb(forms(one), cutting) for one in others)


def _spliced(part: str, cutting: Cutting) -> bool:
    """A sentence of its own that only a comma joins to the one before: "this is the first"."""
    words = [word.casefold().strip(",.;:\"'“”()") for word in part.split()[:3]]
    return (
        len(words) == 3
        and words[0] in cutting.words.demonstratives
        and bool(set(words[1:]) & cutting.verbs)
    )


def _told_next(kept: str, part: str, cutting: Cutting) -> bool:
    """ "the army fired two rockets, THE ROCKETS FLEW 40 km": a sentence of its own behind a comma,
    as translations have it, and no ", the army said"."""
    words = forms(part)
    subject = words[1 : 1 + _SUBJECT]
    verb = next((at for at, word in enumerate(subject, 1) if word in cutting.finite), 0)
    before = parts_of(kept)
    clauses = [plain(one.split(" ", 1)[0]) for one in before]
    return (
        kept.endswith(",")
        and words[:1] == ("the",)
        and verb > 1
        and words[verb] not in cutting.speech
        and len(words) > _LIST_ITEM
        and TELLING.isdisjoint(words[:verb])
        and not any(word in RELATIVES.union(cutting.words.subordinate) for word in clauses)
        and not any(
            word in cutting.stops and has_verb(forms(one), cutting)
            for word, one in zip(clauses, before, strict=True)
        )  # "In response to that the north fired, ..."
    )
