"""Whether a piece only grants what a sentence says, or tells what others argue.

Decides by how the sentence opens and how the next one turns. Such a sentence does not lead; the
author's own advice does sooner.
"""

from __future__ import annotations

from msgspec import Struct

from generator.extract.summary.findings import Findings
from generator.model import ANONYMOUS, AUTHOR, SentenceId
from generator.text.syntax.clauses import word_count

_CONCEDED, _OTHERS, _ADVISES, _ADVICE = -2.5, -1.6, 1.2, 14
"""What a sentence that is granted loses as the bottom line, and in a piece that argues one in
which others have their say; what advice gains there, and words of the shortest that may be its
point."""
_LONGEST = 4
"""Words of the longest opening."""


class Conceding(Struct, frozen=True, kw_only=True):
    """The cue words of one knowledge base."""

    openings: frozenset[tuple[str, ...]]
    """Openings that grant something, word by word: "on the surface"."""
    turns: frozenset[str]
    """First words of a sentence that turns against the one before."""
    others: frozenset[str]
    """First words by which nameless others speak: "critics"."""

    def holds(self, index: int, norms: tuple[str, ...], findings: Findings) -> bool:
        """Whether the sentence at ``index``, of these folded words, is granted and no more."""
        if any(norms[:length] in self.openings for length in range(1, _LONGEST + 1)):
            return True
        reading = findings.readings[index]
        told = reading.sentence.id in findings.dated or reading.sentence.id in findings.reported
        if findings.genre not in {"commentary", "analysis"}:
            return False
        claims = findings.voices.of(reading.sentence.id)
        quoted = claims and all(claim.source and not claim.cue for claim in claims)
        if quoted and findings.pleads:
            return True  # the words of somebody quoted before
        held = {claim.holder for claim in claims}
        if norms[:1] and norms[0] in self.others and ANONYMOUS in held:
            return True
        after = findings.readings[index + 1 : index + 2]
        return (
            not told
            and held <= {None, AUTHOR}
            and any(
                one.sentence.paragraph == reading.sentence.paragraph
                and one.tokens.norms[:1]
                and one.tokens.norms[0] in self.turns
                for one in after
            )
        )


def argued(sentence: SentenceId, text: str, findings: Findings, *, conceded: bool) -> float:
    """What the bottom line gains by the advice of a piece that argues, or loses by what is only
    granted."""
    if conceded:
        return _CONCEDED
    if findings.genre != "commentary":
        return 0.0
    done = any(event.status != "planned" for event in findings.reported.get(sentence, ()))
    others = all(one.holder not in {None, AUTHOR} for one in findings.told(sentence, text))
    if others and not done and findings.title and findings.pleads:
        return _OTHERS
    return _ADVISES if sentence in findings.advises and word_count(text) >= _ADVICE else 0.0
