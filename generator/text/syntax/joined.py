"""Names that do a deed or speak together: joined before the verb, or behind "by"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import EntityId, Mention
from generator.text.reading import Reading
from generator.text.speech.attribution import Line
from generator.text.syntax.grammar import Predicate

_JOINS = re.compile(r"and(?: the)?(?: [A-Z][\w.]*)?")
_TITLED = 6
_INTRODUCED = 3
_COUNTED = 2
"""The words "and two" between two weapons."""
_OFFICES = frozenset({
    "president", "leader", "premier", "minister", "prime", "foreign", "defense", "defence", "chief",
    "secretary", "chairman", "envoy", "ambassador", "vice", "deputy", "spokesman", "spokeswoman",
})  # fmt: skip
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -.")
_NO_TITLE = frozenset({
    "of", "with", "against", "between", "in", "at", "to", "from", "by", "for", "on", "over", "as",
    "under", "about", "after", "before",
})  # fmt: skip


def with_joined(chosen: Mention, free: list[Mention], reading: Reading) -> tuple[EntityId, ...]:
    """A name and those listed right before it: "Ruritania, Zenda and Orvane"."""
    result = [chosen.entity]
    position = free.index(chosen)
    listed = False
    for item in reversed(free[:position]):
        gap = reading.sentence.text[
            item.end - reading.sentence.start : chosen.start - reading.sentence.start
        ].strip(" \n")
        armed = _armed(item, chosen, reading)
        if item.rule == "demonym" and chosen.rule != "demonym" and gap != "and" and not armed:
            continue  # "Ruritania and the Zendan minister Hentzau", but "Zendan and U.S. forces"
        listed = listed or "and" in gap  # "according to the paper, Ruritania" is no list
        plain = gap in {"and", ", and", "& ", "and the", "-", "/"} or (
            gap in {",", ", the"} and listed
        )
        if not (plain or armed or _titled(item, chosen, reading)):
            break
        result.insert(0, item.entity)
        chosen = item
    return tuple(dict.fromkeys(result))


def named_behind_by(
    predicate: Predicate, reading: Reading, actors: list[Mention]
) -> tuple[EntityId, ...]:
    """The names after "by", those joined to the first included."""
    after = reading.between(predicate.last, predicate.last + 8)
    if "by" not in after:
        return ()
    by = predicate.last + after.index("by")
    found: list[Mention] = []
    for item in actors:
        first = reading.place_of(item)[0]
        if not found and 0 <= first - by <= 4:
            found.append(item)
        elif found:
            gap = reading.sentence.text[
                found[-1].end - reading.sentence.start : item.start - reading.sentence.start
            ]
            if gap.strip() not in {"and", ",", ", and", "and the", ", the", ", and the"}:
                break
            found.append(item)
    return tuple(dict.fromkeys(item.entity for item in found))


def _titled(item: Mention, chosen: Mention, reading: Reading) -> bool:
    """ "Zenda and Ruritanian leader Hentzau": nothing but a state and an office stands between."""
    first, last = reading.place_of(item)[1], reading.place_of(chosen)[0]
    words = reading.between(first, last)
    if words[:1] != ("and",) or len(words) > _TITLED:
        return False
    demonyms = {
        at
        for one in reading.mentions
        if one.rule == "demonym"
        for at in range(*reading.place_of(one))
    }
    raws = reading.tokens.raws
    return set(reading.text_between(first, last)) <= _PLAIN and all(
        at in demonyms or (raws[at].islower() and raws[at] not in _NO_TITLE)
        for at in range(first, last)
    )


def _armed(item: Mention, chosen: Mention, reading: Reading) -> bool:
    """ "two Zendan DART-3s and two Ruritanian Dart-4s": each name owns a weapon of the list."""
    first, last = reading.place_of(item)[1], reading.place_of(chosen)[0]
    arms = [
        reading.place_of(one)
        for one in reading.mentions
        if one.kind == "weapon" and first <= reading.place_of(one)[0] < last
    ]
    if not arms or arms[0][0] > first + 1:
        return False
    words = reading.between(max(end for _, end in arms), last)
    words = words[1:] if words[:1] == ("s",) else words  # "Dart-3s"
    return words[:1] == ("and",) and len(words) <= _COUNTED


def _introduces(item: Mention, other: Mention, reading: Reading) -> bool:
    """ "the Ruritania President Hentzau": a name that only tells whose the next one is."""
    first, last = reading.place_of(item)[1], reading.place_of(other)[0]
    words = reading.between(first, last)
    return (
        1 <= len(words) <= _INTRODUCED
        and all(
            word in _OFFICES or reading.tokens.raws[at][:1].isupper()
            for at, word in enumerate(words, first)
        )
        and set(reading.text_between(first, last)) <= _PLAIN
    )


def heads(named: list[Mention], reading: Reading) -> list[Mention]:
    """The names without those that only tell whose the next one is."""
    return [
        item
        for at, item in enumerate(named)
        if at + 1 == len(named) or not _introduces(item, named[at + 1], reading)
    ]


def names_joined(line: Line, tokens: Sequence[tuple[int, int, str]], index: int) -> bool:
    """ "Strelsau AND Zenda said": a name on either side of the token at ``index``."""
    if index < 1 or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if after[2] == "the" and index + 2 < len(tokens):
        # "Strelsau and THE harbour police said": not behind a verb with an object of its own.
        after = tokens[index + 2]
        begins = next((s for s, e, _ in line.actors if s < before[1] <= e), -1)
        lead = line.outside[:begins].rstrip(" ") if begins >= 0 else "?"
        if lead.lower().removesuffix("the").strip(' "') and not lead.endswith((",", '"')):
            return False
    titled = before[2].istitle() and after[2].istitle()
    if titled and index > 1 and tokens[index - 2][2].istitle():
        return True  # two full names, whether anything claims them or not
    return any(s < before[1] <= e for s, e, _ in line.actors) and any(
        s <= after[0] < e for s, e, _ in line.actors
    )


def first_joined(
    line: Line, inside: Sequence[tuple[int, int, Mention]], start: int
) -> Mention | None:
    """ "Strelsau and Zenda said": held by the first, with both names as its words."""
    return next(
        (one for _, e, one in inside if _JOINS.fullmatch(line.outside[e:start].strip())), None
    )
