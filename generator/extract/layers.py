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
    SentenceId,
)
from generator.text.phrases import LONGEST, plain
from generator.text.quoted import own_words
from generator.text.speech.voices import Voices

_FIRST: tuple[Layer, ...] = ("recommendation", "judgement", "fact", "rhetoric")


def find_layers(
    document: Document,
    *,
    claims: tuple[Claim, ...],
    knowledge: KnowledgeBase,
    genre: Genre,
) -> dict[SentenceId, Layer]:
    """A layer for every sentence.

    In plain news, official and state-media pieces advice without a source stays a judgement:
    the piece reports what somebody wants, it does not advise.
    """
    read_tone = tone(knowledge.language.claims)
    voices = Voices(claims)
    advises = genre in {"commentary", "analysis", "tabloid", "unknown"}
    layers: dict[SentenceId, Layer] = {}
    for sentence in document.sentences:
        found = [
            _layer(
                read_tone(
                    plain(own_words(document.article.text[claim.start : claim.end][:LONGEST]))
                ),
                claim.holder,
                advises=advises,
            )
            for claim in voices.of(sentence.id)
        ]
        # Where one part reports and another judges, the judgement must not pass for a fact.
        layers[sentence.id] = min(found, key=_FIRST.index, default="fact")
    return layers


def _layer(tone: Layer, holder: str | None, *, advises: bool) -> Layer:
    if holder == ANONYMOUS and tone == "recommendation":
        return "judgement"
    if holder not in {None, AUTHOR, ANONYMOUS}:
        return "fact"
    if holder == AUTHOR and tone == "fact":
        return "judgement"  # "in my opinion" without another word of judgement
    if holder is None and tone == "recommendation" and not advises:
        return "judgement"
    return tone
