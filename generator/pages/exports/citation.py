"""How a briefing is cited: BibTeX.

This module alone escapes for BibTeX. Its parsers count braces whatever stands before them, so a
brace of a text becomes a command.
"""

from __future__ import annotations

from generator.model import Briefing
from generator.pages import paths
from generator.pages.exports import moments
from generator.pages.exports.addresses import Addresses, plain
from generator.pages.exports.entries import UNTITLED, dated, text

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(briefing: Briefing, *, addresses: Addresses, title: str) -> str:
    """One entry. ``title`` is the site's, which stands as the author; the source is named in the
    note, together with what the date rests on. Without a date there is no year."""
    published = briefing.analysis.published.value or ""
    day = moments.day(published) or ""
    fields = {
        "title": f"{{{escaped(briefing.analysis.title) or UNTITLED}}}",
        "author": f"{{{escaped(title) or UNTITLED}}}",
        "year": day[:4],
        "howpublished": "Briefing",
        "note": escaped(f"Source: {source(briefing)}. {dated(briefing)}"),
        "url": addresses.page(paths.article(briefing.slug)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if day and len(published) > 4:
        lines.append(f"  month = {_MONTHS[int(day[5:7]) - 1]},")
    key = f"briefing-{paths.file_name(briefing.article.id)}"
    return "\n".join((f"@misc{{{key},", *lines, "}", ""))


def source(briefing: Briefing) -> str:
    """Who wrote the article, as far as it is known, and where it stands."""
    known = (text(briefing.author), text(briefing.publisher), plain(briefing.url) or "")
    return ", ".join(filter(None, known)) or text(briefing.article.file)


def escaped(value: str) -> str:
    return text(value).translate(_ESCAPES)
