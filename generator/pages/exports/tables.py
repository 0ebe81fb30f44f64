"""CSV (RFC 4180) for spreadsheets: one row a statement, each with its sentences.

This module alone decides the columns, and that no cell is a formula. A cell that would begin one
(``=``, ``+``, ``-``, ``@``, a tab, their full-width twins), or that begins with an apostrophe, gets
an apostrophe in front; taking the first apostrophe away gives the text back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.library import Library
from generator.model import Briefing, Comparator
from generator.pages.formats import plain_number
from generator.text.markup.markdown import clean

Cell = str | int | float | None
OPERATORS: Mapping[Comparator, str] = {
    "=": "equal",
    ">": "above",
    "<": "below",
    ">=": "at least",
    "<=": "at most",
    "~": "about",
}
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠﹦﹢﹣﹫'\t\r]")
_AFTER_SEPARATOR = re.compile(r"([;|\t]\s*\"*)(?=[=+\-@＝＋－＠])")
"""A spreadsheet that parts at semicolons meets a cell here that this file has not."""
_BRIEFING = ("briefing", "published", "evidence")


def events(library: Library) -> str:
    """Every event, oldest first, undated last."""
    columns = (
        *("start", "end", "precision", "date_text", "type", "status"),
        *("actors", "recipients", "weapons", "place", "holder", "text"),
    )
    rows = (
        (
            *(one.start, one.end, one.precision, one.date_text, one.type, one.status),
            *(_listed(one.actors), _listed(one.recipients), _listed(one.weapons)),
            *(one.place, one.holder, one.text),
            *_place(entry.briefing, one.evidence),
        )
        for entry in library.timeline
        for one in (entry.event,)
    )
    return _table((*columns, *_BRIEFING), rows)


def weapon_claims(library: Library) -> str:
    """What is said of each weapon: a row for each status (``claim`` is ``status``) and for each
    figure (``claim`` is the property)."""
    columns = (
        *("weapon", "name", "class", "known", "claim", "op", "value", "value_to"),
        *("words", "hypothetical", "outcome", "knowledge", "holder"),
    )
    rows: list[tuple[Cell, ...]] = []
    for weapon in library.weapons:
        about = (weapon.id, weapon.name, weapon.weapon_class, _flag(weapon.entity is not None))
        for entry in weapon.status:
            one = entry.status
            said = (
                "status",
                None,
                one.value,
                None,
                one.cue,
                _flag(one.hypothetical),
                one.outcome,
                None,
            )
            rows.append((*about, *said, one.holder, *_place(entry.briefing, one.evidence)))
        for figure in weapon.specs:
            spec = figure.spec
            given = (
                spec.property,
                OPERATORS[spec.op],
                plain_number(spec.value),
                None if spec.value_to is None else plain_number(spec.value_to),
                spec.original,
                None,
                None,
                spec.knowledge,
            )
            rows.append((*about, *given, spec.holder, *_place(figure.briefing, spec.evidence)))
    return _table((*columns, *_BRIEFING), rows)


def outlook(library: Library) -> str:
    """Every statement that looks ahead. An empty ``percent`` is no number, never zero."""
    columns = (
        *("type", "holder", "quote", "condition", "term", "percent_from", "percent_to", "scale"),
        *("horizon_text", "horizon_start", "horizon_end"),
    )
    rows = (
        (
            *(one.type, one.holder, one.quote, one.condition, one.term),
            *(one.percent or (None, None)),
            one.scale,
            *((span.text, span.start, span.end) if span else (None, None, None)),
            *_place(entry.briefing, one.evidence),
        )
        for entry in library.outlook
        for one, span in ((entry.outlook, entry.outlook.horizon),)
    )
    return _table((*columns, *_BRIEFING), rows)


def inert(cell: Cell) -> str:
    """The cell as written: one line, and no formula wherever a spreadsheet parts the line."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return _inert(cell)


@lru_cache(maxsize=4096)
def _inert(cell: str) -> str:
    text = clean(cell).strip()
    marked = f"'{text}" if _FORMULA.match(text) else text
    return _AFTER_SEPARATOR.sub(r"\1'", marked)


def _table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return file.getvalue()


def _place(briefing: Briefing, evidence: Iterable[str]) -> tuple[Cell, ...]:
    published = briefing.analysis.published.value
    return briefing.slug, published, _listed(evidence)


def _listed(values: Iterable[str]) -> str:
    return "; ".join(values)


def _flag(value: bool) -> str:
    return "true" if value else "false"
