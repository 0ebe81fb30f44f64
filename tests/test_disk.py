"""The disk: what is read, what is refused, and files that are written whole or not at all."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_project import make, tree

import generator.extract
from generator.disk import Places, Poured, Workshop, pour, read_inputs
from generator.disk import knowledge as stored
from generator.disk import write as writing
from generator.disk.output import compare
from generator.disk.read import MAX_BYTES
from generator.disk.work import spread
from generator.disk.write import LockedError, lock, write_atomically
from generator.model import Briefing, Page, PagePath
from generator.pages.edits import memory
from generator.problems import Problem
from generator.project import Outcome, Seed


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Empty folders."""
    for name in ("seeds", "knowledge", "templates"):
        (tmp_path / name).mkdir()
    return Places.below(tmp_path)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose knowledge is compiled already."""
    folder = make(tmp_path_factory.mktemp("base"))
    Workshop(Places.below(folder)).work()
    return folder


@pytest.fixture
def project(base: Path, tmp_path: Path) -> Places:
    """A copy of it for one test."""
    return Places.below(Path(shutil.copytree(base, tmp_path / "project")))


def plan_of(pages: dict[str, str], **rest: object) -> Poured:
    """A plan of exactly these pages."""
    planned = [Page(path=PagePath(path), text=text, kind="test") for path, text in pages.items()]
    merged = memory.merge_all(planned, {}, {})
    return replace(
        Poured(library=None, plan=merged, remembered={}, problems=()),
        **rest,  # type: ignore[arg-type]
    )


def found(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in problems]


def said(poured: Poured) -> tuple[memory.Pages, tuple[Briefing, ...], tuple[Problem, ...]]:
    assert poured.library is not None
    return poured.plan, poured.library.briefings, poured.problems


def build(places: Places, *, prune: bool = False) -> tuple[Poured, tuple[Problem, ...]]:
    poured = Workshop(places).work()
    _, problems = pour(poured, places, prune=prune)
    return poured, (*poured.problems, *problems)


class TestReading:
    def test_plain_files_are_read_in_the_order_of_their_paths(self, places: Places) -> None:
        """Sub-folders count, dot-files do not, and nothing is reported."""
        for name in ("b.txt", "a/z.md", "a.html", "c.TXT", ".hidden", ".git/x.txt"):
            (places.seeds / name).parent.mkdir(exist_ok=True)
            (places.seeds / name).write_bytes(b"x")
        (places.seeds / "b.yml").write_text("title: B\r\n", "utf-8")
        (places.templates / "part").mkdir()
        (places.templates / "part/page.md.j2").write_text("x", "utf-8")
        (places.templates / "README.md").write_text("x", "utf-8")
        inputs, problems = read_inputs(places)
        assert problems == ()
        assert [s.file for s in inputs.seeds] == [
            "seeds/a.html",
            "seeds/a/z.md",
            "seeds/b.txt",
            "seeds/c.TXT",
        ]
        assert [s.notes for s in inputs.seeds] == [None, None, "title: B\n", None]
        assert inputs.seeds[2].notes_file == "seeds/b.yml"
        assert inputs.templates == {"part/page.md.j2": "x"}

    def test_what_is_no_seed_is_named(self, places: Places) -> None:
        """Each kind of wrong file has its finding; the good one beside them is read."""
        outside = places.root / "secret.txt"
        outside.write_text("secret", "utf-8")
        (places.seeds / "good.txt").write_text("x", "utf-8")
        (places.seeds / "link.txt").symlink_to(outside)
        (places.seeds / "folder").symlink_to(places.root)
        (places.seeds / "x.pdf").write_bytes(b"%PDF")
        (places.seeds / "alone.yml").write_text("title: x", "utf-8")
        os.mkfifo(places.seeds / "pipe.txt")
        with (places.seeds / "huge.txt").open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        inputs, problems = read_inputs(places)
        assert [seed.file for seed in inputs.seeds] == ["seeds/good.txt"]
        assert sorted(found(problems)) == [
            ("E_FORMAT", "seeds/x.pdf"),
            ("E_NOTES", "seeds/alone.yml"),
            ("E_READ", "seeds/pipe.txt"),
            ("E_SYMLINK", "seeds/folder"),
            ("E_SYMLINK", "seeds/link.txt"),
            ("E_TOO_LARGE", "seeds/huge.txt"),
        ]

    def test_a_name_that_is_not_utf8_is_named(self, places: Places) -> None:
        """It cannot become part of any page."""
        try:
            Path(os.fsdecode(os.fsencode(places.seeds) + b"/\xff.txt")).write_text("x", "utf-8")
        except OSError:  # a file system that refuses such names has no such fault
            return
        inputs, problems = read_inputs(places)
        assert inputs.seeds == ()
        assert found(problems) == [("E_ENCODING", "seeds/?.txt")]

    def test_knowledge_and_templates_are_utf8(self, places: Places) -> None:
        """The finding gives the line."""
        (places.knowledge / "a.yml").write_bytes(b"name: x\nnote: \xff\n")
        _, problems = read_inputs(places)
        assert found(problems) == [("E_ENCODING", "knowledge/a.yml")]
        assert problems[0].line == 2

    def test_missing_folders_are_named(self, tmp_path: Path) -> None:
        """All of them at once."""
        _, problems = read_inputs(Places.below(tmp_path))
        assert [file for _, file in found(problems)] == ["seeds", "knowledge", "templates"]


class TestWriting:
    def test_pouring_twice_touches_nothing(self, places: Places) -> None:
        """The second run finds every byte in place, and the folder equals the plan."""
        poured = plan_of({"index.md": "# A\n", "data/a.json": "{}\n"})
        account, problems = pour(poured, places)
        assert (account.written, problems) == (2, ())
        before = {path: path.stat().st_mtime_ns for path in places.out.rglob("*")}
        again = replace(poured, remembered=poured.plan.memory)
        account, problems = pour(again, places)
        assert (account.written, account.unchanged, problems) == (0, 2, ())
        assert {path: path.stat().st_mtime_ns for path in places.out.rglob("*")} == before
        assert compare(again, places) == ()

    def test_comparing_names_every_file(self, places: Places) -> None:
        """Missing and different files are told apart."""
        poured = plan_of({"index.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n"})
        pour(poured, places)
        (places.out / "index.md").write_text("other", "utf-8")
        (places.out / "b.md").unlink()
        problems = compare(replace(poured, remembered=poured.plan.memory), places)
        assert [(p.code, p.file, p.message) for p in problems] == [
            ("E_STALE", "briefings/b.md", "is missing"),
            ("E_STALE", "briefings/index.md", "differs from the plan"),
        ]

    def test_comparing_names_links_that_lead_nowhere(self, places: Places) -> None:
        """Only relative ones, and a file that merely stands there is a target too."""
        good = "[b](../b.md#x) [c](../own%20page.md) [d](https://x.org/y) [e](#f) [g](mailto:a@b)"
        head = '---\ntitle: "[h](no.md)"\n---\n'
        text = f"{head}# F\n\n{good} &#91;i&#93;(no) [j](b.md) [k](<../../seeds/a.txt>)\n"
        poured = plan_of({"a/a.md": text, "b.md": "# X\n"})
        pour(poured, places)
        (places.out / "own page.md").write_text("", "utf-8")
        problems = compare(replace(poured, remembered=poured.plan.memory), places)
        assert [(p.file, p.message) for p in problems] == [
            ("briefings/a/a.md", "links to b.md, which does not exist"),
            ("briefings/a/a.md", "links to ../../seeds/a.txt, which does not exist"),
        ]

    def test_pages_that_a_broken_template_left_out_are_no_dead_links(self, places: Places) -> None:
        """One finding for the template, none for each page that leads to one of its pages."""
        poured = plan_of({"a.md": "# A\n\n[x](left-out.md)\n"})
        broken = Problem(code="E_TEMPLATE", message="broken", file="templates/b", remedy="mend it")
        pour(poured, places)
        problems = compare(
            replace(poured, remembered=poured.plan.memory, problems=(broken,)), places
        )
        assert problems == ()

    def test_comparing_names_links_to_places_that_a_page_lacks(self, places: Places) -> None:
        """Headings as Python-Markdown names them, notes, names in HTML; on the page itself too."""
        headings = "# Kim’s *own* [page](c.md)\n\n## A & B\n\n## A &amp; B\n\nC\n---\n\n"
        target = f'---\ntitle: "# T"\n---\n{headings}<i id="d">x</i> y[^s1]\n\n[^s1]: note\n'
        good = ("#kims-own-page", "#a-b", "#a-b_1", "#c", "#d", "#fn:s1", "")
        bad = ("#t", "#a", "#a-b_2", "#s1", "#D")
        text = " ".join(f"[x](b.md{place})" for place in (*good, *bad)) + " [y](#z)\n"
        poured = plan_of({"a.md": text, "b.md": target, "c.md": "# C\n"})
        pour(poured, places)
        problems = compare(replace(poured, remembered=poured.plan.memory), places)
        assert [p.message for p in problems] == [
            *(f"links to b.md{place}, but b.md has no such place" for place in bad),
            "links to #z, but a.md has no such place",
        ]

    @pytest.mark.parametrize("call", ["fsync", "replace"])
    def test_a_full_disk_leaves_the_old_file(
        self, places: Places, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        """A named finding, the old text, and no temporary file."""
        poured = plan_of({"index.md": "new\n"})
        places.out.mkdir()
        (places.out / "index.md").write_text("old", "utf-8")

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "replace")), full)
        _, problems = pour(poured, places)
        assert [problem.code for problem in problems] == ["E_WRITE"]
        assert "No space left" in problems[0].message
        assert tree(places.out) == {"index.md": b"old"}

    def test_a_folder_in_the_way_is_named(self, places: Places) -> None:
        """Nothing else is lost."""
        (places.out / "index.md").mkdir(parents=True)
        _, problems = pour(plan_of({"index.md": "new\n"}), places)
        assert found(problems) == [("E_WRITE", "briefings/index.md")]

    def test_no_path_leaves_the_folder(self, places: Places) -> None:
        """Whatever a plan says."""
        _, problems = pour(plan_of({"../evil.md": "x\n"}), places)
        assert [problem.code for problem in problems] == ["E_WRITE"]
        assert not (places.root / "evil.md").exists()

    def test_a_second_run_is_refused(self, tmp_path: Path) -> None:
        """And allowed again when the first has ended."""
        with lock(tmp_path / ".cache"):
            with pytest.raises(LockedError), lock(tmp_path / ".cache"):
                pass
            code = "from generator.disk.write import *; from pathlib import Path\n"
            code += f"with lock(Path({str(tmp_path / '.cache')!r})): pass"
            other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
            assert b"LockedError" in other.stderr
        with lock(tmp_path / ".cache"):
            pass

    def test_without_a_lock_file_there_is_no_lock(self, tmp_path: Path) -> None:
        """A cache folder that cannot be made is no fault."""
        (tmp_path / ".cache").write_text("a file", "utf-8")
        with lock(tmp_path / ".cache"):
            pass

    def test_leftovers_of_a_killed_run_are_swept(self, places: Places) -> None:
        """Only our own."""
        (places.out / "a").mkdir(parents=True)
        (places.out / "a/.briefings-77.tmp").write_text("half", "utf-8")
        (places.out / ".keep").write_text("", "utf-8")
        pour(plan_of({"index.md": "x\n"}), places)
        assert sorted(tree(places.out)) == [".generated.json", ".keep", "index.md"]

    def test_killed_anywhere_the_next_run_comes_to_the_same_end(self, places: Places) -> None:
        """After each single write the folder is abandoned; no generated text is then taken for
        an edit, even though the plan has moved on."""
        old = {f"{name}.md": f"# {name}\n\n## Summary\n\nold\n" for name in "abc"}
        middle = {name: text.replace("old", "middle") for name, text in old.items()}
        new = {name: text.replace("old", "new") for name, text in old.items()}

        class Killed(BaseException):
            pass

        for stop in range(1, 6):
            shutil.rmtree(places.out, ignore_errors=True)
            pour(plan_of(old), places)
            steps = iter(range(1, 9))

            def stopping(
                path: Path, content: bytes, *, steps: Iterator[int] = steps, stop: int = stop
            ) -> None:
                if next(steps) == stop:
                    raise Killed
                write_atomically(path, content)

            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("generator.disk.output.write_atomically", stopping)
                with pytest.raises(Killed):
                    pour(self.merged(middle, places), places)
            poured = self.merged(new, places)
            assert poured.plan.problems == ()
            pour(poured, places)
            assert {path: (places.out / path).read_text("utf-8") for path in new} == new

    @staticmethod
    def merged(pages: dict[str, str], places: Places) -> Poured:
        """These pages, merged with what stands on disk."""
        remembered = memory.load((places.out / memory.FILE).read_text("utf-8"))
        planned = [Page(path=PagePath(path), text=text, kind="t") for path, text in pages.items()]
        current = {page.path: (places.out / page.path).read_text("utf-8") for page in planned}
        merged = memory.merge_all(planned, current, remembered)
        return Poured(library=None, plan=merged, remembered=remembered, problems=())

    def test_a_killed_process_tears_no_file(self, tmp_path: Path) -> None:
        """Killed while writing without end, it leaves one whole version."""
        file = tmp_path / "page.md"
        file.write_bytes(b"0" * 100_000)
        code = (
            "from generator.disk.write import write_atomically; from pathlib import Path\n"
            f"print('go', flush=True)\nn = 0\n"
            "while True:\n"
            f"    n += 1; write_atomically(Path({str(file)!r}), str(n % 10).encode() * 100_000)\n"
        )
        for _ in range(3):
            with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
                assert process.stdout is not None
                process.stdout.readline()
                process.send_signal(signal.SIGKILL)
            content = file.read_bytes()
            assert len(content) == 100_000
            assert len(set(content)) == 1


class TestKnowledgeCopy:
    def test_the_name_follows_the_content(self) -> None:
        """Any change of a name or a text is another knowledge base."""
        texts = [{}, {"a": "b"}, {"ab": ""}, {"a": "c"}, {"a": "b", "c": ""}]
        assert len({stored.digest(text) for text in texts}) == len(texts)
        assert stored.digest({"a": "1", "b": "2"}) == stored.digest({"b": "2", "a": "1"})

    def test_a_copy_replaces_older_ones_and_may_be_damaged(self, project: Places) -> None:
        """One copy at a time; a broken one is made anew without a word."""
        (copy,) = project.cache.glob("knowledge-*.bin")
        before = copy.read_bytes()
        copy.write_bytes(b"\x00broken")
        Workshop(project).work()
        assert copy.read_bytes() == before
        (project.knowledge / "actors/ruritania.yml").write_text(
            "name: Ruritania\nkind: state\nconfidence: likely\n", "utf-8"
        )
        Workshop(project).work()
        (other,) = project.cache.glob("knowledge-*.bin")
        assert other != copy

    def test_a_cache_that_cannot_be_written_is_no_error(self, project: Places) -> None:
        """It costs time only."""
        shutil.rmtree(project.cache)
        project.cache.write_text("a file", "utf-8")
        assert Workshop(project).work().whole


class TestKeptAnalyses:
    def test_a_second_run_analyses_nothing_and_plans_the_same(
        self, project: Places, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Every briefing is read back, equal in all parts."""
        first = Workshop(project).work()
        monkeypatch.setattr(generator.extract, "analyse", lambda *_, **__: 1 / 0)
        again = Workshop(project).work()
        assert said(again) == said(first)
        assert len(said(again)[1]) == 2

    def test_any_change_of_what_it_rests_on_makes_it_anew(self, project: Places) -> None:
        """The article, its notes, the knowledge; and copies nobody needs are removed."""
        folder = project.cache / "analysis"

        def copies() -> set[str]:
            Workshop(project).work()
            return {path.name for path in folder.iterdir()}

        kept = [copies()]
        for file, text in [
            (project.seeds / "storm.txt", "A ship of Ruritania left the harbour on Monday.\n"),
            (project.seeds / "storm.yml", "publisher: The Gazette\n"),
            (project.knowledge / "actors/ruritania.yml", "name: Ruritania\nkind: state\n"),
        ]:
            file.write_text(text, "utf-8")
            kept.append(copies())
        assert [len(names) for names in kept] == [2, 2, 2, 2]
        assert [len(a - b) for a, b in itertools.pairwise(kept)] == [1, 1, 2]

    @pytest.mark.parametrize("damage", [b"", b"\xff\xff", b"\x91" * 100_000])
    def test_a_damaged_copy_is_made_anew(self, project: Places, damage: bytes) -> None:
        """Without a word."""
        first = Workshop(project).work()
        for path in (project.cache / "analysis").iterdir():
            path.write_bytes(damage)
        assert said(Workshop(project).work()) == said(first)


class TestWorkshop:
    def test_building_twice_changes_nothing(self, project: Places) -> None:
        """The second run writes no byte, and the disk equals the plan."""
        poured, problems = build(project)
        assert not [problem for problem in problems if problem.severity == "error"]
        assert poured.library is not None
        assert len(poured.library.briefings) == 2
        before = tree(project.out)
        again = Workshop(project).work()
        assert compare(again, project) == ()
        account, _ = pour(again, project)
        assert account.written == 0
        assert tree(project.out) == before

    def test_of_two_equal_articles_the_first_is_kept(self, project: Places) -> None:
        """And one of the same name in another folder is an article of its own."""
        text = (project.seeds / "harbour.txt").read_text("utf-8")
        (project.seeds / "z-copy.txt").write_text(text, "utf-8")
        (project.seeds / "more").mkdir()
        (project.seeds / "more/harbour.txt").write_text(text + "It rained on Tuesday.\n", "utf-8")
        poured = Workshop(project).work()
        assert ("W_DUPLICATE_ARTICLE", "seeds/z-copy.txt") in found(poured.problems)
        assert poured.library is not None
        ids = [briefing.article.id for briefing in poured.library.briefings]
        assert len(ids) == len(set(ids)) == 3

    def test_a_broken_seed_shows_its_last_good_briefing(self, project: Places) -> None:
        """While one workshop lives; a new one goes on without the article."""
        workshop = Workshop(project)
        good = workshop.work()
        (project.seeds / "storm.txt").write_bytes(b"")
        broken = workshop.work()
        assert ("E_EMPTY", "seeds/storm.txt") in found(broken.problems)
        assert broken.plan.pages == good.plan.pages
        assert len(Workshop(project).work().plan.pages) < len(good.plan.pages)

    def test_broken_knowledge_and_templates_show_the_last_good_pages(self, project: Places) -> None:
        """The findings name the files, and mending them ends it."""
        workshop = Workshop(project)
        good = workshop.work()
        actor, template = project.knowledge / "actors/ruritania.yml", project.templates
        before = actor.read_text("utf-8")
        actor.write_text("name: [", "utf-8")
        broken = workshop.work()
        assert "knowledge/actors/ruritania.yml" in [file for _, file in found(broken.problems)]
        assert broken.plan.pages == good.plan.pages
        actor.write_text(before, "utf-8")
        page = template / "briefing.md.j2"
        before = page.read_text("utf-8")
        page.write_text(before + "{{ no_such_name }}", "utf-8")
        broken = workshop.work()
        assert ("E_TEMPLATE", "templates/briefing.md.j2") in found(broken.problems)
        assert broken.plan.pages == good.plan.pages
        page.write_text(before, "utf-8")
        assert workshop.work().whole

    def test_findings_name_folders_as_they_are_called_here(self, project: Places) -> None:
        """Knowledge and templates may stand anywhere; the file of a finding can be opened."""
        shutil.move(project.knowledge, project.root / "facts")
        shutil.move(project.templates, project.root / "looks")
        (project.root / "facts/actors/ruritania.yml").write_text("name: [", "utf-8")
        here = Places.below(project.root, knowledge="facts", templates="looks")
        assert found(Workshop(here).work().problems) == [("E_YAML", "facts/actors/ruritania.yml")]
        (project.root / "facts/actors/ruritania.yml").unlink()
        (project.root / "looks/actor.md.j2").write_text("{{ no_such_name }}", "utf-8")
        problems = found(Workshop(here).work().problems)
        assert ("E_TEMPLATE", "looks/actor.md.j2") in problems

    def test_a_fault_in_one_article_costs_only_that_article(
        self, project: Places, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is reported with the place in the code."""
        real = generator.extract.analyse

        def failing(document, *, knowledge):  # type: ignore[no-untyped-def]
            if "storm" in document.article.file:
                raise ZeroDivisionError("no reason")
            return real(document, knowledge=knowledge)

        shutil.rmtree(project.cache / "analysis")
        monkeypatch.setattr(generator.extract, "analyse", failing)
        poured = Workshop(project).work()
        (problem,) = [one for one in poured.problems if one.code == "E_INTERNAL"]
        assert problem.file == "seeds/storm.txt"
        assert "ZeroDivisionError" in problem.message
        assert "failing" in problem.message
        assert poured.library is not None
        assert len(poured.library.briefings) == 1

    def test_a_removed_seed_leaves_its_page_until_it_is_pruned(self, project: Places) -> None:
        """Pruning removes what was generated, keeps what was edited, and waits for errors."""
        poured, _ = build(project)
        assert poured.library is not None
        slugs = {one.article.file: one.slug for one in poured.library.briefings}
        page = project.out / f"articles/{slugs['seeds/storm.txt']}.md"
        own = project.out / "my-own-page.md"
        own.write_text("# Mine\n", "utf-8")
        (project.seeds / "storm.txt").unlink()
        _, problems = build(project)
        assert ("W_ORPHAN", page.relative_to(project.root).as_posix()) in found(problems)
        assert page.exists()
        text = page.read_text("utf-8")
        page.write_text(text + "\n## My view\n\nMine.\n", "utf-8")
        build(project, prune=True)
        assert page.exists()
        page.write_text(text, "utf-8")
        (project.seeds / "broken.txt").write_bytes(b"")
        build(project, prune=True)
        assert page.exists()
        (project.seeds / "broken.txt").unlink()
        _, problems = build(project, prune=True)
        assert not page.exists()
        assert own.exists()
        assert "W_ORPHAN" not in [code for code, _ in found(problems)]

    def test_a_hand_edit_goes_all_the_way(self, project: Places) -> None:
        """Kept on disk through builds, named in the findings, and the disk equals the plan."""
        poured, _ = build(project)
        assert poured.library is not None
        page = project.out / f"articles/{poured.library.briefings[0].slug}.md"
        text = page.read_text("utf-8")
        page.write_text(text.replace("## Summary\n", "## Summary\n\nMy own line. [^s2]\n"), "utf-8")
        for _ in range(2):
            _, problems = build(project)
            kept = page.read_text("utf-8")
            assert "My own line. [^s2]" in kept
            assert "edited: [Summary]" in kept
            assert "\n[^s2]: " in kept
            assert "W_EDITED" in [code for code, _ in found(problems)]
        assert "E_STALE" not in [p.code for p in compare(Workshop(project).work(), project)]


def _echo(seed: Seed) -> Outcome:
    problem = Problem(code="E_EMPTY", message=str(len(seed.raw)), file=seed.file, remedy="none")
    return Outcome(briefing=None, problems=(problem,))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_do_not_depend_on_the_number_of_processes(jobs: int) -> None:
    """Same outcomes, same order."""
    seeds = [Seed(file=f"{n}.txt", raw=b"x" * n) for n in range(7)]
    assert list(spread(_echo, seeds, jobs)) == [_echo(seed) for seed in seeds]


def test_two_processes_plan_the_same_pages(project: Places) -> None:
    """The whole way, with articles sent to other processes and back."""
    plans = []
    for jobs in (1, 2):
        shutil.rmtree(project.cache / "analysis")
        plans.append(Workshop(project, jobs=jobs).work().plan)
    assert plans[0] == plans[1]


def test_the_temporary_name_is_one_that_site_builders_skip() -> None:
    """A dot-file, in case a site is built at that moment."""
    assert writing.TEMPORARY.startswith(".")


def test_words_may_be_shared_and_names_are_not(places: Places) -> None:
    """A second project lends its words and classes only, and its own file of a name wins."""
    for folder in ("language", "classes", "actors"):
        (places.seeds / folder).mkdir()  # any folder that holds such files will do
        (places.seeds / folder / "x.yml").write_text("lent", "utf-8")
    (places.seeds / "sources.yml").write_text("lent", "utf-8")
    (places.knowledge / "classes").mkdir()
    (places.knowledge / "classes/x.yml").write_text("own", "utf-8")
    alone, _ = read_inputs(places)
    assert alone.knowledge == {"classes/x.yml": "own"}
    shared = Places.below(places.root, vocabulary="seeds")
    inputs, _ = read_inputs(shared)
    assert inputs.knowledge == {"classes/x.yml": "own", "language/x.yml": "lent"}


def test_a_vocabulary_that_is_missing_is_named(places: Places) -> None:
    """Not every sentence fails for want of words: the folder is what the editor has to mend."""
    _, problems = read_inputs(Places.below(places.root, vocabulary="elsewhere"))
    assert found(problems) == [("E_READ", "elsewhere/language"), ("E_READ", "elsewhere/classes")]
