"""Which language an article is in, by script and by small words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.knowledge.cues.languages import Languages, Tongue

_SAMPLE = 6_000
_WORD = re.compile(r"[a-z]++(?![^\W\d_])|[^\W\d_]+")
"""The second is all of it; the first reads most words of small text at half the price."""
_LEAST_SHARE = 0.3
_LEAST_KANA = 0.08
"""Japanese mixes kana with Chinese characters; Chinese text has almost none."""
_OWN_SHARE = 0.02


_PLAIN_WORD = re.compile("[a-z]+")


@cache
def _class(tongue: Tongue) -> re.Pattern[str]:
    ranges = (span.split("-") for span in tongue.ranges)
    return re.compile("[" + "".join(f"\\U{a:0>8}-\\U{b:0>8}" for a, b in ranges) + "]")


@cache
def _listed(languages: Languages) -> frozenset[str]:
    return frozenset(word for tongue in languages.words for word in tongue.words)


def language_of(text: str, *, languages: Languages) -> str:
    """A code such as ``en``, ``ko`` or ``zh-Hans``; the default where nothing fits."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        if letters == 0:
            return languages.default
        for tongue in languages.scripts:
            found = _class(tongue).findall(sample)
            kana = tongue.code == "ja"
            if len(found) < (_LEAST_KANA if kana else _LEAST_SHARE) * letters:
                continue
            own = frozenset(tongue.letters)
            if own and sum(sign in own for sign in found) < _OWN_SHARE * len(found):
                continue
            return tongue.code
        words = _WORD.findall(unicodedata.normalize("NFC", sample).lower())
    else:
        words = _PLAIN_WORD.findall(sample.lower())
    listed = _listed(languages)
    words = [word for word in words if word in listed]
    hits = [
        (sum(map(frozenset(tongue.words).__contains__, words)), -order, tongue.code)
        for order, tongue in enumerate(languages.words)
    ]
    best = max(hits, default=(0, 0, languages.default))
    return best[2] if best[0] > 0 else languages.default
