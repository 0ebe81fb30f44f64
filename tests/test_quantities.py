"""Amounts carry number, unit and comparison; names and dates with figures are no amounts."""

from __future__ import annotations

import pytest
from chronicle import document, language
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.quantities import find_quantities
from generator.text.quantities import find

CUES = language().units

NO_AMOUNT = [
    "The Hwasong-20 missiles and KN-23 missiles were shown.",
    "Resolution 1718, Article 9 and Chapter 7 apply.",
    "The 38th parallel is watched by 38 North.",
    "A Type 055 destroyer met Su-35 jets and F-16 jets.",
    "Its number one enemy seeks a second term.",
    "One of the missiles failed.",
    "Dozens of missiles and hundreds of people came.",
    "The 2024 missile tests were loud.",
    "Office 39 people came, and Unit 121 hackers.",
    "A 054A frigate and the 烈火-5导弹 sailed.",
    "Version 2.0 war, ratio 3:2, 10/10/2025.",
    "数百公里外、上千公里、两三百公里、三五公里、二、三百公里",
    "第2枚导弹和第1座发射架，제2 미사일",
    "第三公里处的一节课，四川舰共九艘",
]

AMOUNTS = [
    ("a range exceeding 15,000 kilometers", "exceeding 15,000 kilometers", ">", 15000, None, "km"),
    ("handed over 250 missiles", "250 missiles", "=", 250, None, "count:missiles"),
    ("over 250 missiles", "over 250 missiles", ">", 250, None, "count:missiles"),
    ("more than 300 km away", "more than 300 km", ">", 300, None, "km"),
    ("at least 11,000 troops", "at least 11,000 troops", ">=", 11000, None, "count:troops"),
    ("up to 2,000 km", "up to 2,000 km", "<=", 2000, None, "km"),
    ("as far as 500 km", "as far as 500 km", "<=", 500, None, "km"),
    ("no more than three warheads", "no more than three warheads", "<=", 3, None, "count:warheads"),
    ("not exceeding 500 kg", "not exceeding 500 kg", "<=", 500, None, "kg"),
    ("less than 50 m", "less than 50 m", "<", 50, None, "m"),
    ("some 1,000 suicide drones", "some 1,000 suicide drones", "~", 1000, None, "count:drones"),
    ("nearly 70 metres", "nearly 70 metres", "~", 70, None, "m"),
    ("flew 300 to 500 km", "300 to 500 km", "=", 300, 500, "km"),
    ("flew 10 km to 20 km", "10 km to 20 km", "=", 10, 20, "km"),
    (
        "between 3,000 and 5,500 kilometres",
        "between 3,000 and 5,500 kilometres",
        "=",
        3000,
        5500,
        "km",
    ),
    ("a 1,000-km-range missile", "1,000-km", "=", 1000, None, "km"),
    ("a 5,000-ton destroyer", "5,000-ton", "=", 5000, None, "t"),
    ("flew at Mach 5", "Mach 5", "=", 5, None, "mach"),
    ("flew at Mach 5 to 6", "Mach 5 to 6", "=", 5, 6, "mach"),
    ("a thrust of 1,971 kN", "1,971 kN", "=", 1971, None, "kN"),
    ("flew 600 kilometers (373 miles) east", "600 kilometers (373 miles)", "=", 600, None, "km"),
    ("70 metres or 230 feet", "70 metres or 230 feet", "=", 70, None, "m"),
    ("flew 373 miles", "373 miles", "=", 600, None, "km"),
    (
        "flew about 373 miles (600 kilometers)",
        "about 373 miles (600 kilometers)",
        "~",
        600,
        None,
        "km",
    ),
    ("a hull 820 feet (250 m) long", "820 feet (250 m)", "=", 250, None, "m"),
    ("at 250 knots", "250 knots", "=", 463, None, "km/h"),
    ("100 nautical miles off", "100 nautical miles", "=", 185, None, "km"),
    ("cost $1.5 billion", "$1.5 billion", "=", 1.5e9, None, "USD"),
    ("cost $3m", "$3m", "=", 3e6, None, "USD"),
    ("cost $1 to $2 billion", "$1 to $2 billion", "=", 1e9, 2e9, "USD"),
    ("2 billion won", "2 billion won", "=", 2e9, None, "KRW"),
    ("grew 2.3 percent", "2.3 percent", "=", 2.3, None, "percent"),
    ("15 000 km", "15 000 km", "=", 15000, None, "km"),
    ("5,000+ km", "5,000+ km", ">=", 5000, None, "km"),
    ("排水量8万余吨", "8万余吨", ">", 80000, None, "t"),
    ("500여㎞를", "500여㎞", ">", 500, None, "km"),
    ("350∼370㎞를", "350∼370㎞", "=", 350, 370, "km"),
    ("2 million pounds", "2 million pounds", "=", 2e6, None, "GBP"),
    ("more than the 3,000 tons of", "3,000 tons", "=", 3000, None, "t"),
    (
        "for 2 hours, 26 minutes and 18 seconds",
        "2 hours, 26 minutes and 18 seconds",
        "=",
        8778,
        None,
        "seconds",
    ),
    ("twenty-one shells", "twenty-one shells", "=", 21, None, "count:shells"),
    ("two or three missiles", "two or three missiles", "=", 2, 3, "count:missiles"),
    ("10 or more launchers", "10 or more launchers", ">=", 10, None, "count:launchers"),
    ("500 km or more", "500 km or more", ">=", 500, None, "km"),
    (
        "an estimated 10,000 North Korean soldiers",
        "an estimated 10,000 North Korean soldiers",
        "~",
        10000,
        None,
        "count:soldiers",
    ),
    ("射程超过15000公里", "超过15000公里", ">", 15000, None, "km"),
    ("约1.5万公里", "约1.5万公里", "~", 15000, None, "km"),
    ("射程三百公里", "三百公里", "=", 300, None, "km"),
    ("排水量约一点二万吨", "约一点二万吨", "~", 12000, None, "t"),
    ("排水量一萬二千噸", "一萬二千噸", "=", 12000, None, "t"),
    ("射程五百至六百公里", "五百至六百公里", "=", 500, 600, "km"),
    ("三十多公里", "三十多公里", ">", 30, None, "km"),
    ("距离一三〇公里", "一三〇公里", "=", 130, None, "km"),
    ("长三千米", "三千米", "=", 3000, None, "m"),
    ("1만5천㎞ 이상", "1만5천㎞ 이상", ">=", 15000, None, "km"),
    ("고도 7천687.5㎞", "7천687.5㎞", "=", 7687.5, None, "km"),
]


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_these_are_never_amounts(text: str) -> None:
    """Designations, resolutions, ordinals, years and vague counts are no amounts."""
    assert [text[m.start : m.end] for m in find(text, cues=CUES)] == []


@pytest.mark.parametrize(("text", "original", "op", "value", "value_to", "unit"), AMOUNTS)
def test_amounts_are_read_whole(
    text: str, original: str, op: str, value: float, value_to: float | None, unit: str
) -> None:
    """The span holds the comparing words; the value is in one unit."""
    (found,) = find(text, cues=CUES)
    assert text[found.start : found.end] == original
    assert (found.op, found.value, found.value_to, found.unit) == (op, value, value_to, unit)


def test_two_different_amounts_in_brackets_stay_two() -> None:
    """Only the same amount in another unit is taken in."""
    text = "flew 600 km (100 miles above ground)"
    assert [m.value for m in find(text, cues=CUES)] == [600, 161]


def test_a_length_of_time_in_a_date_is_no_amount() -> None:
    """ "two weeks ago" belongs to the dates; "for 12 minutes" is an amount."""
    doc = document("First.", "Two weeks ago it flew for 12 minutes, and in 2024 people saw it.")
    found = find_quantities(doc, language=language())
    assert [(q.surface, q.unit, q.sentence) for q in found] == [("12 minutes", "minutes", "s2")]
    assert doc.article.text[found[0].start : found[0].end] == "12 minutes"


@given(st.text(alphabet="0123456789,.-+ $%()kmto万천and", max_size=100))
def test_any_text_gives_ordered_spans(text: str) -> None:
    """Spans lie in the text, in order, apart from each other."""
    at = 0
    for match in find(text, cues=CUES):
        assert at <= match.start < match.end <= len(text)
        at = match.end
