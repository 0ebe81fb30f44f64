"""What the choice of sentences is handed, and what it hands back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct, field

from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    DateExpression,
    Event,
    Genre,
    Layer,
    Mention,
    Outlook,
    Quantity,
    SentenceId,
    Statement,
)
from generator.text.dates.written import MONTHS, day
from generator.text.reading import Reading
from generator.text.speech.voices import Voices
from generator.text.tokens import EAST_ASIAN_SIGN, fold, tokenise

_ABSOLUTE = re.compile(
    rf"\b(?:{'|'.join(name if name == 'May' else name[:3] for name in MONTHS)})|\d{{4}}"
)
"""A month's name or a year: such words need no help."""
_REPORTING = frozenset({"news", "state-media", "official", "flash", "unknown", "tabloid"})
_TOPICS = 3
_OWN = 0.25
"""Share of its author's sentences from which on a piece pleads for something."""
_TELLING = 4
"""Letters of the shortest word by which a title is known again."""
_PERSON = re.compile(
    r"(?P<before>(?:\S+ ){0,6}?)(?:(?P<pronoun>[Hh]e|[Ss]he)\b|"
    r"(?<![a-z] )(?P<opening>[Hh]is|[Hh]er)(?= [a-z])|"
    r"(?<=[Ii]n )(?P<own>his|her)(?= (?:view|opinion|words)))"
)
_THIRD = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_BACK = 3
_SUBJECT = 6
"""Words of a sentence in which its subject begins."""
_PERSONAL = frozenset({"he", "she"})
_PRONOUNS = frozenset({"He", "She", "It", "They"})
_OPENING = 60
_OPENED = 24
"""Characters by which a part of a sentence is known again."""


class Findings(Struct, frozen=True, kw_only=True, dict=True):
    """What other extractors found, as far as the choice of sentences needs it."""

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    voices: Voices
    layers: Mapping[SentenceId, Layer]
    outlook: tuple[Outlook, ...]
    dates: tuple[DateExpression, ...]
    quantities: tuple[Quantity, ...]
    genre: Genre
    names: Mapping[str, str] = field(default_factory=dict)
    """Actors of the article by identity, as displayed."""
    persons: frozenset[str] = frozenset()
    """The people among the entities mentioned."""
    title: str = ""
    """The title that stands over the article, if one does."""
    begins: int = 0
    """Where the paragraph with the dateline begins: what stands before it are captions."""

    @cached_property
    def reported(self) -> dict[SentenceId, list[Event]]:
        """The events of each sentence, in their order."""
        found: dict[SentenceId, list[Event]] = {}
        for event in self.events:
            for sentence in dict.fromkeys(event.evidence):
                found.setdefault(sentence, []).append(event)
        return found

    @cached_property
    def dated(self) -> dict[str, list[str]]:
        """The words of dates, by sentence."""
        return _surfaces(self.dates)

    @cached_property
    def counted(self) -> dict[str, list[str]]:
        """The words of figures, by sentence."""
        return _surfaces(self.quantities)

    @cached_property
    def naming(self) -> dict[str, list[int]]:
        """By each entity the places of the sentences that mention it, in order."""
        found: dict[str, list[int]] = {}
        for index, reading in enumerate(self.readings):
            for entity in {item.entity for item in reading.mentions}:
                found.setdefault(entity, []).append(index)
        return found

    @property
    def reports(self) -> bool:
        """Whether the piece reports and does not argue."""
        return self.genre in _REPORTING

    @cached_property
    def advises(self) -> frozenset[SentenceId]:
        """The sentences in which the author of the piece recommends something."""
        return frozenset(
            sentence
            for sentence, layer in self.layers.items()
            if layer == "recommendation"
            and {one.holder for one in self.voices.of(sentence)} <= {None, AUTHOR}
        )

    @cached_property
    def pleads(self) -> bool:
        """Whether much of a piece is what its author thinks."""
        own = sum(
            any(one.holder == AUTHOR for one in self.voices.of(item.sentence.id))
            for item in self.readings
        )
        return own >= _OWN * len(self.readings)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The actors and weapons named most often; of equals those named first."""
        named = Counter(
            item.entity
            for reading in self.readings
            for item in reading.mentions
            if item.kind in {"actor", "weapon"}
        )
        return frozenset(entity for entity, _ in named.most_common(_TOPICS))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The two who are named as a source most often; of equals those who speak first."""
        named = Counter(
            claim.holder
            for claim in self.voices.claims
            if claim.holder not in {None, AUTHOR, ANONYMOUS}
        )
        return frozenset(holder for holder, _ in named.most_common(2) if holder)

    @cached_property
    def closing(self) -> frozenset[int]:
        """Where the last sentences of paragraphs of several stand."""
        at = [one.sentence.paragraph for one in self.readings]
        return frozenset(
            index
            for index in range(1, len(at))
            if at[index] == at[index - 1] and at[index] != at[(index + 1) % len(at)]
        )

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Words of the title that tell one article from another."""
        return frozenset(
            word
            for word in tokenise(self.title).norms
            if len(word) >= _TELLING or EAST_ASIAN_SIGN.match(word)
        )

    @cached_property
    def days(self) -> dict[SentenceId, list[tuple[str, str]]]:
        """The days that only the article's own date explains ("on the 14th", "on Wednesday"): the
        words, and the day as it is written out."""
        found: dict[SentenceId, list[tuple[str, str]]] = {}
        for date in self.dates:
            counted = date.precision == "day" and date.first is not None and date.first == date.last
            if not counted or not date.surface.isascii() or _ABSOLUTE.search(date.surface):
                continue
            entry = (date.surface, day(date.first or ""))
            if entry not in found.get(date.sentence, ()):
                found.setdefault(date.sentence, []).append(entry)
        return found

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words of the title, and of the names of the weapons that the article is about."""
        return self.title_words.union(
            word
            for reading in self.readings
            for item in reading.mentions
            if item.kind == "weapon" and item.entity in self.topics
            for word in fold(item.surface).split()
        )

    def actors_in(self, sentence: SentenceId) -> tuple[Mention, ...]:
        """The mentions of actors in a sentence."""
        own = self.readings[self.index[sentence]]
        return tuple(item for item in own.names if item.kind == "actor")

    def told(self, sentence: SentenceId, text: str) -> tuple[Claim, ...]:
        """The claims that a stretch of a sentence tells, each known by the words it opens with."""
        claims = self.voices.of(sentence)
        if len(claims) < 2:
            return claims
        printed = fold(text)
        own = self.readings[self.index[sentence]].sentence
        opened = tuple(
            claim
            for claim in claims
            if fold(" ".join(own.text[claim.start - own.start :].split())[:_OPENED]) in printed
        )
        return opened or claims

    def speaker(self, sentence: SentenceId, text: str) -> tuple[str, str] | None:
        """The pronoun that opens a statement and the name of the known source it stands for:
        "He stressed that ..."."""
        claim = self.voices.get(sentence)
        first = text.split(" ", 1)[0]
        name = self.names.get(claim.holder or "") if claim is not None else None
        if claim is None or name is None or first not in _PRONOUNS:
            return None
        if fold(claim.source) != fold(first):
            return None  # "He quoted Orlova as saying"
        if not self.may_be(first, claim.holder or "", sentence):
            return None
        before, cue, _ = text[:_OPENING].partition(claim.cue) if claim.cue else ("", "", "")
        # "It is known that the minister fears": the verb of somebody else.
        return (first, name) if cue and " that " not in before else None

    def meant(self, sentence: SentenceId, text: str) -> tuple[str, str, SentenceId] | None:
        """The "he", "she", "his" or "her" near the beginning of a statement, the name of the
        person and the sentence that names him: the last one to name any person names this one
        alone, as its subject or as who speaks; only sentences with such a pronoun lie between."""
        found = _PERSON.match(text)
        if found is None or found["before"].count('"') % 2 or "“" in found["before"]:
            return None
        index = self.index[sentence]
        known = {item.surface for item in self._people(index)}
        if any(surface in found["before"] for surface in known):
            return None
        pronoun = found["pronoun"] or found["opening"] or found["own"]
        for back in range(1, min(index, _BACK) + 1):
            reading = self.readings[index - back]
            people = self._people(index - back)
            if people:
                return self._sole(reading, people, pronoun, ship=not found["own"])
            if not _THIRD.search(reading.sentence.text):
                return None
        return None

    def _people(self, index: int) -> list[Mention]:
        return [item for item in self.readings[index].names if item.entity in self.persons]

    def _sole(
        self, reading: Reading, people: list[Mention], pronoun: str, *, ship: bool
    ) -> tuple[str, str, SentenceId] | None:
        """The one person a sentence is about; ``ship`` where a ship might be meant."""
        person, sentence = people[0].entity, reading.sentence.id
        name = self.names.get(person, "")
        if {item.entity for item in people} != {person} or " " not in name:
            return None
        claim = self.voices.get(sentence)
        subject = reading.place_of(people[0])[0] < _SUBJECT
        if not subject and (claim is None or claim.holder != person):
            return None
        armed = any(item.kind == "weapon" for item in reading.mentions)
        if ship and armed and fold(pronoun) in {"she", "her"}:
            return None
        return pronoun, name, sentence

    @cached_property
    def index(self) -> dict[SentenceId, int]:
        """Where each sentence stands."""
        return {one.sentence.id: at for at, one in enumerate(self.readings)}

    def may_be(self, pronoun: str, holder: str, sentence: SentenceId) -> bool:
        """Whether a pronoun of speech may stand for somebody: "he" and "she" for a person, "it"
        and "they" for what the sentence before names, and names alone."""
        if fold(pronoun) in _PERSONAL:
            return holder in self.persons
        index = self.index[sentence]
        before = self.readings[index - 1].names if index else ()
        return holder not in self.persons and {
            item.entity for item in before if item.kind == "actor"
        } == {holder}


def _surfaces(found: Iterable[DateExpression | Quantity]) -> dict[str, list[str]]:
    surfaces: dict[str, list[str]] = {}
    for item in found:
        surfaces.setdefault(item.sentence, []).append(item.surface)
    return surfaces


class Summary(Struct, frozen=True, kw_only=True):
    """The printed statements, in reading order, with the bottom line and a title."""

    title: str
    bluf: Statement
    statements: tuple[Statement, ...]
