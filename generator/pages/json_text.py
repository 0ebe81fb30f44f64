"""Data as the text of a JSON file.

This module alone decides how such a file is laid out: sorted keys, characters as they are, one
newline at the end; each entry of a list of the outermost level in a line of its own, so that a
difference between two versions shows whole entries and 1,000 briefings take 40 MB instead of 66.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec


def to_text(value: Mapping[str, Any]) -> str:
    """The text of a file that holds ``value``."""
    lines = [f"{_compact(key)}: {_member(value[key])}" for key in sorted(value)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def pretty(value: Mapping[str, Any]) -> str:
    """The same, indented throughout, for a file that people read from top to bottom."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _member(value: object) -> str:
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: object) -> str:
    try:
        return msgspec.json.encode(value, order="sorted").decode()
    except UnicodeEncodeError:  # half a character, as only a damaged article has
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
