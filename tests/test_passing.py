"""Actors that an article only names, beside those who do or say something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import samples
from msgspec.structs import replace

from generator.library import assemble
from generator.model import Briefing, EntityId
from generator.pages import SiteSettings, plan
from generator.pages.views.briefing_view import PASSING

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).resolve().parent.parent / "templates").glob("*.j2")
}


def naming(count: int) -> Briefing:
    """A briefing that names so many organisations besides its own actors, in no event."""
    one = samples.parade()
    named = one.analysis.actors[0]
    others = tuple(
        replace(
            named,
            id=EntityId(f"works-{number}"),
            name=f"Works {number}",
            type="organisation",
            known=False,
            role=None,
            note=None,
            mentions=tuple(
                replace(mention, entity=EntityId(f"works-{number}")) for mention in named.mentions
            ),
        )
        for number in range(count)
    )
    return replace(one, analysis=replace(one.analysis, actors=(*one.analysis.actors, *others)))


def section(count: int) -> str:
    briefing = naming(count)
    library = assemble((briefing,), samples.knowledge())
    pages, problems = plan(library, TEMPLATES, settings=SiteSettings())
    assert problems == ()
    (text,) = (page.text for page in pages if page.path == f"articles/{briefing.slug}.md")
    return text.partition("## Actors\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("count", [0, 1, PASSING - 1])
def test_a_few_stand_in_the_table(count: int) -> None:
    """With kind and part, like all others."""
    text = section(count)
    assert "Only named" not in text
    assert len(re.findall(r"^\| \[Works \d+\]", text, re.MULTILINE)) == count


def test_many_are_told_of_in_brief() -> None:
    """Whoever does or says something keeps a row; each of the others has its page, its kind and
    its sentences, the known ones first."""
    table, told = section(0), section(PASSING + 3)
    rows = [row for row in table.split("\n") if row.startswith("| [")]
    kept = [row for row in told.split("\n") if row.startswith("| [")]
    assert kept
    assert set(kept) <= set(rows)
    assert "named, in no event" not in "".join(kept)
    assert "Works" not in "".join(kept)
    brief = told.partition("**")[2]
    assert len(
        re.findall(r"\[Works \d+\]\(\S+\.md\)[^()]*\(organisation[^()]*\)\[\^s\d+\]", brief)
    ) == (PASSING + 3)
    names = re.findall(r"\[([^\]^]+)\]\(", told)
    assert sorted(names) == sorted(
        [
            *re.findall(r"\[([^\]^]+)\]\(", table),
            *(f"Works {number}" for number in range(PASSING + 3)),
        ]
    )
