"""The names of the theatre that this project's own knowledge is about, and where they occur."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from pathlib import Path

import yaml


def names_of_the_theatre(root: Path) -> re.Pattern[str]:
    """Every name and alias of more than four letters of its actors, weapons and places."""
    names: set[str] = set()
    for folder in ("actors", "weapons", "places"):
        for file in (root / "knowledge" / folder).glob("*.yml"):
            entity = yaml.safe_load(file.read_text("utf-8"))
            demonyms = entity.get("demonyms", {})
            names |= {entity["name"], *demonyms.get("adjective", ()), *demonyms.get("people", ())}
            for alias in entity.get("aliases", ()):
                names.add(alias if isinstance(alias, str) else alias["text"])
    states = yaml.safe_load((root / "knowledge/gazetteer.yml").read_text("utf-8"))["states"]
    for state in states.values():
        names |= {state["name"], *state.get("adjective", ()), *state.get("people", ())}
    long = sorted((name for name in names if len(name) > 4), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, long))})(?!\w)")


def named(pattern: re.Pattern[str], files: Mapping[str, str], *, except_for: Set[str]) -> list[str]:
    """``file: name`` for every name of the pattern that stands in a text."""
    return [
        f"{name}: {match.group()}"
        for name, text in files.items()
        for match in pattern.finditer(text)
        if match.group() not in except_for
    ]
