"""Files that start an editor off: skeletons of an article, an actor, a weapon; schemas.

A skeleton holds a comment on every key a beginner needs, and is valid as it stands. Nothing
that exists is written over.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.disk.read import Places
from generator.disk.write import write_atomically
from generator.knowledge.schema import schemas
from generator.problems import Problem
from generator.text.slugs import slug

_ARTICLE = """\
{name}

Replace this line with the article, as it was published.
"""
_NOTES = """\
# What an editor knows about the article beside this file. Every line is optional: take away
# the "# " in front of those you need.
# title: The headline
# date: 2026-01-31            # day, month (2026-01) or year (2026) of publication
# publisher: Name of the paper or agency
# author: Name of the writer
# url: https://example.org/article
# reliability: F              # the source: A (reliable) to E, F where it cannot be judged
# credibility: '6'            # this report: 1 (confirmed) to 5, 6 where it cannot be judged
# reject: [some-name]         # names that are no actor and no weapon here
"""
_ACTOR = """\
# The name of this file is the identity of the actor and the name of its page.
name: {name}
kind: person                  # person, state, organisation or group
# country: some-state         # the file name of a state in this folder
# aliases:                    # other names it goes by in articles
#   - Another Spelling
#   - {{text: Surname, weak: true, rule: surname}}
description: ''               # one sentence for the reader
confidence: likely            # certain or likely
"""
_WEAPON = """\
# The name of this file is the identity of the weapon and the name of its page.
name: {name}
class: {weapon_class}         # the file name of a class in knowledge/classes
# country: some-state         # the file name of a state in knowledge/actors
# aliases:                    # other names and designations it goes by in articles
#   - Another Name
description: ''               # one sentence for the reader
confidence: likely            # certain or likely
"""


def start(kind: str, name: str, places: Places) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Create the file or files of an ``article``, ``actor`` or ``weapon``."""
    identity = slug(name)
    written = yaml.safe_dump(name, allow_unicode=True, width=10**9).removesuffix("...\n").strip()
    if kind == "article":
        files = {
            places.seeds / f"{identity}.txt": _ARTICLE.format(name=" ".join(name.split())),
            places.seeds / f"{identity}.yml": _NOTES,
        }
    elif kind == "actor":
        files = {places.knowledge / "actors" / f"{identity}.yml": _ACTOR.format(name=written)}
    else:
        text = _WEAPON.format(name=written, weapon_class=_any_class(places))
        files = {places.knowledge / "weapons" / f"{identity}.yml": text}
    taken = [path for path in files if path.exists()]
    if taken:
        problem = Problem(
            code="E_WRITE",
            message="the file is there already",
            file=places.name(taken[0]),
            remedy="choose another name, or edit the file",
        )
        return (), (problem,)
    return _write(files, places)


def write_schemas(places: Places) -> tuple[int, tuple[Problem, ...]]:
    """One JSON schema for each kind of knowledge file, in ``knowledge/schema``."""
    folder = places.knowledge / "schema"
    written, problems = _write({folder / name: text for name, text in schemas().items()}, places)
    return len(written), problems


def _any_class(places: Places) -> str:
    """A class that has no parent, for the editor to narrow down."""
    folders = {places.vocabulary, places.knowledge}
    classes = sorted(path for folder in folders for path in (folder / "classes").glob("*.yml"))
    roots = [path for path in classes if "\nparent:" not in path.read_text("utf-8", "replace")]
    return (roots or classes)[0].stem if classes else "unknown"


def _write(files: dict[Path, str], places: Places) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    done: list[Path] = []
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text.encode())
        except OSError as error:
            problem = Problem(
                code="E_WRITE",
                message=error.strerror or str(error),
                file=places.name(path),
                remedy="put that right and try again",
            )
            return tuple(done), (problem,)
        done.append(path)
    return tuple(done), ()
