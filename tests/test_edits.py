"""Hand edits: what is the editor's stays, what is the generator's is renewed."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Page, PagePath
from generator.pages.edits import memory
from generator.pages.edits import merge as edits
from generator.pages.parts import digest

PATH = PagePath("articles/one.md")


def page(
    summary: str = "Two ships met. [^s1]",
    *,
    title: str = "Two ships",
    actors: str = "No actor is named.",
) -> Page:
    text = f"""---
title: {title}
tags:
- navy
---

# {title}

Bottom line. [^s1]

## Summary

{summary}

## Actors {{ #actors }}

{actors}

## Evidence

[^s1]: Two ships met.
"""
    return Page(path=PATH, text=text, kind="briefing")


def regenerate(
    planned: Page, current: str | None, remembered: dict[str, str] | None = None
) -> edits.Merged:
    """Merge, and claim on the way that doing it twice changes nothing more."""
    first = edits.merge(planned, current, remembered or {})
    if not first.blocked:
        second = edits.merge(planned, first.page.text, first.remembered)
        assert second.page.text == first.page.text
        assert dict(second.remembered) == dict(first.remembered)
        assert second.edited == first.edited
    return first


def codes(merged: edits.Merged) -> list[str]:
    return [problem.code for problem in merged.problems]


FIRST = edits.merge(page(), None, {})


@pytest.mark.parametrize(
    "current",
    [
        None,
        page().text,
        page().text.replace("\n", "\r\n"),
        "\ufeff" + page().text,
        page().text + "\n\n",
        page().text.replace("\n## Actors", "\n\n\n## Actors"),
        page().text.replace("## Actors { #actors }\n\nNo actor is named.\n\n", ""),
        "",
    ],
    ids=["new", "same", "crlf", "bom", "blank end", "blank lines", "section deleted", "emptied"],
)
def test_what_nobody_edited_is_the_plan(current: str | None) -> None:
    """A file, however its lines end, that holds nothing of an editor's becomes the plan."""
    merged = regenerate(page(), current, dict(FIRST.remembered))
    assert merged.page.text == page().text
    assert merged.problems == ()


def test_new_words_replace_generated_ones() -> None:
    """What was generated last and not touched is renewed, whatever the plan says now."""
    planned = page("Three ships met. [^s1]", title="Three ships")
    merged = regenerate(planned, page().text, dict(FIRST.remembered))
    assert merged.page.text == planned.text
    assert merged.problems == ()


def test_an_edited_section_is_kept_and_marked() -> None:
    """The edit stays, the front matter names it, the rest is renewed."""
    current = page().text.replace("Two ships met. [^s1]\n\n##", "My words. [^s1]\n\n##")
    merged = regenerate(page(actors="One actor."), current, dict(FIRST.remembered))
    assert "My words. [^s1]" in merged.page.text
    assert "One actor." in merged.page.text
    assert "\nedited: [Summary]\n---\n" in merged.page.text
    assert codes(merged) == ["W_EDITED"]


def test_a_stale_edit_is_told_with_the_difference_until_it_is_seen() -> None:
    """The finding shows both texts, comes again in the next run, and ends with a new edit."""
    current = page().text.replace("Two ships met. [^s1]\n\n##", "My words. [^s1]\n\n##")
    planned = page("Three ships met. [^s1]")
    first = regenerate(planned, current, dict(FIRST.remembered))
    assert codes(first) == ["W_EDIT_STALE", "W_EDITED"]
    assert "-My words. [^s1]\n+Three ships met. [^s1]" in first.problems[0].message
    again = edits.merge(planned, first.page.text, first.remembered)
    assert codes(again) == ["W_EDIT_STALE", "W_EDITED"]
    seen = first.page.text.replace("My words.", "My other words.")
    assert codes(edits.merge(planned, seen, first.remembered)) == ["W_EDITED"]


def test_an_edit_taken_back_is_no_edit() -> None:
    """The old generated text, put back by hand, is renewed like any other."""
    current = page().text.replace("Two ships met. [^s1]\n\n##", "My words. [^s1]\n\n##")
    edited = edits.merge(page(), current, FIRST.remembered)
    planned = page("Three ships met. [^s1]")
    assert regenerate(planned, page().text, dict(edited.remembered)).page.text == planned.text


def test_without_memory_a_difference_is_an_edit() -> None:
    """Nobody can tell who wrote it, so it is kept."""
    merged = regenerate(page("Three ships met. [^s1]"), page().text)
    assert "Two ships met. [^s1]\n\n##" in merged.page.text
    assert merged.edited == ("Summary",)


@pytest.mark.parametrize(
    ("before", "after", "edited"),
    [
        ("title: Two ships\n", "title: My title\n", ("title",)),
        ("- navy\n", "- navy\n- sea\n", ("tags",)),
        ("---\n\n# Two", "status: reviewed\n---\n\n# Two", ("status",)),
        ("tags:\n- navy\n", "tags: navy, sea\n", ("tags",)),
        ("Bottom line.", "My bottom line.", ("Opening",)),
        ("## Actors", "## My view\n\nA storm comes.\n\n## Actors", ("My view",)),
    ],
)
def test_each_part_is_kept_by_itself(before: str, after: str, edited: tuple[str, ...]) -> None:
    """A key, the opening, a section of the editor's own: kept, while the rest is renewed."""
    current = page().text.replace(before, after, 1)
    assert current != page().text
    merged = regenerate(page("Three ships met. [^s1]"), current, dict(FIRST.remembered))
    assert merged.edited == edited
    assert "Three ships met." in merged.page.text


def test_an_own_section_keeps_its_place() -> None:
    """It stays behind the section it was written behind."""
    current = page().text.replace("## Actors", "## My view\n\nA storm comes.\n\n## Actors")
    text = regenerate(page("New. [^s1]"), current, dict(FIRST.remembered)).page.text
    assert text.index("## Summary") < text.index("## My view") < text.index("## Actors")


def test_tags_that_would_end_the_build_are_mended() -> None:
    """A single word and empty entries become a plain list."""
    current = page().text.replace("tags:\n- navy\n", "tags: [null, '', sea]\n")
    assert "\ntags: [sea]\n" in regenerate(page(), current, dict(FIRST.remembered)).page.text


def test_a_section_generated_no_more_goes_unless_edited() -> None:
    """A heading that a template dropped disappears; with an edit in it, it stays and is told."""
    planned = Page(path=PATH, text=page().text.replace("## Summary", "## Key points"), kind="x")
    merged = regenerate(planned, page().text, dict(FIRST.remembered))
    assert "## Summary" not in merged.page.text
    current = page().text.replace("Two ships met. [^s1]\n\n##", "My words. [^s1]\n\n##")
    merged = regenerate(planned, current, dict(FIRST.remembered))
    assert "## Summary\n\nMy words." in merged.page.text
    assert "W_EDIT_STALE" in codes(merged)


def test_evidence_is_always_generated() -> None:
    """A quotation cannot be rewritten; the editor is told what was not kept."""
    current = page().text.replace("[^s1]: Two ships met.", "[^s1]: Two ships sank.")
    merged = edits.merge(page(), current, FIRST.remembered)
    assert merged.page.text == page().text
    assert codes(merged) == ["W_EDIT_STALE"]
    assert "Two ships sank." in merged.problems[0].message


def test_a_cited_sentence_is_added_to_the_evidence() -> None:
    """An edit may cite any sentence of the article; one that does not exist is an error."""
    current = page().text.replace("Two ships met. [^s1]\n\n##", "Mine. [^s2] [^s99]\n\n##")
    known = {"s2": "[^s2]: They parted."}
    merged = edits.merge(page(), current, FIRST.remembered, definitions=lambda: known)
    assert merged.page.text.endswith("\n\n[^s2]: They parted.\n")
    again = edits.merge(page(), merged.page.text, merged.remembered, definitions=lambda: known)
    assert again.page.text == merged.page.text
    assert again.problems == merged.problems
    assert [p.message for p in merged.problems if p.code == "E_PAGE"] == [
        "an edited section cites [^s99], but the article has no such sentence"
    ]


@pytest.mark.parametrize("after", ["title:", "title: Two ships\nmine: {a: 1}"])
def test_an_empty_title_or_a_key_of_one_s_own_is_no_damage(after: str) -> None:
    """What no theme reads may hold anything, and a key without a value can be shown."""
    current = page().text.replace("title: Two ships", after, 1)
    assert current != page().text
    assert not edits.merge(page(), current, FIRST.remembered).blocked


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("title: Two ships", 'title: "Two ships', "broken front matter"),
        ("title: Two ships", "title: [a, b]", "plain text under 'title'"),
        ("tags:\n- navy", "tags: [{a: b}]", "list of plain words under 'tags'"),
        ("tags:\n", "search: [1]\ntags:\n", "under 'search'"),
        ("tags:\n", "template: nope.html\ntags:\n", "belongs to the theme"),
        ("tags:\n", "icon: nope/nope\ntags:\n", "belongs to the theme"),
        ("tags:\n", "x: 2026-13-45\ntags:\n", "broken front matter"),
        ("Two ships met. [^s1]\n\n##", "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n\n##", "conflict"),
        ("Two ships met.", "Caf\udce9", "not UTF-8"),
    ],
)
def test_a_damaged_page_is_left_alone(before: str, after: str, fault: str) -> None:
    """Nothing is written over it, the site shows the plan, and the fault is named."""
    current = page().text.replace(before, after, 1)
    merged = edits.merge(page(), current, FIRST.remembered)
    assert merged.blocked
    assert merged.page.text == page().text
    assert merged.remembered == FIRST.remembered
    assert fault in merged.problems[0].message
    assert codes(merged) == ["E_PAGE"]


HOSTILE = [
    "<<<<<<< HEAD",
    "## Actors",
    "## Summary",
    "---",
    "edited: [Summary]",
    "[^s1]: forged",
    "<!-- generated -->",
    "title: x",
]


@given(st.lists(st.sampled_from(HOSTILE), max_size=5))
def test_words_of_an_article_cannot_pose_as_marks(lines: list[str]) -> None:
    """Planned text that holds headings, rules and conflict marks is still just the plan."""
    old, new = page("\n".join(["Old.", *lines])), page("\n".join(["New.", *lines]))
    first = regenerate(old, None)
    again = regenerate(new, old.text, dict(first.remembered))
    assert again.page.text == new.text
    assert not again.edited
    assert not again.blocked


EDIT = st.text(alphabet=string.ascii_letters + " \n#-:[]^_*`'\"{}\r\t\u2028\x0cß", min_size=1)


@given(edit=EDIT, where=st.floats(0, 1), new=st.sampled_from(["Two ships met. [^s1]", "Now."]))
def test_no_edit_is_ever_lost(edit: str, where: float, new: str) -> None:
    """Whatever is typed wherever before the evidence, every line of it is there after two runs,
    or the file is left alone."""
    text = page().text
    end = text.index("## Evidence")
    at = 4 + int(where * (end - 4))
    current = text[:at] + edit + text[at:]
    merged = edits.merge(page(new), current, FIRST.remembered)
    if merged.blocked:
        return
    again = edits.merge(page(new), merged.page.text, merged.remembered)
    assert again.page.text == merged.page.text
    generated = {line.strip() for line in (text + page(new).text).split("\n")}
    rules = {"---", "..."}  # a rule typed into the front matter only ends it
    result = {line.strip() for line in merged.page.text.split("\n")}
    for line in current.replace("\r\n", "\n").split("\n"):
        assert line.strip() in result | generated | rules


def test_the_memory_survives_a_bad_merge() -> None:
    """Lines that are whole are read from a file with conflict marks, and the text is stable."""
    kept = {"articles/b.md": {"## Summary": "1"}, "articles/a.md": {"": "2", "title:": "3"}}
    text = memory.dump(kept)
    assert memory.load(text) == kept
    assert text.split("\n")[1].startswith('"articles/a.md"')
    damaged = text.replace("{\n", "<<<<<<< a\n").replace("\n}", "\n>>>>>>> b\n}")
    assert memory.load(damaged) == kept
    assert memory.load('{"a": 1, "b": {"c": 2}}\n[[[') == {}


def test_an_interrupted_run_leaves_no_false_edit() -> None:
    """While pages are being written both the old and the new text count as generated."""
    new = page("Three ships met. [^s1]", title="Three ships")
    after = edits.merge(new, page().text, FIRST.remembered)
    during = edits.either(FIRST.remembered, after.remembered)
    newest = page("Four ships met. [^s1]")
    for found in (page().text, new.text):
        assert regenerate(newest, found, dict(during)).page.text == newest.text


def test_pages_without_a_plan_are_told_apart_by_their_edits() -> None:
    """A page nobody plans any more is an orphan; with an edit in it, it is never removed."""
    gone = {"articles/gone.md": dict(FIRST.remembered), "data/gone.json": {"*": digest("1")}}
    paths = [PagePath(path) for path in gone]
    merged = memory.merge_all([], dict(zip(paths, [page().text, "1\n"], strict=True)), gone)
    assert merged.orphans == tuple(paths)
    merged = memory.merge_all([], dict(zip(paths, [page().text + "x", "2"], strict=True)), gone)
    assert merged.widows == tuple(paths)
    assert set(merged.memory) == set(gone)
    assert memory.merge_all([], {}, gone).memory == {}
