"""In what mood a verb or noun stands: done, negated, planned, merely possible, conditional.

What is only expected, banned, asked for, cancelled or in question never counts as done.
"""

from __future__ import annotations

from itertools import pairwise

from generator.knowledge.cues.verbs import VerbCues
from generator.text.eastern.moods import EasternMoods
from generator.text.syntax.unfulfilled import TRIED, Mood, Unfulfilled, joined
from generator.text.tokens import Tokens, tokenise

_SUSPENDED_WITHIN = 14
_CANCELLED_WITHIN = 12
_CALLED_OFF_WITHIN = 4
_EXPECTED_WITHIN = 8
_PREPARED_WITHIN = 5
_DESCRIBED_WITHIN = 8
_DOUBTED_WITHIN = 12
_TOLD_WITHIN = 12
_COME_WITHIN = 6
_FOR_WITHIN = 6
_FAILED_WITHIN = 18
_GENERIC_WITHIN = 8
_ARTICLES = {("a",), ("an",)}
_APPROVED_WITHIN = 8
_OPENED_BY_IF = 24
_FORBIDDEN_WITHIN = 6
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
_NOBODY_WITHIN = 8
_ASKING = frozenset({"how", "where", "when", "why", "what", "which", "who", "whom"})
_ANYWAY = frozenset({"doubt", "question", "wonder", "matter", "sooner", "secret", "longer"})
"""Behind "no" these deny nothing of what follows."""


class Moods:
    """The mood words of one set of verb cues."""

    def __init__(self, cues: VerbCues) -> None:
        self.be = frozenset(cues.be)
        self.have = frozenset(cues.have)
        self.do = frozenset(cues.do)
        self.future = frozenset(cues.future)
        self.possible = frozenset(cues.possible)
        self.obliged = frozenset(cues.obliged)
        self.contracted = frozenset(cues.contracted)
        self.negations = frozenset(cues.negations) | self.contracted
        self.conditionals = frozenset(word for word in cues.conditionals if " " not in word)
        self.pronouns = frozenset(cues.pronouns)
        self.intending = frozenset(cues.intending)
        self.unable = frozenset(cues.unable)
        self.preventing = frozenset(cues.preventing)
        self.light = frozenset(cues.light)
        self.cancelled = frozenset(cues.cancelled)
        self._doubting = frozenset(cues.doubting)
        self._purposes = frozenset(cues.purposes)
        self._coming = frozenset(cues.coming)
        self.eastern = EasternMoods(cues)
        self._copulas = self.be | frozenset(cues.copulas)
        self.intents = frozenset(cues.intents)
        self._backshifting = frozenset(cues.backshifting)
        self._aspects = frozenset(cues.aspects)
        self._approving = frozenset(cues.approving)
        self._denying = frozenset(cues.denying)
        self._drilled = frozenset(cues.drilled)
        self._ceasing = frozenset(cues.ceasing)
        self._shunning = frozenset(tokenise(phrase).norms for phrase in cues.shunning)
        self._expecting = frozenset(cues.expecting)
        self._customs = frozenset(tokenise(phrase).norms for phrase in cues.customs)
        self._abilities = frozenset(tokenise(phrase).norms for phrase in cues.abilities)
        self._nearing = frozenset(tokenise(phrase).norms for phrase in cues.nearing)
        self._prohibiting = frozenset(cues.prohibiting)
        self._perhaps = frozenset(cues.perhaps)
        self._failed = frozenset(word for word in cues.failure if " " not in word)
        self._seeming = frozenset(cues.seeming)
        self._preparing = frozenset(tokenise(phrase).norms for phrase in cues.preparing)
        self._ending = frozenset(tokenise(phrase).norms for phrase in cues.ending)
        self._indefinite = frozenset(cues.indefinite)
        self._telling = frozenset(cues.telling)
        self.unfulfilled = Unfulfilled(cues)
        self.clauses = frozenset(cues.clause_openers)
        self.modals = self.future | self.possible | self.obliged
        self.auxiliaries = self.be | self.have | self.do | self.modals | self.contracted
        self._parting = self.auxiliaries | self.clauses | self.pronouns | _NOBODY
        self._suspending: dict[str, list[tuple[str, ...]]] = {}
        for phrase in cues.suspending:
            words = tokenise(phrase).norms
            self._suspending.setdefault(words[0], []).append(words)

    def verb(self, norms: tuple[str, ...], group: int, chain: tuple[str, ...]) -> tuple[Mood, str]:
        """Mood and modal of a verb whose auxiliaries ``chain`` begin at token ``group``."""
        before = norms[max(0, group - 4) : group]
        modal = next((word for word in chain if word in self.modals), "")
        infinitive = "to" in chain
        if self._negated(norms, group, chain):
            return "negated", modal
        if chain and chain[0] == "be" and not modal and not infinitive:
            # "will begin trials and be delivered": the modal stands before the first verb.
            modal = next((word for word in reversed(norms[:group]) if word in self.modals), "will")
        if not chain:
            hanging = self._hanging(norms, group)
            if hanging is not None:
                return hanging, modal
            modal = self._begun(norms, group)
        if self.conditionals & set(norms[max(0, group - 8) : group]) or (
            norms[:1] == ("if",) and group < _OPENED_BY_IF
        ):
            return "conditional", modal
        if self.unfulfilled.refuted(norms, group):
            return "possible", modal
        if modal == "would" and self._backshifted(norms, group, chain):
            return "planned", modal
        perhaps = not self._perhaps.isdisjoint(norms[max(0, group - 1) : group + len(chain)])
        if modal in self.possible or self._suspended(norms, group) or perhaps:
            return "possible", modal
        if modal in self.obliged:
            return "obliged", modal
        if infinitive and before[-1:] and before[-1] in self._drilled:
            ahead = (self.modals | {"to"}) & set(norms[max(0, group - 8) : group])
            ahead = ahead or self.intending & set(norms[max(0, group - 3) : group - 1])
            return ("planned" if ahead else "stated"), modal
        if modal in self.future:
            return "planned", modal
        if infinitive:
            return self._infinitive(norms, group, chain), modal
        return "stated", modal

    def _infinitive(self, norms: tuple[str, ...], group: int, chain: tuple[str, ...]) -> Mood:
        """The mood of "to test" by the words before it."""
        before = norms[max(0, group - 4) : group]
        if not self._purposes.isdisjoint(before):
            return "possible"
        if self._attempted(norms, group):
            return "stated"
        if "for" in norms[max(0, group - _FOR_WITHIN) : group - 1]:
            return "possible"  # "a step for the navy to take delivery of"
        told = chain[0] in self.be and chain[0] != "be"
        ahead = self.intending & set(before) or told or self._awaits(norms, group, chain)
        # "expect the new ship of the navy to test": what is expected may have a long name.
        ahead = ahead or self._expecting & set(norms[max(0, group - _EXPECTED_WITHIN) : group])
        ahead = ahead or joined(norms, group, intending=self.intending, clauses=self.clauses)
        return "planned" if ahead or self.unfulfilled.nested(norms, group) else "stated"

    def _attempted(self, norms: tuple[str, ...], group: int) -> bool:
        """ "Its attempt to launch a satellite ended in failure": it was tried, and is no plan."""
        tried = not TRIED.isdisjoint(norms[max(0, group - 2) : group])
        return tried and not self._failed.isdisjoint(norms[group : group + _FAILED_WITHIN])

    def _awaits(self, norms: tuple[str, ...], group: int, chain: tuple[str, ...]) -> bool:
        """ "Guns to be used at the front", but "are believed to be deployed"."""
        lead = norms[group - 1] if group else ""
        held = lead in self._seeming or lead.endswith("ed")
        return chain[:2] == ("to", "be") and not held

    def _backshifted(self, norms: tuple[str, ...], group: int, chain: tuple[str, ...]) -> bool:
        """ "said that it would send the ship": what is told of the past was a "will"."""
        if "if" in norms or "have" in chain:
            return False
        return not self._backshifting.isdisjoint(norms[max(0, group - _TOLD_WITHIN) : group])

    def _negated(self, norms: tuple[str, ...], group: int, chain: tuple[str, ...]) -> bool:
        before = norms[max(0, group - 4) : group]
        if any(word in self.negations for word in chain):
            return True
        if "to" in chain:
            if "yet" in chain or any(word in self.negations for word in before):
                return True
            modal = any(word in self.modals for word in chain)
            return not modal and bool(self.unable & set(before[-2:]))
        if before[-1:] and before[-1] in self._denying and "to" not in chain:
            return True
        if "to" not in chain and self._nobody(norms, group):
            return True
        if not chain and before[-1:] and before[-1] in self._ceasing:
            return True
        if not chain and (before[-1:] in self._shunning or before[-2:] in self._shunning):
            return True
        return before[-1:] == ("from",) and bool(
            self.preventing & set(norms[max(0, group - 8) : group])
        )

    def _nobody(self, norms: tuple[str, ...], group: int) -> bool:
        """ "said NO Ruritanian ship had crossed": the clause begins with nobody."""
        for at in range(group - 1, max(-1, group - _NOBODY_WITHIN), -1):
            word = norms[at]
            if word in _NOBODY and norms[at + 1] not in _ANYWAY:
                return not at or norms[at - 1] in self._telling or norms[at - 1] in self.clauses
            if word in self._parting:
                return False
        return False

    def _hanging(self, norms: tuple[str, ...], group: int) -> Mood | None:
        """The mood that the words right before an -ing form give it: "capable of striking",
        "on the verge of testing"."""
        while group and norms[group - 1].endswith("ly"):
            group -= 1
        triple, pair, lead = (norms[max(0, group - words) : group] for words in (3, 2, 1))
        if pair in self._customs or {triple, pair, lead} & self._abilities:
            return "possible"
        return "planned" if pair in self._nearing else None

    def denies(self, norms: tuple[str, ...], group: int) -> bool:
        """Whether somebody says that a deed was not done ("denied supplying", "did not supply"),
        and does not only leave it be: "refrained from testing", "without firing"."""
        lead = norms[group - 1 : group]
        return lead != () and lead[0] in self._denying

    def _begun(self, norms: tuple[str, ...], group: int) -> str:
        """The modal of a verb without auxiliaries: that of the verb that begins it ("will go on
        testing") or of the one whose object it describes ("would offer a satellite launched")."""
        begun = group - 2 if norms[group - 1 : group] == ("on",) else group - 1
        if begun >= 0 and norms[begun] in self._aspects:
            lead = norms[max(0, begun - 3) : begun]
            return next((word for word in reversed(lead) if word in self.modals), "")
        for article in range(group - 1, max(-1, group - 4), -1):
            if norms[article] in self._indefinite:
                for word in reversed(norms[max(0, article - _DESCRIBED_WITHIN) : article]):
                    if word in self.modals:
                        return word
                    if word in self.clauses:
                        break
                break
        return ""

    def noun(self, norms: tuple[str, ...], first: int, last: int) -> tuple[Mood, str]:
        """Mood and modal of a noun at a token range, from the words before it and its verb."""
        before = norms[max(0, first - 9) : first]
        after = self._until_verb(norms, last)
        around = (*before, *after)
        modal = next((word for word in around if word in self.modals), "")
        if self.possible & set(around) or self._suspended(norms, first):
            return "possible", modal
        if (
            self.unfulfilled.pondered(before)
            or self._generic(before, norms[last : last + _GENERIC_WITHIN])
            or self._doubted(norms[last : last + _DOUBTED_WITHIN])
        ):
            return "possible", modal
        if self._not_come(norms[last : last + _COME_WITHIN]):
            return "negated", modal
        if self.conditionals & set(before):
            return "conditional", modal
        if any(pair in self._ending for pair in pairwise(before[-5:])) or (
            self._prohibiting & set(before[-_FORBIDDEN_WITHIN:])
        ):
            return "possible", modal
        if self._expecting & set(before[-4:]) and "to" in norms[last : last + _EXPECTED_WITHIN]:
            return "possible", modal
        if self.cancelled & set(before[-_CALLED_OFF_WITHIN:]):
            return "negated", modal  # "postponed a missile test"
        if self.cancelled & set(norms[last : last + _CANCELLED_WITHIN]):
            return "negated", modal
        if (
            self.future & set(around)
            or "planned" in before[-3:]
            or self.intents & set(norms[last : last + 1])
            or self._awaited(norms[last : last + _DOUBTED_WITHIN])
        ):
            return "planned", modal
        if self.negations & set(before[-4:]) or self.unfulfilled.forgone(before):
            return "negated", modal
        hoped = self._expecting & set(before[-4:]) or self._approved(before[-_APPROVED_WITHIN:])
        if hoped or self._prepared(before[-_PREPARED_WITHIN:]):
            return "planned", modal
        if any(word == "to" and after in self.light for word, after in pairwise(before[-5:])):
            return "planned", modal
        return "stated", modal

    def _approved(self, before: tuple[str, ...]) -> bool:
        """ "approved last week a possible sale": no clause begins between."""
        at = max((at for at, word in enumerate(before) if word in self._approving), default=None)
        return at is not None and self.clauses.isdisjoint(before[at:])

    def _generic(self, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        """ "A launch by Ruritania is a breach of the rules": of any launch, and of none."""
        if not self._indefinite & set(before[-3:]):
            return False
        at = next((at for at, word in enumerate(after) if word in self.be), None)
        return at is not None and after[at] in {"is", "are"} and after[at + 1 : at + 2] in _ARTICLES

    def _awaited(self, after: tuple[str, ...]) -> bool:
        """ "Delivery of the jets is expected in May", but not "is expected to have begun"."""
        for word, following in pairwise(after):
            if word in self.clauses or word in {"and", "or", "whose"}:
                return False
            if word in {"is", "are"}:
                return following in self.intending and "have" not in after
        return False

    def _doubted(self, after: tuple[str, ...]) -> bool:
        """ "A transfer of jets remains unlikely", "is highly unlikely"."""
        for at, word in enumerate(after):
            if word in self._doubting:
                return not self._copulas.isdisjoint(after[max(0, at - 2) : at])
            if word in self.clauses:
                return False
        return False

    def _not_come(self, after: tuple[str, ...]) -> bool:
        """ "A test did not appear imminent", "has not taken place"."""
        return (
            after[:1] != ()
            and (after[0] in self.do or after[0] in self.be or after[0] in self.have)
            and not self.negations.isdisjoint(after[1:2])
            and not self._coming.isdisjoint(after[2:])
        )

    def _prepared(self, before: tuple[str, ...]) -> bool:
        """ "preparations for a launch", "the upcoming launch"."""
        return any((word,) in self._preparing for word in before) or any(
            pair in self._preparing for pair in pairwise(before)
        )

    def east_asian(self, tokens: Tokens, first: int, last: int) -> Mood:
        """Mood of an East Asian frame word, from the characters close to it."""
        return self.eastern.verb(tokens, first, last)

    def east_asian_noun(self, tokens: Tokens, first: int, last: int) -> Mood:
        """The same of a noun, of which there may be no more than signs: "핵실험 징후"."""
        return self.eastern.noun(tokens, first, last)

    def _suspended(self, norms: tuple[str, ...], first: int) -> bool:
        """ "There is no evidence that X supplied ...": the clause is not asserted."""
        begin = self._suspending
        for at in range(max(0, first - _SUSPENDED_WITHIN), first):
            if norms[at] in begin:
                for phrase in begin[norms[at]]:
                    stop = at + len(phrase)
                    granted = norms[stop : stop + 1]  # "did not say WHERE it fired the missile"
                    if stop <= first and norms[at:stop] == phrase and _ASKING.isdisjoint(granted):
                        return True
        return False

    def _until_verb(self, norms: tuple[str, ...], first: int) -> tuple[str, ...]:
        """Words after a noun up to its own verb: a modal among them sets the mood."""
        for index in range(first, min(len(norms), first + 9)):
            word = norms[index]
            if word in self.modals:
                return norms[first : index + 1]
            if word in self.be or word in self.have or word in self.do or word in self.pronouns:
                break
        return ()
