"""The built site and a tab of the browser, as the tests hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page


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
