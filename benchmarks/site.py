"""What a site of made-up briefings costs: processor time of the generator alone, of MkDocs beyond
it, of MkDocs on plain pages (:mod:`benchmarks.yardstick`), and size. ``python -m benchmarks.site
1000``; ``make bench`` runs it. ``python -m benchmarks.site 1000 plain`` takes short plain reports
in place of dense articles, any other word a folder of articles.

The project is made in a temporary folder, with the templates, knowledge, theme and ``mkdocs.yml``
of this one. The articles are analysed beforehand, as in a second build; the analysis has a line
of its own in ``make bench``.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks import yardstick
from benchmarks.made_up import articles, reports

ROOT = Path(__file__).resolve().parent.parent
SHARED = ("knowledge", "templates", "theme")
TURNS = 3
"""Of the yardstick, the generator and MkDocs, so that all meet the machine at the same speed."""
FORGOTTEN = ("pagefind", "rendered")
"""What MkDocs keeps in ``.cache`` for its next build."""


def make(folder: Path, texts: tuple[str, ...]) -> None:
    """A project of these articles."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "briefings").mkdir()
    for number, text in enumerate(texts):
        (folder / "seeds" / f"{number:05}.txt").write_text(text, "utf-8")
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)


def spent(folder: Path, *arguments: str) -> float:
    """Processor time of one run of a module and its children; ends with its words if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measured(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Rows: what, and how much, of a site of the briefings on ``texts``."""
    with tempfile.TemporaryDirectory() as name:
        folder, plain = Path(name, "site"), Path(name, "plain")
        make(folder, texts)
        yardstick.make(plain, len(texts))
        spent(folder, "generator", "build")  # the analysis
        generator, build, page = [], [], []
        for _ in range(TURNS):
            page.append(spent(plain, "mkdocs", "build", "--strict"))
            generator.append(spent(folder, "generator", "build"))
            shutil.rmtree(folder / "site", ignore_errors=True)
            for kept in FORGOTTEN:
                shutil.rmtree(folder / ".cache" / kept, ignore_errors=True)
            build.append(
                (
                    spent(folder, "mkdocs", "build", "--strict"),
                    spent(folder, "mkdocs", "build", "--strict"),
                )
            )
        yield f"generator, {len(texts):,} briefings, analysed before", f"{median(generator):8.1f} s"
        yield "MkDocs alone, as many plain pages: the yardstick", f"{median(page):8.1f} s"
        for at, state in enumerate(("first build", "nothing changed")):
            beyond = [one[at] - own for one, own in zip(build, generator, strict=True)]
            times = median(each / stick for each, stick in zip(beyond, page, strict=True))
            yield f"mkdocs build --strict beyond it, {state}", f"{median(beyond):8.1f} s"
            yield "  in yardsticks", f"{times:8.2f}    limit {yardstick.LIMIT:.2f}"
        pages = sum(1 for _ in (folder / "site").rglob("*.html"))
        yield f"site, {pages:,} pages", f"{size(folder / 'site') / 1e6:8.0f} MB"
        yield "its data and tables alone", f"{size(folder / 'briefings' / 'data') / 1e6:8.0f} MB"


def main(count: int = 1000, kind: str = "dense") -> None:
    made = {"dense": articles, "plain": reports}
    texts = made[kind](count) if kind in made else _found(Path(kind))[:count]
    for what, value in measured(texts):
        print(f"{what:60} {value}", flush=True)


def _found(folder: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(folder.rglob("*.txt")))


if __name__ == "__main__":
    given = dict(zip(("count", "kind"), sys.argv[1:], strict=False))
    main(int(given.get("count", 1000)), given.get("kind", "dense"))
