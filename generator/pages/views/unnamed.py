"""What an article calls a source that it does not name: "two officials of the ministry".

This module alone decides which words stand for such a source beside a statement, and that
several of them in one place stand for none.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import ANONYMOUS, Briefing, SentenceId, Span


def words_of(
    holder: str | None, evidence: Sequence[SentenceId], *, own: Briefing, span: Span | None = None
) -> str:
    """The words for the source; empty for any other holder, and where the sentences (of ``span``,
    if it is given, the part) know none or several."""
    if holder != ANONYMOUS:
        return ""
    found = {
        claim.source
        for claim in own.analysis.claims
        if claim.holder == ANONYMOUS
        and claim.sentence in evidence
        and (span is None or (claim.start < span.end and span.start < claim.end))
        and claim.source != claim.cue
    }
    return found.pop() if len(found) == 1 else ""
