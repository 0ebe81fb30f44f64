"""The plainest reader of names: runs of capitalised words, without knowledge and without types.

It shows that the measure is the one of the floor figures, and what any reader must beat.
"""

from __future__ import annotations

import re

from benchmarks.outside.scoring import Marked, trimmed

_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)*|[A-Z][\w'’.-]*\w)"
_RUN = re.compile(rf"{_WORD}(?: (?:(?:of|the|al|and|for|de) )?{_WORD})*")
_NO_NAME = re.compile(
    "The|A|An|In|On|At|It|He|She|We|They|I|You|This|That|These|Those|But|And|As|With|For|To|From|By"
    "|After|Before|When|While|If|There|Our|His|Her|Their|Its|Some|Many|Most|All|Also|However"
    "|Meanwhile|Since|During|Under|Near|Over|What|Who|How|Where|Why|Not|No|Monday|Tuesday|Wednesday"
    "|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September"
    "|October|November|December|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
)


def capitals(text: str) -> tuple[Marked, ...]:
    """Runs of capitalised words, leading words that begin sentences taken off."""
    found = []
    for match in _RUN.finditer(text):
        words = list(re.finditer(r"\S+", match.group()))
        while words and _NO_NAME.fullmatch(words[0].group()):
            words.pop(0)
        if words:
            start, end = trimmed(text, match.start() + words[0].start(), match.end())
            if start < end:
                found.append(Marked(start=start, end=end, types=("untyped",)))
    return tuple(found)
