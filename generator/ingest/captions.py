"""Captions of pictures, by how they begin and by the credit they end in.

This module alone decides what a caption is where no word of the data says it. A sentence of the
article may tell of a picture; it is no caption without a credit or the words of an agency.
"""

from __future__ import annotations

import re

_LONGEST, _LONGEST_CREDITED = 300, 500
"""Characters of the longest caption, and of one that says in brackets whose picture it is."""
_UNDER_PICTURE = re.compile(
    r"[^\n]{3,200}[(（\[][^()（）\[\]\n]{0,20}[=/／][^()（）\[\]\n]{1,30}[)）\]][.。]?"
)
"""A line under a picture, with its credit: a triangle before it, "(photo=Harbour Board)" behind."""
_KINDS = (
    r"(?:photo|photograph|picture|pic|image|handout|graphic|screenshot|screengrab|video grab)s?"
)
_KIND = re.compile(
    rf"\b{_KINDS}(?:$|[:/|,]| (?:by|courtesy|from|via|credit|released)\b)|\bcourtesy of\b",
    re.IGNORECASE,
)
_HOUSES = re.compile(r"\bvia\b|(?<=[\w.]) ?/ ?(?=[A-Z])")
_WHOSE = re.compile(
    rf"[.!?][\"”’']? {{0,3}}(?P<credit>(?:file |handout )?{_KINDS} "
    r"(?:by|from|courtesy of|via) [^.!?\n]{2,80})\.$",
    re.IGNORECASE,
)
""" "... on Monday. SCREENGRAB FROM THE HARBOUR BOARD'S VIDEO.": with a stop of its own."""
_LOUD = re.compile(r"[.!?] ?\| ?[A-Z][A-Z &/.'’-]{1,40}$")
_THREE = re.compile(r" (?:[A-Z][\w.'’-]+ ){1,3}/ [A-Z][\w.&'’-]+ / [A-Z][\w.&'’-]+$")
""" "... The quay | RNA", "The quay at dusk Ada Moor / Zenhap / Tide"."""
_BRACKETED = re.compile(
    r"(?P<stop>[.!?][\"”’']?)? {0,2}[(\[](?P<credit>[^()\[\]\n]{2,110})[)\]]\.?$"
)
_BARE = re.compile(
    r"(?:[.!?][\"”’']?|(?<=[.!?])) {0,3}(?:[|—–-] ?)?(?P<credit>[A-Z][^.!?\n]{2,90})$"
)
_ALONE = re.compile(rf"(?:{_KINDS} )?[Cc]redits?: ?\S.{{0,60}}", re.IGNORECASE)
""" "Credit: Harbour Board", on a line below the caption."""
_LAST = re.compile(r"(?:[a-z.!?\"”]|\s)(?:Photo |Image |Picture )?Credit: ?[A-Z][^!?\n:]{1,60}$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+")
_SMALL = re.compile(
    rf"{_KINDS}|by|of|the|and|from|for|via|in|at|courtesy|credit|file|pool|released|de|van|von",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\s/,:;|&–—-]+")
_NUMBERED = re.compile(r"\d(?:st|nd|rd|th)")
_LONGEST_CREDIT, _BEFORE = 14, 10
"""Words of the longest credit, and characters of the shortest caption before it."""
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4},?)?"
_SORT = r"(?:undated|file|handout|pool|combination|combined|provided)"
_SEEN = r"(?:aerial|satellite|recent|screen)"
_TAKEN = r"(?:taken|provided|released|made|dated|distributed|issued|supplied|posted|published|from)"
_OPENS = re.compile(
    rf"(?:FILE(?: PHOTO)? ?[-–—:] ?)?(?:(?:In this|This) (?:{_SEEN} )?{_KINDS} {_TAKEN}\b"
    rf"|(?:In this|This|An?) (?:(?:{_SORT}|{_DATE}),? ){{1,3}}(?:{_SEEN} )?{_KINDS}\b"
    rf")|FILE(?: PHOTO)? ?[-–—] ?(?=[A-Z])",
)
""" "In this photo provided by the Harbour Board", "This March 4, 2031, file photo shows"."""


def is_caption(line: str) -> bool:
    """Whether a line is the caption of a picture."""
    if len(line) > _LONGEST_CREDITED:
        return False
    if line[0] in "▲△▼◀▶" and _UNDER_PICTURE.fullmatch(line):
        return True
    if _OPENS.match(line) is not None or _ALONE.fullmatch(line) is not None:
        return True
    bracket = _BRACKETED.search(line)
    if bracket is not None and bracket.start() >= _BEFORE:
        return _is_credit(bracket["credit"], behind=bracket["stop"] is not None)
    if len(line) > _LONGEST:
        return False
    if any(shape.search(line, _BEFORE) for shape in (_LAST, _LOUD, _THREE)):
        return True
    if (whose := _WHOSE.search(line)) and whose.start() >= _BEFORE:
        return _is_credit(whose["credit"], behind=True)
    plain = _INITIALS.sub(lambda hit: "-" * len(hit.group()), line)
    bare = _BARE.search(plain)
    return (
        bare is not None
        and bare.start() >= _BEFORE
        and _is_credit(line[bare.start("credit") :], behind=True)
    )


def is_under(line: str, above: str) -> bool:
    """Whether the line above a caption is its text: it says the same without the credit, or stands
    without a full stop on the credit alone."""
    bare = above.rstrip('"”’) ')
    loose = _ALONE.fullmatch(line) is not None and len(above) <= _LONGEST
    return line.startswith(above) or (loose and not bare.endswith((".", "!", "?", ":", "。")))


def _is_credit(text: str, *, behind: bool) -> bool:
    """Whether a few words only name a house or a photographer; ``behind`` a full stop they need
    not say that there is a picture."""
    words = _WORDS.findall(text)
    small = [word for word in words if not word[0].isupper()]
    if not 0 < len(words) <= _LONGEST_CREDIT or not all(
        _SMALL.fullmatch(word) or _NUMBERED.fullmatch(word) for word in small
    ):
        return False
    if _KIND.search(text) is not None:
        return behind or len(words) > 1
    loud = len(words) > 2 or any(len(word) > 1 and word.isupper() for word in words)
    return behind and loud and _HOUSES.search(text) is not None
