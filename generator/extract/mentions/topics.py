"""Mentions of events, treaties and class nouns, which may overlap names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from generator.extract.mentions.context import within
from generator.extract.mentions.native_systems import WARSHIPS, named_ships, native_systems
from generator.extract.mentions.systems import named_system
from generator.extract.mentions.view import NEAR_WEAPON, View
from generator.knowledge.names import Name
from generator.model import Mention

_AGAINST = frozenset({"anti", "counter"})
_SORTS = frozenset({"class", "type", "range"})
"""Behind a class noun and a hyphen: "the ICBM-class missile" is one."""


def topics(view: View) -> Iterator[Mention]:
    """The topics of a sentence whose names are all found, in reading order, each class noun
    with the unlisted system beside it."""
    reached = view.first
    systems: list[Mention] = []
    native: list[Mention] = []
    taken = sorted((item.start, item.end) for item in view.found)
    for index in within(view.context.topic_starts, view.first, view.stop):
        if index < reached:
            continue
        for end, names in view.rules.topics.at(view.tokens, index):
            if end > view.stop:
                continue
            mention = _topic(view, names, index, end, taken)
            if mention is not None:
                if names[0].is_class:
                    system = named_system(view, mention, index, end)
                    if system is not None and system not in systems:
                        systems.append(system)
                        yield system
                    if not mention.surface.isascii():
                        native.append(mention)
                yield mention
                reached = end
                break
    armed = any(item.kind == "weapon" and not item.surface.isascii() for item in view.found)
    if native or armed:
        yield from native_systems(view, native)
    elif not view.sentence.text.isascii():
        yield from named_ships(view)


def _topic(
    view: View,
    names: tuple[Name, ...],
    first: int,
    last: int,
    taken: list[tuple[int, int]],
) -> Mention | None:
    """``taken`` are the sorted places of the names, which do not overlap."""
    start, end = view.tokens.starts[first], view.tokens.ends[last - 1]
    name = names[0]
    if name.is_class:
        word = view.tokens.norms[last - 1]
        before = view.tokens.norms[first - 1] if first > view.first else ""
        if before in view.rules.class_blocks.get(word, ()):
            return None
        if before in _AGAINST and view.tokens.gap(first) == "-":
            return None  # "anti-submarine warfare"
        if last - first == 1 and word in view.context.other_things:
            return None
        following = view.tokens.norms[last] if last < view.stop else ""
        if following in view.rules.class_blocks_after and view.tokens.gap(last) == " ":
            return None
        place = bisect_left(taken, (end, 0)) - 1
        inside = place >= 0 and taken[place][1] > start
        if inside or (name.needs and not view.near(name.needs, first, last, NEAR_WEAPON)):
            return None
        if _only_tells(view, name, last) or _of_a_body(view, first, last):
            return None
    elif name.reading != "plain" and not _topic_fits(view, name):
        return None
    return view.mention(name, first, last)


def _only_tells(view: View, name: Name, last: int) -> bool:
    """Whether a class noun that ends at a token only says what sort of ship or aircraft follows:
    "a missile frigate", "a missile-capable boat"."""
    tokens, rules = view.tokens, view.rules
    if last >= view.stop:
        return False
    gap, knowledge = tokens.gap(last), rules.knowledge
    if gap == "-":
        return tokens.norms[last] not in _SORTS
    if gap.strip(" ") or knowledge.is_platform(name.entity):
        return False
    if tokens.text[tokens.ends[last - 1]] in WARSHIPS:
        return True  # "导弹艇"
    if tokens.norms[last] in rules.systems.hulls:
        return True
    return any(
        other.is_class and knowledge.is_platform(other.entity)
        for _, names in rules.topics.at(tokens, last)
        for other in names
    )


def _of_a_body(view: View, first: int, last: int) -> bool:
    """ "Interceptor Monthly", "the 601st Rocket Group": a class noun within another's name."""
    if last >= view.stop or view.tokens.gap(last) != " ":
        return False
    raws = view.tokens.raws
    capitals = raws[first][0].isupper() and raws[last][0].isupper() and not raws[last].isupper()
    return capitals and view.tokens.norms[last] in view.rules.bodies


def _topic_fits(view: View, name: Name) -> bool:
    """A weak name of an event or treaty needs a participant in the same sentence."""
    event = view.rules.knowledge.events.get(name.entity)
    instrument = view.rules.knowledge.instruments.get(name.entity)
    parties: tuple[str, ...] = ()
    if event is not None:
        parties = event.participants
    elif instrument is not None:
        parties = instrument.parties
    return any(mention.entity in parties for mention in view.found)
