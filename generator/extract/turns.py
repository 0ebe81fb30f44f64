"""Who speaks in an interview, a transcript or a printed statement.

A label is a person's name, or a word for who asks or answers, at the head of a paragraph before a
colon. A text is a transcript only from three such turns on, so a lone "Background:" is no speaker.
An unlabelled paragraph belongs to a turn if another turn follows it: what stands behind the last
turn may be the writer's again. An official bulletin that says at its head whose statement it
prints says nothing of its own after that, and so do paragraphs in quotation marks behind "extracts
follow".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from generator.knowledge.cues.claims import ClaimCues
from generator.model import (
    ANONYMOUS,
    AUTHOR,
    Claim,
    Document,
    Genre,
    Mention,
    Modality,
    Sentence,
    SentenceId,
)
from generator.text.outermost import outermost
from generator.text.phrases import plain
from generator.text.signed import signatory
from generator.text.speech_cues import compiled
from generator.text.voices import Voices

_LABEL = re.compile(r"[*_]{0,2}(?P<label>\w[\w.'’-]*(?:\s\w[\w.'’-]*){0,4})[*_]{0,2}\s?[:：]")
_TURNS = 3
_INTRODUCTION = 12
"""Sentences in which an article says whom it interviews."""
_NEAR = 80
"""Characters between "spoke to" and the name, at most."""
_WITH = re.compile(r" (?:with|to|for|of) |^ (?=[A-Z])")
_OURS = re.compile(r" (?:(?:to|with) )?(?:us|our|me|my)\b")
_QUESTION = 400
"""Characters of a question that stands alone in its paragraph, at most."""
_HEAD = 4
"""Sentences at the head of a bulletin in which it says whose statement follows."""
_MARKS = frozenset('"“„«「『')
_BULLETINS: frozenset[Genre] = frozenset({"official", "state-media"})


class _Turn(Struct, frozen=True):
    holder: str
    label: str


def settle_statement(
    claims: tuple[Claim, ...],
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
    genre: Genre,
) -> tuple[Claim, ...]:
    """The claims of an official bulletin, those behind "issued the following statement" laid to
    who issued it unless they name another source. So are those of an article of another kind in
    which nobody else speaks behind these words, and all of a bulletin whose head names the person
    who speaks in it; a body that speaks in its own voice is no source. Any other text comes back
    as it was."""
    if genre in _BULLETINS and (span := signatory(document.article.text, cues)) is not None:
        words = document.article.text[slice(*span)]
        found = [one for one in mentions if one.entity in persons and one.surface in words]
        if found:
            turn = _Turn(max(found, key=lambda one: len(one.surface)).entity, words)
            return tuple(_laid(one, turn) if one.start > span[1] else one for one in claims)
    for at, sentence in enumerate(document.sentences[:_HEAD]):
        text = " ".join(sentence.text.lower().split())
        if not any(opener in text for opener in cues.statement_openers):
            continue
        head = {one.id for one in document.sentences[: at + 1]}
        issuer = next(
            (one for one in outermost(mentions) if one.kind == "actor" and one.sentence in head),
            None,
        )
        others = any(
            claim.holder not in {None, AUTHOR} for claim in claims if claim.sentence not in head
        )
        printed = genre in _BULLETINS or (
            not others and (genre != "news" or text.endswith((":", "：")))
        )
        if issuer is None or not printed:
            return claims
        turn = _Turn(issuer.entity, issuer.surface)
        return tuple(claim if claim.sentence in head else _laid(claim, turn) for claim in claims)
    return claims


def settle_extracts(
    claims: tuple[Claim, ...],
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
    genre: Genre,
) -> tuple[Claim, ...]:
    """The claims of paragraphs printed in quotation marks behind "extracts follow", laid to the
    last person whom the paragraph before them names. So are, in an official bulletin, those behind
    "it reads in part:", up to a heading. Any other text comes back as it was."""
    whole = " ".join(document.article.text.lower().split())
    openers = cues.part_openers if genre in _BULLETINS else ()
    if not any(opener in whole for opener in (*cues.extract_openers, *openers)):
        return claims
    spoken: dict[SentenceId, _Turn] = {}
    turn: _Turn | None = None
    opening = -1
    printed = False
    for sentence in document.sentences:
        first = document.article.text[document.article.paragraphs[sentence.paragraph].start]
        if turn is not None and sentence.paragraph > opening:
            heading = document.article.paragraphs[sentence.paragraph].kind == "heading"
            if first in _MARKS or (printed and not heading):
                spoken[sentence.id] = turn
                continue
            turn = None
        text = " ".join(sentence.text.lower().split())
        if any(opener in text for opener in cues.extract_openers):
            turn = _named_in(sentence.paragraph, document, mentions, persons)
            opening = sentence.paragraph
        if openers and text.endswith(openers):
            turn = _speaker_of(sentence.id, claims) or _named_in(
                sentence.paragraph, document, mentions, persons
            )
            opening, printed = sentence.paragraph, True
    if not spoken:
        return claims
    return tuple(
        _laid(claim, spoken[claim.sentence]) if claim.sentence in spoken else claim
        for claim in claims
    )


def _speaker_of(sentence: SentenceId, claims: Sequence[Claim]) -> _Turn | None:
    """Who speaks in a sentence, if an entity does."""
    own = [one for one in claims if one.sentence == sentence and one.source]
    named = own and own[-1].holder not in {None, AUTHOR, ANONYMOUS}
    return _Turn(own[-1].holder, own[-1].source) if named and own[-1].holder else None


def _named_in(
    paragraph: int, document: Document, mentions: tuple[Mention, ...], persons: frozenset[str]
) -> _Turn | None:
    own = {one.id for one in document.sentences if one.paragraph == paragraph}
    named = [one for one in mentions if one.sentence in own and one.entity in persons]
    return _Turn(named[-1].entity, named[-1].surface) if named else None


def _laid(claim: Claim, turn: _Turn) -> Claim:
    """A claim laid to who speaks, unless it names another source. No words of the sentence say
    so: its cue stays what it was."""
    if claim.holder not in {None, AUTHOR}:
        return claim
    modality: Modality = "hedged" if claim.modality == "hedged" else "reported"
    return replace(
        claim,
        holder=turn.holder,
        modality=modality,
        source=turn.label,
    )


def settle_turns(
    claims: tuple[Claim, ...],
    document: Document,
    *,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
) -> tuple[Claim, ...]:
    """The claims of a transcript, each laid to who speaks, unless its sentence names another
    source. Any other text comes back as it was. ``persons`` are entities that can speak."""
    turns = _turns(document, mentions, persons, cues)
    guest = _guest(document, mentions, persons, cues, before=min(turns, default=None))
    if len(turns) < _TURNS:
        turns = _asked(document, guest)
    elif guest is not None:
        answers = frozenset(cues.answer_labels)
        turns = {at: guest if one.label.lower() in answers else one for at, one in turns.items()}
    if len(turns) < _TURNS:
        return claims
    last = max(turns)
    speaker: _Turn | None = None
    paragraph = -1
    settled: list[Claim] = []
    voices = Voices(claims)
    asking = _Turn(ANONYMOUS, "")
    for sentence in document.sentences:
        if sentence.paragraph in turns:
            speaker = turns[sentence.paragraph]
        elif sentence.paragraph > last or (
            sentence.paragraph != paragraph and _LABEL.match(sentence.text)
        ):
            speaker = None  # "Courier: And the launchers?" is nobody's answer
        paragraph = sentence.paragraph
        own = voices.of(sentence.id)
        silent = speaker is None or speaker == asking  # a question claims nothing
        settled += own if silent or speaker is None else [_laid(claim, speaker) for claim in own]
    return tuple(settled)


def _guest(
    document: Document,
    mentions: tuple[Mention, ...],
    persons: frozenset[str],
    cues: ClaimCues,
    *,
    before: int | None,
) -> _Turn | None:
    """Whom an interview is with: the first person named behind "spoke to" in the paragraphs
    before its first turn."""
    for sentence in document.sentences[:_INTRODUCTION]:
        if before is not None and sentence.paragraph >= before:
            break
        text = plain(sentence.text)
        named = [one for one in mentions if one.sentence == sentence.id and one.entity in persons]
        for cue in compiled(cues).interviewing.finditer(text):
            if one := _met(text, cue.span(), named, sentence.start):
                return _Turn(one.entity, one.surface)
    return None


def _met(text: str, cue: tuple[int, int], named: Sequence[Mention], offset: int) -> Mention | None:
    """Who is interviewed by the words of a cue: "spoke in May WITH Black", "Black answered OUR
    questions"."""
    places = [(one.start - offset, one) for one in named]
    if _OURS.match(text, cue[1]):
        before = [pair for pair in places if pair[0] < cue[0]]
        return max(before, key=lambda pair: pair[0])[1] if before else None
    behind = [pair for pair in places if 0 <= pair[0] - cue[1] <= _NEAR]
    if not behind:
        return None
    at, first = min(behind, key=lambda pair: pair[0])
    return first if _WITH.search(text, cue[1], at) else None


def _asked(document: Document, guest: _Turn | None) -> Mapping[int, _Turn]:
    """The paragraphs of an interview without labels: a question stands alone in its paragraph,
    and the guest answers it up to the next one."""
    if guest is None:
        return {}
    article = document.article
    questions = [
        at
        for at, one in enumerate(article.paragraphs)
        if article.text[one.start : one.end].rstrip(" *_\n").endswith(("?", "？"))
        and article.text[one.start] not in _MARKS
        and one.end - one.start <= _QUESTION
    ]
    if len(questions) < _TURNS or any(b - a < 2 for a, b in pairwise(questions)):
        return {}
    found: dict[int, _Turn] = {}
    for at, following in pairwise((*questions, questions[-1] + 2)):
        found[at] = _Turn(ANONYMOUS, "")
        found |= dict.fromkeys(range(at + 1, following), guest)
    return found


def _turns(
    document: Document, mentions: tuple[Mention, ...], persons: frozenset[str], cues: ClaimCues
) -> Mapping[int, _Turn]:
    """The speaker of each labelled paragraph."""
    actors = {
        mention.start: mention
        for mention in mentions
        if mention.kind == "actor" and mention.entity in persons
    }
    found: dict[int, _Turn] = {}
    missed: dict[int, str] = {}
    seen = -1
    for sentence in document.sentences:
        match = _LABEL.match(sentence.text) if sentence.paragraph != seen else None
        seen = sentence.paragraph
        if match is not None:
            turn = _turn(sentence, match, actors, cues)
            if turn is not None:
                found[seen] = turn
            else:
                missed[seen] = match["label"]
    if not found:
        return _repeated(document, missed)
    known = {turn.label: turn for turn in found.values()}
    for label, times in Counter(missed.values()).items():
        # "Chiu:" again and again, where one person of that name is spoken of.
        named = {one.entity for one in actors.values() if label in one.surface.split()}
        if label not in known and times > 1 and len(named) == 1:
            known[label] = _Turn(named.pop(), label)
    return found | {at: known[label] for at, label in missed.items() if label in known}


def _repeated(document: Document, labels: Mapping[int, str]) -> dict[int, _Turn]:
    """The turns of a talk whose labels name nobody known: two labels stand again and again, and
    what stands behind one of them is mostly questions, which claim nothing."""
    article = document.article
    often = Counter(labels.values()).most_common(2)
    if len(often) < len(("one", "other")) or min(times for _, times in often) < len(often):
        return {}
    asked: Counter[str] = Counter()
    for at, label in labels.items():
        one = article.paragraphs[at]
        asked[label] += article.text[one.start : one.end].rstrip(" *_\n").endswith(("?", "？"))
    (first, times), (second, others) = often
    asking = first if asked[first] * others >= asked[second] * times else second
    if not asked[asking] * 2 >= dict(often)[asking]:
        return {}
    return {
        at: _Turn(ANONYMOUS, "" if label == asking else label)
        for at, label in labels.items()
        if label in {first, second}
    }


def _turn(
    sentence: Sentence,
    match: re.Match[str],
    actors: Mapping[int, Mention],
    cues: ClaimCues,
) -> _Turn | None:
    label = match["label"]
    start = sentence.start + match.start("label")
    for offset in range(start, sentence.start + match.end("label")):
        mention = actors.get(offset)
        if mention is not None and mention.end == sentence.start + match.end("label"):
            return _Turn(mention.entity, label)
    first, _, rest = label.lower().partition(" ")
    addressed = bool(rest) and first.rstrip(".") in cues.addresses  # "MR. BLACK:"
    return _Turn(ANONYMOUS, label) if addressed or label.lower() in cues.turn_labels else None
