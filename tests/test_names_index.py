"""Which spellings name an entity, and where a name may end."""

from __future__ import annotations

import pytest
from workbench import knowledge

from generator.knowledge.naming import build_indexes
from generator.text.tokens import tokenise

NAMES, TOPICS = build_indexes(knowledge())


def entities(text: str) -> set[str]:
    """Entities that some run of words from the first word on may name."""
    tokens = tokenise(text)
    return {str(name.entity) for _, names in NAMES.at(tokens, 0) for name in names}


def longest(text: str) -> str:
    """The longest run of words from the first on that names something."""
    tokens = tokenise(text)
    for end, _ in NAMES.at(tokens, 0):
        return text[tokens.starts[0] : tokens.ends[end - 1]]
    return ""


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Hwasong-2 flew", "hwasong-20"),
        ("Hwasong-200 flew", "hwasong-20"),
        ("Hwasong-20-1", "hwasong-20"),
        ("KN-234", "hwasong-11a"),
        ("KN-23A", "hwasong-11a"),
        ("DF-5", "df-5c"),
        ("DF-31", "df-31ag"),
        ("Hwasan-15", "hwasong-15"),
        ("north korea", "north-korea"),
        ("kim jong un", "kim-jong-un"),
        ("us", "united-states"),
        ("North. Korea", "north-korea"),
        ("North\n\nKorea", "north-korea"),
        ("North, Korea", "north-korea"),
        ("Pyongyanger", "pyongyang"),
    ],
)
def test_a_spelling_that_is_close_is_no_name(text: str, entity: str) -> None:
    """Nothing is matched loosely: not a number, not a letter, not across a stop."""
    assert entity not in entities(text)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("North Korea", "north-korea"),
        ("NORTH KOREA", "north-korea"),
        ("North\nKorea", "north-korea"),
        ("North  Korea", "north-korea"),
        ("North\u00a0Korea", "north-korea"),
        ("North Korea's", "north-korea"),
        ("North Korea’s", "north-korea"),
        ("North Korea-led", "north-korea"),
        ("Kim Jong Un", "kim-jong-un"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Kim Jong-Un", "kim-jong-un"),
        ("Hwasong-20", "hwasong-20"),
        ("Hwasong 20", "hwasong-20"),
        ("Hwasong\u201120", "hwasong-20"),
        ("Hwasong–20", "hwasong-20"),
        ("Hwasong-20.", "hwasong-20"),
        ("Hwasong-20,", "hwasong-20"),
        ("Hwasong-20)", "hwasong-20"),
        ("Hwasong-20-class", "hwasong-20"),
        ("KN-23", "hwasong-11a"),
        ("U.S.", "united-states"),
        ("U.S. Navy", "united-states"),
        ("金正恩出席", "kim-jong-un"),
        ("화성-18을", "hwasong-18"),
    ],
)
def test_a_spelling_of_the_same_name_is_found(text: str, entity: str) -> None:
    """Case, dashes, spaces, line breaks and endings do not hide a name."""
    assert entity in entities(text)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Kim Il Sung Square was full", "Kim Il Sung Square"),
        ("North Korea was there", "North Korea"),
        ("Hwasongpho-11Da-4.5 rose", "Hwasongpho-11Da-4.5"),
        ("Workers' Party of Korea met", "Workers' Party of Korea"),
    ],
)
def test_the_longest_name_comes_first(text: str, run: str) -> None:
    """What is inside a longer name is asked for only after it."""
    assert longest(text) == run


def test_every_strong_name_finds_its_entity() -> None:
    """No name of the knowledge is out of reach of the index that was built from it."""
    lost = [
        (entity.id, entity.name)
        for group in (knowledge().weapons, knowledge().actors, knowledge().places)
        for entity in group.values()
        if entity.extract
        and all(not alias.weak for alias in entity.aliases if alias.text == entity.name)
        and entity.id not in entities(entity.name)
    ]
    assert lost == []


def test_only_plain_names_are_looked_up() -> None:
    """``lookup`` gives names that need no other word to support them."""
    found = NAMES.lookup(("north", "korea"))
    assert found is not None
    assert found.entity == "north-korea"
    assert NAMES.lookup(("north",)) is None
    assert NAMES.lookup(("no", "such", "name")) is None
    assert NAMES.lookup(()) is None


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Foreign Ministry of the sea", "chinese-foreign-ministry"),
        ("Foreign Ministry of Japan", "chinese-foreign-ministry"),
    ],
)
def test_a_body_of_another_state_is_not_named(text: str, entity: str) -> None:
    """The name that several states have for a body needs the right state."""
    assert [end for end, names in NAMES.at(tokenise(text), 0) if end > 2] == [
        end for end, names in NAMES.at(tokenise(text), 0) if end > 2 and names[0].entity != entity
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Ministry of China",
        "Foreign Ministry of the People's Republic of China",
        "Ministry of Foreign Affairs of China",
        "Chinese Ministry of Foreign Affairs",
        "China's Ministry of Foreign Affairs",
    ],
)
def test_a_body_is_named_with_its_state(text: str) -> None:
    """Every order of the state and a name that several states have for a body."""
    assert longest(text) == text
    assert "chinese-foreign-ministry" in entities(text)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Russian Defense Ministry", "russian-defence-ministry"),
        ("Russian Defence Ministry", "russian-defence-ministry"),
        ("US Defence Department", "us-defense-department"),
        ("air defence missile", "sam"),
    ],
)
def test_a_name_is_known_in_both_spellings(text: str, entity: str) -> None:
    """British and American spelling are one name."""
    tokens = tokenise(text)
    found = {
        name.entity
        for index in (NAMES, TOPICS)
        for _, names in index.at(tokens, 0)
        for name in names
    }
    assert entity in found
