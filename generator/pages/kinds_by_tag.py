"""Kinds of pages that list briefings by what they are filed under: the tags, and long lists.

This module alone decides the heads of these pages; which there are, ``tags`` and ``list_views``
say.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import paths
from generator.pages.front_matter import Value
from generator.pages.site import Planned, Site
from generator.pages.tags import key
from generator.pages.views import list_views


def tags(site: Site) -> Iterator[Planned]:
    found = tuple(site.directory.tags.values())
    rows = list_views.tag_rows(found, links=site.links(paths.TAGS))
    head = {"title": "Tags", "description": "What briefings are filed under"}
    genres = list_views.genre_rows(site.library, links=site.links(paths.TAGS))
    more = len(found) - len(rows)
    yield site.page(paths.TAGS, "tags", head, tags=rows, more=more, genres=genres)


def lists(site: Site) -> Iterator[Planned]:
    """The briefings of a tag or a genre, and of a name that very many have. A search finds what
    they list, and of the name its own page."""
    for one in list_views.lists(site.library, tuple(site.directory.tags.values())):
        for part in list_views.pages(one):
            links = site.links(part.page)
            view = list_views.list_page(part, links=links)
            head: dict[str, Value] = {
                "title": f"{view.title}: {view.period or 'briefings'}",
                "description": f"Briefings: {view.title}",
                "search": {"exclude": True},
            }
            yield site.page(part.page, "list", head, list=view, tags=links.page(paths.TAGS))


def own_tag(site: Site, name: str) -> list[str]:
    """A dossier joins the tag of its name if briefings carry it: the theme's search weighs tags
    above titles, so a search for a name would else list every briefing before the name's page."""
    tag = site.directory.tags.get(key(name))
    return [name] if tag and tag.kind else []
