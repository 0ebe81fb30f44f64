"""What kind of statement each sentence is.

Decides between fact, judgement, recommendation and rhetoric. What a named source says is a fact
about that source, whatever it says; the same words in the writer's own voice are the writer's
judgement. An unnamed source shields nobody: what "analysts anticipate" is a judgement.
"""

from __future__ import annotations

from generator.knowledge.base import KnowledgeBase
from generator.knowledge.cues.claims import tone
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    Document,
    Genre,
    Layer,
    Mention,
    SentenceId,
)
from generator.text.phrases import LONGEST, plain


def find_layers(
    document: Document,
    *,
    claims: tuple[Claim, ...],
    mentions: tuple[Mention, ...],  # noqa: ARG001 -- one signature for all extractors
    knowledge: KnowledgeBase,
    genre: Genre,
) -> dict[SentenceId, Layer]:
    """A layer for every sentence.

    In plain news, official and state-media pieces advice without a source stays a judgement:
    the piece reports what somebody wants, it does not advise.
    """
    read_tone = tone(knowledge.language.claims)
    holders = {claim.sentence: claim.holder for claim in claims}
    advises = genre in {"commentary", "analysis", "tabloid", "unknown"}
    layers: dict[SentenceId, Layer] = {}
    for sentence in document.sentences:
        holder = holders.get(sentence.id)
        layer = read_tone(plain(sentence.text[:LONGEST]))
        if holder == ANONYMOUS and layer == "recommendation":
            layer = "judgement"
        elif holder not in {None, AUTHOR, ANONYMOUS}:
            layer = "fact"
        elif holder == AUTHOR and layer == "fact":
            layer = "judgement"  # "in my opinion" without another word of judgement
        elif holder is None and layer == "recommendation" and not advises:
            layer = "judgement"
        layers[sentence.id] = layer
    return layers
