"""The files of ``knowledge/`` to one knowledge base, or everything that is wrong with them.

Pure: texts in, types and findings out. Decides what each file is by its path: entities by
folder, cues under ``language/``, the two lists ``sources.yml`` and ``gazetteer.yml``, and
``theatre.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.convert import Sheet, convert, nearest
from generator.knowledge.entities import (
    FOLDERS,
    Actor,
    Entity,
    Gazetteer,
    GazetteerState,
    Place,
    Source,
)
from generator.knowledge.gazetteer import capital, state
from generator.knowledge.language import Language, shared
from generator.knowledge.packing import PACK_VERSION, pack, unpack
from generator.knowledge.references import Broken, Filed, check
from generator.knowledge.theatre import Theatre, at_home
from generator.knowledge.yamltext import Fault, Path, load
from generator.problems import Problem

__all__ = ["PACK_VERSION", "pack", "parse_knowledge", "unpack"]

HOME = "knowledge/"
"""What the names of files in findings begin with."""
_LIST_FOLDERS = {"sources.yml": "sources", "gazetteer.yml": "actors", "theatre.yml": ""}
"""The two lists, and where their entries are named as if they had files of their own."""
_LIGHT: dict[str, type[Any]] = {"states": GazetteerState, "actors": Actor, "places": Place}
"""The parts of ``gazetteer.yml`` and the type of their entries."""
_IDENTITY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
T = TypeVar("T")


@dataclass(slots=True)
class _Reading:
    """What has been read so far; lives for one call of :func:`parse_knowledge`."""

    filed: list[Filed] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    states: list[tuple[GazetteerState, Sheet, tuple[str, ...]]] = field(default_factory=list)
    sources: dict[str, Source] | None = None
    topics: dict[str, Any] = field(default_factory=dict)
    theatre: Theatre = field(default_factory=Theatre)
    problems: list[Problem] = field(default_factory=list)


def parse_knowledge(
    files: Mapping[str, str],
) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
    """``files`` maps paths below ``knowledge/`` (``actors/kim-jong-un.yml``) to their texts.
    The knowledge base is None if there is any error; findings come in the order of the files."""
    reading = _Reading()
    for name in sorted(files, key=lambda name: (name != "sources.yml", name)):
        if name.endswith((".yml", ".yaml")):
            _read(name, files[name], reading)
    topics = [entry.name for entry in msgspec.structs.fields(Language)]
    for name in ("sources.yml", *(f"language/{topic}.yml" for topic in topics)):
        if name not in files:
            reading.problems.append(
                Problem(
                    code="E_KNOWLEDGE",
                    message="the file is missing",
                    file=HOME + name,
                    remedy="restore the file",
                )
            )
    _settle_gazetteer(reading)
    offices = getattr(reading.topics.get("actors"), "offices", None)
    reading.problems += check(reading.filed, reading.broken, reading.sources, offices)
    problems = tuple(sorted(reading.problems, key=lambda item: (item.file, item.line or 0)))
    if problems:
        return None, problems
    return _assemble(reading), ()


def _read(name: str, text: str, reading: _Reading) -> None:
    sheet = Sheet(file=HOME + name, text=text)
    folder, _, last = name.rpartition("/")
    stem = last.rpartition(".")[0]
    if reason := _misplaced(name, folder, stem):
        reading.problems.append(sheet.problem((), *reason))
        return
    data = load(text)
    if isinstance(data, Fault):
        reading.broken.append(Broken(id=stem, sheet=sheet, folder=folder, data={}))
        reading.problems.append(
            Problem(
                code="E_YAML",
                message=data.message,
                file=sheet.file,
                line=data.line,
                field=data.field,
                remedy=data.remedy,
            )
        )
    elif name == "sources.yml":
        reading.sources = dict(_entries(data, Source, sheet, reading))
    elif name == "gazetteer.yml":
        _read_gazetteer(data, sheet, reading)
    elif name == "theatre.yml":
        theatre, problems = convert(data, Theatre, sheet=sheet)
        reading.problems += problems
        reading.theatre = theatre or reading.theatre
    elif folder == "language":
        shape = next(item.type for item in msgspec.structs.fields(Language) if item.name == stem)
        topic, problems = convert(data, shape, sheet=sheet)
        reading.problems += problems
        reading.topics[stem] = topic
    else:
        entity = _identified(data, FOLDERS[folder], sheet, reading, path=())
        if entity is not None:
            reading.filed.append(Filed(id=stem, entity=entity, sheet=sheet, folder=folder))


def _misplaced(name: str, folder: str, stem: str) -> tuple[str, str] | None:
    """Message and remedy for a file that stands where nothing is read."""
    topics = [item.name for item in msgspec.structs.fields(Language)]
    homes = [*FOLDERS, "language"]
    found: tuple[str, str] | None = None
    if name in _LIST_FOLDERS:
        pass
    elif folder not in homes:
        hint = nearest(folder or stem, homes) or f"the folders are: {', '.join(homes)}"
        found = "no knowledge is read from here", hint
    elif not name.endswith(".yml"):
        found = "the file's ending is not .yml", f"rename it to {stem}.yml"
    elif folder == "language" and stem not in topics:
        found = f"there is no topic {stem!r}", nearest(stem, topics) or "remove the file"
    elif folder != "language" and not _IDENTITY.fullmatch(stem):
        remedy = "name the file in lower-case letters, digits and single hyphens"
        found = f"{stem!r} cannot be an identity", remedy
    return found


def _read_gazetteer(data: Mapping[str, Any], sheet: Sheet, reading: _Reading) -> None:
    parts = {key: data[key] for key in _LIGHT if isinstance(data.get(key), dict)}
    head, problems = convert({**data, **{key: {} for key in parts}}, Gazetteer, sheet=sheet)
    reading.problems += problems
    sources = _listed(head.sources if head else (), sheet, reading) if parts else ()
    for key, part in parts.items():
        entries = _entries(part, _LIGHT[key], sheet, reading, above=(key,))
        if key == "states":
            reading.states += [(item, sheet, sources) for _, item in entries]
            continue
        for identity, item in entries:
            entity = msgspec.structs.replace(item, sources=item.sources or sources)
            reading.filed.append(
                Filed(id=identity, entity=entity, sheet=sheet, folder=key, prefix=(key, identity))
            )


def _listed(sources: tuple[str, ...], sheet: Sheet, reading: _Reading) -> tuple[str, ...]:
    """The sources that exist; the others are told here once, not at every state."""
    if reading.sources is None:
        return sources
    listed = {*reading.sources, *(item.id for item in reading.broken if item.folder == "sources")}
    for index, name in enumerate(sources):
        if name not in listed:
            message = f"{name!r} is not known in sources"
            remedy = nearest(name, listed) or "correct the name or add an entry in sources.yml"
            problem = sheet.problem(("sources", index), message, remedy, code="E_REFERENCE")
            reading.problems.append(problem)
    return tuple(name for name in sources if name in listed)


def _entries(
    data: Mapping[str, Any],
    shape: type[T],
    sheet: Sheet,
    reading: _Reading,
    *,
    above: Path = (),
) -> Iterator[tuple[str, T]]:
    for key, value in data.items():
        if not isinstance(key, str):
            message = f"the key {str(key).lower()!r} is no text"
            problem = sheet.problem(
                (*above, str(key)), message, f"put it in quotes: '{str(key).lower()}'"
            )
            reading.problems.append(problem)
        elif not isinstance(value, dict):
            remedy = f"write {key}: {{...}} as on the other lines"
            reading.problems.append(sheet.problem((*above, key), "the entry holds no keys", remedy))
        else:
            item = _identified(value, shape, sheet, reading, path=(*above, key))
            if item is not None:
                yield key, item


def _identified(
    data: dict[str, Any], shape: type[T], sheet: Sheet, reading: _Reading, *, path: Path
) -> T | None:
    """The entity, whose identity is its key or, with an empty ``path``, the name of its file."""
    home, _, name = sheet.file.removeprefix(HOME).rpartition("/")
    above = str(path[0]) if len(path) > 1 else ""
    folder = home or (above if above in FOLDERS else _LIST_FOLDERS[name])
    identity = str(path[-1]) if path else name.removesuffix(".yml")
    if data.get("id", identity) != identity:
        message = f"the id {data['id']!r} contradicts the name {identity!r}"
        reading.problems.append(sheet.problem((*path, "id"), message, "remove the line"))
    full = {**data, "id": identity}
    aliases = data.get("aliases")
    if isinstance(aliases, list):
        full["aliases"] = [{"text": item} if isinstance(item, str) else item for item in aliases]
    item, problems = convert(full, shape, sheet=sheet, prefix=path, given="id")
    reading.problems += problems
    if item is None:
        wreck = Broken(id=identity, sheet=sheet, folder=folder, prefix=path, data=data)
        reading.broken.append(wreck)
    return item


def _settle_gazetteer(reading: _Reading) -> None:
    """Each light state as an actor, and its capital as a place unless that has its own file."""
    places = {item.entity.id for item in reading.filed if item.folder == "places"}
    for entry, sheet, sources in reading.states:
        own = entry.capital and entry.capital not in places
        city = capital(entry, sources=sources) if own else None
        actor = state(entry, capital=city.id if city else entry.capital, sources=sources)
        entities: list[tuple[str, Entity]] = [("actors", actor)]
        if city:
            entities.append(("places", city))
        for folder, entity in entities:
            reading.filed.append(
                Filed(
                    id=entity.id,
                    entity=entity,
                    sheet=sheet,
                    folder=folder,
                    prefix=("states", entry.id),
                )
            )


def _assemble(reading: _Reading) -> KnowledgeBase:
    groups: dict[str, dict[str, Any]] = {folder: {} for folder in FOLDERS}
    for item in reading.filed:
        groups[item.folder][item.entity.id] = item.entity
    return KnowledgeBase(
        **groups,
        sources=reading.sources or {},
        language=Language(**shared(at_home(reading.topics, reading.theatre))),
    )
