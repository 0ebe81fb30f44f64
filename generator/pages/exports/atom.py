"""Atom 1.0 (RFC 4287). Texts are of type ``text``: a reader never takes them for markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.pages.exports import moments
from generator.pages.exports.entries import Channel, Entry
from generator.pages.exports.xmltext import DECLARATION, element, lines

SCHEMES = "urn:briefings:"
"""Before the name of a category that is no tag: ``genre``, ``date-basis``, ``date-precision``."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def feed(channel: Channel, *, written: Sequence[str] | None = None) -> str:
    """The whole file. ``written`` are its entries, where they are written already."""
    head = (
        element("id", channel.id),
        element("title", channel.title),
        element("subtitle", channel.description),
        element("updated", moments.rfc3339(channel.updated)),
        element("link", rel="self", type="application/atom+xml", href=channel.own),
        element("link", rel="alternate", type="text/html", href=channel.page),
        f"<author>{element('name', channel.author)}</author>",
        element("generator", "briefing-generator"),
    )
    entries = [entry(one) for one in channel.entries] if written is None else written
    return (
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"{lines(head, depth=1)}{''.join(entries)}</feed>\n"
    )


def entry(one: Entry, *, whole: bool = True) -> str:
    """``updated`` is demanded: it holds :data:`moments.UNKNOWN` where no date is known. One that
    is not whole says what it is, when, on what grounds, and where: the rest stands there."""
    language = one.language if _LANGUAGE.fullmatch(one.language) else None
    parts = [
        element("id", one.id),
        element("title", one.title),
        element("updated", moments.rfc3339(one.day or moments.UNKNOWN)),
    ]
    if one.day and whole:
        parts.append(element("published", moments.rfc3339(one.day)))
    parts.append(element("link", rel="alternate", href=one.url))
    if whole:
        parts.append(element("link", rel="related", type="application/json", href=one.data))
    if one.source and whole:
        parts.append(element("link", rel="via", href=one.source))
    if one.description:
        parts.append(element("summary", one.description))
    if whole:
        parts.append(element("content", "\n\n".join(one.lines)))
        parts += [element("category", term=tag) for tag in one.tags]
    parts += [
        element("category", term=term, scheme=SCHEMES + scheme)
        for scheme, term in kinds(one).items()
        if whole or scheme == "date-basis"
    ]
    tongue = f' xml:lang="{language}"' if language else ""
    return f"<entry{tongue}>\n{lines(parts, depth=0)}</entry>\n"


def kinds(one: Entry) -> dict[str, str]:
    """What an entry is besides its tags."""
    found = {"genre": one.genre, "review": one.status, "date-basis": one.basis}
    return found | ({"date-precision": one.precision} if one.precision else {})
