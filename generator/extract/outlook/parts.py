"""The stretches of a sentence that one voice says, each with what stands in it.

Decides what of a sentence a statement that looks ahead can be read from: one stretch a claim, the
whole sentence where one voice holds all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.knowledge.base import KnowledgeBase
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    DateExpression,
    Document,
    Mention,
    Sentence,
    Span,
)
from generator.text.ahead.own import governs, own_spans
from generator.text.phrases import LONGEST, plain
from generator.text.reading import by_sentence
from generator.text.speech.voices import Voices

_CLOSED = (".", "!", "?", '"', ")", "。")


class Part(Struct, frozen=True, kw_only=True):
    """``sentence`` is the stretch, as a sentence of its own; ``text`` its words, made plain;
    ``weapons`` are half-open spans in it, ``own`` the ends of names of the holder, who is known to
    be a ``person`` or not, and ``governs`` if he speaks for a state; ``others`` those of all other
    names. ``cue`` are the words of speech in small letters; ``attributed`` says that somebody but
    the writer says it."""

    sentence: Sentence
    text: str
    claim: Claim | None
    weapons: tuple[tuple[int, int], ...]
    own: tuple[int, ...]
    dates: tuple[DateExpression, ...]
    heading: bool
    person: bool
    others: tuple[int, ...]
    governs: bool
    cue: str
    attributed: bool

    @property
    def holder(self) -> str | None:
        return self.claim.holder if self.claim is not None else None


def _attributed(claim: Claim | None) -> bool:
    """Whether somebody but the writer makes a claim; an unnamed source must have words of its own,
    not only "is expected"."""
    if claim is None or claim.holder in {None, AUTHOR}:
        return False
    return claim.holder != ANONYMOUS or claim.source != claim.cue


_BOUNDS = re.compile(
    r"[；;] ?|(?<=[^\x00-\x7f])[，、]|(?<=[^\x00-\x7f]), |"
    r"(?<=[가-힣](?:며|고|나))(?<![라다]고) (?=[^ ])|"
    r", (?:and|but|while|whereas|though|although|yet) "
)
"""Where one statement may end and another begin."""


def clauses(part: Part) -> tuple[Part, ...]:
    """The clauses of a part, each as a part of its own; none where it has only one."""
    text = part.text
    places = [0]
    ends: list[int] = []
    for bound in _BOUNDS.finditer(text):
        if text.count('"', 0, bound.start()) % 2 == 0 or not text.isascii():
            ends.append(bound.start())
            places.append(bound.end())
    if not ends:
        return ()
    ends.append(len(text))
    return tuple(narrowed(part, start, end) for start, end in zip(places, ends, strict=True))


def narrowed(part: Part, start: int, end: int) -> Part:
    """A stretch of a part, as a part of its own."""
    whole = part.sentence
    words = whole.text[start:end] if end < len(part.text) else whole.text[start:]
    low, high = whole.start + start, whole.start + start + len(words)
    return Part(
        sentence=replace(whole, start=low, end=high, text=words, display=words),
        text=plain(words[:LONGEST]),
        claim=part.claim,
        weapons=tuple(
            (first - start, last - start) for first, last in part.weapons if start <= first < end
        ),
        own=tuple(one - start for one in part.own if start < one <= end),
        dates=tuple(one for one in part.dates if low <= one.start and one.end <= high),
        heading=part.heading,
        person=part.person,
        others=tuple(one - start for one in part.others if start < one <= end),
        governs=part.governs,
        cue=part.cue,
        attributed=part.attributed,
    )


class Parts:
    """The parts of the sentences of one document."""

    def __init__(
        self,
        document: Document,
        *,
        voices: Voices,
        mentions: Iterable[Mention],
        dates: Iterable[DateExpression],
        knowledge: KnowledgeBase,
    ) -> None:
        self._paragraphs = document.article.paragraphs
        self._voices = voices
        self._knowledge = knowledge
        known = tuple(mentions)
        self._weapons = by_sentence(one for one in known if one.kind == "weapon")
        self._actors = by_sentence(one for one in known if one.kind == "actor")
        self._dates = by_sentence(dates)

    def of(self, sentence: Sentence) -> Iterator[Part]:
        """The parts of a sentence in reading order."""
        heading = self._is_heading(sentence)
        for claim, part in self._stretches(sentence):
            actors = tuple(_inside(self._actors.get(sentence.id, ()), part))
            own = own_spans(part, claim, actors, self._knowledge)
            yield Part(
                sentence=part,
                text=plain(part.text[:LONGEST]),
                claim=claim,
                weapons=tuple(_told_of(self._weapons.get(sentence.id, ()), part)),
                own=own,
                dates=tuple(_inside(self._dates.get(sentence.id, ()), part)),
                heading=heading,
                person=self._is_person(claim),
                others=tuple(
                    one.end - part.start for one in actors if one.end - part.start not in own
                ),
                governs=governs(claim, self._knowledge),
                cue=plain(claim.cue).lower() if claim is not None and claim.cue else "",
                attributed=_attributed(claim),
            )

    def _is_person(self, claim: Claim | None) -> bool:
        actor = self._knowledge.actors.get(claim.holder or "") if claim is not None else None
        return actor is not None and actor.kind == "person"

    def _is_heading(self, sentence: Sentence) -> bool:
        if self._paragraphs[sentence.paragraph].kind == "heading":
            return True
        return not plain(sentence.text[:LONGEST]).rstrip().endswith(_CLOSED)

    def _stretches(self, sentence: Sentence) -> Iterator[tuple[Claim | None, Sentence]]:
        claims = self._voices.of(sentence.id)
        if len(claims) < 2:
            yield (claims[0] if claims else None), sentence
            return
        for claim in claims:
            words = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
            yield (
                claim,
                replace(sentence, start=claim.start, end=claim.end, text=words, display=words),
            )


def _told_of(weapons: Iterable[Mention], part: Sentence) -> Iterator[tuple[int, int]]:
    """The spans in a part of the weapons it tells of; (0, 0) is the one right before a part that
    begins with "which"."""
    relative = part.text.startswith(("which ", "that "))
    for one in weapons:
        if part.start <= one.start and one.end <= part.end:
            yield one.start - part.start, one.end - part.start
        elif relative and one.end <= part.start <= one.end + len(", "):
            yield 0, 0


_S = TypeVar("_S", bound=Span)


def _inside(items: Iterable[_S], part: Sentence) -> Iterator[_S]:
    return (one for one in items if part.start <= one.start and one.end <= part.end)
