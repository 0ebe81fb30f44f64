"""Tags lead to what they name; any other word has the list of its briefings, cut when long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import samples
from msgspec.structs import replace

from generator.library import Library, assemble
from generator.model import ArticleId, Briefing, PublicationDate, Slug
from generator.pages import SiteSettings, plan, tags
from generator.pages.views import list_views

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).resolve().parent.parent / "templates").glob("*.j2")
}


def tagged(number: int, *words: str, date: str = "2025-03-01") -> Briefing:
    """A briefing that names North Korea and is filed under ``words``."""
    one = samples.parade()
    name = f"n{number:04}"
    article = replace(one.article, id=ArticleId(name), file=f"seeds/{name}.txt")
    published = PublicationDate(
        value=date or None, precision=None, basis="editor" if date else "unknown", why=""
    )
    document = replace(one.analysis.document, article=article)
    analysis = replace(one.analysis, document=document, published=published, title=f"Title {name}")
    return replace(one, analysis=analysis, slug=Slug(name), tags=words)


def planned(*briefings: Briefing) -> dict[str, str]:
    library: Library = assemble(briefings, samples.knowledge())
    pages, problems = plan(library, TEMPLATES, settings=SiteSettings())
    assert problems == ()
    return {page.path: page.text for page in pages}


def listed(text: str) -> list[str]:
    return re.findall(r"^- \[Title (\w+)\]", text, re.MULTILINE)


def test_a_genre_has_a_list() -> None:
    """A briefing and the list of tags lead to it."""
    pages = planned(tagged(1), tagged(2))
    assert sorted(listed(pages["tags/genre/analysis.md"])) == ["n0001", "n0002"]
    assert "](tags/genre/analysis.md) (2)" in pages["tags.md"]
    assert "](../tags/genre/analysis.md)" in pages["articles/n0001.md"]


def test_a_name_has_no_page_of_its_own() -> None:
    """The tag leads to the dossier from the list of tags; a briefing links it where it tells of it,
    and not again among what it is filed under."""
    pages = planned(tagged(1, "North Korea"))
    assert [path for path in pages if path.startswith("tags/")] == ["tags/genre/analysis.md"]
    assert "| [North Korea](actors/north-korea.md) | actor | 1 |" in pages["tags.md"]
    assert "[North Korea](../actors/north-korea.md)" in pages["articles/n0001.md"]
    assert "Filed under" not in pages["articles/n0001.md"]


def test_a_briefing_without_tags_says_nothing_of_them() -> None:
    """There is no empty line for them."""
    assert "Filed under" not in planned(tagged(1))["articles/n0001.md"]


def test_a_name_given_to_an_article_without_it_has_a_list() -> None:
    """The dossier lists who names it; an editor's word for another article would be lost there."""
    silent = replace(samples.talks(), tags=("North Korea",))
    assert "north-korea" not in {actor.id for actor in silent.analysis.actors}
    pages = planned(tagged(1, "North Korea"), silent)
    assert "| [North Korea](tags/north-korea.md) | actor | 2 |" in pages["tags.md"]
    text = pages["tags/north-korea.md"]
    assert "2 briefings" in text
    assert "[North Korea](../actors/north-korea.md)" in text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("navy", "army", False),
        ("핵", "核", False),
        ("C++ code", "C code", True),
        ("Arms control", "arms-control", True),
        ("ARMS  control", "arms control", True),
        ("Флот", "флот", True),
    ],
)
def test_spellings_of_a_tag(one: str, other: str, same: bool) -> None:
    """Case, spaces and signs make no other tag; other words do."""
    assert (tags.key(one) == tags.key(other)) is same


def test_spellings_share_a_page_named_by_the_commonest() -> None:
    """However an editor wrote the tag, its briefings stand together."""
    pages = planned(tagged(1, "Navy"), tagged(2, "navy", "NAVY"), tagged(3, "Navy"))
    own = [path for path in pages if path.startswith("tags/") and "/genre/" not in path]
    assert own == ["tags/navy.md"]
    assert "# Navy\n" in pages["tags/navy.md"]
    assert listed(pages["tags/navy.md"]) == ["n0001", "n0002", "n0003"]


def test_a_long_list_is_cut_and_holds_each_briefing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A year a page, a long year in months, the undated apart; each leads to its neighbours."""
    monkeypatch.setattr(list_views, "WHOLE", 3)
    dates = ["2023-05-01", "2024-01-01", "2024-02-01", "2024-02-02", "2024-03-01", ""]
    pages = planned(*(tagged(number, "navy", date=date) for number, date in enumerate(dates)))
    assert listed(pages["tags/navy.md"]) == []
    parts = [path for path in pages if path.startswith("tags/navy/")]
    assert parts == [
        f"tags/navy/{key}.md" for key in ("2023", "2024-01", "2024-02", "2024-03", "undated")
    ]
    for path in parts:
        assert f"({path.removeprefix('tags/')})" in pages["tags/navy.md"]
    assert sorted(one for path in parts for one in listed(pages[path])) == [
        f"n{number:04}" for number in range(len(dates))
    ]
    assert "\n6 briefings, newest first." in pages["tags/navy.md"]
    assert "\n2 briefings, newest first." in pages["tags/navy/2024-02.md"]
    assert (
        "← earlier: [January 2024](2024-01.md) · [all](../navy.md) · later: [March 2024]"
        in (pages["tags/navy/2024-02.md"])
    )
