"""Which sentences report first and judge after.

"Ruritania held a parade ..., clearly demonstrating its strategy" is a report with a judgement
at its end. Its main verb is a stated event, so the sentence counts as fact and has no holder but
the one it names.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from generator.model import (
    AUTHOR,
    Claim,
    Document,
    Event,
    Layer,
    Outlook,
    SentenceId,
    StatusClaim,
    Weapon,
)
from generator.text.reading import Reading

_OPENING = 26
"""Words within which the main verb of an English news sentence stands."""
_WEIGHTY = 1.2
_SUBORDINATE = frozenset({"that", "which", "who", "whether", "how", "because", "why", "if"})
_FINITE = frozenset({"past", "participle", "third"})


def reports_first(
    readings: tuple[Reading, ...], *, events: tuple[Event, ...]
) -> frozenset[SentenceId]:
    """Sentences whose main verb states an event that an actor carried out."""
    happened = {
        (event.evidence[0], event.type)
        for event in events
        if event.status in {"happened", "reported"} and event.actors
    }
    return frozenset(
        reading.sentence.id
        for reading in readings
        for item in reading.predicates
        if (reading.sentence.id, item.frame.type) in happened
        and item.form in _FINITE
        and item.mood == "stated"
        and item.frame.weight >= _WEIGHTY
        and item.first <= _OPENING
        and not _SUBORDINATE & set(reading.between(0, item.group))
    )


def settle(
    layers: Mapping[SentenceId, Layer],
    claims: tuple[Claim, ...],
    *,
    reported: frozenset[SentenceId],
) -> tuple[dict[SentenceId, Layer], tuple[Claim, ...]]:
    """Layers and claims with the sentences that report first set right."""
    settled: dict[SentenceId, Layer] = {
        sentence: "fact" if layer == "judgement" and sentence in reported else layer
        for sentence, layer in layers.items()
    }
    mended = tuple(
        replace(claim, holder=None)
        if claim.sentence in reported
        and claim.holder == AUTHOR
        and layers.get(claim.sentence) == "judgement"
        else claim
        for claim in claims
    )
    return settled, mended


def settle_findings(
    weapons: tuple[Weapon, ...], events: tuple[Event, ...], claims: tuple[Claim, ...]
) -> tuple[tuple[Weapon, ...], tuple[Event, ...]]:
    """Weapons and events read before the claims were settled: what rests on a sentence that
    turned out to report is no longer the writer's opinion."""
    own = {claim.sentence for claim in claims if claim.holder == AUTHOR}
    plain = {claim.sentence for claim in claims if claim.holder is None} - own

    def loose(item: StatusClaim | Event) -> bool:
        return item.holder == AUTHOR and item.evidence[0] in plain

    return (
        tuple(
            replace(
                weapon,
                status=tuple(
                    replace(item, holder=None) if loose(item) else item for item in weapon.status
                ),
            )
            if any(map(loose, weapon.status))
            else weapon
            for weapon in weapons
        ),
        tuple(replace(event, holder=None) if loose(event) else event for event in events),
    )


def settle_ahead(
    claims: tuple[Claim, ...], outlook: tuple[Outlook, ...], document: Document
) -> tuple[Claim, ...]:
    """The claims as they are printed: a heading claims nothing, and what looks ahead in the
    author's name is the author's there, too."""
    paragraphs = document.article.paragraphs
    headings = {
        sentence.id
        for sentence in document.sentences
        if paragraphs[sentence.paragraph].kind == "heading"
    }
    own = {(item.start, item.end) for item in outlook if item.holder == AUTHOR}
    return tuple(
        replace(claim, holder=AUTHOR)
        if claim.holder is None
        and any(claim.start <= start and end <= claim.end for start, end in own)
        else claim
        for claim in claims
        if claim.sentence not in headings
    )
