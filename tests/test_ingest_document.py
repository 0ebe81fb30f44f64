"""What holds for every document, whatever the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingesting import article, document, language

from generator.ingest import read_article, to_document
from generator.ingest.display import VISIBLE
from generator.model import Article, Document, EditorNotes

PIECES = st.sampled_from(
    [
        "The fleet left. ",
        "U.S. ",
        "It said so",
        ".",
        "!",
        "\n",
        "\n\n",
        "  ",
        "**",
        "# ",
        "- ",
        "> ",
        "---\n",
        "Share this",
        "Source: Harbour Post",
        "SEOUL, Oct. 11 (Yonhap) -- ",
        "© 2025 Post",
        "\u200b",
        "\u202e",
        "\ufffd",
        "&amp;",
        "<b>",
        "`",
        "[a](b)",
        "```",
        "北朝鮮は。",
        "했다.",
        "\x00",
        '2."0',
        "title: x",
        "a",
    ]
)


def uncovered(found: Document) -> str:
    """Visible characters in no sentence, title, removed span or dropped mark."""
    text = found.article.text
    covered = bytearray(len(text))
    spans = [
        *found.sentences,
        *found.article.removed,
        *(mend for mend in found.article.repairs if not VISIBLE.search(mend.text)),
        *([found.article.title] if found.article.title else []),
    ]
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return "".join(
        sign for sign, seen in zip(text, covered, strict=True) if not seen and VISIBLE.match(sign)
    )


def check(found: Document) -> None:
    text, removed = found.article.text, found.article.removed
    previous = 0
    for number, sentence in enumerate(found.sentences, start=1):
        assert sentence.id == f"s{number}"
        assert found.sentence(sentence.id) is sentence
        assert previous <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert sentence.display == " ".join(sentence.display.split())
        assert (
            sentence.display.isprintable()
            or "\u200c" in sentence.display
            or "\u200d" in sentence.display
        )
        paragraph = found.article.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert all(gone.end <= sentence.start or sentence.end <= gone.start for gone in removed)
        previous = sentence.end
    spans = [(span.start, span.end) for span in found.article.paragraphs]
    assert spans == sorted(spans)
    assert uncovered(found) == ""


@given(st.lists(PIECES, max_size=30), st.sampled_from(["txt", "md"]))
def test_tiles(parts: list[str], ending: str) -> None:
    """Sentences are slices, ordered and disjoint; every character to see is accounted for."""
    raw = "".join(parts).encode()
    found = read_article(raw, file=f"seeds/a.{ending}", language=language(), notes=EditorNotes())
    if isinstance(found, Article):
        check(to_document(found, language=language()))


@given(st.text(max_size=200), st.sampled_from(["txt", "md", "html"]))
def test_any_text(text: str, ending: str) -> None:
    """No text raises, and what is read holds together."""
    raw = text.encode("utf-8", errors="replace")
    found = read_article(raw, file=f"seeds/a.{ending}", language=language(), notes=EditorNotes())
    if isinstance(found, Article):
        check(to_document(found, language=language()))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000 + " the end of it all here.",
        "<b " * 50_000 + " the end of it all here.",
        "&amp" * 50_000 + "; the end of it all here.",
        "*a " * 50_000 + " the end of it all here.",
        "- \n" * 20_000 + "The end of it all.",
        "Read more: " * 20_000 + "the end.",
        "a: b\n" * 20_000 + "The end of it.",
        "`" * 100_000 + " the end of it all here.",
    ],
)
@pytest.mark.parametrize("file", ["seeds/a.txt", "seeds/a.md"])
def test_hostile(text: str, file: str) -> None:
    """Text made to be slow is read whole, at a length at which square time would not end."""
    check(document(text, file=file))


def test_dateline_leaves_first_sentence() -> None:
    """The dateline is kept with its characters and is no part of the first sentence."""
    text = "PYONGYANG, October 12 (KCNA) -- The ship was launched. It floats."
    found = document(text)
    assert [sentence.text for sentence in found.sentences] == [
        "The ship was launched.",
        "It floats.",
    ]
    stated = article(text).dateline
    assert stated is not None
    assert text[stated.start : stated.end] == stated.value == "PYONGYANG, October 12 (KCNA)"
