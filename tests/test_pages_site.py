"""The planned pages build strictly with MkDocs, and hostile articles leave the site inert."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import samples
from mkdocs.commands.build import build
from mkdocs.config import load_config
from msgspec.structs import replace
from payloads import PAYLOADS, expected, read, targets
from test_pages import hostile

from generator.library import assemble
from generator.model import Slug
from generator.pages import SiteSettings, plan

ROOT = Path(__file__).resolve().parent.parent
PLAIN = {"em", "li", "ol", "p", "strong", "sup", "ul"} | {
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
LIVE = re.compile(r"^on|^(?:srcdoc|formaction)$")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples and one briefing for each payload, built without our plugin."""
    folder = tmp_path_factory.mktemp("site")
    attacks = [
        replace(hostile(payload, number), slug=Slug(f"attack-{number}"))
        for number, payload in enumerate(("Harmless", *PAYLOADS))
        if expected(payload)
    ]
    templates = {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "templates").glob("*.j2")}
    library = assemble((*samples.samples(), *attacks), samples.knowledge())
    pages, problems = plan(library, templates, settings=SiteSettings())
    assert problems == ()
    for page in pages:
        target = folder / "briefings" / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8")
    shutil.copytree(ROOT / "theme", folder / "theme")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  briefings: {}\n" in settings
    (folder / "mkdocs.yml").write_text(settings.replace("  briefings: {}\n", ""), encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), strict=True)
    # Strict: a warning about a link, an anchor or a file outside the navigation ends the build.
    build(config)
    return folder / "site"


def articles(site: Path) -> dict[str, tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    return {
        path.parent.name: read(path.read_text(encoding="utf-8"))
        for path in sorted(site.glob("articles/attack-*/index.html"))
    }


def test_hostile_pages_hold_no_foreign_element(site: Path) -> None:
    """Page, head, tags and table of contents have the elements of a harmless article's page."""

    def own(elements: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
        # Where an external address is refused or a neighbour differs, links may come and go.
        return [one for one in elements if one[0] not in {"a", "nav", "li", "ul"}]

    pages = articles(site)
    harmless = own(pages.pop("attack-0")[1])
    assert len(pages) > 80
    for name, (_, elements) in pages.items():
        assert own(elements) == harmless, PAYLOADS[int(name.removeprefix("attack-")) - 1]


def test_no_page_has_a_live_attribute(site: Path) -> None:
    """No event handler, script address or foreign host on any page of the site."""
    looked = 0
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for element, names in read(text)[1]:
            assert not any(LIVE.match(name) for name in names), (path, element, names)
        foreign = ("javascript:", "data:", "//", "vbscript:")
        live = {one for one in targets(text) if one.strip().lower().startswith(foreign)}
        assert live <= {"javascript:void(0)"}, path  # the theme's own "back to top"
        looked += 1
    assert looked > 90


def test_hostile_titles_are_read_back(site: Path) -> None:
    """The heading and the window title show the payload as text."""
    for name, (text, _) in articles(site).items():
        number = int(name.removeprefix("attack-"))
        payload = "Harmless" if number == 0 else PAYLOADS[number - 1]
        assert text.count(expected(f"x{payload}x")) >= 3, payload


def test_the_first_page_says_the_name_of_the_site_once(site: Path) -> None:
    """Other pages name themselves before it."""
    titles = {
        page: re.search("<title>(.*?)</title>", (site / page).read_text("utf-8"))
        for page in ("index.html", "timeline/index.html")
    }
    first, other = (found[1] for found in titles.values() if found is not None)
    assert other == f"Timeline - {first}"
    assert " - " not in first


def test_the_search_index_holds_no_markup_of_an_article(site: Path) -> None:
    """Titles and tags are written into the result list as HTML, so they must be escaped there."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert len(index["docs"]) > 500
    for entry in index["docs"]:
        for text in (entry["title"], *entry.get("tags", [])):
            assert read(text)[1] == [], text
        assert {name for name, _ in read(entry["text"])[1]} <= PLAIN
