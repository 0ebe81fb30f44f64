"""Copies of an article are told from other articles on the same event, and count as one source."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
import small_project
import workbench
import yaml

from generator.library import Library
from generator.problems import Problem
from generator.project import Seed, brief, build_library

WIRE = """The coast guard of Ruritania towed the tanker Maribel into the port of Strelsau on Monday
after a fire in its engine room, the port authority said. Eleven sailors were taken off the ship by
helicopter during the night, and two of them were treated for burns. The authority said the tanker
carried 9,000 tons of heating oil, none of which had leaked. An inquiry will begin on Thursday.
"""
EDITED = """A tanker was towed into the port of Strelsau on Monday after a fire in its engine room,
the port authority said. Eleven sailors were taken off the ship by helicopter during the night, and
two of them were treated for burns. The tanker carried 9,000 tons of heating oil, none of which had
leaked, according to the authority.
"""
OWN_WORDS = """Firefighters needed six hours to put out a blaze aboard the Maribel, a tanker on its
way to Strelsau. Its crew of eleven was flown ashore; the port authority said on Tuesday that two
men had burns. No oil was lost, the authority said, and investigators want to question the captain.
"""
CHINESE = (
    "海警船星期一将一艘油轮拖入港口，此前该船机舱起火。"
    "港务局说，十一名船员当晚由直升机接走，其中两人被烧伤。"
)
STANDING = "Source: Zenda Post\n\n{}\n\nStatement: This article represents the views of the author."
SHORT = "The tanker Maribel was towed into the port of Strelsau on Monday."


def library(texts: dict[str, str], *, notes: str | None = None) -> tuple[Library, list[Problem]]:
    """The library of these seeds; ``notes`` are the editor's of the last one."""
    last = max(texts)
    seeds = tuple(
        Seed(
            file=f"seeds/{name}.txt",
            raw=text.encode(),
            notes=notes if name == last else None,
            notes_file=f"seeds/{name}.yml",
        )
        for name, text in texts.items()
    )
    known = workbench.knowledge()
    found, problems = build_library(
        seeds, knowledge=known, each=map, brief=partial(brief, knowledge=known)
    )
    return found, list(problems)


def kinds(found: Library) -> dict[str, list[str]]:
    """Identity of a briefing -> in what way each related one is."""
    return {one.article.id: [near.kind for near in one.related] for one in found.briefings}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"a": WIRE, "b": OWN_WORDS}, id="one event in other words"),
        pytest.param({"a": SHORT, "b": f"{SHORT} It was empty."}, id="too short to tell"),
        pytest.param(
            {
                "a": STANDING.format(WIRE),
                "b": STANDING.format(OWN_WORDS),
            },
            id="a disclaimer and a publisher in common",
        ),
        pytest.param(
            {
                "a": f"{WIRE}\n\nURL: https://zenda.example/",
                "b": f"{OWN_WORDS}\n\nURL: https://zenda.example/",
            },
            id="the front page of a site",
        ),
        pytest.param(
            {
                "a": f"{WIRE}\n\nURL: https://zenda.example/news?id=4",
                "b": f"{OWN_WORDS}\n\nURL: https://zenda.example/news?id=5",
            },
            id="two pages of one address",
        ),
        pytest.param(
            {"a": f"{WIRE}\n\nURL: http://[zenda", "b": f"{OWN_WORDS}\n\nURL: http://[zenda"},
            id="what is no address",
        ),
    ],
)
def test_other_articles_are_no_copies(texts: dict[str, str]) -> None:
    """What two articles merely have in common makes none the copy of the other."""
    found, problems = library(texts)
    assert all(kind == "names" for row in kinds(found).values() for kind in row)
    assert not [one for one in problems if one.code in {"W_NEAR_DUPLICATE", "W_SAME_ADDRESS"}]


@pytest.mark.parametrize(
    ("texts", "kind", "code"),
    [
        ({"a": WIRE, "b": EDITED}, "text", "W_NEAR_DUPLICATE"),
        ({"a": EDITED, "b": f"{OWN_WORDS}\n\n{WIRE}"}, "text", "W_NEAR_DUPLICATE"),
        ({"a": CHINESE, "b": f"{CHINESE}调查将于星期四开始。"}, "text", "W_NEAR_DUPLICATE"),
        (
            {
                "a": f"{WIRE}\n\nURL: https://www.zenda.example/maribel",
                "b": f"{OWN_WORDS}\n\nURL: http://zenda.example/maribel/?utm_source=feed#top",
            },
            "address",
            "W_SAME_ADDRESS",
        ),
    ],
)
def test_copies_are_named_on_both_sides(texts: dict[str, str], kind: str, code: str) -> None:
    """Each names the other, once; the later one by its file is reported."""
    found, problems = library(texts)
    assert kinds(found) == {"a": [kind], "b": [kind]}
    assert [(one.code, one.file) for one in problems] == [(code, "seeds/b.txt")]


def test_white_space_makes_no_other_article() -> None:
    """A seed that differs in white space alone is the same seed; the first is kept."""
    found, problems = library({"a": WIRE, "b": "  ".join(WIRE.split())})
    assert [one.article.id for one in found.briefings] == ["a"]
    assert [one.code for one in problems] == ["W_DUPLICATE_ARTICLE"]


def test_the_share_is_of_the_shorter_article() -> None:
    """A report inside a longer one is a copy in full."""
    found, _ = library({"a": WIRE, "b": f"{OWN_WORDS}\n\n{WIRE}"})
    assert [near.why for near in found.briefings[0].related] == [
        "The same text: 100 % of the shorter article’s runs of 5 words stand in both. "
        "Count them as one source."
    ]


def test_a_reviewed_copy_is_reported_no_more() -> None:
    """What an editor has looked at stays related and is no finding."""
    found, problems = library({"a": WIRE, "b": EDITED}, notes="status: reviewed\n")
    assert kinds(found) == {"a": ["text"], "b": ["text"]}
    assert problems == []


def test_many_copies_of_one_report_are_few_lines() -> None:
    """Of forty copies each names five and each but the first is reported once."""
    texts = {f"a{number:02}": f"{WIRE} It was the {number}th call." for number in range(40)}
    found, problems = library(texts)
    assert {len(row) for row in kinds(found).values()} == {5}
    assert len(problems) == 39


def test_pages_and_data_tell_copies(tmp_path: Path) -> None:
    """The head of the page leads to the copy, the file of the briefing says what kind it is."""
    folder = small_project.make(tmp_path)
    (folder / "seeds" / "wire.txt").write_text(f"A tanker burns\n\n{WIRE}", "utf-8")
    (folder / "seeds" / "zenda.txt").write_text(f"Fire on a tanker\n\n{EDITED}", "utf-8")
    done = small_project.run(folder, "generator", "build")
    assert done.returncode == 0, done.stderr
    assert "W_NEAR_DUPLICATE" in done.stderr
    pages = {
        yaml.safe_load(page.read_text("utf-8").split("---\n")[1])["id"]: page
        for page in (folder / "briefings" / "articles").glob("*.md")
        if page.stem != "index"
    }
    other = pages["wire"].name
    assert f"- **Same text as** [A tanker burns]({other})" in pages["zenda"].read_text("utf-8")
    assert "Same text as" not in pages["harbour"].read_text("utf-8")
    data = folder / "briefings" / "data" / f"{pages['zenda'].stem}.json"
    assert json.loads(data.read_text("utf-8"))["related"][0]["kind"] == "text"
