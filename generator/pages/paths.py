"""Where each page stands, and how one page points at another.

This module alone decides file names below ``briefings/`` and writes relative links between them:
links to the Markdown files themselves, which every site builder understands.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.model import PagePath
from generator.text.slugs import slug

INDEX = PagePath("index.md")
ARTICLES = PagePath("articles/index.md")
ACTORS = PagePath("actors/index.md")
WEAPONS = PagePath("weapons/index.md")
TIMELINE = PagePath("timeline.md")
OUTLOOK = PagePath("outlook.md")
TAGS = PagePath("tags.md")
ABOUT = PagePath("about.md")
ARCHIVES = PagePath("archive/index.md")
PLACES = PagePath("places/index.md")
RELATIONS = PagePath("network.md")
GLOSSARY = PagePath("glossary.md")
SOURCES = PagePath("sources.md")
SCHEMA = PagePath("data/schema.json")
NETWORK = PagePath("data/network.graphml")
STIX = PagePath("data/stix.json")
FEED_ATOM = PagePath("feed.xml")
FEED_RSS = PagePath("rss.xml")
FEED_JSON = PagePath("feed.json")

_FILE_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?")


def article(briefing_slug: str) -> PagePath:
    return PagePath(f"articles/{file_name(briefing_slug)}.md")


def article_slug(path: PagePath) -> str:
    """The slug of the page at a path below ``articles/``; empty for any other path."""
    found = re.fullmatch(r"articles/([a-z0-9-]+)\.md", path)
    return found[1] if found and path != ARTICLES else ""


def article_data(briefing_slug: str) -> PagePath:
    return PagePath(f"data/{file_name(briefing_slug)}.json")


def reading(briefing_slug: str) -> PagePath:
    """The page that shows how an article was read."""
    return PagePath(f"readings/{file_name(briefing_slug)}.md")


def bibtex(briefing_slug: str) -> PagePath:
    return PagePath(f"articles/{file_name(briefing_slug)}.bib")


def news(page: PagePath) -> PagePath:
    """The feed of an actor or weapon, beside its page."""
    return PagePath(page.removesuffix(".md") + ".xml")


def actor(identity: str) -> PagePath:
    return PagePath(f"actors/{file_name(identity)}.md")


def weapon(identity: str) -> PagePath:
    return PagePath(f"weapons/{file_name(identity)}.md")


def place(identity: str) -> PagePath:
    return PagePath(f"places/{file_name(identity)}.md")


def archive(year: str) -> PagePath:
    """The page of a year: ``archive/2025.md``."""
    return PagePath(f"archive/{file_name(year)}.md")


def timeline(period: str) -> PagePath:
    """A page of a timeline that is cut: ``timeline/2025.md``, ``timeline/2025-03.md``."""
    return PagePath(f"timeline/{file_name(period)}.md")


def tag(key: str) -> PagePath:
    """The page of a tag that is no name of something with a page of its own."""
    return PagePath(f"tags/{file_name(key)}.md")


def genre(name: str) -> PagePath:
    """All briefings of a genre. No tag stands here: a part of a list is named by its time."""
    return PagePath(f"tags/genre/{file_name(name)}.md")


def listing(dossier: PagePath) -> PagePath:
    """All briefings that name what a dossier is about: ``actors/x/briefings.md``."""
    return PagePath(dossier.removesuffix(".md") + "/briefings.md")


def part(page: PagePath, period: str) -> PagePath:
    """A page of a list that is cut: ``tags/x/2025.md`` of ``tags/x.md``."""
    return PagePath(f"{page.removesuffix('.md')}/{file_name(period)}.md")


def table(name: str) -> PagePath:
    """A data file over all briefings: ``table("actors")``."""
    return PagePath(f"data/{name}.json")


@lru_cache(maxsize=65536)
def file_name(identity: str) -> str:
    """The identity itself where it is a safe file name; else its slug and the start of its
    hash, so that two identities never meet in one file."""
    if _FILE_NAME.fullmatch(identity) and identity != "index":
        return identity
    digest = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()
    return f"{slug(identity)}-{digest[:8]}"


def link(origin: PagePath, target: PagePath) -> Markup:
    """The address of ``target`` as written on ``origin``, ready for Markdown."""
    return _link(origin.rpartition("/")[0], target)


@lru_cache(maxsize=65536)
def _link(folder: str, target: PagePath) -> Markup:
    return Markup(quote(posixpath.relpath(target, folder or "."), safe="/.-_"))


def site_link(origin: PagePath, target: PagePath, *, folders: bool = True) -> Markup:
    """The address of the built page of ``target`` as a reader's browser needs it on that of
    ``origin``. Only pictures use it: site builders turn links of Markdown into such addresses,
    and leave those of HTML alone. ``folders`` tells ``a/b/`` from ``a/b.html``."""
    start, end = _built(origin, folders=folders), _built(target, folders=folders)
    relative = posixpath.relpath("/" + end, "/" + posixpath.dirname(start))
    if end.endswith("/") or not end:
        relative += "/"
    return Markup(quote(relative, safe="/.-_"))


def _built(path: PagePath, *, folders: bool) -> str:
    stem = path.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"
