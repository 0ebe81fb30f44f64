"""The memory of what was generated last, and the merge of all pages with it.

Kept beside the pages in ``.generated.json``: one line a page, so that two branches that touch
different pages merge without a conflict. Reading it is tolerant line by line; a page without a
line has no memory, and every difference in it counts as an edit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.model import Page, PagePath
from generator.pages.edits import merge as edits
from generator.problems import Problem

FILE = PagePath(".generated.json")

Memory = Mapping[str, Mapping[str, str]]
"""Path of a page -> its parts -> their digests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages to pour. ``blocked`` files stay as they are on disk; ``orphans`` stand on disk,
    belong to no page any more and hold nothing but what was generated; ``widows`` are the same
    with hand edits, and are never removed."""

    pages: tuple[Page, ...]
    memory: Memory
    problems: tuple[Problem, ...] = ()
    blocked: frozenset[PagePath] = frozenset()
    orphans: tuple[PagePath, ...] = ()
    widows: tuple[PagePath, ...] = ()


def load(text: str) -> dict[str, dict[str, str]]:
    """What each readable line of the file says."""
    memory: dict[str, dict[str, str]] = {}
    for line in text.split("\n"):
        try:
            entry = json.loads("{" + line.strip().rstrip(",") + "}")
        except (ValueError, RecursionError):
            continue
        memory |= {path: parts for path, parts in entry.items() if _is_parts(parts)}
    return memory


def _is_parts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())


def dump(memory: Memory) -> str:
    """The file's text: sorted, one line a page."""
    lines = [
        f"{json.dumps(path, ensure_ascii=False)}: "
        + json.dumps(dict(parts), ensure_ascii=False, sort_keys=True)
        for path, parts in sorted(memory.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def during(old: Memory, new: Memory) -> dict[str, dict[str, str]]:
    """The memory that holds while pages are being written, whatever stops the run."""
    return {path: edits.either(old.get(path, {}), new.get(path, {})) for path in {*old, *new}}


def merge_all(
    planned: Iterable[Page],
    current: Mapping[PagePath, str],
    memory: Memory,
    *,
    definitions: Callable[[PagePath], Mapping[str, str]] = lambda _: {},
) -> Pages:
    """Every page with its hand edits. ``current`` holds the text on disk of each page that is
    planned or remembered; ``definitions`` as in :func:`generator.pages.edits.merge.merge`."""
    pages: list[Page] = []
    problems: list[Problem] = []
    remembered: dict[str, Mapping[str, str]] = {}
    blocked: set[PagePath] = set()
    for page in planned:
        merged = edits.merge(
            page,
            current.get(page.path),
            memory.get(page.path, {}),
            definitions=partial(definitions, page.path),
        )
        pages.append(merged.page)
        problems += merged.problems
        remembered[page.path] = merged.remembered
        if merged.blocked:
            blocked.add(page.path)
    orphans: list[PagePath] = []
    widows: list[PagePath] = []
    for path in map(PagePath, sorted(memory.keys() - remembered.keys())):
        if path not in current:
            continue
        remembered[path] = memory[path]
        edited = edits.is_edited(current[path], memory[path])
        (widows if edited else orphans).append(path)
    return Pages(
        pages=tuple(pages),
        memory=remembered,
        problems=tuple(problems),
        blocked=frozenset(blocked),
        orphans=tuple(orphans),
        widows=tuple(widows),
    )
