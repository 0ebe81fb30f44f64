"""The article's own date: stated, argued from what it reports, or honestly unknown."""

from __future__ import annotations

import pytest
from chronicle import document, knowledge, language, mentions
from ingesting import document as scraped

from generator.extract.dates import find_dates
from generator.extract.published import derive_published
from generator.model import Document, EditorNotes, Genre, PublicationDate, Stated

NAMES = {
    "norland": "Norland",
    "ostia": "Ostia",
    "rivera_party": "Rivera Party",
    "spear_9": "Spear-9",
    "young_agency": "Young Agency",
    "porto": "Porto",
}


def _published(doc: Document, genre: Genre = "unknown") -> PublicationDate:
    found = derive_published(
        doc,
        mentions=mentions(doc, **NAMES),
        dates=find_dates(doc, language=language()),
        knowledge=knowledge(),
        genre=genre,
    )
    assert found.why.endswith(".")
    return found


UNKNOWN = [
    ("Norland is set to sail next week.",),
    ("On October 10 the Norland fleet sailed.",),
    ("Norland has opposed the old pact since it was signed.", "It said so on Friday."),
    ("Ever since Norland and Ostia opened embassies, trade has grown.",),
    ("Norland recently spoke of the long war.",),
    ("Recently, Norland and Ostia opened embassies.",),
    ("In 2015 Norland was poor.", "It is rich now."),
    ("Norland recently said that after the election it may talk.",),
    ("On the 20th, Norland and Ostia announced new embassies.",),
    ("On May 9, 1945 the guns fell silent.", "The Young Agency holds a film on it."),
    ("Norland and Ostia announced embassies on the 14th, and showed the Spear-9.",),
    ("Norland will mark the 75th anniversary of the Rivera Party.",),
    ("In the run-up to the 75th anniversary of the Rivera Party the fleet sailed.",),
    ("Rivera Partyは創建75周年を控え、艦隊を出港させた。",),
    ("Rivera Party 창건 75주년을 앞두고 함대가 출항했다.",),
    ("The fleet sailed on Friday.", "It was the first since the failed launch in April 2019."),
    ("On Friday Norland spoke of the launch in April 2019.",),
    ("Norland will try again after its failed launch in April 2019 led to a ban.",),
    ("On May 5 Norland spoke of the launch in April 2019.",),
    ("The Spear-9, shown in May last year, was seen again.",),
    ("The Spear-9 was shown in March.",),
    ("The Spear-9, shown in March last year, was seen again.",),
    ("Norland opened a pier.", "The last time Norland opened embassies in Ostia was on the 14th."),
    (
        "The fleet sailed on Monday.",
        "It was loud.",
        "It was long.",
        "On the 14th, Norland had announced embassies in Ostia.",
    ),
    ("A rocket flew over Norland on March 6th.", "It was the Spear-9."),
    ("A rocket flew over Norland on March 5th.", "It was no other than the last one."),
    (
        "一。",
        "二。",
        "三。",
        "8月24日首舰开始试航。",
        "2017年6月28日在港口举行下水仪式的驱逐舰",
    ),
    ("Crowds marked the 75th anniversary of the victory over the Rivera Party.",),
    ("Rivera Party的抗战胜利75周年大会隆重举行。",),
    ("EEZ内に落ちるのは2019年10月以来2年ぶり。",),
    ("Norland marked the 12th anniversary of a long friendship.",),
    ("The ship came to commemorate the 75th anniversary of the Rivera Party-Norland alliance.",),
]

INFERRED = [
    (
        ("The fleet sailed from Norland on March 3, 2019.", "It returned on March 9."),
        "2019-03-09",
        "day",
    ),
    (("In March 2019 the fleet of Norland sailed.",), "2019-03", "month"),
    (
        ("For the 75th anniversary of the Rivera Party (June 12) a parade was held on June 13.",),
        "2025-06-13",
        "day",
    ),
    (("Crowds marked the 75th anniversary of the Rivera Party.",), "2025", "year"),
    (("On the 14th, Norland announced embassies in Ostia.",), "2021-05-14", "day"),
    (
        ("Norland answered with embassies in Ostia.", "On the 14th, the papers were signed."),
        "2021-05-14",
        "day",
    ),
    (
        (
            "Recently, Norland and Ostia opened embassies.",
            "Ostia recently sent a herald to Norland.",
        ),
        "2021-05",
        "month",
    ),
    (("Norland is set to hold its fleet review next week.",), "2023", "year"),
    (("Norland will hold a fleet review tomorrow.",), "2023-09-05", "day"),
    (("Norland will hold a fleet review next month.",), "2023-08", "month"),
    (
        ("The launch in Norland coincided with the 9th anniversary of the old pact.",),
        "2021",
        "year",
    ),
    (
        (
            "The launch in Norland coincided with the 9th anniversary of the old pact.",
            "On the 2nd, the ministry told of it.",
        ),
        "2021-02-02",
        "day",
    ),
    (
        ("It is the first of its kind in four years and four months since November 2017.",),
        "2022-03",
        "month",
    ),
    (("A rocket flew over Norland on March 5th.", "It was the Spear-9."), "2024-03-05", "day"),
    (("The Spear-9, shown in Porto in March last year, was seen again.",), "2025", "year"),
    (
        ("In April 2019 the fleet of Norland sailed.", "On April 9 it came back."),
        "2019-04",
        "month",
    ),
    (("Norland is voting this year, with the election expected in March.",), "2022", "year"),
]


@pytest.mark.parametrize("sentences", UNKNOWN)
def test_too_little_evidence_leaves_the_date_unknown(sentences: tuple[str, ...]) -> None:
    """Background, disagreement and lone day names never date an article."""
    found = _published(document(*sentences))
    assert (found.value, found.precision, found.basis) == (None, None, "unknown")


@pytest.mark.parametrize(("sentences", "value", "precision"), INFERRED)
def test_what_is_reported_dates_the_article(
    sentences: tuple[str, ...], value: str, precision: str
) -> None:
    """The newest event reported, as precisely as the evidence goes, with its sentences."""
    found = _published(document(*sentences))
    assert (found.value, found.precision, found.basis) == (value, precision, "inferred")
    assert found.evidence


def test_a_known_event_is_named_with_its_date() -> None:
    """A reader can check what the inference rests on."""
    why = _published(document("On the 14th, Norland announced embassies in Ostia.")).why
    assert "“On the 14th”" in why
    assert "Norland and Ostia open embassies, 14 May 2021" in why


def test_events_that_disagree_leave_it_unknown() -> None:
    """An event still to come cannot lie before one that has happened."""
    doc = document(
        "Recently, Norland held a fleet review.",
        "Norland is voting this year, with the election expected in March.",
    )
    found = _published(doc)
    assert found.value is None
    assert "disagrees" in found.why


def test_the_editor_outranks_the_article() -> None:
    """A date in the notes wins over a stated one."""
    stamp = Stated(start=0, end=7, value="2020-01-01")
    doc = document("Norland sailed.", published=stamp, notes=EditorNotes(date="2021-02"))
    found = _published(doc)
    assert (found.value, found.precision, found.basis) == ("2021-02", "month", "editor")


def test_a_stated_date_outranks_an_inferred_one() -> None:
    """What ingestion read as the publication date is taken as it stands."""
    stamp = Stated(start=0, end=6, value="2021-06-01")
    doc = document("On the 14th, Norland announced embassies in Ostia.", published=stamp)
    assert (_published(doc).value, _published(doc).basis) == ("2021-06-01", "stated")


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        (("PORTO, May 31, Juche 113 (2024) (NCA) -- The fleet sailed.",), "2024-05-31"),
        (("PORTO, Oct. 5, 2022 (Wire) -- The fleet sailed.", "It was loud."), "2022-10-05"),
        (("The fleet sailed.", "2024/11/01 11:02"), "2024-11-01"),
    ],
)
def test_datelines_and_stamps_state_the_date(sentences: tuple[str, ...], value: str) -> None:
    """A full date in front of an agency, or nearly alone at either end, is the article's own."""
    found = _published(document(*sentences))
    assert (found.value, found.basis) == (value, "stated")


def test_a_dateline_without_a_year_takes_it_from_the_story() -> None:
    """The dateline gives the day, the reported event the year."""
    text = "PORTO, May 16 (Wire) -- "
    doc = document(
        "On the 14th, Norland announced embassies in Ostia.",
        "It was news of May 16.",
        dateline=Stated(start=0, end=0, value=text),
    )
    assert _published(doc).value == "2021-05-16"


def test_an_empty_article_has_no_date() -> None:
    """No sentence, no date, no failure."""
    assert _published(document("")).value is None


def test_a_piece_that_argues_came_out_after_the_day_it_names_in_passing() -> None:
    """The day of an inner event dates a report; a commentary it dates to the month."""
    doc = document("The fleet sailed from Norland on March 3, 2019.", "It was a mistake.")
    assert _published(doc, "news").value == "2019-03-03"
    assert _published(doc, "commentary").value == "2019-03"
    known = document("On the 14th, Norland announced embassies in Ostia.")
    assert _published(known, "commentary").value == "2021-05-14"


@pytest.mark.parametrize(("opening", "value"), [("on Friday", "2029-11-02"), ("on Monday", None)])
def test_the_year_of_a_page_holds_where_the_day_of_the_week_agrees(
    opening: str, value: str | None
) -> None:
    """The copyright of a page may be of another year: 2 November 2029 is a Friday."""
    text = f"STRELSAU, Nov 2 (RNA) - Two barges left {opening}.\n\nThey were empty.\n\n"
    doc = scraped(f"{text}They came back at night.\n\n© 2029 RNA. All rights reserved.\n")
    assert _published(doc).value == value
