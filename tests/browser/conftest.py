"""The built site, opened in headless Chromium under a sub-path.

The site is built strictly from the project's own seeds. A tab is new for every test and keeps
what the browser complained of; a test that ends with complaints fails, whatever else it asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, sync_playwright
from site_server import SUB_PATH, served
from tab import Site, Tab

ROOT = Path(__file__).resolve().parents[2]
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


@contextmanager
def built(folder: Path, *arguments: str) -> Iterator[Site]:
    """A site, built strictly. It is served before it is built, since the build has to know the
    address: instant navigation compares it with where the browser is."""
    with served(folder) as base:
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder), *arguments],
            cwd=ROOT,
            env=os.environ | {"SITE_URL": base, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        yield Site(folder=folder, base=base)


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


@contextmanager
def opened(chromium: Browser, site: Site) -> Iterator[Tab]:
    """A new, empty tab. Complaints of the browser and requests to other hosts fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    page = context.new_page()
    tab = Tab(page=page, base=site.base)
    origin = site.base.removesuffix(SUB_PATH)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            tab.console.append(f"{page.url}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((origin + "/", "data:", "blob:")):
            tab.foreign.append(f"{page.url}: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: tab.console.append(f"{page.url}: {error}"))
    context.on("request", on_request)
    yield tab
    context.close()
    assert tab.console == []
    assert tab.foreign == []
