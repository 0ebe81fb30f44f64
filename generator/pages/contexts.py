"""Which values the template of each kind of page gets.

This module alone lists them, with their types: trials make examples from it, and
``docs/templates.md`` is checked against it.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.pages.settings import EmptySentences
from generator.pages.views.front_views import (
    ActiveView,
    ArchivePage,
    ArchiveYear,
    ChangeView,
    CountView,
    ListPage,
    SourceRow,
    TagRow,
)
from generator.pages.views.page_views import (
    ActorPage,
    EntityCard,
    EventKind,
    LedgerPage,
    LedgerView,
    PlaceCard,
    PlacePage,
    ReadingPage,
    SiteView,
    TieView,
    WeaponPage,
    WeaponRow,
)
from generator.pages.views.types import BriefingView, CardView, EventView, Link, TimelinePage

COMMON: dict[str, Any] = {
    "site": SiteView,
    "empty": EmptySentences,
    "about": Markup,
    "glossary": Markup,
}
"""What every page template gets, with its type."""
CONTEXTS: dict[str, dict[str, Any]] = {
    "index": {
        "latest": tuple[CardView, ...],
        "active": ActiveView,
        "changes": tuple[ChangeView, ...],
        "due": tuple[LedgerView, ...],
        "due_count": int,
        "ahead": tuple[LedgerView, ...],
        "strip": Markup,
        "archive_years": tuple[ArchiveYear, ...],
        "archive": Markup,
        "network": Markup,
        "places": Markup,
        "sources": Markup,
        "all_briefings": Markup,
        "all_actors": Markup,
        "all_weapons": Markup,
        "timeline": Markup,
        "outlook": Markup,
    },
    "articles": {
        "months": tuple[tuple[str, tuple[CardView, ...]], ...],
        "more": int,
        "archive": Markup,
    },
    "archive": {"archive": ArchivePage, "index": Markup},
    "archives": {"years": tuple[ArchiveYear, ...]},
    "briefing": {"briefing": BriefingView},
    "moved": {"briefing": Link},
    "reading": {"reading": ReadingPage},
    "actors": {
        "groups": tuple[tuple[str, tuple[EntityCard, ...]], ...],
        "more": int,
        "data": Markup,
    },
    "actor": {"actor": ActorPage},
    "weapons": {
        "systems": tuple[WeaponRow, ...],
        "classes": tuple[WeaponRow, ...],
        "range_chart": Markup,
        "more": int,
        "data": Markup,
    },
    "weapon": {"weapon": WeaponPage},
    "timeline": {
        "years": tuple[tuple[str, tuple[EventView, ...]], ...],
        "parts": tuple[ArchiveYear, ...],
    },
    "period": {"period": TimelinePage, "index": Markup, "data": Markup},
    "outlook": {"ledger": LedgerPage, "data": Markup},
    "relations": {
        "network": Markup,
        "ties": tuple[TieView, ...],
        "more": int,
        "data": Markup,
    },
    "places": {"places": tuple[PlaceCard, ...], "more": int, "data": Markup},
    "place": {"place": PlacePage},
    "glossary": {"kinds": tuple[EventKind, ...], "outlook": Markup},
    "sources": {"sources": tuple[SourceRow, ...], "more": int, "data": Markup},
    "tags": {"tags": tuple[TagRow, ...], "more": int, "genres": tuple[CountView, ...]},
    "list": {"list": ListPage, "tags": Markup},
    "about": {"schema": Markup},
}
"""What the template of each kind of page gets besides, with its type."""
