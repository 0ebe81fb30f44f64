"""The built site and a tab of the browser, as the tests hold them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request
from site_server import SUB_PATH, served

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site and the address of its home page, below a sub-path."""

    folder: Path
    base: str


@dataclass(kw_only=True)
class Tab:
    """A browser page and what was noticed on it."""

    page: Page
    base: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Load a page of the site by its path below the home page and wait until it is quiet."""
        answer = self.page.goto(self.base + path, wait_until="networkidle")
        assert answer is not None, path
        assert answer.ok, f"{path}: {answer.status}"
        return self.page


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


def listen(tab: Tab, context: BrowserContext, *, expected: str = "") -> None:
    """Notes every complaint of the browser and every request to another host. A page whose address
    holds ``expected`` may be missing: the browser itself says so."""
    page = tab.page
    origin = tab.base.removesuffix(SUB_PATH).rstrip("/")

    def on_console(message: ConsoleMessage) -> None:
        missing = message.text.startswith("Failed to load resource")
        if not (expected and expected in page.url and missing):
            tab.console.append(f"{page.url}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((origin + "/", "data:", "blob:")):
            tab.foreign.append(f"{page.url}: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: tab.console.append(f"{page.url}: {error}"))
    context.on("request", on_request)


@contextmanager
def opened(chromium: Browser, site: Site) -> Iterator[Tab]:
    """A new, empty tab. Complaints of the browser and requests to other hosts fail the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page = context.new_page()
    tab = Tab(page=page, base=site.base)
    listen(tab, context)
    yield tab
    context.close()
    assert tab.console == []
    assert tab.foreign == []
