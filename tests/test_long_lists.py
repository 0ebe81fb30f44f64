"""What is cut on a page says how much is left out and leads to all of it."""

from __future__ import annotations

import re

import pytest
import samples
from msgspec.structs import replace
from test_tags import listed, planned, tagged

from generator.model import Briefing, EntityId
from generator.pages.views import entity_views, list_views, relation_views, source_view

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


def dated(number: int, *events: tuple[str | None, str | None]) -> Briefing:
    """A briefing of that year with an event from and to each of these days."""
    one = tagged(number, date=f"20{number:02}-02-03")
    event = one.analysis.events[0]
    found = tuple(replace(event, start=start, end=end, date_text=None) for start, end in events)
    return replace(one, analysis=replace(one.analysis, events=found))


@pytest.mark.parametrize(
    ("page", "heading"), [("actors/north-korea.md", "Events"), ("timeline.md", None)]
)
def test_events_stand_newest_first(page: str, heading: str | None) -> None:
    """One of which only the end is known by that; what has no date stands below all that has one,
    with the date of its article, the newest article first."""
    text = planned(
        dated(24, ("2024-01-05", "2024-01-05"), (None, None)),
        dated(25, (None, "2026-05-31"), (None, None), ("2023-03-03", "2023-03-03")),
    )[page]
    when = re.findall(
        r"^\| (?!When|---)(.*?) \|", section(text, heading) if heading else text, re.MULTILINE
    )
    assert when == [
        "by 31 May 2026",
        "5 January 2024",
        "3 March 2023",
        "*undated, article of 3 February 2025*",
        "*undated, article of 3 February 2024*",
    ]


def test_what_several_sentences_say_is_one_relation(pages: dict[str, str]) -> None:
    """With the newest of them, and how many say it."""
    text = section(pages["actors/north-korea.md"], "Relations")
    lines = re.findall(r"^- .+", text, re.MULTILINE)
    assert len(lines) == len(set(lines))
    (line,) = (one for one in lines if "Hwasong-20" in one)
    assert line.endswith(f"· told **{MANY} ×**")
    own = text.split(line)[1].split("\n- ")[0]
    told = re.findall(r"^    (\d+ \w+ \d+), \[", own, re.MULTILINE)
    assert told == [f"1 January 20{MANY - 1 - n}" for n in range(relation_views.TOLD)]
    assert f"\n    and {MANY - relation_views.TOLD} more\n" in own
    once = planned(tagged(1))["actors/north-korea.md"]
    assert "told" not in section(once, "Relations")


def test_a_relation_quotes_the_words_that_tell_of_it() -> None:
    """Not the whole sentence, which may tell of much else; that is quoted where nothing is told
    apart."""
    one = tagged(1)
    relation = one.analysis.relations[0]
    whole = one.analysis.document.sentence(relation.evidence[0]).display
    words = "rolled the Hwasong-20 through Pyongyang"
    assert words in whole
    event = replace(
        one.analysis.events[0],
        type=relation.predicate,
        actors=(relation.subject,),
        weapons=(relation.object,),
        evidence=relation.evidence,
        text=words,
    )
    told = planned(replace(one, analysis=replace(one.analysis, events=(event,))))
    bare = planned(replace(one, analysis=replace(one.analysis, events=())))
    page = "actors/north-korea.md"
    assert f": “{words}” ({relation.evidence[0]})" in section(told[page], "Relations")
    assert f": “{whole}” ({relation.evidence[0]})" in section(bare[page], "Relations")


def test_ranges_stand_first_among_the_figures() -> None:
    """Then the figure that is given most often, so that what is compared stands together."""
    one = tagged(1)
    weapon = next(one for one in one.analysis.weapons if one.specs)
    spec = weapon.specs[0]
    names = ("length_m", "payload_kg", "range_km", "length_m", "range_km")
    specs = tuple(replace(spec, property=name) for name in names)
    weapons = tuple(
        replace(other, specs=specs) if other is weapon else other for other in one.analysis.weapons
    )
    page = planned(replace(one, analysis=replace(one.analysis, weapons=weapons)))
    text = section(page[f"weapons/{weapon.id}.md"], "Figures given by articles")
    figures = re.findall(r"^\| (?!Figure|---)(.*?) \|", text, re.MULTILINE)
    assert figures == ["range", "range", "length", "length", "payload"]


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
