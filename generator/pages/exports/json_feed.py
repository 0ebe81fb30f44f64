"""JSON Feed 1.1. What a date rests on stands in ``_briefing``, an extension the format allows."""

from __future__ import annotations

from typing import Any

from generator.pages.exports import moments
from generator.pages.exports.entries import Channel, Entry
from generator.pages.json_text import to_text

VERSION = "https://jsonfeed.org/version/1.1"


def feed(channel: Channel) -> str:
    return to_text(
        {
            "version": VERSION,
            "title": channel.title,
            "description": channel.description,
            "home_page_url": channel.page,
            "feed_url": channel.own,
            "authors": [{"name": channel.author}],
            "items": [_item(one) for one in channel.entries],
        }
    )


def _item(one: Entry) -> dict[str, Any]:
    """Without a date there is no ``date_published``."""
    item: dict[str, Any] = {
        "id": one.id,
        "url": one.url,
        "title": one.title,
        "summary": one.description,
        "content_text": "\n\n".join(one.lines),
        "tags": list(one.tags),
        "language": one.language,
        "_briefing": {
            "about": one.data,
            "genre": one.genre,
            "review": one.status,
            "date_basis": one.basis,
            "date_precision": one.precision,
            "date_why": one.why,
        },
    }
    if one.source:
        item["external_url"] = one.source
    if one.day:
        item["date_published"] = moments.rfc3339(one.day)
    return item
