"""What an article is about from sentence to sentence, for "it claimed" and "the statement said".

Decides which state or body a clause has as its subject, and who issued a paper; where two issued
one, nobody did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.knowledge.cues.claims import ClaimCues
from generator.knowledge.entities import Actor
from generator.model import ANONYMOUS, AUTHOR
from generator.text.phrases import BLANK, words
from generator.text.speech.attribution import Line
from generator.text.tries import alternation

_BY_HIM = re.compile(r" (?:by|from|of) (?:the )?(?:[\w-]+ ){0,3}?(?=[A-Z])")
""" "Carried a statement BY Black": his, and not the carrier's."""
_OPENING = 60
"""Characters within which a clause names its subject."""


class _Patterns:
    def __init__(self, cues: ClaimCues) -> None:
        self.documents = words(cues.documents)
        paper = rf"(?P<paper>{alternation(cues.documents)})(?![\w-])"
        self.own = re.compile(rf"(?:'s|) (?:\w+ ){{0,2}}?{paper}", re.I)
        self.issued = re.compile(
            r"(?<= )(?:issued|released|published|put out|carried|(?:said|says|wrote|writes|warned|"
            r"warns|noted|added|declared) in) (?:the|an?|its|their) "
            rf"(?:\w+ ){{0,2}}?{paper}",
            re.I,
        )
        self.prepositions = frozenset(cues.prepositions)
        self.breaks = frozenset(cues.breaks)


@lru_cache(maxsize=8)
def _patterns(cues: ClaimCues) -> _Patterns:
    return _Patterns(cues)


class Topics:
    """Filled sentence by sentence."""

    def __init__(self, *, cues: ClaimCues, actors: Mapping[str, Actor]) -> None:
        self._cues = _patterns(cues)
        self._actors = actors
        self._topic: str | None = None
        self._papers: dict[str, set[str]] = {}

    def remember(self, line: Line, holder: str | None, *, unnamed_body: bool = False) -> None:
        """Take note of a sentence and of who spoke in it; ``unnamed_body`` says that it was a body
        that no entity claims, which "it" may mean."""
        spoke = holder if holder not in {None, ANONYMOUS, AUTHOR} else None
        spoke = spoke if spoke and self._kind(spoke) != "person" else None
        subject = self._subject(line, len(line.text))
        # "Strelsau fell behind, the Post said. It noted ...": either may be meant.
        either = unnamed_body or (subject and spoke and subject != spoke)
        self._topic = None if either else subject or spoke
        if not self._cues.documents.shut(line.outside):
            self._note_papers(line)

    def spoke_in(self, words: str, holder: str) -> None:
        """Take note of the paper by whose words somebody spoke: "a commentary of the Post"."""
        found = self._cues.documents.search(words)
        if found is not None:
            self._papers.setdefault(found.group().lower(), set()).add(holder)

    def at(self, line: Line, position: int) -> str | None:
        """What "it" stands for at a position: the subject of the clause before, else of the
        sentence before."""
        return self.here(line, position) or self._topic

    def here(self, line: Line, position: int) -> str | None:
        """The subject of the clause before a position, within the sentence."""
        return self._subject(line, position)

    def about(self, line: Line) -> str | None:
        """The state or body that a sentence names as its subject."""
        return self._subject(line, len(line.text), named=True)

    def issuer(self, paper: str) -> str | None:
        """Whose "statement" the article has spoken of, if one body's alone."""
        issuers = self._papers.get(paper, set())
        return next(iter(issuers)) if len(issuers) == 1 else None

    def _kind(self, identity: str) -> str | None:
        actor = self._actors.get(identity)
        return actor.kind if actor is not None else None

    def _note_papers(self, line: Line) -> None:
        for _, end, mention in line.actors:
            found = self._cues.own.match(line.outside, end)
            entity: str = mention.entity
            if found is None and mention.rule != "demonym":
                found = self._cues.issued.search(line.outside, end, end + _OPENING)
                if found is not None and line.outside.startswith(", ", end):
                    entity = self._told_of(line, end) or entity
            by = _BY_HIM.match(line.outside, found.end()) if found is not None else None
            if by is not None:
                entity = next((one.entity for at, _, one in line.actors if at == by.end()), entity)
            if found is not None:
                self._papers.setdefault(found.group("paper").lower(), set()).add(entity)

    @staticmethod
    def _told_of(line: Line, end: int) -> str | None:
        """Whom an apposition that ends there tells of: "BLACK, head of the Zenda Yard, issued"."""
        for _, finish, mention in line.actors:
            if finish < end and line.outside.startswith(", ", finish):
                alone = "," not in line.outside[finish + 1 : end]
                return mention.entity if alone else None
        return None

    def _subject(self, line: Line, limit: int, *, named: bool = False) -> str | None:
        """The state or body that the words before ``limit`` are about; a possessive owner
        counts ("the North's reaction")."""
        for start, end, mention in line.actors:
            if end > limit or start > _OPENING:
                return None
            if line.outside.startswith(BLANK, start):
                continue  # "..., Zenda ...," it says: not who speaks, but whom the words name
            lead = line.outside[:start].split()
            if len(lead) > 5 or self._kind(mention.entity) == "person":
                return None
            last = lead[-1].lower() if lead else ""
            bound = last in self._cues.prepositions or last in self._cues.breaks
            adjective = mention.rule == "demonym" and not mention.surface.endswith("s")
            if not (bound or adjective or line.outside[end : end + 1] == "-"):
                return mention.entity
        goes_on = not named and line.text[:3].lower() in {"it ", "its"}
        return self._topic if goes_on else None
