"""Ships by name that the knowledge base lacks: a name in quotation marks after the word for a
ship, after the letters that a navy puts before its ships' names, or in apposition; and the listed
ships that are called like a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.mentions.rules import Rules
from generator.extract.mentions.view import CLOSING, OPENING, PAIR_WORDS, View
from generator.knowledge.names import Name
from generator.model import Mention
from generator.text.syntax.bounds import ends_phrase
from generator.text.tokens import Tokens

_NATIVE_SHIPS = "号號舰艦艇"
_LONGEST = 5
_SHORTEST = 3
_HULL_NUMBER = 4
"""Digits of the longest number in a name: "the cutter Zenda 5907"."""
_SUPPORT = 6
_SYLLABLE = re.compile(r"[ae](?:i|ng?|o|r)?|ou?")
"""What stands behind an apostrophe inside a Chinese name, which without one would run into the
syllable before: "the frigate Zend'an"."""
_JOINTS = frozenset({"and", ",", ", and", "or"})
_MOST_LISTED = 6
_CLAUSE = 12
_STOPS = frozenset(".;:")
_ENDS = frozenset({"", ",", ".", ";", ")", "'", "’"})


def may_name_ship(tokens: Tokens, index: int, rules: Rules) -> bool:
    """Whether a ship's name may begin at a token: cheap, asked of every capitalised word."""
    word = tokens.raws[index]
    if index and _is_hull_number(tokens, index, rules):
        return True
    if not index or not word[:1].isupper() or word in rules.ship_prefixes:
        return False
    if tokens.raws[index - 1] in rules.ship_prefixes:
        return tokens.gap(index).strip() in {"", *OPENING}
    if tokens.text[tokens.starts[index] - 1] in OPENING and _listed_quotation(tokens, index, rules):
        return True
    if tokens.norms[index - 1] == "the" and tokens.gap(index - 1) == ", ":
        return (
            index > 1
            and tokens.norms[index - 2] in rules.ships
            and _apposed(tokens, index)
            and _ends_class(tokens, index - 1, rules)
        )
    if tokens.norms[index - 1] not in rules.ships or tokens.norms[index - 2] in rules.merchant:
        return False
    if tokens.raws[index - 1][:1].isupper() and tokens.raws[index - 2][:1].isupper():
        return False  # part of another name: "Sable Ship Management"
    before = tokens.text[tokens.ends[index - 1] : tokens.starts[index]].strip()
    return before == "" or before in OPENING


def _listed_quotation(tokens: Tokens, index: int, rules: Rules) -> bool:
    """ "One cutter, "Zenda"", "three cutters, including "Zenda" and "Strelsau"": names in quotation
    marks, each whole, that lead back to the word for a ship."""
    at = index
    for _ in range(_MOST_LISTED):
        before = at - 1
        if before < 1 or _quotation_end(tokens, at) is None:
            return False
        lead = tokens.norms[before]
        if lead in rules.ships:
            behind = tokens.text[tokens.ends[before] : tokens.starts[at] - 1].strip(" ,")
            return not behind and tokens.norms[before - 1] not in rules.merchant
        if lead in rules.ship_lists:
            return _names_ship(tokens, before, rules)
        stop = before if lead in PAIR_WORDS else at
        at = next(
            (
                start
                for start in range(stop - 1, max(0, stop - 1 - _LONGEST), -1)
                if _quotation_end(tokens, start) == stop
            ),
            0,
        )
    return False


def _quotation_end(tokens: Tokens, index: int) -> int | None:
    """The token behind a quotation that is nothing but a name."""
    if not index or tokens.text[tokens.starts[index] - 1] not in OPENING:
        return None
    last = index
    while last < len(tokens) and last - index < _LONGEST and tokens.raws[last][:1].isupper():
        last += 1
        after = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 1]
        if after and after in CLOSING:
            return last
        if after not in {" ", "-"}:
            break
    return None


def _names_ship(tokens: Tokens, index: int, rules: Rules) -> bool:
    """Whether the clause before "including" speaks of ships."""
    for before in range(index - 1, max(-1, index - 1 - _CLAUSE), -1):
        if tokens.norms[before] in rules.ships:
            return tokens.norms[before - 1] not in rules.merchant
        if before + 1 < index and set(tokens.gap(before + 1)) & _STOPS:
            return False
    return False


def _is_hull_number(tokens: Tokens, index: int, rules: Rules) -> bool:
    """ "The CCG 5907": a ship that goes by the letters of its navy and a number."""
    word = tokens.raws[index]
    numbered = word.isdigit() and _SHORTEST <= len(word) <= _HULL_NUMBER + 1
    return numbered and tokens.raws[index - 1] in rules.ship_prefixes and tokens.gap(index) == " "


def names_no_arms(names: Sequence[Name]) -> bool:
    """A place's name, in East Asian letters anybody's, or one of a type: a ship may be called so
    too."""
    return all(
        name.kind == "place"
        or name.reading == "typed"
        or (name.kind == "actor" and not name.text.isascii())
        for name in names
    )


def called_like_place(view: View, names: Sequence[Name], first: int) -> bool:
    """Whether a name that a ship and a place have stands for the ship: behind the word for a ship
    ("the carriers Zenda and Strelsau"), or behind "the" with no noun after it ("the Zenda has
    sailed", but "the Zenda coast")."""
    tokens, rules = view.tokens, view.rules
    if first <= view.first or any(name.kind not in {"place", "weapon"} for name in names):
        return False
    weapons = rules.knowledge.weapons
    ships = {
        name.entity
        for name in names
        if name.kind == "weapon" and weapons[name.entity].weapon_class in rules.systems.vessels
    }
    if not ships:
        return False
    behind, lead = tokens.gap(first), tokens.norms[first - 1]
    if lead in rules.ships and behind.strip() in {"", *OPENING}:
        return first < 2 or tokens.norms[first - 2] not in rules.merchant
    last = first + 1
    follower = tokens.norms[last] if last < view.stop and tokens.gap(last) == " " else ""
    if follower and not ends_phrase(follower, rules.bounds):
        return False
    known = {item.entity for item in (*view.before, *view.found)}
    supported = not ships.isdisjoint(known) or not rules.ships.isdisjoint(
        tokens.norms[max(view.first, first - _SUPPORT) : min(view.stop, last + _SUPPORT)]
    )
    if lead == "the":
        return supported
    near = view.found[-1] if view.found else None
    joint = tokens.text[near.end : tokens.starts[first]].strip() if near is not None else ""
    return near is not None and near.kind == "weapon" and joint in _JOINTS


def is_native_ship(tokens: Tokens, first: int, last: int) -> bool:
    """ "“华盛顿”号航母": a name in quotation marks before the word for a ship."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    text = tokens.text
    quoted = start > 0 and text[start - 1] in OPENING and text[end : end + 1] in CLOSING
    return quoted and end + 1 < len(text) and text[end + 1] in _NATIVE_SHIPS


def _ends_class(tokens: Tokens, stop: int, rules: Rules) -> bool:
    """Whether a class noun ends before a token: an amphibious ship, not any ship."""
    return any(
        end == stop and any(name.is_class for name in names)
        for begin in range(max(0, stop - _LONGEST), stop)
        for end, names in rules.topics.at(tokens, begin)
    )


def _apposed(tokens: Tokens, index: int) -> bool:
    """ "an amphibious ship, the Zenda,": nothing but the name up to the next comma or stop, and
    the word for a ship in small letters."""
    end = tokens.ends[index]
    for at in range(index + 1, min(len(tokens), index + _LONGEST)):
        if tokens.gap(at) not in {" ", "-"} or not tokens.raws[at][:1].isupper():
            break
        end = tokens.ends[at]
    return tokens.text[end : end + 1] in _ENDS and tokens.raws[index - 2].islower()


def _goes_on(view: View, index: int) -> bool:
    """A small word inside the name: "Aurel de Zenda"."""
    tokens = view.tokens
    after = index + 1
    return (
        after < view.stop
        and tokens.norms[index] in view.rules.particles
        and tokens.raws[after][:1].isupper()
    )


def vessel(view: View, index: int) -> Mention | None:
    """The ship named at a token, its prefix or quotation marks left out."""
    tokens, rules = view.tokens, view.rules
    if index <= view.first or not may_name_ship(tokens, index, rules):
        return None
    if _is_hull_number(tokens, index, rules):
        return view.unlisted(tokens.starts[index - 1], tokens.ends[index])
    prefixed = tokens.raws[index - 1] in rules.ship_prefixes
    last = index + 1
    while last < view.stop and last - index < _LONGEST:
        gap = tokens.text[tokens.ends[last - 1] : tokens.starts[last]]
        if gap in {"'", "’"} and _SYLLABLE.fullmatch(tokens.raws[last]):
            last += 1
            continue
        small = gap == " " and not tokens.raws[last][:1].isupper()
        whole = prefixed and small and tokens.norms[last] == "the" and last + 1 < view.stop
        whole = whole and tokens.raws[last + 1][:1].isupper()  # "ROKS Zenda the Great"
        initial = prefixed and gap == ". " and len(tokens.raws[last - 1]) == 1
        if not (initial or gap in {" ", "-"}) or (small and not whole and not _goes_on(view, last)):
            break
        last += 1 + small
    start, end = tokens.starts[index], tokens.ends[last - 1]
    if last < view.stop and tokens.gap(last) == " " and tokens.raws[last].isdigit():
        number = tokens.ends[last]
        if (
            number - tokens.starts[last] <= _HULL_NUMBER
            and tokens.text[number : number + 1] in _ENDS
        ):
            end = number
    quoted = tokens.text[start - 1] in OPENING
    ranked = tokens.norms[index] in rules.ranks and last - index > 1  # "the frigate Admiral Zenda"
    bare = (ranked or tokens.norms[index] not in rules.not_ships) and end - start > _SHORTEST
    if not prefixed and not quoted and tokens.norms[index - 1] != "the":
        if not bare or tokens.text[end : end + 1] == "'" or tokens.gap(index) != " ":
            return None
    elif quoted and not prefixed and tokens.text[end : end + 1] not in CLOSING:
        return None
    return view.unlisted(start, end)
