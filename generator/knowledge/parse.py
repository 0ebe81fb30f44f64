"""The files of ``knowledge/`` to one knowledge base, or everything that is wrong with them.

Pure: texts in, types and findings out. Decides what each file is by its path: entities by
folder, cues under ``language/``, and the two lists ``sources.yml`` and ``gazetteer.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.convert import Sheet, convert, nearest
from generator.knowledge.entities import FOLDERS, Entity, GazetteerState, Source
from generator.knowledge.gazetteer import capital, state
from generator.knowledge.language import Language
from generator.knowledge.packing import PACK_VERSION, pack, unpack
from generator.knowledge.references import Filed, check
from generator.knowledge.yamltext import Fault, Path, load
from generator.problems import Problem

__all__ = ["PACK_VERSION", "pack", "parse_knowledge", "unpack"]

HOME = "knowledge/"
"""What the names of files in findings begin with."""
LISTS = ("sources.yml", "gazetteer.yml")
_IDENTITY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
T = TypeVar("T")


@dataclass(slots=True)
class _Reading:
    """What has been read so far; lives for one call of :func:`parse_knowledge`."""

    filed: list[Filed] = field(default_factory=list)
    states: list[tuple[GazetteerState, Sheet]] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    topics: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse_knowledge(
    files: Mapping[str, str],
) -> tuple[KnowledgeBase | None, tuple[Problem, ...]]:
    """``files`` maps paths below ``knowledge/`` (``actors/kim-jong-un.yml``) to their texts.
    The knowledge base is None if there is any error; findings come in the order of the files."""
    reading = _Reading()
    for name in sorted(files):
        if name.endswith((".yml", ".yaml")):
            _read(name, files[name], reading)
    topics = {entry.name for entry in msgspec.structs.fields(Language)}
    for topic in sorted(topics - {name.removeprefix("language/")[:-4] for name in files}):
        reading.problems.append(
            Problem(
                code="E_KNOWLEDGE",
                message="the file is missing",
                file=f"{HOME}language/{topic}.yml",
                remedy="restore the file",
            )
        )
    _settle_gazetteer(reading)
    offices = getattr(reading.topics.get("actors"), "offices", None)
    reading.problems += check(reading.filed, reading.sources, offices)
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
        for key, source in _entries(data, Source, sheet, reading):
            reading.sources[key] = source
    elif name == "gazetteer.yml":
        reading.states += [
            (item, sheet) for _, item in _entries(data, GazetteerState, sheet, reading)
        ]
    elif folder == "language":
        shape = next(item.type for item in msgspec.structs.fields(Language) if item.name == stem)
        topic, problems = convert(data, shape, sheet=sheet)
        reading.problems += problems
        reading.topics[stem] = topic
    else:
        entity = _identified(data, FOLDERS[folder], sheet, reading, path=())
        if entity is not None:
            reading.filed.append(Filed(entity=entity, sheet=sheet, folder=folder))


def _misplaced(name: str, folder: str, stem: str) -> tuple[str, str] | None:
    """Message and remedy for a file that stands where nothing is read."""
    topics = [item.name for item in msgspec.structs.fields(Language)]
    homes = [*FOLDERS, "language"]
    found: tuple[str, str] | None = None
    if name in LISTS:
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


def _entries(
    data: Mapping[str, Any], shape: type[T], sheet: Sheet, reading: _Reading
) -> Iterator[tuple[str, T]]:
    for key, value in data.items():
        if not isinstance(key, str):
            message = f"the key {str(key).lower()!r} is no text"
            problem = sheet.problem((str(key),), message, f"put it in quotes: '{str(key).lower()}'")
            reading.problems.append(problem)
        elif not isinstance(value, dict):
            remedy = f"write {key}: {{...}} as on the other lines"
            reading.problems.append(sheet.problem((key,), "the entry holds no keys", remedy))
        else:
            item = _identified(value, shape, sheet, reading, path=(key,))
            if item is not None:
                yield key, item


def _identified(
    data: dict[str, Any], shape: type[T], sheet: Sheet, reading: _Reading, *, path: Path
) -> T | None:
    """The entity, whose identity is its key or, with an empty ``path``, the name of its file."""
    identity = path[-1] if path else sheet.file.rpartition("/")[2].removesuffix(".yml")
    if data.get("id", identity) != identity:
        message = f"the id {data['id']!r} contradicts the name {identity!r}"
        reading.problems.append(sheet.problem((*path, "id"), message, "remove the line"))
    full = {**data, "id": identity}
    aliases = data.get("aliases")
    if isinstance(aliases, list):
        full["aliases"] = [{"text": item} if isinstance(item, str) else item for item in aliases]
    item, problems = convert(full, shape, sheet=sheet, prefix=path, given="id")
    reading.problems += problems
    return item


def _settle_gazetteer(reading: _Reading) -> None:
    """Each light state as an actor, and its capital as a place unless that has its own file."""
    places = {item.entity.id for item in reading.filed if item.folder == "places"}
    for entry, sheet in reading.states:
        city = capital(entry) if entry.capital and entry.capital not in places else None
        actor = state(entry, capital=city.id if city else entry.capital)
        entities: list[tuple[str, Entity]] = [("actors", actor)]
        if city:
            entities.append(("places", city))
        for folder, entity in entities:
            filed = Filed(entity=entity, sheet=sheet, folder=folder, prefix=(entry.id,))
            reading.filed.append(filed)


def _assemble(reading: _Reading) -> KnowledgeBase:
    groups: dict[str, dict[str, Any]] = {folder: {} for folder in FOLDERS}
    for item in reading.filed:
        groups[item.folder][item.entity.id] = item.entity
    return KnowledgeBase(**groups, sources=reading.sources, language=Language(**reading.topics))
