"""Where a Chinese or Korean sentence passes from one speaker to another.

Decides it by a semicolon or a joining word behind which somebody else is named and speaks, and by
a Korean verb of speech that goes on with "but" or "and". A part without a speaker of its own goes
with the speaker before it; one before the first speaker is the writer's.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.text.eastern.speakers import Eastern
from generator.text.eastern.words import EasternWords
from generator.text.speech.attribution import Attribution, Line, Voice

_PARTS = 8
"""Parts of one sentence, at most."""
_FULL = "했다."
"""What closes a Korean clause that its verb leaves open, so that it reads like a sentence."""


def voices(eastern: Eastern, line: Line) -> tuple[Voice, ...]:
    """Who speaks in a sentence, part by part; one part where one voice holds all of it."""
    if line.text.isascii():
        return (Voice(start=0, end=len(line.text), found=eastern.read(line)),)
    line = eastern.words.folded(line)
    if not eastern.words.joined.search(line.outside):
        return _in_passing(eastern.read(line), line, eastern.words)
    found: list[Voice] = []
    for start, end, tail in _cuts(eastern.words, line.outside):
        one = _moved(eastern.read(_part(line, start, end, tail)), start, end)
        last = found[-1] if found else None
        if last is None:
            found.append(Voice(start=start, end=end, found=one))
        elif one is None or (last.found is not None and _same(one, last.found)):
            found[-1] = replace(last, end=end)
        elif last.found is None and one.source[0] - start > _OPENING:
            found[-1] = replace(last, end=end, found=one)
        else:
            found.append(Voice(start=start, end=end, found=one))
    eastern.go_on(next((one.found for one in reversed(found) if one.found is not None), None))
    return tuple(found)


def _in_passing(found: Attribution | None, line: Line, words: EasternWords) -> tuple[Voice, ...]:
    """One voice, or two where the last clause alone is said: "The ship left, the ministry SAYS
    it was routine" lays the ministry's name to what stands behind its own."""
    end = len(line.text)
    if found is not None and found.way == "cjk":
        start, verb = found.source[0], line.text[slice(*found.cue)]
        behind = start > _LEAD and line.outside[start - 1] in "，,"
        if (
            behind
            and verb in words.calls
            and line.outside[found.cue[1] : found.cue[1] + 1] not in _STOPS
        ):
            return (
                Voice(start=0, end=start - 1, found=None),
                Voice(start=start, end=end, found=found),
            )
    return (Voice(start=0, end=end, found=found),)


_STOPS = frozenset({"", ",", "，", ":", "：", '"'})
_LEAD = 6
"""Characters of words that only open a sentence, and of their comma: "同时，"."""
_OPENING = 30
"""Characters in which a part names its own speaker, at most; further behind, he speaks of all."""


def _same(one: Attribution, other: Attribution) -> bool:
    return one.holder == other.holder and one.source == other.source


def _cuts(words: EasternWords, outside: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a sentence: where each begins and ends, and what closes it."""
    start = 0
    for number, match in enumerate(words.joined.finditer(outside)):
        if number >= _PARTS:
            break
        stem = match.end("stem")
        if stem > 0:
            yield start, stem + 1, _FULL
        else:
            yield start, match.start(), ""
        start = match.end()
    yield start, len(outside), ""


def _part(line: Line, start: int, end: int, tail: str) -> Line:
    end -= 1 if tail else 0
    actors = tuple((s - start, e - start, one) for s, e, one in line.actors if start <= s < end)
    return Line(line.text[start:end] + tail, line.outside[start:end] + tail, actors)


def _moved(one: Attribution | None, by: int, end: int) -> Attribution | None:
    if one is None:
        return one

    def on(span: tuple[int, int]) -> tuple[int, int]:
        return span[0] + by, min(span[1] + by, end)

    return replace(one, cue=on(one.cue), source=on(one.source),
                   carrier=on(one.carrier) if one.carrier else None)  # fmt: skip
