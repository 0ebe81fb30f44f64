"""Which word of a statement that looks ahead says how likely it is.

Decides between the words of its markers: an estimate ("likely", "may", "with low confidence") comes
before a plain "will" or a date in a calendar, of whichever clause it is, because without it the
statement would be printed as surer than the article has it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.marking import WEAK, Marker
from generator.text.phrases import words
from generator.text.tries import alternation

_MODAL = re.compile(r"\b(?:will|would|could|can|may|might|shall|should)\b")
_MODAL_WITHIN = 90
_WILL = ("will ", "would ", "'ll ")
_REFUSED = (" not", " never")
_VOW = 4
"""Words of which a promise has no more: "its commitment to"."""
_VOWS = frozenset({"pledge", "threat", "recommendation", "question"})


class Term(Struct, frozen=True):
    """Where the word stands, and whether it speaks of the clause that gives the statement its
    kind: of another clause it has no percentage here."""

    span: tuple[int, int]
    main: bool = True


class Terms:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._estimates = words((*cues.scale_terms, *cues.likelihood, *cues.possible, *cues.hedges))
        self._confidence = words(cues.confidence)
        self._degree = re.compile(
            rf" (?:\w+ly |still |also |then )?(?:be|remain|become) (?:\w+ly )?"
            rf"(?P<how>{alternation(cues.possible)})(?![\w-])(?! to\b)"
        )

    def of(
        self, text: str, primary: Marker, markers: tuple[Marker, ...], *, kind: OutlookType
    ) -> Term | None:
        """The term of the statement whose kind ``primary`` gives."""
        if kind == "question":
            asked = (one.term for one in (primary, *markers) if one.type in {kind, primary.type})
            span = next((one for one in asked if one is not None), None)
            return Term(span) if span is not None else None
        chosen = next((one for one in (primary, *markers) if one.term is not None), None)
        if text[primary.start : primary.start + 6].lower() == "to be ":
            # "..., to be held in June, WILL review the plan": the verb of the sentence is the term.
            chosen = next((one for one in markers if one.plain_modal), chosen)
        told = chosen if chosen is not None and chosen.type == primary.type else primary
        advises = told.type == "recommendation" and chosen is told
        if text[: told.end].endswith(" that") and (chosen is None or advises):
            # "promised that the army WOULD receive it", "recommends that they SHOULD"
            said = _MODAL.search(text, told.end, told.end + _MODAL_WITHIN)
            if said is not None or chosen is None:
                return Term(said.span()) if said is not None else None
        if chosen is None or chosen.term is None:
            return Term(_vow(text, primary)) if kind == "pledge" else None
        if kind in _VOWS or self._estimated(text, chosen):
            return Term(chosen.term)
        if (degree := self._degree.match(text, chosen.term[1])) is not None:
            return Term(degree.span("how"))
        sure = self._confidence.search(text)
        if sure is not None and ";" not in text[sure.start() : chosen.start]:
            return Term(sure.span())
        for one in markers:
            if one.term is not None and one.type not in _VOWS and self._estimated(text, one):
                return Term(one.term, main=one is primary)
        return Term(chosen.term)

    def _estimated(self, text: str, marker: Marker) -> bool:
        if marker.term is None:
            return False
        start, end = marker.term
        word = text[start:end].lower()
        if word.startswith(_WILL) and not word.endswith(_REFUSED):
            return True  # "will surely"
        return word in WEAK or self._estimates.search(text, start, end) is not None


def _vow(text: str, marker: Marker) -> tuple[int, int]:
    """The words of a promise, without the time that may part them: "promised in May to"."""
    words_ = text[marker.start : marker.end].split()
    end = marker.end if len(words_) <= _VOW else marker.start + len(words_[0])
    return marker.start, end


@lru_cache(maxsize=8)
def terms(cues: OutlookCues) -> Terms:
    return Terms(cues)
