"""Sentence boundaries: what must stay whole, what must be cut, and what holds for any text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ingesting import CASES, cues

from generator.knowledge.cues.sentences import SentenceRules
from generator.text.sentences import split

RULES = cues("sentences", SentenceRules)
TABLE = yaml.safe_load((CASES / "sentences" / "boundaries.yml").read_text(encoding="utf-8"))


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, spans=[(0, len(text))], rules=RULES)]


@pytest.mark.parametrize("text", TABLE["keep"])
def test_whole(text: str) -> None:
    """A stop that belongs to a word, a number, an address or a quotation ends nothing."""
    assert pieces(text) == [text]


@pytest.mark.parametrize("marked", TABLE["cut"])
def test_cut(marked: str) -> None:
    """A sentence ends at its stop, and closing quotation marks and brackets stay with it."""
    expected = [part.strip() for part in marked.split("|")]
    assert pieces(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It ended.The end came.",
        '"So it is."This was all.',
        "끝났다.그는 갔다.",
        "The ferry sank on May 21.The mayor saw it.",
        "The tug left at 7:37 p.m.Harbour guards watched it.",
    ],
)
def test_missing_space(text: str) -> None:
    """A missing space after a stop does not hide the boundary."""
    assert len(pieces(text)) == 2
    assert "".join(pieces(text)) == text


def test_spans_bound_sentences() -> None:
    """No sentence crosses the paragraphs it was given, even without a stop."""
    text = "A heading without a stop\nThe text. It goes on"
    assert split(text, spans=[(0, 24), (25, len(text))], rules=RULES) == [
        (0, 24),
        (25, 34),
        (35, 45),
    ]


@given(
    st.lists(
        st.sampled_from([*'.!?…。"”)*_ \n', "U.S.", "Gen", "a", "The", "2", "다", "「", "x@y.z"])
    )
)
def test_tiles(parts: list[str]) -> None:
    """Sentences are ordered, disjoint, trimmed, and leave out nothing but white space."""
    text = "".join(parts)
    spans = [hit.span() for hit in re.finditer(r"[^\n]+", text)]
    found = split(text, spans=spans, rules=RULES)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
    assert all(any(a >= c and b <= d for c, d in spans) for a, b in found)


@pytest.mark.parametrize(
    "text", ["." * 200_000, "a." * 100_000, '."' * 100_000, "U.S. " * 40_000, "x" * 400_000]
)
def test_hostile(text: str) -> None:
    """Text made to be slow is cut in linear time and loses nothing."""
    assert sum(len("".join(piece.split())) for piece in pieces(text)) == len("".join(text.split()))
