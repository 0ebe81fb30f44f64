"""Markdown read quickly is Markdown read by Python-Markdown, or is left to it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from generator.text.markup.quick import to_html
from generator.text.markup.rendering import RenderingExtension
from generator.text.markup.wording import Wording

CONFIGS = {
    "footnotes": {"BACKLINK_TITLE": "Back to the text"},
    "toc": {"permalink": True, "permalink_title": "Link to this section"},
    "pymdownx.tabbed": {"alternate_style": True},
}
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "footnotes", "md_in_html"]
WORDING = Wording(permalink="Link to this section", back="Back to the text")

LEFT_ALONE = [
    "text  \nbroken",
    "    code",
    "```\ncode\n```",
    "1. numbered",
    "* starred",
    "+ list",
    "> quoted",
    "text\n- no list",
    "text\n====",
    "- item\n  going on",
    "- item\n\n  - half indented",
    "# Head #",
    "# Head {#own} `",
    "# Head[^a]\n\n[^a]: note",
    "![picture](a.png)",
    "[by name][one]\n\n[one]: a.md",
    "[a [nested] one](b.md)",
    '[title](a.md "title")',
    "[round](a(b).md)",
    "[nowhere](nowhere.md)",
    "[empty]()",
    "<https://a.example/>",
    "<b onclick=x>bold</b>",
    "a < b",
    "*a [b* c](d.md)",
    "** a**",
    "* a *",
    "***both***",
    "lone * star",
    "snake_case",
    "`` two ` ticks ``",
    "`<b>`",
    "cited[^none]",
    "uncited\n\n[^a]: note",
    "cited[^a]\n\n[^a]: note\n    going on",
    "cited[^a]\n\n[^a]: note\n[^a]: again",
    "| a | b |\n| :-- | --- |\n| c | d |",
    "| a | b |\n| --- | --- |\n| c |",
    "| a |\n| --- |",
    "| a |\n| --- |\n| b \\| c |",
    "<div>\n\ntext\n\n</div>",
    "<div markdown>\ntext\n</div>",
    "<div><div></div></div>",
    '<details markdown="1">\n<summary>s</summary>\n\ntext',
    '<details markdown="1">\n<summary>*s*</summary>\n\ntext\n\n</details>',
    "<!-- note -->",
    '=== "Tab"\n\n    text',
    "!!! note\n    text",
    "---",
    "text\n-",
    "-5 degrees",
    "tab\there",
    "line\r\nends",
    "\x02wzxhzdk:0\x03",
]
READ = [
    "",
    "plain",
    "# Head\n\ntext\n\n## Head\n\n### Head\n\n## “Deep” &#91;x&#93; \\*y\\* 화성-20",
    "text with &amp; and & and &no; and > and \\_escaped\\_ \\`signs\\` \\{x\\} \\#1 ! \"q\" 'a'",
    "*em* **strong** *em with [link](a.md)* **[link](a.md#b)** `code` a*b*c",
    '[a](a.md) [b](<https://a.example/?x=1&amp;y=2>) [*c*](d.md) [<span class="x y">d</span>](#e)',
    "- one\n- two[^a]\n\n[^a]: note",
    "- one\n\n- two\n- three",
    "- one\n\n    more of one\n\n- two\n\n    - three\n    - four\n\n    more of two\n\n- five",
    "- one\n\n    - two\n\n        - three\n\n    - four\n\ntext",
    "text\n\n- one\n\ntext",
    " a space\n\n- item\n\n  half indented",
    "several\nlines [of](a.md)\n&#45; prose",
    "&#49;&#46; no number\n\n&#45; no list\n\n© 2026\n\n← earlier",
    "| a | b |\n| --- | --- |\n| *x*[^1] | [l](a.md)[^1][^2] |\n|  | `c` |\n\n[^1]: n *e*\n[^2]: n",
    "| a | b |\n| --- | --: |\n| c | 1 |\n\n| a |\n| --- |\n| b |",
    '<div class="list-filter" data-list-filter="Filter"></div>\n\n| a |\n| --- |\n| b |',
    'a\n\n<figure class="chart">\n<svg><a id="x" href="y">&amp; *no*</a></svg>\n</figure>\n\n- b',
    '<details markdown="1">\n<summary>4 more</summary>\n\n- *a*\n- b\n\n</details>\n\ntext',
    '<mark class="reading">[a](b.md)</mark> <small class="t"> x </small>',
    "text\n\n\n   \nmore\n",
]


HEADERLINK = re.compile(r'<a class="headerlink" [^>]*>&para;</a>')
BACKLINK = re.compile(r'&#160;<a class="footnote-backref" href="[^"]*" title="[^"]*">&#8617;</a>')
CITATION = re.compile(r'<sup(?: id="fnref:[^"]*")?><a class="footnote-ref"')


def by_markdown(text: str) -> tuple[str, Any]:
    md = markdown.Markdown(
        extensions=[*EXTENSIONS, "pymdownx.tabbed", RenderingExtension()],
        extension_configs=CONFIGS,
    )
    return md.convert(text), [bare(one) for one in getattr(md, "toc_tokens", [])]


def bare(token: Any) -> Any:
    inner = [bare(one) for one in token["children"]]
    return token["level"], token["id"], token["name"], inner


def address(written: str) -> str | None:
    return None if "nowhere" in written else written


def quickly(text: str) -> tuple[str, Any] | None:
    found = to_html(text, address=address, wording=WORDING)
    return found and (found.content, [bare(one) for one in found.toc])


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_not_known_for_certain_is_left_alone(text: str) -> None:
    """The whole page, for one such line."""
    assert quickly(text) is None
    assert quickly(f"## Head\n\ntext\n\n{text}") is None


@pytest.mark.parametrize("text", READ)
def test_what_the_templates_write_is_read(text: str) -> None:
    """As by Python-Markdown, with its table of contents."""
    assert quickly(text) == by_markdown(text)


@pytest.mark.parametrize("text", READ)
def test_in_brief_a_browser_reads_the_same(text: str) -> None:
    """The same elements with the same values and words, whoever ends a row or a cell, but for what
    a script puts back: marks of headings, looks of marks of notes, and the way back from a note."""
    brief = to_html(text, address=address, wording=structs.replace(WORDING, brief=True))
    whole = to_html(text, address=address, wording=WORDING)
    assert brief is not None
    assert whole is not None
    undressed = CITATION.sub("<sup><a", BACKLINK.sub("", HEADERLINK.sub("", whole.content)))
    assert Read.of(brief.content) == Read.of(undressed)
    assert (brief.toc, brief.anchors) == (whole.toc, whole.anchors)


NOTED = """\
<details markdown="1">
<summary>all</summary>

- {entry}

</details>

- {entry}

[^s1]: {note}"""


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ("A ship left.[^s1]", "“A ship left at noon.” s1, characters 0-20"),
        ("A ship left.[^s1]", '"A ship left." s1, characters 0-14'),
        ("A ship left.[^s1]", "Not “A ship left.” s1, characters 0-14"),
        ("A ship left.[^s1]", "“A ship left.” s1, of “B”"),
        ("A *ship* left.[^s1]", "“A *ship* left.” s1, characters 0-14"),
        ("*said:* A ship left.[^s1]", "“A ship left.” s1, characters 0-12"),
        ("A ship left.[^s1] today", "“A ship left.” s1, characters 0-12"),
    ],
)
def test_an_entry_that_says_something_of_its_own_is_written(entry: str, note: str) -> None:
    """Anything but the words that its note quotes, from the first quotation mark to the last."""
    wording = structs.replace(WORDING, brief=True)
    found = to_html(NOTED.format(entry=entry, note=note), address=address, wording=wording)
    assert found is not None
    folded, _, rest = found.content.partition("</details>")
    assert folded.split("<li>")[1] == rest.split("<li>")[1].partition("</ul>")[0] + "</ul>\n"
    assert "ship" in folded


@pytest.mark.parametrize(
    "words", ["A ship left.", "It said “no” twice.", "5 &gt; 4 &#36;", "船已出港。"]
)
def test_an_entry_that_its_note_quotes_is_the_mark_of_the_note(words: str) -> None:
    """In a folded list, in brief; elsewhere the words stand where they are read."""
    text = NOTED.format(entry=f"{words}[^s1]", note=f"“{words}” s1, characters 0-9")
    found = to_html(text, address=address, wording=structs.replace(WORDING, brief=True))
    whole = to_html(text, address=address, wording=WORDING)
    assert found is not None
    assert whole is not None
    folded, _, rest = found.content.partition("</details>")
    mark = "<sup><a href=#fn:s1>1</a></sup>"
    assert f"<li>{mark}</li>" in folded
    assert f"<li>{words}{mark}</li>" in rest
    assert whole.content.count(f"<li>{words}<sup") == 2


def test_a_cell_without_words_stays_empty() -> None:
    """The looks ask for it: one that holds the end of a line is not."""
    text = "| a | b |\n| --- | --- |\n| c |  |"
    found = to_html(text, address=address, wording=structs.replace(WORDING, brief=True))
    assert found is not None
    assert found.content.endswith("<td>c\n<td></td>\n</tbody>\n</table>")


class Read(HTMLParser):
    """What a browser takes from HTML, but for space and ends that go without saying."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    @classmethod
    def of(cls, content: str) -> list[object]:
        read = cls()
        read.feed(content)
        read.close()
        return read.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("td", "th", "tr"):
            self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found += data.split()


def test_title_and_anchors_are_known() -> None:
    """Of headings, notes, their citations and HTML."""
    text = '# A *b*\n\n## C\n\nd[^e]\n\n<div id="f"></div>\n\n[^e]: note'
    found = to_html(text, address=address, wording=WORDING)
    assert found is not None
    assert found.title == "A b"
    assert found.anchors == {"a-b", "c", "fn:e", "fnref:e", "f"}


SIGNS = st.sampled_from(
    [
        *(
            "*",
            "**",
            "_",
            "`",
            "[",
            "](c.md)",
            "](<d>)",
            "\\",
            "&",
            "<",
            ">",
            "|",
            "#",
            "!",
            "-",
            "  ",
        ),
        *('<span class="x">', "</span>", ":", "=", "1.", "(", ")", "{", "+", "~", "\n"),
    ]
)
WHOLE = st.sampled_from(
    [
        *(
            "a",
            "b c",
            " ",
            " ",
            "\\*",
            "&#42;",
            "“",
            "©",
            "*d*",
            "**e f**",
            "`g`",
            "[h](i.md)",
            ".",
        ),
        *("[*j*](k.md)", "**[l](<m>)**", "[^a]", "[^b]", '<span class="x">n</span>', "&amp;"),
    ]
)
WORDS = st.lists(st.one_of(WHOLE, WHOLE, WHOLE, SIGNS), min_size=1, max_size=5).map("".join)
OPENINGS = st.sampled_from(
    ["", "", " ", "  ", "- ", "- ", "    ", "    - ", "## ", "        ", "> ", "1. "]
)
LINES = st.builds("".join, st.tuples(OPENINGS, WORDS))
BLOCKS = st.one_of(
    st.lists(LINES, max_size=3).map("\n".join),
    st.tuples(WORDS, WORDS).map(lambda two: f"| {two[0]} |\n| --- |\n| {two[1]} |"),
    st.sampled_from(['<details markdown="1">\n<summary>s</summary>', "</details>", "<div>x</div>"]),
)


PAGES = st.lists(BLOCKS, max_size=4).map("\n\n".join)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(PAGES)
def test_no_page_is_read_in_another_way(text: str) -> None:
    """Whatever signs stand where: as Python-Markdown reads it, or not at all."""
    for name in ("a", "b"):
        if f"[^{name}]" in text:
            text += f"\n\n[^{name}]: note *{name}*"
    found = quickly(text)
    if found is not None:
        assert found == by_markdown(text)
