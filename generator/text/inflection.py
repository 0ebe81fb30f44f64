"""The forms of English verbs and nouns, by rule and from a list of irregular ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

Form = Literal["base", "third", "past", "participle", "gerund", "noun", "east-asian"]
"""How a frame word stands in a sentence; the first five are forms of a verb."""


def inflect(verb: str, irregular: dict[str, str]) -> dict[Form, str]:
    """Forms of a verb's first word: base, third person, past, participle, -ing."""
    head = verb
    if verb in irregular:
        past, participle = irregular[verb].split()
    else:
        past = participle = _regular(head, "ed")
    return {
        "base": head,
        "third": third(head),
        "past": past,
        "participle": participle,
        "gerund": _regular(head, "ing"),
    }


def spellings(verb: str, irregular: dict[str, str]) -> Iterator[tuple[Form, str]]:
    """Every form, and for verbs in -l the British doubling beside the American form."""
    for form, word in inflect(verb, irregular).items():
        yield form, word
        if verb.endswith("l") and verb not in irregular and form not in {"base", "third"}:
            yield form, verb + "l" + word[len(verb) :]


_DOUBLING = frozenset(
    {
        "transfer",
        "refer",
        "commit",
        "admit",
        "permit",
        "rebut",
        "equip",
    }
)


_SHORT = re.compile(r"[b-df-hj-np-tv-z]{1,4}[aeiou][b-df-hj-np-tvz]")
"""A verb of one syllable that ends in one vowel and one consonant: "spot", "trim"."""


def all_forms(verbs: Iterable[str], irregular: dict[str, str]) -> frozenset[str]:
    """Every way in which any form of the verbs is written."""
    return frozenset(word for verb in verbs for _, word in spellings(verb, irregular))


def third(verb: str) -> str:
    """The third person of the present: "carries", "goes"."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _regular(verb: str, ending: str) -> str:
    if verb.endswith("e") and not (ending == "ing" and verb.endswith(("ee", "oe", "ye"))):
        return verb[:-1] + ending
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    if verb in _DOUBLING or _SHORT.fullmatch(verb):
        return verb + verb[-1] + ending
    return verb + ending
