"""Who the noun phrase beside a speech cue is.

Decides whether its head is a recognised actor, somebody who speaks for one, a paper, an unnamed
source, or a thing that cannot speak.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, AUTHOR, Mention
from generator.text.phrases import BLANK, ends_in
from generator.text.speech.antecedents import Antecedents
from generator.text.speech.attribution import Line
from generator.text.syntax.joined import first_joined
from generator.text.syntax.noun_phrases import Edges, bare_noun

_LONG_NAME = 10
"""Words of an unlisted name with its office, at most."""
_ONE = re.compile(r"(?:a|an|one|another|the other|two|three|several) [a-z]", re.I)
_NEW_CLAUSE = re.compile(
    r"[;:][ \"\u0001]*(?:(?:but|and|yet) )?(?:[^;:,\"\u0001]{1,40}, )?$|, (?:but|and|yet) $"
    r"|(?<= )(?:was|were|is|are|had|has|did|\w{3,}ed)\b[^;:,\"\u0001]*, $"
)
_OPENING = 60
"""Characters within which a clause names its subject."""
_STATEMENT = re.compile(r" (?:he|she|it|they|there|the|no|nobody|his|her|its|their|this|that)\b")
_NAMING = 80
"""Characters between a verb of naming and its quotation, at most."""
_ELSEWHERE = re.compile(r"(?:^|[,;\"] *)(?:In|At|From|in|at|from) [A-Z][^,;:\"\u0001]{1,40}, ?$")
"""A place before "the ministry": another ministry than the one named before."""
_BY = re.compile(r"(?P<done>[\w-]+)(?: in \w+| on \w+)? by (?:the )?$")
_LONGER = re.compile(r"(?: (?:of|for|and)(?= [A-Z])| [A-Z][\w-]*){1,8}")
_AS_FOR = re.compile(r"[\" ]*As (?:for|to|regards) (?P<who>[^,;:\"\u0001]{2,60}), ")
_PAPER_OF = re.compile(r" *(?:of|for|by|from)\b")


class NounPhrases(Edges):
    """Phrases of one article, read in order."""

    def __init__(
        self, *, cues: ClaimCues, actors: Mapping[str, Actor], persons: frozenset[str]
    ) -> None:
        self.spoken = Antecedents(cues=cues, actors=actors, persons=persons)
        super().__init__(cues, is_person=self.spoken.is_person)

    def is_paper(self, line: Line, start: int, end: int) -> bool:
        """Whether a noun phrase names a paper or a study."""
        return ends_in(self._cues.documents, line.outside[start : self.core_end(line, start, end)])

    def stands_in(self, line: Line, source: tuple[int, int]) -> bool:
        """Whether the words of a source are only a pronoun."""
        bare = line.text[source[0] : source[1]].strip(" .,").lower()
        return bare in self._cues.personal or bare in self._cues.pronouns

    def may_tell(self, line: Line, start: int, end: int) -> bool:
        """Whether something may be "according to" the phrase: anything but plan, size and need."""
        core = line.outside[start : self.core_end(line, start, end)].strip(" .")
        first = core.lower().partition(" ")[0]
        pronoun = first in {*self._cues.own_pronouns, "which", "whom", "what"}
        return bool(core) and not pronoun and not ends_in(self._cues.no_sources, core)

    def who(self, line: Line, start: int, end: int, *, verb: str) -> tuple[str, bool] | None:
        """Holder of a noun phrase and whether it is an outlet; None if it cannot speak."""
        cues = self._cues
        inside = [one for one in line.actors if one[0] >= start - 1 and one[1] <= end + 1]
        core_end = self.core_end(line, start, end)
        core = line.outside[start:core_end].rstrip()
        core_end = start + len(core)
        if not core:
            return None
        bare = core.lower().rstrip(".")
        if bare in cues.self_names and core_end >= end - 1:
            return AUTHOR, False
        if bare in cues.personal or bare in cues.pronouns:
            return self._pronoun(line, bare, start=start, verb=verb)
        if bare in cues.objects:
            return self.spoken.person or ANONYMOUS, False  # "according to her"
        if bare in cues.own_pronouns:
            return None  # whether the writer speaks, the words for it decide
        if cues.some_of.fullmatch(bare):
            return ANONYMOUS, False  # "one of them cautioned"
        office = self._by_office(line, bare, span=(start, end), inside=inside)
        if office is not None:
            return office, False
        for s, e, mention in inside:
            whole = core[-1] != '"' or line.outside[s - 1 : s] != BLANK
            if e >= core_end - 1 and s < core_end and whole:
                if mention.rule == "surname" and self._other_name(line, start, s):
                    return ANONYMOUS, False
                if (owner := self.spoken.owner(line, s, mention.entity)) is not None:
                    return owner, False
                joined = first_joined(line, inside, s)
                return self._named(line, joined or mention, start, verb)
        named = self._named_behind(line, core_end, end, inside)
        if named is not None:
            return named, False
        return self._unlisted(line, core, span=(core_end, end), inside=inside, verb=verb)

    def _by_office(
        self,
        line: Line,
        bare: str,
        *,
        span: tuple[int, int],
        inside: Sequence[tuple[int, int, Mention]],
    ) -> str | None:
        """ "The head of state": whoever spoke last; "the Zenda ambassador to Strelsau BLACK"."""
        start, end = span
        if bare == "the head" and line.outside[start + 4 : end].strip(" .,") in self._cues.heads:
            return self.spoken.head(line.outside[start + 4 : end].strip(" .,")) or ANONYMOUS
        if self._cues.callings.fullmatch(bare.rsplit(" ", 1)[-1]) is None:
            return None
        return self._named_behind(line, start + len(bare), end, inside)

    def _named_behind(
        self, line: Line, core_end: int, end: int, inside: Sequence[tuple[int, int, Mention]]
    ) -> str | None:
        """ "The director OF THE YARD BLACK": the name right behind a body is the director's, as
        translations put it; behind a title it is another's ("an aide of President Black")."""
        for start, finish, mention in inside:
            body = line.outside[core_end:start].rstrip().rsplit(" ", 1)[-1]
            if abs(finish - end) <= 1 and start > core_end and self.spoken.is_person(mention):
                cues = self._cues
                known = (cues.bodies, cues.voices, cues.firms, cues.outlets)
                at = body in {"rank", "class"} or any(one.fullmatch(body) for one in known)
                listed = any(e == start - 1 for _, e, _ in inside)
                return mention.entity if at or listed else None
        return None

    def _pronoun(self, line: Line, word: str, *, start: int, verb: str) -> tuple[str, bool] | None:
        cues, spoken = self._cues, self.spoken
        if word in cues.personal:
            about = _AS_FOR.fullmatch(line.outside, 0, start)
            if about is not None:  # "AS FOR BLACK, he vowed": nobody who spoke before
                other = self.who(line, *about.span("who"), verb="said")
                return other if other and other[0] != spoken.spoke else (ANONYMOUS, False)
            before = self.before_the_mark(line, start)
            return before or spoken.person_called(word) or ANONYMOUS, False
        if word == "it":
            # "RNA said ... The ruler watched it, IT ADDED": whoever spoke.
            inserted = bool(verb) and line.outside[:start].rstrip().endswith((",", '"', BLANK))
            if spoken.unnamed_body and verb in cues.free | cues.strict and (inserted or not start):
                return ANONYMOUS, False  # "the Harbour Board said ...": "..., IT ADDED"
            topic = spoken.other if inserted and spoken.spoke_last else None
            topic = topic or spoken.topics.here(line, start)
            topic = topic or (spoken.other if inserted else None) or spoken.topics.at(line, start)
            told = not verb or verb in cues.free | cues.strict | cues.putting | cues.counting
            if topic is None and line.outside[:start].rstrip().endswith(('"', BLANK)):
                return ANONYMOUS, False  # "...," it says: a paper, and we cannot say whose
            return (topic, False) if topic and told else None
        meant = spoken.group and verb in cues.opinion | cues.strict
        if verb not in cues.free | cues.naming | cues.strict and not meant:
            return None
        if spoken.other:
            return spoken.other, False
        # "Inspectors found nothing, THEY SAID": whoever stands before speaks.
        inserted = line.outside[:start].rstrip().endswith((",", '"', BLANK))
        behind = inserted and (verb == "said" or _closes(line, start, verb))
        opens = not line.outside[:start].strip() and verb in cues.free - cues.soft - cues.nominal
        return (ANONYMOUS, False) if spoken.group or behind or opens else None

    def before_the_mark(self, line: Line, start: int) -> str | None:
        """ "Black disagrees; HE believes": the one person that the clause before names, at its
        opening."""
        mark = _NEW_CLAUSE.search(line.outside, max(0, start - _OPENING), start)
        if mark is None:
            return None
        persons = {
            one.entity
            for _, e, one in line.actors
            if e <= mark.start() and self.spoken.is_person(one)
        }
        first = next((one for one in line.actors if self.spoken.is_person(one[2])), None)
        if first is None or len(persons) != 1 or first[0] > _OPENING:
            return None
        owned = line.outside.startswith("'s", first[1])
        led = set(line.outside[: first[0]].lower().split()) & (
            self._cues.prepositions | self._cues.breaks
        )
        return None if owned or led else first[2].entity

    def _other_name(self, line: Line, start: int, surname: int) -> bool:
        """ "John Kim" is not the Kim of the article."""
        before = line.outside[start:surname].split()
        last = before[-1] if before else ""
        return last[:1].isupper() and last.lower().rstrip(".") not in self._cues.titles

    def _named(
        self, line: Line, mention: Mention, start: int, verb: str
    ) -> tuple[str, bool] | None:
        surface = mention.surface
        if mention.rule == "demonym" and not surface.endswith("s"):
            before = line.outside[max(0, start - 1) : start + 5].lower()
            if not surface.endswith("ese") or "the " not in before or verb in self._cues.nominal:
                return None
        if surface.lower().startswith("the ") and self._cues.unnamed.fullmatch(surface[4:]):
            return ANONYMOUS, False
        press = not mention.known and ends_in(self._cues.named_outlets, surface)
        return mention.entity, press or self.spoken.is_outlet(mention.entity)

    def _unlisted(
        self,
        line: Line,
        core: str,
        *,
        span: tuple[int, int],
        inside: Sequence[tuple[int, int, Mention]],
        verb: str,
    ) -> tuple[str, bool] | None:
        """A head that no entity claims: a voice of one, a paper, an unnamed source, a name."""
        cues = self._cues
        core_end, end = span
        head = core.rsplit(" ", 1)[-1].rstrip(".")
        if not cues.passives.isdisjoint(core.split()):
            return None  # a clause of its own: "they ARE the only ones"
        own = [one for one in inside if one[1] <= core_end]
        again = self._again(line, core, span=span)
        if again is not None:
            return again, self.spoken.is_outlet(again)
        if ends_in(cues.voices, core) or ends_in(cues.documents, core):
            whose = self._speaking_for(line, core, span=span, inside=inside)
            if whose in {None, ANONYMOUS} and bare_noun(core):
                whose = self.spoken.agency(core) or whose
            agency = core.endswith("agency") and self.spoken.is_outlet(whose)
            return whose, agency  # "the Zenda NEWS AGENCY" passes on what others say
        if ends_in(cues.outlets, core):
            return self._press(line, core, span=span, start=span[0] - len(core)) or ANONYMOUS, True
        tells = verb.partition(" ")[0]
        at = self._verb_end(line, end, tells) + 1
        if tells in cues.telling and cues.hearers.match(line.outside, at):
            return ANONYMOUS, False
        body = core.endswith('"') and self._is_body(line.text[:core_end])
        if body or any(ends_in(one, core) for one in (cues.unnamed, cues.callings, cues.firms)):
            return ANONYMOUS, False  # 'the so-called "Ministry of Tides"'
        if core.startswith("The ") and core.endswith('"') and verb in cues.free:
            return ANONYMOUS, True  # a paper, its name in quotation marks
        names = [word for word in core.split() if word.lower() not in cues.titles]
        capital = bool(names) and names[-1][:1].isupper() and len(names) <= _LONG_NAME
        behind = line.outside[self._verb_end(line, end, verb) :]
        told = re.match(r" +(?:that\b|how\b|\")", behind) is not None
        strong = verb in cues.free | cues.putting | cues.counting | cues.holding or not verb
        strong = strong or (told and len(names) > 1)
        full = len(names) > 1 and verb in cues.denied
        if (
            capital
            and (strong or full)
            and verb not in cues.nominal
            and (full or verb not in cues.soft)
        ):
            # A name that no entity claims: somebody speaks, and we cannot say which entity.
            return ANONYMOUS, False
        if (told or verb.endswith(" that")) and ends_in(cues.texts, core):
            return (own[-1][2].entity if own else ANONYMOUS), False
        named = verb in cues.naming and '"' in behind[:_NAMING]
        beside = (verb in cues.free or told or named) and '"' in line.outside
        if beside and _ONE.match(core):
            return ANONYMOUS, False  # "one buyer told me", beside a quotation
        closed = not verb and not line.outside[end : end + 2].strip(' .,;"')
        speaks = (verb in cues.free and not verb.endswith(" of")) or told or closed or named
        speaks = speaks or verb in cues.putting | cues.counting
        states = verb in cues.saying and _STATEMENT.match(behind) is not None
        if (speaks and self._is_somebody(head)) or (states and _ONE.match(core) and head.islower()):
            return ANONYMOUS, False
        return None

    def _speaking_for(
        self,
        line: Line,
        core: str,
        *,
        span: tuple[int, int],
        inside: Sequence[tuple[int, int, Mention]],
    ) -> str:
        """Whose voice or paper a noun phrase names."""
        core_end, end = span
        paper = ends_in(self._cues.documents, core)
        of = [one for one in inside if one[0] >= core_end]
        own = [one for one in inside if one[1] <= core_end]
        inside_paper = paper and line.outside.startswith(" in ", core_end)
        if of and (inside_paper or _PAPER_OF.match(line.outside, core_end, end)):
            return self._maker(line, of[0])
        made_by = [one for one in of if self._made_by(line.outside, core_end, one[0])]
        if paper and made_by:
            return self._maker(line, made_by[0])  # "a survey run in June by the institute"
        if own:
            return own[-1][2].entity
        if core[:4].lower() == "its ":
            return self.spoken.topics.at(line, span[0]) or ANONYMOUS
        issuer = self.spoken.topics.issuer(core.rsplit(" ", 1)[-1].rstrip(".").lower())
        return (issuer if paper else None) or ANONYMOUS

    def _again(self, line: Line, core: str, *, span: tuple[int, int]) -> str | None:
        """ "The ministry", "the analyst": who was named so before; a place beside the words says
        that another is meant."""
        start = span[0] - len(core)
        if not bare_noun(core):
            # "The Zenda spokesman": whoever was introduced by just these words.
            titled = core[:4].lower() == "the " and span[0] >= span[1] - 1
            return self.spoken.role(core) if titled else None
        if span[0] < span[1] - 1:
            return None
        if _ELSEWHERE.search(line.outside, max(0, start - 50), start):
            return None
        return self.spoken.body(core) or self.spoken.role(core)

    def _press(self, line: Line, core: str, *, span: tuple[int, int], start: int) -> str | None:
        """ "The paper wrote": the one outlet that the article has named; "state media said" behind
        the name of a state that has some: that state."""
        if bare_noun(core):
            return self.spoken.outlet()
        owned = core.lower().startswith("its ")
        if owned or (core.lower().startswith("state") and span[0] >= span[1] - 1):
            return self.spoken.press_of(self.spoken.topics.at(line, start))
        return None

    def _maker(self, line: Line, made: tuple[int, int, Mention]) -> str:
        """Whose paper it is; a body whose name only begins with that of a state is not the
        state: "a study by the Ruritanian Defence Research Establishment"."""
        _, end, mention = made
        if mention.rule == "demonym" and self._cues.firms.match(line.outside, end + 1):
            return ANONYMOUS  # "a study by the Ruritanian GROUP"
        longer = _LONGER.match(line.outside, end)
        other = longer is not None and not ends_in(self._cues.voices, longer.group())
        return ANONYMOUS if mention.rule == "demonym" and other else mention.entity

    def _made_by(self, outside: str, start: int, end: int) -> bool:
        """Whether a paper comes from the name that begins at ``end``."""
        found = _BY.search(outside, start, end)
        return found is not None and found["done"].lower() not in self._cues.passed_on

    @staticmethod
    def _verb_end(line: Line, end: int, verb: str) -> int:
        at = line.outside.lower().find(verb, end) if verb else end
        return at + len(verb) if at >= 0 else end


def _closes(line: Line, start: int, verb: str) -> bool:
    """Whether a mark stands right behind the verb of a pronoun: ", THEY MAINTAINED, "."""
    after = line.outside[start : start + _OPENING].lower().partition(f" {verb}")[2]
    return bool(verb) and after.startswith((",", ".", ";"))
