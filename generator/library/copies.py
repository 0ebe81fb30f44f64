"""Which articles carry one text: copies and versions of one report are one source, not two.

This module alone decides it. What is compared is what the sentences say, without title, furniture
and disclaimers, in runs of :data:`RUN` words (characters, where a script has no spaces). A sample
of the runs finds the pairs worth counting, as in Manber, "Finding similar files in a large file
system" (USENIX 1994); what is printed of a pair is counted on all runs of both.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.model import Briefing, Related

RUN = 5
"""Words of a run. No two of 165 articles of the evaluation sets and the demonstration, many of them
on one event, share half of their runs; a report edited by a second desk keeps two thirds."""
ENOUGH = 0.5
"""Share of the shorter text's runs that the longer one must hold too."""
LIMIT = 5
"""Copies named with each briefing."""
_FEWEST = 12
"""Runs of the shortest text that is compared: two sentences."""
_SAMPLED = 8
"""Runs are looked up that begin with one word in so many."""
_HINT = 0.25
"""Share of the shorter text's sampled runs that makes a pair worth counting."""
_NEIGHBOURS = 2 * LIMIT
"""A holder of a run is paired with so many of those that follow it, so that a paragraph which
stands in every article costs no square of their number."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)?")
_TRACKING = re.compile(r"(?i)utm_\w+|fbclid|gclid|mc_[ce]id|spm")

_Pair = tuple[int, int]
_Run = tuple[str, ...]


def copies(briefings: Sequence[Briefing]) -> tuple[tuple[Related, ...], ...]:
    """For each briefing, in the same order, the others that hold its text or come from its
    address: those that share most first, at most :data:`LIMIT`."""
    shares = _alike(briefings)
    found: defaultdict[int, list[tuple[float, Related]]] = defaultdict(list)
    for pair in shares.keys() | _addressed(briefings):
        share = shares.get(pair, 0.0)
        for own, its in (pair, pair[::-1]):
            found[own].append((-share, _related(briefings[its], share)))
    return tuple(
        tuple(near for _, near in sorted(found[number], key=_rank)[:LIMIT])
        for number in range(len(briefings))
    )


def _rank(found: tuple[float, Related]) -> tuple[float, str]:
    return found[0], found[1].slug


def _related(other: Briefing, share: float) -> Related:
    if not share:
        why = "Another version of this article: both come from one address."
        return Related(slug=other.slug, why=why, kind="address")
    why = (
        f"The same text: {int(share * 100)} % of the shorter article’s runs of {RUN} words "
        "stand in both. Count them as one source."
    )
    return Related(slug=other.slug, why=why, kind="text")


def _alike(briefings: Sequence[Briefing]) -> dict[_Pair, float]:
    """Pairs of articles, the earlier first, that share :data:`ENOUGH` of their runs, and how
    much."""

    @lru_cache(maxsize=4 * _NEIGHBOURS)
    def runs(number: int) -> frozenset[_Run]:
        return frozenset(_runs(_words(briefings[number])))

    shares: dict[_Pair, float] = {}
    for one, other in _candidates(briefings):
        shorter = min(len(runs(one)), len(runs(other)))
        if shorter >= _FEWEST:
            shares[one, other] = len(runs(one) & runs(other)) / shorter
    return {pair: share for pair, share in shares.items() if share >= ENOUGH}


def _candidates(briefings: Sequence[Briefing]) -> list[_Pair]:
    """Pairs of articles, the earlier first, that share enough of their sampled runs."""

    @cache
    def sampled(word: str) -> bool:
        return zlib.crc32(word.encode()) % _SAMPLED == 0

    holders: defaultdict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, briefing in enumerate(briefings):
        words = _words(briefing)
        sample = {
            zlib.crc32(" ".join(words[at : at + RUN]).encode())
            for at in range(len(words) - RUN + 1)
            if sampled(words[at])
        }
        sizes.append(len(sample))
        for run in sample:
            holders[run].append(number)
    shared: Counter[_Pair] = Counter()
    for numbers in holders.values():
        for at, one in enumerate(numbers):
            shared.update((one, other) for other in numbers[at + 1 : at + 1 + _NEIGHBOURS])
    return sorted(
        (one, other)
        for (one, other), count in shared.items()
        if count >= _HINT * min(sizes[one], sizes[other])
    )


def _words(briefing: Briefing) -> list[str]:
    sentences = briefing.analysis.document.sentences
    return _WORD.findall(" ".join(one.display for one in sentences).casefold())


def _runs(words: Sequence[str]) -> Iterator[_Run]:
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def _addressed(briefings: Sequence[Briefing]) -> set[_Pair]:
    """Pairs of articles, the earlier first, that come from one address."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, briefing in enumerate(briefings):
        address = _address(briefing.url or "")
        if address:
            holders[address].append(number)
    return {
        (one, other)
        for numbers in holders.values()
        for at, one in enumerate(numbers)
        for other in numbers[at + 1 : at + 1 + _NEIGHBOURS]
    }


def _address(url: str) -> str:
    """The page that an address leads to, without scheme, ``www.``, fragment and marks of
    tracking. Empty for the front page of a site, from which many articles come, and for what is no
    address."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return ""
    asked = urlencode([one for one in parse_qsl(parts.query) if not _TRACKING.fullmatch(one[0])])
    path = parts.path.rstrip("/")
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{path}?{asked}" if path or asked else ""
