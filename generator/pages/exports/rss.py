"""RSS 2.0.

Readers take a description for HTML, so it is escaped for HTML before it is escaped for XML; in a
title, which some take for HTML and some for text, only ``<`` and ``>`` are.
"""

from __future__ import annotations

import html

from generator.pages.exports import moments
from generator.pages.exports.atom import SCHEMES, kinds
from generator.pages.exports.entries import Channel, Entry
from generator.pages.exports.xmltext import DECLARATION, element, lines


def feed(channel: Channel) -> str:
    head = (
        element("title", _title(channel.title)),
        element("link", channel.page),
        element("description", html.escape(channel.description)),
        element("lastBuildDate", moments.rfc822(channel.updated)),
        element("generator", "briefing-generator"),
        element("docs", "https://www.rssboard.org/rss-specification"),
        element("atom:link", rel="self", type="application/rss+xml", href=channel.own),
    )
    return (
        f'{DECLARATION}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n'
        f"  <channel>\n{lines(head, depth=2)}"
        f"{''.join(map(_item, channel.entries))}  </channel>\n</rss>\n"
    )


def _item(one: Entry) -> str:
    """Without a date there is no ``pubDate``."""
    parts = [
        element("title", _title(one.title)),
        element("link", one.url),
        element("guid", one.id, isPermaLink="false"),
    ]
    if one.day:
        parts.append(element("pubDate", moments.rfc822(one.day)))
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in one.lines)
    parts.append(element("description", paragraphs))
    parts += [element("category", tag) for tag in one.tags]
    parts += [
        element("category", term, domain=SCHEMES + scheme) for scheme, term in kinds(one).items()
    ]
    return f"    <item>\n{lines(parts, depth=3)}    </item>\n"


def _title(text: str) -> str:
    return text.replace("<", "&lt;").replace(">", "&gt;")
