"""Which names the words beside them make an organisation: "the shipbuilder X", "an analyst at X".

The turns of phrase are those of ``presenting``. The name itself may be anything that does not begin
with a title, a given name, a state, a place or a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.extract.names.abbreviations import stands_for
from generator.extract.names.form import UnlistedName, place_words
from generator.extract.names.presenting import Turns
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import pieces
from generator.text.tokens import Tokens, fold

_GROUP = re.compile(r"group[ \n](?=[\"“«]?[A-Z])")
_LEGAL = re.compile(r" (?:Ltd|Limited|Inc|LLC|Co|Corp|Corporation|GmbH|OOO|PLC)\.?$")
_AT = re.compile(r"(?:\b(?:at|with)|-(?:based|headquartered))[ \n](?:the[ \n])?[\"“«]?$")
_ABBREVIATION = re.compile(r"[ \n]\(([A-Z][A-Za-z&-]{1,9})\)")
_CALLED = re.compile(r"\b(?:called|known as|named|dubbed|itself)[ \n][\"“«]?$")
_SEATED = re.compile(r"[\w.]+-(?:based|headquartered|registered|listed)[ \n](?=[A-Z])")
_OWNER = re.compile(r"\bowner,[ \n]")
_OPENING = frozenset('"“«')
_SHORTEST, _PAIR = 3, 2
_REACH = 80


class PresentedFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase, *, person: Callable[[str], bool]) -> None:
        """``person`` tells whether words look like the name of somebody."""
        cues = knowledge.language.actors
        own, persons = cues.organisations, cues.persons
        self._person = person
        self._turns = Turns(cues)
        self._countries = place_words(knowledge)
        self._not_first = self._countries.union(
            map(fold, persons.given),
            (*persons.nouns, *cues.titles, *persons.honorifics, *persons.east_asian),
            (*cues.calendar, *cues.not_names),
        )
        self._never = frozenset((*own.never, *cues.calendar, *own.kinds))
        self._domains = frozenset(own.domains)
        self._impersonal = frozenset(map(fold, (*persons.never, *own.companies, *own.common)))
        self._common = frozenset((*own.common, *own.domains, *cues.organisation_links))

    def find(self, sentence: Sentence, whole: Tokens) -> Iterator[UnlistedName]:
        """Organisations of one sentence; several patterns may find the same one. ``whole`` are
        the words of the article."""
        text = sentence.text
        if (
            text.isascii()
            and self._turns.words.isdisjoint(pieces(text))
            and not any(pattern.search(text) for pattern in self._turns.ungated)
        ):
            return
        norms = whole.part(sentence.start, sentence.end).norms
        present: set[str | tuple[str, ...]] = {*norms, *pairwise(norms)}
        opened = self._turns.opened(present)
        if not opened:
            return
        matches = [*self._turns.by_kind(text, opened)]
        by_kind = len(matches)
        matches += self._turns.sure(text, opened)
        sure = len(matches)
        matches += self._turns.doubtful(text, opened)
        for index, match in enumerate(matches):
            words = match.group("name").split()
            if _GROUP.match(match.group()) and not self._of_a_country(text[: match.start()]):
                continue
            if index >= sure and self._person(" ".join(words)):
                continue
            if len(words) == _PAIR and _OWNER.search(match.group()) and not self._of_trade(words):
                continue
            lead = match.start("name") - match.start()
            at = _AT.search(match.group(), 0, lead) or _CALLED.search(match.group(), 0, lead)
            quoted = index < by_kind and text[match.start("name") - 1] in _OPENING
            if self._names(words, at=at is not None, quoted=quoted) and (
                index < by_kind or not self._general(words)
            ):
                start = match.start("name")
                name = match.group("name")
                seated = _SEATED.match(name)
                if seated is not None:
                    start, name = start + seated.end(), name[seated.end() :]
                named = self._without_seat(name)
                yield UnlistedName(
                    start=sentence.start + start,
                    end=sentence.start + start + len(named),
                    sentence=sentence.id,
                    type="organisation",
                    name=" ".join(named.split()),
                )
                short = _ABBREVIATION.match(text, start + len(named))
                if short is not None and stands_for(short.group(1), named.split()):
                    yield UnlistedName(
                        start=sentence.start + short.start(1),
                        end=sentence.start + short.end(1),
                        sentence=sentence.id,
                        type="organisation",
                        name=" ".join(named.split()),
                        again=True,
                    )

    def _names(self, words: list[str], *, at: bool, quoted: bool) -> bool:
        """Behind "at" a field of work is the end of a name: "an analyst at Zenda Analysis". In
        quotation marks behind its kind a name may begin with any word: "the paper "East Wind"".
        """
        first, last = fold(words[0]), fold(words[-1])
        if not quoted and (first in self._not_first or first.split("-")[0] in self._not_first):
            return False
        closed = last in self._never or (last in self._domains and not at)
        return not closed and len(" ".join(words)) >= _SHORTEST

    def _of_a_country(self, before: str) -> bool:
        """ "the Ruritanian group X", "a Zenda-based group X": else it is a group of ships."""
        word = before[-_REACH:].rstrip().rsplit(" ", 1)[-1]
        return fold(word) in self._countries or word.endswith(("-based", "-linked", "-funded"))

    def _without_seat(self, name: str) -> str:
        """ "Grey Gull Ltd of Zenda": the town behind "of" is where the body sits."""
        whole, link, seat = name.rpartition(" of ")
        sits = fold(seat.split(" ")[0]) in self._countries or _LEGAL.search(whole) is not None
        return whole if link and " " in whole and sits else name

    def _of_trade(self, words: list[str]) -> bool:
        """Whether a word is one that no person is called: "Zenda Marine"."""
        return any(fold(word) in self._impersonal for word in words)

    def _general(self, words: list[str]) -> bool:
        """ "director of National Intelligence": common words, and nobody's name."""
        return all(fold(word) in self._common for word in words)
