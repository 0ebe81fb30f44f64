"""Names of public bodies, as they stand over what they publish.

Decides whether a line is an office under its own name ("Department of information of the Ministry
of Ports") and no headline about one, which has a verb.
"""

from __future__ import annotations

import re

from generator.ingest.display import shown
from generator.ingest.provenance import Provenance
from generator.knowledge.cues.boilerplate import Boilerplate
from generator.model import Stated
from generator.text.tries import alternation

EDITION = re.compile(r"\s\([^()]{3,30}\)$")
"""What a house adds to its name in brackets: "(English edition)"."""
_APP = re.compile(r"\sApp$")
""" "Harbour Tide App": what Harbour Tide sells."""
_OFFICE_WORDS = 18
_STOPS = (".", "!", "?", "。", "！", "？", '."', ".”", "।", ".)", ":")
_SMALL = frozenset({"OF", "FOR", "AND", "THE", "IN", "ON", "AT"})


class Bodies:
    """The words of one :class:`Boilerplate` in the names of bodies."""

    def __init__(self, cues: Boilerplate, provenance: Provenance) -> None:
        self._provenance = provenance
        self._plurals = frozenset(cues.office_plurals)
        body = alternation(cues.institutions)
        self._office = re.compile(rf"(?:[A-Z][\w'’-]*,? (?:(?:and|of) )?){{0,4}}{body} (?:of|for) ")

    def is_office(self, text: str) -> bool:
        """Whether the small words of a line go on with "of", where a headline has a verb."""
        if text.rstrip().endswith(_STOPS) or self._office.match(text) is None:
            return False
        words = text.split()
        return len(words) <= _OFFICE_WORDS and not any(
            word.endswith(("s", "ed"))
            and not word.endswith("ss")
            and word.islower()
            and after not in ("of", "and", "for")
            for word, after in zip(words, (*words[1:], ""), strict=True)
        )

    def alone(self, text: str) -> bool:
        """ "THE MINISTRY OF PORTS OF THE ZENDAN FEDERATION": an office, and nothing that it did,
        in capitals or as a headline writes them."""
        name = cased(text.strip(" *_#|"))
        rest = {word.strip(",") for word in name.split()} - self._plurals
        verb = any(word.endswith(("s", "ed")) and not word.endswith("ss") for word in rest)
        return self.is_office(name) and self._provenance.is_name(name) and not verb


def cased(name: str) -> str:
    """A name out of its capitals, where all of it stands in them."""
    if not name.isupper() or " " not in name:
        return name
    words = name.split()
    return " ".join(
        word.lower() if at and word in _SMALL else word.capitalize()
        for at, word in enumerate(words)
    )


def house_name(text: str, start: int) -> Stated:
    """The name of a house, out of its capitals where the whole line stands in them."""
    bare = re.split(r"\s[-–—]\s", EDITION.sub("", text).strip(" *_#|"))[0]
    bare = _APP.sub("", bare)
    start += text.index(bare)
    return Stated(start=start, end=start + len(bare), value=cased(shown(bare)))
