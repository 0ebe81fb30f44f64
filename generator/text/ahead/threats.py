"""Whether what somebody announces is a threat.

Decides it by words of harm, by an answer to what others do ("will respond in kind") and by an army
that strikes if it is provoked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.marking import Marker, opening
from generator.text.phrases import Gated, words
from generator.text.tries import alternation

_KINETIC = re.compile(
    r"\b(?:hit|strike|bomb|shell|burn|raze|attack|destroy|take out) "
    r"(?:them|you|him|(?:their|his|your|enemy|the enemy(?:'s)?|the aggressor(?:'s)?)(?![\w-]))|"
    r"\bshoot (?:it|them|him|her|any(?: \w+)?) down\b",
    re.I,
)
""" "We will HIT THEIR refineries"."""
_PRICE = re.compile(
    r"\bpay(?:ing)?\b[^.;]{0,16}?\b(?:gruesome|dear|high|heavy|steep|bitter|terrible|horrible|"
    r"bloody|unbearable|unaffordable)\b[^.;]{0,16}?\bprice|"
    r"\b(?:face|suffer|with|bring) [^.;]{0,30}?\b(?:devastating|horrible|dire|grave|terrible|"
    r"severe|unbearable|catastrophic|unimaginable)\b[^.;]{0,24}?\bconsequences|"
    r"\b(?:face|suffer|sustain|meet|invite|incur) [^.;]{0,30}?\b(?:disasters?|calamity|"
    r"catastrophe|destruction|ruin|doom|retaliation|"
    r"(?:miserable|bitter|tragic|wretched) (?:fate|end)|"
    r"security (?:crisis|threat))\b|"
    r"\b(?:wipe|sweep|blow) [^.;]{1,40}? off (?:the|this)\b|"
    r"\b(?:witness|feel|taste|experience) our (?:[\w-]+ ){0,3}?"
    r"(?:response|answer|retaliation|wrath|might|counteraction|strength)\b"
)
""" "Will PAY a very HIGH PRICE", "will face a DISASTER", "will WITNESS OUR new RESPONSE"."""
_NEVER_USED = re.compile(
    r"(?:will|shall|would)?(?: not| never)(?: again| first)? "
    r"(?:be (?:used|aimed|turned|directed)|use|attack|strike first|start|threaten|fire first)\b"
)
""" "WILL NEVER BE USED for a first strike": the contrary of a threat."""
_NAMES = re.compile(r" [A-Z]")
""" "Sent to the Ground Force": a name."""
_TO_KEEP = re.compile(
    r" to (?:\w+ly )?(?:safeguard|defend|protect|uphold|ensure|preserve|maintain|guarantee)\b"
)
""" "All necessary measures TO DEFEND its borders": a promise."""
_HAVE = (
    r"(?:strengthen|maintain|bolster|develop|build|possess|acquire|enhance|increase|perfect|boost)"
)
_HAS = re.compile(rf" {_HAVE}(?:ing)? (?:up )?(?:(?!and\b)[\w'-]+ ){{0,5}}$")
_GOES_ON = re.compile(
    rf"(?P<has>(?:will|would|shall|'ll|\w+ed to|\w+s to) (?:\w+ly |also |continue to )*{_HAVE} )|"
    r"will continue to "
)
""" "Will MAINTAIN OVERWHELMING strength": what one has, and nothing done to others."""
_ARM = re.compile(
    r" (?:capabilit|submarine|drone|aircraft|helicopter|power|means|weapon|craft|jet|force|system)"
)
""" "ATTACK SUBMARINES": no provocation."""
_UNLESS = re.compile(
    r"\b(?:unless|until|if [^,;.]{1,60}? (?:not|n't|fails?|refuses?|continues?|persists?))\b", re.I
)
_ONE_MORE = re.compile(
    r"(?:^|[\"'.:] ?)(?:Just |Only )?(?:[Oo]ne|[Aa]nother)(?: more| single| further)? "
    r"[^.;,!?]{3,80}?,? "
    r"and (?:you|they|it|he|[A-Z][\w'-]+) $"
)
""" "ONE MORE missile, AND YOU |will": of whoever says so to another."""
_DARES = re.compile(r"\bdar(?:es?|ed|ing)\b")
_MODAL = re.compile(r"\b(?:will|would|shall)(?: \w+ly)?(?= )")
_SUBJECT = 90
_ANSWERS = frozenset(
    {"answer", "meet", "counter", "repay", "react", "respond", "without"}
    | {"answered", "met", "countered", "repaid", "followed"}
)
_IF = re.compile(r"\b(?:if|unless|until)\b", re.I)


class Threats:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._words = words(cues.threat_words)
        self._answering = words(cues.threat_if_provoked)
        self._provocations = words(cues.provocations)
        self._armed = words(cues.armed)
        met = alternation(cues.met_with)
        answer = re.compile(
            r"\b(?:(?:answer|meet|counter|repay|react to|respond to) [^.;]{1,60}? |"
            r"be (?:answered|met|countered|repaid|followed) (?:[\w-]+ )?)(?:with|by) "
            rf"[^.;]{{0,30}}?\b{met}\b|"
            rf"\bbe (?:answered|met|countered|repaid),?[ \"]+{alternation(cues.met_how)}\b|"
            rf"\bnot [^.;]{{1,30}}?\bwithout an? (?:[\w-]+ ){{0,2}}{met}\b",
            re.I,
        )
        self._answer = Gated(answer, _ANSWERS)
        measures = (
            r"(?:take|adopt|resort to|undertake|draw)\b[^.;]{0,40}?\b"
            rf"{alternation(cues.answers_with)}"
        )
        steps = r"take [^.;]{0,24}?\b(?:necessary|appropriate) (?:\w+ )?(?:steps|measures)"
        answered = (
            rf"to \"?(?:\w+ly )?(?:{alternation(cues.answering)}|{measures}|{steps})(?![\w-])"
        )
        self._measures = re.compile(
            rf" (?:\w+ly )?(?:retaliate|strike back|{measures})(?![\w-])", re.I
        )
        self._forced = re.compile(
            rf" (?:then |therefore )?{alternation(cues.forced)} {answered}", re.I
        )
        self._forcing = re.compile(
            rf" (?:then |only |also )?{alternation(cues.forcing)} "
            rf"(?-i:[A-Z])[\w'-]+(?: [\w'-]+)? {answered}",
            re.I,
        )
        self._our_answer = re.compile(rf"\b[Oo]ur (?:\w+ )?{alternation(cues.our_answers)} $")
        self._mild = re.compile(rf"[^.;]{{0,40}}?\b{alternation(cues.mild_answers)}\b")
        self._foes = re.compile(
            rf"(?:^|[\"':,] *|\b(?:that|the|our|any|all|and) )(?:\w+ )?{alternation(cues.foes)}"
            r"(?: (?!will\b|would\b)[\w'-]+){0,8} $",
            re.I,
        )
        self._state = re.compile(
            rf"\b(?:(?-i:[A-Z])[\w.'-]+|{alternation(cues.polities)})(?: \w+ly| then)? *$", re.I
        )
        self._hostile = opening(cues.hostile_acts)
        self._joint = words(cues.joint)
        eastern = cues.east_asian
        self._replies = re.compile(
            rf"以(?!\"?{alternation(eastern.kind_replies)})[^，。；]{{1,24}}?"
            rf"{alternation(eastern.replies)}"
        )
        self._ourselves = tuple(eastern.ourselves)

    def threatens(self, text: str, at: int) -> bool:
        """Whether what follows ``at`` speaks of harm, or answers somebody."""
        if _NEVER_USED.match(text, at):
            return False
        at = max(text.rfind("the more ", 0, at), 0) or at  # "THE MORE MERCILESSLY we will"
        if (goes_on := _GOES_ON.match(text, at)) is not None:
            # What goes on is no threat, whatever else somebody will do.
            text = text[:at] + text[at:].partition(" and will ")[0]
            return any(
                goes_on["has"] is None or _HAS.search(text, at, one.start()) is None
                for one in self._words.finditer(text, at)
            )
        return (
            any(
                not (_NAMES.search(one.group()) or _TO_KEEP.match(text, one.end()))
                for one in self._words.finditer(text, at)
            )
            or _KINETIC.search(text, at) is not None
            or _PRICE.search(text, at) is not None
            or self._answers(text, at)
        )

    def announced(self, text: str) -> Iterator[re.Match[str]]:
        """The modal verbs of what a warning says will be done, not suffered: "if it is
        crossed, the army |WILL STRIKE", "this |WOULD FORCE Ruritania TO RESPOND"."""
        for modal in _MODAL.finditer(text):
            if self.conditional(text, modal.end()) or self._forcing.match(text, modal.end()):
                yield modal

    def hostile(self, text: str, at: int) -> bool:
        """ "Could |scrap the accord": what harms another if one's own side does it."""
        return self._hostile.match(text, at) is not None

    def arms(self, subject: str) -> bool:
        """Whether an army acts, that of a foe apart."""
        return self._armed.search(subject) is not None and self._foes.search(subject) is None

    def targets(self, text: str, at: int) -> bool:
        """ "The ENEMIES |will feel it", "OUR ANSWER |will come", said by one of the others."""
        since = max(0, at - _SUBJECT)
        told = self._our_answer.search(text, since, at) is not None or self.foe(text, at)
        return told and self._mild.match(text, at) is None

    def foe(self, text: str, at: int) -> bool:
        """ "The ENEMY |should think twice"."""
        return self._foes.search(text, max(0, at - _SUBJECT), at) is not None

    def retaliates(self, text: str, at: int, subject: str) -> bool:
        """ "Ruritania will |TAKE RETALIATORY MEASURES", whoever tells it."""
        state = self._state.search(subject) is not None and not self._joint.search(text, at)
        return state and (
            self._measures.match(text, at) is not None
            or self._answer.match(text, at + 1) is not None
        )

    def forced(self, text: str, at: int, subject: str) -> bool:
        """ "The republic will |BE COMPELLED TO TAKE COMPENSATORY measures", "that would |FORCE
        Ruritania TO RESPOND"."""
        if self._forcing.match(text, at):
            return True
        return self._forced.match(text, at) is not None and self._state.search(subject) is not None

    def conditional(self, text: str, at: int) -> bool:
        """ "Would |close the border if it was not stopped"."""
        return self._hostile.match(text, at) is not None and _IF.search(text) is not None

    def ultimatum(self, text: str, at: int, subject: str) -> bool:
        """ "UNLESS he is handed over, Ruritania will |CLOSE the strait"."""
        told = self._hostile.match(text, at) is not None and self._state.search(subject) is not None
        return told and _UNLESS.search(text) is not None

    def dared(self, text: str, at: int) -> bool:
        """ "If it DARES to come near, it |will": of who says so to another."""
        if _ONE_MORE.search(text, 0, at):
            return True
        return _DARES.search(text, 0, at) is not None and _IF.search(text, 0, at) is not None

    def strikes(self, text: str, at: int, subject: str, *, ours: bool, threatens: bool) -> bool:
        """Whether an army answers somebody: "if he dares ..., the army |will", by whoever says so.
        ``subject`` are the words before ``at``, ``ours`` whether they are the speaker's own."""
        provoked = any(not _ARM.match(text, one.end()) for one in self._provocations.finditer(text))
        if not provoked or self._armed.search(subject) is None:
            return False
        return threatens or ours or _DARES.search(text, 0, at) is not None

    def replies(self, text: str, marker: Marker, own: tuple[int, ...]) -> bool:
        """ "If they come again, WE WILL ANSWER WITH fire", where "we" may be the speaker's state,
        whose names end at ``own``."""
        if self._replies.match(text, marker.end) is None:
            return False
        return marker.start in own or text.endswith(self._ourselves, 0, marker.start)

    def _answers(self, text: str, at: int) -> bool:
        """ "Will answer the drills with action", "will respond firmly" to a provocation; not what
        allies do together."""
        if self._answer.search(text, at):
            return True
        found = self._answering.search(text, at)
        if found is None or self._joint.search(text, at):
            return False
        return bool(self._provocations.search(text)) or text.startswith(" in kind", found.end())
