"""What a reader does with the site, done in a browser."""

from __future__ import annotations

import linkcheck
from playwright.sync_api import expect
from tab import Site, Tab

HOME = ""
WEAPON = "weapons/hwasong-20/"
PHONE = {"width": 360, "height": 740}


def one_page_a_kind(site: Site) -> list[str]:
    """Paths of the pages at the root, of every section's index and of one page below it."""
    kinds: dict[tuple[str, bool], str] = {}
    for file in sorted(site.folder.rglob("index.html")):
        path = file.parent.relative_to(site.folder).as_posix()
        folder, _, rest = path.partition("/")
        kinds.setdefault((folder, bool(rest)), "" if path == "." else f"{path}/")
    return list(kinds.values())


def first_briefing(site: Site) -> str:
    return min(
        f"articles/{folder.name}/"
        for folder in (site.folder / "articles").iterdir()
        if folder.is_dir()
    )


def test_footnote_shows_the_source_sentence_where_the_reader_is(tab: Tab, site: Site) -> None:
    """Pointing at a reference shows the footnote's own words in a tooltip."""
    page = tab.open(first_briefing(site))
    reference = page.locator("article a.footnote-ref").first
    note = (reference.get_attribute("href") or "").partition("#")[2]
    words = page.locator(f"[id='{note}'] p").first.inner_text()
    reference.scroll_into_view_if_needed()
    reference.hover()
    tooltip = page.locator(".md-tooltip2--active, .md-tooltip2[role=dialog]").first
    expect(tooltip).to_be_visible()
    shown = " ".join(tooltip.inner_text().split())
    assert len(shown) > 20
    assert shown[:60] in " ".join(words.split())


def test_no_page_kind_complains_or_calls_elsewhere(tab: Tab, site: Site) -> None:
    """One page of every kind loads without a console message and without a foreign request."""
    kinds = one_page_a_kind(site)
    assert len(kinds) > 6, kinds
    for path in kinds:
        tab.open(path)
        assert tab.console == [], path
        assert tab.foreign == [], path


def test_reading_on_by_instant_navigation_stays_quiet(tab: Tab) -> None:
    """From the home page to a briefing and back by clicks, without a reload."""
    page = tab.open(HOME)
    page.evaluate("window.stillHere = true")
    page.locator("article a[href*='articles/']:not([href$='articles/'])").first.click()
    expect(page.locator("article a.footnote-ref").first).to_be_visible()
    assert page.evaluate("window.stillHere") is True
    page.go_back()
    expect(page).to_have_url(tab.base)


def test_dark_mode_is_switched_and_remembered(tab: Tab) -> None:
    """The palette button changes the scheme, and the next page keeps it."""
    page = tab.open(HOME)
    body = page.locator("body")
    before = body.get_attribute("data-md-color-scheme")
    page.locator("form[data-md-component=palette] label:visible").first.click()
    expect(body).not_to_have_attribute("data-md-color-scheme", before or "")
    after = body.get_attribute("data-md-color-scheme")
    tab.open(WEAPON)
    assert page.locator("body").get_attribute("data-md-color-scheme") == after


def test_no_page_scrolls_sideways_on_a_phone(tab: Tab, site: Site) -> None:
    """At 360 pixels every kind of page fits; wide tables scroll within themselves."""
    tab.page.set_viewport_size(PHONE)
    for path in one_page_a_kind(site):
        page = tab.open(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{path}: {width} pixels wide"


def test_every_link_and_anchor_of_the_site_holds(site: Site) -> None:
    """Nothing leads nowhere, leaves the sub-path or is loaded from another host."""
    problems, looked_up = linkcheck.check(site.folder)
    assert problems == []
    assert looked_up > 20
