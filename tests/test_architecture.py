"""The tree is what docs/architecture.md says it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from theatre import named, names_of_the_theatre

LONGEST = 350
"""Lines. A module that needs more does two things."""
TYPES = "model.py"
"""The one exception: nothing but types, which are read together."""
MEDIAN = 150
VAGUE = re.compile(r"(utils?|helpers?|misc|common|manager)")


def modules(root: Path) -> dict[str, Path]:
    """Every module below ``generator/`` by the name the document gives it: a package is its
    folder, an empty ``__init__`` is nothing of its own."""
    found = {}
    for file in sorted((root / "generator").rglob("*.py")):
        name = file.relative_to(root / "generator").as_posix()
        if file.name == "__init__.py":
            if not file.read_text("utf-8").strip() or name == "__init__.py":
                continue
            name = name.removesuffix("__init__.py")
        found[name] = file
    return found


def first_sentence(file: Path) -> str:
    text = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())


def test_the_document_lists_every_module_and_no_other(root: Path) -> None:
    """One line a module in docs/architecture.md; the message holds the lines that are missing."""
    text = (root / "docs/architecture.md").read_text("utf-8")
    listed = re.findall(r"^- `([\w/.]+)`: \S", text, re.MULTILINE)
    present = modules(root)
    missing = [
        f"- `{name}`: {first_sentence(file)}"
        for name, file in present.items()
        if name not in listed
    ]
    gone = [name for name in listed if name not in present]
    assert not missing, "add to docs/architecture.md:\n" + "\n".join(missing)
    assert not gone, f"docs/architecture.md names modules that do not exist: {gone}"
    assert len(listed) == len(set(listed))


def test_every_module_says_what_it_decides(root: Path) -> None:
    """A module with code in it has a docstring; only an empty ``__init__`` may lack one."""
    silent = [name for name, file in modules(root).items() if not first_sentence(file)]
    assert silent == []


def test_modules_stay_small(root: Path) -> None:
    """No module is longer than the limit, and half of them are much shorter."""
    lines = {name: file.read_text("utf-8").count("\n") for name, file in modules(root).items()}
    long = {name: n for name, n in lines.items() if n > LONGEST and name != TYPES}
    assert long == {}
    assert sorted(lines.values())[len(lines) // 2] <= MEDIAN


def test_names_say_something(root: Path) -> None:
    """No module is called after the wish to put things somewhere."""
    vague = [name for name in modules(root) if VAGUE.fullmatch(Path(name).stem)]
    assert vague == []


def test_there_are_cases_or_tests_for_every_extractor(root: Path) -> None:
    """Each question asked of an article is tested by a file that carries its name."""
    tests = " ".join(
        path.relative_to(root).as_posix() for path in (root / "tests").rglob("*") if path.is_file()
    )
    extractors = [
        Path(name).stem for name in modules(root) if re.fullmatch(r"extract/\w+(\.py|/)", name)
    ]
    assert extractors
    untested = [name for name in extractors if name not in tests]
    assert untested == []


def test_nothing_private_lies_unread(root: Path) -> None:
    """Whatever a module keeps to itself is read in it: a name of its own, a part of an object."""
    unread = []
    for name, file in modules(root).items():
        tree = ast.parse(file.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if _is_read(node, ast.Name)}
        parts = {node.attr for node in ast.walk(tree) if _is_read(node, ast.Attribute)}
        own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        set_here = (node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
        own |= {one.id for node in set_here for one in ast.walk(node) if _is_set(one, ast.Name)}
        kept = {node.attr for node in ast.walk(tree) if _is_set(node, ast.Attribute)}
        private = {one for one in (own - names) | (kept - parts) if re.match("_[^_]", one)}
        unread += [f"{name}: {one}" for one in sorted(private)]
    assert unread == []


def test_every_list_of_words_is_read(root: Path) -> None:
    """A field of a cue file that no code asks for misleads the editor who fills it."""
    trees = [ast.parse(file.read_text("utf-8")) for file in modules(root).values()]
    asked = {
        node.attr for tree in trees for node in ast.walk(tree) if _is_read(node, ast.Attribute)
    }
    unread = [
        f"{file.name}: {field.target.id}"
        for file in (root / "generator/knowledge/cues").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if field.target.id not in asked
    ]
    assert unread == []


def _is_read(node: ast.AST, kind: type[ast.Name | ast.Attribute]) -> bool:
    return isinstance(node, kind) and isinstance(node.ctx, ast.Load)


def _is_set(node: ast.AST, kind: type[ast.Name | ast.Attribute]) -> bool:
    return isinstance(node, kind) and isinstance(node.ctx, ast.Store)


@pytest.mark.parametrize("word", ["korea", "pyongyang", "hwasong", "dprk", "kim "])
def test_the_code_knows_no_theatre(root: Path, word: str) -> None:
    """What the articles are about is data: no string of ``generator/`` names it, outside the
    docstrings that give an example."""
    hits = []
    for name, file in modules(root).items():
        tree = ast.parse(file.read_text("utf-8"))
        prose = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        hits += [
            f"{name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in prose
            and word in node.value.lower()
        ]
    assert hits == []


ENGLISH = {
    # Languages whose grammar a module reads, and spellings of English.
    "American",
    "British",
    "Chinese",
    "French",
    "Japanese",
    "Russian",
    # "the North", where two share a name and a point of the compass parts them.
    "the North",
    # "14th Party Congress": why an ordinal is no date.
    "Congress",
    # `NO` is a word here and a code elsewhere.
    "Norway",
}


def test_no_module_names_anybody_of_the_theatre(root: Path) -> None:
    """Not even in a comment: an example of it would be what the next reader takes for a rule."""
    files = {name: file.read_text("utf-8") for name, file in modules(root).items()}
    assert named(names_of_the_theatre(root), files, except_for=ENGLISH) == []


SHARED = {
    # Words of languages that the knowledge also has as names.
    "Congress",
    "State Duma",
    "우크라이나",
    "合同参謀本部",
    "联合参谋本部",
    "합동참모본부",
    "국가정보원",
    "최고인민회의",
    # A service that most states have.
    "Air Force",
    # A seat that acts without any state named before it.
    "Pentagon",
    # Abbreviations in capitals before a dash, which are no place of a dateline.
    "ASEAN",
    "AUKUS",
    "INDOPACOM",
    "THAAD",
    # Kinds of ships.
    "Aegis",
    "nuclear submarine",
    "nuclear-powered attack submarines",
}


def test_words_and_classes_name_nobody_of_the_theatre(root: Path) -> None:
    """A project about another theatre shares these two folders (comments may give examples)."""

    def values(data: object) -> Iterator[str]:
        if isinstance(data, Mapping):
            for key, value in data.items():
                yield from values(key)
                yield from values(value)
        elif isinstance(data, list):
            for value in data:
                yield from values(value)
        elif isinstance(data, str):
            yield data

    files = {
        f"{folder}/{file.name}": "\n".join(values(yaml.safe_load(file.read_text("utf-8"))))
        for folder in ("language", "classes")
        for file in (root / "knowledge" / folder).glob("*.yml")
    }
    assert named(names_of_the_theatre(root), files, except_for=SHARED) == []


EASTERN = {
    "text/eastern/": "the grammar of these languages: particles and endings",
    "extract/names/korean.py": "particles behind a name",
    "extract/mentions/native_systems.py": "single letters of which one is meant",
    "extract/mentions/vessels.py": "single letters of which one is meant",
    "extract/weapons/reference.py": "single letters of which one is meant",
    "text/ahead/intent.py": "single letters of which one is meant",
    "text/dates/han.py": "the numerals",
    "text/dates/compound.py": "what joins the ends of a range of days",
}
"""Where words of these languages may stand in code, and why."""
_WORD = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]{2}|[\uac00-\ud7a3]{2}")
_CLASS = re.compile(r"\[[^\]]*\]|.-.")
"""A class of letters, or a range of one."""


def _literals(tree: ast.Module) -> Iterator[str]:
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_words_of_chinese_japanese_and_korean_are_data(root: Path) -> None:
    """Only the modules of ``EASTERN`` hold such words; an editor finds all others in knowledge/."""
    holding = {
        name
        for name, file in modules(root).items()
        for text in _literals(ast.parse(file.read_text("utf-8")))
        if _WORD.search(_CLASS.sub("", text))
    }
    allowed = {name for name in holding if name.startswith(tuple(EASTERN))}
    assert holding - allowed == set()
    assert all(any(name.startswith(one) for name in allowed) for one in EASTERN)
