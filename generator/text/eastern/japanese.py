"""Who may speak in a Japanese sentence, by the particle behind the name.

Decides which topics ("X は") and subjects right before the verb ("と X が") are candidates, and in
what order; who they are is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.text.eastern.words import EasternWords

_TAIL = 40
"""Characters in which the verb of speech ends the sentence."""
_TOPIC = re.compile(
    r"(?P<np>[^、。「」\"\u0001]{2,40}?)(?:(?<!で)は|(?<!で)も)(?=[、「\"\u0001]|[^、。]{2})"
)
_HANDED_ON = re.compile(
    r"(?P<np>[^、。「」\"\u0001がはとを]{2,30})(?:が|は)(?:同日|\d{1,2}日)?(?:に|、)?$"
)
_OPENED = re.compile(r"(?:で|に|は|、|対し)[「\"]\u0001+\s*$")
"""A quotation that no mark closes, behind a particle."""
_ABOUT = re.compile(r"(?:について|(?:に関し|に対し|をめぐっ)て|をめぐり)(?=[^、])")
_CLAUSE_ENDS = re.compile(r"(?:[しりきみちぎびけせれ]|[てで]|[たるいだうすん]が|だ|ず|る)、$")
"""A clause that its verb leaves open: "fired a missile, and the army ..."."""


class JapaneseSpeech(Struct, frozen=True):
    """``verb`` and the ``speakers`` in the order in which they are tried; half-open spans."""

    verb: tuple[int, int]
    speakers: tuple[tuple[int, int], ...]


def japanese_speech(words: EasternWords, text: str) -> JapaneseSpeech:
    """The verb of speech that ends a sentence and whoever may be its subject; nobody where
    no such verb does. ``text`` is the sentence with its quotations blanked."""
    match = words.japanese.search(text, max(0, len(text) - _TAIL))
    if match is None:
        return JapaneseSpeech((0, 0), ())
    verb = match.span("verb")
    return JapaneseSpeech(verb, tuple(_speakers(words, text, verb[0])))


def japanese_opening(words: EasternWords, text: str) -> tuple[int, int] | None:
    """The topic of a sentence that ends inside the quotation it opens: "X は会見で「…。"."""
    if _OPENED.search(text) is None:
        return None
    lead = words.lead.match(text)
    first = _TOPIC.match(text, lead.end() if lead else 0)
    return first.span("np") if first is not None else None


def _speakers(words: EasternWords, text: str, verb: int) -> Iterator[tuple[int, int]]:
    handed = _HANDED_ON.search(text, max(0, verb - _TAIL), verb + 1)
    if handed is not None and text[handed.start() - 1 : handed.start()] == "と":
        yield handed.span("np")
    lead = words.lead.match(text)
    first = _TOPIC.match(text, lead.end() if lead else 0)
    later = [
        found.span("np")
        for mark in re.finditer("、", text[:verb])
        if _CLAUSE_ENDS.search(text, max(0, mark.start() - 2), mark.end())
        and not words.japanese_on.search(text, 0, mark.end())
        and (found := _TOPIC.match(text, mark.end(), verb)) is not None
    ]
    yield from reversed(later)
    for about in _ABOUT.finditer(text, 0, verb):
        # "XについてYは…と述べた": Y speaks, and what it is about is no part of the name.
        if (found := _TOPIC.match(text, about.end(), verb)) is not None:
            yield found.span("np")
    if first is not None:
        yield first.span("np")
