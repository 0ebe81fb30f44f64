"""Which names in a sentence are the speaker's own: his state's, its bodies'."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.base import KnowledgeBase
from generator.model import ANONYMOUS, AUTHOR, Claim, Mention, Sentence


def own_spans(
    sentence: Sentence,
    claim: Claim | None,
    actors: Sequence[Mention],
    knowledge: KnowledgeBase,
) -> tuple[int, ...]:
    """Ends, in the sentence, of names of the holder, of the holder's state or of its bodies."""
    if claim is None or claim.holder is None or claim.holder in {AUTHOR, ANONYMOUS}:
        return ()
    speaker = knowledge.actors.get(claim.holder)
    mine = {claim.holder, speaker.country if speaker is not None else None} - {None}
    ends = []
    for mention in actors:
        actor = knowledge.actors.get(mention.entity)
        body = actor is not None and actor.kind == "organisation" and actor.country in mine
        if mention.entity in mine or body:
            ends.append(mention.end - sentence.start)
    return tuple(ends)
