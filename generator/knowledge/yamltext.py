"""YAML text to plain data, and from a place in the data back to a line.

This module alone decides which YAML a file of ``knowledge/`` may use: one mapping of texts,
numbers, truth values, lists and mappings. Dates stay text. Tags (``!!python/...``), anchors and
aliases are refused, which also rules out files that unfold to more than they hold; so are keys
given twice, which YAML would settle in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value."""

MAX_CHARACTERS = 1_000_000
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_MERGE = "tag:yaml.org,2002:merge"
_OPENING = frozenset("[{")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a text is no usable YAML. ``line`` counts from 1."""

    line: int | None
    message: str
    remedy: str
    field: str = ""


class _DuplicateKeyError(Exception):
    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key = key
        self.line = line


class _Loader(yaml.CSafeLoader):
    """The safe loader without timestamps and merge keys, strict about keys given twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise _DuplicateKeyError(str(key.value), key.start_mark.line + 1)
                seen.add(key.value)
        return mapping


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in {_TIMESTAMP, _MERGE}]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> dict[str, Any] | Fault:
    """The mapping a YAML text holds, or why there is none. Linear in the text."""
    if len(text) > MAX_CHARACTERS:
        return Fault(line=None, message="the file is too long", remedy="split the file")
    if refused := _refused(text):
        return refused
    try:
        data = yaml.load(text, Loader=_Loader)
    except _DuplicateKeyError as error:
        return Fault(
            line=error.line,
            message=f"the key {error.key!r} is given twice",
            remedy="keep one of the two",
            field=error.key,
        )
    except yaml.MarkedYAMLError as error:
        return _marked(error)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        return Fault(
            line=None,
            message=f"not readable as YAML ({type(error).__name__})",
            remedy="compare with a neighbouring file",
        )
    if not isinstance(data, dict):
        return Fault(
            line=1,
            message="the file holds no keys",
            remedy="write one 'key: value' a line, starting with 'name:'",
        )
    return data


def _refused(text: str) -> Fault | None:
    """Anchors need an ``&``; only texts with one are scanned for them (0.2 s for a megabyte)."""
    if sum(map(text.count, _OPENING)) > 500 or "- - - - -" in text or "? ? ?" in text:
        deepest = depth = 0
        for character in text:
            if character in "[{":
                depth += 1
                deepest = max(deepest, depth)
            elif character in "]}":
                depth -= 1
        if deepest > 50 or "- - - - -" in text or "? ? ?" in text:
            return Fault(line=None, message="lists nest too deeply", remedy="flatten the lists")
    if "&" not in text:
        return None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return Fault(
                    line=event.start_mark.line + 1,
                    message="anchors and aliases (&name, *name) are not used here",
                    remedy="write the value out, or quote a text that begins with & or *",
                )
    except yaml.YAMLError:
        return None  # the loader reports it, with its place
    return None


def _marked(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    problem = error.problem or "not readable as YAML"
    if "\\t" in problem or "tab" in problem:
        return Fault(line=line, message="a tab stands in the indentation", remedy="use spaces")
    if "constructor for the tag" in problem:
        tag = problem.split("'")[1] if "'" in problem else "!"
        tag = tag.replace("tag:yaml.org,2002:", "!!")
        return Fault(
            line=line,
            message=f"the tag {tag} is refused",
            remedy="remove the tag; only plain texts, numbers, lists and mappings are read",
        )
    return Fault(
        line=line,
        message=problem,
        remedy="check the indentation and put texts with ': ', '#', quotes or brackets in quotes",
    )


def line_of(text: str, path: Path) -> int | None:
    """Line of the value at ``path``, or of the nearest thing above it that exists. A last step
    that names a key gives the key's own line."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return None
    line: int | None = None
    for step in path:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    line, node = key.start_mark.line + 1, value
                    break
            else:
                return line or 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                return line
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            return line
    return line or 1
