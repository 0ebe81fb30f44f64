"""Who does what to whom in a Chinese, Japanese or Korean clause.

Decides it by the mark beside a name: in Chinese the preposition before it, in Korean and Japanese
the particle behind it and its title. A Chinese name without a mark acts if it stands before the
verb and is acted on behind it. Where a clause names nobody who acts, the clause before it may.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from generator.knowledge.cues.verbs import EastAsianRoles
from generator.model import EntityId, Mention
from generator.text.scripts import HANGUL_LETTER, KANA
from generator.text.tries import alternation

Mark = Literal["acts", "to", "with", "place", "of"]
Role = Literal["acts", "to", "with", "place", "of", "free"]

_BREAK = re.compile(r"[，。；：！？,;:\n]")
_STOP = re.compile(r"[。；！？;\n]")
_KANA_LETTER = re.compile(f"[{KANA}]")
_CLOSING = "”’」』》】\"')）"
_WORD = re.compile(r" ?[^\s,.，。]{1,24}")
_TITLE_WORDS = 4
_MOST_CLAUSES = 3
"""Clauses before that of the verb in which its subject is looked for."""


class Parts(Struct, frozen=True, kw_only=True):
    """Who acts, and towards whom, by identity; ``start`` and ``end`` are the characters of the
    clause that says so, in the sentence."""

    actors: tuple[EntityId, ...]
    recipients: tuple[EntityId, ...]
    places: tuple[EntityId, ...]
    start: int
    end: int


class EasternRoles:
    """The marks of one set of cues, compiled."""

    def __init__(self, cues: EastAsianRoles) -> None:
        self._before = tuple(
            (role, tuple(sorted(marks, key=len, reverse=True)))
            for role, marks in cues.chinese.items()
        )
        self._korean = _Behind(cues.korean, words=True)
        self._japanese = _Behind(cues.japanese, words=False)
        self._object = re.compile(rf"\s*(?:$|[^\w\s]|{alternation(cues.object_ends)})")
        self._noun = re.compile(rf"{alternation(cues.noun_ends)}(?! ?{alternation(cues.light)})")
        self._ends = re.compile(alternation(cues.clause_ends))

    def read(
        self,
        text: str,
        names: Sequence[Mention],
        *,
        offset: int,
        verb: tuple[int, int],
        after: int = 0,
    ) -> Parts:
        """The parts of the clause around a verb. ``names`` are the actors of the sentence
        ``text``, whose first character is ``offset`` in the article; ``verb`` is in ``text``,
        and ``after`` is where the verb before it ends, or 0."""
        korean = HANGUL_LETTER.search(text, *verb) is not None
        final = korean or _KANA_LETTER.search(text) is not None
        start, end = self._clause(text, verb, final=final)
        inside = [
            (name.start - offset, name.end - offset, name.entity)
            for name in names
            if not (name.start - offset < verb[1] and verb[0] < name.end - offset)
        ]
        behind = self._korean if korean else self._japanese
        roles = [
            (begin, entity, behind(text, stop) if final else self._chinese(text, begin, stop, verb))
            for begin, stop, entity in inside
        ]
        # A verb that stands last has nothing of its own behind it.
        own = [one for one in roles if start <= one[0] < (verb[0] if final else end)]
        if korean and self._noun.match(text, verb[1]):
            owners = [entity for begin, entity, role in own if role == "of" and begin < verb[0]]
            return Parts(
                actors=tuple(owners[-1:]), recipients=(), places=(), start=start, end=verb[1]
            )
        chain = _chains(own, inside)
        actors = _acting([one for one in own if one[0] >= after], verb[0], chain)
        actors = actors or _acting(own, verb[0], chain)
        for _ in range(_MOST_CLAUSES):
            if actors or start == 0 or _STOP.match(text, start - 1):
                break
            earlier, _ = self._clause(text, (start - 1, start - 1), final=False)
            before = [one for one in roles if earlier <= one[0] < start]
            actors = _acting(before, verb[0], _chains(before, inside))
            start = earlier
        partners = [entity for _, entity, role in own if role == "with"]
        taken = (*actors, *partners)
        to = [
            entity
            for begin, entity, role in own
            if (role == "to" or (role == "free" and begin > verb[0])) and entity not in taken
        ]
        return Parts(
            actors=tuple(dict.fromkeys(taken)) if actors else (),
            recipients=tuple(dict.fromkeys(to if actors else (*partners, *to))),
            places=tuple(entity for _, entity, role in own if role == "place"),
            start=self._clause(text, verb, final=final)[0],
            end=end,
        )

    def _clause(self, text: str, verb: tuple[int, int], *, final: bool) -> tuple[int, int]:
        """Where the clause begins and ends. A verb that stands last ends it with its ending."""
        start = 0
        for mark in _BREAK.finditer(text, 0, verb[0]):
            if not _in_number(text, mark.start()):
                start = mark.end()
        while start < verb[0] and text[start] in " 　":
            start += 1
        end = len(text)
        for mark in _BREAK.finditer(text, verb[1]):
            if not _in_number(text, mark.start()):
                end = mark.start()
                break
        if final:
            ending = self._ends.search(text, verb[1], end)
            end = ending.end() if ending else end
        return start, end

    def _chinese(self, text: str, begin: int, stop: int, verb: tuple[int, int]) -> Role:
        for role, marks in self._before:
            if text.endswith(marks, 0, begin):
                if role == "with" and begin > verb[1]:
                    return "free"
                return role
        if begin > verb[0] and not self._object.match(text, stop):
            return "of"
        return "of" if text.startswith("的", stop) else "free"


class _Behind:
    """Reads the particle behind a name, past its title: "국무위원장이"."""

    def __init__(self, marks: Mapping[Mark, tuple[str, ...]], *, words: bool) -> None:
        by_mark: dict[str, Role] = {mark: role for role, own in marks.items() for mark in own}
        self._roles = by_mark
        self._marks = tuple(sorted(by_mark, key=lambda one: (-len(one), one)))
        self._words = words
        self._mark = re.compile(
            rf"[^\u3040-\u309f、。「」\s]{{0,12}}(?P<mark>{alternation(by_mark)})"
        )

    def __call__(self, text: str, stop: int) -> Role:
        if self._words:
            return self._ending(text, stop)
        found = self._mark.match(text, stop)
        return self._roles[found.group("mark")] if found else "free"

    def _ending(self, text: str, stop: int) -> Role:
        """The particle that ends a word: that of the name, or one of the next words of a title."""
        at = stop
        for _ in range(_TITLE_WORDS):
            word = _WORD.match(text, at)
            if word is None:
                break
            shown = word.group().strip(_CLOSING + " ")
            for mark in self._marks:
                if shown.endswith(mark):
                    return self._roles[mark]
            at = word.end()
        return "free"


def _acting(
    names: Sequence[tuple[int, EntityId, Role]], verb: int, chain: Mapping[int, EntityId]
) -> list[EntityId]:
    """The one marked as acting nearest to the verb; else the free name that stands first before
    it. Of names in one run ("朝鲜导弹总局") the last acts."""
    before = [one for one in names if one[0] < verb]
    marked = [begin for begin, _, role in before if role == "acts"]
    if marked:
        return [chain[marked[-1]]]
    free = [begin for begin, _, role in before if role == "free"]
    return [chain[free[0]]] if free else []


def _chains(
    names: Iterable[tuple[int, EntityId, Role]], spans: Iterable[tuple[int, int, EntityId]]
) -> dict[int, EntityId]:
    """Where a name begins -> the last entity of the run of names that begins there."""
    following = {begin: (stop, entity) for begin, stop, entity in spans}
    found: dict[int, EntityId] = {}
    for begin, entity, _ in names:
        stop, last = following[begin]
        while stop in following:
            stop, last = following[stop]
        found[begin] = last if stop > begin else entity
    return found


def _in_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
