"""In what mood a Chinese, Japanese or Korean frame word stands.

Decides it by the words close to it in its own clause. In Chinese a mood of one character stands
before the verb and never behind it; in Korean and Japanese it is part of the ending behind it.
"""

from __future__ import annotations

import re
from typing import Literal

from generator.knowledge.cues.verbs import Frame, VerbCues
from generator.text.eastern.disposal import object_ahead
from generator.text.scripts import HANGUL_LETTER, KANA_LETTER
from generator.text.tokens import Tokens
from generator.text.tries import alternation

Mood = Literal["negated", "planned", "possible", "stated"]

_BEFORE, _BEHIND = 6, 8
_ABLE = 14
_CLAUSE = 60
"""Characters before a verb in which a Chinese "将" of the same clause is looked for."""
_NAME = re.compile(r"[“「『‘《][^”」』’》，。；]{1,14}[”」』’》]")
"""A name in quotation marks, whose letters are no mood."""
_JOINED = re.compile(r"(?:이나|나|과|와|및| 및| 또는|·)[^,.，。]{1,30}")
""" "Nuclear tests OR launches": the verb that tells of both stands further behind."""
_BREAK = re.compile(r"[，。；,;](?!\d)")
_CAN = "(?<![不功性核可机機智职職技才知效动動产產势勢热熱节節])能(?![力源量够夠效])"
"""In Chinese what a thing can do, and no part of a longer word."""
_BLANK = "\u30fb"


class EasternMoods:
    """The mood words of one set of verb cues."""

    def __init__(self, cues: VerbCues) -> None:
        self._words = cues.east_asian_moods
        self._signs = cues.eastern_signs
        able = alternation(cues.eastern_able)
        self._able = re.compile(rf"(?:(?<![许許认認]){able}|{_CAN})[^，。、；：,]{{0,8}}$")
        self._moodless = re.compile(alternation(cues.east_asian_moodless))
        disposed = object_ahead(cues.disposal_verbs, cues.disposal_openers, cues.measure_words)
        self._mountings, self._compounds = cues.eastern_mountings, cues.eastern_compounds
        self._supposing = re.compile(alternation(cues.eastern_supposing))
        self._if = re.compile(rf"{alternation(cues.eastern_if)}(?!서)")
        self._refuted = re.compile(
            rf"(?:[，,；]|으나|지만|는데|[がも]、) ?(?:(?![은는이가] )[^，,。；]){{0,14}}?"
            rf"{alternation(cues.eastern_refuted)}"
        )
        self._preparing = re.compile(
            rf"{alternation(cues.eastern_preparing)}(?![好了工就])[^，。；、]{{0,12}}$"
        )
        self._ahead = re.compile(
            rf"(?:해|하여|하고|해서|하며) [^.。]{{0,{_CLAUSE}}}?{alternation(cues.eastern_ahead)}"
        )
        self._schemes = re.compile(alternation(cues.eastern_schemes))
        self._object = re.compile(f"[将將](?={disposed})")

    def verb(self, tokens: Tokens, first: int, last: int) -> Mood:
        """Mood of the frame word at a half-open range of tokens."""
        at, stop = tokens.starts[first], tokens.ends[last - 1]
        begin = tokens.starts[max(0, first - _BEFORE)]
        end = tokens.ends[min(len(tokens), last + _BEHIND) - 1]
        low, high = max(0, at - _CLAUSE), min(len(tokens.text), end + _CLAUSE)
        masked = self._masked(tokens.text[low:high])
        clause, behind = masked[: at - low], masked[stop - low : end - low]
        clause = _NAME.sub(lambda one: _BLANK * len(one.group()), clause)
        for mark in _BREAK.finditer(clause):
            begin = max(begin, low + mark.end())
        before = clause[begin - low :]
        pause = _BREAK.search(behind)
        behind = behind[: pause.start()] if pause else behind
        if self._schemes.search(_BREAK.split(masked[stop - low :], maxsplit=1)[0]):
            return "planned"
        word = tokens.text[at:stop]
        if self._if.match(tokens.text, stop) or self._refuted.search(tokens.text, stop):
            return "possible"
        if self._ahead.match(tokens.text, stop):
            return "planned"  # "방문해 체결을 논의할 예정이다"
        final = HANGUL_LETTER.search(word) or KANA_LETTER.search(tokens.text[:high])
        for mood, words in self._words.items():
            if any(_stands(one, before, behind, final=bool(final)) for one in words):
                return mood
        own = clause[max((mark.end() for mark in _BREAK.finditer(clause)), default=0) :]
        if not final and self._supposing.search(own):
            return "possible"
        if not final and ("将" in own or "將" in own or self._preparing.search(own)):
            return "planned"
        return "possible" if self._able.search(clause[-_ABLE:]) else "stated"

    def only_names(self, text: str, frame: Frame) -> bool:
        """Whether a deed is but a part of the noun that ``text`` begins with:
        "发射车", "발사 장소"."""
        if frame.fires and text.startswith(self._mountings):
            return True
        return frame.object == "weapon" and text.lstrip().startswith(self._compounds)

    def noun(self, tokens: Tokens, first: int, last: int) -> Mood:
        """The same of a noun, of which there may be no more than signs: "핵실험 징후"."""
        start = tokens.starts[max(0, first - _BEFORE)]
        end = tokens.ends[min(len(tokens), last + _BEHIND) - 1]
        joined = _JOINED.match(tokens.text, tokens.ends[last - 1])
        if joined is not None and any(one in joined.group() for one in self._words["planned"]):
            return "planned"  # "핵실험이나 발사 시험을 할 것으로"
        if any(word in tokens.text[start:end] for word in self._signs):
            return "possible"
        return self.verb(tokens, first, last)

    def _masked(self, text: str) -> str:
        """The text without words that only hold the letters of a mood ("不明", "中将")."""
        text = self._moodless.sub(lambda one: _BLANK * len(one.group()), text)
        return self._object.sub(_BLANK, text)


def _stands(word: str, before: str, behind: str, *, final: bool) -> bool:
    if not final and len(word) == 1:
        return word in before
    return word in before or word in behind
