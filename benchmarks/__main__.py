"""How long the two commands take that people wait for, on this machine: ``make bench``.

Each is a process of its own, start of Python included, on the project's own seeds, into a
temporary folder. The best of some runs is shown beside the limit the project has set itself;
status 1 if a limit is missed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPEAT = 3
LIMITS = {"briefings build, warm": 2.0, "mkdocs build --strict": 10.0}
"""Seconds, best of the runs."""


def seconds(*arguments: str) -> float:
    """Wall time of one run of a module; :exc:`SystemExit` with its words if it fails."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - begin


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        out, site = f"{folder}/briefings", f"{folder}/site"
        first = seconds("generator", "build", "--out", out)
        best = {
            "briefings build, warm": min(
                seconds("generator", "build", "--out", out) for _ in range(REPEAT)
            ),
            "mkdocs build --strict": min(
                seconds("mkdocs", "build", "--strict", "--site-dir", site) for _ in range(REPEAT)
            ),
        }
    articles = sum(
        1 for file in (ROOT / "seeds").iterdir() if file.suffix in {".txt", ".md", ".html"}
    )
    print(f"{articles} articles, best of {REPEAT}")
    print(f"  {'briefings build, first':24} {first:6.2f} s")
    for name, measured in best.items():
        print(f"  {name:24} {measured:6.2f} s  (limit {LIMITS[name]:.0f} s)")
    return 1 if any(best[name] > limit for name, limit in LIMITS.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
