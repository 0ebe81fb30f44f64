"""Where a noun phrase ends.

Decides which word behind a name can be no further noun of its phrase: "the Zenda HAS sailed", but
"the Zenda coast".
"""

from __future__ import annotations

from collections.abc import Collection

from generator.knowledge.cues.verbs import VerbCues

_JOINING = ("and", "or", "but", "'s")
_ENDINGS = ("ed", "ing", "ly")


def bounds(verbs: VerbCues) -> frozenset[str]:
    """The words that end a noun phrase, in small letters."""
    pasts = (word for forms in verbs.irregular.values() for word in forms.split())
    helping = (*verbs.be, *verbs.have, *verbs.do, *verbs.future, *verbs.possible, *verbs.obliged)
    joining = (*verbs.prepositions, *verbs.adverbs, *verbs.subordinators, *_JOINING)
    return frozenset((*helping, *pasts, *joining))


def ends_phrase(word: str, words: Collection[str]) -> bool:
    """Whether a word is no noun, by the words of :func:`bounds` or by its form."""
    return word in words or word.endswith(_ENDINGS)
