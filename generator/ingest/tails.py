"""The last lines of a page that follow its own words and are no text.

This module alone decides how far the foot of a page reaches: behind the last paragraph of text
everything that is no sentence goes with the first line known to be the page's, and so does a row
of titles of other articles.
"""

from __future__ import annotations

import re

from generator.ingest.sheet import Sheet

_STOPS = (".", "!", "?", "。", "！", "？", "…", ":", "：", ";", "；", ",", "、")
_CLOSING = "\"”’'»」』)）]】*_ "
_LONG, _TITLE = 130, 4
"""Characters of the longest such line, and words of the shortest title."""
_LEAST = 3
"""Titles of the shortest row that nothing else vouches for."""
_FIGURED = re.compile(r"\d[^\d\n]+\d[^\d\n]+\d|[;:：|]")
"""Figures or parts enough for a line of a table or of a list."""


def foot(work: Sheet) -> dict[int, str]:
    """Which paragraphs are of the foot of the page, and what each is."""
    last = max((at for at in range(len(work.paragraphs)) if _is_text(work, at)), default=None)
    if last is None:
        return {}
    behind = [at for at in work.live() if at > last and at != work.title_at]
    known = [at for at in work.gone if at > last]
    found = {at: "foot of the page" for at in behind if known and at > min(known)}
    rest = [at for at in behind if at not in found]
    titles = [at for at in rest if _is_headline(work.line(at))]
    ended = work.line(last).rstrip(_CLOSING).endswith((".", "!", "?", "。", "！", "？"))
    if ended and len(titles) >= _LEAST and 2 * len(titles) > len(rest):
        found |= dict.fromkeys(rest, "links")
    return found


def _is_text(work: Sheet, at: int) -> bool:
    """Whether a paragraph that stays ends in a stop, is a point of a list, or is long."""
    if at in work.gone:
        return False
    line = work.line(at)
    ended = line.rstrip(_CLOSING).endswith(_STOPS)
    return ended or len(line) > _LONG or work.paragraphs[at].kind in ("list", "quote")


def _is_headline(line: str) -> bool:
    words = line.split()
    told = len(words) >= _TITLE or (not line.isascii() and len(line) >= _TITLE * 3)
    return told and not line[0].isdigit() and _FIGURED.search(line) is None
