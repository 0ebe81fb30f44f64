"""Scores of the analysis against gold annotation.

Decides which tasks are scored. How a finding and a gold entry are held to be the same is said in
``sameness`` for texts and in ``entities`` for actors and weapons.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.evaluate.entities import (
    entity_tally,
    open_set,
    own_specifications,
    specifications,
    weapon_status,
)
from generator.evaluate.outlook import (
    not_outlook,
    outlook_sentences,
    outlook_term,
    outlook_type,
)
from generator.evaluate.sameness import fold
from generator.evaluate.statements import (
    best_sentences,
    boilerplate,
    dated_events,
    holders,
    publication_date,
    spans,
)
from generator.evaluate.tally import Report, Tally
from generator.model import Analysis

__all__ = ["Report", "Tally", "evaluate", "fold", "score"]


def evaluate(analyses: Mapping[str, Analysis], gold: Mapping[str, Mapping[str, Any]]) -> Report:
    """Tallies by task over all articles that have gold, keyed by the file's stem."""
    report: Report = {}
    for stem in sorted(gold):
        if stem not in analyses:
            continue
        for task, tally in score(analyses[stem], gold[stem], label=stem).items():
            report.setdefault(task, Tally()).add(tally)
    return report


def score(analysis: Analysis, gold: Mapping[str, Any], *, label: str = "") -> Report:
    """Tallies of one article."""
    return {
        "actors": entity_tally(analysis.actors, gold.get("actors") or [], label, "actor"),
        "actors outside the knowledge base": open_set(analysis, gold, label),
        "weapons": entity_tally(analysis.weapons, gold.get("weapons") or [], label, "weapon"),
        "weapon status": weapon_status(analysis, gold.get("weapons") or [], label),
        "specifications": specifications(analysis, gold.get("weapons") or [], label),
        "specifications at their weapon": own_specifications(
            analysis, gold.get("weapons") or [], label
        ),
        "outlook sentences": outlook_sentences(analysis, gold, label),
        "outlook type": outlook_type(analysis, gold.get("outlook") or [], label),
        "outlook term": outlook_term(analysis, gold.get("outlook") or [], label),
        "no outlook": not_outlook(analysis, gold.get("not_outlook") or [], label),
        "holders": holders(analysis, gold, label),
        "dated events": dated_events(analysis, gold.get("events") or [], label),
        "publication date": publication_date(analysis, gold.get("published") or {}, label),
        "summary": best_sentences(analysis, gold.get("summary_best") or [], label),
        "boilerplate": boilerplate(analysis, gold.get("boilerplate") or [], label),
        "spans": spans(analysis, label),
    }
