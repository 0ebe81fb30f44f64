"""Who a phrase of a Chinese, Japanese or Korean sentence names, and who was named before.

Decides whether the phrase is a recognised actor, somebody who speaks for one, a person whom no
entity claims, an outlet, or a thing that cannot speak.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, AUTHOR, Mention
from generator.text.eastern.words import EasternWords
from generator.text.scripts import EASTERN, HANGUL_LETTER
from generator.text.speech.attribution import Line
from generator.text.speech.introductions import titled

_BRACKET = re.compile(r"[(（][^()（）]{1,40}[)）]$")
_AND = frozenset("和与與及")
_GOES_ON = frozenset("还還又也")


class Named:
    """Remembers who spoke and who was named; :class:`~generator.text.eastern.speakers.Eastern`
    fills it.

    ``surfaces`` leads from names as written to identities, ``introduced`` is the text before,
    ``last`` spoke in the sentence before, ``last_person`` is the last person who spoke,
    ``told_of`` opened the sentence before and did not speak, ``carrier`` is the last outlet."""

    def __init__(self, *, cues: EasternWords, actors: Mapping[str, Actor]) -> None:
        self._cues = cues
        self._actors = actors
        self.surfaces: dict[str, str] = {}
        self.introduced = ""
        self.last: str | None = None
        self.last_person: str | None = None
        self.told_of: str | None = None
        self.carrier: str | None = None

    def who(self, line: Line, span: tuple[int, int]) -> str | None:
        start, end = span
        cues = self._cues
        if bracket := _BRACKET.search(line.outside, start, end):
            held = [one for one in line.actors if bracket.start() < one[0] < end]
            if len(held) == 1 and self.kind(held[0][2]) == "person":
                return held[0][2].entity  # "外长西比加(Andrii Sybiga)"
            end = bracket.start()  # "전쟁연구소(ISW)"
        while end > start and line.outside[end - 1] in "》」』":
            end -= 1
        phrase = line.outside[start:end].strip()
        if not phrase:
            return None
        if phrase in cues.standing_for:
            return self._meant(line, phrase, start, end)
        if len(phrase) == 1 and EASTERN.match(phrase) and not HANGUL_LETTER.match(phrase):
            return self._side(phrase)  # "俄称"
        inside = [one for one in line.actors if start <= one[0] and one[1] <= end]
        if inside and inside[-1][1] == end:
            joined = next((one for one in inside[:-1] if line.outside[one[1]] in _AND), inside[-1])
            return joined[2].entity
        if phrase[0] in "该該" and cues.spokes.search(phrase):
            return self._ending_in(phrase[1]) or ANONYMOUS  # "an official of that bureau"
        if phrase in cues.sides or (len(phrase) == 2 and phrase[1] in cues.sides):
            side = self._side(phrase[0])
            if side is not None or phrase not in cues.standing_sides:
                return side
        return self._voice(phrase, line, inside, (start, end))

    def _voice(
        self,
        phrase: str,
        line: Line,
        inside: list[tuple[int, int, Mention]],
        span: tuple[int, int],
    ) -> str | None:
        """A person by office, a body, a title, or a name that the article has introduced."""
        cues, (start, end) = self._cues, span
        if cues.outlets.search(phrase):
            return inside[-1][2].entity if inside else self._ending_in(phrase) or ANONYMOUS
        if phrase in cues.no_speakers:
            return None
        named = cues.outlet_named.search(phrase) or (not inside and cues.body_named.search(phrase))
        if named or cues.unnamed.search(phrase):
            return ANONYMOUS
        persons = [one for one in inside if self.kind(one[2]) == "person"]
        if persons and (cues.office_end.search(phrase) or cues.late(line.outside, persons, end)):
            return persons[-1][2].entity
        if cues.voices.search(phrase) or cues.spokes.search(phrase):
            voice = self._body(inside) if inside else self._titled(phrase)
            return voice or self._ending_in(phrase) or ANONYMOUS
        return self._other(phrase, inside, start)

    def _meant(self, line: Line, phrase: str, start: int, end: int) -> str:
        """Whom "he", "the statement" or "the report" stands for."""
        if phrase in self._cues.writers:
            return AUTHOR
        if phrase not in self._cues.pronouns:
            return (self.last if phrase in self._cues.papers else self.carrier) or ANONYMOUS
        named = [one for one in line.actors if one[1] <= start]
        persons = [one for one in named if self.kind(one[2]) == "person"]
        goes_on = line.outside[end : end + 1] in _GOES_ON  # "he ALSO said": who spoke before
        known = (None if goes_on else self.told_of) or self.last_person or ANONYMOUS
        return persons[-1][2].entity if persons else known

    def _other(self, phrase: str, inside: list[tuple[int, int, Mention]], start: int) -> str | None:
        """A title, a body of a state, or a name that the article has introduced."""
        cues = self._cues
        if cues.office_end.search(phrase):
            return self._titled(phrase) or ANONYMOUS
        state = inside[0] if inside and inside[0][0] == start else None
        if state is not None and self.kind(state[2]) == "state" and cues.body_end.search(phrase):
            return state[2].entity
        if cues.offices.search(phrase) or cues.unnamed_in.search(phrase):
            return ANONYMOUS  # an office and a name that no entity claims
        return ANONYMOUS if cues.introduces(self.introduced, phrase) else None

    def _titled(self, phrase: str) -> str | None:
        """ "문 대변인": the person introduced by that title whose name begins so."""
        persons = {
            surface: entity
            for surface, entity in self.surfaces.items()
            if entity not in self._actors or self._actors[entity].kind == "person"
        }
        return titled(phrase, persons, self.introduced, self._cues.titles)

    def _body(self, inside: list[tuple[int, int, Mention]]) -> str:
        """The last body named, unless a state right before it says that it is another's."""
        last = inside[-1]
        actor = self._actors.get(last[2].entity)
        if len(inside) > 1 and actor is not None and inside[-2][1] >= last[0] - 1:
            before = inside[-2][2]
            if self.kind(before) == "state" and actor.country not in {None, before.entity}:
                return before.entity
        return last[2].entity

    def kind(self, mention: Mention) -> str | None:
        actor = self._actors.get(mention.entity)
        # A name that the article introduces and the knowledge lacks is a person's, as a rule.
        return actor.kind if actor is not None else "person" if mention.rule == "pattern" else None

    def _side(self, initial: str) -> str | None:
        """ "朝方": the one state of the article whose name begins so."""
        states = {
            entity
            for surface, entity in self.surfaces.items()
            if surface.startswith(initial) and entity in self._actors
            and self._actors[entity].kind == "state"
        }  # fmt: skip
        return states.pop() if len(states) == 1 else None

    def _ending_in(self, noun: str) -> str | None:
        found = {
            entity
            for surface, entity in self.surfaces.items()
            if surface.endswith(noun) and len(surface) > len(noun)
        }
        return found.pop() if len(found) == 1 else None
