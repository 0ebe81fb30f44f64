"""The readings that lost, and why: for an editor who asks why a name was not taken.

Told from the outcome, not recorded while reading: a reading that lost is a listed name that fits
the words and has no mention there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.extract.mentions.context import within
from generator.extract.mentions.rules import Rules
from generator.extract.mentions.view import NEAR, NEAR_WEAPON, has_words
from generator.knowledge.names import Name
from generator.model import Document, EntityId, Mention, PassedOver, Span
from generator.text.reading import by_sentence
from generator.text.tokens import fold, tokenise

_SHOWN = 6
"""Words of support that a reason lists."""
_UNSUPPORTED = "nothing near it supports this reading"
_READINGS: Mapping[str, str] = {
    "surname": "a surname alone: nobody of that name is named in full before it, and no office or "
    "title before it tells who is meant",
    "expanded": "a short form whose full name does not stand in the article",
    "combining": "counts only where a hyphen joins it to another name",
    "role": "a title that several may hold",
    "shared-name": "a name that several share",
    "participant": "counts only as one side of a pair",
    "north-south": "a direction: only the company it keeps makes it a state",
    "given": 'a given name alone: it counts right behind a word of kinship ("his daughter")',
    "romanised": "another spelling of a listed person's name: the article does not speak of the "
    "listed one's state, or calls this one something else",
    "metonym": "a city that stands for a government only where it acts",
}
"""Why a reading that needs support was not taken, by the name of its rule."""


def passed_over(
    document: Document, mentions: Sequence[Mention], *, rules: Rules
) -> tuple[PassedOver, ...]:
    """In reading order. ``mentions`` are those that stand in the end."""
    tokens = tokenise(document.article.text)
    starts = rules.names.starts(tokens)
    rejected = {fold(word) for word in document.article.notes.reject}
    found: list[PassedOver] = []
    taken_in = by_sentence(mentions)
    for sentence in document.sentences:
        here = taken_in.get(sentence.id, [])
        first, stop = tokens.at(sentence.start), tokens.at(sentence.end)
        inside = tokens.norms[first:stop]
        for index in within(starts, first, stop):
            for end, names in rules.names.at(tokens, index):
                if end > stop:
                    continue
                span = Span(start=tokens.starts[index], end=tokens.ends[end - 1])
                taken = next((one for one in here if _meets(one, span)), None)
                if taken is not None and _inside(span, taken):
                    continue
                surface = document.article.text[span.start : span.end]
                near = _near(inside, index - first, end - first)
                lost: dict[str, list[EntityId]] = {}
                for name in {name.entity: name for name in names}.values():
                    if any(_meets(one, span) and one.entity == name.entity for one in here):
                        continue
                    if rejected & {fold(surface), name.entity}:
                        why = "rejected in the notes of the article"
                    elif taken is not None:
                        why = f"read as {taken.entity} ({taken.rule})"
                    else:
                        why = "; ".join(_reasons(name, names, near)) or _UNSUPPORTED
                    lost.setdefault(why, []).append(name.entity)
                found += [
                    PassedOver(
                        start=span.start,
                        end=span.end,
                        sentence=sentence.id,
                        surface=surface,
                        entities=tuple(entities),
                        why=why,
                        settled=taken is not None or bool(rejected & {fold(surface), *entities}),
                    )
                    for why, entities in lost.items()
                ]
    return tuple(found)


def _near(inside: tuple[str, ...], first: int, last: int) -> Mapping[int, frozenset[str]]:
    """The words within each reach of a name, the name itself left out."""
    return {
        reach: frozenset(inside[max(0, first - reach) : first] + inside[last : last + reach])
        for reach in (NEAR, NEAR_WEAPON)
    }


def _meets(mention: Span, span: Span) -> bool:
    return mention.start < span.end and span.start < mention.end


def _inside(span: Span, other: Span) -> bool:
    """Part of a longer name: the longest name always wins, which needs no telling."""
    return other.start <= span.start and span.end <= other.end and _long(span) < _long(other)


def _long(span: Span) -> int:
    return span.end - span.start


def _reasons(
    name: Name, names: tuple[Name, ...], near: Mapping[int, frozenset[str]]
) -> Iterator[str]:
    blocks = [word for word in name.blocked_by if has_words(word, near[NEAR_WEAPON])]
    if blocks:
        yield f"“{blocks[0]}” near it speaks against it"
    reach = NEAR_WEAPON if name.kind == "weapon" else NEAR
    if name.needs and not any(has_words(word, near[reach]) for word in name.needs):
        words = ", ".join(f"“{word}”" for word in name.needs[:_SHOWN])
        more = ", …" if len(name.needs) > _SHOWN else ""
        yield f"a weak name: needs one of {words}{more} within {reach} words"
    if name.reading == "dated":
        yield f"holds from {name.valid_from or '…'} to {name.valid_to or '…'} only"
    if name.reading in _READINGS:
        yield _READINGS[name.reading]
    if len({other.entity for other in names}) > 1:
        yield "several have this name, and nothing near it decides"
