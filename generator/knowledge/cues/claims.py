"""Shape of ``knowledge/language/claims.yml``: who says it, and in what tone."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.entities import Base
from generator.model import Layer
from generator.text.phrases import LONGEST, Lists, hit, hits, plain, words
from generator.text.tries import alternation


class EastAsianClaims(Base, frozen=True, kw_only=True, eq=False):
    """Chinese, Japanese and Korean; see the comments of the file."""

    traditional: tuple[str, ...]
    """Pairs of a traditional Chinese character and its simplified one."""
    traditional_keeps: tuple[str, ...]
    """Simplified characters of these pairs that traditional text has as well."""
    chinese_speech: tuple[str, ...]
    chinese_short: tuple[str, ...]
    chinese_not: tuple[str, ...]
    chinese_calls: tuple[str, ...]
    chinese_calling: tuple[str, ...]
    chinese_citing: tuple[str, ...]
    chinese_cited: tuple[str, ...]
    chinese_openers: tuple[str, ...]
    chinese_closers: tuple[str, ...]
    chinese_adverbs: tuple[str, ...]
    chinese_analysing: tuple[str, ...]
    chinese_clocks: tuple[str, ...]
    chinese_days: tuple[str, ...]
    chinese_adjuncts: tuple[str, ...]
    chinese_no_adjuncts: tuple[str, ...]
    own_voice: tuple[str, ...]
    chinese_ands: tuple[str, ...]
    chinese_given: tuple[str, ...]
    chinese_whens: tuple[str, ...]
    chinese_when_ends: tuple[str, ...]
    chinese_told: tuple[str, ...]
    chinese_blaming: tuple[str, ...]
    chinese_no_subject: tuple[str, ...]
    korean_speech: tuple[str, ...]
    korean_formal: tuple[str, ...]
    body_endings: tuple[str, ...]
    hedges: tuple[str, ...]
    korean_joins: tuple[str, ...]
    chinese_joins: tuple[str, ...]
    korean_adverbs: tuple[str, ...]
    korean_days: tuple[str, ...]
    korean_adds: tuple[str, ...]
    writing_to_readers: tuple[str, ...]
    chinese_on_topic: tuple[str, ...]
    japanese_speech_on: tuple[str, ...]
    japanese_hearsay: tuple[str, ...]
    japanese_goes_on: tuple[str, ...]
    japanese_speech: tuple[str, ...]
    according: tuple[str, ...]
    leads: tuple[str, ...]
    voices: tuple[str, ...]
    spokespersons: tuple[str, ...]
    signed: tuple[str, ...]
    chinese_signed: tuple[str, ...]
    chinese_printing: tuple[str, ...]
    no_speakers: tuple[str, ...]
    korean_nouns: tuple[str, ...]
    offices: tuple[str, ...]
    unnamed: tuple[str, ...]
    outlets: tuple[str, ...]
    papers: tuple[str, ...]
    dispatches: tuple[str, ...]
    writers: tuple[str, ...]
    pronouns: tuple[str, ...]
    sides: tuple[str, ...]
    denial: tuple[str, ...]


class ClaimCues(Base, frozen=True, kw_only=True, eq=False):
    """See the comments of the file; every field is a list of words as they stand in a text."""

    speech: tuple[str, ...]
    strict_speech: tuple[str, ...]
    nominal_forms: tuple[str, ...]
    intention: tuple[str, ...]
    of_persons: tuple[str, ...]
    convictions: tuple[str, ...]
    putting: tuple[str, ...]
    counting: tuple[str, ...]
    reporting: tuple[str, ...]
    saying: tuple[str, ...]
    telling: tuple[str, ...]
    holding_plural: tuple[str, ...]
    rejecting: tuple[str, ...]
    rejected: tuple[str, ...]
    carrying: tuple[str, ...]
    calling: tuple[str, ...]
    paper_verbs: tuple[str, ...]
    paper_naming: tuple[str, ...]
    hearers: tuple[str, ...]
    postmodifiers: tuple[str, ...]
    passed_on: tuple[str, ...]
    quantifiers: tuple[str, ...]
    holding: tuple[str, ...]
    blaming: tuple[str, ...]
    attributing: tuple[str, ...]
    taking: tuple[str, ...]
    seeing: tuple[str, ...]
    seen: tuple[str, ...]
    predicates: tuple[str, ...]
    questions: tuple[str, ...]
    nobody: tuple[str, ...]
    own_pronouns: tuple[str, ...]
    deeds: tuple[str, ...]
    views: tuple[str, ...]
    view_leads: tuple[str, ...]
    claim_nouns: tuple[str, ...]
    summing: tuple[str, ...]
    denial_nouns: tuple[str, ...]
    opinion: tuple[str, ...]
    denial: tuple[str, ...]
    participles: tuple[str, ...]
    loose_participles: tuple[str, ...]
    quoted_as: tuple[str, ...]
    echoing: tuple[str, ...]
    opposing: tuple[str, ...]
    words_of: tuple[str, ...]
    inverted: tuple[str, ...]
    according: tuple[str, ...]
    answering: tuple[str, ...]
    as_told: tuple[str, ...]
    welcoming: tuple[str, ...]
    welcomed: tuple[str, ...]
    days_between: tuple[str, ...]
    spans_between: tuple[str, ...]
    passive_by: tuple[str, ...]
    passing_on: tuple[str, ...]
    told_back: tuple[str, ...]
    judged_by: tuple[str, ...]
    owned_by: tuple[str, ...]
    impersonal: tuple[str, ...]
    unvoiced: tuple[str, ...]
    impersonal_hedged: tuple[str, ...]
    hearsay: tuple[str, ...]
    statement_openers: tuple[str, ...]
    """Words by which a bulletin hands over to the one whose statement it prints."""
    signed_papers: tuple[str, ...]
    """What the head of an article calls a text of somebody that it prints."""
    extract_openers: tuple[str, ...]
    part_openers: tuple[str, ...]
    """Words behind which paragraphs in quotation marks print somebody's words."""
    turn_labels: tuple[str, ...]
    """Words before a colon that open a turn of an interview without naming who speaks."""
    comment_labels: tuple[str, ...]
    """Words before a colon behind which a writer comments on what he reported."""
    answer_labels: tuple[str, ...]
    interviewing: tuple[str, ...]
    askers: tuple[str, ...]
    """What an interviewer is, right before his name."""
    addresses: tuple[str, ...]
    """Words before a surname in such a label."""
    hedges: tuple[str, ...]
    voices: tuple[str, ...]
    documents: tuple[str, ...]
    unnamed: tuple[str, ...]
    texts: tuple[str, ...]
    people_endings: tuple[str, ...]
    no_people: tuple[str, ...]
    called_again: dict[str, tuple[str, ...]]
    firms: tuple[str, ...]
    withheld: tuple[str, ...]
    some_of: tuple[str, ...]
    callings: tuple[str, ...]
    general_callings: tuple[str, ...]
    offices: dict[str, tuple[str, ...]]
    heads: tuple[str, ...]
    outlets: tuple[str, ...]
    office_outlets: tuple[str, ...]
    outlet_subtypes: tuple[str, ...]
    personal: tuple[str, ...]
    companions: tuple[str, ...]
    pronouns: tuple[str, ...]
    offering: tuple[str, ...]
    offered: tuple[str, ...]
    objects: tuple[str, ...]
    no_sources: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    passives: tuple[str, ...]
    contrasts: tuple[str, ...]
    no_contrasts: tuple[str, ...]
    apart: tuple[str, ...]
    lead_ins: tuple[str, ...]
    additions: tuple[str, ...]
    concessions: tuple[str, ...]
    pictures: tuple[str, ...]
    showing: tuple[str, ...]
    breaks: tuple[str, ...]
    subordinators: tuple[str, ...]
    prepositions: tuple[str, ...]
    titles: tuple[str, ...]
    adjuncts: tuple[str, ...]
    first_person: tuple[str, ...]
    judgement: tuple[str, ...]
    evaluative: tuple[str, ...]
    copulas: tuple[str, ...]
    recommendation: tuple[str, ...]
    rhetoric: tuple[str, ...]
    rhetoric_openings: tuple[str, ...]
    naming: tuple[str, ...]
    self_names: tuple[str, ...]
    bodies: tuple[str, ...]
    east_asian: EastAsianClaims


_KEPT = 200
_BESIDE = 60
"""Characters between a form of "to be" and the word that judges, at most."""
_MONTH = "May"


class Tone:
    """What the words of a sentence alone make it; compiled once for a set of cues."""

    def __init__(self, cues: ClaimCues) -> None:
        self._judgement = words(filter(str.isascii, cues.judgement))
        # Between words without spaces no bounds can be asked for.
        self._eastern = tuple(one for one in cues.judgement if not one.isascii())
        self._recommendation = words(cues.recommendation)
        self._rhetoric = words(cues.rhetoric)
        self._evaluative = words(cues.evaluative)
        self._said_of = re.compile(
            rf"(?:(?<![\w'-]){alternation(cues.copulas)}(?: (?!{alternation(cues.prepositions)} )"
            rf"[\w'-]+){{0,5}}| most) \Z",
            re.IGNORECASE,
        )
        self._lists = Lists(
            (self._judgement, self._recommendation, self._rhetoric, self._evaluative)
        )
        self._openings = tuple(opening.lower() for opening in cues.rhetoric_openings)

        self._known: dict[str, Layer] = {}

    def __call__(self, text: str) -> Layer:
        """Rhetoric before recommendation before judgement; ``fact`` if nothing else shows."""
        # Genre, claims and layers all ask; the last sentences are kept.
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> Layer:
        sentence = plain(text[:LONGEST]).strip()
        bare = sentence.rstrip("\"')”’ ")
        opened = self._lists.opened(sentence)
        if (
            bare.endswith(("?", "!", "？", "！"))
            or sentence.lower().startswith(self._openings)
            or hit(self._rhetoric, sentence, opened)
        ):
            return "rhetoric"
        if hit(self._recommendation, sentence, opened):
            return "recommendation"
        if not sentence.isascii() and any(one in sentence for one in self._eastern):
            return "judgement"
        judged = any(_is_word(one, sentence) for one in hits(self._judgement, sentence, opened))
        judged = judged or any(
            self._said_of.search(sentence, max(0, one.start() - _BESIDE), one.start())
            for one in hits(self._evaluative, sentence, opened)
        )
        return "judgement" if judged else "fact"


def _is_word(found: re.Match[str], sentence: str) -> bool:
    """No "May" that names a month."""
    month = found.group() == _MONTH
    return not month or not (
        found.start() or sentence[found.end() : found.end() + 2].strip().isdigit()
    )


@lru_cache(maxsize=8)
def tone(cues: ClaimCues) -> Tone:
    return Tone(cues)
