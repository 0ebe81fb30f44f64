"""What kind of statement looks ahead: whose "will" it is, and what for.

Decides between forecast, scheduled event, pledge, threat and warning for a marker that was found,
and whether reported speech belongs to a time that is over. The questions come in one order: does
anybody stand by it, does it threaten, is it advice, is it a plan, does the speaker promise it, is
it fixed, does it warn.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import Claim, DateExpression, OutlookType, Sentence
from generator.text.ahead.harms import Harms
from generator.text.ahead.own import WE, Said, Speakers
from generator.text.ahead.planned import WILL, Planned
from generator.text.ahead.threats import Threats
from generator.text.marking import Marker, behind, opening
from generator.text.phrases import Gated, plain, words

_NEAR = 40
_FAR = 120
_STOP = re.compile(r"[,;:.]")
_IT_TAKES = re.compile(
    r" (?:\w+ly |also |still )?take [^.;,]{0,40}?"
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?|time|longer)\b"
)
""" "IT would TAKE another DAY": nobody's promise."""
_DOING = re.compile(
    r" (?:\w+ly |also |soon )?be (?!able\b)"
    r"(?!(?:talking|seeing|meeting|looking|waiting|watching|hoping|facing|living|paying)\b)"
    r"\w{3,}ing\b"
)
_THREATENED = ("threatened", "threatens", "threatening")
_SURE = re.compile(r"(?:will|shall) (?:surely|certainly|definitely|undoubtedly|inevitably)")
_NO_PLAN = re.compile(r"(?:\b(?:do|does|did|is|are|has|have) not|n't)(?: also| yet| now)? $")
_WE_DO = re.compile(r"\b(?:[Ww]e|I)(?: \w+)?(?: do| are| have)?(?: not|n't)(?: \w+)? $")
_PRONOUN = re.compile(r"\b(?:it|he|she|they|we|I)(?: also| soon| then)? $", re.I)
_MEANS_TO = re.compile(r"(?:plan|intend|aim)(?:s|ning|ing)? to|intend|plan", re.I)
_WILLED = re.compile(r"(?:has|have) no intention|determined to|resolved to|(?:is|are) resolved")
_REFUTABLE = frozenset({"forecast", "scheduled", "pledge"})
_PARTED = re.compile(r";|，| (?:and|but) ")
_HAD = re.compile(r"\b(?:had|having)(?: \w+ly| also| long)? *$", re.I)
_REMEMBERED = re.compile(r"recall(?:s|ed)?|remember(?:s|ed)?|recounted|reminisced", re.I)
_DOUBTED = re.compile(
    r"(?<!\bno )(?<!\bwithout )(?<!\bwithout a )\bdoubt(?:s|ed|ful|ing)?\b[^;\"]*$", re.I
)
_RULED_OUT = re.compile(r"(?:\w+ )*(?:ruled|rules|rule|ruling) out", re.I)
_FROM_NOW = re.compile(
    r"\b(?:from now on|henceforth|from this day on|from today),? we (?:should|must|shall)\b", re.I
)
_YOU_COULD = re.compile(r"[\"' ]*You (?:could|might)")
""" "YOU COULD start with the banks," he said: advice, of whoever is quoted."""
_WARNED = re.compile(r"warn(?:ed|s|ing)?\b", re.I)
_COME_WHAT_MAY = re.compile(
    r"\b(?:no matter (?:who|what|how)|come what may|at any (?:cost|price)|whatever the cost|"
    r"without fail)\b"
)
""" "Will be finished in time NO MATTER WHO says what": a promise."""
_WHEREVER = re.compile(
    r" (?:[\w,'-]+ ){1,6}?wherever (?:(?:it|they|we|he) (?:needs?|wants?|likes?|chooses?|pleases?)|"
    r"international law (?:allows|permits))\b"
)
""" "Ships will sail WHEREVER INTERNATIONAL LAW ALLOWS", said by an office: a promise too."""
_ENDS_IN = re.compile(r" (?:all |probably |surely |only )?end (?:in|with)\b")
""" "All this will END WITH a strike": nobody does it."""
_OR_ELSE = re.compile(
    r"[,;:] (?:or )?(?:otherwise|else|failing which),? [^;]*?"
    r"\b(?:consequences?|bear|borne|pay|price)\b"
)
""" "We urge it to stop, OTHERWISE all CONSEQUENCES shall be borne by it": a warning."""
_IF = re.compile(r"\b(?:if|unless|should)\b", re.I)
_EASTERN_WILL = frozenset("将將")


class Intents:
    """The cues that classify what :class:`~generator.text.ahead.markers.Ahead` found, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self.hedges = words(cues.hedges)
        self._speakers = Speakers(cues)
        self._threats = Threats(cues)
        self._planned = Planned(cues)
        self._harms = Harms(cues)
        self._pledge_verbs = words(cues.pledge_verbs)
        self._formulas = opening(cues.pledge_formulas)
        self._no_acts = behind(cues.no_acts)
        self._consequences = tuple(cues.east_asian.consequences)
        self._menacing = tuple(cues.east_asian.threatened)

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
        others: tuple[int, ...] = (),
        governs: bool = False,
    ) -> OutlookType:
        """What the marker is in the plain ``text`` of a sentence. ``own`` as
        :func:`~generator.text.ahead.own.own_spans` gives them; ``person``: the holder is known to
        be one; ``governs``: he speaks for a state; ``others`` are the ends of names that are not
        his."""
        kind = marker.type
        if kind == "question":
            return kind
        said = self._speakers.said(
            text, marker, claim=claim, own=own, person=person, others=others, governs=governs
        )
        if kind in _REFUTABLE and _is_disowned(said):
            return "forecast"
        if self._is_threat(said):
            return "threat"
        if kind == "recommendation":
            return self._of_advice(said)
        if kind == "scheduled":
            return self._of_a_plan(said)
        if kind == "pledge" and _WILLED.match(said.word) and self._is_of_another(said):
            return "forecast"  # "the premier HAS NO INTENTION OF going, the spies said"
        if kind != "forecast":
            return kind
        if _YOU_COULD.fullmatch(text, 0, marker.end) and not _IF.search(text):
            return "recommendation"
        if self._is_pledge(said):
            return "pledge"
        planned = self._planned.says(
            text,
            marker.start,
            marker.end,
            source=said.source,
            cue=said.cue,
            dates=dates,
            offset=sentence.start,
        )
        if planned and self._speakers.tells_of_another(said):
            planned = self._planned.near(text, marker.end, dates=dates)
        if planned and not self._harms.harms(text, marker.end):
            return "scheduled"
        return "warning" if self._harms.warns(text, marker, cue=said.cue) else kind

    def _of_advice(self, said: Said) -> OutlookType:
        if self._planned.as_planned(said.text, said.marker.end):
            return "scheduled"  # "must, by the plan, be opened in May"
        if _OR_ELSE.search(said.text, said.marker.end):
            return "warning"
        ordered = said.named and _FROM_NOW.search(said.text, 0, said.marker.end)
        return "pledge" if ordered else "recommendation"

    def _of_a_plan(self, said: Said) -> OutlookType:
        """What the words of a calendar or a plan are: "we DO NOT PLAN TO" promises."""
        text, marker = said.text, said.marker
        if _MEANS_TO.fullmatch(said.word):
            if _NO_PLAN.search(text, max(0, marker.start - _NEAR), marker.start):
                return "pledge" if _WE_DO.search(text, 0, marker.start) else "forecast"
            if WE.search(said.subject):
                return "pledge"
            if said.word.startswith("intend"):  # "Orlok INTENDS TO sail, the spies said"
                return "scheduled" if self._is_of_another(said) else "pledge"
        tells = marker.plain_modal or said.word in WILL or said.word.startswith("expected")
        return "forecast" if tells and self._is_judged(said) else "scheduled"

    def _is_of_another(self, said: Said) -> bool:
        """Whether a known speaker tells what another is minded to do."""
        own = any(end <= said.marker.start for end in said.own) or self._speakers.acts(said)
        return said.known and not own and WE.search(said.subject) is None

    def _is_judged(self, said: Said) -> bool:
        start, end = said.marker.start, said.marker.end
        return self._planned.judged(said.text, start, end, source=said.source, cue=said.cue)

    def _is_threat(self, said: Said) -> bool:
        """Whether the speaker's side, or a state that nobody speaks for, will harm another."""
        text, kind, at, end = said.text, said.marker.type, said.marker.start, said.marker.end
        if self._planned.guesses(said.source) or _ENDS_IN.match(text, end):
            return False
        if kind != "recommendation" and (
            said.cue.lower().startswith(_THREATENED)
            or said.cue.startswith(self._menacing)
            or (said.speaks and said.word.startswith(self._consequences))
        ):
            return True
        if kind in {"pledge", "warning"}:
            return said.speaks and (
                self._threats.threatens(text, at)
                or (kind == "warning" and self._is_announced(said))
                or (kind == "warning" and self._threats.foe(text, at))
            )
        if kind == "recommendation":
            return False
        if said.word in _EASTERN_WILL:
            return said.speaks and self._threats.replies(text, said.marker, said.own)
        sure = _SURE.fullmatch(text, *(said.marker.term or (at, at))) is not None
        harm = (sure or said.will) and self._threats.threatens(text, at)
        open_ = not said.author and not self._is_judged(said)
        if open_ and (
            (sure and harm)
            or (said.word in WILL and self._threats.forced(text, end, said.subject))
            or (said.word == "will" and self._threats.retaliates(text, end, said.subject))
            or (said.will and said.cue and self._threats.ultimatum(text, end, said.subject))
            or (said.will and said.speaks and self._threats.dared(text, at))
        ):
            return True
        if (
            _WARNED.match(said.cue)
            and self._is_his_side(said, at)
            and (self._threats.hostile(text, end) or _IF.search(text))
        ):
            return True  # "warned that it COULD SCRAP the accord", "that it WILL march IF shot at"
        if not said.will:
            return False
        if said.speaks and self._threats.targets(text, at) and not self._is_judged(said):
            return True
        hostile = harm or (self._threats.conditional(text, end) and self._is_his_side(said, at))
        return (hostile and (said.speaks or said.ours or said.we)) or self._threats.strikes(
            text, at, said.subject, ours=said.we, threatens=harm
        )

    def _is_announced(self, said: Said) -> bool:
        """Whether a warning tells what the speaker's own side will do to others."""
        return not self._is_judged(said) and any(
            self._is_his_side(said, modal.start())
            or self._threats.forced(said.text, modal.end(), "")
            for modal in self._threats.announced(said.text)
        )

    def _is_his_side(self, said: Said, at: int) -> bool:
        subject = said.text[max(0, at - _NEAR) : at]
        return self._speakers.acts(said, at) or self._threats.arms(subject)

    def _is_pledge(self, said: Said) -> bool:
        """Whether a "will" is its speaker's own: stock words of a body about itself, a verb of
        promising, or a subject that is the speaker."""
        text, marker = said.text, said.marker
        if said.word in _EASTERN_WILL:
            return self._speakers.acts(said) or marker.start in said.own  # "中方|将密切关注"
        if not said.will or self._is_guess(said):
            return False
        sure = said.named and _COME_WHAT_MAY.search(text, marker.end) is not None
        sure = sure or (said.known and _WHEREVER.match(text, marker.end) is not None)
        if (sure or self._formulas.match(text, marker.end)) and not self._is_judged(said):
            return True  # "The ministry will TAKE ALL POSSIBLE MEASURES", and nobody expects it
        if self._pledge_verbs.search(said.cue) and not self._planned.as_planned(text, marker.end):
            return True
        if said.subject.rstrip().lower().endswith(" it") and _IT_TAKES.match(text, marker.end):
            return False
        if self._planned.is_done_to(text, marker.end) and not self._is_judged(said):
            named = self._speakers.acts(said) and not _PRONOUN.search(said.subject)
            return named or said.alone  # "the fleet of the republic will BE EXPANDED"
        passive = self._no_acts.match(text, marker.end) and not _DOING.match(text, marker.end)
        return self._speakers.promises_himself(said) and not passive

    def _is_guess(self, said: Said) -> bool:
        """ "MAYBE we'll meet"."""
        start, end = said.marker.start, said.marker.end
        hedge = self.hedges.search(said.text, max(0, start - _NEAR), end + _NEAR // 2)
        if hedge is None:
            return False
        between = said.text[min(hedge.end(), end) : max(hedge.start(), start)]
        return _STOP.search(between) is None


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
    if _REMEMBERED.fullmatch(cue) and text.rstrip('". ').endswith(cue):
        return True  # "the paint would not dry, a worker RECALLED"
    at = text.find(cue) if cue else -1
    return cue.lower().startswith("had ") or (at > 0 and bool(_HAD.search(text, 0, at)))


def _is_disowned(said: Said) -> bool:
    """ "DENIED that he would visit", "RULED OUT that", "DOUBTS that he will": nobody's plan."""
    at = said.text.find(said.cue) if said.denied else -1
    if 0 <= at < said.marker.start and not _PARTED.search(said.text, at, said.marker.start):
        return True
    if said.marker.type == "pledge":
        return False
    if _RULED_OUT.fullmatch(said.cue):
        return True
    since = max(0, said.marker.start - _FAR)
    return said.will and _DOUBTED.search(said.text, since, said.marker.start) is not None
