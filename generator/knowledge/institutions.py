"""The names of a state's bodies that follow from the state's own: "Harbour Board of Ruritania",
"Ruritania's harbour ministry".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.entities import Actor
from generator.text.scripts import FIRST_LETTER
from generator.text.tokens import tokenise

_SPACELESS = frozenset({"zh", "ja", "ko"})
_SHORTEST = 2


def with_state(actor: Actor, state: Actor) -> Iterator[str]:
    """A name that several states have for a body ("Harbour Board"), with the state: "Harbour
    Board of Ruritania", "Ruritanian Harbour Board"."""
    taken = {alias.text for alias in actor.aliases} | {actor.name}
    full = state.official_name or state.name
    forms = [
        *(f"{{}} of {word}" for word in (state.name, f"the {full}", full)),
        *(f"{word} {{}}" for word in (f"{state.name}'s", *state.demonyms.adjective)),
        *(form for short in _letters(state) for form in (f"{{}} of the {short}", f"{short} {{}}")),
    ]
    for alias in actor.aliases:
        if alias.weak and alias.rule == "institution" and alias.text.isascii():
            for text in dict.fromkeys(form.format(alias.text) for form in forms):
                if text not in taken:
                    taken.add(text)
                    yield text


def possessed(actor: Actor, state: Actor) -> Iterator[str]:
    """ "Ruritania's army" for a body listed as "Ruritanian army"."""
    taken = {alias.text for alias in actor.aliases} | {actor.name}
    for alias in actor.aliases:
        for adjective in state.demonyms.adjective:
            body = alias.text.removeprefix(f"{adjective} ")
            text = f"{state.name}'s {body}"
            if body != alias.text and body.islower() and not alias.weak and text not in taken:
                taken.add(text)
                yield text


def _letters(state: Actor) -> Iterator[str]:
    """The letters a state is called by."""
    for alias in state.aliases:
        text = alias.text
        letters = text.isascii() and text.isalpha() and text.isupper()
        if alias.extract and letters and len(text) > _SHORTEST:
            yield text


def in_small_letters(actor: Actor, state: Actor, heads: frozenset[str]) -> Iterator[str]:
    """A body as news agencies write it: "Ruritania's harbour ministry", "the Ruritanian harbour
    ministry", "the navy of Ruritania". ``heads`` are the folded words in which the names of bodies
    end; one word is enough where it is an ``institution``."""
    if actor.kind != "organisation":
        return
    own = {word for text in (state.name, *state.demonyms.adjective) for word in tokenise(text).raws}
    shared = {alias.text for alias in actor.aliases if alias.rule == "institution"}
    taken: set[str] = set()
    for text in (actor.name, *(alias.text for alias in actor.aliases if alias.extract)):
        words = tokenise(text)
        named = len(words) > 1 and words.norms[-1] in heads and own.isdisjoint(words.raws)
        small = text.lower()
        if (named or text in shared) and small not in taken and text.isascii():
            taken.add(small)
            yield from (
                f"{word} {small}" for word in (f"{state.name}'s", *state.demonyms.adjective)
            )
            if text in shared:
                yield f"{small} of {state.name}"


def native_with_state(actor: Actor, state: Actor) -> Iterator[str]:
    """In scripts without spaces the name or the initial of the state stands right before that of
    the body."""
    if actor.kind != "organisation":
        return
    taken = {alias.text for alias in actor.aliases}
    for alias in actor.aliases:
        tongue = alias.lang[:2]
        if tongue not in _SPACELESS or not (alias.extract and alias.text[0] >= FIRST_LETTER):
            continue
        for of in state.aliases:
            text = of.text + alias.text
            if (
                of.lang[:2] == tongue
                and not of.valid_to
                and not alias.text.startswith(of.text)
                and text not in taken
            ):
                taken.add(text)
                yield text
