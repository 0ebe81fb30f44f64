"""How likely something is, told by a noun, an adjective or a condition.

Decides that the degree of a chance ("slim"), a likely path, reason to expect something and
"I'd be astonished if" are about what comes, and not about what was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.ahead.horizons import times
from generator.text.marking import Marker, forecast
from generator.text.phrases import Gated, Lists, Opened, anchors, headed, hit, words
from generator.text.tries import alternation

_ANY = r"(?!(?:you|one|we|an?|any|anyone|anybody|someone|this|that|it) )"
_GONE = re.compile(r"\b(?:had|has|have|was|were|did|been)\b")
_OVER = re.compile(
    r"\b(?:was|were|had|did|been)\b|"
    r"\b(?:has|have|'ve)(?: \w+ly| already| not)? \w+(?:ed|en|wn|ne)\b"
)
_MAY_YET = re.compile(r"\b(?:do|does|don't|doesn't|ever) [a-z]")
""" "I'd be amazed if they DON'T scrap her": of what has not been yet."""
_DID = re.compile(r"\b(?:had|has|have|did)\b")
_LEFT = headed(
    re.compile(
        r"\b(?:has|have)(?: got)? (?:(?P<term>perhaps|maybe|about|only|just|barely|at most|"
        r"at least|less than|more than|some|no more than) )?(?:an? |\d+ |[a-z]+(?:-[a-z]+)? )"
        r"(?:days?|weeks?|months?|years?|decades?)(?: at (?:most|best|the most))?(?: left)? "
        r"(?:before|until) (?!now\b)"
    ),
    ("has", "have"),
    among=("before", "until"),
)
""" "The yards HAVE perhaps TWO YEARS BEFORE the cranes fail": by when it comes."""
_IN_SIGHT = headed(
    re.compile(r"\b[Nn]o (?:[\w-]+ ){1,4}?(?:is )?in sight\b"), ("no",), among=("sight",)
)
_IF = frozenset({"if", "once", "unless"})
_NOT_BEFORE = re.compile(r"\bnot (?:earlier|sooner|before)\b")
_NOTHING_CAME = re.compile(r"\b(?:but|and) (?:none|nothing|it|they|that|this) \w+")


class Chances:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._times = times(cues)
        self._bygone = words(cues.bygone)
        self._prepare_nouns(cues)
        self._prepare_phrases(cues)
        self._lists = Lists(
            (self._chance, self._prospect, self._rated, self._denied, self._reason, self._hard,
             self._if_cannot, self._if_then, self._path, self._astonished,
             self._possible, self._expected, _IN_SIGHT, _LEFT)
        )  # fmt: skip

    def _prepare_nouns(self, cues: OutlookCues) -> None:
        chance = alternation(cues.chance_nouns)
        self._chance = headed(
            re.compile(
                rf"\b{chance} (?:of|for|that) [^,;.]{{2,90}}? "
                r"(?:is|are|remains?|looks?|seems?) (?:still |very |vanishingly |now |rather )?"
                rf"(?P<degree>{alternation(cues.chance_degrees)})(?![\w-])",
                re.I,
            ),
            cues.chance_nouns,
            among=cues.chance_degrees,
        )
        self._prospect = headed(
            re.compile(
                r"\b[Tt]here (?:is|are|remains?|seems) (?P<degree>"
                rf"(?:{alternation(cues.prospect_degrees)} {chance}(?= (?:of|that|for)\b)|"
                rf"(?P<any>(?:[\w'-]+ ){{1,5}}?{chance})(?= that\b)))"
            ),
            ("there",),
            among=cues.chance_nouns,
        )
        self._rated = headed(
            re.compile(
                rf"\b{alternation(cues.rating_verbs)} (?:the |their |its )?(?:{chance}|risk)\b"
                r"[^.;]{0,120}? (?:at|as) \"?(?P<degree>(?:well |just |slightly |barely |"
                r"close to |near |next to )?(?:below |above |better than |worse than |less than )?"
                rf"{alternation(cues.ratings)})\b"
            ),
            cues.rating_verbs,
            among=cues.ratings,
        )
        self._denied = Gated(
            re.compile(
                rf"\b{chance} (?P<what>(?:of|that) [^;.]{{2,120}}?) "
                r"(?:cannot|can not|can't|could not|must not|should not) be (?:\w+ly )?"
                rf"{alternation(cues.excluded)}\b",
                re.I,
            ),
            anchors(cues.excluded),
        )

    def _prepare_phrases(self, cues: OutlookCues) -> None:
        reasons = alternation((*cues.expecting_reasons, *cues.believing_reasons))
        self._reason = headed(
            re.compile(
                rf"\b[Tt]here (?:is|are|remains?) (?P<term>{alternation(cues.reason_degrees)} "
                rf"reasons? to (?P<how>{reasons}))\b"
            ),
            ("there",),
            among=("reason", "reasons"),
        )
        self._expects = frozenset(cues.expecting_reasons)
        self._hard = Gated(
            re.compile(
                rf"\b(?:is|'s|seems|remains) (?P<term>{alternation(cues.hard_to_see)}) "
                r"(?:how|any|anyone|anybody|(?:[\w'-]+ ){1,3}?\w{2,}ing)\b"
            ),
            anchors(cues.hard_to_see),
        )
        events = alternation((*cues.scheduled_events, *cues.possible_events))
        turns = alternation(cues.turns_of_events)
        self._if_cannot = Gated(
            re.compile(
                rf"^[\"' ]*(?:If|Once|Unless) {_ANY}(?:[\w'-]+ ){{1,6}}?{turns}\b"
                r"[^.;!?]{3,120}, [^.;!?]{2,90}?\b(?P<cannot>can't|cannot|can no longer|can not)\b"
            ),
            _IF,
        )
        """A condition that may come about, and what can then not be done. General truths have no
        such subject: "If a diver goes below 60 metres, he cannot speak"."""
        self._if_then = Gated(
            re.compile(
                r"^[\"' ]*(?P<if>If|Once|Unless) (?:he|she|they|we|(?:the |its |their )?"
                r"[A-Z][\w'.-]+"
                rf"(?: [A-Z][\w'.-]+){{0,2}}|(?:the|these|its|their|both) (?:[\w-]+ )?{events}) "
                rf"(?:also |ever |really |now |then )?{turns}\b"
                r"(?P<rest>[^.;!?]{2,160}), (?P<then>[^;!?]{3,200})"
            ),
            _IF,
        )
        """The same of anything that follows, where somebody does it whom the article names."""
        self._path = Gated(
            re.compile(
                r"(?<![\w'-])(?:the|an?) (?P<term>(?:much |far )?(?:more|most) "
                r"(?:likely|probable|plausible)|likeliest|likelier) "
                rf"{alternation(cues.likely_outcomes)}(?![\w-])",
                re.I,
            ),
            anchors(cues.likely_outcomes),
        )
        self._astonished = Gated(
            re.compile(
                r"(?<![\w'-])(?:(?:I|we)(?:'d| would) (?:not )?be|(?P<you>don't|do not|"
                r"no one should|nobody should) be) (?:\w+ly |quite |very )?"
                rf"{alternation(cues.astonished)} (?P<if>if|when) (?:[\w'-]+ ){{1,8}}",
                re.I,
            ),
            anchors(cues.astonished),
        )
        happening = cues.happenings
        self._possible = headed(
            re.compile(
                rf"\b{alternation(happening)}\b"
                r"[^,;.]{0,80}? (?:is|are|remains?) "
                r"(?:also |still |now |only |quite |not )?"
                rf"(?P<degree>{alternation(cues.possible)})(?! to\b)(?![\w-])",
                re.I,
            ),
            happening,
            among=cues.possible,
        )
        self._expected = headed(
            re.compile(
                rf"(?<!had )(?<!was )(?<!were )(?<!been )\b({alternation(cues.expected_past)}) "
                r"(?:a|an|another|further|more|no|the|its|new|their)\b",
                re.I,
            ),
            cues.expected_past,
        )

    def first(self, text: str, *, coming: list[tuple[int, int]], past: list[int]) -> Marker | None:
        """The first of the readings that fits."""
        opened = self._lists.opened(text)
        return next(self._find(text, opened, coming=coming, past=past), None) if opened else None

    def _find(
        self, text: str, opened: Opened, *, coming: list[tuple[int, int]], past: list[int]
    ) -> Iterator[Marker]:
        """How likely it is, by a noun, an adjective or a condition."""
        if chance := hit(self._chance, text, opened):
            yield forecast(chance.span("degree"))
        prospect = hit(self._prospect, text, opened)
        if prospect and self._open(text, prospect, coming, told=prospect["any"] is not None):
            yield forecast(prospect.span("degree"))
        yield from self._judged(text, opened, coming)
        path = hit(self._path, text, opened)
        if path and self._open(text, path, coming, told=text.startswith(" is that ", path.end())):
            yield forecast(path.span("term"))
        if doubted := self._doubted(text, opened, coming):
            yield forecast((doubted.start(), doubted.end("if")))
        if possible := self._possibly(text, opened, coming):
            yield forecast(possible.span("degree"))
        denied = hit(self._denied, text, opened)
        if denied and _GONE.search(denied["what"]) is None:
            term = denied.start(), denied.start("what") - 1
            yield Marker(start=denied.start(), end=denied.end(), type="forecast", term=term)
        if cannot := hit(self._if_cannot, text, opened):
            yield forecast(cannot.span("cannot"))
        elif (then := hit(self._if_then, text, opened)) and _OVER.search(then["then"]) is None:
            yield Marker(start=then.start("if"), end=then.end("if"), type="forecast")
        if expected := self._foreseen(text, opened, past):
            yield forecast(expected.span(1))

    def _judged(self, text: str, opened: Opened, coming: list[tuple[int, int]]) -> Iterator[Marker]:
        """What there is reason to expect, what is hard to see, what somebody rates."""
        reason = hit(self._reason, text, opened)
        if reason and self._open(text, reason, coming, told=reason["how"] not in self._expects):
            yield forecast(reason.span("term"))
        hard = hit(self._hard, text, opened)
        if hard and self._open(text, hard, coming, told=False):
            yield forecast(hard.span("term"))
        if seen := hit(_IN_SIGHT, text, opened):
            yield forecast(seen.span())
        if left := hit(_LEFT, text, opened):
            term = left.span("term") if left["term"] else None
            yield Marker(start=left.start(), end=left.end(), type="forecast", term=term)
        if rated := hit(self._rated, text, opened):
            yield forecast(rated.span("degree"))

    def _open(
        self, text: str, found: re.Match[str], coming: list[tuple[int, int]], *, told: bool
    ) -> bool:
        """Whether nothing behind the words tells of the past; what may be ``told`` of anything
        needs a time to come."""
        if _GONE.search(text, found.end(), found.end() + 60) is not None:
            return False
        return not told or bool(coming) or self._times.near(text)

    def _possibly(
        self, text: str, opened: Opened, coming: list[tuple[int, int]]
    ) -> re.Match[str] | None:
        """ "A visit before May is possible": an event with its time."""
        found = hit(self._possible, text, opened)
        if found is None or not (coming or self._times.near(text) or _NOT_BEFORE.search(text)):
            return None
        return found

    def _doubted(
        self, text: str, opened: Opened, coming: list[tuple[int, int]]
    ) -> re.Match[str] | None:
        """ "I'd be astonished if it sailed before May": with a time to come, not of what was."""
        found = hit(self._astonished, text, opened)
        if found is None:
            return None
        later = _MAY_YET.search(found.group()) or self._times.near(text[found.end() - 1 :])
        if not (found["you"] or coming or later):
            return None
        return None if _DID.search(found.group()) else found

    def _foreseen(self, text: str, opened: Opened, past: list[int]) -> re.Match[str] | None:
        """ "He said the service expected a test within weeks": what was foreseen may yet come."""
        found = hit(self._expected, text, opened)
        if found is None or _NOTHING_CAME.search(text, found.end()):
            return None
        if any(day < found.start() for day in past) or self._bygone.search(text):
            return None
        return found if self._times.near(text[found.end() :]) else None
