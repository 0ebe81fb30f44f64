"""The forecast ledger: nothing resolves itself, and a record leads to one statement or to none."""

from __future__ import annotations

import dataclasses
import html
import json
from pathlib import Path

import jsonschema
import pytest
import samples
from msgspec.structs import replace

from generator.disk import Places
from generator.disk.outcomes import build_day, read_outcomes
from generator.library import Library, assemble
from generator.library.ledger import Ledger, reckon
from generator.library.outcomes import parse_outcomes
from generator.model import Briefing, Horizon
from generator.pages import SiteSettings, plan

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).resolve().parent.parent / "templates").glob("*.j2")
}
WARNING = "A defence official warned that a test is likely"


def record(sentence: str = WARNING, outcome: str = "happened", **more: str) -> str:
    lines = [f"  - sentence: '{sentence}'", f"    outcome: {outcome}", "    date: 2026-07-01"]
    lines += [f"    {key}: '{value}'" for key, value in more.items()]
    return "\n".join(lines) + "\n"


def library(text: str = "", *, briefings: tuple[Briefing, ...] | None = None) -> Library:
    records, problems = parse_outcomes(text, file="outcomes.yml")
    assert problems == ()
    found = assemble(briefings or samples.samples(), samples.knowledge())
    return dataclasses.replace(found, resolutions=records)


def counts(ledger: Ledger) -> tuple[int, int, int, int]:
    return len(ledger.due), len(ledger.open), len(ledger.undated), len(ledger.resolved)


@pytest.mark.parametrize("day", [None, "2025-01-01", "2026-12-31"])
def test_what_may_still_come_is_open(day: str | None) -> None:
    """Up to its last day a statement is open; what names no time never falls due."""
    assert counts(reckon(library(), build_date=day)) == (0, 1, 2, 0)


def test_what_is_past_is_due_and_not_resolved() -> None:
    """The day after the horizon's end the statement is due, whatever the articles say."""
    ledger = reckon(library(), build_date="2027-01-01")
    assert counts(ledger) == (1, 0, 2, 0)
    assert counts(reckon(library(), build_date="2099-01-01")) == (1, 0, 2, 0)
    assert ledger.score is None


@pytest.mark.parametrize(
    ("start", "end", "day", "state"),
    [
        ("2026-01-01", None, "2099-01-01", "open"),
        (None, "2026", "2026-12-31", "open"),
        (None, "2026", "2027-01-01", "due"),
        (None, "2026-02", "2026-02-28", "open"),
        (None, "2026-02", "2026-03-01", "due"),
        (None, None, "2099-01-01", "undated"),
    ],
)
def test_a_short_date_ends_with_its_last_day(
    start: str | None, end: str | None, day: str, state: str
) -> None:
    """A year or month is over when its last day is; without an end nothing is ever over."""
    one = samples.parade()
    item = replace(one.analysis.outlook[0], horizon=Horizon(text="then", start=start, end=end))
    one = replace(one, analysis=replace(one.analysis, outlook=(item,)))
    ledger = reckon(library(briefings=(one,)), build_date=day)
    assert [e.state for e in (*ledger.due, *ledger.open, *ledger.undated)] == [state]


def test_without_a_build_date_the_newest_briefing_counts() -> None:
    """The first day of the month that is all the newest article gives; no clock is asked."""
    ledger = reckon(library(), build_date=None)
    assert (ledger.day, ledger.basis) == ("2026-03-01", "newest")
    assert reckon(assemble((), samples.knowledge()), build_date=None).basis == "unknown"


@pytest.mark.parametrize(
    ("outcome", "brier"),
    [("happened", 0.105625), ("did not happen", 0.455625), ("partly", None), ("unclear", None)],
)
def test_a_likelihood_is_scored_by_its_midpoint(outcome: str, brier: float | None) -> None:
    """55 to 80 percent counts as 67.5; what came in part or is unclear is not scored."""
    ledger = reckon(library("outcomes:\n" + record(outcome=outcome)), build_date="2027-01-01")
    (entry,) = ledger.resolved
    assert entry.brier == brier
    assert (ledger.score.mean if ledger.score else None) == brier


@pytest.mark.parametrize("sentence", ["Seoul might deploy more", "will never be used first"])
def test_without_a_likelihood_there_is_no_score(sentence: str) -> None:
    """ "Might" and a pledge are resolved and never scored; a quotation is found by its words."""
    ledger = reckon(library("outcomes:\n" + record(sentence)), build_date=None)
    assert len(ledger.resolved) == 1
    assert ledger.resolved[0].brier is None
    assert ledger.score is None
    assert ledger.problems == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (record("Nobody ever wrote this"), "W_OUTCOME_UNUSED", 2, "begins like this"),
        (record() + record(outcome="partly"), "E_OUTCOMES", 5, "an earlier record"),
        (record(briefing="talks"), "W_OUTCOME_UNUSED", 2, "begins like this"),
        (record(type="pledge"), "W_OUTCOME_UNUSED", 2, "begins like this"),
    ],
)
def test_a_record_that_fits_nothing_is_told(text: str, code: str, line: int, words: str) -> None:
    """File and line of the record, and the page stands all the same."""
    found = library("outcomes:\n" + text)
    pages, problems = plan(found, TEMPLATES, settings=SiteSettings())
    assert [(one.code, one.file, one.line) for one in problems] == [(code, "outcomes.yml", line)]
    assert words in problems[0].message
    assert "outlook.md" in {page.path for page in pages}


def test_a_record_that_fits_two_sentences_settles_neither() -> None:
    """Two articles with one sentence: the record has to name its briefing."""
    one, other = samples.flight(), samples.flight()
    article = replace(other.article, id="other", file="seeds/other.txt")  # type: ignore[arg-type]
    document = replace(other.analysis.document, article=article)
    other = replace(other, analysis=replace(other.analysis, document=document))
    twice = record("Seoul might deploy more")
    ledger = reckon(library("outcomes:\n" + twice, briefings=(one, other)), build_date=None)
    assert ledger.resolved == ()
    assert [problem.code for problem in ledger.problems] == ["E_OUTCOMES"]
    named = record("Seoul might deploy more", briefing="other.txt")
    ledger = reckon(library("outcomes:\n" + named, briefings=(one, other)), build_date=None)
    assert [entry.briefing.article.file for entry in ledger.resolved] == ["seeds/other.txt"]


MISTAKES = {
    "key": ("outcomes:\n" + record(sourse="x"), 5, "did you mean 'source'"),
    "outcome": ("outcomes:\n" + record(outcome="happend"), 3, "did you mean 'happened'"),
    "date": ("outcomes:\n" + record().replace("2026-07-01", "2026-07-32"), 4, "2026-01-31"),
    "month": ("outcomes:\n" + record().replace("2026-07-01", "2026-07"), 4, "2026-01-31"),
    "short": ("outcomes:\n" + record("It will"), 2, "copy the first words"),
    "missing": ("outcomes:\n  - outcome: partly\n    date: 2026-01-01\n", 2, "add 'sentence"),
    "top": ("outcome:\n" + record(), 1, "did you mean 'outcomes'"),
    "no list": ("outcomes: yes\n", 1, "begin each record"),
    "no mapping": ("outcomes:\n  - just words\n", 2, "one pair a line"),
    "no yaml": ("outcomes: [\n", None, ""),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_file_is_named(name: str) -> None:
    """Line and remedy for each fault."""
    text, line, remedy = MISTAKES[name]
    records, problems = parse_outcomes(text, file="outcomes.yml")
    assert records == ()
    assert {one.code for one in problems} <= {"E_OUTCOMES", "E_YAML"}
    assert problems[0].file == "outcomes.yml"
    assert line is None or problems[0].line == line
    assert remedy in problems[0].remedy


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "outcomes:\n", "outcomes: []\n"])
def test_an_empty_file_is_no_mistake(text: str) -> None:
    """No record, no finding."""
    assert parse_outcomes(text, file="outcomes.yml") == ((), ())


def test_a_good_record_holds_beside_a_bad_one() -> None:
    """A fault costs only its own record."""
    text = "outcomes:\n" + record(outcome="maybe") + record("Seoul might deploy more")
    records, problems = parse_outcomes(text, file="outcomes.yml")
    assert [one.record.sentence for one in records] == ["Seoul might deploy more"]
    assert len(problems) == 1


def test_the_page_shows_what_was_recorded() -> None:
    """Outcome, day, score with its midpoint, note; a source that is no address is no link."""
    text = record(note="Launch of *June*", source="javascript:alert(1)")
    found = library("outcomes:\n" + text)
    pages, problems = plan(found, TEMPLATES, settings=SiteSettings(build_date="2027-01-01"))
    assert problems == ()
    page = html.unescape(next(page.text for page in pages if page.path == "outlook.md"))
    resolved = page.split("## Resolved")[1]
    assert "recorded on 1 July 2026 · counted as 67.5 %, Brier score 0.106" in resolved
    assert "Launch of \\*June\\*" in resolved
    assert "](<javascript" not in page
    assert "| an unnamed source | 1 | 0.106 |" in resolved
    assert "day of this build, 1 January 2027" in page


def test_records_and_day_come_from_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``outcomes.yml`` at the root, the day from SOURCE_DATE_EPOCH, both absent by default."""
    places = Places.below(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert read_outcomes(places) == ((), ())
    assert build_day() == (None, ())
    (tmp_path / "outcomes.yml").write_text("outcomes:\n" + record(), "utf-8")
    assert len(read_outcomes(places)[0]) == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    assert build_day() == ("2027-01-01", ())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert [one.code for one in build_day()[1]] == ["E_SETTING"]


def test_the_data_say_what_came_of_a_statement() -> None:
    """State, record and score of each, the day that counts, and all of it by the schema."""
    found = library("outcomes:\n" + record())
    pages, _ = plan(found, TEMPLATES, settings=SiteSettings(build_date="2027-01-01"))
    files = {page.path: page.text for page in pages}
    data = json.loads(files["data/outlook.json"])
    schema = json.loads(files["data/schema.json"])
    part = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/outlook_file"}
    jsonschema.Draft202012Validator(part).validate(data)
    assert (data["day"], data["day_basis"]) == ("2027-01-01", "build")
    states = {row["type"]: row["state"] for row in data["outlook"]}
    assert states == {"forecast": "undated", "warning": "resolved", "pledge": "undated"}
    (resolved,) = (row for row in data["outlook"] if "record" in row)
    assert resolved["record"]["outcome"] == "happened"
    assert resolved["brier"] == 0.105625
