"""A title for an article that has none: its main statement, cut like a headline.

The words are the source's own. Who is only quoted stands before a colon; opening dates, asides and
what follows a preposition go first; no name is cut in two and no title ends in the middle of a
phrase.
"""

from __future__ import annotations

import re

from generator.text.condense import BRACKETS, LONGEST, drop_lead_in
from generator.text.syntax.clauses import (
    RELATIVES,
    Cutting,
    closed,
    has_main_verb,
    has_verb,
    parts_of,
    plain,
    whole,
    word_count,
)
from generator.text.syntax.tails import speaks_on
from generator.text.trimming import trimmed

_OPEN_ENDS = frozenset({
    "late", "early", "a", "an", "the", "its", "their", "to", "of", "more", "most", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "will", "may", "might", "could", "would",
    "should", "can", "set", "expected", "itself", "themselves", "himself", "herself", "forward",
    "and", "or", "that", "which", "not",
})  # fmt: skip
"""Words a title must not end in."""

_ARTICLES = frozenset({"a", "an"})
_POINTING = frozenset({
    "it", "he", "she", "they", "similar", "same", "such", "likewise", "too", "also", "them", "him",
})  # fmt: skip
"""Words that may lean on the clause in front of theirs."""
_DAY = 3
"""Words from which on what a number opens is more than a date: "600 have died"."""
_PERFECT = (" has", " have", " had")
_ABOUT = frozenset({"over", "about", "around", "under", "above", "below", "near"})
"""Prepositions that make an amount: "over 300 soldiers"."""
_ADDING = frozenset({"either", "too"})
"""Last words of a clause that only adds to what was told: "was not idle either"."""
_SLACK = 5
_SHORTEST = 5
_MOST = 24
"""Words of a clause that is printed whole where no cut leaves it one."""
_LONGEST = 32
"""... and where the choice is that or a title that breaks off."""
_ASIDE = 4
"""Words of the longest aside that may be the name of what stands before it."""
_DATE = re.compile(r"[A-Z]\w+ \d{1,2},")
""" "On Monday, *May 1,* the navy"."""
_TEMPORAL = frozenset({"next", "last", "earlier", "late", "yesterday", "today", "tomorrow"})
_LONGEST_SOURCE = 11
_QUOTED = re.compile(
    r"^(?P<who>(?:\S+\s){1,11}?)(?P<verb>[a-z]+)"
    r"(?: (?:on|in|to|late|early|earlier)(?: [\w'’-]+){1,3}){0,2} "
    r"that (?P<what>.+)$"
)


def headline(text: str, *, cutting: Cutting, stops: frozenset[str], limit: int = 11) -> str:
    """A title of about ``limit`` words. ``stops`` are the words before which one may be cut."""
    body = drop_lead_in(BRACKETS.sub("", text.strip()[:LONGEST]), cutting)
    prefix = ""
    parts = parts_of(body)
    leads = _openings(parts, cutting, stops)
    if not any(_finite(part, cutting) for part in parts[:leads]):
        body = "".join(parts[leads:])
    said = _QUOTED.match(body)
    tells = said is not None and plain(said["what"].split(" ", 1)[0]) in cutting.finite
    if said is not None and said["verb"] in cutting.speech and not tells:
        who = _subject(said["who"].strip(), cutting)
        for auxiliary in _PERFECT:
            who = who.removesuffix(auxiliary)
        who = who.rstrip(",")
        if word_count(who) <= _LONGEST_SOURCE:
            prefix, body = f"{who}: ", said["what"]
    words = _cut(_clause(body, cutting, stops), cutting, stops, limit)
    title = " ".join(words).rstrip(",;:")
    if word_count(title) > limit * 2 and len(title.split()) <= limit:
        title = title[: limit * 4]
    title = prefix + title
    for quote in '"“”':
        if title.count(quote) == 1:
            title = title.replace(quote, "")
    return title[:1].upper() + title[1:]


def _clause(body: str, cutting: Cutting, stops: frozenset[str]) -> list[str]:
    """The words of the first whole clause, without what opens the sentence and without asides."""
    parts = parts_of(body)
    leads = _openings(parts, cutting, stops)
    # "After the tug left, the ferry did the same": the first clause says what.
    if leads and _leans(parts[leads]) and any(_finite(part, cutting) for part in parts[:leads]):
        return "".join(parts[: leads + 1]).strip().rstrip(",;: ").rstrip(".!?。！？ ").split(" ")
    parts = parts[leads:]
    aside = len(parts) > 2 and parts[1].strip()[:1] and not parts[1].strip()[0].isupper()
    aside = aside and not _names(parts[1])
    if aside and not _finite(parts[0], cutting) and _finite(parts[2][:40], cutting):
        parts[:3] = [parts[0].rstrip(", ") + " " + parts[2]]
    hangs = plain(parts[0].split(" ", 1)[0]) in cutting.words.subordinate
    clause = "".join(parts[: 1 + hangs])
    for part in parts[1 + hangs :]:
        last = clause.split()[-1]
        named = (
            last[:1].isupper() and part[:1].isupper() and " and " in part
        )  # "of the U.S., Zenda and Hentzau"
        two = clause.split()[-2:]
        ends = not all(plain(word).endswith("ed") for word in two)  # "announced coordinated, wide"
        if whole(clause, cutting) and ends and plain(last) not in _ADDING and not named:
            break
        clause += part
    return clause.strip().rstrip(".,;:!?。！？ -–—").split(" ")


def _subject(words: str, cutting: Cutting) -> str:
    """ "The navy, on Friday," and "The navy, a branch of the army," -> "The navy"."""
    name, comma, aside = words.partition(",")
    first = plain(aside.strip().split(" ", 1)[0])
    tells = first in cutting.stops or first in _ARTICLES
    return name if comma and words.endswith(",") and tells else words


def _leans(part: str) -> bool:
    return not _POINTING.isdisjoint(map(plain, part.split()))


def _names(aside: str) -> bool:
    """ "the carrier, the Marigold, has sailed": whether an aside is the name of what it follows."""
    words = aside.strip(" ,").split(" ")
    return len(words) <= _ASIDE and words[0] in {"the", "a"} and words[-1][:1].isupper()


def _finite(part: str, cutting: Cutting) -> bool:
    words = [word.casefold().strip(",.;:\"'“”()") for word in part.split()]
    return has_verb(words, cutting) or not cutting.speech.isdisjoint(words[:1])


def _openings(parts: list[str], cutting: Cutting, stops: frozenset[str]) -> int:
    """How many parts stand before the main clause; a date goes with the day before it."""
    count = 0
    while len(parts) - count > 1:
        part = parts[count]
        if not _opening(part, cutting, stops) and not (count and _DATE.fullmatch(part.strip())):
            break
        count += 1
    return count


def _opening(part: str, cutting: Cutting, stops: frozenset[str]) -> bool:
    """A part before the main clause: "According to X,", "On May 1,", "2024,"."""
    text = part.strip()
    first = text.split(" ", 1)[0].casefold().strip(",")
    amount = first in _ABOUT and text.partition(" ")[2][:1].isdigit()
    return (
        text.endswith(",")
        and not amount
        and (
            (first.isdigit() and word_count(text) < _DAY)
            or first in stops
            or first in cutting.openers - _ARTICLES
            or first in {"according", "citing", "quoting", "once"}
            or (first in _TEMPORAL and word_count(text) < _DAY)
            or (first.endswith("ing") and not _finite(text, cutting))
        )
    )


def _cut(words: list[str], cutting: Cutting, stops: frozenset[str], limit: int) -> list[str]:
    if len(words) <= limit:
        return words
    stops = stops | _TEMPORAL
    longest = min(limit + 2 * _SHORTEST + 1, len(words))
    # The longest that still reads as a title: what stands late in a clause is often the place.
    for cut in sorted(
        range(_least(words, cutting), longest),
        key=lambda at: (
            words[at] in RELATIVES,
            _halves(words, at, cutting),
            at > limit + _SLACK,
            -at,
        ),
    ):
        if words[cut] == "that" and not cutting.speech.isdisjoint(map(plain, words[:cut])):
            continue  # "reported to the council that": what is said is the news
        if _parts(words, cut, stops) and _ends(words[:cut], cutting, stops):
            return words[:cut]
    if len(words) <= _MOST:
        return words
    for most in (_MOST, _LONGEST):
        shorter = trimmed(" ".join(words), cutting=cutting, limit=most)
        if shorter is not None:
            return shorter.split(" ")
    end = next(
        (
            at
            for at in range(limit + _SLACK, _SHORTEST, -1)
            if _parts(words, at, stops - {"and", "or"}) and _rests(words[at - 1], cutting, stops)
        ),
        limit,
    )
    while end > 1 and words[end][:1].isupper() and words[end - 1][:1].isupper():
        end -= 1
    while end > 1 and not _rests(words[end - 1], cutting, stops):
        end -= 1
    return [*words[:end], "…"]


def _halves(words: list[str], at: int, cutting: Cutting) -> bool:
    """Whether a cut there keeps one of two things that belong together: "two firms AND six men"."""
    return words[at] in {"and", "or"} and plain(words[min(at + 1, len(words) - 1)]) not in (
        cutting.finite
    )


def _least(words: list[str], cutting: Cutting) -> int:
    """The first place to cut: "If the talks fail, the navy will sail" says nothing without its main
    clause."""
    if plain(words[0]) not in cutting.words.subordinate:
        return _SHORTEST
    return next((at for at, word in enumerate(words, 1) if word.endswith(",")), 0) + _SHORTEST


def _parts(words: list[str], at: int, stops: frozenset[str]) -> bool:
    """Whether the word there opens what a title can do without."""
    word = words[at].casefold()
    if word in {"and", "or"} and words[at - 1][:1].isupper():
        after = words[at + 1] if at + 1 < len(words) else ""
        if after[:1].isupper() or after == "the":
            return False  # "Ruritania and the Zenda"
    if word == "what":
        return False  # "pulled from the sea WHAT officials call a drone": the object of it all
    if word == "into" and any(plain(one).startswith("turn") for one in words[:at]):
        return False  # "turn the drill into a permanent fleet"
    purpose = word == "to" and words[at - 1][:1].isupper()
    beside = words[at].endswith("ing") and len(word) > _SHORTEST + 1
    return word in stops or word in RELATIVES or purpose or beside


def _ends(kept: list[str], cutting: Cutting, stops: frozenset[str]) -> bool:
    """Whether words are a clause with its own verb, and may end so."""
    text = " ".join(kept)
    return (
        _rests(kept[-1], cutting, stops)
        and plain(kept[-2]) not in RELATIVES
        and whole(text, cutting)
        and closed(text)
        and has_main_verb(kept, cutting)
        and not speaks_on(kept, cutting)
        and "what" not in map(plain, kept[-_ASIDE:])
    )


def _rests(word: str, cutting: Cutting, stops: frozenset[str]) -> bool:
    """Whether a title may end on a word: on no verb that wants an object."""
    folded = plain(word)
    return (
        not any(folded in one for one in (stops, _OPEN_ENDS, cutting.finite, cutting.unfinished))
        and not (word.islower() and folded.endswith(("ed", "ing")))
        and not word.endswith((",", ";", ":"))
    )
