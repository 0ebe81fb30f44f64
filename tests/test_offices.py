"""Offices and bodies named by a state and a noun."""

from __future__ import annotations

import pytest
from workbench import analysed, knowledge

from generator.extract.offices import holders


def people(text: str, date: str | None = None) -> dict[str, str]:
    """Surface -> entity of everything read as an office or body."""
    analysis = analysed(text, date)
    return {item.surface: str(item.entity) for item in analysis.mentions if item.rule == "role"}


@pytest.mark.parametrize(
    "text",
    [
        "A leader needs patience.",
        "The president of the club resigned.",
        "Troops crossed the river.",
        "The foreign minister left.",
        "Leadership is a skill.",
        "Media reports differ.",
        "He is the leader of the group.",
        "An ambassador is a guest.",
    ],
)
def test_a_title_without_a_state_is_nobody(text: str) -> None:
    """What cannot be tied to a state is not guessed."""
    assert people(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "North Korean leader Kim Jong Un left.",
        "South Korean President Lee Jae-myung spoke.",
        "Russian Foreign Minister Sergei Lavrov landed.",
        "Chinese President Xi Jinping waved.",
        "Japanese Prime Minister Shigeru Ishiba resigned.",
    ],
)
def test_a_title_before_a_name_is_no_second_person(text: str) -> None:
    """The words belong to the person named after them."""
    analysis = analysed(text)
    assert sum(actor.type == "person" for actor in analysis.actors) == 1
    assert people(text) == {}


@pytest.mark.parametrize(
    ("text", "surface", "identity"),
    [
        (
            "The DPRK foreign minister left.",
            "DPRK foreign minister",
            "north-korea-foreign-minister",
        ),
        (
            "The South Korean defense minister spoke.",
            "South Korean defense minister",
            "south-korea-defence-minister",
        ),
        ("Japan's prime minister resigned.", "prime minister", "japan-premier"),
        ("The Chinese leadership was silent.", "Chinese leadership", "china-leadership"),
    ],
)
def test_an_office_of_a_state_is_an_actor(text: str, surface: str, identity: str) -> None:
    """It is named by its words, not by a person whom the article does not name."""
    assert people(text) == {surface: identity}


def test_the_holder_of_an_office_is_an_inference() -> None:
    """Who held it is said in a note, worded as an inference, and only for a dated article."""
    text = "The DPRK foreign minister was visiting Russia."
    dated = next(a for a in analysed(text, "2024-01-20").actors if a.type == "person")
    assert dated.known is False
    assert "Inferred" in str(dated.note)
    assert "Choe Son Hui" in str(dated.note)
    undated = next(a for a in analysed(text).actors if a.type == "person")
    assert undated.note is None


def test_the_leader_is_the_one_whom_the_article_names() -> None:
    """The words are his only if he stands in the article by name."""
    named = analysed("Kim Jong Un smiled. The North Korean leader then left.")
    assert {str(a.id) for a in named.actors if a.type == "person"} == {"kim-jong-un"}
    unnamed = analysed("The North Korean leader then left.")
    assert "kim-jong-un" not in {str(a.id) for a in unnamed.actors}


@pytest.mark.parametrize(
    ("state", "office", "at", "expected"),
    [
        ("north-korea", "foreign-minister", "2024-01-20", {"choe-son-hui"}),
        ("north-korea", "foreign-minister", "1950-01-01", set()),
        ("atlantis", "foreign-minister", "2024-01-20", set()),
        ("south-korea", "president", "2024-01-20", {"yoon-suk-yeol"}),
    ],
)
def test_an_office_has_the_holder_of_its_day(
    state: str, office: str, at: str, expected: set[str]
) -> None:
    """Nobody before the first and after the last day known."""
    found = {actor.id for actor, _ in holders(knowledge(), state=state, office=office, at=at)}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Any American president would agree.",
        "A former South Korean president agreed.",
        "The former Russian president agreed.",
        "The next Chinese premier will agree.",
        "Hugo Brandt, the Japanese defense minister, agreed.",
        "Hugo Brandt, South Korea's foreign minister, agreed.",
        "Chinese navy ships sailed on.",
        "Russian army boots were sold.",
        "The army said nothing.",
    ],
)
def test_words_that_are_no_office_of_now(text: str) -> None:
    """Former and future holders, the title of the one just named, and a noun before a noun."""
    assert people(text) == {}


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("The Vietnamese navy said it fired.", "vietnam-navy"),
        ("The Canadian army, he said, was ready.", "canada-army"),
        ("Ottawa and the Canadian air force agreed.", "canada-air-force"),
    ],
)
def test_a_service_of_a_state_is_an_organisation(text: str, identity: str) -> None:
    """It is one when it stands for itself."""
    actors = {str(actor.id): actor.type for actor in analysed(text).actors}
    assert actors[identity] == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said no.",
        "Defence Minister Hugo Brandt and Foreign Minister Anna Moor met. The minister said no.",
        "Defence Minister Hugo Brandt left. The minister of Peru said no.",
        "Defence Minister Hugo Brandt left. A minister said no.",
        "Defence Minister Hugo Brandt left. The general public said no.",
        "General Hugo Brandt left. The general staff said no.",
        "The minister said no. Defence Minister Hugo Brandt left.",
        "Hugo Brandt, a member of parliament, left. The member said no.",
        "Defence Minister Hugo Brandt left. The prime minister said no.",
    ],
)
def test_a_bare_title_is_not_guessed(text: str) -> None:
    """With two holders, none before it, or a noun after it, it stays open."""
    assert people(text) == {}


@pytest.mark.parametrize(
    ("text", "surface", "identity"),
    [
        ("Defence Minister Hugo Brandt left. The minister said no.", "minister", "hugo-brandt"),
        ("General Hugo Brandt left. Later the general said no.", "general", "hugo-brandt"),
        ("Hugo Brandt, a retired admiral, left. Then the admiral spoke.", "admiral", "hugo-brandt"),
        ("Analyst Anna Moor agreed. “No,” the analyst said.", "analyst", "anna-moor"),
    ],
)
def test_a_bare_title_refers_to_its_one_holder(text: str, surface: str, identity: str) -> None:
    """The last word of the title is enough, in small letters and after "the"."""
    assert people(text) == {surface: identity}
