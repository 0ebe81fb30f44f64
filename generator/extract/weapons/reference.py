"""Which weapon a mention refers to: a class noun may describe a system beside it, and
"the missile" may mean one named before."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from generator.extract.weapons.words import Words
from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention
from generator.text.reading import Reading

_REMEMBERED = 4
_SPOKEN = 14
_DEFINITE = frozenset({"the", "this", "that"})
_DOUBTED = frozenset({"whether", "if", "not", "unclear"})
_OPEN = frozenset({"may", "might", "could", "whether", "if", "not", "and", "but", "while"})
_APPOSED = 9
_LIST = re.compile(r"[\"'”’]?(?:,|,?\s+and|\s+or|/)\s*(?:the\s+|an?\s+)?[\"'“‘]?")
_NATIVE_GAP = 8
_NATIVE_BREAKS = frozenset("，。、；：和与與及对對")
"""Between a system and a class noun of scripts without spaces: two things, not one."""
_APPOSITION = re.compile(
    r",\s(?:an?|the|its|their|his|one\sof\sthe)\s(?:\w[\w.-]*(?:,\d{3}[\w-]*)?\s){0,5}"
)
_IS_A = re.compile(
    r"\s(?:is|was)\s(?:an?|the|its)\s"
    r"(?:(?!(?:of|to|for|from|with|than|in|on|by|against|as|and)\s)[\w'’.-]+\s){0,5}"
)
""" "The Dart-3 is a winged ... missile"."""
_AND = re.compile(r"\s(?:and|or)\s")
"""Between a system and the class noun that tells what it is."""


_TOLD = re.compile(r",?\s(?:that|which|whose)\s")
"""Behind the class noun of an apposition that goes on: "the Dart-3, a rocket that ..."."""


_OPENING = 8
_DOMAINS = re.compile(r"\b\w+-to-\w+\b")
"""One word before a class noun: "shore-to-ship"."""
_QUOTED = re.compile(r"[\"”’] (?:[\w-]+ ){1,2}$")
_IT_IS = re.compile(r"It (?:is|was) an? ")
"""Before the class noun that tells what the weapon just named is."""
_IS = re.compile(
    r"\s(?:was|is|were|are|had been|has been)(?: in fact| indeed| actually| really)?"
    r"(?: an?| the| its| one of its)?(?: new| newer| older)?\s[\"“'‘]?$"
)
"""Between a missile spoken of before and the system that it was."""
_MARKS = str.maketrans(dict.fromkeys("\"'“”‘’", " "))
"""Quotation marks between a name and what it is: "the most powerful weapon"."""


def describes_system(
    mention: Mention, reading: Reading, knowledge: KnowledgeBase, cues: Words
) -> EntityId | None:
    """A class noun beside a designation only says what the system is: that system."""
    if mention.entity not in knowledge.classes:
        return None
    for other in _beside(mention, reading):
        if other.entity in knowledge.classes:
            # "intercontinental ballistic missile (ICBM)": the letters repeat the words.
            gap = reading.sentence.text[
                other.end - reading.sentence.start : mention.start - reading.sentence.start
            ]
            if gap.strip() == "(" and not _narrower(mention, other, knowledge):
                return other.entity
            if _bracketed(mention, other, reading) and _narrower(other, mention, knowledge):
                return other.entity  # "a ballistic missile (ICBM)"
            continue
        first, last = sorted((mention, other), key=lambda item: item.start)
        gap = reading.sentence.text[
            first.end - reading.sentence.start : last.start - reading.sentence.start
        ]
        apposed = last is mention and (
            _APPOSITION.fullmatch(gap) is not None or _IS_A.fullmatch(gap) is not None
        )
        behind = mention.end - reading.sentence.start
        listed = _AND.match(reading.sentence.text, behind) is not None
        told = apposed and _TOLD.match(reading.sentence.text, behind) is not None
        if (apposed and (told or _may_be(mention, other, knowledge, closely=listed))) or (
            first is mention
            and _is_called(gap, cues)
            and _may_be(mention, other, knowledge, closely=False)
        ):
            return other.entity
        if not gap.isascii() and (len(gap) > _NATIVE_GAP or set(gap) & _NATIVE_BREAKS):
            continue
        gap = _DOMAINS.sub("bound", gap)
        words = gap.translate(_MARKS).replace("-", " ").replace(",", " , ").split()
        quoted = first is other and _QUOTED.match(gap) and cues.parting.isdisjoint(words)
        if quoted or not gap.strip(" -\"'“”‘’"):
            return other.entity  # the "Dart" medium-range missile
        if words == [","] and last is other and mention.surface.endswith("s"):
            continue  # "artillery shells, Dart-3 missiles and": a list
        if len(words) <= _APPOSED and words and set(words) <= cues.identifying:
            return other.entity
        if len(words) <= 2 and not set(gap) & {",", ";", "."} and cues.parting.isdisjoint(words):
            other_class = class_of(other.entity, knowledge)
            chain = knowledge.class_chain(other_class) if other_class else ()
            own = knowledge.class_chain(mention.entity)
            if mention.entity in chain or other_class in own or not chain:
                return other.entity
    return None


def repeated_in_brackets(mention: Mention, reading: Reading) -> Mention | None:
    """The weapon right before "(ICBM)", of which the letters say nothing new."""
    at = reading.index_of(mention.start) - 1
    earlier = reading.mentions[at] if at >= 0 else None
    if earlier is None or earlier.kind != "weapon":
        return None
    return earlier if _bracketed(earlier, mention, reading) else None


def _bracketed(one: Mention, other: Mention, reading: Reading) -> bool:
    """Whether the second stands in brackets right behind the first."""
    offset, text = reading.sentence.start, reading.sentence.text
    gap = text[one.end - offset : other.start - offset]
    return gap.strip() == "(" and text[other.end - offset :].lstrip("s")[:1] == ")"


def _narrower(one: Mention, other: Mention, knowledge: KnowledgeBase) -> bool:
    """Whether the class of the first is a kind of that of the second."""
    return one.entity != other.entity and other.entity in knowledge.class_chain(one.entity)


def told_to_be(system: Mention, reading: Reading, classes: Collection[str]) -> Mention | None:
    """The class noun of "the missile was a Dart-3", which tells what was fired before. What it may
    be, or was not, tells nothing."""
    text, offset = reading.sentence.text, reading.sentence.start
    is_ = _IS.search(text, 0, system.start - offset)
    at = reading.index_of(system.start) - 1
    noun = reading.mentions[at] if at >= 0 else None
    if is_ is None or noun is None or noun.kind != "weapon" or noun.entity not in classes:
        return None
    first, last = reading.place_of(noun)
    if not _DOUBTED.isdisjoint(reading.between(max(0, first - _SPOKEN), first)):
        return None
    definite = _DEFINITE.isdisjoint(reading.between(max(0, first - 3), first)) is False
    between = reading.between(last, reading.tokens.at(is_.start() + 1))
    return noun if definite and len(between) <= _SPOKEN and not _OPEN & set(between) else None


def _is_called(gap: str, cues: Words) -> bool:
    """ "A destroyer built in the north and named the": between a class noun and a system."""
    words = gap.translate(_MARKS).lower().split()
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in cues.dubbing), None)
    return at is not None and set(words[at:]) <= cues.identifying


def _may_be(mention: Mention, other: Mention, knowledge: KnowledgeBase, *, closely: bool) -> bool:
    """Whether a class noun may say what a system is: every noun, if the system is not listed.
    ``closely`` asks for one that is wider or narrower, and not only of the same sort."""
    own = class_of(other.entity, knowledge)
    if own is None:
        return True
    chain, other_chain = knowledge.class_chain(mention.entity), knowledge.class_chain(own)
    if closely:
        return mention.entity in other_chain or own in chain
    return not set(chain[:-1]).isdisjoint(other_chain)


def _beside(mention: Mention, reading: Reading) -> list[Mention]:
    """The other weapons that may say what a weapon is, in reading order: on either side up to the
    first with more words between than an apposition has."""
    offset, text = reading.sentence.start, reading.sentence.text

    def far(start: int, end: int) -> bool:
        gap = text[start - offset : end - offset].replace("-", " ").replace(",", " , ")
        return len(gap.split(maxsplit=_APPOSED + 1)) > _APPOSED

    at = reading.index_of(mention.start)
    before: list[Mention] = []
    for index in range(at - 1, -1, -1):
        other = reading.mentions[index]
        if other.kind == "weapon":
            if far(other.end, mention.start):
                break
            before.append(other)
    after: list[Mention] = []
    for index in range(at, len(reading.mentions)):
        other = reading.mentions[index]
        if other.kind == "weapon":
            if far(mention.end, other.start):
                break
            after.append(other)
    return [*reversed(before), *after]


def refers_to(
    mention: Mention,
    reading: Reading,
    recent: list[EntityId],
    knowledge: KnowledgeBase,
    cues: Words,
    *,
    several: Collection[str] = (),
    kinds: Mapping[EntityId, str | None],
    sorts: Mapping[str, Collection[str]],
) -> EntityId:
    """The identity meant; ``recent`` holds those of the article so far, the latest last, and
    ``several`` those that were named side by side: of them "the missile" means neither. ``kinds``
    are the classes that the article gives what is not listed, ``sorts`` those that a noun may stand
    for besides its own."""
    if mention.entity not in knowledge.classes:
        return mention.entity
    also = sorts.get(mention.surface.lower(), ())
    own_class = knowledge.classes[mention.entity]
    first, _ = reading.place_of(mention)
    sized = any(word[:1].isdigit() for word in reading.between(max(0, first - 2), first))
    before = reading.between(max(0, first - (3 if sized else 2)), first)
    told = first < _OPENING and _IT_IS.match(reading.sentence.text) is not None
    verbs = {item.first for item in reading.predicates if not item.is_noun}
    nouns = {item.first for item in reading.predicates if item.is_noun}
    if first - 1 in verbs or reading.place_of(mention)[1] in nouns:
        before = ()  # "the plant that makes missiles", "the missile launch"
    if before[:-1] and "that" in before[:-1]:
        before = before[-1:]  # "the report that Ruritanian jets": the word opens a clause
    definite = told or any(word in cues.definite for word in before)
    if own_class.parent is None or not definite:
        return mention.entity
    narrower = knowledge.class_chain(mention.entity)
    for identity in reversed(recent[-_REMEMBERED:]):
        own = class_of(identity, knowledge) or kinds.get(identity)
        chain = knowledge.class_chain(own) if own and identity != mention.entity else ()
        fits = mention.entity in chain or (
            identity not in knowledge.classes and not set(also).isdisjoint(chain)
        )
        if fits:
            return mention.entity if identity in several else identity
        # "a ballistic missile ... the intermediate-range missile": the same, said closer.
        if identity in narrower[1:] and knowledge.classes[identity].parent is not None:
            return identity
    return mention.entity


def named_together(
    weapons: Sequence[Mention], reading: Reading, knowledge: KnowledgeBase
) -> frozenset[str]:
    """The systems of a sentence that "and" or a comma joins to another one."""
    systems = [item for item in weapons if item.entity not in knowledge.classes]
    found: set[str] = set()
    for one, other in pairwise(systems):
        offset = reading.sentence.start
        gap = reading.sentence.text[one.end - offset : other.start - offset]
        if one.entity != other.entity and _LIST.fullmatch(gap):
            found |= {one.entity, other.entity}
    return frozenset(found)


def class_of(identity: str, knowledge: KnowledgeBase) -> str | None:
    """The class of a system, or the class itself; None for a weapon that is not listed."""
    if identity in knowledge.classes:
        return identity
    weapon = knowledge.weapons.get(identity)
    return weapon.weapon_class if weapon else None
