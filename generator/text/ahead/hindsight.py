"""Which words of the future only look so: what they say of the present, the past or the rule.

Decides, for a marker found elsewhere, that its sentence guesses at what is ("may be a decoy"),
tells what a thing can do, quotes a law, describes a habit or a purpose, or narrates the past. A
time to come or a condition in the sentence overrules the guesses and abilities, nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import Hindsight, OutlookCues
from generator.text.ahead.abilities import Abilities
from generator.text.ahead.customs import Customs
from generator.text.ahead.horizons import times
from generator.text.ahead.manners import Manners
from generator.text.marking import WEAK, Marker, behind
from generator.text.phrases import Gated, anchors, words
from generator.text.tries import alternation

_WOULD = frozenset({"would"})
_MODAL = WEAK | _WOULD | {"can", "should", "must", "will"}
_LIKELY = re.compile(r"(?:un)?likely to|(?:most|more|very|highly) likely to", re.I)
_SUCH_A = re.compile(r"[\"' ]*(?:An?|Another|Any|Such an?|Further|More) [^,;.]{2,70} $")
_SIGN = re.compile(r" (?:also |strongly )?(?:point to|indicate|suggest|imply|mean|confirm)\b")
""" "A SECOND SHAFT would POINT TO a test": a sign that may yet be seen."""
_SO_THAT = re.compile(r"\b(?:so(?: that)?|in order that|lest) (?:[\"\w'-]+ ){1,6}$", re.I)
_LATER = re.compile(
    r"[\"' ]*(?:(?:[\w-]+ ){1,3}(?:hours?|days?|weeks?|months?|years?|decades?) "
    r"(?:later|afterwards)|Later (?:that|the same) \w+),? "
)
""" "THREE WEEKS LATER the ship WOULD sink": a story."""
_LONG_AGO = re.compile(
    r"[\"' ]*(?:(?:[\w-]+ ){0,4}(?:years?|decades?|generations?|centur(?:y|ies)) ago|"
    r"Back in (?:the )?\d{4}s?|In the (?:early |late |mid-?)?\d{4}s)\b[^,;.]{0,30},? ",
    re.I,
)
""" "TEN YEARS AGO some swore that it WOULD fall": a time that is over."""
_HAVE_DONE = re.compile(
    r"\b(?:could|would|might|can|may|should|must)(?: [\w'.-]+){1,6}? have "
    r"(?:been|had|done|gone|seen|known|\w+(?:ed|en|wn|ght|ft|lt|nt|de|ck|ut|et|id))\b",
    re.I,
)
_OF_HIMSELF = re.compile(r"\b(?:said|says|added|announced) (?:that )?(?:it|he|she|they|we) would$")
""" "The port SAID IT WOULD close if that is confirmed": a promise on a condition."""
_AS_IT_DID = re.compile(r", as (?:it|they) (?:did|had)[.;\"]*$")
""" "AS IT DID last year" compares; "AS IT DID." tells that it came true."""
_WHICH = re.compile(r"(?:, |-- ?|— ?)which $")
_BREAKS = re.compile(r" (?:\w+ly |also )?(?:violate|breach|contravene|constitute|amount to)\b")
""" "Shipping arms, WHICH WOULD VIOLATE the pact": of what was just told."""
_THAT = re.compile(r"[\"',]* that\b")
_ORDINAL = re.compile(
    r" be (?:only )?(?:(?:the|its|his|her|their|our)|[\w' ]{2,30}'s?) (?:very )?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|"
    r"only|longest|largest|biggest|highest|deadliest)\b(?P<rest>[^,;.]*)"
)
_RANKS_IT = re.compile(
    r" make (?:it|this|that|him|her|(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:only )?"
    r"(?:the|its|his|her) (?:[\w-]+ )?"
    r"(?:\w+(?:st|nd|rd|th)|first|second|third|largest|biggest|longest|only)\b|"
    r" be (?:about |roughly |almost |nearly |more than |less than |only )?"
    r"(?:twice|half|double|(?:two|three|four|five|ten) times) (?:what|that of|the size|as)\b"
)
""" "That would MAKE IT THE TENTH test this year", "BE TWICE WHAT the fleet has": how it compares
with others of its kind."""
_OF_THIS = re.compile(r"(?:^|[\"' ])(?:it|this|that|which|what) $", re.I)
_SEEN = re.compile(r"\b(?:ha(?:s|ve|d) (?:\w+ )?\w+(?:ed|en|wn)|seen|ever)\b")
"""What may stand behind "the first time": then it HAS BEEN counted already."""
_COMING = re.compile(r"\b(?:will|would|could|can|might|may|should|to [a-z]+|is|are)\b")


class Backwards:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        own: Hindsight = cues.hindsight
        self._times = times(cues)
        self._manners = Manners(cues)
        self._customs = Customs(cues)
        self._abilities = Abilities(own)
        past = alternation(own.past_forms)
        self._supposed = Gated(
            re.compile(rf"\b{alternation(own.suppositions)}\b|^(?:were|without)\b", re.I),
            anchors((*own.suppositions, "were", "without")),
        )
        self._gone = re.compile(rf"\b(?:has|have|been|{past}|\w{{3,}}ed)\b")
        self._past_clause = re.compile(
            rf"\b{alternation(own.telling_links)}\b (?:[\w'-]+ ){{1,5}}?(?:\w{{2,}}ed|{past})\b",
            re.I,
        )
        self._counterfactual = Gated(
            re.compile(
                r"(?:\b[Ii]f [^,;.]{2,80}?\bhad |^[\"' ]*Had [^,;.]{2,60}? )"
                r"(?:(?:not|never|ever|more|\w+ly) ){0,3}"
                rf"(?:{alternation(own.participles)}|\w{{3,}}ed)\b"
            ),
            frozenset({"had"}),
        )
        self._chance_that = re.compile(rf"\b(?P<chance>{alternation(cues.chance_nouns)}) that\b")
        self._past_odds = re.compile(rf"\b{alternation(own.past_odds)}\b[^.;]{{0,40}}$", re.I)
        self._was_it = re.compile(
            rf" (?:not )?be (?:\w+ly |very )?{alternation(cues.astonished)} if "
            r"(?:[\w'-]+ ){1,4}?(?:had|has|have|did)\b",
            re.I,
        )
        self._prepare_thoughts(own)
        self._prepare_story(own)

    def _prepare_thoughts(self, own: Hindsight) -> None:
        self._denied = re.compile(
            rf"\b{alternation(own.denying)} (?:\w+ ){{0,2}}?{alternation(own.hearsay)}\b"
            r"[^.;]{0,30}? (?:that|of)\b[^.;]{0,90}$"
        )
        self._made_believe = re.compile(
            rf"\b(?:{alternation(own.persuading)} [^,;.]{{0,50}}?\b{alternation(own.credence)}|"
            rf"{alternation(own.persuaded)}(?: [^,;.]{{0,50}}?)?)(?: that)? (?:[\w'-]+ ){{1,4}}$"
        )
        self._beliefs = re.compile(
            rf"\b{alternation(own.past_beliefs)}\b(?: that)? [^.;]{{0,70}}$", re.I
        )
        self._whether_believed = re.compile(
            rf"\b(?:whether|that) [^,;.]{{1,40}}\b{alternation(own.believing)}\b[^.;]{{0,90}}$",
            re.I,
        )
        self._unsaid = re.compile(rf" {alternation(own.unsaid)}(?![\w-])", re.I)
        silent = alternation((*own.unsaid, *own.unanswered))
        self._silent = re.compile(rf" {silent}(?![\w-])", re.I)
        self._conceded = re.compile(
            rf"\b(?:{alternation(own.conceding)}|however \w+ly) [^,;.:]{{0,60}}$", re.I
        )
        self._studies = words(own.studies)
        self._found = re.compile(rf"\b{alternation(own.findings)}\b", re.I)
        self._inferred = re.compile(
            rf"\b(?:is|are|was|were) (?:\w+ ){{0,2}}?{alternation(own.guesses)} "
            r"(?!to\b)[^.;]{1,90}, which $"
        )

    def _prepare_story(self, own: Hindsight) -> None:
        past = alternation(own.past_forms)
        self._came_true = words(own.came_true)
        self._came = re.compile(
            r", (?:and |all of |both of )?which (?:then |later |duly |never |in fact |they |it |"
            rf"he |she )?{alternation(own.came_about)}\b"
        )
        self._records = words(own.records)
        self._remarkable = behind(own.remarkable, lead="be (?:an? )?(?:\\w+ly )?")
        self._conditional = re.compile(r"\b(?:if|unless|should)\b", re.I)
        self._checking = re.compile(
            r"\bif (?:(?:the|this|that|these|those|his|her|its|their) (?:[\w'-]+ ){1,4}?"
            rf"(?:is|are|proves?|turns? out to be) )?{alternation(own.verified)}(?![\w-])",
            re.I,
        )
        self._like_another = re.compile(
            r"\b[Ii]f (?:it|they|he|she|(?:the|this|that|these|those|its|their) [\w-]+(?: [\w-]+)?)"
            rf" (?:\w+ly )?{alternation(own.performing)} "
            r"(?:anything |much |just |exactly |at all )?(?:like|as)\b"
        )
        self._foretold = re.compile(
            r"\b(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he) (?:was|were) (?:all |also )?"
            rf"{alternation(own.foretold)} (?:in|last|back in|on|at|years|months|weeks)\b"
            r"[^,;.:\"]{1,40} (?:that )?[^,;.:\"]{1,80}$"
        )
        self._people = re.compile(
            rf"(?:^|[,;.\"]) *(?:\w+ )?(?:the |his |her |their |these |those |"
            rf"many |most |some |all )?(?:\w+ )?{alternation(own.people)} $",
            re.I,
        )
        self._would_now = behind(own.would_now)
        self._missing = re.compile(
            rf"\b{alternation(own.missing)}\b[^.;]{{0,90}}? (?:that|which|who) $", re.I
        )
        self._proving = behind(own.proving)
        later = alternation(own.later_times)
        self._later = re.compile(
            rf"(?:[;:]|,? but) (?:(?:[\w'-]+ )?{later},? [^.;]{{1,60}}?\b(?:{past}|\w{{3,}}ed)\b|"
            rf"[^.;]{{0,60}}?\b(?:{past}|\w{{3,}}ed)\b[^.;]{{0,60}}? {later}(?![\w-]))"
        )
        self._later_times = words(own.later_times)
        self._fits = re.compile(rf" {alternation(own.fits)}\b")
        self._within_reach = words(own.within_reach)
        self._told = words(own.told)

    def clear(
        self, text: str, markers: tuple[Marker, ...], *, attributed: bool, told: str = ""
    ) -> tuple[Marker, ...]:
        """The markers that do look ahead. ``told`` is ``text`` without the times at which it was
        said, if it names any."""
        if not markers:
            return markers
        if self._manners.says_nothing(text):
            return ()
        if self._came_true.search(text) or _AS_IT_DID.search(text):
            return tuple(one for one in markers if one.type in {"question", "scheduled"})
        ahead = self._times.near(told or text) and not self._customs.opens(text)
        supposed = ahead or self._supposed.search(text) is not None
        kept = tuple(
            one
            for one in markers
            if not self._away(text, one, supposed=supposed, ahead=ahead, attributed=attributed)
        )
        if len(kept) < len(markers) and all(
            one.type == "warning" and text[one.start : one.end].endswith(" that") for one in kept
        ):
            return ()  # "warned that it may be little more than a shed": of what is
        return kept

    def past_odds(self, text: str, start: int, end: int) -> bool:
        """Whether odds in figures were those of a time that is over, or are odds that something
        was done."""
        if self._past_odds.search(text, max(0, start - 60), start) is not None:
            return True
        chance = self._chance_that.search(text, max(0, start - 160), start)
        gone = chance is not None and self._of_the_past(text, chance.end("chance"))
        return gone or self._of_the_past(text, end)

    def _of_the_past(self, text: str, end: int) -> bool:
        """ "An even chance THAT it HAS SUPPLIED help": likelihood of what was, or is."""
        that = _THAT.match(text, end - len(" that") if text[:end].endswith(" that") else end)
        if that is None:
            return False
        clause = text[that.end() : that.end() + 160]
        if _HAVE_DONE.search(clause):
            return True  # "unlikely that he would not HAVE NOTICED"
        coming, gone = _COMING.search(clause), self._gone.search(clause)
        return gone is not None and (coming is None or gone.start() < coming.start())

    def _away(
        self, text: str, marker: Marker, *, supposed: bool, ahead: bool, attributed: bool
    ) -> bool:
        if marker.type == "question":
            return self._manners.idle(text) or _HAVE_DONE.search(text) is not None
        word = text[marker.start : marker.end].lower()
        if self._here(text, word, marker.end) or self._manners.only(
            text, word, marker, supposed=supposed, attributed=attributed
        ):
            return True
        end = marker.end
        before = text[max(0, marker.start - 120) : marker.start]
        things = self._abilities
        if (
            self._of_the_past(text, end)
            or (word in {"must", "should", "will"} and things.needed(text, end))
            or (word == "must" and things.compared(text, end))
            or (word in _MODAL and not ahead and things.told(text, word, end, supposed=supposed))
            or self._customs.rule(text, word, end, before, ahead=ahead)
            or self._only_thought(text, word, end, before, ahead=ahead)
        ):
            return True
        if (
            word in {"could", "can", "would"}
            and not supposed
            and things.typical(text, marker.start, end)
        ):
            return True
        if word in WEAK | _WOULD and self._counterfactual.search(text):
            return True  # "if he had built more, we might be safe": of the past
        if word in _WOULD:
            return self._narrated(text, end, supposed=supposed, attributed=attributed)
        if supposed:
            return False
        if word.endswith("ed to") and things.designed(text, end, before):
            return True
        guess = word in WEAK or word == "must" or _LIKELY.fullmatch(word) is not None
        return guess and things.guessed(text, word, end, before)

    def _counted(self, text: str, end: int, *, supposed: bool) -> bool:
        """ "It WOULD BE the FIRST TIME it has been seen", "would be REMARKABLE": which one of its
        kind something is, or how it strikes one."""
        if not supposed and self._remarkable.match(text, end):
            return True
        counted = _ORDINAL.match(text, end)
        if counted is None or self._conditional.search(text):
            return False
        told = _OF_THIS.search(text, 0, end - len("would")) is not None
        return _SEEN.search(counted["rest"]) is not None or (told and not supposed)

    def _only_thought(self, text: str, word: str, end: int, before: str, *, ahead: bool) -> bool:
        """What somebody believed, aimed at, keeps silent about or found on paper."""
        if word in _MODAL and self._denied.search(before):
            return True
        if (
            word in {"will", "won't"}
            and not ahead
            and self._unsaid.match(text[end : end + 40].replace('"', ""))
        ):
            return word == "won't" or text.startswith(" not ", end)
        return word in WEAK | _WOULD and bool(
            _SO_THAT.search(before)
            or self._beliefs.search(before)
            or (not ahead and self._made_believe.search(before))
            or self._whether_believed.search(before)
            or self._silent.match(text[end : end + 40].replace('"', ""))
            or (word in WEAK and self._conceded.search(before))
            or (self._studies.search(text[:end]) and self._found.search(before))
            or (word in _WOULD and self._inferred.search(before))
        )

    def _here(self, text: str, word: str, end: int) -> bool:
        """What is allowed from now on, was a surprise, or can be done at will."""
        leave = word == "may" and text.startswith(" now ", end)  # "worshippers may now gather"
        if leave or (word == "would" and self._was_it.match(text, end)):
            return True
        return word == "could" and self._abilities.at_will(text, end)

    def _narrated(self, text: str, end: int, *, supposed: bool, attributed: bool) -> bool:
        """A "would" of the past, of a spec sheet, or of an inference."""
        if (not attributed and _LATER.match(text)) or (
            _LONG_AGO.match(text)
            or self._came.search(text, end)
            or (self._checking.search(text) and not _OF_HIMSELF.search(text, 0, end))
            or self._counted(text, end, supposed=supposed)
        ):
            return True
        if _RANKS_IT.match(text, end):
            return True
        if self._later_times.search(text, end) and self._later.search(text, end):
            return True
        start = end - len("would")
        if (
            (_WHICH.search(text, 0, start) and _BREAKS.match(text, end))
            or (self._proving.match(text, end) and self._missing.search(text, 0, start))
            or self._like_another.search(text, 0, end)
        ):
            return True
        if text.startswith((" be ", " mark "), end) and self._records.search(text, end):
            return not self._times.near(text)
        if self._foretold.search(text, 0, end - len(" would")) and not self._times.near(text[end:]):
            return True
        if not attributed and not supposed and self._people.search(text[: end - len("would")]):
            return True
        if self._would_now.match(text, end) and not (attributed and self._fits.match(text, end)):
            if _SUCH_A.match(text[: end - len("would")]) and _SIGN.match(text, end):
                return False
            return not self._times.near(text)
        if supposed and not self._customs.opens(text):
            return False
        if self._abilities.able(text, end) or self._within_reach.search(text, end, end + 120):
            return True
        if self._customs.opens(text):
            return True
        return not attributed and (
            self._told.search(text) is not None or self._past_clause.search(text) is not None
        )


@lru_cache(maxsize=8)
def backwards(cues: OutlookCues) -> Backwards:
    return Backwards(cues)
