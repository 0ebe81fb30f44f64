"""Question: which amounts does the article give, with which comparison and unit?

Decides alone that an amount which is part of a date ("two weeks ago") is no amount.
"""

from __future__ import annotations

from generator.knowledge.language import Language
from generator.model import Document, Quantity, Sentence
from generator.text import quantities
from generator.text.dates import expressions as dates

_TIMELY = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})


def _in_sentence(sentence: Sentence, *, language: Language) -> tuple[Quantity, ...]:
    found = quantities.find(sentence.text, cues=language.units)
    if not found:
        return ()
    # Only spans of time and counts are ever part of a date, and reading dates again is dear.
    timely = any(match.unit in _TIMELY or match.unit.startswith("count:") for match in found)
    taken = (
        [(d.core, d.end) for d in dates.find(sentence.text, cues=language.dates)] if timely else []
    )
    return tuple(
        Quantity(
            start=sentence.start + match.start,
            end=sentence.start + match.end,
            sentence=sentence.id,
            surface=sentence.text[match.start : match.end],
            op=match.op,
            value=match.value,
            unit=match.unit,
            value_to=match.value_to,
        )
        for match in found
        if not any(match.start < end and start < match.end for start, end in taken)
    )


def find_quantities(document: Document, *, language: Language) -> tuple[Quantity, ...]:
    """Every amount of the document in reading order."""
    return tuple(
        quantity
        for sentence in document.sentences
        for quantity in _in_sentence(sentence, language=language)
    )
