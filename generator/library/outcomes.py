"""What an editor records about statements that looked ahead: the file ``outcomes.yml``.

This module alone decides what a record may say. Records without a fault hold even where others
of the same file have one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.knowledge.convert import Sheet, convert, nearest
from generator.knowledge.entities import Base
from generator.knowledge.yamltext import Fault, load
from generator.model import OutlookType
from generator.problems import Problem

KEY = "outcomes"
SHORTEST = 12
"""Characters that an opening needs to point at one sentence rather than at many."""

OutcomeValue = Literal["happened", "did not happen", "partly", "unclear"]


class Record(Base, frozen=True, kw_only=True):
    """One entry. ``sentence`` is the opening of the sentence or of the quoted words; ``briefing``
    (address or seed file) and ``type`` narrow it where that is not enough. ``date`` is the day on
    which the outcome was known."""

    sentence: str
    outcome: OutcomeValue
    date: str
    note: str = ""
    source: str = ""
    briefing: str = ""
    type: OutlookType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A record and where it stands, so that a finding can point at it."""

    record: Record
    file: str
    line: int | None


def parse_outcomes(text: str, *, file: str) -> tuple[tuple[Resolution, ...], tuple[Problem, ...]]:
    """The records of ``outcomes.yml`` in its order, and everything wrong with them."""
    sheet = Sheet(file=file, text=text)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return (), ()
    data = load(text)
    if isinstance(data, Fault):
        fault = Problem(
            code="E_YAML", message=data.message, file=file, line=data.line, remedy=data.remedy
        )
        return (), (fault,)
    problems = [
        sheet.problem((str(key),), f"there is no key {str(key)!r} here", _hint(key), code=_CODE)
        for key in data
        if key != KEY
    ]
    entries = data.get(KEY)
    if entries is not None and not isinstance(entries, list):
        message, remedy = "expected a list", "begin each record with '- sentence: ...'"
        problems.append(sheet.problem((KEY,), message, remedy, code=_CODE))
        entries = None
    found: list[Resolution] = []
    for number, entry in enumerate(entries or ()):
        path = (KEY, number)
        record, faults = convert(entry, Record, sheet=sheet, prefix=path)
        problems += [_recoded(fault) for fault in faults]
        if record is None:
            continue
        if wrong := _wrong(record):
            name, message, remedy = wrong
            problems.append(sheet.problem((*path, name), message, remedy, code=_CODE))
            continue
        line = sheet.problem((*path, "sentence"), "", "").line
        found.append(Resolution(record=record, file=file, line=line))
    return tuple(found), tuple(sorted(problems, key=lambda one: one.line or 0))


_CODE = "E_OUTCOMES"


def _hint(key: object) -> str:
    return nearest(str(key), [KEY]) or f"the only key at the top is: {KEY}"


def _recoded(fault: Problem) -> Problem:
    return Problem(
        code=_CODE,
        message=fault.message,
        file=fault.file,
        line=fault.line,
        field=fault.field,
        remedy=fault.remedy,
    )


def _wrong(record: Record) -> tuple[str, str, str] | None:
    if len(" ".join(record.sentence.split())) < SHORTEST:
        return "sentence", "too short to tell sentences apart", "copy the first words of it"
    try:
        day = date.fromisoformat(record.date) if len(record.date) == 10 else None
    except ValueError:
        day = None
    if day is None:
        return "date", f"{record.date!r} is no day", "write it as 2026-01-31"
    return None
