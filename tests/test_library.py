"""Briefings are linked the same way whatever order they come in."""

from __future__ import annotations

import itertools

import pytest
import samples
from msgspec.structs import replace

from generator.library import assemble
from generator.model import ArticleId, Briefing, Mention, Slug


def with_identity(one: Briefing, identity: str, **changes: object) -> Briefing:
    """The same briefing of another article."""
    document = one.analysis.document
    article = replace(document.article, id=ArticleId(identity))
    analysis = replace(one.analysis, document=replace(document, article=article))
    return replace(one, analysis=analysis, **changes)  # type: ignore[arg-type]


def test_an_empty_library_is_one() -> None:
    """No briefing, no dossier, no failure."""
    library = assemble((), samples.knowledge())
    assert (library.briefings, library.actors, library.timeline) == ((), (), ())


def test_the_order_of_input_is_irrelevant() -> None:
    """Every order of the same briefings gives the same library."""
    twin = with_identity(samples.parade(), "twin")
    every = (*samples.samples(), twin)
    knowledge = samples.knowledge()
    expected = assemble(every, knowledge)
    for order in itertools.permutations(every):
        assert assemble(order, knowledge) == expected


def test_newest_first_and_undated_last() -> None:
    """Briefings stand by date, newest first; one without a date comes last."""
    dates = [one.analysis.published.value for one in samples.library().briefings]
    assert dates == ["2026-03", "2025-10-10", None]


def test_slug_collisions_do_not_depend_on_rivals() -> None:
    """The smallest identity keeps the slug; the others carry their own identity."""
    one, two, three = (with_identity(samples.talks(), name) for name in ("b1", "a1", "c1"))
    slugs = {
        b.article.id: b.slug for b in assemble((one, two, three), samples.knowledge()).briefings
    }
    fewer = {b.article.id: b.slug for b in assemble((three, two), samples.knowledge()).briefings}
    assert slugs["a1"] == "talks"
    assert slugs["c1"] == fewer["c1"]
    assert slugs["c1"].startswith("talks-c1")
    assert len(set(slugs.values())) == 3


@pytest.mark.parametrize("name", ["schema", "briefings", "index", "actors"])
def test_no_briefing_takes_the_name_of_a_table(name: str) -> None:
    """``data/actors.json`` is the table of actors, whatever an article is called."""
    library = assemble((replace(samples.talks(), slug=Slug(name)),), samples.knowledge())
    assert library.briefings[0].slug != name


def test_a_dossier_links_back_to_sentence_and_mention() -> None:
    """Each backlink names briefing, sentence and the exact characters."""
    library = samples.library()
    north = next(one for one in library.actors if one.id == "north-korea")
    assert [link.briefing.slug for link in north.backlinks] == [
        "two-kn-23-missiles-fired",
        "2025-10-10-hwasong-20-displayed-in-pyongyang",
    ]
    for link in north.backlinks:
        for mention in link.mentions:
            text = link.briefing.article.text
            assert text[mention.start : mention.end] == mention.surface
            assert link.sentence.start <= mention.start < mention.end <= link.sentence.end


def test_unknown_actors_have_a_dossier_without_knowledge() -> None:
    """An actor seen by its form alone is linked, and nothing is claimed to be known of it."""
    analyst = next(one for one in samples.library().actors if one.id == "mira-vanholt")
    assert analyst.entity is None
    assert len(analyst.statements) == 1


def test_status_is_gathered_as_it_was_said() -> None:
    """A weapon's dossier keeps each article's own status, hypothetical ones marked."""
    weapon = next(one for one in samples.library().weapons if one.id == "hwasong-20")
    assert [(one.status.value, one.status.hypothetical) for one in weapon.status] == [
        ("displayed", False),
        ("flight-tested", True),
    ]


def test_places_are_linked() -> None:
    """A place has the sentences that name it."""
    assert [(one.name, len(one.backlinks)) for one in samples.library().places] == [
        ("Pyongyang", 1)
    ]


def test_timeline_runs_forward_and_ends_undated() -> None:
    """Oldest event first; what has no date comes last."""
    assert [entry.event.start for entry in samples.library().timeline] == ["2025-10-10", None]


def test_related_briefings_share_what_their_sentences_name() -> None:
    """The reason names what both briefings name; talks name nothing and are related to nothing."""
    library = samples.library()
    by_slug = {one.slug: one for one in library.briefings}
    near = by_slug[Slug("two-kn-23-missiles-fired")].related
    assert [one.why for one in near] == ["Both name Hwasong-11A and North Korea."]
    assert by_slug[Slug("talks")].related == ()


def test_text_left_out_relates_nothing() -> None:
    """An actor without a mention (from a footer, say) is no reason."""

    def mute(one: Briefing) -> Briefing:
        nothing: tuple[Mention, ...] = ()
        actors = tuple(replace(actor, mentions=nothing) for actor in one.analysis.actors)
        return replace(one, analysis=replace(one.analysis, actors=actors, weapons=()))

    both = (mute(samples.parade()), mute(samples.flight()))
    assert all(not one.related for one in assemble(both, samples.knowledge()).briefings)
