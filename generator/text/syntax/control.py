"""Who does what a verb without a subject of its own tells: "urged Ruritania to withdraw", "charged
two men with laundering", "soldiers who crossed the line".

Decides only for verbs behind "to", behind a preposition and behind "who".
"""

from __future__ import annotations

from generator.model import EntityId, Mention
from generator.text.inflection import all_forms
from generator.text.reading import Reading
from generator.text.syntax.grammar import Grammar, Predicate
from generator.text.syntax.joined import with_joined

_WHO = frozenset({"who", "which"})
_LAYING = frozenset({"of", "with", "for", "over", "in", "to", "on"})
_ANSWERING = 9
"""Words between a verb of blaming and the -ing form that says what for."""
_DIRECTED = 7
_LED = 3
"""Words between a state and "who": "Ruritanian soldiers who"."""


class Control:
    """The rules for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._directing = all_forms(grammar.cues.directing, grammar.cues.irregular)
        self._askings = frozenset(grammar.cues.askings)
        self._accusing = all_forms(grammar.cues.accusing, grammar.cues.irregular)

    def relative(
        self, predicate: Predicate, reading: Reading, before: list[Mention]
    ) -> tuple[EntityId, ...] | None:
        """ "shots at Ruritanian soldiers who crossed the line": whoever stands right before "who"
        did it, and nobody else; None without a "who"."""
        at, norms = predicate.group - 1, reading.tokens.norms
        if at >= 0 and norms[at] in self._askings and norms[at + 1] == "to":
            return ()  # "Ruritania's invitation to visit": whoever invites does not come
        while at > 0 and (norms[at] in self._grammar.adverbs or norms[at].endswith("ly")):
            at -= 1
        if at < 1 or norms[at] not in _WHO:
            return None
        found = [
            item
            for item in before
            if 0 <= at - reading.place_of(item)[1] <= _LED
            and not any(
                word in self._grammar.prepositions
                for word in reading.between(reading.place_of(item)[1], at)
            )
        ]
        return with_joined(found[-1], found, reading) if found else ()

    def controls(self, item: Mention, predicate: Predicate, reading: Reading) -> bool:
        """Whether the name right before does it: always of an -ing form ("with Hentzau receiving
        him"), but before "to" only behind a verb of asking or sending ("urged Ruritania to", and
        not "summoned the envoy to") or behind "for"."""
        if predicate.form == "gerund":
            return True
        first = reading.place_of(item)[0]
        lead = reading.between(max(0, first - _DIRECTED), first)
        return lead[-1:] == ("for",) or not self._directing.isdisjoint(lead)

    def asked(self, item: Mention, reading: Reading) -> bool:
        """ "told Ruritania to stop": the one who is told, and no subject of what comes then."""
        first, last = reading.place_of(item)
        return (
            first > 0
            and reading.tokens.norms[first - 1] in self._directing
            and reading.between(last, last + 1) == ("to",)
        )

    def blamed(
        self, predicate: Predicate, reading: Reading, before: list[Mention]
    ) -> tuple[EntityId, ...] | None:
        """ "accused Ruritania of firing", "charged two men with laundering": who charges did not do
        it. None where nobody is blamed or praised, or only in the passive."""
        at, norms = predicate.group - 1, reading.tokens.norms
        if at < 0 or norms[at] not in _LAYING or predicate.form != "gerund":
            return None
        for index in range(at - 1, max(-1, at - _ANSWERING), -1):
            if norms[index] in self._accusing:
                if index and norms[index - 1] in self._grammar.moods.be:
                    return None
                named = [item for item in before if reading.place_of(item)[1] == at]
                return tuple(item.entity for item in named if item.rule != "demonym")
        return None


def joined_to(predicate: Predicate, reading: Reading) -> Predicate | None:
    """The -ing form that "and" joins one to: "of hacking a bank and stealing its data"."""
    if reading.tokens.norms[max(0, predicate.group - 1)] != "and":
        return None
    before = [one for one in reading.predicates if one.last < predicate.group]
    return before[-1] if before and before[-1].form == "gerund" else None
