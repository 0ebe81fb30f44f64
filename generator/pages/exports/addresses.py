"""Whole addresses of pages, for files that are read elsewhere.

This module alone decides them. Pages themselves link relatively; a feed cannot.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from urllib.parse import quote

from generator.model import PagePath
from generator.pages.settings import SiteSettings
from generator.text.markup.markdown import link_target

LOCAL = "http://127.0.0.1:8000/"
"""Where MkDocs serves a site that has no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """``site`` ends in a slash; ``folders`` tells ``a/b/`` from ``a/b.html``."""

    site: str
    folders: bool

    @classmethod
    def of(cls, settings: SiteSettings) -> Addresses:
        site = plain(settings.site_url) or LOCAL
        return cls(site=site.rstrip("/") + "/", folders=settings.directory_urls)

    def page(self, path: PagePath) -> str:
        """Where a planned file stands once published."""
        address: str = path
        if path.endswith(".md"):
            address = path.removesuffix(".md")
            if address == "index" or address.endswith("/index"):
                address = address.removesuffix("index") + ("" if self.folders else "index.html")
            else:
                address += "/" if self.folders else ".html"
        return self.site + quote(address, safe="/.-_")


def plain(url: str | None) -> str | None:
    """A whole web address, percent-encoded; None for anything else, scripts included."""
    address = link_target(url) if url else None
    return html.unescape(address) if address else None
