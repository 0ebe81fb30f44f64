"""A title for an article that has none: its main statement, cut like a headline.

The words are the source's own. Who is only quoted stands before a colon; opening dates, asides and
what follows a preposition go first; no name is cut in two and no title ends in the middle of a
phrase.
"""

from __future__ import annotations

import re

from generator.text.clauses import Cutting, has_verb, parts_of, whole, word_count
from generator.text.condense import BRACKETS, LONGEST, drop_lead_in

_OPEN_ENDS = frozenset({
    "late", "early", "a", "an", "the", "its", "their", "to", "of", "more", "most", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "will", "may", "might", "could", "would",
    "should", "can", "set", "expected", "and", "or", "that", "which", "not",
})  # fmt: skip
"""Words a title must not end in."""

_ARTICLES = frozenset({"a", "an"})
_SLACK = 5
_SHORTEST = 5
_TEMPORAL = frozenset({"next", "last", "earlier", "late", "yesterday", "today", "tomorrow"})
_LONGEST_SOURCE = 7
_QUOTED = re.compile(
    r"^(?P<who>(?:\S+\s){1,9}?)(?P<verb>[a-z]+)"
    r"(?: (?:on|in|late|early|earlier)(?: [\w'’-]+){1,3})? "
    r"that (?P<what>.+)$"
)


def headline(text: str, *, cutting: Cutting, stops: frozenset[str], limit: int = 11) -> str:
    """A title of about ``limit`` words. ``stops`` are the words before which one may be cut."""
    body = drop_lead_in(BRACKETS.sub("", text.strip()[:LONGEST]), cutting)
    prefix = ""
    said = _QUOTED.match(body)
    if said is not None and said["verb"] in cutting.speech:
        who = said["who"].strip()
        if word_count(who) <= _LONGEST_SOURCE:
            prefix, body = f"{who}: ", said["what"]
    words = _cut(_clause(body, cutting, stops), cutting, stops, limit)
    title = " ".join(words).rstrip(",;:")
    if word_count(title) > limit * 2:
        title = title[: limit * 4]
    title = prefix + title
    for quote in '"“”':
        if title.count(quote) == 1:
            title = title.replace(quote, "")
    return title[:1].upper() + title[1:]


def _clause(body: str, cutting: Cutting, stops: frozenset[str]) -> list[str]:
    """The words of the first whole clause, without what opens the sentence and without asides."""
    parts = parts_of(body)
    while len(parts) > 1 and _opening(parts[0], cutting, stops):
        parts.pop(0)
    aside = len(parts) > 2 and parts[1].strip()[:1] and not parts[1].strip()[0].isupper()
    if aside and not _finite(parts[0], cutting) and _finite(parts[2][:40], cutting):
        parts[:3] = [parts[0].rstrip(", ") + " " + parts[2]]
    clause = parts[0]
    for part in parts[1:]:
        if whole(clause, cutting):
            break
        clause += part
    return clause.strip().rstrip(".,;:!?。！？ ").split(" ")


def _finite(part: str, cutting: Cutting) -> bool:
    words = [word.casefold().strip(",.;:\"'“”()") for word in part.split()]
    return has_verb(words, cutting)


def _opening(part: str, cutting: Cutting, stops: frozenset[str]) -> bool:
    """A part before the main clause: "According to X,", "On May 1,", "2024,"."""
    text = part.strip()
    first = text.split(" ", 1)[0].casefold().strip(",")
    return text.endswith(",") and (
        first.isdigit()
        or first in stops
        or first in cutting.openers - _ARTICLES
        or first in {"according", "once"}
    )


def _cut(words: list[str], cutting: Cutting, stops: frozenset[str], limit: int) -> list[str]:
    if len(words) <= limit:
        return words
    stops = stops | _TEMPORAL
    longest = min(limit + 2 * _SHORTEST, len(words))
    # The longest that still reads as a title: what stands late in a clause is often the place.
    for cut in sorted(range(_SHORTEST, longest), key=lambda at: (at > limit + _SLACK, -at)):
        kept = words[:cut]
        if (
            words[cut].casefold() in stops
            and kept[-1].casefold() not in stops | _OPEN_ENDS
            and whole(" ".join(kept), cutting)
        ):
            return kept
    if len(words) <= limit + _SLACK:
        return words
    end = limit
    while end > 1 and words[end][:1].isupper() and words[end - 1][:1].isupper():
        end -= 1
    while end > 1 and words[end - 1].casefold() in stops | _OPEN_ENDS:
        end -= 1
    return words[:end]
