"""Which day of an East Asian sentence is that of the words, and not of the deed they tell.

Decides it by place: the day right behind the source. It goes where another day is named, where the
deed stands before the verb of speech, and where state media report, which do so a day later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import DateExpression, Sentence
from generator.text.scripts import HANGUL_LETTER, KANA_LETTER

_GAP = re.compile(r"(?:은|는|이|가|は|が)?[ 、,，]?(?:当地时间|當地時間)?")


def without_speech(
    dates: Sequence[DateExpression], sentence: Sentence, source: int, *, late: bool, inside: bool
) -> list[DateExpression]:
    """The dates that may be the deed's. ``source`` is where the name of who speaks ends, in the
    sentence; ``late`` if it reports a day later, ``inside`` if the deed stands between the source
    and the verb of speech, where Chinese has what the words are about."""
    text, offset = sentence.text, sentence.start
    spoken = [
        date
        for date in dates
        if date.start - offset >= source
        and _GAP.fullmatch(text[source : date.start - offset]) is not None
    ]
    others = [date for date in dates if date not in spoken]
    final = HANGUL_LETTER.search(text) is not None or KANA_LETTER.search(text) is not None
    return others if others or late or (inside and not final) else list(dates)
