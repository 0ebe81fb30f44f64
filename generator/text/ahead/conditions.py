"""The clause a forecast hangs on.

Decides where a condition begins and ends: from its opening word to the next comma, semicolon or
dash, or to the modal verb that an inversion puts after it ("only through talks CAN ...").
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.knowledge.cues.outlook import OutlookCues
from generator.text.eastern.ahead import east_asian_conditions
from generator.text.marking import word_before
from generator.text.phrases import Gated, words
from generator.text.scripts import EASTERN
from generator.text.tries import alternation

_STOP = re.compile(r"[,;—–]| - |[.?!](?=[\s\"')]*$)|\"(?=\s|$|,)|(?<=\w)\)(?=\s|$|\.)")
_INVERSION = re.compile(r" (?:can|could|will|would|may|might|shall) ")
_MODAL = re.compile(r" (?:will|would|could|may|might|can|must|should) ")
_AS_NEEDED = re.compile(r" (?:it takes|necessary|needed|required|possible|this)\b", re.I)
_SHOULD = re.compile(r"[\"' ]*(?P<should>Should) (?!not\b|be\b)(?=[^,?]{3,200},)")
""" "Should two of them appear, ...": with a comma behind it and no question mark."""
_WERE = re.compile(r"[\"' ]*(?P<were>Were) (?:[\w'-]+ ){1,6}?to ")
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$")
_LONGEST = 400
_DETERMINER = r"(?:the|an?|its|their|his|her|our|this|that|these|those|any|no|every|all)"
_PRONOUN = r"(?:he|she|it|they|we|I|you|there|nobody)"
_SUBJECT = re.compile(
    rf"(?<= )(?:{_DETERMINER} (?:(?!{_DETERMINER} |{_PRONOUN} )[\w'-]+ ){{1,3}}|{_PRONOUN} )$"
)
_NAMED = re.compile(r"(?<= )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?:[A-Z][\w'-]+ ){1,3}$")
_OPENS = re.compile(r"(?:^|[,:;\"]|\b(?:that|and|but|or|said|says))[ \"']*$")
"""A subject right before its modal verb."""
_TELLER = re.compile(r",\"? (?:[\w'.-]+ ){1,8}?(?:said|says|told|warned|believes?|added|wrote)\b")
_ADDED = re.compile(r", (?:including|such as|especially|namely|not least|up to|among them)\b")
_PREPOSITIONS = frozenset({"without", "absent", "barring", "failing", "with", "in"})
_JOINS = frozenset(
    {"of", "in", "on", "at", "by", "for", "with", "to", "from", "and", "or", "that", "which", "who",
     "whether", "what", "how", "where", "when", "than", "as", "said", "says"}
)  # fmt: skip
"""Words behind which a noun phrase goes on, or a clause that belongs to the condition begins."""


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
    if not text.isascii() and EASTERN.search(text):
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
        end = _main_clause(text, start, _end(text, start))
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
    word = word_before(text, match.start())
    if match.group().lower() == "provided":
        # "provided support" is a deed; a condition opens a clause.
        lead = text[: match.start()].rstrip()
        return bool(lead) and not lead.endswith(",")
    return word in openers.indirect and not text[: match.start()].rstrip().endswith(",")


def _main_clause(text: str, start: int, end: int) -> int:
    """Where what hangs on the condition begins, if no comma parts them: "if the talks fail THE
    ARMY WILL move"; ``start`` if there is no telling. A condition before a comma keeps its end."""
    after = text[end : end + 1]
    if _OPENS.search(text, max(0, start - 8), start) is None:
        return end  # "it must wait if the drones THE ARMY WILL buy are late"
    opener = text[start:end].split(" ", 1)[0].lower()
    goes_on = _TELLER.match(text, end) or _ADDED.match(text, end) or opener == "in"
    if after in {";", "—", "–"} or (after == "," and not goes_on):
        return end
    for modal in _MODAL.finditer(text, start, end):
        at = modal.start() + 1
        subject = _NAMED.search(text, start, at) or _SUBJECT.search(text, start, at)
        if subject is None:
            continue
        lead = text[start : subject.start()].split()
        shortest = 2 if opener in _PREPOSITIONS else 3
        if len(lead) >= shortest and lead[-1].lower() not in _JOINS:
            return len(text[: subject.start()].rstrip())
    return end


def _closes(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a mark closes what the condition itself has opened: "if it goes on "in a rough" way",
    "if it strikes the North (or its isles) again"."""
    if stop.group() == '"':
        return text.count('"', start, stop.start()) % 2 == 1
    return stop.group() == ")" and "(" in text[start : stop.start()]


def _end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    stop = next(
        (one for one in _STOP.finditer(text, start + 3, limit) if not _closes(text, start, one)),
        None,
    )
    end = stop.start() if stop else limit
    head = text[start : start + 5].lower()
    if head == "only ":
        turned = _INVERSION.search(text, start, end)
        if turned:
            end = turned.start()
    elif start == 0 and not stop:
        turned = _MODAL.search(text, start, end)
        end = turned.start() if turned else end
    while end > start and text[end - 1] in " \"'.!" and not _ABBREVIATED.search(text, start, end):
        end -= 1
    if text.startswith('"', end) and text.count('"', start, end) % 2:
        end += 1
    return end
