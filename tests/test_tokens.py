"""Words with their offsets, folded for comparison."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.tokens import fold, fold_gap, tokenise


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("", ()),
        (" - , . ", ()),
        ("North Korea", ("north", "korea")),
        ("don't", ("don", "t")),
        ("Hwasong-20", ("hwasong", "20")),
        ("Hwasong 20", ("hwasong", "20")),
        ("Hwasong20", ("hwasong", "20")),
        ("Hwasong\u201120", ("hwasong", "20")),
        ("Hwasong-11Da-4.5", ("hwasong", "11", "da", "4", "5")),
        ("KN-23", ("kn", "23")),
        ("Korea's", ("korea", "'s")),
        ("Korea’s", ("korea", "'s")),
        ("Korea‘s", ("korea", "'s")),
        ("1,200", ("1", "200")),
        ("Pukguksŏng", ("pukguksong",)),
        ("火星-20", ("火", "星", "20")),
        ("화성-18", ("화", "성", "18")),
        ("U.S.", ("u", "s")),
        ("a_b", ("a", "b")),
    ],
)
def test_words_numbers_and_east_asian_characters_are_tokens(
    text: str, norms: tuple[str, ...]
) -> None:
    """Letters and digits never share a token; Han and Hangul stand one by one."""
    assert tokenise(text).norms == norms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Korea", "KOREA"),
        ("Choe", "CHOE"),
        ("Pukguksŏng", "Pukguksong"),
        ("café", "CAFE"),
        ("１５", "15"),
        ("’s", "'s"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    """Case, accents, width and the shape of the apostrophe do not make another word."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("북", "남"), ("火", "水"), ("u", "v"), ("15", "16")])
def test_other_words_fold_apart(one: str, other: str) -> None:
    """Folding never joins two words."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("gap", "folded"),
    [
        ("", ""),
        (" ", " "),
        ("  ", " "),
        ("\n", " "),
        ("\t", " "),
        ("\u00a0", " "),
        ("–", "-"),
        ("\u2011", "-"),
        (" — ", " - "),
        ("\n\n", "\n"),
        (", ", ", "),
    ],
)
def test_gaps_fold_to_what_they_mean(gap: str, folded: str) -> None:
    """Every dash is one dash, every space one space; a blank line stays a wall."""
    assert fold_gap(gap) == folded


MIXED = st.text(
    alphabet=st.sampled_from("aZé'’s 0１9-–.,\n火朝화성\u00adﬁİ\u0301"), max_size=60
) | st.text(max_size=60)


@given(text=MIXED)
def test_every_token_is_a_slice(text: str) -> None:
    """Tokens stand in order, do not overlap and are the text's own characters."""
    tokens = tokenise(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == list(tokens.raws)
    bounds = [bound for pair in zip(tokens.starts, tokens.ends, strict=True) for bound in pair]
    assert bounds == sorted(bounds)
    assert len(tokens) == len(tokens.norms) == len(tokens.raws)


@given(text=MIXED)
def test_gaps_and_tokens_make_the_text(text: str) -> None:
    """Nothing is lost between two tokens."""
    tokens = tokenise(text)
    for index in range(1, len(tokens)):
        assert tokens.gap(index) == fold_gap(text[tokens.ends[index - 1] : tokens.starts[index]])


@given(text=MIXED, offset=st.integers(0, 70))
def test_the_token_at_an_offset_is_the_first_that_ends_after_it(text: str, offset: int) -> None:
    """``at`` finds by halving what a search from the start finds."""
    tokens = tokenise(text)
    plain = next((i for i, end in enumerate(tokens.ends) if end > offset), len(tokens))
    assert tokens.at(offset) == plain


@given(text=MIXED, start=st.integers(0, 70), length=st.integers(0, 70))
def test_part_of_tokens_equals_the_part_cut_alone(text: str, start: int, length: int) -> None:
    """A stretch reads as if nothing stood around it, wherever it begins or tears a word."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert tokenise(text).part(start, end) == tokenise(text[start:end])
