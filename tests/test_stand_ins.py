"""Nouns that stand for a weapon named before."""

from __future__ import annotations

import pytest
from workbench import analysed


def _meant(text: str, noun: str) -> set[str]:
    analysis = analysed(f"Report\n\n{text}\n")
    return {str(item.entity) for item in analysis.mentions if item.surface == noun}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The frigate HMS Zenda met the frigate HMS Hentzau. The ship turned away.", "ship"),
        ("The frigate HMS Zenda followed the tanker for a day. The ship turned away.", "ship"),
        ("The frigate HMS Zenda left port. The ship owner was asleep.", "ship"),
        ("Ruritania showed the S-400. A system of this kind is costly.", "system"),
        ("Ruritania showed the S-400. The banking system collapsed.", "system"),
        ("The Romeo-class boat is old. He inspected a larger hull. The boat is grey.", "boat"),
        (
            "The S-400 is costly. Nobody knows. Nobody asks. Nobody cares. The system is old.",
            "system",
        ),
        ("The S-400 and the Patriot were compared. The system is costly.", "system"),
        ("The F-35 is costly. The vessel sailed at dawn.", "vessel"),
    ],
)
def test_a_noun_that_may_mean_something_else_means_nothing(text: str, noun: str) -> None:
    """Two that fit, a merchant ship near, a word that only names a sort, or too far behind."""
    assert not _meant(text, noun)


@pytest.mark.parametrize(
    ("text", "noun", "entity"),
    [
        ("The frigate HMS Zenda left port. The ship turned south at noon.", "ship", "zenda"),
        ("Turkey wanted the S-400. It received the system in 2019.", "system", "s-400"),
        ("The navy got its Hai Kun submarine. The 2,500-ton boat stayed up.", "boat", "hai-kun"),
        ("Poland bought the K2 tank. The 55-ton vehicles go to the east.", "vehicles", "k2"),
        ("The plane, which the ministry identified as a Y-9, turned back.", "plane", "y-9"),
    ],
)
def test_a_noun_means_the_only_weapon_of_its_sort(text: str, noun: str, entity: str) -> None:
    """Named in the sentences before, or in the clause that says what it is."""
    assert entity in _meant(text, noun)


def test_what_is_said_of_the_noun_is_said_of_the_weapon() -> None:
    """Its deeds and its figures."""
    analysis = analysed(
        "Report\n\nThe frigate HMS Zenda is old. The 3,000-ton ship entered the strait.\n"
    )
    zenda = next(item for item in analysis.weapons if item.id == "zenda")
    assert zenda.name == "Zenda"
    assert "deployed" in {claim.value for claim in zenda.status}
    assert [(spec.property, spec.value) for spec in zenda.specs] == [("displacement_t", 3000)]
