"""The head of a page, for themes, feeds and other site builders.

This module alone writes YAML. A theme prints these values as HTML, so each one is cleaned and
escaped for HTML before the serialiser sees it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from generator.text.markup.markdown import escape

try:
    from yaml import CSafeDumper as _Dumper
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]

_ID = re.compile(r"^id: '?([\w-]+)'?$", re.MULTILINE)

Entry = str | Mapping[str, str | None]
"""An entry of a list: a word, or a few named words; those that are None are left out."""
Value = str | Sequence[Entry] | Mapping[str, bool] | None
PROSE = frozenset({"summary", "outlook"})
"""Keys whose values no theme puts into an attribute, so that quotation marks stay readable."""
WIDE: Mapping[str, Value] = {"hide": ["toc"]}
"""Of a page that needs the whole width: the theme leaves out its table of contents."""


def front_matter(values: Mapping[str, Value]) -> tuple[str, Mapping[str, object]]:
    """``values`` in the given order between ``---`` lines, and what whoever reads that as YAML
    finds. ``title`` must be among them: a page without one takes its title from the heading,
    which the theme prints unescaped."""
    if not values.get("title"):
        raise ValueError("front matter needs a title")
    head = {key: _safe(value, key in PROSE) for key, value in values.items()}
    text = yaml.dump(
        head,
        Dumper=_Dumper,
        allow_unicode=True,
        width=10**9,
        sort_keys=False,
        default_flow_style=False,
    )
    return f"---\n{text}---\n\n", head


def identity(text: str) -> str:
    """The ``id`` in the head of a page that was generated; empty if there is none."""
    head = text[4:].partition("\n---\n")[0] if text.startswith("---\n") else ""
    found = _ID.search(head)
    return found[1] if found else ""


def _safe(value: Value, prose: bool) -> object:
    if value is None:
        return None
    if isinstance(value, str):
        return _text(value, prose)
    if isinstance(value, Mapping):
        return dict(value)
    return [_entry(item, prose) for item in value]


def _entry(item: Entry, prose: bool) -> str | dict[str, str]:
    if isinstance(item, str):
        return _text(item, prose)
    return {key: _text(value, prose) for key, value in item.items() if value is not None}


def _text(value: str, prose: bool) -> str:
    safe = escape(value, context="front matter")
    return safe.replace("&quot;", '"') if prose else safe
