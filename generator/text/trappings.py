"""What stands around a sentence and is not of it: list numbers, datelines, marks of notes, "A:".

Decides what is taken off a sentence before it is weighed or printed; the words left are untouched.
"""

from __future__ import annotations

import re

from generator.text.dates.written import MONTHS

_NOTE = re.compile(r"(?<=[\w.,;:!?\"”’)])\[\d{1,3}\]")
_MONTHS = "|".join(MONTHS)
_NUMBER = re.compile(rf"(?:\(\d{{1,2}}\)|\d{{1,2}}[.)])\s+(?=[A-Z\"“])(?!(?:{_MONTHS})\b)")
""" "3. There is ..." and "(3) There is ...", but not "3. October"."""
_DATELINE = re.compile(
    r"[A-Z][A-Z/ .'-]{2,40}(?:, [A-Z][\w ]{2,20})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^()]{2,40}\))? ?"
    r"(?:--|[–—-]) +(?=[A-Z\"“])"
)
""" "STRELSAU/ZENDA, Nov 19 (Newswire) - The army ...": below a list of points, so that it opens no
article."""
_MARK = re.compile(r"[•·▪–—-]\s+")


def bare(text: str, *, labels: tuple[str, ...] = ()) -> str:
    """``text`` without list numbers, bullets and datelines before it, marks of notes in it, and
    one of the ``labels`` ("A:") that a transcript puts before a turn."""
    body = _NOTE.sub("", text) if "[" in text else text
    for pattern in (_MARK, _NUMBER, _DATELINE):
        if body[:1].isalpha() and body[1:2].islower():
            break  # most sentences begin so, and nothing that is taken off
        opening = pattern.match(body)
        if opening is not None:
            body = body[opening.end() :]
    label = opens_with(body, labels)
    return body[len(label) :].lstrip() if label else body


def opens_with(text: str, labels: tuple[str, ...]) -> str:
    """The label that a text opens with, or nothing."""
    if not text.startswith(labels):
        return ""
    return next((label for label in labels if text.startswith(label)), "")
