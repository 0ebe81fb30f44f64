"""Verbs of speech that share a subject with the verb before them: "Strelsau met her AND URGED".

Decides which name, pronoun or unnamed source at the opening of the sentence speaks there too.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.text.speech.attribution import Line
from generator.text.speech.cues import SpeechCues

_REACH = 260
"""Characters before the verb in which its subject stands, at most."""
_LEAD_IN = re.compile(r"(?:In|At|On|From|By|After) [^,;:\"]{1,40}, (?:the )?")
_AND = re.compile(
    r"(?:\b(?:and|but)(?: also)?|,(?: and)? (?:only|also|just|then|further|merely)) +$"
)
_HE = re.compile(
    r"[\" ]*(?P<he>He|She) (?:also |then )?[a-z]{2,}(?:ed|w|de|ok|ve|t|ld) [^,;:\"\u0001]*$"
)
"""One clause whose subject is a person: "He POINTED OUT some faults and said"."""
_OPENING = re.compile(
    r"(?P<np>(?:The|An?|One|Another|Two|Three) (?:[\w'.-]+ ){0,3}?(?P<head>[a-z]{4,}))"
    r"(?= [a-z]{2,}ed )"
)
_NEW_SUBJECT = re.compile(
    r"\b(?:who|which|that|what|when|while|as|because|after|before|until|if|where)\b"
)


def sharing(
    cues: SpeechCues, line: Line, verb: int, *, head_end: Callable[[Line, int], int]
) -> tuple[int, int] | None:
    """ "STRELSAU held a meeting AND URGED ...": the first name of the sentence, its "he", or an
    unnamed source."""
    if not _AND.search(line.outside[max(0, verb - 8) : verb]):
        return None
    one = _HE.match(line.outside[max(0, verb - _REACH) : verb]) if verb <= _REACH else None
    if one is not None and _NEW_SUBJECT.search(one.string, one.end("he")) is None:
        return one.span("he")
    for start, end, mention in line.actors:
        opened = _LEAD_IN.match(line.outside, 0, start)
        lead = line.outside[opened.end() if opened else 0 : start][-40:].lower().split()
        lead = lead[lead[:1] in (["but"], ["and"], ["yet"]) :]
        plainbegin = start - (opened.end() if opened else 0) <= 40 and not (
            set(lead) & (cues.prepositions | cues.breaks)
        )
        own = not line.text[end : end + 2].startswith(("'s", "-"))
        own = own and cues.verbs.search(line.outside, 0, start) is None
        # "The Zenda SIDE was careful, only said"
        last = head_end(line, end) if mention.rule == "demonym" else end
        if last < verb and plainbegin and own and (last > end or mention.rule != "demonym"):
            return start, last
        break
    return _somebody(cues, line, verb)


def _somebody(cues: SpeechCues, line: Line, verb: int) -> tuple[int, int] | None:
    """ "THE ENVOY handed over a letter AND SAID": an unnamed source with which a sentence opens."""
    opening = _OPENING.match(line.outside, 0, verb)
    if opening is None or _NEW_SUBJECT.search(line.outside, opening.end(), verb):
        return None
    clause = line.outside[opening.end() : verb]
    if any(mark in clause for mark in ',;:"\u0001') or cues.verbs.search(clause):
        return None
    known = (cues.unnamed, cues.callings)
    head = opening["head"]
    return opening.span("np") if any(one.fullmatch(head) for one in known) else None
