"""What an editor writes beside an article (``seeds/<name>.yml``), read strictly.

Every finding names the line and, for a misspelt key, the nearest right one. Values are read as
written, so a date may be quoted or not.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any, get_args

import msgspec
import yaml

from generator.ingest.yaml_nodes import compose
from generator.model import ActorType, AddedActor, EditorNotes, EntityId, Genre, ReviewStatus
from generator.problems import Problem

_LISTS = frozenset({"tags", "reject", "reject_outlook"})
_CHOICES: dict[str, tuple[str, ...]] = {
    "genre": get_args(Genre),
    "status": get_args(ReviewStatus),
    "reliability": tuple("ABCDEF"),
    "credibility": tuple("123456"),
}
_KEYS = tuple(entry.name for entry in msgspec.structs.fields(EditorNotes))
_ACTOR_KEYS = ("id", "name", "type", "role")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[T ]")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _Reader:
    """Collects problems while the nodes are read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, node: yaml.Node, message: str, *, field: str = "", remedy: str = "") -> None:
        self.problems.append(
            Problem(
                code="E_NOTES",
                file=self.file,
                line=node.start_mark.line + 1,
                field=field,
                message=message,
                remedy=remedy,
            )
        )

    def pairs(
        self, node: yaml.MappingNode, known: Iterable[str] | None, *, field: str = ""
    ) -> dict[str, yaml.Node]:
        """Keys and values; unknown keys and keys given twice are reported and left out."""
        found: dict[str, yaml.Node] = {}
        allowed = tuple(known) if known is not None else None
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, "a key must be a word", field=field)
            elif allowed is not None and key.value not in allowed:
                near = difflib.get_close_matches(key.value, allowed, n=1)
                self.wrong(
                    key,
                    f"unknown key {key.value!r}",
                    field=field,
                    remedy=f"did you mean {near[0]!r}?" if near else f"keys: {', '.join(allowed)}",
                )
            elif key.value in found:
                self.wrong(key, f"{key.value!r} is given twice", field=field)
            else:
                found[key.value] = value
        return found

    def text(self, node: yaml.Node, *, field: str) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, "must be one value", field=field)
            return None
        if node.style is None and node.value in _NULLS:
            return None
        return " ".join(str(node.value).split())

    def texts(self, node: yaml.Node, *, field: str) -> tuple[str, ...]:
        """A list of values; one value alone is a list of one."""
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        read = (self.text(item, field=field) for item in items)
        return tuple(item for item in read if item)

    def actor(self, node: yaml.Node) -> AddedActor | None:
        field = "add_actors"
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "each actor needs id, name and type", field=field)
            return None
        pairs = self.pairs(node, _ACTOR_KEYS, field=field)
        values = {key: self.text(value, field=f"{field}.{key}") for key, value in pairs.items()}
        missing = [key for key in ("id", "name", "type") if not values.get(key)]
        if missing:
            self.wrong(node, f"an actor lacks {', '.join(missing)}", field=field)
            return None
        kind = values["type"]
        for known in get_args(ActorType):
            if known == kind:
                return AddedActor(
                    id=EntityId(values["id"] or ""),
                    name=values["name"] or "",
                    type=known,
                    role=values.get("role"),
                )
        self.wrong(
            node, f"type {kind!r} is not one of {', '.join(get_args(ActorType))}", field=field
        )
        return None

    def mapping(self, node: yaml.Node, *, field: str) -> dict[str, str] | None:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "must map one identity to another", field=field)
            return None
        pairs = self.pairs(node, None, field=field)
        read = {name: self.text(value, field=f"{field}.{name}") for name, value in pairs.items()}
        return {name: value for name, value in read.items() if value}

    def single(self, key: str, node: yaml.Node) -> str | None:
        """One value, checked against the dates or the choices the key asks for."""
        text = self.text(node, field=key)
        if text is None:
            return None
        if key == "date":
            text = text[:10] if _CLOCK.match(text) else text
            if _DATE.fullmatch(text):
                return text
            self.wrong(node, f"{text!r} is no date", field=key, remedy="write 2025-10-31")
            return None
        choices = _CHOICES.get(key)
        if choices and text not in choices:
            near = difflib.get_close_matches(text, choices, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(choices)}"
            self.wrong(node, f"{text!r} is not known", field=key, remedy=remedy)
            return None
        return text

    def value(self, key: str, node: yaml.Node) -> Any:
        if key in _LISTS:
            return self.texts(node, field=key)
        if key == "merge":
            return self.mapping(node, field=key)
        if key == "add_actors":
            items = node.value if isinstance(node, yaml.SequenceNode) else [node]
            return tuple(actor for item in items if (actor := self.actor(item)) is not None)
        return self.single(key, node)


def parse_notes(text: str, *, file: str) -> tuple[EditorNotes, tuple[Problem, ...]]:
    """The notes in ``text`` and everything wrong with them. Notes without a finding hold."""
    root = compose(text.removeprefix("\ufeff"))
    if isinstance(root, str):
        problem = Problem(
            code="E_YAML",
            file=file,
            message=root,
            line=_line(root),
            remedy="correct the line; text with a colon or a # needs quotation marks",
        )
        return EditorNotes(), (problem,)
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value in _NULLS):
        return EditorNotes(), ()
    reader = _Reader(file)
    if not isinstance(root, yaml.MappingNode):
        reader.wrong(
            root, "must hold lines such as `title: ...`", remedy=f"keys: {', '.join(_KEYS)}"
        )
        return EditorNotes(), tuple(reader.problems)
    values: dict[str, Any] = {}
    for key, node in reader.pairs(root, _KEYS).items():
        value = reader.value(key, node)
        if value is not None:
            values[key] = value
    return EditorNotes(**values), tuple(reader.problems)


def _line(message: str) -> int | None:
    hit = re.search(r" in line (\d+)$", message)
    return int(hit.group(1)) if hit else None
