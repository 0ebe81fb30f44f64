"""What must hold between knowledge files, and between the fields of one.

This module alone decides which names a field may hold, that every identity and every strong
name belongs to one entity, and what a fact marked certain needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from generator.knowledge.convert import Sheet, nearest
from generator.knowledge.entities import RULES, Actor, Alias, Entity, KnownEvent, Place, Source
from generator.knowledge.yamltext import Path
from generator.problems import Problem
from generator.text.tokens import tokenise

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_DATES = frozenset(
    {
        "date",
        "valid_from",
        "valid_to",
        "first_seen",
        "first_tested",
        "first_successful_test",
        "last_tested",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an entity stands: its sheet, the folder it belongs to, the keys above it."""

    id: str
    sheet: Sheet
    folder: str
    prefix: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(Standing):
    entity: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken(Standing):
    """What could not be read as an entity. Others may name it all the same, and the names it
    holds are checked, so that one run tells everything."""

    data: Mapping[str, Any]


TARGETS: Mapping[str, tuple[str, ...]] = {
    "actors.country": ("actors",),
    "actors.capital": ("places",),
    "actors.parent": ("actors",),
    "actors.head": ("actors",),
    "actors.roles.org": ("actors",),
    "actors.roles.office": ("offices",),
    "weapons.country": ("actors",),
    "weapons.operators": ("actors",),
    "weapons.class": ("classes",),
    "weapons.variant_of": ("weapons",),
    "classes.parent": ("classes",),
    "places.country": ("actors",),
    "places.metonym_of": ("actors",),
    "places.parent": ("places",),
    "events.place": ("places",),
    "events.participants": ("actors", "weapons", "places", "events", "instruments"),
    "instruments.parties": ("actors",),
}
"""Folder and field -> the folders whose files it may name. ``sources`` may stand anywhere and
names keys of ``sources.yml``; offices are keys of ``language/actors.yml``."""


def check(
    filed: Iterable[Filed],
    broken: Iterable[Broken],
    sources: Mapping[str, Source] | None,
    offices: Iterable[str] | None,
) -> tuple[Problem, ...]:
    """All findings between and within the entities. ``sources`` or ``offices`` is None where
    their file could not be read: then none of them is called unknown."""
    entries = tuple(filed)
    lists = {"sources": sources, "offices": offices}
    known = {name: set(names) for name, names in lists.items() if names is not None}
    for standing in (*entries, *broken):
        known.setdefault(standing.folder, set()).add(standing.id)
    unseen = {name for name, source in (sources or {}).items() if not source.seen}
    problems: list[Problem] = []
    for entry in entries:
        plain = msgspec.to_builtins(entry.entity)
        problems += _names(entry, plain, known)
        problems += _values(entry, plain, unseen)
        for index, alias in enumerate(entry.entity.aliases):
            problems += _alias(entry, alias, (*entry.prefix, "aliases", index))
    for wreck in broken:
        problems += _names(wreck, wreck.data, known)
    problems += _identities(entries)
    problems += _strong(entries)
    problems += _circles(entries)
    return tuple(problems)


def _names(
    entry: Standing, value: Any, known: Mapping[str, set[str]], where: str = "", path: Path = ()
) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, item in value.items():
            inner = f"{where}.{key}" if where else key
            yield from _names(entry, item, known, inner, (*path, key))
        return
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _names(entry, item, known, where, (*path, index))
        return
    if not isinstance(value, str):
        return
    folders = TARGETS.get(f"{entry.folder}.{where}", ())
    if where == "sources" or where.endswith(".sources"):
        folders = ("sources",)
    if folders in {("offices",), ("sources",)} and folders[0] not in known:
        return
    if folders and not any(value in known.get(folder, ()) for folder in folders):
        yield _unknown(entry, value, folders, known, path)


def _unknown(
    entry: Standing, value: str, folders: tuple[str, ...], known: Mapping[str, set[str]], path: Path
) -> Problem:
    hint = nearest(value, {name for folder in folders for name in known.get(folder, ())})
    homes = {"sources": "an entry in sources.yml", "offices": "an office in language/actors.yml"}
    add = homes.get(folders[0], f"a file {folders[0]}/{value}.yml")
    elsewhere = next((folder for folder, names in known.items() if value in names), None)
    what = f"{value!r} is in {elsewhere}, not in" if elsewhere else f"{value!r} is not known in"
    return entry.sheet.problem(
        (*entry.prefix, *path),
        f"{what} {' or '.join(folders)}",
        hint or f"correct the name or add {add}",
        code="E_REFERENCE",
    )


def _values(
    entry: Filed, value: Any, unseen: set[str], path: Path = (), *, top: bool = True
) -> Iterator[Problem]:
    """Dates, ranges of dates and marks of certainty, at every depth."""
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _values(entry, item, unseen, (*path, index), top=False)
        return
    if not isinstance(value, dict):
        return
    place = (*entry.prefix, *path)
    if top and not tokenise(value["name"]).norms:
        yield entry.sheet.problem((*place, "name"), "the name is empty", "write a name")
    if (wikidata := value.get("wikidata")) and not _WIKIDATA.fullmatch(wikidata):
        message = f"{wikidata!r} is no Wikidata identity"
        yield entry.sheet.problem((*place, "wikidata"), message, "write Q and digits, as Q423")
    for key, item in value.items():
        if key in _DATES and item is not None:
            if not _is_date(item, spans=key == "date" and isinstance(entry.entity, KnownEvent)):
                yield _bad_date(entry, (*place, key), item)
        else:
            yield from _values(entry, item, unseen, (*path, key), top=False)
    start, end = value.get("valid_from"), value.get("valid_to")
    if start and end and start[: len(end)] > end[: len(start)]:
        message = f"valid_to {end} lies before valid_from {start}"
        yield entry.sheet.problem((*place, "valid_to"), message, "exchange or correct the dates")
    named = value.get("sources")
    if value.get("confidence") == "certain" and named is not None and not set(named) - unseen:
        message = "certain needs a source that somebody opened"
        yield entry.sheet.problem((*place, "confidence"), message, "write likely, or add a source")


def _is_date(text: str, *, spans: bool = False) -> bool:
    first, slash, last = text.partition("/")
    if slash:
        ordered = not last or (_is_date(last) and first[: len(last)] <= last[: len(first)])
        return spans and _is_date(first) and ordered
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _bad_date(entry: Filed, path: Path, text: str) -> Problem:
    remedy = "write 2024-02-14, 2024-02 or 2024"
    if isinstance(entry.entity, KnownEvent):
        remedy += "; 2024-02-14/2024-02-16 for a span, 2024-02-14/ for what still lasts"
    return entry.sheet.problem(path, f"{text!r} is no date", remedy)


def _alias(entry: Filed, alias: Alias, path: Path) -> Iterator[Problem]:
    problem = entry.sheet.problem
    if not tokenise(alias.text).norms:
        yield problem((*path, "text"), "the alias holds no letter or digit", "remove it")
    if alias.rule is not None and alias.rule not in RULES:
        hint = nearest(alias.rule, RULES) or f"one of: {', '.join(RULES)}"
        message = f"there is no rule {alias.rule!r}"
        yield problem((*path, "rule"), message, hint, code="E_REFERENCE")
    if alias.weak and alias.rule is None:
        remedy = f"add 'rule:' with one of: {', '.join(RULES)}"
        yield problem(path, f"the weak alias {alias.text!r} has no rule", remedy)
    if not alias.weak and (alias.rule or alias.needs or alias.blocked_by):
        message = f"the alias {alias.text!r} has a rule or words but is not weak"
        yield problem(path, message, "add 'weak: true', or remove rule, needs and blocked_by")
    if alias.rule == "context" and not (alias.needs or alias.blocked_by):
        message = f"the rule context of {alias.text!r} has no words"
        yield problem(path, message, "add needs: [words] or blocked_by: [words]")
    if alias.rule == "dated" and not (alias.valid_from or alias.valid_to):
        message = f"the rule dated of {alias.text!r} has no date"
        yield problem(path, message, "add valid_from or valid_to")


def _identities(entries: Iterable[Filed]) -> Iterator[Problem]:
    first: dict[str, Filed] = {}
    for entry in entries:
        other = first.setdefault(entry.entity.id, entry)
        if other is not entry:
            yield entry.sheet.problem(
                entry.prefix,
                f"the identity {entry.entity.id!r} belongs to {other.sheet.file} already",
                "rename one of the two; identities are unique over all folders",
                code="E_DUPLICATE",
            )


def _strong(entries: Iterable[Filed]) -> Iterator[Problem]:
    """Strong names that two entities claim, compared as articles are read: case, hyphens,
    spaces and quotes aside, within one language."""
    first: dict[tuple[str, tuple[str, ...]], Filed] = {}
    for entry in entries:
        for alias, path in _strong_names(entry.entity):
            key = (alias.lang.partition("-")[0], tokenise(alias.text).norms)
            other = first.setdefault(key, entry)
            if other is entry or not key[1] or _namesakes(entry.entity, other.entity):
                continue
            yield entry.sheet.problem(
                (*entry.prefix, *path),
                f"{alias.text!r} already names {other.entity.id!r} ({other.sheet.file})",
                "keep it where it belongs, or make it weak in one of the two, with a rule",
                code="E_DUPLICATE",
            )


def _strong_names(entity: Entity) -> Iterator[tuple[Alias, Path]]:
    weak = {alias.text for alias in entity.aliases if alias.weak}
    if entity.name not in weak:
        yield Alias(text=entity.name), ("name",)
    if isinstance(entity, Actor) and entity.official_name:
        yield Alias(text=entity.official_name), ("official_name",)
    for index, alias in enumerate(entity.aliases):
        if not alias.weak and alias.extract:
            yield alias, ("aliases", index)


def _namesakes(one: Entity, other: Entity) -> bool:
    """A city may bear the name of the state it governs."""
    return (isinstance(one, Place) and one.metonym_of == other.id) or (
        isinstance(other, Place) and other.metonym_of == one.id
    )


def _circles(entries: Iterable[Filed]) -> Iterator[Problem]:
    for field in ("parent", "variant_of"):
        above = {entry.entity.id: getattr(entry.entity, field, None) for entry in entries}
        for entry in entries:
            seen = [entry.entity.id]
            current = above.get(entry.entity.id)
            while current and current not in seen:
                seen.append(current)
                current = above.get(current)
            if current == entry.entity.id:
                message = f"{field} runs in a circle: {' > '.join((*seen, current))}"
                remedy = f"remove one {field} of the circle"
                yield entry.sheet.problem(
                    (*entry.prefix, field), message, remedy, code="E_REFERENCE"
                )
