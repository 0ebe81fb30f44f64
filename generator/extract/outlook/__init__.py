"""What the article says will, may or should happen.

Decides for every sentence, or each part of one in which several speak, whether it looks past the
day of publication, what kind of statement that is, whose it is, and which of its words carry the
likelihood, the condition and the time. One item a voice, quoted whole. A percentage is given only
for a term of a published scale or for odds that the writer states.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from generator.extract.outlook.markers import Found, Markers, markers_of
from generator.extract.outlook.parts import Part, Parts, clauses, narrowed
from generator.extract.outlook.terms import terms
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.outlook import OutlookCues
from generator.model import (
    AUTHOR,
    DateExpression,
    Document,
    Mention,
    Outlook,
    OutlookType,
    PublicationDate,
    Sentence,
    SentenceId,
)
from generator.text.ahead.horizons import dates_told, horizon, times
from generator.text.ahead.intent import intents
from generator.text.ahead.likelihood import british_scale, read_likelihood
from generator.text.marking import Marker
from generator.text.phrases import LONGEST, plain
from generator.text.quoted import own_words, within_quotations
from generator.text.speech.voices import Voices
from generator.text.tokens import EAST_ASIAN_SIGN

_ASKS = re.compile(
    r"[\"“](?:who|what|when|where|why|how|will|would|can|could|is|are|do|does)\b[^\"”]*\?[\"”]",
    re.I,
)
_FIRST = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b")
_NEXT_CLAUSE = re.compile(r"; |, (?:and|but) | and (?:also )?$")
_ASIDE = re.compile(
    r",\"? (?:which|who|whose|where|to be|expected|due|scheduled|slated|set|planned|likely)\b"
    r"[^,;]*$"
)
""" "The fleet, WHICH may sail soon, will ...": what is told of a noun beside the statement."""
_PASSES = re.compile(
    r"(?<=must)(?: first| still| also)? (?:finish|complete|pass|undergo|clear) (?:[\w'-]+ ){0,3}?"
    r"(?:trials?|tests?|testing|checks?|inspections?|work|certification)\b"
)
""" "It must FINISH its TRIALS, which are due to start in May": no advice."""
_SAID = frozenset({"forecast", "scheduled", "pledge"})
_SEVERAL = 2
_LEANS = re.compile(
    r"(?:it|they|he|she|this|that|these|those|which|who|its|their|his|her|\w+ed|will|would|could|"
    r"can|may|might|shall|should|must|is|are)\b",
    re.I,
)
"""The opening of a clause that leans on the one before it."""
_ALIKE: dict[OutlookType, OutlookType] = {"scheduled": "forecast", "threat": "warning"}
"""Kinds that do not part the clauses of a sentence."""
_PRIORITY: dict[OutlookType, int] = {
    "question": 0,
    "threat": 1,
    "pledge": 2,
    "warning": 3,
    "recommendation": 4,
    "scheduled": 5,
    "forecast": 5,
}


def find_outlook(
    document: Document,
    *,
    voices: Voices,
    mentions: tuple[Mention, ...],
    dates: tuple[DateExpression, ...],
    knowledge: KnowledgeBase,
    published: PublicationDate,
) -> tuple[Outlook, ...]:
    """Items in reading order, at most one a claim; ``quote`` is the sentence verbatim, or the
    part of it that its holder says."""
    cues = knowledge.language.outlook
    markers = markers_of(cues)
    parts = Parts(document, voices=voices, mentions=mentions, dates=dates, knowledge=knowledge)
    item = _Items(
        cues,
        writer=AUTHOR if any(claim.holder == AUTHOR for claim in voices.claims) else None,
        british=british_scale(document.article.text, cues=cues),
        quoted=within_quotations(document.sentences),
        vows=tuple(one.split()[0] for one in knowledge.language.claims.intention),
    )
    rejected = tuple(plain(one).strip().lower() for one in document.article.notes.reject_outlook)
    found: list[Outlook] = []
    for sentence, following in zip_longest(document.sentences, document.sentences[1:]):
        text = plain(sentence.text[:LONGEST])
        if text.rstrip("\"') ").endswith("?") and _is_answered(sentence, following, cues):
            continue
        if rejected and text.strip().lower().startswith(rejected):
            continue
        for part in parts.of(sentence):
            found += _statements(part, markers, item, today=published.value or "")
    return tuple(found)


def _statements(part: Part, markers: Markers, item: _Items, *, today: str) -> tuple[Outlook, ...]:
    """What a part says of what comes: one item, or one for each run of clauses that differ in
    kind ("it will answer, and the others should stop")."""
    ahead = markers.find(part, today=today)
    if ahead is None:
        return ()
    whole = item(part, ahead)
    if whole.type == "question" or (part.text.isascii() and len(ahead.markers) < _SEVERAL):
        return (whole,)
    runs: list[tuple[int, int, OutlookType]] = []
    open_from: int | None = None
    for clause in clauses(part):
        start, end = (
            at - part.sentence.start for at in (clause.sentence.start, clause.sentence.end)
        )
        only_says = bool(part.cue) and clause.text.lower().endswith(part.cue)
        found = markers.find(clause, today=today) if not only_says else None
        kind = item(clause, found).type if found is not None else None
        if kind is None:
            if open_from is None and (not runs or markers.hangs(clause)):
                open_from = start
            elif open_from is None:
                runs[-1] = runs[-1][0], end, runs[-1][2]
            continue
        begin, open_from = start if open_from is None else open_from, None
        if runs and _ALIKE.get(kind, kind) == _ALIKE.get(runs[-1][2], runs[-1][2]):
            runs[-1] = runs[-1][0], end, runs[-1][2]
        elif not (runs and _LEANS.match(clause.text)):
            runs.append((begin, end, kind))
        elif runs:
            runs[-1] = runs[-1][0], end, runs[-1][2]
    kinds = [kind for _, _, kind in runs]
    if len(runs) < _SEVERAL or (whole.type == "threat" and kinds == ["recommendation", "threat"]):
        return (whole,)  # "it must stop, or it will pay": one ultimatum
    pieces = [narrowed(part, start, end) for start, end, _ in runs]
    told = [(piece, markers.find(piece, today=today)) for piece in pieces]
    return tuple(item(piece, found) for piece, found in told if found is not None)


def _is_answered(asked: Sentence, following: Sentence | None, cues: OutlookCues) -> bool:
    """Whether the writer answers his own question at once: "Of course not." """
    if following is None or following.paragraph != asked.paragraph:
        return False
    opening = plain(following.text[:40]).lower().lstrip("\"' ")
    answers, none = (tuple(map(str.lower, each)) for each in (cues.answers, cues.no_answers))
    return opening.startswith(answers) and not opening.startswith(none)


class _Items:
    """What is printed of a part that looks ahead. ``writer`` holds what nobody is named for;
    ``british``: the article speaks by the British scale of likelihood; ``quoted`` are sentences
    that somebody is quoted as saying, ``vows`` the verbs by which he commits himself."""

    def __init__(
        self,
        cues: OutlookCues,
        *,
        writer: str | None,
        british: bool,
        quoted: frozenset[SentenceId],
        vows: tuple[str, ...],
    ) -> None:
        self._cues = cues
        self._writer = writer
        self._quoted = quoted
        self._vows = vows
        self._british = british
        self._intents = intents(cues)
        self._terms = terms(cues)
        self._times = times(cues)

    def __call__(self, part: Part, found: Found) -> Outlook:
        sentence, text = part.sentence, part.text
        primary = _primary(text, found.markers)
        dates = part.dates
        if part.claim is not None and part.attributed:
            dates = dates_told(
                sentence.text[:LONGEST],
                dates,
                offset=sentence.start,
                cue=part.claim.cue,
                marker=primary.start,
            )
        opened = max(text.rfind("「", 0, primary.start), text.rfind('"', 0, primary.start))
        if not text.isascii() and _in_quotes(text, primary.start):
            said = sentence.start + opened
            dates = tuple(one for one in dates if one.relation == "future" or one.start > said)
        kind = self._intents.kind_of(
            text,
            primary,
            claim=part.claim,
            own=part.own,
            dates=dates,
            sentence=sentence,
            person=part.person,
            others=part.others,
            governs=part.governs,
        )
        if kind in {"forecast", "warning"} and _ASKS.search(text):
            kind = "question"
        term = self._terms.of(text, primary, found.markers, kind=kind)
        likelihood = read_likelihood(
            text,
            near=term.span if term is not None else None,
            cues=self._cues,
            british=self._british,
            hedge=self._intents.hedges,
        )
        condition = found.conditions[0] if found.conditions else None
        others = self._is_of_others(sentence, primary)
        return Outlook(
            sentence=sentence.id,
            quote=sentence.text,
            start=sentence.start,
            end=sentence.end,
            type=kind,
            holder=part.holder if part.holder is not None or others else self._writer,
            condition=sentence.text[condition[0] : condition[1]] if condition else None,
            term=sentence.text[likelihood.start : likelihood.end] if likelihood else None,
            percent=likelihood.percent if likelihood and term and term.main else None,
            scale=likelihood.scale if likelihood and term and term.main else None,
            horizon=horizon(
                sentence.text[:LONGEST],
                offset=sentence.start,
                dates=dates,
                patterns=self._times,
                marker=primary.start,
            ),
            evidence=(sentence.id,),
        )

    def _is_of_others(self, sentence: Sentence, primary: Marker) -> bool:
        """Whether a statement is not its writer's, whosever it is: it stands in a quotation, or
        tells what others "vowed to" do."""
        if EAST_ASIAN_SIGN.search(sentence.text):
            return False
        own = own_words(sentence.text[:LONGEST])
        word = own[primary.start : primary.end].strip().lower()
        vowed = word.startswith(self._vows) and not _FIRST.search(own)
        return not word or vowed or sentence.id in self._quoted


def _primary(text: str, markers: tuple[Marker, ...]) -> Marker:
    """The marker that gives the statement its kind. Advice of a later clause leaves what an earlier
    one says: "it may lose, AND the cabinet should not join"."""
    last = markers[-1].start
    main = [one for one in markers if not _is_aside(text, one, last)]
    if any(one.type == "scheduled" for one in markers):
        main = [one for one in main if not _PASSES.match(text, one.end)] or main
    chosen = min(main, key=lambda one: (_PRIORITY[one.type], one.start))
    if chosen.type == "recommendation":
        for one in markers:
            if one.type in _SAID and _NEXT_CLAUSE.search(text, one.end, chosen.start):
                return one
    return chosen


def _in_quotes(text: str, at: int) -> bool:
    """Whether ``at`` stands in what somebody is quoted as saying: the day before it is that of
    his words, where the words of speech stand at the end."""
    if text.rfind("「", 0, at) > text.rfind("」", 0, at):
        return True
    return text.count('"', 0, at) % 2 == 1


def _is_aside(text: str, marker: Marker, last: int) -> bool:
    """Whether a comma closes, before the ``last`` marker, what the marker's clause opened."""
    closed = text.find(",", marker.end, last)
    return closed >= 0 and _ASIDE.search(text, 0, marker.end) is not None
