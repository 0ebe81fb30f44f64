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
        ("The Hwasong-18 has a range of 500 miles.", "range_km", "=", 805, "500 miles"),
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


NO_FIGURE: tuple[tuple[str, str], ...] = (
    ("火星-17为800公里，火星-18则不同。", "hwasong-17"),
    ("火星-17射程为800公里，在火星-18后方40公里处。", "hwasong-18"),
    ("自己的侦察卫星只有几颗，要打1000公里外的军舰还得靠别人。", "military-satellite"),
    ("The Hwasong-18 was shown 40 km north of the capital.", "hwasong-18"),
    ("The Hwasong-18 stood beside guests who waited 27 hours.", "hwasong-18"),
    ("The Hwasong-18 was filmed with a 50 mm lens.", "hwasong-18"),
    ("055驱逐舰在大连下水。", "destroyer"),
    ("The K9 howitzer costs more than NT$ and little else.", "k9"),
)


@pytest.mark.parametrize(("text", "identity"), NO_FIGURE)
def test_a_figure_without_its_word_is_no_property(text: str, identity: str) -> None:
    """Distances to a town, waiting times and lenses stay out."""
    assert specs(text, identity) == ()


FIGURES: tuple[tuple[str, str, str, str, float], ...] = (
    ("火星-17射程为1万公里，火星-18为一万五千公里。", "hwasong-18", "range_km", "=", 15000),
    (
        "The Hwasong-17 has a range of 9,000 km, the Hwasong-18 only 8,000 km.",
        "hwasong-18",
        "range_km",
        "=",
        8000,
    ),
    # text, weapon, property, comparison, value
    ("The Hwasong-18 hit a target 365 kilometres away.", "hwasong-18", "flown_km", "=", 365),
    ("The Hwasong-18 flew 600 km at an altitude of 50 km.", "hwasong-18", "flown_km", "=", 600),
    ("The Hwasong-18 flew 600 km at an altitude of 50 km.", "hwasong-18", "apogee_km", "=", 50),
    ("The Hwasong-18 has a diameter of 2 meters.", "hwasong-18", "diameter_m", "=", 2),
    ("The Hwasong-18 has a diameter of 180 cm.", "hwasong-18", "diameter_m", "=", 1.8),
    ("The Hwasong-18 flew for 74 minutes.", "hwasong-18", "flight_time_min", "=", 74),
    ("The Hwasong-18 has a payload of 1.5 tons.", "hwasong-18", "payload_kg", "=", 1500),
    ("The K9 howitzer is priced at NT$310 million apiece.", "k9", "price_twd", "=", 310e6),
    (
        "The Akizuki-class destroyer has a top speed of 30 kt.",
        "akizuki-class",
        "speed_kmh",
        "=",
        55.56,
    ),
    ("The Akizuki-class destroyer has a breadth of 18 m.", "akizuki-class", "beam_m", "=", 18),
    ("The Chollima-1 can place 2.5 tons into orbit.", "chollima-1", "payload_kg", "=", 2500),
    ("MK-48全長5.8公尺，重約1,676公斤。", "mk-48", "weight_kg", "~", 1676),
    ("한국군은 170㎜ 자주포 30문을 배치했다.", "koksan-gun", "quantity", "=", 30),
    ('They got 50 M-1978 "Koksan" howitzers.', "koksan-gun", "quantity", "=", 50),
    (
        "They sent 20 new 240mm multiple rocket launchers.",
        "240mm-multiple-rocket-launcher",
        "quantity",
        "=",
        20,
    ),
    ("They sold 220 pieces of 170-mm self-propelled guns.", "artillery", "quantity", "=", 220),
    (
        "The Type 055 has 112 Vertical Launch System (VLS) cells.",
        "type-055",
        "launch_tubes",
        "=",
        112,
    ),
    ("MQ-9은 폭 20m에 고도 6~13km를 난다.", "mq-9", "wingspan_m", "=", 20),
    (
        "North Korea tested the Hwasong-18. It flew about 1,000 km.",
        "hwasong-18",
        "flown_km",
        "~",
        1000,
    ),
    ("朝鲜试射了火星-18，射程超过1.5万公里。", "hwasong-18", "range_km", ">", 15000),
    ("朝鲜试射了火星-18，最大飞行高度6518公里。", "hwasong-18", "apogee_km", "=", 6518),
    ("朝鲜试射了火星-18，飞行距离1001.2公里。", "hwasong-18", "flown_km", "=", 1001.2),
    ("朝鲜试射了火星-18，飞行时间4415秒。", "hwasong-18", "flight_time_s", "=", 4415),
    (
        "북한은 화성-18형을 발사했다. 최대고도 6천518.2㎞까지 올라갔다.",
        "hwasong-18",
        "apogee_km",
        "=",
        6518.2,
    ),
    ("북한은 화성-18형을 발사했다. 비행거리 1천2.3㎞였다.", "hwasong-18", "flown_km", "=", 1002.3),
    (
        "북한은 화성-18형을 발사했다. 사거리가 1만5천㎞를 넘는다.",
        "hwasong-18",
        "range_km",
        ">",
        15000,
    ),
)


@pytest.mark.parametrize(("text", "identity", "property_", "op", "value"), FIGURES)
def test_figures_in_many_spellings_find_their_property(
    text: str, identity: str, property_: str, op: str, value: float
) -> None:
    """Two figures of one sentence stay apart; Chinese and Korean numbers are read in full."""
    found = {item.property: item for item in specs(text, identity)}
    assert property_ in found
    assert (found[property_].op, found[property_].value) == (op, pytest.approx(value))
