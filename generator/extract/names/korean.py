"""Names in Korean text: a name and its title stand side by side, the body between them.

A Korean name is a surname of the list and two syllables (sometimes one) as a word of its own;
a foreign name is read only beside a title, up to the word that ends in a particle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.extract.names.form import UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import ActorType, Sentence
from generator.text.tries import alternation

_WORD = re.compile(r"[가-힣]+")
_MOST_BODIES = 4
_LONGEST = 8


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    parts = alternation(words)
    return re.compile(f"(?:{parts})$")


class KoreanFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        own = knowledge.language.actors.korean
        particles = alternation(own.particles)
        titles = alternation(own.titles)
        self._title = re.compile(rf"(?:[가-힣]{{0,6}}){titles}(?:{particles}|은|는|이라|께서)?")
        before = alternation(own.before)
        self._before = re.compile(rf"(?:[가-힣]{{0,4}}){before}")
        self._particle = re.compile(rf"{particles}$")
        self._native = re.compile(
            rf"(?:{alternation(own.double_surnames)}[가-힣]{{1,2}}|[{own.surnames}][가-힣]{{2}})"
        )
        self._honoured = re.compile(
            rf"(?P<name>{alternation(own.double_surnames)}[가-힣]{{1,2}}|[{own.surnames}][가-힣]{{2}})"
            rf"{alternation(own.honours)}(?:{particles}|은|는|께서|께서는)?"
        )
        self._courtesy = re.compile(
            rf"(?<![가-힣])(?P<name>{alternation(own.double_surnames)}[가-힣]{{2}}"
            rf"|[{own.surnames}{own.rare_surnames}][가-힣]{{2}})"
            rf" {alternation(own.courtesy)}(?:{particles}|은|는)?(?![가-힣])"
        )
        units = alternation(own.units)
        self._unit = re.compile(
            rf"(?<![가-힣\d])(?P<name>제\d{{1,4}}[가-힣]{{0,12}}?{units})"
            rf"(?:{particles}|은|는|에서|에게|측은|까지)?(?![가-힣])"
        )
        self._foreign = re.compile(f"[{own.foreign}]")
        self._chinese = re.compile(rf"[{own.chinese_surnames}](?=.{{2,4}}$).*[{own.chinese}]")
        self._japanese = frozenset(own.japanese_surnames)
        self._quoted = re.compile(
            rf"{alternation(own.kinds)} ?"
            "[‘'\"“](?P<name>[^‘’'\"“”\n.,]{2,24})[’'\"”]"
        )
        self._firm = re.compile(
            rf"(?:(?<![가-힣])|[가-힣]){alternation(own.firms)}(?:인)? (?P<name>[가-힣]{{3,10}}?)"
            rf"(?:{particles}|은|는|측은|측이|에서|에게)?(?![가-힣])"
        )
        self._not_firms = frozenset(own.not_firms)
        self._not_in_name = _ending(own.not_in_name)
        self._home = frozenset(own.home)
        self._body = _ending(own.bodies)
        self._never = frozenset(own.never)
        ends = alternation(own.organisations)
        self._organisation = re.compile(
            rf"(?P<name>(?P<rest>[가-힣]{{2,10}}?){ends})(?:{particles}|에서|에는|에서는|이라고|측은)?"
        )
        self._union = re.compile(rf" (?P<name>{alternation(own.unions)})(?![가-힣]{{3}})")
        self._known = frozenset(
            item.text
            for actor in knowledge.actors.values()
            for item in actor.aliases
            if item.text[0].isdigit()
        )
        self._common = frozenset(own.common)
        self._states = frozenset(
            text
            for actor in knowledge.actors.values()
            if actor.kind == "state"
            for text in (
                item.text
                for item in actor.aliases
                if item.extract or (item.style == "initial" and item.lang == "ko")
            )
            if _WORD.fullmatch(text)
        )

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Organisations, then persons."""
        words = [(item.start(), item.end(), item.group()) for item in _WORD.finditer(sentence.text)]
        for index, (start, end, word) in enumerate(words):
            name = self._body_name(word)
            if name:
                bare = name == word and index + 1 < len(words)
                union = self._union.match(sentence.text, end) if bare else None
                reach = union.end("name") if union is not None else start + len(name)
                yield self._made(sentence, start, reach, "organisation")
        for match in self._quoted.finditer(sentence.text):
            yield self._made(sentence, *match.span("name"), "organisation")
        yield from self._marked(sentence)
        for index, (start, _, word) in enumerate(words):
            honoured = self._honoured.fullmatch(word)
            if honoured is not None:
                yield self._made(sentence, start, start + honoured.end("name"), "person")
            if self._title.fullmatch(word):
                span = self._name_before(sentence.text, words, index)
                if span is not None:
                    yield self._made(sentence, *span, "person")
            if self._before.fullmatch(word):
                span = self._name_after(sentence.text, words, index)
                if span is not None:
                    yield self._made(sentence, *span, "person")

    def _marked(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Units behind their number, unless the knowledge has it, and persons before "Mr"."""
        for match in self._unit.finditer(sentence.text):
            if match["name"][1:] not in self._known:
                yield self._made(sentence, *match.span("name"), "group")
        for match in self._firm.finditer(sentence.text):
            if self._foreign.search(match["name"]) and match["name"] not in self._not_firms:
                yield self._made(sentence, *match.span("name"), "organisation")
        for match in self._courtesy.finditer(sentence.text):
            if match["name"] not in self._never and not self._state(match["name"]):
                yield self._made(sentence, *match.span("name"), "person")

    def _body_name(self, word: str) -> str:
        match = self._organisation.fullmatch(word)
        if match is None:
            return ""
        rest = match.group("rest")
        if rest in self._common or rest in self._states or rest in self._never:
            return ""
        for common in self._common:
            if rest.removesuffix(common) == "" or rest.removesuffix(common) in self._common:
                return ""
        return match.group("name")

    def _adjacent(self, text: str, words: list[tuple[int, int, str]], index: int) -> bool:
        """Only a space stands between a word and the next."""
        return text[words[index][1] : words[index + 1][0]] in {" ", "\n"}

    def _name_before(
        self, text: str, words: list[tuple[int, int, str]], index: int
    ) -> tuple[int, int] | None:
        """The name before a title, over the words that name a body."""
        position = index - 1
        foreign = False
        for _ in range(_MOST_BODIES):
            if position < 0 or not self._adjacent(text, words, position):
                return None
            word = words[position][2]
            if self._native.fullmatch(word) and word not in self._never and not self._state(word):
                if foreign:
                    break
                return words[position][0], words[position][1]
            if not (self._body.search(word) or self._state(word)) or self._ends_phrase(word):
                break
            foreign = foreign or (self._state(word) and word not in self._home)
            position -= 1
        if not foreign:
            span = self._by_sound(text, words, position + 1) if position >= 0 else None
            return span or self._opening(text, words, index)
        last = position
        while (
            position >= 0
            and last - position < 3
            and self._adjacent(text, words, position)
            and self._part(words[position][2])
        ):
            position -= 1
        crowded = last - position > 2 and not self._closed(text, words, position)
        if position == last or crowded:
            return None
        return words[position + 1][0], words[last][1]

    def _opening(
        self, text: str, words: list[tuple[int, int, str]], index: int
    ) -> tuple[int, int] | None:
        """A native name that opens its clause, a body that no list has, and a title."""
        at = index - 2
        if at < 0 or not (self._adjacent(text, words, at) and self._adjacent(text, words, at + 1)):
            return None
        name = words[at][2]
        opens = at == 0 or not self._adjacent(text, words, at - 1)
        plain = self._native.fullmatch(name) is not None and self._particle.sub("", name) == name
        if not (opens and plain) or name in self._never or self._ends_phrase(words[at + 1][2]):
            return None
        return words[at][0], words[at][1]

    def _by_sound(
        self, text: str, words: list[tuple[int, int, str]], index: int
    ) -> tuple[int, int] | None:
        """A foreign name right before a title, by syllables that Korean words have not."""
        last = index - 1
        if last < 0 or not self._adjacent(text, words, last) or not self._part(words[last][2]):
            return None
        first = last - 1
        two = first >= 0 and self._adjacent(text, words, first) and self._part(words[first][2])
        if two and (
            words[first][2] in self._japanese
            or all(self._foreign.search(words[at][2]) for at in (first, last))
        ):
            return words[first][0], words[last][1]
        single = self._chinese.match(words[last][2])
        return (words[last][0], words[last][1]) if single else None

    def _closed(self, text: str, words: list[tuple[int, int, str]], position: int) -> bool:
        return position < 0 or not self._adjacent(text, words, position)

    def _name_after(
        self, text: str, words: list[tuple[int, int, str]], index: int
    ) -> tuple[int, int] | None:
        """The name after a title, up to the word that carries a particle."""
        position = index + 1
        if position >= len(words) or not self._adjacent(text, words, index):
            return None
        start, _, word = words[position]
        stem = self._particle.sub("", word)
        for form in (stem, *((word,) if stem == word else ())):
            if self._native.fullmatch(form) and form not in self._never:
                return start, start + len(form)
        # "세르게이": the last syllable is none of the endings it looks like.
        whole = stem == word or self._foreign.search(stem) is not None
        if not whole or position + 1 >= len(words) or not self._adjacent(text, words, position):
            return None
        if not self._part(word) or self._state(word):
            return None
        second_start, _, second = words[position + 1]
        stem = re.sub(r"(?:은|는|이|가|씨는|씨가)$", "", second)
        if len(stem) < 2 or not self._part(stem) or stem in self._never:
            return None
        if stem == second:  # a rank behind the name ends it, too
            last = position + 2
            ranked = last < len(words) and self._adjacent(text, words, position + 1)
            if not ranked or not self._title.fullmatch(words[last][2]):
                return None
        return start, second_start + len(stem)

    def _part(self, word: str) -> bool:
        """A word that may be a part of a foreign name."""
        return (
            len(word) <= _LONGEST
            and word not in self._never
            and not self._state(word)
            and not self._not_in_name.search(word)
            and not self._title.fullmatch(word)
        )

    def _ends_phrase(self, word: str) -> bool:
        return re.search(r"(?:에서|에게|은|는|을|를|와|과|며|고|서|에)$", word) is not None

    def _state(self, word: str) -> bool:
        return word in self._states

    def _made(self, sentence: Sentence, start: int, end: int, kind: ActorType) -> UnlistedName:
        return UnlistedName(
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence.id,
            type=kind,
            name=" ".join(sentence.text[start:end].split()),
        )
