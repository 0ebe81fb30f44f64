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
from generator.model import ANONYMOUS, AUTHOR, Mention
from generator.text.attribution import Attribution, Line
from generator.text.eastern_openings import bare_opening, in_quotes
from generator.text.eastern_words import ASIDE, CLAUSE, LONGEST, EasternWords, eastern_words
from generator.text.introductions import titled
from generator.text.japanese_speech import japanese_speech
from generator.text.phrases import BLANK
from generator.text.scripts import EASTERN

_BRACKET = re.compile(r"[(（][^()（）]{1,40}[)）]$")
_AND = frozenset("和与與及")
_GOES_ON = frozenset("还還又也")
_TOPIC = re.compile(r"(?:께서는|(?<!에서)(?<![에로지])(?<![해아어여]서)(?:은|는))(?=[ ,])")
_RUNS_ON = re.compile(r"[은는] \"\u0001+\s*$")
_SUBJECT = re.compile(r"(?:이|가|께서)(?=[ ,])")


class Eastern:
    """Reads the sentences of one article in order and remembers who spoke and who was named."""

    def __init__(
        self, *, cues: EastAsianClaims, actors: Mapping[str, Actor], outlet_subtypes: frozenset[str]
    ) -> None:
        self._cues = eastern_words(cues)
        self._actors = actors
        self._subtypes = outlet_subtypes
        self._surfaces: dict[str, str] = {}
        self._introduced = ""
        self._last: str | None = None
        self._last_person: str | None = None
        self._told_of: str | None = None
        self._carrier: str | None = None
        self._opened: str | None = None

    def read(self, line: Line) -> Attribution | None:
        """The source of the sentence, or None; call for every sentence of the article."""
        if line.text.isascii() or EASTERN.search(line.text) is None:
            self._last = None
            return None
        found = self._read(line)
        self._opened = self._opening_quote(line) if found is None else None
        for start, end, mention in line.actors:
            self._surfaces[line.text[start:end]] = mention.entity
        self._introduced = (self._introduced + line.text)[-4000:]
        self._last = found.holder if found is not None else None
        self._told_of = self._opening_person(line) if found is None else None
        if found is not None and found.outlet:
            self._carrier = found.holder
        if found is not None and self._person(line.text[slice(*found.source)], found.holder):
            self._last_person = found.holder
        return found

    def _opening_person(self, line: Line) -> str | None:
        """The person behind an office with whom a sentence begins that nobody is said to speak:
        "Analyst Lin sees it differently", for the "she" of the next one."""
        comma = CLAUSE.search(line.outside)
        end = comma.start() if comma else len(line.outside)
        persons = {
            one[2].entity
            for one in line.actors
            if one[1] <= end
            and self._kind(one[2]) == "person"
            and self._cues.office_end.search(line.outside, 0, one[0])
        }
        return persons.pop() if len(persons) == 1 else None

    def _person(self, phrase: str, holder: str) -> bool:
        actor = self._actors.get(holder)
        if actor is not None:
            return actor.kind == "person"
        return holder != ANONYMOUS or phrase in self._cues.pronouns or (
            self._cues.offices.search(phrase) is not None
        )  # fmt: skip

    def _read(self, line: Line) -> Attribution | None:
        carrier = self._opening(line) or self._according(line)
        chinese = self._cited_words(line) or self._chinese(line)
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
            body = bare is not None and self._kind(bare[1]) != "state"
            return self._made(bare[1].entity, bare[0], bare[2]) if bare and body else None
        start, end = match.span("who")
        end = self._cues.before_day(line.outside, start, end)
        if end > start:
            who = self._who(line, (start, end)) or ANONYMOUS
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
            span = self._cues.chinese_subject(text, match.start(), taken)
            if match["joined"] and not line.only_names(span):
                continue  # "X 称其…", with nothing between: only behind a name and nothing else
            who = self._who(line, span) if span is not None else None
            if span is None and (quoted := in_quotes(self._cues, line, match.start())) is not None:
                who, span = quoted[2].entity, quoted[:2]
            elif span is None and len(match.group()) > len("报道"):
                span = match.start(), match.start() + len("报道")
                who = self._who(line, span) if text[slice(*span)] in self._cues.dispatches else None
            if span is not None and who is not None:
                return self._made(who, match.span(), span, verb=match.group())
        return None

    def _cited_words(self, line: Line) -> Attribution | None:
        """ "X援引Y的话说": Y speaks; X carries it."""
        match = self._cues.cited.search(line.outside)
        if match is None:
            return None
        who = self._who(line, match.span("np"))
        if who is None:
            return self._carrier_alone(line, match)
        made = self._made(who, match.span("cue"), match.span("np"))
        return replace(made, carrier=match.span("outlet")) if match.group("outlet") else made

    def _carrier_alone(self, line: Line, match: re.Match[str]) -> Attribution | None:
        """ "X援引军方消息报道": whom X cites names nobody, so X itself tells."""
        start, end = match.span("outlet")
        span = start, self._cues.before_day(line.outside, start, end)
        who = self._who(line, span) if span[1] > start else None
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
        who = self._who(line, (start, end))
        return self._made(who or ANONYMOUS, match.span("cue"), (start, end))

    def _korean(self, line: Line) -> Attribution | None:
        match = self._cues.korean.search(line.outside, max(0, len(line.outside) - 120))
        if match is None:
            return self._quoting(line)
        cue = match.span("verb")
        if match.group("np"):
            span = match.span("np")
            who = self._who(line, span)
            if who is not None:
                return self._made(who, cue, span, verb=match.group("verb"))
        topics = tuple(self._topics(line, _TOPIC, match.start()))
        subjects = (
            one  # "the drill that THE NORTH plans is near": not who says so
            for one in self._topics(line, _SUBJECT, match.start())
            if not any(start <= one[0] and one[1] < end for start, end in topics)
        )
        for span in (*topics, *subjects):
            who = self._who(line, span)
            if who is not None:
                return self._made(who, cue, span, verb=match.group("verb"))
        if self._opened is not None:
            return self._made(self._opened, cue, cue, verb=match.group("verb"))
        adds = match.group("verb") in self._cues.adds
        if self._last is not None and (adds or not _TOPIC.search(line.outside, 0, 24)):
            return self._made(self._last, cue, cue, verb=match.group("verb"))
        return None

    def _opening_quote(self, line: Line) -> str | None:
        """Whose quotation runs on past the sentence: 'X는 "A. B"고 말했다'."""
        match = _RUNS_ON.search(line.outside)
        if match is None:
            return self._opened if not line.outside.strip(BLANK) else None
        spans = self._topics(line, _TOPIC, match.start() + 2)
        return next((who for one in spans if (who := self._who(line, one)) is not None), None)

    def _quoting(self, line: Line) -> Attribution | None:
        """ "X는 "..."라며 ...": whoever the sentence is about speaks, whatever its verb."""
        match = self._cues.korean_quoted.search(line.outside)
        if match is None:
            return None
        for span in self._topics(line, _TOPIC, line.outside.index('"')):
            who = self._who(line, span)
            if who is not None:
                return self._made(who, match.span("cue"), span)
        return None

    def go_on(self, found: Attribution | None) -> None:
        """Take a sentence that was read in parts as one: who spoke in it last."""
        self._last = found.holder if found is not None else None

    @property
    def words(self) -> EasternWords:
        return self._cues

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
            if (who := self._who(line, span)) is not None:
                return self._made(who, found.verb, span)
        return None

    def _who(self, line: Line, span: tuple[int, int]) -> str | None:
        start, end = span
        cues = self._cues
        if bracket := _BRACKET.search(line.outside, start, end):
            end = bracket.start()  # "전쟁연구소(ISW)"
        while end > start and line.outside[end - 1] in "》」』":
            end -= 1
        phrase = line.outside[start:end].strip()
        if not phrase:
            return None
        if phrase in cues.writers:
            return AUTHOR
        if phrase in cues.standing_for:
            return self._meant(line, phrase, start, end)
        inside = [one for one in line.actors if start <= one[0] and one[1] <= end]
        if inside and inside[-1][1] == end:
            joined = next((one for one in inside[:-1] if line.outside[one[1]] in _AND), inside[-1])
            return joined[2].entity
        if phrase[0] in "该該" and cues.spokes.search(phrase):
            return self._ending_in(phrase[1]) or ANONYMOUS  # "an official of that bureau"
        if phrase in cues.sides or (len(phrase) == 2 and phrase[1] in cues.sides):
            return self._side(phrase[0])
        if cues.outlets.search(phrase):
            return inside[-1][2].entity if inside else self._ending_in(phrase) or ANONYMOUS
        if cues.unnamed.search(phrase) or cues.outlet_named.search(phrase):
            return ANONYMOUS
        persons = [one for one in inside if self._kind(one[2]) == "person"]
        if persons and cues.office_end.search(phrase):
            return persons[-1][2].entity
        if cues.voices.search(phrase) or cues.spokes.search(phrase):
            return self._body(inside) if inside else self._ending_in(phrase) or ANONYMOUS
        return self._other(phrase, inside, start)

    def _meant(self, line: Line, phrase: str, start: int, end: int) -> str:
        """Whom "he", "the statement" or "the report" stands for."""
        if phrase not in self._cues.pronouns:
            return (self._last if phrase in self._cues.papers else self._carrier) or ANONYMOUS
        named = [one for one in line.actors if one[1] <= start]
        persons = [one for one in named if self._kind(one[2]) == "person"]
        goes_on = line.outside[end : end + 1] in _GOES_ON  # "he ALSO said": who spoke before
        known = (None if goes_on else self._told_of) or self._last_person or ANONYMOUS
        return persons[-1][2].entity if persons else known

    def _other(self, phrase: str, inside: list[tuple[int, int, Mention]], start: int) -> str | None:
        """A title, a body of a state, or a name that the article has introduced."""
        cues = self._cues
        if cues.office_end.search(phrase):
            persons = {
                surface: entity
                for surface, entity in self._surfaces.items()
                if entity not in self._actors or self._actors[entity].kind == "person"
            }
            return titled(phrase, persons, self._introduced, cues.titles) or ANONYMOUS
        state = inside[0] if inside and inside[0][0] == start else None
        if state is not None and self._kind(state[2]) == "state" and cues.body_end.search(phrase):
            return state[2].entity
        if cues.offices.search(phrase) or cues.unnamed_in.search(phrase):
            return ANONYMOUS  # an office and a name that no entity claims
        return ANONYMOUS if cues.introduces(self._introduced, phrase) else None

    def _body(self, inside: list[tuple[int, int, Mention]]) -> str:
        """The last body named, unless a state right before it says that it is another's."""
        last = inside[-1]
        actor = self._actors.get(last[2].entity)
        if len(inside) > 1 and actor is not None and inside[-2][1] >= last[0] - 1:
            before = inside[-2][2]
            if self._kind(before) == "state" and actor.country not in {None, before.entity}:
                return before.entity
        return last[2].entity

    def _kind(self, mention: Mention) -> str | None:
        actor = self._actors.get(mention.entity)
        # A name that the article introduces and the knowledge lacks is a person's, as a rule.
        return actor.kind if actor is not None else "person" if mention.rule == "pattern" else None

    def _side(self, initial: str) -> str | None:
        """ "朝方": the one state of the article whose name begins so."""
        states = {
            entity
            for surface, entity in self._surfaces.items()
            if surface.startswith(initial) and entity in self._actors
            and self._actors[entity].kind == "state"
        }  # fmt: skip
        return states.pop() if len(states) == 1 else None

    def _ending_in(self, noun: str) -> str | None:
        found = {
            entity
            for surface, entity in self._surfaces.items()
            if surface.endswith(noun) and len(surface) > len(noun)
        }
        return found.pop() if len(found) == 1 else None

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
