"""The forecast ledger as its template sees it.

This module alone decides how many statements of each state the page shows and how a score is
written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from markupsafe import Markup

from generator.library.ledger import Ledger, LedgerEntry, Score
from generator.model import OutlookType
from generator.pages import formats
from generator.pages.links import Links
from generator.pages.views import statements
from generator.pages.views.page_views import LedgerPage, LedgerView, RecordView, ScoreView
from generator.pages.views.types import Link
from generator.text.markup.markdown import link_target

SHOWN = 100
"""Statements shown of each state: 1,000 briefings with all of theirs made a page of 1.5 MB. The
data hold all of them."""


def ledger_page(ledger: Ledger, *, links: Links) -> LedgerPage:
    undated = [ledger_item(entry, links=links) for entry in ledger.undated[:SHOWN]]
    by_type: dict[str, list[LedgerView]] = {kind: [] for kind in get_args(OutlookType)}
    for item in undated:
        by_type[item.statement.type].append(item)
    return LedgerPage(
        day=formats.date(ledger.day),
        basis=ledger.basis,
        due=_items(ledger.due, links),
        open=_items(ledger.open, links),
        undated=tuple((kind, tuple(items)) for kind, items in by_type.items() if items),
        resolved=_items(ledger.resolved, links),
        due_count=len(ledger.due),
        open_count=len(ledger.open),
        undated_count=len(ledger.undated),
        resolved_count=len(ledger.resolved),
        score=_score(ledger.score, links) if ledger.score else None,
        scores=tuple(_score(one, links) for one in ledger.scores),
    )


def ledger_item(entry: LedgerEntry, *, links: Links) -> LedgerView:
    return LedgerView(
        statement=statements.outlook(
            entry.outlook,
            own=entry.briefing,
            links=links,
            briefing=links.briefing(entry.briefing),
        ),
        state=entry.state,
        record=_record(entry),
        probability="" if entry.probability is None else _percent(entry.probability),
        brier="" if entry.brier is None else f"{entry.brier:.3f}",
    )


def _items(entries: Iterable[LedgerEntry], links: Links) -> tuple[LedgerView, ...]:
    return tuple(ledger_item(entry, links=links) for entry in tuple(entries)[:SHOWN])


def _record(entry: LedgerEntry) -> RecordView | None:
    record = entry.record
    if record is None:
        return None
    address = link_target(record.source) if record.source else None
    return RecordView(
        outcome=record.outcome,
        date=formats.date(record.date),
        note=record.note,
        source=Link(text=record.source, url=Markup(address or ""), kind="source"),
    )


def _score(score: Score, links: Links) -> ScoreView:
    return ScoreView(
        holder=links.holder(score.holder), statements=score.statements, mean=f"{score.mean:.3f}"
    )


def _percent(probability: float) -> str:
    return f"{round(probability * 100, 1):g}"
