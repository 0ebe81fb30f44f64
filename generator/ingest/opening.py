"""How an article opens: its title, and which short lines are headings.

This module alone decides when a first line is a title (short, no full stop, text follows).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.display import shown
from generator.model import Paragraph
from generator.text.scripts import HAN_OR_KANA

_STOPS = (".", "。", ";", "；", ":", "：", ",", "，", "、", "।", '."', ".”", ".'", ".)")
_CALLS = ("!", "?", "！", "？", "…")
_TITLE_WORDS = 18
_LONG_TITLE = 28
"""Words of the longest title, and of the longest in the frame of a page."""
_TITLE_SIGNS = 48
"""Characters of the longest title in a script without spaces."""
_KICKER = 32
_NAME_WORDS = 5
_HEADING_WORDS = 10
_HEADING_SIGNS = 30
_LONG_WORD = re.compile(r"[^\s]+")


def is_title(text: str, *, followed: bool, framed: bool = False) -> bool:
    """Whether a first line that stands alone is the article's title. One that is ``framed``, by
    the line of its writer below it or by a rubric in brackets, may be as long as tabloids write."""
    framed = framed or text.startswith(("[", "【"))
    words = _LONG_TITLE if framed and not text.rstrip().endswith(_CALLS) else _TITLE_WORDS
    return followed and _short(text, words=words, signs=_TITLE_SIGNS)


def is_kicker(text: str, *, following: str) -> bool:
    """Whether a first line is a word or two in capitals above a title that is not in capitals."""
    # A headline in Chinese with one Latin letter in it is "upper" too.
    capitals = all(char.isupper() for char in text if char.isalpha())
    if len(text) > _KICKER or not capitals or not text.isupper() or following.isupper():
        return False
    words = following[:400].split()
    if len(words) <= _NAME_WORDS and not any(word.islower() and len(word) > 3 for word in words):
        return False  # "SANCTIONS NOTICE", and below it whom it is about
    return len(text.split()) <= 3 < len(words) and is_title(following, followed=True)


def is_heading(text: str, *, following: str) -> bool:
    """Whether a short line inside an article heads the text after it."""
    return (
        _short(text, words=_HEADING_WORDS, signs=_HEADING_SIGNS)
        and text[-1] not in '!?！？"”'
        and not text[0].islower()
        and any(map(str.isalpha, text))
        and len(following) > len(text) + 10
        and not _short(following, words=_HEADING_WORDS, signs=_HEADING_SIGNS)
    )


def _short(text: str, *, words: int, signs: int) -> bool:
    text = shown(text[:400]).strip("*_# ")
    if not text or len(text) > 300 or text.endswith(_STOPS):
        return False
    wide = len(HAN_OR_KANA.findall(text))
    if wide * 2 > len(text):
        return len(text) <= signs
    return len(_LONG_WORD.findall(text)) <= words


def headings(
    text: str, paragraphs: Sequence[Paragraph], *, gone: frozenset[int]
) -> tuple[Paragraph, ...]:
    """The paragraphs with short lines that head the next one marked as headings."""
    marked = list(paragraphs)
    live = [index for index in range(len(paragraphs)) if index not in gone]
    for index, follower in pairwise(live):
        paragraph, after = paragraphs[index], paragraphs[follower]
        if paragraph.kind != "text" or after.kind == "heading":
            continue
        if paragraph.end - paragraph.start > 120:
            continue
        following = text[after.start : min(after.end, after.start + 400)]
        if is_heading(text[paragraph.start : paragraph.end], following=following):
            marked[index] = Paragraph(start=paragraph.start, end=paragraph.end, kind="heading")
    return tuple(marked)
