"""Advice and open questions.

Decides when "should", "must" and "necessary" advise somebody, and not state a duty, an
expectation or a condition turned round; and when a question or "remains unclear" is about what
comes and not about what was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.marking import CLAUSE, Marker, forecast, opening, turned_past
from generator.text.phrases import Opened, headed, hits, words
from generator.text.tries import alternation

_NEAR = 90
_AND = re.compile(r"^(?:(?:and|but|so|or|yet|then)[, ]+)+", re.I)
_ADVERBS = r"(?: (?:not|never|also|always|therefore|thus|however|only|still|probably|perhaps))*"
_WILL_ASK = re.compile(r"^[\w' -]{2,50} (?:will|would|may|might) (?:ask|wonder|say),? ")
_MODAL = re.compile(r"will|would|could|can|should|may|might", re.I)
_LAST = re.compile(r"([\w'-]+) +$")
_WOULD = re.compile(r"(?:\b(?:would|might|could|may)|'d)(?: then| also)? *$")
_IT_IS_TIME = re.compile(r"\b(?:is|it's) (?:now |high |also )?$")
_THE_NEED = re.compile(r"\b(?:the|a|no|not|n't|its|their|if) *$")
_MAY_BE = re.compile(r"\b(?:may|might|could|would) (?:also |well |yet )?(?:be|prove) $")
_IT_IS = re.compile(
    r"\b(?:it is|it's|is|are|it remains|be) (?:also |still |absolutely |now |therefore )?$"
)
_FOR_WHOM = re.compile(r"\b(?:[Ii]t is|[Ii]t's|[Ii]t remains) (?:also |still |absolutely |now )?$")
""" "IT IS crucial FOR both to talk"; not "the yard is crucial for the fleet"."""
_BECAUSE = re.compile(r"\b(?:because|since) (?:it|they|he|she)(?: \w+)? $")
""" "Not yet in service, BECAUSE IT MUST first pass its trials"."""
_IF_IT_WAS = re.compile(r"\b(?:if|as|was|were|not) *$")
_EXPECTED = re.compile(r" be (?:expected|anticipated)\b")
""" "More SHOULD BE EXPECTED": a forecast."""
_AMONG = re.compile(r"\b(?:among|one of) (?:them|these|those) $", re.I)
""" "AMONG THEM should be two cruisers": what is expected."""
_FORCED = re.compile(r"\b(?:will|shall|'ll)(?: then| soon| also)? *$", re.I)
""" "We WILL have no choice but to answer", "it WILL need to choose": no advice."""
_OPEN_TO = re.compile(
    r" (?:to|for|until|all|during|throughout|24|every)\b(?! (?:question|doubt|debate))"
)
""" "Remains open TO TALKS", "remains open UNTIL FRIDAY": no question."""
_SAYS_IT = re.compile(
    r"\b(?:says?|said|claims?|claimed|insists?|insisted|argues?|argued|adds?|added|believes?|"
    r"feels?|felt) (?:that )?(?:it|he|she|they)(?: also| still| now)? $"
)
""" "The owner SAYS IT MUST accept any cargo": how it is bound, no advice."""
_LEFT_WITH = re.compile(r"\b(?:mak(?:es?|ing)|made|leav(?:es?|ing)|left) (?:[\w'-]+ ){1,5}$", re.I)
""" "MAKING THE PUBLIC have no choice but to": no advice."""
_MUST_BE = re.compile(r"\b(?:model|type|version|variant|object|designation)\b[^,;]{0,50}$")
_WHAT_IT_IS = re.compile(r" be (?:the|an?|of) (?!subject|focus|aim|basis|priority|main\b)")
""" "The MODEL tested this time should BE THE ...": a guess at what something is."""
_ARGUED = re.compile(r"\b(?:argue|insist|urge|recommend|propose|believe)(?:s|d|ed)? that ")
_GAP = re.compile(r"\b(?:whom|which|what) (?:it|he|she|they|we|you|I) $")
_NAMED = re.compile(r"[^.,!?]\"$")
_STARTS = (".", "!", "?", ";", ":", '"')
_ASKED_WHAT = re.compile(
    r"\b(?:what|how|whether|when|where|"
    r"(?<![^s]s )(?<!those )(?<!people )(?<!anyone )(?<!all )(?<!men )(?:who|which)) "
    r"(?!matters\b|is\b)(?:[\w'-]+ ){1,5}$",
    re.I,
)
""" "Suggest WHAT the flag SHOULD mean": a question handed on, no advice."""
_TO_DO_IS = re.compile(r"[^,;.]{1,40}? (?:is|are)\b|[^?]*\?")
""" "What the navy should DO NOW IS buy": advice all the same."""
_ASKED = re.compile(
    r"\b(?:whether|how|when|what|who)\b.{0,80}?\b(?:will|would|could|can|might)\b", re.I
)
_ASKED_AHEAD = re.compile(
    r"\b(?:whether [^.;]{3,80}|(?:how|when|what|who)\b[^.;]{0,80}?"
    r"\b(?:will|would|could|might|may)\b)[^.;]*",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|can|might|may|should|next|"
    r"to (?!(?:us|me|you|him|her|them|it|the|an?|our|your|its|their|his|this|that|these|those)\b)"
    r"[a-z]\w*)\b"
)
""" "No doubt that they are open TO TALK"; not "a provocation TO US"."""
_NOW = re.compile(r"\b(?:can|is|are|was|were|has|have|had|did|does|do)\b")
_WHETHER = re.compile(
    r"[\"“ ]*(?:(?:But|And|Yet|So|Still),? whether|Whether) (?!or not\b)"
    r"(?:[^,;:.?]|(?<=[A-Z])\.){1,120}?"
    r"\b(?:will|would|can|could|may|might)\b"
    r"(?![^.;]{0,80}? or [^,;.]{1,40}, )"
)
""" "WHETHER the ship WILL sail is not on the agenda"; not "whether it will rain or snow, ..."."""
_DOUBTED = re.compile(
    r"\b(?:is|seems|looks|remains|appears) "
    r"(?P<how>(?:very |highly |extremely |most |rather )?(?:doubtful|unlikely|improbable))"
    r"(?=[.,;:\"]|$)"
)
""" "Whether it will help IS DOUBTFUL": no question, a forecast."""
_PONDERED = headed(
    re.compile(
        r"(?<![\w'-])(?:ask|asks|asking|wonder|wonders|wondering|ponder|ponders|pondering) "
        r"(?:[^;.:\"]{0,60}, )?(?:who|what|how|when|where|whether)\b[^;.:\"]{0,60}? "
        r"(?P<modal>will|would|might|could|may)\b"
    ),
    ("ask", "asks", "asking", "wonder", "wonders", "wondering", "ponder", "ponders", "pondering"),
)
""" "Some ARE ASKING WHO MIGHT succeed him"."""
_SHOULD_ASK = re.compile(
    r"\b(?:should|must|ought to|needs? to|has to|have to)(?: \w+ly| also| now| first)? ask "
    r"[^?;.]{2,80}: *\"?$"
)
""" "The cabinet SHOULD ASK itself a question: ...": advice, whatever the question."""
_WHO_KNOWS = re.compile(
    r"[\"' ]*(?:(?:But|And|Yet|So|Still),? )?"
    r"(?:[Ww]hether|[Ww]hen|[Hh]ow|[Ww]here|[Ww]ho|[Ww]hat|[Ww]hy)\b"
    r"[^,;.?]{1,120}?\b(?:will|would|can|could|may|might)\b[^,;.?]{1,120}, "
    r"(?:nobody|no one|none|few)(?: [\w'-]+){0,4}? "
    r"(?:knows?|can say|can tell|dares?|will say|could say|is sure|seems to know)\b"
)
""" "WHEN it WILL sail, NOBODY in the yard CAN SAY"."""


def question_from(text: str) -> int:
    """Where the question with which ``text`` ends begins; its length where it ends in none. What
    stands in a question says nothing: "how do you plan to get there?"."""
    bare = text.rstrip("\"') ")
    if not bare.endswith("?"):
        return len(text)
    start = max(bare.rfind(mark, 0, -1) for mark in _STARTS) + 1
    while _NAMED.search(bare, 0, start) and bare.count('"', 0, start) % 2 == 0:
        opened = bare.rfind('"', 0, start - 1)  # "will "Orlok" really sail?": a name in it
        start = max(bare.rfind(mark, 0, opened) for mark in _STARTS) + 1
    return start


def _whether(text: str) -> Iterator[Marker]:
    """ "WHETHER it WILL help is for others to say"; and what is doubted so."""
    if (whether := _WHETHER.match(text)) is None:
        return
    if (doubted := _DOUBTED.search(text, whether.end())) is not None:
        yield forecast(doubted.span("how"))
    else:
        yield Marker(start=whether.start(), end=whether.end(), type="question")


def _recommended(match: re.Match[str], *, until: int) -> Marker:
    """Advice, of which the words up to ``until`` are the term."""
    term = match.start(), until
    return Marker(start=match.start(), end=match.end(), type="recommendation", term=term)


class Asking:
    """Cues of advice and of questions, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self.past_after = turned_past(cues)
        self.duty = words(cues.duty_subjects)
        self.remarks = re.compile(rf"{_ADVERBS} *{alternation(cues.remarks)}(?![\w-])", re.I)
        self.reports = words(cues.reports)
        self.read_as = re.compile(rf"{_ADVERBS} *{alternation(cues.read_as)}(?![\w-])", re.I)
        self.recommendation = words(cues.recommendation)
        self.expectation = opening(cues.expectation_should)
        self.containers = words(cues.hindsight.containers)
        self.fitting = opening(cues.hindsight.fitting)
        self.cannot = words(cues.cannot_solve)
        self.question = words(cues.question)
        self.norms = words(cues.hindsight.norms)
        self.undecided = words(cues.undecided)
        self.another = words(cues.another_matter)
        self.unclear = words(cues.unclear)
        self.open_subjects = words(cues.open_subjects)
        self.question_ahead = words(cues.question_ahead)
        self.question_past = opening(cues.question_past)
        self.noun_will = frozenset(cues.noun_will_before)
        self.able = re.compile(
            r"(?!.*\b(?:next|again|still|ever|soon|future|if|in time|by then)\b)"
            r"(?:(?:how|what|which|where)\b[\w' -]{0,40}? )?can (?:[\w'-]+ ){1,6}?(?:\w+ly )?"
            rf"{alternation(cues.capability_verbs)}(?![\w-])",
            re.I,
        )
        """ "CAN the boat DETECT a mine?": what a thing is able to do."""
        self.inverted_should = headed(
            re.compile(
                r"(?<![\w-])should (?:the|a|an|any|another|its|their|his|this|that|these|those|"
                rf"such|it|they|he|she|{alternation(cues.inverted_subjects)}|"
                r"(?-i:[A-Z])[\w.]+)(?![\w-])",
                re.I,
            ),
            ("should",),
        )
        self.left = re.compile(
            rf"\b{alternation(cues.leaving_views)} (?:its|the|their|his|her|any|this|our) "
            rf"{alternation(cues.views_left)}s? that [^,;]{{0,90}}$|"
            rf"\b{alternation(cues.leaving_views)} (?:its|the|their|his|her|any|this|our) "
            rf"{alternation(cues.views_left)}s? that [^;]{{0,90}}, [^,;]{{0,40}}, [^,;]{{0,40}}$"
        )
        self.course = headed(
            re.compile(
                rf"(?<![\w'-])(?:the|an?|its|their|our)(?: only)? {alternation(cues.good_courses)} "
                rf"{alternation(cues.courses)}(?: for [\w' -]{{2,30}}?)? "
                r"(?:is|would be|remains|may be|might be) (?:not )?to\b",
                re.I,
            ),
            ("the", "a", "an", "its", "their", "our"),
            among=cues.good_courses,
        )
        self.urgent = frozenset(cues.urgent)
        self.duty_openings = tuple(one.lower() + " " for one in cues.duty_openings)

    def advice(self, text: str, opened: Opened) -> Iterable[Marker]:
        for match in hits(self.course, text, opened):
            yield Marker(start=match.start(), end=match.end(), type="recommendation")
        if self.recommendation not in opened and self.cannot not in opened:
            return
        inverted = {match.start() for match in self.inverted_should.finditer(text)}
        for match in hits(self.recommendation, text, opened):
            word = match.group().lower()
            if match.start() in inverted or self.past_after.match(text, match.end()):
                continue
            clause = CLAUSE.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
            if word == "should" and _EXPECTED.match(text, match.end()):
                continue
            if not self._led_in(word, clause) or self._no_advice(text, word, match, clause):
                continue
            among = _AMONG.search(clause) and text.startswith(" be ", match.end())
            if word == "should" and (among or self.expectation.match(text, match.end())):
                yield forecast(match.span())
                continue
            first = word.split()[0]
            bare = first in self.urgent and word.endswith((" to", " for", " that"))
            yield _recommended(match, until=match.start() + len(first) if bare else match.end())
        for match in hits(self.cannot, text, opened):
            yield _recommended(match, until=match.start() + len(match.group().split(" ", 1)[0]))

    def _led_in(self, word: str, clause: str) -> bool:
        """Whether the words before it let it advise: "it is TIME TO", not "the NEED TO"."""
        if word.endswith(" for") and word.split(maxsplit=1)[0] in self.urgent:
            return _FOR_WHOM.search(clause) is not None
        if word in {"time to", "time for"}:
            return _IT_IS_TIME.search(clause) is not None
        if word in {"need to", "needs to"}:
            return _THE_NEED.search(clause) is None
        if word.split(maxsplit=1)[0] in self.urgent:
            if _MAY_BE.search(clause):
                return False  # "may be crucial to": a forecast
            return _IT_IS.search(clause) is not None and _IF_IT_WAS.search(clause) is None
        return True

    def _no_advice(self, text: str, word: str, match: re.Match[str], clause: str) -> bool:
        """A remark, a duty, what has room for what, or "we would need to": what would follow."""
        if (
            self.remarks.match(text, match.end())
            or _WOULD.search(clause)
            or _BECAUSE.search(clause)
            or (word == "must" and not text[: match.start()].strip("\"' "))  # "Must read"
        ):
            return True
        if word.endswith(("no choice but to", "need to")) and _FORCED.search(clause):
            return True
        lead = text[max(0, match.start() - _NEAR) : match.start()]
        if self.read_as.match(text, match.end()) and self.reports.search(lead):
            return True  # "the figure should be treated as a boast": how to read it
        if _SAYS_IT.search(clause) or self.left.search(text, 0, match.start()):
            return True
        if word == "should" and self.norms.search(text, match.end()):
            return True
        if word.startswith("have no choice") and _LEFT_WITH.search(clause):
            return True
        if word == "should" and _MUST_BE.search(clause) and _WHAT_IT_IS.match(text, match.end()):
            return True
        if word.startswith("need") and _GAP.search(clause):
            return True  # "the colonels, whom he NEEDS TO stay in power"
        if word == "should" and self._fits(text, clause, match.end()):
            return True
        if (
            word in {"should", "must"}
            and _ASKED_WHAT.search(clause)
            and not _TO_DO_IS.match(text, match.end())
        ):
            return True
        return word in {"must", "need to", "needs to"} and self._on_duty(clause, text)

    def _fits(self, text: str, clause: str, end: int) -> bool:
        """ "The tubes should take a torpedo": what has room for what."""
        return self.containers.search(clause) is not None and bool(self.fitting.match(text, end))

    def _on_duty(self, clause: str, text: str) -> bool:
        if text.lower().startswith(self.duty_openings):
            return True
        if _ARGUED.search(clause):
            return False
        ends = [found.end() for found in self.duty.finditer(clause)]
        return bool(ends) and len(clause[ends[-1] :].split()) <= 6

    def questions(self, text: str, opened: Opened) -> Iterable[Marker]:
        start = question_from(text)
        asked = text[start:].rstrip("\"') ")
        if asked and not _SHOULD_ASK.search(text, 0, start):
            opens = _WILL_ASK.sub("", _AND.sub("", asked.lstrip(" \"'")))
            if not self.question_past.match(opens) and not self.able.match(opens):
                led = len(asked) - len(opens)
                ahead = next((one for one in self._ahead(asked) if one.start() >= led), None)
                if ahead is not None:
                    modal = _MODAL.fullmatch(ahead.group())
                    term = (start + ahead.start(), start + ahead.end()) if modal else None
                    yield Marker(start=start, end=start + len(asked), type="question", term=term)
        yield from _whether(text)
        if (unknown := _WHO_KNOWS.match(text)) is not None:
            yield Marker(start=unknown.start(), end=unknown.end(), type="question")
        if (pondered := _PONDERED.search(text)) is not None:
            span = pondered.span("modal")
            yield Marker(start=pondered.start(), end=span[1], type="question", term=span)
        for match in hits(self.question, text, opened):
            if match.group().lower().endswith(" open") and (
                _OPEN_TO.match(text, match.end())
                or self.undecided.search(text, 0, match.start()) is None
            ):
                continue
            yield forecast(match.span(), kind="question")
        for match in hits(self.another, text, opened):
            about = _ASKED_AHEAD.search(text, 0, match.start())
            if about is not None and _NOW.search(about.group(), 1) is None:
                yield forecast(match.span(), kind="question")
        for match in hits(self.unclear, text, opened):
            subject = text[max(0, match.start() - 110) : match.start()]
            if (
                self.open_subjects.search(subject)
                or _ASKED.search(subject)
                or self.ahead_after(text, match.end())
            ):
                yield forecast(match.span(), kind="question")

    def _ahead(self, asked: str) -> Iterator[re.Match[str]]:
        """Words of a question that look ahead; "the political will" does not."""
        for match in self.question_ahead.finditer(asked):
            before = _LAST.search(asked, 0, match.start())
            noun = match.group().lower() == "will" and before is not None
            if noun and before is not None and before.group(1).lower() in self.noun_will:
                continue
            if not self.past_after.match(asked, match.end()):
                yield match

    def ahead_after(self, text: str, position: int) -> bool:
        rest = text[position : position + 160]
        coming = _TO_COME.search(rest)
        past = re.search(r"\b(?:had|have|was|were|did|has)\b", rest)
        return coming is not None and (past is None or coming.start() < past.start())
