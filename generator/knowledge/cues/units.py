"""What ``knowledge/language/units.yml`` may say: units, counted things, comparing words.

Compared by identity, so that patterns built from one value can be cached for it.
"""

from __future__ import annotations

from generator.knowledge.entities import Base
from generator.model import Comparator

Words = tuple[str, ...]


class UnitForms(Base, frozen=True, kw_only=True, omit_defaults=True):
    """Written forms of a unit. ``value * factor`` is the value in ``to``."""

    to: str
    forms: Words
    factor: float = 1.0
    exact: bool = False
    in_millions: bool = False
    """Whether the form means this only behind a million or more: "2 million pounds"."""


class UnitCues(Base, frozen=True, kw_only=True, eq=False):
    """The words; what each list does is said beside it in the file."""

    units: tuple[UnitForms, ...]
    before: tuple[UnitForms, ...]
    short_forms: Words
    counts: dict[str, Words]
    classifiers: Words
    name_words: Words
    numbers: dict[str, int]
    scales: dict[str, int]
    money_scales: Words
    before_number: dict[Comparator, Words]
    particle_verbs: Words
    """Verbs that a comparing word behind them belongs to: "handed over 250"."""
    after_number: dict[Comparator, Words]
    and_more: dict[Comparator, Words]
    """Signs right behind a number, or its scale, that mean "and some more": "8万余吨"."""
    range_words: Words
    range_openers: Words
    conversion_words: Words
    measures: Words
    native_joints: str
    """Korean endings before a count with no noun beside it."""
    native_crews: tuple[str, ...]
    native_numbers: dict[str, int]
