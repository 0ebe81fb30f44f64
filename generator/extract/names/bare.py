"""Names that nothing vouches for: capitalised words of which the article does not say what they
name.

Decides which runs of capitals are names at all, and what a name is where its neighbours hint at
it. Such a name is listed for the editor; nothing is built on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.extract.names.form import CAPITAL, in_capitals, last_word, run_starts
from generator.knowledge.base import KnowledgeBase
from generator.model import BareName, BareType, Document, Mention, Sentence
from generator.text.starts import Ending, matches_at
from generator.text.tokens import fold
from generator.text.tries import alternation

_WORD = (
    rf"(?:(?:[{CAPITAL}]\.){{1,8}}|[{CAPITAL}][\w'’-]*\w"
    rf"|[a-z]{{1,2}}-[{CAPITAL}]\w+|\d{{1,4}}(?=[ \n]))"
)
_RUN_START = re.compile(rf"[{CAPITAL}](?<![\w.-].)")
_PART = re.compile(r"[^ \n]+")
_ACRONYM = re.compile(
    rf"(?=.{{2,}})(?:[{CAPITAL}]+(?:[-/&][{CAPITAL}]+)*s?|(?:[{CAPITAL}]\.){{2,}})"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_TAIL = re.compile(
    r"-(?:based|led|backed|born|held|made|bound|linked|controlled|run|owned|era|style|area|friendly)$"
)
_SEATED = re.compile(r"-(?:based|area|bound|born)\b")
_CONTRACTED = re.compile(r"['’](?:m|ve|ll|d|re|t)$", re.IGNORECASE)
_OPENS = frozenset("\"“”‘'«:•*#>–—([;.?!…")
"""Behind one of these a word may have its capital from the beginning of a sentence."""
_BEFORE, _AFTER = 48, 40
_SHORTEST = 2
_FORM, _SURE, _LIKELY, _HINT = 5, 3, 2, 1
_FULL_NAME = 2
_JOINING = frozenset({"and", "of", "for"})
_SPELLED = re.compile(rf"[{CAPITAL}][^\W\d_]+(?:['’-][^\W\d_]+)*")
_NESTED = 8
"""Mentions that may lie inside one another before the first word of a run."""
_TRIES = 50
"""Places at which a word is looked for within longer ones."""
_MOST = 2000
"""Runs looked at in one article; a hostile one may hold a hundred thousand."""

Words = list[tuple[int, int, str]]
"""Start, end and letters of each word; offsets in the article, possessives left out."""


class _Candidate(Struct, frozen=True):
    start: int
    end: int
    sentence: Sentence
    words: tuple[str, ...]
    titled: bool
    opens: bool


class _Small:
    """Asks whether an article writes a word in small letters anywhere. Looking for the few words
    in question is five times as fast as listing all."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        known = self._asked.get(word)
        if known is None:
            known = self._asked[word] = self._look(word)
        return known

    def _look(self, word: str) -> bool:
        text, place = self._text, -1
        for _ in range(_TRIES):
            place = text.find(word, place + 1)
            if place < 0:
                return False
            around = (
                text[max(0, place - 1) : place] + text[place + len(word) : place + len(word) + 1]
            )
            if not any(char.isalnum() or char in "-'’" for char in around):
                return True
        return False


class BareReader:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own, persons = cues.bare, cues.persons
        self._titles = frozenset(map(fold, (*persons.nouns, *cues.titles, *persons.honorifics)))
        self._calendar = frozenset(map(fold, (*cues.calendar, *own.calendar)))
        self._openers = frozenset(map(fold, (*cues.not_names, *own.openers)))
        self._never = frozenset(map(fold, own.never))
        self._things = frozenset(map(fold, own.things))
        self._given = frozenset(map(fold, persons.given)) - self._calendar
        self._heads = frozenset(map(fold, (*cues.organisation_heads, *own.bodies)))
        self._places = frozenset(map(fold, own.places))
        self._common = frozenset(map(fold, cues.organisations.common))
        self._nothing = self._openers | self._titles | self._never | self._calendar
        links = alternation((*own.links, *persons.particles))
        self._run = re.compile(
            rf"(?<![\w.-])(?!\d){_WORD}(?:[ \n](?:{links}[ \n]){{0,2}}{_WORD}){{0,11}}"
        )
        at, between = alternation(own.place_before), alternation(own.place_between)
        at = rf"\b{at}(?: the)?(?: {between}){{0,3}}[ \n]$"
        leading = (*own.place_before, *own.place_between, "the")
        self._at = Ending(re.compile(at, re.IGNORECASE), leading)
        self._toward = re.compile(rf"\b{alternation(own.place_hints)}(?: the)?[ \n]$")
        self._place_after = re.compile(rf",?[ \n]{alternation(own.place_after)}\b", re.IGNORECASE)
        self._said = re.compile(
            rf",?[ \n](?:(?:also|later|has|had)[ \n])?(?:{alternation(persons.verbs)}|who)\b"
        )
        self._kin = re.compile(rf"['’]s {alternation(own.person_after)}\b")
        self._body = re.compile(
            rf"(?:['’]s?|-led|-linked|-held|-affiliated|-controlled|-backed)?[ \n]"
            rf"{alternation(own.body_after)}\b"
        )
        self._of_body = re.compile(rf"\b{alternation(own.body_before)}(?: the)?[ \n]$")
        self._leads = frozenset(map(last_word, (*leading, *own.place_hints, *own.body_before)))

    def read(
        self, document: Document, *, mentions: Iterable[Mention], persons: frozenset[str]
    ) -> tuple[BareName, ...]:
        """Bare names in reading order; none touches a mention of who, what or where."""
        named = [item for item in mentions if item.kind in {"actor", "weapon", "place"}]
        named.sort(key=lambda item: item.start)
        text = document.article.text
        candidates = list(self._candidates(document, named))
        within = {one.words for one in candidates if not one.opens}
        within_words = {word for words in within for word in words}
        kept = [one for one in candidates if not one.opens or self._stands(one, within_words)]
        types = self._types(text, kept, named, persons)
        rejected = {fold(item) for item in document.article.notes.reject}
        return tuple(
            BareName(
                start=one.start,
                end=one.end,
                sentence=one.sentence.id,
                surface=text[one.start : one.end],
                type=types.get(one.words),
            )
            for one in kept
            if fold(text[one.start : one.end]) not in rejected
        )

    def _stands(self, one: _Candidate, within: set[str]) -> bool:
        """Whether words at the beginning of a sentence owe their capital to a name."""
        if len(one.words) == 1:
            return one.words[0] in within or _ACRONYM.fullmatch(one.words[0]) is not None
        return True

    def _candidates(self, document: Document, named: list[Mention]) -> Iterator[_Candidate]:
        text, starts, runs = document.article.text, [item.start for item in named], 0
        small = _Small(text)
        for sentence in document.sentences:
            heading: bool | None = None
            places = run_starts(sentence.text, _RUN_START)
            for match in matches_at(self._run, sentence.text, places):
                first, run = sentence.start + match.start(), match.group()
                before = bisect_right(starts, first) - 1
                if before >= 0 and named[before].end >= first + len(run):
                    continue
                if " " not in run and "\n" not in run and fold(run) in self._nothing:
                    continue
                if heading is None:
                    heading = in_capitals(sentence.text)
                runs += 1
                if heading or runs > _MOST:
                    break
                words = [
                    (first + part.start(), first + part.end(), part.group())
                    for part in _PART.finditer(run)
                ]
                ahead = text[max(sentence.start, first - 2) : first].rstrip()
                opens = not ahead or ahead[-1] in _OPENS
                for piece, leads in self._parted(self._pieces(words, named, starts)):
                    found = self._cut(piece, small, opens=opens and leads)
                    if found is not None:
                        kept, titled = found
                        yield _Candidate(
                            start=kept[0][0],
                            end=kept[-1][1],
                            sentence=sentence,
                            words=tuple(word for _, _, word in kept),
                            titled=titled,
                            opens=opens and leads and kept[0] == words[0],
                        )

    def _pieces(
        self, words: Words, named: list[Mention], starts: list[int]
    ) -> Iterator[tuple[Words, bool]]:
        """What no mention covers, and whether it begins the run."""
        begin = bisect_right(starts, words[-1][1] - 1)
        near = named[max(0, begin - len(words) - _NESTED) : begin]
        covering = [item for item in near if item.end > words[0][0]]
        if not covering:
            yield words, True
            return
        piece: Words = []
        for word in words:
            if any(item.start < word[1] and word[0] < item.end for item in covering):
                if piece:
                    yield piece, piece[0] == words[0]
                piece = []
            else:
                piece.append(word)
        if piece:
            yield piece, piece[0] == words[0]

    def _parted(self, pieces: Iterable[tuple[Words, bool]]) -> Iterator[tuple[Words, bool]]:
        """Two names that a small word joins, unless a word of the first says it goes on:
        "Anna Moor and Jane Roe", "Sable Point of Zenda", but "Bank of Zenda"."""
        for words, leads in pieces:
            begin = 0
            for index, (_, _, word) in enumerate(words):
                if word not in _JOINING or index - begin < (1 if word == "and" else _FULL_NAME):
                    continue
                norms = {fold(item[2]) for item in words[begin:index]}
                if norms.isdisjoint(self._heads) and norms.isdisjoint(self._places):
                    yield words[begin:index], leads and not begin
                    begin = index + 1
            if begin < len(words):  # a piece may end in a small word
                yield words[begin:], leads and not begin

    def _cut(self, words: Words, small: _Small, *, opens: bool) -> tuple[Words, bool] | None:
        """The name in a run: without links, openers and titles around it; and whether a title
        stands right before it."""
        words, titled = list(words), False
        dropped: list[str] = []
        last = words[-1]
        plain = last[2] if last[2].isalnum() else _TAIL.sub("", _POSSESSIVE.sub("", last[2]))
        words[-1] = (last[0], last[0] + len(plain), plain)
        while words:
            word = words[0][2]
            folded = fold(word.rstrip("."))
            capital = word[:1].isupper() or word[-1:].isupper() or "-" in word
            title = folded in self._titles and folded not in self._given
            if (
                capital
                and not (title or folded in self._nothing or word.isdigit())
                and not (opens and len(words) > 1 and folded in small)
            ):
                break
            titled = title
            dropped.append(folded)
            words, opens = words[1:], False
        while words and (
            fold(words[-1][2]) in self._calendar
            or not (words[-1][2][:1].isupper() or words[-1][2].isdigit())
        ):
            words.pop()
        if not words or any(_CONTRACTED.search(word) for _, _, word in words):
            return None
        letters = [word for _, _, word in words]
        if len(words) == 1:
            word = letters[0]
            if len(word) < _SHORTEST or re.fullmatch(r".\.", word):
                return None
            if word.lower() in small and not (_ACRONYM.fullmatch(word) and len(word) > _SHORTEST):
                return None
        norms = [fold(word) for word in letters]
        body = len(norms) > 1 and norms[-1] in self._heads
        if not body and all(
            word in self._nothing or word in self._common or word.isdigit() for word in norms
        ):
            return None
        if norms[0] in self._things and norms[-1] not in self._heads:
            return None
        if norms[-1] in self._titles and norms[-1] not in self._given:
            return None
        if norms[-1] in self._things or (dropped and dropped[-1] in self._things):
            return None
        if any(word in self._things and norms[i + 1] == "of" for i, word in enumerate(norms[:-1])):
            return None
        return words, titled

    def _types(
        self,
        text: str,
        kept: list[_Candidate],
        named: list[Mention],
        persons: frozenset[str],
    ) -> dict[tuple[str, ...], BareType]:
        """What each name is, by what stands beside it anywhere in the article; none where the
        hints contradict each other."""
        surnames = {
            item.surface.split()[-1]
            for item in named
            if item.entity in persons and item.surface.strip()
        }
        votes: dict[tuple[str, ...], Counter[BareType]] = {}
        for one in kept:
            tally = votes.get(one.words)
            if tally is None:
                tally = votes[one.words] = Counter(self._form(one.words))
                tally["person"] += _SURE * (one.words[-1] in surnames)
            for kind, weight in self._beside(text, one):
                tally[kind] += weight
        for words, tally in votes.items():
            last = votes.get(words[-1:])
            if last is not None and tally["person"] > max(tally["place"], tally["organisation"]):
                last["person"] += _SURE
        found: dict[tuple[str, ...], BareType] = {}
        for words, tally in votes.items():
            (best, most), (_, second), *_ = [*tally.most_common(), ("place", 0), ("place", 0)]
            if most > second:
                found[words] = best
        return found

    def _form(self, words: tuple[str, ...]) -> dict[BareType, int]:
        folded = [fold(word) for word in words]
        if folded[-1] in self._heads or folded[0] in self._heads:
            return {"organisation": _FORM}
        if folded[-1] in self._places or folded[0] in self._places:
            return {"place": _FORM}
        if folded[0] in self._given:
            return {"person": _FORM if len(words) > 1 else _LIKELY}
        if _ACRONYM.fullmatch(words[0]):
            return {"organisation": _SURE}
        spelled = all(_SPELLED.fullmatch(word) for word in words)
        return {"person": _HINT} if len(words) == _FULL_NAME and spelled else {}

    def _beside(self, text: str, one: _Candidate) -> Iterator[tuple[BareType, int]]:
        before = text[max(one.sentence.start, one.start - _BEFORE) : one.start]
        after = text[one.end : min(one.sentence.end, one.end + _AFTER)]
        if one.titled:
            yield "person", _SURE
        leads = last_word(before) in self._leads
        if leads and self._at.search(before) is not None:
            yield "place", _SURE
        elif leads and self._toward.search(before) is not None:
            yield "place", _HINT
        if self._place_after.match(after) is not None or _SEATED.match(after):
            yield "place", _SURE
        if self._said.match(after) is not None or self._kin.match(after) is not None:
            yield "person", _LIKELY
        if self._body.match(after) is not None or (leads and self._of_body.search(before)):
            yield "organisation", _SURE
