"""Names that the knowledge lacks, caught by their form."""

from __future__ import annotations

import pytest
from workbench import document, knowledge

from generator.extract.names import NameFinder

FINDER = NameFinder(knowledge())


def found(text: str) -> dict[str, tuple[str, str]]:
    """Surface -> type and full name."""
    doc = document(text)
    return {
        doc.article.text[name.start : name.end]: (name.type, name.name)
        for name in FINDER.find(doc)
        if not name.shared
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Morning Calm lasted.",
        "On Monday Morning the sun rose.",
        "Blue Skies and Green Fields were painted.",
        "He said However nothing.",
        "“Never Again,” the crowd said.",
        "According to Monday reports, nothing happened.",
        "The general said nothing.",
        "The Ministry said nothing.",
        "A university opened.",
        "President of the club.",
        "Analysts said nothing.",
        "In Total Silence they said goodbye.",
        "the minister said on Tuesday",
    ],
)
def test_a_capitalised_word_is_no_name_by_itself(text: str) -> None:
    """Only what the form makes plain is taken."""
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Gen. Park Min-seok spoke first.", "Park Min-seok"),
        ("Professor Maria Ortega disagreed.", "Maria Ortega"),
        ("Analyst John Q. Doe wrote it.", "John Q. Doe"),
        ("Jane Roe, an analyst at a bank, disagreed.", "Jane Roe"),
        ("“It is over,” said Hugo Brandt.", "Hugo Brandt"),
        ("Hugo Brandt said it was over.", "Hugo Brandt"),
        ("Lawmaker Choi Eun-ji asked why.", "Choi Eun-ji"),
        ("Jean-Luc O'Neill said it was over.", "Jean-Luc O'Neill"),
    ],
)
def test_people_are_found_by_title_or_speech(text: str, surface: str) -> None:
    """A title before, an occupation after, or a verb of saying beside the name."""
    assert found(text).get(surface) == ("person", surface)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He works at the Harlan Institute.", "Harlan Institute"),
        ("The University of Leeds published it.", "University of Leeds"),
        ("She joined the University of Leeds in May.", "University of Leeds"),
        ("It was built by Orion Shipyard in 2020.", "Orion Shipyard"),
        ("The Center for Naval Studies published it.", "Center for Naval Studies"),
        ("The 3rd report of the Baltic Research Foundation came.", "Baltic Research Foundation"),
    ],
)
def test_organisations_are_found_by_their_head_noun(text: str, surface: str) -> None:
    """An institute, a university, a yard: the noun says what the capitals name."""
    assert found(text).get(surface) == ("organisation", surface)


def test_a_surname_stands_for_the_person_named_before() -> None:
    """Once the full name is known, its last word is enough; in Korean names the first."""
    western = found("Hugo Brandt said it was over. Later Brandt left.")
    assert western["Brandt"] == ("person", "Hugo Brandt")
    korean = found("Gen. Park Min-seok spoke first. Then Park left.")
    assert korean["Park"] == ("person", "Park Min-seok")


def test_a_shared_surname_stands_for_nobody() -> None:
    """Two people of one surname cannot be told apart by it."""
    both = found("Hugo Brandt said yes. Anna Brandt said no. Then Brandt left.")
    assert "Brandt" not in both


def test_a_place_that_shares_a_surname_is_left_alone() -> None:
    """A capitalised word after the surname makes it part of another name."""
    names = found("Hugo Brandt said yes. The Brandt Line divides the world.")
    assert set(names) == {"Hugo Brandt"}
