"""Every spelling by which an entity is known, as the index of names takes it.

Decides which aliases, demonyms, plurals and spelled-out bodies of a state become names, and
which of them link by themselves; how a spelling is met in a text is the index's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor, Alias
from generator.knowledge.institutions import (
    in_small_letters,
    native_with_state,
    possessed,
    with_state,
)
from generator.knowledge.names import Name, NameIndex
from generator.knowledge.romanised import romanised
from generator.knowledge.spellings import ended_otherwise, pairs_of, respelled
from generator.model import EntityId, MentionKind, MentionRule
from generator.text.eastern.han import traditional_letters
from generator.text.scripts import HANGUL_LETTER
from generator.text.tokens import tokenise

_RULES: Mapping[str, MentionRule] = {"surname": "surname", "role": "role", "metonym": "metonym"}
"""What a mention says it was read by, for readings that are rules of mentions too."""


_SYLLABLES = 2
"""Of a Korean given name that is not mistaken for a word."""
_CLASSED = "-class"
_GENITIVE = re.compile(r"'s\b|(?<=s)'(?= )")


def build_indexes(knowledge: KnowledgeBase) -> tuple[NameIndex, NameIndex]:
    """The index of names and the index of topics."""
    pairs = pairs_of(knowledge.language.actors.spellings)
    names = tuple(_spelled_otherwise(_layer_names(knowledge), pairs))
    names = (*names, *_ended_otherwise(knowledge, names))
    topics = tuple(_spelled_otherwise(_layer_topics(knowledge), pairs))
    vouching = _vouching(knowledge)
    weak = (*_romanised(knowledge, names, vouching), *_given(knowledge, vouching))
    east = knowledge.language.claims.east_asian
    letters = traditional_letters(east.traditional, east.traditional_keeps)
    listed = frozenset([one.text for one in (*names, *topics)])
    return (
        NameIndex((*names, *_in_traditional(names, letters, listed), *weak)),
        NameIndex((*topics, *_in_traditional(topics, letters, listed))),
    )


def _spelled_otherwise(names: Iterable[Name], pairs: Mapping[str, str]) -> Iterator[Name]:
    """Each name, and behind it the one in the other spelling: Defense, Defence."""
    for name in names:
        yield name
        raws = respelled(name.raws, pairs)
        if raws is not None:
            yield replace(name, text=" ".join(raws), raws=raws)


def _ended_otherwise(knowledge: KnowledgeBase, names: tuple[Name, ...]) -> Iterator[Name]:
    """Persons whose surname has an ending that is written in several ways."""
    endings = knowledge.language.actors.surname_endings
    listed = frozenset([name.text for name in names])
    for name in names:
        actor = knowledge.actors.get(name.entity)
        if actor is None or actor.kind != "person" or not name.raws:
            continue
        for raws in ended_otherwise(name.raws, endings):
            text = name.text.removesuffix(name.raws[-1]) + raws[-1]
            if text not in listed:
                yield replace(name, text=text, raws=raws)


def _in_traditional(
    names: Iterable[Name], letters: Mapping[int, str], listed: frozenset[str]
) -> Iterator[Name]:
    """The Chinese names in traditional characters, where no file lists them so."""
    for name in names:
        if name.text.isascii():
            continue
        text = name.text.translate(letters)
        if text != name.text and text not in listed:
            yield replace(
                name,
                text=text,
                raws=tuple([raw.translate(letters) for raw in name.raws]),
                not_before=(*name.not_before, *(one.translate(letters) for one in name.not_before)),
            )


def _name(
    text: str,
    *,
    entity: str,
    kind: MentionKind,
    rule: MentionRule = "alias",
    reading: str = "plain",
    case: Literal["exact", "name", "any"] | None = None,
    alias: Alias | None = None,
    is_class: bool = False,
    not_before: tuple[str, ...] = (),
) -> Name:
    tokens = tokenise(text)
    upper = any(raw[0].isupper() for raw in tokens.raws)
    return Name(
        text=text,
        entity=EntityId(entity),
        kind=kind,
        rule=rule,
        reading=reading,
        case=case or ("name" if upper else "any"),
        raws=tokens.raws,
        gaps=tuple(tokens.gap(index) for index in range(1, len(tokens))),
        needs=alias.needs if alias else (),
        blocked_by=alias.blocked_by if alias else (),
        in_article=alias is not None and alias.within == "article",
        valid_from=alias.valid_from if alias else None,
        valid_to=alias.valid_to if alias else None,
        is_class=is_class,
        alone=alias is not None and alias.alone,
        not_before=alias.not_before if alias else not_before,
    )


def _aliases(
    entity: str, name: str, aliases: Iterable[Alias], kind: MentionKind, *, is_class: bool = False
) -> Iterator[Name]:
    seen: set[str] = set()
    weak_forms = {alias.text for alias in aliases if alias.weak}
    if name not in weak_forms:
        yield _name(name, entity=entity, kind=kind, is_class=is_class)
        seen.add(name)
    for alias in aliases:
        if not alias.extract or (alias.text in seen and not alias.weak):
            continue
        seen.add(alias.text)
        reading = (alias.rule or "context") if alias.weak else "plain"
        yield _name(
            alias.text,
            entity=entity,
            kind=kind,
            rule=_RULES.get(reading, "alias"),
            reading=reading,
            case=alias.case,
            alias=alias,
            is_class=is_class,
        )


def _layer_names(knowledge: KnowledgeBase) -> Iterator[Name]:
    cues = knowledge.language.actors
    heads, native = frozenset(cues.organisation_heads), (cues.chinese, cues.korean)
    ministers = tuple([word for one in native for word in one.minister])
    for actor in knowledge.actors.values():
        if actor.extract:
            for name in _actor_names(actor):
                # Korean parts words: "누리디펜스" does not hold "펜스".
                hangul = actor.kind == "person" and HANGUL_LETTER.search(name.text) is not None
                yield replace(name, alone=True) if hangul else name
                yield from _bare_genitive(name)
            state = knowledge.actors.get(actor.country or "")
            if state is not None:
                yield from _bodies_names(actor, state, heads, ministers)
    for weapon in knowledge.weapons.values():
        if weapon.extract:
            for name in _aliases(weapon.id, weapon.name, weapon.aliases, "weapon"):
                yield name
                if _takes_plural(name.text):
                    yield replace(
                        name,
                        text=name.text + "s",
                        raws=(*name.raws[:-1], name.raws[-1] + "s"),
                    )
                if name.text.endswith(_CLASSED):
                    yield _by_type(name)
    for place in knowledge.places.values():
        if place.extract:
            yield from _aliases(place.id, place.name, place.aliases, "place")


def _by_type(name: Name) -> Name:
    """ "Zenda" for "Zenda-class", where a word beside it says that a type is meant."""
    tokens = tokenise(name.text[: -len(_CLASSED)])
    gaps = tuple(tokens.gap(index) for index in range(1, len(tokens)))
    return replace(name, text=tokens.text, raws=tokens.raws, gaps=gaps, reading="typed")


def _bare_genitive(name: Name) -> Iterator[Name]:
    """ "Peoples Guard" for "People's Guard": a page that lost its apostrophes."""
    text = _GENITIVE.sub("s", name.text)
    if text != name.text and name.text.isascii() and text.count(" ") > 0:
        tokens = tokenise(text)
        gaps = tuple(tokens.gap(index) for index in range(1, len(tokens)))
        yield replace(name, text=text, raws=tokens.raws, gaps=gaps)


def _romanised(
    knowledge: KnowledgeBase, names: tuple[Name, ...], vouching: Mapping[str, tuple[str, ...]]
) -> Iterator[Name]:
    """Persons in the spellings no file lists, where the article speaks of the person's state."""
    letters = knowledge.language.actors.korean.romanisation
    listed = frozenset({" ".join(raw.casefold() for raw in name.raws) for name in names})
    for actor, text in romanised(knowledge.actors, letters, listed=listed):
        needs = vouching.get(actor.country or "")
        if needs is not None:
            alias = Alias(text=text, needs=needs, within="article", blocked_by=letters.not_beside)
            yield _name(text, entity=actor.id, kind="actor", reading="romanised", alias=alias)


def _given(knowledge: KnowledgeBase, vouching: Mapping[str, tuple[str, ...]]) -> Iterator[Name]:
    """The given names of listed Koreans, where the article speaks of the person's state."""
    surnames = knowledge.language.actors.korean.romanisation.surnames
    for actor in knowledge.actors.values():
        needs = vouching.get(actor.country or "")
        hangul = next((alias.text for alias in actor.aliases if alias.lang == "ko"), "")
        surname, *given = actor.name.replace("-", " ").split()
        if needs is None or actor.kind != "person" or len(given) != _SYLLABLES:
            continue
        if surname.lower() in surnames.get(hangul[:1], ()):
            text = " ".join(part.capitalize() for part in given)
            alias = Alias(text=text, needs=needs, within="article")
            yield _name(text, entity=actor.id, kind="actor", reading="given", alias=alias)


def _vouching(knowledge: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The words by which an article speaks of a state, by state."""
    return {
        state.id: tuple([" ".join(tokenise(word).norms) for word in own])
        for state in knowledge.actors.values()
        if state.kind == "state"
        for own in [
            (state.name, *state.demonyms.adjective, *(item.text for item in state.metonyms))
        ]
    }


def _bodies_names(
    actor: Actor, state: Actor, heads: frozenset[str], ministers: tuple[str, ...]
) -> Iterator[Name]:
    """The names that a body has from its state."""
    for text in (*with_state(actor, state), *possessed(actor, state)):
        yield _name(text, entity=actor.id, kind="actor")
    for text in in_small_letters(actor, state, heads):
        yield _name(text, entity=actor.id, kind="actor", case="exact")
    for text in native_with_state(actor, state):
        yield _name(text, entity=actor.id, kind="actor", not_before=ministers)


def _takes_plural(text: str) -> bool:
    """ "Harriers", "Q-6Ks": a designation that ends in a word or in a letter behind a number."""
    tokens = tokenise(text)
    last = tokens.raws[-1]
    numbered = len(tokens) > 1 and tokens.raws[-2].isdigit() and not tokens.gap(len(tokens) - 1)
    return last.isascii() and last.isalpha() and last[-1] != "s" and (len(last) > 3 or numbered)


def _actor_names(actor: Actor) -> Iterator[Name]:
    metonyms = {metonym.text for metonym in actor.metonyms}
    plain = [alias for alias in actor.aliases if alias.text not in metonyms]
    yield from _aliases(actor.id, actor.name, plain, "actor")
    if actor.official_name and all(alias.text != actor.official_name for alias in plain):
        yield _name(actor.official_name, entity=actor.id, kind="actor")
    for metonym in actor.metonyms:
        alias = Alias(text=metonym.text, valid_from=metonym.valid_from, valid_to=metonym.valid_to)
        yield _name(
            metonym.text,
            entity=actor.id,
            kind="actor",
            rule="metonym",
            reading="metonym" if metonym.kind == "capital" else "seat",
            alias=alias,
        )
    taken = {alias.text for alias in plain} | {actor.name}
    for word in (*actor.demonyms.adjective, *actor.demonyms.people):
        if word not in taken and not word.endswith("-"):
            taken.add(word)
            yield _name(word, entity=actor.id, kind="actor", rule="demonym", reading="demonym")
    for word in actor.demonyms.combining:
        yield _name(
            word.rstrip("-"), entity=actor.id, kind="actor", rule="demonym", reading="combining"
        )


def _layer_topics(knowledge: KnowledgeBase) -> Iterator[Name]:
    for event in knowledge.events.values():
        yield from _aliases(event.id, event.name, event.aliases, "event")
    for instrument in knowledge.instruments.values():
        yield from _aliases(instrument.id, instrument.name, instrument.aliases, "instrument")
    for weapon_class in knowledge.classes.values():
        yield from _aliases(
            weapon_class.id, weapon_class.name, weapon_class.aliases, "weapon", is_class=True
        )
