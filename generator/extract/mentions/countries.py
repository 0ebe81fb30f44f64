"""Which of several bearers of a name is meant, by the state that stands around it."""

from __future__ import annotations

import re
from collections.abc import Set

from generator.extract.mentions.view import View
from generator.knowledge.names import Name
from generator.text.scripts import FIRST_LETTER, HANGUL_LETTER
from generator.text.tokens import fold

_CLAUSE = re.compile(r"[，。；：！？,;:!?\n]")
_OFFICE = 8
"""Signs of an office behind a body, at most."""
_OPENS = 8
_OPENING = re.compile(r"(?:^|[.!?]|\n)[\"”’ ]*(?:The )?$")
_SAME_BODY = 60
"""Characters within which a body named with its state is meant again without it."""


def by_country(view: View, names: list[Name], first: int, last: int) -> Name | None:
    """The candidate whose state stands next to it, else is nearest in the sentence, else
    is the only one the article speaks of."""
    by_state: dict[str, Name] = {}
    for name in names:
        actor = view.rules.knowledge.actors.get(name.entity)
        if actor is not None and (actor.country or actor.kind == "state"):
            by_state.setdefault(actor.country or actor.id, name)
    if not by_state:
        return None
    start = view.tokens.starts[first]
    if view.tokens.raws[first][0] >= FIRST_LETTER:
        return _native(view, by_state, start, view.tokens.ends[last - 1])
    for mention in reversed(view.found):
        if mention.entity in by_state and mention.kind == "actor":
            if start - mention.end <= 40:
                return by_state[mention.entity]
            break
    after = view.tokens.norms[last : last + 6]
    for state, name in by_state.items():
        actor = view.rules.knowledge.actors[state]
        if after[:1] == ("of",) and fold(actor.name.split()[0]) in after:
            return name
    for state, name in by_state.items():
        seats = {fold(item.text) for item in view.rules.knowledge.actors[state].metonyms}
        if seats & set(view.tokens.norms[last : min(view.stop, last + 5)]):
            return name
    return _in_article(view, by_state)


def _in_article(view: View, by_state: dict[str, Name]) -> Name | None:
    """The body of the state at home, else the only one that the article names with its state and
    that no other state stands before or has acted since, else of the only state that the article
    speaks of."""
    home = by_state.get(view.context.home or "")
    if home is not None:
        return home
    named = [one for one in by_state.items() if view.context.plain[one[1].entity]]
    if len(named) == 1:
        ((state, name),) = named
        lost = _elsewhere(view, state) or _acted_since(view, name, by_state.keys() - {state})
        return None if lost else name
    present = view.context.states & by_state.keys()
    return by_state[present.pop()] if len(present) == 1 and len(by_state) > 1 else None


def _elsewhere(view: View, state: str) -> bool:
    """Whether the sentence has named another state, or a place in one, so far."""
    knowledge = view.rules.knowledge
    for mention in view.found:
        if mention.kind == "place":
            place = knowledge.places.get(mention.entity)
            country = place.country if place is not None else None
        else:
            actor = knowledge.actors.get(mention.entity)
            country = actor.id if actor is not None and actor.kind == "state" else None
        if country not in {None, state}:
            return True
    return False


def _acted_since(view: View, name: Name, others: Set[str]) -> bool:
    """Whether a sentence has opened with another state that has such a body, or with one of its
    own, since the body was named: "Strelsau protested. The ministry said"."""
    for mention in reversed(view.before):
        if mention.entity == name.entity:
            return False
        actor = view.rules.knowledge.actors.get(mention.entity)
        if actor is None or mention.rule == "demonym":
            continue
        state = actor.id if actor.kind == "state" else actor.country
        lead = view.tokens.text[max(0, mention.start - _OPENS) : mention.start]
        if state in others and _OPENING.search(lead):
            return True
    return False


def _native(view: View, by_state: dict[str, Name], start: int, stop: int) -> Name | None:
    """In a script without spaces a state stands right before its body; without one the body is
    the one just named, else that of the writing's home, else of the only state named."""
    lead = view.tokens.text[max(0, start - 3) : start]
    if lead[-1:] == " " and lead[-2:-1] in view.rules.initials and not lead[:-2].strip().isalnum():
        return by_state.get(view.rules.initials[lead[-2]])  # "미 해군"
    cues = view.rules.knowledge.language.actors.native_bodies
    named = _speaking_for(view, by_state, stop)
    if named is not None:
        return named
    own = view.tokens.text.endswith(cues.own, max(0, start - 3), start)
    if not own and view.tokens.text.endswith(cues.not_after, max(0, start - 4), start):
        return None
    bodies = {name.entity: name for name in by_state.values()}
    last = view.found[-1] if view.found else None
    if last is not None and last.kind == "actor" and start - last.end <= 1:
        owner = view.rules.knowledge.actors.get(last.entity)
        if owner is not None and owner.kind == "state":
            return by_state.get(owner.id)
    for mention in reversed((*view.before[-12:], *view.found)):
        if mention.entity in bodies and start - mention.end <= _SAME_BODY:
            return bodies[mention.entity]
    home = by_state.get(view.context.home or "")
    acting = own or view.tokens.text.startswith(cues.acting, stop)
    if not acting and _foreign(view, start, home):
        return None
    if home is not None:
        return home
    if view.context.home is not None:
        return None  # that of the state at home, which no file lists
    present = [state for state in by_state if view.context.plain[state]]
    return by_state[present[0]] if len(present) == 1 else None


def _speaking_for(view: View, by_state: dict[str, Name], stop: int) -> Name | None:
    """The body whose office somebody listed bears right behind it: "外交部|发言人汪文斌"."""
    text, index = view.tokens.text, view.tokens.at(stop)
    titles = view.rules.knowledge.language.claims.east_asian
    for first in range(index + 1, min(index + _OFFICE, view.stop)):
        office = text[stop : view.tokens.starts[first]]
        if not office.endswith((*titles.spokespersons, *titles.offices)):
            continue
        for _, names in view.names_at(first):
            for name in names:
                actor = view.rules.knowledge.actors.get(name.entity)
                if actor is not None and actor.kind == "person" and actor.country in by_state:
                    return by_state[actor.country]
    return None


def _foreign(view: View, start: int, home: Name | None) -> bool:
    """Whether another state than the one at home is named in the clause before the body."""
    text = view.tokens.text
    if HANGUL_LETTER.search(text, start, start + 1):
        return False
    for mention in reversed(view.found):
        if mention.kind != "actor":
            continue
        if _CLAUSE.search(text, mention.end, start):
            return False
        actor = view.rules.knowledge.actors.get(mention.entity)
        if actor is not None and (actor.country or actor.kind == "state"):
            return home is None or (actor.country or actor.id) != view.context.home
    return False
