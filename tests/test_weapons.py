"""What is said to have happened to a weapon, and its figures: ``tests/cases/weapons``."""

from __future__ import annotations

import re

import pytest
from workbench import Case, cases

from generator.model import Analysis, Weapon

_FIGURE = re.compile(
    r"(?P<property>\w+) (?P<op>[=<>~]=?) (?P<value>[\d.]+)(?: to (?P<to>[\d.]+))?"
    r"(?: by (?P<holder>[\w-]+))?"
)
_STATUS = re.compile(r"(?P<value>[a-z-]+)(?: by (?P<holder>[\w-]+))?")


def unmet(analysis: Analysis, line: str) -> str | None:
    """What is wrong with one expectation, or None.

    ``no weapons`` and ``weapons: a, b`` say all that is listed. ``a: displayed`` (``by b``) and
    ``a: only mentioned`` speak of statuses, ``a: not used`` forbids one, ``a: outcome failure``
    tells how a flight ended; ``a: owned by b`` (``not owned by b``) whose it is;
    ``a: range_km > 15000`` (``= 350 to 400``, ``by b``) and
    ``a: no range_km`` (``no range_km = 300``) of figures.
    """
    found = {str(weapon.id): weapon for weapon in analysis.weapons}
    if line == "no weapons" or line.startswith("weapons: "):
        wanted = set() if line == "no weapons" else set(line[9:].split(", "))
        return None if set(found) == wanted else f"{line}: found {sorted(found)}"
    identity, _, claim = line.partition(": ")
    weapon = found.get(identity)
    if weapon is None:
        negative = claim.startswith(("not ", "no "))
        return None if negative else f"{line}: found {sorted(found)}"
    return None if _holds(weapon, claim) else f"{line}: found {_shown(weapon)}"


def _shown(weapon: Weapon) -> list[str]:
    status = [
        f"{item.value} by {item.holder} ({item.cue}{', if' if item.hypothetical else ''})"
        for item in weapon.status
    ]
    return status + [
        f"{item.property} {item.op} {item.value:g} to {item.value_to}" for item in weapon.specs
    ]


def _holds(weapon: Weapon, claim: str) -> bool:
    word, _, rest = claim.partition(" ")
    if claim.startswith(("owned by ", "not owned by ")):
        return (claim.rpartition(" ")[2] in weapon.owner) is (word == "owned")
    values = {item.value for item in weapon.status}
    if word == "only":
        return values == {rest}
    if word == "not":
        return rest not in values
    if word == "no" and _FIGURE.fullmatch(rest):
        return not _holds(weapon, rest)
    if word == "no":
        return all(item.property != rest for item in weapon.specs)
    if word == "outcome":
        return any(item.outcome == rest for item in weapon.status)
    figure = _FIGURE.fullmatch(claim)
    if figure is not None:
        return any(
            (item.property, item.op) == (figure["property"], figure["op"])
            and abs(item.value - float(figure["value"])) < 1
            and abs((item.value_to or item.value) - float(figure["to"] or figure["value"])) < 1
            and figure["holder"] in {None, item.holder}
            for item in weapon.specs
        )
    status = _STATUS.fullmatch(claim)
    assert status is not None, claim
    return any(
        item.value == status["value"]
        and not item.hypothetical
        and status["holder"] in {None, item.holder}
        for item in weapon.status
    )


@pytest.mark.parametrize("case", cases("weapons"), ids=str)
def test_weapons_are_read_as_the_case_says(case: Case) -> None:
    """Every line of the case holds for the text above it."""
    analysis = case.analysis()
    assert [fault for line in case.expected if (fault := unmet(analysis, line))] == []
