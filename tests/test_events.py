"""What happened, who did it, to whom, where and when: the cases of ``tests/cases/events``."""

from __future__ import annotations

import pytest
from workbench import Case, analysed, cases

from generator.extract.events import relations_of
from generator.model import Analysis, Event


def _fields(event: Event) -> dict[str, object]:
    return {
        "actors": set(event.actors),
        "to": set(event.recipients),
        "weapons": set(event.weapons),
        "place": event.place,
        "on": event.start,
        "status": event.status,
        "by": event.holder,
    }


def _fits(event: Event, kind: str, wanted: dict[str, str]) -> bool:
    if event.type != kind:
        return False
    fields = _fields(event)
    for key, value in wanted.items():
        held = fields[key]
        if isinstance(held, set):
            if held != (set() if value == "None" else set(value.split(", "))):
                return False
        elif str(held) != value:
            return False
    return True


def unmet(analysis: Analysis, line: str) -> str | None:
    """What is wrong with one expectation, or None.

    ``tests: actors=a, b; to=c; weapons=d; place=e; on=2024-05-01; status=happened; by=f``: an event
    of that type with exactly these, ``None`` for nobody; keys left out are free.
    ``not tests: ...``: no such event. ``no tests``: none of that type; ``no events``: none at all.
    ``2 tests``: as many.
    """
    shown = [f"{event.type} {event.verb!r} {_fields(event)}" for event in analysis.events]
    count, _, kind = line.partition(" ")
    if line == "no events":
        return None if not analysis.events else f"{line}: found {shown}"
    if count == "no" or count.isdigit():
        number = sum(event.type == kind for event in analysis.events)
        return None if number == (0 if count == "no" else int(count)) else f"{line}: found {shown}"
    kind, _, rest = line.removeprefix("not ").partition(": ")
    wanted = dict(part.split("=") for part in rest.split("; "))
    found = any(_fits(event, kind, wanted) for event in analysis.events)
    return None if found != line.startswith("not ") else f"{line}: found {shown}"


@pytest.mark.parametrize("case", cases("events"), ids=str)
def test_events_are_read_as_the_case_says(case: Case) -> None:
    """Every line of the case holds for the text above it."""
    analysis = case.analysis()
    assert [fault for line in case.expected if (fault := unmet(analysis, line))] == []


@pytest.mark.parametrize(
    "text",
    [
        "North Korea will supply KN-23 missiles to Russia.",
        "North Korea did not supply KN-23 missiles to Russia.",
        "North Korea could supply KN-23 missiles to Russia.",
    ],
)
def test_plans_and_denials_make_no_relation(text: str) -> None:
    """Two sides are tied by what happened or is reported, by nothing else."""
    assert relations_of(analysed(text).events) == ()


def test_a_relation_remembers_every_sentence_that_carries_it() -> None:
    """Evidence of the same tie adds up."""
    found = analysed(
        "China condemned Japan on Monday. The sea was calm. China condemned Japan again."
    ).relations
    ties = [item for item in found if (item.subject, item.object) == ("china", "japan")]
    assert [item.evidence for item in ties] == [("s1", "s3")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The size of Chinese support for Russia shows that Beijing wants a long war.",
            "support for Russia",
        ),
        ("Lavrov's visit to Pyongyang came a month after a trip.", "visit to Pyongyang"),
        ("Russia's latest missile launch comes a day after a trip.", "latest missile launch"),
        (
            "The guidelines were read in June and the special air drill staged by Russia in May.",
            "the special air drill staged by Russia in May",
        ),
        (
            "Putin met Kim Jong Un in Vladivostok and the two leaders discussed arms sales.",
            "met Kim Jong Un in Vladivostok",
        ),
        (
            "China backs Russia with machine tools, Washington says.",
            "backs Russia with machine tools",
        ),
        (
            "North Korea launched a missile towards the East Sea, South Korea's military said.",
            "launched a missile towards the East Sea",
        ),
        (
            "“China condemned Japan,” Lin Jian said in Beijing on Monday.",
            "condemned Japan",
        ),
    ],
)
def test_what_is_printed_of_an_event_is_one_clean_phrase(text: str, shown: str) -> None:
    """It ends before the next verb, the speaker and the closing quotation mark."""
    assert [event.text for event in analysed(text).events] == [shown]
