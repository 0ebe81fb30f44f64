"""How a sentence is read: left to right, the longest name first, and no two names overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.extract.mentions.choosing import choose
from generator.extract.mentions.context import Context, within
from generator.extract.mentions.designations import further, list_tail, unknown_designation
from generator.extract.mentions.rules import Rules
from generator.extract.mentions.sides import pair_half
from generator.extract.mentions.topics import topics
from generator.extract.mentions.vessels import is_native_ship, names_no_arms, vessel
from generator.extract.mentions.view import View
from generator.knowledge.names import Name
from generator.model import Mention, Sentence
from generator.text.tokens import Tokens


def read_sentence(
    sentence: Sentence,
    *,
    rules: Rules,
    tokens: Tokens,
    context: Context,
    before: Sequence[Mention],
    reserved: Mapping[int, int],
) -> tuple[Mention, ...]:
    """The names of a sentence, then its topics. ``before`` are the mentions of the sentences
    before it, at hand for what refers back; ``reserved`` are the names in it that are known by
    their form, start to end."""
    first, stop = tokens.at(sentence.start), tokens.at(sentence.end)
    starts = {*within(context.starts, first, stop)}
    starts.update(at for at in map(tokens.at, reserved) if tokens.starts[at] in reserved)
    if not starts and not within(context.topic_starts, first, stop):
        return ()
    found: list[Mention] = []
    view = View(
        rules=rules,
        tokens=tokens,
        sentence=sentence,
        context=context,
        first=first,
        stop=stop,
        before=before,
        found=found,
        reserved=reserved,
    )
    reached = view.first
    for index in sorted(starts):
        if index >= reached:
            reached = _step(view, found, index)
    return (*found, *topics(view))


def _step(view: View, found: list[Mention], index: int) -> int:
    held = view.reserved.get(view.tokens.starts[index])
    if held is not None:
        return _reserved_step(view, found, index, held)
    beyond = _ship_step(view, found, index)
    if beyond is not None:
        return beyond
    half = pair_half(view, index)
    if half is not None:
        found.append(half)
        return index + 1
    for end, names in view.names_at(index):
        if end > view.stop or _cuts(view, index, end):
            continue
        if names_no_arms(names) and is_native_ship(view.tokens, index, end):
            return end
        both = [name for name in names if name.reading == "pair"]
        if both:
            found += [view.mention(name, index, end) for name in both]
            return end
        mention = choose(view, names, index, end)
        longer = further(view, mention, index, end) if mention is not None else None
        if longer is not None:
            found.append(longer)
            return view.tokens.at(longer.end - 1) + 1
        if mention is not None:
            found.append(mention)
            tail = list_tail(view, mention, index, end)
            found += tail
            return view.tokens.at(tail[-1].start) + 1 if tail else end
        if any(name.reading == "blocked" for name in names):
            return end
    unknown = unknown_designation(view, index)
    if unknown is not None:
        found.append(unknown)
        return view.tokens.at(unknown.end - 1) + 1
    return index + 1


def _ship_step(view: View, found: list[Mention], index: int) -> int | None:
    """Behind the ship that is named by its form at a token, if no listed name is read there."""
    ship = vessel(view, index)
    if ship is None:
        return None
    stop = view.tokens.at(ship.end - 1) + 1
    known = next(((end, names) for end, names in view.names_at(index) if end <= view.stop), None)
    prefixed = view.tokens.raws[index - 1] in view.rules.ship_prefixes
    listed = known is not None and any(name.kind == "weapon" for name in known[1])
    elsewhere = known is None or known[0] < stop or names_no_arms(known[1])
    elsewhere = elsewhere or (prefixed and not listed)  # "HMS Zenda" is not the city
    if view.tokens.starts[index] < ship.start or not elsewhere:
        return None
    if found and found[-1].end > ship.start:
        found.pop()  # "CCG 5907": the letters alone are the coast guard
    found.append(ship)
    return stop


def _cuts(view: View, first: int, last: int) -> bool:
    """Whether a name known by its form begins inside the words and goes on behind them: "the
    Zenda" of "the Zenda Fleet"."""
    starts, end = view.tokens.starts, view.tokens.ends[last - 1]
    return any(view.reserved.get(starts[at], 0) > end for at in range(first + 1, last))


def _reserved_step(view: View, found: list[Mention], index: int, end: int) -> int:
    """A name known by its form begins here: a listed name counts only if it reaches as far."""
    for last, names in view.names_at(index):
        if view.tokens.ends[last - 1] >= end and last <= view.stop:
            mention = choose(view, names, index, last)
            if mention is not None:
                found.append(mention)
                return last
    beyond = max(index + 1, view.tokens.at(end - 1) + 1)
    person = _ending_in_person(view, index, beyond)
    if person is not None:
        found.append(person)
    return beyond


def _ending_in_person(view: View, index: int, stop: int) -> Mention | None:
    """A listed person by full name at the end of it, behind an office in capitals that no list
    has: "Warden Rupert Hentzau". What "of" leads to is another name ("School of Rupert Hentzau").
    """
    for first in range(index + 1, stop - 1):
        if view.tokens.text[view.tokens.starts[first - 1]].islower():
            return None
        for last, names in view.rules.names.at(view.tokens, first):
            people = [name for name in names if _is_person(view, name)]
            if last == stop and people:
                return choose(view, tuple(people), first, last)
    return None


def _is_person(view: View, name: Name) -> bool:
    actor = view.rules.knowledge.actors.get(name.entity)
    return actor is not None and actor.kind == "person" and name.reading == "plain"
