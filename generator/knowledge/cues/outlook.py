"""Shape of ``knowledge/language/outlook.yml``: words that look ahead or only seem to."""

from __future__ import annotations

from generator.knowledge.entities import Base


class Estimate(Base, frozen=True, kw_only=True):
    """A step of a likelihood scale: its terms, and the percentages that its source gives them."""

    terms: tuple[str, ...]
    percent: tuple[int, int]


class Yardstick(Base, frozen=True, kw_only=True):
    """Another scale, and words of which one in an article shows that the article uses it."""

    scale: str
    marks: tuple[str, ...]
    estimates: tuple[Estimate, ...]


class EastAsian(Base, frozen=True, kw_only=True, eq=False):
    """Cues of languages without spaces, in the order in which they are tried."""

    question: tuple[str, ...]
    threat: tuple[str, ...]
    pledge: tuple[str, ...]
    warning: tuple[str, ...]
    recommendation: tuple[str, ...]
    scheduled: tuple[str, ...]
    forecast: tuple[str, ...]
    may: tuple[str, ...]
    present_after: tuple[str, ...]
    not_will_before: tuple[str, ...]
    not_will_after: tuple[str, ...]
    announcing: tuple[str, ...]
    saying: tuple[str, ...]
    history: tuple[str, ...]
    asked_ahead: tuple[str, ...]
    looking: tuple[str, ...]
    expecting: tuple[str, ...]
    degrees: tuple[str, ...]
    attributes: tuple[str, ...]
    calendar_verbs: tuple[str, ...]
    views: tuple[str, ...]
    courtesies: tuple[str, ...]
    habits: tuple[str, ...]
    rules: tuple[str, ...]
    replies: tuple[str, ...]
    kind_replies: tuple[str, ...]
    ourselves: tuple[str, ...]
    warned: tuple[str, ...]
    dated_acts: tuple[str, ...]
    conditions: tuple[str, ...]
    results: tuple[str, ...]
    no_conditions: tuple[str, ...]
    horizons: tuple[str, ...]
    verbs_in_i: tuple[str, ...]
    disposal_verbs: tuple[str, ...] = ()
    disposal_openers: tuple[str, ...] = ()
    """Filled from ``verbs.yml``."""


class Hindsight(Base, frozen=True, kw_only=True, eq=False):
    """Words that keep a modal out: it speaks of now, of the past or of a rule."""

    identity: tuple[str, ...]
    not_identity: tuple[str, ...]
    aims: tuple[str, ...]
    states: tuple[str, ...]
    would_now: tuple[str, ...]
    tastes: tuple[str, ...]
    figures: tuple[str, ...]
    amiss: tuple[str, ...]
    habits: tuple[str, ...]
    habit_openings: tuple[str, ...]
    records: tuple[str, ...]
    abilities: tuple[str, ...]
    within_reach: tuple[str, ...]
    rules: tuple[str, ...]
    rule_verbs: tuple[str, ...]
    rule_after: tuple[str, ...]
    past_beliefs: tuple[str, ...]
    told: tuple[str, ...]
    came_true: tuple[str, ...]
    studies: tuple[str, ...]
    unsaid: tuple[str, ...]
    asides: tuple[str, ...]
    anybody: tuple[str, ...]
    minds: tuple[str, ...]
    idle_questions: tuple[str, ...]
    past_odds: tuple[str, ...]
    scenes: tuple[str, ...]
    plans_of_text: tuple[str, ...]
    making: tuple[str, ...]
    at_will: tuple[str, ...]
    permitted: tuple[str, ...]
    permits: tuple[str, ...]
    on_paper: tuple[str, ...]
    measures: tuple[str, ...]
    people: tuple[str, ...]
    suppositions: tuple[str, ...]
    past_forms: tuple[str, ...]
    telling_links: tuple[str, ...]
    numbers: tuple[str, ...]
    intervals: tuple[str, ...]
    alone: tuple[str, ...]
    firing: tuple[str, ...]
    outdoing: tuple[str, ...]
    showing: tuple[str, ...]
    denying: tuple[str, ...]
    hearsay: tuple[str, ...]
    persuading: tuple[str, ...]
    credence: tuple[str, ...]
    persuaded: tuple[str, ...]
    believing: tuple[str, ...]
    conceding: tuple[str, ...]
    findings: tuple[str, ...]
    guesses: tuple[str, ...]
    came_about: tuple[str, ...]
    verified: tuple[str, ...]
    performing: tuple[str, ...]
    foretold: tuple[str, ...]
    fits: tuple[str, ...]
    containers: tuple[str, ...]
    fitting: tuple[str, ...]


class OutlookCues(Base, frozen=True, kw_only=True, eq=False):
    """See the comments of the file."""

    scale: str
    estimates: tuple[Estimate, ...]
    yardstick: Yardstick
    likelihood: tuple[str, ...]
    comparatives: tuple[str, ...]
    certainty: tuple[str, ...]
    noun_will_before: tuple[str, ...]
    noun_will_after: tuple[str, ...]
    past_after: tuple[str, ...]
    have_objects: tuple[str, ...]
    present_after: tuple[str, ...]
    ability_before: tuple[str, ...]
    ability_after: tuple[str, ...]
    capability_verbs: tuple[str, ...]
    carriers: tuple[str, ...]
    concessions: tuple[str, ...]
    narrative_would: tuple[str, ...]
    past_before: tuple[str, ...]
    duty_openings: tuple[str, ...]
    duty_subjects: tuple[str, ...]
    remarks: tuple[str, ...]
    reports: tuple[str, ...]
    read_as: tuple[str, ...]
    forecast: tuple[str, ...]
    expecting: tuple[str, ...]
    needs_be: tuple[str, ...]
    scheduled: tuple[str, ...]
    scheduled_if_dated: tuple[str, ...]
    scheduling_verbs: tuple[str, ...]
    scheduled_events: tuple[str, ...]
    dated_acts: tuple[str, ...]
    no_acts: tuple[str, ...]
    bygone: tuple[str, ...]
    warning_openings: tuple[str, ...]
    recommendation: tuple[str, ...]
    urgent: tuple[str, ...]
    inverted_subjects: tuple[str, ...]
    advice_by_actor: tuple[str, ...]
    expectation_should: tuple[str, ...]
    cannot_solve: tuple[str, ...]
    pledge: tuple[str, ...]
    pledge_verbs: tuple[str, ...]
    pledge_formulas: tuple[str, ...]
    threat: tuple[str, ...]
    threat_words: tuple[str, ...]
    threat_if_provoked: tuple[str, ...]
    provocations: tuple[str, ...]
    armed: tuple[str, ...]
    hostile_acts: tuple[str, ...]
    joint: tuple[str, ...]
    as_planned: tuple[str, ...]
    warning: tuple[str, ...]
    warning_verbs: tuple[str, ...]
    only_worse: tuple[str, ...]
    worries: tuple[str, ...]
    harm: tuple[str, ...]
    harm_verbs: tuple[str, ...]
    harmless: tuple[str, ...]
    question: tuple[str, ...]
    unclear: tuple[str, ...]
    open_subjects: tuple[str, ...]
    question_ahead: tuple[str, ...]
    question_past: tuple[str, ...]
    conditions: tuple[str, ...]
    opening_conditions: tuple[str, ...]
    indirect_if: tuple[str, ...]
    own_subjects: tuple[str, ...]
    hindsight: Hindsight
    chance_nouns: tuple[str, ...]
    chance_degrees: tuple[str, ...]
    prospect_degrees: tuple[str, ...]
    reason_degrees: tuple[str, ...]
    expecting_reasons: tuple[str, ...]
    believing_reasons: tuple[str, ...]
    hard_to_see: tuple[str, ...]
    rating_verbs: tuple[str, ...]
    ratings: tuple[str, ...]
    excluded: tuple[str, ...]
    turns_of_events: tuple[str, ...]
    likely_outcomes: tuple[str, ...]
    astonished: tuple[str, ...]
    hedges: tuple[str, ...]
    pledge_if_dated: tuple[str, ...]
    fixed_for: tuple[str, ...]
    calendar_verbs: tuple[str, ...]
    spokespeople: tuple[str, ...]
    answers: tuple[str, ...]
    no_answers: tuple[str, ...]
    possible: tuple[str, ...]
    possible_events: tuple[str, ...]
    expected_past: tuple[str, ...]
    rumours: tuple[str, ...]
    plans_passive: tuple[str, ...]
    refusable: tuple[str, ...]
    horizon_events: tuple[str, ...]
    horizons: tuple[str, ...]
    horizon_prepositions: tuple[str, ...]
    east_asian: EastAsian

    @property
    def scale_terms(self) -> tuple[str, ...]:
        """Every term of the scale, the most unlikely first."""
        return tuple(term for step in self.estimates for term in step.terms)

    @property
    def happenings(self) -> tuple[str, ...]:
        """What may come about: events of a calendar and others."""
        return (*self.scheduled_events, *self.possible_events)
