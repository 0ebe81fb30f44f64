"""What is no statement: text too damaged to print, captions, and words without a verb."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from msgspec import Struct

from generator.knowledge.cues.summary import SummaryCues
from generator.model import Sentence, SentenceId
from generator.text.speech.labels import LABEL
from generator.text.tokens import is_latin, tokenise

_CELLS = 2
"""Bars of the shortest row of a table."""
_LETTERS = string.ascii_letters.encode()
_OPEN_ENDS = frozenset(",，、;；(（-–—")
_LABEL = 40
"""Characters of the longest word for a caption."""
_MARKED = 160
"""Characters in which the words stand that mark a line under a picture."""
_SPEAKER = re.compile(r"[A-Z][\w .'’-]{1,30}: ")
_POINTS = ("this ", "in this ", "photo ")
_DECK = 28
"""Words of the longest line under a title."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCENE = 6
"""Words of the shortest line that shows what somebody does in a year."""
_STRAY = re.compile("\ufffd|[*_#]{2}")


def is_heading(text: str, finite: AbstractSet[str]) -> bool:
    """Whether neither a stop nor a verb (folded forms in ``finite``) makes words a sentence."""
    if text.endswith(("...", "…")):
        text = text.rstrip(".… ")
    if not text[-1:].isalnum() or not is_latin(text):
        return False
    # "launches" is a verb or a noun; what shows a sentence is "was", "has" or a past form.
    return not any(
        word.endswith("ed") or (word in finite and (word[-1:] != "s" or len(word) < 4))
        for word in tokenise(text).norms
    )


def is_deck(own: Sentence, near: Sequence[Sentence]) -> bool:
    """A brief line without a stop alone in its paragraph, among sentences that have one; ``near``
    are those before and behind it."""
    if own.display.count(" ") > _DECK:
        return False
    alone = all(one is own or one.paragraph != own.paragraph for one in near)
    return alone and own.display.rstrip("\"'”’")[-1:].isalnum()


class Unfit(Struct, frozen=True, kw_only=True):
    """The words of one knowledge base, in small letters."""

    stops: frozenset[str]
    """Words in which no sentence ends: articles, joining words, prepositions."""
    greetings: tuple[str, ...]
    """What a talk opens or closes with."""
    captions: tuple[str, ...]
    """What the line under a picture opens with."""
    marks: tuple[str, ...]
    """What it has among its first words."""
    sides: tuple[str, ...]
    """By these it tells who stands where in the picture."""
    credits: tuple[str, ...]
    """What the brackets at the end of such a line open with."""
    finite: frozenset[str]
    """Forms of verbs that make a clause."""

    def holds(self, text: str, *, last: bool, opens: bool) -> bool:
        """Whether a sentence, the ``last`` of its article or not, among those with which it
        ``opens`` or not, is not to be printed."""
        return (
            garbled(text)
            or _SPEAKER.sub("", text, count=1).lower().startswith(self.greetings)
            or self._torn(text, last=last)
            or self._under_picture(text)
            or (opens and self._scene(text))
        )

    def _scene(self, text: str) -> bool:
        """ "Soldiers march past the stand in Zenda in April 2012.": a day long past, and no verb
        that tells what happened then."""
        if not is_latin(text) or not _YEAR.search(text):
            return False
        norms = tokenise(text).norms
        return len(norms) >= _SCENE and not any(
            word in self.finite or word.endswith("ed") for word in norms
        )

    def _torn(self, text: str, *, last: bool) -> bool:
        """Whether a sentence begins in the middle or, without a stop, breaks off: in one of the
        words in which none ends or, where it is the last of its article, anywhere ("as the ministry
        is cer")."""
        body = text.rstrip(" .…") if text.endswith((" ...", "...", "…")) else text
        if text[:1].islower() and is_latin(text):
            return True  # the rest of a line that was torn before it
        if last and text[-1:] in _OPEN_ENDS:
            return True
        if not body[-1:].isalnum():
            return False
        words = tokenise(body).norms if is_latin(body) else ()
        return (last and body is text) or (bool(words) and words[-1] in self.stops)

    def _under_picture(self, text: str) -> bool:
        """ "File photo: the Dart-3 on its launcher", "... on Monday. (Photo: Harbour Wire)"."""
        if text[: _LABEL + 1].lower().startswith(self.captions):
            return True
        head = text[:_MARKED].lower()
        pointing = " this " in head or head.startswith(_POINTS)
        if pointing and any(mark in head for mark in self.marks):
            return True
        if any(side in head for side in self.sides):
            return True
        body = text.rstrip(" .。")
        if body[-1:] not in {")", "]", "）"}:
            return False
        begin = max(map(body.rfind, "([（"))
        return begin >= 0 and body[begin + 1 :].lower().startswith(self.credits)


def unfit(cues: SummaryCues, *, stops: frozenset[str], finite: frozenset[str]) -> Unfit:
    """The words of a knowledge base; see there for ``stops`` and ``finite``."""
    return Unfit(
        stops=stops,
        greetings=cues.greetings,
        captions=cues.captions,
        marks=cues.caption_marks,
        sides=cues.caption_sides,
        credits=cues.credits,
        finite=finite,
    )


def garbled(text: str) -> bool:
    """Whether a sentence is too damaged to print as a statement: torn quotation marks, stray
    marks, or no letters to speak of."""
    if text.count('"') % 2 or text.count(" | ") >= _CELLS:
        return True  # the latter in a row of a table
    if text.isascii():  # ten times as fast as asking each character
        rest = text.encode().translate(None, _LETTERS)
        marked = b"*" in rest or b"_" in rest or b"#" in rest
        return len(rest) > len(text) * 0.5 or (marked and _STRAY.search(text) is not None)
    letters = sum(map(str.isalpha, text))
    torn = text.count("“") != text.count("”")
    return torn or letters < len(text) * 0.5 or _STRAY.search(text) is not None


def asked(sentences: Sequence[Sentence]) -> frozenset[SentenceId]:
    """The sentences of a transcript with which somebody leads up to a question: those of labelled
    paragraphs that end in one, if there are several."""
    turns = [
        turn
        for _, group in groupby(sentences, key=lambda one: one.paragraph)
        for turn in (list(group),)
        if LABEL.match(turn[0].text) and turn[-1].text.rstrip().endswith(("?", "？"))
    ]
    return frozenset(one.id for turn in turns for one in turn) if len(turns) > 1 else frozenset()
