"""Which names the words beside them make an organisation: "the shipbuilder X", "X, a consultancy in
Y", "X, a maker of Y", "a broker called X", "made by X", "its parent, X,", "an analyst at X".

The name itself may be anything that does not begin with a title, a given name, a state, a place or
a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from generator.extract.names.form import CAPITAL, UnlistedName, place_words
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import Gated, anchors, headed, pieces
from generator.text.starts import Heads
from generator.text.tokens import fold, tokenise

_WORD = rf"[{CAPITAL}]\w*(?:[-&'’](?!s\b)\w+)*"
_NAME = rf"[\"“«]?(?P<name>{_WORD}(?:[ \n](?:(?:of|for|&)[ \n])?(?:{_WORD}|\d{{1,3}}\b)){{0,5}})"
_REACH = 80
_LAST = re.compile(rf"(?<![\w-]){_NAME}$")
_CLOSED = r"[\"”»]?"
_ENDS = (
    r"(?=[,.;:)]|[ \n](?:based|in|of|that|which|run|owned|headquartered|registered|controlled"
    r"|linked|whose|with|from|founded|operating|near|at|and|for|is|was|has|had|said)\b)"
)
"""After a noun that is the head of its phrase: not "the company director"."""
_FREE = (
    r"(?=[,.;:)’'\"”]|$|[ \n](?:and|in|at|as|said|says|told|who|is|was|has|had|which|that|but|from"
    r"|will|would|did|to|on|showed|shows|owned|covered|carried|for|by|where)\b)"
)
"""After a name that does not merely describe the next noun: not "the Asia desk"."""
_GROUP = re.compile(r"group[ \n](?=[\"“«]?[A-Z])")
_LEGAL = re.compile(r" (?:Ltd|Limited|Inc|LLC|Co|Corp|Corporation|GmbH|OOO|PLC)\.?$")
_AT = re.compile(r"\b(?:at|with)[ \n](?:the[ \n])?[\"“«]?$")
_OWNER = re.compile(r"\bowner,[ \n]")
_OPENING = frozenset('"“«')
_SHORTEST, _PAIR = 3, 2


class PresentedFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase, *, person: Callable[[str], bool]) -> None:
        """``person`` tells whether words look like the name of somebody."""
        cues = knowledge.language.actors
        own, persons = cues.organisations, cues.persons
        self._person = person
        verbs = _any((*own.acts, *persons.verbs, *persons.shared_verbs))
        free = rf"(?:{_FREE}|(?=[ \n](?:{verbs}|[a-z]{{2,15}}ed)\b))"
        all_kinds = (*own.kinds, *own.kinds_or_people)
        nouns = (*all_kinds, *own.kinds_quoted)
        kinds, beside = _any(own.kinds), _any(own.beside)
        alone, makers = _any(own.kinds_alone), _any(own.makers)
        either, called = _any(all_kinds), _any(own.called)
        several = _any((*all_kinds, *map(_plural, all_kinds)))
        plurals = tuple(map(_plural, all_kinds))
        followed = anchors((*all_kinds, *own.kinds_after))
        self._by_kind = (
            headed(re.compile(rf"\b(?i:{kinds})[ \n]{_NAME}"), own.kinds),
            headed(
                re.compile(
                    rf"\b(?i:{several})(?:[ \n](?:in|from|near)[ \n]{_WORD})?,?[ \n]"
                    rf"(?:{called})[ \n]{_NAME}"
                ),
                (*all_kinds, *plurals),
                among=own.called,
            ),
            headed(
                re.compile(rf"(?<!\b[Aa][ ])(?<!\b[Aa]n[ ])\b(?:{alone})[ \n]{_NAME}{free}"),
                own.kinds_alone,
            ),
            Gated(
                re.compile(
                    rf"\b[Tt]he[ \n]{_NAME}{_CLOSED}[ \n](?:{either}|{_any(own.kinds_after)})\b"
                ),
                followed,
                Heads({"the": followed}) if followed is not None else None,
            ),
            headed(
                re.compile(rf"\b(?i:{_any(own.kinds_quoted)})[ \n](?=[\"“«]){_NAME}(?=[\"”»])"),
                own.kinds_quoted,
            ),
        )
        self._said_to_be = re.compile(
            rf"{_CLOSED},[ \n](?:an?|the|its|one of the|{_WORD}['’]s)"
            rf"[ \n](?:[\w'’-]+[ \n]){{0,5}}?(?:{kinds}){_ENDS}"
        )
        self._doubtful = (
            Gated(
                re.compile(
                    rf"{_NAME}{_CLOSED},[ \n](?:an?|the|its|one of the|{_WORD}['’]s)"
                    rf"[ \n](?:[\w'’-]+[ \n]){{0,3}}?(?:{makers})[ \n]of\b"
                ),
                anchors(own.makers),
            ),
            Gated(
                re.compile(
                    rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?|whose|['’]s)[ \n]"
                    rf"(?:[\w'’-]+[ \n]){{0,3}}?(?:{_any(own.behind_its)}|{makers}|{kinds})"
                    rf",[ \n]{_NAME}(?=,)"
                ),
                anchors((*own.behind_its, *own.makers, *own.kinds)),
            ),
            headed(
                re.compile(
                    rf"\b(?:{_any(own.kinds_called)})[ \n]"
                    rf"(?:calling itself|known as|called|dubbed|named)[ \n]{_NAME}"
                ),
                own.kinds_called,
                among=("calling", "known", "called", "dubbed", "named"),
            ),
            Gated(
                re.compile(rf"(?<![Tt]he ){_NAME},[ \n]which[ \n](?:{_any(own.produces)})\b"),
                frozenset({"which"}),
            ),
            Gated(
                re.compile(
                    rf"(?<![\w-])[{CAPITAL}]\w+-(?:based|headquartered|listed|registered)[ \n]"
                    rf"{_NAME}{free}"
                ),
                frozenset({"based", "headquartered", "listed", "registered"}),
            ),
            headed(
                re.compile(rf"\b(?:{_any(own.marks)})[ \n]of[ \n](?:the[ \n])?{_NAME}{free}"),
                own.marks,
            ),
        )
        legal, says = _any(own.legal_before), _any(persons.verbs)
        self._legal = re.compile(rf"\b(?:{legal})[ \n]{_NAME}")
        self._short = re.compile(rf"(?<![\w.-])(?P<name>[A-Z]{{3,6}})(?=[ \n](?:{says})\b)")
        self._its_own = re.compile(
            rf"(?<![\w-]){_NAME}[ \n](?:{says}|denied|denies|insists|confirmed)[ \n]"
            r"(?:that[ \n])?(?:(?:any|none|some|all)[ \n]of[ \n])?its\b"
        )
        self._legal_words = frozenset(map(fold, own.legal_before))
        self._made = re.compile(rf"\b(?:{_any(own.made)})[ \n]by[ \n](?:the[ \n])?{_NAME}{free}")
        self._owning = re.compile(rf"(?<![\w-]){_NAME}['’]s?[ \n](?:{_any(own.belongings)})\b")
        self._for_whom = re.compile(
            rf"\bwho[ \n][a-z]+s[ \n](?:[\w'’-]+[ \n]){{0,8}}?(?:for|at|with)[ \n](?:the[ \n])?"
            rf"{_NAME}{free}"
        )
        self._beside = re.compile(rf"\b(?i:{beside})[ \n](?:the[ \n])?{_NAME}{free}")
        nouns = (*nouns, *own.kinds_alone, *own.kinds_called, *own.kinds_after)
        self._kind_words = _ends(nouns) | _ends(map(_plural, all_kinds))
        doubtful = (
            *own.makers,
            *own.marks,
            *own.produces,
            *own.behind_its,
            "based",
            "headquartered",
        )
        doubtful += ("listed", "registered")
        self._doubtful_words = self._kind_words | _ends(doubtful)
        self._made_words = frozenset(own.made)
        self._beside_words = frozenset(tokenise(item).norms[:_PAIR] for item in own.beside)
        self._owned_words = _ends(own.belongings)
        named = self._doubtful_words | self._owned_words
        self._any_word = {"who", "its", *self._legal_words, *self._made_words}.union(
            *({ends} if isinstance(ends, str) else ends[-1:] for ends in named),
            *(pair[:1] for pair in self._beside_words),
        )
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

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Organisations of one sentence; several patterns may find the same one."""
        text = sentence.text
        if (
            text.isascii()
            and self._any_word.isdisjoint(pieces(text))
            and not self._short.search(text)
        ):
            return
        matches, by_kind, sure = self._matches(text)
        for index, match in enumerate(matches):
            words = match.group("name").split()
            if _GROUP.match(match.group()) and not self._of_a_country(text[: match.start()]):
                continue
            if index >= sure and self._person(" ".join(words)):
                continue
            if len(words) == _PAIR and _OWNER.search(match.group()) and not self._of_trade(words):
                continue
            at = _AT.search(match.group(), 0, match.start("name") - match.start()) is not None
            quoted = index < by_kind and text[match.start("name") - 1] in _OPENING
            if self._names(words, at=at, quoted=quoted) and (
                index < by_kind or not self._general(words)
            ):
                start = match.start("name")
                named = self._without_seat(match.group("name"))
                yield UnlistedName(
                    start=sentence.start + start,
                    end=sentence.start + start + len(named),
                    sentence=sentence.id,
                    type="organisation",
                    name=" ".join(named.split()),
                )

    def _matches(self, text: str) -> tuple[list[re.Match[str]], int, int]:
        """What the patterns find; how many of it by a noun for its kind, and how many are sure."""
        norms = tokenise(text).norms
        pairs = set(pairwise(norms))
        matches: list[re.Match[str]] = []
        by_kind = 0
        if not (self._kind_words.isdisjoint(norms) and self._kind_words.isdisjoint(pairs)):
            matches += (one for pattern in self._by_kind for one in pattern.finditer(text))
            by_kind = len(matches)
            for told in self._said_to_be.finditer(text):
                before = _LAST.search(text, max(0, told.start() - _REACH), told.start())
                matches += (before,) if before is not None else ()
        if not (self._owned_words.isdisjoint(pairs) and self._owned_words.isdisjoint(norms)):
            matches += self._owning.finditer(text)
        if "who" in norms:
            matches += self._for_whom.finditer(text)
        if not self._legal_words.isdisjoint(norms):
            matches += self._legal.finditer(text)
        if not self._beside_words.isdisjoint(pairs):
            matches += self._beside.finditer(text)
        matches += self._short.finditer(text)
        sure = len(matches)
        if not (self._doubtful_words.isdisjoint(norms) and self._doubtful_words.isdisjoint(pairs)):
            matches += (one for pattern in self._doubtful for one in pattern.finditer(text))
        if "its" in norms:
            matches += self._its_own.finditer(text)
        if not self._made_words.isdisjoint(norms):
            matches += (one for one in self._made.finditer(text) if " " in one.group("name"))
        return matches, by_kind, sure

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


def _ends(nouns: Iterable[str]) -> frozenset[str | tuple[str, ...]]:
    """The last two words of each noun, or the only one: what a sentence is asked for first."""
    norms = [tokenise(noun).norms for noun in nouns]
    return frozenset(words[0] if len(words) == 1 else words[-_PAIR:] for words in norms)


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
