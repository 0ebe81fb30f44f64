"""Whose a sentence is that names nobody, by the sentences beside it.

Decides that a quotation goes on with the speaker it began with or ends with, that "Zenda said."
alone in its paragraph speaks of the one before it, and that "this was stated by Zenda" speaks of
the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from generator.model import ANONYMOUS, AUTHOR, Claim, Mention, Sentence

_CARRY = 6
"""A quotation that runs on keeps its speaker for at most so many sentences."""

_ANSWERED = re.compile(r"[^,;.\"“]{0,40}: +[A-Z]")
"""Behind a verb of speech: when it was said, and then the words, unquoted."""
_ALONE = frozenset({"he", "she"})
_MANY = re.compile(r"[\w' -]*?s(?: (?:of|in|at|from|who|familiar|briefed|close)\b|$)")
_WE = 2
"""Sentences back in which "we" finds who speaks."""


class Draft(NamedTuple):
    claims: tuple[Claim, ...]
    quote_open: bool
    """A quotation was open when the sentence began."""
    runs_on: bool
    """A quotation is open when the sentence ends."""
    all_quoted: bool
    """Nothing of the sentence stands outside quotation marks."""
    opens: bool = False
    """The sentence begins with a quotation mark."""
    led: bool = False
    """A quotation ends it, behind a colon and words that name nobody: 'Then, softly: "No."'"""
    opener: Mention | None = None
    """The person whose name the sentence opens with, if it names no other."""
    bare: bool = False
    """The sentence only says who speaks: "Black said." """
    ours: bool = False
    """It opens with "we", and in a script in which no quotation mark need stand before that."""
    goes_on: bool = False
    """It opens with "we" in a script with quotation marks, and has none."""
    leads_on: bool = False
    """What it says follows it: "Black said as follows." """
    tells_back: bool = False
    """The sentence tells who said the one before it: "This was stated by Black." """


def _named(claim: Claim) -> bool:
    return claim.holder not in {None, AUTHOR}


def carried(
    drafts: list[Draft], sentences: Sequence[Sentence], *, pronouns: frozenset[str]
) -> list[Claim]:
    """Give quoted sentences without a cue the speaker of the quotation they belong to: whoever
    spoke last before it, or first behind it. No word of such a sentence names its source. An
    unnamed source that ``pronouns`` alone stand for keeps the words it was called by before."""
    claims = [draft.claims for draft in drafts]

    def take(index: int, source: Claim | Mention) -> None:
        holder = source.entity if isinstance(source, Mention) else source.holder
        words = source.surface if isinstance(source, Mention) else source.source
        claims[index] = tuple(
            replace(
                claim,
                holder=holder,
                cue="",
                modality="reported",
                source=words,
            )
            for claim in claims[index]
        )

    run = 0
    for index, draft in enumerate(drafts):
        spoken = draft.quote_open or draft.all_quoted or draft.led
        if not spoken or any(map(_named, claims[index])):
            run = 0
            continue
        later = _named_at_its_end(index, drafts, claims)
        if later is not None:
            take(index, later)
            continue
        near = index and sentences[index].paragraph - sentences[index - 1].paragraph <= 1
        run += 1
        # "..., he said; the ships turned back. "We saw it."": the last one who spoke there.
        spoke = next((one for one in reversed(claims[index - 1]) if _named(one)), None)
        if near and run <= _CARRY and spoke is not None:
            take(index, spoke)
        elif draft.all_quoted and (told := _beside(index, drafts, sentences, claims)):
            take(index, told)
    for index in range(len(drafts) - 2, -1, -1):
        # The speaker is named only where the quotation ends.
        behind = claims[index + 1][0]
        # Else a mark that nobody closed: what stands behind it is another's.
        together = sentences[index + 1].paragraph == sentences[index].paragraph
        goes_on = drafts[index].runs_on and (together or drafts[index + 1].opens)
        if goes_on and not any(map(_named, claims[index])) and _named(behind):
            take(index, behind)
    for index, draft in enumerate(drafts):
        _told_before(index, draft, sentences, claims, take)
        if draft.ours:
            _go_on(index, sentences, claims, take)
        elif draft.goes_on:
            _go_on(index, sentences, claims, take, colon=True)
        if draft.leads_on:
            _lead_on(index, sentences, claims, take)
        if draft.all_quoted or draft.quote_open:
            # Somebody's words in an opinion piece, and not its writer's.
            claims[index] = tuple(
                replace(claim, holder=None, cue="") if claim.holder == AUTHOR else claim
                for claim in claims[index]
            )
    return _called_as_before([claim for found in claims for claim in found], pronouns)


def _go_on(
    index: int,
    sentences: Sequence[Sentence],
    claims: Sequence[tuple[Claim, ...]],
    take: Callable[[int, Claim], None],
    *,
    colon: bool = False,
) -> None:
    """Lay a "we" to whoever spoke last in the same paragraph, a sentence or two before; with
    ``colon`` only if his words began unquoted behind one: "Black answered: It is calm. WE ..."."""
    if any(map(_named, claims[index])):
        return
    for at in range(index - 1, max(-1, index - 1 - _WE), -1):
        if sentences[at].paragraph != sentences[index].paragraph:
            return
        spoke = next((one for one in claims[at] if _named(one)), None)
        if spoke is not None:
            behind = sentences[at].text.partition(spoke.cue)[2] if spoke.cue else ""
            if not colon or _ANSWERED.match(behind):
                take(index, spoke)
            return


def _lead_on(
    index: int,
    sentences: Sequence[Sentence],
    claims: Sequence[tuple[Claim, ...]],
    take: Callable[[int, Claim], None],
) -> None:
    """Lay what stands behind "Black said as follows." in its paragraph to Black."""
    source = claims[index][-1]
    if not _named(source):
        return
    for later in range(index + 1, min(index + 1 + _CARRY, len(sentences))):
        parted = sentences[later].paragraph != sentences[index].paragraph
        if parted or any(map(_named, claims[later])):
            return
        take(later, source)


def _named_at_its_end(
    index: int, drafts: Sequence[Draft], claims: Sequence[tuple[Claim, ...]]
) -> Claim | None:
    """Who speaks a quotation that begins with a sentence, goes on behind it, and names its speaker
    where it ends."""
    draft = drafts[index]
    if draft.quote_open or not (draft.all_quoted and draft.runs_on):
        return None
    for at in range(index + 1, min(index + 1 + _CARRY, len(drafts))):
        if not drafts[at].quote_open:
            return None
        found = next((one for one in claims[at] if _named(one)), None)
        if found is not None:
            return found
    return None


def _told_before(
    index: int,
    draft: Draft,
    sentences: Sequence[Sentence],
    claims: Sequence[tuple[Claim, ...]],
    take: Callable[[int, Claim], None],
) -> None:
    """Lay what stands before a sentence to whom the sentence names for it: the paragraph before
    "Black said.", the sentence before "This was stated by Black"."""
    if not index or not (draft.bare or draft.tells_back):
        return
    source = claims[index][0]
    paragraph, before = sentences[index].paragraph, sentences[index - 1].paragraph
    if not _named(source) or (draft.bare and paragraph == before) or paragraph - before > 1:
        return
    for at in range(index - 1, max(-1, index - 1 - _CARRY), -1):
        if sentences[at].paragraph != before or any(map(_named, claims[at])):
            return
        take(at, source)
        if draft.tells_back:
            return


def _called_as_before(claims: Sequence[Claim], pronouns: frozenset[str]) -> list[Claim]:
    called = ""
    result: list[Claim] = []
    for claim in claims:
        unnamed = claim.holder == ANONYMOUS
        word = claim.source.strip().lower()
        pronoun = word in pronouns
        if word in _ALONE and _MANY.match(called):
            called = ""  # "Watchers say ...": "he" is none of them
        result.append(replace(claim, source=called) if unnamed and pronoun and called else claim)
        if claim.source and not (pronoun and unnamed):
            called = claim.source if unnamed else ""
    return result


def _beside(
    index: int,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    claims: Sequence[tuple[Claim, ...]],
) -> Mention | None:
    """Who speaks a quotation that no cue touches: the person with whom the sentence before it
    opens ("Black was blunt. ..."), or the one behind it, if that one goes on to speak there."""

    def opener(at: int) -> Mention | None:
        if not 0 <= at < len(drafts) or sentences[at].paragraph != sentences[index].paragraph:
            return None
        return drafts[at].opener

    before = opener(index - 1)
    if before is not None and not any(map(_named, claims[index - 1])):
        return before
    behind = opener(index + 1)
    if behind is None:
        return None
    later = (
        claim
        for at in range(index + 1, min(index + 4, len(drafts)))
        if sentences[at].paragraph == sentences[index].paragraph
        for claim in claims[at]
    )
    spoken = next((claim for claim in later if _named(claim)), None)
    return behind if spoken is not None and spoken.holder == behind.entity else None
