"""Who does what to whom in a Chinese, Japanese or Korean clause.

Decides it by the mark beside a name: in Chinese the preposition before it, in Korean and Japanese
the particle behind it and its title. A Chinese name without a mark acts if it stands before the
verb and is acted on behind it. Where a clause names nobody who acts, the clause before it may.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from generator.knowledge.cues.verbs import EastAsianRoles
from generator.model import EntityId, Mention
from generator.text.eastern import nested
from generator.text.eastern.acting import acting, behind_saying, chains, held, titled
from generator.text.eastern.nested import Role
from generator.text.scripts import HAN, HANGUL_LETTER, KANA_LETTER
from generator.text.tries import alternation

Mark = Literal["acts", "to", "with", "place", "of"]

_BREAK = re.compile(r"[，。；：！？,;:\n]")
_STOP = re.compile(r"[。；：！？;:\n]")
_CLOSING = "”’」』》】\"')）"
_WORD = re.compile(r" ?[^\s,.，。]{1,24}")
_BRACKETS = re.compile(r"\([^()（）]{1,80}\)|（[^()（）]{1,80}）")
_ADNOMINAL = re.compile(r"(?:했던|하는|되는|하던|되던|한|된|할|될|던|킨|린|운) ?[^\s\"'”’]")
""" "The missile that the north LAUNCHED": behind the verb of a clause inside another one."""
_ABOUT = re.compile(r"(?<![하되있없])[은는](?=[ ,])")
_TOPICS = ("은", "는", "께서는", "측은", "도")
_FROM = re.compile(r"[自从從繼继于於](?:\d{2,4}年)?$")
_SINCE_WITHIN = 40
_BUT = ("지만", "으나", "는데")
_BETWEEN = ("之间", "之間")
_TITLE_WORDS = 4
_GOES_ON = re.compile("해|하고|하며|하여|했고|한 뒤|한 후")
"""Behind a Korean deed: another one follows, with its own object."""
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
    inner: int = 0
    """Where what the verb governs begins, if other clauses stand before it."""


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
        since, terms = alternation(cues.chinese_since), alternation(cues.chinese_terms)
        self._since = re.compile(since)
        self._term = re.compile(
            rf"(?![自从從在于於])[^，。；,;]{{0,6}}?{terms}[^，。；,;]{{0,4}}?{since}"
        )
        says = [one for one in cues.chinese_saying if len(one) > 1 or one in "称稱说說"]
        self._says = re.compile(alternation(says))
        self._saying = re.compile(rf"{alternation(cues.chinese_saying)}$")
        self._watching = re.compile(rf"[^，。；,]{{0,20}}?{alternation(cues.watching)}")
        self._title = re.compile(rf"[{HAN}]{{0,6}}?{alternation(cues.chinese_titles)}")
        self._office = re.compile(rf" {alternation(cues.korean_titles)}")
        self._watched = cues.watched
        self._looking = re.compile(
            r"(?:(?![이가은는] )[^,.]){0,16}[이가은는서] (?:직접 )?"
            rf"{alternation(cues.korean_watching)}"
        )
        self._made_in, self._undergone = cues.made_in, cues.undergone
        self._clausal = tuple(cues.chinese_clausal)
        self._responses = re.compile(alternation(cues.chinese_responses))

    def read(
        self,
        text: str,
        names: Sequence[Mention],
        *,
        offset: int,
        verb: tuple[int, int],
        after: int = 0,
        goal: bool = False,
    ) -> Parts:
        """The parts of the clause around a verb. ``names`` are the actors of the sentence
        ``text``, whose first character is ``offset`` in the article; ``verb`` is in ``text``,
        and ``after`` is where the verb before it ends, or 0. ``goal`` says that a name joined
        to the word for the deed is whom it is done to: "ロシア訪問", "러시아 방문"."""
        korean = HANGUL_LETTER.search(text, *verb) is not None
        final = korean or KANA_LETTER.search(text) is not None
        start, end = self._clause(text, verb, final=final)
        asides = [one.span() for one in _BRACKETS.finditer(text)]
        whole = {(name.start - offset - 1, name.end - offset + 1) for name in names}
        asides = [
            (a, b) for a, b in asides if not a < verb[0] < b and (a, b) not in whole
        ]  # "主任叶尔马克(Andriy Yermak)": the brackets hold but the name again
        inside = [
            (name.start - offset, name.end - offset, name.entity)
            for name in names
            if not (name.start - offset < verb[1] and verb[0] < name.end - offset)
            and not any(a <= name.start - offset < b for a, b in asides)
        ]
        behind = self._korean if korean else self._japanese
        roles = self._roles_of(text, inside, verb, behind if final else None, goal=goal)
        # A verb that stands last has nothing of its own behind it.
        own = [one for one in roles if start <= one[0] < (verb[0] if final else end)]
        inner = start
        if final and not korean:
            inner = nested.begins(text, start, verb[0])
            own = nested.own(own, inside, text, verb=verb, inner=inner, after=after)
        if korean and self._noun.match(text, verb[1]):
            owners = [entity for begin, entity, role in own if role == "of" and begin < verb[0]]
            return Parts(
                actors=tuple(owners[-1:]),
                recipients=tuple(entity for _, entity, role in own if goal and role == "to")[-1:],
                places=(),
                start=start,
                end=verb[1],
            )
        if not final:
            own = behind_saying(self._says, text, own, (start, verb[0]))
        chain = chains(own, titled(self._title, text, inside))
        chain |= held(self._office, text, inside)
        if korean and _GOES_ON.match(text, after):
            own = [one for one in own if one[2] != "to" or one[0] >= after]
        actors = acting([one for one in own if one[0] >= after], verb[0], chain)
        if not actors and korean and after and _ADNOMINAL.match(text, after):
            # Whoever did what is told inside the clause did not do what the clause tells.
            outer = [one for one in inside if one[0] < after and self._korean.topic(text, one[1])]
            kept = {one[0] for one in outer}
            heard = [one for one in roles if one[0] in kept]
            actors = acting(heard, verb[0], chains(heard, inside))
            if kept or _ABOUT.search(text, 0, verb[0]):
                own = [one for one in own if one[0] in kept or one[2] != "acts"]
        if not final and not actors:
            actors = acting(self._past_times(text, own, verb[0]), verb[0], chain)
        actors = actors or acting(own, verb[0], chain)
        for _ in range(_MOST_CLAUSES):
            if actors or start == 0 or _STOP.match(text, start - 1):
                break
            if not final and self._saying.search(text, max(0, start - 8), start - 1):
                break  # who says so does nothing of what is said
            if korean and text.endswith(_BUT, 0, start - 1):
                break  # "X has said so, but the missile fired today"
            if not final and self._since.search(text, max(0, start - 3), start - 1):
                break  # "after the launch, all three condemned it"
            earlier, _ = self._clause(text, (start - 1, start - 1), final=False)
            before = [one for one in roles if earlier <= one[0] < start]
            actors = acting(before, verb[0], chains(before, titled(self._title, text, inside)))
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
            inner=inner,
        )

    def _roles_of(
        self,
        text: str,
        names: Sequence[tuple[int, int, EntityId]],
        verb: tuple[int, int],
        behind: _Behind | None,
        *,
        goal: bool,
    ) -> list[tuple[int, EntityId, Role]]:
        """Every name with its role; what stands right before a noun for a deed is its ``goal``."""
        found = []
        for begin, stop, entity in names:
            role = self._role(text, (begin, stop), verb, behind)
            joined = goal and behind is not None and not text[stop : verb[0]].strip()
            found.append((begin, entity, "to" if joined and role == "free" else role))
        return found

    def since(self, text: str, date: tuple[int, int], verb: int) -> bool:
        """Whether a date only says since when, or after what: "自5月8日以来", and not when the
        verb that begins at ``verb`` was done."""
        start, end = date
        if not _FROM.search(text, max(0, start - 4), start):
            return False
        stop = verb if end <= verb else end + _SINCE_WITHIN
        found = self._since.search(text, end, stop)
        pause = _BREAK.search(text, end, stop)
        return found is not None and (pause is None or found.start() < pause.start())

    def _role(
        self, text: str, name: tuple[int, int], verb: tuple[int, int], behind: _Behind | None
    ) -> Role:
        if text.startswith(self._made_in, name[1]):
            return "origin"
        role = behind(text, name[1]) if behind else self._chinese(text, *name, verb)
        if name[0] < verb[0] and self._looks_on(text, name[1], verb, behind):
            return "of"
        if behind is None and role == "free" and name[1] == verb[0]:
            return "acts"  # "X 将公布 Y 发射…的数据": whoever stands right before the verb
        undergone = behind is not None and text.startswith(self._undergone, verb[1])
        return "of" if undergone and role == "acts" and name[0] < verb[0] else role

    def _looks_on(
        self, text: str, name: int, verb: tuple[int, int], behind: _Behind | None
    ) -> bool:
        if behind is not None:
            if behind is self._korean:
                return self._looking.match(text, name, verb[0]) is not None
            return text.startswith(self._watched, verb[1])
        return self._watching.match(text, name, verb[0]) is not None

    def _clause(self, text: str, verb: tuple[int, int], *, final: bool) -> tuple[int, int]:
        """Where the clause begins and ends. A verb that stands last ends it with its ending."""
        start = 0
        asides = [one.span() for one in _BRACKETS.finditer(text, 0, verb[0])]
        for mark in _BREAK.finditer(text, 0, verb[0]):
            at = mark.start()
            if not _in_number(text, at) and not any(a < at < b for a, b in asides):
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

    def _past_times(
        self, text: str, names: list[tuple[int, EntityId, Role]], verb: int
    ) -> list[tuple[int, EntityId, Role]]:
        """The names behind the last words that only say when: "SINCE the new president took
        office"; all of them where none stands there."""
        last = max((mark.end() for mark in self._since.finditer(text, 0, verb)), default=0)
        behind = [one for one in names if last <= one[0] < verb and one[2] in {"acts", "free"}]
        return behind if last else []

    def _chinese(self, text: str, begin: int, stop: int, verb: tuple[int, int]) -> Role:
        if begin < verb[0] and self._term.match(text, stop, verb[0]):
            return "of"
        if stop == verb[0] and text.endswith(self._clausal, 0, begin):
            # "针对 X 发射": what X does is what the words before are about.
            answered = self._responses.search(text, verb[1], verb[1] + 40)
            if answered or text[begin - 1] not in "对對":
                return "acts"
        if text.startswith(_BETWEEN, stop):
            return "place"
        for role, marks in self._before:
            if text.endswith(marks, 0, begin):
                if role == "with" and begin > verb[1]:
                    return "free"
                return role
        if begin > verb[0] and not self._object.match(text, stop):
            return "of"
        apart = begin > verb[0] and text[begin - 1] == " "  # "发射导弹 法新社": a credit
        return "of" if apart or text.startswith("的", stop) else "free"


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

    def topic(self, text: str, stop: int) -> bool:
        """Whether a Korean name is what its sentence is about."""
        at = stop
        for _ in range(_TITLE_WORDS):
            word = _WORD.match(text, at)
            if word is None:
                return False
            shown = word.group().strip(_CLOSING + " ")
            if any(shown.endswith(mark) for mark in self._marks):
                return shown.endswith(_TOPICS)
            at = word.end()
        return False

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


def _in_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


@lru_cache(maxsize=8)
def eastern_roles(cues: EastAsianRoles) -> EasternRoles:
    """The marks of a set of cues, compiled once."""
    return EasternRoles(cues)
