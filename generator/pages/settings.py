"""What a site's owner may set about its pages.

This module alone decides the words that stand where a section has nothing to say.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptySentences:
    """One honest sentence for each section that found nothing: ``{{ empty.weapons }}``."""

    bluf: str = "No sentence of this article states an event that could serve as a bottom line."
    summary: str = "No sentence of this article could be chosen for a summary."
    actors: str = "No actor is named in this article."
    weapons: str = "No weapon is named in this article."
    figures: str = "The article gives no figure for any of these weapons."
    outlook: str = "No statement about the future was found in this article."
    timeline: str = "No event was found in this article."
    claims: str = "No sentence of this article is given to a source."
    gaps: str = (
        "Who, with what, when, where and source are given as far as the checks go; "
        "they look for nothing else."
    )
    removed: str = "Nothing was removed from the article."
    related: str = "No other briefing names the same actors or weapons."
    evidence: str = "The article holds no sentence to quote."
    briefings: str = "There are no briefings yet."
    mentions: str = "No sentence of a briefing names it."
    statements: str = "No statement is attributed to this name."
    status: str = "No article says that anything happened to it."
    knowledge: str = "This name is not in the knowledge base."


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """``build_date`` is printed only when given, so that the same input gives the same pages."""

    title: str = "Security briefings"
    description: str = "Structured briefings on security affairs, each statement tied to its source"
    build_date: str | None = None
    site_url: str | None = None
    """Where the site is published, for the files that need whole addresses (feeds, citations);
    pages link relatively. None: the address at which MkDocs serves it locally."""
    directory_urls: bool = True
    """Pages stand at ``a/b/``, not at ``a/b.html``."""
    latest: int = 10
    """Briefings shown in full on the first page."""
    readings: int = 200
    """Up to so many briefings, each has a page that shows how its article was read; a larger
    collection has ``briefings explain`` for that."""
    empty: EmptySentences = field(default_factory=EmptySentences)
