"""Offices and bodies named by a state and a noun: "Ruritanian foreign minister", "its leadership".

An office is linked to a person only if the article names that person elsewhere; otherwise the
office itself is the actor, and who held it is left to be said as an inference.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.extract.offices.again import TitleMemory
from generator.extract.offices.held import HeldOffice, OfficeWords
from generator.extract.offices.holders import holders
from generator.extract.offices.hosts import behind_host
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.entities import Actor
from generator.model import ActorType, Document, EntityId, Mention, Sentence
from generator.text.reading import by_sentence
from generator.text.slugs import slug
from generator.text.syntax.outermost import outermost
from generator.text.tokens import Tokens, tokenise

__all__ = ["Bodies", "NamedBody", "OfficeFinder", "holders"]

_MAX_TITLE = 5


class NamedBody(Struct, frozen=True, kw_only=True):
    """What an actor found by its office or group noun is called. ``office`` and ``state`` let
    the holder be looked up once the article's date is known."""

    name: str
    type: ActorType
    state: EntityId | None = None
    office: str | None = None


class Bodies(Struct, frozen=True, kw_only=True):
    mentions: tuple[Mention, ...]
    named: dict[EntityId, NamedBody]


class OfficeFinder:
    """Titles and group nouns of one knowledge base, by their folded words."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        cues = knowledge.language.actors
        self._titles: dict[tuple[str, ...], str] = {}
        for office, entry in cues.offices.items():
            for title in entry.titles:
                self._titles[tokenise(title).norms] = office
        self._top = {office for office, entry in cues.offices.items() if entry.top}
        self._prefixes = frozenset(cues.office_prefixes)
        self._indefinite = frozenset(cues.indefinite)
        verbs = knowledge.language.verbs
        self._frame = (
            frozenset(verbs.prepositions)
            | frozenset(verbs.be)
            | frozenset(verbs.have)
            | frozenset(verbs.future)
            | frozenset(verbs.possible)
            | frozenset(verbs.obliged)
            | frozenset(verbs.subordinators)
            | frozenset(cues.persons.verbs)
            | frozenset(cues.persons.shared_verbs)
            | frozenset(cues.organisations.acts)
            | {"and", "also", "but", "to"}
        )
        self._held = OfficeWords(
            appointing=frozenset(cues.appointing),
            prefixes=self._prefixes,
            being=frozenset((*verbs.be, "will")),
            frame=self._frame,
        )
        self._titled = TitleMemory.words(knowledge)
        self._groups: dict[tuple[str, ...], tuple[ActorType, bool]] = {}
        for group in cues.groups:
            for words in group.words:
                self._groups[tokenise(words).norms] = (group.type, group.media)
        self._abroad = {
            tokenise(words).norms for group in cues.groups if group.abroad for words in group.words
        }
        self._services = {
            tokenise(words).norms
            for group in cues.groups
            if group.type == "organisation"
            for words in group.words
        }
        # First words -> how long what they begin may be: few words begin anything.
        self._longest: dict[str, int] = {}
        for phrase in (*self._titles, *self._groups):
            longest = max(len(phrase), self._longest.get(phrase[0], 0))
            self._longest[phrase[0]] = min(longest, _MAX_TITLE)

    def find(self, document: Document, mentions: tuple[Mention, ...]) -> Bodies:
        tokens = tokenise(document.article.text)
        named: dict[EntityId, NamedBody] = {}
        found: list[Mention] = []
        actors = by_sentence(one for one in mentions if one.kind == "actor")
        persons = {
            mention.entity
            for mention in mentions
            if mention.kind == "actor" and self._kind(mention.entity) == "person"
        }
        memory = TitleMemory(self._titled, self._frame, tokens)
        for sentence in document.sentences:
            own = list(outermost(actors.get(sentence.id, [])))
            reader = _Reader(self, tokens, sentence, own, persons)
            here: list[Mention] = []
            for mention, body in reader.read():
                here.append(mention)
                if body is not None:
                    named.setdefault(mention.entity, body)
            people = [item for item in own if not item.known or item.entity in persons]
            here.extend(memory.read(sentence, people, taken=[*own, *here]))
            found.extend(here)
        return Bodies(mentions=tuple(found), named=named)

    def _kind(self, identity: str) -> str | None:
        actor = self.knowledge.actors.get(identity)
        return actor.kind if actor else None


class _Reader:
    def __init__(
        self,
        rules: OfficeFinder,
        tokens: Tokens,
        sentence: Sentence,
        mentions: list[Mention],
        persons: set[EntityId],
    ) -> None:
        self.rules = rules
        self.tokens = tokens
        self.sentence = sentence
        self.mentions = mentions
        self.persons = persons
        self.first = tokens.at(sentence.start)
        self.stop = tokens.at(sentence.end)
        self.ending = {mention.end: mention for mention in mentions}
        self.starting = {mention.start: mention for mention in mentions}
        self.held = HeldOffice(
            rules._held,
            tokens=tokens,
            first=self.first,
            stop=self.stop,
            mentions=mentions,
            is_person=self._is_person,
            is_state=self._is_state,
        )

    def read(self) -> Iterator[tuple[Mention, NamedBody | None]]:
        norms, longest = self.tokens.norms, self.rules._longest
        reached = self.first
        for index in range(self.first, self.stop):
            if index < reached or norms[index] not in longest:
                continue
            for last in range(min(self.stop, index + longest[norms[index]]), index, -1):
                result = self._at(norms[index:last], index, last)
                if result is not None:
                    yield result
                    reached = last
                    break

    def _at(
        self, words: tuple[str, ...], first: int, last: int
    ) -> tuple[Mention, NamedBody | None] | None:
        if words in self.rules._titles and not self._named_next(last):
            return self._office(self.rules._titles[words], first, last)
        if words in self.rules._groups:
            return self._group(words, first, last)
        return None

    def _named_next(self, last: int) -> bool:
        """A person's name follows: the words are that person's title."""
        if last >= self.stop:
            return False
        gap = self.tokens.gap(last)
        if gap not in {" ", ", "}:
            return False
        mention = self.starting.get(self.tokens.starts[last])
        if mention is not None and (
            not mention.known or self.rules._kind(mention.entity) == "person"
        ):
            return True
        return gap == " " and self.tokens.raws[last][0].isupper()

    def _office(
        self, office: str, first: int, last: int
    ) -> tuple[Mention, NamedBody | None] | None:
        begin, state = self._state_before(first)
        if state is None:
            state = self._state_after(last)
            begin = first
        if state is None or self._indefinite(begin, first) or self.held.somebody_s(begin, last):
            return None
        if office in self.rules._top:
            holder = self._named_holder(state)
            if holder is not None:
                return self._mention(first, last, holder, known=True, inferred=True), None
        identity = EntityId(f"{state}-{office}")
        text = self._words(begin, last)
        if begin == first:
            actor = self.rules.knowledge.actors[state]
            adjective = actor.demonyms.adjective[0] if actor.demonyms.adjective else actor.name
            text = f"{adjective} {text}"
        body = NamedBody(name=text, type="person", state=state, office=office)
        return self._new(begin, last, identity, body)

    def _indefinite(self, begin: int, first: int) -> bool:
        """ "any American president", "the former Russian president": not who holds it now."""
        around = self.tokens.norms[max(self.first, begin - 2) : first]
        return any(word in self.rules._indefinite for word in around)

    def _named_holder(self, state: EntityId) -> EntityId | None:
        for person in sorted(self.persons):
            actor: Actor | None = self.rules.knowledge.actors.get(person)
            if actor is not None and actor.country == state and actor.subtype == "head-of-state":
                return person
        return None

    def _state_before(self, first: int) -> tuple[int, EntityId | None]:
        """The state right before the title (prefixes between), and where it begins."""
        position = first
        while position > self.first and self.tokens.norms[position - 1] in self.rules._prefixes:
            position -= 1
        if position > self.first:
            mention = self.ending.get(self.tokens.ends[position - 1])
            if mention is None and self.tokens.norms[position - 1] == "s":
                mention = self.ending.get(self.tokens.ends[position - 1] + 1)
            if mention is not None and self._is_state(mention):
                possessive = "'s" in self.tokens.norms[position:first]
                begin = first if possessive else self.tokens.at(mention.start)
                return begin, mention.entity
            word = self.tokens.norms[position - 1]
            if word in {"its", "their"}:
                return first, self._subject_state(position - 1)
        return first, None

    def _state_after(self, last: int) -> EntityId | None:
        if last + 1 < self.stop and self.tokens.norms[last] == "of":
            begin = last + 1 + (self.tokens.norms[last + 1] == "the")
            if begin < self.stop:
                mention = self.starting.get(self.tokens.starts[begin])
                if mention is not None and self._is_state(mention):
                    return mention.entity
        return None

    def _subject_state(self, index: int) -> EntityId | None:
        before = [
            mention
            for mention in self.mentions
            if mention.end <= self.tokens.starts[index] and self._is_state(mention)
        ]
        return before[-1].entity if before else None

    def _is_person(self, mention: Mention) -> bool:
        return mention.entity in self.persons or (not mention.known and mention.rule == "pattern")

    def _is_state(self, mention: Mention) -> bool:
        return self.rules._kind(mention.entity) == "state"

    def _group(
        self, words: tuple[str, ...], first: int, last: int
    ) -> tuple[Mention, NamedBody | None] | None:
        position = first
        while position > self.first and self.tokens.norms[position - 1] in {
            "'s",
            "state",
            "official",
        }:
            position -= 1
        states = self._states_ending(position)
        if not states or (words in self.rules._services and not self._stands_alone(last)):
            return None
        type_, media = self.rules._groups[words]
        begin = self.tokens.at(states[0].start)
        if words in self.rules._abroad:
            last = behind_host(self.tokens, last, self.stop)
        noun = " ".join(self.tokens.raws[first:last])
        if media and words[-1] in {"reports", "outlets"}:
            noun = " ".join(self.tokens.raws[first : last - 1])
        adjectives = [self._adjective(mention) for mention in states]
        identity = EntityId(slug("-".join([*(m.entity for m in states), noun])))
        body = NamedBody(
            name=f"{' and '.join(adjectives)} {noun}",
            type=type_,
            state=states[-1].entity if len(states) == 1 else None,
        )
        return self._new(begin, last, identity, body)

    def _stands_alone(self, last: int) -> bool:
        """No noun follows: "the Chinese navy said", not "Chinese navy ships"."""
        if last >= self.stop or self.tokens.gap(last) not in {" ", "\n"}:
            return True
        following = self.tokens.norms[last]
        return following in self.rules._frame or following.endswith("ed")

    def _states_ending(self, position: int) -> list[Mention]:
        """The state, or the states joined by "and", that end right before a token."""
        if position <= self.first:
            return []
        states: list[Mention] = []
        while position > self.first:
            mention = self.ending.get(self.tokens.ends[position - 1])
            if mention is None or not self._is_state(mention):
                break
            states.insert(0, mention)
            position = self.tokens.at(mention.start)
            if position <= self.first or self.tokens.norms[position - 1] != "and":
                break
            position -= 1
        return states

    def _adjective(self, mention: Mention) -> str:
        actor = self.rules.knowledge.actors[mention.entity]
        return actor.demonyms.adjective[0] if actor.demonyms.adjective else actor.name

    def _words(self, first: int, last: int) -> str:
        text = self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]]
        return " ".join(text.split())

    def _new(
        self, first: int, last: int, identity: EntityId, body: NamedBody
    ) -> tuple[Mention, NamedBody]:
        return self._mention(first, last, identity, known=False, inferred=False), body

    def _mention(
        self, first: int, last: int, entity: EntityId, *, known: bool, inferred: bool
    ) -> Mention:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        return Mention(
            start=start,
            end=end,
            sentence=self.sentence.id,
            surface=self.tokens.text[start:end],
            rule="role",
            kind="actor",
            entity=entity,
            known=known,
            inferred=inferred,
        )
