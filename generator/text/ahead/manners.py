"""Modal words by which a writer speaks to his reader, or anybody of himself.

Decides that "you will remember", "few would dispute", "I would say", "as it should" and questions
that nobody is meant to answer are about nothing that comes.
"""

from __future__ import annotations

import re

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.marking import ADVERBS, WEAK, Marker, behind
from generator.text.phrases import words
from generator.text.tries import alternation

_MODAL = WEAK | {"would", "will", "'ll", "can", "should", "must"}
_TASTE = re.compile(r"\b(?:I|he|she)[ \"']{1,2}$")
_TOO = re.compile(r" (?:too|as well|have too)[\"']?(?=[.,;]|$)")
_WHO = re.compile(
    r"\b(?:those|people|anyone|anybody|someone|persons?|men|women|readers|others|many|some) who $"
)
""" "THOSE WHO MAY not speak English": anybody of that kind."""
_SELF = re.compile(r"(?<![\w'-])I (?:\w+ly )?[\"']?$")
_I_WOULD_NOT = re.compile(
    r" not (?:go |put |use |be so |be too |take |make |bet |count |"
    r"trust |blame |want |rush )|"
    r" (?:refrain|hesitate|caution)\b"
)
""" "I WOULD NOT GO so far", "I WOULD REFRAIN from comment"."""
_ELSEWHERE = re.compile(
    r"[\"'* -]*(?:Related|Read (?:also|more|next)|See also|Also read|Further reading)\b"
    r"[^:?]{0,20}: "
)
""" "RELATED: Will the ship ever sail?"."""
_READER = re.compile(r"(?:^|[^\w'-])(?<!\band )(?<!\bor )[Yy]ou(?:r [a-z]+)? (?:\w+ly )?$")
_DONE_TO = r"\w+ed\b|held\b|built\b|sent\b|cut\b|hit\b|put\b|made\b|set\b|given\b|shot\b|taken\b"
_COMING = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|must|going|expected|likely|certain|intend)\b|'ll\b"
)
""" "It MAY be small, but it IS fast": how things are; not "... but it WILL be fast"."""
_ONE = re.compile(
    r"(?:^|[^\w'-])(?<!\bno )(?<!\bany )(?<!\bevery )(?<!\bthis )(?<!\bthat )(?<!\bthe )"
    r"(?<!\bonly )[Oo]ne (?:\w+ly )?$"
)
""" "At that price ONE could buy three": anybody, any day."""
_NOTHING = re.compile(r"(?: be)?(?:[.;:!)\"]|,\"|$)")
""" "As it SHOULD.", "it MAY BE.": nothing is said of what."""
_STRUCK = re.compile(
    r" be (?:very |quite )?(?:astonished|surprised|amazed|shocked|stunned|delighted)"
    r"(?:[.;:!)\"]|,\"|$)"
)
""" "I WOULD BE ASTONISHED.": at what, the sentence before says."""
_OBJECTS = re.compile(
    rf"{ADVERBS} (?:say|ask|object|protest|retort|counter|tell (?:you|me|us))"
    r"(?=,|:| that\b| \"| why\b| what\b)"
)
""" "The yard WILL SAY THAT it is busy": an objection that its writer meets."""
_SAYING = re.compile(
    r"\bas the (?:saying|proverb|joke|song) goes\b|\b(?:song|slogan|banner|poster|sign|proverb|"
    r"motto|anthem|hymn|poem|inscription)s?(?: \w+){0,3} "
    r"(?:says?|said|reads?|goes|went|runs|ran|proclaims?)\b"
)
""" "The slogan READS "We will win"": what stands written."""
_SUBJECT = re.compile(
    r"(?:(?:But|And|Yet|So|Some|Now),? )?(?:(?!said\b|says\b|told\b|added\b)[\w'.-]+ ){1,5}"
)
_TIME_TELLS = re.compile(
    r"^[\"' ]*(?:(?:But|And|Well|Only),? )?(?:only )?time will tell[.!\"' ]*$", re.I
)
""" "ONLY TIME WILL TELL." and no word of what."""
_IF_IT_WERE = re.compile(
    r"\b[Ii]f (?:it|that|this|so|(?:the|such an?) [\w-]+)(?: \w+ly)? were "
    r"(?:even |really |only |indeed )?(?:true|so|the case|right|correct|accurate)\b"
)
""" "IF THAT WERE TRUE, the course would be to ask": of what is not."""
_FIRST = re.compile(
    r"\b(?:we|i)(?: will|'ll)(?: now| first| just| briefly)+ "
    r"(?:explain|brief|answer|read|begin|start|say|turn|go|give|ask|talk|tell|introduce|move|show)\b",
    re.I,
)
""" "I WILL FIRST EXPLAIN": what a speaker does in his speech."""
_UNTOLD = re.compile(
    r"\b(?:no (?:indication|word|details?|hint|clue|explanation)|(?:did|does|do|would|could) not "
    r"(?:say|disclose|specify|reveal|explain|indicate|elaborate)|without "
    r"(?:saying|disclosing|specifying|explaining)) (?:of |on |about |as to )?"
    r"(?:which|what|how|who|where|when|why|whether|if) [^,;.]{0,80}$"
)
""" "Gave NO INDICATION OF WHICH states it COULD sell to"."""
_HOW = re.compile(r"(?:^|[.;:\"] *)(?:(?:But|And) )?(?:[Hh]ow|[Ww]hy) [^,;.]{2,90}$")
_MYSTERY = re.compile(
    r"\b(?:is|remains)(?: still)? (?:an? )?(?:\w+ )?(?:mystery|puzzle|riddle|enigma)\b"
)
""" "HOW they COULD stay below so long IS A MYSTERY": of what was."""
_WHAT_IT_IS = re.compile(r"\bwhat $")
_NO_MATTER = re.compile(r"[\"' ]*(?:No matter|However many|However much|Whatever) [^.;]{2,90}, ")
""" "NO MATTER HOW many there are, someone MUST press the button": at any time."""
_THEY_COULD = re.compile(
    r"(?<!so )\b(?:that|which|what|whom|than|all|everything) (?:I|we|he|she|they|you|one) $"
)
""" "No office THAT WE COULD find": somebody's ability."""


class Manners:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        own = cues.hindsight
        self._anybody = re.compile(
            r"(?:^|[,;:.\"(] *|\b(?:that|and|but|or|as|so) )(?:[\w-]+ )?"
            rf"{alternation(own.anybody)}"
            r"(?: (?:of|in|at|outside|among|who) [^,;.]{1,60})? $",
            re.I,
        )
        self._minds = behind(own.minds)
        self._tastes = behind(own.tastes)
        self._asides = words(own.asides)
        self._idle = words(own.idle_questions)
        self._scenes = words(own.scenes)
        self._concedes = re.compile(
            rf"{ADVERBS} (?:be (?!{_DONE_TO}|[^,;]{{0,40}}\b(?:before|until)\b)|"
            rf"{alternation(own.conceded)}(?![\w-]))[^.;]{{1,100}}?(?:,? (?:but|yet) |; )"
            r"(?P<but>[^.;]+)"
        )
        self._own_text = re.compile(
            rf"\b(?:we|i)(?: will|'ll) {alternation(own.plans_of_text)}(?![\w-])", re.I
        )

    def idle(self, text: str) -> bool:
        """A question that nobody is meant to answer, or the heading of another article."""
        return self._idle.search(text) is not None or _ELSEWHERE.match(text) is not None

    @staticmethod
    def says_nothing(text: str) -> bool:
        """A stock phrase, what would be if something were true, what a speaker is about to say."""
        return any(one.search(text) is not None for one in (_TIME_TELLS, _IF_IT_WERE, _FIRST))

    def only(
        self,
        text: str,
        word: str,
        marker: Marker,
        *,
        supposed: bool,
        attributed: bool,
    ) -> bool:
        """Whether the marker ``word`` is a turn of phrase. ``supposed``: the sentence names a time
        or a condition."""
        start, end = marker.start, marker.end
        if self._asides.search(text, max(0, start - 24), end + 30) or _SAYING.search(text):
            return True
        if word == "about to":
            return self._scenes.search(text) is not None
        if word not in _MODAL:
            return False
        if word == "should" and text.rstrip("\"') ").endswith("?") and self.idle(text):
            return True
        if word in {"will", "'ll"} and not attributed and self._own_text.search(text):
            return True
        before = text[max(0, start - 120) : start]
        if (
            _UNTOLD.search(before)
            or (_HOW.search(before) and _MYSTERY.search(text, end))
            or (word in WEAK and (_WHO.search(before) or _is_what(text, end, before)))
        ):
            return True
        empty = _STRUCK if word == "would" else _NOTHING
        if word != "will" and empty.match(text, end):
            return True
        if self._minds.match(text, end) and self._anybody.search(before):
            return True
        if supposed:
            return False
        one = word != "will" and _ONE.search(before)
        conceded = word in {"may", "might"} and self._conceded(text, end)
        if one or conceded or _objects(text, word, start, end):
            return True
        if word == "would":
            refused = _I_WOULD_NOT.match(text, end) and _SELF.search(before)
            taste = self._tastes.match(text, end) and _TASTE.search(text[:start])
            return bool(refused or taste) or _TOO.match(text, end) is not None
        if word == "could" and (_SELF.search(before) or _THEY_COULD.search(before)):
            return True
        quoted = attributed or text.count('"', 0, start) % 2 == 1
        return not quoted and _READER.search(before) is not None

    def _conceded(self, text: str, end: int) -> bool:
        found = self._concedes.match(text, end)
        return found is not None and _COMING.search(found["but"]) is None


def _is_what(text: str, end: int, before: str) -> bool:
    """ "The hull of WHAT MAY BE an oiler"."""
    return _WHAT_IT_IS.search(before) is not None and text.startswith(" be ", end)


def _objects(text: str, word: str, start: int, end: int) -> bool:
    """An objection that the writer meets, or what holds at any time."""
    if word in {"will", "would", "may", "might"} and _OBJECTS.match(text, end):
        return _SUBJECT.fullmatch(text, 0, start) is not None
    return word in {"must", "can", "will"} and _NO_MATTER.match(text) is not None
