"""What is cut on a page says how much is left out and leads to all of it."""

from __future__ import annotations

import re

import pytest
import samples
from msgspec.structs import replace
from test_tags import listed, planned, tagged

from generator.model import Briefing, EntityId
from generator.pages.views import entity_views, list_views, source_view

MANY = 60
"""More briefings than a dossier tells of."""


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return planned(*(tagged(n, date=f"20{n:02}-01-01") for n in range(MANY)))


def section(text: str, heading: str) -> str:
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_a_short_dossier_leaves_nothing_out() -> None:
    """No note, no second list."""
    few = planned(tagged(1), tagged(2))
    assert "are shown" not in few["actors/north-korea.md"]
    assert not [path for path in few if path.endswith("/briefings.md")]


@pytest.mark.parametrize("page", ["actors/north-korea", "weapons/hwasong-20", "places/pyongyang"])
def test_a_dossier_shows_the_newest_and_leads_to_all(page: str, pages: dict[str, str]) -> None:
    """The sentences of the newest briefings, the number of all, and a list of every one."""
    text = section(pages[f"{page}.md"], "Where it is named")
    named = re.findall(r"^- \*\*\[Title (\w+)\]", text, re.MULTILINE)
    assert named == [f"n{n:04}" for n in reversed(range(MANY - list_views.NEWEST, MANY))]
    folder = page.rpartition("/")[2]
    assert (
        f"The newest {list_views.NEWEST} of {MANY} are shown; "
        f"[all briefings that name it]({folder}/briefings.md)."
    ) in text
    assert sorted(listed(pages[f"{page}/briefings.md"])) == [f"n{n:04}" for n in range(MANY)]


def test_a_dossier_says_in_how_many_briefings_it_is_named(pages: dict[str, str]) -> None:
    """All of them, not only those shown."""
    assert f"in {MANY} briefings" in pages["actors/north-korea.md"]
    assert f"in {MANY} briefings" in pages["weapons/hwasong-20.md"]


@pytest.mark.parametrize(
    ("page", "heading", "shown", "rest"),
    [
        ("actors/north-korea", "Events", list_views.NEWEST, "[as data](../data/events.json)"),
        (
            "places/pyongyang",
            "What happened there",
            list_views.NEWEST,
            "[timeline](../timeline.md)",
        ),
        (
            "weapons/hwasong-20",
            "Accounts side by side",
            list_views.SHOWN,
            "[as data](../data/weapons.json)",
        ),
        (
            "weapons/hwasong-20",
            "Figures given by articles",
            list_views.SHOWN,
            "(../data/weapons.json)",
        ),
    ],
)
def test_every_list_that_is_cut_says_so(
    page: str, heading: str, shown: int, rest: str, pages: dict[str, str]
) -> None:
    """How many of how many it shows, and where the rest is."""
    text = section(pages[f"{page}.md"], heading)
    found = re.search(r"The newest (\d+) of (\d+) are shown; .*", text)
    assert found
    assert rest in found[0]
    assert int(found[1]) == shown < int(found[2])
    assert text.count("\n| ") - 2 == shown


def test_events_stand_newest_first(pages: dict[str, str]) -> None:
    """A list that is cut keeps the newest; what has no date stands below all that has one."""
    text = section(pages["actors/north-korea.md"], "Events")
    when = re.findall(r"^\| (?!When|---)(.*?) \|", text, re.MULTILINE)
    unknown = [one for one in when if "date unknown" in one]
    assert when[len(when) - len(unknown) :] == unknown


def elsewhere(number: int) -> Briefing:
    """A briefing whose event has another place, published by another house."""
    one = tagged(number)
    event = replace(one.analysis.events[0], place=EntityId("kusong"))
    return replace(
        one, publisher=f"House {number}", analysis=replace(one.analysis, events=(event,))
    )


@pytest.mark.parametrize(
    ("page", "name", "note"),
    [
        ("actors/index.md", "actor", "[all are here as data](../data/actors.json)"),
        ("weapons/index.md", "weapon", "[all are here as data](../data/weapons.json)"),
        ("places/index.md", "place", "the [events as data](../data/events.json) have all"),
    ],
)
def test_lists_of_names_are_cut_to_those_most_named(
    page: str, name: str, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line below says how many are left out and where they are."""
    briefings = (*samples.samples(), elsewhere(1))
    whole = planned(*briefings)
    assert "are left out here" not in whole[page]
    number = sum(path.startswith(f"{name}s/") and path.endswith(".md") for path in whole) - 1
    monkeypatch.setattr(entity_views, "ROWS", 1)
    cut = planned(*briefings)[page]
    assert f"\n{number - 1} that fewer sentences name are left out here; {note}.\n" in cut
    rows = [line for line in cut.splitlines() if line.startswith("| [")]
    assert len(rows) == 1


def test_publishers_are_cut_to_those_of_most_briefings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that state no publisher keep their row."""
    monkeypatch.setattr(source_view, "ROWS", 1)
    text = planned(elsewhere(1), elsewhere(2), *samples.samples())["sources.md"]
    rows = re.findall(r"^\| (?!Publisher|---)(.*?) \|", text, re.MULTILINE)
    assert rows == ["House 1", '<span class="nil">publisher not stated</span>']
    assert "\n2 publishers of fewer briefings are left out here; the [briefings as data]" in text
