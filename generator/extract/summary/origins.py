"""The place that a report comes from: "STRELSAU: ", "Zenda, Ruritania—".

Decides when names before a dash or a colon are such a place, which no statement prints.
"""

from __future__ import annotations

import re

from generator.model import Claim
from generator.text.reading import Reading
from generator.text.speech.labels import LABEL
from generator.text.trappings import bare

_DASH = re.compile(r"\s(?:--|[–—-])\s+(?=[A-Z\"“])")
_COLON = re.compile(r"(?::\s|\s?>>\s?|[—–])\s*(?=[A-Z\"“])")
""" "STRELSAU: ", "Zenda, Ruritania—": what parts a place from the sentence behind it."""
_AGENCY = re.compile(
    r"[A-Z][\w.'’ -]{2,30}, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|[A-Z][\w. ]{2,20}) "
    r"\([A-Z][\w &./-]{1,30}\)\s?[-–—]*\s?(?=[A-Z\"“])"
)
""" "Zenda, Oct. 14 (Harbour Press)–", "ZENDA, Ruritania (HP) "."""
_ASIDE = re.compile(r"\s(?:--|[–—-])\s")
_OPENINGS, _LOUD = 6, 4
"""Sentences among which a place stands, and letters of the shortest in capitals."""
_DATELINE = 40
"""Characters in which the place before an article's first sentence stands."""


def bared(
    index: int,
    reading: Reading,
    *,
    labels: tuple[str, ...],
    comment: re.Pattern[str],
    opens: bool,
) -> str:
    """A sentence without what stands around it, the label of a ``comment`` included; a question
    keeps its label. ``opens`` where it is the first of its paragraph."""
    text = bare(reading.sentence.display, labels=labels)
    if (label := comment.match(text)) is not None and label.end() < len(text):
        text = text[label.end()].upper() + text[label.end() + 1 :]
    if index == 0 and (agency := _AGENCY.match(text)) is not None:
        return text[agency.end() :]
    if index == 0 and (dash := _DASH.search(text, 0, _DATELINE)) is not None:
        rest = text[dash.end() :]
        if _places(text[: dash.start()], reading) and not _ASIDE.search(rest):
            return rest
    if opens and index < _OPENINGS and (sign := _COLON.search(text, 0, _DATELINE)) is not None:
        head = text[: sign.start()]
        city = head.split(",")[0]
        loud = city.isupper() and len(city) >= _LOUD
        named = reading.names[0] if reading.names else None
        capital = named is not None and head == named.surface and named.rule == "metonym"
        if _places(head, reading) and (loud or "," in head or (capital and not index)):
            return text[sign.end() :]
    return text


def unlabelled(text: str, voice: Claim | None) -> str:
    """What a speaker says, without the label by which its turn is his: "Black: It sank."."""
    label = LABEL.match(text) if voice is not None else None
    if label is None or voice is None or voice.source != label["label"]:
        return text
    return text[label.end() :].lstrip() or text


def _places(head: str, reading: Reading) -> bool:
    """Whether words are names of places and nothing else: "Strelsau, Ruritania"."""
    rest = head
    for item in reading.names:
        if item.start - reading.sentence.start < len(head) + _DATELINE:
            rest = rest.replace(item.surface, "", 1)
    return bool(head) and rest != head and not rest.strip(" ,.")
