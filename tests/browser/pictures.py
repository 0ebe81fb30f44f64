"""Takes the pictures in ``docs/screenshots/`` anew: ``.venv/bin/python tests/browser/pictures.py``.

They show the demonstration, at a desk in both palettes and on a phone. Names of pictures that are
given as arguments are taken alone.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from conftest import FLAGS, browser_path  # noqa: E402 - found only now
from playwright.sync_api import Page, sync_playwright  # noqa: E402
from visits import ROOT, demonstration, reader  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"
PARADE = "articles/2031-04-21-orvane-shows-off-long-range-missile-and-glider-at-night-parade/"
# Picture -> path and, where the top of the page is not what it is about, the element to start at.
PICTURES = {
    "home": ("", ""),
    "briefing": (PARADE, ""),
    "actor": ("actors/orvane/", "#relations"),
    "weapon": ("weapons/ember-lance/", ""),
    "timeline": ("timeline/", ""),
    "catalogue": ("weapons/", ""),
    "network": ("network/", ""),
    "ledger": ("outlook/", ""),
    "search": ("", ""),
}
LOOKS = (("light", "desk"), ("dark", "desk"), ("light", "phone"))
LARGEST = 250_000
"""Bytes of one picture."""


def take(page: Page, name: str, start: str) -> bytes:
    if name == "search":
        label = page.locator("label.md-header__button[for=__search]")
        if label.is_visible():
            label.click()
        page.locator("input[data-md-component=search-query]").press_sequentially("Ember Lance")
        page.locator(".md-search-result__item a").first.wait_for()
    if start:
        page.evaluate("start => document.querySelector(start).scrollIntoView()", start)
    page.wait_for_timeout(600)
    return page.screenshot()


def main(wanted: set[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        demonstration(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        for palette, width in LOOKS:
            look = "phone" if width == "phone" else palette
            with reader(browser, site, palette=palette, width=width) as tab:
                for name, (path, start) in PICTURES.items():
                    if wanted and name not in wanted:
                        continue
                    picture = take(tab.open(path), name, start)
                    if len(picture) > LARGEST:
                        sys.exit(f"{name}-{look}: {len(picture)} bytes, more than {LARGEST}")
                    (FOLDER / f"{name}-{look}.png").write_bytes(picture)
        browser.close()


if __name__ == "__main__":
    main(set(sys.argv[1:]))
