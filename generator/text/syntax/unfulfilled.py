"""What a verb hangs on that keeps it from being done: a plan, a contract, a foiled attempt.

Decides only for verbs that stand behind such a word, and not for the word itself.
"""

from __future__ import annotations

from typing import Literal

from generator.knowledge.cues.verbs import Frame, VerbCues
from generator.text.inflection import all_forms
from generator.text.tokens import tokenise

Mood = Literal["stated", "planned", "possible", "obliged", "negated", "conditional"]
"""How a verb or noun stands: done, to come, merely possible, a duty, not done, on a condition."""
_DELIVERED = frozenset({"supplies", "develops", "deploys", "commissions"})
TRIED = frozenset({"attempt", "attempts", "attempted", "bid", "bids"})
_PLANNED_WITHIN = 14
_CONTRACT_WITHIN = 7
_ASKED_WITHIN = 8
_TOLD_WITHIN = 12
_REFUTED_WITHIN = 24


class Unfulfilled:
    """The words of one set of verb cues."""

    def __init__(self, cues: VerbCues) -> None:
        self._intending = frozenset(cues.intending)
        self._future = frozenset(cues.future)
        self._clauses = frozenset(cues.clause_openers)
        self._contracts = frozenset(cues.contracts)
        self._foiled = frozenset(cues.foiled)
        self._indefinite = frozenset(cues.indefinite)
        self._pondering = frozenset(cues.pondering)
        self._shunning = frozenset(tokenise(phrase).norms for phrase in cues.shunning)
        self._rumours = frozenset(cues.rumours)
        self._refuting = frozenset(tokenise(phrase).norms for phrase in cues.refuting)
        self._requesting = all_forms(cues.requesting, cues.irregular)

    def mood(
        self, mood: Mood, norms: tuple[str, ...], place: tuple[int, int], frame: Frame
    ) -> Mood:
        """The mood of a verb behind "to" or in "-ing", of which ``mood`` is what the words right
        beside it say; ``place`` is where its auxiliaries begin, and its own token."""
        group, first = place
        if mood in {"stated", "planned"} and self._is_foiled(norms, first):
            return "possible"
        if mood != "stated":
            return mood
        if frame.ahead and norms[first].endswith("ing"):
            return "planned"  # "is heading to", "heading to"
        if group == first:
            return mood
        ordered = frame.type in _DELIVERED and self._is_ordered(norms, group)
        return "planned" if ordered else mood

    def refuted(self, norms: tuple[str, ...], group: int) -> bool:
        """ "Reports that the yard had launched a ship are not borne out"."""
        lead = norms[max(0, group - _TOLD_WITHIN) : group]
        if "that" not in lead:
            return False
        that = group - len(lead) + lead.index("that")
        if self._rumours.isdisjoint(norms[max(0, that - _TOLD_WITHIN) : that]):
            return False
        after = norms[group : group + _REFUTED_WITHIN]
        return any(
            after[at : at + len(phrase)] == phrase
            for phrase in self._refuting
            for at in range(len(after))
        )

    def pondered(self, before: tuple[str, ...]) -> bool:
        """ "Asked about a seventh nuclear test"."""
        at = max((n for n, word in enumerate(before) if word in self._indefinite), default=0)
        return at >= max(1, len(before) - 3) and before[at - 1] in self._pondering

    def forgone(self, before: tuple[str, ...]) -> bool:
        """ "Refrained from conducting a test"."""
        return any(
            before[at].endswith("ing") and before[at - 2 : at] in self._shunning
            for at in range(2, len(before))
        )

    def nested(self, norms: tuple[str, ...], group: int) -> bool:
        """ "plans to sign a deal TO BUY": what hangs on a plan is one. "Invited the Duke
        of Strelsau TO VISIT": so is what somebody is asked to do."""
        for at in range(group - 1, max(0, group - _PLANNED_WITHIN), -1):
            if norms[at] in self._requesting and group - at <= _ASKED_WITHIN:
                return True
            if norms[at] == "to" and norms[at - 1] in self._intending:
                return True
            if norms[at] in self._clauses:
                return False
            if norms[at] in self._future:
                return True
        return False

    def _is_ordered(self, norms: tuple[str, ...], group: int) -> bool:
        """ "signed a deal with Zenda TO SUPPLY": a contract stands before the infinitive."""
        for at in range(group - 1, max(-1, group - _CONTRACT_WITHIN), -1):
            if norms[at] in self._clauses:
                return False
            if norms[at] in self._contracts:
                return True
        return False

    def _is_foiled(self, norms: tuple[str, ...], at: int) -> bool:
        """ "an attempt to ATTACK the base was foiled"."""
        tried = not TRIED.isdisjoint(norms[max(0, at - _PLANNED_WITHIN) : at])
        return tried and not self._foiled.isdisjoint(norms[at:])


_JOINED_WITHIN = 16
_AS_WELL_AS = ("as", "well", "as")


def joined(
    norms: tuple[str, ...], group: int, *, intending: frozenset[str], clauses: frozenset[str]
) -> bool:
    """ "Plans to build a ship AND TO TEST an engine": a second infinitive of one intention."""
    end = group - (norms[group - 1 : group] == ("also",))
    if norms[end - 1 : end] == ("and",):
        end -= 1
    elif norms[max(0, end - 3) : end] == _AS_WELL_AS:
        end -= 3
    else:
        return False
    for at in range(end - 1, max(0, end - _JOINED_WITHIN), -1):
        if norms[at] in clauses:
            return False
        if norms[at] == "to" and not intending.isdisjoint(norms[max(0, at - 2) : at]):
            return True
    return False
