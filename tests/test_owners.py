"""Whose a weapon is said to be: where the article does not say, nobody's."""

from __future__ import annotations

import pytest
from workbench import analysed

UNSAID = [
    ("The United States and Japan will train, and a new destroyer in Qingdao must sail.", ()),
    ("Beijing complained. Off Taiwan, F-16s were scrambled.", ()),
    ("The F-35 can carry eight such bombs.", ()),
    ("Patriot batteries in Poland were not moved after Moscow objected.", ()),
]
SAID = [
    ("The Hwasong-18 flew for 74 minutes.", ("north-korea",)),
    ("Taiwan scrambled its F-16s.", ("taiwan",)),
    ("South Korean F-16s and a tanker took off.", ("south-korea",)),
    ("Japan's F-35 fighters flew past the islands.", ("japan",)),
    ("Ukraine fired Patriot missiles at two drones.", ("ukraine",)),
    ("North Korea showed off a new hypersonic missile.", ("north-korea",)),
    ("Japan scrambled fighters to shadow a pair of Il-38 patrol planes.", ("japan",)),
    # A state that the knowledge base does not count among those that have it.
    ("Brazil's F-16s are a rumour.", ()),
]


def owners(text: str) -> tuple[str, ...]:
    return tuple(owner for weapon in analysed(text).weapons for owner in weapon.owner)[:1]


@pytest.mark.parametrize(("text", "expected"), UNSAID)
def test_a_state_that_only_stands_in_the_sentence_owns_nothing(
    text: str, expected: tuple[str, ...]
) -> None:
    """The honest answer is "not stated"."""
    assert owners(text) == expected


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_an_owner_has_it_or_does_something_with_it(text: str, expected: tuple[str, ...]) -> None:
    """A system of one state is its own; of several, the one that the article gives it to."""
    assert owners(text) == expected
