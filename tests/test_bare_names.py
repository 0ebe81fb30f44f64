"""Names that nothing vouches for: listed for an editor, with nothing built on them."""

from __future__ import annotations

import pytest
from workbench import analysed, document, knowledge

from generator.briefing import compose
from generator.explain import explain
from generator.extract import analyse
from generator.model import EditorNotes


def bare(text: str) -> dict[str, str | None]:
    """Surface -> guessed type."""
    found = {}
    for name in analysed(text).unvouched:
        assert text[name.start : name.end] == name.surface
        found[name.surface] = name.type
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was heard on Monday. Airstrikes went on in May and on Tues., Oct. 3.",
        "The President met the Foreign Minister. “They left,” the Minister said.",
        "He said: “Everybody knows. Rebels do.” Rebels knew it, and the rebels said so.",
        "I think so. That's fine. We're late. A.M. or P.M., OK?",
        "HARBOUR CLOSED AFTER STORM\n\nThe harbour stayed closed all day, people said.",
        "Harbour Closed After Storm\n\nThe harbour stayed closed all day, people said.",
        "It was Operation Silver Lantern, and the Harbour Act of Parliament, on Liberation Day.",
        "The harbour closed.\n\nFERRY FROM ZENDABAD TO HENTZAU\n\nIt rained all day, and the boats "
        "lay in port.",
        "Russia and Japan said so in Tokyo. Vladimir Putin spoke on Monday.",
        "Police Chief on Monday. Most of it was lost.",
        "В понедельник Иванов сказал. 朝鲜发射了导弹。",
    ],
)
def test_other_words_in_capitals_are_no_names(text: str) -> None:
    """Neither the beginning of a sentence, a title, a date, a heading nor a law is a name, and a
    name that is known or vouched for is listed where it belongs."""
    assert bare(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was fired from the hills near Zendabad on Monday.", "Zendabad", "place"),
        ("The shells hit the northern city of Ald Mora.", "Ald Mora", "place"),
        ("They crossed the Morva River at night.", "Morva River", "place"),
        ("In the end Zorvan, province of Elphin, fell.", "Elphin", "place"),
        ("It was the Black Michael Front again.", "Black Michael Front", "organisation"),
        ("It was taken from KQZF fighters.", "KQZF", "organisation"),
        ("The talks with the Morvani network failed.", "Morvani", "organisation"),
        ("Planes of the Syrian Zorvan Front left.", "Zorvan Front", "organisation"),
        ("They had named Anna Hentzau only.", "Anna Hentzau", "person"),
        ("The letter to Hentzau's wife was lost.", "Hentzau", "person"),
        ("They had seen Zorvan Elph and Morva Pell.", "Morva Pell", "person"),
        ("The crew of the Blue Petrel waited for Zorvanex.", "Zorvanex", None),
        ("Zorvanex slept. The crew of Zorvanex slept too.", "Zorvanex", None),
    ],
)  # fmt: skip
def test_a_bare_name_is_seen_and_typed_by_its_neighbours(
    text: str, name: str, kind: str | None
) -> None:
    """What nobody introduced is a name all the same; without a hint it has no type."""
    assert (name, kind) in bare(text).items()


def test_one_hint_serves_the_whole_article() -> None:
    """The guess is made for the name, not for each place where it stands."""
    text = "Shells fell near Zendabad. The road to Zendabad was cut, and Zendabad burnt."
    assert [(item.surface, item.type) for item in analysed(text).unvouched] == [
        ("Zendabad", "place")
    ] * 3


def test_hints_that_contradict_each_other_give_no_type() -> None:
    """An honest gap, not the first guess."""
    assert bare("It was near Zorvan. It was taken by Zorvan fighters.") == {"Zorvan": None}


def test_nothing_is_built_on_a_bare_name() -> None:
    """It is no mention and no actor, no weapon and no place; the briefing does not print it."""
    analysis = analysed("Shells fell near Zendabad, and Zorvanex fired missiles at Zendabad.")
    built = repr((analysis.mentions, analysis.actors, analysis.weapons))
    assert {item.surface for item in analysis.unvouched} == {"Zendabad", "Zorvanex"}
    assert "Zendabad" not in built
    assert "Zorvanex" not in built


def test_an_editor_sees_each_name_once_and_may_reject_it() -> None:
    """`briefings explain` lists it with its sentences; a rejected name is gone for good."""
    text = "Shells fell near Zendabad. The road to Zendabad was cut by Zorvanex."
    lines = [piece.text for piece in explain(compose(analysed(text), knowledge=knowledge()))]
    place = lines.index("\nNames seen, not vouched for: add an entity file or reject\n")
    assert lines[place + 1 : place + 3] == [
        "  Zendabad (place?) [s1, s2]\n",
        "  Zorvanex [s2]\n",
    ]
    rejected = analyse(
        document(text, notes=EditorNotes(reject=("zendabad",))), knowledge=knowledge()
    )
    assert [item.surface for item in rejected.unvouched] == ["Zorvanex"]
