"""What of an article stands in quotation marks, and so is not its writer's.

Decides that a quotation of several sentences holds all of them, and that a few words in marks
("the so-called "line"") are the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Sentence, SentenceId
from generator.text.phrases import BLANK, LONGEST, outside_quotes, speech_marks, unescaped

_LONG = 24
"""Characters of the shortest quotation that says something by itself."""
_SAID = re.compile(f"{BLANK}{{{_LONG},}}")


def own_words(text: str) -> str:
    """``text`` with what is quoted in it blanked, but for single words and names in marks."""
    if not text.isascii() or '"' in text or "'" in text:
        outside, _ = outside_quotes(speech_marks(unescaped(text)))
        pieces: list[str] = []
        last = 0
        for said in _SAID.finditer(outside):
            pieces += text[last : said.start()], " " * (said.end() - said.start())
            last = said.end()
        return "".join((*pieces, text[last:])) if last else text
    return text


def within_quotations(sentences: Iterable[Sentence]) -> frozenset[SentenceId]:
    """The sentences at whose beginning a quotation is open."""
    found: set[SentenceId] = set()
    inside = False
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        if inside:
            found.add(sentence.id)
        raw = unescaped(sentence.text[:LONGEST])
        inside = outside_quotes(speech_marks(raw, inside=inside), inside=inside)[1]
    return frozenset(found)
