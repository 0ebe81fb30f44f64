"""Plain lists of briefings: those of a tag or a genre, and those of a name too long for its page.

This module alone decides which lists there are and on which pages the briefings of each stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.library import Library
from generator.model import Briefing, PagePath
from generator.pages import by_period, paths
from generator.pages.links import Links, published
from generator.pages.tags import Dossier, Tag, dossiers
from generator.pages.views.front_views import CountView, ListedView, ListPage, TagRow
from generator.pages.views.types import Link

SHOWN = 25
"""Briefings told of on the page of a name; a longer list stands on a page of its own."""
NEWEST = 10
"""Of a longer list that stands elsewhere too: a reader of the page wants to know what is new."""
WHOLE = 500
"""Briefings of a list on one page, which is then some 100 kB of HTML; beyond, it is cut."""
ROWS = 1000
"""Tags in the list of tags, those of most briefings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingList:
    """``page`` holds the list or its contents; ``title`` may stand on several pages."""

    page: PagePath
    title: str
    about: PagePath | None
    """The page of what the list is about."""
    briefings: tuple[Briefing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of a list. ``number`` counts in the parts; None is the page that leads to them,
    or the only one."""

    list: BriefingList
    page: PagePath
    parts: tuple[tuple[str, tuple[Briefing, ...]], ...]
    number: int | None = None


def lists(library: Library, tags: Sequence[Tag]) -> Iterator[BriefingList]:
    for tag in tags:
        if tag.page == tag.own:
            yield BriefingList(
                page=tag.own, title=tag.name, about=tag.dossier, briefings=tag.briefings
            )
    for genre, briefings in genres(library):
        title = f"Genre: {genre.replace('-', ' ')}"
        yield BriefingList(page=paths.genre(genre), title=title, about=None, briefings=briefings)
    for _, page, dossier in dossiers(library):
        named = naming(dossier)
        if len(named) > SHOWN:
            yield BriefingList(
                page=paths.listing(page), title=dossier.name, about=page, briefings=named
            )


def told(count: int) -> int:
    """How many entries of a list of so many stand on the page of a name."""
    return count if count <= SHOWN else NEWEST


def genres(library: Library) -> list[tuple[str, tuple[Briefing, ...]]]:
    """Each genre with its briefings, newest first; those of most briefings first."""
    found: defaultdict[str, list[Briefing]] = defaultdict(list)
    for one in library.briefings:
        found[one.analysis.genre].append(one)
    ranked = sorted(found, key=lambda genre: (-len(found[genre]), genre))
    return [(genre, tuple(found[genre])) for genre in ranked]


def genre_rows(library: Library, *, links: Links) -> tuple[CountView, ...]:
    """Genres by the code that words.md.j2 has a word for."""
    return tuple(
        CountView(link=Link(text=genre, url=links.page(paths.genre(genre))), count=len(briefings))
        for genre, briefings in genres(library)
    )


def naming(dossier: Dossier) -> tuple[Briefing, ...]:
    """The briefings that name it, newest first."""
    return tuple({link.briefing.slug: link.briefing for link in dossier.backlinks}.values())


def pages(one: BriefingList) -> Iterator[Part]:
    """The pages of a list: itself, and its parts if it is cut."""
    cut = len(one.briefings) > WHOLE
    parts = by_period.parts(one.briefings, date=by_period.published, long=WHOLE) if cut else ()
    yield Part(list=one, page=one.page, parts=parts)
    for number, (key, _) in enumerate(parts):
        yield Part(list=one, page=paths.part(one.page, key), parts=parts, number=number)


def list_page(part: Part, *, links: Links) -> ListPage:
    whole, number = part.list, part.number
    about = Link(text=whole.title, url=links.page(whole.about)) if whole.about else None
    if number is None:
        shown = () if part.parts else whole.briefings
        period, previous, following = "", None, None
    else:
        key, shown = part.parts[number]
        period = by_period.title(key)
        # The parts are newest first.
        previous = _link(part, number + 1, links) if number + 1 < len(part.parts) else None
        following = _link(part, number - 1, links) if number else None
    return ListPage(
        title=whole.title,
        about=about,
        count=len(shown) or len(whole.briefings),
        period=period,
        years=tuple(
            (by_period.title(key), tuple(_listed(one, links) for one in members))
            for key, members in by_period.grouped(shown, date=by_period.published, length=4)
        ),
        parts=()
        if number is not None
        else tuple(
            CountView(link=_link(part, at, links), count=len(members))
            for at, (_, members) in enumerate(part.parts)
        ),
        whole=None if number is None else Link(text=whole.title, url=links.page(whole.page)),
        previous=previous,
        next=following,
    )


def tag_rows(tags: Sequence[Tag], *, links: Links) -> tuple[TagRow, ...]:
    """Tags by name; of very many those of most briefings."""
    most = sorted(tags, key=lambda one: -len(one.briefings))[:ROWS]
    kept = {one.own for one in most}
    return tuple(
        TagRow(
            link=Link(text=one.name, url=links.page(one.page), kind=one.kind),
            briefings=len(one.briefings),
        )
        for one in tags
        if one.own in kept
    )


def _listed(one: Briefing, links: Links) -> ListedView:
    return ListedView(link=links.briefing(one), date=published(one), genre=one.analysis.genre)


def _link(part: Part, number: int, links: Links) -> Link:
    key = part.parts[number][0]
    return Link(text=by_period.title(key), url=links.page(paths.part(part.list.page, key)))
