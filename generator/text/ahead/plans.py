"""Whether the words of a plan declare one, or only name or define one.

Decides that "its plans to" and "the first task is to" announce nothing, and that a plan told with
"there were" lies in the past.
"""

from __future__ import annotations

import re

from generator.text.marking import word_before
from generator.text.phrases import Gated

_NAMING = frozenset(
    {"those", "these", "ambitious", "new", "such", "to", "secret", "detailed", "with", "into", "on",
     "the", "a", "an", "its", "their", "his", "her", "our", "your", "my", "of", "this", "that",
     "over", "about", "against", "regarding", "concerning", "for", "from", "no", "any",
     "own", "game", "master", "action", "war", "contingency", "backup", "rescue"}
)  # fmt: skip
"""Words before "plans to" that make it a noun."""
_OF_NAME = re.compile(r"\b(?:in|of|over|with|about|to|for|on|against) [A-Z][\w.-]+ $")
""" "Its part IN US plans to": a noun behind a name."""
_ITS_STATED = re.compile(r"\b(?:its|their|his|her|our) [\w-]*[^\Ws] $")
""" "Its STATED plan to"; not "its allies plan to"."""
DECIDED = Gated(
    re.compile(
        r"\b(?:inform|notif|told|announc|confirm|communicat|unveil|convey)\w* "
        r"[^,;.]{0,60}?\b(?P<term>(?:decision|intentions?|intent|(?<=of its )plans?) to) [a-z]"
    ),
    frozenset({"decision", "intention", "intentions", "intent", "plan", "plans"}),
)
""" "Informed his host of the DECISION TO buy more"."""
_LAST = re.compile(r" (?:for |on |in )?last\b")
_THERE_WERE = re.compile(r"[\"' ]*There (?:was|were)\b")


_WHITHER = re.compile(r" (?:the|an?|his|her|its|their|[A-Z])")
""" "HEADS TO the capital"; not "ordered heads to roll"."""
_IN_WHICH = re.compile(r"\b(?:in|at|under|by) which [^,;.]{2,50} $")
""" "The accord IN WHICH both sides PLEDGED TO": of then."""
_BEFORE_IT = re.compile(r"\b(?:before|since|until) [^,;:\"]{2,110} $")
""" "Weeks BEFORE they AGREED TO freeze it": of then too."""
_PAST = re.compile(r"\w+ed\b|swore|undertook", re.I)
_SIGN_OF = re.compile(
    r"\b(?:signs?|signals?|signall?ed|indications?|evidence|proof|doubts?|questions?|lack|"
    r"messages?|symbols?|tests?|demonstrat\w+|reflect\w*|shows?|showed|showing) "
    r"(?:(?:of|about|over|on) )?(?:[\w.-]+ ){0,3}(?:[\w.-]+'s? )?$"
)
_MIND = frozenset({"willingness to", "readiness to", "determination to", "its intention to",
                   "his intention to", "her intention to", "their intention to", "its intent to",
                   "their intent to"})  # fmt: skip
_NO_PLAN = re.compile(r"\b(?:no|any|not an?|without an?) (?:\w+ )?$", re.I)
""" "No CONCRETE PLAN TO build"."""


def a_noun(text: str, match: re.Match[str]) -> bool:
    """ "its plans to", "a plan to": named, not declared here."""
    if not match.group().lower().startswith(("plan to", "plans to", "aims to")):
        return False
    before = word_before(text, match.start())
    if before in _NAMING or before.endswith("'s"):
        return True
    lead = (_OF_NAME, _NO_PLAN, _ITS_STATED)
    return any(one.search(text, 0, match.start()) for one in lead)


def defines(text: str, match: re.Match[str], aims: re.Pattern[str]) -> bool:
    """ "The first task IS TO BEGIN": what a task is; "there WERE teams SCHEDULED to", "SCHEDULED
    FOR LAST May": once."""
    word = match.group().lower()
    if _LAST.match(text, match.end()):
        return True
    if word == "heads to":
        return _WHITHER.match(text, match.end()) is None
    if word.startswith(("is to ", "are to ")):
        return aims.search(text, max(0, match.start() - 20), match.start()) is not None
    return _THERE_WERE.match(text) is not None and not word.startswith(("is ", "are "))


def only_told(text: str, match: re.Match[str]) -> bool:
    """A vow of then, or one that somebody only reads into a thing: "a SIGN OF its WILLINGNESS TO
    talk"."""
    start, word = match.start(), match.group().lower()
    if _IN_WHICH.search(text, max(0, start - 60), start):
        return True
    if _PAST.match(word):
        return _BEFORE_IT.search(text, 0, start) is not None
    return word in _MIND and _SIGN_OF.search(text, max(0, start - 80), start) is not None
