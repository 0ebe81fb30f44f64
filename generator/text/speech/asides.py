"""What somebody is said to say in passing.

Decides that ", which Zenda says can fly," and "the speed that Zenda claims" are not the voice of
their sentence: the first is Zenda's as far as its commas reach, the second names no holder at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.text.phrases import ends_in
from generator.text.speech.attribution import Attribution, Line, Voice
from generator.text.speech.cues import SpeechCues
from generator.text.syntax.noun_phrases import WHEN, WINDOW

_RELATIVE = re.compile(
    r"(?P<comma>,| [–—-])? (?P<word>which|that|whom?|something|whose(?: [\w-]+){1,4}?)(?: the)? $"
)
_BARE = re.compile(r"an? (?P<noun>[a-z-]+(?: [a-z-]+)?) (?=[A-Z])")
""" ", a CLAIM Zenda has dismissed as nonsense": a relative clause without a pronoun."""
_LAST = re.compile(r"(?P<word>[\w'-]+)\)?$")
_SUMMED = re.compile(r", (?P<whole>an? (?:[\w-]+ ){0,2}(?P<noun>[\w-]+))$")
""" ", A MOVE that Zenda calls a threat": what it says again of the sentence is Zenda's too."""
_ENDS = re.compile(r"[ \"']*(?:$|[.,;:)])")
_VERB = re.compile(r" [a-z]{3,}(?:[^s]s|ed)\b")
_AUXILIARY = (
    "is|are|was|were|has|have|had|can|could|will|would|may|might|must|does|do|did|cannot|should"
)
_FINITE = re.compile(
    rf"\b(?:{_AUXILIARY}|\w{{2,}}ed|saw|took|left|flew|sent|gave|built|held|put|ran|went|came|sank|"
    r"struck|fell|drew|lost|sold|bought|brought|met|made|told|said|says|shows?|showed|shown|carries)\b"
)
_TOLD_OF = re.compile(rf" (?:to (?:be|have)|as|on|for|{_AUXILIARY}|it|they|he|she)\b")
"""Behind the verb of a relative clause: what it tells of the thing before it."""
_VERDICT = re.compile(
    rf" (?:{_AUXILIARY}|remains?|remained|rings?|rang|looks?|seems?|appears?|sounds?|deserves?|"
    r"proved|drew|strains?|flies|stands?|met with|fell|goes|found)\b"
)
"""The verb of a sentence whose subject is a claim: "Zenda's claim that it flew IS nonsense"."""
_THAT = re.compile(r"(?:, [^,;\"\u0001]{3,90},| by [^,;\"\u0001]{2,60}?,?)? that\b")
_WHO = re.compile(r", (?P<word>who|which)\b")
_SAID = re.compile(
    r"[\w ]{3,80}? that\b|(?:said|says|say) (?:he|she|it|they|there|the|no|his|her|its|their)\b|"
    r"(?:said|says|say) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3} "
    r"(?:is|was|has|had|will|would|can|could|must|should|needs|may|might|did|does)\b"
)
_ADVERBS = re.compile(r" (?:\w+ ){0,2}")
_AND = re.compile(r"(?P<and>and|which|who),? $")
_IF_AS = re.compile(r"[\w ,]{0,5}, as ")
""" "If it sailed, AS Zenda says, it ...": what follows is the writer's."""
_CLOSE = re.compile(r", (?![\w' -]{1,40},? (?:and|or) [\w' -]{1,40}(?:[.,;]|$))")
"""A comma that ends a relative clause, and no enumeration within it."""
_ON = 40
_LED = 3
"""Words before a claim with which a sentence opens, at most."""
_TELLS = 4
"""Words that tell something, a verb that no list has among them."""
_LEADS = frozenset({"but", "and", "yet", "still", "the", "so", "even"})
_NEXT = 12
"""Characters behind a finite verb in which its participle stands."""
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
            else _claimed(cues, line, one) or _by_the_way(cues, line, one)
            if one.way == "by"
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


def _claimed(cues: SpeechCues, line: Line, one: Attribution) -> tuple[int, int] | None:
    """ "ZENDA'S CLAIM THAT IT FLEW is nonsense": a claim with which a sentence opens reaches to the
    verb that judges it."""
    outside = line.outside
    noun = outside[slice(*one.cue)].rsplit(" ", 1)[-1].lower()
    if cues.claim_nouns.fullmatch(noun) is None:
        return None
    start = min(one.source[0], one.cue[0])
    that = _THAT.match(outside, one.cue[1])
    lead = outside[:start].lower().replace(".", "").split()
    opens = len(lead) <= _LED and (
        lead[:1] in (["the"], ["a"], ["an"])
        or all(word in cues.titles | _LEADS for word in lead)
        or lead[-1].endswith(("'s", "s'"))
    )
    if that is None or not opens:
        return None  # "We welcome Black's assurance that"
    end = next((at for at in (outside.find(mark, that.end()) for mark in ";:") if at >= 0),
               len(outside))  # fmt: skip
    verbs = [found.start() for found in _VERDICT.finditer(outside, that.end(), end)]
    while len(verbs) > 1 and " " not in outside[verbs[-2] : verbs[-1]].strip():
        verbs.pop()  # "WAS met with"
    words = line.text[that.end() : verbs[-1]].split() if verbs else []
    told = len(words) >= _TELLS or (words and _FINITE.search(" ".join(words)) is not None)
    return (0, verbs[-1]) if told else None


def _by_the_way(cues: SpeechCues, line: Line, one: Attribution) -> tuple[int, int] | None:
    """ "The ship, BELIEVED BY ZENDA TO BE THE ROSE, left": what stands between two commas."""
    outside = line.outside
    done = outside[slice(*one.cue)].split(" ", 1)[0].lower()
    if not outside.startswith(", ", one.cue[0] - 2) or cues.carrying.fullmatch(done):
        return None
    close = _CLOSE.search(outside, one.source[1])
    if close is None or _FINITE.search(outside, close.end()) is None:
        return None
    return one.cue[0], close.start()


def _part(cues: SpeechCues, line: Line, one: Attribution) -> tuple[int, int] | None:
    outside = line.outside
    start, end = one.source[0], one.cue[1]
    when = outside.endswith(" when ", 0, start)
    if when or outside[:start].strip(" \"'") in WHEN:
        # "WHEN Black said that the dam held, it broke": his as far as the comma.
        said = _SAID.match(outside, one.cue[0]) is not None
        said = said and (when or "," in outside[end:])
        return start, _close(outside, end) if said else start
    bare = _BARE.match(outside, start) if outside.startswith(", ", start - 2) else None
    if bare is not None and (
        ends_in(cues.claim_nouns, bare["noun"]) or ends_in(cues.summing, bare["noun"])
    ):
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
    summed = _SUMMED.search(outside, max(0, opened.start() - _ON), opened.start())
    if summed is not None and cues.summing.fullmatch(summed["noun"]):
        return summed.start("whole"), _close(outside, end)
    spoken = cues.verbs.search(outside[max(0, opened.start() - _ON) : opened.start()])
    if opened["word"] == "that" and spoken is not None:
        return None  # "Strelsau said that Zenda denies it"
    return _restricting(line, one, opened)


def _restricting(line: Line, one: Attribution, opened: re.Match[str]) -> tuple[int, int] | None:
    """What belongs to a relative clause without commas, which ``opened`` opens."""
    outside, start, end = line.outside, one.source[0], one.cue[1]
    if _ENDS.match(outside, end):
        return start, start
    if _TOLD_OF.match(outside, end) or _FINITE.match(outside, end + 1):
        # "They tested a rocket THAT ZENDA SAYS CAN FLY FAR": his to the end, where no verb of the
        # main clause can stand behind it.
        close = _close(outside, end)
        first = _FINITE.search(outside, end, close)
        more = first and _FINITE.search(outside, first.end() + _NEXT, close)
        before = _FINITE.search(outside, 0, opened.start())
        return (opened.start("word"), close) if before and not more else (start, start)
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
        at = next((i for i, v in enumerate(result) if v.start <= start < end <= v.end), None)
        if at is None:
            continue
        whole = result[at]
        if whole.found is not None and whole.found.holder == one.holder:
            continue
        parts = [Voice(start=start, end=end, found=one)]
        if start > whole.start:
            parts.insert(0, replace(whole, end=start))
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
