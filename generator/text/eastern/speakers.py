"""Who speaks in a Chinese, Japanese or Korean sentence.

Decides where the phrase before a verb of speech begins and ends, and whether it is a recognised
actor, somebody who speaks for one, a person whom no entity claims, an outlet, or a thing that
cannot speak. Without spaces or capitals only the phrase's last words tell: an office, a body, a
press noun, or a name that the article has introduced. A sentence of speech that names nobody goes
on with the speaker before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.knowledge.cues.claims import EastAsianClaims
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS
from generator.text.eastern.japanese import japanese_opening, japanese_speech
from generator.text.eastern.named import Named
from generator.text.eastern.openings import bare_opening, in_quotes
from generator.text.eastern.subjects import attributive, carried_subject, in_time_clause
from generator.text.eastern.words import ASIDE, CLAUSE, LONGEST, eastern_words
from generator.text.phrases import BLANK
from generator.text.scripts import EASTERN
from generator.text.speech.attribution import Attribution, Line

_TOPIC = re.compile(r"(?:께서는|(?<!에서)(?<![에로지])(?<![해아어여]서)(?:은|는))(?=[ ,])")
_WHETHER = re.compile(r"[가-힣]지(?:에 대해|에 대한|와 관련|를|는)|여부|데 대해")
""" "On whether the army will go on, he said": the army says nothing."""
_RUNS_ON = re.compile(r"[은는] \"\u0001+\s*$")
_COMMA = re.compile(r"[，。；：！？,;\"\u0001]")
_SUBJECT = re.compile(r"(?:이|가|께서)(?=[ ,])")
_ALSO = re.compile(r"(?<=[가-힣])(?<![에서로지해아어여라고면])도(?=[ ,])")
""" "The ministry ALSO said"."""


class Eastern:
    """Reads the sentences of one article in order and remembers who spoke and who was named."""

    def __init__(
        self, *, cues: EastAsianClaims, actors: Mapping[str, Actor], outlet_subtypes: frozenset[str]
    ) -> None:
        self._cues = self.words = eastern_words(cues)
        self._actors = actors
        self._subtypes = outlet_subtypes
        self._named = Named(cues=self._cues, actors=actors)
        self._opened: str | None = None

    def read(self, line: Line) -> Attribution | None:
        """The source of the sentence, or None; call for every sentence of the article."""
        if line.text.isascii() or EASTERN.search(line.text) is None:
            self._named.last = None
            return None
        found = self._read(line)
        self._opened = self._opening_quote(line, found)
        for start, end, mention in line.actors:
            self._named.surfaces[line.text[start:end]] = mention.entity
        self._named.introduced = (self._named.introduced + line.text)[-4000:]
        self._named.last = found.holder if found is not None else None
        begin = self._behind_opening(line, found)
        self._named.told_of = self._opening_person(line, begin) if begin is not None else None
        if found is not None and found.outlet:
            self._named.carrier = found.holder
        if found is not None and self._person(line.text[slice(*found.source)], found.holder):
            self._named.last_person = found.holder
        return found

    def _behind_opening(self, line: Line, found: Attribution | None) -> int | None:
        """Where the words begin that nobody is said to speak but an outlet: "据《X》报道，"."""
        if found is None:
            return 0
        comma = CLAUSE.search(line.outside, max(found.cue[1], found.source[1]))
        told = found.outlet or self._is_outlet(line.outside[slice(*found.source)])
        if comma is None or not told or line.outside[: found.source[0]].strip("据《"):
            return None
        return comma.end()

    def _opening_person(self, line: Line, begin: int) -> str | None:
        """The person behind an office with whom words begin that nobody is said to speak:
        "Analyst Lin sees it differently", for the "she" of the next sentence."""
        if line.outside.startswith(self._cues.on_topic, begin):
            return None
        comma = _COMMA.search(line.outside, begin)
        end = comma.start() if comma else len(line.outside)
        persons = {
            one[2].entity
            for one in line.actors
            if begin <= one[0]
            and one[1] <= end
            and self._named.kind(one[2]) == "person"
            and self._cues.office_end.search(line.outside, 0, one[0])
        }
        return persons.pop() if len(persons) == 1 else None

    def _is_outlet(self, phrase: str) -> bool:
        return self._cues.outlets.search(phrase.rstrip("》」』")) is not None

    def _person(self, phrase: str, holder: str) -> bool:
        actor = self._actors.get(holder)
        if actor is not None:
            return actor.kind == "person"
        if self._is_outlet(phrase):
            return False
        return holder != ANONYMOUS or phrase in self._cues.pronouns or (
            self._cues.offices.search(phrase) is not None
        )  # fmt: skip

    def _read(self, line: Line) -> Attribution | None:
        carrier = self._opening(line) or self._according(line)
        chinese = self._cited_words(line) or self._printed(line) or self._chinese(line)
        said = chinese or self._korean(line) or self._japanese(line)
        if said is not None and carrier is not None and said.holder != ANONYMOUS:
            passed = carrier.source if carrier.holder != said.holder else None
            return replace(said, carrier=passed if carrier.outlet else None)
        return carrier or said

    # -- Chinese -------------------------------------------------------------------------------

    def _opening(self, line: Line) -> Attribution | None:
        match = self._cues.opening.search(line.outside)
        if match is None or (match.start() and not CLAUSE.match(line.outside, match.start() - 1)):
            bare = bare_opening(self._cues, line)  # "根据该国国防部，…"
            body = bare is not None and self._named.kind(bare[1]) != "state"
            return self._made(bare[1].entity, bare[0], bare[2]) if bare and body else None
        start, end = match.span("who")
        end = self._cues.before_day(line.outside, start, end)
        if end > start:
            end -= line.outside[end - 1] == "的"  # "据X的消息"
            who = self._named.who(line, (start, end)) or ANONYMOUS
            return self._made(who, match.span("way"), (start, end))
        return self._made(ANONYMOUS, match.span(), match.span())

    def _chinese(self, line: Line) -> Attribution | None:
        text = line.outside
        taken = [one[:2] for one in line.actors] + [one.span() for one in ASIDE.finditer(text)]
        for match in self._cues.chinese.finditer(text):
            if self._cues.chinese_not.search(text[max(0, match.start() - 3) : match.end()]):
                continue
            if any(s <= match.start() < e for s, e in taken):
                continue
            blames = self._cues.blame.fullmatch(match.group())
            if in_time_clause(self._cues, text, match.start()) or (
                match["long"] and not blames and attributive(self._cues, text, match.end())
            ):
                continue
            span = self._cues.chinese_subject(text, match.start(), taken)
            if span is not None and self._blames(text, span):  # "X 指责Y的行为 威胁到Z"
                continue
            if (
                match["joined"]
                and not line.only_names(span)
                and (span is None or span[1] - span[0] > 1)
            ):
                continue  # "X 称其…", with nothing between: only behind a name and nothing else
            who = self._named.who(line, span) if span is not None else None
            if span is None and (quoted := in_quotes(self._cues, line, match.start())) is not None:
                who, span = quoted[2].entity, quoted[:2]
            elif (
                span is None
                and match.group()[:2] in self._cues.dispatches
                and len(match.group()) > 2
            ):
                span = match.start(), match.start() + len("报道")
                who = self._named.who(line, span)
            elif (
                span is None
                and (carried := carried_subject(self._cues, line, match.start())) is not None
            ):
                who, span = carried[2].entity, carried[:2]
            if span is not None and who is not None:
                return self._made(who, match.span(), span, verb=match.group())
        return None

    def _blames(self, text: str, span: tuple[int, int]) -> bool:
        """Whether a verb of blame stands inside a phrase, behind its first character."""
        verb = self._cues.blame.search(text, span[0] + 1, span[1])
        return verb is not None and verb.end() < span[1]

    def _cited_words(self, line: Line) -> Attribution | None:
        """ "X援引Y的话说": Y speaks; X carries it."""
        match = self._cues.cited.search(line.outside)
        if match is None:
            return None
        who = self._named.who(line, match.span("np"))
        if who is None:
            return self._carrier_alone(line, match)
        made = self._made(who, match.span("cue"), match.span("np"))
        return replace(made, carrier=match.span("outlet")) if match.group("outlet") else made

    def _printed(self, line: Line) -> Attribution | None:
        """ "X发表署名Y的评论": Y speaks; X carries it."""
        match = self._cues.printed.search(line.outside)
        if match is None:
            return None
        start, end = match.span("np")
        who = ANONYMOUS if match["signed"] else ""
        for _, stop, mention in line.actors:
            if stop == end and self._named.kind(mention) == "person":
                who = mention.entity
        if not who:
            return None
        outlet = match.start("outlet"), self._cues.before_day(line.outside, *match.span("outlet"))
        return replace(self._made(who, match.span("cue"), (start, end)), carrier=outlet)

    def _signed(self, line: Line, cue: tuple[int, int]) -> Attribution | None:
        """ "Zenda, in a statement IN THE NAME OF Y, claimed": Y speaks; Zenda carries it."""
        match = self._cues.signed.search(line.outside, 0, cue[0])
        if match is None:
            return None
        persons = [
            one
            for one in line.actors
            if one[1] <= match.start() <= one[1] + LONGEST // 2
            and self._named.kind(one[2]) == "person"
        ]
        if not persons:
            return None
        start, end, mention = persons[-1]
        first = next(iter(self._topics(line, _TOPIC, start)), None)
        return replace(self._made(mention.entity, cue, (start, end)), carrier=first)

    def _carrier_alone(self, line: Line, match: re.Match[str]) -> Attribution | None:
        """ "X援引军方消息报道": whom X cites names nobody, so X itself tells."""
        start, end = match.span("outlet")
        span = start, self._cues.before_day(line.outside, start, end)
        who = self._named.who(line, span) if span[1] > start else None
        return self._made(who, match.span("cue"), span) if who is not None else None

    # -- Korean and Japanese -------------------------------------------------------------------

    def _according(self, line: Line) -> Attribution | None:
        match = self._cues.according.search(line.outside)
        if match is None:
            return None
        start, end = match.span("np")
        lead = self._cues.lead.match(line.outside, start, end)
        start = lead.end() if lead and lead.end() < end else start
        start += len(line.outside[start:end]) - len(line.outside[start:end].lstrip())
        who = self._named.who(line, (start, end))
        return self._made(who or ANONYMOUS, match.span("cue"), (start, end))

    def _korean(self, line: Line) -> Attribution | None:
        match = self._cues.korean.search(line.outside, max(0, len(line.outside) - 120))
        if match is None:
            told = self._cues.explained.search(line.outside, max(0, len(line.outside) - 120))
            if told is not None:
                teller = self._named.who(line, told.span("np")) or ANONYMOUS
                return self._made(teller, told.span("verb"), told.span("np"))
            return self._quoting(line)
        cue = match.span("verb")
        signed = self._signed(line, cue)
        if signed is not None:
            return signed
        if match.group("np"):
            span = match.span("np")
            who = self._named.who(line, span)
            if who is not None:
                return self._made(who, cue, span, verb=match.group("verb"))
        topics = tuple(self._topics(line, _TOPIC, match.start()))
        subjects = (
            one  # "the drill that THE NORTH plans is near": not who says so
            for one in self._topics(line, _SUBJECT, match.start())
            if not any(start <= one[0] and one[1] < end for start, end in topics)
            and not _WHETHER.search(line.outside, one[1], match.start())
        )
        also = self._topics(line, _ALSO, match.start()) if not topics else ()
        for span in (*topics, *also, *subjects):
            who = self._named.who(line, span)
            if who is not None:
                return self._made(who, cue, span, verb=match.group("verb"))
        unnamed = cue[0], cue[0]  # no word of the sentence names who speaks
        if self._opened is not None:
            return self._made(self._opened, cue, unnamed, verb=match.group("verb"))
        adds = match.group("verb") in self._cues.adds
        if self._named.last is not None and (adds or not _TOPIC.search(line.outside, 0, 24)):
            return self._made(self._named.last, cue, unnamed, verb=match.group("verb"))
        return None

    def _opening_quote(self, line: Line, found: Attribution | None) -> str | None:
        """Whose quotation runs on past it: 'X는 "A. B"고 말했다', "Xは「A。B」と述べた"."""
        if found is not None:
            return found.holder if found.cue[0] == found.cue[1] == found.source[1] else None
        match = _RUNS_ON.search(line.outside)
        if match is None:
            return self._opened if not line.outside.strip(BLANK) else None
        spans = self._topics(line, _TOPIC, match.start() + 2)
        return next((who for one in spans if (who := self._named.who(line, one)) is not None), None)

    def _quoting(self, line: Line) -> Attribution | None:
        """ "X는 "..."라며 ...": whoever the sentence is about speaks, whatever its verb."""
        match = self._cues.korean_quoted.search(line.outside)
        if match is None:
            return None
        for span in self._topics(line, _TOPIC, line.outside.index('"')):
            who = self._named.who(line, span)
            if who is not None:
                return self._made(who, match.span("cue"), span)
        return None

    def go_on(self, found: Attribution | None) -> None:
        """Take a sentence that was read in parts as one: who spoke in it last."""
        self._named.last = found.holder if found is not None else None

    def _topics(self, line: Line, pattern: re.Pattern[str], end: int) -> Iterable[tuple[int, int]]:
        start = 0
        while lead := self._cues.lead.match(line.outside, start):
            start = lead.end()
        for particle in pattern.finditer(line.outside, start, min(end, start + LONGEST + 10)):
            at = particle.start()
            if any(s < at < e for s, e, _ in line.actors) or '"' in line.outside[start:at]:
                continue
            last = line.outside.rfind(" ", start, at) + 1
            if line.outside[last:at] in self._cues.pronouns:
                yield last, at  # "of the missile's range HE said"
            elif at > start and at - start <= LONGEST:
                yield start, at

    def _japanese(self, line: Line) -> Attribution | None:
        found = japanese_speech(self._cues, line.outside)
        for span in found.speakers:
            if (who := self._named.who(line, span)) is not None:
                return self._made(who, found.verb, span)
        if found.verb[1] and self._opened is not None:  # "Xは「A。|B」と述べた"
            return self._made(self._opened, found.verb, (found.verb[0], found.verb[0]))
        begun = japanese_opening(self._cues, line.outside)
        if begun is not None and (who := self._named.who(line, begun)) is not None:
            return self._made(who, (begun[1], begun[1]), begun)
        leads = found.verb[1] and not found.speakers and self._cues.goes_on.match(line.outside)
        if leads and self._named.last is not None:
            return self._made(self._named.last, found.verb, (found.verb[0], found.verb[0]))
        return None

    def _made(
        self, holder: str, cue: tuple[int, int], source: tuple[int, int], *, verb: str = ""
    ) -> Attribution:
        actor = self._actors.get(holder)
        outlet = actor is not None and (actor.state_media or actor.subtype in self._subtypes)
        return Attribution(
            holder=holder,
            cue=cue,
            source=source,
            way="cjk",
            denies=verb in self._cues.denial,
            outlet=outlet,
        )
