"""Where a name found once stands again: in full, by its surname, by its abbreviation.

A surname that two people of the article answer to, known or not, names nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.extract.names.form import Body, UnlistedName
from generator.knowledge.base import KnowledgeBase
from generator.model import Sentence
from generator.text.tokens import fold, tokenise

_LATIN = re.compile(r"[A-Za-z]")
_REACH = 40
_NEXT = re.compile(r"[ \n]([a-z]+)")
_DATING = frozenset(
    {
        "in",
        "by",
        "until",
        "till",
        "since",
        "from",
        "to",
        "of",
        "on",
        "last",
        "next",
        "this",
        "early",
    }
    | {"late", "mid", "between", "and", "before", "after", "during", "through", "for", "each"}
)
"""Before the name of a month."""
_AUXILIARY = frozenset({"is", "was", "has", "had", "will", "would", "saw"})
"""What a month does as well as somebody."""
_MOST = 400
"""Names looked for again; a hostile article may hold thousands."""


class _Names(Struct):
    """What an article has named so far: where first, and the forms to look for again."""

    plain: str
    """The article in small letters without hyphens, of the same length."""
    people: dict[str, int]
    bodies: dict[str, tuple[str, int]]
    surnames: dict[str, list[str]]

    def wanted(self) -> dict[str, str]:
        """Form -> kind of what it stands for."""
        result: dict[str, str] = {}
        for full in list(self.people)[:_MOST]:
            result[full] = "person"
        for form in list(self.bodies)[:_MOST]:
            result[form] = "organisation"
        for surname in list(self.surnames)[:_MOST]:
            if len(surname) > 1:
                result.setdefault(surname, "surname")
        return result


class Repeater:
    """Knows the surnames of the people of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.actors
        self._east_asian = frozenset(cues.persons.east_asian)
        self._titles = (
            frozenset(cues.not_names) | frozenset(cues.persons.nouns) | frozenset(cues.titles)
        )
        self._calendar = frozenset(cues.calendar)
        self._verbs = frozenset((*cues.persons.verbs, *cues.persons.shared_verbs)) - _AUXILIARY
        self._known: dict[str, list[tuple[str, str]]] = {}
        self._listed: set[str] = set()
        for actor in knowledge.actors.values():
            if actor.kind != "person":
                continue
            fulls = {_flat(actor.name), *(_flat(item.text) for item in actor.aliases)}
            fulls = {full for full in fulls if " " in full}
            self._listed |= fulls
            weak = [item.text for item in actor.aliases if item.rule == "surname"]
            surnames = {tokenise(text).norms[-1] for text in weak if tokenise(text).norms}
            surnames.add(fold(actor.name.split(" ")[-1]))
            for surname in surnames:
                self._known.setdefault(surname, []).extend((actor.id, full) for full in fulls)

    def repeat(self, body: Body, text: str, found: dict[tuple[int, int], UnlistedName]) -> None:
        """Add to ``found`` what stands again in the sentences of ``body``."""
        names = self._named(text, found)
        wanted = names.wanted()
        if not wanted:
            return
        forms = sorted(wanted, key=len, reverse=True)
        taken = _Taken(found)
        for sentence in body.sentences:
            for begin, surface in _standing(forms, sentence.text):
                start, end = sentence.start + begin, sentence.start + begin + len(surface)
                if taken.covers(start, end):
                    continue
                kind = wanted[surface]
                name: tuple[str, bool] | None = (surface, False)
                if kind == "surname":
                    name = self._by_surname(sentence, begin, surface, names)
                elif kind == "organisation":
                    full, first = names.bodies[surface]
                    name = (full, False) if start > first or " " in surface else None
                if name is not None:
                    found[start, end] = UnlistedName(
                        start=start,
                        end=end,
                        sentence=sentence.id,
                        type="organisation" if kind == "organisation" else "person",
                        name=name[0],
                        again=True,
                        shared=name[1],
                    )

    def _named(self, text: str, found: dict[tuple[int, int], UnlistedName]) -> _Names:
        names = _Names(text.lower().replace("-", " "), {}, {}, {})
        for name in sorted(found.values(), key=lambda item: item.start):
            if name.shared:
                continue
            if name.type != "person":
                form = text[name.start : name.end] if name.again else name.name
                # One word that speaks is that company wherever it stands.
                names.bodies.setdefault(form, (name.name, -1 if name.alone else name.start))
            elif " " not in name.name and self._is_known(name.name, names.plain):
                continue  # "Premier X" is not whom the article calls X elsewhere
            elif name.name not in names.people:
                names.people[name.name] = name.start
                if _LATIN.search(name.name) and _flat(name.name) not in self._listed:
                    names.surnames.setdefault(self.surname(name.name), []).append(name.name)
        return names

    def surname(self, full: str) -> str:
        """The word of a full name by which the article calls somebody again."""
        if "," in full:
            return full.split(",", maxsplit=1)[0]
        parts = full.split(" ")
        capitals = [part for part in parts if part.isupper() and len(part) > 1 and "." not in part]
        if len(capitals) == 1 and len(parts) > 1:
            return capitals[0]
        eastern = fold(parts[0]) in self._east_asian and 2 <= len(parts) <= 3
        given = parts[1:]
        hyphened = any("-" in part and part.split("-")[1][:1].islower() for part in given)
        if eastern and (hyphened or fold(parts[-1]) not in self._east_asian):
            return parts[0]
        return parts[-1]

    def _by_surname(
        self, sentence: Sentence, begin: int, surname: str, names: _Names
    ) -> tuple[str, bool] | None:
        """Whom a surname names here, and whether others answer to it as well."""
        text, start = sentence.text, sentence.start + begin
        after = text[begin + len(surname) :][:2]
        if len(after) == 2 and after[0] in " -" and after[1].isupper() and after[1].isascii():
            return None
        before = text[max(0, begin - _REACH) : begin]
        if before.endswith("-"):
            return None
        before = before.rstrip()
        last = before.rsplit(" ", 1)[-1] if before else ""
        closed = last[-1:] in {".", ",", ":", "”", '"'}
        if last[:1].isupper() and not closed and fold(last) not in self._titles:
            return None
        if fold(surname) in self._calendar:
            after = text[begin + len(surname) : begin + len(surname) + _REACH]
            if not self._acts(last, after):
                return None
        owners = names.surnames[surname]
        earlier = [full for full in owners if names.people[full] < start]
        if not earlier:
            return None
        rivals = self._rivals(surname, owners, names)
        alone = len(earlier) == 1 and not any(place < start for place in rivals)
        return earlier[0], not alone

    def _acts(self, last: str, after: str) -> bool:
        """Whether "May" is somebody: she speaks or acts, and no preposition dates her."""
        if last[:1].isdigit() or fold(last) in _DATING:
            return False
        following = _NEXT.match(after)
        return following is not None and following.group(1) in self._verbs

    def _rivals(self, surname: str, owners: list[str], names: _Names) -> list[int]:
        """Where known people of that surname are first named in full, one each."""
        own = {_flat(full) for full in owners}
        places: dict[str, int] = {}
        for identity, full in self._known.get(fold(surname), ()):
            place = -1 if full in own else names.plain.find(full)
            if place >= 0:
                places[identity] = min(place, places.get(identity, place))
        return list(places.values())

    def known_before(self, surname: str, text: str) -> bool:
        """Whether ``text`` names a known person of a surname in full."""
        return self._is_known(surname, _flat(text))

    def _is_known(self, surname: str, plain: str) -> bool:
        return any(full in plain for _, full in self._known.get(fold(surname), ()))


def _flat(name: str) -> str:
    return fold(name).replace("-", " ")


class _Taken:
    """Spans already read; new ones come in reading order and never overlap."""

    def __init__(self, found: dict[tuple[int, int], UnlistedName]) -> None:
        spans = sorted(found)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, start: int, end: int) -> bool:
        after = bisect_right(self._ends, start)
        return after < len(self._starts) and self._starts[after] < end


def _standing(forms: Sequence[str], text: str) -> Iterator[tuple[int, str]]:
    """Where any of the forms stands as whole words, the first of them at each place; in reading
    order, none over another. A line break may stand for a space."""
    flat = text.replace("\n", " ")
    found: list[tuple[int, int]] = []
    for rank, form in enumerate(forms):
        at = flat.find(form)
        while at >= 0:
            if _whole(flat, at, form):
                found.append((at, rank))
            at = flat.find(form, at + 1)
    reached = 0
    for at, rank in sorted(found):
        if at >= reached:
            yield at, forms[rank]
            reached = at + len(forms[rank])


def _whole(text: str, start: int, form: str) -> bool:
    """Whether a form ends where words end; East Asian words have no such bounds."""
    end = start + len(form)
    return not (
        (form[0].isascii() and _in_word(text[start - 1 : start]) == _in_word(form[0]))
        or (form[-1].isascii() and _in_word(text[end : end + 1]) == _in_word(form[-1]))
    )


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
