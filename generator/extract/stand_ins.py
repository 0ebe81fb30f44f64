"""Nouns that stand for a weapon named before: "the vessel", "the system", "the 55-ton vehicles".

Decides which weapon such a noun means: the only one of its sort that the paragraph names within two
sentences, or the only one of the article in the paragraph before. Where a second one, a merchant
ship or "a larger hull" may be meant, nobody is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.base import KnowledgeBase
from generator.model import Document, Mention, Sentence, SentenceId
from generator.text.inflection import third
from generator.text.nicknames import is_nickname
from generator.text.phrases import Gated, headed
from generator.text.syntax.bounds import bounds, ends_phrase
from generator.text.tries import alternation

_BACK = 2
_NEAR = 100
_OPENING = 2
_BESIDE = 2
_POINTING = ("the", "this", "that", "these", "those", "its")
_NEXT = re.compile(r"\s?([\w'’-]+|[^\w\s])")


class _Words(Struct, frozen=True, kw_only=True):
    pattern: Gated
    """A stand-in behind "the"."""
    another: re.Pattern[str]
    """One behind "a"."""
    told: re.Pattern[str]
    """Between a stand-in and the name that somebody gives it."""
    sorts: dict[str, frozenset[str]]
    rivals: frozenset[str]
    bounds: frozenset[str]
    being: frozenset[str]


def find_stand_ins(
    document: Document, *, mentions: Sequence[Mention], knowledge: KnowledgeBase
) -> tuple[Mention, ...]:
    """The stand-ins of an article as mentions of what they stand for, in reading order."""
    text, origins = document.article.text, knowledge.language.weapons.origin_endings
    arms = [
        item
        for item in mentions
        if item.kind == "weapon" and not is_nickname(text, item.start, item.end, origins=origins)
    ]
    named = [item for item in arms if item.entity not in knowledge.classes]
    if not named or not document.article.language.startswith("en"):
        return ()
    words = _words(knowledge)
    kinds = _kinds(named, arms, knowledge)
    taken = {item.end for item in mentions}
    paragraphs = {one.id: one.paragraph for one in document.sentences}
    found: list[Mention] = []
    for sentence in document.sentences:
        for match in words.pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(1), sentence.start + match.end(1)
            several = match[1].endswith("s")
            if end in taken or not (several or _heads(sentence.text, match.end(), words.bounds)):
                continue
            sort = words.sorts[match[1].lower()]
            told = words.told.match(sentence.text, match.end())
            after = sentence.start + told.end() if told is not None else -1
            meant = next((item for item in named if item.start == after), None)
            if meant is None:
                fitting = [
                    item
                    for item in arms
                    if item.end < start and _fits(item, sort, kinds, knowledge)
                ]
                meant = _meant(sentence, fitting, paragraphs, knowledge)
                if meant is None or _another(meant, start, text, words):
                    continue
            found.append(
                Mention(
                    start=start,
                    end=end,
                    sentence=sentence.id,
                    surface=match[1],
                    rule="pattern",
                    kind="weapon",
                    entity=meant.entity,
                    known=meant.known,
                    inferred=True,
                )
            )
    return tuple(found)


def _kinds(
    named: Sequence[Mention], arms: Sequence[Mention], knowledge: KnowledgeBase
) -> dict[str, str]:
    """The class of each system: the listed one, or that of the class noun right beside its name."""
    begins = {item.start: item for item in arms if item.entity in knowledge.classes}
    ends = {item.end: item for item in arms if item.entity in knowledge.classes}
    kinds: dict[str, str] = {}
    for item in named:
        weapon = knowledge.weapons.get(item.entity)
        if weapon is not None:
            kinds[item.entity] = weapon.weapon_class
            continue
        for gap in range(_BESIDE + 1):
            beside = ends.get(item.start - gap) or begins.get(item.end + gap)
            if beside is not None:
                kinds.setdefault(item.entity, beside.entity)
    return kinds


def _fits(
    item: Mention, sort: Collection[str], kinds: dict[str, str], knowledge: KnowledgeBase
) -> bool:
    kind = item.entity if item.entity in knowledge.classes else kinds.get(item.entity)
    return kind is None or not set(sort).isdisjoint(knowledge.class_chain(kind))


def _meant(
    sentence: Sentence,
    fitting: Sequence[Mention],
    paragraphs: Mapping[SentenceId, int],
    knowledge: KnowledgeBase,
) -> Mention | None:
    """The one weapon of that sort named before; None if there are two."""
    systems = [item for item in fitting if item.entity not in knowledge.classes]
    number = int(sentence.id[1:])
    near = [
        item
        for item in systems
        if number - int(item.sentence[1:]) <= _BACK
        and sentence.paragraph - paragraphs[item.sentence] <= 1
    ]
    here = [item for item in near if paragraphs[item.sentence] == sentence.paragraph]
    if here:
        return here[-1] if len({item.entity for item in here}) == 1 else None
    if not near or len({item.entity for item in systems}) > 1:
        return None
    return near[-1] if fitting[0].sentence == systems[0].sentence else None


def _another(meant: Mention, start: int, text: str, words: _Words) -> bool:
    """Whether something else may be meant: a merchant ship near, or "a larger hull" since."""
    since = text[meant.end : start]
    near = text[max(0, meant.start - _NEAR) : meant.start] + since
    if not words.rivals.isdisjoint(near.lower().replace(",", " ").split()):
        return True
    indefinite = words.another.search(since)
    if indefinite is None:
        return False
    lead = since[: indefinite.start()].strip(" ,").lower().split()
    return len(lead) > _OPENING or not words.being.issuperset(lead)


def _heads(text: str, end: int, bounds: Collection[str]) -> bool:
    """Whether no noun follows for which the word only says what sort it is: "the ship owner"."""
    behind = _NEXT.match(text, end)
    if behind is None or not behind[1][0].isalpha():
        return True
    return ends_phrase(behind[1].lower(), bounds)


def _doing(knowledge: KnowledgeBase) -> frozenset[str]:
    """What a weapon does, in the present tense: no noun is spelled like it ("the ship carries")."""
    frames = knowledge.language.verbs.frames
    nouns = {noun for frame in frames for noun in frame.nouns}
    verbs = {verb for frame in frames for verb in frame.verbs if verb.isalpha()}
    return frozenset({third(verb) for verb in verbs - nouns} | {*knowledge.language.specs.going_on})


@lru_cache(maxsize=2)
def _words(knowledge: KnowledgeBase) -> _Words:
    cues, verbs = knowledge.language.weapons, knowledge.language.verbs
    sorts = cues.stand_in_classes
    nouns = "|".join(sorted(map(re.escape, sorts), key=len, reverse=True))
    plain = "|".join(map(re.escape, cues.same))
    return _Words(
        pattern=headed(
            re.compile(
                rf"(?<![\w-])(?:{'|'.join(_POINTING)})\s"
                rf"(?:(?:{plain}|\d[\w.,-]{{0,14}})\s)?({nouns})(?![\w-])",
                re.IGNORECASE,
            ),
            _POINTING,
            among=sorts,
        ),
        another=re.compile(
            r"\b(?:an?|another|other|second|two|three)\s(?:[\w'’.,-]+\s){0,3}?"
            rf"(?:{nouns}|{'|'.join(map(re.escape, cues.hulls))})\b"
        ),
        told=re.compile(
            r",?\s(?:(?:which|that)\s(?:[\w'’-]+\s){1,6}?)?"
            rf"{alternation(cues.dubbing)}\s(?:(?:by\s(?:[\w'’-]+\s){{1,4}}?)?(?:as\s|to\sbe\s))?"
            r"(?:(?:an?|the)\s)?[\"“'‘]?"
        ),
        sorts=sorts,
        rivals=frozenset(cues.rivals),
        bounds=bounds(verbs) | _doing(knowledge),
        being=frozenset(verbs.be),
    )
