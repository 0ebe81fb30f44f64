"""The search as a reader has it, by either engine: the same box, keys and results."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tab import ROOT, Site, Tab, built, opened

PERSON = "actors/kim-jong-un/"
WEAPON = "weapons/hwasong-20/"
KN_23 = "weapons/hwasong-11a/"
INSPECTION = "Inspectors see nothing at the pier"
ARTICLES = {
    "drill.txt": (
        "Two KN-23 missiles fired\n\n"
        "SEOUL, May 2, 2025 - North Korea fired two KN-23 missiles from Wonsan on Friday, the "
        "defence ministry in Seoul said. The missiles flew 400 kilometres.\n"
    ),
    "parade-zh.txt": (
        "朝鲜昨天在平壤举行阅兵式，展示了火星-20型洲际弹道导弹。韩国国防部对此表示关切。\n"
    ),
    "parade-ko.txt": (
        "북한이 어제 평양에서 열린 열병식에서 화성-20형 대륙간탄도미사일을 공개했다.\n"
    ),
    "pier.txt": (
        f"{INSPECTION}\n\n"
        "Inspectors saw crates marked R&D <3 on the pier of Wonsan on May 4, 2025, an official in "
        "Seoul said.\n"
    ),
}
CONFIG = """INHERIT: {root}/mkdocs.yml
watch: []
theme:
  custom_dir: {root}/theme
plugins:
  briefings:
    search: {engine}
    knowledge: {root}/knowledge
    templates: {root}/templates
"""


@pytest.fixture(scope="session", params=["material", "pagefind"])
def searched(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The project's articles and the ones above, searched by the one engine and by the other."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "seeds", project / "seeds")
    for name, text in ARTICLES.items():
        (project / "seeds" / name).write_text(text, "utf-8")
    (project / "briefings").mkdir()
    config = project / "mkdocs.yml"
    config.write_text(CONFIG.format(root=ROOT, engine=request.param), "utf-8")
    with built(tmp_path_factory.mktemp("searched"), "-f", str(config)) as site:
        assert engine(site) == request.param
        yield site


@pytest.fixture
def reader(chromium: Browser, searched: Site) -> Iterator[Tab]:
    with opened(chromium, searched) as tab:
        yield tab


def engine(site: Site) -> str:
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))
    return str(index["config"]["engine"])


def typed(page: Page, words: str) -> Locator:
    """Type into the search field as a reader would; the pages found."""
    field = page.locator("input[data-md-component=search-query]")
    field.click()
    field.fill(words)
    field.press("End")  # Material listens to keys, not to what is in the field
    expect(status(page)).to_have_text(re.compile(r"\d matching|^No matching"))
    return page.locator(".md-search-result__item")


def status(page: Page) -> Locator:
    return page.locator(".md-search").get_by_role("status")


def addresses(results: Locator, number: int = 3) -> list[str]:
    links = [one.locator("a").first for one in results.all()[:number]]
    return [(link.get_attribute("href") or "").partition("?")[0] for link in links]


@pytest.mark.parametrize("words", ["KN-99", '"enemy number one"', "Hwasong-21", "zzyzx"])
def test_what_is_not_there_is_not_found(reader: Tab, words: str) -> None:
    """A number that is not there, or words in another order, are no near miss: nothing is shown."""
    page = reader.open("")
    typed(page, words)
    expect(status(page)).to_have_text("No matching page")
    expect(page.locator(".md-search-result__item")).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("KN-23", KN_23),
        ("kn 23", KN_23),
        ("Hwasong-20", WEAPON),
        ("Hwasong 20", WEAPON),
        ("hwasong-2", WEAPON),
        ("화성-20", WEAPON),
        ("火星-20", WEAPON),
        ("kim jong-un", PERSON),
        ("Kim Jong Un", PERSON),
        ("김정은", PERSON),
    ],
)
def test_a_name_is_found_however_it_is_written(reader: Tab, words: str, found: str) -> None:
    """Its dossier stands first, and a click opens it."""
    page = reader.open("")
    results = typed(page, words)
    assert addresses(results)[0] == reader.base + found
    results.first.locator("a").first.click()
    expect(page).to_have_url(re.compile(re.escape(reader.base + found)))


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ('"number one enemy"', "amend its constitution"),
        ("constitution", "amend its constitution"),
        ("missiles wonsan", "KN-23"),
        ("inspectors pier", INSPECTION),
        # Inside a run of characters that no space parts.
        ("洲际弹道导弹 阅兵式", "阅兵式"),
        ("탄도미사일 열병식", "열병식"),
    ],
)
def test_words_lead_to_the_briefing_that_says_them(reader: Tab, words: str, title: str) -> None:
    """Among the first three, with its kind, marked where the words stand, before any list."""
    page = reader.open("")
    results = typed(page, words)
    heads = [one.locator("h1").inner_text() for one in results.all()[:3]]
    assert any(title in head and "Briefing" in head for head in heads), heads
    expect(results.locator("mark").first).to_be_visible()


def test_a_result_says_what_it_is_and_of_when(reader: Tab) -> None:
    """The date is the briefing's own; a dossier has none."""
    page = reader.open("")
    results = typed(page, "KN-23")
    abouts = results.locator(".search-about").all_inner_texts()
    assert "Weapon" in abouts
    assert "Briefing · 2 May 2025" in abouts


def test_signs_of_markup_are_text_in_results(reader: Tab) -> None:
    """An article's angle brackets and ampersands read as they were written."""
    page = reader.open("")
    results = typed(page, "crates pier")
    expect(results.first).to_contain_text("R&D <3 on the pier")


def test_choices_narrow_a_search_and_stand_in_the_field(reader: Tab) -> None:
    """Each choice says how many are left, and can be taken back; a search of a choice alone lists
    what it holds."""
    page = reader.open("")
    results = typed(page, "missile")
    page.get_by_text("Narrow by").click()
    kind = page.get_by_label("Type", exact=True)
    option = kind.locator("option", has_text="Briefing")
    expect(option).to_have_text(re.compile(r"^Briefing \(\d+\)$"))
    number = int(re.sub(r"\D", "", option.inner_text()))
    kind.select_option("Briefing")
    field = page.locator("input[data-md-component=search-query]")
    expect(field).to_have_value("missile type:Briefing")
    expect(status(page)).to_have_text(re.compile(rf"^{number} matching page"))
    for head in results.locator("h1").all_inner_texts():
        assert "Briefing" in head
    kind.select_option("")
    expect(field).to_have_value("missile")

    typed(page, 'actor:"Kim Jong Un" type:briefing year:2025')
    expect(page.get_by_label("Actor")).to_have_value("Kim Jong Un")
    expect(status(page)).to_have_text("1 matching page")
    expect(results.first).to_contain_text("Beijing")


def test_a_choice_that_is_typed_stands_below_and_is_counted_on_a_look(reader: Tab) -> None:
    """In any case of letters; the other choices come when somebody looks at them."""
    page = reader.open("")
    results = typed(page, "year:2025 type:BRIEFING")
    expect(results.first).to_be_visible()
    kind = page.get_by_label("Type", exact=True)
    expect(kind).to_be_visible()
    kind.focus()
    expect(kind.locator("option", has_text="Briefing")).to_have_text(re.compile(r"\(\d+\)$"))
    expect(kind).to_have_value("Briefing")


def test_the_search_is_used_without_a_mouse(reader: Tab) -> None:
    """A slash opens it; Tab goes through choices and results and does not close it; Escape does;
    Enter in the field opens the best result."""
    page = reader.open("")
    page.keyboard.press("/")
    page.keyboard.type("kim jong un")
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.tagName"))
        if seen[-1] == "SUMMARY":
            page.keyboard.press("Enter")
            expect(page.get_by_label("Type", exact=True)).to_be_visible()
        if seen[-1] == "A":
            break
    assert "SELECT" in seen
    assert seen[-1] == "A", seen
    expect(results.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(results.first).to_be_hidden()
    page.keyboard.press("/")
    expect(results.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(reader.base + PERSON)))


def test_the_search_lives_through_instant_navigation(reader: Tab) -> None:
    """On the second page the same box answers, without a reload."""
    page = reader.open("")
    page.evaluate("window.stillHere = true")
    page.locator("nav.md-tabs a", has_text="Weapons").click()
    expect(page).to_have_url(reader.base + "weapons/")
    results = typed(page, "Hwasong-20")
    assert addresses(results)[0] == reader.base + WEAPON
    assert page.evaluate("window.stillHere") is True


def test_a_link_to_a_search_opens_it(reader: Tab) -> None:
    """As the share button writes it, choices included."""
    page = reader.open("?q=missile+type:Weapon")
    expect(status(page)).to_have_text(re.compile(r"\d matching"))
    expect(page.get_by_label("Type", exact=True)).to_have_value("Weapon")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_fits_a_phone(reader: Tab, scheme: str) -> None:
    """Nothing is wider than the screen, and text stands out from what is behind it."""
    page = reader.page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 360, "height": 740})
    reader.open("")
    page.locator("label.md-header__button[for=__search]").click()
    typed(page, "missile")
    for box in (page.locator(".search-choices"), page.locator(".md-search-result__item").first):
        expect(box).to_be_visible()
        width = box.evaluate("box => box.scrollWidth")
        assert width <= 360
    # While the box opens, a growing circle is wider than the screen.
    page.wait_for_function("document.documentElement.scrollWidth <= 360")


def test_only_the_engine_in_use_is_fetched(reader: Tab, searched: Site) -> None:
    """With Pagefind neither Material's index nor its engine; with Material nothing of Pagefind;
    and of Pagefind nothing before somebody searches."""
    asked: list[str] = []
    reader.page.context.on("request", lambda request: asked.append(request.url))
    page = reader.open("")
    assert [one for one in asked if "pagefind" in one] == []
    typed(page, "Hwasong-20")
    page.wait_for_load_state("networkidle")
    used = "pagefind" if any("pagefind.js" in one for one in asked) else "material"
    assert used == engine(searched)
    index = json.loads((searched.folder / "search/search_index.json").read_text("utf-8"))
    assert bool(index["docs"]) == (used == "material")
    assert any(re.search(r"workers/search\.\w+\.min\.js", one) for one in asked) == (
        used == "material"
    )
