"""The command line: exit statuses, what it prints and where, and what it never prints."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_project import ROOT, make, run, tree

from generator.cli import main
from generator.disk.write import lock


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once."""
    folder = make(tmp_path_factory.mktemp("base"))
    built = run(folder, "generator", "build")
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture
def project(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and the current folder."""
    folder = Path(shutil.copytree(base, tmp_path / "project"))
    monkeypatch.chdir(folder)
    return folder


def call(*arguments: str, env: dict[str, str] | None = None) -> Result:
    result = CliRunner(env=env).invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_building_a_built_project_says_so(project: Path) -> None:
    """One line on standard output with the account; nothing is written."""
    before = tree(project / "briefings")
    result = call("build")
    assert result.exit_code == 0
    assert re.fullmatch(
        r"2 articles, \d+ pages: 0 written, \d+ unchanged, \d+\.\d s\n", result.stdout
    )
    assert tree(project / "briefings") == before


def test_no_order_of_a_set_shows(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that hash words in other ways write the same bytes, from nothing."""
    shutil.copytree(ROOT / "seeds", project / "seeds", dirs_exist_ok=True)
    built = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        shutil.rmtree(project / ".cache")
        assert run(project, "generator", "build", "--out", seed).returncode == 0
        built.append(tree(project / seed))
    assert len(built[0]) > 50
    assert built[0] == built[1]


def test_checking_a_built_project_finds_nothing(project: Path) -> None:
    """Exit status 0, and no file is touched."""
    before = tree(project / "briefings")
    result = call("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert tree(project / "briefings") == before


def test_checking_names_every_fault_at_once(project: Path) -> None:
    """Seeds, templates and pages in one run; exit status 1."""
    (project / "seeds/empty.txt").write_bytes(b"")
    (project / "seeds/picture.png").write_bytes(b"\x89PNG")
    (project / "templates/actor.md.j2").write_text("{% if %}", "utf-8")
    (project / "briefings/index.md").write_text("", "utf-8")
    (project / "briefings/timeline.md").unlink()
    result = call("check")
    assert result.exit_code == 1
    for finding in (
        r"seeds/empty\.txt: E_EMPTY",
        r"seeds/picture\.png: E_FORMAT",
        r"templates/actor\.md\.j2(:\d+)?: E_TEMPLATE",
        r"briefings/timeline\.md: E_STALE",
    ):
        assert re.search(f"^{finding}", result.stderr, re.MULTILINE), finding


def test_many_files_out_of_date_bury_no_other_finding(project: Path) -> None:
    """Five are named and the others counted, before what needs a hand."""
    shutil.rmtree(project / "briefings")
    (project / "seeds/empty.txt").write_bytes(b"")
    result = call("check")
    assert result.exit_code == 1
    *stale, more, last = result.stderr.splitlines()
    assert len(stale) == 5
    assert all("E_STALE: is missing" in line for line in stale)
    assert re.fullmatch(r"\.\.\. and \d\d+ more files out of date", more)
    assert last.startswith("seeds/empty.txt: E_EMPTY")


def test_warnings_alone_are_no_failure(project: Path) -> None:
    """A duplicate is told, and the exit status stays 0."""
    shutil.copy(project / "seeds/storm.txt", project / "seeds/storm-again.txt")
    result = call("build")
    assert result.exit_code == 0
    assert "W_DUPLICATE_ARTICLE" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("build", "--jobs", "0"),
        ("build", "--nonsense"),
        ("explain",),
        ("explain", "no-such-article"),
        ("new", "planet", "Mars"),
        ("new", "actor", " "),
        ("eval", "no-such-folder"),
    ],
)
def test_misuse_has_its_own_status(project: Path, arguments: tuple[str, ...]) -> None:
    """Exit status 2, an explanation, no traceback."""
    assert project
    result = call(*arguments)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def test_a_second_build_at_once_is_refused(project: Path) -> None:
    """Exit status 1 and a named finding."""
    with lock(project / ".cache"):
        result = call("build")
    assert result.exit_code == 1
    assert "E_LOCKED" in result.stderr


def test_a_project_without_anything_is_told_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings for the folders, and no traceback."""
    monkeypatch.chdir(tmp_path)
    result = call("build")
    assert result.exit_code == 1
    assert "seeds: E_READ" in result.stderr


def test_folders_may_lie_elsewhere(project: Path, tmp_path: Path) -> None:
    """Seeds and pages outside the project."""
    shutil.move(project / "seeds", tmp_path / "articles")
    out = tmp_path / "pages"
    result = call("build", "--seeds", str(tmp_path / "articles"), "--out", str(out))
    assert result.exit_code == 0, result.stderr
    assert (out / "index.md").is_file()
    assert "articles/storm.txt" in "".join(p.read_text() for p in out.rglob("articles/*.md"))


def test_explaining_shows_the_article_and_every_choice(project: Path) -> None:
    """The mention is marked with its entity and rule; the choices follow; the name of the seed
    finds it too."""
    assert project
    result = call("explain", "harbour")
    assert result.exit_code == 0
    assert "Ruritania[ruritania · alias]" in result.stdout
    assert "six frigates" in result.stdout
    for heading in ("Publication date", "Bottom line", "Summary", "Outlook", "Claims", "Removed"):
        assert f"\n{heading}\n" in result.stdout
    assert "\x1b" not in result.stdout


def test_explaining_colours_a_terminal_unless_asked_not_to(project: Path) -> None:
    """NO_COLOR is respected."""
    assert project
    coloured = CliRunner().invoke(main, ["explain", "harbour"], color=True)
    assert "\x1b[" in coloured.stdout
    plain = CliRunner(env={"NO_COLOR": "1"}).invoke(main, ["explain", "harbour"], color=True)
    assert "\x1b[" not in plain.stdout


def test_no_control_character_of_an_input_is_printed(project: Path) -> None:
    """Neither from a file's name nor from its text."""
    (project / "seeds/\x1b[31mred\nE_FAKE: x.txt").write_bytes(b"")
    (project / "seeds/control.txt").write_text(
        "Ruritania \x1b]0;title\x07 sent a ship to sea on Monday.\u202e It came back.\n", "utf-8"
    )
    for arguments in (("check",), ("build",), ("explain", "control")):
        output = call(*arguments).output
        assert output
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", output)
        assert not re.search("^E_FAKE", output, re.MULTILINE)


@pytest.mark.parametrize(
    ("kind", "name", "file"),
    [
        ("article", "A new: 'article' #1", "seeds/a-new-article-1.txt"),
        ("actor", 'Ministry of Tests: "North"', "knowledge/actors/ministry-of-tests-north.yml"),
        ("weapon", "Tester-5", "knowledge/weapons/tester-5.yml"),
    ],
)
def test_a_skeleton_is_valid_as_it_stands(project: Path, kind: str, name: str, file: str) -> None:
    """The project builds with it, and a second call does not write over it."""
    result = call("new", kind, name)
    assert result.exit_code == 0, result.stderr
    assert f"created {file}\n" in result.stdout
    built = call("build")
    assert built.exit_code == 0, built.stderr
    (project / file).write_text("mine", "utf-8")
    again = call("new", kind, name)
    assert again.exit_code == 1
    assert "E_WRITE" in again.stderr
    assert (project / file).read_text("utf-8") == "mine"


def test_schemas_describe_the_files_as_they_are_written(project: Path) -> None:
    """No identity needed in the file, plain strings for aliases; and the folder is no knowledge."""
    assert call("schema").exit_code == 0
    schema = json.loads((project / "knowledge/schema/actors.json").read_text("utf-8"))
    actor = schema["$defs"]["Actor"]
    assert "id" not in actor["required"]
    assert "name" in actor["required"]
    assert {"type": "string"} in actor["properties"]["aliases"]["items"]["anyOf"]
    assert call("check").exit_code == 0


def test_help_is_fast() -> None:
    """Nothing of the generator is imported for it."""
    code = (
        "import sys; sys.argv = ['briefings', '--help']\n"
        "from generator.cli import main\n"
        "try: main()\n"
        "finally: print([m for m in sys.modules if m.startswith('generator.')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.splitlines()[-1] == "['generator.cli']"
