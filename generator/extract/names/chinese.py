"""Names in Chinese and Japanese text, where nothing separates the words.

A person is read only beside a title or a verb of saying, an organisation by the end of its
name. Where a given name ends is decided by what may follow one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.names.form import UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import ActorType, Sentence
from generator.text.scripts import HAN
from generator.text.tries import alternation
from generator.text.widths import full_width

_DOT = "·•・‧"
_LONGEST_BODY = 14
_OPENING = frozenset("“「『《")
_SHORT = 2
"""Characters of the shortest names of persons."""
_NATIONAL = 6
"""Letters of the shortest firm that is named by its state and its trade: "中国航天科技集团"."""


def _japanese(knowledge: KnowledgeBase) -> Iterator[re.Pattern[str]]:
    """Persons before a Japanese title: surname and given name, four characters, foreign sounds, a
    surname alone, and one word in katakana that is no state or body ("フランス大統領")."""
    own = knowledge.language.actors.japanese
    titles, family = alternation(own.titles), alternation(own.surnames)
    yield re.compile(f"(?<![{HAN}])(?P<name>{family}(?!{titles})[{HAN}]{{1,3}}?){titles}")
    yield re.compile(f"(?<=[の、「（])(?P<name>(?:(?![{own.not_names}])[{HAN}]){{4}}){titles}")
    katakana = "[ァ-ヴー]{2,12}"
    yield re.compile(f"(?P<name>{katakana}(?:[・＝]{katakana}){{1,3}})(?=[{HAN}]{{0,6}}?{titles})")
    listed = {
        one.text[:size]
        for actor in knowledge.actors.values()
        if actor.kind == "person"
        for one in actor.aliases
        if one.lang == "ja"
        for size in (2, 3)
    }
    # Of a listed person the surname alone is read elsewhere, or by nobody.
    sure = alternation(one for one in own.surnames if len(one) > 1 and one not in listed)
    yield re.compile(f"(?<![{HAN}])(?P<name>{sure})(?={alternation(own.offices)})")
    bodies = (
        one.text
        for actor in knowledge.actors.values()
        if actor.kind != "person"
        for one in actor.aliases
        if re.match("[ァ-ヴ]", one.text)
    )
    foreign = alternation((*own.not_foreign, *bodies))
    yield re.compile(
        f"(?<![ァ-ヴー・＝])(?P<name>(?!{foreign})[ァ-ヴー]{{2,12}})"
        f"(?=[{own.of_states}]{{0,2}}{alternation(own.foreign_offices)})"
    )


class ChineseFinder:
    """The cues of one knowledge base; stateless between documents."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        own = cues.chinese
        self._never = own.never
        self._common = tuple(sorted(own.common, key=len, reverse=True))
        states = {
            text
            for actor in knowledge.actors.values()
            if actor.kind == "state"
            for text in (actor.name, *(item.text for item in actor.aliases if item.extract))
            if re.match(f"[{HAN}]", text)
        }
        self._states = tuple(sorted(states, key=len, reverse=True))
        self._listed = {
            item.text
            for actor in knowledge.actors.values()
            if actor.kind == "person"
            for item in actor.aliases
            if len(item.text) == _SHORT and re.fullmatch(f"[{HAN}]+", item.text)
        }
        initials = {
            item.text
            for actor in knowledge.actors.values()
            if actor.kind == "state"
            for item in actor.aliases
            if item.style == "initial" and re.fullmatch(f"[{HAN}]", item.text)
        }
        self._joined = re.compile(f"[{''.join(sorted(initials)) or '_'}]{{2}}$")
        surnames = "".join(own.surnames.split())  # the file has it on several lines
        given = f"(?![{own.not_given}])[{HAN}]"
        doubles = alternation(own.double_surnames)
        native = f"(?:{doubles}{given}(?:{given})?|[{surnames}]{given}(?:{given})?)"
        three = f"(?:{doubles}{given}(?:{given})?|[{surnames}]{given}{given})"
        inner = f"[{surnames}][{HAN}](?![{own.not_given}])[{HAN}]"
        plain = f"[{surnames}][{own.given}]{{2}}"
        sounds = f"[{own.sounds}]"
        dotted = f"{sounds}{{1,8}}(?:[{_DOT}]{sounds}{{1,8}}){{1,3}}"
        follows = f"(?={alternation((*own.follows, *own.verbs))}|[A-Za-z0-9\\s]|$)"
        titles = alternation(own.titles)
        verbs = f"(?={alternation(own.before_verbs)}?{alternation(own.verbs)})"
        self._titled = re.compile(
            f"{titles}[”」』]?(?P<name>{dotted}|{native}{follows}|{sounds}{{2,6}}{follows}|{inner}{follows}"
            f"|[{surnames}][{HAN}]{{2}}{verbs}|{plain})"
        )
        edge = "(?:^|(?<=[，。；：、“”「」！？\\s）)]))"
        self._speaking = re.compile(f"{edge}(?P<name>{three}){verbs}")
        ends = alternation(own.organisations)
        body = f"[^{own.borders}\\W\\d_a-z]"
        self._body = re.compile(f"(?P<name>{body}{{2,{_LONGEST_BODY}}})")
        kinds = alternation(own.kinds)
        self._kind = re.compile(f".*{kinds}(?=.{{3}})", re.DOTALL)
        self._kinds = tuple(own.kinds)
        self._groups = own.groups
        self._quoted = re.compile(
            f"(?:{kinds}[“「『]|[“「『](?=[^”」』]{{1,12}}{alternation(own.quoted_organisations)}[”」』])"
            f"|[“「『](?=[^”」』]{{1,12}}[”」』](?:{alternation(own.company_after)}|{kinds})))"
            f"(?!{alternation(own.verbs)})(?P<name>(?:(?![{own.borders}])[{HAN}A-Za-z0-9-]){{2,16}}|(?=[^”」』]{{0,15}}[ぁ-んァ-ヴ])[{HAN}ぁ-んァ-ヴー]{{2,16}})[”」』]"
        )
        self._end = re.compile(f".*{ends}(?![会會长長])", re.DOTALL)
        self._ends = (*own.organisations, *own.employers)
        self._employer = re.compile(
            f"(?<![{HAN}])(?P<name>{body}{{2,{_LONGEST_BODY}}}?{alternation(own.employers)})"
            f"(?={titles}[{surnames}{own.sounds}])"
        )
        unit, arms = alternation(own.units), alternation(own.unit_words)
        long = alternation(one for one in own.units if len(one) > 1)
        self._unit = re.compile(
            rf"第(?:\d{{1,4}}{arms}{{0,5}}{unit}|[一二三四五六七八九十百]{{1,5}}(?:{arms}{{1,5}}{unit}|{long}))"
            r"(?![长長事队隊官种種区區衔銜结結工])"
        )
        self._paper = re.compile(f"《(?P<name>[{HAN}]{{1,8}}{alternation(own.papers)})》")
        self._not_in_body = re.compile(alternation(own.not_in_body))
        self._persons = (self._titled, self._speaking, *_japanese(knowledge))

    def find(self, sentence: Sentence) -> Iterator[UnlistedName]:
        """Organisations, then persons."""
        text = full_width(sentence.text)
        for match in self._quoted.finditer(text):
            start, end = match.span("name")
            yield self._name(sentence, start, end, "organisation")
        for match in self._paper.finditer(text):
            yield self._name(sentence, *match.span("name"), "organisation")
        for match in self._unit.finditer(text) if "第" in text else ():
            yield self._name(sentence, *match.span(), "organisation")
        for match in self._body.finditer(text):
            yield from self._organisation(sentence, match)
        for match in self._employer.finditer(text):
            yield from self._organisation(sentence, match, whole=True)
        for pattern in self._persons:
            for match in pattern.finditer(text):
                start, end = match.span("name")
                if self._is_name(match.group("name")):
                    yield self._name(sentence, start, end)

    def _is_name(self, name: str) -> bool:
        if name[:_SHORT] in self._listed and len(name) == _SHORT + 1:
            return False  # of somebody listed, and the word behind: "毛宁主|持"
        return not any(word in name or name in word for word in (*self._never, *self._states))

    def _organisation(
        self, sentence: Sentence, match: re.Match[str], *, whole: bool = False
    ) -> Iterator[UnlistedName]:
        start, end = match.span("name")
        if not whole:
            ending = self._end.match(match.group())
            if ending is None:
                return
            end = start + ending.end()
        kind = self._kind.match(sentence.text, start, end)
        start = kind.end() if kind else start
        name = sentence.text[start:end]
        if self._not_in_body.search(name) or self._joined.search(sentence.text, 0, start):
            return  # of several states: "美日|韩军事联盟"
        if name.endswith(self._kinds) and sentence.text[end : end + 1] in _OPENING:
            return  # what a body is, before its name
        if name.startswith(self._states) and name.endswith(self._groups) and len(name) > _NATIONAL:
            yield self._name(sentence, start, end, "organisation")
            return
        rest = next(name.removesuffix(item) for item in self._ends if name.endswith(item))
        for word in (*self._states, *self._common):
            rest = rest.replace(word, "")
        if len(rest) < 2:
            return
        yield self._name(sentence, start, end, "organisation")

    def _name(
        self, sentence: Sentence, start: int, end: int, kind: ActorType = "person"
    ) -> UnlistedName:
        return UnlistedName(
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence.id,
            type=kind,
            name=sentence.text[start:end],
        )
