"""How processor time grows with text made to be slow: eight times the text should take eight
times as long; a quadratic step would take 64."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from generator.extract import analyse
from generator.ingest import read_article, to_document
from generator.knowledge.base import KnowledgeBase
from generator.model import Article, EditorNotes
from generator.text import quantities
from generator.text.dates import expressions as dates
from generator.text.markup.markdown import escape

SMALL, LARGE = 3_000, 24_000
LIMIT = 24.0
"""Times as long for eight times the text: far from 8, to leave room for a loaded machine, and far
from 64."""
SLACK = 0.2
"""Seconds that say nothing."""

_ANALYSED = (
    "missile ", "on Monday ", "North Korea fired a missile ", "Russia fired a missile. He left. ",
    "Aa ", "Aa-", "A.", "Aa of ", "van der ", "'", "国", "部长王", "卡·", "장관 ", "김철수 ",
    "Иван ", "ア・", "(AB) ", "a - b - ", "Ada Lind, ", "The Hwasong-18, ",
    "two drones and the Hwasal-2 flew 500 km, ",
)  # fmt: skip
_AMOUNTS = ("1,000 ", "$1 to ", "twenty ", "1", "up to ", "5 km (", "1万")
_DATES = ("October 10 to ", "the end of ", "2024 ", "1/1/", "early ", "in the past ")
_MARKS = ("[", "*", "a:", "www.", "<", "\\", "\u200b", ":", "++ ", "1.")


def growth(knowledge: KnowledgeBase) -> Iterator[tuple[str, float, float]]:
    """Name of the text, milliseconds for a thousand characters of the large text, and how many
    times as long the large text took as the small one."""
    language = knowledge.language

    def whole(text: str) -> None:
        article = read_article(
            text.encode(), file="seeds/hostile.txt", language=language, notes=EditorNotes()
        )
        if isinstance(article, Article):
            analyse(to_document(article, language=language), knowledge=knowledge)

    readers: tuple[tuple[str, Callable[[str], object], tuple[str, ...]], ...] = (
        ("analysis", whole, _ANALYSED),
        ("amounts", lambda text: list(quantities.find(text, cues=language.units)), _AMOUNTS),
        ("dates", lambda text: list(dates.find(text, cues=language.dates)), _DATES),
        ("Markdown", escape, _MARKS),
    )
    for name, work, units in readers:
        for unit in units:
            _seconds(work, unit * (1_000 // len(unit)))
            small = _seconds(work, unit * (SMALL // len(unit)))
            large = _seconds(work, unit * (LARGE // len(unit)))
            times = large / small if large > SLACK else 1.0
            yield f"{name}: {unit!r}", 1000 * large / (LARGE / 1000), times


def _seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin
