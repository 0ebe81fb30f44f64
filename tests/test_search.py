"""What is searched: each statement once, in words that both engines find."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
import samples
import yaml
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.toc import get_toc
from msgspec import structs
from small_project import ROOT, make, run, tree

from generator.disk.choices import put_in_order
from generator.disk.search import INDEX, PAGEFIND, finish_search
from generator.pages import SiteSettings, plan, search
from generator.pages.search import Card, SearchedPage, Section
from generator.pages.sections import CUT, sections
from generator.text.markup.quick import to_html
from generator.text.markup.wording import Wording

BRIEFING = SearchedPage(
    url="articles/a/",
    source="articles/a.md",
    meta={
        "kind": "briefing",
        "title": "A &amp; B",
        "description": "Ships &lt;left&gt;.",
        "source_publisher": "The Courant",
        "date": "2025-05-02",
        "date_basis": "stated",
        "genre": "state-media",
        "actors": ["ruritania", "nobody"],
        "about": ["Ruritania &amp; Isles"],
    },
    under={
        "forecasts": "outlook",
        "summary": "summary",
        "who-claims-what": "who-claims-what",
        "own": "who-claims-what",
    },
)
DOSSIER = SearchedPage(
    url="actors/ruritania/",
    source="actors/ruritania.md",
    meta={"kind": "actor", "title": "Ruritania &amp; Isles", "aliases": ["R. &amp; I."]},
)
LIST = SearchedPage(
    url="timeline/",
    source="timeline.md",
    meta={"kind": "timeline", "title": "Timeline", "description": "Events"},
)
READING = SearchedPage(url="readings/a/", source="readings/a.md", meta={"kind": "reading"})
OWN = SearchedPage(url="imprint/", source="imprint.md", meta={"title": "Imprint"})
PAGES = {page.url: page for page in (BRIEFING, DOSSIER, LIST, READING, OWN)}


def section(location: str, text: str = "<p>Some words.</p>") -> Section:
    return {"location": location, "title": "Heading", "text": text, "tags": ["x"]}


@pytest.mark.parametrize(
    "location",
    [
        "articles/a/#who-claims-what",
        "articles/a/#own",  # below "Who claims what"
        "articles/a/#bottom-line",
        "articles/a/#timeline",
        "articles/a/#source-and-gaps",
        "actors/ruritania/#where-it-is-named",
        "actors/ruritania/#statements",
        "timeline/#2025",
        "readings/a/",
        "readings/a/#the-article",
    ],
)
def test_what_stands_elsewhere_is_not_searched_again(location: str) -> None:
    """Sections that repeat what a briefing says would be found in its place."""
    assert search.searched([section(location)], PAGES) == ()


@pytest.mark.parametrize(
    ("location", "text"),
    [
        ("articles/a/#summary", "<p>Some words.</p>"),
        ("articles/a/", "<p>Ships &lt;left&gt;.</p><p>Ruritania &amp; Isles</p><p>The Courant</p>"),
        ("actors/ruritania/", "<p>Some words.</p>"),
        ("actors/ruritania/#what-the-knowledge-base-says", "<p>Some words.</p>"),
        ("timeline/", "<p>Events</p>"),
        ("imprint/", "<p>Some words.</p>"),
        ("imprint/#anywhere", "<p>Some words.</p>"),
        ("nobody-knows/#this", "<p>Some words.</p>"),
    ],
)
def test_what_is_at_home_is_searched(location: str, text: str) -> None:
    """A briefing by its description, a list by its title, other pages whole."""
    found = search.searched([section(location)], PAGES)
    assert [(one["location"], one["text"]) for one in found] == [
        (location, text if location != "nobody-knows/#this" else "<p>Some words.</p>")
    ]


def test_each_section_of_a_briefing_is_searched_or_repeats_another() -> None:
    """A new one has to be thought of: what names other briefings is found in their place."""
    template = (ROOT / "templates/briefing.md.j2").read_text("utf-8")
    anchors = {head.lower().replace(" ", "-") for head in re.findall(r"(?m)^## (.+)$", template)}
    held = [section(f"articles/a/#{anchor}") for anchor in sorted(anchors)]
    found = {one["location"].partition("#")[2] for one in search.searched(held, PAGES)}
    assert found == {"summary", "outlook", "evidence"}


def test_places_in_the_source_are_no_words() -> None:
    """The number of a note, of its sentence and of its characters are not searched."""
    text = (
        "<p>Each note quotes seeds/20.txt.</p> <ol> <li> <p>“It has 20 ships.” s1, characters "
        "20-115\xa0↩︎↩</p> </li> </ol>"
    )
    (found,) = search.searched([section("articles/a/#evidence", text)], PAGES)
    assert found["text"] == "<ol> <li> <p>“It has 20 ships.”</p> </li> </ol>"
    (found,) = search.searched([section("articles/a/#summary", "It did.<sup>12</sup>")], PAGES)
    assert found["text"] == "It did."


def test_what_summary_or_outlook_say_is_not_searched_again_in_the_evidence() -> None:
    """It is found where it is told what it is; what is not said there word for word stays."""
    notes = "".join(
        f"<li> <p>“{sentence}” s{at}, characters 0-9</p> </li>"
        for at, sentence in enumerate(("It will sail.", "It sailed.", "It sank.", "It lay."))
    )
    found = search.searched(
        [
            section("articles/a/"),
            section("articles/a/#summary", "<ul> <li>It sailed.</li> <li>It lay there.</li> </ul>"),
            section("articles/a/#forecasts", "<ul> <li> <p>“It will sail.”</p> </li> </ul>"),
            section("articles/a/#evidence", f"<ol>{notes}</ol>"),
        ],
        PAGES,
    )
    assert "It will sail" in found[2]["text"]
    assert found[3]["text"] == "<ol><li> <p>“It sank.”</p> </li><li> <p>“It lay.”</p> </li></ol>"


@pytest.mark.parametrize(
    "text",
    ["", "plain words", "<p>no seam</p>", "a - b", "-20", "well &amp; good", '<a href="a-b">x</a>'],
)
def test_no_seam_where_no_word_is_joined(text: str) -> None:
    """Tags, entities and single words stay as they are."""
    assert search.parted(text, seam="|") == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("KN-23", "KN-|23"),
        ("Hwasong‐20", "Hwasong‐|20"),
        ("<p>Kim Jong-un's</p>", "<p>Kim Jong-|un's</p>"),
        ("火星-20型", "火|星-|20|型"),
        ("화성-20형을", "화|성-|20|형|을"),
        ("ABC火星", "ABC|火|星"),
        ("mid-/long-range", "mid-/long-|range"),
    ],
)
def test_a_joined_word_is_parted(text: str, parts: str) -> None:
    """Behind a hyphen and between the characters of scripts that use no spaces."""
    assert search.parted(text, seam="|") == parts


def test_a_card_says_kind_date_and_choices() -> None:
    """As plain text, names instead of identities where the name is known."""
    cards = search.cards(PAGES.values())
    assert cards["articles/a/"] == Card(
        kind="Briefing",
        date="2025-05-02",
        shown="2 May 2025",
        facets=(
            ("type", "Briefing"),
            ("actor", "Ruritania & Isles"),
            ("actor", "nobody"),
            ("genre", "state media"),
            ("year", "2025"),
        ),
        names=(),
    )
    assert cards["actors/ruritania/"].names == ("R. & I.",)
    assert cards["actors/ruritania/"].facets == (("type", "Actor"), ("actor", "Ruritania & Isles"))
    assert cards["timeline/"].facets == (("type", "Page"),)


@pytest.mark.parametrize(
    ("meta", "shown"),
    [
        ({"date": "2025-05", "date_basis": "inferred"}, "May 2025 (inferred)"),
        ({"date": "2025", "date_basis": "editor"}, "2025"),
        ({}, "undated"),
    ],
)
def test_a_date_that_is_not_stated_says_so(meta: dict[str, str], shown: str) -> None:
    """As on the briefing itself."""
    page = SearchedPage(url="a/", source="a.md", meta={"kind": "briefing", **meta})
    assert search.cards([page])["a/"].shown == shown


def test_a_page_for_pagefind_holds_no_markup_of_a_name() -> None:
    """Whatever a name holds, it is an attribute's text; a carried word is never a typed one."""
    card = Card(
        kind="Actor", date="", shown="", facets=(("actor", '"><script>x</script>'),), names=("火",)
    )
    ((url, page),) = search.to_html([section("a/")], {"a/": card}, language='en"><b>')
    assert url == "a/"
    assert "<script>" not in page
    assert "<b>" not in page
    sealed = re.search(r'"card\[content\]" content="([^"]*)"', page)
    assert sealed
    assert json.loads(base64.b64decode(sealed[1])) == ["Actor", "", ["火"]]


def test_the_number_of_briefings_decides_what_searches(tmp_path: Path) -> None:
    """Two briefings: Material's index below the number, Pagefind's from it on, and either by
    force; a second build leaves nothing of the first."""
    project = make(tmp_path / "project")
    config = (project / "mkdocs.yml").read_text("utf-8")
    pagefind = project / "site" / PAGEFIND / "pagefind.js"
    for options, uses_pagefind in (
        ("{}", False),
        ("{pagefind_from: 3}", False),
        ("{pagefind_from: 2}", True),
        ("{pagefind_from: 2, search: material}", False),
        ("{search: pagefind}", True),
    ):
        text = config.replace("  briefings: {}\n", f"  briefings: {options}\n")
        (project / "mkdocs.yml").write_text(text, "utf-8")
        built = run(project, "mkdocs", "build", "--strict")
        assert built.returncode == 0, built.stderr
        index = json.loads((project / "site" / INDEX).read_text("utf-8"))
        assert index["config"]["engine"] == ("pagefind" if uses_pagefind else "material"), options
        assert pagefind.is_file() == uses_pagefind
        assert bool(index["docs"]) != uses_pagefind


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, as far as the search is concerned."""
    index = {"config": {"lang": ["en"]}, "docs": [section("articles/a/#summary")]}
    (tmp_path / INDEX).parent.mkdir(parents=True)
    (tmp_path / INDEX).write_text(json.dumps(index), "utf-8")
    return tmp_path


def test_without_pagefind_the_build_says_what_to_do(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One error with its remedy, and Material's index in its place."""

    def missing(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert command[:3] == [sys.executable, "-m", "pagefind"]
        said = f"{sys.executable}: No module named pagefind\n"
        return subprocess.CompletedProcess(command, 1, "", said)

    monkeypatch.setattr(subprocess, "run", missing)
    (problem,) = finish_search(site, [BRIEFING], cut={}, engine="pagefind", language="en")
    assert problem.code == "E_SEARCH"
    assert "No module named pagefind" in problem.message
    assert "search: material" in problem.remedy
    index = json.loads((site / INDEX).read_text("utf-8"))
    assert index["config"]["engine"] == "material"
    assert len(index["docs"]) == 1


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    """No index of Material's, no search."""
    assert finish_search(tmp_path, [BRIEFING], cut={}, engine="pagefind", language="en") == ()
    assert list(tmp_path.iterdir()) == []


def test_the_same_texts_need_no_second_run(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Pagefind wrote is given again, byte for byte, and only for the same texts."""
    raw = (site / INDEX).read_bytes()
    runs = []
    started: list[object] = []
    run = subprocess.run

    def counted(*given: Any, **named: Any) -> subprocess.CompletedProcess[str]:
        started.append(given)
        return run(*given, **named)

    monkeypatch.setattr(subprocess, "run", counted)
    for language in ("en", "en", "de"):
        (site / INDEX).write_bytes(raw)
        cache = tmp_path / "cache"
        found = finish_search(
            site, [BRIEFING], cut={}, engine="pagefind", language=language, cache=cache
        )
        assert found == ()
        files = sorted(file for file in (site / PAGEFIND).rglob("*") if file.is_file())
        runs.append({file.relative_to(site): file.read_bytes() for file in files})
    assert runs[0] == runs[1] != runs[2]
    assert len(started) == 2
    assert len(list((tmp_path / "cache/pagefind").iterdir())) == 1


def test_pagefind_writes_the_same_files_twice(site: Path) -> None:
    """Byte for byte and by the same names, with choices enough to stand in many orders; and each
    file that another one names is there."""
    raw = (site / INDEX).read_bytes()
    actors = [f"actor-{number}" for number in range(12)]
    page = replace(BRIEFING, meta={**BRIEFING.meta, "actors": actors})
    runs = []
    for _ in range(2):
        (site / INDEX).write_bytes(raw)
        assert finish_search(site, [page], cut={}, engine="pagefind", language="en") == ()
        files = sorted(file for file in (site / PAGEFIND).rglob("*") if file.is_file())
        runs.append({file.relative_to(site / PAGEFIND): file.read_bytes() for file in files})
    assert runs[0] == runs[1]
    (told,) = json.loads(runs[0][Path("pagefind-entry.json")])["languages"].values()
    whole = gzip.decompress(runs[0][Path(f"pagefind.{told['hash']}.pf_meta")])
    assert {".pf_index", ".pf_fragment", ".js"} <= {path.suffix for path in runs[0]}
    filters = [path for path in runs[0] if path.suffix == ".pf_filter"]
    assert len(filters) > 2
    assert all(path.stem.encode() in whole for path in filters)
    contents = [gzip.decompress(runs[0][path]) for path in filters]
    (content,) = (one for one in contents if b"actor-0" in one)
    places = [content.index(f"actor-{number}".encode()) for number in range(10)]
    assert places == sorted(places)


def test_files_of_another_pagefind_are_left_alone(tmp_path: Path) -> None:
    """Whatever of them is not as expected: the index serves in its own order."""
    for name in ("pagefind.en_1.pf_meta", "filter/en_2.pf_filter"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(b"pagefind_dcd\x82\x61a"))
    (tmp_path / "pagefind-entry.json").write_text("{}")
    before = tree(tmp_path)
    put_in_order(tmp_path)
    assert tree(tmp_path) == before


def html_of(text: str) -> SimpleNamespace:
    """A page as MkDocs hands it to a search plugin."""
    meta = yaml.safe_load(text.split("\n---\n", 1)[0].removeprefix("---\n"))
    reader = markdown.Markdown(
        extensions=["toc", "tables", "footnotes", "admonition", "md_in_html"],
        extension_configs={"toc": {"permalink": True}},
    )
    content = reader.convert(text.split("\n---\n", 1)[1])
    toc = get_toc(reader.toc_tokens)  # type: ignore[attr-defined]
    under = {
        below.id: top.id for link in toc for top in link.children for below in (top, *top.children)
    }
    return SimpleNamespace(
        content=content, meta=meta, toc=toc, url="a/", title="", under=under, kind=meta["kind"]
    )


def found(page: SimpleNamespace, content: str) -> tuple[Section, ...]:
    index = SearchIndex()
    page.content = content
    index.add_entry_from_context(page)
    held = SearchedPage(url=page.url, source="a.md", meta=page.meta, under=page.under)
    return search.searched(index.entries, {page.url: held})


def test_what_is_left_out_before_the_cutting_is_not_searched() -> None:
    """Every kind of page gives the same sections whole and shortened, and most get shorter."""
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").glob("*.j2")}
    planned, problems = plan(samples.library(), templates, settings=SiteSettings())
    assert problems == ()
    shorter = set()
    for one in planned:
        if one.path.endswith(".md"):
            page = html_of(one.text)
            whole = page.content
            less = search.readable(whole, page.kind)
            assert found(page, whole) == found(page, less), one.path
            if len(less) < len(whole):
                shorter.add(page.kind)
    assert shorter >= {"briefing", "actor", "weapon", "place", "timeline", "outlook"}
    assert not shorter & {"about", "glossary"}


def test_sections_are_cut_as_the_theme_cuts_them() -> None:
    """Each page of a kind that is cut here, but for white space."""
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").glob("*.j2")}
    planned, _ = plan(samples.library(), templates, settings=SiteSettings())
    cut = set()
    for one in planned:
        if one.path.endswith(".md"):
            page = html_of(one.text)
            if page.kind in CUT and "search" not in page.meta:
                held = SearchedPage(url=page.url, source="a.md", meta=page.meta, under=page.under)
                own = sections(page.content, kind=page.kind, url=page.url)
                ours = search.searched(own, {page.url: held})
                assert closed(ours) == closed(found(page, page.content)), one.path
                cut.add(page.kind)
    assert cut >= {"briefing", "actor", "weapon", "place"}


def test_a_page_in_brief_is_searched_alike() -> None:
    """End tags and quotation marks that are left out of a page change no section of it."""
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").glob("*.j2")}
    planned, _ = plan(samples.library(), templates, settings=SiteSettings())
    wording = Wording(permalink="Link", back="Back")
    cut = set()
    for one in planned:
        kind = one.kind
        if kind in CUT - {"reading"}:
            text = one.text.split("\n---\n", 1)[1]
            whole, brief = (
                to_html(text, address=str, wording=structs.replace(wording, brief=manner))
                for manner in (False, True)
            )
            assert whole is not None, one.path
            assert brief is not None, one.path
            assert len(brief.content) < len(whole.content)
            expected = tuple(sections(whole.content, kind=kind, url="a/"))
            assert closed(tuple(sections(brief.content, kind=kind, url="a/"))) == closed(expected)
            cut.add(kind)
    assert cut >= {"briefing", "actor", "weapon", "place"}


def closed(found: tuple[Section, ...]) -> list[tuple[str, str, str]]:
    return [
        (one["location"], one["title"], re.sub(r"\s*(<[^<>]*>)\s*", r"\1", one["text"]))
        for one in found
    ]


def test_a_page_of_an_editor_is_searched_whole() -> None:
    """Sections are left out by the names they have on generated pages only."""
    content = '<h1 id="a">A</h1><p>b</p><h2 id="actors">Actors</h2><p>c</p>'
    assert search.readable(content, "") == content
