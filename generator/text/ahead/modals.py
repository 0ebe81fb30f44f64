"""Modal verbs that look ahead: will, would, may, might and could.

Decides which of them are no modal at all (the noun "will", the month), tell of the past, of an
ability or of a leave, or only concede something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.ahead.horizons import times
from generator.text.marking import CLAUSE, WEAK, Marker, behind, opening, turned_past, word_before
from generator.text.phrases import Gated, Opened, hits, words
from generator.text.tries import alternation

_NEAR = 90
_PAST_VERB = re.compile(r"\b(?:was|were|had|did|began|started|became|came)\b", re.I)
_BY_THEN = re.compile(r"\bby\b(?! now\b)", re.I)
""" "BY May they will have left": what will be over, and no guess at what is."""
_IF_HE = re.compile(r" be [^.;]{3,80}?\bif\b")
""" "Exporters may BE cut off IF they deal with him": no leave."""
_BY_LAW = re.compile(
    r" (?:also |then |each )?be (?:punish(?:ed|able)|fined|sentenced|imprisoned|jailed|liable|"
    r"penali[sz]ed) (?:up to|with|by|to|under|in accordance|for (?:a term|up to|between))\b"
)
""" "MAY BE PUNISHED BY imprisonment of up to three years": what a law says of an offence."""
_ONE_DAY = re.compile(r" (?:yet |very well |well )?(?:one day|some day|someday|before long)\b")
_WHAT = re.compile(r"\bwhat $")
_IS_WHAT = re.compile(r" (?:be|mark|become|amount to)\b")
_ATTACHED = re.compile(
    r" ?[\"'”’)]*(?:[,(]| ?$| (?:of|from|with|on|in|at|by|for|near|that|which|based|armed|fired|"
    r"launched|like|and|or|alone|itself|systems?|class|\w+ly|it|they)\b)"
)
"""Behind a weapon that may be who "could": nothing, or what belongs to it. "The missile test" is
another thing."""
_HAD_AND = re.compile(r"\bhad \w+[^,;]{0,60} and $")
""" "The boat HAD crossed the bay AND could strike": what it was able to do."""
_NO_VERB = re.compile(
    r" *(?:[,.;:!?\")]|$|(?:to|and|or|in|for|has|that|which|who|on|at|as|with|by|against)\b)"
)
_STOPS = re.compile(r" *(?:[.;:!?)\"]|$)")
_CAN_AND = re.compile(
    r"\b(?:can|could|must|should|shall|may|might|do|does|is|are|has|have|did|was|were),? and $"
)
_AND_NOUN = re.compile(r" and \w+ (?:of|to|in)\b")
_UNDER_WAY = re.compile(
    r" (?:well |also |simply |just |merely |only |now |still )?"
    r"be (?!preparing|planning|heading|going|facing|coming|considering|looking|moving|"
    r"seeing|getting|king\b|bring)[a-z]{2,}ing "
    r"(?!up\b|for\b|to\b|in\b|if\b|and\b)[\w\"]"
)
"""A "may be hiding" is about now; "may be preparing to" is not."""


class Modals:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        certainty = alternation(cues.certainty)
        self._certainty = re.compile(rf" +{certainty}(?![\w-])", re.I)
        self._will = Gated(
            re.compile(r"(?:(?<![\w-])(?:will|won't|shall)|(?<=\w)'ll)(?![\w'-])", re.I),
            frozenset({"will", "won", "shall", "ll"}),
        )
        self._would = Gated(re.compile(r"(?<![\w-])would(?![\w'-])", re.I), frozenset({"would"}))
        self._weak = Gated(re.compile(rf"(?<![\w-]){alternation(WEAK)}(?![\w'-])"), WEAK)
        self.lists = (self._will, self._would, self._weak)
        self._listed = frozenset(self.lists)
        self._noun_before = frozenset(cues.noun_will_before)
        self._noun_doubtful = frozenset(cues.noun_will_doubtful)
        self._noun_after = opening(cues.noun_will_after)
        self._power_before = re.compile(
            rf"(?:'s|(?<![\w-]){alternation(cues.noun_might_before)}) $"
        )
        self._power_after = re.compile(
            rf" *(?:[.;:!?)]|$|{alternation(cues.noun_might_after)}(?![\w-]))"
        )
        self._past_after = turned_past(cues)
        self._present_after = behind(cues.present_after)
        self._ability_before = re.compile(
            rf"(?<!\w){alternation(cues.ability_before)}[^,;]{{0,40}}$", re.I
        )
        self._ability_after = opening(cues.ability_after)
        self._undergone = re.compile(
            r" (?:\w+ly |also |soon |yet |even |still )?see (?:(?:[\w'-]+ ){0,6}?"
            rf"{alternation(cues.undergone)}|(?:[\w'-]+ ){{1,6}}?"
            r"(?:strengthen|weaken|los|gain|tighten|loosen|expand|increas|reduc|resum|join|withdraw|"
            r"emerg|shift|becom|adopt|abandon|pursu|seek|embrac)ing)(?![\w-])"
        )
        self._penalties = behind((*cues.no_leave, *cues.penalties))
        self._times = times(cues)
        self._capability = opening(cues.capability_verbs)
        self._carriers = words(cues.carriers)
        self._concessions = tuple(one.lower() + " " for one in cues.concessions)
        self._narrative = opening(cues.narrative_would)
        self._duty = words(cues.duty_subjects)
        self._scheduling = opening(cues.scheduling_verbs)

    def find(
        self, text: str, opened: Opened, *, weapons: tuple[tuple[int, int], ...], attributed: bool
    ) -> Iterable[Marker]:
        """Their markers, list by list. ``weapons`` are spans of weapon names."""
        if opened.isdisjoint(self._listed):
            return
        conceded = self._conceded_until(text)
        for match in hits(self._will, text, opened):
            word = match.group()
            before = word_before(text, match.start())
            if (
                word[0].isupper()
                and match.start() > 2
                and not text[max(0, match.start() - 4) : match.start()]
                .rstrip()
                .endswith(('"', ":"))
            ):
                continue
            if word.lower() == "will" and before != "that" and self._is_noun(text, match, before):
                continue
            if before == "that" and self._noun_after.match(text, match.end()):
                continue
            if _AND_NOUN.match(text, match.end()) and text[: match.start()].endswith(", "):
                continue  # "the faith, WILL and pluck of the army"
            if (
                word.lower() == "shall"
                and not attributed
                and not re.search(
                    r"\b(?:we|i)\b[^,;]{0,30}$",
                    text[max(0, match.start() - 40) : match.start()],
                    re.I,
                )
            ):
                continue
            if self._past_after.match(text, match.end()) and not _BY_THEN.search(text):
                continue
            yield self._modal(text, match)
        for match in hits(self._would, text, opened):
            if self._tells_would(text, match, attributed=attributed):
                yield self._modal(text, match)
        for match in hits(self._weak, text, opened):
            if match.start() < conceded or self._is_weak_trap(text, match, weapons):
                continue
            yield self._modal(text, match)

    def _is_noun(self, text: str, match: re.Match[str], before: str) -> bool:
        if self._noun_after.match(text, match.end()):
            return True
        if before == "and" and _STOPS.match(text, match.end()):
            return _CAN_AND.search(text, 0, match.start()) is None  # "its resolve AND WILL."
        if before not in self._noun_before:
            return before.endswith(("'s", "s'")) and text.startswith(" to ", match.end())
        return before not in self._noun_doubtful or _NO_VERB.match(text, match.end()) is not None

    def _modal(self, text: str, match: re.Match[str]) -> Marker:
        end = match.end()
        adverb = self._certainty.match(text, end)
        term = (match.start(), adverb.end() if adverb else end)
        kind: OutlookType = (
            "scheduled"
            if match.group().lower() in {"will", "would"}
            and not text[: term[1]].endswith((" not", " never"))
            and self._scheduling.match(text, term[1])
            else "forecast"
        )
        return Marker(
            start=match.start(), end=end, type=kind, term=term, plain_modal=kind == "forecast"
        )

    def _tells_would(self, text: str, match: re.Match[str], *, attributed: bool) -> bool:
        if self._past_after.match(text, match.end()) or self._narrative.match(text, match.end()):
            return False
        if re.match(
            r" +(?:like|rather|(?:refer|direct|point) you)\b", text[match.end() : match.end() + 12]
        ):
            return False
        if _IS_WHAT.match(text, match.end()) and _WHAT.search(text, 0, match.start()):
            return False  # "..., in WHAT WOULD BE the first such flight": of what was just told
        if attributed:
            return True
        hypothetical = re.search(
            r"\b(?:if|were to|unless|such an?|should|any)\b|^(?:Were|[\"']?An?)\b", text, re.I
        )
        refused = text[match.end() :].startswith(" not ")
        return bool(hypothetical) or not (refused or _PAST_VERB.search(text))

    def _is_weak_trap(
        self, text: str, match: re.Match[str], weapons: tuple[tuple[int, int], ...]
    ) -> bool:
        word, end = match.group(), match.end()
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if self._past_after.match(text, end) or _UNDER_WAY.match(text, end):
            return True
        if _ONE_DAY.match(text, end):
            return False
        if _BY_LAW.match(text, end):
            return True
        if word == "might" and (
            self._power_after.match(text, end) or self._power_before.search(before)
        ):
            return True  # "a display of military might"
        if word != "could" and self._present_after.match(text, end):
            return True
        clause = CLAUSE.split(before)[-1]
        if word == "could":
            if self._undergone.match(text, end):
                return False
            if self._ability_after.match(text, end) and not re.search(r"\bif\b", text, re.I):
                return True
            if self._present_after.match(text, end):
                return True
            if self._ability_before.search(clause):
                return True
        if word == "may" and (
            (self._duty.search(clause) and not self._threatened(text, end))
            or re.match(r" +not be \w+ed\b", text[end : end + 30])
        ):
            return True
        if self._capability.match(text, end):
            named = any(
                stop <= match.start()
                and match.start() - stop < _NEAR
                and (stop <= 0 or _ATTACHED.match(text, stop, match.start()))
                for _, stop in weapons
            )
            carried = any(
                _ATTACHED.match(before, one.end()) for one in self._carriers.finditer(before)
            )
            able = named or carried or _HAD_AND.search(before)
            return bool(able) and not self._times.near(text[end:])
        return False

    def _threatened(self, text: str, end: int) -> bool:
        """Whether a "may" that ends at ``end`` gives no leave, but names a penalty."""
        return self._penalties.match(text, end) is not None or _IF_HE.match(text, end) is not None

    def _conceded_until(self, text: str) -> int:
        """End of a first clause that only concedes something."""
        if not text.lower().startswith(self._concessions):
            return 0
        comma = text.find(",")
        return comma if comma > 0 else 0
