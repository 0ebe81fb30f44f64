"""Shape of ``knowledge/language/summary.yml``: what makes a sentence worth printing."""

from __future__ import annotations

from collections.abc import Mapping

from generator.knowledge.entities import Base


class Composing(Base, frozen=True, kw_only=True, eq=False):
    """Sentences for events read in other letters; ``deeds`` by type of event, with ``{actors}``,
    ``{weapons}`` and ``{others}`` for the names."""

    deeds: Mapping[str, str]
    when: str
    source: str
    joint: str
    finishing: tuple[str, ...]
    attributive: tuple[str, ...]
    doubts: tuple[str, ...]


class CutWords(Base, frozen=True, kw_only=True, eq=False):
    """Small words by which the parts of a sentence are told apart when it is cut."""

    articles: tuple[str, ...]
    joining: tuple[str, ...]
    definite: tuple[str, ...]
    demonstratives: tuple[str, ...]
    objects: tuple[str, ...]
    being: tuple[str, ...]
    helping: tuple[str, ...]
    placing: tuple[str, ...]
    subordinate: tuple[str, ...]
    since: tuple[str, ...]
    time_after: tuple[str, ...]
    spans: tuple[str, ...]
    reasons: tuple[str, ...]
    setting: tuple[str, ...]
    on_the_way: tuple[str, ...]
    never_before: tuple[str, ...]
    binding: Mapping[str, tuple[str, ...]]
    """By preposition the stems of words that are not whole without it."""


class SummaryCues(Base, frozen=True, kw_only=True, eq=False):
    lead_ins: tuple[str, ...]
    announcing: tuple[str, ...]
    announcing_with: tuple[str, ...]
    """Words beside those of ``announcing``, in an opening that ends in a colon."""
    captions: tuple[str, ...]
    greetings: tuple[str, ...]
    """What a talk opens or closes with."""
    caption_marks: tuple[str, ...]
    caption_sides: tuple[str, ...]
    credits: tuple[str, ...]
    connectives: tuple[str, ...]
    links: tuple[str, ...]
    """What links a sentence to the one before it, between two commas."""
    epithets: tuple[str, ...]
    """Abuse and praise before a name."""
    dangling: tuple[str, ...]
    standing: tuple[str, ...]
    reader: tuple[str, ...]
    judging: tuple[str, ...]
    scenes: tuple[str, ...]
    gist: tuple[str, ...]
    looking_back: tuple[str, ...]
    """Openings, of two or three words, that go back behind the news."""
    adding: tuple[str, ...]
    conceding: tuple[str, ...]
    """Openings, of up to four words, that grant something."""
    turns: tuple[str, ...]
    others: tuple[str, ...]
    asks: tuple[str, ...]
    answers: tuple[str, ...]
    causes: tuple[str, ...]
    vacuous: tuple[str, ...]
    heralds: tuple[str, ...]
    clause_openers: tuple[str, ...]
    clause_verbs: tuple[str, ...]
    """Base forms of verbs that no other list has."""
    clause_forms: tuple[str, ...]
    """Finite forms of others, as they stand."""
    speech: tuple[str, ...]
    cut_before: tuple[str, ...]
    times: tuple[str, ...]
    unfinished: tuple[str, ...]
    cutting: CutWords
    taking_back: tuple[str, ...]
    taking_back_alone: tuple[str, ...]
    """Those of them that count only where no noun follows."""
    taking_back_deeds: tuple[str, ...]
    """Those that count only before a verb."""
    counting: tuple[str, ...]
    clause_open_ends: tuple[str, ...]
    clause_turns: tuple[str, ...]
    author_opens: tuple[str, ...]
    author_named: tuple[str, ...]
    author_view: str
    author_label: str
    source_behind: str
    source_before: str
    open_bluf: str
    composing: Composing
