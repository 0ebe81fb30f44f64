"""The editor's file beside an article: strict keys, plain values, every finding at its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest import parse_notes
from generator.model import AddedActor, EditorNotes

FULL = """\
title: "No: a title"
date: 2025-10-11
publisher: no
credibility: 3
reliability: B
genre: state-media
status: reviewed
tags: [fleet, 2025]
reject: Kim
merge: {kim-1: kim-2}
add_actors:
  - {id: jane-doe, name: Jane Doe, type: person, role: captain}
author: null
"""


def test_full() -> None:
    """Values are read as written: dates, numbers and "no" stay words; null is nothing."""
    notes, problems = parse_notes(FULL, file="seeds/a.yml")
    assert problems == ()
    assert notes == EditorNotes(
        title="No: a title",
        date="2025-10-11",
        publisher="no",
        credibility="3",
        reliability="B",
        genre="state-media",
        status="reviewed",
        tags=("fleet", "2025"),
        reject=("Kim",),
        merge={"kim-1": "kim-2"},
        add_actors=(
            AddedActor(id="jane-doe", name="Jane Doe", type="person", role="captain"),  # type: ignore[arg-type]
        ),
    )


@pytest.mark.parametrize("text", ["", "\n# only a comment\n", "---\n", "null"])
def test_nothing(text: str) -> None:
    """An empty file says nothing and is no fault."""
    assert parse_notes(text, file="a.yml") == (EditorNotes(), ())


@pytest.mark.parametrize(
    "date", ["2025-10-11", '"2025-10-11"', "2025-10", "'2025'", "2025-10-11 08:00:00"]
)
def test_dates(date: str) -> None:
    """A date may be quoted or not, and may be a month or a year."""
    notes, problems = parse_notes(f"date: {date}\n", file="a.yml")
    assert problems == ()
    assert notes.date == date.strip("\"'")[:10]


@pytest.mark.parametrize(
    ("text", "line", "code", "words"),
    [
        ("titel: x\n", 1, "E_NOTES", "'title'"),
        ("title: a\nzzz: b\n", 2, "E_NOTES", "'zzz'"),
        ("title: a\ntitle: b\n", 2, "E_NOTES", "twice"),
        ("title: [a]\n", 1, "E_NOTES", "one value"),
        ("date: soon\n", 1, "E_NOTES", "2025-10-31"),
        ("date: 2025-13-01\n", 1, "E_NOTES", "no date"),
        ("\ngenre: newz\n", 2, "E_NOTES", "'news'"),
        ("credibility: 9\n", 1, "E_NOTES", "1, 2"),
        ("merge: x\n", 1, "E_NOTES", "identity"),
        ("add_actors:\n  - name: x\n", 2, "E_NOTES", "id, type"),
        ("add_actors:\n  - {id: x, name: X, type: ship}\n", 2, "E_NOTES", "person"),
        ("- a\n", 1, "E_NOTES", "title"),
        ("title: a\nb: [c\n", 3, "E_YAML", ""),
    ],
)
def test_faults(text: str, line: int, code: str, words: str) -> None:
    """A fault names its line and what would have been right; the rest still holds."""
    notes, (problem,) = parse_notes(text, file="seeds/a.yml")
    assert (problem.code, problem.line, problem.file) == (code, line, "seeds/a.yml")
    assert words in str(problem)
    assert notes.title in (None, "a")


def test_hostile() -> None:
    """Alias bombs and deep nesting end in a finding, not in memory or a traceback."""
    bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n"
    assert parse_notes(bomb, file="a.yml")[1]
    assert parse_notes("[" * 50_000, file="a.yml")[1]
    assert parse_notes("title: " + "x" * 200_000, file="a.yml")[1]


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    """No text raises."""
    notes, problems = parse_notes(text, file="a.yml")
    assert isinstance(notes, EditorNotes)
    assert all(problem.code in {"E_NOTES", "E_YAML"} for problem in problems)
