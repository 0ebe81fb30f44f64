"""Where a sentence names its source, and who that is.

Decides which words around a speech cue are the speaker: it walks left over adverbs and
appositions to the noun phrase before the verb, and asks whether its head is a recognised actor,
somebody who speaks for one, an unnamed source, or a thing that cannot speak. There is no parse
tree; every look to either side is bounded, so a hostile sentence costs no more than a long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, Mention
from generator.text.eastern.parts import voices as eastern_voices
from generator.text.eastern.speakers import Eastern
from generator.text.phrases import BLANK, Gated, Opened, hits
from generator.text.speech.asides import asides, carved, describes
from generator.text.speech.attribution import TOKEN, Attribution, Line, Voice, Way
from generator.text.speech.complements import SHARED, Subject, as_leads, is_speech
from generator.text.speech.cues import compiled
from generator.text.speech.frames import Frames, first_member
from generator.text.speech.nominal import MARKED, nominal
from generator.text.speech.scopes import finished, scopes
from generator.text.speech.sources import NounPhrases
from generator.text.syntax.apposition import named_behind
from generator.text.syntax.noun_phrases import WINDOW
from generator.text.widths import full_width

_NOBODY_KNOWN = re.compile(r" (?:an? |the |one |another )?[a-z]+ [\w-]+|\s[A-Z]\w+")
_NO_VERB_BEHIND = (" to ", " the ", " a ", " an ", " its ", " their ", " every ")
_MODALS = (" will ", " shall ", " may ", " might ", " should ", " must ", " could ", " can ")
_NOT = re.compile(r"\b(?:not|never|n't)(?: yet| \w+ly)? +$")
_REDUCED = re.compile(
    r"(?P<np>(?:[\w'-]+ ){0,3}?[\w'-]+s) (?:\w{3,}ed|held|sent|met) "
    r"(?:for|by|from|in|on|at|with|to) (?:the |this |an? )?"
)
""" "VILLAGERS interviewed for the report say": not the report."""
_TO_BE = re.compile(r"\b(?:not|never|will|would|may|might|could|can|shall|should|must)"
                    r"(?: \w+)? be(?: \w+ly)? *$")  # fmt: skip
""" "It WILL BE condemned by Zenda": nothing is said yet."""
_THAT_ONLY = re.compile(r"(?: that)?(?: the)? ?")
_IN_A = re.compile(r"[Ii]n (?:an?|its|his|her|their|the) (?:[\w-]+ ){0,2}[\w-]+")
_DETERMINED = re.compile(r"[^,]{2,60} (?=(?:the|an?|its|their|two|three|several|some) )")
_DETERMINER = re.compile(r" (?:the|an?|its|his|her|their|in) ")
_BY = re.compile(r" +by\b(?! (?:tele)?phone\b| e-?mail\b| video\b| letter\b| text\b| fax\b)")
_HAS = re.compile(r"\b(?:has|have|had)(?: \w+)? $")
"""Translators write "has told to journalists"."""


class Reader:
    """Reads sentences in order; remembers who spoke last, for "he said" and "the ministry said"."""

    def __init__(
        self,
        *,
        cues: ClaimCues,
        actors: Mapping[str, Actor],
        persons: frozenset[str] = frozenset(),
    ) -> None:
        self._cues = compiled(cues)
        self._phrases = NounPhrases(cues=cues, actors=actors, persons=persons)
        self._frames = Frames(cues=cues, phrases=self._phrases)
        self._scopes = scopes(cues)
        self._nominal = nominal(cues)
        self._eastern = Eastern(
            cues=cues.east_asian, actors=actors, outlet_subtypes=frozenset(cues.outlet_subtypes)
        )

    def read(
        self, *, text: str, outside: str, offset: int, mentions: Sequence[Mention]
    ) -> tuple[Voice, ...]:
        """Who speaks in the sentence, part by part, in reading order; at least one part. The
        parts leave out only the words that join them."""
        actors = tuple(
            (mention.start - offset, mention.end - offset, mention)
            for mention in sorted(mentions, key=lambda found: (found.start, -found.end))
        )
        outside = full_width(outside)
        line = Line(text, outside, actors)
        opened = self._cues.lists.opened(outside)
        # A colon may stand behind a speaker, and a dash before one, without another word.
        marked = ":" in outside or MARKED.search(outside, max(0, len(outside) - WINDOW))
        carrying, voices = self._voices(line, opened) if opened or marked else ((), ())
        eastern = eastern_voices(self._eastern, line)
        if not any(voice.found for voice in voices):
            voices = carrying = eastern
        spoken = [voice.found for voice in carrying if voice.found is not None]
        self._phrases.spoken.remember(line, spoken[-1] if spoken else None)
        return voices

    def _voices(self, line: Line, opened: Opened) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
        """The voices that carry the sentence, and the same with what others say in passing."""
        found = sorted(self._all(line, opened), key=lambda one: (one.cue[0], one.cue[1]))
        aside = asides(self._cues, line, found)
        found = [
            one
            for one in found
            if not any(one is other or first <= one.cue[0] < last for other, first, last in aside)
        ]
        voices: list[Voice] = []
        for scope in self._scopes.of(line, found):
            one = self._choose(line, scope.found)
            last = voices[-1] if voices else None
            if last is not None and last.found is not None and one is not None:
                if self._phrases.stands_in(line, one.source):
                    one = replace(one, holder=last.found.holder)  # "A denied it, but IT said"
                same = (one.holder, one.denies) == (last.found.holder, last.found.denies)
                if same and (one.holder != ANONYMOUS or one.source == last.found.source):
                    voices[-1] = replace(last, end=scope.end)
                    continue
            voices.append(Voice(start=scope.start, end=scope.end, found=one))
        return tuple(voices), carved(voices, aside)

    def _choose(self, line: Line, found: Sequence[Attribution]) -> Attribution | None:
        if not found:
            return None
        for one, outer in pairwise(found):
            if one.cue[1] == outer.source[0] - len(", ") and _is_inserted(line, outer):
                return outer  # "the ministry believes, HE SAID, that": he tells it all
        spoken = [one for one in found if not one.outlet]
        if spoken:
            # "said in a statement carried by", "Black, quoted by RNA, said": the speaker's own
            # words name the source.
            found = [one for one in found if not (one.outlet and one.way == "by")]
        carriers = [one for one in found if one.outlet]
        quoted = next((one for one in found if one.way == "quoted"), None)
        if quoted is not None:
            return quoted
        if spoken and carriers:
            # An outlet only carries: the speaker it reports is the holder, it is the source.
            named = next((one for one in spoken if one.holder != ANONYMOUS), spoken[0])
            return replace(named, carrier=carriers[0].source)
        first, last = found[0], found[-1]
        told = (
            first.way == "subject"
            and last.holder != first.holder
            and last.way in {"subject", "inverted"}
            and first.cue[1] < last.source[0]
            and not self._phrases.stands_in(line, last.source)
        )
        inner = found[1] if len(found) > 1 else first
        if self._passes_on(line, first, inner):
            return replace(inner, carrier=first.source)
        if told and finished(line, last, first.cue[1]):
            # "Strelsau urges calm, Black told us"; "the crew saw a flash, Strelsau said".
            unnamed = first.holder == ANONYMOUS and last.holder != ANONYMOUS
            return last if unnamed else replace(first, carrier=last.source)
        return first

    def _passes_on(self, line: Line, first: Attribution, inner: Attribution) -> bool:
        """ "The member said THE BUREAU BELIEVES that ...": the bureau says so, he tells of it."""
        return (
            first is not inner
            and first.holder != ANONYMOUS
            and first.way == inner.way == "subject"
            and not (first.denies or inner.denies)
            and self._phrases.spoken.is_body(inner.holder)
            and _THAT_ONLY.fullmatch(line.outside, first.cue[1], inner.source[0]) is not None
        )

    def _all(self, line: Line, opened: Opened) -> list[Attribution]:
        found: list[Attribution] = []
        floor = 0
        for match in hits(self._cues.verbs, line.outside, opened):
            if any(one[0] < match.start() < one[1] for one in line.actors):
                continue  # the second word of a name: "the United STATES"
            one = self._subject(line, match, floor) or self._inverted(line, match)
            if one is not None:
                found.append(one)
                found.extend(self._gapped(line, match, one))
                if not line.outside.startswith((", who ", ", which "), one.source[1]):
                    floor = match.end()
        ways: tuple[tuple[Gated, Way], ...] = (
            (self._cues.according, "according"),
            (self._cues.as_told, "according"),
            (self._cues.by, "by"),
        )
        for pattern, way in ways:
            for match in hits(pattern, line.outside, opened):
                if way == "by" and (
                    describes(self._cues, line, match.start())
                    or _TO_BE.search(line.outside, max(0, match.start() - 24), match.start())
                ):
                    continue
                one = self._after(line, match, way)
                if one is not None:
                    found.append(one)
        found.extend(self._frames.quoted(line, opened))
        found.extend(self._nominal.read(line, self._phrases, opened))
        if not found:
            found.extend(self._frames.participle(line, opened))
        if not found:
            found.extend(self._frames.label(line, opened))
        return found

    def _subject(self, line: Line, match: re.Match[str], floor: int) -> Attribution | None:
        cues = self._cues
        verb = re.sub(" +", " ", match.group().lower())
        left = line.outside[max(0, match.start() - 24) : match.start()]
        # "no longer bothers to say", "with the call sign"
        refused = _NOT.search(left) or left.endswith(_NO_VERB_BEHIND)
        # "in this regard"
        refused = refused or (left.endswith(" this ") and verb in cues.opinion | cues.nominal)
        after = line.outside[match.end() : match.end() + 6]
        refused = refused or (left.endswith(" would ") and not after.startswith(" only"))
        # "Zenda will announce it": nothing is said yet.
        refused = refused or (left.endswith(_MODALS) and " that" not in after)
        passive = (
            verb == "told"
            and line.outside.startswith(" to ", match.end())
            and _HAS.search(left) is None
        )
        if refused or passive or _BY.match(line.outside, match.end()):
            return None
        span = self._phrases.before(line, match.start(), floor)
        if span is None:
            span = self._phrases.shared(line, match.start())
        if span is None:
            return None
        start, end = span
        if line.outside[max(0, end - 2) : end] in {"'s", "s'"}:
            return None  # "as Black's BELIEVED heir"
        # "As Black put it": whoever stands there speaks, known or not.
        told = "" if as_leads(line.outside, start) else verb
        who = self._phrases.who(line, start, end, verb=told)
        reduced = _REDUCED.fullmatch(line.outside, 0, start)
        if reduced is not None and self._cues.unnamed.search(reduced["np"]):
            start, end = reduced.span("np")
            who = ANONYMOUS, False
        if who is None:
            return None
        member = first_member(line, span, match.start(), self._phrases.spoken.is_person)
        holder, outlet = (member, False) if member is not None else who
        head = TOKEN.match(line.outside, start)
        if head is not None and head.group().lower() in cues.prepositions:
            # "In 2019 Black warned": the source is Black.
            noun = _DETERMINED.match(line.outside, start, end)
            start = max((one[0] for one in line.actors if start <= one[0] < end),
                        default=noun.end() if noun is not None else start)  # fmt: skip
            if _IN_A.fullmatch(line.outside, *span) and self._phrases.is_paper(line, *span):
                return None  # "in a statement POSTED ON the wall, ..."
        words = line.outside[start:end].strip().lower()
        named = any(one[0] == start for one in line.actors)  # "May notes"
        first = words.split(" ", 1)[0]
        if first in cues.nobody or (first in cues.questions and not named):
            return None  # "Did Strelsau say so?", "neither Strelsau nor Zenda said"
        subject = Subject(
            start=start,
            holder=holder,
            outlet=outlet,
            paper=self._phrases.is_paper(line, start, end),
            pronoun=words == "it",
            person=words in cues.personal or self._phrases.spoken.is_known_person(holder),
        )
        if not is_speech(cues, line, match, subject):
            return None
        return Attribution(
            holder=holder,
            cue=(match.start(), match.end()),
            source=(start, end),
            way="subject",
            denies=verb in cues.denied,
            outlet=outlet,
        )

    def _gapped(self, line: Line, match: re.Match[str], one: Attribution) -> Iterator[Attribution]:
        """ "Strelsau called it a plot, ZENDA a drill": speakers that share a verb."""
        verb = match.group().lower()
        if one.way != "subject" or verb not in self._cues.calling | self._cues.putting:
            return
        for start, end, mention in line.actors:
            lead = line.outside[match.end() : start]
            if start < match.end() or not re.search(r", (?:and |while )?(?:the )?$", lead):
                continue
            if SHARED.match(line.outside, end):
                yield Attribution(holder=mention.entity, cue=(end, end), source=(start, end),
                                  way="gapped", denies=one.denies)  # fmt: skip

    def _inverted(self, line: Line, match: re.Match[str]) -> Attribution | None:
        """``"...," said Kim`` and ``..., said the ministry``."""
        verb = match.group().lower()
        before = line.outside[max(0, match.start() - 9) : match.start()].rstrip()
        # Right behind a quotation any verb of speech may stand: '"...," concedes Black'.
        quoted = before.endswith(('"', BLANK)) and verb in self._cues.free | self._cues.strict
        if verb not in self._cues.inverted and (not quoted or verb in self._cues.nominal):
            return None
        if not before.endswith((",", '"', ",\u0001", BLANK)):
            return None
        if line.outside.startswith(" that ", match.end()):
            return None  # "..., who leads it, SAID that": the speaker stands before
        found = self._after(line, match, "inverted")
        if found is None and quoted and _NOBODY_KNOWN.match(line.outside, match.end()):
            # '"...," wrote user spycat88': somebody does, whoever it is.
            span = self._phrases.after(line, match.end())
            lead = line.outside[span[0] : span[1]].split(" ", 1)[0] if span is not None else ""
            if span is not None and lead.lower() not in self._cues.prepositions:
                return Attribution(holder=ANONYMOUS, cue=match.span(), source=span, way="inverted")
        return found

    def _after(self, line: Line, match: re.Match[str], way: Way) -> Attribution | None:
        span = self._phrases.after(line, match.end())
        if span is None:
            return None
        first = TOKEN.match(line.outside, span[0])
        lead = first.group() if first else ""
        if way == "inverted" and lead.islower() and lead in self._cues.prepositions:
            return None  # "..., began on Monday"
        told = self._cues.as_told.fullmatch(match.group()) is not None
        if told and not _stands_right_behind(line, match.end()):
            return None  # "as reported, the rocket fell"
        person = self._phrases.spoken.is_person
        span = named_behind(self._cues, line, span, is_person=person, sure=told) or span
        who = self._phrases.who(line, *span, verb="")
        if who is None and way == "according" and not told and self._phrases.may_tell(line, *span):
            who = ANONYMOUS, False
        if who is None:
            return None
        holder, outlet = who
        if way == "by":
            outlet = outlet or match.group().lower() in self._cues.passing_on
            ends = any(e == span[1] and one.entity == holder for _, e, one in line.actors)
            span = span if ends else (span[0], self._phrases.core_end(line, *span))
        return Attribution(
            holder=holder,
            cue=(match.start(), match.end()),
            source=span,
            way=way,
            denies=match.group().lower().split()[0] in self._cues.denied,
            outlet=outlet,
        )


def _stands_right_behind(line: Line, end: int) -> bool:
    """Whether a name, or a noun with its article, follows at once."""
    return _DETERMINER.match(line.outside, end) is not None or any(
        start == end + 1 for start, _, _ in line.actors
    )


def _is_inserted(line: Line, one: Attribution) -> bool:
    """Whether a source and its verb stand between two commas: ", he said,"."""
    before, after = line.outside[: one.source[0]].rstrip(), line.outside[one.cue[1] :]
    near = one.source[1] <= one.cue[0] <= one.source[1] + 2
    return one.way == "subject" and near and before.endswith(",") and after.startswith(",")
