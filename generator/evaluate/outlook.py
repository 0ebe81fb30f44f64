"""How far the statements that look ahead are those of the gold, in kind and in likelihood.

A sentence that stands in neither outlook list of the gold is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.evaluate.sameness import fold, same_sentence
from generator.evaluate.tally import Tally
from generator.model import Analysis, Outlook

_TYPE_GOLD: dict[str, frozenset[str]] = {
    "conditional": frozenset({"forecast", "warning", "threat", "pledge", "scheduled"}),
    "forecast": frozenset({"forecast", "warning", "scheduled"}),
    "warning": frozenset({"warning", "threat"}),
    "scheduled": frozenset({"scheduled", "pledge"}),
}


def outlook_sentences(analysis: Analysis, gold: Mapping[str, Any], label: str) -> Tally:
    """Which sentences of the gold are outlook, and which outlook the gold denies."""
    tally = Tally()
    hits: set[int] = set()
    for entry in gold.get("outlook") or []:
        item = _match(analysis.outlook, str(entry["text"]), analysis)
        if item is not None:
            tally.right += 1
            hits.add(id(item))
        elif not entry.get("optional"):
            tally.missed += 1
            tally.misses.append(f"{label}: outlook missed: {entry['text']}")
    denied = [str(text) for text in gold.get("not_outlook") or []]
    for item in analysis.outlook:
        if id(item) in hits:
            continue
        if any(same_sentence(item.quote, text) for text in denied):
            tally.wrong += 1
            tally.misses.append(f"{label}: outlook wrong: {item.quote}")
        else:
            tally.misses.append(f"{label}: outlook not in the gold (not counted): {item.quote}")
    return tally


def outlook_type(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Whether the kind of outlook is the kind of the gold, or one it allows."""
    tally = Tally()
    for entry in gold:
        item = _match(analysis.outlook, str(entry["text"]), analysis)
        if item is None:
            continue
        wanted = str(entry.get("type"))
        tally.mark(
            right=item.type == wanted or item.type in _TYPE_GOLD.get(wanted, frozenset()),
            miss=f"{label}: type {item.type} for {wanted}: {entry['text'][:90]}",
        )
    return tally


def outlook_term(analysis: Analysis, gold: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Whether the word of likelihood is the one the gold gives."""
    tally = Tally()
    for entry in gold:
        item = _match(analysis.outlook, str(entry["text"]), analysis)
        wanted = entry.get("likelihood")
        if item is None or not wanted:
            continue
        words = [wanted] if isinstance(wanted, str) else list(wanted)
        term = fold(item.term or "")
        tally.mark(
            right=any(fold(word) in term or (term and term in fold(word)) for word in words),
            miss=f"{label}: term {item.term!r} for {words}: {entry['text'][:70]}",
        )
    return tally


def not_outlook(analysis: Analysis, gold: Sequence[object], label: str) -> Tally:
    """Whether sentences that look back stay out."""
    tally = Tally()
    for text in gold:
        tally.mark(
            right=not any(same_sentence(item.quote, str(text)) for item in analysis.outlook),
            miss=f"{label}: taken for outlook: {text}",
        )
    return tally


def _match(items: Iterable[Outlook], text: str, analysis: Analysis) -> Outlook | None:
    """The statement that holds the text of the gold, else one of the same sentence."""
    held = [item for item in items if same_sentence(item.quote, text)]
    if not held:
        held = [
            item
            for item in items
            if same_sentence(analysis.document.sentence(item.sentence).text, text)
        ]
    whole = fold(text)
    return next((item for item in held if whole in fold(item.quote)), held[0] if held else None)
