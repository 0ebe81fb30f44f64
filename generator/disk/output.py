"""Pouring a plan into the output folder, and asking whether the folder equals the plan.

Unchanged files are not touched. A run that is stopped anywhere leaves a folder from which the
next run comes to the same end: the memory first allows for both the old and the new text of
every page, and is made exact last. Nothing is removed that was not generated, that holds a hand
edit, or while there are errors (a page that could not be planned is no orphan).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.disk.read import Places
from generator.disk.work import Poured
from generator.disk.write import settle_folder, sweep, write_atomically
from generator.model import PagePath
from generator.pages.dead_links import dead_links
from generator.pages.edits import memory
from generator.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Numbers of files."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def pour(
    poured: Poured, places: Places, *, prune: bool = False
) -> tuple[Account, tuple[Problem, ...]]:
    """Write what differs. Ends at the first file that cannot be written; call it with the lock
    held."""
    sweep(places.out)
    changed, unchanged = _changed(poured, places)
    removing = poured.plan.orphans if prune and poured.whole else ()
    final = dict(poured.plan.memory)
    for path in removing:
        del final[path]
    written = removed = 0
    touched: set[Path] = set()
    path = memory.FILE
    try:
        places.out.mkdir(parents=True, exist_ok=True)
        if changed or removing:
            during = memory.during(poured.remembered, poured.plan.memory)
            _write(places.out / memory.FILE, memory.dump(during).encode())
        for path, content in changed.items():
            target = _inside(places.out, path)
            _write(target, content)
            touched.add(target.parent)
            written += 1
        for path in removing:
            _inside(places.out, path).unlink(missing_ok=True)
            removed += 1
        for folder in sorted(touched):
            settle_folder(folder)
        path = memory.FILE
        _write(places.out / memory.FILE, memory.dump(final).encode())
    except OSError as error:
        problem = Problem(
            code="E_WRITE",
            message=f"{error.strerror or error}; {len(changed) - written} files are left as "
            "they were",
            file=places.name(places.out / path),
            remedy="put that right and run the build again",
        )
        return Account(written=written, unchanged=unchanged, removed=removed), (problem,)
    account = Account(written=written, unchanged=unchanged, removed=removed)
    return account, _orphans(poured, places, removed=removing)


def compare(poured: Poured, places: Places) -> tuple[Problem, ...]:
    """One finding for each file that :func:`pour` would write or remove, and for each link
    that would lead nowhere. While a template is broken its pages are not planned, and links to
    them say nothing."""
    changed, _ = _changed(poured, places)
    dead: tuple[Problem, ...] = ()
    if all(problem.code != "E_TEMPLATE" for problem in poured.problems):
        dead = dead_links(poured.plan.pages, exists=lambda path: (places.out / path).exists())
    stale = [
        Problem(
            code="E_STALE",
            message="differs from the plan" if (places.out / path).exists() else "is missing",
            file=places.name(places.out / path),
            remedy="run `briefings build`",
        )
        for path in sorted(changed)
    ]
    if not stale and memory.dump(poured.remembered) != memory.dump(poured.plan.memory):
        stale.append(
            Problem(
                code="E_STALE",
                message="does not say what was generated last",
                file=places.name(places.out / memory.FILE),
                remedy="run `briefings build`",
            )
        )
    located = (replace(one, file=places.name(places.out / one.file)) for one in dead)
    return (*located, *stale, *_orphans(poured, places))


def _changed(poured: Poured, places: Places) -> tuple[dict[PagePath, bytes], int]:
    """The files to be written, and how many are right already."""
    changed: dict[PagePath, bytes] = {}
    unchanged = 0
    for page in poured.plan.pages:
        content = page.text.encode("utf-8", "replace")
        if page.path in poured.plan.blocked or _holds(places.out / page.path, content):
            unchanged += 1
        else:
            changed[page.path] = content
    return changed, unchanged


def _inside(out: Path, path: PagePath) -> Path:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts:
        raise OSError(f"{path!r} would leave the output folder")
    return out / pure


def _write(path: Path, content: bytes) -> None:
    if not _holds(path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _orphans(
    poured: Poured, places: Places, *, removed: tuple[PagePath, ...] = ()
) -> tuple[Problem, ...]:
    """Pages on disk that nothing plans; while there are errors nobody can tell."""
    if not poured.whole:
        return ()
    remedies = {
        path: "`briefings build --prune` removes it"
        for path in poured.plan.orphans
        if path not in removed
    } | dict.fromkeys(
        poured.plan.widows,
        "it holds hand edits and is never removed: move them to the new page and delete it",
    )
    return tuple(
        Problem(
            code="W_ORPHAN",
            message="belongs to no article any more",
            file=places.name(places.out / path),
            remedy=remedy,
        )
        for path, remedy in remedies.items()
    )
