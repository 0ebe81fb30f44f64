"""Knowledge files that are wrong, and what an editor is told about each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.knowledge.parse import parse_knowledge
from generator.problems import Problem

CASES = Path(__file__).parent / "cases" / "knowledge"
KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
SMALL = {
    "sources.yml": "report: {title: A report}\nhearsay: {title: Not opened, seen: false}\n",
    "gazetteer.yml": (
        "sources: [report]\nstates:\n"
        "  norland: {name: Norland, iso2: NO, iso3: NOR, capital: Norburg}\n"
    ),
    "actors/arcadia.yml": "name: Arcadia\nkind: state\n",
    "actors/ada-archer.yml": "name: Ada Archer\nkind: person\ncountry: arcadia\n",
    "classes/missile.yml": "name: missile\nflies: true\naliases: [missiles]\n",
    "weapons/dart-3.yml": "name: Dart-3\nclass: missile\ncountry: arcadia\n",
    "places/arc-city.yml": "name: Arc City\nmetonym_of: arcadia\n",
}


@pytest.fixture(scope="module")
def base() -> Mapping[str, str]:
    language = {
        f"language/{path.name}": path.read_text("utf-8")
        for path in (KNOWLEDGE / "language").glob("*.yml")
    }
    return {**SMALL, **language}


def problems(base: Mapping[str, str], **changed: str) -> tuple[Problem, ...]:
    return parse_knowledge({**base, **changed})[1]


def told(found: tuple[Problem, ...]) -> list[tuple[str, str, int | None, str]]:
    return [(item.code, item.file, item.line, item.field) for item in found]


GOOD = {
    "a date without quotes stays text": ("events/e.yml", "name: E\ndate: 2024-02-14\n"),
    "an event may last": ("events/e.yml", "name: E\ndate: 2024-02-14/\n"),
    "an event may span days": ("events/e.yml", "name: E\ndate: 2024-02-27/2024-03-01\n"),
    "the code of Norway is a text": ("actors/n.yml", "name: Nn\nkind: state\niso2: NO\n"),
    "the words no and on are texts": ("actors/n.yml", "name: Nn\nkind: group\naliases: [no, on]\n"),
    "the identity may be repeated": ("actors/n.yml", "id: n\nname: Nn\nkind: group\n"),
    "aliases are letters, not patterns": (
        "actors/n.yml",
        "name: C++\nkind: group\naliases: ['a.*b', '[x']\n",
    ),
    "a weak alias may repeat a strong one": (
        "actors/n.yml",
        "name: Nn\nkind: group\naliases:\n  - {text: Dart-3, weak: true, rule: expanded}\n",
    ),
    "a city may bear the name of its state": (
        "places/a.yml",
        "name: Arcadia\nmetonym_of: arcadia\n",
    ),
    "two languages may share letters": (
        "actors/n.yml",
        "name: Nn\nkind: group\naliases:\n  - {text: Arcadia, lang: it}\n",
    ),
    "an ampersand inside a text is no anchor": (
        "actors/n.yml",
        "name: Nn & Sons\nkind: group\ndescription: 'A & B'\n",
    ),
}


@pytest.mark.parametrize(("file", "text"), GOOD.values(), ids=GOOD)
def test_what_may_be_written_is_not_complained_about(
    base: Mapping[str, str], file: str, text: str
) -> None:
    """Sound files give no finding and a knowledge base."""
    knowledge, found = parse_knowledge({**base, file: text})
    assert [str(item) for item in found] == []
    assert knowledge is not None


MISTAKES = yaml.safe_load((CASES / "mistakes.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_gives_one_finding_with_its_place_and_remedy(
    base: Mapping[str, str], case: dict[str, Any]
) -> None:
    """One mistake, one finding: code, file, line, field, and what to do about it."""
    found = problems(base, **{case["file"]: case["text"]})
    wanted = (case["code"], f"knowledge/{case['file']}", case["line"], case["field"])
    assert told(found) == [wanted]
    assert case["says"] in f"{found[0].message} {found[0].remedy}"
    assert found[0].remedy


@pytest.mark.parametrize("text", ["[" * 99999, "- " * 99999, "a: &" * 9999], ids=["[", "-", "&"])
def test_hostile_nesting_is_refused_before_it_is_parsed(base: Mapping[str, str], text: str) -> None:
    """Depth that would exhaust the parser gives one finding."""
    found = problems(base, **{"actors/n.yml": "name: " + text})
    assert [item.code for item in found] == ["E_YAML"]


def test_all_mistakes_come_at_once(base: Mapping[str, str]) -> None:
    """Findings of several fields and files come together, and none follows from another."""
    found = problems(
        base,
        **{
            "actors/n.yml": "name: 7\nkind: grp\ncountry: arcadai\nrolse: []\n",
            "actors/m.yml": "name: Mm\nkind: group\nparent: n\n",
            "weapons/k.yml": "name: Kk\nclass: missle\nstages: two\n",
            "places/broken.yml": "name: [\n",
            "places/p.yml": "name: Pp\nparent: broken\n",
        },
    )
    assert [(item.file.removeprefix("knowledge/"), item.line, item.field) for item in found] == [
        ("actors/n.yml", 1, "name"),
        ("actors/n.yml", 2, "kind"),
        ("actors/n.yml", 3, "country"),
        ("actors/n.yml", 4, "rolse"),
        ("places/broken.yml", 2, ""),
        ("weapons/k.yml", 2, "class"),
        ("weapons/k.yml", 3, "stages"),
    ]


@pytest.mark.parametrize("name", ["sources.yml", "language/dates.yml"])
def test_a_missing_file_is_named_once(base: Mapping[str, str], name: str) -> None:
    """What everything rests on may not be absent, and its absence is one finding."""
    files = {key: text for key, text in base.items() if key != name}
    knowledge, found = parse_knowledge(files)
    assert knowledge is None
    assert told(found) == [("E_KNOWLEDGE", f"knowledge/{name}", None, "")]


def test_a_light_state_is_an_actor_and_its_capital_a_place(base: Mapping[str, str]) -> None:
    """An entry of the gazetteer gives a state, its capital and the name of its government."""
    knowledge, _ = parse_knowledge(base)
    assert knowledge is not None
    state, city = knowledge.actors["norland"], knowledge.places["norburg"]
    assert (state.kind, state.iso2, state.capital) == ("state", "NO", "norburg")
    assert [metonym.text for metonym in state.metonyms] == ["Norburg"]
    assert (city.metonym_of, city.country, city.subtype) == ("norland", "norland", "capital-city")


def test_light_actors_and_places_have_the_keys_of_a_file(base: Mapping[str, str]) -> None:
    """They rest on the sources of the list unless they name their own, and are checked alike."""
    text = base["gazetteer.yml"] + (
        "actors:\n  norlings: {name: Norlings, kind: group, demonyms: {adjective: [Norling]}}\n"
        "places:\n  norsea: {name: Norsea, country: norland}\n"
    )
    knowledge, found = parse_knowledge({**base, "gazetteer.yml": text})
    assert knowledge is not None, told(found)
    people, sea = knowledge.actors["norlings"], knowledge.places["norsea"]
    assert (people.kind, people.demonyms.adjective) == ("group", ("Norling",))
    assert people.sources == knowledge.actors["norland"].sources
    assert sea.country == "norland"
    wrong = text.replace("country: norland", "country: nowhere").replace("kind: group", "kin: x")
    _, found = parse_knowledge({**base, "gazetteer.yml": wrong})
    assert {(item.file, item.field) for item in found} >= {
        ("knowledge/gazetteer.yml", "actors.norlings.kin"),
        ("knowledge/gazetteer.yml", "places.norsea.country"),
    }


def test_a_theatre_adds_to_the_words_of_the_language(base: dict[str, str]) -> None:
    """Without the file the clock at home is UTC; with it, zone and agencies are the project's."""
    plain, _ = parse_knowledge({name: text for name, text in base.items() if name != "theatre.yml"})
    theatre = "home_zone: JST\nstate_agencies: [Norland Herald]\nside_blocks: [fjord]\n"
    own, found = parse_knowledge({**base, "theatre.yml": theatre})
    assert plain is not None
    assert own is not None, found
    assert plain.language.dates.home_zone == "UTC"
    assert own.language.dates.home_zone == "JST"
    assert own.language.genre.agencies == (*plain.language.genre.agencies, "Norland Herald")
    assert own.language.actors.side_blocks == (*plain.language.actors.side_blocks, "fjord")


def test_a_theatre_with_an_unknown_key_is_refused(base: dict[str, str]) -> None:
    """A slip of the pen is named, as everywhere in the knowledge base."""
    _, found = parse_knowledge({**base, "theatre.yml": "home_zon: JST\n"})
    assert [(item.file, item.field) for item in found] == [("knowledge/theatre.yml", "home_zon")]
