"""Shape of ``knowledge/language/specs.yml``: which words make a figure a specification."""

from __future__ import annotations

from generator.knowledge.entities import Base


class SpecRule(Base, frozen=True, kw_only=True):
    """``words`` near a quantity in one of ``units`` make it ``property``; ``ships`` limits the
    rule to weapons that do not fly, ``missiles`` to those that do."""

    property: str
    label: str
    units: tuple[str, ...]
    words: tuple[str, ...]
    ships: bool = False
    missiles: bool = False
    unit: str = ""


class SpecCues(Base, frozen=True, kw_only=True):
    rules: tuple[SpecRule, ...]
    counted: tuple[str, ...]
    """Words that, right after a bare number, count the weapons themselves."""
