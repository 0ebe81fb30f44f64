"""What a marker is, and the patterns that all who look for markers share.

Decides which words may stand between a modal verb and its verb, where a clause ends for them, and
when a modal verb is turned to the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from generator.knowledge.cues.outlook import OutlookCues
from generator.model import OutlookType
from generator.text.tries import alternation

WEAK = frozenset({"may", "might", "could"})
"""Modal verbs that may be a guess at what is."""
ADVERBS = (
    r"(?: (?:also|well|almost|as well|still|even|just|very|now|simply|in fact|indeed|of course|"
    r"after all|as \w+ly|at best|at most|perhaps|only|merely|itself|himself|herself|"
    r"themselves|\w+ly)|, \w+ly,)*"
)
"""Words between a modal verb and its verb."""
BEHIND_PREDICATE = (
    r"(?= *(?:[.,;:\"]|\(\W{0,3}\d|$|(?:in|within|before|by|this|next|over|during|after|if|unless|"
    r"as|for|given|because|soon|without|until|on|at|anytime|any|later|now|tomorrow|yet|but|though|although)\b))"
)
"""What may follow where "is LIKELY" is said of a thing, and not "likely to"."""
CLAUSE = re.compile(r"[,;:—–]| - ")
_LONG = "already|also|never|since|now|long|all|both|once|then|just|by then|in fact|at least"
_BEFORE = re.compile(r"([\w'.-]+)[ ,]*$")


class Marker(Struct, frozen=True, kw_only=True):
    """Words that look ahead. ``term`` is what they say about likelihood, if anything;
    ``plain_modal`` is a bare modal verb, which says nothing about the kind of statement."""

    start: int
    end: int
    type: OutlookType
    term: tuple[int, int] | None = None
    plain_modal: bool = False


def opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of ``phrases`` at the place where it is asked for, after a space."""
    return re.compile(rf" *{alternation(phrases)}(?![\w-])", re.I)


def behind(phrases: Iterable[str], *, lead: str = "") -> re.Pattern[str]:
    """Any of ``phrases`` behind a modal verb, with adverbs and then ``lead`` before it."""
    return re.compile(rf"{ADVERBS} +{lead}{alternation(phrases)}(?![\w-])", re.I)


def turned_past(cues: OutlookCues) -> re.Pattern[str]:
    """ "may have fired", but neither "will have to" nor "will have twelve boats"."""
    noun = "|".join(cues.have_objects)
    perfect = rf"(?:\w{{2,}}ed|{alternation(cues.hindsight.participles)})(?!\w)"
    done = rf"(?:(?: (?:not|{_LONG}|\w+ly)){{0,2}} {perfect}|[.,;\"]|$)"
    return re.compile(rf" *{alternation(cues.past_after)}(?![\w-]| (?:{noun})\b)(?={done})", re.I)


def forecast(span: tuple[int, int], *, kind: OutlookType = "forecast") -> Marker:
    """A marker that is itself the term of likelihood."""
    return Marker(start=span[0], end=span[1], type=kind, term=span)


def word_before(text: str, position: int) -> str:
    """The word that ends at ``position``, in small letters; "" if none does."""
    match = _BEFORE.search(text[max(0, position - 30) : position])
    return match.group(1).lower() if match else ""
