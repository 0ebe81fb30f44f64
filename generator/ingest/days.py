"""Which of several stated days is the article's.

Decides alone between the days that the head of a page states: one that a label calls that of the
publication goes before one without a label, and of two without the one below the title goes
before the one above it, which is as often the clock of the site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Stated

_LABEL = 40
"""Characters before a day among which its label stands."""
_TO_THE_DAY = 10


def _labelled(text: str, day: Stated, label: re.Pattern[str]) -> bool:
    start = max(text.rfind("\n", 0, day.start) + 1, day.start - _LABEL)
    return label.search(text, start, day.start) is not None


def published(
    text: str,
    held: Stated,
    days: Sequence[Stated],
    *,
    title: Stated | None,
    body: int,
    changed: Stated | None,
    label: re.Pattern[str],
) -> Stated:
    """The day to keep instead of ``held``, the first stated, or ``held`` itself.

    ``days`` are all that were stated, ``body`` is where the text begins, ``changed`` the day of the
    last change and ``label`` the words that call a day that of publication.
    """
    if held not in days or held.start > body or _labelled(text, held, label):
        return held
    others = sorted(
        (d for d in days if d.start < body and len(d.value) == _TO_THE_DAY), key=lambda d: d.start
    )
    told = [day for day in others if _labelled(text, day, label)]
    if told:
        return told[0]
    if title is None or held.start > title.start:
        return held
    under = [day for day in others if day.start >= title.end]
    if under:
        return under[0]
    # Nothing is changed before it is published: what stands above is the clock of the page.
    early = changed is not None and changed.start > title.start and changed.value < held.value
    return changed if changed is not None and early else held
