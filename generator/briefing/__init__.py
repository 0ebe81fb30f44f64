"""From an analysis to a briefing: what a page needs beyond what the article says.

Decides the page's address, the short description, the tags, the source's grade and the
sourcing statement. Nothing is found here; everything is counted or looked up.
"""

from __future__ import annotations

from collections import Counter

from generator.knowledge.base import KnowledgeBase
from generator.model import ANONYMOUS, AUTHOR, Analysis, Briefing, Slug
from generator.text.slugs import slug

_DESCRIPTION = 200
_MOST_TAGS = 12
_UNJUDGED = ("F", "6")
"""NATO grading fails closed: F, the source cannot be judged; 6, nor can the information."""


def compose(analysis: Analysis, *, knowledge: KnowledgeBase) -> Briefing:
    """The briefing of one analysis, before it meets the others."""
    article = analysis.document.article
    notes = article.notes
    return Briefing(
        analysis=analysis,
        slug=_slug(analysis),
        description=_short(analysis.bluf.text),
        publisher=notes.publisher or (article.publisher.value if article.publisher else None),
        author=notes.author or (article.author.value if article.author else None),
        url=notes.url or (article.url.value if article.url else None),
        reliability=notes.reliability or _UNJUDGED[0],
        credibility=notes.credibility or _UNJUDGED[1],
        sourcing=sourcing_statement(analysis, knowledge=knowledge),
        tags=_tags(analysis),
        status=notes.status,
    )


def sourcing_statement(analysis: Analysis, *, knowledge: KnowledgeBase) -> str:
    """How many claims, how many attributed and to whom, how many to nobody by name."""
    claims = analysis.claims
    names = {str(actor.id): actor.name for actor in analysis.actors}
    named: Counter[str] = Counter()
    state_media = 0
    for claim in claims:
        if claim.holder in {None, AUTHOR, ANONYMOUS}:
            continue
        holder = claim.holder or ""
        known = knowledge.actors.get(holder)
        named[names.get(holder) or (known.name if known else claim.source or holder)] += 1
        state_media += bool(known is not None and known.state_media)
    anonymous = sum(claim.holder == ANONYMOUS for claim in claims)
    author = sum(claim.holder == AUTHOR for claim in claims)
    bare = sum(claim.holder is None for claim in claims)
    parts = [f"{len(claims)} {'statement' if len(claims) == 1 else 'statements'}"]
    if named:
        total = sum(named.values())
        who = ", ".join(
            f"{name} ({count})"
            for name, count in sorted(named.items(), key=lambda i: (-i[1], i[0]))
        )
        parts.append(f"{total} attributed by name: {who}")
    if state_media:
        parts.append(f"{state_media} of these to state media")
    if anonymous:
        parts.append(f"{anonymous} to unnamed sources")
    if author:
        parts.append(f"{author} the author's own judgement")
    if bare:
        parts.append(f"{bare} with no source named")
    return "; ".join(parts) + "."


def _slug(analysis: Analysis) -> Slug:
    """The date and the title; a title in another script is told by what the article names."""
    date = analysis.published.value or "undated"
    title = analysis.title
    letters = [char for char in title if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters)
    if letters and latin * 2 < len(letters):
        title = " ".join((*_tags(analysis)[:3], analysis.document.article.id[:8]))
    return Slug(f"{date}-{slug(title, limit=70)}")


def _short(text: str) -> str:
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _tags(analysis: Analysis) -> tuple[str, ...]:
    """Actors and weapons by how often they are named, then the genre; names as displayed."""
    weight: Counter[str] = Counter()
    for actor in analysis.actors:
        if actor.known:
            weight[actor.name] += len(actor.mentions)
    for weapon in analysis.weapons:
        weight[weapon.name] += len(weapon.mentions) + 1
    ordered = sorted(weight, key=lambda name: (-weight[name], name))[:_MOST_TAGS]
    ordered += sorted(analysis.document.article.notes.tags)
    return tuple(dict.fromkeys(ordered))
