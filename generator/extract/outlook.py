"""What the article says will, may or should happen.

Decides for every sentence, or each part of one in which several speak, whether it looks past the
day of publication, what kind of statement that is, whose it is, and which of its words carry the
likelihood, the condition and the time. One item a voice, quoted whole. A percentage is given only
for a term of a published scale or for odds that the writer states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.outlook import OutlookCues
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    DateExpression,
    Document,
    Mention,
    Outlook,
    OutlookType,
    PublicationDate,
    Sentence,
    SentenceId,
    Span,
)
from generator.text.ahead import Ahead, ahead
from generator.text.asking import Marker
from generator.text.backshift import backshift
from generator.text.conditions import condition_spans
from generator.text.hindsight import backwards
from generator.text.horizons import dates_told, horizon, times
from generator.text.intent import Reading, bygone, kind_of, own_spans, reading_of
from generator.text.likelihood import british_scale, read_likelihood, stated_odds
from generator.text.phrases import LONGEST, headed, plain
from generator.text.unmarked import unmarked
from generator.text.voices import Voices

_ASKS = re.compile(
    r"[\"“](?:who|what|when|where|why|how|will|would|can|could|is|are|do|does)\b[^\"”]*\?[\"”]",
    re.I,
)
_UNSAID = headed(
    re.compile(r"\b(?:declined|refused) to (?:say|comment)\b|\b(?:would|did) not say\b", re.I),
    ("declined", "refused", "would", "did"),
    among=("say", "comment"),
)
_PRIORITY: dict[OutlookType, int] = {
    "question": 0,
    "threat": 1,
    "pledge": 2,
    "warning": 3,
    "recommendation": 4,
    "scheduled": 5,
    "forecast": 5,
}
_STALE = timedelta(days=300)
"""A vow dated so long before publication is history."""
_MODAL = re.compile(r"\b(?:will|would|could|can|may|might|shall)\b")
_MODAL_WITHIN = 90
_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_CAN = re.compile(r" +(can|could|will)\b")


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
    finder, reading = ahead(cues), reading_of(cues)
    voice = AUTHOR if any(claim.holder == AUTHOR for claim in voices.claims) else None
    british = british_scale(document.article.text, cues=cues)
    weapons: dict[SentenceId, list[Mention]] = {}
    actors: dict[SentenceId, list[Mention]] = {}
    for mention in mentions:
        if mention.kind == "weapon":
            weapons.setdefault(mention.sentence, []).append(mention)
        elif mention.kind == "actor":
            actors.setdefault(mention.sentence, []).append(mention)
    spoken: dict[SentenceId, list[DateExpression]] = {}
    for expression in dates:
        spoken.setdefault(expression.sentence, []).append(expression)
    rejected = tuple(plain(one).strip().lower() for one in document.article.notes.reject_outlook)
    found: list[Outlook] = []
    for sentence, following in zip_longest(document.sentences, document.sentences[1:]):
        text = plain(sentence.text[:LONGEST])
        if text.rstrip("\"') ").endswith("?") and _answered(following, sentence, reading):
            continue
        if rejected and text.strip().lower().startswith(rejected):
            continue
        heading = document.article.paragraphs[
            sentence.paragraph
        ].kind == "heading" or not text.rstrip().endswith((".", "!", "?", '"', ")", "。"))
        for claim, part in _parts(sentence, voices):
            inside = (part.start, part.end)
            item = _read(
                part,
                plain(part.text[:LONGEST]),
                claim=claim,
                voice=voice,
                weapons=tuple(
                    (one.start - part.start, one.end - part.start)
                    for one in weapons.get(sentence.id, ())
                    if _within(one, inside)
                ),
                own=own_spans(
                    part,
                    claim,
                    [one for one in actors.get(sentence.id, ()) if _within(one, inside)],
                    knowledge,
                ),
                dates=tuple(one for one in spoken.get(sentence.id, ()) if _within(one, inside)),
                british=british,
                heading=heading,
                finder=finder,
                reading=reading,
                cues=cues,
                published=published,
            )
            if item is not None:
                found.append(item)
    return tuple(found)


def _answered(following: Sentence | None, asked: Sentence, reading: Reading) -> bool:
    """Whether the writer answers his own question at once: "Of course not." """
    if following is None or following.paragraph != asked.paragraph:
        return False
    opening = plain(following.text[:40]).lower().lstrip("\"' ")
    return opening.startswith(reading.answers) and not opening.startswith(reading.no_answers)


def _parts(sentence: Sentence, voices: Voices) -> Iterator[tuple[Claim | None, Sentence]]:
    """The stretches of a sentence that one voice says, each as a sentence of its own."""
    claims = voices.of(sentence.id)
    if len(claims) < 2:
        yield (claims[0] if claims else None), sentence
        return
    for claim in claims:
        words = sentence.text[claim.start - sentence.start : claim.end - sentence.start]
        yield claim, replace(sentence, start=claim.start, end=claim.end, text=words, display=words)


def _within(item: Span, span: tuple[int, int]) -> bool:
    return span[0] <= item.start and item.end <= span[1]


def _read(
    sentence: Sentence,
    text: str,
    *,
    claim: Claim | None,
    voice: str | None,
    weapons: tuple[tuple[int, int], ...],
    own: tuple[int, ...],
    dates: tuple[DateExpression, ...],
    british: bool,
    heading: bool,
    finder: Ahead,
    reading: Reading,
    cues: OutlookCues,
    published: PublicationDate,
) -> Outlook | None:
    holder = claim.holder if claim is not None else None
    attributed = holder not in {None, AUTHOR} and not (holder == ANONYMOUS and not _speaks(claim))
    if attributed and claim is not None and bygone(text, claim, reading):
        return None
    if not attributed and _UNSAID.search(text):
        return None
    found = finder.find(text, weapons=weapons, attributed=attributed, heading=heading)
    cue = plain(claim.cue).lower() if claim is not None else ""
    if attributed:
        found = (*found, *_told(sentence, text, cue=cue, dates=dates, cues=cues))
    advised = claim is not None and attributed and bool(reading.advice.search(cue))
    turned = "only " in text or "Only " in text
    warned = attributed and bool(reading.warning_verbs.search(cue))
    conditions = condition_spans(text, cues=cues) if found or advised or turned or warned else ()
    markers = [
        marker
        for marker in found
        if marker.type == "question"
        or not any(start <= marker.start < end for start, end in conditions)
    ]
    if advised and not any(marker.type == "question" for marker in markers):
        position = text.lower().find(cue)
        markers.insert(0, Marker(start=max(position, 0), end=max(position, 0) + len(cue),
                                 type="recommendation"))  # fmt: skip
    if not markers:
        markers = [*_only_way(text, conditions, warning=cue if warned else "")]
    odds = stated_odds(text)
    if odds is not None and backwards(cues).past_odds(text, odds.start, odds.end):
        return None
    if odds is not None and not markers:
        conditions = conditions or condition_spans(text, cues=cues)
        span = (odds.start, odds.end)
        markers = [Marker(start=odds.start, end=odds.end, type="forecast", term=span)]
    if not markers and not heading:
        today = published.value or ""
        plan = unmarked(cues).find(text, offset=sentence.start, dates=dates, today=today)
        markers = [*plan]
    if not markers or _is_history(dates, published, markers, text, sentence.start):
        return None
    primary = min(markers, key=lambda marker: (_PRIORITY[marker.type], marker.start))
    if claim is not None:
        dates = dates_told(
            sentence.text[:LONGEST],
            dates,
            offset=sentence.start,
            cue=claim.cue,
            marker=primary.start,
        )
    kind = kind_of(
        text,
        primary,
        claim=claim,
        reading=reading,
        own=own,
        dates=dates,
        sentence=sentence,
        times_ahead=times(cues),
    )
    if kind in {"forecast", "warning"} and _ASKS.search(text):
        kind = "question"
    likelihood = read_likelihood(
        text,
        near=_term(text, primary, markers, kind=kind),
        cues=cues,
        british=british,
        hedge=reading.hedges,
    )
    condition = conditions[0] if conditions else None
    return Outlook(
        sentence=sentence.id,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        type=kind,
        holder=holder if holder is not None else voice,
        condition=sentence.text[condition[0] : condition[1]] if condition else None,
        term=sentence.text[likelihood.start : likelihood.end] if likelihood else None,
        percent=likelihood.percent if likelihood else None,
        scale=likelihood.scale if likelihood else None,
        horizon=horizon(
            sentence.text[:LONGEST],
            offset=sentence.start,
            dates=dates,
            patterns=times(cues),
            marker=primary.start,
        ),
        evidence=(sentence.id,),
    )


def _term(
    text: str, primary: Marker, markers: list[Marker], *, kind: OutlookType
) -> tuple[int, int] | None:
    """Where the word of likelihood of the statement stands."""
    if kind == "question":
        return primary.term
    chosen = next((one for one in (primary, *markers) if one.term is not None), None)
    if text[primary.start : primary.start + 6].lower() == "to be ":
        # "..., to be held in June, WILL review the plan": the verb of the sentence is the term.
        chosen = next((one for one in markers if one.plain_modal), chosen)
    if chosen is None and text[: primary.end].endswith(" that"):
        # "promised that the army WOULD receive it"
        said = _MODAL.search(text, primary.end, primary.end + _MODAL_WITHIN)
        return said.span() if said is not None else None
    return chosen.term if chosen is not None else None


def _told(
    sentence: Sentence,
    text: str,
    *,
    cue: str,
    dates: tuple[DateExpression, ...],
    cues: OutlookCues,
) -> tuple[Marker, ...]:
    """What stands in the past only because it is told: "said a test WAS LIKELY next month"."""
    gone = [one.start - sentence.start for one in dates if one.relation == "past"]
    coming = any(one.relation == "future" for one in dates)
    found = tuple(backshift(cues).find(text, cue=cue, past=gone, coming=coming))
    return backwards(cues).clear(text, found, attributed=True)


def _only_way(
    text: str, conditions: tuple[tuple[int, int], ...], *, warning: str
) -> Iterator[Marker]:
    """ "Only by addressing the cause CAN the knot be untied": advice without another word; and
    "if the money is late, she WARNED, the contract lapses"."""
    if warning and conditions and _PAST.search(text) is None:
        at = max(text.lower().find(warning), 0)
        yield Marker(start=at, end=at + len(warning), type="warning")
    for start, end in conditions:
        turned = _CAN.match(text, end)
        if turned and text[start : start + 5].lower() == "only ":
            span = turned.span(1)
            yield Marker(start=start, end=span[1], type="recommendation", term=span)


def _speaks(claim: Claim | None) -> bool:
    """Whether an unnamed source has words of its own, not only "is expected"."""
    return claim is not None and claim.source != claim.cue


def _day(value: str | None) -> date | None:
    if not value:
        return None
    parts = [int(part) for part in value.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _is_history(
    dates: tuple[DateExpression, ...],
    published: PublicationDate,
    markers: list[Marker],
    text: str,
    at: int,
) -> bool:
    """A vow or a "would" that the sentence itself dates long before publication."""
    told = all(
        marker.type in {"pledge", "threat", "recommendation", "warning"}
        or plain(text[marker.start : marker.end]).lower() in {"would", "could", "might"}
        for marker in markers
    )
    day = _day(published.value)
    if not told or not dates or day is None:
        return False
    lasts = [_day(one.last) for one in dates]
    first = min(dates, key=lambda one: one.start)
    opens, since = first.start - at <= len("In the summer of "), _day(first.last)
    if opens and since is not None and since < day - _STALE and first.relation == "past":
        return True  # "In 2021 the congress promised ... within five years"
    return all(last is not None and last < day - _STALE for last in lasts)
