"""JSON schemas of the knowledge files, for the completion and checks of text editors.

Decides how a file differs from its type: the identity is the file's name or the entry's key,
and a plain text may stand for an alias.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from generator.knowledge.entities import FOLDERS, RULES, Gazetteer, Source
from generator.knowledge.language import Language
from generator.knowledge.theatre import Theatre


def schemas() -> Mapping[str, str]:
    """File name -> text: ``actors.json`` for the files of ``actors/``, ``language-dates.json``
    for ``language/dates.yml``, and one for each of ``sources.yml``,
    ``gazetteer.yml`` and ``theatre.yml``."""
    shapes: dict[str, Any] = dict(FOLDERS)
    shapes |= {"sources": dict[str, Source], "gazetteer": Gazetteer, "theatre": Theatre}
    for field in msgspec.structs.fields(Language):
        shapes[f"language-{field.name}"] = field.type
    return {f"{name}.json": _text(name, shape) for name, shape in sorted(shapes.items())}


def _text(name: str, shape: Any) -> str:
    schema = _as_written(msgspec.json.schema(shape))
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **schema}
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _as_written(schema: dict[str, Any]) -> dict[str, Any]:
    for shape in schema.get("$defs", {}).values():
        properties = shape.get("properties", {})
        if "id" in properties and "id" in shape.get("required", ()):
            shape["required"].remove("id")
        if "aliases" in properties:
            alias = properties["aliases"]["items"]
            properties["aliases"]["items"] = {"anyOf": [{"type": "string"}, alias]}
        if "blocked_by" in properties:
            properties["rule"] = {"enum": [*RULES, None], "default": None}
    return schema
