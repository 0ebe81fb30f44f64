"""Reading a project's folders: which files are seeds, knowledge and templates.

Nothing outside the folders is ever read: symbolic links are refused, and so is what is no plain
file. A file that cannot be read is a finding, never an exception.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem
from generator.project import Inputs, Seed

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

SEED_ENDINGS = (".txt", ".md", ".html")
NOTES_ENDING = ".yml"
KNOWLEDGE_ENDINGS = (".yml", ".yaml")
LENT = ("language", "classes")
"""Folders of a knowledge base that hold no theatre: the words of the language, kinds of weapons."""
MAX_BYTES = 8_000_000
"""Above this a file is not even opened; a million characters are 4 MB in the widest encoding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of a project. ``root`` is what file names in findings are relative to;
    ``vocabulary`` is a knowledge folder that lends what :data:`LENT` names, the project's own
    one unless another is given. ``notes`` is false where a file of their name beside the articles
    is none of an editor's."""

    root: Path
    seeds: Path
    knowledge: Path
    vocabulary: Path
    templates: Path
    out: Path
    notes: bool = True

    @classmethod
    def below(
        cls,
        root: Path,
        *,
        seeds: str = "seeds",
        knowledge: str = "knowledge",
        vocabulary: str | None = None,
        templates: str = "templates",
        out: str = "briefings",
    ) -> Places:
        """Folders given relative to the root, or absolute."""
        root = root.absolute()
        return cls(
            root=root,
            seeds=root / seeds,
            knowledge=root / knowledge,
            vocabulary=root / (knowledge if vocabulary is None else vocabulary),
            templates=root / templates,
            out=root / out,
        )

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    def name(self, path: Path) -> str:
        """How a file is called in findings and in the data: below the root if it can be."""
        bases = (self.seeds, self.knowledge, self.vocabulary, self.templates)
        for base in (self.root, *(folder.parent for folder in bases)):
            if path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.as_posix()

    def located(self, problem: Problem) -> Problem:
        """A finding in a file of ``knowledge/`` or ``templates/``, as the pure floors call these
        folders, with the name that the file has in this project."""
        folder, _, name = problem.file.partition("/")
        if folder == "knowledge":
            lent = not (self.knowledge / name).exists() and (self.vocabulary / name).exists()
            path = (self.vocabulary if lent else self.knowledge) / name
        elif folder == "templates":
            path = self.templates / name
        else:
            return problem
        return replace(problem, file=self.name(path))


def read_inputs(places: Places) -> tuple[Inputs, tuple[Problem, ...]]:
    """Everything a plan depends on. What could not be read is left out and reported."""
    problems: list[Problem] = []
    seeds = _seeds(places, problems)
    knowledge = _knowledge(places, problems)
    templates, unread = read_texts(places.templates, (".j2",), places)
    inputs = Inputs(seeds=seeds, knowledge=knowledge, templates=templates)
    return inputs, (*problems, *unread)


def _knowledge(places: Places, problems: list[Problem]) -> dict[str, str]:
    """The project's own files and, of :data:`LENT`, those it has none of the same name for."""
    own, unread = read_texts(places.knowledge, KNOWLEDGE_ENDINGS, places)
    problems += unread
    if places.vocabulary == places.knowledge:
        return own
    lent: dict[str, str] = {}
    for folder in LENT:
        texts, unread = read_texts(places.vocabulary / folder, KNOWLEDGE_ENDINGS, places)
        lent |= {f"{folder}/{name}": text for name, text in texts.items()}
        problems += unread
    return lent | own


def _seeds(places: Places, problems: list[Problem]) -> tuple[Seed, ...]:
    articles: list[Path] = []
    notes: dict[Path, Path] = {}
    for path in _files(places.seeds, places, problems):
        ending = path.suffix.lower()
        if ending in SEED_ENDINGS:
            articles.append(path)
        elif ending == NOTES_ENDING:
            if places.notes:
                notes[path.with_suffix("")] = path
        else:
            problems.append(
                Problem(
                    code="E_FORMAT",
                    message=f"{ending or 'no ending'} is none of {', '.join(SEED_ENDINGS)}",
                    file=places.name(path),
                    remedy="rename it, or move it out of the folder",
                )
            )
    stems = {path.with_suffix("") for path in articles}
    problems += [
        Problem(
            code="E_NOTES",
            message="there is no article of that name beside it",
            file=places.name(path),
            remedy=f"name it as the article, with the ending {NOTES_ENDING}",
        )
        for stem, path in notes.items()
        if stem not in stems
    ]
    texts = {stem: _text(path, places, problems) for stem, path in notes.items() if stem in stems}
    seeds = []
    for path in articles:
        raw = _bytes(path, places, problems)
        if raw is not None:
            stem = path.with_suffix("")
            beside = places.name(notes[stem]) if stem in notes else ""
            seeds.append(
                Seed(file=places.name(path), raw=raw, notes=texts.get(stem), notes_file=beside)
            )
    return tuple(sorted(seeds, key=lambda seed: seed.file))


def read_texts(
    folder: Path, endings: tuple[str, ...], places: Places
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Path below the folder, with forward slashes -> text, sorted."""
    problems: list[Problem] = []
    texts = {
        path.relative_to(folder).as_posix(): _text(path, places, problems)
        for path in _files(folder, places, problems)
        if path.suffix.lower() in endings
    }
    kept = {name: text for name, text in sorted(texts.items()) if text is not None}
    return kept, tuple(problems)


def read_gold(
    folder: Path, places: Places
) -> tuple[dict[str, Mapping[str, Any]], tuple[Problem, ...]]:
    """Gold annotation: name of a file without its ending -> what it holds."""
    gold: dict[str, Mapping[str, Any]] = {}
    texts, problems = read_texts(folder, (NOTES_ENDING,), places)
    for name, text in texts.items():
        try:
            data = yaml.load(text, Loader=_Loader)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            message = str(error).partition("\n")[0]
            problem = Problem(
                code="E_YAML",
                message=message,
                file=places.name(folder / name),
                remedy="mend the annotation",
            )
            problems = (*problems, problem)
            continue
        if isinstance(data, dict):
            gold[Path(name).stem] = data
    return gold, problems


def _files(folder: Path, places: Places, problems: list[Problem]) -> Iterator[Path]:
    """Every plain file below, but those whose name or folder begins with a dot."""
    if not folder.is_dir():
        problems.append(_unreadable(folder, places, "there is no such folder"))
        return
    yield from _walk(folder, places, problems)


def _walk(folder: Path, places: Places, problems: list[Problem]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(folder, places, error.strerror or "unreadable"))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if any("\ud800" <= letter <= "\udfff" for letter in entry.name):
            problems.append(
                Problem(
                    code="E_ENCODING",
                    message="the name of the file is not UTF-8",
                    file=places.name(path).encode("utf-8", "replace").decode(),
                    remedy="rename it",
                )
            )
        elif entry.is_symlink():
            problems.append(
                Problem(
                    code="E_SYMLINK",
                    message="a symbolic link is not followed",
                    file=places.name(path),
                    remedy="copy the file itself into the folder",
                )
            )
        elif entry.is_dir():
            yield from _walk(path, places, problems)
        elif entry.is_file():
            yield path
        else:
            problems.append(_unreadable(path, places, "is no plain file"))


def _bytes(path: Path, places: Places, problems: list[Problem]) -> bytes | None:
    try:
        # Opened first, asked afterwards, and not through a link put there in between.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            size = os.fstat(descriptor).st_size
            if stat.S_ISREG(os.fstat(descriptor).st_mode) and size <= MAX_BYTES:
                return file.read()
    except OSError as error:
        problems.append(_unreadable(path, places, error.strerror or "unreadable"))
        return None
    problems.append(
        Problem(
            code="E_TOO_LARGE",
            message=f"{size:,} bytes are more than the limit of {MAX_BYTES:,}",
            file=places.name(path),
            remedy="split it or leave it out",
        )
    )
    return None


def read_text(path: Path, places: Places) -> tuple[str | None, tuple[Problem, ...]]:
    """One file, read as strictly as those of the folders."""
    problems: list[Problem] = []
    return _text(path, places, problems), tuple(problems)


def _text(path: Path, places: Places, problems: list[Problem]) -> str | None:
    raw = _bytes(path, places, problems)
    try:
        return None if raw is None else raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.append(
            Problem(
                code="E_ENCODING",
                message=f"is not UTF-8 (byte {error.start})",
                file=places.name(path),
                line=raw.count(b"\n", 0, error.start) + 1 if raw else None,
                remedy="save it as UTF-8",
            )
        )
        return None


def _unreadable(path: Path, places: Places, why: str) -> Problem:
    return Problem(
        code="E_READ",
        message=f"cannot be read: {why}",
        file=places.name(path),
        remedy="put that right, or name another folder",
    )
