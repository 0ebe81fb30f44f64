"""The picture of one entity's relations: what acts on it at the left, what it acts on at the right.

Two columns rather than a cloud: no two labels can meet, nothing depends on chance, and the order
is that of the list below the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.charts.svg import element, figure, node, picture, shortened, text

MOST = 13
"""Neighbours drawn; with the entity itself fourteen nodes."""
_WIDTH, _BOX, _MIDDLE, _GAP = 640.0, 206.0, 142.0, 43.0
_ROW, _HEIGHT, _TOP = 44.0, 36.0, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """``words`` say what is done; ``url`` may be empty."""

    name: str
    url: Markup
    words: str
    kind: str


def ego(
    name: str, kind: str, *, acting: Sequence[Neighbour], receiving: Sequence[Neighbour]
) -> Markup:
    """``acting`` do something to ``name``; ``receiving`` have something done by it. Of more than
    :data:`MOST` the first of each side are drawn. Empty where there is nobody."""
    left, right = _chosen(acting, receiving)
    if not left and not right:
        return Markup("")
    height = max(len(left), len(right)) * _ROW + 2 * _TOP
    centre = height / 2
    # Where one side is empty its column is cut away.
    near = 0.0 if left else _BOX + _GAP
    far = _WIDTH if right else _WIDTH - _BOX - _GAP
    parts: list[Markup] = []
    for side, neighbours in (("left", left), ("right", right)):
        first = centre - len(neighbours) * _ROW / 2
        for number, one in enumerate(neighbours):
            y = first + number * _ROW + _ROW / 2
            parts.append(_line(side, y, centre, near))
            parts.append(_box(0 if side == "left" else _WIDTH - _BOX - near, y, one))
    parts.append(_own(name, kind, _BOX + _GAP - near, centre))
    left_out = len(acting) + len(receiving) - len(left) - len(right)
    more = f" {left_out} more stand in the list." if left_out else ""
    svg = picture(
        parts,
        name="relations",
        title=f"Relations of {name}",
        description=f"{_side(left, right, name)}: {_names(left, right)}.{more}"
        " The list below says the same, each with its sentence.",
        width=far - near,
        height=height,
        clickable=True,
    )
    return figure(svg, kind="ego", caption=f"{_side(left, right, name)}.{more}")


def _own(name: str, kind: str, x: float, y: float) -> Markup:
    label = text(
        x + _MIDDLE / 2,
        y + 4.5,
        name,
        limit=18,
        text_anchor="middle",
        class_="node-name node-name-own",
    )
    box = element("rect", x=x, y=y - 20, width=_MIDDLE, height=40, rx=6, class_="node-own")
    return element("g", box, label, class_=f"node node-{kind}")


def _chosen(
    acting: Sequence[Neighbour], receiving: Sequence[Neighbour]
) -> tuple[Sequence[Neighbour], Sequence[Neighbour]]:
    """Half of the places for each side; what one side leaves free the other may take."""
    right = min(len(receiving), max(MOST - len(acting), (MOST + 1) // 2))
    return acting[: MOST - right], receiving[:right]


def _line(side: str, y: float, centre: float, near: float) -> Markup:
    """From one box to the other, with its head where the action arrives."""
    start = _BOX if side == "left" else _BOX + _GAP + _MIDDLE - near
    end = start + _GAP
    y1, y2 = (y, centre) if side == "left" else (centre, y)
    bend = (start + end) / 2
    points = f"M{start:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {end:.1f} {y2:.1f}"
    head = f"M{end - 6:.1f} {y2 - 3.5:.1f}L{end:.1f} {y2:.1f}L{end - 6:.1f} {y2 + 3.5:.1f}"
    return element(
        "g", element("path", d=points), element("path", d=head), class_="edge", aria_hidden="true"
    )


def _box(x: float, y: float, one: Neighbour) -> Markup:
    label = f"{one.name}, {one.words}"
    inside = (
        element("title", label),
        element("rect", x=x + 0.5, y=y - _HEIGHT / 2, width=_BOX - 1, height=_HEIGHT, rx=5),
        element("text", shortened(one.name, 25), x=x + 10, y=y - 2.5, class_="node-name"),
        element("text", shortened(one.words, 33), x=x + 10, y=y + 11.5, class_="node-words"),
    )
    return node(*inside, kind=one.kind, url=one.url, label=label)


def _side(left: Sequence[Neighbour], right: Sequence[Neighbour], name: str) -> str:
    """What the columns are, for those that are there."""
    if not right:
        return f"Who does something to or with {name}"
    if not left:
        return f"To or with whom {name} does something"
    return f"At the left who does something to or with {name}, at the right what {name} does"


def _names(left: Sequence[Neighbour], right: Sequence[Neighbour]) -> str:
    return "; ".join(f"{one.name}, {one.words}" for one in (*left, *right))
