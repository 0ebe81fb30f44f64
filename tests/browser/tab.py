"""A tab of the browser, as the tests hold it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


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
