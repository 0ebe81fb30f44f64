"""What somebody is said to say in passing.

Decides that ", which Zenda says can fly," and "the speed that Zenda claims" are not the voice of
their sentence: the first is Zenda's as far as its commas reach, the second names no holder at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.text.attribution import Attribution, Line, Voice
from generator.text.noun_phrases import WHEN, WINDOW
from generator.text.phrases import ends_in
from generator.text.speech_cues import SpeechCues

_RELATIVE = re.compile(
    r"(?P<comma>,| [–—-])? (?P<word>which|that|whom?|something|whose(?: [\w-]+){1,4}?)(?: the)? $"
)
_BARE = re.compile(r"an? (?P<noun>[a-z-]+(?: [a-z-]+)?) (?=[A-Z])")
""" ", a CLAIM Zenda has dismissed as nonsense": a relative clause without a pronoun."""
_LAST = re.compile(r"(?P<word>[\w'-]+)\)?$")
_ENDS = re.compile(r"[ \"']*(?:$|[.,;:)])")
_GOES_ON = re.compile(
    r" (?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|it|they|he|she)\b"
)
_VERB = re.compile(r" [a-z]{3,}(?:[^s]s|ed)\b")
_WHO = re.compile(r", (?P<word>who|which)\b")
_SAID = re.compile(
    r"[\w ]{3,80}? that\b|(?:said|says|say) (?:he|she|it|they|there|the|no|his|her|its|their)\b"
)
_ADVERBS = re.compile(r" (?:\w+ ){0,2}")
_AND = re.compile(r"(?P<and>and|which|who),? $")
_IF_AS = re.compile(r"[\w ,]{0,5}, as ")
""" "If it sailed, AS Zenda says, it ...": what follows is the writer's."""
_CLOSE = re.compile(r", (?![\w' -]{1,40},? (?:and|or) [\w' -]{1,40}(?:[.,;]|$))")
"""A comma that ends a relative clause, and no enumeration within it."""
_ON = 40
_APPOSED = re.compile(r", (?:an?|the) (?:[\w-]+ ){1,5}$")
""" ", a development CONFIRMED BY Zenda": it tells of the whole sentence."""
_SHORT_SUBJECT = 6
"""Words before a participle that may all be what it describes: "a launch confirmed by Zenda"."""
_OF_IT = re.compile(r"\b(?:which|that) (?:is|are|was|were|has been|have been) (?:\w+ )?$")

Aside = tuple[Attribution, int, int]
"""An attribution and the part of the sentence that is its own; an empty part is nobody's."""


def asides(cues: SpeechCues, line: Line, found: Iterable[Attribution]) -> list[Aside]:
    """The attributions that stand in a relative clause."""
    return [
        (one, *part)
        for one in found
        if (
            part := (_put_to_an_if(line.outside, one) or _part(cues, line, one))
            if one.way == "subject"
            else _inserted(line, one)
            if one.way == "according"
            else None
        )
        is not None
    ]


def _inserted(line: Line, one: Attribution) -> tuple[int, int] | None:
    """ "Shells and, ACCORDING TO ZENDA, two guns": only what follows is Zenda's."""
    joined = _AND.search(line.outside, max(0, one.cue[0] - _ON), one.cue[0])
    if joined is None or joined.start() < _ON or not line.outside.startswith(",", one.source[1]):
        return None
    return joined.start("and"), len(line.outside)


def _part(cues: SpeechCues, line: Line, one: Attribution) -> tuple[int, int] | None:
    outside = line.outside
    start, end = one.source[0], one.cue[1]
    if outside[:start].strip(" \"'") in WHEN:
        # "WHEN Black said that the dam held, it broke": his as far as the comma.
        said = _SAID.match(outside, one.cue[0]) is not None and "," in outside[end:]
        return start, _close(outside, end) if said else start
    bare = _BARE.match(outside, start) if outside.startswith(", ", start - 2) else None
    if bare is not None and ends_in(cues.claim_nouns, bare["noun"]):
        return start, _close(outside, end)
    own = _WHO.match(outside, one.source[1])
    if own is not None and _ADVERBS.fullmatch(outside, own.end(), one.cue[0]):
        # "Zenda, WHICH VOWS to fight it, ...": it is said in passing, and is no statement;
        # "Black, WHO SAID the depot was empty, ..." is one, as far as its comma.
        if _SAID.match(outside, one.cue[0]) is None and "," in outside[end:]:
            return start, start
        return own.start("word"), _close(outside, end)
    opened = _RELATIVE.search(outside, max(0, start - _ON), start)
    if opened is None or one.source[1] > one.cue[0]:
        return None
    before = _LAST.search(outside, max(0, opened.start() - _ON), opened.start())
    word = before["word"].lower() if before is not None else ""
    if not word or word in cues.prepositions:
        return None  # "a text in which Zenda says that": what it says follows
    if opened["comma"]:
        if opened["word"] == "that":
            return None
        if opened["word"] == "something" and opened["comma"] == ",":
            return None
        return opened.end("comma"), _close(outside, end)
    spoken = cues.verbs.search(outside[max(0, opened.start() - _ON) : opened.start()])
    if opened["word"] == "that" and spoken is not None:
        return None  # "Strelsau said that Zenda denies it"
    if _ENDS.match(outside, end) or _GOES_ON.match(outside, end):
        return start, start
    if _VERB.match(outside, end) and ", " in outside[end:]:
        return start, _close(outside, end)  # "a rocket that Zenda says CARRIES two, fell"
    return None


def _put_to_an_if(outside: str, one: Attribution) -> tuple[int, int] | None:
    start = one.source[0]
    led = _IF_AS.match(outside, max(0, start - len(", as the ")))
    put = outside.startswith("If ") and led is not None and outside.startswith(", ", one.cue[1])
    return (start, start) if put else None


def _close(outside: str, at: int) -> int:
    close = _CLOSE.search(outside, at)
    return close.start() if close is not None else len(outside)


def carved(voices: Sequence[Voice], aside: Sequence[Aside]) -> tuple[Voice, ...]:
    """The voices with the parts of others cut out of them."""
    result = list(voices)
    for one, start, end in aside:
        at = next((i for i, v in enumerate(result) if v.start < start < end <= v.end), None)
        if at is None:
            continue
        whole = result[at]
        if whole.found is not None and whole.found.holder == one.holder:
            continue
        parts = [replace(whole, end=start), Voice(start=start, end=end, found=one)]
        if end < whole.end:
            parts.append(replace(whole, start=end))
        result[at : at + 1] = parts
    return tuple(result)


def describes(cues: SpeechCues, line: Line, start: int) -> bool:
    """ "The boat ANNOUNCED BY Zenda lies there": a participle behind a noun within a sentence
    of somebody else's."""
    before = line.outside[max(0, start - WINDOW) : start].split()
    if before and _judged_in_passing(cues, line, start, before[-1]):
        return True
    if not before or before[-1].endswith(","):
        return False
    last = before[-1].lower()
    aside = last in cues.auxiliaries or last in cues.passives or last.endswith("ly")
    if aside or _APPOSED.search(line.outside, max(0, start - WINDOW), start):
        return False
    own = any(word.lower() in cues.own_pronouns for word in before)
    return own or len(before) > _SHORT_SUBJECT


def _judged_in_passing(cues: SpeechCues, line: Line, start: int, last: str) -> bool:
    """ "The isle, CLAIMED BY Zenda, lies there", "which is CONDEMNED BY Zenda": what somebody
    thinks of a thing that the sentence names. ``last`` is the word before."""
    judged = cues.judged_by.match(line.outside, start)
    if judged is None or " that " in line.outside[judged.end() : judged.end() + WINDOW]:
        return False
    owned = judged.group().lower() in cues.owned_by
    inserted = last.endswith(",") and "," in line.outside[judged.end() :]
    return owned or inserted or _OF_IT.search(line.outside, max(0, start - _ON), start) is not None
