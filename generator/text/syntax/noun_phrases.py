"""Where the noun phrase beside a speech cue begins and ends.

Decides it without a parse tree: to the left over adverbs, appositions and "in a statement on
Friday", to the right up to a mark or a word that begins something else. Every look to either side
is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.knowledge.cues.claims import ClaimCues
from generator.model import Mention
from generator.text.phrases import BLANK, ends_in, plain
from generator.text.speech.attribution import TOKEN, Line
from generator.text.speech.cues import compiled
from generator.text.syntax.adjuncts import without_adjuncts
from generator.text.syntax.apposition import closed, told_twice, unclosed
from generator.text.syntax.joined import names_joined
from generator.text.syntax.sharing import sharing

WINDOW = 260
"""Characters looked at on either side of a cue."""
_NICKNAME = 48
"""Characters of a name in quotation marks, at most."""
_MARKS = frozenset(',;:()—–"!?') | {BLANK, "-", "--"}
_SHORTEST = 4
"""Letters of "user" and "peer"; what is shorter and ends like them is no noun of doing."""
_CALLING = 4
"""Words of what somebody is before his name, at most: "former naval engineer Black"."""
WHEN = frozenset({"When", "After", "Before", "Once", "Since"})
"""At the head of a sentence they open a clause in which somebody may speak in passing."""
_FULL_NAME = re.compile(r"[A-Z][\w'-]+(?: (?:[A-Z][\w'.-]*|al|bin|da|de|di|van|von))* [A-Z][\w'-]+")
_NAMED = re.compile(r"\"[\u0001 ]{1,40}\" (?=[A-Z])")
"""A name in quotation marks between a body and whom it belongs to: 'director of "Zenith" Black'."""
_PARTICIPLE = re.compile(r"[a-z]{3,}(?:ed|ing)")
_OF_PLACE = re.compile(r" (?:of|in|from|at) [A-Z][\w-]+(?: [A-Z][\w-]+)?")


class Edges:
    """The edges of the noun phrases of one set of cues."""

    def __init__(self, cues: ClaimCues, *, is_person: Callable[[Mention], bool]) -> None:
        self._cues = compiled(cues)
        self._is_person = is_person

    def before(self, line: Line, verb: int, floor: int) -> tuple[int, int] | None:
        """Span of the noun phrase that is the verb's subject."""
        cues = self._cues
        low = max(floor, verb - WINDOW)
        tokens = without_adjuncts(cues, line, line.tokens(low, verb))
        index = len(tokens) - 1
        stepped = False
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
            index, named = self._over_insertion(line, tokens, index)
            if named is not None or index < 0:
                return named
            stepped = True
            if index > 1 and tokens[index][2].isdigit() and tokens[index - 1][2] == ",":
                index -= 2  # "Black, 51, who fled in May, says"
        twice = told_twice(cues, line, tokens[-1][0]) if stepped else None
        if index < 0 or twice is not None:
            return twice
        last = index
        index = self._phrase_edge(line, tokens, self._over_name(line, tokens, index))
        if index + 1 < last and self._leads_in(tokens, index + 1, last):
            index = last - 1  # "On the war he said": no subject begins before the pronoun
        if tokens[last][2].lower() in {"who", "which"}:
            return self._told_of_itself(line, tokens, last)
        if (
            index >= 0
            and tokens[index][2].lower() in cues.subordinators
            and (index or low or tokens[0][2] not in WHEN)
            and tokens[index][2] != "when"
        ):
            return None
        first = index + 1
        if first > last:
            return None
        if stepped and tokens[first][2] == "who":
            # "a medic, who gave only her call sign, Birch, said"
            return self._told_of_itself(line, tokens, first)
        told = (
            closed(self._cues, line, tokens, first)
            if stepped
            else unclosed(self._cues, line, tokens[: last + 1], first, is_person=self._is_person)
        )
        return told or (tokens[first][0], tokens[last][1])

    def _over_insertion(
        self, line: Line, tokens: list[tuple[int, int, str]], index: int
    ) -> tuple[int, tuple[int, int] | None]:
        """Index left of the mark that opens what the mark at ``index`` closes, -1 if none does;
        and the speaker, where the insertion names him."""
        opener = "(" if tokens[index][2] == ")" else tokens[index][2]
        back = next((at for at in range(index - 1, 0, -1) if tokens[at][2] == opener), 0)
        if not back:
            return -1, None
        span = (tokens[back + 1][0], tokens[index - 1][1])
        named = self._apposed(line, span) if index > back + 1 else None
        if named is not None and self._is_person(named[2]):
            return back - 1, named[:2]  # "the agency's director, Rupert Hentzau, said"
        unlisted = opener == "," and _FULL_NAME.fullmatch(line.outside, *span) is not None
        if named is not None or (unlisted and tokens[back - 1][2].islower()):
            return back - 1, None if self._of_somebody(line, tokens[:back]) else span
        return back - 1, None

    def _apposed(self, line: Line, span: tuple[int, int]) -> tuple[int, int, Mention] | None:
        """The name that an insertion is, or that of the person it ends with: ", Chinese national
        Lin Zhou, "."""
        for start, end, mention in line.actors:
            if (start, end) == span or (
                start == span[0] and _OF_PLACE.fullmatch(line.outside, end, span[1])
            ):
                return start, end, mention  # ", Hale Shipping of Gdansk, "
            if end != span[1] or start < span[0] or not self._is_person(mention):
                continue
            lead = line.outside[span[0] : start].split()
            if lead[:1] in (["a"], ["an"], ["the"]) and lead[-1] in {"called", "named"}:
                return start, end, mention  # ", a woman called Rosa Black, "
            calling = lead[-1] if 0 < len(lead) <= _CALLING else ""
            known = (self._cues.unnamed, self._cues.callings)
            called = self._is_somebody(calling) or any(one.fullmatch(calling) for one in known)
            if called and self._cues.prepositions.isdisjoint(map(str.lower, lead)):
                return start, end, mention
        return None

    def _is_somebody(self, head: str) -> bool:
        """ "GUNNERS said": a noun of those who do something, and no thing of that ending."""
        return (
            head.islower()
            and len(head) > _SHORTEST
            and head not in self._cues.no_people
            and head.endswith(self._cues.people_endings)
        )

    def _is_body(self, text: str) -> bool:
        """Whether the words in quotation marks that end a text name a body."""
        called = plain(text).rsplit('"', 2)[-2].lower().split()
        known = (self._cues.bodies, self._cues.voices, self._cues.firms)
        return any(one.fullmatch(word) for word in called for one in known)

    def _of_somebody(self, line: Line, tokens: list[tuple[int, int, str]]) -> bool:
        """ "A man at an affiliate, Zenith, said": the name is the affiliate's."""
        first = self._phrase_edge(line, tokens, len(tokens) - 1) + 1
        words = [word.lower() for _, _, word in tokens[first:]]
        return words[:1] in (["a"], ["an"], ["one"], ["another"]) and not set(words).isdisjoint(
            self._cues.prepositions
        )

    def _told_of_itself(
        self, line: Line, tokens: list[tuple[int, int, str]], last: int
    ) -> tuple[int, int] | None:
        """ "Black, WHO fears a strike, ...": the phrase before the comma."""
        if last < 2 or tokens[last - 1][2] != ",":
            return None
        first = self._phrase_edge(line, tokens, self._over_name(line, tokens, last - 2)) + 1
        if first > last - 2:
            return None
        end = tokens[last - 2][1]
        named = (s for s, e, _ in line.actors if e == end and s >= tokens[first][0])
        return next(named, tokens[first][0]), end

    def _leads_in(self, tokens: list[tuple[int, int, str]], first: int, last: int) -> bool:
        pronoun = tokens[last][2].lower()
        if pronoun in self._cues.own_pronouns:
            return True  # "everything WE say"
        if pronoun not in self._cues.personal and pronoun not in self._cues.pronouns:
            return False
        return tokens[first][2].lower() in self._cues.prepositions

    @staticmethod
    def _over_name(line: Line, tokens: list[tuple[int, int, str]], index: int) -> int:
        """ "An officer with the call sign "Velka" said", "the Ruritanian "Star" wrote": the words
        in quotation marks belong to the phrase."""
        back = index
        if back < 0 or tokens[back][2] != '"':
            return index
        while back > 0 and tokens[back - 1][2] == BLANK:
            back -= 1
        opens = back >= 2 and tokens[back - 1][2] == '"' and index - back <= _NICKNAME
        before = tokens[back - 2][2] if opens else ""
        if opens and back >= 3 and tokens[back - 3][2] == "The":
            end = tokens[back - 2][1]
            if any(e == end and one.rule == "demonym" for _, e, one in line.actors):
                return back - 2
        return back - 2 if before.islower() or before == "The" else index

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
            joined = word.lower() == "and" and names_joined(line, tokens, index)
            breaks = word.lower() in self._cues.breaks and not inside and not joined
            if (word in _MARKS and not (word == "-" and inside)) or (
                breaks and not self._of_body(tokens, index) and not self._for_whom(tokens, index)
            ):
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

    def _for_whom(self, tokens: list[tuple[int, int, str]], index: int) -> bool:
        """ "A lawyer FOR the company said"."""
        before = tokens[index - 1][2] if index else ""
        return tokens[index][2] == "for" and self._cues.unnamed.fullmatch(before) is not None

    def head_end(self, line: Line, end: int) -> int:
        """A demonym reaches on to the noun that speaks: "Ruritanian MILITARY"."""
        following = self._cues.voices.match(line.outside, end + 1)
        return following.end() if following else end

    def shared(self, line: Line, verb: int) -> tuple[int, int] | None:
        """ "Strelsau held a meeting AND URGED ...": whoever the sentence begins with."""
        return sharing(self._cues, line, verb, head_end=self.head_end)

    def after(self, line: Line, start: int) -> tuple[int, int] | None:
        end = floor = start
        for found in TOKEN.finditer(line.outside, start, min(len(line.outside), start + WINDOW)):
            word = found.group()
            if found.start() < floor:
                continue
            named = (
                _NAMED.match(line.outside, found.start()) if word == '"' and end > start else None
            )
            if named is not None:
                floor = named.end()
                continue
            inside = any(s <= found.start() < e for s, e, _ in line.actors)
            if word in _MARKS and not (word == "-" and end == found.start()):
                if end > start:
                    break
                continue
            if word == "." and not inside:
                break
            stop = word.lower() in self._cues.breaks and word.lower() not in {"and", "for"}
            finite = word.lower() in self._cues.verbs_after | self._cues.paper_verbs
            finite = finite or word.isdigit()
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

    def core_end(self, line: Line, start: int, end: int) -> int:
        """Where the head of a noun phrase ends, before what is told of it."""
        cues = self._cues
        inside = [one for one in line.actors if one[0] >= start - 1 and one[1] <= end + 1]
        last = end
        tokens = line.tokens(start, end)
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
            if word == "under" and _next(tokens, index) in cues.titles:
                continue  # "under secretary"
            tells = (word in cues.postmodifiers or _PARTICIPLE.fullmatch(form)) and (
                ends_in(cues.documents, head) or ends_in(cues.unnamed, head)
            )
            if tells or word in cues.prepositions:
                return before
        return end


def _next(tokens: Sequence[tuple[int, int, str]], index: int) -> str:
    """The word behind a token, in small letters."""
    return tokens[index + 1][2].lower() if index + 1 < len(tokens) else ""


def bare_noun(phrase: str) -> bool:
    """ "the paper", "the Secretary": a noun that takes up what was named."""
    return phrase[:4].lower() == "the " and (phrase[4:].islower() or phrase.count(" ") == 1)
