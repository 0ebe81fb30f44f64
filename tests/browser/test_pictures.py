"""Pictures and long tables in a browser: reached by keyboard, filtered, sorted, still."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tab import Tab

SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 400);
})"""


def test_a_table_is_filtered_however_a_name_is_written(tab: Tab) -> None:
    """Hyphen, space or neither; what is left is counted; an empty field shows all again."""
    page = tab.open("weapons/")
    field = page.get_by_label("Filter")
    rows = page.locator("article tbody tr:visible")
    every = rows.count()
    for typed in ("hwasong20", "HWASONG 20", "hwasong-20"):
        field.fill(typed)
        expect(rows).to_have_count(1)
        expect(page.locator(".list-filter output")).to_have_text(f"1 of {every}")
    field.fill("no such weapon")
    expect(rows).to_have_count(0)
    field.fill("")
    expect(rows).to_have_count(every)


def test_a_table_is_sorted_by_its_head_with_the_keyboard(tab: Tab) -> None:
    """Once up, once down, and the head says which."""
    page = tab.open("actors/")
    table = page.locator("article table").first
    head = table.locator("th").first
    head.locator("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    up = table.locator("tbody tr td:first-child").all_inner_texts()
    assert up == sorted(up, key=str.casefold)
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert table.locator("tbody tr td:first-child").all_inner_texts() == up[::-1]


def test_a_filter_works_after_instant_navigation(tab: Tab) -> None:
    """The page was swapped, not loaded: the filter is there once."""
    page = tab.open("")
    page.evaluate("window.stillHere = true")
    page.locator("article a[href$='weapons/']").first.click()
    expect(page.locator(".list-filter input")).to_have_count(1)
    assert page.evaluate("window.stillHere") is True


def test_a_node_of_a_picture_is_a_link_for_the_keyboard(tab: Tab) -> None:
    """It takes the focus, says where it leads, and Enter goes there."""
    page = tab.open("network/")
    node = page.locator("svg.chart-picture a").first
    node.focus()
    assert page.evaluate("document.activeElement.closest('svg') !== null")
    assert node.get_attribute("aria-label")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(tab.base) + r"(actors|weapons)/[\w-]+/$"))


def test_nothing_jumps_while_a_page_opens(tab: Tab) -> None:
    """The filter's place is kept free and pictures have their size."""
    for path in ("", "weapons/", "network/", "actors/north-korea/"):
        page = tab.open(path)
        assert page.evaluate(SHIFT) < 0.05, path
