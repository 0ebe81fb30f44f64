"""The one writer of pictures: elements, text and addresses to inline SVG.

This module alone makes markup for charts. Every text and every attribute value goes through
:func:`_safe`, which leaves letters, digits and a few harmless marks and writes all else as a
number, so that neither HTML nor any Markdown reader can find markup in a name. A picture is one
block without blank lines, each line of which begins with a tag: so Markdown hands it through
whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markupsafe import Markup

from generator.text.markup.markdown import clean

_SPECIAL = re.compile(r"[^\w \-,.;()%’“”–—…·→←≥≤≈×]")
_NAME = re.compile(r"[a-z][a-zA-Z0-9-]*")

_ADDRESS = "xlink:href"
"""The theme's instant navigation rewrites each plain ``href`` of a page and fails on those of
pictures, which browsers let nobody set; this form it leaves alone."""
_XLINK = "http://www.w3.org/1999/xlink"

Row = Sequence[str]


def element(name: str, *children: Markup | str, **attributes: str | float | Markup) -> Markup:
    """``element("a", "text", href=address)``. An underscore at the end of an attribute's name is
    dropped, others become hyphens. Addresses must come as :class:`Markup` made by the
    generator."""
    parts = [f"<{_checked(name)}"]
    for key, value in attributes.items():
        attribute = key.rstrip("_").replace("_", "-") if key != "viewBox" else key
        _checked(attribute)
        if attribute == "href":
            if not isinstance(value, Markup):
                raise TypeError("an address must be made by the generator")
            attribute = _ADDRESS
        parts.append(f' {attribute}="{_value(value)}"')
    inner = "".join(one if isinstance(one, Markup) else _safe(one) for one in children)
    return Markup("".join(parts) + (f">{inner}</{name}>" if children else "/>"))


def text(x: float, y: float, words: str, *, limit: int = 200, **attributes: str) -> Markup:
    """A line of text, cut to ``limit`` characters."""
    return element("text", shortened(words, limit), x=x, y=y, **attributes)


def node(*inside: Markup, kind: str, url: str | None, label: str) -> Markup:
    """What stands for somebody or something in a graph; a link to its page if it has one."""
    kinds = f"node node-{kind}"
    if url:
        return element("a", *inside, href=url, class_=kinds, aria_label=label)
    return element("g", *inside, class_=kinds)


def shortened(words: str, limit: int) -> str:
    """Cut within a word if need be: a label has a width that must hold. An East Asian letter is
    as wide as two others."""
    whole = clean(words).strip()
    # Nobody measures a text that is long anyway.
    if sum(map(_columns, whole[: limit + 1])) <= limit:
        return whole
    kept, room = 0, limit - 1
    while room >= _columns(whole[kept]):
        room -= _columns(whole[kept])
        kept += 1
    return whole[:kept].rstrip(" ,;:-–—") + "…"


def _columns(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def picture(
    parts: Sequence[Markup],
    *,
    name: str,
    title: str,
    description: str,
    width: float,
    height: float,
    clickable: bool = False,
) -> Markup:
    """The ``svg`` element. ``name`` makes its identities unique on a page. A clickable picture is
    a group of links to a screen reader, any other one image."""
    marked = f"{name}-title {name}-desc"
    lines = [
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        *parts,
    ]
    svg = element(
        "svg",
        Markup("\n") + Markup("\n").join(lines) + Markup("\n"),
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        width=width,
        height=height,
        role="group" if clickable else "img",
        aria_labelledby=marked,
        class_="chart-picture",
    )
    return Markup(str(svg).replace("<svg", f'<svg xmlns:xlink="{_XLINK}"', 1))


def table(head: Row, rows: Sequence[Row]) -> Markup:
    """The same as words, one element a line. ``head`` names the columns."""
    lines = [
        element("tr", *(element("th", cell, scope="col") for cell in head)),
        *(element("tr", *(element("td", cell or "–") for cell in row)) for row in rows),
    ]
    return element("table", Markup("\n") + Markup("\n").join(lines) + Markup("\n"))


def figure(
    svg: Markup, *, kind: str, caption: str, alternative: Markup | None = None, summary: str = ""
) -> Markup:
    """A block of a page: the picture, its caption, and the same as a table to unfold. It is kept
    out of the site's search, which would find every label twice."""
    lines = [svg, element("figcaption", caption)]
    if alternative is not None:
        inner = Markup("\n").join([element("summary", summary), alternative])
        lines.append(element("details", Markup("\n") + inner + Markup("\n")))
    return element(
        "figure",
        Markup("\n") + Markup("\n").join(lines) + Markup("\n"),
        class_=f"chart chart-{kind}",
        data_search_exclude="",
    )


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of an element or attribute")
    return name


def _value(value: str | float | Markup) -> str:
    if isinstance(value, Markup):
        # Already percent-encoded; what could end the attribute cannot be in it.
        return re.sub(r"[\"'<>`\s]", "", str(value))
    return _safe(value, edges=True) if isinstance(value, str) else _number(value)


def _safe(words: str, *, edges: bool = False) -> str:
    plain = clean(words)
    plain = plain if edges else plain.strip() or "–"
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", plain)


def _number(value: float) -> str:
    """At most one decimal, so that no machine writes a last digit of its own."""
    return f"{round(value + 0.0, 1):g}" if abs(value) < 1e6 else f"{value:.0f}"
