"""Plain data to typed knowledge, and every reason why it does not fit.

The fast way is one typed conversion. Only where that fails is the value walked again beside its
type, so that all faults of a file are told at once, each with its line and a remedy.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from generator.knowledge.entities import Alias
from generator.knowledge.yamltext import Path, Place, locate
from generator.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file as read: its name below the project and its text, for pointing into it."""

    file: str
    text: str

    def problem(
        self, path: Path, message: str, remedy: str, *, code: str = "E_KNOWLEDGE"
    ) -> Problem:
        """A finding about the value at ``path``."""
        return Problem(
            code=code,
            message=message,
            file=self.file,
            line=locate(self.text, path).line,
            field=dotted(path),
            remedy=remedy,
        )


def dotted(path: Path) -> str:
    """``aliases[2].text``; list positions count from 1, as a person counts."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` or nothing; of equally near words the first by alphabet."""
    near = difflib.get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""


def convert(
    data: Mapping[str, Any], shape: type[T], *, sheet: Sheet, prefix: Path = (), given: str = ""
) -> tuple[T | None, tuple[Problem, ...]]:
    """``data`` as ``shape``, or all that keeps it from being one. ``prefix`` is where ``data``
    stands in the file; ``given`` is a field the file need not and must not contradict (``id``,
    which is the file's name)."""
    try:
        return msgspec.convert(data, shape), ()
    except msgspec.ValidationError as error:
        found = tuple(_faults(data, inspect.type_info(shape), prefix, sheet, given))
        if found:
            return None, found
        remedy = "compare with a neighbouring file"
        return None, (sheet.problem(prefix, str(error), remedy),)


def _faults(value: Any, kind: Any, path: Path, sheet: Sheet, given: str = "") -> Iterator[Problem]:
    if isinstance(kind, inspect.UnionType):
        yield from _union(value, kind, path, sheet)
    elif isinstance(kind, inspect.StructType):
        yield from _struct(value, kind, path, sheet, given)
    elif isinstance(kind, inspect.TupleType):
        yield from _fixed(value, kind, path, sheet)
    elif isinstance(kind, (inspect.VarTupleType, inspect.ListType, inspect.FrozenSetType)):
        yield from _list(value, kind.item_type, path, sheet)
    elif isinstance(kind, inspect.DictType):
        yield from _pairs(value, kind, path, sheet)
    else:
        yield from _scalar(value, kind, path, sheet)


def _list(value: Any, inner: Any, path: Path, sheet: Sheet) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield _mismatch(value, "a list", path, sheet, "write the values in [ ], with commas")
        return
    for index, item in enumerate(value):
        yield from _faults(item, inner, (*path, index), sheet)


def _fixed(value: Any, kind: inspect.TupleType, path: Path, sheet: Sheet) -> Iterator[Problem]:
    count = len(kind.item_types)
    if not isinstance(value, list) or len(value) != count:
        yield _mismatch(value, f"a list of {count}", path, sheet, f"give {count} values")
        return
    for index, (item, inner) in enumerate(zip(value, kind.item_types, strict=True)):
        yield from _faults(item, inner, (*path, index), sheet)


def _pairs(value: Any, kind: inspect.DictType, path: Path, sheet: Sheet) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _mismatch(value, "'key: value' pairs", path, sheet, "write one pair a line")
        return
    for key, item in value.items():
        yield from _faults(key, kind.key_type, (*path, str(key)), sheet)
        yield from _faults(item, kind.value_type, (*path, str(key)), sheet)


def _union(value: Any, kind: inspect.UnionType, path: Path, sheet: Sheet) -> Iterator[Problem]:
    if value is None and kind.includes_none:
        return
    choices = [choice for choice in kind.types if not isinstance(choice, inspect.NoneType)]
    found = [tuple(_faults(value, choice, path, sheet)) for choice in choices]
    if all(found):
        yield from found[0]


def _struct(
    value: Any, kind: inspect.StructType, path: Path, sheet: Sheet, given: str
) -> Iterator[Problem]:
    if not isinstance(value, dict):
        wanted = "a text" if kind.cls is Alias else "'key: value' pairs"
        yield _mismatch(value, wanted, path, sheet, "write one pair a line")
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, item in value.items():
        if key in fields:
            yield from _faults(item, fields[key].type, (*path, key), sheet)
            continue
        known = [name for name in fields if name != given]
        hint = nearest(str(key), known) or f"the keys are: {', '.join(known)}"
        yield sheet.problem((*path, str(key)), f"there is no key {str(key)!r} here", hint)
    for name, field in fields.items():
        if field.required and name not in value:
            yield sheet.problem((*path, name), f"the key {name!r} is missing", f"add '{name}: ...'")


def _scalar(value: Any, kind: Any, path: Path, sheet: Sheet) -> Iterator[Problem]:
    if isinstance(kind, inspect.LiteralType):
        if value in kind.values:
            return
        known = [str(choice) for choice in kind.values]
        hint = nearest(str(value), known) or f"one of: {', '.join(known)}"
        if isinstance(value, str):
            yield sheet.problem(path, f"{value!r} is not allowed here", hint)
        else:
            yield _mismatch(value, f"one of: {', '.join(known)}", path, sheet, hint)
    elif isinstance(kind, inspect.StrType):
        if not isinstance(value, str):
            yield _mismatch(value, "a text", path, sheet, "write a text")
    elif isinstance(kind, inspect.BoolType):
        if not isinstance(value, bool):
            yield _mismatch(value, "true or false", path, sheet, "write true or false")
    elif isinstance(kind, inspect.IntType):
        if not isinstance(value, int) or isinstance(value, bool):
            yield _mismatch(value, "a whole number", path, sheet, "write digits only")
    elif isinstance(kind, inspect.FloatType) and (
        not isinstance(value, (int, float)) or isinstance(value, bool)
    ):
        remedy = "write digits only, with a point for decimals and no unit"
        yield _mismatch(value, "a number", path, sheet, remedy)


def _mismatch(value: Any, wanted: str, path: Path, sheet: Sheet, remedy: str) -> Problem:
    """Where YAML reads a word as something else (``true``, ``2012``, ``12:30``), the remedy is a
    pair of quotes."""
    place = locate(sheet.text, path)
    if value is None:
        return sheet.problem(
            path, f"expected {wanted}, found nothing", "write a value or remove the line"
        )
    if wanted == "a text" and isinstance(value, (bool, int, float)):
        kind = "a truth value" if isinstance(value, bool) else "a number"
        written = _written(value, place)
        message = f"expected {wanted}, but YAML reads {written} as {kind}"
        return sheet.problem(path, message, f"put it in quotes: '{written}'")
    return sheet.problem(path, f"expected {wanted}, found {_named(value)}", remedy)


def _written(value: Any, place: Place) -> str:
    return place.written or str(value).lower()


def _named(value: Any) -> str:
    if isinstance(value, dict):
        return "'key: value' pairs"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    return "a truth value" if isinstance(value, bool) else f"the number {value}"
