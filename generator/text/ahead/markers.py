"""Where a sentence looks ahead, and with what word.

Decides which modal words and turns of phrase are about what comes, and which only look so: the
noun "will", the month, ability, duty, concessions, narrated past. Works on one sentence at a
time, on text from :func:`generator.text.phrases.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.ahead.asking import Asking, question_from
from generator.text.ahead.hindsight import backwards
from generator.text.ahead.modals import Modals
from generator.text.ahead.plans import a_noun, defines, only_told
from generator.text.eastern.ahead import east_asian
from generator.text.marking import BEHIND_PREDICATE, Marker, opening, turned_past, word_before
from generator.text.phrases import Gated, Lists, Opened, anchors, headed, hits, words
from generator.text.scripts import EASTERN
from generator.text.tries import alternation

_WARNED_OF = headed(
    re.compile(
        r"(?<![\w'-])warn(?:ed|s|ing)? (?!of\b|against\b)"
        r"(?:(?!(?:that|it|they|he|she|to|is|are|was|were|had|will|would|could|can|may|might)\b)"
        r"[\w.'-]+,? ){1,6}?"
        r"(?:of an?|against|not to)(?= )"
    ),
    ("warned", "warns", "warning", "warn"),
)
""" "WARNED the court OF A crisis", "warned both NOT TO interfere"."""
_THREATENED_WITH = headed(
    re.compile(r"(?<![\w'-])threaten(?:ed|s|ing)? (?!to\b|by\b)(?:[\w.'-]+ ){1,4}?with(?= )"),
    ("threatened", "threatens", "threatening", "threaten"),
)
""" "THREATENING them WITH severe consequences"."""
_BESIDE = re.compile(r"\b(?:after|since|when|as|which|who|had) (?:[\w.'-]+ ){0,6}$")
""" "Two days AFTER it THREATENED countermeasures": of before."""
_WITH_HE = re.compile(r"\b[Ww]ith (?:[\w.'-]+ ){1,6}$")
""" "WITH the ministry WARNING that it is late": beside what the sentence says."""
_IS_DUE = headed(
    re.compile(
        r"(?<![\w'-])due to (?=[a-z-]{2,} (?:the|an?|its|his|her|their|one|two|three|more|off|out|"
        r"up|down|over|back|on|in|at|from|by|to|with|next|before|after|[A-Z0-9]))"
        r"(?!\w+(?:[mst]ion|ment|ness|ity|[ae]nce|ing|ism|age|ure|s) |"
        r"(?:lack|damage|rain|fog|fire|ice|snow|wind|heat|weather|war|work|fear|want|need|fuel) )"
        r"[a-z-]+(?= )"
    ),
    ("due",),
)
""" "IS DUE TO SURFACE in May"; not "is due to rain in the north"."""
_LEAD = 60
_CLAUSE_LONG = 200
_HOW_IT_IS = re.compile(
    r" (?:(?!is\b|are\b|has\b|have\b)[\w.'\"-]+,? ){1,8}?"
    r"(?:is|are|was|were|has|have|had|appears?|seems?|remains?|did|does|do)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|must|should|shall|can|cannot|going|if|unless|likely|about|"
    r"soon|next|risk\w*|danger\w*|threat\w*|until|before|prepar\w+|grow\w*|becom\w+|"
    r"to (?!have\b|be\b)\w+|running|\w+ning out)\b|'ll\b",
    re.I,
)
_HEADLINE = re.compile(r"^[A-Z][\w.'-]*(?: [\w.'-]+){0,5}? to ")


class Ahead:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self.asking = Asking(cues)
        self._modals = Modals(cues)
        listed_terms = (*cues.scale_terms, *cues.likelihood)
        likely = alternation(listed_terms)
        predicate = re.compile(
            r"(?<![\w-])(?:is|are|be|becomes?|seems?|looks?|appears?|remains?|"
            r"(?:calls?|considers?|deems?|judges?|thinks?) (?:it|that|this)|"
            r"(?:regard|see|view|rate)s? (?:[\w'-]+ ){1,6}?as|(?:regarded|saw|viewed|rated) it as|"
            r"(?:consider|deem|judge)s? (?:an?|the|any|another|such)(?: [\w'-]+,?){1,14}?) "
            r"(?:(?:not|also|still|now|very|about|\w+ly|possible,? (?:but|though)) ){0,2}"
            rf"(?P<term>{likely})(?: \([^()]{{1,40}}\)(?= (?:that|within|in|by|before|over)\b)|"
            rf"{BEHIND_PREDICATE})",
            re.I,
        )
        self.predicate = Gated(predicate, anchors(listed_terms))
        self.pledge_later = Gated(
            re.compile(
                rf"(?<![\w-]){alternation(cues.pledge_verbs)} "
                r"(?:on|in|during|at|over|by(?= (?:\d|the|then|next|this|early|late|mid))) "
                r"(?:[\w'-]+ ){1,5}?(?:to|that)(?= [\"\w])",
                re.I,
            ),
            anchors(cues.pledge_verbs),
        )
        self.past_after = turned_past(cues)
        self.past_before = frozenset(cues.past_before)
        self.forecast = words(cues.forecast)
        self.expecting = words(cues.expecting)
        self.scheduled = words(cues.scheduled)
        self.needs_be = frozenset(cues.needs_be)
        self.dated = words(cues.scheduled_if_dated)
        self.pledge = words(cues.pledge)
        self.threat = words(cues.threat)
        self.warning = words(cues.warning)
        self.scheduling = opening(cues.scheduling_verbs)
        self._acts = opening((*cues.dated_acts, "get"))
        self.menaced = headed(
            re.compile(
                rf"(?<![\w'-]){alternation(cues.vowing)} (?!to\b|that\b|not\b|in\b|on\b)"
                rf"(?:[\w'\"-]+ ){{0,4}}?\"?{alternation(cues.menaces)}(?![\w-])"
            ),
            cues.vowing,
        )
        """ "VOWED necessary COUNTERMEASURES"."""
        self.aims = re.compile(rf"\b{alternation(cues.hindsight.aims)} $", re.I)
        self._works = re.compile(rf"\b{alternation(cues.works)},? (?P<name>\"[^\"]{{2,90}}\")")
        self._backwards = backwards(cues)
        asking = self.asking
        self._lists = Lists(
            (*self._modals.lists, _IS_DUE, self.predicate, self.pledge_later, self.forecast,
             self.expecting, self.scheduled, self.pledge, self.threat, self.warning,
             self.menaced, _WARNED_OF, _THREATENED_WITH,
             asking.recommendation, asking.course, asking.cannot, asking.question,
             asking.another, asking.unclear)
        )  # fmt: skip
        self._cues = cues

    def find(
        self,
        text: str,
        *,
        weapons: tuple[tuple[int, int], ...],
        attributed: bool,
        heading: bool,
        told: str = "",
    ) -> tuple[Marker, ...]:
        """Every marker of the sentence, in order. ``weapons`` are spans of weapon names, ``told``
        the text without the times at which it was said, if it names any."""
        if not text.isascii() and EASTERN.search(text):
            return east_asian(text, cues=self._cues)
        found: list[Marker] = []
        opened = self._lists.opened(text)
        if opened:
            found = [
                *self._phrases(text, opened, attributed=attributed),
                *self._warnings(text, opened),
                *self._menaces(text, opened, attributed=attributed),
                *self._forecasts(text, opened),
                *self._modals.find(text, opened, weapons=weapons, attributed=attributed),
                *self.asking.advice(text, opened),
            ]
        if opened or "?" in text:
            found.extend(self.asking.questions(text, opened))
        if heading and not found:
            found.extend(self._headline(text))
        if found and '"' in text:
            named = [one.span("name") for one in self._works.finditer(text)]
            found = [
                one for one in found if not any(low <= one.start < high for low, high in named)
            ]
        asked = question_from(text)
        ordered = tuple(
            sorted(
                (one for one in found if one.type == "question" or one.start < asked),
                key=lambda marker: (marker.start, -marker.end),
            )
        )
        return self._backwards.clear(text, ordered, attributed=attributed, told=told)

    def _phrases(self, text: str, opened: Opened, *, attributed: bool) -> Iterable[Marker]:
        for match in hits(self.scheduled, text, opened):
            if self._lacks_be(text, match) or defines(text, match, self.aims):
                continue
            supposed = match.group().lower() == "supposed to"
            if supposed and not self._acts.match(text, match.end()):
                continue  # "is supposed to know": a duty, or what people think
            if not self._is_past(text, match.start(), spare="is are") and not a_noun(text, match):
                looks = _LOOKS.search(text, max(0, match.start() - 12), match.start()) is not None
                kind: OutlookType = "forecast" if looks else "scheduled"
                yield Marker(start=match.start(), end=match.end(), type=kind, term=match.span())
        for match in hits(_IS_DUE, text, opened):
            if _IS.search(text, max(0, match.start() - 40), match.start()):
                span = match.start(), match.start() + len("due to")
                yield Marker(start=span[0], end=match.end(), type="scheduled", term=span)
        for match in hits(self.pledge_later, text, opened):
            yield Marker(start=match.start(), end=match.end(), type="pledge")
        for match in hits(self.pledge, text, opened):
            ready = match.group().lower() == "ready to" and not attributed
            if _MAY_DO.search(text, max(0, match.start() - 16), match.start()):
                continue  # "might yet AGREE TO sell", "will AGREE TO": nobody has
            if match.group().lower() == "ready to" and _WAS.search(text, 0, match.start()):
                continue
            if only_told(text, match) or _THING_VOWED.match(text[: match.start()]):
                continue
            if not ready or _WE_ARE.search(text[max(0, match.start() - 24) : match.start()]):
                yield Marker(start=match.start(), end=match.end(), type="pledge")

    def _warnings(self, text: str, opened: Opened) -> Iterable[Marker]:
        for match in hits(self.warning, text, opened):
            word = match.group().split(" ", 1)[0].lower()
            lead = text[max(0, match.start() - _LEAD) : match.start()]
            if (
                _LOWERED.search(lead[-30:])
                or (match.group().lower().endswith(" that") and self._of_now(text, match.end()))
                or (word == "warning" and _WITH_HE.search(lead))
                or word_before(text, match.start()) in _NO_WARNING
            ):
                continue
            risk = (match.start(), match.start() + len(word))
            if word == "had":
                risk = (match.start(), match.start() + len("had better"))
            term = risk if word in {"risk", "risks", "had"} else None
            yield Marker(start=match.start(), end=match.end(), type="warning", term=term)
        for match in hits(_WARNED_OF, text, opened):
            yield Marker(start=match.start(), end=match.end(), type="warning")

    def _menaces(self, text: str, opened: Opened, *, attributed: bool) -> Iterable[Marker]:
        for each in (self.menaced, _THREATENED_WITH):
            for match in hits(each, text, opened):
                if not _BESIDE.search(text, max(0, match.start() - _LEAD), match.start()):
                    yield Marker(start=match.start(), end=match.end(), type="threat")
        for match in hits(self.threat, text, opened):
            if match.group().lower() == "threatening to" and (
                _TO_WHOM.match(text, match.end())  # "threatening TO US": how something is
                or _WITH_HE.search(text, max(0, match.start() - _LEAD), match.start())
            ):
                continue
            kind: OutlookType = "threat" if attributed else "warning"
            yield Marker(start=match.start(), end=match.end(), type=kind)

    def _of_now(self, text: str, end: int) -> bool:
        """ "Warned that the ship IS old": of what is, or was, with nothing to come behind it."""
        rest = text[end : end + _CLAUSE_LONG]
        return _HOW_IT_IS.match(rest) is not None and _TO_COME.search(rest) is None

    def _forecasts(self, text: str, opened: Opened) -> Iterable[Marker]:
        for match in hits(self.forecast, text, opened):
            if self._lacks_be(text, match) or self._is_past(
                text, match.start(), spare="not" if "likely" in match.group() else ""
            ):
                continue
            if match.group().lower() == "going to" and re.match(
                r" +(?:the|a)\b| +[A-Z]", text[match.end() : match.end() + 5]
            ):
                continue
            if self.past_after.match(text, match.end()) or _MAKE.search(text, 0, match.start()):
                continue
            if match.group().lower().endswith("that") and not self.asking.ahead_after(
                text, match.end()
            ):
                continue
            calendar = match.group().lower() == "expected to" and bool(
                self.scheduling.match(text, match.end())
            )
            yield Marker(
                start=match.start(),
                end=match.end(),
                type="scheduled" if calendar else "forecast",
                term=match.span(),
            )
        for match in hits(self.predicate, text, opened):
            yield Marker(
                start=match.start("term"),
                end=match.end("term"),
                type="forecast",
                term=match.span("term"),
            )
        for match in hits(self.expecting, text, opened):
            before = word_before(text, match.start())
            if _WHAT_HE.search(text, max(0, match.start() - 60), match.start()):
                continue
            if before not in _NO_EXPECTING and not _MADE.match(text, match.end()):
                yield Marker(
                    start=match.start(), end=match.end(), type="forecast", term=match.span()
                )

    def _headline(self, text: str) -> Iterable[Marker]:
        match = _HEADLINE.match(text)
        if match and self.scheduling.match(text, match.end() - 1):
            yield Marker(start=match.end() - 3, end=match.end() - 1, type="scheduled")

    def _lacks_be(self, text: str, match: re.Match[str]) -> bool:
        if match.group().lower() not in self.needs_be:
            return False
        lead = text[max(0, match.start() - 40) : match.start()].lower()
        return _IS.search(lead) is None

    def _is_past(self, text: str, position: int, *, spare: str = "") -> bool:
        lead = text[max(0, position - 40) : position].lower().split()
        for word in reversed(lead[-3:]):
            if word in self.past_before and word not in spare.split():
                return _SAID_WERE.search(text, 0, position) is None
            if not word.endswith("ly") and word not in _BETWEEN:
                return False
        return False


_MAKE = re.compile(r"\b(?:[Mm]ake|makes|making|made) $|^[\"' ]*Be $")
""" "MAKE SURE TO log in": what a reader is told to do."""
_NO_EXPECTING = frozenset(
    {"to", "the", "would", "not", "a", "as", "will", "of", "can", "than", "all", "such", "these",
     "our", "their", "its", "no", "any"}
)  # fmt: skip
_MADE = re.compile(r" (?:are|is|were|was|have|has)\b")
""" "How all FORECASTS ARE made": a noun."""
_BETWEEN = frozenset({"not", "also", "very", "more", "most", "widely", "still", "then"})
"""Words between a verb of the past and a marker."""
_TO_WHOM = re.compile(
    r" (?:us|me|you|him|her|them|it|any\w*|the|an?|this|that|our|its|their|his|your|[A-Z])\b"
    r"|[.,;\"]|$"
)
_LOWERED = re.compile(
    r"\b(?:limit|reduc|lower|minimi|mitigat|avoid|avert|cut|eliminat|contain|manag|weigh|assess|"
    r"calculat|evaluat|underestimat|understand|discuss)\w* "
    r"(?:the |any |this |that |its |their |such )?$"
)
""" "Limits the RISK OF a spread", "will weigh the RISK OF failure": no warning."""
_WHAT_HE = re.compile(r"\b(?:what|than|as) (?:[\w'-]+ ){1,6}$")
""" "Not WHAT the North EXPECTS": nothing is said of what."""
_THING_VOWED = re.compile(
    r"(?:The|Its|Their|These|Those|His|Her) (?:[\w-]+ ){1,3}?(?:of (?:the )?[\w-]+ )?"
    r"(?:the [A-Z][\w-]+|it|they|he|she) (?:has |have )?$"
)
""" "The content of the leaflets THE NORTH VOWED to send": of a thing."""
_WAS = re.compile(r"\b(?:(?:was|were|been)(?: \w+ly| also| not)?|nearly|almost) $")
_NO_WARNING = frozenset({"no", "without", "little", "high", "own"})
_SAID_WERE = re.compile(
    r"\b(?:that|which|who) [^,;.]{2,60} (?:said|believed|thought|judged|added) (?:was|were) $"
)
""" "Talks that two people SAID WERE likely to last": they may yet."""
_WE_ARE = re.compile(r"\bwe are(?: \w+)? $", re.I)
_MAY_DO = re.compile(
    r"(?:\b(?:had|once)|'d) $|\b(?:may|might|could|would|will|can|should|must|to)(?: \w+)? $"
)
_LOOKS = re.compile(r"\b(?:looks?|seems?|appears?) $")
_IS = re.compile(r"(?:\b(?:is|are|am|be)|'s|'re|'m)(?: \w+){0,2} *$")


@lru_cache(maxsize=8)
def ahead(cues: OutlookCues) -> Ahead:
    return Ahead(cues)
