"""Which readings of a name lost, and why."""

from __future__ import annotations

import pytest
from workbench import document, knowledge

from generator.extract import analyse, readings_that_lost
from generator.model import EditorNotes, PassedOver


def lost(text: str, **notes: object) -> tuple[PassedOver, ...]:
    analysis = analyse(
        document(text, notes=EditorNotes(**notes)),  # type: ignore[arg-type]
        knowledge=knowledge(),
    )
    return readings_that_lost(analysis, knowledge=knowledge())


@pytest.mark.parametrize(
    "text",
    [
        "The harvest was good this year, and the roads are dry.",
        "South Korea condemned the launch.",  # "Korea" inside it is part of a longer name
        "Kim Jong Un visited the yard.",
    ],
)
def test_nothing_lost_where_nothing_competes(text: str) -> None:
    """A name with one reading, or inside a longer one, is not told."""
    assert lost(text) == ()


@pytest.mark.parametrize(
    ("text", "surface", "entity", "why", "settled"),
    [
        (
            "North Korea built it. Analysts in Seoul doubt that the flight took place.",
            "Seoul",
            "south-korea",
            "read as seoul",
            True,
        ),
        (
            "A Reaper stood at the gate of the old mill.",
            "Reaper",
            "mq-9",
            "a weak name: needs one of",
            False,
        ),
        (
            "Kim Jong Un left. Kim smiled at the crowd.",
            "Kim",
            "kim-yo-jong",
            "read as kim-jong-un (surname)",
            True,
        ),
        (
            "The Foreign Ministry had no comment on the weather.",
            "Foreign Ministry",
            "japanese-foreign-ministry",
            "several have this name, and nothing near it decides",
            False,
        ),
    ],
)
def test_a_reading_that_lost_says_why(
    text: str, surface: str, entity: str, why: str, settled: bool
) -> None:
    """The words, who was not taken for them, the reason, and whether somebody else was."""
    (found,) = [one for one in lost(text) if one.surface == surface and entity in one.entities]
    assert found.why.startswith(why)
    assert found.settled is settled
    assert text[found.start : found.end] == surface


def test_what_an_editor_rejects_is_settled() -> None:
    """The notes of the article are named as the reason."""
    (found,) = lost("Japan objected to the plan of the mill.", reject=("japan",))
    assert (found.entities, found.settled) == (("japan",), True)
    assert found.why == "rejected in the notes of the article"
