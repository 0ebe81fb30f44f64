"""Shape of ``knowledge/language/sentences.yml``: what ends a sentence and what only looks so."""

from __future__ import annotations

from generator.knowledge.entities import Base


class SentenceRules(Base, frozen=True, kw_only=True, eq=False):
    """Abbreviations are written without their last full stop and matched without case."""

    titles: tuple[str, ...]
    """Never end a sentence: a name follows."""
    numbered: tuple[str, ...]
    """End no sentence before a digit."""
    months: tuple[str, ...]
    abbreviations: tuple[str, ...]
    """End a sentence only before one of ``starters``."""
    companies: tuple[str, ...]
    """Abbreviations that end a company's name; they end a sentence before a name that speaks."""
    speaking: tuple[str, ...]
    """Verbs of speaking: behind one word after a company's name, that word opens a sentence."""
    units: tuple[str, ...]
    """Shortened units: after a number they end a sentence before any capital."""
    starters: tuple[str, ...]
    """Words that open sentences and seldom stand capitalised inside one."""
    full_stops: str
    """Characters that always end a sentence."""
    quote_continuations: str
    """Characters after a closing quotation mark that carry the sentence on."""
