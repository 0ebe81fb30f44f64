"""Who says what, measured: the table of sentences in ``tests/cases/claims``, read by everything
that reads an article.

An expectation is ``nobody``, ``author`` or a holder, then optionally the words that name the
source, the cue and the modality: ``poland: Poland / said / reported``. ``at "words": ...`` asks
for the part of the sentence in which those words stand. Without it ``nobody`` and ``author`` speak
of every sentence of the case, and a holder of how its last sentence opens. ``poland: Poland < RNA``
asks for the words of who passes it on, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from workbench import Case, cases

from generator.model import AUTHOR, Analysis, Claim
from generator.text.speech.voices import Voices

PRECISION, RECALL = 0.95, 0.90
"""Floors: of the sources named, how many are right; of the sources there are, how many named."""

_LINE = re.compile(
    r'(?:at "(?P<at>[^"]+)": )?(?P<holder>[\w-]+)'
    r"(?:: (?P<source>[^/<]+?))?(?: < (?P<carrier>[^/]+?))?"
    r"(?: / (?P<cue>[^/]+?))?(?: / (?P<modality>[^/]+))?"
)
_MODALITIES = {"asserted", "reported", "hedged", "denied"}


@dataclass(frozen=True, slots=True)
class Wanted:
    at: str | None
    holder: str | None
    source: str
    carrier: str
    cue: str
    modality: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim beside what is wanted of it."""

    case: Case
    wanted: Wanted
    claim: Claim

    @property
    def right(self) -> bool:
        wanted, claim = self.wanted, self.claim
        return (
            claim.holder == wanted.holder
            and wanted.source.lower() in claim.source.lower()
            and wanted.carrier.lower() in claim.carrier.lower()
            and wanted.cue.lower() in claim.cue.lower()
            and wanted.modality in {"", claim.modality}
        )

    def __str__(self) -> str:
        claim = self.claim
        return (
            f"{self.case}: {self.case.text!r} at {self.wanted.at}: wanted {self.wanted.holder} "
            f"({self.wanted.source} / {self.wanted.cue} / {self.wanted.modality}), found "
            f"{claim.holder} ({claim.source} / {claim.cue} / {claim.modality})"
        )


def wanted(line: str) -> Wanted:
    match = _LINE.fullmatch(line)
    assert match is not None, line
    holder, cue, modality = match["holder"], match["cue"] or "", match["modality"] or ""
    if cue in _MODALITIES:
        cue, modality = "", cue
    return Wanted(
        at=match["at"],
        holder=None if holder == "nobody" else holder,
        source=match["source"] or "",
        carrier=match["carrier"] or "",
        cue=cue,
        modality=modality,
    )


def asked(analysis: Analysis, one: Wanted) -> tuple[Claim, ...]:
    """The claims that an expectation speaks of."""
    voices, document = Voices(analysis.claims), analysis.document
    if one.at is not None:
        place = document.article.text.index(one.at)
        sentence = next(s for s in document.sentences if s.start <= place < s.end)
        claim = voices.at(sentence.id, place)
        assert claim is not None
        return (claim,)
    if one.holder in {None, AUTHOR}:
        return analysis.claims
    claim = voices.get(document.sentences[-1].id)
    assert claim is not None
    return (claim,)


def answers(case: Case) -> tuple[Answer, ...]:
    analysis = case.analysis()
    return tuple(
        Answer(case, one, claim)
        for one in map(wanted, case.expected)
        for claim in asked(analysis, one)
    )


TABLE = cases("claims")


def test_sources_are_named_rightly_and_seldom_missed() -> None:
    """A wrong source is worse than none; both are counted over the whole table."""
    found = [answer for case in TABLE for answer in answers(case)]
    sources = [answer for answer in found if answer.wanted.holder is not None]
    named = [answer for answer in found if answer.claim.holder is not None]
    right = sum(answer.right for answer in named)
    wrong = "\n".join(str(answer) for answer in found if not answer.right)
    assert len(TABLE) >= 80
    assert right / len(named) >= PRECISION, wrong
    assert right / len(sources) >= RECALL, wrong


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_a_sentence_is_laid_to_who_says_it(case: Case) -> None:
    """The sentences in which nobody speaks come first in the table."""
    wrong = [str(answer) for answer in answers(case) if not answer.right]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_the_claims_of_a_sentence_cover_it_once(case: Case) -> None:
    """Every sentence has a claim; parts follow each other and only joining words are left out."""
    analysis = case.analysis()
    voices = Voices(analysis.claims)
    for sentence in analysis.document.sentences:
        claims = voices.of(sentence.id)
        assert claims[0].start == sentence.start
        assert claims[-1].end == sentence.end
        for one, other in pairwise(claims):
            between = analysis.document.article.text[one.end : other.start]
            assert one.start < one.end <= other.start
            assert len(between.split()) <= 4, between
