"""Follows every link and anchor of a built site, served under a sub-path.

MkDocs validates the links of Markdown; this looks at what came out: templates, the theme, raw
HTML, pictures and the 404 page included; and at the whole addresses of the site's own pages in its
heads, site map, feeds and data. Run as ``python tests/linkcheck.py SITE`` it prints one line a
problem and leaves with status 1 if there was any.
"""

from __future__ import annotations

import html
import re
import sys
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from site_server import served

LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
"""Elements whose target is fetched while the page is shown."""
NAMED_LINKS = {"canonical", "alternate", "describedby", "prev", "next"}
"""Kinds of ``<link>`` that name a file for other programs."""
OTHER_FILES = {".xml", ".json", ".bib", ".csv", ".txt"}
"""Files in which the site's own addresses are looked for."""
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect"}
HARMLESS_SCHEMES = {"mailto"}
NO_TARGET = "javascript:void(0)"
"""Material's share button; it does nothing. Any other script in a link is a finding."""


class _Page(HTMLParser):
    """Collects ``anchors``, ``links`` (followed on a click) and ``loads`` (fetched at once)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = {"", "top"}
        self.links: list[str] = []
        self.loads: list[str] = []
        self.canonical = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors.update(values[name] for name in ("id", "name") if name in values)
        if tag in {"a", "area"} and ("href" in values or "xlink:href" in values):
            self.links.append(values.get("href", values.get("xlink:href", "")))
        elif tag == "link" and FETCHED_LINKS & set(values.get("rel", "").split()):
            self.loads.append(values.get("href", ""))
        elif tag == "link" and NAMED_LINKS & set(values.get("rel", "").split()):
            self.links.append(values.get("href", ""))
            if values.get("rel") == "canonical" and not self.canonical:
                self.canonical = values.get("href", "")
        elif tag in {"use", "image"} and ("href" in values or "xlink:href" in values):
            self.loads.append(values.get("href", values.get("xlink:href", "")))
        elif LOADED.get(tag, "-") in values:
            self.loads.append(values[LOADED[tag]])


def check(site: Path) -> tuple[list[str], int]:
    """Problems of the site in a folder, one sentence each, and how many targets were looked up."""
    with served(site) as base:
        return _Crawl(site=site, base=base).run()


class _Crawl:
    """One look over a site; remembers every address it asked for."""

    def __init__(self, *, site: Path, base: str) -> None:
        self.site = site
        self.base = base
        self.pages: dict[str, _Page | None] = {}
        self.problems: list[str] = []
        first = site / "index.html"
        self.own = _read(first.read_text("utf-8")).canonical if first.is_file() else ""
        """The whole address of the first page; empty where the site does not know its own."""

    def run(self) -> tuple[list[str], int]:
        for file in sorted(self.site.rglob("*.html")):
            where = file.relative_to(self.site).as_posix()
            # The 404 page is shown for any address: its links must not depend on where it is.
            address = urljoin(self.base, "no/such/page" if where == "404.html" else where)
            page = _read(file.read_text("utf-8"))
            for target in page.loads:
                self._follow(where, address, target, loaded=True)
            for target in page.links:
                self._follow(where, address, target, loaded=False)
        for file in sorted(self.site.rglob("*")):
            if self.own and file.suffix in OTHER_FILES and file.is_file():
                where = file.relative_to(self.site).as_posix()
                text = html.unescape(file.read_text("utf-8"))
                named = re.findall(re.escape(self.own) + r"[^\s\"'<>\\{}]*", text)
                for target in dict.fromkeys(named):
                    self._follow(where, self.base, target, loaded=False)
        return self.problems, len(self.pages)

    def _follow(self, where: str, address: str, target: str, *, loaded: bool) -> None:
        scheme = urlsplit(target).scheme
        if target == NO_TARGET or scheme in HARMLESS_SCHEMES or (loaded and scheme == "data"):
            return
        url, anchor = urldefrag(urljoin(address, target))
        if self.own and url.startswith(self.own):
            url = self.base + url.removeprefix(self.own)
        if urlsplit(url).netloc != urlsplit(self.base).netloc:
            if loaded:
                self.problems.append(f"{where}: loads {target!r} from another host")
            elif urlsplit(url).scheme not in {"http", "https"}:
                self.problems.append(f"{where}: links to {target!r}, which is no web address")
            return
        if target.startswith("#") and where == "404.html":
            return
        if url not in self.pages:
            self.pages[url] = self._fetch(url)
        page = self.pages[url]
        if page is None:
            self.problems.append(f"{where}: {target!r} leads nowhere")
        elif anchor and unquote(anchor) not in page.anchors:
            self.problems.append(f"{where}: {target!r} names an anchor that the page lacks")

    def _fetch(self, url: str) -> _Page | None:
        if not url.startswith(self.base):
            return None
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                is_page = answer.headers.get_content_type() == "text/html"
                body = answer.read()
        except urllib.error.HTTPError as error:
            error.close()
            return None
        return _read(body.decode("utf-8")) if is_page else _Page()


def _read(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


def main() -> int:
    problems, looked_up = check(Path(sys.argv[1]))
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"linkcheck: {looked_up} targets, {len(problems)} problems")
    return 1 if problems or not looked_up else 0


if __name__ == "__main__":
    sys.exit(main())
