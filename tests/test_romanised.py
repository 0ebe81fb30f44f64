"""Other Latin spellings of a listed Korean's name lead to that person, and only to that person."""

from __future__ import annotations

import pytest
from workbench import analysed, knowledge

from generator.knowledge.romanised import romanised, spellings

LETTERS = knowledge().language.actors.korean.romanisation


def found(text: str) -> dict[str, str]:
    """Surface -> identity, of persons."""
    mentions = analysed(text).mentions
    return {m.surface: m.entity for m in mentions if m.kind == "actor" and "kore" not in m.entity}


@pytest.mark.parametrize(
    ("text", "surface", "listed"),
    [
        ("The singer Kim Jung-eun opened the fair in Busan.", "Kim Jung-eun", "kim-jong-un"),
        (
            "Analyst Choi Seon-hui said North Korea would wait.",
            "Choi Seon-hui",
            "choe-son-hui",
        ),
        (
            "North Korea would wait, said Choi Seon-hui, a senior research fellow.",
            "Choi Seon-hui",
            "choe-son-hui",
        ),
        ("The port of Odesa was hit, said Kim Jeong-eun.", "Kim Jeong-eun", "kim-jong-un"),
        ("North Korea sent Kim Jong-hun to the talks.", "Kim Jong-hun", "kim-jong-un"),
        ("North Korea sent Kim Yu-jong to the talks.", "Kim Yu-jong", "kim-yo-jong"),
    ],
)
def test_another_bearer_of_the_name_stays_himself(text: str, surface: str, listed: str) -> None:
    """Without the state, or called something the listed person is not, nobody is merged."""
    assert found(text).get(surface) != listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "North Korea's Kim Jeong-eun met Choi Seon-hui on Monday.",
            {"Kim Jeong-eun": "kim-jong-un", "Choi Seon-hui": "choe-son-hui"},
        ),
        (
            "Premier Kim Deok Hoon and Marshal Ri Byung Chol of North Korea came.",
            {"Kim Deok Hoon": "kim-tok-hun", "Ri Byung Chol": "ri-pyong-chol"},
        ),
        (
            "Pyongyang named Lee Byung-chul, and North Korea's Pak Jeong Cheon went.",
            {"Lee Byung-chul": "ri-pyong-chol", "Pak Jeong Cheon": "pak-jong-chon"},
        ),
        (
            "South Korean President Lee Jaemyung met Jung Dong-yeong.",
            {"Lee Jaemyung": "lee-jae-myung", "Jung Dong-yeong": "chung-dong-young"},
        ),
    ],
)
def test_other_spellings_lead_to_the_listed_person(text: str, expected: dict[str, str]) -> None:
    """By the rules of South and North, by McCune-Reischauer, by habit; given name in one or two."""
    assert expected.items() <= found(text).items()


@pytest.mark.parametrize("name", ["", "김", "Kim", "金正恩", "김정은가나", "뷁정은"])
def test_what_is_no_listed_form_of_name_has_no_spelling(name: str) -> None:
    """Not hangul, too short or too long, or a surname without an entry."""
    assert list(spellings(name, LETTERS)) == []


def test_no_two_persons_share_a_spelling() -> None:
    """A spelling of two persons is nobody's, and one that a file gives stays with its bearer."""
    actors = knowledge().actors
    pairs = [(text, actor.id) for actor, text in romanised(actors, LETTERS, listed=frozenset())]
    assert len({text for text, _ in pairs}) == len(pairs) > 500
    listed = frozenset({"kim jung un"})
    assert "Kim Jung Un" not in {text for _, text in romanised(actors, LETTERS, listed=listed)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea's actress Ju Ae sang.", {}),
        ("The king of Ruritania came with his daughter Ju Ae.", {"Ju Ae": "ju-ae"}),
        ("North Korea waits. The singer came with his sister Flavia.", {}),
        ("North Korea's Kim Jong Un came with his daughter Ju Ae.", {"Ju Ae": "kim-ju-ae"}),
        ("In North Korea, his sister, Yo-jong, spoke.", {"Yo-jong": "kim-yo-jong"}),
        ("In North Korea, wife Sol Ju and daughter Ju-ae watched.", {"Ju-ae": "kim-ju-ae"}),
    ],
)
def test_a_given_name_counts_behind_a_word_of_kinship(text: str, expected: dict[str, str]) -> None:
    """And only where the article speaks of the listed person's state."""
    assert expected.items() <= found(text).items()
    assert expected or not {"kim-ju-ae", "kim-yo-jong"} & set(found(text).values())
