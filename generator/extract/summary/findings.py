"""What the choice of sentences is handed, and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import (
    Claim,
    DateExpression,
    Event,
    Genre,
    Layer,
    Mention,
    Outlook,
    Quantity,
    SentenceId,
    Statement,
    TitleBasis,
)
from generator.text.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What other extractors found, as far as the choice of sentences needs it."""

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    claims: Mapping[SentenceId, Claim]
    layers: Mapping[SentenceId, Layer]
    outlook: tuple[Outlook, ...]
    dates: tuple[DateExpression, ...]
    quantities: tuple[Quantity, ...]
    genre: Genre
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The printed statements, in reading order, with the bottom line and a title."""

    title: str
    title_basis: TitleBasis
    bluf: Statement
    statements: tuple[Statement, ...]
