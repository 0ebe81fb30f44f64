"""What else is said of a weapon: by a second verb of its sentence, and by "it" in the next one.

Decides which verbs share the subject of the one that governs the weapon ("was shown in May and has
since been tested"), and which weapon a pronoun at the head of a sentence stands for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.extract.weapons.words import Words
from generator.knowledge.base import KnowledgeBase
from generator.model import EntityId, Mention
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate

_HEAD = 9
_ASIDE = 6
_SINGULAR = frozenset({"it"})
_PLURAL = frozenset({"they", "both", "all"})
_OPENING = 6
_WHICH = frozenset({"which", "that", "first", "last"})


class Topic(Struct, frozen=True, kw_only=True):
    """The weapons that the last sentence was about, side by side."""

    weapons: tuple[EntityId, ...] = ()
    paragraph: int = -1
    leading: bool = False
    """Whether one of them opened it: else "they" may be anybody."""


NO_TOPIC = Topic()


class CarriedOn:
    """The words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar, cues: Words) -> None:
        self._knowledge = knowledge
        self._grammar = grammar
        self._joining = cues.going_on
        self._rivals = frozenset(knowledge.language.specs.rivals)

    def further(
        self, predicate: Predicate, mention: Mention, reading: Reading
    ) -> Iterator[Predicate]:
        """The later verbs of the sentence with the same subject, where the weapon is it."""
        _, last = reading.place_of(mention)
        lead = reading.between(predicate.first - 1, predicate.first)
        noun = predicate.is_noun and lead in {("its",), ("their",), ("first",), ("maiden",)}
        subject = (noun or self._of_subject(predicate)) and last <= predicate.first
        reduced = self._reduced(predicate, last, reading)
        for item in reading.predicates:
            if item.first < predicate.last or item.frame.weapon is None:
                continue
            if not self._of_subject(item):
                continue
            begin = self._begin(item, reading)
            meant = reading.between(begin - 1, begin) in {("it",), ("they",)}
            shared = subject and self._joined(begin, predicate.last, reading)
            if reduced and not shared and (begin < item.first or item.form == "past"):
                shared = "," in reading.tokens.gap(begin)
            if shared or (meant and self._only(mention, begin, reading)):
                yield item

    def _reduced(self, predicate: Predicate, last: int, reading: Reading) -> bool:
        """ "The Dart-3, first unveiled in June, has been tested", "the Dart-3, which was unveiled
        in June, flew": the main verb is still to come."""
        if predicate.is_noun or predicate.group < last or "," not in reading.tokens.gap(last):
            return False
        between = set(reading.between(last, predicate.group))
        return between <= _WHICH | self._grammar.adverbs

    def pronoun(self, reading: Reading, topic: Topic) -> tuple[Mention, ...]:
        """The pronoun that a sentence opens with, as a mention of each weapon it stands for."""
        at = self._pronoun(reading, topic)
        if at is None or not any(
            self._of_subject(item) and self._begin(item, reading) == at + 1
            for item in reading.predicates
            if item.frame.weapon is not None
        ):
            return ()
        return self._mentions(at, reading, topic)

    def subject(self, reading: Reading, topic: Topic) -> tuple[Mention, ...]:
        """The same of a sentence of whose verbs none is listed: "It carried fighters on deck"."""
        at = self._pronoun(reading, topic)
        if at is None or any(item.group == at + 1 for item in reading.predicates):
            return ()
        sure = topic.leading or reading.tokens.norms[at] in _SINGULAR
        return self._mentions(at, reading, topic) if sure else ()

    def _pronoun(self, reading: Reading, topic: Topic) -> int | None:
        """Token of the pronoun at the head of a sentence."""
        if not topic.weapons or reading.sentence.paragraph - topic.paragraph not in {0, 1}:
            return None
        norms = reading.tokens.norms
        at = next(
            (
                at
                for at, word in enumerate(norms[:_HEAD])
                if word in _PLURAL or (word in _SINGULAR and len(topic.weapons) == 1)
            ),
            None,
        )
        if at is None or (at and "," not in reading.tokens.gap(at) and norms[at - 1] != "that"):
            return None
        if any(
            item.kind == "weapon" and reading.place_of(item)[0] < at for item in reading.mentions
        ):
            return None
        return at

    def _mentions(self, at: int, reading: Reading, topic: Topic) -> tuple[Mention, ...]:
        """A pronoun as a mention of each weapon it stands for."""
        start, end = reading.tokens.starts[at], reading.tokens.ends[at]
        offset = reading.sentence.start
        return tuple(
            Mention(
                start=offset + start,
                end=offset + end,
                sentence=reading.sentence.id,
                surface=reading.sentence.text[start:end],
                rule="pattern",
                kind="weapon",
                entity=weapon,
                known=True,
            )
            for weapon in topic.weapons
        )

    def topic(
        self, reading: Reading, named: Collection[tuple[Mention, EntityId]], before: Topic
    ) -> Topic:
        """What the next sentence may go on about; ``named`` are the weapons of this one."""
        paragraph = reading.sentence.paragraph
        if not named:
            go_on = bool(self.pronoun(reading, before))
            return replace(before, paragraph=paragraph) if go_on else NO_TOPIC
        systems = dict.fromkeys(
            entity for _, entity in named if entity not in self._knowledge.classes
        )
        kinds = dict.fromkeys(
            entity
            for _, entity in named
            if entity in self._knowledge.classes
            and not self._knowledge.classes[entity].component
            and self._knowledge.classes[entity].parent is not None
        )
        weapons = tuple(systems or kinds)
        first = min(reading.place_of(mention)[0] for mention, _ in named)
        if first > _OPENING and not self._rivals.isdisjoint(reading.tokens.norms):
            return NO_TOPIC
        return Topic(weapons=weapons, paragraph=paragraph, leading=first <= _OPENING)

    def _of_subject(self, predicate: Predicate) -> bool:
        """Whether the weapon that a word tells of is its subject."""
        if predicate.is_east_asian or (predicate.is_noun and not predicate.is_state):
            return False
        return predicate.passive or predicate.frame.intransitive or predicate.is_state

    def _begin(self, predicate: Predicate, reading: Reading) -> int:
        """Where the auxiliaries of a verb or a state begin."""
        start = predicate.group
        norms = reading.tokens.norms
        while predicate.is_state and start and (
            norms[start - 1] in self._grammar.copulas
            or norms[start - 1] in self._grammar.auxiliaries
            or norms[start - 1] in self._grammar.adverbs
        ):  # fmt: skip
            start -= 1
        return start

    def _joined(self, begin: int, floor: int, reading: Reading) -> bool:
        """Whether "and" stands before a verb, with nobody named between."""
        norms = reading.tokens.norms
        at = begin - 1
        while at >= floor and begin - at <= _ASIDE:
            if norms[at] in self._joining:
                aside = norms[at + 1 : at + 2]
                plain = at + 1 == begin or not aside or (
                    aside[0] in self._grammar.prepositions or aside[0] in self._grammar.adverbs
                )  # fmt: skip
                return plain and not any(
                    at < reading.place_of(item)[0] < begin
                    for item in reading.mentions
                    if item.kind in {"actor", "weapon"}
                )
            at -= 1
        return False

    def _only(self, mention: Mention, begin: int, reading: Reading) -> bool:
        """Whether no other weapon is named before the pronoun."""
        return all(
            item.entity == mention.entity or item.entity in self._knowledge.classes
            for item in reading.mentions
            if item.kind == "weapon" and reading.place_of(item)[0] < begin
        )
