"""Which runs of capitalised words name an organisation.

The head noun decides, at the end ("Harlan Institute") or before a tail ("University of Leeds"),
or the last word of a company. A run of common words only, a gathering or a paper counts if
something beside it acts or belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.names.form import CAPITAL, RUN_OR_NUMBER, UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.phrases import Gated, anchors
from generator.text.starts import starting
from generator.text.tokens import fold

_WORD = (
    rf"(?:(?:[{CAPITAL}]\.){{2,8}}|[{CAPITAL}]\w*(?:['’‑-](?!s\b)\w+)*"
    r"|\d{1,4}(?:st|nd|rd|th))"
)
_HYPHENED = rf"[{CAPITAL}]\w*(?:['’‑](?!s\b)\w+)*-(?!s\b)\w+(?:['’‑-](?!s\b)\w+)*"
_LINK = r"(?:of|for|and|&|on|de|des|du|der|für|of the|for the|on the|and the|de la)"
_RUN = re.compile(rf"(?<![\w-])(?:{_WORD}(?:[ \n](?:{_LINK}[ \n])?{_WORD}){{1,14}}|{_HYPHENED})")
"""Two words or more, or one with a hyphen: no other word names an organisation by itself."""
_PART = re.compile(r"[^ \n]+")
_ABBREVIATION = re.compile(r"[ \n]\((?:the )?([A-Z][A-Za-z&-]{1,9})\)")
_BEFORE_SHORT = re.compile(rf"(?<![\w-])(?P<run>{_WORD}(?:[ \n](?:{_LINK}[ \n])?{_WORD}){{1,7}})$")
_SPELLED_OUT = re.compile(r"[ \n]\((?:the )?$")
_LIST_TAIL = re.compile(
    rf"(?:,[ \n][{CAPITAL}]\w+(?:[ \n][{CAPITAL}]\w+)?){{0,4}},?[ \n]and[ \n][{CAPITAL}]\w+"
)
_SEATED = re.compile(r"-(?:based|led|backed|run|owned|linked|funded|controlled)$")
_SHORT_FORM = re.compile(
    rf"\.?[ \n]\((?:the )?[\"“]?(?P<short>[{CAPITAL}][\w-]+(?: [{CAPITAL}][\w-]+){{0,3}})[\"”]?\)"
)
"""A few words of a name, given in brackets behind it as what it will be called."""
_SUFFIX = re.compile(r"\.?,? (?:(?i:ltd|llc|inc|limited|pte|plc|bhd)\b(?!\w)|S\.A\.|a\.s\.|B\.V\.)")
"""The legal form after a comma: "Zenda Trade Co., Ltd."."""
_REACH = 60
_MILITARY = re.compile(r"\d+(?:st|nd|rd|th)$")

Words = list[tuple[int, int, str]]


_GOES_ON = re.compile(r"['’]s? (?:[A-Z]\w+ )?(?:Republic|Army|Party|Assembly)\b")
"""Behind a run that is only the beginning of a name: "the Democratic People|'s Republic"."""


class OrganisationFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.organisations
        self._heads = frozenset(cues.organisation_heads) | {"chiefs", "ministries"}
        self._links = frozenset(cues.organisation_links) | {"de", "des", "du", "der", "fur", "la"}
        phrases = {fold(item) for item in own.companies}
        self._companies = frozenset(item for item in phrases if " " not in item)
        self._common = frozenset(map(fold, own.common))
        self._corporate = self._companies | {"corporation", "corp", "company", "co", "ltd", "inc"}
        self._weak = frozenset(own.weak)
        self._never = frozenset(own.never)
        self._vessels = frozenset(cues.persons.not_after)
        self._sure = frozenset(own.sure)
        self._tailed = frozenset(own.tailed)
        self._plants = frozenset(own.plants)
        self._sites = frozenset(own.sites)
        self._military = frozenset(own.military)
        self._ordinals = frozenset(own.ordinals)
        self._spatial = frozenset(cues.spatial)
        self._general = self._heads | self._links | self._common | self._companies
        self._papers = self._heads & self._weak
        self._first = self._links | {"the", "a", "an"}
        self._states = _adjectives(knowledge)
        self._calendar = frozenset(cues.calendar)
        self._openers = self._calendar | {
            word for word in cues.not_names if word not in self._heads | self._common | self._states
        }
        self._dropped = self._openers | self._links
        self._acts = re.compile(
            rf",?[ \n](?:(?:also|has|have|had|later|first)[ \n])?(?:{'|'.join(own.acts)})\b"
        )
        belongs = "|".join(sorted(map(re.escape, own.belongs), key=len, reverse=True))
        self._belongs = re.compile(
            rf"(?:\b(?:{belongs})|[{CAPITAL}][\w-]+,? (?:of|at|from|with))[ \n](?:[Tt]he[ \n])?$"
        )
        acts = "|".join(own.bare_acts)
        bare = "|".join(map(re.escape, own.bare))
        article = "|".join(sorted(map(re.escape, own.with_article), key=len, reverse=True))
        self._bare = Gated(
            re.compile(
                rf"(?:(?:^|[.;,:“\"][ \n]?|\b(?:that|and|but|if|as|told|urged|asked|by)[ \n])"
                rf"(?P<bare>{bare})|\b[Tt]he[ \n](?P<body>{article}))(?=[ \n](?:{acts})\b)"
            ),
            anchors((*own.bare, *own.with_article)),
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Organisations of one sentence, then the abbreviations defined beside them."""
        text = sentence.text
        for match in starting(_RUN, text, RUN_OR_NUMBER):
            start = match.start()
            words = [
                (start + part.start(), start + part.end(), part.group())
                for part in _PART.finditer(match.group())
            ]
            if any(self._closes(fold(word)) for _, _, word in words):
                for part in self._split(words):
                    yield from self._one(sentence, part)
        if "(" in text:
            yield from self._defined(sentence)
        for match in self._bare.finditer(text):
            group = "bare" if match.group("bare") else "body"
            yield self._name(sentence, match.start(group), match.end(group))

    def _defined(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """A name without a head noun that acts behind its abbreviation: "the Zenda Seismic Array
        (ZSA) measured"."""
        text = sentence.text
        for short in _ABBREVIATION.finditer(text):
            run = _BEFORE_SHORT.search(text, max(0, short.start() - _REACH), short.start())
            if run is None or self._acts.match(text, short.end()) is None:
                continue
            start, end = run.span("run")
            words = run.group("run").split()
            if words[0] == "The":
                start += len(words.pop(0)) + 1
            headless = not any(self._closes(fold(word)) for word in words)
            named = len(words) > 1 and fold(words[-1]) not in self._never
            if headless and named and _spelled_from(short.group(1), words):
                whole = self._name(sentence, start, end)
                yield whole
                yield self._name(sentence, *short.span(1), full=whole.name)

    def _one(self, sentence: Sentence, words: Words) -> Iterator[UnlistedName]:
        text = sentence.text
        words = self._cut(words)
        if not words:
            return
        start, end = words[0][0], words[-1][1]
        if _GOES_ON.match(text, end):
            return
        # "Ministry of Trade, Industry and Energy": the tail is a list.
        more = _LIST_TAIL.match(text, end)
        if more is not None and fold(words[0][2]) in self._tailed and len(words) > 2:
            end = more.end()
        suffix = _SUFFIX.match(text, end)
        if suffix is not None and fold(words[-1][2]) in self._corporate:
            end = suffix.end()
        short = _ABBREVIATION.match(text, end)
        defined = short is not None and _stands_for(short.group(1), [item[2] for item in words])
        if not self._counts(text, words, defined=defined):
            if self._is_paper(words):
                yield replace(self._name(sentence, start, end), shared=True)
            return
        whole = self._name(sentence, start, end)
        yield whole
        if defined and short is not None:
            yield self._name(sentence, *short.span(1), full=whole.name)
            return
        called = _SHORT_FORM.match(text, end)
        if called is not None and f" {called.group('short')} " in f" {whole.name} ":
            yield self._name(sentence, *called.span("short"), full=whole.name)
            return
        opening = _SPELLED_OUT.search(text, max(0, start - 8), start)
        if opening is not None and text[end : end + 1] == ")":
            before = re.search(r"\b[A-Z][A-Za-z&-]{1,9}$", text[: opening.start()][-12:])
            if before and _stands_for(before.group(), [item[2] for item in words]):
                first = opening.start() - len(before.group())
                yield self._name(sentence, first, opening.start(), full=whole.name)

    def _split(self, words: Words) -> Iterator[Words]:
        """At an "and" or "of the" between two names that stand for themselves."""
        begin = 0
        for index, (_, _, word) in enumerate(words):
            if word not in {"and", "&"} or index in {0, len(words) - 1}:
                continue
            left = {fold(item[2]) for item in words[begin:index]}
            right = {fold(item[2]) for item in words[index + 1 :]}
            last = fold(words[index - 1][2])
            both = self._own(words[begin:index]) and self._own(words[index + 1 :])
            companies = word == "and" and right & self._corporate and both
            if (left & self._heads and right & self._heads) or last in self._companies or companies:
                yield words[begin:index]
                begin = index + 1
        yield words[begin:]

    def _own(self, words: Words) -> bool:
        """Whether a word of the name is nobody's common noun."""
        return any(fold(word) not in self._general and word[:1].isupper() for _, _, word in words)

    def _cut(self, words: Words) -> Words:
        """The part that ends in a head noun, or begins with one that has a tail."""
        for index, (_, _, word) in enumerate(words):
            if fold(word) in self._calendar:
                words = words[: index - 1 if index and words[index - 1][2] == "on" else index]
                break
        ordered = any(fold(word) in self._military for _, _, word in words[1:])
        while words and (
            (fold(words[0][2]) in self._dropped and not (ordered and self._ordinal(words)))
            or _SEATED.search(words[0][2])
            or words[0][2].lower() in {"the", "a", "an"}
        ):
            words = words[1:]
        folded = [fold(item[2]) for item in words]
        heads = [
            index
            for index, word in enumerate(folded)
            if self._is_head(word) and (words[index][2][:1].isupper())
        ]
        companies = [
            index for index, word in enumerate(folded) if word in self._companies and index > 0
        ]
        if not heads and not companies:
            return []
        last = max([*heads, *companies])
        # "Institute for Far Eastern Studies": a head before a link takes the whole tail.
        if heads and last == heads[-1] and last + 1 < len(words) and self._tail(folded, last):
            last = len(words) - 1
        elif heads and last + 1 < len(words):
            links = [i for i in range(heads[0], last) if folded[i] in self._links]
            last = len(words) - 1 if links and heads[0] + 1 == links[0] == last - 1 else last
        first = 0
        # "Maria Ortega of the Harlan Institute": what stands before the link has no head.
        for index, word in enumerate(folded[: last + 1]):
            if word in {"of", "for", "on", "and", "&"} and not any(
                head < index for head in heads if head >= first
            ):
                # "Defense and Safety Council": "and" joins two words of one name.
                if word in {"and", "&"}:
                    continue
                first = index + 1
        while first <= last and folded[first] in {"the", *self._links}:
            first += 1
        return words[first : last + 1]

    def _ordinal(self, words: Words) -> bool:
        """ "Third Fleet": the number is a part of the name."""
        return len(words) > 1 and fold(words[0][2]) in self._ordinals and words[1][2][:1].isupper()

    def _tail(self, folded: list[str], index: int) -> bool:
        return folded[index + 1] in {"of", "for", "on", "de", "des", "du", "der", "fur"}

    def _closes(self, word: str) -> bool:
        """Whether a name may end in the word; a run without such a word holds none."""
        return word in self._companies or self._is_head(word)

    def _is_head(self, word: str) -> bool:
        return word in self._heads or ("-" in word and word.rsplit("-", 1)[-1] in self._papers)

    def _counts(self, text: str, words: Words, *, defined: bool) -> bool:
        folded = [fold(item[2]) for item in words]
        start, end = words[0][0], words[-1][1]
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        tail = any(word in {"of", "for", "on"} for word in folded[1:])
        if (folded[-1] in self._never and not tail) or (
            folded[0] in self._vessels and words[0][2].isupper()
        ):
            return False
        hyphen = len(words) == 1 and "-" in words[0][2]
        if len(words) < 2 and not hyphen:
            return False
        # Words in capitals shout, except on a list of designated companies.
        shouted = all(item[2].isupper() and len(item[2]) > 1 for item in words)
        if shouted and folded[-1] not in self._corporate:
            return False
        own = [word for word, item in zip(folded, words, strict=True) if self._own([item])]
        tail = any(word in {"of", "for", "on"} for word in folded[1:])
        military = folded[-1] in self._military
        number = any(_MILITARY.match(word) for word in folded) or (
            military and folded[0] in self._ordinals
        )
        beside = self._acts.match(after) is not None or self._belongs.search(before) is not None
        if folded[-1] in self._companies and folded[-1] not in self._heads:
            return bool(own) and own[0] == folded[0] and not before.endswith(("-", "/"))
        if after.startswith(("-class", "-type")):
            return False
        if folded[-1] in self._plants:
            if folded[-2] in self._sites or not own:
                return False
            place = before.rstrip().removesuffix(" the").rsplit(" ", 1)[-1].lower()
            return beside or (len(folded) > 2 and place not in self._spatial)
        if not own and not number:
            if military and len(folded) > 2:
                return True
            if folded[-1] in self._sure and len(folded) > 2 and folded[0] not in self._links:
                return True
            return defined or (tail and len(folded) > 2 and folded[0] in self._tailed)
        weak = folded[-1] in self._weak or hyphen
        if weak and not tail and not defined and not number:
            return beside and not any(word in self._openers for word in folded[:1])
        if own and all(word in self._states for word in own) and not tail and len(folded) < 3:
            # "Chinese Company", "Russian Fleet": the words of a language, not of a name.
            return defined or beside or folded[-1] in {"ministry", "academy", "fleet"}
        return True

    def _is_paper(self, words: Words) -> bool:
        """A paper that nobody quotes: no actor, but no city either ("the Strelsau Post")."""
        return len(words) > 1 and fold(words[-1][2]) in self._weak

    def _name(
        self, sentence: Sentence, start: int, end: int, *, full: str | None = None
    ) -> UnlistedName:
        return UnlistedName(
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence.id,
            type="organisation",
            name=full or " ".join(sentence.text[start:end].split()),
            again=full is not None,
        )


def _stands_for(short: str, words: list[str]) -> bool:
    """Whether the letters of an abbreviation begin the words of a name, in order."""
    letters = [char.lower() for char in short if char.isalpha()]
    initials = [part[0].lower() for word in words for part in word.split("-") if part]
    capitals = [part[0].lower() for word in words for part in word.split("-") if part[:1].isupper()]
    if letters in (initials, capitals):
        return True
    if len(letters) < 2 or not initials or letters[0] != initials[0]:
        return False
    position = 0
    for letter in letters:
        try:
            position = initials.index(letter, position) + 1
        except ValueError:
            return False
    return len(letters) * 2 >= len(capitals)


def _spelled_from(short: str, words: list[str]) -> bool:
    """Whether the letters of an abbreviation stand in the words in order, the first one first."""
    letters = iter("".join(words).lower())
    return words[0][0] == short[0] and all(
        char in letters for char in short.lower() if char.isalpha()
    )


def _adjectives(knowledge: KnowledgeBase) -> frozenset[str]:
    found: set[str] = set()
    for actor in knowledge.actors.values():
        if actor.kind == "state":
            texts = (*actor.demonyms.adjective, *actor.demonyms.people, actor.name)
            found.update(fold(part) for text in texts for part in text.split())
    return frozenset(found)
