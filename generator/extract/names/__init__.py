"""Names that the knowledge base lacks, caught by their form and their neighbours.

Decides which finder reads a sentence, and which of two names holds where they overlap: an
organisation goes before a person. Only what the form makes plain is taken; a bare capitalised
word is never a name by itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from msgspec.structs import replace

from generator.extract.names.again import Repeater
from generator.extract.names.bare import BareReader
from generator.extract.names.chinese import ChineseFinder
from generator.extract.names.coined import CoinedFinder
from generator.extract.names.designated import (
    in_usual_order,
    listed_parties,
    lists_parties,
    other_names,
)
from generator.extract.names.form import CAPITAL, LineReader, UnlistedName
from generator.extract.names.introduced import IntroducedFinder
from generator.extract.names.korean import KoreanFinder
from generator.extract.names.listed import ListedBodies
from generator.extract.names.numbered import NumberedFinder
from generator.extract.names.organisations import OrganisationFinder
from generator.extract.names.persons import PersonFinder
from generator.extract.names.presented import PresentedFinder
from generator.extract.names.russian import RussianFinder
from generator.extract.names.surnamed import SurnameFinder
from generator.knowledge.base import KnowledgeBase
from generator.model import Document, Sentence
from generator.text.phrases import NEVER, plain
from generator.text.scripts import HAN, HANGUL_LETTER
from generator.text.starts import Ending
from generator.text.tokens import Tokens, fold, tokenise
from generator.text.tries import alternation

__all__ = ["BareReader", "NameFinder", "UnlistedName"]

_CHINESE = re.compile(f"[{HAN}]")
_CYRILLIC = re.compile("[а-яё]")


_BRACKET = re.compile(rf"(?<![\w-])([{CAPITAL}]\w+(?:[ -]\w+){{1,3}}) \($")
_SYLLABLE = re.compile(r"[^\W\d_][\w’']*")
_REACH = 40
_ALONE = 20
"""Speakers of one word looked up in an article, at most."""
_WORD_EDGE = re.compile(r"\b")
_NO_MORE = re.compile(rf"\b(?! [{CAPITAL}])")
_QUOTES = frozenset("\"“'‘")


def _settle_surnames(
    found: dict[tuple[int, int], UnlistedName], text: str, again: Repeater
) -> None:
    """Give "Mr. Hentzau" to the one person of the article whose surname that is (whose name begins
    so, where names are written without spaces), unless a known person of that surname was named
    before."""
    full: dict[str, set[str]] = {}
    single = [(span, name) for span, name in found.items() if " " not in name.name]
    single = [(span, name) for span, name in single if name.type == "person" and not name.shared]
    spaceless = {name.name for _, name in single if _CHINESE.match(name.name) and not name.again}
    for name in found.values() if single else ():
        if name.type == "person" and " " in name.name and not name.again:
            full.setdefault(again.surname(name.name), set()).add(name.name)
    for span, name in single:
        owners = full.get(name.name, set())
        if not name.name.isascii():
            owners = {one for one in spaceless if one.startswith(name.name) and one != name.name}
        if len(owners) == 1 and again.known_before(name.name, text[: span[0]]):
            del found[span]
        elif len(owners) == 1:
            found[span] = replace(name, name=next(iter(owners)), again=True, alone=False)


def _settle_abbreviations(found: dict[tuple[int, int], UnlistedName], text: str) -> None:
    """Give letters that speak ("The KNU said") to the name that they were given for in brackets."""
    full = {
        text[start:end]: name.name
        for (start, end), name in found.items()
        if name.again and name.type == "organisation"
    }
    for span, name in found.items():
        if name.name in full and not name.again:
            found[span] = replace(name, name=full[name.name], again=True)


class _Beside:
    """What one of several phrases right before a name, or right behind it, says of the name."""

    def __init__(self, before: Sequence[str], behind: Sequence[str] = ()) -> None:
        self._before = Ending(re.compile(rf"\b(?i:{alternation(before)})\Z"), before)
        self._behind = re.compile(rf" ?{alternation(behind)}(?![\w-])") if behind else NEVER

    def leads_to(self, text: str, at: int) -> bool:
        """Whether one of the phrases and a blank stand before a place."""
        before = text[max(0, at - _REACH) : at]
        return before.endswith(" ") and self._before.search(before[:-1]) is not None

    def tells_of(self, text: str, start: int, end: int) -> bool:
        """Whether one of the phrases stands before or behind a word."""
        if _WORD_EDGE.match(text, end) and self.leads_to(text, start):
            return True
        return bool(self._behind.match(text, end) and _WORD_EDGE.match(text, start))


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _settle_alone(found: dict[tuple[int, int], UnlistedName], text: str, company: _Beside) -> None:
    """Leave a speaker of one word to the longer name that holds the word, if there is one; the
    rest are persons, unless the words around one of them make it a company."""
    words = {
        part
        for name in found.values()
        if not name.alone and " " in name.name
        for part in name.name.split(" ")
    }
    for span in [span for span, name in found.items() if name.alone and name.name in words]:
        del found[span]
    for word in sorted({name.name for name in found.values() if name.alone})[:_ALONE]:
        if any(company.tells_of(text, at, at + len(word)) for at in _places(word, text)):
            for span, name in found.items():
                if name.alone and name.name == word:
                    found[span] = replace(name, type="organisation")


def _drop_ships(found: dict[tuple[int, int], UnlistedName], text: str, vessel: _Beside) -> None:
    """Leave out what seemed a body by the words beside it ("owner of the Zenda") and is a ship."""
    bodies = {name.name for name in found.values() if name.type == "organisation"}
    for body in sorted(bodies)[:_ALONE]:
        if any(
            vessel.leads_to(text, at - (text[at - 1 : at] in _QUOTES))
            for at in _places(body, text)
            if _NO_MORE.match(text, at + len(body))
        ):
            for span in [span for span, name in found.items() if name.name == body]:
                del found[span]


_GLUED = re.compile(rf"(?P<left>\w+[a-z])(?=[{CAPITAL}])(?P<right>\w+)")


def _is_glued(name: str) -> bool:
    """Whether a page has run two lines together in a name: "Anna BlackAnna Black"."""
    words = name.split(" ")
    return any(
        not {glued["left"], glued["right"]}.isdisjoint(words)
        for word in words
        if (glued := _GLUED.fullmatch(word)) is not None
    )


class NameFinder:
    """The finders of one knowledge base's cues; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._lines = LineReader(knowledge)
        self._organisations = OrganisationFinder(knowledge)
        self._numbered = NumberedFinder(knowledge)
        self._coined = CoinedFinder(knowledge)
        self._persons = PersonFinder(knowledge)
        self._introduced = IntroducedFinder(knowledge)
        self._surnamed = SurnameFinder(knowledge)
        self._presented = PresentedFinder(knowledge, person=self._persons.looks)
        self._again = Repeater(knowledge)
        self._east_asian = frozenset(knowledge.language.actors.persons.east_asian)
        self._listed = ListedBodies(knowledge)
        own = knowledge.language.actors.organisations
        self._company = _Beside(own.company_before, own.company_after)
        self._vessel = _Beside(own.vessels)

    # Compiled for the first sentence in the script, not for each start.

    @cached_property
    def _chinese(self) -> ChineseFinder:
        return ChineseFinder(self._knowledge)

    @cached_property
    def _korean(self) -> KoreanFinder:
        return KoreanFinder(self._knowledge)

    @cached_property
    def _russian(self) -> RussianFinder:
        return RussianFinder(self._knowledge)

    def find(self, document: Document) -> tuple[UnlistedName, ...]:
        """Unlisted names in reading order; no two overlap."""
        body = self._lines.body(document)
        text = document.article.text
        found: dict[tuple[int, int], UnlistedName] = {}
        whole = tokenise(text)
        introduced = self._introduced.find(document)
        hackers = self._coined.speaks_of_hackers(whole)
        lists = lists_parties(text)
        for sentence in body.sentences:
            taken: list[int] = []
            own = (name for name in introduced if name.sentence == sentence.id)
            listed = listed_parties(sentence) if lists else ()
            named = self._sentence(sentence, whole, hackers=hackers)
            for name in chain(own, listed, named):
                if fold(name.name) in body.credited or _is_glued(name.name):
                    continue
                # Starts and ends of the spans kept, in order: an odd place is inside one.
                place = bisect_right(taken, name.start)
                if place % 2 or (place < len(taken) and taken[place] < name.end):
                    continue
                taken[place:place] = [name.start, name.end]
                if name.type == "organisation" and self._listed.holds(name.name):
                    continue
                if name.type == "person" and self._spelled_again(name, text):
                    continue
                found[name.start, name.end] = name
        _settle_surnames(found, text, self._again)
        _settle_abbreviations(found, text)
        _settle_alone(found, plain(text), self._company)
        _drop_ships(found, text, self._vessel)
        in_usual_order(found)
        if found:
            self._again.repeat(body, text, found)
        return tuple(found[key] for key in sorted(found))

    def _spelled_again(self, name: UnlistedName, text: str) -> bool:
        """ "Ko Yon Mun (|Koh Yo’n-mun|)": the name before the brackets in other letters."""
        before = _BRACKET.search(text, max(0, name.start - _REACH), name.start)
        if before is None or text[name.end : name.end + 1] != ")":
            return False
        other = _SYLLABLE.findall(name.name)
        first = _SYLLABLE.findall(before[1])[-len(other) :]
        same = len(first) == len(other) and first[0][0].isupper()
        return same and {fold(first[0]), fold(other[0])} <= self._east_asian

    def _sentence(
        self, sentence: Sentence, whole: Tokens, *, hackers: bool
    ) -> Iterator[UnlistedName]:
        text = sentence.text
        yield from self._numbered.find(sentence)
        if hackers:
            yield from self._coined.find(sentence)
        organisations = tuple(self._organisations.find(sentence))
        renamed = "k.a." in text or "known as" in text
        for name in organisations:
            if not name.shared:
                yield name
                if renamed:
                    yield from other_names(sentence, name)
        yield from self._presented.find(sentence, whole)
        yield from (name for name in organisations if name.shared)
        yield from self._persons.find(sentence)
        yield from self._surnamed.find(sentence)
        if text.isascii():
            return
        if HANGUL_LETTER.search(text):
            yield from self._korean.find(sentence)
        if _CHINESE.search(text):
            yield from self._chinese.find(sentence)
        if _CYRILLIC.search(text):
            yield from self._russian.find(sentence)
