"""Whether the name of a capital is the city or the government that sits there."""

from __future__ import annotations

from generator.extract.mentions.view import PAIR_WORDS, View
from generator.text.scripts import FIRST_LETTER


def is_city(view: View, first: int, last: int) -> bool:
    """Whether the words around a token range speak of a place; else it is the government."""
    rules, tokens = view.rules, view.tokens
    if tokens.raws[first][0] >= FIRST_LETTER:
        begin, stop = tokens.starts[first], tokens.ends[last - 1]
        return not (
            tokens.text.startswith(rules.capital_after, stop)
            or tokens.text.endswith(rules.capital_before, 0, begin)
        )
    norms = tokens.norms
    before = norms[first - 1] if first > view.first else ""
    after = norms[last] if last < view.stop else ""
    gap_after = tokens.gap(last) if last < view.stop else ""
    if gap_after == "-":
        return after in rules.city_suffixes
    if after == "'s" and norms[last + 1 : last + 2] and norms[last + 1] in rules.minds:
        return False
    if first > view.first and tokens.gap(first) == "-":
        return False
    pair = _paired(view, first)
    if pair is not None:
        return pair
    if gap_after.strip() == "" and (after in rules.city_nouns):
        return after != "military" or norms[last + 1 : last + 2] == ("parade",)
    if gap_after.startswith(",") and _state_follows(view, last):
        return True
    if before in rules.spatial or before in rules.reaching or _sits(view, first, gap_after):
        return True
    if before in {"to", "from", "for", "back", "of"}:
        window = norms[max(view.first, first - 5) : first - 1]
        if before == "of":
            return bool(window) and window[-1] in rules.city_parts
        return any(word in rules.motion for word in window)
    if after == "'s":
        following = next(iter(view.names_at(last + 1)), None)
        return following is not None and any(name.kind == "place" for name in following[1])
    return before == "the" and after in rules.city_nouns


def _sits(view: View, first: int, gap_after: str) -> bool:
    """ "Harbour College Strelsau", "(Harbour Institute, Strelsau)"."""
    if first <= view.first:
        return False
    tokens, gap = view.tokens, view.tokens.gap(first)
    behind = gap == " " and tokens.norms[first - 1] in view.rules.seats
    bracketed = gap == ", " and gap_after.startswith(")")
    return bracketed or (behind and tokens.raws[first - 1][0].isupper())


def _paired(view: View, first: int) -> bool | None:
    """Reading of the other half of "Strelsau and Zenda", if this is the second."""
    if first - 1 > view.first and view.tokens.norms[first - 1] in PAIR_WORDS and view.found:
        previous = view.found[-1]
        if previous.end == view.tokens.ends[first - 2]:
            return previous.kind == "place"
    return None


def _state_follows(view: View, last: int) -> bool:
    for _, names in view.names_at(last):
        for name in names:
            actor = view.rules.knowledge.actors.get(name.entity)
            if actor is not None and actor.kind == "state" and name.reading == "plain":
                return True
    return False
