"""The name indexes and word lists of one knowledge base, compiled for reading names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.actors import OtherThing, Writing
from generator.knowledge.names import NameIndex
from generator.knowledge.naming import build_indexes
from generator.text.syntax.bounds import bounds
from generator.text.tokens import fold, tokenise

_SHORT_FAMILY = 4


class SystemWords(Struct, frozen=True, kw_only=True, eq=False):
    """The words of ``knowledge/language/weapons.yml`` by which unlisted systems are known;
    ``heads`` may follow a class noun that ends its phrase, ``nameless`` are classes."""

    naming: frozenset[str]
    christening: frozenset[str]
    apposing: frozenset[str]
    refused: frozenset[str]
    origins: tuple[str, ...]
    nameless: frozenset[str]
    vessels: frozenset[str]
    heads: frozenset[str]
    determiners: frozenset[str]
    letters: frozenset[str]
    not_before: frozenset[str]
    no_ships: tuple[str, ...]
    hulls: frozenset[str]
    telling: frozenset[str]
    deeds: frozenset[str]
    pointing: frozenset[str]
    behind_names: frozenset[str]
    """Words behind a name that open no clause of its own: "has", "in"."""


class Rules(Struct, frozen=True, kw_only=True, eq=False):
    """Folded words by the role that ``knowledge/language/actors.yml`` gives them.

    ``families`` leads from the folded first word of numbered designations to how it is written,
    ``surnames`` from a person to the folded surnames by which the person is called again,
    ``office_titles`` from the folded words of a title to its office.
    """

    knowledge: KnowledgeBase
    writings: tuple[Writing, ...]
    names: NameIndex
    topics: NameIndex
    spatial: frozenset[str]
    motion: frozenset[str]
    reaching: frozenset[str]
    city_nouns: frozenset[str]
    city_parts: frozenset[str]
    seats: frozenset[str]
    minds: frozenset[str]
    namesakes: frozenset[str]
    given: frozenset[str]
    kin: frozenset[str]
    class_blocks_after: frozenset[str]
    city_suffixes: frozenset[str]
    capital_before: tuple[str, ...]
    capital_after: tuple[str, ...]
    side_blocks: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    calendar: frozenset[str]
    modifiers: frozenset[str]
    modified: frozenset[str]
    bodies: frozenset[str]
    """Head nouns of organisations and papers: "Interceptor Monthly" is no interceptor."""
    ships: frozenset[str]
    not_ships: frozenset[str]
    ranks: frozenset[str]
    """Of these, those that begin the name of a ship before another capital."""
    particles: frozenset[str]
    ship_prefixes: frozenset[str]
    bounds: frozenset[str]
    """Words that may follow the name of a ship: "the Zenda has", "the Zenda and"."""
    merchant: frozenset[str]
    ship_lists: frozenset[str]
    systems: SystemWords
    class_blocks: Mapping[str, tuple[str, ...]]
    class_others: tuple[OtherThing, ...]
    families: Mapping[str, str]
    lone: frozenset[str]
    """Those of the families of which one member is listed."""
    surnames: Mapping[str, tuple[str, ...]]
    office_titles: Mapping[tuple[str, ...], str]
    initials: Mapping[str, str]
    """The one letter by which papers call a state, and the state."""


def compile_rules(knowledge: KnowledgeBase) -> Rules:
    """Built once for a knowledge base, then only read."""
    names, topics = build_indexes(knowledge)
    families = _designation_families(knowledge)
    cues = knowledge.language.actors
    return Rules(
        knowledge=knowledge,
        writings=cues.writings,
        names=names,
        topics=topics,
        spatial=frozenset(cues.spatial),
        motion=frozenset(cues.motion),
        reaching=frozenset(cues.reaching),
        city_nouns=frozenset(cues.city_nouns),
        city_parts=frozenset(cues.city_parts),
        seats=frozenset(cues.seats),
        minds=frozenset(cues.minds),
        namesakes=frozenset(cues.namesakes),
        given=frozenset(map(fold, cues.persons.given)) - frozenset(map(fold, cues.calendar)),
        kin=frozenset(cues.persons.kin),
        class_blocks_after=frozenset(cues.class_blocks_after),
        city_suffixes=frozenset(cues.city_suffixes),
        capital_before=cues.native_capitals.before,
        capital_after=cues.native_capitals.after,
        side_blocks=frozenset(cues.side_blocks),
        titles=frozenset(cues.titles),
        not_names=frozenset(cues.not_names),
        calendar=frozenset(cues.calendar),
        modifiers=frozenset(cues.modifiers),
        modified=frozenset(cues.modified),
        bodies=frozenset((*cues.organisation_heads, *cues.organisations.weak)),
        ships=_ships(knowledge),
        not_ships=frozenset(
            (*cues.not_names, *cues.calendar, *cues.titles, *knowledge.language.weapons.headings)
        ),
        ranks=frozenset(knowledge.language.weapons.ship_ranks),
        particles=frozenset(cues.persons.particles),
        ship_prefixes=frozenset(cues.ship_prefixes),
        bounds=bounds(knowledge.language.verbs),
        merchant=frozenset(knowledge.language.weapons.merchant),
        ship_lists=frozenset(knowledge.language.weapons.ship_lists),
        systems=_system_words(knowledge),
        class_blocks=cues.class_blocks,
        class_others=cues.class_others,
        families={word: written for word, (written, _) in families.items()},
        lone=frozenset(word for word, (_, count) in families.items() if count == 1),
        surnames=_surnames(knowledge),
        office_titles={
            tokenise(title).norms: office
            for office, words in cues.offices.items()
            for title in words.titles
        },
        initials={
            alias.text: actor.id
            for actor in knowledge.actors.values()
            if actor.kind == "state"
            for alias in actor.aliases
            if alias.style == "initial" and len(alias.text) == 1
        },
    )


def _system_words(knowledge: KnowledgeBase) -> SystemWords:
    language = knowledge.language
    cues, verbs, actors = language.weapons, language.verbs, language.actors
    classes = knowledge.classes.values()
    chains = {one.id: knowledge.class_chain(one.id) for one in classes}
    return SystemWords(
        naming=frozenset(cues.naming),
        christening=frozenset(cues.christening),
        apposing=frozenset(cues.apposing),
        refused=frozenset((*cues.not_systems, *actors.not_names, *actors.titles, *actors.calendar)),
        origins=cues.origin_endings,
        nameless=frozenset(cues.nameless)
        | {one.id for one in classes if one.component or one.implies or one.parent is None},
        vessels=frozenset(
            one
            for one, chain in chains.items()
            if any(knowledge.classes[item].vessel for item in chain)
        ),
        heads=frozenset((*verbs.prepositions, *verbs.pronouns, *verbs.be, *verbs.have, "and")),
        determiners=frozenset(verbs.determiners),
        letters=frozenset(one for each in cues.designation_letters.values() for one in each),
        not_before=frozenset(cues.not_before),
        no_ships=cues.no_ships,
        hulls=frozenset(cues.hulls),
        telling=frozenset(cues.told_behind),
        deeds=frozenset(cues.deeds_of),
        pointing=frozenset({"the", "its", "their", "his"}),
        behind_names=frozenset(
            (
                *verbs.prepositions,
                *verbs.be,
                *verbs.have,
                *verbs.possible,
                *verbs.future,
                "and",
                "which",
            )
        ),
    )


def _ships(knowledge: KnowledgeBase) -> frozenset[str]:
    """Last words of the names of classes of ships: "destroyer", "carrier"; not the "group" of a
    carrier group."""
    words: set[str] = set()
    for one in knowledge.classes.values():
        if any(knowledge.classes[item].vessel for item in knowledge.class_chain(one.id)):
            for text in (one.name, *(alias.text for alias in one.aliases)):
                words.add(tokenise(text).norms[-1])
    return frozenset(words) - frozenset(knowledge.language.actors.organisation_heads)


def _surnames(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Identity of a person -> folded surnames by which the person is called again."""
    result: dict[str, tuple[str, ...]] = {}
    for actor in knowledge.actors.values():
        if actor.kind == "person":
            weak = [
                alias.text
                for alias in actor.aliases
                if alias.rule == "surname" or alias.style == "surname"
            ]
            result[actor.id] = tuple({tokenise(word).norms[-1] for word in weak})
    return result


def _designation_families(knowledge: KnowledgeBase) -> dict[str, tuple[str, int]]:
    """Folded first word of numbered designations -> how the family is written, and how many names
    are of it. A single one counts if it is a longer word with a hyphen."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    hyphened: set[str] = set()
    for weapon in knowledge.weapons.values():
        for text in {weapon.name, *(alias.text for alias in weapon.aliases)}:
            tokens = tokenise(text)
            if len(tokens) >= 2 and tokens.norms[1].isdigit() and tokens.raws[0].isascii():
                word = tokens.norms[0]
                counts[word] += 1
                written.setdefault(word, tokens.raws[0])
                if tokens.gap(1) == "-" and len(word) > _SHORT_FAMILY:
                    hyphened.add(word)
    return {
        word: (written[word], count)
        for word, count in counts.items()
        if (count > 1 and len(word) > 1) or word in hyphened
    }
