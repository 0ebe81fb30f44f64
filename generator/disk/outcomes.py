"""What stands beside the folders of a project: ``outcomes.yml`` and the day of the build.

The day is that of ``SOURCE_DATE_EPOCH``, the customary way of telling a build its date; without
it no clock is asked, so that the same input gives the same pages on any day.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from generator.disk.read import Places, read_text
from generator.library.outcomes import Resolution, parse_outcomes
from generator.problems import Problem

FILE = "outcomes.yml"
VARIABLE = "SOURCE_DATE_EPOCH"


def read_outcomes(places: Places) -> tuple[tuple[Resolution, ...], tuple[Problem, ...]]:
    """The editor's records; none where there is no such file."""
    path = places.root / FILE
    if not path.exists() and not path.is_symlink():
        return (), ()
    text, unread = read_text(path, places)
    records, problems = parse_outcomes(text or "", file=places.name(path))
    return records, (*unread, *problems)


def build_day() -> tuple[str | None, tuple[Problem, ...]]:
    """The day in UTC that the environment sets for this build, as ISO text."""
    seconds = os.environ.get(VARIABLE, "").strip()
    if not seconds:
        return None, ()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat(), ()
    except (ValueError, OverflowError, OSError):
        problem = Problem(
            code="E_SETTING",
            message=f"{seconds[:40]!r} is no number of seconds since 1970",
            file=VARIABLE,
            remedy="set it with: export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)",
        )
        return None, (problem,)
