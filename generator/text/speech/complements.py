"""Whether what stands behind a verb makes it one of speech.

Decides that "found THAT", "put it AT 1,500 km", "called it A FORGERY" and "is convinced THAT" are
speech, and that "found a body", "put to sea" and "announced itself" are deeds.
"""

from __future__ import annotations

import re

from msgspec import Struct

from generator.model import ANONYMOUS
from generator.text.speech.attribution import Line
from generator.text.speech.cues import SpeechCues

CONTENT = re.compile(
    r" *(?:,? *\"|:|,? *that\b|whether\b|how\b|why\b|to\b|having\b"
    r"|what (?:it|he|she|they) (?:calls?|called|describe[sd]?|terms?|termed)\b)"
)
_LATER = re.compile(
    r" (?:in|on|at|to(?= [A-Z]| the | his | her | its | their )|with|during|earlier|late|last|"
    r"this|yesterday|today|again)\b"
    r"[^,;:.\"\u0001]{0,110}? that\b"
)
"""Where, when and to whom between a verb and its "that": "found in its latest report that"."""
_HEARERS = re.compile(
    r" (?:to )?(?:me|us|him|her|them|reporters|journalists|lawmakers|senators|parliament)\b"
)
_CLAUSE = re.compile(
    r" (?:it|he|she|they|there|(?:the|an?|its|his|her|their|[A-Z][\w'-]*)"
    r"(?: (?!(?:that|which|who|and|or|but|where|when)\b)[\w'-]+){0,5}?)"
    r" (?:is|are|was|were|will|would|could|may|might|has|have|had|can|must|should)\b"
)
""" "Suggested THE LAUNCH COULD be": what is reported needs no "that"."""
_END = re.compile(
    r"(?: \w{3,}ly(?=[ .,;]))?[ \"'.,;)!?\u0001]*"
    r"(?:$|(?<=;)|\bon\b|\bin\b|\blate\b|\bearlier\b|\bat\b)"
)
_NAMING_REACH = 80
WIDE = 160
_NUMBER = (
    r"(?:[$€£¥]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|"
    r"scores|hundreds?|thousands?|millions?|half|a third|a quarter|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|(?:thir|four|fif|six|seven|eigh|nine)teen)\b)"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|some|nearly|almost|over|under|between|up to|more than|less than|"
    r"fewer than|at least|at most|only|just|close to|well|no|a|as|many|few|little) ){0,3}"
)
_AT = re.compile(rf"[^.;\"]{{0,90}}? (?:at|nearer(?: to)?|closer to) {_ABOUT}{_NUMBER}")
_COUNTS = re.compile(rf" {_ABOUT}{_NUMBER}")
_CALLS = re.compile(
    r" (?:it|them|him|her|this|(?:the|this|these|its|his|her|their|our|your)(?: [\w'-]+){1,6}?)"
    r"(?<! in)(?<! for)(?<! within)(?<! by)(?<! at)(?<! of)(?<! after)(?<! with)(?<! on)(?<! to)"
    r" (?:an? |(?<= it )the |(?<= them )the |"
    r"the (?=\w+est\b|most\b|least\b|first\b|last\b|only\b|worst\b|best\b))"
    r"(?!(?:day|week|month|year|halt|end|stop|vote|truce|meeting)\b)",
    re.IGNORECASE,
)
_INSERTED = re.compile(r", (?:which|who|a|an|the) [^,;.\"]{2,60},(?= an? )")
_IN_PAPER = re.compile(r" in (?:an?|his|her|its|their) ")
_BEFORE_PAPER = 2
"""Words before a paper, at most ("in a sharply worded STATEMENT")."""
_WHICH = re.compile(r"\b(?:which|whom|that)(?: the)? $")
_WHICH_AS = re.compile(r" (?:as (?:an?|the|one|being)|to be|for an?)\b")
""" ", which Black DESCRIBES AS a balloon", "a pipe that Black TAKES TO BE a barrel"."""
_TO = re.compile(r" (?!to\b)[^.;\"]{2,90}? to ")
SHARED = re.compile(rf"(?: and)?(?: an?\b|(?: at)? (?:\"|{_ABOUT}{_NUMBER}))")
"""Behind a second speaker that shares a verb: "Strelsau called it a plot, Zenda A DRILL"."""
_THING = re.compile(
    r" (?:it|them|this|that|(?:the|this|these|its|his|her|their|[\w-]+'s?)"
    r"(?: [\w'-]+){1,5}?|[a-z]+s(?: [\w'-]+){0,5}?) "
)
"""What is called something, in front of the word for it."""
_TO_BE = re.compile(r"[^.,;\"]{2,70}? (?:to be|as)\b")
_FOR = re.compile(
    r" (?!for\b)[^.,;\"]{2,70}? (?:for (?:not |\w+ly )?(?:\w+ing|its|his|her|their|the|an?)|over) "
)
""" "Criticised Zenda FOR FAILING", "blasted Zenda OVER the flight"."""
_REPORTED = re.compile(
    r" (?:no|an?|the|its|seeing|hearing|losing|finding|several|many|heavy|more|fresh|new)\b"
    rf"|{_COUNTS.pattern}"
)
_TOLD = re.compile(r" (?:[\w'-]+ ){1,6}?that\b")
"""Whom somebody tells: "tell THEIR VOTERS that"."""
_MANY = re.compile(r"(?:police|authorities|forces|officials|s)$", re.IGNORECASE)
_AMOUNTS = frozenset({"nothing", "little", "much", "lot"})
_ABOUT_IT = re.compile(r" (?:more|about|on|of|to|in|at|when|during|for|since|until)\b|[.,;!?\"]|$")
_SINGLE = re.compile(r" '[A-Za-z][^']{2,60}[a-z,]'(?= |$)")
"""A quotation in single marks: "called it 'wholly unacceptable'"."""
_ABOUT_A_THING = re.compile(r" (?:the|an?|its|his|her|their|these|those|[A-Z]|it|he|she|they)")
_LOWER = re.compile(r" (?!that\b|the \d)[a-z]")
_REACH = 70


class Subject(Struct, frozen=True, kw_only=True):
    """Who stands before the verb, with the place of its words in the sentence."""

    start: int
    holder: str
    outlet: bool
    paper: bool
    pronoun: bool
    person: bool


def is_speech(cues: SpeechCues, line: Line, match: re.Match[str], subject: Subject) -> bool:
    """Whether a verb of ``cues`` speaks behind that subject."""
    verb = " ".join(match.group().lower().split())
    outside, end = line.outside, match.end()
    deed = cues.deeds.match(outside, match.start())
    if deed is not None and _done(outside, deed):
        return False
    content = _LATER.match(outside, end) or CONTENT.match(outside, end)
    that = content is not None and content.group().endswith("that")
    opens = content is not None and (that or content.group().strip() not in {"to", "having"})
    if verb in cues.convictions:
        return that and not subject.pronoun
    if (
        _by_its_subject(cues, verb, outside, subject, end)
        or _with_an_object(cues, verb, outside, end)
        or _taken(cues, verb, outside, subject, end)
        or (verb in cues.welcoming and _is_welcomed(cues, line, end))
    ):
        return True
    if verb in cues.rejecting and verb not in cues.free:
        clause = re.split(r"[.;:]", outside[end : end + _REACH])[0]
        return '"' in clause or cues.rejected.search(clause) is not None
    if subject.paper and verb in cues.paper_verbs | cues.paper_naming:
        final = "," in outside[: subject.start] and _END.match(outside, end) is not None
        counts = _COUNTS.match(outside, end) is not None
        counts = counts or (verb in cues.paper_naming and outside[end : end + 1] == " ")
        return that or final or counts or _TO_BE.match(outside, end) is not None
    if verb in cues.seeing:
        clause = re.split(r"[,.;:]", outside[end : end + _REACH])[0]
        return cues.seen.search(clause) is not None
    if verb in cues.free:
        return True
    if verb in cues.naming:
        clause = outside[end : end + _NAMING_REACH]
        first = re.split(r"[.;:]", clause)[0]
        quoted = ('"' in first or _SINGLE.search(first) is not None) and content is None
        named = (
            quoted
            or _in_a_paper(cues, clause)
            or (verb in cues.calling and _calls(cues, outside, subject.start, end))
        )
        if named or verb not in cues.strict:
            return named
    if verb in cues.strict:
        heard = _HEARERS.match(outside, end)
        if heard is not None:
            end = heard.end()
            opens = opens or outside.startswith(" that ", end)
        opens = opens or outside.startswith(" as follows", end)
        opens = opens or _CLAUSE.match(outside, end) is not None
        last = _END.match(outside, end) is not None
        as_put = as_leads(outside, subject.start) and (last or outside[end : end + 1] == ",")
        inserted = (
            outside[: subject.start].rstrip().endswith((",", '"')) and outside[end : end + 1] == ","
        )
        allowed = subject.holder == ANONYMOUS and verb in cues.opinion
        behind = last and ('"' in outside[: match.start()] or "," in outside[: subject.start])
        return (
            opens or as_put or inserted or allowed or behind or (subject.outlet and content is None)
        )
    if verb in cues.opinion:
        sure = verb.endswith(("believes", "believed", "expects", "fears", "thinks", "suspects"))
        many = _MANY.search(outside[subject.start : match.start()].rstrip()) is not None
        sure = sure or (many and verb in cues.holding_plural)
        return subject.holder == ANONYMOUS or sure or that or verb.endswith(" that")
    return False


def _by_its_subject(cues: SpeechCues, verb: str, outside: str, subject: Subject, end: int) -> bool:
    """ "AS Black SEES it, ...", and what a person does to a thing only by speaking of it."""
    if outside.startswith(" it,", end) and as_leads(outside, subject.start):
        return verb in cues.holding | cues.seeing | cues.opinion
    spoken = subject.person and verb in cues.of_persons
    return spoken and _ABOUT_A_THING.match(outside, end) is not None


def _with_an_object(cues: SpeechCues, verb: str, outside: str, end: int) -> bool:
    """Whether a verb speaks by what it has right behind it, whatever else it may mean."""
    return any(
        verb in verbs and pattern.match(outside, end) is not None
        for verbs, pattern in (
            (cues.putting, _AT),
            (cues.counting, _COUNTS),
            (cues.reporting, _REPORTED),
            (cues.telling, _TOLD),
            (cues.holding, _TO_BE),
            (cues.blaming, _FOR),
            (cues.attributing, _TO),
        )
    )


def _is_welcomed(cues: SpeechCues, line: Line, end: int) -> bool:
    """ "Welcomed THE START OF TALKS", and no guest."""
    clause = re.split(r"[,.;:]", line.outside[end : end + _REACH])[0]
    found = cues.welcomed.search(clause)
    return found is not None and not any(end < one[0] < end + found.start() for one in line.actors)


def _taken(cues: SpeechCues, verb: str, outside: str, subject: Subject, end: int) -> bool:
    """ "..., which Black DESCRIBES AS a balloon": the thing stands before."""
    if verb not in cues.holding | cues.taking or _WHICH_AS.match(outside, end) is None:
        return False
    return _WHICH.search(outside, max(0, subject.start - 12), subject.start) is not None


def _done(outside: str, deed: re.Match[str]) -> bool:
    """Whether a phrase that may be a deed is one: "insisted on Friday" and "said nothing had
    landed" are speech."""
    last = deed.group().lower().rsplit(" ", 1)[-1]
    if last == "on":
        return _LOWER.match(outside, deed.end()) is not None
    if last in _AMOUNTS:
        return _ABOUT_IT.match(outside, deed.end()) is not None
    return True


def _in_a_paper(cues: SpeechCues, clause: str) -> bool:
    """ "mocked the offer IN A STATEMENT"."""
    clause = re.split(r"[.;:,]", clause)[0]
    found = _IN_PAPER.search(clause)
    paper = cues.documents.search(clause, found.end()) if found is not None else None
    if found is None or paper is None:
        return False
    return len(clause[found.end() : paper.start()].split()) <= _BEFORE_PAPER


def _calls(cues: SpeechCues, outside: str, start: int, end: int) -> bool:
    """Whether a verb of calling has a thing and a word for it beside it."""
    return (
        _CALLS.match(outside, end) is not None
        or _CALLS.match(_INSERTED.sub("", outside[end : end + WIDE], count=1)) is not None
        or _so_called(cues, outside, end)
        or _which_is_called(outside, start, end)
    )


def _so_called(cues: SpeechCues, outside: str, end: int) -> bool:
    """ "calls the programme PEACEFUL", and nothing behind it."""
    clause = re.split(r"[,.;:\"\u0001]| (?:and|but|while|because|as|although|since)\b",
                      outside[end : end + _REACH])[0].rstrip()  # fmt: skip
    found = next(
        (one for one in cues.predicates.finditer(clause) if one.end() == len(clause)), None
    )
    return found is not None and _THING.match(clause[: found.start()]) is not None


def _which_is_called(outside: str, start: int, end: int) -> bool:
    """ ", which Black CALLED a balloon": the thing stands before."""
    before = _WHICH.search(outside, max(0, start - 12), start)
    return before is not None and outside.startswith((" a ", " an "), end)


def as_leads(outside: str, start: int) -> bool:
    """ "AS Black put it"."""
    return outside[:start].rstrip().lower().endswith(("as", "as the")) and (
        start < 4 or not outside[start - 4 : start - 3].isalpha()
    )
