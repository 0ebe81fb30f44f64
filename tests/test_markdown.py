"""Text of an article is read back from the page as itself, wherever a template puts it."""

from __future__ import annotations

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from payloads import PAYLOADS, TOKENS, expected, read

from generator.pages.front_matter import front_matter
from generator.text.markup.markdown import clean, escape, link_target

# More than the site switches on: an editor may add one, and tags turns attr_list on by itself.
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]

PLACES = {
    "paragraph": "{}",
    "after words": "Words {} words",
    "heading": "## {}",
    "item": "- {}\n\n    {}",
    "cell": "| Head | Other |\n| --- | --- |\n| {} | x {} |",
    "quote": "“{}”[^s1]\n\n[^s1]: “{}” s1",
    "emphasis": "*{}* and **{}**",
    "link text": "[{}](other.md)",
    "nested": '=== "Tab"\n\n    - x {}\n\n        {}',
    "block quote": "> {}",
}
WRAPPED = {"quote", "emphasis", "link text"}
"""Places where a space at either end is shown or stops the emphasis."""
_converter = markdown.Markdown(extensions=EXTENSIONS)
_HARMLESS = "Harmless"


def rendered(template: str, text: str) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    _converter.reset()
    return read(_converter.convert(template.replace("{}", text)))


def check(place: str, text: str) -> None:
    """The page has the elements of harmless text, and exactly the text."""
    if place in WRAPPED:
        text = f"x{text}x"
    safe = escape(text)
    wanted_text = expected(text)
    if not wanted_text:
        return
    shown, elements = rendered(PLACES[place], safe)
    model_text, model = rendered(PLACES[place], _HARMLESS)
    assert elements == model
    assert shown == " ".join(model_text.replace(_HARMLESS, wanted_text).split())


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired two missiles, he said; nothing else (so far) happened.",
        "Kim Jong-un's visit",
        "",
        "화성-20",
    ],
)
def test_plain_text_is_not_changed(text: str) -> None:
    """Honest prose stays as readable in Markdown as it was."""
    assert escape(text) == text


@pytest.mark.parametrize("place", PLACES)
def test_payloads_are_read_back_as_text(place: str) -> None:
    """No payload makes an element, an attribute or another text."""
    for text in PAYLOADS:
        check(place, text)


@pytest.mark.parametrize("place", PLACES)
@given(tokens=st.lists(st.sampled_from(TOKENS), max_size=14))
def test_random_tokens_are_read_back_as_text(place: str, tokens: list[str]) -> None:
    """No mix of the characters that mean something makes anything but text."""
    check(place, "".join(tokens))


def test_the_check_would_notice() -> None:
    """Unescaped payloads fail the check, so passing it means something."""
    noticed = 0
    for text in PAYLOADS:
        shown, elements = rendered("{}", text)
        model = rendered("{}", _HARMLESS)[1]
        noticed += elements != model or shown != expected(text)
    assert noticed > len(PAYLOADS) // 2


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Clean text is a fixed point, on one line."""
    once = clean(text)
    assert clean(once) == once
    assert once.splitlines() in ([], [once])


@pytest.mark.parametrize("text", PAYLOADS)
def test_front_matter_is_one_inert_value(text: str) -> None:
    """A theme that prints the value as HTML prints the text and nothing else."""
    page, head = front_matter({"title": f"x{text}", "tags": [text]})
    body = page.removeprefix("---\n").removesuffix("---\n\n")
    values = yaml.safe_load(body)
    assert values == head
    assert list(values) == ["title", "tags"]
    assert read(values["title"]) == (expected(f"x{text}"), [])
    assert read(values["tags"][0]) == (expected(text), [])
    assert "\n---" not in body


@pytest.mark.parametrize("text", PAYLOADS)
def test_front_matter_holds_lists_of_named_words(text: str) -> None:
    """A word that is not known is left out; the others are inert like any other."""
    page, head = front_matter({"title": "x", "outlook": [{"type": text, "holder": None}]})
    values = yaml.safe_load(page.removeprefix("---\n").removesuffix("---\n\n"))
    assert values == head
    (entry,) = values["outlook"]
    assert list(entry) == ["type"]
    assert read(entry["type"]) == (expected(text), [])


def test_quotation_marks_stay_readable_in_prose_alone() -> None:
    """A theme puts title and description into attributes, which a quotation mark would end."""
    words = 'a "x" <b>'
    page, _ = front_matter(
        {
            "title": words,
            "description": words,
            "summary": [words],
            "outlook": [{"statement": words}],
        }
    )
    head = yaml.safe_load(page.split("---")[1])
    assert head == {
        "title": "a &quot;x&quot; &lt;b&gt;",
        "description": "a &quot;x&quot; &lt;b&gt;",
        "summary": ['a "x" &lt;b&gt;'],
        "outlook": [{"statement": 'a "x" &lt;b&gt;'}],
    }


def test_front_matter_demands_a_title() -> None:
    """Without a title key a theme would take the heading, unescaped."""
    with pytest.raises(ValueError, match="title"):
        front_matter({"description": "x"})


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("//evil.example", None),
        ("www.example.org/x", None),
        ("https://", None),
        ("https://user:pass@example.org/", None),
        ("https://[::1", None),
        ("https://example.org:port/", None),
        ("java\u200bscript:alert(1)", None),
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("https://example.org/a> <b>", "https://example.org/a%3E%20%3Cb%3E"),
        ("http://example.org/x_(y)*[z]", "http://example.org/x_(y)%2A%5Bz%5D"),
    ],
)
def test_only_whole_web_addresses_become_links(url: str, target: str | None) -> None:
    """Anything but http and https with a host is printed as text elsewhere."""
    assert link_target(url) == target
