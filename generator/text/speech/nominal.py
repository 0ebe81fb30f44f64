"""Sources that a noun names, and no verb.

Decides that "in Strelsau's view", "Zenda's claim that", "a statement by Strelsau" and a dash with
a name at the end of a headline tell who speaks. The owner of the noun must be able to speak; a
possessive without "that" ("Zenda's claims vary") is nobody's speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.knowledge.cues.claims import ClaimCues
from generator.model import ANONYMOUS, AUTHOR
from generator.text.phrases import Opened
from generator.text.speech.attribution import Attribution, Line
from generator.text.speech.cues import compiled
from generator.text.speech.sources import NounPhrases
from generator.text.tries import alternation

_REACH = 90
"""Characters before a noun in which its owner stands, at most."""
_OWNER = re.compile(
    r"(?:^|[,;:(\"\u0001] *|\b(?:and|but|that|while|as) )(?P<lead>[A-Za-z]+(?: the)?) "
    r"(?P<np>[^,;:\"\u0001]{2,70}?)(?P<mark>'s|') (?:[a-z-]+ ){0,2}$"
)
_POSSESSOR = re.compile(r"(?P<np>[^,;:\"\u0001]{2,70}?)(?:'s|') (?:[a-z-]+ ){0,2}$")
_PRONOUN = re.compile(
    r"(?:^|[,;:] *)(?P<lead>[A-Za-z]+) (?P<own>his|her|its|their)(?: own)? $", re.I
)
_PAPER = 40
"""Characters between "carried" and the paper it speaks of, at most."""
_THAT = re.compile(
    r"(?: (?:is|was|remains|has been|had been)|(?P<aside>, [^,;\"\u0001]{3,90}))?,? that\b(?! of\b)"
)
_IS = re.compile(r" (?:is|was), ")
"""As translations put it: "Zenda's view IS, the ship must turn"."""
_BORNE = re.compile(
    r", (?:first )?(?:conveyed|given|made|voiced|relayed|delivered|passed on|put|advanced|offered|"
    r"set out|laid out|championed|favou?red|shared|held)\b[^,]{0,40}? by "
)
_HOLDS = re.compile(r"[^,;:\"\u0001]{2,80}, (?:is|was|holds|held|goes|has it|runs) that\b")
""" "A rival reading, PUT FORWARD BY Black, HOLDS THAT"."""
_ITS_OWN = re.compile(r"(?:^|[,;:\"] *|\b(?:[Bb]ut|[Aa]nd|[Yy]et) )(?P<own>[Hh]is|[Hh]er|[Tt]heir)"
                      r" (?:[\w-]+ ){0,2}$")  # fmt: skip
_HELD = 6
"""Spaces between a verb that takes up what somebody said and the noun for it, at most."""
_TO_COME = re.compile(
    r" (?:is|are|was|were|will|would|may|might|could|has yet|had yet|never)\b(?!,? that\b)"
)
""" "An announcement from Zenda IS expected": nothing is said yet."""
_OF_OWNER = re.compile(r" (?:by|from) ")
MARKED = re.compile(r" [–—-] ")
"""A dash that may stand before a name: the only sign here that is no word."""
_BELIEVED = re.compile(
    r"\b[Ii]f (?P<np>[^,;:\"\u0001]{2,60}?) (?P<cue>(?:is|are) to be (?:believed|trusted))\b"
)
_DASH = re.compile(r" [–—-] (?P<np>[^–—.,;:!?\"\u0001]{2,40})$")


class Nominal:
    """The nouns of speech of one set of cues."""

    def __init__(self, cues: ClaimCues) -> None:
        speech = compiled(cues)
        self._views, self._claims = speech.views, speech.claim_nouns
        self._selves = speech.self_names
        self._leads = frozenset(cues.view_leads)
        self._carrying = speech.carrying
        self._papers = speech.documents
        self._echoing, self._against = speech.echoing, speech.against
        self._denials = re.compile(alternation(cues.denial_nouns), re.IGNORECASE)

    def read(self, line: Line, phrases: NounPhrases, opened: Opened) -> Iterator[Attribution]:
        """Sources of a sentence, each with the noun as its cue."""
        if self._views in opened:
            yield from self._viewed(line, phrases)
        if self._claims in opened:
            yield from self._advanced(line, phrases)
            yield from self._claimed(line, phrases)
        if " to be " in line.outside:
            yield from self._believed(line, phrases)
        yield from self._behind_a_dash(line, phrases)
        if self._carrying in opened:
            yield from self._carried(line, phrases)

    def _viewed(self, line: Line, phrases: NounPhrases) -> Iterator[Attribution]:
        """ "In Strelsau's VIEW, ...", "by his own ACCOUNT, Black ..."."""
        for match in self._views.finditer(line.outside):
            low = max(0, match.start() - _REACH)
            before = line.outside[low : match.start()]
            owner = _OWNER.search(before)
            if owner is not None and owner["lead"].lower().removesuffix(" the") in self._leads:
                span = low + owner.start("np"), low + owner.end("np")
            else:
                own = _PRONOUN.search(before)
                after = line.outside[match.end() : match.end() + 4]
                if own is None or own["lead"].lower() not in self._leads:
                    continue
                first = next((one for one in line.actors if one[0] == match.end() + 2), None)
                if first is not None and after.startswith(", "):
                    span = first[:2]
                elif after.startswith((" of ", " to ")):
                    continue
                else:
                    at = low + own.start("lead"), low + own.start("own")
                    yield from self._own(line, match, at, phrases)
                    continue
            who = phrases.who(line, *span, verb="")
            if who is not None:
                yield Attribution(holder=who[0], cue=match.span(), source=span, way="according",
                                  outlet=who[1])  # fmt: skip

    @staticmethod
    def _own(
        line: Line, match: re.Match[str], at: tuple[int, int], phrases: NounPhrases
    ) -> Iterator[Attribution]:
        """ "In her VIEW": whoever spoke last. ``at`` is where the first two words begin."""
        word = line.outside[at[1] : match.end()].split(" ", 1)[0]
        if word.lower() in {"his", "her"}:
            last = phrases.before_the_mark(line, at[0]) or phrases.spoken.person
        else:
            last = phrases.spoken.other
        if last is None and word.lower() in {"his", "her"}:
            last = ANONYMOUS
        if last is not None:
            yield Attribution(holder=last, cue=(at[0], match.end()), way="according",
                              source=(at[1], at[1] + len(word)))  # fmt: skip

    def _claimed(self, line: Line, phrases: NounPhrases) -> Iterator[Attribution]:
        """ "Zenda's CLAIM that ...", "..., a CLAIM by Zenda that ..."."""
        for match in self._claims.finditer(line.outside):
            denies = self._denials.fullmatch(match.group()) is not None
            by = _OF_OWNER.match(line.outside, match.end())
            if by is not None:
                span = phrases.after(line, by.end())
                opening = line.outside[: match.start()].rstrip()
                article = re.search(r"(?:^|[,–—] *)(?:a|an|the|in a|in an)$", opening, re.I)
                if span is None or article is None or _TO_COME.match(line.outside, span[1]):
                    continue
            elif that := (
                _THAT.match(line.outside, match.end()) or _IS.match(line.outside, match.end())
            ):
                low = max(0, match.start() - _REACH)
                owner = _POSSESSOR.search(line.outside, low, match.start())
                if owner is None:
                    yield from self._theirs(line, match, phrases)
                    continue
                taken = self._taken_up(line, owner.start("np"), match, phrases)
                if taken is not None:
                    yield from taken
                    continue
                aside = that.groupdict().get("aside") and that.end("aside")
                if aside and not line.outside.startswith(",", aside):
                    continue  # "dismissed Zenda's claims, NOTING THAT": not what Zenda claims
                span = self._bearer(line, that, phrases) or owner.span("np")
            else:
                continue
            named = [one for one in line.actors if span[0] <= one[0] and one[1] <= span[1]]
            if line.outside.lstrip('" ').startswith(("We ", "I ")):
                continue  # "We welcome Black's assurance that": ours, and not his
            own = line.outside[slice(*span)].strip().lower() in self._selves
            if not named and not own:
                continue
            if own:
                yield Attribution(holder=AUTHOR, cue=match.span(), source=span, way="by")
                continue
            span = (span[0] if by is not None else named[-1][0]), span[1]
            who = phrases.who(line, *span, verb="")
            if who is not None:
                yield Attribution(holder=who[0], cue=match.span(), source=span, way="by",
                                  denies=denies, outlet=who[1])  # fmt: skip

    def _advanced(self, line: Line, phrases: NounPhrases) -> Iterator[Attribution]:
        """ "Their case, put best BY BLACK in these pages, is that": not the writer's."""
        for noun in self._claims.finditer(line.outside):
            borne = _BORNE.match(line.outside, noun.end())
            holds = borne is not None and _HOLDS.match(line.outside, borne.end())
            span = phrases.after(line, borne.end()) if borne is not None and holds else None
            if span is not None:
                holder, outlet = phrases.who(line, *span, verb="said") or (ANONYMOUS, False)
                yield Attribution(holder=holder, cue=noun.span(), source=span, way="according",
                                  outlet=outlet)  # fmt: skip

    @staticmethod
    def _theirs(line: Line, noun: re.Match[str], phrases: NounPhrases) -> Iterator[Attribution]:
        """ "THEIR ARGUMENT is that": of those whom the sentence before is about."""
        found = _ITS_OWN.search(line.outside, max(0, noun.start() - _PAPER), noun.start())
        if found is None or line.outside[noun.end() :].startswith((" that", ",")):
            return
        spoken = phrases.spoken
        one = found["own"].lower() != "their"
        last = spoken.person if one else None if spoken.group else spoken.other
        yield Attribution(holder=last or ANONYMOUS, cue=noun.span(), source=found.span("own"),
                          way="according")  # fmt: skip

    def _taken_up(
        self, line: Line, owner: int, noun: re.Match[str], phrases: NounPhrases
    ) -> tuple[Attribution, ...] | None:
        """ "Zenda ECHOED Black's VIEW that", "REJECTED his CLAIM that": Zenda speaks, whoever it
        was that said so first. None where no such verb stands before the owner."""
        verb = next(
            (
                one
                for one in self._echoing.finditer(line.outside, max(0, owner - _REACH))
                if one.end() < noun.start()
                and line.outside[one.end() : noun.start()].count(" ") <= _HELD
            ),
            None,
        )
        if verb is None:
            return None
        span = phrases.before(line, verb.start(), 0)
        who = phrases.who(line, *span, verb="said") if span is not None else None
        if span is None or who is None:
            return ()
        return (
            Attribution(holder=who[0], cue=verb.span(), source=span, way="subject",
                        denies=verb.group().lower() in self._against, outlet=who[1]),
        )  # fmt: skip

    @staticmethod
    def _bearer(line: Line, that: re.Match[str], phrases: NounPhrases) -> tuple[int, int] | None:
        """ "Zenda's assurances, CONVEYED BY BLACK, that": whoever conveyed them gave them."""
        borne = _BORNE.match(line.outside, that.start()) if that.groupdict().get("aside") else None
        return phrases.after(line, borne.end()) if borne is not None else None

    def _carried(self, line: Line, phrases: NounPhrases) -> Iterator[Attribution]:
        """ "The agency CARRIED a commentary by Black": Black speaks, the agency is the source."""
        for match in self._carrying.finditer(line.outside):
            paper = self._papers.search(line.outside, match.end(), match.end() + _PAPER)
            by = _OF_OWNER.match(line.outside, paper.end()) if paper is not None else None
            inner = phrases.after(line, by.end()) if by is not None else None
            outer = phrases.before(line, match.start(), 0)
            if inner is None or outer is None or paper is None:
                continue
            who = phrases.who(line, *inner, verb="")
            if who is not None and not who[1]:
                yield Attribution(holder=who[0], cue=(match.start(), paper.end()), source=inner,
                                  way="quoted", carrier=outer)  # fmt: skip

    @staticmethod
    def _believed(line: Line, phrases: NounPhrases) -> Iterator[Attribution]:
        """ "IF Strelsau IS TO BE BELIEVED, the ship has sailed"."""
        match = _BELIEVED.search(line.outside)
        who = phrases.who(line, *match.span("np"), verb="said") if match is not None else None
        if match is not None and who is not None:
            yield Attribution(holder=who[0], cue=match.span("cue"), way="according",
                              source=match.span("np"), outlet=who[1])  # fmt: skip

    def _behind_a_dash(self, line: Line, phrases: NounPhrases) -> Iterator[Attribution]:
        """A headline: "Drones will be built at home - Black"."""
        match = _DASH.search(line.outside, max(0, len(line.outside) - 50))
        if match is None:
            return
        span = match.span("np")
        if any((start, end) == span for start, end, _ in line.actors):
            who = phrases.who(line, *span, verb="")
            if who is not None:
                yield Attribution(holder=who[0], cue=(span[0] - 2, span[0] - 1), source=span,
                                  way="inverted", outlet=who[1])  # fmt: skip


@lru_cache(maxsize=8)
def nominal(cues: ClaimCues) -> Nominal:
    return Nominal(cues)
