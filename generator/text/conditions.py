"""The clause a forecast hangs on.

Decides where a condition begins and ends: from its opening word to the next comma, semicolon or
dash, or to the modal verb that an inversion puts after it ("only through talks CAN ...").
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.eastern_ahead import SCRIPT, east_asian_conditions
from generator.text.phrases import Gated, words
from generator.text.tries import alternation

_STOP = re.compile(r"[,;—–]| - |[.?!](?=[\s\"')]*$)|\"(?=\s|$|,)|(?<=\w)\)(?=\s|$|\.)")
_INVERSION = re.compile(r" (?:can|could|will|would|may|might|shall) ")
_BEFORE = re.compile(r"([\w']+)[ ,]*$")
_MODAL = re.compile(r" (?:will|would|could|may|might) ")
_AS_NEEDED = re.compile(r" (?:it takes|necessary|needed|required|possible|this)\b", re.I)
_SHOULD = re.compile(r"[\"' ]*(?P<should>Should) (?!not\b|be\b)(?=[^,?]{3,200},)")
""" "Should two of them appear, ...": with a comma behind it and no question mark."""
_WERE = re.compile(r"[\"' ]*(?P<were>Were) (?:[\w'-]+ ){1,6}?to ")
_LONGEST = 240


class _Openers:
    def __init__(self, cues: OutlookCues) -> None:
        self.anywhere = words(cues.conditions)
        self.opening = re.compile(rf"[\"' ]*{alternation(cues.opening_conditions)}(?![\w-])", re.I)
        self.indirect = frozenset(cues.indirect_if)
        self.should = Gated(
            re.compile(
                r"(?<![\w-])should (?:the|a|an|any|another|its|their|his|this|that|these|those|"
                r"such|it|they|he|she|talks|negotiations|tensions|relations|deterrence|diplomacy|"
                r"sanctions|(?-i:[A-Z])[\w.]+)(?![\w-])",
                re.I,
            ),
            frozenset({"should"}),
        )


@lru_cache(maxsize=8)
def _openers(cues: OutlookCues) -> _Openers:
    return _Openers(cues)


def condition_spans(text: str, *, cues: OutlookCues) -> tuple[tuple[int, int], ...]:
    """Half-open spans of conditions in ``text``, in order and apart."""
    if not text.isascii() and SCRIPT.search(text):
        return east_asian_conditions(text, cues=cues)
    openers = _openers(cues)
    found: list[tuple[int, int]] = []
    starts = [match.start() for match in openers.anywhere.finditer(text)
              if not _indirect(text, match, openers)]  # fmt: skip
    if not text.rstrip("\"' ").endswith("?"):
        starts.extend(match.start() for match in openers.should.finditer(text))
        if inverted := _SHOULD.match(text):
            starts.append(inverted.start("should"))
    if inverted := _WERE.match(text):
        starts.append(inverted.start("were"))
    opening = openers.opening.match(text)
    if opening and "," in text:
        starts.append(opening.end() - len(opening.group().lstrip("\"' ")))
    last = 0
    for start in sorted(set(starts)):
        if start < last:
            continue
        end = _end(text, start)
        if end - start > 6:
            found.append((start, end))
            last = end
    return tuple(found)


def _indirect(text: str, match: re.Match[str], openers: _Openers) -> bool:
    """ "asked if", "unclear if", "as if": no condition."""
    if match.group().lower().endswith("as long as"):
        return _AS_NEEDED.match(text, match.end()) is not None
    if match.group().lower() not in {"if", "provided", "provided that"}:
        return False
    before = _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    word = before.group(1).lower() if before else ""
    if match.group().lower() == "provided":
        # "provided support" is a deed; a condition opens a clause.
        lead = text[: match.start()].rstrip()
        return bool(lead) and not lead.endswith(",")
    return word in openers.indirect and not text[: match.start()].rstrip().endswith(",")


def _end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    stop = _STOP.search(text, start + 3, limit)
    end = stop.start() if stop else limit
    head = text[start : start + 5].lower()
    if head == "only ":
        turned = _INVERSION.search(text, start, end)
        if turned:
            end = turned.start()
    elif start == 0 and not stop:
        turned = _MODAL.search(text, start, end)
        end = turned.start() if turned else end
    while end > start and text[end - 1] in " \"'.!":
        end -= 1
    return end
