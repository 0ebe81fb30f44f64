"""The other files of a site: feeds, tables, the network, the STIX bundle, citations.

One function a kind of file, each listed in :data:`generator.pages.kinds.PAGES`. Text of an article
is cleaned of invisible characters here as on the pages, and escaped by the rules of each format;
the JSON files of :mod:`generator.pages.data` alone hold it as it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.library import ActorDossier, WeaponDossier
from generator.model import Page, PagePath
from generator.pages import paths
from generator.pages.exports import atom, citation, json_feed, network, rss, stix, tables
from generator.pages.exports.addresses import Addresses
from generator.pages.exports.entries import Channel, Entry, entry
from generator.pages.json_text import to_text

if TYPE_CHECKING:
    from generator.pages.site import Site

FEED_LENGTH = 100
"""Briefings in a feed of the whole site, newest first; 100 are some 200 kB."""
NEWS_LENGTH = 10
"""Briefings in the feed of one actor or weapon, each with a date. There are many such feeds, so
they carry no more of one than its description: with all, those of 1,000 briefings took 30 MB."""


def has_news(dossier: ActorDossier | WeaponDossier) -> bool:
    """Is it named in a briefing that has a date? Only then a feed of its own says something."""
    return any(link.briefing.analysis.published.value for link in dossier.backlinks)


def feeds(site: Site) -> Iterator[Page]:
    """The three feeds of the site, then one of each actor and weapon that has news."""
    addresses = Addresses.of(site.settings)
    entries = {one.slug: entry(one, site.directory, addresses) for one in site.library.briefings}
    newest = tuple(entries.values())[:FEED_LENGTH]
    for path, write in (
        (paths.FEED_ATOM, atom.feed),
        (paths.FEED_RSS, rss.feed),
        (paths.FEED_JSON, json_feed.feed),
    ):
        yield Page(path=path, text=write(_channel(site, addresses, path, newest)), kind="feed")
    written = {slug: atom.entry(one, whole=False) for slug, one in entries.items()}
    dossiers: list[tuple[ActorDossier | WeaponDossier, PagePath]] = []
    dossiers += [(one, paths.actor(one.id)) for one in site.library.actors]
    dossiers += [(one, paths.weapon(one.id)) for one in site.library.weapons]
    for dossier, page in dossiers:
        if not has_news(dossier):
            continue
        named = (link.briefing for link in dossier.backlinks)
        dated = dict.fromkeys(one.slug for one in named if one.analysis.published.value)
        slugs = list(dated)[:NEWS_LENGTH]
        path = paths.news(page)
        own = _channel(
            site, addresses, path, [entries[one] for one in slugs], name=dossier.name, page=page
        )
        text = atom.feed(own, written=[written[one] for one in slugs])
        yield Page(path=path, text=text, kind="feed")


def csv_tables(site: Site) -> Iterator[Page]:
    """Events, what is claimed of weapons, and the outlook, for spreadsheets."""
    for name, write in (
        ("events", tables.events),
        ("weapon-claims", tables.weapon_claims),
        ("outlook", tables.outlook),
    ):
        yield Page(path=PagePath(f"data/{name}.csv"), text=write(site.library), kind="table")


def relation_network(site: Site) -> Iterator[Page]:
    yield Page(path=paths.NETWORK, text=network.graph(site.library, site.directory), kind="network")


def stix_bundle(site: Site) -> Iterator[Page]:
    bundle = stix.bundle(
        site.library, addresses=Addresses.of(site.settings), title=site.settings.title
    )
    yield Page(path=paths.STIX, text=to_text(bundle), kind="stix")


def citations(site: Site) -> Iterator[Page]:
    addresses = Addresses.of(site.settings)
    for slug, one in site.library.addresses():
        text = citation.bibtex(one, addresses=addresses, title=site.settings.title)
        yield Page(path=paths.bibtex(slug), text=text, kind="citation")


def _channel(
    site: Site,
    addresses: Addresses,
    path: PagePath,
    entries: Iterable[Entry],
    *,
    name: str = "",
    page: PagePath = paths.INDEX,
) -> Channel:
    settings = site.settings
    return Channel.of(
        entries,
        title=f"{name}: {settings.title}" if name else settings.title,
        description=f"Briefings that name {name}" if name else settings.description,
        path=path,
        author=settings.title,
        page=addresses.page(page),
        own=addresses.page(path),
        built=settings.build_date,
    )
