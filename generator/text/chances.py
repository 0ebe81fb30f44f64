"""How likely something is, told by a noun, an adjective or a condition.

Decides that the degree of a chance ("slim"), a likely path, reason to expect something and
"I'd be astonished if" are about what comes, and not about what was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.horizons import times
from generator.text.marking import Marker, forecast
from generator.text.phrases import Gated, anchors, headed, words
from generator.text.tries import alternation

_ANY = r"(?!(?:you|one|we|an?|any|anyone|anybody|someone|this|that|it) )"
_IF_CANNOT = re.compile(
    rf"^[\"' ]*(?:If|Once|Unless) {_ANY}(?:[\w'-]+ ){{1,6}}?"
    r"(?:starts?|begins?|keeps?|continues?|goes|goes on|stops?|gets?|gains?|builds?|deploys?|adds?|"
    r"doubles?|falls?|fails?|fields?|launch(?:es)?|refuses?|withdraws?)\b"
    r"[^.;!?]{3,120}, [^.;!?]{2,90}?\b(?P<cannot>can't|cannot|can no longer|can not)\b"
)
"""A condition that may come about, and what can then not be done. General truths have no such
subject: "If a diver goes below 60 metres, he cannot speak"."""
_GONE = re.compile(r"\b(?:had|has|have|was|were|did|been)\b")
_DID = re.compile(r"\b(?:had|has|have|did)\b")
_CHANCE = r"(?:prospects?|chances?|hopes?|likelihood|possibility|probability)"
_PROSPECT = headed(
    re.compile(
        r"\b[Tt]here (?:is|are|remains?|seems) (?P<degree>(?:(?:little|no|scant|slim|faint|slender|"
        r"only a slim|a good|a fair|every|a real|a strong|a slight|a small|hardly any) "
        rf"{_CHANCE}(?= (?:of|that|for)\b)|(?P<any>(?:[\w'-]+ ){{1,5}}?{_CHANCE})(?= that\b)))"
    ),
    ("there",),
    among=("prospect", "chance", "hope", "likelihood", "possibility", "probability"),
)
_REASON = headed(
    re.compile(
        r"\b[Tt]here (?:is|are|remains?) (?P<term>(?:every|good|little|no|some|ample|strong|few|"
        r"scant) reasons? to (?P<how>expect|anticipate|fear|hope|believe|think|doubt|"
        r"assume|suppose))\b"
    ),
    ("there",),
    among=("reason",),
)
_EXPECTS = frozenset({"expect", "anticipate", "fear", "hope"})
_IN_SIGHT = headed(
    re.compile(r"\b[Nn]o (?:[\w-]+ ){1,4}?(?:is )?in sight\b"), ("no",), among=("sight",)
)
_HARD = Gated(
    re.compile(
        r"\b(?:is|'s|seems|remains) (?P<term>(?:hard|difficult|impossible) to (?:see|imagine|"
        r"envisage|picture)) (?:how|any|anyone|anybody|(?:[\w'-]+ ){1,3}?\w{2,}ing)\b"
    ),
    frozenset({"hard", "difficult", "impossible"}),
)
_RATED = re.compile(
    r"\b(?:puts?|rates?|gauges?|reckons?) (?:the |their |its )?(?:chances?|odds|likelihood|"
    r"probability|risk)\b[^.;]{0,120}? (?:at|as) \"?(?P<degree>(?:well |just |slightly |barely |"
    r"close to |near |next to )?(?:below |above |better than |worse than |less than )?"
    r"(?:even|nil|zero|nothing|low|high|slim|small|negligible))\b"
)
_NOT_BEFORE = re.compile(r"\bnot (?:earlier|sooner|before)\b")
_NOTHING_CAME = re.compile(r"\b(?:but|and) (?:none|nothing|it|they|that|this) \w+")


class Chances:
    """The cues, compiled."""

    def __init__(self, cues: OutlookCues) -> None:
        self._times = times(cues)
        self._chance = headed(
            re.compile(
                rf"\b{alternation(cues.chance_nouns)} (?:of|for|that) [^,;.]{{2,90}}? "
                r"(?:is|are|remains?|looks?|seems?) (?:still |very |vanishingly |now |rather )?"
                rf"(?P<degree>{alternation(cues.chance_degrees)})(?![\w-])",
                re.I,
            ),
            cues.chance_nouns,
            among=cues.chance_degrees,
        )
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
        happening = (*cues.scheduled_events, *cues.possible_events)
        self._possible = headed(
            re.compile(
                rf"\b{alternation(happening)}\b"
                r"(?P<between>[^,;.]{0,80}?) (?:is|are|remains?) "
                r"(?:also |still |now |only |quite |not )?"
                rf"(?P<degree>{alternation(cues.possible)})(?! to\b)(?![\w-])",
                re.I,
            ),
            happening,
            among=cues.possible,
        )
        self._denied = Gated(
            re.compile(
                rf"\b{alternation(cues.chance_nouns)} (?P<what>(?:of|that) [^;.]{{2,120}}?) "
                r"(?:cannot|can not|can't|could not|must not|should not) be (?:\w+ly )?"
                r"(?P<degree>denied|excluded|ruled out|dismissed|discounted|neglected)\b",
                re.I,
            ),
            frozenset({"denied", "excluded", "ruled", "dismissed", "discounted", "neglected"}),
        )
        self._bygone = words(cues.bygone)
        self._expected = headed(
            re.compile(
                rf"(?<!had )(?<!was )(?<!were )(?<!been )\b({alternation(cues.expected_past)}) "
                r"(?:a|an|another|further|more|no|the|its|new|their)\b",
                re.I,
            ),
            cues.expected_past,
        )

    def find(
        self, text: str, *, coming: list[tuple[int, int]], past: list[int]
    ) -> Iterator[Marker]:
        """How likely it is, by a noun, an adjective or a condition."""
        if chance := self._chance.search(text):
            yield forecast(chance.span("degree"))
        prospect = _PROSPECT.search(text)
        if prospect and self._open(text, prospect, coming, told=prospect["any"] is not None):
            yield forecast(prospect.span("degree"))
        yield from self._judged(text, coming)
        path = self._path.search(text)
        if path and self._open(text, path, coming, told=text.startswith(" is that ", path.end())):
            yield forecast(path.span("term"))
        if doubted := self._doubted(text, coming):
            yield forecast((doubted.start(), doubted.end("if")))
        if possible := self._possibly(text, coming):
            yield forecast(possible.span("degree"))
        denied = self._denied.search(text)
        if denied and _GONE.search(denied["what"]) is None:
            term = denied.start(), denied.start("what") - 1
            yield Marker(start=denied.start(), end=denied.end(), type="forecast", term=term)
        if cannot := _IF_CANNOT.match(text):
            yield forecast(cannot.span("cannot"))
        if expected := self._foreseen(text, past):
            yield forecast(expected.span(1))

    def _judged(self, text: str, coming: list[tuple[int, int]]) -> Iterator[Marker]:
        """What there is reason to expect, what is hard to see, what somebody rates."""
        reason = _REASON.search(text)
        if reason and self._open(text, reason, coming, told=reason["how"] not in _EXPECTS):
            yield forecast(reason.span("term"))
        hard = _HARD.search(text)
        if hard and self._open(text, hard, coming, told=False):
            yield forecast(hard.span("term"))
        if seen := _IN_SIGHT.search(text):
            yield forecast(seen.span())
        if rated := _RATED.search(text):
            yield forecast(rated.span("degree"))

    def _open(
        self, text: str, found: re.Match[str], coming: list[tuple[int, int]], *, told: bool
    ) -> bool:
        """Whether nothing behind the words tells of the past; what may be ``told`` of anything
        needs a time to come."""
        if _GONE.search(text, found.end(), found.end() + 60) is not None:
            return False
        return not told or bool(coming) or self._times.near(text)

    def _possibly(self, text: str, coming: list[tuple[int, int]]) -> re.Match[str] | None:
        """ "A visit before May is possible": an event with its time."""
        found = self._possible.search(text)
        if found is None or not (coming or self._times.near(text) or _NOT_BEFORE.search(text)):
            return None
        return found

    def _doubted(self, text: str, coming: list[tuple[int, int]]) -> re.Match[str] | None:
        """ "I'd be astonished if it sailed before May": with a time to come, not of what was."""
        found = self._astonished.search(text)
        if found is None:
            return None
        if not (found["you"] or coming or self._times.near(text[found.end() - 1 :])):
            return None
        return None if _DID.search(found.group()) else found

    def _foreseen(self, text: str, past: list[int]) -> re.Match[str] | None:
        """ "He said the service expected a test within weeks": what was foreseen may yet come."""
        found = self._expected.search(text)
        if found is None or _NOTHING_CAME.search(text, found.end()):
            return None
        if any(day < found.start() for day in past) or self._bygone.search(text):
            return None
        return found if self._times.near(text[found.end() :]) else None
