"""Who stands on a list of designated parties: "HENTZAU, Rupert (a.k.a. ...); DOB ...", a company in
capitals with its other names, a ship with its flag.

Such a line vouches for its first words by what follows them; everywhere else words in capitals
are shouted. The other names in brackets are names of the same party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from generator.extract.names.form import CAP, CAPITAL, UnlistedName
from generator.model import ActorType, Sentence
from generator.text.tokens import fold

_CAPITALS = rf"(?:(?:[{CAPITAL}]\.){{2,5}}|[{CAPITAL}][{CAPITAL}'’&-]*)"
_LEGAL = r"(?:LTD|INC|LLC|LIMITED|PTE|CORP|S\.A\.|B\.V\.)"
_PARTY = re.compile(
    rf"\W{{0,4}}(?:\d{{1,3}}\. )?(?P<name>{_CAPITALS}"
    rf"(?:\.?(?: |,[ ](?={_LEGAL}\b))(?:{_CAPITALS}|\d{{1,3}}\b)){{1,9}}"
    rf"(?:(?<=LTD)\.|(?<=INC)\.|(?<=CORP)\.|(?<=CO)\.)?)"
    rf"(?=,? \(|, [{CAPITAL}][a-zà-ÿ]|,? [{CAPITAL}][a-zà-ÿ]+ |\.? [afn]\.k\.a\b)"
)
"""The words in capitals that begin an entry, up to its brackets, its seat or the kind of ship."""
_SURNAME = rf"[{CAPITAL}]{{2,20}}(?:[ -][{CAPITAL}]{{2,20}})?"
_PERSON = re.compile(
    rf"(?<![\w-])(?P<name>{_SURNAME}, {CAP}(?:[ -]{CAP}){{0,3}})"
    r"(?= \((?:[afn]\.?k\.?a\.?|also known|[A-Z][a-z]+(?: [A-Z][a-z]+)?: )|[,;] .{0,80}?\bDOB\b"
    r"|\. [afn]\.k\.a\b)"
)
_ENTRY = re.compile(
    r"^\W{0,4}\d{1,3}\. "
    r"|\bDOB\b|\b[afn]\.k\.a\b|\bIMO \d{7}\b|\bLinked To:|\[[A-Z]{3,}[A-Z0-9-]*\]|\bSDN\b"
)
"""What only the line of such a list holds."""
_SIGNS = ("DOB", ".k.a", "IMO ", "Linked To:", "[", "SDN", "(Cyrillic", "(Chinese")
"""Of which it must hold one."""
_OTHER = re.compile(
    r"(?:\b[afn]\.?k\.?a\.?,?|\balso known as|\bformerly known as"
    r"|\b[A-Z][a-z]+(?: [A-Z][a-z]+)?:(?= [^\x00-\x7f]))"
    r" [\"“]?(?P<name>[^;()\"“”\n]{2,80}?)[\"”]?(?=[;)]|,? [afn]\.k\.a\.)"
)
"""Another name in brackets: "a.k.a. ...", or in its own script behind what that is called."""
_LINKED = re.compile(rf"\bLinked To: (?P<name>{_CAPITALS}[^;()\n]{{2,80}}?)(?=[;)])")
_LISTED = re.compile(r"\.? [afn]\.k\.a\.?:?(?P<inside>(?: ?\(\d{1,2}\) [^()\n]{2,60}){1,20})")
_ITEM = re.compile(r"\(\d{1,2}\) [\"“]?(?P<name>[^()\n\"“”]{2,60}?)[\"”]?[.;,]?(?= \(|$)")
"""Other names with a number each: "a.k.a: (1) Black Rudolf (2) RUDOLF, Black"."""
_BRACKETS = re.compile(r",? \((?P<inside>[^()\n]{3,300}(?:\([^()\n]{0,80}\)[^()\n]{0,200})?)\)")


def lists_parties(text: str) -> bool:
    """Whether an article may hold such a list at all."""
    return any(sign in text for sign in _SIGNS)


def listed_parties(sentence: Sentence) -> Iterator[UnlistedName]:
    """The party of an entry, its other names, and whom it is linked to."""
    text = sentence.text
    if not lists_parties(text) or not _ENTRY.search(text):
        return
    for match in _PERSON.finditer(text):
        name = _name(sentence, match, "person")
        yield name
        yield from other_names(sentence, name)
    party = _PARTY.match(text)
    if party is not None and not _PERSON.match(text, party.start("name")):
        name = _name(sentence, party, "organisation")
        yield name
        yield from other_names(sentence, name)
    for match in _LINKED.finditer(text):
        yield _name(sentence, match, "organisation")


def other_names(sentence: Sentence, name: UnlistedName) -> Iterator[UnlistedName]:
    """What stands in the brackets right behind a name as another name of the same party."""
    numbered = _LISTED.match(sentence.text, name.end - sentence.start)
    if numbered is not None:
        for match in _ITEM.finditer(sentence.text, numbered.start("inside"), numbered.end()):
            yield replace(_name(sentence, match, name.type), name=name.name, again=True)
    brackets = _BRACKETS.match(sentence.text, name.end - sentence.start)
    while brackets is not None:
        for match in _OTHER.finditer(sentence.text, brackets.start(), brackets.end()):
            yield replace(_name(sentence, match, name.type), name=name.name, again=True)
        brackets = _BRACKETS.match(sentence.text, brackets.end())


def in_usual_order(found: dict[tuple[int, int], UnlistedName]) -> None:
    """Call a person of a list ("HENTZAU, Rupert") as the article's sentences do, if they do."""
    spoken: dict[tuple[str, str], set[str]] = {}
    inverted = [(span, name) for span, name in found.items() if "," in name.name]
    for name in found.values() if inverted else ():
        words = fold(name.name).split()
        if name.type == "person" and "," not in name.name and len(words) > 1:
            spoken.setdefault((words[-1], words[0]), set()).add(name.name)
            spoken.setdefault((words[0], words[1]), set()).add(name.name)
    for span, name in inverted:
        surname, _, given = fold(name.name).partition(", ")
        usual = spoken.get((surname, given.split(" ")[0]), set())
        if name.type == "person" and len(usual) == 1:
            found[span] = replace(name, name=next(iter(usual)))


def _name(sentence: Sentence, match: re.Match[str], kind: ActorType) -> UnlistedName:
    return UnlistedName(
        start=sentence.start + match.start("name"),
        end=sentence.start + match.end("name"),
        sentence=sentence.id,
        type=kind,
        name=" ".join(match.group("name").split()),
    )
