"""How far weapons are said to reach: bars on a linear scale, open where the figure is open.

A figure "more than 15,000 km" is no length: its bar goes on in dashes. "At most" is drawn hollow,
"about" with a soft end. Figures of articles and of the knowledge base stand side by side and are
never merged.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from generator.pages.charts.svg import element, figure, picture, text
from generator.pages.formats import number

MOST = 24
"""Weapons drawn, those that reach farthest; the table has all."""
BARS = 4
"""Bars of one weapon."""
_WORDS = {"=": "", ">": "more than ", "<": "less than ", ">=": "at least ", "<=": "at most "}
_WIDTH, _SCALE, _TOP = 640.0, 410.0, 26.0
_NAME, _BAR, _GAP = 20.0, 15.0, 10.0
_OPEN = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One figure in kilometres. ``to`` closes a span; ``origin`` tells an article from the
    knowledge base, ``words`` say who stands behind it."""

    km: float
    op: str
    origin: Literal["article", "knowledge"]
    words: str
    to: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaching:
    name: str
    url: Markup
    figures: tuple[Reach, ...]


def ranges(weapons: Sequence[Reaching]) -> Markup:
    """Empty where no weapon has a figure."""
    having = [
        replace(one, figures=sound)
        for one in weapons
        if (sound := tuple(reach for reach in one.figures if 0 < reach.km < math.inf))
    ]
    if not having:
        return Markup("")
    drawn = sorted(having, key=lambda one: (-_farthest(one), one.name.casefold()))[:MOST]
    most = max(map(_farthest, drawn))
    step = _step(most)
    per_km = _SCALE / (math.ceil(most / step) * step)
    bars = [_different(one.figures) for one in drawn]
    high = sum(_NAME + len(own) * _BAR + _GAP for own in bars)
    parts = [_tick(km * step, per_km, _TOP + high) for km in range(math.ceil(most / step) + 1)]
    y = _TOP
    for one, own in zip(drawn, bars, strict=True):
        parts.append(_weapon(one, own, y, per_km))
        y += _NAME + len(own) * _BAR + _GAP
    left_out = len(having) - len(drawn)
    more = f" {left_out} more with shorter ranges stand in the table." if left_out else ""
    svg = picture(
        parts,
        name="ranges",
        title="Ranges of weapons",
        description="; ".join(
            f"{one.name}: {_said(own)}" for one, own in zip(drawn, bars, strict=True)
        )
        + f".{more}",
        width=_WIDTH,
        height=_TOP + high + 6,
        clickable=True,
    )
    caption = (
        "Ranges in kilometres, linear scale: blue as articles give them, amber as the knowledge "
        f"base holds them. Dashes: more than; hollow: less than.{more}"
    )
    return figure(svg, kind="ranges", caption=caption)


def _weapon(one: Reaching, own: Sequence[Reach], y: float, per_km: float) -> Markup:
    label = f"{one.name}: {_said(own)}"
    inside = [
        element("title", label),
        element(
            "rect",
            x=0,
            y=y,
            width=_WIDTH,
            height=_NAME + len(own) * _BAR + 4,
            rx=3,
            class_="range-area",
        ),
        text(4, y + 14, one.name, limit=60, class_="node-name"),
    ]
    for line, reach in enumerate(own):
        inside.append(_bar(reach, y + _NAME + line * _BAR, per_km))
    if one.url:
        return element("a", *inside, href=one.url, class_="range", aria_label=label)
    return element("g", *inside, class_="range")


def _bar(reach: Reach, y: float, per_km: float) -> Markup:
    wide = max(reach.km * per_km, 1.5)
    end = 4 + wide
    hollow = " bar-hollow" if reach.op in {"<", "<="} else ""
    soft = " bar-soft" if reach.op == "~" else ""
    rest = (reach.to - reach.km) * per_km if reach.to and reach.to > reach.km else 0.0
    going = _OPEN if reach.op in {">", ">="} else rest
    return element(
        "g",
        element("rect", x=4, y=y + 2, width=wide, height=9, class_=f"bar{hollow}{soft}"),
        # Always there, so that the elements of a picture do not depend on what is said.
        element("path", d=f"M{end:.1f} {y + 6.5:.1f}h{going:.1f}", class_="bar-going"),
        text(end + going + 6, y + 10.5, _amount(reach), limit=34, class_="bar-words"),
        class_=f"bar-{reach.origin}",
    )


def _tick(km: float, per_km: float, bottom: float) -> Markup:
    x = 4 + km * per_km
    return element(
        "g",
        element("line", x1=x, x2=x, y1=_TOP - 6, y2=bottom, class_="rule"),
        text(x, 12, number(km), text_anchor="middle" if km else "start"),
        aria_hidden="true",
    )


def _amount(reach: Reach) -> str:
    to = f" to {number(reach.to)}" if reach.to else ""
    return f"{_WORDS.get(reach.op, 'about ')}{number(reach.km)}{to} km"


def _said(own: Sequence[Reach]) -> str:
    return ", ".join(f"{_amount(reach)} ({reach.words})" for reach in own)


def _different(figures: Sequence[Reach]) -> list[Reach]:
    """Each figure of each origin once, articles first, longest first."""
    seen = {(one.origin, one.op, one.km, one.to): one for one in reversed(figures)}
    return sorted(seen.values(), key=lambda one: (one.origin, -one.km, one.op))[:BARS]


def _farthest(one: Reaching) -> float:
    return max(max(reach.km, reach.to or 0) for reach in one.figures)


def _step(most: float) -> float:
    """A round distance that parts the scale into at most six."""
    rough = most / 5
    power = 10.0 ** math.floor(math.log10(rough))
    return next((power * n for n in (1, 2, 2.5, 5) if power * n >= rough), power * 10)
