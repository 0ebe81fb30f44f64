"""YAML text to plain data, and from a place in the data back to a line.

This module alone decides which YAML a file of ``knowledge/`` may use: one mapping of texts,
numbers, truth values, lists and mappings. Dates stay text, and so do ``no``, ``on`` and ``yes``,
which are words here and the code of Norway: only ``true`` and ``false`` are truth values. Tags
(``!!python/...``), anchors and aliases are refused, which also rules out files that unfold to
more than they hold; so are keys given twice, which YAML would settle in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value."""

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 50
_BOOL = "tag:yaml.org,2002:bool"
_UNUSED = frozenset({_BOOL, "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge"})
_BRACKET = re.compile(r"[\[\]{}]")
_TAB = re.compile(r" *\t")
_STACKED = re.compile(r"(?:[-?] ){9}|^ {200}", re.MULTILINE)
"""Lists opened on one line, and indentation no hand writes: depth without brackets."""


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
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _UNUSED]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile(r"(?:true|false)$"), list("tf"))


def load(text: str) -> dict[str, Any] | Fault:
    """The mapping a YAML text holds, or why there is none. Linear in the text."""
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
        return _marked(error, text)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        problem = str(error).partition("\n")[0]
        return Fault(line=None, message=problem, remedy="save the file as plain UTF-8 text")
    if isinstance(data, dict):
        return data
    return Fault(
        line=1,
        message="the file holds no keys",
        remedy="write one 'key: value' a line, starting with 'name:'",
    )


def _refused(text: str) -> Fault | None:
    """What is not even parsed. Nesting is measured before the parser, which recurses; only a
    text with an ``&`` can hold an anchor and is scanned for one."""
    if len(text) > MAX_CHARACTERS:
        return Fault(line=None, message="the file is too long", remedy="split the file")
    if _deep(text):
        return Fault(line=None, message="lists nest too deeply", remedy="flatten the lists")
    if "&" not in text:
        return None
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return Fault(
                    line=event.start_mark.line + 1 if event.start_mark else None,
                    message="anchors and aliases (&name, *name) are not used here",
                    remedy="write the value out, or quote a text that begins with & or *",
                )
    except yaml.YAMLError:
        return None  # the loader reports it, with its place
    return None


def _deep(text: str) -> bool:
    if _STACKED.search(text):
        return True
    deepest = depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


_REMEDIES = (
    ("constructor for the tag", "a tag such as !!python is refused", "remove the tag"),
    ("undefined alias", "a text may not begin with *", "put the text in quotes"),
    ("but found another document", "the file holds two documents", "remove the line ---"),
    ("mapping values are not allowed", "a second ': ' on the line", "put the text in quotes"),
)
"""Words of the parser -> what an editor is told instead."""


def _marked(error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    problem = error.problem or "not readable as YAML"
    lines = text.split("\n")  # the parser may name the line behind the last
    if line and line <= len(lines) and _TAB.match(lines[line - 1]):
        return Fault(line=line, message="a tab stands in the indentation", remedy="use spaces")
    for words, message, remedy in _REMEDIES:
        if words in problem:
            return Fault(line=line, message=message, remedy=remedy)
    return Fault(
        line=line,
        message=problem,
        remedy="check the indentation and put texts with ': ', '#', quotes or brackets in quotes",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands: its line, counted from 1, and the very characters of a plain value."""

    line: int | None
    written: str = ""


def locate(text: str, path: Path) -> Place:
    """The value at ``path``, or the nearest thing above it that exists. A key's value is found
    on the line of the key."""
    node = _composed(text)
    if node is None:
        return Place(line=None)
    line = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == str(step)]
            if not found:
                return Place(line=line)
            key, node = found[0]
            line = key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                return Place(line=line)
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    return Place(line=line, written=str(written))


@lru_cache(maxsize=8)
def _composed(text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return None
    return node
