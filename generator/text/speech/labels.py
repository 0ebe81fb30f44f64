"""Speakers that stand before their words: "BLACK: ...".

Decides what such a label looks like, and that words laid to a speaker stay with any other source
that they name themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.model import AUTHOR, Claim, Modality
from generator.text.tries import alternation

TURNS = 3
"""Labelled turns from which on a text is a transcript: a lone "Background:" is no speaker."""
LABEL = re.compile(r"[*_]{0,2}(?P<label>\w[\w.'’-]*(?:\s\w[\w.'’-]*){0,4})[*_]{0,2}\s?[:：]")


@lru_cache(maxsize=8)
def comment_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    """ "[Witty] COMMENT: ", "MY VIEW IS: ": what stands before the writer's own words."""
    return re.compile(rf"(?:\[[A-Za-z]{{2,20}}\] ?)?{alternation(labels)}\s?[:：]\s*", re.I)


class Turn(Struct, frozen=True):
    """Who speaks, and the words that name him."""

    holder: str
    label: str


def laid(claim: Claim, turn: Turn) -> Claim:
    """A claim laid to who speaks, unless it names another source. No words of the sentence say
    so: its cue stays what it was."""
    if claim.holder not in {None, AUTHOR}:
        return claim
    modality: Modality = "hedged" if claim.modality == "hedged" else "reported"
    return replace(
        claim,
        holder=turn.holder,
        modality=modality,
        source=turn.label,
    )
