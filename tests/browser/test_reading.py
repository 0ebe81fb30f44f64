"""Reading the demonstration: every kind of page in both palettes and widths, and by keyboard.

A kind of page that this module does not know fails the test that counts them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from tab import Site, Tab
from visits import demonstration, reader

from generator.pages.kinds import PAGES

BRIEFING = "articles/2031-02-11-orvane-fires-two-short-range-missiles-into-tessaline-sea/"
# Kind of page -> its path. A file that is no page is no kind.
KINDS = {
    "index": "",
    "articles": "articles/",
    "archives": "archive/",
    "archive": "archive/2031/",
    "briefing": BRIEFING,
    "reading": BRIEFING.replace("articles/", "readings/"),
    "actors": "actors/",
    "actor": "actors/orvane/",
    "weapons": "weapons/",
    "weapon": "weapons/ember-lance/",
    "timeline": "timeline/",
    "outlook": "outlook/",
    "relations": "network/",
    "places": "places/",
    "place": "places/saltmere-yard/",
    "glossary": "glossary/",
    "sources": "sources/",
    "tags": "tags/",
    "about": "about/",
}
# A timeline of one page has no pages of periods, no briefing of the demonstration has moved, and
# every tag of it is a name with a dossier.
NO_PAGES = {"period", "moved", "list", "data", "feed", "table", "network", "stix", "citation"}
LOOKS = [("light", "desk"), ("dark", "desk"), ("light", "phone")]
NOWHERE = "actors/no-such-page/"
LOOSE_TABLES = """
  [...document.querySelectorAll(".sheet table")].filter(table =>
    !table.closest(".chart") && getComputedStyle(table).display === "table" && (
      getComputedStyle(table).tableLayout !== "fixed" ||
      [...table.querySelectorAll("th, td")].some(cell => cell.scrollWidth > cell.clientWidth + 1)
    )).length
"""
"""Tables that a browser lays out anew with each row that comes, and those with a cell too small for
what stands in it."""
STILL = 0.01
"""Sum of layout shifts of one page; a tenth counts as good by the makers of the measure."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with demonstration(tmp_path_factory.mktemp("demo")) as site:
        yield site


@pytest.fixture
def desk(chromium: Browser, demo: Site) -> Iterator[Tab]:
    with reader(chromium, demo, palette="light", width="desk") as tab:
        yield tab
    assert tab.console == []
    assert tab.foreign == []


# Rule and element -> why it stays. The theme's script writes the tags of a search result as a
# navigation without a name; no template of ours is asked.
THEIRS = {"landmark-unique": ".md-search-result__article"}


def violations(page: Page) -> list[str]:
    """What axe-core finds: rule and element."""
    found = Axe().run(page).response["violations"]
    named = [(one["id"], str(node["target"])) for one in found for node in one["nodes"]]
    return [
        f"{rule}: {element}"
        for rule, element in named
        if rule not in THEIRS or THEIRS[rule] not in element
    ]


def faults(page: Page) -> list[str]:
    """What a reader of this page would notice, whatever palette and width."""
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        found.append(f"{wide} pixels too wide")
    if tables := page.evaluate(LOOSE_TABLES):
        found.append(f"tables whose columns wait for their rows: {tables}")
    shifts = page.evaluate("window.shifts")
    if sum(value for value, _ in shifts) > STILL:
        found.append(f"moves: {shifts}")
    return found


def test_every_kind_of_page_is_visited() -> None:
    """A new kind needs its line in KINDS."""
    assert KINDS.keys() | NO_PAGES == {kind for kind, _ in PAGES}


@pytest.mark.parametrize(("palette", "width"), LOOKS)
def test_no_kind_of_page_has_a_fault(
    chromium: Browser, demo: Site, palette: str, width: str
) -> None:
    """No violation of axe-core's rules, nothing too wide, nothing that moves while it loads, no
    console message, no request to another host."""
    with reader(chromium, demo, palette=palette, width=width) as tab:
        found = {kind: faults(tab.open(path)) for kind, path in KINDS.items()}
        tab.page.goto(tab.base + NOWHERE, wait_until="networkidle")
        expect(tab.page.locator("h1")).to_have_text("Page not found")
        found["404"] = faults(tab.page)
    assert {kind: what for kind, what in found.items() if what} == {}
    assert tab.console == []
    assert tab.foreign == []


@pytest.mark.parametrize(("palette", "width"), LOOKS)
def test_an_open_search_has_no_fault(
    chromium: Browser, demo: Site, palette: str, width: str
) -> None:
    """With results shown."""
    with reader(chromium, demo, palette=palette, width=width) as tab:
        page = tab.open("")
        if width == "phone":
            page.locator("label.md-header__button[for=__search]").click()
        field = page.locator("input[data-md-component=search-query]")
        field.click()
        field.press_sequentially("Ember Lance")
        expect(page.locator(".md-search-result__item a").first).to_be_visible()
        page.wait_for_timeout(400)  # the box slides in; a colour between two is no colour
        assert violations(page) == []
    assert tab.console == []
    assert tab.foreign == []


def tab_to(page: Page, wanted: str, *, limit: int = 150) -> Locator:
    """Press Tab until what has the focus matches a selector."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return page.locator(":focus")
    raise AssertionError(f"{wanted} is not reached with {limit} presses of Tab")


def test_from_home_to_the_evidence_by_keyboard(desk: Tab, demo: Site) -> None:
    """A briefing, a mark, the sentence in the words of the article, the note, and back."""
    page = desk.open("")
    tab_to(page, "article h2#latest-briefings + ul a[href*='articles/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/articles/[^/]+/$"))
    mark = page.locator("article a.footnote-ref").first
    expect(mark).to_be_visible()

    tab_to(page, "a.footnote-ref")
    tooltip = page.locator(".md-tooltip2--active")
    expect(tooltip).to_be_visible()
    shown = tooltip.inner_text()
    assert verbatim(demo, page.url, shown), shown

    page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    expect(page.locator(":focus")).to_have_class(re.compile("footnote-ref"))

    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#fn:s\d+$"))
    note = page.locator("li[id='" + page.url.partition("#")[2] + "']")
    expect(note).to_be_in_viewport()
    tab_to(page, "a.footnote-backref", limit=1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#fnref\d*:s\d+$"))
    expect(page.locator("sup[id='" + page.url.partition("#")[2] + "']")).to_be_in_viewport()


def verbatim(site: Site, address: str, shown: str) -> bool:
    """Is what is shown in quotation marks a sentence of the article, character by character?"""
    slug = re.findall(r"/articles/([^/]+)/", address)[0]
    data = json.loads((site.folder / "data" / f"{slug}.json").read_text(encoding="utf-8"))
    text = (site.folder.parent / data["source"]["file"]).read_text(encoding="utf-8")
    quoted = shown.strip().rsplit("”", 1)[0].lstrip("“")
    return len(quoted) > 20 and quoted in text


def test_a_table_is_filtered_and_sorted_by_keyboard(desk: Tab) -> None:
    """Field and heads have names for a screen reader; what is left is said."""
    page = desk.open("weapons/")
    article = page.get_by_role("article")
    field = tab_to(page, "article input[type=search]")
    expect(field).to_have_accessible_name("Filter")
    page.keyboard.type("skarn")
    expect(article.get_by_role("status")).to_have_text(re.compile(r"^\d+ of \d+$"))
    expect(page.get_by_role("row").filter(has_text="Skarn-4")).to_be_visible()
    expect(page.locator("tbody tr").filter(has_text="Veyra-2")).to_be_hidden()
    head = tab_to(page, "th button")
    expect(head).to_have_accessible_name("Name")
    page.keyboard.press("Space")
    expect(page.get_by_role("columnheader", name="Name").first).to_have_attribute(
        "aria-sort", "ascending"
    )


def test_the_timeline_is_narrowed_by_choices(desk: Tab) -> None:
    """Kind, actor, weapon and month, alone and together; none shows all."""
    page = desk.open("timeline/")
    article = page.get_by_role("article")
    rows = page.locator("article tbody tr:visible")
    every = rows.count()
    article.get_by_label("Weapon", exact=True).select_option("Skarn-4")
    some = rows.count()
    assert 0 < some < every
    assert all("Skarn-4" in text for text in rows.all_inner_texts())
    article.get_by_label("Month", exact=True).select_option("May 2031")
    assert 0 < rows.count() <= some
    assert all("May 2031" in text for text in rows.all_inner_texts())
    expect(article.get_by_role("status")).to_have_text(f"{rows.count()} of {every}")
    article.get_by_label("Weapon", exact=True).select_option("")
    article.get_by_label("Month", exact=True).select_option("")
    expect(rows).to_have_count(every)


def test_an_address_without_a_page_leads_on(chromium: Browser, demo: Site) -> None:
    """To the search with the words of the address, and to every list, from any depth."""
    with reader(chromium, demo, palette="light", width="desk") as tab:
        page = tab.page
        page.goto(tab.base + "actors/no-such-page/gannet-shield/", wait_until="networkidle")
        article = page.get_by_role("article")
        for link in article.get_by_role("link").all():
            assert page.request.get(str(link.evaluate("link => link.href"))).ok
        article.get_by_role("link", name="Search for “gannet shield”").click()
        expect(page.locator(".md-search-result__item a").first).to_contain_text("Gannet Shield")


def test_the_ledger_is_narrowed_by_choices(desk: Tab) -> None:
    """Kind and speaker; a heading above nothing is gone, and comes back."""
    page = desk.open("outlook/")
    article = page.get_by_role("article")
    entries = page.locator("article :is(h2, h3) ~ ul > li:visible")
    every = entries.count()
    article.get_by_label("Kind", exact=True).select_option("warning")
    assert 0 < entries.count() < every
    assert all("warning" in text for text in entries.all_inner_texts())
    expect(article.locator("h3#forecasts")).to_be_hidden()
    expect(article.locator("h3#warnings")).to_be_visible()
    article.get_by_label("Kind", exact=True).select_option("")
    article.get_by_label("Who says so", exact=True).select_option("Tamsin Wrellow")
    assert 0 < entries.count() < every
    assert all("Tamsin Wrellow" in text for text in entries.all_inner_texts())
    article.get_by_label("Who says so", exact=True).select_option("")
    expect(entries).to_have_count(every)
    expect(article.locator("h3#forecasts")).to_be_visible()


def test_briefings_are_narrowed_by_genre_and_source(desk: Tab) -> None:
    """Whatever else their line says."""
    page = desk.open("articles/")
    article = page.get_by_role("article")
    cards = page.locator("article h2 ~ ul > li:visible")
    every = cards.count()
    genres = article.get_by_label("Genre", exact=True).locator("option").all_inner_texts()
    assert {"news report", "commentary", "analysis"} <= set(genres)
    article.get_by_label("Genre", exact=True).select_option("news report")
    article.get_by_label("Source", exact=True).select_option("Halvessa Wire")
    assert 0 < cards.count() < every
    assert all("news report · Halvessa Wire" in text for text in cards.all_inner_texts())
    expect(article.get_by_role("status")).to_have_text(f"{cards.count()} of {every}")


def test_the_catalogue_is_narrowed_by_owner_class_and_status(desk: Tab) -> None:
    """Each choice knows its column alone: who gives a range is no owner."""
    page = desk.open("weapons/")
    article = page.get_by_role("article")
    rows = page.locator("article tbody tr:visible")
    every = rows.count()
    for label, value in (("Owner", "Orvane"), ("Class", "SRBM"), ("Said of it", "deployed")):
        article.get_by_label(label, exact=True).select_option(value)
        assert 0 < rows.count() < every
        assert all(value in text for text in rows.all_inner_texts())
        article.get_by_label(label, exact=True).select_option("")
    options = article.get_by_label("Owner", exact=True).locator("option").all_inner_texts()
    assert "an unnamed source" not in "".join(options)


def test_what_is_folded_opens_by_keyboard(desk: Tab) -> None:
    """The further statements of one source, each with its mark."""
    page = desk.open("articles/2031-02-12-vessary-weighs-response-to-launch-by-orvane/")
    folded = page.locator("article details").first
    expect(folded.locator("li").first).to_be_hidden()
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(folded.locator("li a.footnote-ref").first).to_be_visible()


def test_what_pages_in_brief_leave_out_is_put_back(desk: Tab) -> None:
    """Each section has a mark that leads to it, each note a titled way back, each entry of a folded
    list its words, and the drawer the links of the tabs; also on a page reached by instant
    navigation, and nothing twice."""
    for path in ("actors/orvane/", BRIEFING):
        page = desk.open(path)
        assert left_out(page) == []
    page.locator("article a[href*='actors/']").first.click()
    expect(page).to_have_url(re.compile("/actors/"))
    expect(page.locator("article h2 .headerlink").first).to_be_attached()
    assert left_out(page) == []


def left_out(page: Page) -> list[str]:
    found = []
    for heading in page.locator("article :is(h1, h2, h3)[id]").all():
        marks = [
            (mark.get_attribute("href"), mark.get_attribute("title"), mark.inner_text())
            for mark in heading.locator(".headerlink").all()
        ]
        anchor = heading.get_attribute("id")
        if marks != [(f"#{anchor}", "Link to this section", "¶")]:
            found.append(f"{anchor}: {marks}")
    if not page.locator("article h2[id]").count():
        found.append("no section")
    backs = page.locator(".footnote li a[href*='#fnref']").all()
    found += [
        f"note {place}"
        for place, back in enumerate(backs)
        if back.get_attribute("title") != "Back to the text"
        or back.get_attribute("class") != "footnote-backref"
    ]
    if len(backs) != page.locator(".footnote li").count():
        found.append(f"{len(backs)} ways back")
    entries = page.locator("article details li").all()
    found += [
        f"entry {place}"
        for place, entry in enumerate(entries)
        if not re.match(r"\W*\w+\W+\w", entry.text_content() or "")
    ]
    places = "links => links.map(link => [link.href, link.textContent.trim()])"
    tabs = page.locator(".md-tabs__link").evaluate_all(places)
    drawer = page.locator(".md-nav--primary > .md-nav__list > li > a").evaluate_all(places)
    if len(tabs) < 2 or drawer != tabs:
        found.append(f"drawer: {drawer}")
    return found
