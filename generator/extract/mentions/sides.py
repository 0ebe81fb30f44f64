"""Names of two that share a word: "the North", and "North and South Ruritania"."""

from __future__ import annotations

from generator.extract.mentions.view import PAIR_WORDS, View
from generator.knowledge.names import Name
from generator.model import Mention


def side(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    """ "The North" is a state only in an article that names one of the pair."""
    tokens = view.tokens
    word = last - 1
    if not tokens.raws[word][0].isupper():
        return None
    if last < view.stop and tokens.gap(last) in {" ", "-"}:
        following = tokens.norms[last]
        if following in view.rules.side_blocks or (
            tokens.raws[last][0].isupper() and following not in view.rules.calendar
        ):
            return None
    if any(view.context.plain[name.entity] for name in names):
        return view.mention(names[0], first, last)
    return None


def pair_half(view: View, index: int) -> Mention | None:
    """The first half of "North and South Ruritania": the shared word stands after the second."""
    tokens = view.tokens
    if index + 3 >= view.stop or tokens.norms[index + 1] not in PAIR_WORDS:
        return None
    if not tokens.raws[index][0].isupper():
        return None
    for end, names in view.names_at(index + 2):
        for name in names:
            if name.reading != "plain" or len(name.raws) < 2 or end > view.stop:
                continue
            words = (tokens.norms[index], *tokens.norms[index + 3 : end])
            twin = view.rules.names.lookup(words)
            if twin is not None and twin.entity != name.entity:
                return view.mention(twin, index, index + 1)
    return None
