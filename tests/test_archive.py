"""The archive and the first page: every briefing is reached, by time, from both ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import samples
from msgspec.structs import replace

from generator.library import Library, assemble
from generator.model import ArticleId, Briefing, PublicationDate, Slug
from generator.pages import SiteSettings, plan

TEMPLATES = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(__file__).resolve().parent.parent / "templates").glob("*.j2")
}


def dated(value: str | None, number: int = 0) -> Briefing:
    one = samples.parade()
    name = f"{value or 'undated'}-{number}"
    article = replace(one.article, id=ArticleId(name), file=f"seeds/{name}.txt")
    published = PublicationDate(
        value=value, precision=None, basis="editor" if value else "unknown", why=""
    )
    analysis = replace(
        one.analysis,
        document=replace(one.analysis.document, article=article),
        published=published,
        title=f"Title {name}",
    )
    return replace(one, analysis=analysis, slug=Slug(f"b-{name}"))


def planned(*values: str | None, build_date: str | None = None) -> dict[str, str]:
    library: Library = assemble(
        tuple(dated(value, number) for number, value in enumerate(values)), samples.knowledge()
    )
    pages, problems = plan(library, TEMPLATES, settings=SiteSettings(build_date=build_date))
    assert problems == ()
    return {page.path: page.text for page in pages}


YEARS = ("2023-05-01", "2025-01-31", "2025-01-02", "2025", "2024-12", None)


def test_every_briefing_stands_in_the_archive_once() -> None:
    """A page a year, one for the undated, and each briefing on one of them."""
    pages = planned(*YEARS)
    archive = {path: text for path, text in pages.items() if re.match(r"archive/[^i]", path)}
    assert sorted(archive) == [
        "archive/2023.md",
        "archive/2024.md",
        "archive/2025.md",
        "archive/undated.md",
    ]
    found = [
        one for text in archive.values() for one in re.findall(r"\.\./articles/(b-\S+?)\.md", text)
    ]
    assert len(found) == len(set(found)) == len(YEARS)


def test_months_are_sections_newest_first() -> None:
    """A year that is all an article gives is a section of its own, after the months."""
    text = planned(*YEARS)["archive/2025.md"]
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["January 2025", "2025, month unknown"]
    assert text.index("b-2025-01-31") < text.index("b-2025-01-02")


@pytest.mark.parametrize(
    ("page", "earlier", "later"),
    [
        ("2025", "2024.md", None),
        ("2024", "2023.md", "2025.md"),
        ("2023", "undated.md", "2024.md"),
        ("undated", None, "2023.md"),
    ],
)
def test_a_year_leads_to_its_neighbours(page: str, earlier: str | None, later: str | None) -> None:
    """Years without briefings are stepped over; both ends lead to the list of years."""
    text = planned(*YEARS)[f"archive/{page}.md"]
    assert re.findall(r"earlier: \[.+?\]\((.+?)\)", text) == ([earlier] if earlier else [])
    assert re.findall(r"later: \[.+?\]\((.+?)\)", text) == ([later] if later else [])
    assert "[all years](index.md)" in text


def test_the_list_of_years_leads_to_months() -> None:
    """Each month is a link to its section, with its count."""
    text = planned(*YEARS)["archive/index.md"]
    assert "[January 2025](2025.md#january-2025) (2)" in text
    assert "[2025, month unknown](2025.md#2025-month-unknown) (1)" in text
    assert "[Without a date](undated.md#without-a-date) (1)" in text
    assert text.index("## 2025") < text.index("## 2024") < text.index("## Without a date")


def test_the_newest_time_counts_from_the_newest_briefing() -> None:
    """Names of the last twelve months, on whatever day the site is built."""
    old, new = "2023-10-09", "2024-10-10"
    for build_date in (None, "2039-01-01"):
        home = planned(old, new, build_date=build_date)["index.md"]
        assert "twelve months up to 10 October 2024" in home
        assert re.search(r"\*\*Actors\*\* .*\[Kim Jong Un\]\([^)]+\) 1", home)
        assert re.search(r"\*\*Weapons\*\* .*\[Hwasong-20\]\([^)]+\) 1", home)
    assert "most briefings name" not in planned(None)["index.md"]


def test_the_first_page_says_what_is_due() -> None:
    """Four statements at most, each behind its time, with the whole count; nothing where nothing is
    due. What falls due later stands above in the same way."""
    early = planned("2025-10-10")["index.md"]
    assert "## Due" not in early
    assert re.search(r"\n## Ahead\n.*\n- \*\*by 31 December 2026\*\* “", early, re.DOTALL)
    home = planned(*["2025-10-10"] * 7, build_date="2027-01-01")["index.md"]
    due = home.split("## Due")[1].split("## Archive")[0]
    assert "7 statements about the future" in due
    assert due.count("\n- **by 31 December 2026** “") == 4
    assert "## Ahead" not in home


def test_a_long_list_of_briefings_ends_in_the_archive() -> None:
    """Two hundred cards, then the archive for the rest."""
    text = planned(*["2025-10-10"] * 203)["articles/index.md"]
    assert text.count("\n- **[") == 200
    assert "3 older ones stand in the [archive](../archive/index.md)" in text


def happened(*starts: str | None) -> Library:
    """A briefing with an event at each of these times."""
    one = samples.parade()
    event = one.analysis.events[0]
    events = tuple(replace(event, start=start, end=start) for start in starts)
    briefing = replace(one, analysis=replace(one.analysis, events=events))
    return assemble((briefing,), samples.knowledge())


EVENTS = ("2024-02-01", "2025", "2025-01-03", "2025-01-04", "2025-03-09", None)


def test_a_timeline_that_can_be_read_stands_on_one_page() -> None:
    """Its years are headings, the newest first, and there is no page besides it."""
    pages, problems = plan(happened(*EVENTS), TEMPLATES, settings=SiteSettings())
    assert problems == ()
    assert not [page.path for page in pages if page.path.startswith("timeline/")]
    text = next(page.text for page in pages if page.path == "timeline.md")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["2025", "2024", "Without a date"]


def test_a_long_timeline_is_cut_by_year_and_a_full_year_by_month(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each event stands on one page, each page leads to its neighbours and keeps the filter, and
    the first page's pictures lead to the page of their month."""
    monkeypatch.setattr("generator.pages.views.timeline_view.WHOLE", 5)
    monkeypatch.setattr("generator.pages.views.timeline_view.PART", 3)
    planned_pages, problems = plan(happened(*EVENTS), TEMPLATES, settings=SiteSettings())
    assert problems == ()
    pages = {str(page.path): page.text for page in planned_pages}
    rows = {
        path.removeprefix("timeline/"): text.count("](../articles/")
        for path, text in pages.items()
        if path.startswith("timeline/")
    }
    assert rows == {"2024.md": 1, "2025.md": 1, "2025-01.md": 2, "2025-03.md": 1, "undated.md": 1}
    for path in rows:
        text = pages[f"timeline/{path}"]
        assert 'data-list-filter="Filter"' in text
        assert "[all years](../timeline.md)" in text
    assert "earlier: [January 2025](2025-01.md)" in pages["timeline/2025-03.md"]
    assert "later:" not in pages["timeline/2025-03.md"]
    assert "earlier: [Without a date](undated.md)" in pages["timeline/2024.md"]
    listed = re.findall(r"\]\(timeline/(\S+)\) \((\d)\)", pages["timeline.md"])
    assert dict(listed) == {path: str(count) for path, count in rows.items()}
    assert 'href="timeline/2025-03/"' in pages["index.md"]
    assert "## Without a date" in pages["timeline.md"]


def test_events_without_a_date_are_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each leads to its neighbours, the timeline to all."""
    monkeypatch.setattr("generator.pages.views.timeline_view.WHOLE", 3)
    monkeypatch.setattr("generator.pages.views.timeline_view.PART", 2)
    found, problems = plan(happened(*[None] * 5), TEMPLATES, settings=SiteSettings())
    assert problems == ()
    pages = {page.path: page.text for page in found}
    text = pages["timeline/undated-2.md"]
    assert "# Timeline: Without a date, page 2" in text
    assert "earlier: [Without a date, page 3](undated-3.md)" in text
    listed = re.findall(r"\]\(timeline/(\S+)\) \((\d)\)", pages["timeline.md"])
    assert listed == [("undated.md", "2"), ("undated-2.md", "2"), ("undated-3.md", "1")]


def test_briefings_without_a_date_are_cut_into_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each stands once; the list of years leads to every page under one heading."""
    monkeypatch.setattr("generator.pages.views.archive_view.LONG", 2)
    pages = planned(*[None] * 5, "2025-01-31")
    archive = {path: text for path, text in pages.items() if path.startswith("archive/undated")}
    shown = [re.findall(r"\.\./articles/(b-\S+?)\.md", text) for text in archive.values()]
    assert sorted(len(one) for one in shown) == [1, 2, 2]
    assert len({name for one in shown for name in one}) == 5
    years = pages["archive/index.md"]
    assert years.count("## Without a date") == 1
    assert "[Without a date, page 3](undated-3.md) (1)" in years


def test_no_page_of_the_timeline_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more events than a page can hold the newest are shown, and the others are counted."""
    monkeypatch.setattr("generator.pages.views.timeline_view.WHOLE", 3)
    monkeypatch.setattr("generator.pages.views.timeline_view.PART", 2)
    found, problems = plan(happened(*["2025-01"] * 5), TEMPLATES, settings=SiteSettings())
    assert problems == ()
    text = next(page.text for page in found if page.path == "timeline/2025-01.md")
    assert text.count("](../articles/") == 2
    assert "The newest 2 of 5 events; [all are here as data](../data/events.json)" in text


def test_a_full_year_of_the_archive_is_cut_by_month(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each briefing stands once; the lists of years lead to the pages that there are."""
    monkeypatch.setattr("generator.pages.views.archive_view.LONG", 2)
    pages = planned(*YEARS)
    archive = {path: text for path, text in pages.items() if re.match(r"archive/[^i]", path)}
    counts = {
        path.removeprefix("archive/"): len(re.findall(r"\.\./articles/b-", text))
        for path, text in archive.items()
    }
    assert counts == {"2023.md": 1, "2024.md": 1, "2025-01.md": 2, "2025.md": 1, "undated.md": 1}
    years = pages["archive/index.md"]
    assert "[January 2025](2025-01.md#january-2025) (2)" in years
    assert "[2025, month unknown](2025.md#2025-month-unknown) (1)" in years
    assert "[2025](archive/index.md#2025) (3)" in pages["index.md"]
