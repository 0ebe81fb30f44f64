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
from generator.text.phrases import Gated, anchors, words
from generator.text.tries import alternation

_MODAL = re.compile(r"\b(?:will|would|could|can|may|might|shall|should)\b")
_MODAL_WITHIN = 90
_WILL = ("will ", "would ", "'ll ")
_REFUSED = (" not", " never")
_OF_ANOTHER = re.compile(
    r"(?:\b(?:that|which|who|where)|"
    r"\b(?:as|because|since|lest|while|although|though|(?:concerns?|fears?|worries)(?: that)?) "
    r"(?:[\w'-]+ ){1,4}?)(?: \w+ly| also| still| even| well)? ?$"
)
""" "Will field drones THAT |may reach the bay", "AS IT |could annoy others": of something else."""
_RULED_IN = re.compile(
    r"\b(?:(?:did|does|do|has|have|could|can)(?: not|n't)|cannot) rule(?:d)? out "
    r"(?=that (?:[\w'-]+ ){1,7}$)"
)
""" "Did NOT RULE OUT that it could"."""
_VOW = 5
"""Words of which a promise has no more: "its commitment to"."""
_NOT = re.compile(
    r"\b(?:(?:do|does|did|is|are|has|have)(?: not|n't)|no longer)(?: also| yet| now)? $"
)
_NO_ODDS = frozenset({"pledge", "threat", "recommendation", "question"})
"""What a marker may say that tells nothing of how likely it is."""


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
        self._eastern = re.compile(alternation(cues.east_asian.estimates))
        self._firmly = re.compile(alternation(cues.east_asian.firmly))
        self._chances = Gated(
            re.compile(
                r"(?P<term>(?:\b(?:there(?: is| are| remains|'s)|(?:cannot|can't|not) rule out) )?"
                r"\b(?:an?|the|no|little|some|every|any) "
                rf"(?:[\w-]+ )?{alternation(cues.chance_nouns)}) that [^,;:.]{{2,60}}$",
                re.I,
            ),
            anchors(cues.chance_nouns),
        )
        self._bracketed = re.compile(
            rf"\((?P<term>{alternation((*cues.scale_terms, *cues.likelihood))})[,;)]", re.I
        )
        self._held = re.compile(
            r"(?<!where )(?<!if )\bit(?:'s| is| was| remains| remained| seems| seemed) "
            r"(?:\w+ly |very |quite |still ){0,2}"
            rf"(?P<term>{alternation((*cues.possible, *cues.scale_terms, *cues.likelihood))})"
            r",?(?: that)? (?:(?!, (?:and|but)\b|and )[^;:.]){2,80}$",
            re.I,
        )
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
        if kind == "pledge" and (firm := self._firmly.search(text, 0, primary.end)) is not None:
            return Term(firm.span())
        chosen = next((one for one in (primary, *markers) if one.term is not None), None)
        if kind == "warning" and primary.type == "recommendation":
            chosen = next((one for one in markers if one.start > primary.end), chosen)
        if (said := _said_that(text, primary, chosen)) is not None:
            return Term(said)
        if chosen is not None and kind not in _NO_ODDS:
            ruled = _RULED_IN.search(text, max(0, chosen.start - _MODAL_WITHIN), chosen.start)
            if ruled is not None:
                return Term((ruled.start(), ruled.end() - 1))
        if chosen is None or chosen.term is None:
            vow = kind == "pledge" and not text[: primary.end].endswith(" that")
            return Term(_vow(text, primary)) if vow else None
        if kind not in _NO_ODDS and not self._estimated(text, chosen):
            estimate = self._beside(text, primary, chosen, markers)
            if estimate is not None:
                return estimate
        plain = chosen.plain_modal or kind == "recommendation"
        return Term(chosen.term if plain else _denied(text, chosen.term))

    def _beside(
        self, text: str, primary: Marker, chosen: Marker, markers: tuple[Marker, ...]
    ) -> Term | None:
        """The estimate beside a word that gives none: "would be IN DOUBT", "A CHANCE THAT it will",
        or that of another marker."""
        start, end = chosen.term or (chosen.start, chosen.end)
        if not text.isascii() and (eastern := self._eastern.search(text)) is not None:
            return Term(eastern.span(), main=start <= eastern.start() < end)
        if (bracketed := self._bracketed.search(text, end)) is not None:
            return Term(bracketed.span("term"))  # "will sail (LIKELY, 60 per cent)"
        if (degree := self._degree.match(text, end)) is not None:
            return Term(degree.span("how"))
        if (
            text[start:end] in {"will", "would"}
            and (held := self._held.search(text, 0, start)) is not None
        ):
            return Term(held.span("term"))  # "it is POSSIBLE the two will meet"
        chance = self._chance(text, chosen.start) if chosen.plain_modal else None
        if chance is not None:
            return Term(chance)
        sure = self._confidence.search(text)
        if sure is not None and ";" not in text[sure.start() : chosen.start]:
            return Term(sure.span())
        for one in markers:
            if one.term is None or _OF_ANOTHER.search(text, 0, one.start):
                continue
            if one.type not in _NO_ODDS and self._estimated(text, one):
                return Term(one.term, main=one is primary)
        return None

    def _chance(self, text: str, end: int) -> tuple[int, int] | None:
        """ "An increasing POSSIBILITY THAT it will"."""
        before = max(0, end - _MODAL_WITHIN)
        found = next(iter(self._chances.finditer(text[:end], before)), None)
        return found.span("term") if found is not None else None

    def _estimated(self, text: str, marker: Marker) -> bool:
        if marker.term is None:
            return False
        start, end = marker.term
        word = text[start:end].lower()
        if word.startswith(_WILL) and not word.endswith(_REFUSED):
            return True  # "will surely"
        return word in WEAK or self._estimates.search(text, start, end) is not None


def _said_that(text: str, primary: Marker, chosen: Marker | None) -> tuple[int, int] | None:
    """ "Promised that the army WOULD receive it", "recommends that they SHOULD"."""
    told = chosen if chosen is not None and chosen.type == primary.type else primary
    advises = told.type == "recommendation" and chosen is told
    leads = chosen is not None and chosen is not primary and chosen.start < primary.end
    if not text[: told.end].endswith(" that") or not (chosen is None or advises or leads):
        return None
    said = _MODAL.search(text, told.end, told.end + _MODAL_WITHIN)
    return said.span() if said is not None else None


def _denied(text: str, term: tuple[int, int]) -> tuple[int, int]:
    """The term with what denies it: "DO NOT plan to"."""
    denied = _NOT.search(text, max(0, term[0] - 20), term[0])
    return (denied.start(), term[1]) if denied is not None else term


def _vow(text: str, marker: Marker) -> tuple[int, int]:
    """The words of a promise, without the time that may part them: "promised in May to"."""
    words_ = text[marker.start : marker.end].split()
    end = marker.end if len(words_) <= _VOW else marker.start + len(words_[0])
    return marker.start, end


@lru_cache(maxsize=8)
def terms(cues: OutlookCues) -> Terms:
    return Terms(cues)
