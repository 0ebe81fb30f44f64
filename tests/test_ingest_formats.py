"""Plain text, Markdown and HTML: paragraphs, repairs, identity, language."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import textwrap
import unicodedata

import pytest
from ingesting import article, document, language, shown

from generator.ingest import read_article
from generator.model import Article, EditorNotes
from generator.problems import Problem

LONG = (
    "The fleet left the harbour before dawn and sailed north along the coast for a day. "
    "Officials in the harbour said that nobody had been told of the reason. It rained."
)
PAGE = """<!doctype html><html><head><title>Fleet leaves | Harbour Post</title>
<meta property="og:title" content="Fleet leaves"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2026-03-10T08:00:00+01:00">
<style>p{color:red}</style><script>var a = 1;</script></head><body><nav><a href=/>Home</a></nav>
<article><h1>Fleet leaves</h1><p>The fleet left the harbour on Monday, officials said.</p>
<p hidden>NEVER SHOWN</p><p style="display:none">NEVER SHOWN</p><!-- NEVER SHOWN -->
<h2>What comes next</h2><p>It will come back in May, the &lt;b&gt; harbour master said to us.</p>
<ul><li>Ships: 12 in all</li></ul></article>
<footer>&copy; 2026 Harbour Post</footer></body></html>"""


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell 3.5% to $1,204.50; C# and C++ jobs, AT&T, R&D, 5 < 6 > 4 and a*b*c are here.",
        "The word snake_case_name and 2**10 and x^2, i++ and --flag are written so on purpose.",
        "She said: [the ship] was (perhaps) lost - 50~60 men were aboard, #12 among them.",
        "Zürich, «Ägypten», Öl² and São Tomé: l'été à 20 °C, naïve » or not, was as it is here.",
        "می‌خواهیم سد بسازیم و کار کنیم.",
    ],
)
def test_untouched(text: str) -> None:
    """Honest marks in plain text are shown as they were written."""
    assert shown(text) == [text]


@pytest.mark.parametrize(
    ("text", "display"),
    [
        (
            "The needs of the army** were met by the north.",
            "The needs of the army were met by the north.",
        ),
        (
            "The content is ** on the coast, it seems so.",
            "The content is on the coast, it seems so.",
        ),
        (
            'The "Korea 2."0 war" never came to the coast.',
            'The "Korea 2.0 war" never came to the coast.',
        ),
        ("Fish &amp; ships&nbsp;sail&#39;d &lt;b&gt; north.", "Fish & ships sail'd <b> north."),
        ("The ship<br/>sank &unknown; in <b>rain</b>.", "The ship sank &unknown; in rain."),
        (
            "Soft hy\u00adphen, zero\u200bwidth, \ufffddamage were here.",
            "Soft hyphen, zerowidth, damage were here.",
        ),
        (
            "Its â€œserious concernâ€, it said, cost 5Â â‚¬ â€“ and the cafÃ© knew.",
            "Its “serious concern”, it said, cost 5 € – and the café knew.",
        ),
        ("Two  spaces\u00a0and\ta tab\u2028line.", "Two spaces and a tab line."),
        (
            "Bell\x07 and \x1b[31mred\x1b[0m and \u202eleft\u202c text.",
            "Bell and red and left text.",
        ),
        (
            "Ho\u0323\u0302i \u0111o\u0302\u0300ng was written apart here.",
            "Hội đồng was written apart here.",
        ),
        (
            "Z" + "\u0301" * 50 + "algo has come to town.",
            "Z\u0301\u0301\u0301algo has come to town.",
        ),
    ],
)
def test_mended(text: str, display: str) -> None:
    """Damage is mended for display only; the sentence's text stays the slice of the source."""
    found = document(text)
    (sentence,) = found.sentences
    assert sentence.display == unicodedata.normalize("NFC", display)
    assert sentence.text == found.article.text[sentence.start : sentence.end] == text


def test_one_paragraph_a_line() -> None:
    """Long lines without blank lines between them are paragraphs of their own."""
    assert len(article("\n".join([LONG] * 2 + [LONG + " Then."])).paragraphs) == 3


def test_wrapped() -> None:
    """Lines broken at a width are joined, and white space shows as one space."""
    text = textwrap.fill(LONG, 72) + "\n\n" + textwrap.fill(LONG + " Then.", 72)
    found = document(text)
    assert len(found.article.paragraphs) == 2
    assert " ".join(s.display for s in found.sentences) == f"{LONG} {LONG} Then."


def test_lists() -> None:
    """Each item of a list is a sentence at least; its bullet is not shown."""
    found = document(f"{LONG}\n\n- twelve ships\n- two planes\n\n1. The end of it\n")
    kinds = [(found.article.paragraphs[s.paragraph].kind, s.display) for s in found.sentences[3:]]
    assert kinds == [("list", "twelve ships"), ("list", "two planes"), ("list", "1. The end of it")]


MARKDOWN = """---
title: Fleet leaves
date: 2026-03-10
author: "Ann Lee"
url: example.org/a
source: Harbour Post
template: evil.html
---

# Fleet leaves

The **fleet** left the [harbour](https://example.org/h) on `Monday`, *officials*
said. It rained.

Next steps
----------

- first ship
- second ship with
  a long name

> They will come back, the harbour master said.

![A ship](ship.png)

[Read more](https://example.org/more)
"""


def test_markdown() -> None:
    """Markdown is read block by block; its marks are not shown and its head is provenance."""
    found = document(MARKDOWN, file="seeds/a.md")
    head = found.article
    assert [s.display for s in found.sentences] == [
        "The fleet left the harbour on Monday, officials said.",
        "It rained.",
        "Next steps",
        "first ship",
        "second ship with a long name",
        "They will come back, the harbour master said.",
    ]
    kinds = [head.paragraphs[s.paragraph].kind for s in found.sentences]
    assert kinds == ["text", "text", "heading", "list", "list", "quote"]
    stated = (head.title, head.published, head.author, head.url, head.publisher)
    assert [fact and fact.value for fact in stated] == [
        "Fleet leaves",
        "2026-03-10",
        "Ann Lee",
        "https://example.org/a",
        "Harbour Post",
    ]
    assert head.published is not None
    assert head.text[head.published.start : head.published.end] == "2026-03-10"
    assert head.removed[0].note == "front matter"
    assert "evil" in head.text[head.removed[0].start : head.removed[0].end]


@pytest.mark.parametrize("file", ["seeds/a.html", "seeds/a.txt"])
def test_html(file: str) -> None:
    """The article of a page is its text; hidden words never are; the head states provenance."""
    found = document(PAGE, file=file)
    assert [s.display for s in found.sentences] == [
        "The fleet left the harbour on Monday, officials said.",
        "What comes next",
        "It will come back in May, the harbour master said to us.",
        "Ships: 12 in all",
    ]
    head = found.article
    assert "NEVER" not in head.text
    assert head.title is not None
    assert head.text[head.title.start : head.title.end] == head.title.value == "Fleet leaves"
    assert (head.author and head.author.value, head.published and head.published.value) == (
        "Ann Lee",
        "2026-03-10",
    )
    assert head.text_sha256 == hashlib.sha256(head.text.encode()).hexdigest()


def test_a_fragment_of_a_page_is_read_as_one() -> None:
    """Paragraphs in tags, as a feed of data has them, without any head or body around."""
    text = (
        "<p>Two barges left the port of Strelsau on Monday.</p><p>They carry sand for the pier "
        "of Zenda and will be back on Friday.</p><p>The master of the harbour was pleased.</p>"
    )
    notes = EditorNotes()
    found = read_article(text.encode(), file="seeds/a.txt", language=language(), notes=notes)
    assert isinstance(found, Article)
    assert "<p>" not in found.text
    assert len(found.paragraphs) > 1


def test_html_deep() -> None:
    """Thousands of nested elements are read by the standard library's parser instead."""
    words = "The fleet left the harbour on Monday, officials said."
    page = "<html><body>" + "<div>" * 5_000 + f"<p>{words}</p>" + "</div>" * 5_000
    assert shown(page, file="seeds/a.html") == [words]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><div id=root></div><script>render()</script></body></html>",
        "<html><head><title>404</title></head><body><h1>Not Found</h1></body></html>",
        "<html>",
    ],
)
def test_html_empty(page: str) -> None:
    """A page without an article is empty, not an article about nothing."""
    found = read_article(page.encode(), file="a.html", language=language(), notes=EditorNotes())
    assert isinstance(found, Problem)
    assert found.code == "E_EMPTY"


def test_trafilatura_is_lazy() -> None:
    """Reading plain text does not pay for importing an HTML library."""
    code = "import sys, generator.ingest; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_unknown_format() -> None:
    """A file that is no article format is refused by name."""
    found = read_article(b"x", file="seeds/a.xml", language=language(), notes=EditorNotes())
    assert isinstance(found, Problem)
    assert found.code == "E_FORMAT"


@pytest.mark.parametrize(
    ("file", "identity"),
    [
        ("seeds/000_b724faa84a109aea.txt", "b724faa84a109aea"),
        ("seeds/B724FAA84A109AEA.txt", "b724faa84a109aea"),
        ("seeds/Fleet leaves, 2025!.txt", "fleet-leaves-2025"),
        ("seeds/Café.txt", "cafe"),
        ("seeds/deadbeef.txt", "deadbeef"),
        ("seeds/함대.txt", f"article-{hashlib.sha256('함대'.encode()).hexdigest()[:12]}"),
        ("seeds/함대 2025.txt", f"article-{hashlib.sha256('함대 2025'.encode()).hexdigest()[:12]}"),
    ],
)
def test_identity(file: str, identity: str) -> None:
    """The identity is the hexadecimal run of the file's name, else its slug, else a hash."""
    assert article(LONG, file=file).id == identity


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LONG, "en"),
        ("Die Flotte hat den Hafen verlassen und ist nicht zu sehen.", "de"),
        ("La flotte est dans le port et les officiers sont partis.", "fr"),
        ("함대가 월요일 항구를 떠났다고 KCNA가 밝혔다.", "ko"),
        ("艦隊は月曜日に港を出た。", "ja"),
        ("舰队周一离开了港口，官员们说。", "zh-Hans"),
        ("艦隊週一離開了港口，官員們說這個。", "zh-Hant"),
        ("Флот вышел из порта в понедельник.", "ru"),
        ("غادر الأسطول الميناء يوم الاثنين.", "ar"),
        ("ناوگان دوشنبه بندر را ترک کرد و می‌گوید.", "fa"),
    ],
)
def test_language(text: str, code: str) -> None:
    """The script and the small words tell the language."""
    assert article(text).language == code


def test_language_note() -> None:
    """An editor's word on the language wins."""
    found = read_article(
        LONG.encode(), file="a.txt", language=language(), notes=EditorNotes(language="nl")
    )
    assert not isinstance(found, Problem)
    assert found.language == "nl"
