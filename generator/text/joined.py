"""Names that do a deed together: joined before the verb, or behind "by"."""

from __future__ import annotations

from generator.model import EntityId, Mention
from generator.text.grammar import Predicate
from generator.text.reading import Reading


def with_joined(chosen: Mention, free: list[Mention], reading: Reading) -> tuple[EntityId, ...]:
    """A name and those listed right before it: "Ruritania, Zenda and Orvane"."""
    result = [chosen.entity]
    position = free.index(chosen)
    listed = False
    for item in reversed(free[:position]):
        gap = reading.sentence.text[
            item.end - reading.sentence.start : chosen.start - reading.sentence.start
        ].strip(" \n")
        listed = listed or "and" in gap  # "according to the paper, Ruritania" is no list
        if gap not in {"and", ",", ", and", "& ", "and the", "-", "/"} or (
            gap == "," and not listed
        ):
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
