"""Whom a statement means: a pronoun that speaks and a surname not yet introduced get the name.

Decides when that is sure: the article names the person in full before, and nobody else whom it
names shares the surname. The name stands in square brackets, as everything that is put in, and the
sentence that gives it joins the evidence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from generator.extract.summary.findings import Findings
from generator.extract.summary.weighing import Unit
from generator.model import Mention, SentenceId, Statement
from generator.text.reading import Reading
from generator.text.syntax.clauses import word_count
from generator.text.tokens import fold, is_latin

_PERSONAL = frozenset({"he", "she"})
_PRONOUNS = frozenset({"it", "they"}) | _PERSONAL
_ADDRESS = frozenset({"Mr", "Mrs", "Ms", "Dr", "Messrs"})
_CAPITALS = 3
"""Words with which a report may open in capitals, and letters of the shortest of them."""
_HEAD = 60
"""Characters in which the name with which a statement opens ends."""


def named(
    statement: Statement, unit: Unit, findings: Findings, *, told: set[str], most: int = 0
) -> Statement:
    """A statement with its persons by their names. ``told`` are those that the statements before
    name in full; it grows. ``most`` words are not exceeded, if any are given."""
    if not is_latin(statement.text):
        return statement
    reading = findings.readings[unit.index]
    found = _speaker(statement, unit, findings, reading)
    found = _subject(found, unit, findings) if found is statement else found
    for item in reading.names:
        name = findings.names.get(item.entity, "")
        if item.entity not in findings.persons or item.entity in told:
            continue
        if name in found.text:
            told.add(item.entity)
            continue
        longer = _in_full(found, item, name, unit, findings)
        if longer is not None and not (most and word_count(longer.text) > most):
            found = longer
            told.add(item.entity)
    return found


def plainly(text: str, reading: Reading, findings: Findings, epithets: AbstractSet[str]) -> str:
    """ "TUBBY tyrant Rupert Black has" and "RUPERT Black has" -> "Rupert Black has":
    a name with which a statement opens, without what a tabloid makes of it."""
    person = next((item for item in reading.names if item.entity in findings.persons), None)
    begin = text.find(person.surface, 0, _HEAD) if person is not None else -1
    words = text[:begin].split() if begin > 0 else []
    if (
        words
        and all(word.isalpha() for word in words)
        and not epithets.isdisjoint(map(fold, words))
    ):
        own = [word for word in words if fold(word) not in epithets]
        if all(any(word in item.surface for item in reading.mentions) for word in own):
            own = []  # "Northland despot Black"
        text = " ".join((*own, text[begin:]))
    words = text.split(" ", _CAPITALS)
    for at, word in enumerate(words[:_CAPITALS]):
        if not (word.isupper() and word.isalpha() and len(word) >= _CAPITALS) or _acronym(
            word, findings
        ):
            break
        words[at] = word.lower() if at and f" {word.lower()} " in text else word.capitalize()
    return " ".join(words)


def _acronym(word: str, findings: Findings) -> bool:
    """Whether a word stands in capitals alone, in the article and in the names of its actors."""
    forms = (word.capitalize(), f" {word.lower()} ")
    return word == "WHO" or not (
        any(forms[0] in name.split() for name in findings.names.values())
        or any(form in one.sentence.display for one in findings.readings for form in forms)
    )


def _speaker(statement: Statement, unit: Unit, findings: Findings, reading: Reading) -> Statement:
    """ "..., he said" -> "..., [Lena Orlova] said"."""
    own = {item.entity for item in reading.names}
    named_here = [item for item in reading.names if item.surface in statement.text]
    for claim in findings.told(unit.sentence, statement.text):
        name, source = findings.names.get(claim.holder or ""), claim.source
        before = named_before(unit.index, claim.holder, findings)
        if not name or not before or claim.holder in own or fold(source) not in _PRONOUNS:
            continue
        if not findings.may_be(source, claim.holder or "", unit.sentence):
            continue
        if fold(source) in _PERSONAL and any(
            item.entity in findings.persons for item in named_here
        ):
            continue  # "Minister Black was quoted as saying a boat was needed because, he said"
        for phrase in (f" {source} {claim.cue}", f" {claim.cue} {source}"):
            if statement.text.count(phrase) == 1:
                text = statement.text.replace(phrase, phrase.replace(f" {source}", f" [{name}]", 1))
                evidence = dict.fromkeys((*before, *statement.evidence))
                return replace(statement, text=text, evidence=tuple(evidence))
    return statement


def _subject(statement: Statement, unit: Unit, findings: Findings) -> Statement:
    """ "Since May he has led it" -> "Since May [Lena Orlova] has led it"."""
    meant = findings.meant(unit.sentence, unit.text)
    if meant is None:
        return statement
    pronoun, name, sentence = meant
    begin = _place(statement.text, pronoun)
    if begin < 0:
        begin = _place(statement.text, pronoun.capitalize())
    if begin < 0 or quoted(statement.text[:begin]):
        return statement
    own = f"[{name}]'s" if fold(pronoun) in {"his", "her"} else f"[{name}]"
    text = statement.text[:begin] + own + statement.text[begin + len(pronoun) :]
    evidence = dict.fromkeys((sentence, *statement.evidence))
    return replace(statement, text=text, evidence=tuple(evidence))


def _in_full(
    statement: Statement, item: Mention, name: str, unit: Unit, findings: Findings
) -> Statement | None:
    """A statement with a surname of an earlier introduced person written out, or nothing."""
    surface, words = item.surface, name.split()
    if item.inferred or len(words) < 2 or surface not in words:
        return None
    if any(
        surface in other.split() and entity != item.entity
        for entity, other in findings.names.items()
    ):
        return None
    begin = _place(statement.text, surface)
    introduced = _introduced(unit.index, item.entity, words, findings)
    if begin < 0 or introduced is None or quoted(statement.text[:begin]):
        return None
    rest = statement.text[begin + len(surface) :]
    if rest.lstrip()[:1].isupper():
        return None  # part of a longer name
    if statement.text[:begin].rstrip(" .").rpartition(" ")[2] in _ADDRESS:
        return None  # no "Mr. [Rupert Black]"
    text = f"{statement.text[:begin]}[{name}]{rest}"
    evidence = dict.fromkeys((introduced, *statement.evidence))
    return replace(statement, text=text, evidence=tuple(evidence))


def _place(text: str, word: str) -> int:
    """Where a word stands first by itself, outside square brackets and longer names; -1 if
    nowhere. Not by a regular expression: each word would be compiled."""
    begin = text.find(word)
    while begin >= 0:
        before, after = text[begin - 1 : begin], text[begin + len(word) :][:1]
        joined = before.isalnum() or after.isalnum() or before in {"[", "-"} or after in {"]", "-"}
        if not joined:
            return begin
        begin = text.find(word, begin + 1)
    return -1


def _introduced(index: int, entity: str, words: list[str], findings: Findings) -> SentenceId | None:
    """The sentence before that one which names somebody in full."""
    for reading in findings.readings[:index]:
        for item in reading.names:
            if item.entity == entity and set(map(fold, words)) <= set(
                map(fold, item.surface.split())
            ):
                return reading.sentence.id
    return None


def named_before(index: int, holder: str | None, findings: Findings) -> tuple[SentenceId, ...]:
    """The last sentence before a statement that names its source."""
    naming = findings.naming.get(holder or "", ())
    before = bisect_left(naming, index)
    return (findings.readings[naming[before - 1]].sentence.id,) if before else ()


def named_beside(index: int, holder: str | None, findings: Findings) -> tuple[SentenceId, ...]:
    """The last sentence before a statement that names its source, or the first behind it."""
    naming = findings.naming.get(holder or "", ())
    behind = bisect_left(naming, index + 1)
    after = naming[behind : behind + 1]
    return named_before(index, holder, findings) or tuple(
        findings.readings[at].sentence.id for at in after
    )


def quoted(before: str) -> bool:
    """Whether what follows stands inside a quotation."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
