"""Which of the names of a Chinese, Japanese or Korean clause acts.

Decides it by place: the marked name nearest to the verb, and of names in one run the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.model import EntityId
from generator.text.eastern.nested import Role


def acting(
    names: Sequence[tuple[int, EntityId, Role]], verb: int, chain: Mapping[int, EntityId]
) -> list[EntityId]:
    """The one marked as acting nearest to the verb; else the free name that stands first before
    it. Of names in one run ("朝鲜导弹总局") the last acts."""
    before = [one for one in names if one[0] < verb]
    marked = [begin for begin, _, role in before if role == "acts"]
    if marked:
        return [chain[marked[-1]]]
    free = [begin for begin, _, role in before if role == "free"]
    return [chain[free[0]]] if free else []


def chains(
    names: Iterable[tuple[int, EntityId, Role]], spans: Iterable[tuple[int, int, EntityId]]
) -> dict[int, EntityId]:
    """Where a name begins -> the last entity of the run of names that begins there."""
    following = {begin: (stop, entity) for begin, stop, entity in spans}
    found: dict[int, EntityId] = {}
    for begin, entity, _ in names:
        stop, last = following[begin]
        while stop in following:
            stop, last = following[stop]
        found[begin] = last if stop > begin else entity
    return found


def titled(
    title: re.Pattern[str], text: str, names: Sequence[tuple[int, int, EntityId]]
) -> list[tuple[int, int, EntityId]]:
    """The names, each reaching to the one that only a title parts it from: "韩国总统李在明"."""
    starts = sorted(begin for begin, _, _ in names)
    reached = []
    for begin, stop, entity in names:
        following = next((one for one in starts if one > stop), stop)
        parted = title.fullmatch(text, stop, following) is not None
        reached.append((begin, following if parted else stop, entity))
    return reached


def held(
    office: re.Pattern[str], text: str, names: Sequence[tuple[int, int, EntityId]]
) -> dict[int, EntityId]:
    """Where a state begins -> who holds its office: "푸틴 러시아 대통령이" is the man."""
    ends = {stop: entity for _, stop, entity in names}
    return {
        begin: ends[begin - 1]
        for begin, stop, _ in names
        if begin - 1 in ends and text[begin - 1] == " " and office.match(text, stop)
    }


def behind_saying(
    says: re.Pattern[str],
    text: str,
    names: list[tuple[int, EntityId, Role]],
    span: tuple[int, int],
) -> list[tuple[int, EntityId, Role]]:
    """Without who only says so in the clause, if somebody is named behind: "防卫省表示北韩试射"."""
    said = max((one.end() for one in says.finditer(text, *span)), default=0)
    behind = [one for one in names if one[0] >= said]
    return behind if said and any(one[2] in {"acts", "free"} for one in behind) else names
