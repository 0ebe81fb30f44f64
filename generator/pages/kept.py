"""Pages that need not be rendered again, since nothing they depend on has changed.

This module alone decides what a page depends on: its own values and head, the texts of the
templates it is made with, and of what all pages get only what those templates name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, Protocol

import msgspec
from jinja2 import nodes
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from generator.pages.render import Renderer


class Rendered(msgspec.Struct, frozen=True):
    """``text`` with its front matter; ``head`` is what that says to who reads it as YAML."""

    text: str
    head: Mapping[str, object]


class Kept(Protocol):
    """Where rendered pages are kept."""

    def get(self, key: str) -> Rendered | None: ...
    def put(self, key: str, page: Rendered) -> None: ...


class Nothing:
    """Keeps no page."""

    def get(self, _key: str) -> Rendered | None:
        return None

    def put(self, _key: str, _page: Rendered) -> None: ...


def key(
    renderer: Renderer, template: str, *, shared: Mapping[str, Any], own: Mapping[str, Any]
) -> str | None:
    """The name of a page, by all it depends on; None where a value has no plain form or a
    template is broken.

    ``shared`` are values that all pages get, ``own`` those of this one.
    """
    found = _reads(renderer, template)
    if found is None:
        return None
    templates, reads = found
    used = {
        name: value if fields is None else {field: getattr(value, field, None) for field in fields}
        for name, value in shared.items()
        if (fields := reads.get(name, frozenset())) is None or fields
    }
    try:
        content = _ENCODER.encode((template, templates, used, own))
    except (TypeError, ValueError, RecursionError):
        return None
    return hashlib.sha256(content).hexdigest()[:32]


def _plain(value: object) -> object:
    """An address or a macro's result is told from a text of the same letters."""
    if isinstance(value, Markup):
        return {"markup": str(value)}
    raise TypeError(type(value).__name__)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")
_Fields = frozenset[str] | None
"""Fields of a value that a template names; None if it takes the value as a whole."""


@lru_cache(maxsize=256)
def _reads(renderer: Renderer, template: str) -> tuple[str, Mapping[str, _Fields]] | None:
    """The digest of a template with all that it imports, and what these read of each name; None
    if one of them is broken."""
    names = tuple(_reached(renderer, template))
    if not renderer.trees.keys() >= set(names):
        return None
    summed = hashlib.sha256()
    for name in names:
        text = renderer.texts[name]
        summed.update(f"{name} {len(text)} {text}".encode("utf-8", "surrogatepass"))
    asked = (_asks(renderer, name)[1].items() for name in names)
    return summed.hexdigest(), _joined(chain.from_iterable(asked))


def _reached(renderer: Renderer, template: str) -> Iterator[str]:
    """A template and those it leads to, in a fixed order; all of them where it works out a name
    as it goes."""
    ahead = [template]
    seen: set[str] = set()
    while ahead:
        name = ahead.pop()
        if name in seen or name not in renderer.texts:
            continue
        seen.add(name)
        yield name
        for other in _asks(renderer, name)[0] if name in renderer.trees else ():
            ahead += sorted(renderer.texts) if other is None else [other]


@lru_cache(maxsize=256)
def _asks(renderer: Renderer, name: str) -> tuple[tuple[str | None, ...], Mapping[str, _Fields]]:
    """The templates that one names, and what it asks of the names it reads."""
    tree = renderer.trees[name]
    return tuple(find_referenced_templates(tree)), _joined(_named(tree))


def _named(node: nodes.Node) -> Iterator[tuple[str, _Fields]]:
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        yield node.node.name, frozenset({node.attr})
    elif isinstance(node, nodes.Name):
        yield node.name, None
    else:
        for child in node.iter_child_nodes():
            yield from _named(child)


def _joined(asked: Iterable[tuple[str, _Fields]]) -> dict[str, _Fields]:
    reads: dict[str, _Fields] = {}
    for name, fields in asked:
        known = reads.get(name, frozenset())
        reads[name] = None if fields is None or known is None else known | fields
    return reads
