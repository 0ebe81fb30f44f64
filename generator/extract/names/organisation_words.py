"""Where the name of an organisation begins and ends in a run of capitalised words.

Decides it by the words alone: which are head nouns, which tie one part of a name to the next, and
at which "and" two names meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.knowledge.base import KnowledgeBase
from generator.text.phrases import anchors, pieces, plain
from generator.text.tokens import fold

OF = frozenset({"of", "for", "on"})
_SEATED = re.compile(
    r"-(?:based|led|run|owned|linked|funded|controlled|registered|flagged|headquartered|"
    r"sanctioned|designated|blacklisted|affiliated|backed)$"
)

Words = list[tuple[int, int, str]]
"""The words of a run with the half-open span of each in its sentence."""


class OrganisationWords:
    """The cues of one knowledge base, as sets of folded words."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.organisations
        self.heads = frozenset((*cues.organisation_heads, *own.plural_heads))
        self.links = frozenset((*cues.organisation_links, *own.foreign_links))
        self.companies = frozenset(map(fold, own.companies))
        self.corporate = self.companies | frozenset(own.legal_forms)
        self.military = frozenset(own.military)
        self.ordinals = frozenset(own.ordinals)
        self.states = _adjectives(knowledge)
        common = frozenset(map(fold, own.common))
        people = frozenset((*cues.titles, *cues.persons.nouns))
        self._titles = people - self.heads - {"chief", "major", "general"}
        self._never = frozenset(own.never)
        self._domains = frozenset(own.domains)
        self._given = frozenset(map(fold, cues.persons.given))
        self._general = self.heads | self.links | common | self.companies
        self._papers = self.heads & frozenset(own.weak)
        self._tails = OF | frozenset(own.foreign_links)
        self._calendar = frozenset(cues.calendar)
        self.openers = self._calendar | {
            word for word in cues.not_names if word not in self.heads | common | self.states
        }
        self._dropped = self.openers | self.links
        self._last = anchors((*self.heads, *self.companies))

    def closes(self, word: str) -> bool:
        """Whether a name may end in the word; a run without such a word holds none."""
        return word in self.companies or self._is_head(word)

    def none_closes(self, text: str) -> bool:
        """Whether no word of a sentence can end a name, which most sentences tell at one look."""
        if self._last is None or not plain(text).isascii():
            return False
        return self._last.isdisjoint(pieces(text))

    def _is_head(self, word: str) -> bool:
        return word in self.heads or ("-" in word and word.rsplit("-", 1)[-1] in self._papers)

    def is_own(self, words: Words) -> bool:
        """Whether a word of the name is nobody's common noun."""
        return any(fold(word) not in self._general and word[:1].isupper() for _, _, word in words)

    def split(self, words: Words) -> Iterator[Words]:
        """At an "and" or "of the" between two names that stand for themselves."""
        begin = 0
        for index, (_, _, word) in enumerate(words):
            if word != "and" or index in {0, len(words) - 1}:
                continue  # "&" stands inside the name of one company
            left = {fold(item[2]) for item in words[begin:index]}
            right = {fold(item[2]) for item in words[index + 1 :]}
            last = fold(words[index - 1][2])
            both = self.is_own(words[begin:index]) and self.is_own(words[index + 1 :])
            companies = right & self.corporate and both
            fields = last in self._domains and not self.is_own(words)  # "Research and Development"
            heads = left & self.heads and right & self.heads and not fields
            # "Zenda and THE Harbour Bureau": an article opens another name, unless a head stands
            # before it ("Centre for Security and the Sea").
            opened = words[index + 1][2] == "the" and right & self.heads and not left & self.heads
            if heads or opened or last in self.companies or companies:
                yield words[begin:index]
                begin = index + 1
        yield words[begin:]

    def cut(self, words: Words) -> Words:
        """The part that ends in a head noun, or begins with one that has a tail."""
        for index, (_, _, word) in enumerate(words):
            if fold(word) in self._calendar:
                words = words[: index - 1 if index and words[index - 1][2] == "on" else index]
                break
        ordered = any(fold(word) in self.military for _, _, word in words[1:])
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
            index for index, word in enumerate(folded) if word in self.companies and index > 0
        ]
        if not heads and not companies:
            return []
        last = max([*heads, *companies])
        if last not in heads and folded[-1] in self._never:
            return []  # "Harbour Aerospace & Defence Exhibition"
        # "Institute for Far Eastern Studies": a head before a link takes the whole tail.
        legal = folded[last] in self.corporate  # "Zenda Shipping Ltd of Strelsau": where it sits
        tail = not legal and last + 1 < len(words) and self._tail(folded, last)
        if heads and last == heads[-1] and tail:
            last = self._untitled(folded, last, len(words) - 1)
        elif heads and last + 1 < len(words):
            links = [i for i in range(heads[0], last) if folded[i] in self.links]
            if links and heads[0] + 1 == links[0] == last - 1:
                last = self._untitled(folded, last, len(words) - 1)
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
        while first <= last and folded[first] in {"the", *self.links}:
            first += 1
        return words[first : last + 1]

    def _untitled(self, folded: list[str], head: int, last: int) -> int:
        """Where a tail ends: before a person who is named next ("Heads of the Staff |Chairman
        Gen|", "Department for Trade |Anna Moor|")."""
        for index in range(head + 1, last + 1):
            if folded[index - 1] in self.links:
                continue
            if folded[index] in self._titles or (folded[index] in self._given and index < last):
                return index - 1
        return last

    def _ordinal(self, words: Words) -> bool:
        """ "Third Fleet": the number is a part of the name."""
        return len(words) > 1 and fold(words[0][2]) in self.ordinals and words[1][2][:1].isupper()

    def _tail(self, folded: list[str], index: int) -> bool:
        return folded[index + 1] in self._tails


def _adjectives(knowledge: KnowledgeBase) -> frozenset[str]:
    found: set[str] = set()
    for actor in knowledge.actors.values():
        if actor.kind == "state":
            texts = (*actor.demonyms.adjective, *actor.demonyms.people, actor.name)
            found.update(fold(part) for text in texts for part in text.split())
    return frozenset(found)
