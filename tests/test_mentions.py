"""Which characters of an article name whom: the cases of ``tests/cases/mentions``."""

from __future__ import annotations

import re

import pytest
from workbench import Case, cases, named

from generator.model import Analysis

_LINK = re.compile(
    r"(?P<not>not: )?(?P<surface>.+?)"
    r"(?: -> (?P<entity>[\w-]+)(?: \((?P<rule>\w+)\))?)?"
)


def unmet(analysis: Analysis, line: str) -> str | None:
    """What is wrong with one expectation, or None.

    ``A -> b (rule)``: the words A name entity b, by that rule. ``not: A -> b``: no name of b
    touches A. ``not: A``: no name at all touches A. ``only: a, b``: these entities and no other.
    ``nothing``: no entity is named.
    """
    if line == "nothing" or line.startswith("only: "):
        wanted = set() if line == "nothing" else set(line[6:].split(", "))
        found = {str(mention.entity) for mention in analysis.mentions}
        return None if found == wanted else f"{line}: found {sorted(found)}"
    match = _LINK.fullmatch(line)
    assert match is not None, line
    touching = named(analysis, match["surface"])
    shown = [f"{item.surface} -> {item.entity} ({item.rule})" for item in touching]
    if match["not"]:
        bad = [item for item in touching if match["entity"] in {None, item.entity}]
        return f"{line}: found {shown}" if bad else None
    good = any(
        (item.surface, item.entity) == (match["surface"], match["entity"])
        and match["rule"] in {None, item.rule}
        for item in touching
    )
    return None if good else f"{line}: found {shown}"


@pytest.mark.parametrize("case", cases("mentions"), ids=str)
def test_names_are_read_as_the_case_says(case: Case) -> None:
    """Every line of the case holds for the text above it."""
    analysis = case.analysis()
    assert [fault for line in case.expected if (fault := unmet(analysis, line))] == []
