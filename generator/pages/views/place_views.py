"""Places at which something happened, as their templates see them."""

from __future__ import annotations

from generator.library import PlaceDossier
from generator.pages.links import Links
from generator.pages.views import list_views
from generator.pages.views.entity_views import backlink_views, beyond, event_views, rest
from generator.pages.views.page_views import PlaceCard, PlacePage
from generator.pages.views.types import Link


def place_page(dossier: PlaceDossier, *, links: Links) -> PlacePage:
    entity = dossier.entity
    return PlacePage(
        name=dossier.name,
        country=_country(dossier, links),
        description=entity.description if entity else "",
        naming_dispute=(entity.naming_dispute or "") if entity else "",
        aliases=tuple(
            dict.fromkeys(
                alias.text
                for alias in (entity.aliases if entity else ())
                if not alias.weak and alias.text != dossier.name
            )
        ),
        known=entity is not None,
        events=event_views(dossier.events, links),
        backlinks=backlink_views(dossier.backlinks, links),
        rest=rest(
            links,
            briefings=beyond(list_views.naming(dossier)),
            events=beyond(dossier.events),
        ),
    )


def place_card(dossier: PlaceDossier, *, links: Links) -> PlaceCard:
    return PlaceCard(
        link=links.place(dossier.id),
        country=_country(dossier, links),
        events=len(dossier.events),
        briefings=len({entry.briefing.slug for entry in dossier.events}),
    )


def _country(dossier: PlaceDossier, links: Links) -> Link | None:
    country = dossier.entity.country if dossier.entity else None
    return links.entity(country) if country else None
