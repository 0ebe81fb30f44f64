"""What kind of statement looks ahead: whose "will" it is, and what for.

Decides between forecast, scheduled event, pledge, threat and warning for a marker that was found,
and whether reported speech belongs to a time that is over.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    DateExpression,
    OutlookType,
    Sentence,
)
from generator.text.ahead.harms import Harms
from generator.text.ahead.planned import WILL, Planned
from generator.text.ahead.threats import Threats
from generator.text.marking import Marker, opening
from generator.text.phrases import Gated, plain, words
from generator.text.tries import alternation

_SELF = 40
_STOP = re.compile(r"[,;:.]")
_FAR = 120
_IT_TAKES = re.compile(
    r" (?:\w+ly |also |still )?take [^.;,]{0,40}?"
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?|time|longer)\b"
)
""" "IT would TAKE another DAY": nobody's promise."""
_THREATENED = ("threatened", "threatens", "threatening")
_NO_PLAN = re.compile(r"(?:\b(?:do|does|did|is|are|has|have) not|n't)(?: also| yet| now)? $")
_WE_DO = re.compile(r"\b(?:[Ww]e|I)(?: \w+)?(?: do| are| have)?(?: not|n't)(?: \w+)? $")
_MEANS_TO = re.compile(r"(?:plan|intend|aim)(?:s|ning|ing)? to|intend|plan", re.I)
_REFUTABLE = frozenset({"forecast", "scheduled", "pledge"})
_PARTED = re.compile(r";| (?:and|but) ")
_HAD = re.compile(r"\b(?:had|having)(?: \w+ly| also| long)? *$", re.I)
_OWN_GAP = re.compile(r"(?:'s?(?: \w+){1,3})?(?: (?:also|never|further|still|always|soon|now))? *$")
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]")
_SELF_SAID = re.compile(
    r"(?P<who>[A-Z][^,;.\"]{1,60}?) (?:said|says|announced|added|confirmed|declared|"
    r"insisted|insists|maintains|(?:told|tells|tell|assured|assures|promised|promises) "
    r"(?:the |his |her |its )?[\w'-]{1,20}(?: [\w'-]{1,20}){0,3}?) "
    r"(?:that )?"
    r"(?P<self>it|he|she|they|we|I) $"
)
_DOUBTED = re.compile(r"(?<!\bno )\bdoubt(?:s|ed|ful|ing)?\b[^;\"]*$", re.I)
_SAID_I = re.compile(r"(?<![\w'-])I[ a-z]{0,12}$")
_PERSON = re.compile(
    r"\b(?:he|she) (?:said|says|told|added|wrote|adds)\b|\b(?:said|says) (?:he|she)\b"
)
_THIRD = re.compile(r"\b(?:he|she|it|they)\b[ a-z]{0,12}$", re.I)
_WE = re.compile(r"(?<![\w'-])(?:[Ww]e|I)(?: \w+ly| also| therefore)? ?$")
_RULED_OUT = re.compile(r"(?:\w+ )*(?:ruled|rules|rule|ruling) out", re.I)
_BEING = re.compile(r"(?:'m|'re|'s| am| are| is)\s*$")
_FROM_NOW = re.compile(
    r"\b(?:from now on|henceforth|from this day on|from today),? we (?:should|must|shall)\b", re.I
)

_EASTERN_WILL = frozenset("将將")


class _Case(Struct, frozen=True, kw_only=True):
    """A marker in its sentence, and whose it is. ``person``: the holder is known to be one.

    ``cue`` are the words of speech, ``word`` is the marker in small letters, ``subject`` what
    stands before it. ``named``: a known holder speaks; ``office``: a spokesperson nobody names;
    ``speaks``: either, or a name that no entity claims. ``will``: the marker is a plain "will";
    ``ours``: a "will" of the writer's or the quoted speaker's "we". ``own`` are the ends of names
    of the holder (:func:`generator.text.ahead.own.own_spans`)."""

    text: str
    marker: Marker
    denied: bool
    cue: str
    source: str
    word: str
    subject: str
    named: bool
    office: bool
    speaks: bool
    will: bool
    ours: bool
    own: tuple[int, ...]
    threatens: bool
    author: bool
    person: bool = False


class Intents:
    """The cues that classify what :class:`~generator.text.ahead.markers.Ahead` found, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self.hedges = words(cues.hedges)
        self._threats = Threats(cues)
        self._sure = re.compile(
            r"(?:will|shall) (?:surely|certainly|definitely|undoubtedly|inevitably)"
        )
        self._pledge_verbs = words(cues.pledge_verbs)
        self._formulas = opening(cues.pledge_formulas)
        self._planned = Planned(cues)
        self._harms = Harms(cues)
        self._no_acts = opening(cues.no_acts)
        self._consequences = tuple(cues.east_asian.consequences)
        self._menacing = tuple(cues.east_asian.threatened)
        self._spokespeople = words(cues.spokespeople)
        self._own = re.compile(
            rf"(?<![\w'-]){alternation(cues.own_subjects)}\b[ a-z]{{0,12}}$", re.I
        )
        self._ours = re.compile(r"(?<![\w'-])(?:we|our [\w ]{2,24}|us)\b[ ,a-z]{0,12}$", re.I)

    def kind_of(
        self,
        text: str,
        marker: Marker,
        *,
        claim: Claim | None,
        own: tuple[int, ...],
        dates: tuple[DateExpression, ...],
        sentence: Sentence,
        person: bool = False,
    ) -> OutlookType:
        """What the marker is in the plain ``text`` of a sentence. ``own`` as
        :func:`~generator.text.ahead.own.own_spans` gives them; ``person``: the holder is known to
        be one."""
        kind = marker.type
        case = replace(self._case(text, marker, claim, own), person=person)
        if kind in {"pledge", "warning"} and case.speaks and case.threatens:
            return "threat"
        menaced = (
            case.cue.lower().startswith(_THREATENED)
            or case.cue.startswith(self._menacing)
            or (case.speaks and case.word.startswith(self._consequences))
        )
        if menaced and kind in {*_REFUTABLE, "warning"}:
            return "threat"
        if kind in _REFUTABLE and _is_denied(case):
            return "forecast"  # "denied that he would visit": nobody's plan
        if kind == "recommendation" and self._planned.as_planned(text, marker.end):
            return "scheduled"  # "must, by the plan, be opened in May"
        if kind not in {"forecast", "scheduled"}:
            ordered = kind == "recommendation" and _FROM_NOW.search(text, 0, marker.end)
            return "pledge" if case.named and ordered else kind
        if self._is_threat(case):
            return "threat"
        if _RULED_OUT.fullmatch(case.cue):
            return "forecast"  # "ruled out that it would": nobody's promise
        if kind == "scheduled":
            return self._of_a_plan(case)
        if case.word in _EASTERN_WILL and marker.start in case.own:
            return "pledge"  # "中方|将密切关注": whose side speaks
        if case.will and _DOUBTED.search(text, max(0, marker.start - _FAR), marker.start):
            return "forecast"
        if case.will and not self._is_guess(case) and self._is_pledge(case):
            return "pledge"
        planned = self._planned.says(
            text,
            marker.start,
            marker.end,
            source=case.source,
            cue=case.cue,
            dates=dates,
            offset=sentence.start,
        )
        if planned and not self._harms.harms(text, marker.end):
            return "scheduled"
        return "warning" if self._harms.warns(text, marker, cue=case.cue) else kind

    def _of_a_plan(self, case: _Case) -> OutlookType:
        """What the words of a calendar or a plan are: "we DO NOT PLAN TO" promises."""
        text, marker = case.text, case.marker
        if _MEANS_TO.fullmatch(case.word):
            if _NO_PLAN.search(text, max(0, marker.start - _SELF), marker.start):
                return "pledge" if _WE_DO.search(text, 0, marker.start) else "forecast"
            if _WE.search(case.subject) or case.word.startswith("intend"):
                return "pledge"
        tells = marker.plain_modal or case.word in WILL or case.word.startswith("expected")
        return "forecast" if tells and self._is_judged(case) else "scheduled"

    def _is_judged(self, case: _Case) -> bool:
        start, end = case.marker.start, case.marker.end
        return self._planned.judged(case.text, start, end, source=case.source, cue=case.cue)

    def _case(self, text: str, marker: Marker, claim: Claim | None, own: tuple[int, ...]) -> _Case:
        holder = claim.holder if claim is not None else None
        source = plain(claim.source) if claim is not None else ""
        named = holder not in {None, AUTHOR, ANONYMOUS}
        insider = source.lower().endswith(("sources", "source", "insiders", "insider"))
        office = holder == ANONYMOUS and not insider and bool(self._spokespeople.search(source))
        subject = text[max(0, marker.start - _SELF) : marker.start]
        word = plain(text[marker.start : marker.end]).lower()
        if word == "going to":
            subject = _BEING.sub("", subject)
        will = word in WILL or (word == "going to" and bool(self._own.search(subject)))
        said = '"' in text[: marker.start] and _SAID_I.search(subject) is not None
        ours = will and (
            (holder is None and bool(said or self._ours.search(subject) or _WE.search(subject)))
            or (holder == AUTHOR and _WE.search(subject) is not None)
        )
        return _Case(
            text=text,
            marker=marker,
            denied=claim is not None and claim.modality == "denied",
            cue=plain(claim.cue) if claim is not None else "",
            source=source,
            word=word,
            subject=subject,
            named=named,
            office=office,
            # "A furious Summer Palace has warned": a name that no entity claims threatens too.
            speaks=named or office or (holder == ANONYMOUS and _is_name(text, source)),
            will=will,
            ours=ours,
            own=own,
            threatens=self._threats.threatens(text, marker.start),
            author=holder == AUTHOR,
        )

    def _is_threat(self, case: _Case) -> bool:
        text, at = case.text, case.marker.start
        if case.speaks and case.word in _EASTERN_WILL:
            return self._threats.replies(text, case.marker, case.own)
        sure = case.threatens and self._sure.fullmatch(text, *(case.marker.term or (at, at)))
        forced = case.word in WILL and self._threats.forced(text, case.marker.end, case.subject)
        if (sure or forced) and not case.author and not self._is_judged(case):
            return True
        if not case.will:
            return False
        if case.speaks and self._threats.targets(text, at) and not self._is_judged(case):
            return True
        we = self._ours.search(case.subject) is not None
        hostile = case.threatens or self._threats.conditional(text, case.marker.end)
        return (hostile and (case.speaks or case.ours or we)) or self._threats.strikes(
            text, at, case.subject, ours=we, threatens=case.threatens
        )

    def _is_guess(self, case: _Case) -> bool:
        """ "MAYBE we'll meet"."""
        start, end = case.marker.start, case.marker.end
        hedge = self.hedges.search(case.text, max(0, start - _SELF), end + _SELF // 2)
        if hedge is None:
            return False
        between = case.text[min(hedge.end(), end) : max(hedge.start(), start)]
        return _STOP.search(between) is None

    def _is_pledge(self, case: _Case) -> bool:
        """Whether a "will" is its speaker's own: stock words of a body about itself, a verb of
        promising, or a subject that is the speaker."""
        text, marker = case.text, case.marker
        if self._formulas.match(text, marker.end) and not self._is_judged(case):
            return True  # "The ministry will TAKE ALL POSSIBLE MEASURES", and nobody expects it
        if self._pledge_verbs.search(case.cue) and not self._planned.as_planned(text, marker.end):
            return True
        if case.subject.rstrip().lower().endswith(" it") and _IT_TAKES.match(text, marker.end):
            return False
        himself = case.ours or _speaks_of_itself(text, marker.start) or self._is_of_holder(case)
        return himself and not self._no_acts.match(text, marker.end)

    def _is_of_holder(self, case: _Case) -> bool:
        """Whether what stands before the marker is the holder, or the holder's state or body."""
        if not (case.named or case.office):
            return False
        text, at = case.text, case.marker.start
        himself = (
            self._own.search(case.subject)
            and not (case.person and case.subject.rstrip().lower().endswith("they"))
            and not _is_of_a_thing(text, case.subject)
            and not _is_of_another(case)
        )
        return bool(himself) or any(
            end <= at and _OWN_GAP.fullmatch(text, end, at) for end in case.own
        )


@lru_cache(maxsize=8)
def intents(cues: OutlookCues) -> Intents:
    return Intents(cues)


def is_bygone(text: str, claim: Claim, bygone: Gated) -> bool:
    """ "said at the time", "had warned": reported speech of a time that is over."""
    if bygone.search(text):
        return True
    if claim.carrier:
        return False  # "Black said the bureau HAD WARNED": of now, as he tells it
    cue = plain(claim.cue)
    at = text.find(cue) if cue else -1
    return cue.lower().startswith("had ") or (at > 0 and bool(_HAD.search(text, 0, at)))


def _is_denied(case: _Case) -> bool:
    at = case.text.find(case.cue) if case.denied else -1
    return 0 <= at < case.marker.start and not _PARTED.search(case.text, at, case.marker.start)


def _is_name(text: str, source: str) -> bool:
    """Whether the words for a source hold a name; the capital at the head of a sentence is none."""
    if _NAME.search(source) or source.lower() in {"he", "she"}:
        return True
    return source[:1].isupper() and text.find(source) > 0


def _speaks_of_itself(text: str, at: int) -> bool:
    """ "The union said it WOULD fight": one speaker, and what it says of itself."""
    said = _SELF_SAID.search(text, 0, at)
    if said is None:
        return False
    many = said["who"].rstrip().endswith("s") and not said["who"].rstrip().endswith("ss")
    return not (many and said["self"] in {"it", "he", "she"})


def _is_of_another(case: _Case) -> bool:
    """Whether "he" or "they" stand in a speaker's own words, quoted or in a transcript: he calls
    himself "I" or "we"."""
    quoted = case.text.count('"', 0, case.marker.start) % 2 == 1 or not case.cue
    return quoted and _THIRD.search(case.subject) is not None


def _is_of_a_thing(text: str, subject: str) -> bool:
    """Whether the "it" of a person's words is something else: "she doubts that it will help"."""
    return subject.rstrip().lower().endswith(" it") and _PERSON.search(text) is not None
