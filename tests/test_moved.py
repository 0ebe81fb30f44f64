"""An address that was given once leads to its briefing for good."""

from __future__ import annotations

import re
from pathlib import Path

import linkcheck
import pytest
from small_project import make, run

from generator.library.addresses import former_addresses
from generator.model import ArticleId, Slug
from generator.pages.front_matter import identity
from generator.pages.paths import article_slug


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("# Page\n\nid: abc\n", ""),
        ("---\ntitle: A\n---\n\nid: abc\n", ""),
        ("---\ntitle: A\nslug_id: abc\n---\n", ""),
        ("---\ntitle: A\nid: abc-1\nsource: x\n---\n", "abc-1"),
        ("---\ntitle: A\nid: '0123'\n---\n", "0123"),
    ],
)
def test_the_head_of_a_page_says_whose_it_is(text: str, found: str) -> None:
    """Only the head, and only that key."""
    assert identity(text) == found


@pytest.mark.parametrize("path", ["articles/index.md", "actors/a.md", "articles/a/b.md", "a.md"])
def test_no_other_page_has_an_address_of_a_briefing(path: str) -> None:
    """Only a file right below the folder of briefings, and not its index, is one."""
    assert article_slug(path) == ""  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was built once."""
    folder = make(tmp_path)
    assert run(folder, "generator", "build").returncode == 0
    return folder


def harbour(project: Path) -> list[str]:
    """The pages of the article, without the folder's index."""
    found = (project / "briefings/articles").glob("2024-*.md")
    return sorted(path.stem for path in found)


def rename(project: Path, title: str) -> None:
    (project / "seeds/harbour.yml").write_text(f"title: {title}\n", "utf-8")
    built = run(project, "generator", "build", "--prune")
    assert built.returncode == 0, built.stderr


def same(project: Path, one: str, other: str) -> bool:
    return (project / "briefings" / one).read_bytes() == (
        project / "briefings" / other
    ).read_bytes()


SITE = "https://example.org/some-team/briefings/"


def test_a_changed_title_leaves_a_page_that_leads_on(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From every address it ever had to the one of today; and they go with the article."""
    monkeypatch.setenv("SITE_URL", SITE)
    (first,) = harbour(project)
    rename(project, "Second title")
    (second,) = set(harbour(project)) - {first}
    rename(project, "Third title")
    (third,) = set(harbour(project)) - {first, second}
    for old in (first, second):
        text = (project / f"briefings/articles/{old}.md").read_text("utf-8")
        assert f"]({third}.md)" in text
        assert "kind: moved" in text
        assert same(project, f"data/{old}.json", f"data/{third}.json")
        assert same(project, f"articles/{old}.bib", f"articles/{third}.bib")
    assert run(project, "generator", "check").returncode == 0

    built = run(project, "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    html = (project / f"site/articles/{first}/index.html").read_text("utf-8")
    (refresh,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
    assert refresh == f"../{third}/"
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
    assert canonical == [f"{SITE}articles/{third}/"]
    assert linkcheck.check(project / "site")[0] == []
    assert first not in (project / "site/search/search_index.json").read_text("utf-8")

    rename(project, "Second title")
    assert "kind: briefing" in (project / f"briefings/articles/{second}.md").read_text("utf-8")
    assert "kind: moved" in (project / f"briefings/articles/{third}.md").read_text("utf-8")
    for name in ("harbour.txt", "harbour.yml"):
        (project / "seeds" / name).unlink()
    assert run(project, "generator", "build", "--prune").returncode == 0
    assert harbour(project) == []
    assert not list((project / "briefings").rglob(f"{first}.*"))


def test_a_page_with_hand_edits_stays_where_it_is(project: Path) -> None:
    """As any page that nobody plans any more: its words are the editor's."""
    (first,) = harbour(project)
    page = project / f"briefings/articles/{first}.md"
    edited = page.read_text("utf-8").replace("## Summary\n", "## Summary\n\nMy own line.\n")
    page.write_text(edited, "utf-8")
    rename(project, "Second title")
    assert page.read_text("utf-8") == edited


def test_a_slug_in_use_again_leads_to_who_uses_it() -> None:
    """And an article that is gone leaves nothing."""
    one, other = _Briefing("a", "today"), _Briefing("b", "old")
    known = {
        Slug("old"): ArticleId("a"),
        Slug("older"): ArticleId("a"),
        Slug("gone"): ArticleId("c"),
    }
    assert former_addresses(known, [one, other]) == (("older", "today"),)  # type: ignore[list-item]


class _Briefing:
    def __init__(self, article: str, slug: str) -> None:
        self.article = type("Article", (), {"id": article})
        self.slug = slug
