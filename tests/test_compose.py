"""From an analysis to a briefing: address, description, tags, grade, sourcing statement."""

from __future__ import annotations

import re

import pytest
from workbench import analysed, document, knowledge

from generator.briefing import compose, sourcing_statement
from generator.briefing.corrections import unused
from generator.extract import analyse
from generator.model import Analysis, Briefing, EditorNotes

LAUNCH = (
    "North Korea fired a ballistic missile from Wonsan on May 4, 2019, South Korea's military said."
    " An official who asked not to be named said two more would follow. KCNA said the missile flew"
    " 400 kilometers."
)


def brief(text: str, **notes: object) -> Briefing:
    doc = document(text, notes=EditorNotes(**notes))  # type: ignore[arg-type]
    return compose(analyse(doc, knowledge=knowledge()), knowledge=knowledge())


def test_a_source_is_not_judged_unless_somebody_judged_it() -> None:
    """The grade fails closed: F and 6."""
    briefing = brief(LAUNCH)
    assert (briefing.reliability, briefing.credibility) == ("F", "6")
    assert (briefing.publisher, briefing.author, briefing.url) == (None, None, None)
    assert briefing.status == "draft"


def test_the_editor_goes_before_everything() -> None:
    """What stands beside the article is what is printed."""
    briefing = brief(
        LAUNCH,
        reliability="B",
        credibility="2",
        publisher="The Gazette",
        author="A. Writer",
        url="https://example.org/a",
        title="A launch at Wonsan",
        date="2019-05-05",
        status="reviewed",
        tags=("tests",),
    )
    assert (briefing.reliability, briefing.credibility) == ("B", "2")
    assert (briefing.publisher, briefing.author) == ("The Gazette", "A. Writer")
    assert briefing.url == "https://example.org/a"
    assert briefing.slug == "2019-05-05-a-launch-at-wonsan"
    assert briefing.status == "reviewed"
    assert "tests" in briefing.tags


def test_an_article_without_a_date_says_so_in_its_address() -> None:
    """No date is invented for the sake of a file name."""
    assert brief("North Korea condemned Japan. Nobody answered at once.").slug.startswith(
        "undated-"
    )


@pytest.mark.parametrize(
    "text",
    [LAUNCH, "朝鲜10日在平壤举行阅兵式。金正恩出席。", "Ünïted “Kîngdom” said: no/never? It did…"],
)
def test_an_address_is_safe_everywhere(text: str) -> None:
    """Lower-case letters, digits and hyphens, and not too long."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|[\w-]+", brief(text).slug)
    assert not re.search(r"[\s/?:“”]", brief(text).slug)
    assert len(brief(text).slug) <= 90


def test_a_description_is_short_and_ends_at_a_word() -> None:
    """Search results show two lines."""
    long = brief(
        "North Korea fired a ballistic missile from Wonsan on May 4, 2019, over the heads of "
        + "very " * 60
        + "many people."
    )
    assert len(long.description) <= 202
    assert long.description.endswith((".", "…"))


def test_the_sourcing_statement_counts_every_claim() -> None:
    """The parts add up to the number at its head, and named sources are named."""
    analysis = analysed(LAUNCH)
    text = sourcing_statement(analysis, knowledge=knowledge())
    assert text.startswith(f"{len(analysis.claims)} statement")
    assert "state media" in text
    assert "unnamed" in text
    assert text.endswith(".")


def test_one_statement_is_not_two() -> None:
    """The words agree with the number."""
    one = sourcing_statement(
        analysed("North Korea condemned Japan on Monday."), knowledge=knowledge()
    )
    assert not one.startswith("1 statements")


def test_tags_are_names_that_readers_know() -> None:
    """Known actors and weapons as displayed, each once."""
    tags = brief(LAUNCH).tags
    assert "North Korea" in tags
    assert len(set(tags)) == len(tags) <= 16


CORRECTED = (
    "Kim Jong Un met Anna Holm in Tokyo on Monday. Japan's premier will visit North Korea in May."
)


@pytest.mark.parametrize(
    "notes",
    [
        {},
        {"reject": ("kim-jong-un", "Anna Holm", "anna-holm", "TOKYO", "japan")},
        {"reject_outlook": ("Japan’s premier will",)},
        {"merge": {"japan": "south-korea"}},
    ],
)
def test_a_correction_that_met_something_is_no_finding(notes: dict[str, object]) -> None:
    """Names as written, identities of known and unknown names, with curly quotes or capitals."""
    assert [*unused(left(notes), knowledge=knowledge())] == []


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ({"reject": ("Anna Holm", "Ana Holm")}, ("reject", "Ana Holm")),
        ({"reject": ("ukraine",)}, ("reject", "ukraine")),
        ({"reject_outlook": ("premier will",)}, ("reject_outlook", "premier will")),
        ({"merge": {"jpan": "south-korea"}}, ("merge", "jpan")),
    ],
)
def test_a_correction_that_met_nothing_is_named(
    notes: dict[str, object], found: tuple[str, str]
) -> None:
    """With its key and its value, as the editor wrote them."""
    assert [*unused(left(notes), knowledge=knowledge())] == [found]


@pytest.mark.parametrize(
    ("item", "gone"),
    [
        ("kim-jong-un", "kim-jong-un"),
        ("Kim Jong Un", "kim-jong-un"),
        ("anna-holm", "anna-holm"),
        ("Anna Holm", "anna-holm"),
        ("TOKYO", "tokyo"),
    ],
)
def test_what_an_editor_rejects_is_read_nowhere(item: str, gone: str) -> None:
    """By identity or by the words as written, listed or known by its form alone; the other names
    stay as they are, and none takes its place."""
    before, after = left({}), left({"reject": (item,)})
    assert gone in {mention.entity for mention in before.mentions}
    assert after.mentions == tuple(one for one in before.mentions if one.entity != gone)
    assert gone not in {actor.id for actor in after.actors}
    assert gone not in {one for event in after.events for one in (*event.actors, *event.recipients)}


def left(notes: dict[str, object]) -> Analysis:
    return analyse(document(CORRECTED, notes=EditorNotes(**notes)), knowledge=knowledge())  # type: ignore[arg-type]
