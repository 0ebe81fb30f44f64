"""Every branch of every template, tried without any article.

This module alone decides what a template is tried with: a page on which everything is present and
one on which everything is missing. So a misspelt name is found when it is written, not when an
article comes that needs it.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from generator.pages.contexts import COMMON, CONTEXTS
from generator.pages.render import AnyCode, Renderer
from generator.problems import Problem


def trial(renderer: Renderer) -> tuple[Problem, ...]:
    """What is wrong with the page templates, each fault once."""
    found: dict[Problem, None] = {}
    for kind, context in CONTEXTS.items():
        for full in (True, False):
            values = {name: sample(type_, full=full) for name, type_ in (COMMON | context).items()}
            result = renderer.render(f"{kind}.md.j2", **values)
            if isinstance(result, Problem):
                found[result] = None
    return tuple(found)


@cache
def sample(type_: Any, *, full: bool) -> Any:
    """A value of a view's type, with everything in it or with as little as the type allows."""
    if type_ is str:
        return AnyCode("x" if full else "")
    if type_ in (int, bool):
        return type_(full)
    if type_ is Markup:
        return Markup("x.md" if full else "")
    if get_origin(type_) is tuple:
        parts = get_args(type_)
        if parts[-1] is Ellipsis:
            return (sample(parts[0], full=full),) if full else ()
        return tuple(sample(part, full=full) for part in parts)
    if get_origin(type_) in (Union, UnionType):
        some = next(part for part in get_args(type_) if part is not type(None))
        return sample(some, full=full) if full else None
    hints = get_type_hints(type_)
    return type_(**{f.name: sample(hints[f.name], full=full) for f in dataclasses.fields(type_)})
