"""The command line: one of the two doors.

Exit status: 0 fine (warnings included), 1 findings, 2 misuse. Findings go to standard error, the
answer to standard output. What a command needs is imported by that command: ``--help`` stays
fast.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.disk import Places
    from generator.evaluate import Tally
    from generator.problems import Problem

_FINDINGS = 1
_LONG = 50
"""From so many articles on, a person waits long enough to want to see them counted."""
_STALE = 5
"""Files out of date that a check names: one article changes forty, and one remedy mends all."""
_RARELY = 200_000
"""Objects made between two looks of the garbage collector: a build makes hundreds of thousands
that stay (measured: a tenth of a build in which nothing changed)."""
_SCORES = ("f1", "precision", "recall")
_COLOURS: dict[str, dict[str, Any]] = {
    "mention": {"bold": True, "fg": "green"},
    "tag": {"fg": "cyan"},
    "removed": {"dim": True, "strikethrough": True},
    "heading": {"bold": True},
}


def _folders(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads a project; it is given :class:`Places`."""

    @click.option("--seeds", default="seeds", metavar="DIR", help="Raw articles.")
    @click.option("--knowledge", default="knowledge", metavar="DIR", help="Knowledge files.")
    @click.option("--vocabulary", metavar="DIR", help="Knowledge folder to share words from.")
    @click.option("--templates", default="templates", metavar="DIR", help="Page templates.")
    @click.option("--out", default="briefings", metavar="DIR", help="Generated pages.")
    @wraps(command)
    def with_places(
        *, seeds: str, knowledge: str, vocabulary: str | None, templates: str, out: str, **rest: Any
    ) -> Any:
        from generator.disk import Places

        places = Places.below(
            Path.cwd(),
            seeds=seeds,
            knowledge=knowledge,
            vocabulary=vocabulary,
            templates=templates,
            out=out,
        )
        return command(places=places, **rest)

    return with_places


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-generator", prog_name="briefings")
def main() -> None:
    """Turn raw security articles into Markdown briefings that can be traced to their source."""
    gc.set_threshold(_RARELY, 20, 20)


@main.command()
@_folders
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: by the work).")
@click.option("--prune", is_flag=True, help="Remove generated pages that nothing plans any more.")
def build(*, places: Places, jobs: int | None, prune: bool) -> None:
    """Write every page that differs from the plan."""
    started = time.perf_counter()
    from generator.disk import Workshop, pour, read_address
    from generator.disk.write import LockedError, lock

    try:
        with lock(places.cache):
            settings = read_address(places.root)
            poured = Workshop(places, settings=settings, jobs=jobs, progress=_progress()).work()
            account, problems = pour(poured, places, prune=prune)
    except LockedError:
        problems = (_locked(places),)
        _end(problems)
        return
    seconds = time.perf_counter() - started
    parts = [f"{account.written} written", f"{account.unchanged} unchanged"]
    parts += [f"{account.removed} removed"] if account.removed else []
    articles = len(poured.library.briefings) if poured.library else 0
    total = account.written + account.unchanged
    _report((*poured.problems, *problems))
    click.echo(
        f"{_count(articles, 'article')}, {_count(total, 'page')}: {', '.join(parts)}, "
        f"{seconds:.1f} s"
    )
    _exit((*poured.problems, *problems))


@main.command()
@_folders
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: by the work).")
def check(*, places: Places, jobs: int | None) -> None:
    """Name every fault in seeds, knowledge, templates and edits, and every page not up to date."""
    from generator.disk import Workshop, read_address
    from generator.disk.output import compare

    settings = read_address(places.root)
    poured = Workshop(places, settings=settings, jobs=jobs, progress=_progress()).work()
    problems = (*poured.problems, *compare(poured, places))
    stale = [problem for problem in problems if problem.code == "E_STALE"]
    _report(stale[:_STALE])
    if len(stale) > _STALE:
        click.echo(f"... and {_count(len(stale) - _STALE, 'more file')} out of date", err=True)
    _report(problem for problem in problems if problem.code != "E_STALE")
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    pages = _count(len(poured.plan.pages), "page")
    click.echo(f"{pages} checked: {_count(errors, 'error')}, {_count(warnings, 'warning')}")
    _exit(problems)


@main.command()
@click.argument("slug")
@_folders
def explain(*, slug: str, places: Places) -> None:
    """Show an article with every mention, claim and choice marked, and why.

    SLUG is the name of its page, or of the seed, or the beginning of either.
    """
    import os

    from generator.disk import Workshop
    from generator.explain import explain as pieces
    from generator.text.printable import printable

    poured = Workshop(places).work()
    briefings = poured.library.briefings if poured.library else ()
    names = {str(one.slug): one for one in briefings}
    found = [
        one
        for one in briefings
        if one.slug.startswith(slug) or Path(one.article.file).name.startswith(Path(slug).name)
    ]
    if slug in names:
        found = [names[slug]]
    if len(found) != 1:
        _report(problem for problem in poured.problems if problem.severity == "error")
        what = "Several articles have" if found else "No article has"
        shown = "\n  ".join(one.slug for one in (found or briefings)[:40])
        raise click.UsageError(printable(f"{what} that name. There are:\n  {shown}"))
    colour = False if os.environ.get("NO_COLOR") else None
    for piece in pieces(found[0]):
        text = printable(piece.text)
        click.echo(click.style(text, **_COLOURS.get(piece.style, {})), nl=False, color=colour)


@main.command()
@click.argument("kind", type=click.Choice(["article", "actor", "weapon"]))
@click.argument("name")
@_folders
def new(*, kind: str, name: str, places: Places) -> None:
    """Start a file for an article, an actor or a weapon."""
    from generator.disk.start import start

    if not name.strip():
        raise click.UsageError("NAME is empty.")
    created, problems = start(kind, name, places)
    for path in created:
        click.echo(f"created {places.name(path)}")
    _end(problems)


@main.command()
@_folders
def schema(*, places: Places) -> None:
    """Write JSON schemas of the knowledge files to knowledge/schema, for text editors."""
    from generator.disk.start import write_schemas

    written, problems = write_schemas(places)
    click.echo(f"{_count(written, 'schema')} in {places.name(places.knowledge)}/schema")
    _end(problems)


@main.command(name="eval")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_folders
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
def evaluate(*, gold: Path, places: Places, as_json: bool) -> None:
    """Score the analysis against the annotation in GOLD."""
    import json
    from dataclasses import replace

    from generator.disk import Workshop
    from generator.disk.read import read_gold
    from generator.evaluate import evaluate as score
    from generator.text.printable import printable

    # Beside texts of their own, the gold lies where an editor's notes would.
    places = replace(places, notes=gold.resolve() != places.seeds.resolve())
    poured = Workshop(places, progress=_progress()).work()
    wanted, problems = read_gold(gold, places)
    briefings = poured.library.briefings if poured.library else ()
    analyses = {Path(one.article.file).stem: one.analysis for one in briefings}
    if not wanted.keys() & analyses.keys():
        raise click.UsageError(f"No file in {printable(str(gold))} is named as an article.")
    report = score(analyses, wanted)
    if as_json:
        click.echo(json.dumps({task: _scores(tally) for task, tally in report.items()}, indent=2))
    else:
        for task, tally in report.items():
            scores = _scores(tally)
            click.echo("  ".join(f"{name} {scores[name]:.3f}" for name in _SCORES) + f"  {task}")
        for line in (line for tally in report.values() for line in tally.misses):
            click.echo(f"  {printable(line)}")
    _end((*poured.problems, *problems))


def _scores(tally: Tally) -> dict[str, float]:
    return {name: float(getattr(tally, name)) for name in (*_SCORES, "right", "missed", "wrong")}


def _progress() -> Callable[[int, int], None] | None:
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        if total >= _LONG and (done % 10 == 0 or done == total):
            end = "\r\x1b[K" if done == total else ""
            click.echo(f"\ranalysing {done}/{total}{end}", nl=False, err=True)

    return show


def _locked(places: Places) -> Problem:
    from generator.problems import Problem

    return Problem(
        code="E_LOCKED",
        message="another run is writing here",
        file=places.name(places.out),
        remedy="wait for it to end",
    )


def _report(problems: Iterable[Problem]) -> None:
    from generator.text.printable import one_entry

    for problem in problems:
        colour = "red" if problem.severity == "error" else "yellow"
        click.echo(click.style(one_entry(str(problem)), fg=colour), err=True)


def _exit(problems: Iterable[Problem]) -> None:
    if any(problem.severity == "error" for problem in problems):
        sys.exit(_FINDINGS)


def _end(problems: tuple[Problem, ...]) -> None:
    _report(problems)
    _exit(problems)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
