"""The words of speech, compiled once for a set of cues.

Decides which lists make a verb one of speech, and which words a sentence must hold to name a
source at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.claims import ClaimCues
from generator.text.phrases import Lists, words
from generator.text.tries import alternation

_BE = ("is", "are", "was", "were", "remains", "remain")
_COMPANY = 60
"""Characters in which "together with" and a title stand before a name, at most."""


class SpeechCues:
    def __init__(self, cues: ClaimCues) -> None:
        self.verbs = words(
            (
                *cues.speech,
                *cues.strict_speech,
                *cues.intention,
                *cues.opinion,
                *cues.denial,
                *cues.naming,
                *(f"{be} {one}" for be in _BE for one in cues.convictions),
                *(f"{be} not {one}" for be in _BE for one in cues.convictions),
                *cues.putting,
                *cues.counting,
                *cues.rejecting,
                *cues.paper_verbs,
                *cues.paper_naming,
                *cues.attributing,
                *cues.taking,
                *cues.welcoming,
                *cues.holding,
                *cues.seeing,
                *cues.reporting,
                *cues.telling,
                *cues.inverted,
            )
        )
        self.free = frozenset((*cues.speech, *cues.intention, *cues.denial))
        self.strict = frozenset(cues.strict_speech)
        self.opinion = frozenset(cues.opinion)
        self.denial = frozenset(cues.denial)
        self.soft = frozenset((*cues.intention, *cues.denial))
        self.verbs_after = frozenset(cues.passives)
        self.nominal = frozenset(cues.nominal_forms)
        self.participles = words(cues.participles)
        self.loose_participles = frozenset(cues.loose_participles)
        self.quoted = words(cues.quoted_as)
        self.words_of = words(cues.words_of)
        self.inverted = frozenset(cues.inverted)
        self.according = words(cues.according)
        self.by = words(cues.passive_by)
        self.passing_on = frozenset(cues.passing_on)
        self.judged_by = words((*cues.judged_by, *cues.owned_by))
        self.owned_by = frozenset(cues.owned_by)
        self.auxiliaries = frozenset(cues.auxiliaries)
        self.as_told = words(cues.as_told)
        self.welcoming = frozenset(cues.welcoming)
        self.welcomed = words(cues.welcomed)
        day, span = alternation(cues.days_between), alternation(cues.spans_between)
        early = r"(?:(?:early|late|earlier|later) )?"
        self.between = re.compile(
            rf"(?<=[a-z.)]) {early}(?:on |in )?{early}(?:(?:last|this|that|next) (?:{day}|{span})"
            rf"|\d{{1,2}} {day}|{day}(?: {span})?)$"
        )
        """When something was said, at the end of some words in small letters."""
        self.days = frozenset((*cues.days_between, *cues.spans_between))
        self.passives = frozenset(cues.passives)
        self.breaks = frozenset(cues.breaks)
        self.subordinators = frozenset(cues.subordinators)
        self.prepositions = frozenset(cues.prepositions)
        self._compile_nouns(cues)
        self._compile_complements(cues)
        self.lists = Lists(
            (
                self.verbs,
                self.participles,
                self.quoted,
                self.according,
                self.as_told,
                self.by,
                self.views,
                self.claim_nouns,
                self.carrying,
            )
        )

    def _compile_nouns(self, cues: ClaimCues) -> None:
        """Who speaks, and what stands in front of a name."""
        self.titles = frozenset(cues.titles)
        self.adjuncts: dict[str, list[str]] = {}
        """By their last words, the longest first."""
        for adjunct in sorted(cues.adjuncts, key=len, reverse=True):
            self.adjuncts.setdefault(adjunct[adjunct.rfind(" ") + 1 :], []).append(adjunct)
        self.voices = words(cues.voices)
        self.documents = words(cues.documents)
        self.unnamed = words(cues.unnamed)
        self.firms = words(cues.firms)
        self.called_again: dict[str, list[str]] = {}
        """Noun -> the subtypes of bodies that it may take up."""
        for kind, nouns in cues.called_again.items():
            for noun in nouns:
                self.called_again.setdefault(noun, []).append(kind)
        self.texts = words(cues.texts)
        self.people_endings = tuple(cues.people_endings)
        self.no_people = frozenset(cues.no_people)
        self.objects = frozenset(cues.objects)
        self.no_sources = words(cues.no_sources)
        self.some_of = words(cues.some_of)
        self.callings = words(cues.callings)
        self.leading_callings = words((*cues.callings, *(f"{one}s" for one in cues.callings)))
        """Callings before a name, or before the first of several."""
        self.heads = frozenset(cues.heads)
        self.general_callings = frozenset(cues.general_callings)
        self.offices = {
            calling: frozenset(kind for kind, own in cues.offices.items() if calling in own)
            for callings in cues.offices.values()
            for calling in callings
        }
        """Calling -> the subtypes of the persons who can be called so."""
        self.outlets = words(cues.outlets)
        offices = frozenset(cues.office_outlets)
        self.named_outlets = words(one for one in cues.outlets if one not in offices)
        """What the name of an outlet ends in."""
        self.outlet_subtypes = frozenset(cues.outlet_subtypes)
        self.personal = frozenset(cues.personal)
        self.companions = words(cues.companions)
        self.pronouns = frozenset(cues.pronouns)

    def _compile_complements(self, cues: ClaimCues) -> None:
        """What a verb must have behind it."""
        self.of_persons = frozenset(cues.of_persons)
        self.echoing = words((*cues.echoing, *cues.rejecting, *cues.opposing))
        self.against = frozenset((*cues.rejecting, *cues.opposing))
        self.convictions = frozenset(
            f"{be} {one}"
            for be in _BE
            for word in cues.convictions
            for one in (word, f"not {word}")
        )
        self.putting = frozenset(cues.putting)
        self.counting = frozenset(cues.counting)
        self.reporting = frozenset(cues.reporting)
        self.telling = frozenset(cues.telling)
        self.saying = frozenset(cues.saying)
        self.holding_plural = frozenset(cues.holding_plural)
        self.denied = frozenset((*cues.denial, *cues.rejecting))
        self.rejecting = frozenset(cues.rejecting)
        self.rejected = words((*cues.claim_nouns, *cues.rejected))
        self.paper_verbs = frozenset(cues.paper_verbs)
        self.paper_naming = frozenset(cues.paper_naming)
        self.hearers = words(cues.hearers)
        self.attributing = frozenset(cues.attributing)
        self.taking = frozenset(cues.taking)
        self.holding = frozenset(cues.holding)
        self.blaming = frozenset(cues.blaming)
        self.seeing = frozenset(cues.seeing)
        self.seen = words(cues.seen)
        self.predicates = words(cues.predicates)
        self.nobody = frozenset(cues.nobody)
        self.own_pronouns = frozenset(cues.own_pronouns)
        self.questions = frozenset(cues.questions)
        self.carrying = words(cues.carrying)
        self.calling = frozenset(cues.calling)
        self.deeds = words(cues.deeds)
        self.postmodifiers = frozenset(cues.postmodifiers)
        self.passed_on = frozenset(cues.passed_on)
        self.quantifiers = frozenset(cues.quantifiers)
        self.naming = frozenset(cues.naming)
        self.bodies = words(cues.bodies)
        self.views = words(cues.views)
        self.claim_nouns = words(cues.claim_nouns)
        self.summing = words(cues.summing)
        self.self_names = frozenset(cues.self_names)
        self.interviewing = words(cues.interviewing)
        self.announced = re.compile(
            rf"\b{alternation(cues.offering)} (?:an?|his|her|its|their|the|another|this) "
            rf"(?:[\w-]+ ){{0,3}}?{alternation((*cues.offered, *cues.claim_nouns))}: "
        )
        """A text or words that somebody offers before a colon."""

    def came_along(self, before: str) -> bool:
        """Whether the name behind these words is a companion: "The ruler watched it together with
        General" is about another."""
        near = before[-_COMPANY:]
        found = self.companions.search(near)
        return found is not None and "," not in near[found.end() :]


@lru_cache(maxsize=8)
def compiled(cues: ClaimCues) -> SpeechCues:
    return SpeechCues(cues)
