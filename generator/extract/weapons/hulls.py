"""Whether a name that nobody lists is a warship's: by a navy's letters, or by the word for a ship
beside it."""

from __future__ import annotations

from generator.knowledge.base import KnowledgeBase
from generator.model import Mention
from generator.text.reading import Reading

_OPENED = frozenset("\"“‘'")
_QUOTES = " '\"‘’“”「」『』"


class Hulls:
    """The words of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        cues = knowledge.language.weapons
        self._prefixes = frozenset(knowledge.language.actors.ship_prefixes)
        self._class = cues.prefixed_class
        self._ships, self._boats = frozenset(cues.ship_letters), frozenset(cues.boat_letters)
        self._hulls, self._merchant = frozenset(cues.hulls), frozenset(cues.merchant)
        self._numbering = frozenset(cues.numbering)

    def told(self, mention: Mention, reading: Reading) -> str | None:
        """The class of ships that such a name has: "USS Zenda", "“X”舰", "수송함 ‘X’호"."""
        first, _ = reading.place_of(mention)
        raws = reading.tokens.raws
        if raws[first] in self._prefixes or (first and raws[first - 1] in self._prefixes):
            return self._class
        if mention.surface.isascii():
            lead = reading.between(max(0, first - 2), first)
            quoted = reading.tokens.gap(first).strip(" ") in _OPENED
            hull = quoted and lead[-1:] and lead[-1] in self._hulls
            return self._class if hull and self._merchant.isdisjoint(lead) else None
        text, offset = reading.sentence.text, reading.sentence.start
        end = mention.end - offset
        behind = text[end : end + 2].strip(_QUOTES)[:1]
        before = text[: mention.start - offset].rstrip(_QUOTES)[-1:]
        ship = behind in self._ships or mention.surface[-1] in self._ships
        boat = behind in self._numbering and before in self._ships | self._boats
        return self._class if ship or boat else None
