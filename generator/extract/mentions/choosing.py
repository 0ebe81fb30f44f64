"""Which reading of a run of words counts: a name that links by itself, or a weak one that its
sentence, its article or the article's date supports."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.extract.mentions.capitals import is_city
from generator.extract.mentions.countries import by_country
from generator.extract.mentions.sides import side
from generator.extract.mentions.surnames import surname
from generator.extract.mentions.vessels import called_like_place
from generator.extract.mentions.view import NEAR, NEAR_NAME, NEAR_WEAPON, TYPES, View, has_words
from generator.knowledge.names import Name
from generator.knowledge.validity import in_force
from generator.model import Mention


def choose(view: View, names: tuple[Name, ...], first: int, last: int) -> Mention | None:
    """The mention that a token range makes under one of its names; None if none is supported."""
    if _runs_into(view, last):
        return None
    plain = [name for name in names if name.reading in {"plain", "demonym", "seat"}]
    if plain and called_like_place(view, names, first):
        ship = next(name for name in names if name.kind == "weapon")
        return view.mention(ship, first, last)
    typed = [name for name in names if name.reading == "typed"]
    if typed and _is_typed(view, first, last):
        return view.mention(typed[0], first, last)
    capitals = [name for name in names if name.reading == "metonym"]
    if capitals:
        if last < view.stop and view.tokens.norms[last] in view.rules.namesakes:
            return None
        if _is_surname(view, first):
            return None
        city = [name for name in names if name.kind == "place"]
        if city and is_city(view, first, last):
            return view.mention(city[0], first, last)
        return view.mention(capitals[0], first, last)
    actors = [name for name in plain if name.kind != "place"] or plain
    # A seat of government is an organisation of its own where the knowledge base has it.
    actors = [name for name in actors if name.reading != "seat"] or actors
    if len({name.entity for name in actors}) == 1 and _supported(view, actors[0], first, last):
        return view.mention(actors[0], first, last)
    if len(actors) > 1:
        nearest = by_country(view, actors, first, last)
        if nearest is not None:
            return view.mention(nearest, first, last)
    weak = [name for name in names if name.reading not in {"plain", "demonym", "seat"}]
    return _choose_weak(view, weak, first, last)


def _runs_into(view: View, last: int) -> bool:
    """Whether the last sign of a name is the first of another word: "韩美|军演"."""
    text, end = view.tokens.text, view.tokens.ends[last - 1]
    cues = view.rules.knowledge.language.actors.native_bodies
    return text.startswith(cues.compounds, end - 1) and not text.startswith(
        cues.not_compounds, end - 1
    )


def _is_typed(view: View, first: int, last: int) -> bool:
    """ "Of the type Zenda", "the Zenda type"."""
    norms = view.tokens.norms
    before = first > view.first and norms[first - 1] in TYPES
    return before or (last < view.stop and norms[last] in TYPES and view.tokens.gap(last) == " ")


def _is_surname(view: View, first: int) -> bool:
    """ "Carl Strelsau": a given name stands right before it."""
    tokens = view.tokens
    if first == view.first or tokens.gap(first) != " " or not tokens.raws[first - 1][0].isupper():
        return False
    return tokens.norms[first - 1] in view.rules.given


def _choose_weak(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    by_reading: dict[str, list[Name]] = {}
    for name in names:
        by_reading.setdefault(name.reading, []).append(name)
    for reading, group in by_reading.items():
        mention = _WEAK.get(reading, _in_context)(view, group, first, last)
        if mention is not None:
            return mention
    return None


def _never(_view: View, _names: list[Name], _first: int, _last: int) -> Mention | None:
    """What other steps decide: titles that several hold, names that several share."""
    return None


def _expanded(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    spelled_out = [name for name in names if view.context.plain[name.entity]]
    return view.mention(spelled_out[0], first, last) if spelled_out else None


def _combining(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    joined = last < view.stop and view.tokens.gap(last) == "-"
    return view.mention(names[0], first, last) if joined else None


def _given(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    """ "His daughter Flavia", "her brother, Rupert,": of the family, so called without it."""
    kin = first > view.first and view.tokens.norms[first - 1] in view.rules.kin
    return _vouched_for(view, names, first, last) if kin else None


def _vouched_for(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    """Of those whose state the article speaks of, and beside whom nothing says another."""
    beside = [one for one in names if not view.near(one.blocked_by, first, last, NEAR_NAME)]
    spoken = [one for one in beside if any(has_words(w, view.context.words) for w in one.needs)]
    return view.mention(spoken[0], first, last) if spoken else None


def _supported(view: View, name: Name, first: int, last: int) -> bool:
    """Whether the words a name asks for are there, and those that forbid it are not."""
    if name.blocked_by and view.near(name.blocked_by, first, last, NEAR_WEAPON):
        return False
    if name.needs:
        reach = NEAR_WEAPON if name.kind == "weapon" else NEAR
        if not view.near(name.needs, first, last, reach):
            return False
    if last < view.stop and view.tokens.norms[last - 1] in view.rules.modifiers:
        following = view.tokens.norms[last]
        if view.tokens.gap(last) == " " and following in view.rules.modified:
            return False
    return name.reading != "seat" or not is_city(view, first, last)


def _dated(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    """A name that changed its meaning: only the article's own date can decide."""
    at = view.context.date
    fitting = [
        name
        for name in names
        if (at is None and name.valid_to is None)
        or (at is not None and in_force(name.valid_from, name.valid_to, at))
    ]
    fitting = [name for name in fitting if _allowed(view, name, first, last, dated=True)]
    return view.mention(fitting[0], first, last) if len(fitting) == 1 else None


def _in_context(view: View, names: list[Name], first: int, last: int) -> Mention | None:
    fitting = [name for name in names if _allowed(view, name, first, last)]
    chosen = by_country(view, fitting, first, last)
    if chosen is None:
        sure = [name for name in fitting if name.needs]
        chosen = sure[0] if len({name.entity for name in sure}) == 1 else None
    return view.mention(chosen, first, last) if chosen else None


def _allowed(view: View, name: Name, first: int, last: int, *, dated: bool = False) -> bool:
    if name.blocked_by and view.near(name.blocked_by, first, last, NEAR_WEAPON):
        return False
    if not name.needs:
        return dated or name.kind == "actor"
    if view.near(name.needs, first, last, NEAR_WEAPON if name.kind == "weapon" else NEAR):
        return True
    article = name.in_article or (name.kind == "weapon" and view.quotes(first, last))
    return article and any(has_words(word, view.context.words) for word in name.needs)


_WEAK: Mapping[str, Callable[[View, list[Name], int, int], Mention | None]] = {
    "expanded": _expanded,
    "dated": _dated,
    "surname": surname,
    "north-south": side,
    "combining": _combining,
    "romanised": _vouched_for,
    "given": _given,
    "role": _never,
    "shared-name": _never,
    "participant": _never,
    "typed": _never,
}
"""What supports a weak name, by its reading; any other asks its own context."""
