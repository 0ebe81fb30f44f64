"""Scores against gold annotation."""

from __future__ import annotations

from typing import Any

import pytest
from workbench import analysed

from generator.evaluate import Tally, evaluate, fold, score

TEXT = (
    "North Korea displayed the Hwasong-20 at a parade in Pyongyang on October 10, 2025. "
    "Kim Jong Un said the missile has a range of more than 15,000 kilometers. "
    "North Korea will probably test the Hwasong-20 by the end of 2026. "
    "South Korea condemned the parade."
)
GOLD: dict[str, Any] = {
    "actors": [
        {"name": "North Korea", "type": "state", "surface": ["North Korea"]},
        {"name": "Kim Jong Un", "type": "person", "surface": ["Kim Jong Un"]},
        {"name": "South Korea", "type": "state", "surface": ["South Korea"]},
    ],
    "weapons": [
        {
            "name": "Hwasong-20",
            "surface": ["Hwasong-20"],
            "status": "displayed",
            "specs": [{"property": "range", "op": ">", "value": "15,000 km"}],
        }
    ],
    "outlook": [
        {
            "text": "North Korea will probably test the Hwasong-20 by the end of 2026.",
            "type": "forecast",
            "likelihood": "probably",
        }
    ],
    "not_outlook": ["South Korea condemned the parade."],
}


def test_a_right_analysis_scores_full_marks() -> None:
    """Nothing is missed and nothing wrong where analysis and gold agree."""
    report = score(analysed(TEXT), GOLD)
    for task in (
        "actors",
        "weapons",
        "weapon status",
        "specifications",
        "specifications at their weapon",
        "outlook sentences",
    ):
        assert (task, report[task].f1, report[task].misses) == (task, 1.0, [])
    assert report["spans"].wrong == 0


def test_an_empty_gold_finds_every_actor_wrong() -> None:
    """Precision is counted: what the gold lacks is an error."""
    report = score(analysed(TEXT), {"actors": []})
    assert report["actors"].wrong == len(analysed(TEXT).actors)
    assert report["actors"].precision == 0


def test_what_is_missing_is_named() -> None:
    """Each miss is a line that a person can act on."""
    gold = {"actors": [{"name": "Atlantis", "type": "state", "surface": ["Atlantis"]}]}
    tally = score(analysed(TEXT), gold, label="case")["actors"]
    assert tally.missed == 1
    assert "case: actor missed: Atlantis" in tally.misses


def test_an_optional_entry_may_be_missing() -> None:
    """It counts if found and is not held against the analysis if not."""
    gold = {"actors": [{"name": "Atlantis", "surface": ["Atlantis"], "optional": True}]}
    assert score(analysed(TEXT), gold)["actors"].missed == 0


def test_a_sentence_in_neither_list_is_not_counted() -> None:
    """The annotation guide calls it don't-care."""
    report = score(analysed(TEXT), {"outlook": [], "not_outlook": []})
    assert report["outlook sentences"].wrong == 0


def test_a_denied_outlook_is_an_error() -> None:
    """A sentence that the gold says is none counts against precision."""
    gold = {"not_outlook": [GOLD["outlook"][0]["text"]]}
    report = score(analysed(TEXT), gold)
    assert report["outlook sentences"].wrong == 1
    assert report["no outlook"].wrong == 1


def test_the_wrong_status_is_an_error() -> None:
    """Shown is not flown."""
    gold = {"weapons": [{"name": "Hwasong-20", "surface": ["Hwasong-20"], "status": "transferred"}]}
    assert score(analysed(TEXT), gold)["weapon status"].f1 == 0


OWN = "specifications at their weapon"
RANGE: dict[str, Any] = {"property": "range", "op": ">", "value": "15,000 km"}


def test_a_figure_at_another_weapon_is_an_error() -> None:
    """It is missed where it belongs, and wrong where it was found; the old task sees it there."""
    gold = {
        "weapons": [
            {"name": "Hwasong-20", "surface": ["Hwasong-20"]},
            {"name": "Wasp-1", "surface": ["Wasp-1"], "specs": [RANGE]},
        ]
    }
    report = score(analysed(TEXT), gold)
    assert (report[OWN].right, report[OWN].missed, report[OWN].wrong) == (0, 1, 1)
    assert report["specifications"].right == 1


def test_a_figure_that_two_weapons_share_is_no_error_at_one_of_them() -> None:
    """The one it was found at has it, the other one misses it, and nothing is wrong."""
    gold = {
        "weapons": [
            {"name": "Hwasong-20", "surface": ["Hwasong-20"], "specs": [RANGE]},
            {"name": "Wasp-1", "surface": ["Wasp-1"], "specs": [RANGE]},
        ]
    }
    tally = score(analysed(TEXT), gold)[OWN]
    assert (tally.right, tally.missed, tally.wrong) == (1, 1, 0)


@pytest.mark.parametrize(
    ("value", "optional", "right", "missed"),
    [
        ("5,000 km", False, 0, 1),  # a part of the number that was written is another number
        ("15,000 km", True, 1, 0),
        ("90 t", True, 0, 0),
        ("90 t", False, 0, 1),
        ("unknown", False, 0, 0),
    ],
)
def test_a_figure_is_its_whole_number(value: str, optional: bool, right: int, missed: int) -> None:
    """And one that is marked optional costs nothing when it is missed."""
    spec = {"value": value, "optional": optional}
    gold = {"weapons": [{"name": "Hwasong-20", "surface": ["Hwasong-20"], "specs": [spec]}]}
    tally = score(analysed(TEXT), gold)[OWN]
    assert (tally.right, tally.missed) == (right, missed)


def test_articles_without_gold_are_left_out() -> None:
    """And gold without an article is no error."""
    analyses = {"one": analysed(TEXT), "two": analysed(TEXT)}
    report = evaluate(analyses, {"one": GOLD, "three": GOLD})
    assert report["actors"].right == 3


def test_tallies_add_up() -> None:
    """Two articles of one task are one tally."""
    tally = Tally(right=1, missed=1, misses=["a"])
    tally.add(Tally(right=1, wrong=2, misses=["b"]))
    assert (tally.right, tally.missed, tally.wrong, tally.misses) == (2, 1, 2, ["a", "b"])


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(), 1.0, 1.0, 1.0),
        (Tally(right=1), 1.0, 1.0, 1.0),
        (Tally(right=1, wrong=1), 0.5, 1.0, 2 / 3),
        (Tally(missed=1), 1.0, 0.0, 0.0),
        (Tally(missed=1, wrong=1), 0.0, 0.0, 0.0),
    ],
)
def test_scores(tally: Tally, precision: float, recall: float, f1: float) -> None:
    """Nothing asked and nothing found is perfect; found nothing is a precision of one."""
    assert (tally.precision, tally.recall) == (precision, recall)
    assert tally.f1 == pytest.approx(f1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kim Jong-un", "KIM JONG UN", True),
        ("Hwasong-20", "hwasong 20", True),
        ("Hwasong-20", "Hwasong-2", False),
        ("朝鲜", "朝鲜 ", True),
        ("", "-", True),
    ],
)
def test_names_compare_without_case_hyphens_and_spaces(one: str, other: str, same: bool) -> None:
    """Nothing else is folded away."""
    assert (fold(one) == fold(other)) is same


@pytest.mark.parametrize(
    ("held_by", "right"),
    [("anonymous", 1), ("officials", 1), ("author", 0), ("South Korea", 0)],
)
def test_an_unnamed_holder_is_right_by_word_or_by_kind(held_by: str, right: int) -> None:
    """Gold names an unnamed source by its words or says that it is one; nobody else will do."""
    text = "The boats left the harbour on Monday, two officials said."
    gold = {"claims": [{"text": text, "attributed_to": held_by}]}
    assert score(analysed(text), gold)["holders"].right == right
