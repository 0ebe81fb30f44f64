"""Names of sources that no verb of speech stands right behind: "根据 X，" and "网站“X”报道称"."""

from __future__ import annotations

from generator.model import Mention
from generator.text.eastern.words import LONGEST, EasternWords
from generator.text.speech.attribution import Line

_QUOTED = '"\u0001'


def bare_opening(
    words: EasternWords, line: Line
) -> tuple[tuple[int, int], Mention, tuple[int, int]] | None:
    """Where the opening words stand, the actor at the end of what follows them, and where that
    stands; half-open, in the sentence."""
    match = words.opening_bare.search(line.outside)
    if match is None:
        return None
    start, end = match.span("who")
    inside = [one for one in line.actors if start <= one[0] and one[1] == end]
    return (match.span("way"), inside[-1][2], (start, end)) if inside else None


def in_quotes(words: EasternWords, line: Line, verb: int) -> tuple[int, int, Mention] | None:
    """The actor in quotation marks right before the verb of speech that begins at ``verb``; a day
    may stand between."""
    dated = words.day.search(line.outside, max(0, verb - LONGEST), verb)
    end = dated.start() if dated else verb
    if line.outside[end - 1 : end] not in {*_QUOTED}:
        return None
    while end and line.outside[end - 1] in _QUOTED:
        end -= 1
    return next((one for one in line.actors if end <= one[0] and one[1] <= verb), None)
