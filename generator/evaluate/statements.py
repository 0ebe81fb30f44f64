"""How far holders, dates, the summary and the offsets are those of the gold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.evaluate.entities import found_surfaces
from generator.evaluate.sameness import fold, same_sentence
from generator.evaluate.tally import Tally
from generator.model import ANONYMOUS, AUTHOR, Analysis, Claim, Sentence

_BRIEF = 8
"""Letters below which a line must stand in a sentence as written to count as kept."""


def holders(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    """What the publisher says in its own voice is as good as no holder."""
    tally = Tally()
    publisher = fold(gold.get("publisher") or "")
    names = {str(actor.id): found_surfaces(actor) for actor in analysis.actors}
    called = {
        fold(actor.get("name")): {fold(item) for item in actor.get("surface") or []}
        for actor in gold.get("actors") or []
    }
    for entry in gold.get("claims") or []:
        wanted = str(entry.get("attributed_to") or "")
        if publisher and fold(wanted) in publisher:
            wanted = ""
        for sentence in analysis.document.sentences:
            if not same_sentence(sentence.text, str(entry.get("text", ""))):
                continue
            claim = _told(analysis, sentence, str(entry.get("text", "")))
            targets = {fold(wanted), *called.get(fold(wanted), ())}
            got = claim.holder if claim else None
            tally.mark(
                right=claim is not None
                and any(_holder_fits(claim, target, names) for target in targets),
                miss=f"{label}: holder {got} for {wanted}: {sentence.text[:80]}",
            )
            break
    return tally


def dated_events(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Whether some event or date covers each day the gold dates."""
    tally = Tally()
    dates = [(event.start, event.end) for event in analysis.events]
    dates += [(item.first, item.last) for item in analysis.dates]
    for entry in gold:
        date = entry.get("date")
        if not date:
            continue
        day = str(date)[:10]
        tally.mark(
            right=any(start and end and _overlaps(day, start, end) for start, end in dates),
            miss=f"{label}: dated event missed: {day} {entry.get('date_text')}",
            instead=False,
        )
    return tally


def publication_date(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    """Whether the publication date agrees as far as both are precise."""
    tally = Tally()
    value = str(gold.get("value") or "")[:10]
    mine = analysis.published.value or ""
    size = min(len(value), len(mine))
    tally.mark(
        right=(not value and not mine) or (size > 0 and value[:size] == mine[:size]),
        miss=f"{label}: published {mine or 'unknown'} for {value or 'unknown'}",
    )
    return tally


def best_sentences(analysis: Analysis, gold: Sequence[object], label: str) -> Tally:
    """Whether the summary rests on the sentences the gold calls best."""
    tally = Tally()
    used = {item for statement in analysis.summary for item in statement.evidence}
    texts = [analysis.document.sentence(item).text for item in sorted(used)]
    for best in gold:
        tally.mark(
            right=any(same_sentence(text, str(best)) for text in texts),
            miss=f"{label}: best sentence unused: {str(best)[:100]}",
            instead=False,
        )
    return tally


def boilerplate(analysis: Analysis, gold: Sequence[object], label: str) -> Tally:
    """Whether lines that are not the article are gone."""
    tally = Tally()
    for text in gold:
        quote = str(text).strip()
        # "(END)" is held by every sentence with "end" in it once brackets are folded away.
        brief = len(fold(quote)) < _BRIEF
        kept = [
            one
            for one in analysis.document.sentences
            if quote in one.text or (not brief and same_sentence(one.text, quote))
        ]
        tally.mark(right=not kept, miss=f"{label}: boilerplate kept: {text}")
    return tally


def spans(analysis: Analysis, label: str) -> Tally:
    """Whether every finding holds the characters its offsets point at."""
    tally = Tally()
    text = analysis.document.article.text
    spans = [(m.start, m.end, m.surface) for m in analysis.mentions]
    spans += [(d.start, d.end, d.surface) for d in analysis.dates]
    spans += [(q.start, q.end, q.surface) for q in analysis.quantities]
    spans += [(o.start, o.end, o.quote) for o in analysis.outlook]
    spans += [(s.start, s.end, s.original) for w in analysis.weapons for s in w.specs]
    for start, end, surface in spans:
        tally.mark(
            right=text[start:end] == surface,
            miss=f"{label}: span {start}-{end} is not {surface!r}",
        )
    return tally


def _told(analysis: Analysis, sentence: Sentence, text: str) -> Claim | None:
    """The claim whose part of the sentence shares most words with the gold."""
    wanted = set(re.findall(r"\w+", text.casefold()))

    def shared(claim: Claim) -> tuple[bool, int]:
        part = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
        # Chinese has no words to share: the part that holds the text as it stands comes first.
        return fold(text) in fold(part), len(wanted & set(re.findall(r"\w+", part.casefold())))

    return max((c for c in analysis.claims if c.sentence == sentence.id), key=shared, default=None)


def _holder_fits(claim: Claim, target: str, names: Mapping[str, set[str]]) -> bool:
    """``target`` is the folded name of the holder in the gold, or one of its surfaces."""
    holder = claim.holder
    if target in {"", "author", "none", "null", "authorvoice", "unattributed", "nosourcenamed"}:
        return holder in {None, AUTHOR}
    source, carrier = fold(claim.source), fold(claim.carrier)
    if holder == ANONYMOUS and target != ANONYMOUS:
        words = re.findall(r"\w{4,}", claim.source.casefold())
        carries = bool(carrier) and (carrier in target or target in carrier)
        return (
            carries
            or any(word in target for word in words)
            or bool(source and (source in target or target in source))
        )
    if holder is None:
        return False
    mine = names.get(holder, set()) | {fold(holder), source, carrier}
    return any(item and (item in target or target in item) for item in mine)


def _overlaps(day: str, start: str, end: str) -> bool:
    size = len(day)
    return start[:size] <= day <= end[:size]
