"""A small whole project in a temporary folder: this project's own templates, theme and knowledge,
and two articles about a country that does not exist."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SEEDS = {
    "harbour.txt": (
        "Ruritania opens a harbour\n\n"
        "Ruritania opened a new naval harbour on March 3, 2024, its navy said. "
        "The harbour has room for six frigates. "
        "The navy will send its first ship there next year.\n"
    ),
    "storm.txt": (
        "A storm closes the coast\n\n"
        "A storm closed the coast of Ruritania on Monday. "
        "Officials said that fishing boats were called back. "
        "No one was hurt, according to the coast guard.\n"
    ),
}
ACTOR = "name: Ruritania\nkind: state\ndescription: A kingdom in a novel.\nconfidence: likely\n"


def make(folder: Path) -> Path:
    """The project, not yet built."""
    for name in ("knowledge", "templates", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "knowledge/actors/ruritania.yml").write_text(ACTOR, "utf-8")
    for name, text in SEEDS.items():
        file = folder / "seeds" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "briefings").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def run(folder: Path, *arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """``python -m ...`` in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
