"""HTML of pages: reading Markdown faster changes nothing; a copy is used only where it holds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import markdown
import pytest
from small_project import make, run, tree

from generator.disk.rendered import Heading, Html, Rendered
from generator.text.markup.rendering import RenderingExtension

EXTENSIONS = ["admonition", "footnotes", "tables", "toc", "attr_list", "pymdownx.tabbed"]
TEXTS = [
    "plain",
    "a `code` and ``co`de`` and \\`no code\\`",
    "\\*no\\* *em* **strong** ***both*** _em_ __strong__ a_b_c * lone",
    '[link](a.md) [link](<a b.md> "title") [none] [none][] [a [nested] one](b.md)',
    '[by name][one] [one] [One][] ![picture][one] ![one]\n\n[one]: a.md "title"',
    '![picture](a.png) ![*p*](a.png "t") !no',
    "<http://a.example/> <me@a.example> <b>bold</b> <!-- note --> a < b > c",
    "&amp; &#91; &nbsp; & &no",
    "line  \nbreak\nnone",
    "text[^1] again[^1] other[^two] none[^three]\n\n[^1]: note *em*\n\n[^two]: `x` [l](b.md)",
    "| a | b |\n| --- | --: |\n| *x* [l](a.md)[^1] | `c` &#124; |\n\n[^1]: note",
    "- one *two*\n\n    - [three](a.md)\n\n1. `four`\n\n> five_six_",
    "# Head *ing* {#own}\n\n## [x](y)",
    "*a [b* c](d.md) `*x*` [`y`](z.md) **[a](b.md)** [**a**](b.md)[^1]\n\n[^1]: \\[x\\] <i>y</i>",
    "!!! note\n    *a* [b](c.md)\n\n<div markdown>\n*c*\n</div>",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_faster_reading_gives_the_same_html(text: str) -> None:
    """With every inline sign of Markdown, in any nesting."""
    plain = markdown.markdown(text, extensions=EXTENSIONS)
    faster = markdown.markdown(text, extensions=[*EXTENSIONS, RenderingExtension()])
    assert faster == one_way_back(plain)


def one_way_back(html: str) -> str:
    """Without the names of further citations and the arrows to them."""
    html = re.sub(r' id="fnref\d+:\w+"(?=><a class="footnote-ref")', "", html)
    return re.sub(r'<a [^>]*href="#fnref\d+:[^>]*>[^<]*</a>', "", html)


def test_a_note_leads_back_to_its_first_citation() -> None:
    """The first in the page, wherever Python-Markdown comes first."""
    text = "| a |\n| - |\n| in a table[^1] |\n\nafter it[^1]\n\n[^1]: note"
    html = markdown.markdown(text, extensions=[*EXTENSIONS, RenderingExtension()])
    table, _, rest = html.partition("</table>")
    assert table.count('id="fnref:1"') == 1
    assert "fnref" not in rest.replace('href="#fnref:1"', "", 1)


ADDRESSES = {"b.md": "b/", "c/d.md": "c/d/"}


def key(
    tmp_path: Path,
    text: str,
    *,
    setup: str = "s",
    path: str = "a.md",
    url: str = "a/",
    addresses: dict[str, str] = ADDRESSES,
) -> str | None:
    return Rendered(tmp_path, setup).key(text, path=path, url=url, address=addresses.get)


@pytest.mark.parametrize(
    "text",
    [
        "[x](e.md)",
        "[x](../b.md)",
        "[x](/b.md)",
        "![x](e.png)",
        "[x](e.md#f)",
        "[x][y]\n\n[y]: b.md",
    ],
)
def test_a_page_whose_links_may_fail_is_not_kept(tmp_path: Path, text: str) -> None:
    """Else MkDocs would say it in the first build only."""
    assert key(tmp_path, text) is None


def test_a_copy_belongs_to_all_that_decides_the_html(tmp_path: Path) -> None:
    """Text, place, address, setup and the addresses of what it links to."""
    text = "[x](b.md#f) [y](c/d.md) [z](https://a.example/) [^1] [h](#h)\n\n[^1]: note"
    keys = [
        key(tmp_path, text),
        key(tmp_path, text + "."),
        key(tmp_path, text, setup="t"),
        key(tmp_path, text, url="a.html"),
        key(tmp_path, text, addresses={**ADDRESSES, "b.md": "b.html"}),
    ]
    assert None not in keys
    assert len(set(keys)) == len(keys)
    assert key(tmp_path, text) == keys[0]


def test_copies_are_given_back_whole_and_go_when_unused(tmp_path: Path) -> None:
    """A damaged one counts as none."""
    heading = Heading("A", "a", 1, (Heading("B", "b", 2),))
    html = Html("<p>한</p>", None, (heading,), frozenset({"a", "b"}), (("b.md", "f", "b.md#f"),))
    rendered = Rendered(tmp_path, "s")
    for name in ("one", "two", "three"):
        rendered.put(name, html)
    again = Rendered(tmp_path, "s")
    assert again.get("one") == html
    (tmp_path / "rendered" / "two").write_bytes(b"x")
    assert again.get("two") is None
    assert again.get("four") is None
    again.keep_used()
    assert [path.name for path in (tmp_path / "rendered").iterdir()] == ["one"]


def test_a_second_build_gives_the_same_site(tmp_path: Path) -> None:
    """Byte for byte, from copies alone; and a dead link is told in every build."""
    project = make(tmp_path)
    (project / "briefings/articles").mkdir(parents=True, exist_ok=True)
    (project / "briefings/articles/code.md").write_text(
        "# Code\n\n    code\n\n[x](index.md)\n", "utf-8"
    )
    assert run(project, "mkdocs", "build", "--strict").returncode == 0
    first = tree(project / "site")
    shutil.rmtree(project / "site")
    copies = tree(project / ".cache/rendered")
    assert len(copies) == 1, "pages of the generator need no copy"
    assert run(project, "mkdocs", "build", "--strict").returncode == 0
    assert tree(project / "site") == first
    assert tree(project / ".cache/rendered") == copies
    (project / "briefings/own.md").write_text("# Own\n\n[x](nowhere.md)\n", "utf-8")
    for _ in range(2):
        failed = run(project, "mkdocs", "build", "--strict")
        assert failed.returncode != 0
        assert "nowhere.md" in failed.stderr
