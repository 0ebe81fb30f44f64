"""The repository as a stranger meets it: documented, free of traces, consistent."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from generator.problems import CODES

# Written in pieces, so that this file does not name what it forbids.
_HOSTS = re.compile(
    "|".join(
        re.escape(name)
        for name in (
            "pypi." + "org",
            "python" + "hosted.org",
            "registry." + "npmjs",
            "unpkg" + ".com",
            "jsdelivr" + ".net",
            "deb.debian" + ".org",
            "files.python" + "hosted",
        )
    )
    + r"|--(?:extra-)?index-url|--find-links"
)
_MACHINE_PATH = re.compile(r"(?<![\w.$}/-])/(?:work|farm|root|home/\w+|Users/\w+)/[\w.]")
_RAW = ("seeds/", "tests/sites/", "tests/cases/", "briefings/")
"""Articles may say what they like."""


def tracked(root: Path) -> list[Path]:
    """Files under version control and new ones not ignored; everything below an archive."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    files = [root / name for name in names if name]
    return [file for file in files if file.is_file() and not file.is_symlink()]


def _texts(root: Path) -> list[tuple[str, str]]:
    found = []
    for file in tracked(root):
        name = file.relative_to(root).as_posix()
        raw = file.read_bytes()
        if b"\0" not in raw and not name.startswith(_RAW):
            found.append((name, raw.decode("utf-8", "replace")))
    assert found, "git names no file: run the tests in a checkout"
    return found


def test_no_file_names_a_registry_host_or_an_index(root: Path) -> None:
    """Where packages come from is the business of whoever installs them."""
    allowed = {"Makefile", "tests/test_repository.py"}  # they say --no-emit-index-url, and this
    hits = [
        f"{name}: {match.group()}"
        for name, text in _texts(root)
        if name not in allowed
        for match in _HOSTS.finditer(text)
    ]
    assert hits == []


def test_no_file_names_a_path_of_somebodys_machine(root: Path) -> None:
    """A path that exists on one machine only is a mistake waiting for the second machine."""
    hits = [
        f"{name}: {match.group()}"
        for name, text in _texts(root)
        for match in _MACHINE_PATH.finditer(text)
    ]
    assert hits == []


def test_requirements_are_pinned_and_hashed(root: Path) -> None:
    """Each requirement has one exact version and at least one hash."""
    for file in sorted((root / "requirements").glob("*.txt")):
        blocks = re.split(r"\n(?=\S)", file.read_text("utf-8"))
        pins = [block for block in blocks if block.strip() and not block.startswith("#")]
        assert pins, file.name
        for pin in pins:
            assert re.match(r"[\w.-]+==[\w.!+]+ ", pin), pin.splitlines()[0]
            assert "--hash=sha256:" in pin, pin.splitlines()[0]


def test_every_direct_dependency_is_explained(root: Path) -> None:
    """docs/dependencies.md has one row for each direct dependency, and none for any other."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for file in sorted((root / "requirements").glob("*.in")):
        wanted += [
            line
            for line in file.read_text("utf-8").splitlines()
            if line and not line.startswith(("#", "-"))
        ]
    names = {re.split(r"[<>=!~\[ ;]", line, maxsplit=1)[0].lower() for line in wanted}
    text = (root / "docs/dependencies.md").read_text("utf-8")
    rows = {name.lower() for name in re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)}
    assert rows == names


def test_every_problem_code_is_documented_with_its_sentence(root: Path) -> None:
    """docs/problems.md says of each code what `generator/problems.py` says, and what to do."""
    text = (root / "docs/problems.md").read_text("utf-8")
    sections = dict(re.findall(r"^## `(\w+)`\n\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert list(sections) == list(CODES)
    for code, sentence in CODES.items():
        first, _, advice = sections[code].partition("\n\n")
        assert " ".join(first.split()) == sentence, code
        assert len(advice.strip()) > 20, f"{code}: say what to do"


def test_every_decision_is_listed(root: Path) -> None:
    """The index of decisions and the folder agree, and numbers are not used twice."""
    folder = root / "docs/decisions"
    files = sorted(file.name for file in folder.glob("[0-9]*.md"))
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert sorted(listed) == files
    assert len({name[:4] for name in files}) == len(files)


def test_links_between_documents_hold(root: Path) -> None:
    """Each relative link of a Markdown document outside ``briefings/`` leads to a file."""
    documents = [root / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    broken = [
        f"{file.name}: {target}"
        for file in (*documents, *sorted((root / "docs").rglob("*.md")))
        for target in re.findall(r"\]\(([^)#\s]+)", _prose(file.read_text("utf-8")))
        if "://" not in target and not (file.parent / target).exists()
    ]
    assert broken == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_documents_name_targets_that_exist(root: Path, document: str) -> None:
    """Every ``make x`` that a document speaks of is a target of the Makefile."""
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", _code((root / document).read_text("utf-8"))))
    assert named
    assert named <= targets


_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


def _code(text: str) -> str:
    return "\n".join(_CODE.findall(text))


def _prose(text: str) -> str:
    return _CODE.sub("", text)
