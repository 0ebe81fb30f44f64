"""Lines of a page known by their shape alone, whatever they say.

This module alone decides what a rule, a page number, an HTML comment and the words of an address
look like.
"""

from __future__ import annotations

import re

LONGEST = 500
"""Characters of the longest line that can be furniture."""
_MARKS = re.compile(r"[\W_]+")
_PAGE = re.compile(
    r"\W{0,4}(?:\d{1,3}|[Pp](?:age|AGE) [A-Z]?\d{1,4}(?: (?:of|/) \d{1,4})?"
    r"|\d{1,3} ?/ ?\d{1,3})\W{0,4}"
)
_SLUGGED = re.compile(
    r"[a-z0-9,.'’]{1,40}(?:-[a-z0-9,.'’]{1,40}){3,40}|[a-z0-9]{2,20}(?:_[a-z0-9*]{1,20}){1,10}"
)
"""The last part of an address in place of a title, or the name of a part of the page."""
_COMMENT = re.compile(r"<!--.{0,4000}?-->\s*", re.DOTALL)


def is_separator(line: str) -> bool:
    """A line without a letter or a figure: rules, stars, what is left of a picture."""
    return len(line) <= LONGEST and _MARKS.fullmatch(line) is not None


def is_page_number(line: str) -> bool:
    return len(line) <= 24 and _PAGE.fullmatch(line) is not None


def is_slug(line: str) -> bool:
    """The words of an address, joined by hyphens: "two-barges-leave-strelsau"; the name of
    a part of the page: "bar_progress"."""
    return len(line) <= LONGEST and _SLUGGED.fullmatch(line) is not None


def is_comment(line: str) -> bool:
    """An HTML comment that fills the paragraph."""
    return line.startswith("<!--") and _COMMENT.fullmatch(line) is not None
