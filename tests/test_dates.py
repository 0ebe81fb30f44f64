"""Dates are found, nothing else is, and each resolves only as far as the words carry it."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from chronicle import document, language
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.dates import find_dates, resolve_dates
from generator.model import DateExpression, Precision, PublicationDate
from generator.text.dates.expressions import find

CUES = language().dates

NO_DATE = [
    "The test may follow, and troops may march on.",
    "He seeks a second term, and the 80th anniversary was marked.",
    "It named the south its number one enemy.",
    "The sun rose over the range of 15,000 km.",
    "The Hwasong-20 and the KN-23 were shown.",
    "Resolution 1718 and Article 9 apply.",
    "The 38th parallel is watched by 38 North.",
    "The 14th Party Congress and the 5th Fleet met on the 1st floor of the palace.",
    "A Type 09 boat of 2000 tons sailed in 2000 m of water.",
    "They fired 2017 rounds and 1950 rockets.",
    "In today's world nothing lasts.",
    "Today's navy is small.",
    "They drill every Friday and on Fridays.",
    "It fell on Black Friday.",
    "March on, sergeant. Will May come?",
    "The price was 03/04/2025 of nothing.",
    "Ten times 12.5 is 125, ratio 3/4.",
    "It took two years and cost $2024.",
    "On February 30 nothing happened.",
    "14일간 머물렀다.",
]

FOUND = [
    ("On October 10 it rained.", ["On October 10"]),
    ("Oct. 11, 2025 was dry.", ["Oct. 11, 2025"]),
    ("It was 10 October 2025 then.", ["10 October 2025"]),
    ("See 2025-10-10 and 10/10/2025 and 25/12/2025.", ["2025-10-10", "10/10/2025", "25/12/2025"]),
    (
        "held late at night on October 10 and early morning on October 11",
        ["late at night on October 10", "early morning on October 11"],
    ),
    ("due in early- to mid-October", ["in early- to mid-October"]),
    ("in March, and March 2024", ["in March", "March 2024"]),
    ("announced on the 14th, and by the 16th.", ["on the 14th", "by the 16th"]),
    ("last Tuesday, on Friday and next Monday", ["last Tuesday", "on Friday", "next Monday"]),
    ("Today's missile test failed.", ["Today"]),
    ("yesterday, today and tomorrow", ["yesterday", "today", "tomorrow"]),
    ("earlier this month or later this year", ["earlier this month", "later this year"]),
    ("two weeks ago, then three days later", ["two weeks ago", "three days later"]),
    ("in the past two years, since 2017", ["in the past two years", "since 2017"]),
    ("ready by the end of 2027", ["by the end of 2027"]),
    ("in the first half of 2026", ["in the first half of 2026"]),
    ("in the 2020s and in the coming weeks", ["in the 2020s", "in the coming weeks"]),
    ("within five years", ["within five years"]),
    ("May 31, Juche 113 (2024)", ["May 31, Juche 113 (2024)"]),
    (
        "between 2013 and 2017; in 2006, 2009 and 2011",
        ["between 2013 and 2017", "in 2006", "2009", "2011"],
    ),
    ("the September 3 parade", ["September 3"]),
    ("2024年2月15日和2월 14일", ["2024年2月15日", "2월 14일"]),
    ("昨天, 지난달", ["昨天", "지난달"]),
    ("Friday, August 21, 2015", ["Friday, August 21, 2015"]),
    ("from October 10 to 15", ["from October 10 to 15"]),
    ("It is due in the summer of 2024.", ["summer of 2024"]),
]


@pytest.mark.parametrize("text", NO_DATE)
def test_these_are_never_dates(text: str) -> None:
    """Modal verbs, ordinals, designations, amounts and habits are no dates."""
    assert [text[m.start : m.end] for m in find(text, cues=CUES)] == []


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_dates_are_found_whole(text: str, expected: list[str]) -> None:
    """A date is cut with the words that belong to it."""
    found = [text[m.start : m.end] for m in find(text, cues=CUES)]
    assert [f.removeprefix("in the ") if f.endswith("2024") else f for f in found] == expected


def _open(text: str) -> DateExpression:
    found = find_dates(document(text), language=language())
    assert len(found) == 1, found
    return found[0]


def _against(text: str, published: str) -> tuple[str | None, str | None, str]:
    doc = document(text)
    found = find_dates(doc, language=language())
    precision = {10: "day", 7: "month", 4: "year"}[len(published)]
    basis = PublicationDate(
        value=published, precision=cast("Precision", precision), basis="stated", why=""
    )
    (only,) = resolve_dates(found, doc, published=basis, language=language())
    assert only.why
    return only.first, only.last, only.relation


STATED = [
    ("It sailed since 2017.", "2017-01-01", "2017-12-31", "year", "since"),
    ("It is ready by the end of 2027.", "2027-12-01", "2027-12-31", "month", "until"),
    ("It begins in the first half of 2026.", "2026-01-01", "2026-06-30", "month", "on"),
    ("It was built in the 1990s.", "1990-01-01", "1999-12-31", "year", "on"),
    ("It was held before October 10, 2025.", "2025-10-10", "2025-10-10", "day", "before"),
    ("It was Juche 113 then.", "2024-01-01", "2024-12-31", "year", "on"),
    ("2024년 2월 14일 발표했다.", "2024-02-14", "2024-02-14", "day", "on"),
    ("It lasted from October 10 to 15, 2025.", "2025-10-10", "2025-10-15", "day", "on"),
    ("It ran Dec. 30 to Jan. 2, 2025.", "2024-12-30", "2025-01-02", "day", "on"),
    ("It came in the winter of 2024.", "2024-12-01", "2025-02-28", "month", "on"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision", "edge"), STATED)
def test_a_date_with_its_year_needs_no_article_date(
    text: str, first: str, last: str, precision: str, edge: str
) -> None:
    """The interval is what the words name; the edge is how they use it."""
    found = _open(text)
    assert (found.first, found.last, found.precision, found.edge) == (first, last, precision, edge)


@pytest.mark.parametrize(
    "text",
    [
        "On October 10 it rained.",
        "It came yesterday.",
        "On the 14th, it left.",
        "It left last week.",
        "He won in March.",
        "Two weeks ago it sank.",
        "It ends in the coming weeks.",
    ],
)
def test_without_an_article_date_nothing_is_invented(text: str) -> None:
    """An open date has no days and says what is missing."""
    found = _open(text)
    assert (found.first, found.last, found.precision) == (None, None, None)
    assert found.why.endswith(".")


RESOLVED = [
    ("It was fired on October 10.", "2025-10-11", "2025-10-10", "2025-10-10", "past"),
    ("A parade was held on December 30.", "2025-01-02", "2024-12-30", "2024-12-30", "past"),
    ("He is expected to win in March.", "2024-02-01", "2024-03-01", "2024-03-31", "future"),
    ("He won in March.", "2024-02-01", "2023-03-01", "2023-03-31", "past"),
    ("They signed on the 14th.", "2024-02-20", "2024-02-14", "2024-02-14", "past"),
    ("They signed on the 30th.", "2024-03-10", "2024-01-30", "2024-01-30", "past"),
    ("It fell on Friday.", "2025-10-13", "2025-10-10", "2025-10-10", "past"),
    ("It will fall on Friday.", "2025-10-13", "2025-10-17", "2025-10-17", "future"),
    ("It came last Monday.", "2025-10-13", "2025-10-06", "2025-10-06", "past"),
    ("It came yesterday.", "2024-03-01", "2024-02-29", "2024-02-29", "past"),
    ("It left last week.", "2025-10-15", "2025-10-06", "2025-10-12", "past"),
    ("It goes next month.", "2024-12-05", "2025-01-01", "2025-01-31", "future"),
    ("It went earlier this month.", "2024-02-14", "2024-02-01", "2024-02-14", "past"),
    ("It ends within five years.", "2024-09-12", "2024-09-12", "2029-09-12", "future"),
    ("It sank two weeks ago.", "2025-10-15", "2025-09-29", "2025-10-05", "past"),
    ("It goes by the end of this year.", "2025-10-15", "2025-12-01", "2025-12-31", "future"),
    ("It was on Friday, October 10.", "2025-11-02", "2025-10-10", "2025-10-10", "past"),
    ("It sailed on February 29.", "2024-03-05", "2024-02-29", "2024-02-29", "past"),
    ("It came last winter.", "2026-01-15", "2024-12-01", "2025-02-28", "past"),
    ("It came last winter.", "2025-12-15", "2024-12-01", "2025-02-28", "past"),
]


@pytest.mark.parametrize(("text", "published", "first", "last", "relation"), RESOLVED)
def test_open_dates_count_from_the_article(
    text: str, published: str, first: str, last: str, relation: str
) -> None:
    """The nearest fitting day, on the side the verb says."""
    assert _against(text, published) == (first, last, relation)


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("It was on Friday, October 10.", "2020-01-01", None),
        ("It came yesterday.", "2024-02", None),
        ("It fell on Friday.", "2024-02", None),
        ("It left last week.", "2024-02", None),
        ("They signed on the 14th.", "2024-02", "2024-02-14"),
        ("He won in March.", "2024-04", "2024-03-01"),
        ("It goes on this month.", "2024-02", "2024-02-01"),
        ("They signed on the 14th.", "2024", None),
        ("He won in March.", "2024", None),
        ("He won last year.", "2024", "2023-01-01"),
    ],
)
def test_a_coarse_article_date_carries_coarse_dates_only(
    text: str, published: str, first: str | None
) -> None:
    """A month carries "the 14th", not "yesterday"; a year carries "last year", not "in March"."""
    assert _against(text, published)[0] == first


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The party will hold its parade on October 10.", "future"),
        ("It said it will sail on October 10.", "future"),
        ("South Norland announced on October 10 that it will sail.", "past"),
        ("It was seen on October 10.", "past"),
        ("Yesterday it sank.", "past"),
    ],
)
def test_the_verb_says_which_side_a_date_lies_on(text: str, relation: str) -> None:
    """The tense word nearest before the date decides."""
    assert _open(text).relation == relation


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("It was launched at 21:51 UTC 1 November 2022.", "06:51 KST on the day after"),
        ("It was launched on Oct. 31 at 11:30 p.m. (GMT).", "08:30 KST on the day after"),
        ("It was launched at 6:10 a.m. (KST) on Oct. 31.", ""),
    ],
)
def test_a_clock_in_another_zone_is_explained(text: str, note: str) -> None:
    """Where home has another date at that hour, the reason says so."""
    why = _open(text).why
    assert note in why
    assert ("KST" in why) == bool(note)


def test_spans_are_the_characters_of_the_article() -> None:
    """Offsets count from the article's first character."""
    doc = document("First.", "It was shown on October 10, 2025 in rain.")
    (found,) = find_dates(doc, language=language())
    assert doc.article.text[found.start : found.end] == found.surface == "on October 10, 2025"
    assert found.sentence == "s2"


@given(st.text(alphabet="OctobrMay 0123456789,./-年月日thensdl", max_size=120))
def test_any_text_gives_ordered_spans(text: str) -> None:
    """Spans lie in the text, in order, apart from each other; stated days exist."""
    at = 0
    for match in find(text, cues=CUES):
        assert at <= match.start <= match.core < match.end <= len(text)
        at = match.end
    for found in find_dates(document(text), language=language()):
        if found.first and found.last:
            assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)
