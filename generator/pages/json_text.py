"""Data as the text of a JSON file.

This module alone decides how such a file is laid out: sorted keys, two spaces, characters as they
are, one newline at the end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec


def to_text(value: Mapping[str, Any]) -> str:
    """The text of a file that holds ``value``."""
    try:
        plain = msgspec.json.encode(value, order="sorted")
    except UnicodeEncodeError:  # half a character, as only a damaged article has
        return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return msgspec.json.format(plain, indent=2).decode() + "\n"
