"""Who spoke before, for "he", "it", "the ministry" and "the paper".

Decides what of a sentence is remembered for the next ones: the person and the body that spoke
last, or the only person named; the outlets of the article; and the last word of each name, by
which a short form takes it up. Where two names or two owners share a word, or another state has
acted since, nobody is meant: the words stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, AUTHOR, Mention
from generator.text.phrases import ends_in
from generator.text.speech.attribution import Attribution, Line
from generator.text.speech.cues import compiled
from generator.text.speech.introductions import Introductions
from generator.text.speech.presence import Presence
from generator.text.speech.topics import Topics

_SUBJECT = 40
"""Characters at the opening of a sentence in which it names what it is about."""
_WORDS_BEFORE = 3
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_MODIFIER = re.compile(r"[a-z-]+ ")
_OWN = frozenset({"nation's", "country's", "state's"})
""" "The NATION'S spy agency": a body of the state that the article speaks of."""


class Antecedents:
    """What one article has said so far, read in order."""

    def __init__(
        self, *, cues: ClaimCues, actors: Mapping[str, Actor], persons: frozenset[str]
    ) -> None:
        self._cues = compiled(cues)
        self._persons = persons
        self._actors = actors
        self.person: str | None = None
        self.other: str | None = None
        self.last_to_speak: str | None = None
        self.spoke_last = False
        """Whether ``other`` spoke in the sentence before."""
        self.spoke: str | None = None
        """The person who spoke in the last sentence that names its source."""
        self._called: dict[str, str] = {}
        """Who was "he" or "she" when he or she spoke."""
        self.group = False
        """Whether "they" are several people: whom nobody names, or whom the last sentence did."""
        self.unnamed_body = False
        """Whether the last one who spoke was a body that no entity claims: "the Harbour Board"."""
        self._heads: dict[str, dict[str, str]] = {}
        """Last word of a name -> whom it names, with the name in small letters."""
        self._owners: dict[str, set[str]] = {}
        """Body named by its owner ("Zenda's NAVY") -> the owners."""
        self._unlisted_persons: set[str] = set()
        self._outlets: list[str] = []
        self._of_kind: dict[str, set[str]] = {}
        """Subtype of a known body -> the bodies of it that were named."""
        self._present = Presence(actors)
        self.topics = Topics(cues=cues, actors=actors)
        self._introduced = Introductions(cues)

    def remember(self, line: Line, found: Attribution | None) -> None:
        """Take note of a sentence and of who spoke in it last."""
        holder = found.holder if found is not None else None
        self._note_outlets(line)
        named = [one for one in line.actors if self._kind(one[2].entity) == "person"]
        self._introduced.remember(line, named)
        persons = [mention.entity for _, _, mention in named]
        if found is not None:
            self.unnamed_body &= line.outside[slice(*found.source)].lower() == "it"
            self.spoke = holder if holder and self._kind(holder) == "person" else None
            self.last_to_speak = self.spoke or self.last_to_speak
        if holder is not None and holder not in {ANONYMOUS, AUTHOR}:
            self.group = False
            words = line.outside[slice(*found.source)] if found is not None else ""
            if self._kind(holder) == "person":
                self.person = holder
                self.other = None
                if words.lower() in self._cues.personal:
                    self._called.setdefault(holder, words.lower())
            else:
                self.other = holder
                if self.is_outlet(holder) and len(set(persons)) == 1 and named[0][0] < _SUBJECT:
                    # "Black toured the yard, the agency said. HE praised it".
                    self.person = persons[0]
                self._introduced.voice(line.outside[: found.source[1]] if found else "", holder)
                self.topics.spoke_in(words, holder)
        elif found is not None and holder == ANONYMOUS:
            self._remember_unnamed(line, found)
        elif self._opens_with_many(line):
            self.group = True
        elif len(set(persons)) == 1:
            along = all(self._cues.came_along(line.outside[:start]) for start, _, _ in named)
            other = self.person != persons[0] and _HE.search(line.outside, 0, named[0][0])
            # "HE remembers a director, Black": "he" may be either from here on.
            self.person = None if along or other else persons[0]
        elif len(set(persons)) > 1:
            self.person, self.other, self.group = None, None, True
        self.spoke_last = found is not None and self.other is not None and holder == self.other
        self._note_bodies(line)
        self._present.remember(line, holder, about=self.topics.about(line))
        self.topics.remember(line, holder, unnamed_body=self.unnamed_body and found is not None)

    def _note_outlets(self, line: Line) -> None:
        for begin, _, mention in line.actors:
            surface = mention.surface
            media = surface.lower().endswith("media")  # "state media": no paper, and no site
            if mention.entity not in self._outlets and (
                self.is_outlet(mention.entity)
                or (not mention.known and not media and ends_in(self._cues.outlets, surface))
            ):
                self._outlets.append(mention.entity)
            if not mention.known and self._is_person(mention, line.text[:begin][-4:]):
                self._unlisted_persons.add(mention.entity)

    def _opens_with_many(self, line: Line) -> bool:
        """ "Prosecutors charged him": people whom nobody names are what the sentence is about."""
        if line.actors and line.actors[0][0] < _SUBJECT:
            return False
        many = self._cues.unnamed.search(line.outside, 0, _SUBJECT)
        if many is None or not many.group().lower().endswith("s"):
            return False
        return len(line.outside[: many.start()].split()) < _WORDS_BEFORE

    def _remember_unnamed(self, line: Line, found: Attribution) -> None:
        words = line.outside[slice(*found.source)]
        first = words.split(" ", 1)[0].lower()
        cues = self._cues
        journal = words.startswith("The ") and words[4:].istitle()  # "The National Interest"
        many = cues.unnamed.search(words) if not journal else None
        if first in {*cues.pronouns, *cues.personal}:
            return
        if many is not None and many.group().lower().endswith("s") and first not in {"a", "an"}:
            self.group, self.other = True, None
            self._introduced.unnamed(many.group().lower())
            return
        body = journal or self._speaks_for_a_body(words)
        if many is None and body:
            self.unnamed_body, self.other = True, None
            head = words.rsplit(" ", 1)[-1].lower()
            self._heads.setdefault(head, {})[ANONYMOUS] = words.lower()
        if many is not None or (words[:1].isupper() and not body):
            # "He" behind a single unnamed source is that one, and nobody named before.
            self.person = None
            if many is not None:
                self._introduced.unnamed(many.group().lower())

    def _speaks_for_a_body(self, words: str) -> bool:
        cues = self._cues
        return any(
            not one.shut(words) and one.search(words) is not None
            for one in (cues.voices, cues.documents, cues.outlets, cues.firms, cues.bodies)
        )

    def _note_bodies(self, line: Line) -> None:
        if not line.actors:
            return
        voices = self._cues.voices
        owned = not voices.shut(line.outside)
        for start, end, mention in line.actors:
            surface = line.text[start:end].lower()
            head = surface.rsplit(" ", 1)[-1]
            self._heads.setdefault(head, {})[mention.entity] = surface
            actor = self._actors.get(mention.entity)
            if actor is not None and actor.subtype is not None and actor.kind != "person":
                self._of_kind.setdefault(actor.subtype, set()).add(mention.entity)
            first = surface.partition(" of ")[0].rsplit(" ", 1)[-1]
            if first != head:  # "the Academy of Science": later "the academy"
                self._heads.setdefault(first, {})[mention.entity] = surface
            gap = 3 if line.outside.startswith("'s ", end) else 1
            if not owned or (gap == 1 and mention.rule != "demonym"):
                continue
            own = _MODIFIER.match(line.outside, end + gap)
            body = voices.match(line.outside, end + gap) or (
                voices.match(line.outside, own.end()) if own is not None else None
            )
            whole = body is not None and any(
                first <= start and body.end() <= last and one is not mention
                for first, last, one in line.actors
            )
            office = body is not None and any(
                first == body.end() + 1 and self.is_person(one) for first, _, one in line.actors
            )  # "Zenda's foreign minister BLACK": a person, and no body
            if body is not None and not (whole or office):  # else the body has a name of its own
                self._owners.setdefault(body.group().lower(), set()).add(mention.entity)

    def body(self, phrase: str) -> str | None:
        """Who is meant by "the ministry" or "the foreign ministry"."""
        words = phrase.lower().rstrip(".").removeprefix("the ").split()
        if len(words) > 1 and words[0] in _OWN:
            words = words[1:]
        if not words:
            return None
        named = {
            entity
            for entity, surface in self._heads.get(words[-1], {}).items()
            if all(word in surface for word in words)
        }
        phrase = " ".join(words)
        owned = {
            owner
            for body, owners in self._owners.items()
            if body == phrase or body.endswith(f" {phrase}")
            for owner in owners
        }
        found = named | owned
        if not found:
            found = self._called_so(phrase)
        elif any(self._present.crossed(one) for one in found):
            return None
        return next(iter(found)) if len(found) == 1 else None

    def _called_so(self, phrase: str) -> set[str]:
        """Bodies that a noun takes up by what they are: "the agency" behind an intelligence
        service; nobody where an outlet may be meant that spoke since."""
        if self.other is not None and self.is_outlet(self.other):
            return set()
        kinds = self._cues.called_again.get(phrase, ())
        return {entity for kind in kinds for entity in self._of_kind.get(kind, ())}

    def person_called(self, word: str) -> str | None:
        """Who spoke last, unless that was a "he" and ``word`` is "she"."""
        called = self._called.get(self.person or "", word)
        return self.person if called == word else None

    def role(self, phrase: str) -> str | None:
        """Who is meant by "the analyst": whoever the article introduced so."""
        calling = phrase.lower().rstrip(".").removeprefix("the ")
        found = self._introduced.of(calling)
        if not found and self.spoke is not None and calling in self._cues.general_callings:
            found = self._bearers(calling, self.spoke)
        return next(iter(found)) if len(found) == 1 else None

    def head(self, calling: str) -> str | None:
        """Whom "the head of state" means."""
        if self.last_to_speak is None:
            return None
        found = self._bearers(calling, self.last_to_speak)
        return next(iter(found)) if len(found) == 1 else None

    def _bearers(self, calling: str, spoke: str) -> set[str]:
        offices = self._cues.offices.get(calling, frozenset())
        called = self._present.called(offices, since=spoke)
        return {one for one in called if self._kind(one) == "person"}

    def outlet(self) -> str | None:
        """The outlet that spoke last, else the only one there is."""
        last = self.other
        if last is not None and (last not in self._actors or self.is_outlet(last)):
            return last
        return self._outlets[0] if len(self._outlets) == 1 else None

    def agency(self, phrase: str) -> str | None:
        """The outlet that "the agency" means: the one that spoke, unless another body did last."""
        if not ends_in(self._cues.outlets, phrase):
            return None
        return self.outlet() if self.other is None or self.is_outlet(self.other) else None

    def press_of(self, state: str | None) -> str | None:
        """A state that has a press of its own, for "state media" behind its name."""
        if state is None or self._kind(state) != "state":
            return None
        return state if state in self._press() else None

    def _press(self) -> frozenset[str | None]:
        return frozenset(one.country for one in self._actors.values() if one.state_media)

    def _kind(self, identity: str) -> str | None:
        actor = self._actors.get(identity)
        if actor is None:
            return "person" if identity in self._unlisted_persons else None
        return actor.kind

    def _is_person(self, mention: Mention, before: str) -> bool:
        """Whether a name that no entity claims is a person's, if nobody has said so: two words or
        more, none a body's, no article before it."""
        if self._persons:
            return mention.entity in self._persons
        if before.lower() == "the ":
            return False
        named = (
            mention.rule in {"pattern", "surname"}
            and self._cues.bodies.search(mention.surface) is None
        )
        return named and (" " in mention.surface or mention.rule == "surname")

    def is_person(self, mention: Mention) -> bool:
        """Whether a mention names a person, as far as the article has shown."""
        actor = self._actors.get(mention.entity)
        if actor is not None:
            return actor.kind == "person"
        return mention.entity in self._unlisted_persons or self._is_person(mention, "")

    def owner(self, line: Line, start: int, identity: str) -> str | None:
        """The state right before a body of another state: "Zenda's General Staff" is Zenda's, and
        not the body that the knowledge calls so."""
        body = self._actors.get(identity)
        if body is None or body.country is None or line.outside[start - 3 : start] != "'s ":
            return None
        before = next((one.entity for _, e, one in line.actors if e == start - 3), None)
        state = before is not None and self._kind(before) == "state"
        return before if state and before != body.country else None

    def is_known_person(self, identity: str) -> bool:
        """Whether an identity is a person's, of the knowledge base or of the article."""
        return self._kind(identity) == "person"

    def is_body(self, identity: str) -> bool:
        """Whether a known body, no state and no person, goes by an identity."""
        actor = self._actors.get(identity)
        return actor is not None and actor.kind == "organisation"

    def is_outlet(self, identity: str) -> bool:
        actor = self._actors.get(identity)
        return actor is not None and (
            actor.state_media or actor.subtype in self._cues.outlet_subtypes
        )
