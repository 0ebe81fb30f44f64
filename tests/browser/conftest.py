"""The built site, opened in headless Chromium under a sub-path.

The site is built strictly from the project's own seeds. A tab is new for every test and keeps
what the browser complained of; a test that ends with complaints fails, whatever else it asked.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tab import Site, Tab, built, opened

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Without the background flags Chromium itself calls its maker at every start.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # All by one worker, of those that share the tests: else each builds the sites anew.
            item.add_marker(pytest.mark.xdist_group("browser"))


def browser_path() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of ``seeds/``."""
    with built(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = browser_path()
    if executable is None:
        message = f"no Chromium found ({', '.join(BROWSERS)}); install one or set CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser, site: Site) -> Iterator[Tab]:
    with opened(chromium, site) as tab:
        yield tab
