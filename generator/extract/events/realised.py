"""Whether a verb without a tense of its own, or in the simple present, tells what came about.

Decides by what it hangs on: an infinitive on a verb that brings it about or on a deed that is
told, an -ing form on a comma, a name, "by" or a verb that begins it. "A system TO INTERCEPT
missiles", "rules FOR SHOOTING down drones" and "it FIRES shells" tell no deed.
"""

from __future__ import annotations

from generator.text.inflection import all_forms
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.unfulfilled import TRIED

_WITHIN = 9
_BEHIND = frozenset({"after", "before", "since", "while", "when", "following", "and", "or", "then"})
_OPENING = 2
"""Sentences at the head of an article, where the present tense is that of headlines."""
_LONG = 5
_ADJECTIVES = 3


class Realised:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        cues = grammar.cues
        self._grammar = grammar
        self._bringing = (
            all_forms(cues.bringing, cues.irregular) | TRIED | frozenset(cues.contracts)
        )
        self._doubtful = frozenset(cues.doubtful)
        self._approving = frozenset(cues.approving)
        self._aspects = all_forms(cues.aspects, cues.irregular) | frozenset(cues.light)
        self._accusing = all_forms(cues.accusing, cues.irregular)
        self._realised_in = frozenset(tuple(one.split()) for one in cues.realised_in)
        self._passing = frozenset(cues.subordinators) | grammar.telling
        self._nominal = grammar.prepositions | grammar.auxiliaries
        self._ahead = grammar.modals | frozenset(cues.intending)

    def holds(self, predicate: Predicate, reading: Reading) -> bool:
        """Whether the deed of a stated verb or noun was done, as far as its form shows."""
        if predicate.is_noun and self._only_possible(predicate, reading):
            return False
        if predicate.is_east_asian or predicate.mood != "stated":
            return True
        if self._in_name(predicate, reading):
            return False
        chain = reading.between(predicate.group, predicate.first)
        if predicate.is_noun:
            return True
        if predicate.form == "base" and "to" in chain:
            return self._infinitive(predicate, reading)
        if predicate.form == "gerund" and predicate.group == predicate.first:
            return self._participle(predicate, reading)
        return True

    def habitual(self, predicate: Predicate, reading: Reading) -> bool:
        """ "It fires 40 mm shells": the simple present of what is done with arms, not at the head
        of an article. It tells a deed only with a day of its own."""
        present = predicate.form in {"third", "base"} and predicate.group == predicate.first
        return (
            present
            and predicate.mood == "stated"
            and (predicate.frame.object == "weapon" or predicate.frame.instrument is not None)
            and int(reading.sentence.id[1:]) > _OPENING
        )

    def _only_possible(self, predicate: Predicate, reading: Reading) -> bool:
        """ "Zenda's POTENTIAL support", "the POSSIBLE transfer": no plan, unless it is approved."""
        before = reading.between(max(0, predicate.first - _WITHIN), predicate.first)
        doubtful = not self._doubtful.isdisjoint(before[-_ADJECTIVES:])
        return doubtful and self._approving.isdisjoint(before)

    def _in_name(self, predicate: Predicate, reading: Reading) -> bool:
        """ "the GUIDED Weapons Group", "a GUIDED-missile destroyer": part of a name."""
        if predicate.form not in {"past", "participle"}:
            return False
        tokens = reading.tokens
        if predicate.last < len(tokens) and tokens.gap(predicate.last) in {"-", "‑"}:
            return True
        capital = predicate.first > 0 and tokens.raws[predicate.first][:1].isupper()
        return capital and any(len(raw) > _LONG and raw.islower() for raw in tokens.raws)

    def _infinitive(self, predicate: Predicate, reading: Reading) -> bool:
        norms = reading.tokens.norms
        group = predicate.group
        for at in range(group - 1, max(-1, group - _WITHIN), -1):
            if norms[at] in self._bringing:
                return True
            if norms[at] in self._passing:
                return False
            if any(
                one.last == at + 1
                and one.frame.event
                and one.mood == "stated"
                and self.holds(one, reading)
                for one in reading.predicates
            ):
                return predicate.frame.object != "weapon" or self._with_arms(at, group, reading)
        return False

    def _with_arms(self, at: int, group: int, reading: Reading) -> bool:
        """ "used drones to strike": the arms stand between."""
        return any(
            item.kind == "weapon" and at < reading.place_of(item)[0] < group
            for item in reading.mentions
        )

    def _participle(self, predicate: Predicate, reading: Reading) -> bool:
        tokens, norms = reading.tokens, reading.tokens.norms
        at = predicate.group
        if not at or norms[predicate.last : predicate.last + 1] == ("of",):
            return True
        while at > 1 and norms[at - 1].endswith("ly"):
            at -= 1
        if tokens.gap(at).strip(" '-‑\"“”‘’"):
            return self._follows_deed(predicate, reading)
        lead = norms[at - 1]
        earlier = [one for one in reading.predicates if one.last < at and one.form == "gerund"]
        if lead == "and" and earlier and earlier[-1].group == earlier[-1].first:
            return self._participle(earlier[-1], reading)
        behind = norms[predicate.last : predicate.last + 1]
        if lead not in self._grammar.prepositions and self._nominal.issuperset(behind):
            return True  # "the firing BY the unit", "a live firing WILL be held"
        if lead == "by":
            return self._ahead.isdisjoint(norms[max(0, at - _WITHIN) : at])
        if lead in _BEHIND or lead in self._aspects or predicate.frame.type == "displays":
            return True
        if any(reading.place_of(item)[1] == at for item in reading.mentions):
            return True
        if norms[at - 2 : at] in self._realised_in or lead in self._accusing:
            return True
        return lead in self._grammar.prepositions and not self._accusing.isdisjoint(
            norms[max(0, at - _WITHIN) : at]
        )

    def _follows_deed(self, predicate: Predicate, reading: Reading) -> bool:
        """Whether the verb before the comma tells what was done: not in "could launch missiles,
        THREATENING Zenda"."""
        verbs = [
            one
            for one in reading.predicates
            if one.last <= predicate.group and not one.is_noun and one.form != "gerund"
        ]
        return not verbs or verbs[-1].mood == "stated"
