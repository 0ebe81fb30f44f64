"""What stands for a source that an article does not name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from samples import parade

from generator.model import ANONYMOUS, AUTHOR, Briefing, Claim, SentenceId, Span
from generator.pages.views.unnamed import words_of

SENTENCE = SentenceId("s4")


def told(*sources: str, cue: str = "warned") -> Briefing:
    """The parade, its fourth sentence said by sources in turn, ten characters each."""
    one = parade()
    claims = tuple(
        Claim(
            sentence=SENTENCE,
            start=10 * number,
            end=10 * number + 10,
            holder=ANONYMOUS,
            cue=cue,
            modality="reported",
            source=source,
        )
        for number, source in enumerate(sources)
    )
    return replace(one, analysis=replace(one.analysis, claims=claims))


@pytest.mark.parametrize("holder", [None, AUTHOR, "north-korea"])
def test_nobody_else_is_called_by_words(holder: str | None) -> None:
    """A named holder, the writer and the lack of any keep what they are called."""
    assert words_of(holder, [SENTENCE], own=told("two officials")) == ""


@pytest.mark.parametrize(
    ("own", "span"),
    [
        (told(), None),
        (told(""), None),
        (told("it is said", cue="it is said"), None),
        (told("two officials", "a diplomat"), None),
        (told("two officials"), Span(start=10, end=20)),
    ],
    ids=["no claim", "no words", "the cue alone", "two sources", "another part"],
)
def test_where_the_words_are_in_doubt_there_are_none(own: Briefing, span: Span | None) -> None:
    """Several sources in a place stand for none, and a source speaks for its own part alone."""
    assert words_of(ANONYMOUS, [SENTENCE], own=own, span=span) == ""


def test_the_part_tells_which_source() -> None:
    """Of two sources in a sentence, the one whose part it is."""
    own = told("two officials", "a diplomat")
    assert words_of(ANONYMOUS, [SENTENCE], own=own, span=Span(start=12, end=18)) == "a diplomat"


def test_words_of_another_sentence_do_not_count() -> None:
    """The source of the sentence that carries the statement, and no other."""
    own = told("two officials")
    assert words_of(ANONYMOUS, [SentenceId("s9")], own=own) == ""
    assert words_of(ANONYMOUS, [SENTENCE], own=own) == "two officials"
