"""Text in XML: this module alone escapes it.

Texts come cleaned (:func:`generator.text.markup.markdown.clean`), which leaves only characters that
XML 1.0 allows.
"""

from __future__ import annotations

from collections.abc import Iterable

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = _ESCAPES | {ord('"'): "&quot;"}
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def escaped(text: str) -> str:
    """As the text of an element."""
    return text.translate(_ESCAPES)


def element(name: str, text: str | None = None, **attributes: str | None) -> str:
    """One element on one line; attributes that are None are left out. An underscore in the name
    of an attribute is a colon."""
    listed = "".join(
        f' {key.replace("_", ":")}="{value.translate(_QUOTED)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{listed}/>" if text is None else f"<{name}{listed}>{escaped(text)}</{name}>"


def lines(elements: Iterable[str], *, depth: int) -> str:
    """Each on a line of its own, set in by two spaces a level."""
    return "".join(f"{'  ' * depth}{one}\n" for one in elements)
