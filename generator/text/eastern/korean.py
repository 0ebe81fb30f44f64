"""Whether the form of a Korean verb tells of what comes.

Decides it by the last syllable before a "것" or "가능성": "할" does, "했을" and "한" do not.
"""

from __future__ import annotations

import re

_HANGUL, _LAST = 0xAC00, 0xD7A3
_RIEUL, _SSANG_SIOT = 8, 20
_KOREAN_FUTURE = re.compile(
    r"(?P<last>[가-힣]) ?"
    r"(?P<term>것(?:으로(?: [가-힣]+)?|이|인|임|이라|이란|(?=[\"”’'」]))|"
    r"가능성(?:[이은도] ?(?:매우 |더 |상당히 |아주 )?(?:크|높|낮|적|희박|있|없)[가-힣]?)?|"
    r"전망|예정|듯|셈|공산)"
)
_KOREAN_OPEN = re.compile(r"(?P<last>[가-힣]) ?(?P<term>가능성[을도은]? ?(?:완전히 |전혀 )?배제)")
""" "Another launch cannot be ruled out"; of what was, the syllable before tells."""
_BYGONE = re.compile(
    r"(?:(?P<sibilant>[가-힣])을 (?:것(?:이라는|이란|으로|이라고)|거라는)|(?P<told>[가-힣])다는) $"
)
""" "An observation that it WILL HAVE come": what was, however the form looks."""
_OPEN_END = re.compile(r"냐|인지|인가|(?:라고|으로) (?:미리 )?(?:예단|단정|가정|착각|오판)")
""" "할 것이냐", "할 것이라고 예단": asked, or taken for granted by others."""
_NOUNS = frozenset("발결철절율술멸별")
"""Last syllables of nouns that end like a future form."""
_VIEWED = 12
"""Characters before a word of expectation in which the verb of what is expected ends."""


def is_hangul(letter: str) -> bool:
    return _HANGUL <= ord(letter) <= _LAST


def _final(syllable: str) -> int:
    """Number of the final consonant of a Korean syllable; 0 where it has none."""
    code = ord(syllable)
    return (code - _HANGUL) % 28 if _HANGUL <= code <= _LAST else 0


def _ahead(text: str, last: int) -> bool:
    """Whether the verb form that ends at ``last`` is future: "할", but not "했을" or "한"."""
    if _final(text[last]) != _RIEUL:
        return False
    return not (text[last] == "을" and last and _final(text[last - 1]) == _SSANG_SIOT)


def past_before(text: str, at: int) -> bool:
    """Whether what an observation is about lies in the past: "했을 것이라는", "했다는"."""
    found = _BYGONE.search(text, max(0, at - _VIEWED), at)
    return found is not None and _final(found["sibilant"] or found["told"]) == _SSANG_SIOT


def future_form(
    text: str, *, verbs_in_i: tuple[str, ...], guessed: tuple[str, ...]
) -> tuple[int, int] | None:
    """The future of a Korean verb before "thing" or "possibility", or a possibility left open.
    Not what somebody asks ("할 것이냐") nor, behind words of ``guessed``, what something is."""
    for match in _KOREAN_FUTURE.finditer(text):
        last = match.start("last")
        is_a = text[last] == "일" and not text[:last].endswith(verbs_in_i)
        possible = match["term"].startswith("가능성")
        if match["term"] == "가능성" and text[last] in _NOUNS:
            continue  # "도발 가능성을": of a noun
        if is_a and (possible or text[:last].rstrip().endswith(guessed)):
            continue
        if _ahead(text, last) and not _OPEN_END.match(text, match.end()):
            return match.span("term")
    for match in _KOREAN_OPEN.finditer(text):
        last = match.start("last")
        done = text[last] == "을" and not _ahead(text, last)
        if not done and text[last] != "일":
            return match.span("term")
    return None
