"""Which day of a sentence is that of the words, and not of the deed they tell.

Decides it by place. In East Asian sentences it is the day right behind the source; it goes where
another day is named, where the deed stands before the verb of speech, and where state media report,
which do so a day later. In English it is the day beside the verb of speech.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.model import Claim, DateExpression, Sentence
from generator.text.reading import Reading
from generator.text.scripts import HANGUL_LETTER, KANA_LETTER
from generator.text.syntax.grammar import Predicate

_PARTICLE = re.compile(r"(?:은|는|이|가|は|が)?[ 、,，]?")


def without_speech(
    dates: Sequence[DateExpression],
    sentence: Sentence,
    source: int,
    *,
    clocks: Collection[str],
    late: bool,
    inside: bool,
) -> list[DateExpression]:
    """The dates that may be the deed's. ``source`` is where the name of who speaks ends, in the
    sentence; ``clocks`` are the words for whose clock counts; ``late`` if it reports a day later,
    ``inside`` if the deed stands between the source and the verb of speech, where Chinese has
    what the words are about."""
    text, offset = sentence.text, sentence.start
    particle = _PARTICLE.match(text, source)
    begin = particle.end() if particle is not None else source
    spoken = [
        date
        for date in dates
        if date.start - offset >= source and text[begin : date.start - offset] in {"", *clocks}
    ]
    others = [date for date in dates if date not in spoken]
    final = HANGUL_LETTER.search(text) is not None or KANA_LETTER.search(text) is not None
    return others if others or late or (inside and not final) else list(dates)


_TO_HEARERS = re.compile(
    r"[ ,]*(?:(?:to |with )?(?:reporters|journalists|lawmakers|parliament|correspondents)\b ?)?"
    r"(?:(?:in|at|during|via|through|by|on) (?:an?|the|its|his|her|their) (?:[\w'-]+ ){1,4})?"
)
"""What stands between a verb of speech and its day: "told reporters in a message on Friday"."""
_WHOSE = ("'s", "’s")


def without_telling(
    dates: list[DateExpression], predicate: Predicate, claim: Claim | None, reading: Reading
) -> list[DateExpression]:
    """The dates of an English sentence that may be the deed's: "said ON SUNDAY that it fired" and
    "it fired, the ministry said ON SUNDAY" date the words. The deed that is itself the verb of
    speech keeps its day."""
    if claim is None or not claim.cue or not dates:
        return dates
    text, offset = reading.sentence.text, reading.sentence.start
    deed = reading.tokens.starts[predicate.first]
    at = text.find(claim.source) if claim.source else -1
    said = text.find(claim.cue, at + len(claim.source) if at >= 0 else 0)
    if said < 0:
        said = text.find(claim.cue)
    end = said + len(claim.cue)
    if said < 0 or said <= deed < end:
        return dates
    return [date for date in dates if not _beside(date, offset, end, text)]


def _beside(date: DateExpression, offset: int, end: int, text: str) -> bool:
    first, last = date.start - offset, date.end - offset
    if first < end or text.startswith(_WHOSE, last):
        return False  # "said Tuesday's launch had failed"
    return _TO_HEARERS.fullmatch(text, end, first) is not None
