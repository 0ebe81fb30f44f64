"""Who did it where somebody tells of himself: "Ruritania said IT had fired", "Hentzau said HE met".

Decides it by place: the pronoun opens what is said, right behind the verb of speech.
"""

from __future__ import annotations

import re

from generator.knowledge.base import KnowledgeBase
from generator.model import ANONYMOUS, AUTHOR, Claim, EntityId
from generator.text.reading import Reading
from generator.text.syntax.grammar import Predicate

_PERSONS = frozenset({"he", "she"})
_LEAD = re.compile(r" (?:(?:on|in|late|early|earlier|last|this) [\w ]{1,30} )?(?:that )?", re.I)
"""What may stand between "said" and "it": a day, and "that"."""


def speaking_of_himself(
    predicate: Predicate, claim: Claim | None, reading: Reading, knowledge: KnowledgeBase
) -> tuple[EntityId, ...]:
    """The speaker, if the subject of the verb is a pronoun that means him."""
    at, norms = predicate.group - 1, reading.tokens.norms
    while at > 0 and norms[at].endswith("ly"):
        at -= 1
    nobody = claim is None or claim.holder in {None, AUTHOR, ANONYMOUS}
    if claim is None or nobody or at < 0 or predicate.is_noun:
        return ()
    if norms[at] != "it" and norms[at] not in _PERSONS:
        return ()
    holder = EntityId(claim.holder or "")
    known = knowledge.actors.get(holder)
    if known is not None and (known.kind == "person") != (norms[at] in _PERSONS):
        return ()
    text, begin = reading.sentence.text, reading.tokens.starts[at]
    said = text.rfind(claim.cue, 0, begin) if claim.cue else -1
    end = said + len(claim.cue)
    if said < 0 or _LEAD.fullmatch(text, end, begin) is None:
        return ()
    return (holder,)
