"""Numbered designations: lists of them, and numbers that the knowledge base lacks."""

from __future__ import annotations

from msgspec.structs import replace

from generator.extract.mentions.context import is_model
from generator.extract.mentions.view import PAIR_WORDS, View
from generator.model import Mention

_SUFFIX = 2
_DIGITS = 3
_VERSION = 2


def list_tail(view: View, mention: Mention, first: int, last: int) -> list[Mention]:
    """ "Dart-18, 19 and 20": numbers after a designation stand for the family."""
    tokens = view.tokens
    if mention.kind != "weapon" or not tokens.norms[last - 1].isdigit():
        return []
    family = tokens.norms[first : last - 1]
    position = last
    found: list[Mention] = []
    while position < view.stop:
        gap = tokens.gap(position)
        number = position
        if tokens.norms[position] in PAIR_WORDS and gap in {" ", ", "}:
            number = position + 1
        elif gap not in {", ", ", -", "/", "/-"}:
            break
        if number >= view.stop or not tokens.norms[number].isdigit():
            break
        if (
            number + 1 < view.stop
            and tokens.norms[number + 1].isdigit()
            and (tokens.gap(number + 1) in {",", "."})
        ):
            break  # "for the Dart-2 and 1,900 km for"
        name = view.rules.names.lookup((*family, tokens.norms[number]))
        if name is None or name.kind != "weapon":
            break
        found.append(view.mention(name, number, number + 1))
        position = number + 1
    return found


def unknown_designation(view: View, index: int) -> Mention | None:
    """A number the knowledge base lacks in a family it knows: kept, marked unknown."""
    tokens = view.tokens
    if is_model(tokens, index) and index + 2 < view.stop and view.names_class(index + 2):
        return _unlisted(view, index, index + 2)
    lettered = _lettered(view, index)
    if lettered is not None:
        return lettered
    family = view.rules.families.get(tokens.norms[index])
    if family is None or index + 1 >= view.stop or not tokens.norms[index + 1].isdigit():
        return None
    if tokens.gap(index + 1) not in {"-", " ", ""} or len(tokens.norms[index + 1]) > 3:
        return None
    hyphened = len(family) <= 3 or tokens.norms[index] in view.rules.lone
    if tokens.raws[index][0].islower() or (hyphened and tokens.gap(index + 1) != "-"):
        return None
    last = index + 2
    if last < view.stop and tokens.gap(last) == "" and len(tokens.raws[last]) <= 2:
        last += 1
    if last < view.stop and tokens.norms[last] in view.rules.systems.not_before:
        return None  # "Type 2 diabetes"
    return _unlisted(view, index, last)


def further(view: View, mention: Mention, first: int, last: int) -> Mention | None:
    """The weapon meant where more of its designation follows than the known one has."""
    return _variant(view, mention, first, last) or _with_block(view, mention, last)


def _variant(view: View, mention: Mention, first: int, last: int) -> Mention | None:
    """ "Dart-18B", "Dart-1-1", "Dart-7" where only "Dart" is known: more of the designation
    follows than the known one has."""
    tokens = view.tokens
    if mention.kind != "weapon" or last >= view.stop:
        return None
    raw, gap = tokens.raws[last], tokens.gap(last)
    if not tokens.norms[last - 1].isdigit():
        named = mention.known and mention.entity not in view.rules.knowledge.classes
        another = gap == "-" and raw.isdigit() and len(raw) <= _VERSION and raw.isascii()
        proper = tokens.raws[first][:1].isupper() and tokens.raws[first].isascii()
        return _unlisted(view, first, last + 1) if named and another and proper else None
    suffix = gap == "" and len(raw) <= _SUFFIX and raw[0].isupper() and raw.isascii()
    further = gap == "-" and raw.isdigit() and len(raw) == 1
    return _unlisted(view, first, last + 1) if suffix or further else None


def _with_block(view: View, mention: Mention, last: int) -> Mention | None:
    """ "Dart-3 Block IIA": the block is told with the system, whose name goes on with it."""
    tokens = view.tokens
    if mention.kind != "weapon" or last + 1 >= view.stop or tokens.norms[last] != "block":
        return None
    number, end = tokens.raws[last + 1], last + 2
    roman = number.rstrip("AB")
    if not (number.isdigit() or (number.isupper() and roman and set(roman) <= set("IVX"))):
        return None
    if end < view.stop and tokens.gap(end) == "" and tokens.raws[end] in {"A", "B", "C"}:
        end += 1
    stop = tokens.ends[end - 1]
    return replace(mention, end=stop, surface=tokens.text[mention.start : stop])


def _lettered(view: View, index: int) -> Mention | None:
    """The letters that forces give their aircraft and missiles, a hyphen and a number: "Q-15"."""
    tokens, words = view.tokens, view.rules.systems
    number = index + 1
    if (
        number + 1 < view.stop
        and tokens.gap(number) == "/"
        and tokens.raws[number] in words.letters
    ):
        number += 1  # "Q/A-18"
    if tokens.raws[index] not in words.letters or number >= view.stop:
        return None
    digits = tokens.norms[number]
    if not digits.isdigit() or len(digits) > _DIGITS or tokens.gap(number) != "-":
        return None
    last = number + 1
    if last < view.stop and tokens.gap(last) == "" and len(tokens.raws[last]) <= _SUFFIX:
        last += 1 if tokens.raws[last].removesuffix("s").isupper() else 0
    following = tokens.norms[last] if last < view.stop else ""
    sure = len(digits) > 1 or last > number + 1 or (last < view.stop and view.names_class(last))
    return _unlisted(view, index, last) if sure and following not in words.not_before else None


def _unlisted(view: View, first: int, last: int) -> Mention:
    tokens = view.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return view.unlisted(start, end, _identity(view, first, last))


def _identity(view: View, first: int, last: int) -> str:
    """ "Dart-3B", "Dart 3B" and "Dart-3Bs" are ``dart-3b``."""
    tokens, words = view.tokens, list(view.tokens.norms[first:last])
    if tokens.raws[last - 1][:-1].isupper() and tokens.raws[last - 1].endswith("s"):
        words[-1] = words[-1][:-1]
    for at in range(last - 1, first, -1):
        suffix = tokens.norms[at - 1].isdigit() and not tokens.norms[at].isdigit()
        if suffix and tokens.gap(at) == "":
            words[at - first - 1 : at - first + 1] = [
                "".join(words[at - first - 1 : at - first + 1])
            ]
    return "-".join(words)
