"""YAML read as nodes, never as objects: every value keeps its place and its letters.

Read so, ``2025-10-11`` and ``no`` stay the words the writer wrote, a key given twice is seen, and
no alias can be multiplied into gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from generator.model import Span

_LIMIT = 100_000


def compose(text: str) -> yaml.Node | str | None:
    """The root node; a message where the text is no YAML; None where it is empty."""
    if len(text) > _LIMIT:
        return f"longer than {_LIMIT:,} characters"
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        return f"{error.problem or error.context}{line}"
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return " ".join(str(error).split())[:200] or "not YAML"
    return root


def scalars(text: str, *, offset: int) -> Iterator[tuple[str, str, Span]]:
    """Key, value and place of every plain value of a mapping that begins at ``offset``."""
    root = compose(text)
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)):
            continue
        start, end = value.start_mark.index, value.end_mark.index
        while start < end and text[start] in "\"' |>":
            start += 1
        while end > start and (text[end - 1] in "\"'" or text[end - 1].isspace()):
            end -= 1
        if value.value.strip() and end > start:
            yield key.value, value.value.strip(), Span(start=offset + start, end=offset + end)
