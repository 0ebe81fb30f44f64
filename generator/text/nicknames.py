"""Whether a name is only what something else is called: in quotation marks, behind the state of
another ("dubbed the "Ruritanian Dart"")."""

from __future__ import annotations

import re

_OPENED = re.compile(r"[\"'“‘](\w+) $")
_CLOSING = frozenset("\"'”’")
_NEAR = 40


def is_nickname(text: str, start: int, end: int, *, origins: tuple[str, ...]) -> bool:
    """``origins`` are the endings of words that tell where something is from ("ian")."""
    opened = _OPENED.search(text, max(0, start - _NEAR), start)
    told = opened is not None and opened[1].lower().endswith(origins)
    return told and not _CLOSING.isdisjoint(text[end : end + 2])
