"""Figures of weapons: spans, comparators, and how they stand to the knowledge."""

from __future__ import annotations

import pytest
from workbench import analysed

from generator.model import Specification


def specs(text: str, identity: str) -> tuple[Specification, ...]:
    """Figures that the analysis gives to one weapon."""
    return next((w.specs for w in analysed(text).weapons if w.id == identity), ())


@pytest.mark.parametrize(
    "text",
    [
        "Two Hwasong-18 missiles passed 300 guests.",
        "The Hwasong-18 was shown at 9 a.m. on July 12.",
        "The Hwasong-18 cost 20 million dollars.",
        "Growth fell by 3 percent after the Hwasong-18 launch.",
        "The Hwasong-18 stood 15 meters from the stand.",
    ],
)
def test_not_every_number_is_a_property(text: str) -> None:
    """Guests, hours, money and shares are no figures of a weapon."""
    allowed = {"quantity"}
    assert {item.property for item in specs(text, "hwasong-18")} <= allowed


@pytest.mark.parametrize(
    ("text", "property_", "op", "value", "original"),
    [
        (
            "The Hwasong-18 has a range exceeding 15,000 kilometers.",
            "range_km",
            ">",
            15000,
            "15,000 kilometers",
        ),
        ("The Hwasong-18 flew 1,001.2 km.", "flown_km", "=", 1001.2, "1,001.2 km"),
        (
            "The Hwasong-18 reached an altitude of about 6,648 km.",
            "apogee_km",
            "~",
            6648,
            "6,648 km",
        ),
        ("The Hwasong-18 has a range of 500 miles.", "range_km", "=", 804.7, "500 miles"),
    ],
)
def test_a_figure_is_its_own_characters(
    text: str, property_: str, op: str, value: float, original: str
) -> None:
    """The value is normalised; what is printed beside it is the slice it was read from."""
    (item,) = specs(text, "hwasong-18")
    assert (item.property, item.op) == (property_, op)
    assert item.value == pytest.approx(value, abs=0.1)
    assert text[item.start : item.end] == item.original
    assert original in item.original
    assert item.evidence == ("s1",)


@pytest.mark.parametrize(
    ("figure", "agreement"),
    [
        ("more than 800 kilometers", "agrees"),
        ("900 kilometers", "agrees"),
        ("200 kilometers", "differs"),
    ],
)
def test_a_range_is_held_against_the_knowledge(figure: str, agreement: str) -> None:
    """The KN-23 is known to fly 800 km or more; a figure agrees or differs, never merges."""
    (item,) = specs(f"The KN-23 has a range of {figure}.", "hwasong-11a")
    assert item.knowledge == agreement
    assert "800 km" in item.knowledge_note


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("The KN-23 flew 400 kilometers.", "hwasong-11a"),
        ("The destroyer has a displacement of 5,000 tons and was launched in May.", "destroyer"),
    ],
)
def test_what_the_knowledge_does_not_say_stays_unknown(text: str, identity: str) -> None:
    """A flown distance is no range, and a class has no figures of its own."""
    assert {item.knowledge for item in specs(text, identity)} == {"unknown"}


def test_two_sources_two_figures() -> None:
    """Figures never overwrite each other; each keeps who gave it."""
    found = specs(
        "South Korea's Joint Chiefs of Staff said the KN-23 flew 600 kilometers. "
        "Japan's Defense Ministry said the KN-23 flew 650 kilometers.",
        "hwasong-11a",
    )
    assert {(item.holder, item.value) for item in found} == {
        ("south-korean-joint-chiefs-of-staff", 600),
        ("japanese-defence-ministry", 650),
    }
