"""The network of all relations on a ring: neighbours side by side where that can be had.

A ring needs no forces and no chance, and every label has a place of its own.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.charts.svg import element, figure, node, picture, shortened

MOST = 40
"""Nodes drawn, those with most relations."""
_SIZE, _RADIUS = 780.0, 186.0
_LABEL = 22
_BEND = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    name: str
    url: Markup
    kind: str


def network(members: Mapping[str, Member], ties: Mapping[tuple[str, str], int]) -> Markup:
    """``ties`` count the relations of two members, in either order. Empty without any."""
    weight: defaultdict[frozenset[str], int] = defaultdict(int)
    for (one, other), count in ties.items():
        if one != other and one in members and other in members:
            weight[frozenset((one, other))] += count
    total: defaultdict[str, int] = defaultdict(int)
    for pair, count in weight.items():
        for identity in pair:
            total[identity] += count
    if not total:
        return Markup("")
    ranked = sorted(total, key=lambda one: (-total[one], members[one].name.casefold(), one))
    order = _ring(ranked[:MOST], weight, total)
    angle = {one: 2 * math.pi * place / len(order) for place, one in enumerate(order)}
    drawn = sorted(
        (sorted(pair, key=order.index) for pair in weight if pair <= set(order)),
        key=lambda pair: (order.index(pair[0]), order.index(pair[1])),
    )
    parts = [
        element(
            "g",
            *(_edge(angle[a], angle[b], weight[frozenset((a, b))]) for a, b in drawn),
            class_="edge",
            aria_hidden="true",
        ),
        *(_node(members[one], angle[one], total[one]) for one in order),
    ]
    left_out = len(ranked) - len(order)
    more = f" {left_out} with fewer relations stand in the table." if left_out else ""
    svg = picture(
        parts,
        name="network",
        title="Relations of actors and weapons",
        description=f"{len(order)} names on a ring, {len(drawn)} lines between them; most"
        f" relations has {members[ranked[0]].name} ({total[ranked[0]]}).{more}"
        " The table below says the same.",
        width=_SIZE,
        height=_SIZE,
        clickable=True,
    )
    caption = (
        f"Who is tied to whom by an act that an article reports; wider lines: more often.{more}"
    )
    return figure(svg, kind="network", caption=caption)


def _ring(
    chosen: Sequence[str], weight: Mapping[frozenset[str], int], total: Mapping[str, int]
) -> list[str]:
    """From the best tied on, always the one most tied to those placed last."""
    left = list(chosen)
    order = [left.pop(0)]
    while left:
        recent = order[-3:]
        near = max(
            left,
            key=lambda one: (
                sum(weight.get(frozenset((one, other)), 0) for other in recent),
                total[one],
                -chosen.index(one),
            ),
        )
        left.remove(near)
        order.append(near)
    return order


def _point(angle: float, radius: float) -> tuple[float, float]:
    return _SIZE / 2 + radius * math.cos(angle), _SIZE / 2 + radius * math.sin(angle)


def _edge(one: float, other: float, count: int) -> Markup:
    (x1, y1), (x2, y2) = _point(one, _RADIUS), _point(other, _RADIUS)
    # Bent towards the middle, so that lines of neighbours do not run along the ring.
    x, y = (_SIZE / 2 + _BEND * ((a + b) / 2 - _SIZE / 2) for a, b in ((x1, x2), (y1, y2)))
    path = f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"
    return element("path", d=path, stroke_width=min(1 + 0.7 * (count - 1), 5))


def _node(member: Member, angle: float, relations: int) -> Markup:
    x, y = _point(angle, _RADIUS)
    turned = math.degrees(angle)
    flipped = 90 < turned < 270
    label = f"{member.name}, {relations} {'relation' if relations == 1 else 'relations'}"
    # The label runs outwards from the ring and never upside down.
    turn = f"rotate({turned + 180 if flipped else turned:.1f},{x:.1f},{y:.1f})"
    inside = (
        element("title", label),
        element("circle", cx=x, cy=y, r=min(4 + relations**0.5, 9)),
        element(
            "text",
            shortened(member.name, _LABEL),
            x=x - 13 if flipped else x + 13,
            y=y + 4,
            transform=turn,
            text_anchor="end" if flipped else "start",
            class_="node-name",
        ),
    )
    return node(*inside, kind=member.kind, url=member.url, label=label)
