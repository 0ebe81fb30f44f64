"""Writers and houses in scripts without capitals: a name beside a title, a house by its ending.

This module alone decides by which form they are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.ingest.pieces import trimmed
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.model import Stated
from generator.text.tries import alternation

_NAME = r"[^\W\d_a-zA-Z]{2,4}"
_AROUND = " []【】()（）"


class EasternWriters:
    """The titles of one :class:`Boilerplate`; ``labels`` may stand before a writer."""

    def __init__(self, cues: Boilerplate, *, labels: Iterable[str]) -> None:
        titles, reporters = alternation(cues.writer_titles), alternation(cues.reporters)
        papers = alternation(cues.papers)
        name = rf"(?!\S{{1,10}}{papers}\s){_NAME}"
        behind = rf"{reporters}[ :：]{{0,2}}"
        desk = r"(?:[／/]\S{2,8})?"
        self.shape = rf"(?:{name}\s?{titles}|{behind}{_NAME}{desk})"
        """A writer with his title, as a regular expression."""
        self._named = re.compile(
            rf"(?:{alternation(labels)}\s)?(?:[(（\[][^()（）\[\]]{{1,20}}[)）\]]\s?)?"
            rf"(?P<first>{name})(?:\s\S{{1,10}}{papers})?\s?{titles}(?:\s+\S{{1,64}}@\S{{1,64}})?"
            rf"|{behind}(?P<second>{_NAME}){desk}"
        )
        self._closing = re.compile(rf"{papers}[\])】]?\s*$")

    def name(self, text: str, *, offset: int) -> Stated | None:
        """The writer whom ``text`` names and nothing else; it begins at ``offset``."""
        bare = text.strip(_AROUND)
        hit = self._named.fullmatch(bare)
        if hit is None:
            return None
        group = "first" if hit["first"] else "second"
        return trimmed(hit[group], offset + text.index(bare) + hit.start(group))

    def closes_house(self, text: str) -> bool:
        """Whether a part ends as the names of papers do."""
        return self._closing.search(text) is not None
