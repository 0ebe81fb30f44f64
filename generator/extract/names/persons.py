"""Which runs of capitalised words name a person.

The words beside a run decide: a title before it, what somebody is after it, a verb of saying.
A run that only looks like a name (a known given name, an East Asian surname with a hyphenated
given name) needs a neighbour that a ship, a prize or a street would not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from generator.extract.names.form import (
    CAP,
    CAPITAL,
    RUN_START,
    SYLLABLES,
    UnlistedName,
    fills_quotation,
    place_words,
    run_starts,
    surname_first,
    words_of,
)
from generator.extract.names.neighbours import REACH, Neighbours
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.starts import matches_at
from generator.text.tokens import fold
from generator.text.tries import alternation

_SHORTEST, _FULL, _LONGEST = 3, 2, 4
_PORTFOLIO = re.compile(
    rf"\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Uu]ndersecretary|[Dd]irector) "
    rf"(?:of|for) (?:(?:{CAP},?|the|and|of|for) ){{0,7}}$"
)
"""The office before a name may have a portfolio: "Minister of Trade and Industry"."""
_ALONE = re.compile(rf"(?<=[\"”’»a-z][ \n]){CAP}(?=[,.;]|[ \n][a-z])")
"""One word in capitals, no other one beside it."""
_HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
"""A given name of two syllables, whatever the surname: "Doe Jin-ho"."""
_PREFIXES = frozenset(
    {"anti", "non", "ex", "pre", "post", "mid", "co", "re", "self", "multi", "semi", "sub", "ultra"}
    | {"vice", "all", "pro", "so", "by", "in", "on", "off", "up", "out", "pan", "inter", "intra"}
    | {"air", "land", "sea", "ship", "state", "high", "low", "long", "short", "full", "half", "one"}
    | {"two", "three", "four", "five", "six", "first", "cross", "war", "near", "far", "run", "must"}
)
_ALIAS = re.compile(
    rf"(?:[ \n]\(|; |, )(?:a\.?k\.?a\.?|also known as|alias)[,:]? "
    rf"[\"“]?(?P<alias>{CAP}(?:,? {CAP}){{0,3}})[\"”]?"
)
_NICKNAMED = re.compile(
    rf"(?<![\w-])(?P<given>{CAP}) [\"“‘'](?:[Tt]he )?{CAP}(?: {CAP})?[\"”’'] (?P<surname>{CAP})"
)
"""A person with what friends say between the names: "Rupert "Ru" Hentzau"."""
_INSIDE = re.compile(r"[a-z,] $")
_FATHER = re.compile(r"[A-Z][a-zà-ÿ]{2,}(?:ovich|evich|ovna|evna|iin|[bcdfghjklmnprstvz]yn)")
"""The name of a father, inside a full name or before a given one."""
_SLAVIC = re.compile(r"[A-Z][a-z]{2,}(?:ov|ova|ev|eva|sky|skiy|skaya|enko|shvili|dze|chuk)")
_ROMANISED = re.compile(
    r"(?i:(?:sh|ch|ts|[kgnhbpmr]y|[kgsztdnhbpmrwjfy])?[aiueo]|n(?![aiueo])){3,12}"
)
"""A word of open syllables, three at least: two of them before a verb are somebody."""
_INITIAL = re.compile(r"[A-Z]\.")
_INITIALLED = re.compile(r"[A-Z]\. ([A-Z][a-zà-ÿ]{2,})")
_SYLLABLE_WORDS = frozenset({"in", "so", "un", "on", "an", "il"})
_AUXILIARY = frozenset({"is", "was", "has", "had", "will", "would"})
_DESIGNATE = re.compile(r"-(?:designate|elect|nominee)$")


class PersonFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.persons
        self._beside = Neighbours(knowledge)
        self._nouns = self._beside.nouns
        self._single = frozenset(own.single)
        self._given = frozenset(map(fold, own.given))
        self._east_asian = frozenset(own.east_asian)
        self._syllables = re.compile(own.two_syllables)
        self._calendar = frozenset(cues.calendar)
        self._openers = frozenset(cues.not_names)
        self._never = frozenset(own.never) | self._openers | self._calendar
        self._heads = frozenset(cues.organisation_heads)
        self._company = frozenset(cues.organisations.companies)
        self._states = place_words(knowledge)
        self._no_endings = self._company | self._heads | self._states | {"class"}
        self._deeds = frozenset(own.shared_verbs) - _AUXILIARY
        self._fields = frozenset(cues.organisations.common) | self._never | self._states
        self._excluded = self._never | self._heads | self._company
        abbreviations = sorted(
            (word for word in self._nouns if 1 < len(word) < 5), key=len, reverse=True
        )
        short = alternation(word.capitalize() for word in abbreviations)
        word = (
            rf"(?:{short}\.|(?:[{CAPITAL}]\.(?:-?[{CAPITAL}]\.){{0,7}})|{CAP}"
            rf"|(?:al|el|ul|ad|as|an|ash|az)-{CAP})"
        )
        small = alternation(own.particles)
        self._run = re.compile(
            rf"(?<![\w-])(?:{word})(?:[ \n](?:{small}[ \n]){{0,2}}{word}){{1,12}}"
        )

    def looks(self, name: str) -> bool:
        """Whether the words alone suggest a person."""
        return self._looks([(0, 0, word) for word in name.split()])

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Persons of one sentence, in reading order."""
        text = sentence.text
        aliased = "a.k.a" in text or "aka" in text or "also known" in text or "alias" in text
        quoted = '"' in text or "”" in text or "’" in text or "»" in text
        for match in _ALONE.finditer(text) if quoted else ():
            if self._speaks(text, match.start(), match.end()):
                yield self._name(sentence, match.start(), match.end(), alone=True)
        for match in _NICKNAMED.finditer(text) if quoted else ():
            if fold(match["given"]) in self._given:
                name = self._name(sentence, *match.span())
                yield replace(name, name=f"{match['given']} {match['surname']}")
        for match in matches_at(self._run, text, run_starts(text, RUN_START)):
            if quoted and fills_quotation(text, match.start(), match.end()):
                continue
            span = self._person(text, match.start(), match.end())
            if span is not None:
                name = self._name(sentence, *span)
                yield name
                if aliased:
                    yield from self._aliases(sentence, name)

    def _aliases(self, sentence: Sentence, name: UnlistedName) -> Iterator[UnlistedName]:
        """The other names of a person, given right behind the first."""
        match = _ALIAS.match(sentence.text, name.end - sentence.start)
        while match is not None:
            yield replace(
                name,
                start=sentence.start + match.start("alias"),
                end=sentence.start + match.end("alias"),
                again=True,
            )
            match = _ALIAS.match(sentence.text, match.end())

    def _name(
        self, sentence: Sentence, start: int, end: int, *, alone: bool = False
    ) -> UnlistedName:
        return UnlistedName(
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence.id,
            type="person",
            name=" ".join(sentence.text[start:end].split()),
            alone=alone,
        )

    def _speaks(self, text: str, start: int, end: int) -> bool:
        """One word is nobody's name, unless it says what the quotation beside it holds."""
        word, after = text[start:end], text[end : end + REACH]
        before = text[max(0, start - REACH) : start]
        if len(word) < _SHORTEST or not word[1:].islower():
            return False
        folded = fold(word)
        if folded in self._excluded or folded in self._states or folded in self._nouns:
            return False
        return self._beside.speaks(before, after)

    def _person(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        words = [
            (start + part.start(), start + part.end(), part.group())
            for part in re.finditer(r"\S+", text[start:end])
        ]
        titles = [
            index
            for index, (_, _, word) in enumerate(words)
            if _DESIGNATE.sub("", fold(word.strip("."))) in self._nouns
            and fold(word) not in self._given
            and not (index == 0 and self._korean(words))
        ]
        titled = False
        abbreviated = False
        if len(words) > 2 and fold(words[0][2]) in self._beside.plurals:
            words = words[1:]
            return (words[0][0], words[-1][1]) if self._is_name(words) else None
        if titles and titles[-1] + 1 < len(words):
            title = fold(words[titles[-1]][2].strip("."))
            rank = " ".join(
                fold(word) for _, _, word in words[max(0, titles[-1] - 1) : titles[-1] + 1]
            )
            words = words[titles[-1] + 1 :]
            titled, abbreviated = True, title in self._single or rank in self._single
        elif titles:
            words = words[: titles[0]]
            return None if len(words) < 2 else self._plain(text, words, cut=True)
        if not titled:
            return self._portfolio(text, words) or self._plain(text, words)
        words = self._trim(text, words)
        named = self._is_name(words, single=abbreviated) or surname_first(words)
        return (words[0][0], words[-1][1]) if named or self._initialled(words) else None

    def _initialled(self, words: list[tuple[int, int, str]]) -> bool:
        """ "Colonel R. Hentzau", "its lawyer, R. Hentzau,": an initial and one word more."""
        name = _INITIALLED.fullmatch(" ".join(words_of(words)))
        return name is not None and fold(name[1]) not in self._excluded | self._states

    def _portfolio(self, text: str, words: list[tuple[int, int, str]]) -> tuple[int, int] | None:
        """The person after a portfolio: "Minister of Trade Anna Moor"."""
        start = words[0][0]
        if _PORTFOLIO.search(text[max(0, start - REACH) : start]) is None:
            return None
        first = 0
        while first < len(words) and fold(words[first][2]) in self._fields:
            first += 1
        left = len(words) - first
        given = left > _FULL and fold(words[-_FULL][2]) in self._given
        if given:
            first = len(words) - _FULL
        elif left > _FULL + 1 and _INITIAL.fullmatch(words[-_FULL][2]):
            first = len(words) - _FULL - 1
        words = words[first:]
        named = self._is_name(words)
        if not first or not named or len(words) > _LONGEST:
            return None
        return words[0][0], words[-1][1]

    def _plain(
        self, text: str, words: list[tuple[int, int, str]], *, cut: bool = False
    ) -> tuple[int, int] | None:
        """A run without a title in it."""
        words = self._trim(text, words)
        if not words:
            return None
        start, end = words[0][0], words[-1][1]
        before = text[max(0, start - REACH) : start]
        after = text[end : end + REACH]
        beside = self._beside
        if not self._is_name(words):
            return (
                (start, end) if self._initialled(words) and beside.titled(before, after) else None
            )
        looks = self._looks(words)
        if (beside.titled(before, after) or beside.belongs(before, after)) and not cut:
            return (start, end) if looks or not beside.of_trade(before) else None
        if beside.said(before) and (looks or not after.startswith(("-", "/", "®", "™"))):
            return start, end
        if beside.thing(before, after) or cut:
            return None
        labelled = not before.strip("*_ ") and after.startswith((": ", ":\n"))
        led = beside.led(before) or beside.held(before)
        if beside.presented(after) or (labelled and looks) or led:
            return start, end
        if not before.lower().endswith("the ") and beside.works_somewhere(after):
            return start, end
        verb = beside.verb_after(after)
        if verb in beside.verbs and not (before.endswith(("the ", "The ")) and not looks):
            return start, end
        if not looks and verb in self._deeds and all(map(_ROMANISED.fullmatch, words_of(words))):
            return start, end
        if beside.changes(before, after) and all(map(SYLLABLES.fullmatch, words_of(words))):
            return start, end
        return (start, end) if looks and beside.stands(before, after, verb) else None

    def _trim(self, text: str, words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        first, last = 0, len(words)
        inside = _INSIDE.search(text, max(0, words[0][0] - 3), words[0][0]) is not None
        while first < last:
            folded = fold(words[first][2])
            # "and So Myong Il": inside a clause only a name has the capital.
            if inside and not first and folded in self._east_asian and 2 <= last <= 3:
                break
            dropped = folded in self._openers or folded in self._calendar or folded in self._states
            if not dropped or (folded in self._east_asian and last - first == 2):
                break
            first += 1
        while last > first and fold(words[last - 1][2]) in self._calendar:
            if last - first == 2 and fold(words[first][2]) in self._given:
                break  # "Rebecca May"
            last -= 1
        return words[first:last]

    def _is_name(self, words: list[tuple[int, int, str]], *, single: bool = False) -> bool:
        if not (1 if single else 2) <= len(words) <= 6:
            return False
        capitals = 0
        for index, (_, _, word) in enumerate(words):
            folded = fold(word)
            if any(char.isdigit() for char in word):
                return False
            if folded in self._given or (folded in self._east_asian and len(words) < 4):
                capitals += word.isupper() and len(word) > 1
                continue
            month = folded in self._calendar and index == 1 and fold(words[0][2]) in self._given
            if month and len(words) == 2:  # "Rebecca May"
                continue
            if index == 1 and folded in _SYLLABLE_WORDS and self._korean(words):
                continue
            if folded in self._excluded or (folded in self._states and (index or single)):
                return False
            ending = word.rsplit("-", 1)[-1]
            if "-" in word and ending[0].isupper() and fold(ending) in self._no_endings:
                return False
            if word.isupper() and len(word) > 1 and "." not in word:
                capitals += 1
        if single and len(words) == 1:
            return len(words[0][2]) > 2 and capitals == 0 and "." not in words[0][2]
        spelled = [word for _, _, word in words if len(word) > 1 and "." not in word]
        # "wrote on X. Hugo said": an initial before one word ends another sentence.
        if len(words) == 2 and len(spelled) == 1 and not single:
            return False
        # "KIM Min-jae", "Jean DUPONT": one surname in capitals beside a spelled name.
        if capitals and not (capitals == 1 and len(spelled) == 2 and self._looks(words)):
            return False
        return bool(spelled) and words[-1][2][-1] != "."

    def _korean(self, words: list[tuple[int, int, str]]) -> bool:
        """ "Son Kyong Sik", "Jong In Chol": a surname that is a word, two syllables that may be."""
        short = len(words) == 3 and all(len(word) < 6 and word.isalpha() for _, _, word in words)
        folded = [fold(word) for _, _, word in words] if short else [""]
        return folded[0] in self._east_asian and self._given.isdisjoint(folded[1:])

    def _looks(self, words: list[tuple[int, int, str]]) -> bool:
        """Whether the words alone suggest a person."""
        parts = [word for _, _, word in words]
        folded = [fold(part) for part in parts]
        if folded[0] in self._given or any(re.fullmatch(r"[A-Z]\.", part) for part in parts[1:-1]):
            return True
        if any(map(_FATHER.fullmatch, parts[:-1])) and len(parts) <= 3:
            return True
        if len(parts) == 2 and _SLAVIC.fullmatch(parts[1]) and parts[0].isalpha():
            return True
        if 2 <= len(parts) <= 3 and (
            folded[0] in self._east_asian or folded[-1] in self._east_asian
        ):
            given = parts[1:] if folded[0] in self._east_asian else parts[:-1]
            if any("-" in part and part.split("-")[1][:1].islower() for part in given):
                return True
            if len(parts) == 3 and all(len(part) <= 6 for part in given):
                return True
            if len(parts) == 2 and self._syllables.fullmatch(given[0]):
                return True
        if len(parts) == 2 and _HYPHENED.fullmatch(parts[1]):
            return fold(parts[1].split("-")[0]) not in _PREFIXES
        return len(folded) > 1 and folded[0].split("-")[0] in self._given and "-" in folded[0]
