"""The strip of newest events: a column a month, a dot an event, hollow where it is only planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.charts.svg import element, figure, picture, table, text
from generator.pages.formats import date, month_number, month_of

MONTHS = 24
DOTS = 8
"""Dots of one month; of further ones the number stands above."""
_WIDTH, _LEFT, _ABOVE, _DOT = 640.0, 26.0, 20.0, 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """``month`` is ``2025-10``; ``url`` leads to the events of that time."""

    month: str
    label: str
    planned: bool
    url: Markup


def strip(dots: Sequence[Dot], *, undrawn: int = 0) -> Markup:
    """The newest :data:`MONTHS` months up to the last dot. Empty without dots. ``undrawn`` events
    have no month."""
    if not dots:
        return Markup("")
    last = max(month_number(dot.month) for dot in dots)
    first = max(min(month_number(dot.month) for dot in dots), last - MONTHS + 1)
    shown = [dot for dot in dots if month_number(dot.month) >= first]
    first = min(month_number(dot.month) for dot in shown)
    count = max(last - first + 1, 6)
    first = last - count + 1
    step = (_WIDTH - 2 * _LEFT) / count
    highest = max(Counter(dot.month for dot in shown).values())
    base = _ABOVE + _DOT * min(DOTS, highest)
    parts = [element("line", x1=0, x2=_WIDTH, y1=base, y2=base, class_="rule")]
    rows: list[tuple[str, str, str]] = []
    for number in range(count):
        month = month_of(first + number)
        x = _LEFT + (number + 0.5) * step
        own = [dot for dot in shown if dot.month == month]
        if own:
            parts.append(_column(month, own, x, step, base))
            rows.append((date(month), str(len(own)), _kinds(own)))
        if number % max(1, -(-count // 8)) == 0:
            parts.append(text(x, base + 17, f"{date(month)[:3]} {month[:4]}", text_anchor="middle"))
    span = f"{date(month_of(first))} to {date(month_of(last))}"
    left = f" {undrawn} without a known month are left out." if undrawn else ""
    svg = picture(
        parts,
        name="events",
        title=f"Events from {span}",
        description=f"A dot for each of {len(shown)} events, by month.{left}"
        " The table says the same.",
        width=_WIDTH,
        height=base + 24,
        clickable=True,
    )
    return figure(
        svg,
        kind="strip",
        caption=f"Events by their own date, {span}; hollow: planned.{left}",
        alternative=table(("Month", "Events", "Kinds"), rows[::-1]),
        summary="The same as a table",
    )


def _column(month: str, own: Sequence[Dot], x: float, step: float, base: float) -> Markup:
    label = f"{date(month)}, {len(own)} {'event' if len(own) == 1 else 'events'}: {_kinds(own)}"
    more = (
        [text(x, base - DOTS * _DOT - 8, f"+{len(own) - DOTS}", text_anchor="middle")]
        if len(own) > DOTS
        else []
    )
    return element(
        "a",
        element("title", label),
        element("rect", x=x - step / 2, y=4, width=step, height=base - 4, class_="strip-area"),
        *(
            element(
                "circle",
                cx=x,
                cy=base - 7 - place * _DOT,
                r=4,
                class_="dot dot-planned" if dot.planned else "dot",
            )
            for place, dot in enumerate(own[:DOTS])
        ),
        *more,
        href=own[0].url,
        class_="strip",
        aria_label=label,
    )


def _kinds(own: Sequence[Dot]) -> str:
    counts = Counter(dot.label for dot in own)
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    return ", ".join(one + (f" ({counts[one]})" if counts[one] > 1 else "") for one in ranked)
