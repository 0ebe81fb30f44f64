"""An article with everything that was read out of it, and why.

Pure: a sequence of pieces with the part they play; the command line gives them colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from generator.model import Analysis, Briefing, EntityId, Mention, PassedOver, Removed, SentenceId

Style = Literal["text", "mention", "tag", "removed", "heading", "entry"]


OPEN = "Open: names that fit and that nothing settles"
LOST = "Readings that lost"
REMOVED = "Removed"


class Piece(NamedTuple):
    """``mention`` is the one whose words these are, or whose link the tag tells."""

    text: str
    style: Style
    mention: Mention | None = None


def explain(briefing: Briefing) -> Iterator[Piece]:
    """The marked text, then each choice on a line of its own with the sentences it rests on."""
    yield Piece(f"{briefing.slug} ({briefing.article.file})\n\n", "heading")
    yield from marked(briefing.analysis)
    for heading, lines in choices(briefing):
        yield Piece(f"\n{heading}\n", "heading")
        for line in lines or ("none",):
            yield Piece(f"  {line}\n", "entry")


def marked(analysis: Analysis) -> Iterator[Piece]:
    """The article as it came, with every mention and every removed part told."""
    article = analysis.document.article
    spans: list[Mention | Removed] = [*analysis.mentions, *article.removed]
    done = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start < done:
            if isinstance(span, Mention):  # inside another: its words are printed already
                yield Piece(_tag(span), "tag", span)
            continue
        yield Piece(article.text[done : span.start], "text")
        words = article.text[span.start : span.end]
        if isinstance(span, Mention):
            yield Piece(words, "mention", span)
            yield Piece(_tag(span), "tag", span)
        else:
            yield Piece(words, "removed")
            yield Piece(f"[removed · {span.why}]", "tag")
        done = span.end
    yield Piece(article.text[done:].rstrip("\n") + "\n", "text")


def _tag(mention: Mention) -> str:
    marks = ("" if mention.known else " · unknown") + (" · inferred" if mention.inferred else "")
    return f"[{mention.entity} · {mention.rule}{marks}]"


def choices(briefing: Briefing) -> Iterator[tuple[str, list[str]]]:
    """Headings and lines: what was read out of the article, and what each rests on."""
    analysis, article = briefing.analysis, briefing.article
    published = analysis.published
    yield OPEN, _lost(one for one in briefing.passed_over if not one.settled)
    yield "Names seen, not vouched for: add an entity file or reject", _unvouched(analysis)
    yield LOST, _lost(one for one in briefing.passed_over if one.settled)
    yield "Title", [f"{analysis.title} ({analysis.title_basis})"]
    yield (
        "Publication date",
        [
            f"{published.value or 'unknown'} ({published.basis}): {published.why}"
            + _at(published.evidence)
        ],
    )
    yield "Bottom line", [analysis.bluf.text + _at(analysis.bluf.evidence)]
    yield "Summary", [one.text + _at(one.evidence) for one in analysis.summary]
    yield "Weapons", [*_weapons(analysis)]
    yield "Outlook", [*_outlook(analysis)]
    yield "Claims", [*_claims(analysis)]
    yield "Dates", [*_dates(analysis)]
    yield (
        REMOVED,
        [
            f"{one.start}-{one.end} {one.why}: {_short(article.text[one.start : one.end])!r}"
            for one in article.removed
        ],
    )
    yield "Gaps", list(analysis.gaps)


def _weapons(analysis: Analysis) -> Iterator[str]:
    for weapon in analysis.weapons:
        for status in weapon.status:
            yield (
                f"{weapon.id}: {status.value}"
                + (f", cue {status.cue!r}" if status.cue else "")
                + (f", according to {status.holder}" if status.holder else "")
                + (", hypothetical" if status.hypothetical else "")
                + _at(status.evidence)
            )


def _outlook(analysis: Analysis) -> Iterator[str]:
    for one in analysis.outlook:
        yield (
            f"{one.type}: {_short(one.quote)!r}"
            + (f", term {one.term!r}" if one.term else "")
            + (f" {one.percent[0]}-{one.percent[1]} % ({one.scale})" if one.percent else "")
            + (f", by {one.horizon.text!r}" if one.horizon else "")
            + (f", if {one.condition!r}" if one.condition else "")
            + (f", according to {one.holder}" if one.holder else "")
            + _at(one.evidence)
        )


def _claims(analysis: Analysis) -> Iterator[str]:
    for claim in analysis.claims:
        yield (
            f"{claim.start}-{claim.end} {claim.modality}, holder {claim.holder or 'none named'}, "
            f"cue {claim.cue!r}" + _at((claim.sentence,))
        )


def _dates(analysis: Analysis) -> Iterator[str]:
    for date in analysis.dates:
        yield (
            f"{date.surface!r}: {date.first or '?'} to {date.last or '?'}"
            + (f" ({date.why})" if date.why else "")
            + _at((date.sentence,))
        )


def _unvouched(analysis: Analysis) -> list[str]:
    """Each name once, with what it may be and where it stands."""
    places: dict[tuple[str, str | None], list[str]] = {}
    for name in analysis.unvouched:
        places.setdefault((" ".join(name.surface.split()), name.type), []).append(name.sentence)
    return [
        surface + (f" ({kind}?)" if kind else "") + _at(tuple(dict.fromkeys(sentences)))
        for (surface, kind), sentences in places.items()
    ]


def _lost(lost: Iterable[PassedOver]) -> list[str]:
    """A line for each reading, with all sentences in which it lost for the same reason."""
    places: dict[tuple[str, tuple[EntityId, ...], str], dict[SentenceId, None]] = {}
    for one in lost:
        places.setdefault((one.surface, one.entities, one.why), {})[one.sentence] = None
    return [
        f"“{surface}” as {', '.join(entities)}: {why}" + _at(tuple(sentences))
        for (surface, entities, why), sentences in places.items()
    ]


def _at(evidence: tuple[str, ...]) -> str:
    return f" [{', '.join(evidence)}]" if evidence else ""


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:159] + "…"
