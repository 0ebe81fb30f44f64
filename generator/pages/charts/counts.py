"""How often something is named over time, as a row of bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.pages.charts.svg import element, figure, picture, table, text
from generator.pages.formats import date, month_number, month_of

MONTHS = 36
"""A longer time is shown by years."""
YEARS = 40
_HALF_LABEL = 30.0
_WIDTH, _HEIGHT, _LEFT, _TOP, _BASE = 640.0, 150.0, 34.0, 14.0, 118.0


def over_time(name: str, counts: Mapping[str, int], *, what: str, undated: int = 0) -> Markup:
    """``counts`` by ISO date, month or year. By month where every date has one and the time is
    short enough, else by year. Empty where fewer than two periods have anything."""
    periods = _periods(counts)
    if sum(1 for _, count in periods if count) < 2:
        return Markup("")
    most = max(count for _, count in periods)
    step = (_WIDTH - _LEFT - 6) / len(periods)
    wide = min(step * 0.72, 40)
    parts = [draw(value, most) for value in _ticks(most) for draw in (_rule, _mark)]
    every = max(1, -(-len(periods) // 9))
    for number, (period, count) in enumerate(periods):
        middle = _LEFT + (number + 0.5) * step
        if count:
            high = count / most * (_BASE - _TOP)
            parts.append(
                element(
                    "rect",
                    element("title", f"{date(period)}, {count}"),
                    x=middle - wide / 2,
                    y=_BASE - high,
                    width=wide,
                    height=high,
                    rx=1.5,
                    class_="bar",
                )
            )
        if number % every == 0:
            # The last label may not run out of the picture.
            place = min(middle, _WIDTH - _HALF_LABEL)
            parts.append(text(place, _BASE + 16, _short(period), text_anchor="middle"))
    first, last = date(periods[0][0]), date(periods[-1][0])
    left_out = f" {undated} in briefings without such a date are left out." if undated else ""
    svg = picture(
        parts,
        name="mentions",
        title=f"{what} of {name} over time",
        description=f"Bars from {first} to {last}; the highest stands for {most}.{left_out}",
        width=_WIDTH,
        height=_HEIGHT,
    )
    rows = [(date(period), str(count)) for period, count in periods if count]
    return figure(
        svg,
        kind="counts",
        caption=f"{what} by the date of the briefing, {first} to {last}.{left_out}",
        alternative=table(("Time", what), rows),
        summary="The same as a table",
    )


def _periods(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Every period between the first and the last, empty ones too."""
    if not counts:
        return []
    short = any(len(day) < 7 for day in counts)
    if not short:
        months = [month_number(day) for day in counts]
        first, last = min(months), max(months)
        if last - first < MONTHS:
            return _summed(counts, [month_of(month) for month in range(first, last + 1)], 7)
    years = [int(day[:4]) for day in counts]
    first, last = max(min(years), max(years) - YEARS + 1), max(years)
    return _summed(counts, [f"{year:04}" for year in range(first, last + 1)], 4)


def _summed(counts: Mapping[str, int], names: Sequence[str], length: int) -> list[tuple[str, int]]:
    sums = dict.fromkeys(names, 0)
    for day, count in counts.items():
        if day[:length] in sums:
            sums[day[:length]] += count
    return list(sums.items())


def _short(period: str) -> str:
    return period if len(period) == 4 else f"{date(period)[:3]} {period[:4]}"


def _ticks(most: int) -> list[int]:
    """None, about half and all of it, in whole numbers."""
    return sorted({0, most // 2 if most > 3 else 0, most})


def _rule(value: int, most: int) -> Markup:
    y = _BASE - value / most * (_BASE - _TOP)
    return element("line", x1=_LEFT, x2=_WIDTH - 6, y1=y, y2=y, class_="rule")


def _mark(value: int, most: int) -> Markup:
    y = _BASE - value / most * (_BASE - _TOP)
    return text(_LEFT - 6, y + 4, str(value), text_anchor="end")
