"""The search index of a built site: read, tuned, written back, and given to Pagefind.

Material's search plugin has written ``search/search_index.json``. A small site keeps it, tuned;
a reader fetches all of it. For a large one Pagefind's program cuts the same sections into files
of which a reader fetches a few, and the file of Material stays as the switch that says so.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import unquote

from generator.disk.choices import put_in_order
from generator.disk.write import write_atomically
from generator.pages import search
from generator.pages.search import Engine, SearchedPage, Section
from generator.problems import Problem

INDEX = "search/search_index.json"
PAGEFIND = "search/pagefind"
_NEEDED = (".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment")
_UNUSED = ("pagefind-ui.js", "pagefind-modular-ui.js", "pagefind-component-ui.js",
           "pagefind-highlight.js", "pagefind-worker.js")  # fmt: skip
"""The search box is Material's, and its worker loads Pagefind itself: 0.4 MB less in the site."""
_REMEDY = (
    "install the pinned requirements (`make setup`) or `pip install 'pagefind[bin]'`, or set "
    "`search: material` for the plugin `briefings` in mkdocs.yml"
)


class _NoPagefindError(Exception):
    """Why Pagefind could not do its work."""


def finish_search(
    site: Path,
    pages: Iterable[SearchedPage],
    *,
    cut: Mapping[str, Sequence[Section]],
    engine: Engine,
    language: str,
    cache: Path | None = None,
) -> tuple[Problem, ...]:
    """Give the built site its search. ``cut``: address of a page -> its sections, for pages that
    are not in the search index. Without an index nothing is done: the site's owner has switched
    the search off. Pagefind's files are kept in ``cache`` for a build with the same texts. If
    Pagefind cannot run, Material's index serves in its place, and the problem says so.
    :exc:`OSError` if the site cannot be written to."""
    path = site / INDEX
    if not path.is_file():
        return ()
    index = json.loads(path.read_text("utf-8"))
    held = {page.url: page for page in pages}
    found = [one for one in index["docs"] if _page(one) not in cut]
    found += (one for page in held if page in cut for one in cut[page])
    sections = search.searched(found, held)
    cards = search.cards(held.values())
    shutil.rmtree(site / PAGEFIND, ignore_errors=True)
    problems: tuple[Problem, ...] = ()
    if engine == "pagefind":
        try:
            texts = tuple(search.to_html(sections, cards, language=language))
            _give_pagefind(site / PAGEFIND, texts, cache)
        except _NoPagefindError as error:
            engine = "material"
            problems = (Problem(code="E_SEARCH", message=str(error), remedy=_REMEDY),)
    text = search.to_json(index["config"], sections, cards, engine=engine)
    write_atomically(path, text.encode(), durable=False)
    return problems


def _page(section: Section) -> str:
    return section["location"].partition("#")[0]


def _give_pagefind(out: Path, pages: Sequence[tuple[str, str]], cache: Path | None) -> None:
    kept = cache / "pagefind" / _digest(pages) if cache else None
    if kept and kept.is_dir():
        shutil.copytree(kept, out)
        return
    _run_pagefind(out, pages)
    if kept:
        with contextlib.suppress(OSError):
            shutil.rmtree(kept.parent, ignore_errors=True)
            part = kept.with_suffix(".part")  # a copy that was broken off is none
            shutil.copytree(out, part)
            part.rename(kept)


def _digest(pages: Iterable[tuple[str, str]]) -> str:
    summed = hashlib.sha256(repr([_UNUSED, "in order", _version()]).encode())
    for part in (text for page in pages for text in page):
        data = part.encode("utf-8", "surrogatepass")
        summed.update(len(data).to_bytes(8, "big") + data)
    return summed.hexdigest()[:32]


def _version() -> str:
    try:
        return version("pagefind")
    except PackageNotFoundError:
        return ""


def _run_pagefind(out: Path, pages: Iterable[tuple[str, str]]) -> None:
    """As a program on files. Its Python interface waits a tenth of a second for each page."""
    with tempfile.TemporaryDirectory() as folder:
        for url, text in pages:
            file = Path(folder, unquote(url))
            if not file.suffix:
                file /= "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(out)],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise _NoPagefindError(f"Pagefind did not run: {said[-1] if said else 'no reason given'}")
    for file in out.iterdir():
        if file.is_file() and (file.name in _UNUSED or file.suffix not in _NEEDED):
            file.unlink()
    put_in_order(out)
