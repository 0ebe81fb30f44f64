"""The front matter of a briefing: its facts for feeds, tags and other programs.

This module alone decides which keys a briefing's head has and in which order.
"""

from __future__ import annotations

from generator.model import Briefing, Outlook
from generator.pages import formats
from generator.pages.exports.addresses import plain
from generator.pages.front_matter import Value
from generator.pages.views import statements
from generator.pages.views.unnamed import words_of


def briefing_head(one: Briefing) -> dict[str, Value]:
    """The keys in the order in which they are printed; ``docs/data.md`` lists them."""
    analysis = one.analysis
    source = {
        "source_author": one.author,
        "source_publisher": one.publisher,
        "source_url": plain(one.url),
    }
    return {
        "title": analysis.title,
        "description": one.description,
        "date": analysis.published.value,
        "date_basis": analysis.published.basis,
        "slug": one.slug,
        "id": one.article.id,
        "source": one.article.file,
        **{key: value for key, value in source.items() if value},
        "genre": analysis.genre,
        "language": one.article.language,
        "tags": one.tags,
        "summary": [statements.told(item, analysis) for item in analysis.summary],
        "actors": [actor.id for actor in analysis.actors],
        "weapons": [weapon.id for weapon in analysis.weapons],
        "outlook": [_ahead(item, own=one) for item in analysis.outlook],
        "about": [
            *(actor.name for actor in analysis.actors),
            *(weapon.name for weapon in analysis.weapons),
        ],
        "status": one.status,
    }


def _ahead(item: Outlook, *, own: Briefing) -> dict[str, str | None]:
    """A statement about the future as other programs want it; ``holder`` is left out where no
    source is named."""
    horizon = item.horizon
    return {
        "type": item.type,
        "statement": statements.quoted(item, own=own),
        "holder": item.holder,
        "source": words_of(item.holder, item.evidence, own=own, span=item) or None,
        "condition": item.condition,
        "term": item.term,
        "horizon": formats.interval(horizon.start, horizon.end) if horizon else None,
        "evidence": item.sentence,
    }
