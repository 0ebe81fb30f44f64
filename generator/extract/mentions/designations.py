"""Numbered designations: lists of them, and numbers that the knowledge base lacks."""

from __future__ import annotations

from generator.extract.mentions.context import is_model
from generator.extract.mentions.view import PAIR_WORDS, View
from generator.model import EntityId, Mention


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
    family = view.rules.families.get(tokens.norms[index])
    if family is None or index + 1 >= view.stop or not tokens.norms[index + 1].isdigit():
        return None
    if tokens.gap(index + 1) not in {"-", " ", ""} or len(tokens.norms[index + 1]) > 3:
        return None
    if tokens.raws[index][0].islower() or (len(family) <= 3 and tokens.gap(index + 1) != "-"):
        return None
    last = index + 2
    if last < view.stop and tokens.gap(last) == "" and len(tokens.raws[last]) <= 2:
        last += 1
    return _unlisted(view, index, last)


def _unlisted(view: View, first: int, last: int) -> Mention:
    tokens = view.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(
        start=start,
        end=end,
        sentence=view.sentence.id,
        surface=tokens.text[start:end],
        rule="pattern",
        kind="weapon",
        entity=EntityId("-".join(tokens.norms[first:last])),
        known=False,
    )
