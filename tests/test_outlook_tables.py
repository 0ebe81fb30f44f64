"""Sentences with modal and future words: which look ahead, and what is read of those that do."""

from __future__ import annotations

import pytest
from tables import Row, alone, rows

from generator.model import Outlook


def _found(sentence: str, date: str) -> tuple[Outlook, ...]:
    analysis = alone(sentence, date)
    text = analysis.document.article.text
    start = text.index(sentence)
    return tuple(one for one in analysis.outlook if start <= one.start < start + len(sentence))


def unmet(row: Row) -> list[str]:
    """What of ``row`` does not hold."""
    found = _found(row.parts[1], row.date)
    if row.parts[0] == "no":
        return [f"taken for {one.type} ({one.term})" for one in found]
    if not found:
        return ["missed"]
    one = found[0]
    faults = []
    if one.type != row.parts[0]:
        faults.append(f"type {one.type}")
    for wish in row.parts[2].split("; ") if len(row.parts) > 2 else ():
        key, _, wanted = wish.partition("=")
        if wish == "no time":
            faults += [f"time {one.horizon.text!r}"] if one.horizon else []
            continue
        horizon = one.horizon
        got = {
            "term": one.term,
            "by": horizon.text if horizon else None,
            "from": horizon.start if horizon else None,
            "to": horizon.end if horizon else None,
            "if": one.condition,
            "holder": one.holder or "none",
        }[key]
        held = got == wanted if key in {"from", "to", "holder"} else wanted in (got or "")
        if not held:
            faults.append(f"{key} {got!r} for {wanted!r}")
    return faults


@pytest.mark.parametrize("row", rows("outlook", "not-ahead"), ids=str)
def test_words_of_the_future_that_do_not_look_ahead_stay_out(row: Row) -> None:
    """A modal word about the past, an ability, a habit, a duty or a guess is no outlook."""
    assert unmet(row) == []


@pytest.mark.parametrize("row", rows("outlook", "ahead"), ids=str)
def test_what_looks_ahead_is_found_with_kind_term_time_and_condition(row: Row) -> None:
    """Kind, likelihood, time and condition are those that the sentence carries."""
    assert unmet(row) == []
