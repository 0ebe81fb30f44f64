"""What class the listed members of a numbered family share: an unlisted "Dart-9" is one of it."""

from __future__ import annotations

from generator.knowledge.base import KnowledgeBase
from generator.text.tokens import tokenise


def families(knowledge: KnowledgeBase) -> dict[str, str]:
    """Folded first word of numbered designations -> the narrowest class of all that bear it, where
    there is one below "weapon"."""
    shared: dict[str, tuple[str, ...]] = {}
    for weapon in knowledge.weapons.values():
        chain = knowledge.class_chain(weapon.weapon_class)
        for text in {weapon.name, *(alias.text for alias in weapon.aliases)}:
            words = tokenise(text)
            if len(words) >= 2 and words.norms[1].isdigit() and words.raws[0].isascii():
                was = shared.get(words.norms[0], chain)
                shared[words.norms[0]] = tuple(one for one in was if one in chain)
    return {
        word: chain[0]
        for word, chain in shared.items()
        if len(word) > 2 and chain and knowledge.classes[chain[0]].parent is not None
    }
