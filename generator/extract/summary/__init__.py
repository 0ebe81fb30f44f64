"""The bottom line, the summary and the title: what an article comes down to.

Decides the order of the work: weigh all sentences, lead with the strongest that stands by itself,
choose what goes with it, print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.extract.summary.choosing import choose
from generator.extract.summary.composing import Composer
from generator.extract.summary.findings import Findings, Summary
from generator.extract.summary.naming import named
from generator.extract.summary.printing import Printer, room
from generator.extract.summary.unfit import garbled
from generator.extract.summary.weighing import Unit, weigher
from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.claims import tone
from generator.knowledge.cues.verbs import VerbCues
from generator.model import Statement
from generator.text.inflection import inflect
from generator.text.syntax.clauses import Cutting, word_count
from generator.text.syntax.grammar import Grammar

__all__ = ["Findings", "Summariser", "Summary", "garbled"]


_BROKEN = "…"
_AS_MUCH = 0.7
_LENGTHS = frozenset({"km", "m"})
_MARKS = frozenset('"“')
_HEARERS = 4
"""Words behind a verb of speech that only tell to whom it was said."""
_TRIED = 4
"""Sentences tried as the bottom line."""


class Summariser:
    """The weights and cue words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, grammar: Grammar) -> None:
        language = knowledge.language
        cues = language.summary
        common = frozenset(grammar.prepositions) | grammar.determiners | grammar.auxiliaries
        stops = (frozenset(grammar.prepositions) - {"to", "of"}) | {"and", "or", "while"}
        finite = _finite(language.verbs) | grammar.auxiliaries
        spoken = (*language.claims.speech, *language.claims.strict_speech)
        telling = frozenset((*spoken, *language.claims.paper_verbs))
        telling |= _forms(cues.clause_verbs, language.verbs)
        self.cutting = Cutting(
            words=cues.cutting,
            lead_ins=frozenset(cues.lead_ins),
            announcing=frozenset(cues.announcing),
            announcing_with=frozenset(cues.announcing_with),
            connectives=frozenset(cues.connectives),
            openers=frozenset(cues.clause_openers),
            verbs=_verbs(language.verbs) | grammar.auxiliaries,
            links=frozenset(cues.links),
            speech=frozenset(cues.speech),
            stops=(stops - {"and", "or", "while", "than", "like", "without"})
            | frozenset(cues.cut_before),
            unfinished=frozenset(cues.unfinished) | grammar.determiners,
            taking_back=frozenset(cues.taking_back),
            taking_back_alone=frozenset(cues.taking_back_alone),
            taking_back_deeds=frozenset(cues.taking_back_deeds),
            counting=frozenset(cues.counting),
            clause_open_ends=cues.clause_open_ends,
            clause_turns=cues.clause_turns,
            finite=finite | telling | frozenset(cues.clause_forms),
            times=frozenset(
                map(str.casefold, (*cues.times, *language.dates.weekdays, *language.dates.months))
            ),
            measures=frozenset(
                form
                for unit in language.units.units
                if unit.to in _LENGTHS
                for form in unit.forms
                if form.isascii()
            ),
        )
        self._composer = Composer(cues=cues.composing, knowledge=knowledge)
        self._weigher = weigher(
            language,
            common=common,
            finite=finite,
            unfinished=frozenset(grammar.prepositions) | grammar.determiners | {"and", "or"},
        )
        self._printer = Printer(
            cues=cues,
            cutting=self.cutting,
            stops=stops,
            common=common,
            tone=tone(language.claims),
        )

    def summarise(self, findings: Findings) -> Summary:
        """The summary of one article; evidence is named for every statement."""
        candidates = self._weigher.candidates(findings)
        if not candidates:
            return self._printer.empty(findings)
        standing = [unit for unit in candidates if not unit.dangling and unit.part == 0]
        standing = [unit for unit in standing if not unit.conceded] or standing
        leads = sorted(standing or candidates, key=lambda unit: (-unit.leads, unit.index))
        lines = [(unit, self._printer.bottom_line(unit, findings)) for unit in leads[:1]]
        if not _fits(lines[0][1]) or lines[0][1].text.endswith(_BROKEN):
            # A sentence that cannot be cut to size leaves the lead to the next that can, and one
            # that breaks off to one that weighs about as much.
            lines += [(unit, self._printer.bottom_line(unit, findings)) for unit in leads[1:_TRIED]]
        fitting = [line for line in lines if _fits(line[1])] or lines[:1]
        lead, bluf = next(
            (
                (unit, line)
                for unit, line in fitting
                if not line.text.endswith(_BROKEN) and unit.leads > fitting[0][0].leads - _AS_MUCH
            ),
            fitting[0],
        )
        return Summary(
            title=self._printer.title(lead.text),
            bluf=self._composer.line(lead, findings)
            or named(bluf, lead, findings, told=set(), most=room(bluf.text)),
            statements=_distinct(self._statements(choose(candidates, lead), findings)),
        )

    def _statements(self, units: list[Unit], findings: Findings) -> Iterator[Statement]:
        """The chosen units as they are printed, each person by the whole name at first."""
        told: set[str] = set()
        for unit in units:
            found = self._printer.statement(unit, findings)
            if self._only_tells(found, unit, findings):
                continue
            found = self._printer.sourced(found, unit, findings)
            yield named(found, unit, findings, told=told)

    def _only_tells(self, found: Statement, unit: Unit, findings: Findings) -> bool:
        """Whether only the frame of a long quotation is left: "The board reported."."""
        if not _MARKS & set(unit.text) or _MARKS & set(found.text):
            return False
        if found.text.rstrip(" .").rsplit(" ", 1)[-1] in self.cutting.speech:
            return True
        cues = [claim.cue for claim in findings.told(unit.sentence, found.text) if claim.cue]
        ends = [found.text.rfind(cue) + len(cue) for cue in cues if cue in found.text]
        return any(len(found.text[end:].split()) <= _HEARERS for end in ends)


def _fits(statement: Statement) -> bool:
    return word_count(statement.text) <= room(statement.text)


def _finite(cues: VerbCues) -> frozenset[str]:
    """Past and third-person forms of the same verbs."""
    return _forms((verb for frame in cues.frames for verb in frame.verbs), cues)


def _forms(verbs: Iterable[str], cues: VerbCues, *, third: bool = True) -> frozenset[str]:
    return frozenset(
        forms[form]
        for verb in verbs
        for forms in (inflect(verb.split()[0], cues.irregular),)
        for form in ("past", "participle", *(("third",) if third else ()))
    )


def _verbs(cues: VerbCues) -> frozenset[str]:
    """All forms of the verbs that report something."""
    return frozenset(
        form
        for frame in cues.frames
        for verb in frame.verbs
        for form in inflect(verb.split()[0], cues.irregular).values()
    )


def _distinct(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    seen: dict[str, Statement] = {}
    for statement in statements:
        seen.setdefault(statement.text, statement)
    return tuple(seen.values())
