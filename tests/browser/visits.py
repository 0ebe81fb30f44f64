"""The demonstration as a site, and how a reader comes to it: palette, width, what is noticed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser
from site_server import served
from tab import Site, Tab, listen

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
# A shift within half a second of a click or a key is an answer to it, and not counted.
WATCH_SHIFTS = """
  window.shifts = [];
  const named = node => node && (node.outerHTML ? node.outerHTML.slice(0, 80) : node.nodeName);
  new PerformanceObserver(list => {
    for (const one of list.getEntries())
      if (!one.hadRecentInput)
        window.shifts.push([one.value, one.sources.map(source => named(source.node)).join(" | ")]);
  }).observe({type: "layout-shift", buffered: true});
"""


@contextmanager
def demonstration(folder: Path) -> Iterator[Site]:
    """The demonstration, built strictly in a copy of its folder."""
    for shared in ("mkdocs.yml", "theme", "knowledge", "templates"):
        (folder / shared).symlink_to(ROOT / shared)
    project = folder / "examples"
    shutil.copytree(
        ROOT / "examples", project, ignore=shutil.ignore_patterns("briefings", "site", ".cache")
    )
    (project / "briefings").mkdir()
    with served(project / "site") as base:
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=project,
            env=os.environ
            | {"SITE_URL": base, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        yield Site(folder=project / "site", base=base)


@contextmanager
def reader(browser: Browser, site: Site, *, palette: str, width: str) -> Iterator[Tab]:
    """A new tab for a reader who prefers ``light`` or ``dark``, at a ``desk`` or on a ``phone``.
    What the browser complains of and what is asked of other hosts is kept."""
    context = browser.new_context(
        viewport=WIDTHS[width],  # type: ignore[arg-type]
        color_scheme="dark" if palette == "dark" else "light",
        has_touch=width == "phone",
    )
    context.set_default_timeout(60_000)
    context.add_init_script(WATCH_SHIFTS)
    page = context.new_page()
    tab = Tab(page=page, base=site.base)
    listen(tab, context, expected="no-such-page")
    yield tab
    context.close()
