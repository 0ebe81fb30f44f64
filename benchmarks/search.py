"""How fast a reader of a large site finds something: ``python -m benchmarks.search``.

Builds a site of made-up articles (:mod:`benchmarks.made_up`) with the project's knowledge and
looks, gives it both search indexes in turn, and searches each in headless Chromium as a reader
who has just arrived with an empty cache: a click into the search field, eight keys a second, and
the time from the last key until the results stand there. Bytes are counted at the server, which
compresses text as hosts do: those since the click, and those of the page before it, with which
Material's index comes. ``--folder`` keeps
the site and takes it up again, since building 4,000 briefings takes minutes.
"""

from __future__ import annotations

import argparse
import gzip
import os
import pickle
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, sync_playwright

from benchmarks.made_up import articles
from generator import mkdocs_plugin
from generator.disk.search import INDEX, PAGEFIND, finish_search
from generator.pages.search import Engine, SearchedPage, Section

ROOT = Path(__file__).resolve().parent.parent
BRIEFINGS = 4000
KEY = 125
"""Milliseconds from key to key."""
PATIENCE = 180_000
"""Milliseconds after which a search counts as broken: one that finds nothing, too."""
TYPED = (
    "Hwasong-20",
    "kim jong-un",
    "火星-20",
    '"military parade"',
    "missile",
    "weapon:Hwasong-20",
)
LIMITS = {"first result": 0.3, "transferred": 300_000}
"""Seconds and bytes of the first search, with Pagefind."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
TEXT = (".css", ".html", ".js", ".json", ".svg", ".xml")
ENGINES: tuple[Engine, ...] = ("material", "pagefind")


def make_project(folder: Path, count: int) -> Path:
    """Its ``mkdocs.yml``."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "briefings").mkdir()
    for at, text in enumerate(articles(count)):
        (folder / f"seeds/{at:05}.txt").write_text(text, "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        f"""INHERIT: {ROOT}/mkdocs.yml
site_url: http://127.0.0.1/
watch: []
theme:
  custom_dir: {ROOT}/theme
plugins:
  briefings:
    knowledge: {ROOT}/knowledge
    templates: {ROOT}/templates
""",
        "utf-8",
    )
    return config


def build_site(config: Path) -> None:
    """Build it, and keep what the search is made of."""
    kept = config.parent

    def keep(
        site: Path,
        pages: Sequence[SearchedPage],
        *,
        cut: Mapping[str, Sequence[Section]],
        engine: Engine,
        language: str,
        cache: Path | None,
    ) -> tuple[object, ...]:
        del engine, language, cache
        shutil.copy(site / INDEX, kept / "raw.json")
        (kept / "pages.pickle").write_bytes(pickle.dumps((pages, cut)))
        return ()

    mkdocs_plugin.finish_search = keep  # type: ignore[attr-defined, assignment]
    build(load_config(str(config), site_dir=str(kept / "site")))


def index(folder: Path) -> dict[str, float]:
    """Make both indexes of the site in the folder; figures by name."""
    site = folder / "site"
    pages, cut = pickle.loads((folder / "pages.pickle").read_bytes())
    figures: dict[str, float] = {
        "briefings": sum(page.kind == "briefing" for page in pages),
        "pages": len(pages),
    }
    for engine in ENGINES:
        shutil.copy(folder / "raw.json", site / INDEX)
        before = os.times()
        begin = time.perf_counter()
        problems = finish_search(site, pages, cut=cut, engine=engine, language="en")
        assert not problems, problems
        figures[f"{engine}, seconds"] = time.perf_counter() - begin
        spent = [now - then for now, then in zip(os.times()[:4], before[:4], strict=True)]
        figures[f"{engine}, seconds of processor time"] = sum(spent)
        shutil.copy(site / INDEX, folder / f"{engine}.json")
    figures["material, bytes"] = (folder / "material.json").stat().st_size
    files = [file for file in (site / PAGEFIND).rglob("*") if file.is_file()]
    figures["pagefind, files"] = len(files)
    figures["pagefind, bytes"] = sum(file.stat().st_size for file in files)
    return figures


@dataclass(slots=True)
class Traffic:
    sent: int = 0
    asked: list[str] = field(default_factory=list)

    def take(self) -> tuple[int, int]:
        taken = (self.sent, len(self.asked))
        self.sent, self.asked = 0, []
        return taken


@cache
def sent_as(file: Path, text: bool) -> bytes:
    content = file.read_bytes()
    return gzip.compress(content, 6) if text else content


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, traffic: Traffic, **named: Any) -> None:
        self.traffic = traffic
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        """As hosts do: text compressed, what Pagefind has compressed as it is."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        text = file.suffix in TEXT
        content = sent_as(file, text)
        self.traffic.sent += len(content)
        self.traffic.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(site: Path, traffic: Traffic) -> Iterator[str]:
    handler = partial(_Handler, directory=str(site), traffic=traffic)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def found(browser: Browser, base: str, typed: str, traffic: Traffic) -> tuple[float, int, int, int]:
    """Seconds from the last key to the results, bytes and requests since the click, and bytes of
    the page before it."""
    context = browser.new_context()
    page = context.new_page()
    traffic.take()
    page.goto(base + "about/", wait_until="networkidle")
    before, _ = traffic.take()
    # Taken in the page: the round trips of the driver are not the reader's.
    page.evaluate(
        """() => {
          const list = document.querySelector(".md-search-result ol");
          const field = document.querySelector("input[data-md-component=search-query]");
          field.addEventListener("keyup", () => { window.keyed = performance.now(); });
          new MutationObserver(() => {
            if (list.querySelector("a")) window.drawn = performance.now();
          }).observe(list, {childList: true});
        }"""
    )
    page.locator("input[data-md-component=search-query]").click()
    page.keyboard.type(typed, delay=KEY)
    page.wait_for_function("window.drawn > window.keyed", timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    took = page.evaluate("window.drawn - window.keyed")
    sent, requests = traffic.take()
    context.close()
    return took / 1000, sent, requests, before


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("--count", type=int, default=BRIEFINGS)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.folder or Path(temporary) / "project").resolve()
        if not (folder / "pages.pickle").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            build_site(make_project(folder, options.count))
        shutil.copytree(ROOT / "theme/assets", folder / "site/assets", dirs_exist_ok=True)
        for name, value in index(folder).items():
            print(f"{name:40} {value:14,.1f}", flush=True)
        return measure(folder, options.engine or ENGINES, options.repeat)


def measure(folder: Path, engines: Sequence[Engine], repeat: int) -> int:
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    missed = 0
    traffic = Traffic()
    site = folder / "site"
    with served(site, traffic) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--disable-gpu"]
        )
        for engine in engines:
            shutil.copy(folder / f"{engine}.json", site / INDEX)
            sent_as.cache_clear()
            print(f"\n{engine:28} first result    transferred   requests   with the page")
            for typed in TYPED:
                runs = [found(browser, base, typed, traffic) for _ in range(repeat)]
                took, sent, requests, before = (
                    median(column) for column in zip(*runs, strict=True)
                )
                over = engine == "pagefind" and (
                    took > LIMITS["first result"] or sent > LIMITS["transferred"]
                )
                missed |= over
                print(
                    f"{typed:28} {took:10.3f} s {sent:12,.0f} B {requests:8.0f} {before:14,.0f} B"
                    + ("    over the limit" if over else "")
                )
        browser.close()
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
