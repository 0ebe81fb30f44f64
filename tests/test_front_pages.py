"""What the first page and the list of sources say: what changed, who published, nothing twice."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
import samples
from msgspec.structs import replace

from generator.library import assemble
from generator.model import ArticleId, Briefing, PublicationDate, Slug, Statement
from generator.pages import repetition
from generator.pages.links import Directory, Links
from generator.pages.paths import INDEX, SOURCES
from generator.pages.views.change_view import changes
from generator.pages.views.source_view import sources

TITLE = "Orsa opens a second shipyard"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        (TITLE, ""),
        (f"{TITLE.upper()}.", ""),
        (f"{TITLE} on Friday.", ""),
        ("A second shipyard opens, Orsa.", ""),
        ("A ferry sank off the cape.", "A ferry sank off the cape."),
        (
            "The harbour master of Orsa opens a second shipyard to foreign visitors this week.",
            "The harbour master of Orsa opens a second shipyard to foreign visitors this week.",
        ),
        (
            f"{TITLE}, the third port on the coast to have two.",
            "… the third port on the coast to have two.",
        ),
    ],
)
def test_what_a_text_says_beyond_its_title(text: str, left: str) -> None:
    """Nothing where it says the same, the rest where it begins with the title, else all of it."""
    assert repetition.beyond(TITLE, text) == left


def test_a_text_below_no_title_stands_whole() -> None:
    """A title of signs alone repeats nothing."""
    assert repetition.beyond("?!", "Nothing is known.") == "Nothing is known."


def statements(*texts: str) -> tuple[Statement, ...]:
    return tuple(Statement(text=text, evidence=(), holder=None) for text in texts)


def test_a_summary_is_never_emptied_by_its_bottom_line() -> None:
    """What repeats the bottom line stays while fewer than two others would be left."""
    listed = statements("It sank.", "Two were saved.")
    assert repetition.fresh(listed, above="It sank.") == listed


def test_a_summary_does_not_say_the_bottom_line_again() -> None:
    """Word for word is meant: case and signs do not count, one word more does."""
    listed = statements("It sank!", "Two were saved.", "It sank at noon.")
    assert repetition.fresh(listed, above="it sank") == listed[1:]


def test_days_put_in_do_not_make_it_another_sentence() -> None:
    """A bottom line has room for fewer of the days that are put in than the summary."""
    listed = statements(
        "It sank on Monday [2 June 2031].", "Two were saved.", "It sank [twice] now."
    )
    assert repetition.fresh(listed, above="It sank on Monday.") == listed[1:]
    assert repetition.fresh(listed, above="It sank on Tuesday.") == listed


def test_a_longer_form_of_the_bottom_line_goes_where_enough_is_left() -> None:
    """Up to two fifths of new words, all of the bottom line in its order, three others left."""
    above = "The ferry sank off Strelsau on Monday."
    longer = "The ferry sank off Strelsau on Monday, in thick fog."
    others = ("Two were saved.", "Nobody knows why.", "On Monday the ferry sank off Strelsau.")
    listed = statements(longer, *others)
    assert repetition.fresh(listed, above=above) == listed[1:]
    assert repetition.fresh(listed[:3], above=above) == listed[:3]
    news = statements(f"{longer[:-1]} after it had struck a rock that no chart shows.", *others)
    assert repetition.fresh(news, above=above) == news


def issued(day: str, **changed: object) -> Briefing:
    """The parade, told by another article of that day."""
    one = samples.parade()
    article = replace(one.article, id=ArticleId(day), file=f"seeds/{day}.txt")
    published = PublicationDate(value=day, precision="day", basis="stated", why="")
    analysis = replace(
        one.analysis, document=replace(one.analysis.document, article=article), published=published
    )
    return replace(one, analysis=analysis, slug=Slug(day), **changed)  # type: ignore[arg-type]


def seen(*briefings: Briefing) -> list[tuple[str, str, str]]:
    library = assemble(briefings, samples.knowledge())
    links = Links(origin=INDEX, directory=Directory.of(library))
    return [
        (
            one.date.iso,
            one.subject.text,
            one.status.value if one.status else one.predicate,
        )
        for one in changes(library, links=links)
    ]


def test_what_is_said_again_is_no_change() -> None:
    """The first briefing to say it counts, whichever is read first."""
    found = seen(issued("2026-02-02"), issued("2026-01-01"))
    assert ("2026-01-01", "Hwasong-20", "displayed") in found
    assert {day for day, _, _ in found} == {"2026-01-01"}


def test_what_is_hypothetical_or_only_named_is_no_change() -> None:
    """Of three things said of the two systems one happened."""
    found = seen(issued("2026-01-01"))
    assert [one for one in found if one[1].startswith("Hwasong")] == [
        ("2026-01-01", "Hwasong-20", "displayed")
    ]


def test_what_is_older_than_a_year_is_no_change() -> None:
    """Counted from the newest briefing, not from the day of the build."""
    later = issued("2028-01-01")
    quiet = replace(later, analysis=replace(later.analysis, weapons=(), relations=()))
    assert seen(issued("2026-01-01"), quiet) == []


def test_briefings_without_a_publisher_stand_last_together() -> None:
    """One row a publisher, most briefings first; grades and languages are told, not merged."""
    library = assemble(
        (
            issued("2026-01-01", publisher=None),
            issued("2026-01-02", publisher=None),
            issued("2026-01-03", publisher=None),
            issued("2026-01-04", publisher="Orsa  Review", reliability="B", credibility="2"),
            issued("2026-01-05", publisher="orsa review"),
        ),
        samples.knowledge(),
    )
    rows, _ = sources(library, links=Links(origin=SOURCES, directory=Directory.of(library)))
    assert [(one.publisher, one.briefings) for one in rows] == [
        ("orsa review", 2),
        ("", 3),
    ]
    assert rows[0].grades == ("B2", "F6")
    assert rows[0].date.iso == "2026-01-05"
    assert not rows[0].state_media


def test_a_publisher_of_the_knowledge_base_leads_to_its_page() -> None:
    """By any of its names; what the knowledge base calls a state's medium is called so."""
    known = samples.knowledge()
    identity, actor = next(iter(known.actors.items()))
    medium = dataclasses.replace(
        known, actors={**known.actors, identity: msgspec.structs.replace(actor, state_media=True)}
    )
    library = assemble((issued("2026-01-01", publisher=actor.name.upper()),), medium)
    (row,), _ = sources(library, links=Links(origin=SOURCES, directory=Directory.of(library)))
    assert row.publisher == actor.name
    assert row.state_media
    assert row.entity is not None
