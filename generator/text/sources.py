"""The noun phrase beside a speech cue, and who it is.

Decides where the phrase begins and ends, stepping over adverbs, appositions and "in a statement
on Friday", and whether its head is a recognised actor, somebody who speaks for one, a paper, an
unnamed source, or a thing that cannot speak. Every look to either side is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, AUTHOR, Mention
from generator.text.antecedents import Antecedents
from generator.text.attribution import Line
from generator.text.phrases import BLANK, ends_in
from generator.text.speech_cues import compiled

WINDOW = 260
"""Characters looked at on either side of a cue."""
_NICKNAME = 24
"""Characters of a name in quotation marks, at most."""
_LONG_NAME = 10
"""Words of an unlisted name with its office, at most."""
TOKEN = re.compile(r"[^\W_]+(?:[.'&/-][^\W_]+)*\.?|\S")
_MARKS = frozenset(',;:()—–"!?') | {BLANK, "-", "--"}
_AND = re.compile(r"\b(?:and|but)(?: also)? +$")
_ONE = re.compile(r"(?:a|an|one|another|the other|two|three|several) [a-z]", re.I)
_BY = re.compile(r"(?P<done>[\w-]+)(?: in \w+| on \w+)? by (?:the )?$")
_PAPER_OF = re.compile(r" *(?:of|for|by|from)\b")


class NounPhrases:
    """Phrases of one article, read in order."""

    def __init__(self, *, cues: ClaimCues, actors: Mapping[str, Actor]) -> None:
        self._cues = compiled(cues)
        self.spoken = Antecedents(cues=cues, actors=actors)

    def is_paper(self, line: Line, start: int, end: int) -> bool:
        """Whether a noun phrase names a paper or a study."""
        return ends_in(self._cues.documents, line.outside[start : self._core_end(line, start, end)])

    def stands_in(self, line: Line, source: tuple[int, int]) -> bool:
        """Whether the words of a source are only a pronoun."""
        bare = line.text[source[0] : source[1]].strip(" .,").lower()
        return bare in self._cues.personal or bare in self._cues.pronouns

    def before(self, line: Line, verb: int, floor: int) -> tuple[int, int] | None:
        """Span of the noun phrase that is the verb's subject."""
        cues = self._cues
        low = max(floor, verb - WINDOW)
        left = line.outside[low:verb]
        tokens = [(m.start() + low, m.end() + low, m.group()) for m in TOKEN.finditer(left)]
        tokens = self._without_adjuncts(line, tokens)
        index = len(tokens) - 1
        for _ in range(4):
            while index >= 0 and (
                tokens[index][2].lower() in cues.auxiliaries
                or (tokens[index][2].endswith("ly") and tokens[index][2].islower())
            ):
                index -= 1
            if index >= 0 and tokens[index][2].lower() in cues.passives:
                return None
            if index < 0 or tokens[index][2] not in {",", ")", "—", "–"}:
                break
            # An apposition or an insertion: step to the mark that opens it.
            opener = "(" if tokens[index][2] == ")" else tokens[index][2]
            back = index - 1
            while back >= 0 and tokens[back][2] != opener:
                back -= 1
            if back <= 0:
                return None
            named = (tokens[back + 1][0], tokens[index - 1][1])
            if any((s, e) == named for s, e, _ in line.actors):
                return named  # "the agency's director, Rupert Hentzau, said"
            index = back - 1
        if index < 0:
            return None
        last = index
        index = self._phrase_edge(line, tokens, self._over_name(tokens, index))
        if index >= 0 and tokens[index][2].lower() in cues.subordinators:
            return None
        if tokens[last][2].lower() in {"who", "which"}:
            return None
        first = index + 1
        if first > last:
            return None
        return tokens[first][0], tokens[last][1]

    @staticmethod
    def _over_name(tokens: list[tuple[int, int, str]], index: int) -> int:
        """ "An officer with the call sign "Kestrel" said": the words in quotation marks belong to
        the phrase."""
        back = index
        if back < 0 or tokens[back][2] != '"':
            return index
        while back > 0 and tokens[back - 1][2] == BLANK:
            back -= 1
        opens = back >= 2 and tokens[back - 1][2] == '"' and index - back <= _NICKNAME
        return back - 2 if opens and tokens[back - 2][2].islower() else index

    def _phrase_edge(self, line: Line, tokens: list[tuple[int, int, str]], index: int) -> int:
        """Index of the token left of the phrase that ends at ``index``; -1 at the beginning."""
        while index >= 0:
            word = tokens[index][2]
            inside = any(s <= tokens[index][0] < e for s, e, _ in line.actors)
            if word == ")":
                # The initials of a body stand behind it: "Chiefs of Staff (JCS) in Strelsau".
                back = next((i for i in range(index - 1, max(0, index - 8), -1)
                             if tokens[i][2] == "("), 0)  # fmt: skip
                if back:
                    index = back - 1
                    continue
            joined = word.lower() == "and" and self._joined(line, tokens, index)
            breaks = word.lower() in self._cues.breaks and not inside and not joined
            if word in _MARKS or (breaks and not self._of_body(tokens, index)):
                break
            index -= 1
        return index

    def _of_body(self, tokens: list[tuple[int, int, str]], index: int) -> bool:
        """ "The Institute FOR the Study of War": part of a body's name."""
        after = [word for _, _, word in tokens[index + 1 : index + 3] if word != "the"]
        before = tokens[index - 1][2] if index else ""
        return (
            tokens[index][2] in {"for", "of"}
            and before[:1].isupper()
            and self._cues.bodies.fullmatch(before) is not None
            and bool(after)
            and after[0][:1].isupper()
        )

    def _joined(self, line: Line, tokens: list[tuple[int, int, str]], index: int) -> bool:
        """ "Strelsau AND Zenda said": a name on either side."""
        if index < 1 or index + 1 >= len(tokens):
            return False
        before, after = tokens[index - 1], tokens[index + 1]
        return any(s < before[1] <= e for s, e, _ in line.actors) and any(
            s <= after[0] < e for s, e, _ in line.actors
        )

    def shared(self, line: Line, verb: int) -> tuple[int, int] | None:
        """ "Strelsau held a meeting AND URGED ...": the first name of the sentence."""
        if not _AND.search(line.outside[max(0, verb - 8) : verb]):
            return None
        for start, end, mention in line.actors:
            lead = line.outside[:start][-30:].lower().split()
            plainbegin = len(line.outside[:start]) <= 30 and not (
                set(lead) & (self._cues.prepositions | self._cues.breaks)
            )
            own = not line.text[end : end + 2].startswith(("'s", "-"))
            if end < verb and plainbegin and own and mention.rule != "demonym":
                return start, end
            return None
        return None

    def _without_adjuncts(
        self, line: Line, tokens: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, str]]:
        for _ in range(2):
            if not tokens:
                break
            low = tokens[0][0]
            text = line.outside[low : tokens[-1][1]].lower().rstrip(",")
            adjunct = next((one for one in self._cues.adjuncts if text.endswith(" " + one)), None)
            if adjunct is None:
                break
            cut = low + len(text) - len(adjunct)
            tokens = [token for token in tokens if token[0] < cut]
            if len(tokens) > 1 and tokens[-1][2] == "," and "," not in [t[2] for t in tokens[:-1]]:
                tokens = tokens[:-1]
        return tokens

    def after(self, line: Line, start: int) -> tuple[int, int] | None:
        end = start
        for found in TOKEN.finditer(line.outside, start, min(len(line.outside), start + WINDOW)):
            word = found.group()
            inside = any(s <= found.start() < e for s, e, _ in line.actors)
            if word in _MARKS and not (word == "-" and end == found.start()):
                if end > start:
                    break
                continue
            if word == "." and not inside:
                break
            stop = word.lower() in self._cues.breaks and word.lower() not in {"and", "for"}
            finite = word.lower() in self._cues.verbs_after or word.isdigit()
            if (stop or finite) and not inside and end > start:
                break
            if word.lower() in {"on", "in", "during"} and not inside and end > start + 1:
                paper = ends_in(self._cues.documents, line.outside[start:end].strip())
                if not (paper and word.lower() == "in"):
                    break
            end = found.end()
        while end > start and line.outside[end - 1] in ". ":
            if any(e == end for _, e, _ in line.actors):
                break
            end -= 1
        while start < end and line.outside[start] in ' "\u0001':
            start += 1
        return (start, end) if end > start else None

    def head_end(self, line: Line, end: int) -> int:
        """A demonym reaches on to the noun that speaks: "Ruritanian MILITARY"."""
        following = self._cues.voices.match(line.outside, end + 1)
        return following.end() if following else end

    def who(self, line: Line, start: int, end: int, *, verb: str) -> tuple[str, bool] | None:
        """Holder of a noun phrase and whether it is an outlet; None if it cannot speak."""
        cues = self._cues
        inside = [one for one in line.actors if one[0] >= start - 1 and one[1] <= end + 1]
        core_end = self._core_end(line, start, end)
        core = line.outside[start:core_end].rstrip()
        core_end = start + len(core)
        if not core:
            return None
        bare = core.lower().rstrip(".")
        if bare in cues.personal:
            return self.spoken.person or ANONYMOUS, False
        if bare in cues.self_names and core_end >= end - 1:
            return AUTHOR, False
        if bare == "it":
            topic = self.spoken.topics.at(line, start)
            told = not verb or verb in cues.free or verb in cues.strict
            return (topic, False) if topic and told else None
        if bare in cues.pronouns:
            return (self.spoken.other, False) if self.spoken.other and verb in cues.free else None
        for s, e, mention in inside:
            if e >= core_end - 1 and s < core_end:
                if mention.rule == "surname" and self._other_name(line, start, s):
                    return ANONYMOUS, False
                joined = self._first_joined(line, inside, s)
                return self._named(line, joined or mention, start, verb)
        return self._unlisted(line, core, span=(core_end, end), inside=inside, verb=verb)

    def _core_end(self, line: Line, start: int, end: int) -> int:
        """Where the head of a noun phrase ends, before what is told of it."""
        cues = self._cues
        inside = [one for one in line.actors if one[0] >= start - 1 and one[1] <= end + 1]
        last = end
        tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(line.outside, start, end)]
        for index, (first, finish, form) in enumerate(tokens):
            word, head = form.lower(), line.outside[start:last]
            last, before = finish, last
            if not index or any(s <= first < e for s, e, _ in inside):
                continue
            if self._of_body(tokens, index):
                continue
            if word == "and" and (ends_in(cues.unnamed, head) or ends_in(cues.documents, head)):
                return before  # "two diplomats and a document"
            if word == "of" and head.lower().removeprefix("the ") in cues.quantifiers:
                continue  # "two of her crew"
            tells = word in cues.postmodifiers and (
                ends_in(cues.documents, head) or ends_in(cues.unnamed, head)
            )
            if tells or word in cues.prepositions:
                return before
        return end

    @staticmethod
    def _first_joined(
        line: Line, inside: Sequence[tuple[int, int, Mention]], start: int
    ) -> Mention | None:
        """ "Strelsau and Zenda said": held by the first, with both names as its words."""
        return next((one for _, e, one in inside if line.outside[e:start].strip() == "and"), None)

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
        press = not mention.known and ends_in(self._cues.outlets, surface)
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
        voice = ends_in(cues.voices, core)
        paper = ends_in(cues.documents, core)
        if voice or paper:
            of = [one for one in inside if one[0] >= core_end]
            own = [one for one in inside if one[1] <= core_end]
            inside_paper = paper and line.outside.startswith(" in ", core_end)
            if of and (inside_paper or _PAPER_OF.match(line.outside, core_end, end)):
                return of[0][2].entity, False
            made_by = [one for one in of if self._made_by(line.outside, core_end, one[0])]
            if paper and made_by:
                return made_by[0][2].entity, False  # "a survey run in June by the institute"
            if own:
                return own[-1][2].entity, False
            if core[:4].lower() == "its ":
                return self.spoken.topics.at(line, span[0]) or ANONYMOUS, False
            if paper:
                return self.spoken.topics.issuer(head.lower()) or ANONYMOUS, False
            return self.spoken.heads.get(head.lower()) or ANONYMOUS, False
        if ends_in(cues.outlets, core):
            # "the paper wrote": the one outlet that the article has named.
            return (self.spoken.outlet() if bare_noun(core) else None) or ANONYMOUS, True
        if ends_in(cues.unnamed, core):
            return ANONYMOUS, False
        names = [word for word in core.split() if word.lower() not in cues.titles]
        capital = bool(names) and names[-1][:1].isupper() and len(names) <= _LONG_NAME
        told = re.match(r" +(?:that\b|how\b|\")", line.outside[self._verb_end(line, end, verb) :])
        strong = verb in cues.free or not verb or (told is not None and len(names) > 1)
        if capital and strong and verb not in cues.nominal and verb not in cues.soft:
            # A name that no entity claims: somebody speaks, and we cannot say which entity.
            return ANONYMOUS, False
        if verb in cues.free and '"' in line.outside and _ONE.match(core):
            return ANONYMOUS, False  # "one buyer told me", beside a quotation
        return None

    def _made_by(self, outside: str, start: int, end: int) -> bool:
        """Whether a paper comes from the name that begins at ``end``."""
        found = _BY.search(outside, start, end)
        return found is not None and found["done"].lower() not in self._cues.passed_on

    @staticmethod
    def _verb_end(line: Line, end: int, verb: str) -> int:
        at = line.outside.lower().find(verb, end) if verb else end
        return at + len(verb) if at >= 0 else end


def bare_noun(phrase: str) -> bool:
    """ "the paper", "the news agency": a noun that takes up what was named."""
    return phrase[:4].lower() == "the " and phrase[4:].islower()
